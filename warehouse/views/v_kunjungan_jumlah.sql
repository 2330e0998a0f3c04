-- pertanyaan | question: Kunjungan apa saja, dengan semua jumlah orang yang pernah dilaporkan? | Which visits took place, with all headcounts that were reported?
-- butir | grain: Satu baris = satu kunjungan (hari, asal); kunjungan yang ditahan punya barisnya sendiri. | One row = one visit (day, visitor); a visit that is held back has a row of its own.
-- satuan | unit: Orang. | People.
-- sumber | source: Tabel kunjungan dan baris kunjungan yang ditahan (karantina), kiriman yang berlaku. | Table kunjungan and visits held back (karantina), submissions in force.
-- catatan | caveat: Kunjungan dikenali dari hari dan asal (kata kabupaten, kota, pemerintah, dinas dan isi tanda kurung diabaikan): dua rombongan dari satu daerah pada satu hari tampak satu, dengan semua angkanya; bila asalnya ditulis lain, tampak dua. Tidak ada satu angka yang dipilih: lihat jumlah_dilaporkan. Baris dengan dua angka dalam satu sel ditahan dan tampak seperti tertulis. | A visit is known by day and visitor (the words kabupaten, kota, pemerintah, dinas and what stands in brackets are left out): two delegations from one place on one day show as one, with all numbers; written otherwise it shows twice. No one number is chosen: see jumlah_dilaporkan. A row with two numbers in one cell is held back and shown as written.
-- tabel | tables: kunjungan, karantina, kiriman, lapor_tahun, wilayah
-- kolom bersama | shared columns: kode_wilayah, nama_wilayah, provinsi, tahun, kabkota_melapor, kabkota_seluruhnya, per
-- kolom tanggal: Hari kunjungan; kosong bila barisnya ditahan. | Day of the visit; NULL where the row is held back.
-- kolom asal: Siapa yang datang. | Who came.
-- kolom tujuan: Di mana diterima. | Where they were received.
-- kolom jenis: studi tiru, kunjungan kerja, kunjungan balasan, rapat koordinasi; kosong bila tidak disebut. | Kind of visit; NULL if not stated.
-- kolom dilaporkan_oleh: Kode kabupaten/kota yang melaporkan, dipisah koma. | Codes of the districts that reported it, separated by commas.
-- kolom jumlah_dilaporkan: Semua angka yang berbeda, atau teks aslinya bila ditahan. Satuan: orang. | All different numbers, or the text as received where held back. Unit: people.
-- kolom terkecil: Angka terkecil. Satuan: orang. | Smallest number. Unit: people.
-- kolom terbesar: Angka terbesar. Satuan: orang. | Largest number. Unit: people.
-- kolom angka_berbeda: Benar bila dilaporkan lebih dari satu angka. | True if more than one number was reported.
-- kolom ditahan: Benar bila barisnya ditahan. | True if the row is held back.
WITH dimuat AS (
    SELECT
        v.*, k.diterima_pada,
        trim(regexp_replace(
            regexp_replace(regexp_replace(lower(v.asal), '\([^)]*\)', ' ', 'g'), '\b(kabupaten|kab|kota|pemerintah|pemkab|pemkot|pemda|dinas|rombongan)\b', ' ', 'g'),
            '[^\pL\pN]+', ' ', 'g'
        )) AS asal_rapi
    FROM kunjungan v
    JOIN kiriman k ON k.kiriman_id = v.kiriman_id
),
semua AS (
    SELECT
        min(kode_wilayah) AS kode_wilayah,
        min(year(periode_mulai))::INTEGER AS tahun,
        tanggal,
        string_agg(DISTINCT asal, '; ' ORDER BY asal) AS asal,
        string_agg(DISTINCT tujuan, '; ' ORDER BY tujuan) AS tujuan,
        min(jenis) AS jenis,
        string_agg(DISTINCT kode_wilayah, ', ' ORDER BY kode_wilayah) AS dilaporkan_oleh,
        array_to_string(list_sort(list(DISTINCT jumlah_orang)), '; ') AS jumlah_dilaporkan,
        min(jumlah_orang) AS terkecil,
        max(jumlah_orang) AS terbesar,
        count(DISTINCT jumlah_orang) > 1 AS angka_berbeda,
        false AS ditahan,
        max(diterima_pada) AS per
    FROM dimuat
    GROUP BY tanggal, asal_rapi
    UNION ALL
    SELECT
        coalesce(a.kode_wilayah, k.kode_wilayah), left(k.periode, 4)::INTEGER, NULL, a.isi->>'asal', a.isi->>'tujuan',
        a.isi->>'jenis', coalesce(a.kode_wilayah, k.kode_wilayah), a.isi->>'jumlah_orang', NULL, NULL,
        list_contains(a.kode, 'ANGKA_BERTENTANGAN'), true, k.diterima_pada
    FROM karantina a
    JOIN kiriman k ON k.kiriman_id = a.kiriman_id
    WHERE a.laporan = 'kunjungan' AND k.berlaku_dari IS NOT NULL AND k.berlaku_sampai IS NULL
)
SELECT
    s.kode_wilayah, w.nama AS nama_wilayah, w.provinsi, s.tahun, s.tanggal, s.asal, s.tujuan, s.jenis,
    s.dilaporkan_oleh, s.jumlah_dilaporkan, s.terkecil, s.terbesar, s.angka_berbeda, s.ditahan,
    l.kabkota_melapor, l.kabkota_seluruhnya, s.per
FROM semua s
LEFT JOIN wilayah w ON w.kode_wilayah = s.kode_wilayah
LEFT JOIN lapor_tahun l ON l.laporan = 'kunjungan' AND l.tahun = s.tahun AND l.kode_wilayah = s.kode_wilayah
ORDER BY s.tanggal NULLS LAST, s.asal
