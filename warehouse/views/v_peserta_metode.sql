-- pertanyaan | question: Dasar pandangan lain: siapa ikut kegiatan apa, dengan metode apa? | Base of other views: who attended what, by which method?
-- butir | grain: Satu baris = satu orang di satu kegiatan, seperti dilaporkan. | One row = one person at one activity, as reported.
-- satuan | unit: Orang. | People.
-- sumber | source: Tabel peserta; metode yang kosong diambil dari pembinaan. | Table peserta; a missing method is taken from pembinaan.
-- catatan | caveat: Metode yang tidak disebut diambil dari kegiatan bernama sama di kabupaten/kota dan tahun itu, bila hanya ada satu metode. Orang yang dilaporkan dua kali muncul dua kali: hitunglah orang_kunci yang berbeda. | A method that is not stated is taken from the activity of the same name in that district and year, if it has only one. A person reported twice appears twice: count distinct orang_kunci.
-- tabel | tables: peserta, pembinaan, kiriman
-- kolom bersama | shared columns: kiriman_id, baris, kode_wilayah, tahun, nama_kegiatan, metode, komoditas, tanggal_mulai, desa, kecamatan, orang_kunci, orang_dasar, usaha_kunci, nama_usaha, per
-- kolom periode: Periode laporan. | Period reported on.
-- kolom periode_mulai: Hari pertama periode. | First day of the period.
-- kolom nama_rapi: Nama kegiatan dalam huruf kecil tanpa tanda baca, untuk mencocokkan. | Title in lower case without punctuation, for matching.
-- kolom metode_dari: Dari mana metode: peserta atau pembinaan; kosong bila tidak diketahui. | Where the method comes from: peserta or pembinaan; NULL if not known.
-- kolom jenis_kelamin: L atau P; kosong bila tidak disebut. | L (man) or P (woman); NULL if not stated.
WITH judul AS (
    SELECT
        kode_wilayah,
        year(periode_mulai) AS tahun,
        trim(regexp_replace(lower(nama_kegiatan), '[^\pL\pN]+', ' ', 'g')) AS nama_rapi,
        min(metode) AS metode
    FROM pembinaan
    GROUP BY 1, 2, 3
    HAVING min(metode) = max(metode)
),
tertulis AS (
    SELECT
        *,
        year(periode_mulai)::INTEGER AS tahun,
        trim(regexp_replace(lower(nama_kegiatan), '[^\pL\pN]+', ' ', 'g')) AS nama_rapi
    FROM peserta
)
SELECT
    p.kiriman_id, p.baris, p.kode_wilayah, p.tahun, p.periode, p.periode_mulai, p.nama_kegiatan, p.nama_rapi,
    coalesce(p.metode, j.metode) AS metode,
    CASE WHEN p.metode IS NOT NULL THEN 'peserta' WHEN j.metode IS NOT NULL THEN 'pembinaan' END AS metode_dari,
    p.komoditas, p.tanggal_mulai, p.orang_kunci, p.orang_dasar, p.usaha_kunci, p.nama_usaha, p.jenis_kelamin,
    p.desa, p.kecamatan, k.diterima_pada AS per
FROM tertulis p
JOIN kiriman k ON k.kiriman_id = p.kiriman_id
LEFT JOIN judul j ON j.kode_wilayah = p.kode_wilayah AND j.tahun = p.tahun AND j.nama_rapi = p.nama_rapi
