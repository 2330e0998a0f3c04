-- pertanyaan | question: Bagaimana bauran sumber dana, dan berapa kegiatan dibiayai bersama? | What is the funding mix, and how much is funded together?
-- butir | grain: Satu baris = satu kabupaten/kota, satu tahun, satu sumber dana; kabupaten/kota yang tidak melapor punya satu baris kosong. | One row = one district, one year, one source of funds; a district that has not reported has one empty row.
-- satuan | unit: Rupiah, persen, kegiatan. | Rupiah, percent, activities.
-- sumber | source: v_anggaran_terkini (tabel anggaran, periode terakhir tiap sumber dana). | v_anggaran_terkini (table anggaran, last period of each source).
-- catatan | caveat: Realisasi kumulatif; tidak dijumlahkan antarperiode. Dana bersama: kegiatan bernama sama dengan dua sumber dana atau lebih di tahun itu; yang namanya ditulis lain tidak tampak. Sumber dana dapat memakai periode yang berbeda (lihat periode). | Spending is cumulative and not added over periods. Shared funding: an activity of one name with two or more sources in the year; under another name it does not show. Sources may rest on different periods (see periode).
-- tabel | tables: v_anggaran_terkini, lapor_tahun
-- kolom bersama | shared columns: kode_wilayah, nama_wilayah, provinsi, tahun, sumber_dana, periode, kabkota_melapor, kabkota_seluruhnya, per
-- kolom jumlah_kegiatan: Baris kegiatan. Satuan: kegiatan. | Rows of activities. Unit: activities.
-- kolom pagu: Jumlah pagu. Satuan: rupiah. | Ceilings. Unit: rupiah.
-- kolom persen_pagu: Bagian dari pagu kabupaten/kota itu. Satuan: persen. | Share of the district's ceilings. Unit: percent.
-- kolom realisasi: Realisasi yang disebut. Satuan: rupiah. | Spending as stated. Unit: rupiah.
-- kolom persen_realisasi: Realisasi dibagi pagu kegiatan yang menyebut realisasi. Satuan: persen. | Spent by ceiling of activities that state spending. Unit: percent.
-- kolom kegiatan_bersama: Kegiatan yang juga dibiayai sumber lain. Satuan: kegiatan. | Activities also paid by another source. Unit: activities.
-- kolom pagu_bersama: Pagunya dari sumber ini. Satuan: rupiah. | Their ceilings from this source. Unit: rupiah.
WITH kegiatan AS (
    SELECT
        *,
        min(sumber_dana) OVER senama <> max(sumber_dana) OVER senama AS bersama
    FROM v_anggaran_terkini
    WINDOW senama AS (
        PARTITION BY kode_wilayah, tahun, trim(regexp_replace(lower(nama_kegiatan), '[^\pL\pN]+', ' ', 'g'))
    )
),
hitung AS (
    SELECT
        kode_wilayah, tahun, sumber_dana,
        string_agg(DISTINCT periode, ', ' ORDER BY periode) AS periode,
        count(*) AS jumlah_kegiatan,
        sum(pagu)::BIGINT AS pagu,
        sum(realisasi)::BIGINT AS realisasi,
        round(100.0 * sum(realisasi) / nullif(sum(pagu) FILTER (realisasi IS NOT NULL), 0), 1) AS persen_realisasi,
        count(*) FILTER (bersama) AS kegiatan_bersama,
        (sum(pagu) FILTER (bersama))::BIGINT AS pagu_bersama,
        max(per) AS per
    FROM kegiatan
    GROUP BY kode_wilayah, tahun, sumber_dana
)
SELECT
    l.kode_wilayah, l.nama_wilayah, l.provinsi, l.tahun, h.sumber_dana, h.periode, h.jumlah_kegiatan, h.pagu,
    round(100.0 * h.pagu / nullif(sum(h.pagu) OVER (PARTITION BY l.kode_wilayah, l.tahun), 0), 1) AS persen_pagu,
    h.realisasi, h.persen_realisasi, h.kegiatan_bersama, h.pagu_bersama, l.kabkota_melapor, l.kabkota_seluruhnya,
    h.per
FROM lapor_tahun l
LEFT JOIN hitung h ON h.kode_wilayah = l.kode_wilayah AND h.tahun = l.tahun
WHERE l.laporan = 'anggaran'
ORDER BY l.tahun, l.kode_wilayah, h.pagu DESC
