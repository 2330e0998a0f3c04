-- pertanyaan | question: Apakah setiap pelatihan diikuti bantuan alat, dan untuk siapa? | Was each training followed by equipment, and for whom?
-- butir | grain: Satu baris = satu judul pelatihan di satu kabupaten/kota dalam satu tahun. | One row = one title of training in one district in one year.
-- satuan | unit: Orang, rupiah. | People, rupiah.
-- sumber | source: pembinaan (metode pelatihan), daftar peserta, bantuan_alat. | pembinaan (method pelatihan), lists of participants, bantuan_alat.
-- catatan | caveat: Peserta dan penerima dicocokkan menurut NIK, nama atau usaha; hanya alat yang diserahkan pada atau sesudah hari pertama pelatihan (tanpa tanggal: hari terakhir periodenya). penerima_alat kosong, bukan nol, bila tidak ada daftar peserta atau tidak ada laporan bantuan_alat sejak tahun itu. Dua pelatihan berjudul sama digabung. Alat untuk peserta itu belum tentu karena pelatihan ini. | Participants and receivers are matched by NIK, name or business; only equipment handed over on or after the first day of the training (without a date: the last day of its period). penerima_alat is NULL, not zero, without a list of participants or without any report bantuan_alat since that year. Two trainings of one title are joined. Equipment for a participant need not be due to this training.
-- tabel | tables: v_pembinaan_sekali, v_peserta_metode, v_bantuan_sekali, lapor_tahun, wilayah
-- kolom bersama | shared columns: kode_wilayah, nama_wilayah, provinsi, tahun, nama_kegiatan, kabkota_melapor, kabkota_seluruhnya, per
-- kolom mulai: Hari pertama pelatihan, atau hari pertama periodenya bila tidak disebut. | First day of the training, or of its period where it is not stated.
-- kolom peserta_disebut: Jumlah peserta menurut pembinaan. Satuan: orang. | Participants as pembinaan states. Unit: people.
-- kolom peserta_terdaftar: Orang di daftar peserta; kosong bila tidak ada daftar. Satuan: orang. | People on the list; NULL without a list. Unit: people.
-- kolom penerima_alat: Peserta terdaftar yang menerima alat sesudahnya. Satuan: orang. | Listed participants who got equipment afterwards. Unit: people.
-- kolom penerima_nik: penerima_alat yang cocok menurut NIK. Satuan: orang. | penerima_alat matched by NIK. Unit: people.
-- kolom penerima_nama: penerima_alat yang cocok menurut nama dan tempat. Satuan: orang. | penerima_alat matched by name and place. Unit: people.
-- kolom penerima_usaha: penerima_alat yang hanya usahanya cocok. Satuan: orang. | penerima_alat of whom only the business matches. Unit: people.
-- kolom usaha_penerima: Usaha para penerima. | Businesses of the receivers.
-- kolom nilai_alat: Nilai alat yang mereka terima; kosong bila tidak ada atau tidak disebut. Satuan: rupiah. | Value of what they got; NULL if nothing or not stated. Unit: rupiah.
-- kolom alat_pertama: Penyerahan pertama. | First handover.
WITH kegiatan AS (
    SELECT
        kode_wilayah, tahun, nama_rapi,
        min(nama_kegiatan) AS nama_kegiatan,
        min(tanggal_mulai) AS hari_pertama,
        min(periode_mulai) AS periode_mulai,
        sum(jumlah_peserta)::BIGINT AS peserta_disebut,
        max(per) AS per
    FROM v_pembinaan_sekali
    WHERE metode = 'pelatihan'
    GROUP BY kode_wilayah, tahun, nama_rapi
),
daftar AS (
    SELECT
        kode_wilayah, tahun, nama_rapi, orang_kunci,
        any_value(orang_dasar) AS orang_dasar,
        min(nama_kegiatan) AS nama_kegiatan,
        min(tanggal_mulai) AS hari_pertama,
        min(periode_mulai) AS periode_mulai,
        list(DISTINCT usaha_kunci) FILTER (usaha_kunci IS NOT NULL) AS usaha_kunci,
        min(nama_usaha) AS nama_usaha,
        max(per) AS per
    FROM v_peserta_metode
    WHERE metode = 'pelatihan' AND orang_kunci IS NOT NULL
    GROUP BY kode_wilayah, tahun, nama_rapi, orang_kunci
),
pelatihan AS (
    SELECT
        kode_wilayah, tahun, nama_rapi, min(nama_kegiatan) AS nama_kegiatan,
        coalesce(min(hari_pertama), min(periode_mulai)) AS mulai,
        max(peserta_disebut) AS peserta_disebut, max(terdaftar) AS terdaftar, max(per) AS per
    FROM (
        SELECT
            kode_wilayah, tahun, nama_rapi, nama_kegiatan, hari_pertama, periode_mulai, peserta_disebut,
            NULL::BIGINT AS terdaftar, per
        FROM kegiatan
        UNION ALL
        SELECT
            kode_wilayah, tahun, nama_rapi, min(nama_kegiatan), min(hari_pertama), min(periode_mulai), NULL,
            count(*), max(per)
        FROM daftar
        GROUP BY kode_wilayah, tahun, nama_rapi
    )
    GROUP BY kode_wilayah, tahun, nama_rapi
),
cocok AS (
    SELECT
        d.kode_wilayah, d.tahun, d.nama_rapi, d.orang_kunci, d.nama_usaha,
        CASE WHEN d.orang_dasar = 'nik' THEN 1 ELSE 2 END AS urutan,
        b.kiriman_id, b.baris, b.nilai, b.tanggal_pasti, b.per
    FROM daftar d
    JOIN v_bantuan_sekali b ON b.orang_kunci = d.orang_kunci
    UNION
    SELECT
        d.kode_wilayah, d.tahun, d.nama_rapi, d.orang_kunci, d.nama_usaha, 3,
        b.kiriman_id, b.baris, b.nilai, b.tanggal_pasti, b.per
    FROM (SELECT *, unnest(usaha_kunci) AS usaha FROM daftar) d
    JOIN v_bantuan_sekali b ON b.usaha_kunci = d.usaha
),
sesudah AS (
    SELECT c.*, min(c.urutan) OVER (PARTITION BY c.kode_wilayah, c.tahun, c.nama_rapi, c.orang_kunci) AS terkuat
    FROM cocok c
    JOIN pelatihan p ON p.kode_wilayah = c.kode_wilayah AND p.tahun = c.tahun AND p.nama_rapi = c.nama_rapi
    WHERE c.tanggal_pasti >= p.mulai
),
penerima AS (
    SELECT
        kode_wilayah, tahun, nama_rapi,
        count(DISTINCT orang_kunci) AS penerima,
        count(DISTINCT orang_kunci) FILTER (terkuat = 1) AS nik,
        count(DISTINCT orang_kunci) FILTER (terkuat = 2) AS nama,
        count(DISTINCT orang_kunci) FILTER (terkuat = 3) AS usaha,
        string_agg(DISTINCT nama_usaha, '; ' ORDER BY nama_usaha) AS usaha_penerima,
        min(tanggal_pasti) AS alat_pertama,
        max(per) AS per
    FROM sesudah
    GROUP BY kode_wilayah, tahun, nama_rapi
),
alat AS (
    SELECT kode_wilayah, tahun, nama_rapi, sum(nilai)::BIGINT AS nilai
    FROM (SELECT DISTINCT kode_wilayah, tahun, nama_rapi, kiriman_id, baris, nilai FROM sesudah)
    GROUP BY kode_wilayah, tahun, nama_rapi
),
lapor_alat AS (
    SELECT kode_wilayah, max(tahun) AS tahun_akhir FROM lapor_tahun
    WHERE laporan = 'bantuan_alat' AND sudah_lapor
    GROUP BY kode_wilayah
),
lapor AS (
    SELECT tahun, provinsi, max(kabkota_melapor) AS kabkota_melapor
    FROM lapor_tahun WHERE laporan = 'peserta'
    GROUP BY tahun, provinsi
)
SELECT
    p.kode_wilayah,
    w.nama AS nama_wilayah,
    w.provinsi,
    p.tahun,
    p.nama_kegiatan,
    p.mulai,
    p.peserta_disebut,
    p.terdaftar AS peserta_terdaftar,
    CASE WHEN p.terdaftar IS NOT NULL AND l.tahun_akhir >= p.tahun THEN coalesce(r.penerima, 0) ELSE r.penerima END
        AS penerima_alat,
    CASE WHEN p.terdaftar IS NOT NULL AND l.tahun_akhir >= p.tahun THEN coalesce(r.nik, 0) ELSE r.nik END
        AS penerima_nik,
    CASE WHEN p.terdaftar IS NOT NULL AND l.tahun_akhir >= p.tahun THEN coalesce(r.nama, 0) ELSE r.nama END
        AS penerima_nama,
    CASE WHEN p.terdaftar IS NOT NULL AND l.tahun_akhir >= p.tahun THEN coalesce(r.usaha, 0) ELSE r.usaha END
        AS penerima_usaha,
    r.usaha_penerima,
    a.nilai AS nilai_alat,
    r.alat_pertama,
    coalesce(m.kabkota_melapor, 0) AS kabkota_melapor,
    s.kabkota_seluruhnya,
    greatest(p.per, r.per) AS per
FROM pelatihan p
JOIN wilayah w ON w.kode_wilayah = p.kode_wilayah
JOIN (SELECT provinsi, count(*) AS kabkota_seluruhnya FROM wilayah GROUP BY provinsi) s ON s.provinsi = w.provinsi
LEFT JOIN penerima r ON r.kode_wilayah = p.kode_wilayah AND r.tahun = p.tahun AND r.nama_rapi = p.nama_rapi
LEFT JOIN alat a ON a.kode_wilayah = p.kode_wilayah AND a.tahun = p.tahun AND a.nama_rapi = p.nama_rapi
LEFT JOIN lapor_alat l ON l.kode_wilayah = p.kode_wilayah
LEFT JOIN lapor m ON m.tahun = p.tahun AND m.provinsi = w.provinsi
ORDER BY p.tahun, p.kode_wilayah, p.nama_kegiatan
