-- pertanyaan | question: Angka kumulatif mana yang turun dari satu periode ke periode berikutnya? | Which cumulative values fell from one period to the next?
-- butir | grain: Satu baris = satu kegiatan anggaran, satu kolom, dua periode berurutan di tahun yang sama. | One row = one budget activity, one column, two periods that follow each other in a year.
-- satuan | unit: Rupiah (realisasi) atau persen (realisasi_fisik). | Rupiah (realisasi) or percent (realisasi_fisik).
-- sumber | source: Tabel anggaran, kiriman yang berlaku. | Table anggaran, submissions in force.
-- catatan | caveat: Kegiatan dikenali dari program, nama dan sumber dana; bila namanya berubah antarperiode, penurunannya tidak tampak. Laporan yang tidak kumulatif (hanya triwulan itu) akan tampak turun. Bila satu periode punya beberapa kiriman, dipakai yang diterima terakhir. | Activities are known by programme, name and source; under a changed name a fall does not show. A report that is not cumulative (that quarter alone) looks like a fall. Of several submissions for a period the last received is used.
-- tabel | tables: anggaran, kiriman, lapor_tahun, wilayah
-- kolom bersama | shared columns: kode_wilayah, nama_wilayah, provinsi, tahun, nama_kegiatan, sumber_dana, kabkota_melapor, kabkota_seluruhnya, per
-- kolom kolom: realisasi atau realisasi_fisik. | realisasi (spent) or realisasi_fisik (physical progress).
-- kolom periode_sebelum: Periode sebelumnya. | The earlier period.
-- kolom periode: Periode yang lebih rendah. | The period with the lower value.
-- kolom nilai_sebelum: Nilai sebelumnya. Satuan: rupiah atau persen. | Value before. Unit: rupiah or percent.
-- kolom nilai: Nilai sesudahnya. Satuan: rupiah atau persen. | Value after. Unit: rupiah or percent.
-- kolom selisih: nilai dikurangi nilai_sebelum (negatif). Satuan: rupiah atau persen. | nilai minus nilai_sebelum (negative). Unit: rupiah or percent.
WITH kiriman_ini AS (
    SELECT
        a.kode_wilayah, year(a.periode_mulai)::INTEGER AS tahun, a.periode, a.periode_selesai, a.kiriman_id,
        lower(coalesce(a.program, '')) AS program,
        lower(a.nama_kegiatan) AS nama_rapi,
        a.sumber_dana,
        date_diff('day', a.periode_mulai, a.periode_selesai) AS lama,
        min(a.nama_kegiatan) AS nama_kegiatan,
        sum(a.realisasi) AS realisasi,
        avg(a.realisasi_fisik) AS realisasi_fisik,
        max(k.diterima_pada) AS per
    FROM anggaran a
    JOIN kiriman k ON k.kiriman_id = a.kiriman_id
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9
),
tertulis AS (
    SELECT *
    FROM kiriman_ini
    QUALIFY row_number() OVER (
        PARTITION BY kode_wilayah, periode, program, nama_rapi, sumber_dana ORDER BY per DESC, kiriman_id
    ) = 1
),
panjang AS (
    SELECT * EXCLUDE (realisasi, realisasi_fisik), 'realisasi' AS kolom, realisasi::DOUBLE AS nilai FROM tertulis
    UNION ALL
    SELECT * EXCLUDE (realisasi, realisasi_fisik), 'realisasi_fisik', realisasi_fisik FROM tertulis
),
urut AS (
    SELECT
        *,
        lag(periode) OVER runtun AS periode_sebelum,
        lag(nilai) OVER runtun AS nilai_sebelum,
        lag(per) OVER runtun AS per_sebelum
    FROM panjang
    WHERE nilai IS NOT NULL
    WINDOW runtun AS (
        PARTITION BY kode_wilayah, tahun, program, nama_rapi, sumber_dana, kolom ORDER BY periode_selesai, lama, periode
    )
)
SELECT
    u.kode_wilayah, w.nama AS nama_wilayah, w.provinsi, u.tahun, u.nama_kegiatan, u.sumber_dana, u.kolom,
    u.periode_sebelum, u.periode, u.nilai_sebelum, u.nilai, u.nilai - u.nilai_sebelum AS selisih,
    l.kabkota_melapor, l.kabkota_seluruhnya, greatest(u.per, u.per_sebelum) AS per
FROM urut u
JOIN wilayah w ON w.kode_wilayah = u.kode_wilayah
LEFT JOIN lapor_tahun l
    ON l.laporan = 'anggaran' AND l.tahun = u.tahun AND l.kode_wilayah = u.kode_wilayah
WHERE u.nilai < u.nilai_sebelum
ORDER BY u.tahun, u.kode_wilayah, u.nama_kegiatan, u.periode
