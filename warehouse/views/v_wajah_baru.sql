-- pertanyaan | question: Berapa wajah baru di antara yang didampingi atau magang tahun ini? | How many new faces are among those with mentoring or apprenticeship this year?
-- butir | grain: Satu baris = satu kabupaten/kota, satu tahun; setiap kabupaten/kota di provinsi yang mengirim daftar peserta tahun itu. | One row = one district, one year; every district of a province that sent lists of participants for that year.
-- satuan | unit: Orang, persen. | People, percent.
-- sumber | source: Daftar peserta (v_peserta_tahun). | Lists of participants (v_peserta_tahun).
-- catatan | caveat: Wajah baru = tidak ditemukan di daftar peserta tahun mana pun sebelumnya. Kosong bila kabupaten/kota itu tidak punya daftar peserta tahun sebelumnya: tanpa itu semua orang tampak baru. Orang yang dulu dilatih tanpa daftar nama, atau yang namanya ditulis lain tanpa NIK, tampak baru. | A new face is on no list of participants of any earlier year. NULL where the district has no list for the year before: without one everybody looks new. People trained without a list, or written otherwise without NIK, look new.
-- tabel | tables: v_peserta_tahun, lapor_tahun
-- kolom bersama | shared columns: kode_wilayah, nama_wilayah, provinsi, tahun, kabkota_seluruhnya, per
-- kolom dibina: Orang yang didampingi atau magang tahun ini. Satuan: orang. | People with mentoring or apprenticeship this year. Unit: people.
-- kolom dilatih_tahun_lalu: Di antaranya yang dilatih tahun sebelumnya. Satuan: orang. | Of these trained the year before. Unit: people.
-- kolom pernah_ikut: Di antaranya yang pernah ikut kegiatan apa pun di tahun mana pun sebelumnya. Satuan: orang. | Of these in any activity of any earlier year. Unit: people.
-- kolom pernah_ikut_nik: pernah_ikut yang cocok menurut NIK. Satuan: orang. | pernah_ikut matched by NIK. Unit: people.
-- kolom mungkin_pernah: Hanya usahanya yang pernah ikut. Satuan: orang. | Only the business was seen before. Unit: people.
-- kolom wajah_baru: Tidak ditemukan sebelumnya. Satuan: orang. | Not found before. Unit: people.
-- kolom persen_wajah_baru: wajah_baru dibagi dibina. Satuan: persen. | wajah_baru by dibina. Unit: percent.
-- kolom kabkota_melapor: Kabupaten/kota di provinsi itu yang punya daftar peserta untuk tahun itu dan tahun sebelumnya. Satuan: kabupaten/kota. | Districts of the province with lists of participants for the year and the year before. Unit: districts.
WITH dibina AS (
    SELECT * FROM v_peserta_tahun WHERE dibina
),
orangnya AS (
    SELECT
        b.kode_wilayah, b.tahun, b.orang_kunci,
        bool_or(a.dilatih AND a.tahun = b.tahun - 1) AS tahun_lalu,
        max(a.per) AS per
    FROM dibina b
    JOIN v_peserta_tahun a ON a.orang_kunci = b.orang_kunci AND a.tahun < b.tahun
    GROUP BY b.kode_wilayah, b.tahun, b.orang_kunci
),
usahanya AS (
    SELECT DISTINCT b.kode_wilayah, b.tahun, b.orang_kunci
    FROM (SELECT *, unnest(usaha_kunci) AS usaha FROM dibina) b
    JOIN (SELECT *, unnest(usaha_kunci) AS usaha FROM v_peserta_tahun) a
        ON a.usaha = b.usaha AND a.tahun < b.tahun
    WHERE a.orang_kunci <> b.orang_kunci AND NOT (a.orang_dasar = 'nik' AND b.orang_dasar = 'nik')
),
hitung AS (
    SELECT
        b.kode_wilayah, b.tahun,
        count(*) AS dibina,
        count(*) FILTER (o.tahun_lalu) AS dilatih_tahun_lalu,
        count(o.orang_kunci) AS pernah_ikut,
        count(o.orang_kunci) FILTER (b.orang_dasar = 'nik') AS pernah_ikut_nik,
        count(*) FILTER (o.orang_kunci IS NULL AND u.orang_kunci IS NOT NULL) AS mungkin_pernah,
        count(*) FILTER (o.orang_kunci IS NULL AND u.orang_kunci IS NULL) AS wajah_baru,
        greatest(max(b.per), max(o.per)) AS per
    FROM dibina b
    LEFT JOIN orangnya o
        ON o.kode_wilayah = b.kode_wilayah AND o.tahun = b.tahun AND o.orang_kunci = b.orang_kunci
    LEFT JOIN usahanya u
        ON u.kode_wilayah = b.kode_wilayah AND u.tahun = b.tahun AND u.orang_kunci = b.orang_kunci
    GROUP BY b.kode_wilayah, b.tahun
),
kisi AS (
    SELECT kini.*, coalesce(lalu.sudah_lapor, false) AS lapor_lalu
    FROM lapor_tahun kini
    LEFT JOIN lapor_tahun lalu
        ON lalu.laporan = 'peserta' AND lalu.kode_wilayah = kini.kode_wilayah AND lalu.tahun = kini.tahun - 1
    WHERE kini.laporan = 'peserta'
)
SELECT
    k.kode_wilayah,
    k.nama_wilayah,
    k.provinsi,
    k.tahun,
    CASE WHEN k.sudah_lapor THEN coalesce(h.dibina, 0) END AS dibina,
    CASE WHEN k.sudah_lapor AND k.lapor_lalu THEN coalesce(h.dilatih_tahun_lalu, 0) END AS dilatih_tahun_lalu,
    CASE WHEN k.sudah_lapor AND k.lapor_lalu THEN coalesce(h.pernah_ikut, 0) END AS pernah_ikut,
    CASE WHEN k.sudah_lapor AND k.lapor_lalu THEN coalesce(h.pernah_ikut_nik, 0) END AS pernah_ikut_nik,
    CASE WHEN k.sudah_lapor AND k.lapor_lalu THEN coalesce(h.mungkin_pernah, 0) END AS mungkin_pernah,
    CASE WHEN k.sudah_lapor AND k.lapor_lalu THEN coalesce(h.wajah_baru, 0) END AS wajah_baru,
    CASE WHEN k.sudah_lapor AND k.lapor_lalu THEN round(100.0 * h.wajah_baru / nullif(h.dibina, 0), 1) END
        AS persen_wajah_baru,
    count(*) FILTER (k.sudah_lapor AND k.lapor_lalu) OVER (PARTITION BY k.provinsi, k.tahun) AS kabkota_melapor,
    k.kabkota_seluruhnya,
    greatest(k.per, h.per) AS per
FROM kisi k
LEFT JOIN hitung h ON h.kode_wilayah = k.kode_wilayah AND h.tahun = k.tahun
ORDER BY k.tahun, k.kode_wilayah
