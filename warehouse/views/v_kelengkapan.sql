-- pertanyaan | question: Kabupaten/kota mana sudah mengirim laporan apa, untuk periode mana? | Which district has sent which report, for which period?
-- butir | grain: Satu baris = satu laporan, satu kabupaten/kota, satu periode; setiap kabupaten/kota di provinsi yang pernah mengirim, setiap laporan dan periode yang pernah dikirim di provinsi itu atau sudah jatuh tempo. | One row = one report, one district, one period; every district of a province that has sent anything, every report and period seen or due there.
-- satuan | unit: Kiriman, baris. | Submissions, rows.
-- sumber | source: Tabel kiriman, kiriman_wilayah, karantina dan kewajiban. | Tables kiriman, kiriman_wilayah, karantina and kewajiban.
-- catatan | caveat: Kiriman yang kabupaten/kota atau periodenya tidak dikenali tidak tampak di sini; lihat tabel kiriman. Laporan tahunan dan triwulanan adalah periode yang berbeda. | Submissions whose district or period is unknown do not appear; see kiriman. A yearly and a quarterly report are different periods.
-- tabel | tables: kiriman, kiriman_wilayah, karantina, kewajiban, wilayah, v_hari_ini
-- kolom laporan: Jenis laporan. | Report type.
-- kolom kode_wilayah: Kode Kemendagri kabupaten/kota. | Kemendagri code of the district.
-- kolom nama_wilayah: Nama kabupaten/kota. | Name of the district.
-- kolom provinsi: Nama provinsi. | Name of the province.
-- kolom periode: Periode laporan. | Period reported on.
-- kolom jumlah_kiriman: Banyak kiriman diterima, termasuk yang ditolak, digantikan, duplikat. Satuan: kiriman. | Submissions received, refused, replaced and duplicate ones included. Unit: submissions.
-- kolom baris_dimuat: Baris yang dimuat dan berlaku. Satuan: baris. | Rows loaded and in force. Unit: rows.
-- kolom baris_karantina: Baris ditahan dari kiriman yang berlaku. Satuan: baris. | Rows held back of submissions in force. Unit: rows.
-- kolom terakhir_diterima: Waktu kiriman terakhir. | When the last submission came.
-- kolom sudah_lapor: Benar bila ada baris yang dimuat dan berlaku. | True if any row is loaded and in force.
-- kolom kabkota_melapor: Kabupaten/kota di provinsi itu yang sudah lapor untuk periode itu. Satuan: kabupaten/kota. | Districts of the province that have reported for the period. Unit: districts.
-- kolom kabkota_seluruhnya: Seluruh kabupaten/kota di provinsi itu. Satuan: kabupaten/kota. | All districts of the province. Unit: districts.
-- kolom wajib: Benar bila wajib dikirim (kewajiban.csv). | True if owed (kewajiban.csv).
-- kolom jatuh_tempo: Hari terakhir menurut aturan; kosong bila tidak wajib. | Last day by the rule; NULL if not owed.
WITH masuk AS (
    SELECT laporan, kode_wilayah, periode, kiriman_id FROM kiriman
    WHERE laporan IS NOT NULL AND kode_wilayah IS NOT NULL AND periode IS NOT NULL
    UNION
    SELECT laporan, kode_wilayah, periode, kiriman_id FROM kiriman_wilayah
    UNION
    SELECT k.laporan, a.kode_wilayah, k.periode, k.kiriman_id
    FROM karantina a
    JOIN kiriman k ON k.kiriman_id = a.kiriman_id
    WHERE k.laporan IS NOT NULL AND a.kode_wilayah IS NOT NULL AND k.periode IS NOT NULL
),
ditahan AS (
    SELECT a.kiriman_id, a.kode_wilayah, count(*) AS baris
    FROM karantina a
    JOIN kiriman k ON k.kiriman_id = a.kiriman_id
    WHERE k.berlaku_dari IS NOT NULL AND k.berlaku_sampai IS NULL
    GROUP BY a.kiriman_id, a.kode_wilayah
),
terima AS (
    SELECT
        m.laporan,
        m.kode_wilayah,
        m.periode,
        count(*) AS jumlah_kiriman,
        coalesce(sum(b.baris_dimuat), 0)::BIGINT AS baris_dimuat,
        coalesce(sum(t.baris), 0)::BIGINT AS baris_karantina,
        max(k.diterima_pada) AS terakhir_diterima
    FROM masuk m
    JOIN kiriman k ON k.kiriman_id = m.kiriman_id
    LEFT JOIN kiriman_wilayah b ON b.kiriman_id = m.kiriman_id AND b.kode_wilayah = m.kode_wilayah
    LEFT JOIN ditahan t ON t.kiriman_id = m.kiriman_id AND t.kode_wilayah = m.kode_wilayah
    GROUP BY m.laporan, m.kode_wilayah, m.periode
),
diharapkan AS (
    SELECT DISTINCT t.laporan, t.periode, w.provinsi
    FROM terima t
    JOIN wilayah w ON w.kode_wilayah = t.kode_wilayah
    UNION
    SELECT k.laporan, k.periode, w.provinsi
    FROM kewajiban k
    JOIN wilayah w ON w.kode_wilayah = k.kode_wilayah
    JOIN v_hari_ini h ON k.jatuh_tempo < h.hari
)
SELECT
    h.laporan,
    w.kode_wilayah,
    w.nama AS nama_wilayah,
    w.provinsi,
    h.periode,
    coalesce(t.jumlah_kiriman, 0) AS jumlah_kiriman,
    coalesce(t.baris_dimuat, 0) AS baris_dimuat,
    coalesce(t.baris_karantina, 0) AS baris_karantina,
    t.terakhir_diterima,
    coalesce(t.baris_dimuat, 0) > 0 AS sudah_lapor,
    count(*) FILTER (t.baris_dimuat > 0) OVER (PARTITION BY h.laporan, h.periode, w.provinsi) AS kabkota_melapor,
    count(*) OVER (PARTITION BY h.laporan, h.periode, w.provinsi) AS kabkota_seluruhnya,
    j.kode_wilayah IS NOT NULL AS wajib,
    j.jatuh_tempo
FROM diharapkan h
JOIN wilayah w ON w.provinsi = h.provinsi
LEFT JOIN terima t ON t.laporan = h.laporan AND t.kode_wilayah = w.kode_wilayah AND t.periode = h.periode
LEFT JOIN kewajiban j ON j.laporan = h.laporan AND j.kode_wilayah = w.kode_wilayah AND j.periode = h.periode
ORDER BY h.laporan, h.periode, w.kode_wilayah
