-- bentuk | form: tabel | table
-- pertanyaan | question: Tabel dasar: berapa kabupaten/kota dari berapa yang melapor, tiap laporan dan tahun? | Base table: how many districts of how many reported, by report and year?
-- butir | grain: Satu baris = satu laporan, satu tahun, satu kabupaten/kota; setiap kabupaten/kota di provinsi yang punya laporan itu di tahun itu. | One row = one report, one year, one district; every district of a province that has that report for that year.
-- satuan | unit: Kabupaten/kota, kiriman. | Districts, submissions.
-- sumber | source: unit_laporan dan tabel wilayah. | unit_laporan and table wilayah.
-- catatan | caveat: Melapor berarti ada baris yang berlaku untuk periode mana pun di tahun itu; belum tentu lengkap setahun. | Reported means that rows are in force for any period of the year; the year need not be complete.
-- tabel | tables: unit_laporan, wilayah
-- kolom bersama | shared columns: laporan, tahun, kode_wilayah, nama_wilayah, provinsi, periode, kabkota_melapor, kabkota_seluruhnya, per, sudah_lapor
-- kolom periode_terakhir: Periode terakhir di tahun itu, untuk angka keadaan. | Last period of the year, for stocks.
-- kolom jumlah_kiriman: Banyak kiriman yang berlaku. Satuan: kiriman. | Submissions in force. Unit: submissions.
WITH unit AS (
    SELECT
        laporan,
        tahun,
        provinsi,
        kode_wilayah,
        string_agg(periode, ', ' ORDER BY periode) AS periode,
        max(periode) FILTER (terakhir) AS periode_terakhir,
        sum(jumlah_kiriman)::BIGINT AS jumlah_kiriman,
        max(per) AS per
    FROM unit_laporan
    GROUP BY laporan, tahun, provinsi, kode_wilayah
),
ada AS (
    SELECT laporan, tahun, provinsi, count(*) AS kabkota_melapor FROM unit GROUP BY laporan, tahun, provinsi
),
seluruhnya AS (
    SELECT provinsi, count(*) AS kabkota_seluruhnya FROM wilayah GROUP BY provinsi
)
SELECT
    a.laporan,
    a.tahun,
    w.kode_wilayah,
    w.nama AS nama_wilayah,
    w.provinsi,
    u.kode_wilayah IS NOT NULL AS sudah_lapor,
    u.periode,
    u.periode_terakhir,
    u.jumlah_kiriman,
    a.kabkota_melapor,
    s.kabkota_seluruhnya,
    u.per
FROM ada a
JOIN wilayah w ON w.provinsi = a.provinsi
JOIN seluruhnya s ON s.provinsi = a.provinsi
LEFT JOIN unit u ON u.laporan = a.laporan AND u.tahun = a.tahun AND u.kode_wilayah = w.kode_wilayah
