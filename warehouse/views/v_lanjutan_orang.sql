-- pertanyaan | question: Siapa yang dilatih tahun lalu, dan apakah tahun ini didampingi atau magang? | Who was trained last year, and who of them got mentoring or apprenticeship this year?
-- butir | grain: Satu baris = satu orang yang dilatih di satu kabupaten/kota pada tahun - 1. | One row = one person trained in one district in the year before tahun.
-- satuan | unit: Orang. | People.
-- sumber | source: Daftar peserta (tabel peserta; metode yang kosong dari pembinaan). | Lists of participants (peserta; a missing method from pembinaan).
-- catatan | caveat: Tindak lanjut = pendampingan atau magang. Hanya orang yang ada di daftar peserta; kegiatan tanpa daftar nama tidak ikut. dasar_cocok menunjukkan kuatnya: nik; nama dan usaha; nama (nama, desa, kecamatan, kabupaten/kota); usaha (hanya usahanya yang sama: mungkin orang lain). NIK di satu tahun tanpa NIK di tahun lain hanya dapat cocok lewat usaha. belum diketahui: kabupaten/kota itu belum mengirim daftar peserta tahun ini. | Follow-up = pendampingan (mentoring) or magang (apprenticeship). Only people on lists of participants. dasar_cocok shows the strength: nik; nama dan usaha (name and business); nama (name, village, kecamatan, district); usaha (only the business is the same: perhaps another person). A NIK in one year and none in the other can only match by business. belum diketahui: the district has sent no list of participants this year.
-- tabel | tables: v_peserta_tahun, lapor_tahun, wilayah
-- kolom bersama | shared columns: kode_wilayah, nama_wilayah, provinsi, orang_kunci, orang_dasar, nama_usaha, kabkota_melapor, kabkota_seluruhnya, per
-- kolom tahun: Tahun tindak lanjut (pelatihannya tahun sebelumnya). Satuan: tahun. | Year of the follow-up (the training was the year before). Unit: year.
-- kolom kecamatan: Kecamatan orang itu; kosong bila tidak disebut. | Kecamatan of the person; NULL if not stated.
-- kolom pelatihan: Kegiatan yang diikuti pada tahun sebelumnya. | Activities attended the year before.
-- kolom hasil: lanjut, mungkin lanjut (hanya usahanya cocok), putus, belum diketahui. | lanjut (followed up), mungkin lanjut (only the business matches), putus (dropped out), belum diketahui (not known yet).
-- kolom dasar_cocok: nik, nama dan usaha, nama, usaha; kosong bila tidak cocok. | What the match rests on: nik, nama dan usaha (name and business), nama (name), usaha (business); NULL without a match.
-- kolom lanjutan: Kegiatan lanjutan tahun ini. | Follow-up activities of this year.
-- kolom wilayah_lanjutan: Kode kabupaten/kota tempat lanjutannya. | Codes of the districts of the follow-up.
WITH dilatih AS (
    SELECT * FROM v_peserta_tahun WHERE dilatih
),
dibina AS (
    SELECT * FROM v_peserta_tahun WHERE dibina
),
cocok AS (
    SELECT
        a.kode_wilayah, a.tahun, a.orang_kunci,
        CASE
            WHEN a.orang_dasar = 'nik' THEN 1
            WHEN list_has_any(a.usaha_kunci, b.usaha_kunci) THEN 2
            ELSE 3
        END AS urutan,
        b.kode_wilayah AS wilayah_lanjutan, b.kegiatan, b.per
    FROM dilatih a
    JOIN dibina b ON b.orang_kunci = a.orang_kunci AND b.tahun = a.tahun + 1
    UNION ALL
    SELECT a.kode_wilayah, a.tahun, a.orang_kunci, 4, b.kode_wilayah, b.kegiatan, b.per
    FROM (SELECT *, unnest(usaha_kunci) AS usaha FROM dilatih) a
    JOIN (SELECT *, unnest(usaha_kunci) AS usaha FROM dibina) b
        ON b.usaha = a.usaha AND b.tahun = a.tahun + 1
    WHERE b.orang_kunci <> a.orang_kunci AND NOT (a.orang_dasar = 'nik' AND b.orang_dasar = 'nik')
),
terbaik AS (
    SELECT
        kode_wilayah, tahun, orang_kunci, min(urutan) AS urutan,
        string_agg(DISTINCT kegiatan, '; ' ORDER BY kegiatan) AS lanjutan,
        string_agg(DISTINCT wilayah_lanjutan, ', ' ORDER BY wilayah_lanjutan) AS wilayah_lanjutan,
        max(per) AS per
    FROM (
        SELECT * FROM cocok
        QUALIFY rank() OVER (PARTITION BY kode_wilayah, tahun, orang_kunci ORDER BY urutan) = 1
    )
    GROUP BY kode_wilayah, tahun, orang_kunci
),
lapor AS (
    SELECT * FROM lapor_tahun WHERE laporan = 'peserta'
)
SELECT
    d.kode_wilayah,
    w.nama AS nama_wilayah,
    w.provinsi,
    d.tahun + 1 AS tahun,
    d.orang_kunci,
    d.orang_dasar,
    d.nama_usaha,
    d.kecamatan,
    d.kegiatan AS pelatihan,
    CASE
        WHEN t.urutan <= 3 THEN 'lanjut'
        WHEN t.urutan = 4 THEN 'mungkin lanjut'
        WHEN l.sudah_lapor THEN 'putus'
        ELSE 'belum diketahui'
    END AS hasil,
    CASE t.urutan WHEN 1 THEN 'nik' WHEN 2 THEN 'nama dan usaha' WHEN 3 THEN 'nama' WHEN 4 THEN 'usaha' END
        AS dasar_cocok,
    t.lanjutan,
    t.wilayah_lanjutan,
    coalesce(l.kabkota_melapor, 0) AS kabkota_melapor,
    s.kabkota_seluruhnya,
    greatest(d.per, t.per) AS per
FROM dilatih d
JOIN wilayah w ON w.kode_wilayah = d.kode_wilayah
JOIN (SELECT provinsi, count(*) AS kabkota_seluruhnya FROM wilayah GROUP BY provinsi) s ON s.provinsi = w.provinsi
LEFT JOIN terbaik t
    ON t.kode_wilayah = d.kode_wilayah AND t.tahun = d.tahun AND t.orang_kunci = d.orang_kunci
LEFT JOIN lapor l ON l.kode_wilayah = d.kode_wilayah AND l.tahun = d.tahun + 1
