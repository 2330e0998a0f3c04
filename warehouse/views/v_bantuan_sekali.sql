-- pertanyaan | question: Dasar pandangan lain: alat apa yang diserahkan, masing-masing dihitung sekali? | Base of other views: which equipment was handed over, each counted once?
-- butir | grain: Satu baris = satu jenis alat untuk satu penerima. | One row = one kind of equipment to one receiver.
-- satuan | unit: Rupiah. | Rupiah.
-- sumber | source: Tabel bantuan_alat, kiriman yang berlaku. | Table bantuan_alat, submissions in force.
-- catatan | caveat: Penyerahan yang tertulis lagi di kiriman lain dari wilayah dan tahun yang sama dihitung sekali: bila penerima, alat, jumlah dan tanggalnya sama; tanpa tanggal bila periodenya bertumpang tindih, atau bila kiriman lain menyebut hari di dalam periode itu. Bila nilai kosong, dipakai jumlah × harga satuan. Tahun ialah tahun laporan. | A handover written again in another submission of the same district and year counts once: same receiver, equipment, quantity and date; without a date in overlapping periods, or where another submission states a day within its period. Where the value is missing it is quantity × unit price. The year is that of the report.
-- tabel | tables: bantuan_alat, kiriman
-- kolom bersama | shared columns: kiriman_id, baris, kode_wilayah, tahun, orang_kunci, orang_dasar, usaha_kunci, desa, kecamatan, sumber_dana, per
-- kolom periode: Periode laporan. | Period reported on.
-- kolom periode_mulai: Hari pertama periode. | First day of the period.
-- kolom periode_selesai: Hari terakhir periode. | Last day of the period.
-- kolom nama_alat: Nama alat seperti dilaporkan. | Equipment as reported.
-- kolom jumlah: Banyaknya. Satuan: menurut satuan. | Quantity. Unit: as in satuan.
-- kolom satuan: Satuan barang. | Unit of the quantity.
-- kolom nilai: Nilai seluruhnya. Satuan: rupiah. | Total value. Unit: rupiah.
-- kolom tanggal_serah: Tanggal serah terima; kosong bila tidak disebut. | Handed over on; NULL if not stated.
-- kolom tanggal_pasti: Tanggal serah, atau hari terakhir periode bila tidak disebut. | Day of handover, or last day of the period where it is not stated.
-- kolom kondisi: Kondisi alat: baik, rusak ringan, rusak berat. | Condition of the equipment.
WITH tertulis AS (
    SELECT
        b.*,
        year(b.periode_mulai)::INTEGER AS tahun,
        concat_ws(
            '|', b.kode_wilayah, year(b.periode_mulai), coalesce(b.usaha_kunci, b.orang_kunci, ''),
            regexp_replace(lower(b.nama_alat), '[^\pL\pN]+', '', 'g'), b.jumlah,
            coalesce(b.tanggal_serah::VARCHAR, 'tanpa tanggal')
        ) AS pengenal,
        concat_ws(
            '|', b.kode_wilayah, year(b.periode_mulai), coalesce(b.usaha_kunci, b.orang_kunci, ''),
            regexp_replace(lower(b.nama_alat), '[^\pL\pN]+', '', 'g'), b.jumlah
        ) AS tanpa_hari,
        date_diff('day', b.periode_mulai, b.periode_selesai) AS lama,
        k.diterima_pada
    FROM bantuan_alat b
    JOIN kiriman k ON k.kiriman_id = b.kiriman_id
),
bertanggal AS (
    SELECT DISTINCT t.kiriman_id, t.baris
    FROM tertulis t
    JOIN tertulis b ON b.tanpa_hari = t.tanpa_hari AND b.kiriman_id <> t.kiriman_id
    WHERE t.tanggal_serah IS NULL AND b.tanggal_serah BETWEEN t.periode_mulai AND t.periode_selesai
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
            t.tanggal_serah IS NOT NULL
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
    t.orang_kunci, t.orang_dasar, t.usaha_kunci, t.desa, t.kecamatan, t.nama_alat, t.jumlah, t.satuan,
    coalesce(t.nilai, t.jumlah * t.harga_satuan) AS nilai,
    t.tanggal_serah,
    coalesce(t.tanggal_serah, t.periode_selesai) AS tanggal_pasti,
    t.sumber_dana, t.kondisi, t.diterima_pada AS per
FROM sisa t
ANTI JOIN ulangan u ON u.kiriman_id = t.kiriman_id AND u.baris = t.baris
