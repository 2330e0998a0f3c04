-- pertanyaan | question: DAK: berapa pagu, realisasi dan kemajuan fisik tiap kabupaten/kota, dan di mana keduanya berselisih lebih dari 20 poin? | DAK: ceiling, spending and physical progress by district, and where do they differ by more than 20 points?
-- butir | grain: Satu baris = satu kabupaten/kota, satu tahun, DAK Fisik atau DAK Nonfisik; setiap kabupaten/kota di provinsi yang mengirim anggaran tahun itu. | One row = one district, one year, DAK Fisik or DAK Nonfisik; every district of a province that sent a budget for that year.
-- satuan | unit: Rupiah, persen, poin persen. | Rupiah, percent, percentage points.
-- sumber | source: v_anggaran_terkini (tabel anggaran, periode terakhir tahun itu). | v_anggaran_terkini (table anggaran, last period of the year).
-- catatan | caveat: Realisasi kumulatif, dari satu periode (lihat periode). Persen dihitung atas kegiatan yang menyebutnya saja; fisik ditimbang dengan pagu. deviasi memakai hanya kegiatan yang menyebut keduanya. Kosong bila tidak ada DAK yang dilaporkan. | Spending is cumulative, from one period (see periode). Percentages rest on the activities that state them; progress is weighted by ceiling. deviasi uses only activities that state both. NULL where no DAK is reported.
-- tabel | tables: v_anggaran_terkini, lapor_tahun
-- kolom bersama | shared columns: kode_wilayah, nama_wilayah, provinsi, tahun, sumber_dana, periode, kabkota_seluruhnya, per
-- kolom jumlah_kegiatan: Kegiatan yang dilaporkan. Satuan: kegiatan. | Activities reported. Unit: activities.
-- kolom pagu: Jumlah pagu. Satuan: rupiah. | Ceilings. Unit: rupiah.
-- kolom realisasi: Jumlah realisasi yang disebut. Satuan: rupiah. | Spending as stated. Unit: rupiah.
-- kolom persen_keuangan: Realisasi dibagi pagu kegiatan yang menyebut realisasi. Satuan: persen. | Spent by ceiling of activities that state spending. Unit: percent.
-- kolom persen_fisik: Kemajuan fisik, ditimbang pagu. Satuan: persen. | Physical progress, weighted by ceiling. Unit: percent.
-- kolom deviasi: persen keuangan dikurangi persen fisik, atas kegiatan yang menyebut keduanya. Satuan: poin persen. | Money minus physical progress, over activities that state both. Unit: percentage points.
-- kolom deviasi_lebih_20: Benar bila deviasi lebih dari 20 poin ke arah mana pun. | True if it exceeds 20 points either way.
-- kolom kegiatan_deviasi_lebih_20: Kegiatan yang deviasinya lebih dari 20 poin. Satuan: kegiatan. | Activities that exceed 20 points. Unit: activities.
-- kolom tanpa_realisasi: Kegiatan yang tidak menyebut realisasi. Satuan: kegiatan. | Activities that state no spending. Unit: activities.
-- kolom tanpa_fisik: Kegiatan yang tidak menyebut kemajuan fisik. Satuan: kegiatan. | Activities that state no progress. Unit: activities.
-- kolom kabkota_melapor: Kabupaten/kota di provinsi itu yang melaporkan sumber dana itu untuk tahun itu. Satuan: kabupaten/kota. | Districts of the province that reported this fund for that year. Unit: districts.
WITH kegiatan AS (
    SELECT
        *,
        CASE WHEN pagu > 0 THEN 100.0 * realisasi / pagu - realisasi_fisik END AS selisih,
        pagu > 0 AND realisasi IS NOT NULL AND realisasi_fisik IS NOT NULL AS lengkap
    FROM v_anggaran_terkini
    WHERE sumber_dana IN ('DAK Fisik', 'DAK Nonfisik')
),
hitung AS (
    SELECT
        kode_wilayah, tahun, sumber_dana,
        string_agg(DISTINCT periode, ', ' ORDER BY periode) AS periode,
        count(*) AS jumlah_kegiatan,
        sum(pagu)::BIGINT AS pagu,
        sum(realisasi)::BIGINT AS realisasi,
        round(100.0 * sum(realisasi) / nullif(sum(pagu) FILTER (realisasi IS NOT NULL), 0), 1) AS persen_keuangan,
        round(
            sum(realisasi_fisik * pagu) / nullif(sum(pagu) FILTER (realisasi_fisik IS NOT NULL), 0), 1
        ) AS persen_fisik,
        round(
            (100.0 * sum(realisasi) FILTER (lengkap) - sum(realisasi_fisik * pagu) FILTER (lengkap))
            / nullif(sum(pagu) FILTER (lengkap), 0), 1
        ) AS deviasi,
        count(*) FILTER (abs(selisih) > 20) AS kegiatan_deviasi_lebih_20,
        count(*) FILTER (realisasi IS NULL) AS tanpa_realisasi,
        count(*) FILTER (realisasi_fisik IS NULL) AS tanpa_fisik,
        max(per) AS per
    FROM kegiatan
    GROUP BY kode_wilayah, tahun, sumber_dana
)
SELECT
    l.kode_wilayah, l.nama_wilayah, l.provinsi, l.tahun, d.sumber_dana, h.periode, h.jumlah_kegiatan, h.pagu,
    h.realisasi, h.persen_keuangan, h.persen_fisik, h.deviasi,
    abs(h.deviasi) > 20 AS deviasi_lebih_20,
    h.kegiatan_deviasi_lebih_20, h.tanpa_realisasi, h.tanpa_fisik,
    count(h.kode_wilayah) OVER (PARTITION BY l.provinsi, l.tahun, d.sumber_dana) AS kabkota_melapor,
    l.kabkota_seluruhnya, h.per
FROM lapor_tahun l
CROSS JOIN (VALUES ('DAK Fisik'), ('DAK Nonfisik')) d (sumber_dana)
LEFT JOIN hitung h
    ON h.kode_wilayah = l.kode_wilayah AND h.tahun = l.tahun AND h.sumber_dana = d.sumber_dana
WHERE l.laporan = 'anggaran'
ORDER BY l.tahun, l.kode_wilayah, d.sumber_dana
