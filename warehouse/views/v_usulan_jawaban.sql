-- pertanyaan | question: Usulan mana yang sudah terjawab, oleh apa, dan setelah berapa lama? | Which needs were fulfilled, by what, and after how long?
-- butir | grain: Satu baris = satu usulan (kabupaten/kota, kecamatan, desa, uraian). | One row = one need (district, kecamatan, village, text).
-- satuan | unit: Hari, rupiah. | Days, rupiah.
-- sumber | source: usulan; jawaban dicari di bantuan_alat dan pembinaan. | usulan; answers are sought in bantuan_alat and pembinaan.
-- catatan | caveat: Tidak ada laporan yang menyebut usulan mana yang dijawab: yang dicocokkan ialah kata (empat huruf atau lebih, tanpa kata umum) antara uraian dan nama alat, judul atau komoditas kegiatan, di tempat yang sama, sejak awal periode usulan. terjawab: tempatnya pasti (kecamatan atau desa sama); mungkin: hanya kabupaten/kota yang sama. Kosong (belum diketahui) bila sejak itu tidak ada laporan bantuan_alat maupun pembinaan. Waktu tunggu dihitung dari akhir periode usulan pertama. | No report says which need it answers: words (four letters or more, common ones left out) of the need are sought in the names of equipment, titles and commodities of activities, in the same place, from the start of the need's period. terjawab: the place is certain (same kecamatan or village); mungkin: only the same district. belum diketahui: no bantuan_alat nor pembinaan has come since. Waiting is counted from the end of the first period that names the need.
-- tabel | tables: usulan, kiriman, v_bantuan_sekali, v_pembinaan_sekali, unit_laporan, lapor_tahun, wilayah
-- kolom bersama | shared columns: kode_wilayah, nama_wilayah, provinsi, kecamatan, desa, kabkota_melapor, kabkota_seluruhnya, per
-- kolom tahun: Tahun usulan pertama. Satuan: tahun. | Year in which the need was first named. Unit: year.
-- kolom periode: Periode usulan pertama. | Period in which the need was first named.
-- kolom uraian: Yang diusulkan. | What is asked for.
-- kolom perkiraan_biaya: Perkiraan biaya. Satuan: rupiah. | Estimated cost. Unit: rupiah.
-- kolom prioritas: Prioritas, 1 yang pertama. | Priority, 1 is first.
-- kolom keadaan: terjawab, mungkin, belum, belum diketahui. | terjawab (fulfilled), mungkin (perhaps), belum (not yet), belum diketahui (not known).
-- kolom dijawab_oleh: bantuan_alat atau pembinaan. | bantuan_alat or pembinaan.
-- kolom jawaban: Alat atau kegiatan pertama yang cocok. | First equipment or activity that matches.
-- kolom kata_sama: Kata yang sama. | Words in common.
-- kolom tanggal_jawaban: Harinya, atau hari terakhir periodenya bila tidak disebut. | Its day, or the last day of its period where it is not stated.
-- kolom hari_tunggu: Dari akhir periode usulan sampai jawaban; 0 bila dijawab di dalam periode itu. Satuan: hari. | From the end of the need's period to the answer; 0 within that period. Unit: days.
WITH kebutuhan AS (
    SELECT
        u.kode_wilayah,
        regexp_replace(lower(u.kecamatan), '[^\pL\pN]+', '', 'g') AS kecamatan_rapi,
        regexp_replace(lower(u.desa), '[^\pL\pN]+', '', 'g') AS desa_rapi,
        trim(regexp_replace(lower(u.uraian), '[^\pL\pN]+', ' ', 'g')) AS rapi,
        max(u.kecamatan) AS kecamatan,
        max(u.desa) AS desa,
        arg_min(u.uraian, u.periode_selesai) AS uraian,
        arg_min(u.periode, u.periode_selesai) AS periode,
        min(u.periode_mulai) AS sejak,
        min(u.periode_selesai) AS diusulkan,
        max(u.perkiraan_biaya) AS perkiraan_biaya,
        min(u.prioritas) AS prioritas,
        max(k.diterima_pada) AS per
    FROM usulan u
    JOIN kiriman k ON k.kiriman_id = u.kiriman_id
    GROUP BY 1, 2, 3, 4
),
berkata AS (
    SELECT
        *,
        row_number() OVER (ORDER BY kode_wilayah, kecamatan_rapi, desa_rapi, rapi) AS nomor,
        regexp_extract_all(
            regexp_replace(
                rapi,
                '\b(bantuan|alat|peralatan|mesin|pengadaan|pelatihan|pendampingan|usaha|industri|untuk|bagi|dengan|kelompok|pembuatan|pengolahan|pembangunan|produksi|produk|desa|kecamatan|hasil|unit|kecil|menengah|sarana|prasarana)\b',
                ' ', 'g'
            ),
            '\pL{4,}'
        ) AS kata
    FROM kebutuhan
),
jawaban AS (
    SELECT
        'bantuan_alat' AS oleh, kode_wilayah, regexp_replace(lower(kecamatan), '[^\pL\pN]+', '', 'g') AS kecamatan,
        regexp_replace(lower(desa), '[^\pL\pN]+', '', 'g') AS desa, nama_alat AS nama, tanggal_pasti AS tanggal, per,
        regexp_extract_all(lower(nama_alat), '\pL{4,}') AS kata
    FROM v_bantuan_sekali
    UNION ALL
    SELECT
        'pembinaan', kode_wilayah, regexp_replace(lower(kecamatan), '[^\pL\pN]+', '', 'g'), NULL, nama_kegiatan, coalesce(tanggal_mulai, periode_selesai), per,
        regexp_extract_all(lower(concat_ws(' ', nama_kegiatan, komoditas)), '\pL{4,}')
    FROM v_pembinaan_sekali
),
pertama AS (
    SELECT
        b.nomor, j.oleh, j.nama, j.tanggal, j.per,
        array_to_string(list_sort(list_intersect(b.kata, j.kata)), ', ') AS kata_sama,
        coalesce(j.kecamatan = b.kecamatan_rapi, false)
            OR coalesce(j.desa = b.desa_rapi AND j.kecamatan IS NULL, false) AS pasti
    FROM berkata b
    JOIN jawaban j ON j.kode_wilayah = b.kode_wilayah AND j.tanggal >= b.sejak AND list_has_any(j.kata, b.kata)
    WHERE (j.kecamatan IS NULL OR b.kecamatan_rapi IS NULL OR j.kecamatan = b.kecamatan_rapi)
        AND (j.desa IS NULL OR b.desa_rapi IS NULL OR j.desa = b.desa_rapi)
    QUALIFY row_number() OVER (PARTITION BY b.nomor ORDER BY pasti DESC, j.tanggal, j.oleh, j.nama) = 1
),
lapor AS (
    SELECT kode_wilayah, max(periode_selesai) AS sampai FROM unit_laporan
    WHERE laporan IN ('bantuan_alat', 'pembinaan')
    GROUP BY kode_wilayah
)
SELECT
    b.kode_wilayah, w.nama AS nama_wilayah, w.provinsi, left(b.periode, 4)::INTEGER AS tahun, b.periode, b.kecamatan,
    b.desa, b.uraian, b.perkiraan_biaya, b.prioritas,
    CASE
        WHEN p.pasti THEN 'terjawab'
        WHEN p.nomor IS NOT NULL THEN 'mungkin'
        WHEN l.sampai >= b.sejak THEN 'belum'
        ELSE 'belum diketahui'
    END AS keadaan,
    p.oleh AS dijawab_oleh,
    p.nama AS jawaban,
    p.kata_sama,
    p.tanggal AS tanggal_jawaban,
    greatest(date_diff('day', b.diusulkan, p.tanggal), CASE WHEN p.nomor IS NOT NULL THEN 0 END) AS hari_tunggu,
    t.kabkota_melapor, t.kabkota_seluruhnya, greatest(b.per, p.per) AS per
FROM berkata b
JOIN wilayah w ON w.kode_wilayah = b.kode_wilayah
LEFT JOIN pertama p ON p.nomor = b.nomor
LEFT JOIN lapor l ON l.kode_wilayah = b.kode_wilayah
LEFT JOIN lapor_tahun t
    ON t.laporan = 'usulan' AND t.tahun = left(b.periode, 4)::INTEGER AND t.kode_wilayah = b.kode_wilayah
ORDER BY b.kode_wilayah, b.kecamatan, b.prioritas, b.uraian
