-- pertanyaan | question: Berapa biaya tiap peserta per hari? | What did each participant cost a day?
-- butir | grain: Satu baris = satu kegiatan pembinaan. | One row = one activity.
-- satuan | unit: Orang, hari, rupiah. | People, days, rupiah.
-- sumber | source: pembinaan, kiriman yang berlaku. | pembinaan, submissions in force.
-- catatan | caveat: Biaya = realisasi; bila kosong atau nol, anggaran (lihat dasar_biaya). Kosong bila biaya, peserta, atau hari tidak diketahui; hari terakhir yang tidak disebut tidak ditebak. Biaya dapat mencakup alat dan perjalanan. Rata-rata provinsi: jumlahkan biaya dan orang_hari dulu, baru bagi. | Cost = spent; where missing or zero, the budget (see dasar_biaya). NULL where cost, participants or days are not known; a last day that is not stated is not guessed. The cost may hold equipment and travel. For an average add up biaya and orang_hari first, then divide.
-- tabel | tables: v_pembinaan_sekali, lapor_tahun, wilayah
-- kolom bersama | shared columns: kode_wilayah, nama_wilayah, provinsi, tahun, nama_kegiatan, metode, sumber_dana, tanggal_mulai, tanggal_selesai, kabkota_melapor, kabkota_seluruhnya, per
-- kolom jumlah_peserta: Peserta yang disebut. Satuan: orang. | Participants as stated. Unit: people.
-- kolom hari: Banyak hari, hari pertama dan terakhir termasuk. Satuan: hari. | Days, first and last included. Unit: days.
-- kolom orang_hari: Peserta × hari. Satuan: orang-hari. | Participants × days. Unit: person-days.
-- kolom biaya: Biaya yang dipakai. Satuan: rupiah. | Cost that is used. Unit: rupiah.
-- kolom dasar_biaya: realisasi atau anggaran. | realisasi (spent) or anggaran (budget).
-- kolom biaya_per_peserta_hari: Biaya dibagi orang-hari, dibulatkan. Satuan: rupiah. | Cost by person-days, rounded. Unit: rupiah.
WITH kegiatan AS (
    SELECT
        *,
        CASE WHEN tanggal_selesai >= tanggal_mulai THEN date_diff('day', tanggal_mulai, tanggal_selesai) + 1 END AS hari,
        CASE WHEN realisasi > 0 THEN realisasi WHEN anggaran > 0 THEN anggaran END AS biaya,
        CASE WHEN realisasi > 0 THEN 'realisasi' WHEN anggaran > 0 THEN 'anggaran' END AS dasar_biaya
    FROM v_pembinaan_sekali
)
SELECT
    g.kode_wilayah, w.nama AS nama_wilayah, w.provinsi, g.tahun, g.nama_kegiatan, g.metode, g.sumber_dana,
    g.tanggal_mulai, g.tanggal_selesai, g.jumlah_peserta, g.hari,
    g.jumlah_peserta * g.hari AS orang_hari,
    g.biaya, g.dasar_biaya,
    round(g.biaya / nullif(g.jumlah_peserta * g.hari, 0))::BIGINT AS biaya_per_peserta_hari,
    l.kabkota_melapor, l.kabkota_seluruhnya, g.per
FROM kegiatan g
JOIN wilayah w ON w.kode_wilayah = g.kode_wilayah
LEFT JOIN lapor_tahun l
    ON l.laporan = 'pembinaan' AND l.tahun = g.tahun AND l.kode_wilayah = g.kode_wilayah
ORDER BY g.tahun, g.kode_wilayah, g.nama_kegiatan
