-- pertanyaan | question: Berapa bagian usulan yang terjawab, berapa lama menunggu, berapa yang belum, tiap kecamatan? | What share of needs was fulfilled, how long did they wait, how many are unmet, by kecamatan?
-- butir | grain: Satu baris = satu kecamatan (kosong: tidak disebut), satu tahun usulan; kabupaten/kota tanpa usulan baru tahun itu punya satu baris kosong. | One row = one kecamatan (NULL: not stated), one year of needs; a district without new needs that year has one empty row.
-- satuan | unit: Usulan, persen, hari. | Needs, percent, days.
-- sumber | source: v_usulan_jawaban. | v_usulan_jawaban.
-- catatan | caveat: Jawaban dicocokkan dari kata dan tempat (lihat v_usulan_jawaban): angka ini perkiraan, baca rinciannya. persen_terjawab tidak menghitung mungkin sebagai terjawab dan tidak menyertakan belum diketahui. | Answers are matched by words and place (see v_usulan_jawaban): estimates, read the detail. persen_terjawab does not take mungkin for fulfilled and leaves out what is not known.
-- tabel | tables: v_usulan_jawaban, lapor_tahun
-- kolom bersama | shared columns: kode_wilayah, nama_wilayah, provinsi, kecamatan, kabkota_melapor, kabkota_seluruhnya, per
-- kolom tahun: Tahun usulan pertama. Satuan: tahun. | Year in which the need was first named. Unit: year.
-- kolom jumlah_usulan: Usulan yang berbeda. Satuan: usulan. | Different needs. Unit: needs.
-- kolom terjawab: Tempatnya pasti. Satuan: usulan. | The place is certain. Unit: needs.
-- kolom mungkin: Hanya kabupaten/kotanya sama. Satuan: usulan. | Only the district is the same. Unit: needs.
-- kolom belum: Belum terjawab. Satuan: usulan. | Unmet. Unit: needs.
-- kolom belum_diketahui: Belum ada laporan sejak itu. Satuan: usulan. | No reports since then. Unit: needs.
-- kolom persen_terjawab: terjawab dibagi usulan yang diketahui. Satuan: persen. | terjawab by needs that are known. Unit: percent.
-- kolom median_hari_tunggu: Median waktu tunggu yang terjawab. Satuan: hari. | Median waiting time of those fulfilled. Unit: days.
-- kolom perkiraan_biaya_belum: Perkiraan biaya yang belum terjawab. Satuan: rupiah. | Estimated cost of those unmet. Unit: rupiah.
WITH hitung AS (
    SELECT
        kode_wilayah, max(kecamatan) AS kecamatan, tahun,
        count(*) AS jumlah_usulan,
        count(*) FILTER (keadaan = 'terjawab') AS terjawab,
        count(*) FILTER (keadaan = 'mungkin') AS mungkin,
        count(*) FILTER (keadaan = 'belum') AS belum,
        count(*) FILTER (keadaan = 'belum diketahui') AS belum_diketahui,
        median(hari_tunggu) FILTER (keadaan = 'terjawab') AS median_hari_tunggu,
        (sum(perkiraan_biaya) FILTER (keadaan = 'belum'))::BIGINT AS perkiraan_biaya_belum,
        max(per) AS per
    FROM v_usulan_jawaban
    GROUP BY kode_wilayah, regexp_replace(lower(kecamatan), '[^\pL\pN]+', '', 'g'), tahun
)
SELECT
    l.kode_wilayah, l.nama_wilayah, l.provinsi, h.kecamatan, l.tahun, h.jumlah_usulan, h.terjawab, h.mungkin,
    h.belum, h.belum_diketahui,
    round(100.0 * h.terjawab / nullif(h.jumlah_usulan - h.belum_diketahui, 0), 1) AS persen_terjawab,
    h.median_hari_tunggu, h.perkiraan_biaya_belum, l.kabkota_melapor, l.kabkota_seluruhnya, h.per
FROM lapor_tahun l
LEFT JOIN hitung h ON h.kode_wilayah = l.kode_wilayah AND h.tahun = l.tahun
WHERE l.laporan = 'usulan'
ORDER BY l.tahun, l.kode_wilayah, h.kecamatan
