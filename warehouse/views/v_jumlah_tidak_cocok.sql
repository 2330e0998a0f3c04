-- pertanyaan | question: Jumlah tertulis mana yang tidak sama dengan jumlah barisnya, dan berapa selisihnya? | Which stated totals disagree with their rows, and by how much?
-- butir | grain: Satu baris = satu sel jumlah di laporan yang berlaku. | One row = one cell with a total, in a report in force.
-- satuan | unit: Seperti kolomnya (orang, rupiah, unit). | As its column (people, rupiah, businesses).
-- sumber | source: Tabel klaim dan kiriman. | Tables klaim and kiriman.
-- catatan | caveat: Baris yang ditahan tidak ikut dijumlahkan: lihat baris_karantina sebelum menyalahkan laporan. Laporan beberapa kabupaten/kota tidak punya kode_wilayah di sini. | Rows held back are not part of the sum: see baris_karantina before blaming the report. A report over several districts has no kode_wilayah here.
-- tabel | tables: klaim, kiriman, lapor_tahun, wilayah
-- kolom bersama | shared columns: kiriman_id, berkas, lembar, baris, laporan, kode_wilayah, nama_wilayah, provinsi, tahun, kabkota_melapor, kabkota_seluruhnya, per
-- kolom periode: Periode laporan. | Period reported on.
-- kolom sel: Alamat sel jumlah itu (A1). | Cell of the total (A1).
-- kolom kolom: Kolom kami yang dijumlahkan. | Our column that is added up.
-- kolom nilai: Jumlah yang tertulis. Satuan: seperti kolomnya. | Total as stated. Unit: as its column.
-- kolom jumlah_baris: Jumlah dari baris-barisnya. Satuan: seperti kolomnya. | Sum of the rows. Unit: as its column.
-- kolom selisih: Tertulis dikurangi jumlah baris. Satuan: seperti kolomnya. | Stated minus summed. Unit: as its column.
-- kolom persen_selisih: Selisih dibagi jumlah baris. Satuan: persen. | Difference by the sum of the rows. Unit: percent.
-- kolom baris_karantina: Baris kiriman itu yang ditahan. Satuan: baris. | Rows of that submission held back. Unit: rows.
SELECT
    k.kode_wilayah, w.nama AS nama_wilayah, w.provinsi, left(k.periode, 4)::INTEGER AS tahun, k.periode, c.laporan,
    c.kiriman_id, c.berkas, c.lembar, c.baris, c.sel, c.kolom, c.nilai, c.jumlah_baris, c.selisih,
    round(100.0 * c.selisih / nullif(c.jumlah_baris, 0), 1) AS persen_selisih,
    k.baris_karantina, l.kabkota_melapor, l.kabkota_seluruhnya, k.diterima_pada AS per
FROM klaim c
JOIN kiriman k ON k.kiriman_id = c.kiriman_id
LEFT JOIN wilayah w ON w.kode_wilayah = k.kode_wilayah
LEFT JOIN lapor_tahun l
    ON l.laporan = c.laporan AND l.tahun = left(k.periode, 4)::INTEGER AND l.kode_wilayah = k.kode_wilayah
WHERE c.selisih <> 0 AND k.berlaku_dari IS NOT NULL AND k.berlaku_sampai IS NULL
ORDER BY abs(c.selisih) DESC, c.berkas, c.sel
