-- pertanyaan | question: Berapa unit, tenaga kerja, kegiatan dan bantuan di Luwu Raya, Ajatappareng, Bosowa, Mamminasata? | How many units, workers, activities and handovers in Luwu Raya, Ajatappareng, Bosowa, Mamminasata?
-- butir | grain: Satu baris = satu kelompok wilayah, satu tahun yang ada laporannya. | One row = one group of districts, one year with any report.
-- satuan | unit: Unit usaha, orang, rupiah, kegiatan. | Businesses, people, rupiah, activities.
-- sumber | source: v_pertumbuhan (daftar), v_pembinaan_sekali, v_bantuan_sekali, kelompok_wilayah. | v_pertumbuhan (the list), v_pembinaan_sekali, v_bantuan_sekali, kelompok_wilayah.
-- catatan | caveat: Menjumlahkan anggota yang melapor saja; anggota_ikm, anggota_pembinaan dan anggota_bantuan menunjukkan berapa dari berapa. Seluruh kabupaten dihitung, walau kawasan Mamminasata hanya memuat sebagian kecamatannya. Kosong bila tidak satu pun anggota melapor. | Adds up members that reported only; anggota_ikm, anggota_pembinaan and anggota_bantuan tell how many of how many. Whole districts are counted, though the Mamminasata area takes in only some kecamatan. NULL where no member reported.
-- tabel | tables: kelompok_wilayah, v_pertumbuhan, v_pembinaan_sekali, v_bantuan_sekali, lapor_tahun
-- kolom bersama | shared columns: tahun, per
-- kolom kelompok: Nama kelompok wilayah. | Name of the group.
-- kolom jumlah_unit: Unit usaha menurut daftar. Satuan: unit. | Businesses by the list. Unit: businesses.
-- kolom tenaga_kerja: Tenaga kerja yang disebut. Satuan: orang. | Workers as stated. Unit: people.
-- kolom nilai_investasi: Investasi yang disebut. Satuan: rupiah. | Investment as stated. Unit: rupiah.
-- kolom nilai_produksi: Produksi yang disebut. Satuan: rupiah. | Production as stated. Unit: rupiah.
-- kolom jumlah_kegiatan: Kegiatan pembinaan. Satuan: kegiatan. | Activities. Unit: activities.
-- kolom jumlah_peserta: Peserta yang disebut. Satuan: orang. | Participants as stated. Unit: people.
-- kolom nilai_bantuan: Nilai bantuan alat yang diketahui. Satuan: rupiah. | Known value of equipment. Unit: rupiah.
-- kolom anggota_ikm: Anggota yang mengirim daftar. Satuan: kabupaten/kota. | Members that sent a list. Unit: districts.
-- kolom anggota_pembinaan: Anggota yang mengirim pembinaan. Satuan: kabupaten/kota. | Members that sent pembinaan. Unit: districts.
-- kolom anggota_bantuan: Anggota yang mengirim bantuan_alat. Satuan: kabupaten/kota. | Members that sent bantuan_alat. Unit: districts.
-- kolom kabkota_melapor: Anggota yang mengirim salah satu dari ketiganya. Satuan: kabupaten/kota. | Members that sent any of the three. Unit: districts.
-- kolom kabkota_seluruhnya: Seluruh anggota. Satuan: kabupaten/kota. | All members. Unit: districts.
WITH unit AS (
    SELECT kode_wilayah, tahun, jumlah_unit, tenaga_kerja, nilai_investasi, nilai_produksi
    FROM v_pertumbuhan
    WHERE sumber = 'daftar' AND jumlah_unit IS NOT NULL
),
kegiatan AS (
    SELECT kode_wilayah, tahun, count(*) AS jumlah_kegiatan, sum(jumlah_peserta)::BIGINT AS jumlah_peserta
    FROM v_pembinaan_sekali
    GROUP BY kode_wilayah, tahun
),
bantuan AS (
    SELECT kode_wilayah, tahun, count(*) AS jumlah, sum(nilai)::BIGINT AS nilai_bantuan
    FROM v_bantuan_sekali
    GROUP BY kode_wilayah, tahun
),
lapor AS (
    SELECT kode_wilayah, tahun, max(per) AS per
    FROM lapor_tahun
    WHERE sudah_lapor AND laporan IN ('ikm', 'pembinaan', 'bantuan_alat')
    GROUP BY kode_wilayah, tahun
),
anggota AS (
    SELECT kelompok, kode_wilayah, count(*) OVER (PARTITION BY kelompok) AS kabkota_seluruhnya FROM kelompok_wilayah
)
SELECT
    a.kelompok, l.tahun,
    sum(u.jumlah_unit)::BIGINT AS jumlah_unit,
    sum(u.tenaga_kerja)::BIGINT AS tenaga_kerja,
    sum(u.nilai_investasi)::BIGINT AS nilai_investasi,
    sum(u.nilai_produksi)::BIGINT AS nilai_produksi,
    sum(k.jumlah_kegiatan)::BIGINT AS jumlah_kegiatan,
    sum(k.jumlah_peserta)::BIGINT AS jumlah_peserta,
    sum(b.nilai_bantuan)::BIGINT AS nilai_bantuan,
    count(u.kode_wilayah) AS anggota_ikm,
    count(k.kode_wilayah) AS anggota_pembinaan,
    count(b.kode_wilayah) AS anggota_bantuan,
    count(*) AS kabkota_melapor,
    any_value(a.kabkota_seluruhnya) AS kabkota_seluruhnya,
    max(l.per) AS per
FROM anggota a
JOIN lapor l ON l.kode_wilayah = a.kode_wilayah
LEFT JOIN unit u ON u.kode_wilayah = l.kode_wilayah AND u.tahun = l.tahun
LEFT JOIN kegiatan k ON k.kode_wilayah = l.kode_wilayah AND k.tahun = l.tahun
LEFT JOIN bantuan b ON b.kode_wilayah = l.kode_wilayah AND b.tahun = l.tahun
GROUP BY a.kelompok, l.tahun
ORDER BY a.kelompok, l.tahun
