-- pertanyaan | question: Bagaimana unit, tenaga kerja, investasi dan produksi tumbuh, tiap kabupaten/kota dan tahun? | How do units, workers, investment and production grow, by district and year?
-- butir | grain: Satu baris = satu kabupaten/kota, satu tahun, satu sumber (daftar atau rekap); setiap kabupaten/kota di provinsi yang mengirim sumber itu di tahun itu. | One row = one district, one year, one source (daftar, the list, or rekap, the summary); every district of a province that sent that source for that year.
-- satuan | unit: Unit usaha, orang, rupiah, persen. | Businesses, people, rupiah, percent.
-- sumber | source: v_rekap_kabkota (tabel ikm dan rekap), periode terakhir tahun itu. | v_rekap_kabkota (tables ikm and rekap), last period of the year.
-- catatan | caveat: Angka keadaan: dipakai satu periode per tahun (lihat periode), tidak dijumlahkan. Daftar dan rekap tidak dijumlahkan. Pertumbuhan kosong bila tahun sebelumnya tidak ada; daftar yang lebih lengkap pun tampak sebagai pertumbuhan. Nilai produksi dapat setahun, setriwulan atau sebulan menurut laporannya: bandingkan hanya bila periodenya sejenis. | Stocks: one period a year is used (see periode), nothing is added up. List and summary are not added. Growth is NULL without the year before; a more complete list looks like growth as well. Production may cover a year, quarter or month as reported: compare only periods of one kind.
-- tabel | tables: v_rekap_kabkota, unit_laporan, lapor_tahun
-- kolom bersama | shared columns: kode_wilayah, nama_wilayah, provinsi, tahun, periode, kabkota_melapor, kabkota_seluruhnya, per
-- kolom sumber: daftar (tabel ikm) atau rekap (tabel rekap). | daftar (table ikm) or rekap (table rekap).
-- kolom jumlah_unit: Unit usaha. Satuan: unit. | Businesses. Unit: businesses.
-- kolom tenaga_kerja: Tenaga kerja yang disebut. Satuan: orang. | Workers as stated. Unit: people.
-- kolom nilai_investasi: Investasi yang disebut. Satuan: rupiah. | Investment as stated. Unit: rupiah.
-- kolom nilai_produksi: Produksi yang disebut. Satuan: rupiah. | Production as stated. Unit: rupiah.
-- kolom unit_berulang: Baris daftar yang usahanya juga ada di kiriman lain untuk periode itu: mungkin terhitung dua kali; kosong untuk rekap. Satuan: unit. | Rows of the list whose business also stands in another submission for the period: perhaps counted twice; NULL for rekap. Unit: businesses.
-- kolom periode_sebelum: Periode tahun sebelumnya yang dibandingkan. | Period of the year before that it is compared with.
-- kolom tambah_unit: Unit dikurangi unit tahun sebelumnya. Satuan: unit. | Businesses minus those of the year before. Unit: businesses.
-- kolom tambah_tenaga_kerja: Tenaga kerja dikurangi tahun sebelumnya. Satuan: orang. | Workers minus those of the year before. Unit: people.
-- kolom tambah_investasi: Investasi dikurangi tahun sebelumnya. Satuan: rupiah. | Investment minus that of the year before. Unit: rupiah.
-- kolom tambah_produksi: Produksi dikurangi tahun sebelumnya. Satuan: rupiah. | Production minus that of the year before. Unit: rupiah.
-- kolom persen_unit: Pertumbuhan unit. Satuan: persen. | Growth of businesses. Unit: percent.
-- kolom persen_tenaga_kerja: Pertumbuhan tenaga kerja. Satuan: persen. | Growth of workers. Unit: percent.
-- kolom persen_investasi: Pertumbuhan investasi. Satuan: persen. | Growth of investment. Unit: percent.
-- kolom persen_produksi: Pertumbuhan produksi. Satuan: persen. | Growth of production. Unit: percent.
WITH dua AS (
    SELECT
        'daftar' AS sumber, 'ikm' AS laporan, kode_wilayah, periode, daftar_jumlah_unit AS jumlah_unit,
        daftar_tenaga_kerja AS tenaga_kerja, daftar_nilai_investasi AS nilai_investasi,
        daftar_nilai_produksi AS nilai_produksi, daftar_baris_berulang AS unit_berulang
    FROM v_rekap_kabkota
    WHERE daftar_jumlah_unit IS NOT NULL
    UNION ALL
    SELECT
        'rekap', 'rekap', kode_wilayah, periode, rekap_jumlah_unit, rekap_tenaga_kerja, rekap_nilai_investasi,
        rekap_nilai_produksi, NULL
    FROM v_rekap_kabkota
    WHERE kiriman_rekap IS NOT NULL
),
terkini AS (
    SELECT d.*, u.tahun, u.per
    FROM dua d
    JOIN unit_laporan u
        ON u.laporan = d.laporan AND u.kode_wilayah = d.kode_wilayah AND u.periode = d.periode AND u.terakhir
)
SELECT
    l.kode_wilayah, l.nama_wilayah, l.provinsi, l.tahun,
    CASE l.laporan WHEN 'ikm' THEN 'daftar' ELSE 'rekap' END AS sumber,
    k.periode, k.jumlah_unit, k.tenaga_kerja, k.nilai_investasi, k.nilai_produksi, k.unit_berulang,
    s.periode AS periode_sebelum,
    k.jumlah_unit - s.jumlah_unit AS tambah_unit,
    k.tenaga_kerja - s.tenaga_kerja AS tambah_tenaga_kerja,
    k.nilai_investasi - s.nilai_investasi AS tambah_investasi,
    k.nilai_produksi - s.nilai_produksi AS tambah_produksi,
    round(100.0 * (k.jumlah_unit - s.jumlah_unit) / nullif(s.jumlah_unit, 0), 1) AS persen_unit,
    round(100.0 * (k.tenaga_kerja - s.tenaga_kerja) / nullif(s.tenaga_kerja, 0), 1) AS persen_tenaga_kerja,
    round(100.0 * (k.nilai_investasi - s.nilai_investasi) / nullif(s.nilai_investasi, 0), 1) AS persen_investasi,
    round(100.0 * (k.nilai_produksi - s.nilai_produksi) / nullif(s.nilai_produksi, 0), 1) AS persen_produksi,
    l.kabkota_melapor, l.kabkota_seluruhnya, greatest(k.per, s.per) AS per
FROM lapor_tahun l
LEFT JOIN terkini k ON k.laporan = l.laporan AND k.kode_wilayah = l.kode_wilayah AND k.tahun = l.tahun
LEFT JOIN terkini s ON s.laporan = k.laporan AND s.kode_wilayah = k.kode_wilayah AND s.tahun = k.tahun - 1
WHERE l.laporan IN ('ikm', 'rekap')
ORDER BY sumber, l.tahun, l.kode_wilayah
