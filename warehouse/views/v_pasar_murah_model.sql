-- pertanyaan | question: Mana yang menjual lebih banyak: subsidi atau diskon? | Which sells more: subsidy or discount?
-- butir | grain: Satu baris = satu kabupaten/kota, satu tahun, satu model; kabupaten/kota yang tidak melapor punya satu baris kosong. | One row = one district, one year, one model; a district that has not reported has one empty row.
-- satuan | unit: Pasar, ritel, rupiah, orang. | Markets, retailers, rupiah, people.
-- sumber | source: v_pasar_murah. | v_pasar_murah.
-- catatan | caveat: Pasar dihitung dari tempat dan hari pertama yang berbeda. subsidi_per_rupiah memakai hanya ritel yang menyebut subsidi. Untuk provinsi jumlahkan dulu, baru bagi. | Markets are counted by different place and first day. subsidi_per_rupiah uses only retailers that state a subsidy. For a province add up first, then divide.
-- tabel | tables: v_pasar_murah, lapor_tahun
-- kolom bersama | shared columns: kode_wilayah, nama_wilayah, provinsi, tahun, kabkota_melapor, kabkota_seluruhnya, per
-- kolom model: subsidi, diskon, atau tidak disebut. | subsidi (subsidy), diskon (discount), or tidak disebut (not stated).
-- kolom jumlah_pasar: Pasar murah. Satuan: pasar. | Markets. Unit: markets.
-- kolom jumlah_retail: Ritel di pasar-pasar itu. Satuan: ritel. | Retailers at these markets. Unit: retailers.
-- kolom nilai_transaksi: Nilai transaksi. Satuan: rupiah. | Turnover. Unit: rupiah.
-- kolom transaksi_per_retail: Transaksi dibagi ritel, dibulatkan. Satuan: rupiah. | Turnover by retailers, rounded. Unit: rupiah.
-- kolom jumlah_pembeli: Pembeli yang disebut. Satuan: orang. | Buyers as stated. Unit: people.
-- kolom nilai_subsidi: Subsidi yang disebut. Satuan: rupiah. | Subsidy as stated. Unit: rupiah.
-- kolom subsidi_per_rupiah: Subsidi dibagi transaksi ritel yang menyebut subsidi. Satuan: rupiah per rupiah. | Subsidy by turnover of retailers that state one. Unit: rupiah per rupiah.
WITH hitung AS (
    SELECT
        kode_wilayah, tahun,
        coalesce(model, 'tidak disebut') AS model,
        count(DISTINCT lower(lokasi) || coalesce(tanggal_mulai::VARCHAR, '')) AS jumlah_pasar,
        count(*) AS jumlah_retail,
        sum(nilai_transaksi)::BIGINT AS nilai_transaksi,
        round(sum(nilai_transaksi) / count(*))::BIGINT AS transaksi_per_retail,
        sum(jumlah_pembeli)::BIGINT AS jumlah_pembeli,
        sum(nilai_subsidi)::BIGINT AS nilai_subsidi,
        round(
            sum(nilai_subsidi) / nullif(sum(nilai_transaksi) FILTER (nilai_subsidi IS NOT NULL), 0), 4
        ) AS subsidi_per_rupiah,
        max(per) AS per
    FROM v_pasar_murah
    GROUP BY kode_wilayah, tahun, coalesce(model, 'tidak disebut')
)
SELECT
    l.kode_wilayah, l.nama_wilayah, l.provinsi, l.tahun, h.model, h.jumlah_pasar, h.jumlah_retail,
    h.nilai_transaksi, h.transaksi_per_retail, h.jumlah_pembeli, h.nilai_subsidi, h.subsidi_per_rupiah,
    l.kabkota_melapor, l.kabkota_seluruhnya, h.per
FROM lapor_tahun l
LEFT JOIN hitung h ON h.kode_wilayah = l.kode_wilayah AND h.tahun = l.tahun
WHERE l.laporan = 'pasar_murah'
ORDER BY l.tahun, l.kode_wilayah, h.model
