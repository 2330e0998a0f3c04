-- pertanyaan | question: Berapa transaksi tiap ritel dan pasar murah, dan berapa subsidi per rupiah terjual? | What was the turnover of each retailer and market, and the subsidy per rupiah sold?
-- butir | grain: Satu baris = satu ritel di satu pasar murah. | One row = one retailer at one market.
-- satuan | unit: Rupiah, orang. | Rupiah, people.
-- sumber | source: Tabel pasar_murah, kiriman yang berlaku. | Table pasar_murah, submissions in force.
-- catatan | caveat: Ritel yang tertulis lagi di kiriman lain dari wilayah dan tahun yang sama (tempat, ritel dan tanggal sama; tanpa tanggal: transaksinya juga sama) dihitung sekali, dari kiriman terakhir. subsidi_per_rupiah kosong bila subsidi tidak disebut; pada model diskon tidak ada subsidi. | A retailer written again in another submission of the same district and year (same place, retailer and day; without a day also the same turnover) counts once, from the latest. subsidi_per_rupiah is NULL where no subsidy is stated; the discount model has none.
-- tabel | tables: pasar_murah, kiriman, lapor_tahun, wilayah
-- kolom bersama | shared columns: kode_wilayah, nama_wilayah, provinsi, tahun, periode, tanggal_mulai, tanggal_selesai, lokasi, kecamatan, kabkota_melapor, kabkota_seluruhnya, per
-- kolom model: subsidi atau diskon; kosong bila tidak disebut. | subsidi (subsidy) or diskon (discount); NULL if not stated.
-- kolom nama_retail: Ritel. | Retailer.
-- kolom nilai_transaksi: Nilai transaksi. Satuan: rupiah. | Turnover. Unit: rupiah.
-- kolom jumlah_pembeli: Pembeli yang disebut. Satuan: orang. | Buyers as stated. Unit: people.
-- kolom nilai_subsidi: Subsidi yang disebut. Satuan: rupiah. | Subsidy as stated. Unit: rupiah.
-- kolom transaksi_per_pembeli: Transaksi dibagi pembeli, dibulatkan. Satuan: rupiah. | Turnover by buyers, rounded. Unit: rupiah.
-- kolom subsidi_per_rupiah: Subsidi untuk setiap rupiah terjual. Satuan: rupiah per rupiah. | Subsidy for each rupiah sold. Unit: rupiah per rupiah.
WITH sekali AS (
    SELECT p.*, year(p.periode_mulai)::INTEGER AS tahun, k.diterima_pada
    FROM pasar_murah p
    JOIN kiriman k ON k.kiriman_id = p.kiriman_id
    QUALIFY p.kiriman_id = first_value(p.kiriman_id) OVER (
        PARTITION BY p.kode_wilayah, year(p.periode_mulai), lower(p.lokasi), lower(p.nama_retail),
            coalesce(p.tanggal_mulai::VARCHAR, 'tanpa tanggal ' || p.nilai_transaksi)
        ORDER BY k.diterima_pada DESC, p.kiriman_id
    )
)
SELECT
    s.kode_wilayah, w.nama AS nama_wilayah, w.provinsi, s.tahun, s.periode, s.tanggal_mulai, s.tanggal_selesai,
    s.lokasi, s.kecamatan, s.model, s.nama_retail, s.nilai_transaksi, s.jumlah_pembeli, s.nilai_subsidi,
    round(s.nilai_transaksi / nullif(s.jumlah_pembeli, 0))::BIGINT AS transaksi_per_pembeli,
    round(s.nilai_subsidi / nullif(s.nilai_transaksi, 0), 4) AS subsidi_per_rupiah,
    l.kabkota_melapor, l.kabkota_seluruhnya, s.diterima_pada AS per
FROM sekali s
JOIN wilayah w ON w.kode_wilayah = s.kode_wilayah
LEFT JOIN lapor_tahun l
    ON l.laporan = 'pasar_murah' AND l.tahun = s.tahun AND l.kode_wilayah = s.kode_wilayah
ORDER BY s.tahun, s.kode_wilayah, s.tanggal_mulai, s.lokasi, s.nama_retail
