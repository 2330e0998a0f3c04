-- pertanyaan | question: Dari yang dilatih tahun lalu, berapa yang tahun ini didampingi atau magang, menurut kabupaten/kota? | Of those trained last year, how many got mentoring or apprenticeship this year, by district?
-- butir | grain: Satu baris = satu kabupaten/kota, satu tahun tindak lanjut; setiap kabupaten/kota di provinsi yang mengirim daftar peserta tahun itu atau tahun sebelumnya. | One row = one district, one year of follow-up; every district of a province that sent lists of participants for that year or the year before.
-- satuan | unit: Orang, persen. | People, percent.
-- sumber | source: v_lanjutan_orang. | v_lanjutan_orang.
-- catatan | caveat: Orang dihitung sekali. Kosong, bukan nol, bila daftar peserta tahun sebelumnya (dilatih) atau tahun ini (lanjut, putus) tidak ada. lanjut menjumlahkan tiga dasar pertama; yang hanya usahanya cocok terpisah di mungkin_lanjut. Kegiatan tanpa daftar nama tidak ikut. | People count once. NULL, not zero, where the list of the year before (dilatih) or of this year (lanjut, putus) is missing. lanjut adds up the first three kinds of match; where only the business matches it is mungkin_lanjut. Activities without a list of names are left out.
-- tabel | tables: v_lanjutan_orang, lapor_tahun, wilayah, terbitan
-- kolom bersama | shared columns: kode_wilayah, nama_wilayah, provinsi, kabkota_seluruhnya, per
-- kolom tahun: Tahun tindak lanjut (pelatihannya tahun sebelumnya). Satuan: tahun. | Year of the follow-up (the training was the year before). Unit: year.
-- kolom dilatih: Orang yang dilatih tahun sebelumnya. Satuan: orang. | People trained the year before. Unit: people.
-- kolom lanjut: Di antaranya yang didampingi atau magang tahun ini. Satuan: orang. | Of these with mentoring or apprenticeship this year. Unit: people.
-- kolom lanjut_nik: Cocok menurut NIK. Satuan: orang. | Matched by NIK. Unit: people.
-- kolom lanjut_nama_usaha: Cocok menurut nama dan usaha. Satuan: orang. | Matched by name and business. Unit: people.
-- kolom lanjut_nama: Cocok menurut nama dan tempat saja. Satuan: orang. | Matched by name and place alone. Unit: people.
-- kolom mungkin_lanjut: Hanya usahanya cocok. Satuan: orang. | Only the business matches. Unit: people.
-- kolom putus: Tidak ditemukan di pendampingan atau magang tahun ini. Satuan: orang. | Not found in mentoring or apprenticeship this year. Unit: people.
-- kolom persen_lanjut: lanjut dibagi dilatih. Satuan: persen. | lanjut by dilatih. Unit: percent.
-- kolom kabkota_melapor: Kabupaten/kota di provinsi itu yang punya daftar peserta untuk kedua tahun. Satuan: kabupaten/kota. | Districts of the province with lists of participants for both years. Unit: districts.
WITH lapor AS (
    SELECT * FROM lapor_tahun WHERE laporan = 'peserta'
),
tahun_provinsi AS (
    SELECT DISTINCT l.provinsi, l.tahun + g.geser AS tahun
    FROM lapor l
    CROSS JOIN (VALUES (0), (1)) g (geser)
    CROSS JOIN terbitan t
    WHERE l.tahun + g.geser <= greatest(year(t.diterbitkan_pada), l.tahun)
),
orang AS (
    SELECT
        kode_wilayah, tahun,
        count(*) AS dilatih,
        count(*) FILTER (hasil = 'lanjut') AS lanjut,
        count(*) FILTER (dasar_cocok = 'nik') AS lanjut_nik,
        count(*) FILTER (dasar_cocok = 'nama dan usaha') AS lanjut_nama_usaha,
        count(*) FILTER (dasar_cocok = 'nama') AS lanjut_nama,
        count(*) FILTER (dasar_cocok = 'usaha') AS mungkin_lanjut,
        count(*) FILTER (hasil = 'putus') AS putus,
        max(per) AS per
    FROM v_lanjutan_orang
    GROUP BY kode_wilayah, tahun
),
kisi AS (
    SELECT
        p.tahun, w.kode_wilayah, w.nama AS nama_wilayah, w.provinsi,
        coalesce(lalu.sudah_lapor, false) AS lapor_lalu,
        coalesce(kini.sudah_lapor, false) AS lapor_kini,
        greatest(lalu.per, kini.per) AS per
    FROM tahun_provinsi p
    JOIN wilayah w ON w.provinsi = p.provinsi
    LEFT JOIN lapor lalu ON lalu.kode_wilayah = w.kode_wilayah AND lalu.tahun = p.tahun - 1
    LEFT JOIN lapor kini ON kini.kode_wilayah = w.kode_wilayah AND kini.tahun = p.tahun
)
SELECT
    k.kode_wilayah,
    k.nama_wilayah,
    k.provinsi,
    k.tahun,
    CASE WHEN k.lapor_lalu THEN coalesce(o.dilatih, 0) END AS dilatih,
    CASE WHEN k.lapor_lalu AND (k.lapor_kini OR o.lanjut > 0) THEN coalesce(o.lanjut, 0) END AS lanjut,
    CASE WHEN k.lapor_lalu AND (k.lapor_kini OR o.lanjut > 0) THEN coalesce(o.lanjut_nik, 0) END AS lanjut_nik,
    CASE WHEN k.lapor_lalu AND (k.lapor_kini OR o.lanjut > 0) THEN coalesce(o.lanjut_nama_usaha, 0) END
        AS lanjut_nama_usaha,
    CASE WHEN k.lapor_lalu AND (k.lapor_kini OR o.lanjut > 0) THEN coalesce(o.lanjut_nama, 0) END AS lanjut_nama,
    CASE WHEN k.lapor_lalu AND k.lapor_kini THEN coalesce(o.mungkin_lanjut, 0) END AS mungkin_lanjut,
    CASE WHEN k.lapor_lalu AND k.lapor_kini THEN coalesce(o.putus, 0) END AS putus,
    CASE WHEN k.lapor_lalu AND k.lapor_kini THEN round(100.0 * o.lanjut / nullif(o.dilatih, 0), 1) END
        AS persen_lanjut,
    count(*) FILTER (k.lapor_lalu AND k.lapor_kini) OVER (PARTITION BY k.provinsi, k.tahun) AS kabkota_melapor,
    count(*) OVER (PARTITION BY k.provinsi, k.tahun) AS kabkota_seluruhnya,
    greatest(k.per, o.per) AS per
FROM kisi k
LEFT JOIN orang o ON o.kode_wilayah = k.kode_wilayah AND o.tahun = k.tahun
ORDER BY k.tahun, k.kode_wilayah
