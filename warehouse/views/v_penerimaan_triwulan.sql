-- pertanyaan | question: Apa yang diterima tiap triwulan, berapa hari setelah periodenya, berapa kiriman ulang dan baris ditahan; siapa yang belum mengirim triwulan ini? | What came each quarter, how long after its period, how many resubmissions and rows held back; who has not sent this quarter?
-- butir | grain: Satu baris = satu kabupaten/kota, satu triwulan kalender penerimaan; setiap kabupaten/kota di provinsi yang pernah mengirim, setiap triwulan dari kiriman pertama sampai hari penerbitan. | One row = one district, one calendar quarter of receipt; every district of a province that ever sent anything, every quarter from the first submission to the day of publishing.
-- satuan | unit: Kiriman, baris, hari. | Submissions, rows, days.
-- sumber | source: Tabel kiriman, kiriman_wilayah, karantina, terbitan. | Tables kiriman, kiriman_wilayah, karantina, terbitan.
-- catatan | caveat: Triwulan penerimaan, bukan periode laporan (untuk itu v_kelengkapan). Tenggat dan keterlambatan ada di v_ketepatan_waktu; hari_setelah_periode ialah jarak dari akhir periode laporan, bukan keterlambatan; negatif bila datang sebelum periodenya berakhir. Kiriman yang kabupaten/kotanya tidak dikenali tidak tampak. "Triwulan ini" menurut hari penerbitan berkas ini. | Quarter of receipt, not period reported on (for that v_kelengkapan). Due dates and lateness are in v_ketepatan_waktu; hari_setelah_periode is the distance from the end of the period, not lateness; negative if it came before the period ended. Submissions whose district is unknown do not show. "This quarter" is that of the day on which this file was published.
-- tabel | tables: kiriman, kiriman_wilayah, karantina, terbitan, wilayah
-- kolom bersama | shared columns: kode_wilayah, nama_wilayah, provinsi, kabkota_seluruhnya, per
-- kolom tahun: Tahun penerimaan. Satuan: tahun. | Year of receipt. Unit: year.
-- kolom triwulan: Triwulan penerimaan, 1 sampai 4. | Quarter of receipt, 1 to 4.
-- kolom triwulan_ini: Benar untuk triwulan hari penerbitan. | True for the quarter of the day of publishing.
-- kolom sudah_kirim: Benar bila ada kiriman yang dimuat di triwulan itu (juga bila kemudian digantikan). | True if any submission of that quarter was loaded (also if replaced later).
-- kolom jumlah_kiriman: Kiriman diterima, yang ditolak dan duplikat termasuk. Satuan: kiriman. | Submissions received, refused and duplicate ones included. Unit: submissions.
-- kolom kiriman_ulang: Di antaranya revisi dan duplikat. Satuan: kiriman. | Of these revisions and duplicates. Unit: submissions.
-- kolom kiriman_ditolak: Di antaranya ditolak. Satuan: kiriman. | Of these refused. Unit: submissions.
-- kolom jenis_laporan: Jenis laporan yang dimuat. | Report types loaded.
-- kolom baris_dimuat: Baris berlaku dari kiriman itu. Satuan: baris. | Rows in force of these. Unit: rows.
-- kolom baris_karantina: Baris yang masih ditahan. Satuan: baris. | Rows still held back. Unit: rows.
-- kolom hari_setelah_periode: Rata-rata hari dari akhir periode sampai diterima. Satuan: hari. | Mean days from the end of the period to receipt. Unit: days.
-- kolom kabkota_melapor: Kabupaten/kota di provinsi itu yang sudah mengirim di triwulan itu. Satuan: kabupaten/kota. | Districts of the province that sent in that quarter. Unit: districts.
WITH milik AS (
    SELECT kiriman_id, kode_wilayah FROM kiriman WHERE kode_wilayah IS NOT NULL
    UNION
    SELECT kiriman_id, kode_wilayah FROM kiriman_wilayah
    UNION
    SELECT kiriman_id, kode_wilayah FROM karantina WHERE kode_wilayah IS NOT NULL
),
ditahan AS (
    SELECT a.kiriman_id, a.kode_wilayah, count(*) AS baris
    FROM karantina a
    JOIN kiriman k ON k.kiriman_id = a.kiriman_id
    WHERE k.berlaku_dari IS NOT NULL AND k.berlaku_sampai IS NULL
    GROUP BY a.kiriman_id, a.kode_wilayah
),
masuk AS (
    SELECT
        m.kode_wilayah, k.diterima_pada, k.status, k.pilihan, k.laporan,
        k.berlaku_dari IS NOT NULL AS dimuat,
        b.baris_dimuat, d.baris AS ditahan,
        date_diff(
            'day',
            last_day(make_date(
                left(k.periode, 4)::INTEGER,
                CASE substr(k.periode, 6, 1)
                    WHEN '' THEN 12
                    WHEN 'S' THEN 6 * try_cast(right(k.periode, 1) AS INTEGER)
                    WHEN 'T' THEN 3 * try_cast(right(k.periode, 1) AS INTEGER)
                    ELSE try_cast(substr(k.periode, 6) AS INTEGER)
                END,
                1
            )),
            k.diterima_pada::DATE
        ) AS jarak
    FROM milik m
    JOIN kiriman k ON k.kiriman_id = m.kiriman_id
    LEFT JOIN kiriman_wilayah b ON b.kiriman_id = m.kiriman_id AND b.kode_wilayah = m.kode_wilayah
    LEFT JOIN ditahan d ON d.kiriman_id = m.kiriman_id AND d.kode_wilayah = m.kode_wilayah
),
hitung AS (
    SELECT
        kode_wilayah,
        date_trunc('quarter', diterima_pada)::DATE AS awal,
        count(*) AS jumlah_kiriman,
        count(*) FILTER (pilihan IN ('revisi', 'duplikat')) AS kiriman_ulang,
        count(*) FILTER (status = 'ditolak') AS kiriman_ditolak,
        bool_or(dimuat) AS sudah_kirim,
        string_agg(DISTINCT laporan, ', ' ORDER BY laporan) FILTER (dimuat) AS jenis_laporan,
        coalesce(sum(baris_dimuat), 0)::BIGINT AS baris_dimuat,
        coalesce(sum(ditahan), 0)::BIGINT AS baris_karantina,
        round(avg(jarak) FILTER (dimuat), 1) AS hari_setelah_periode,
        max(diterima_pada) AS per
    FROM masuk
    GROUP BY kode_wilayah, date_trunc('quarter', diterima_pada)
),
triwulan AS (
    SELECT unnest(generate_series(
        date_trunc('quarter', (SELECT min(diterima_pada) FROM masuk))::TIMESTAMP,
        date_trunc('quarter', (SELECT max(diterbitkan_pada) FROM terbitan))::TIMESTAMP,
        INTERVAL 3 MONTH
    ))::DATE AS awal
),
kisi AS (
    SELECT w.*, t.awal
    FROM wilayah w
    CROSS JOIN triwulan t
    WHERE w.provinsi IN (SELECT p.provinsi FROM wilayah p JOIN masuk m ON m.kode_wilayah = p.kode_wilayah)
)
SELECT
    g.kode_wilayah, g.nama AS nama_wilayah, g.provinsi, year(g.awal)::INTEGER AS tahun,
    quarter(g.awal)::INTEGER AS triwulan,
    g.awal = date_trunc('quarter', (SELECT max(diterbitkan_pada) FROM terbitan))::DATE AS triwulan_ini,
    coalesce(h.sudah_kirim, false) AS sudah_kirim,
    coalesce(h.jumlah_kiriman, 0) AS jumlah_kiriman,
    coalesce(h.kiriman_ulang, 0) AS kiriman_ulang,
    coalesce(h.kiriman_ditolak, 0) AS kiriman_ditolak,
    h.jenis_laporan,
    coalesce(h.baris_dimuat, 0) AS baris_dimuat,
    coalesce(h.baris_karantina, 0) AS baris_karantina,
    h.hari_setelah_periode,
    count(*) FILTER (h.sudah_kirim) OVER (PARTITION BY g.provinsi, g.awal) AS kabkota_melapor,
    count(*) OVER (PARTITION BY g.provinsi, g.awal) AS kabkota_seluruhnya,
    h.per
FROM kisi g
LEFT JOIN hitung h ON h.kode_wilayah = g.kode_wilayah AND h.awal = g.awal
ORDER BY g.awal, g.kode_wilayah
