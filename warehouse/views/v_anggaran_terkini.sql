-- pertanyaan | question: Dasar pandangan lain: keadaan anggaran terakhir tiap tahun dan sumber dana? | Base of other views: the latest state of the budget by year and source of funds?
-- butir | grain: Satu baris = satu kegiatan menurut sumber dana, menurut periode terakhir tahun itu. | One row = one activity by source of funds, as of the last period of the year.
-- satuan | unit: Rupiah, persen. | Rupiah, percent.
-- sumber | source: Tabel anggaran, kiriman yang berlaku. | Table anggaran, submissions in force.
-- catatan | caveat: Realisasi itu kumulatif sejak awal tahun, jadi triwulan tidak dijumlahkan: per kabupaten/kota, tahun dan sumber dana dipakai satu periode, yang berakhir paling akhir, lalu yang diterima paling akhir. Kegiatan yang hanya ada di periode sebelumnya tidak ikut. Baris yang program, kegiatan dan pagunya sama di dua kiriman periode itu dihitung sekali (kiriman terakhir). Bila laporan mengulang jumlah pada tiap tingkat (program, kegiatan, sub kegiatan) tanpa menandainya sebagai jumlah, pagu terhitung ganda. | Spending is cumulative within the year, so quarters are not added: one period per district, year and source, the one that ends last, then the one received last. Activities that stand only in an earlier period are left out. Rows with the same programme, activity and ceiling in two submissions of that period count once (the latest). Where a report repeats totals on each level (programme, activity, sub-activity) without marking them, ceilings count twice.
-- tabel | tables: anggaran, kiriman
-- kolom bersama | shared columns: kiriman_id, baris, kode_wilayah, tahun, nama_kegiatan, sumber_dana, per
-- kolom periode: Periode yang dipakai. | Period that is used.
-- kolom program: Program tempat kegiatan itu berada. | Programme of the activity.
-- kolom pagu: Pagu. Satuan: rupiah. | Ceiling. Unit: rupiah.
-- kolom realisasi: Realisasi kumulatif. Satuan: rupiah. | Spent, cumulative. Unit: rupiah.
-- kolom realisasi_fisik: Kemajuan fisik. Satuan: persen. | Physical progress. Unit: percent.
WITH tertulis AS (
    SELECT
        a.*,
        year(a.periode_mulai)::INTEGER AS tahun,
        k.diterima_pada,
        max(k.diterima_pada) OVER (
            PARTITION BY a.kode_wilayah, a.sumber_dana, a.periode
        ) AS periode_diterima
    FROM anggaran a
    JOIN kiriman k ON k.kiriman_id = a.kiriman_id
),
terakhir AS (
    SELECT *
    FROM tertulis
    QUALIFY dense_rank() OVER (
        PARTITION BY kode_wilayah, tahun, sumber_dana
        ORDER BY periode_selesai DESC, periode_diterima DESC, periode
    ) = 1
)
SELECT
    kiriman_id, baris, kode_wilayah, tahun, periode, program, nama_kegiatan, sumber_dana, pagu, realisasi,
    realisasi_fisik, diterima_pada AS per
FROM terakhir
QUALIFY kiriman_id = first_value(kiriman_id) OVER (
    PARTITION BY kode_wilayah, tahun, sumber_dana, lower(coalesce(program, '')), lower(nama_kegiatan), pagu
    ORDER BY diterima_pada DESC, kiriman_id
)
