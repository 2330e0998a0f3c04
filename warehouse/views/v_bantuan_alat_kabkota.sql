-- pertanyaan | question: Berapa nilai alat yang diserahkan tiap kabupaten/kota dan sumber dana? | What is the value of equipment by district and source of funds?
-- butir | grain: Satu baris = satu kabupaten/kota, satu tahun, satu sumber dana; kabupaten/kota yang tidak melapor punya satu baris kosong. | One row = one district, one year, one source of funds; a district that has not reported has one empty row.
-- satuan | unit: Penerima, penyerahan, rupiah. | Receivers, handovers, rupiah.
-- sumber | source: v_bantuan_sekali (tabel bantuan_alat). | v_bantuan_sekali (table bantuan_alat).
-- catatan | caveat: nilai hanya menjumlahkan baris yang nilainya diketahui; tanpa_nilai menunjukkan sisanya. Satu penerima dari dua sumber dihitung di keduanya. | nilai adds up only rows whose value is known; tanpa_nilai tells of the rest. A receiver from two sources counts in both.
-- tabel | tables: v_bantuan_sekali, lapor_tahun
-- kolom bersama | shared columns: kode_wilayah, nama_wilayah, provinsi, tahun, sumber_dana, kabkota_melapor, kabkota_seluruhnya, per
-- kolom jumlah_baris: Jenis alat × penerima. Satuan: baris. | Kinds of equipment × receivers. Unit: rows.
-- kolom jumlah_penerima: Penerima yang berbeda (usaha atau kelompok). Satuan: penerima. | Different receivers (business or group). Unit: receivers.
-- kolom nilai: Nilai yang diketahui. Satuan: rupiah. | Value that is known. Unit: rupiah.
-- kolom tanpa_nilai: Baris tanpa nilai dan tanpa harga satuan. Satuan: baris. | Rows with neither value nor unit price. Unit: rows.
WITH hitung AS (
    SELECT
        kode_wilayah, tahun, sumber_dana,
        count(*) AS jumlah_baris,
        count(DISTINCT coalesce(usaha_kunci, orang_kunci)) AS jumlah_penerima,
        sum(nilai)::BIGINT AS nilai,
        count(*) FILTER (nilai IS NULL) AS tanpa_nilai,
        max(per) AS per
    FROM v_bantuan_sekali
    GROUP BY kode_wilayah, tahun, sumber_dana
)
SELECT
    l.kode_wilayah, l.nama_wilayah, l.provinsi, l.tahun, h.sumber_dana, h.jumlah_baris, h.jumlah_penerima,
    h.nilai, h.tanpa_nilai, l.kabkota_melapor, l.kabkota_seluruhnya, h.per
FROM lapor_tahun l
LEFT JOIN hitung h ON h.kode_wilayah = l.kode_wilayah AND h.tahun = l.tahun
WHERE l.laporan = 'bantuan_alat'
ORDER BY l.tahun, l.kode_wilayah, h.sumber_dana
