-- pertanyaan | question: MoU mana yang dibahas lebih dari enam bulan, dan mana yang berakhir dalam 90 hari? | Which MoU have been under discussion for over six months, and which end within 90 days?
-- butir | grain: Satu baris = satu kerja sama (kabupaten/kota, mitra, isi), menurut laporan terakhirnya. | One row = one agreement (district, partner, scope), as last reported.
-- satuan | unit: Hari. | Days.
-- sumber | source: Tabel kerja_sama, kiriman yang berlaku. | Table kerja_sama, submissions in force.
-- catatan | caveat: "Hari ini" ialah hari penerbitan berkas ini (tabel terbitan), jadi salinan yang dibekukan tetap menjawab sama. Dibahas sejak: akhir periode pertama yang menyebutnya belum ditandatangani, atau hari diterima bila lebih awal; pembahasan dapat lebih lama. Status ialah yang terakhir dilaporkan: laporan lama dapat sudah usang (lihat periode). | "Today" is the day on which this file was published (table terbitan), so that a frozen copy keeps its answer. Discussed since: the end of the first period that names it unsigned, or the day of receipt if earlier; talks may be older. The status is the last reported: an old report may be out of date (see periode).
-- tabel | tables: kerja_sama, kiriman, terbitan, lapor_tahun, wilayah
-- kolom bersama | shared columns: kode_wilayah, nama_wilayah, provinsi, tahun, kabkota_melapor, kabkota_seluruhnya, per
-- kolom periode: Periode laporan terakhir yang menyebutnya. | Last period that names it.
-- kolom mitra: Mitra. | Partner.
-- kolom tentang: Ruang lingkup. | Scope.
-- kolom jenis_dokumen: MoU atau PKS; kosong bila tidak disebut. | MoU or PKS; NULL if not stated.
-- kolom status: penjajakan, pembahasan, ditandatangani, berakhir; kosong bila tidak disebut. | penjajakan (exploring), pembahasan (under discussion), ditandatangani (signed), berakhir (ended); NULL if not stated.
-- kolom tanggal_tanda_tangan: Hari ditandatangani. | Day of signature.
-- kolom berlaku_sampai: Hari terakhir berlaku. | Last day of validity.
-- kolom hari_ini: Hari penerbitan berkas ini. | Day on which this file was published.
-- kolom dibahas_sejak: Sejak kapan diketahui dibahas; kosong bila sudah ditandatangani atau berakhir. | Known to be under discussion since; NULL if signed or ended.
-- kolom hari_dibahas: Lama dibahas sampai hari ini. Satuan: hari. | Days under discussion until today. Unit: days.
-- kolom lebih_enam_bulan: Benar bila dibahas lebih dari enam bulan. | True if under discussion for more than six months.
-- kolom hari_tersisa: Hari sampai berakhir; negatif bila sudah lewat. Satuan: hari. | Days until it ends; negative if past. Unit: days.
-- kolom berakhir_90_hari: Benar bila berakhir dalam 90 hari sejak hari ini. | True if it ends within 90 days from today.
WITH tertulis AS (
    SELECT
        s.*, k.diterima_pada,
        concat_ws(
            '|', s.kode_wilayah,
            trim(regexp_replace(lower(s.mitra), '[^\pL\pN]+', ' ', 'g')),
            trim(regexp_replace(lower(s.tentang), '[^\pL\pN]+', ' ', 'g'))
        ) AS pengenal,
        s.tanggal_tanda_tangan IS NULL AND coalesce(s.status IN ('penjajakan', 'pembahasan'), false) AS dibahas
    FROM kerja_sama s
    JOIN kiriman k ON k.kiriman_id = s.kiriman_id
),
terakhir AS (
    SELECT *
    FROM tertulis
    QUALIFY row_number() OVER (
        PARTITION BY pengenal ORDER BY periode_selesai DESC, diterima_pada DESC, kiriman_id, baris
    ) = 1
),
mulai AS (
    SELECT
        pengenal,
        min(least(periode_selesai, diterima_pada::DATE)) FILTER (dibahas) AS sejak,
        max(diterima_pada) AS per
    FROM tertulis
    GROUP BY pengenal
)
SELECT
    t.kode_wilayah, w.nama AS nama_wilayah, w.provinsi, year(t.periode_mulai)::INTEGER AS tahun, t.periode, t.mitra,
    t.tentang, t.jenis_dokumen, t.status, t.tanggal_tanda_tangan, t.berlaku_sampai,
    h.diterbitkan_pada::DATE AS hari_ini,
    CASE WHEN t.dibahas THEN m.sejak END AS dibahas_sejak,
    CASE WHEN t.dibahas THEN date_diff('day', m.sejak, h.diterbitkan_pada::DATE) END AS hari_dibahas,
    t.dibahas AND m.sejak + INTERVAL 6 MONTH < h.diterbitkan_pada::DATE AS lebih_enam_bulan,
    CASE WHEN NOT t.dibahas AND t.status IS DISTINCT FROM 'berakhir'
        THEN date_diff('day', h.diterbitkan_pada::DATE, t.berlaku_sampai) END AS hari_tersisa,
    coalesce(
        NOT t.dibahas AND t.status IS DISTINCT FROM 'berakhir'
        AND date_diff('day', h.diterbitkan_pada::DATE, t.berlaku_sampai) BETWEEN 0 AND 90,
        false
    ) AS berakhir_90_hari,
    l.kabkota_melapor, l.kabkota_seluruhnya, m.per
FROM terakhir t
CROSS JOIN terbitan h
JOIN mulai m ON m.pengenal = t.pengenal
JOIN wilayah w ON w.kode_wilayah = t.kode_wilayah
LEFT JOIN lapor_tahun l
    ON l.laporan = 'kerja_sama' AND l.tahun = year(t.periode_mulai) AND l.kode_wilayah = t.kode_wilayah
ORDER BY t.kode_wilayah, t.mitra, t.tentang
