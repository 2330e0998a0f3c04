-- bentuk | form: tabel | table
-- pertanyaan | question: Tabel dasar: apa yang sudah dilaporkan, untuk wilayah dan periode mana? | Base table: what has been reported, for which district and period?
-- butir | grain: Satu baris = satu laporan, satu kabupaten/kota, satu periode yang punya baris berlaku. | One row = one report, one district, one period with rows in force.
-- satuan | unit: Kiriman, baris, bulan. | Submissions, rows, months.
-- sumber | source: Tabel kiriman_wilayah dan kiriman. | Tables kiriman_wilayah and kiriman.
-- catatan | caveat: terakhir menandai satu periode per tahun, untuk angka keadaan (unit, tenaga kerja): yang berakhir paling akhir, lalu yang diterima paling akhir. Periode lain tahun itu tidak dijumlahkan dengannya. | terakhir marks one period a year, for stocks (units, workers): the one that ends last, then the one received last. Other periods of that year are not added to it.
-- tabel | tables: kiriman, kiriman_wilayah, wilayah
-- kolom bersama | shared columns: laporan, kode_wilayah, nama_wilayah, provinsi, tahun, per
-- kolom periode: Periode laporan. | Period reported on.
-- kolom periode_selesai: Hari terakhir periode. | Last day of the period.
-- kolom lama_bulan: Panjang periode. Satuan: bulan. | Length of the period. Unit: months.
-- kolom jumlah_kiriman: Banyak kiriman yang berlaku. Satuan: kiriman. | Submissions in force. Unit: submissions.
-- kolom baris_dimuat: Baris yang berlaku. Satuan: baris. | Rows in force. Unit: rows.
-- kolom terakhir: Benar untuk periode terakhir di tahun itu. | True for the last period of the year.
WITH unit AS (
    SELECT
        u.laporan,
        u.kode_wilayah,
        u.periode,
        left(u.periode, 4)::INTEGER AS tahun,
        substr(u.periode, 6) AS bagian,
        count(*) AS jumlah_kiriman,
        sum(u.baris_dimuat)::BIGINT AS baris_dimuat,
        max(k.diterima_pada) AS per
    FROM kiriman_wilayah u
    JOIN kiriman k ON k.kiriman_id = u.kiriman_id
    GROUP BY u.laporan, u.kode_wilayah, u.periode
),
panjang AS (
    SELECT
        *,
        CASE left(bagian, 1)
            WHEN '' THEN 12
            WHEN 'S' THEN 6 * try_cast(right(bagian, 1) AS INTEGER)
            WHEN 'T' THEN 3 * try_cast(right(bagian, 1) AS INTEGER)
            ELSE try_cast(bagian AS INTEGER)
        END AS bulan_akhir,
        CASE left(bagian, 1) WHEN '' THEN 12 WHEN 'S' THEN 6 WHEN 'T' THEN 3 ELSE 1 END AS lama_bulan
    FROM unit
),
hari AS (
    SELECT *, last_day(make_date(tahun, bulan_akhir, 1)) AS periode_selesai FROM panjang
)
SELECT
    h.laporan,
    h.kode_wilayah,
    w.nama AS nama_wilayah,
    w.provinsi,
    h.tahun,
    h.periode,
    h.periode_selesai,
    h.lama_bulan,
    h.jumlah_kiriman,
    h.baris_dimuat,
    h.per,
    row_number() OVER (
        PARTITION BY h.laporan, h.kode_wilayah, h.tahun
        ORDER BY h.periode_selesai DESC, h.per DESC, h.lama_bulan DESC
    ) = 1 AS terakhir
FROM hari h
JOIN wilayah w ON w.kode_wilayah = h.kode_wilayah
