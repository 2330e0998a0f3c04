-- pertanyaan | question: Dasar pandangan lain: kegiatan apa saja, masing-masing dihitung sekali? | Base of other views: which activities, each counted once?
-- butir | grain: Satu baris = satu kegiatan pembinaan. | One row = one activity.
-- satuan | unit: Orang, rupiah. | People, rupiah.
-- sumber | source: Tabel pembinaan, kiriman yang berlaku. | Table pembinaan, submissions in force.
-- catatan | caveat: Kegiatan yang tertulis lagi di kiriman lain dari wilayah dan tahun yang sama dihitung sekali: bila nama, metode, tempat dan tanggalnya sama; tanpa tanggal bila juga jumlah peserta, anggaran, sumber dana dan komoditasnya sama dan periodenya bertumpang tindih. Baris tanpa tanggal yang namanya ada, bertanggal di dalam periodenya, di kiriman lain dan tidak bertentangan dengannya, dianggap kegiatan itu. Yang dipakai ialah baris dari periode terpanjang, lalu kiriman terakhir. Bila namanya ditulis lain, kegiatan itu terhitung dua kali. Tahun ialah tahun laporan. | An activity written again in another submission of the same district and year counts once: same name, method, place and date; without a date also the same participants, budget, source of funds and commodity in overlapping periods. A row without a date whose name stands, dated within its period, in another submission that does not contradict it, is taken for that activity. The row of the longest period, then of the latest submission is used. Under another name it counts twice. The year is that of the report.
-- tabel | tables: pembinaan, kiriman
-- kolom bersama | shared columns: kiriman_id, baris, kode_wilayah, tahun, nama_kegiatan, metode, komoditas, tanggal_mulai, tanggal_selesai, lokasi, kecamatan, sumber_dana, per
-- kolom periode: Periode laporan. | Period reported on.
-- kolom periode_mulai: Hari pertama periode. | First day of the period.
-- kolom periode_selesai: Hari terakhir periode. | Last day of the period.
-- kolom nama_rapi: Nama kegiatan dalam huruf kecil tanpa tanda baca, untuk mencocokkan. | Title in lower case without punctuation, for matching.
-- kolom penyelenggara: Instansi yang menyelenggarakan. | Organising office.
-- kolom jumlah_peserta: Peserta yang disebut. Satuan: orang. | Participants as stated. Unit: people.
-- kolom peserta_l: Peserta laki-laki yang disebut. Satuan: orang. | Men as stated. Unit: people.
-- kolom peserta_p: Peserta perempuan yang disebut. Satuan: orang. | Women as stated. Unit: people.
-- kolom anggaran: Anggaran kegiatan. Satuan: rupiah. | Budget. Unit: rupiah.
-- kolom realisasi: Realisasi kegiatan. Satuan: rupiah. | Spent. Unit: rupiah.
WITH tertulis AS (
    SELECT
        p.*,
        year(p.periode_mulai)::INTEGER AS tahun,
        trim(regexp_replace(lower(p.nama_kegiatan), '[^\pL\pN]+', ' ', 'g')) AS nama_rapi,
        concat_ws(
            '|', p.kode_wilayah, year(p.periode_mulai),
            regexp_replace(lower(p.nama_kegiatan), '[^\pL\pN]+', '', 'g'),
            coalesce(p.metode, ''), lower(coalesce(p.kecamatan, '')),
            regexp_replace(lower(coalesce(p.lokasi, '')), '[^\pL\pN]+', '', 'g'),
            CASE WHEN p.tanggal_mulai IS NOT NULL THEN p.tanggal_mulai::VARCHAR
                ELSE concat_ws(
                    ' ', 'tanpa tanggal', p.jumlah_peserta, '/', p.anggaran, '/', p.sumber_dana, '/', p.komoditas
                )
            END
        ) AS pengenal,
        date_diff('day', p.periode_mulai, p.periode_selesai) AS lama,
        k.diterima_pada
    FROM pembinaan p
    JOIN kiriman k ON k.kiriman_id = p.kiriman_id
),
bertanggal AS (
    SELECT DISTINCT t.kiriman_id, t.baris
    FROM tertulis t
    JOIN tertulis b ON b.kode_wilayah = t.kode_wilayah AND b.tahun = t.tahun AND b.nama_rapi = t.nama_rapi
        AND b.kiriman_id <> t.kiriman_id
    WHERE t.tanggal_mulai IS NULL AND b.tanggal_mulai BETWEEN t.periode_mulai AND t.periode_selesai
        AND coalesce(b.metode = t.metode, true)
        AND coalesce(lower(b.kecamatan) = lower(t.kecamatan), true)
        AND coalesce(b.jumlah_peserta = t.jumlah_peserta, true)
        AND coalesce(b.anggaran = t.anggaran, true)
),
sisa AS (
    SELECT t.* FROM tertulis t
    ANTI JOIN bertanggal b ON b.kiriman_id = t.kiriman_id AND b.baris = t.baris
),
ulangan AS (
    SELECT DISTINCT t.kiriman_id, t.baris
    FROM sisa t
    JOIN sisa l ON l.pengenal = t.pengenal AND l.kiriman_id <> t.kiriman_id
    WHERE (
            t.tanggal_mulai IS NOT NULL
            OR (l.periode_mulai <= t.periode_selesai AND l.periode_selesai >= t.periode_mulai)
        )
        AND (
            l.lama > t.lama
            OR (l.lama = t.lama AND l.diterima_pada > t.diterima_pada)
            OR (l.lama = t.lama AND l.diterima_pada = t.diterima_pada AND l.kiriman_id > t.kiriman_id)
        )
)
SELECT
    t.kiriman_id, t.baris, t.kode_wilayah, t.tahun, t.periode, t.periode_mulai, t.periode_selesai,
    t.nama_kegiatan, t.nama_rapi, t.metode, t.komoditas, t.tanggal_mulai, t.tanggal_selesai, t.lokasi,
    t.kecamatan, t.penyelenggara, t.jumlah_peserta, t.peserta_l, t.peserta_p, t.sumber_dana, t.anggaran,
    t.realisasi, t.diterima_pada AS per
FROM sisa t
ANTI JOIN ulangan u ON u.kiriman_id = t.kiriman_id AND u.baris = t.baris
