-- pertanyaan | question: Kabupaten/kota mana tanpa program tahun ini, atau dua tahun berturut-turut? | Which districts have no programme this year, or two years running?
-- butir | grain: Satu baris = satu kabupaten/kota, satu tahun; setiap kabupaten/kota di provinsi yang mengirim apa pun untuk tahun itu. | One row = one district, one year; every district of a province that sent anything for that year.
-- satuan | unit: Jenis laporan. | Report types.
-- sumber | source: Laporan pembinaan, peserta, bantuan_alat dan pasar_murah yang berlaku. | Reports pembinaan, peserta, bantuan_alat and pasar_murah in force.
-- catatan | caveat: Yang tampak ialah yang dilaporkan. tidak dilaporkan: mengirim laporan lain, tetapi tidak satu pun tentang program. tidak melapor: tidak mengirim apa pun; belum tentu tanpa program. | What shows is what was reported. tidak dilaporkan: other reports came, none about a programme. tidak melapor: nothing came at all; there may be programmes.
-- tabel | tables: unit_laporan, wilayah, pembinaan, peserta, bantuan_alat, pasar_murah
-- kolom bersama | shared columns: kode_wilayah, nama_wilayah, provinsi, tahun, per
-- kolom keadaan: ada, tidak dilaporkan, tidak melapor. | ada (programme reported), tidak dilaporkan (not reported), tidak melapor (no reports at all).
-- kolom keadaan_tahun_lalu: Sama, untuk tahun sebelumnya; kosong bila tidak satu pun kabupaten/kota provinsi itu melapor tahun itu. | The same for the year before; NULL if no district of the province reported then.
-- kolom dua_tahun_tanpa: Benar bila dua tahun berturut-turut tidak ada program yang dilaporkan; kosong bila tahun lalu tidak diketahui. | True if none was reported two years running; NULL if the year before is not known.
-- kolom laporan_program: Laporan program yang ada. | Reports about programmes that came.
-- kolom kabkota_melapor: Kabupaten/kota di provinsi itu yang mengirim laporan apa pun untuk tahun itu. Satuan: kabupaten/kota. | Districts of the province that sent any report for that year. Unit: districts.
-- kolom kabkota_seluruhnya: Seluruh kabupaten/kota di provinsi itu. Satuan: kabupaten/kota. | All districts of the province. Unit: districts.
WITH unit AS (
    SELECT * FROM unit_laporan
),
lapor AS (
    SELECT
        kode_wilayah, tahun,
        bool_or(laporan IN ('pembinaan', 'peserta', 'bantuan_alat', 'pasar_murah')) AS ada,
        string_agg(DISTINCT laporan, ', ' ORDER BY laporan)
            FILTER (laporan IN ('pembinaan', 'peserta', 'bantuan_alat', 'pasar_murah')) AS laporan_program,
        max(per) AS per
    FROM unit
    GROUP BY kode_wilayah, tahun
),
kisi AS (
    SELECT
        p.tahun, w.kode_wilayah, w.nama AS nama_wilayah, w.provinsi, l.laporan_program, l.per,
        l.kode_wilayah IS NOT NULL AS melapor,
        CASE
            WHEN l.ada THEN 'ada'
            WHEN l.kode_wilayah IS NOT NULL THEN 'tidak dilaporkan'
            ELSE 'tidak melapor'
        END AS keadaan
    FROM (SELECT DISTINCT tahun, provinsi FROM unit) p
    JOIN wilayah w ON w.provinsi = p.provinsi
    LEFT JOIN lapor l ON l.kode_wilayah = w.kode_wilayah AND l.tahun = p.tahun
)
SELECT
    k.kode_wilayah,
    k.nama_wilayah,
    k.provinsi,
    k.tahun,
    k.keadaan,
    lalu.keadaan AS keadaan_tahun_lalu,
    k.keadaan <> 'ada' AND lalu.keadaan <> 'ada' AS dua_tahun_tanpa,
    k.laporan_program,
    count(*) FILTER (k.melapor) OVER (PARTITION BY k.provinsi, k.tahun) AS kabkota_melapor,
    count(*) OVER (PARTITION BY k.provinsi, k.tahun) AS kabkota_seluruhnya,
    k.per
FROM kisi k
LEFT JOIN kisi lalu ON lalu.kode_wilayah = k.kode_wilayah AND lalu.tahun = k.tahun - 1
ORDER BY k.tahun, k.kode_wilayah
