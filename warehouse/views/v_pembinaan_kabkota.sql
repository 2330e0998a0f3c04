-- pertanyaan | question: Berapa kegiatan, peserta dan anggaran pembinaan, tiap kabupaten/kota, tahun dan metode? | How many activities, participants and how much budget, by district, year and method?
-- butir | grain: Satu baris = satu kabupaten/kota, satu tahun, satu metode. | One row = one district, one year, one method.
-- satuan | unit: Kegiatan, orang, rupiah. | Activities, people, rupiah.
-- sumber | source: v_pembinaan_sekali (tabel pembinaan, kiriman yang berlaku). | v_pembinaan_sekali (table pembinaan, submissions in force).
-- catatan | caveat: Tahun menurut periode laporan; kegiatan yang dilaporkan lagi di tahun yang sama dihitung sekali menurut aturan v_pembinaan_sekali. Jumlah NULL berarti tidak satu pun kegiatan menyebutkannya. Kabupaten/kota tanpa laporan tidak punya baris di sini: lihat v_tanpa_program. | Year of the period reported on; an activity reported again in the year counts once by the rule of v_pembinaan_sekali. A NULL sum means that no activity states it. Districts without reports have no row here: see v_tanpa_program.
-- tabel | tables: v_pembinaan_sekali, lapor_tahun, wilayah
-- kolom kode_wilayah: Kode Kemendagri kabupaten/kota. | Kemendagri code of the district.
-- kolom nama_wilayah: Nama kabupaten/kota. | Name of the district.
-- kolom tahun: Tahun laporan. Satuan: tahun. | Year reported on. Unit: year.
-- kolom periode: Periode laporan yang dijumlahkan. | Periods that are added up.
-- kolom metode: Metode pembinaan; kosong bila tidak disebut. | Method; NULL if not stated.
-- kolom jumlah_kegiatan: Banyak kegiatan. Satuan: kegiatan. | Number of activities. Unit: activities.
-- kolom jumlah_peserta: Jumlah peserta yang disebut. Satuan: orang. | Participants as stated. Unit: people.
-- kolom peserta_l: Peserta laki-laki yang disebut. Satuan: orang. | Men as stated. Unit: people.
-- kolom peserta_p: Peserta perempuan yang disebut. Satuan: orang. | Women as stated. Unit: people.
-- kolom anggaran: Jumlah anggaran. Satuan: rupiah. | Budget. Unit: rupiah.
-- kolom realisasi: Jumlah realisasi. Satuan: rupiah. | Spent. Unit: rupiah.
-- kolom bersama | shared columns: provinsi, kabkota_melapor, kabkota_seluruhnya, per
-- kolom kegiatan_tanpa_peserta: Kegiatan yang tidak menyebut jumlah peserta. Satuan: kegiatan. | Activities that state no number of participants. Unit: activities.
SELECT
    p.kode_wilayah,
    any_value(w.nama) AS nama_wilayah,
    p.tahun,
    string_agg(DISTINCT p.periode, ', ' ORDER BY p.periode) AS periode,
    p.metode,
    count(*) AS jumlah_kegiatan,
    sum(p.jumlah_peserta)::BIGINT AS jumlah_peserta,
    sum(p.peserta_l)::BIGINT AS peserta_l,
    sum(p.peserta_p)::BIGINT AS peserta_p,
    sum(p.anggaran)::BIGINT AS anggaran,
    sum(p.realisasi)::BIGINT AS realisasi,
    count(*) FILTER (p.jumlah_peserta IS NULL) AS kegiatan_tanpa_peserta,
    any_value(w.provinsi) AS provinsi,
    any_value(l.kabkota_melapor) AS kabkota_melapor,
    any_value(l.kabkota_seluruhnya) AS kabkota_seluruhnya,
    max(p.per) AS per
FROM v_pembinaan_sekali p
LEFT JOIN wilayah w ON w.kode_wilayah = p.kode_wilayah
LEFT JOIN lapor_tahun l
    ON l.laporan = 'pembinaan' AND l.tahun = p.tahun AND l.kode_wilayah = p.kode_wilayah
GROUP BY p.kode_wilayah, p.tahun, p.metode
ORDER BY p.kode_wilayah, p.tahun, p.metode
