-- pertanyaan | question: Orang atau usaha mana yang ada di dua kabupaten/kota? | Which person or business stands in two districts?
-- butir | grain: Satu baris = satu NIK (samaran) atau satu NIB yang dilaporkan dua kabupaten/kota atau lebih. | One row = one NIK (pseudonym) or one NIB reported by two districts or more.
-- satuan | unit: Kabupaten/kota, baris. | Districts, rows.
-- sumber | source: ikm, peserta, bantuan_alat, kiriman yang berlaku. | ikm, peserta, bantuan_alat, submissions in force.
-- catatan | caveat: Hanya NIK dan NIB: nama saja tidak dicocokkan antarkabupaten, jadi angka ini paling sedikit. Orang yang pindah, atau usaha yang punya cabang, wajar ada di dua tempat. kabkota_melapor ialah kabupaten/kota provinsi pertama yang pernah mengirim salah satu laporan itu. | Only NIK and NIB: names alone are not matched across districts, so this is a lower bound. Who moved, or has a branch, rightly stands in two places. kabkota_melapor: districts of the first province that ever sent one of these reports.
-- tabel | tables: ikm, peserta, bantuan_alat, kiriman, lapor_tahun, wilayah
-- kolom bersama | shared columns: provinsi, kabkota_seluruhnya, per
-- kolom jenis: orang atau usaha. | orang (person) or usaha (business).
-- kolom kunci: orang_kunci (dari NIK) atau NIB. | orang_kunci (from the NIK) or NIB.
-- kolom banyak_kabkota: Banyak kabupaten/kota. Satuan: kabupaten/kota. | Number of districts. Unit: districts.
-- kolom kode_wilayah: Kodenya, dipisah koma. | Their codes, separated by commas.
-- kolom laporan: Laporan tempatnya muncul. | Reports in which it appears.
-- kolom tahun: Tahun-tahunnya, dipisah koma. Satuan: tahun. | The years, separated by commas. Unit: year.
-- kolom tahun_sama: Benar bila dua kabupaten/kota melaporkannya untuk tahun yang sama. | True if two districts reported it for one year.
-- kolom jumlah_baris: Banyak barisnya. Satuan: baris. | Number of rows. Unit: rows.
-- kolom kabkota_melapor: Kabupaten/kota di provinsi itu yang pernah mengirim salah satu laporan itu. Satuan: kabupaten/kota. | Districts of that province that ever sent one of these reports. Unit: districts.
WITH tersebut AS (
    SELECT 'orang' AS jenis, orang_kunci AS kunci, kode_wilayah, 'ikm' AS laporan, periode_mulai, kiriman_id
    FROM ikm WHERE orang_dasar = 'nik'
    UNION ALL
    SELECT 'orang', orang_kunci, kode_wilayah, 'peserta', periode_mulai, kiriman_id
    FROM peserta WHERE orang_dasar = 'nik'
    UNION ALL
    SELECT 'orang', orang_kunci, kode_wilayah, 'bantuan_alat', periode_mulai, kiriman_id
    FROM bantuan_alat WHERE orang_dasar = 'nik'
    UNION ALL
    SELECT 'usaha', nib, kode_wilayah, 'ikm', periode_mulai, kiriman_id
    FROM ikm WHERE nib IS NOT NULL
),
ganda AS (
    SELECT jenis, kunci FROM tersebut GROUP BY jenis, kunci HAVING min(kode_wilayah) <> max(kode_wilayah)
),
rinci AS (
    SELECT t.*, k.diterima_pada, year(t.periode_mulai) AS tahun
    FROM tersebut t
    JOIN ganda g ON g.jenis = t.jenis AND g.kunci = t.kunci
    JOIN kiriman k ON k.kiriman_id = t.kiriman_id
),
setahun AS (
    SELECT DISTINCT jenis, kunci FROM (
        SELECT jenis, kunci FROM rinci GROUP BY jenis, kunci, tahun HAVING min(kode_wilayah) <> max(kode_wilayah)
    )
),
melapor AS (
    SELECT provinsi, count(DISTINCT kode_wilayah) FILTER (sudah_lapor) AS kabkota_melapor,
        max(kabkota_seluruhnya) AS kabkota_seluruhnya
    FROM lapor_tahun WHERE laporan IN ('ikm', 'peserta', 'bantuan_alat')
    GROUP BY provinsi
),
hitung AS (
    SELECT
        r.jenis, r.kunci,
        count(DISTINCT r.kode_wilayah) AS banyak_kabkota,
        string_agg(DISTINCT r.kode_wilayah, ', ' ORDER BY r.kode_wilayah) AS kode_wilayah,
        min(r.kode_wilayah) AS pertama,
        string_agg(DISTINCT r.laporan, ', ' ORDER BY r.laporan) AS laporan,
        string_agg(DISTINCT r.tahun::VARCHAR, ', ' ORDER BY r.tahun::VARCHAR) AS tahun,
        bool_or(s.kunci IS NOT NULL) AS tahun_sama,
        count(*) AS jumlah_baris,
        max(r.diterima_pada) AS per
    FROM rinci r
    LEFT JOIN setahun s ON s.jenis = r.jenis AND s.kunci = r.kunci
    GROUP BY r.jenis, r.kunci
)
SELECT
    h.jenis, h.kunci, h.banyak_kabkota, h.kode_wilayah, w.provinsi, h.laporan, h.tahun, h.tahun_sama, h.jumlah_baris,
    m.kabkota_melapor, m.kabkota_seluruhnya, h.per
FROM hitung h
JOIN wilayah w ON w.kode_wilayah = h.pertama
LEFT JOIN melapor m ON m.provinsi = w.provinsi
ORDER BY h.jenis, h.kode_wilayah, h.kunci
