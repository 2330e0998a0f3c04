-- pertanyaan | question: Bagaimana tenaga kerja usaha yang dibantu dibandingkan dengan yang tidak? | How do jobs in businesses that got help compare with those that did not?
-- butir | grain: Satu baris = satu kabupaten/kota, satu tahun daftar, satu kelompok usaha; kabupaten/kota yang tidak mengirim daftar punya satu baris kosong. | One row = one district, one year of the list, one group of businesses; a district without a list has one empty row.
-- satuan | unit: Unit usaha, orang. | Businesses, people.
-- sumber | source: Daftar (ikm, periode terakhir tahun itu), bantuan_alat, peserta. | The list (ikm, last period of the year), bantuan_alat, peserta.
-- catatan | caveat: Usaha dicocokkan menurut NIK atau nama pemilik dan menurut usaha, dengan bantuan sampai tahun itu. tidak tercatat belum tentu tidak dibantu: bantuan tanpa daftar nama tidak tampak. tidak diketahui: kabupaten/kota itu belum pernah mengirim bantuan_alat atau peserta. Penerima yang usahanya tidak ada di daftar tidak tampak. Perubahan hanya dari usaha yang ada, dan hanya sekali, di daftar tahun itu dan tahun sebelumnya. Beda di sini bukan bukti sebab: yang dibantu biasanya dipilih. | Businesses are matched by owner (NIK or name) and by business, with help up to that year. tidak tercatat need not mean no help: help without names does not show. tidak diketahui: the district never sent bantuan_alat or peserta. Receivers whose business is not on the list do not show. The change rests on businesses that stand once in the list of the year and once in that of the year before. A difference is no proof of cause: those helped are usually chosen.
-- tabel | tables: ikm, unit_laporan, v_bantuan_sekali, v_peserta_metode, lapor_tahun
-- kolom bersama | shared columns: kode_wilayah, nama_wilayah, provinsi, tahun, periode, kabkota_melapor, kabkota_seluruhnya, per
-- kolom kelompok: dapat alat, ikut kegiatan saja, tidak tercatat, tidak diketahui. | dapat alat (got equipment), ikut kegiatan saja (attended only), tidak tercatat (no help on record), tidak diketahui (not known).
-- kolom jumlah_unit: Unit usaha. Satuan: unit. | Businesses. Unit: businesses.
-- kolom unit_bertenaga_kerja: Unit yang menyebut tenaga kerja. Satuan: unit. | Businesses that state workers. Unit: businesses.
-- kolom tenaga_kerja: Tenaga kerja yang disebut. Satuan: orang. | Workers as stated. Unit: people.
-- kolom rata_tenaga_kerja: Tenaga kerja per unit yang menyebutnya. Satuan: orang. | Workers per business that states them. Unit: people.
-- kolom unit_terbanding: Unit dengan tenaga kerja di kedua tahun. Satuan: unit. | Businesses with workers in both years. Unit: businesses.
-- kolom tenaga_kerja_sebelum: Tenaga kerja unit terbanding, tahun sebelumnya. Satuan: orang. | Workers of those, the year before. Unit: people.
-- kolom tenaga_kerja_sesudah: Tenaga kerja unit terbanding, tahun itu. Satuan: orang. | Workers of those, that year. Unit: people.
-- kolom tambah_tenaga_kerja: Sesudah dikurangi sebelum. Satuan: orang. | After minus before. Unit: people.
WITH daftar AS (
    SELECT
        i.kode_wilayah, u.tahun, u.periode, i.orang_kunci, i.usaha_kunci, u.per,
        CASE
            WHEN i.tenaga_kerja IS NOT NULL THEN i.tenaga_kerja
            WHEN i.tenaga_kerja_l IS NOT NULL OR i.tenaga_kerja_p IS NOT NULL
                THEN coalesce(i.tenaga_kerja_l, 0) + coalesce(i.tenaga_kerja_p, 0)
        END AS orang
    FROM ikm i
    JOIN unit_laporan u
        ON u.laporan = 'ikm' AND u.kode_wilayah = i.kode_wilayah AND u.periode = i.periode AND u.terakhir
),
tunggal AS (
    SELECT kode_wilayah, tahun, usaha_kunci, min(orang) AS orang
    FROM daftar
    WHERE usaha_kunci IS NOT NULL
    GROUP BY kode_wilayah, tahun, usaha_kunci
    HAVING count(*) = 1
),
bantuan AS (
    SELECT kunci, min(tahun) FILTER (alat) AS tahun_alat, min(tahun) AS tahun_bantuan
    FROM (
        SELECT unnest([orang_kunci, usaha_kunci]) AS kunci, tahun, true AS alat FROM v_bantuan_sekali
        UNION ALL
        SELECT unnest([orang_kunci, usaha_kunci]), tahun, false FROM v_peserta_metode
    )
    WHERE kunci IS NOT NULL
    GROUP BY kunci
),
pernah AS (
    SELECT kode_wilayah, min(tahun) AS tahun FROM unit_laporan
    WHERE laporan IN ('bantuan_alat', 'peserta')
    GROUP BY kode_wilayah
),
bandingan AS (
    SELECT kini.kode_wilayah, kini.tahun, kini.usaha_kunci, kini.orang AS sesudah, lalu.orang AS sebelum
    FROM tunggal kini
    JOIN tunggal lalu
        ON lalu.kode_wilayah = kini.kode_wilayah AND lalu.tahun = kini.tahun - 1
        AND lalu.usaha_kunci = kini.usaha_kunci
    WHERE kini.orang IS NOT NULL AND lalu.orang IS NOT NULL
),
terkelompok AS (
    SELECT
        d.kode_wilayah, d.tahun, d.periode, d.per, d.orang, b.sebelum, b.sesudah,
        CASE
            WHEN coalesce(o.tahun_alat <= d.tahun, false) OR coalesce(s.tahun_alat <= d.tahun, false)
                THEN 'dapat alat'
            WHEN coalesce(o.tahun_bantuan <= d.tahun, false) OR coalesce(s.tahun_bantuan <= d.tahun, false)
                THEN 'ikut kegiatan saja'
            WHEN p.tahun <= d.tahun THEN 'tidak tercatat'
            ELSE 'tidak diketahui'
        END AS kelompok
    FROM daftar d
    LEFT JOIN bantuan o ON o.kunci = d.orang_kunci
    LEFT JOIN bantuan s ON s.kunci = d.usaha_kunci
    LEFT JOIN pernah p ON p.kode_wilayah = d.kode_wilayah
    LEFT JOIN bandingan b
        ON b.kode_wilayah = d.kode_wilayah AND b.tahun = d.tahun AND b.usaha_kunci = d.usaha_kunci
),
hitung AS (
    SELECT
        kode_wilayah, tahun, periode, kelompok,
        count(*) AS jumlah_unit,
        count(orang) AS unit_bertenaga_kerja,
        sum(orang)::BIGINT AS tenaga_kerja,
        round(avg(orang), 2) AS rata_tenaga_kerja,
        count(sebelum) AS unit_terbanding,
        sum(sebelum)::BIGINT AS tenaga_kerja_sebelum,
        sum(sesudah)::BIGINT AS tenaga_kerja_sesudah,
        sum(sesudah - sebelum)::BIGINT AS tambah_tenaga_kerja,
        max(per) AS per
    FROM terkelompok
    GROUP BY kode_wilayah, tahun, periode, kelompok
)
SELECT
    l.kode_wilayah, l.nama_wilayah, l.provinsi, l.tahun, h.periode, h.kelompok, h.jumlah_unit,
    h.unit_bertenaga_kerja, h.tenaga_kerja, h.rata_tenaga_kerja, h.unit_terbanding, h.tenaga_kerja_sebelum,
    h.tenaga_kerja_sesudah, h.tambah_tenaga_kerja, l.kabkota_melapor, l.kabkota_seluruhnya, h.per
FROM lapor_tahun l
LEFT JOIN hitung h ON h.kode_wilayah = l.kode_wilayah AND h.tahun = l.tahun
WHERE l.laporan = 'ikm'
ORDER BY l.tahun, l.kode_wilayah, h.kelompok
