-- pertanyaan | question: Berapa kegiatan direncanakan dan berapa terbukti terlaksana, tiap triwulan? | How many activities were planned and how many are shown to have been held, by quarter?
-- butir | grain: Satu baris = satu kabupaten/kota, satu tahun, satu triwulan (kosong: tidak diketahui); kabupaten/kota yang tidak melapor punya satu baris kosong. | One row = one district, one year, one quarter (NULL: not known); a district that has not reported has one empty row.
-- satuan | unit: Kegiatan, orang, rupiah. | Activities, people, rupiah.
-- sumber | source: pembinaan dan daftar peserta, kiriman yang berlaku. | pembinaan and lists of participants, submissions in force.
-- catatan | caveat: Laporan tidak mengatakan terlaksana atau belum; yang dihitung ialah bukti: realisasi lebih dari nol, atau ada daftar pesertanya. tanpa_bukti belum tentu tidak terlaksana. Triwulan dari tanggal mulai; tanpa tanggal dari periode triwulan atau bulan; selain itu kosong. Tanggal di luar tahun laporan diragukan dan tidak dipakai. | Reports do not say whether an activity was held; evidence is counted: spending above zero, or a list of its participants. tanpa_bukti need not mean not held. The quarter comes from the first day; without one from a period that is a quarter or month; otherwise NULL. A day outside the year of the report is doubted and not used.
-- tabel | tables: v_pembinaan_sekali, v_peserta_metode, lapor_tahun
-- kolom bersama | shared columns: kode_wilayah, nama_wilayah, provinsi, tahun, kabkota_melapor, kabkota_seluruhnya, per
-- kolom triwulan: Triwulan 1 sampai 4; kosong bila tidak diketahui. | Quarter 1 to 4; NULL if not known.
-- kolom direncanakan: Kegiatan yang dilaporkan untuk triwulan itu. Satuan: kegiatan. | Activities reported for that quarter. Unit: activities.
-- kolom terlaksana: Di antaranya yang terbukti terlaksana. Satuan: kegiatan. | Of these with evidence of having been held. Unit: activities.
-- kolom bukti_realisasi: Realisasinya lebih dari nol. Satuan: kegiatan. | With spending above zero. Unit: activities.
-- kolom bukti_daftar: Ada daftar pesertanya. Satuan: kegiatan. | With a list of participants. Unit: activities.
-- kolom tanpa_bukti: Tanpa keduanya. Satuan: kegiatan. | With neither. Unit: activities.
-- kolom jumlah_peserta: Peserta yang disebut. Satuan: orang. | Participants as stated. Unit: people.
-- kolom anggaran: Anggaran. Satuan: rupiah. | Budget. Unit: rupiah.
-- kolom realisasi: Realisasi. Satuan: rupiah. | Spent. Unit: rupiah.
WITH daftar AS (
    SELECT DISTINCT kode_wilayah, tahun, nama_rapi FROM v_peserta_metode
),
kegiatan AS (
    SELECT
        g.kode_wilayah, g.tahun, g.jumlah_peserta, g.anggaran, g.realisasi, g.per,
        CASE
            WHEN year(g.tanggal_mulai) = g.tahun THEN quarter(g.tanggal_mulai)
            WHEN g.tanggal_mulai IS NULL AND date_diff('day', g.periode_mulai, g.periode_selesai) < 100
                THEN quarter(g.periode_mulai)
        END AS triwulan,
        coalesce(g.realisasi > 0, false) AS dibayar,
        d.nama_rapi IS NOT NULL AS terdaftar
    FROM v_pembinaan_sekali g
    LEFT JOIN daftar d ON d.kode_wilayah = g.kode_wilayah AND d.tahun = g.tahun AND d.nama_rapi = g.nama_rapi
),
hitung AS (
    SELECT
        kode_wilayah, tahun, triwulan,
        count(*) AS direncanakan,
        count(*) FILTER (dibayar OR terdaftar) AS terlaksana,
        count(*) FILTER (dibayar) AS bukti_realisasi,
        count(*) FILTER (terdaftar) AS bukti_daftar,
        count(*) FILTER (NOT dibayar AND NOT terdaftar) AS tanpa_bukti,
        sum(jumlah_peserta)::BIGINT AS jumlah_peserta,
        sum(anggaran)::BIGINT AS anggaran,
        sum(realisasi)::BIGINT AS realisasi,
        max(per) AS per
    FROM kegiatan
    GROUP BY kode_wilayah, tahun, triwulan
)
SELECT
    l.kode_wilayah, l.nama_wilayah, l.provinsi, l.tahun, h.triwulan, h.direncanakan, h.terlaksana,
    h.bukti_realisasi, h.bukti_daftar, h.tanpa_bukti, h.jumlah_peserta, h.anggaran, h.realisasi,
    l.kabkota_melapor, l.kabkota_seluruhnya, h.per
FROM lapor_tahun l
LEFT JOIN hitung h ON h.kode_wilayah = l.kode_wilayah AND h.tahun = l.tahun
WHERE l.laporan = 'pembinaan'
ORDER BY l.tahun, l.kode_wilayah, h.triwulan
