-- pertanyaan | question: Siapa yang menerima alat lebih dari sekali? | Who received equipment more than once?
-- butir | grain: Satu baris = satu orang (NIK) atau satu usaha yang menerima pada dua waktu atau lebih. | One row = one person (NIK) or one business that received at two times or more.
-- satuan | unit: Kali, rupiah. | Times, rupiah.
-- sumber | source: v_bantuan_sekali (tabel bantuan_alat). | v_bantuan_sekali (table bantuan_alat).
-- catatan | caveat: Beberapa alat pada satu hari dihitung satu kali. Tanpa tanggal, satu periode dihitung satu kali. Usaha dikenali dari nama, kecamatan dan kabupaten/kota: dua kelompok bernama sama di satu kecamatan tampak satu. Usaha yang semua penyerahannya atas satu NIK hanya tampak sebagai orang. kabkota_melapor ialah kabupaten/kota provinsi itu yang pernah mengirim bantuan_alat. | Several items on one day count as one time. Without a date one period counts as one time. A business is known by name, kecamatan and district: two groups of one name in a kecamatan look like one. A business whose handovers are all to one NIK appears as the person only. kabkota_melapor: districts of the province that ever sent bantuan_alat.
-- tabel | tables: v_bantuan_sekali, lapor_tahun, wilayah
-- kolom bersama | shared columns: provinsi, kabkota_seluruhnya, per
-- kolom kunci: orang_kunci atau usaha_kunci. | orang_kunci or usaha_kunci.
-- kolom dasar: nik (kuat) atau usaha (nama dan tempat). | nik (strong) or usaha (name and place).
-- kolom kode_wilayah: Kode kabupaten/kota, dipisah koma bila beberapa. | Codes of the districts, separated by commas.
-- kolom kecamatan: Kecamatan yang disebut. | Kecamatan as stated.
-- kolom kali: Banyak waktu penyerahan yang berbeda. Satuan: kali. | Different times of handover. Unit: times.
-- kolom tahun: Tahun-tahunnya, dipisah koma. Satuan: tahun. | The years, separated by commas. Unit: year.
-- kolom alat: Alat yang diterima. | Equipment received.
-- kolom alat_sama: Benar bila alat bernama sama diterima pada dua waktu. | True if equipment of one name came at two times.
-- kolom sumber_dana: Sumber dana, dipisah koma. | Sources of funds, separated by commas.
-- kolom nilai: Nilai yang diketahui. Satuan: rupiah. | Value that is known. Unit: rupiah.
-- kolom kabkota_melapor: Kabupaten/kota di provinsi itu yang pernah mengirim bantuan_alat. Satuan: kabupaten/kota. | Districts of the province that ever sent bantuan_alat. Unit: districts.
WITH terima AS (
    SELECT b.*, w.provinsi, coalesce(b.tanggal_serah::VARCHAR, b.periode) AS waktu, lower(b.nama_alat) AS alat_rapi
    FROM v_bantuan_sekali b
    JOIN wilayah w ON w.kode_wilayah = b.kode_wilayah
),
berkunci AS (
    SELECT orang_kunci AS kunci, 'nik' AS dasar, * FROM terima WHERE orang_dasar = 'nik'
    UNION ALL
    SELECT usaha_kunci, 'usaha', * FROM terima
    WHERE usaha_kunci IN (
        SELECT usaha_kunci FROM terima
        WHERE usaha_kunci IS NOT NULL
        GROUP BY usaha_kunci
        HAVING count(DISTINCT orang_kunci) FILTER (orang_dasar = 'nik') <> 1 OR count(*) FILTER (orang_dasar = 'nik') < count(*)
    )
),
per_periode AS (
    SELECT kunci, dasar, periode, greatest(count(DISTINCT tanggal_serah), 1) AS kali
    FROM berkunci
    GROUP BY kunci, dasar, periode
),
kali AS (
    SELECT kunci, dasar, sum(kali)::BIGINT AS kali FROM per_periode GROUP BY kunci, dasar HAVING sum(kali) > 1
),
sama AS (
    SELECT DISTINCT kunci, dasar FROM (
        SELECT kunci, dasar FROM berkunci GROUP BY kunci, dasar, alat_rapi HAVING count(DISTINCT waktu) > 1
    )
),
melapor AS (
    SELECT provinsi, count(DISTINCT kode_wilayah) FILTER (sudah_lapor) AS kabkota_melapor,
        max(kabkota_seluruhnya) AS kabkota_seluruhnya
    FROM lapor_tahun WHERE laporan = 'bantuan_alat'
    GROUP BY provinsi
),
hitung AS (
    SELECT
        b.kunci, b.dasar,
        string_agg(DISTINCT b.kode_wilayah, ', ' ORDER BY b.kode_wilayah) AS kode_wilayah,
        min(b.provinsi) AS provinsi,
        string_agg(DISTINCT b.kecamatan, ', ' ORDER BY b.kecamatan) AS kecamatan,
        any_value(k.kali) AS kali,
        string_agg(DISTINCT b.tahun::VARCHAR, ', ' ORDER BY b.tahun::VARCHAR) AS tahun,
        string_agg(DISTINCT b.nama_alat, '; ' ORDER BY b.nama_alat) AS alat,
        bool_or(s.kunci IS NOT NULL) AS alat_sama,
        string_agg(DISTINCT b.sumber_dana, ', ' ORDER BY b.sumber_dana) AS sumber_dana,
        sum(b.nilai)::BIGINT AS nilai,
        max(b.per) AS per
    FROM berkunci b
    JOIN kali k ON k.kunci = b.kunci AND k.dasar = b.dasar
    LEFT JOIN sama s ON s.kunci = b.kunci AND s.dasar = b.dasar
    GROUP BY b.kunci, b.dasar
)
SELECT
    h.kunci, h.dasar, h.kode_wilayah, h.provinsi, h.kecamatan, h.kali, h.tahun, h.alat, h.alat_sama, h.sumber_dana,
    h.nilai, m.kabkota_melapor, m.kabkota_seluruhnya, h.per
FROM hitung h
LEFT JOIN melapor m ON m.provinsi = h.provinsi
ORDER BY h.kali DESC, h.kode_wilayah, h.kunci
