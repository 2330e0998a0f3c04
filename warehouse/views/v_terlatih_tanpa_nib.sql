-- pertanyaan | question: Usaha mana di antara yang sudah dilatih yang belum punya NIB, tiap kecamatan? | How many businesses already trained have no NIB, by kecamatan?
-- butir | grain: Satu baris = satu kecamatan (kosong: tidak disebut), satu tahun daftar; kabupaten/kota tanpa daftar, atau tanpa orang terlatih yang diketahui, punya satu baris kosong. | One row = one kecamatan (NULL: not stated), one year of the list; a district without a list, or without trained people on record, has one empty row.
-- satuan | unit: Unit usaha, orang, persen. | Businesses, people, percent.
-- sumber | source: Daftar (ikm, periode terakhir tahun itu) dan daftar peserta pelatihan sampai tahun itu. | The list (ikm, last period of the year) and participants of trainings up to that year.
-- catatan | caveat: Usaha dicocokkan menurut pemilik (NIK atau nama) atau usaha. NIB kosong di daftar berarti tidak disebut; bila daftar itu tidak memuat satu pun NIB, tanpa_nib kosong, bukan nol. Peserta yang usahanya tidak ada di daftar tampak di peserta_tidak_di_daftar, menurut kecamatan orang itu. | Businesses are matched by owner (NIK or name) or by business. An empty NIB means that none is stated; where a list holds no NIB at all, tanpa_nib is NULL, not zero. Participants whose business is not on the list are in peserta_tidak_di_daftar, by the person's kecamatan.
-- tabel | tables: ikm, unit_laporan, v_peserta_tahun, lapor_tahun
-- kolom bersama | shared columns: kode_wilayah, nama_wilayah, provinsi, tahun, kecamatan, periode, kabkota_melapor, kabkota_seluruhnya, per
-- kolom usaha_terlatih: Usaha di daftar yang pemilik atau usahanya pernah dilatih. Satuan: unit. | Businesses on the list whose owner or business was trained. Unit: businesses.
-- kolom cocok_nik: Di antaranya yang cocok menurut NIK. Satuan: unit. | Of these matched by NIK. Unit: businesses.
-- kolom tanpa_nib: Usaha terlatih tanpa NIB. Satuan: unit. | Trained businesses without NIB. Unit: businesses.
-- kolom persen_tanpa_nib: tanpa_nib dibagi usaha_terlatih. Satuan: persen. | tanpa_nib by usaha_terlatih. Unit: percent.
-- kolom peserta_tidak_di_daftar: Orang terlatih yang tidak ditemukan di daftar. Satuan: orang. | Trained people not found on the list. Unit: people.
WITH unit AS (
    SELECT * FROM unit_laporan WHERE laporan = 'ikm' AND terakhir
),
daftar AS (
    SELECT
        i.kode_wilayah, u.tahun, i.kiriman_id, i.baris, i.kecamatan, i.nib, i.orang_kunci, i.orang_dasar, i.usaha_kunci
    FROM ikm i
    JOIN unit u ON u.kode_wilayah = i.kode_wilayah AND u.periode = i.periode
),
ada_nib AS (
    SELECT kode_wilayah, tahun, count(nib) > 0 AS ada FROM daftar GROUP BY kode_wilayah, tahun
),
terlatih AS (
    SELECT * FROM v_peserta_tahun WHERE dilatih
),
cocok AS (
    SELECT d.kode_wilayah, d.tahun, d.kiriman_id, d.baris, d.kecamatan, d.nib, d.orang_dasar = 'nik' AS menurut_nik,
        t.orang_kunci, t.per
    FROM daftar d
    JOIN terlatih t ON t.orang_kunci = d.orang_kunci AND t.tahun <= d.tahun
    UNION ALL
    SELECT d.kode_wilayah, d.tahun, d.kiriman_id, d.baris, d.kecamatan, d.nib, false,
        t.orang_kunci, t.per
    FROM daftar d
    JOIN (SELECT *, unnest(usaha_kunci) AS usaha FROM terlatih) t ON t.usaha = d.usaha_kunci AND t.tahun <= d.tahun
),
usaha AS (
    SELECT
        kode_wilayah, tahun, kecamatan,
        count(*) AS usaha_terlatih,
        count(*) FILTER (menurut_nik) AS cocok_nik,
        count(*) FILTER (nib IS NULL) AS tanpa_nib,
        0 AS peserta_tidak_di_daftar,
        max(per) AS per
    FROM (
        SELECT kode_wilayah, tahun, kiriman_id, baris, kecamatan, nib, bool_or(menurut_nik) AS menurut_nik, max(per) AS per
        FROM cocok
        GROUP BY kode_wilayah, tahun, kiriman_id, baris, kecamatan, nib
    )
    GROUP BY kode_wilayah, tahun, kecamatan
),
luar AS (
    SELECT u.kode_wilayah, u.tahun, min(t.kecamatan) AS kecamatan, t.orang_kunci, max(t.per) AS per
    FROM unit u
    JOIN terlatih t ON t.kode_wilayah = u.kode_wilayah AND t.tahun <= u.tahun
    ANTI JOIN cocok c
        ON c.kode_wilayah = u.kode_wilayah AND c.tahun = u.tahun AND c.orang_kunci = t.orang_kunci
    GROUP BY u.kode_wilayah, u.tahun, t.orang_kunci
),
hitung AS (
    SELECT
        kode_wilayah, tahun, max(kecamatan) AS kecamatan,
        sum(usaha_terlatih)::BIGINT AS usaha_terlatih,
        sum(cocok_nik)::BIGINT AS cocok_nik,
        sum(tanpa_nib)::BIGINT AS tanpa_nib,
        sum(peserta_tidak_di_daftar)::BIGINT AS peserta_tidak_di_daftar,
        max(per) AS per
    FROM (
        SELECT * FROM usaha
        UNION ALL
        SELECT kode_wilayah, tahun, kecamatan, 0, 0, 0, count(*), max(per) FROM luar GROUP BY kode_wilayah, tahun, kecamatan
    )
    GROUP BY kode_wilayah, tahun, regexp_replace(lower(kecamatan), '[^\pL\pN]+', '', 'g')
)
SELECT
    l.kode_wilayah, l.nama_wilayah, l.provinsi, l.tahun, h.kecamatan, u.periode, h.usaha_terlatih, h.cocok_nik,
    CASE WHEN a.ada THEN h.tanpa_nib END AS tanpa_nib,
    CASE WHEN a.ada THEN round(100.0 * h.tanpa_nib / nullif(h.usaha_terlatih, 0), 1) END AS persen_tanpa_nib,
    h.peserta_tidak_di_daftar, l.kabkota_melapor, l.kabkota_seluruhnya,
    greatest(u.per, h.per) AS per
FROM lapor_tahun l
LEFT JOIN unit u ON u.kode_wilayah = l.kode_wilayah AND u.tahun = l.tahun
LEFT JOIN hitung h ON h.kode_wilayah = l.kode_wilayah AND h.tahun = l.tahun
LEFT JOIN ada_nib a ON a.kode_wilayah = l.kode_wilayah AND a.tahun = l.tahun
WHERE l.laporan = 'ikm'
ORDER BY l.tahun, l.kode_wilayah, h.kecamatan
