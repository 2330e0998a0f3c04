-- pertanyaan | question: Berapa bagian tiap cabang industri, dan berapa bagian pemilik perempuan? | What is the share of each branch of industry, and of women owners?
-- butir | grain: Satu baris = satu kabupaten/kota, satu tahun, satu cabang industri (juga "tidak disebut"); kabupaten/kota yang tidak melapor punya satu baris kosong. | One row = one district, one year, one branch (also "tidak disebut", not stated); a district that has not reported has one empty row.
-- satuan | unit: Unit usaha, orang, rupiah, persen. | Businesses, people, rupiah, percent.
-- sumber | source: Tabel ikm, periode terakhir tahun itu. | Table ikm, last period of the year.
-- catatan | caveat: persen_unit dihitung atas unit yang cabangnya disebut; persen_perempuan atas pemilik yang jenis kelaminnya disebut. jasa (bengkel, laundry) tampak tersendiri dan ikut dalam pembagi. Untuk provinsi jumlahkan unitnya dulu, baru bagi. | persen_unit rests on units whose branch is stated; persen_perempuan on owners whose sex is stated. Services (jasa) stand apart and are part of the divisor. For a province add up the units first, then divide.
-- tabel | tables: ikm, lapor_tahun
-- kolom bersama | shared columns: kode_wilayah, nama_wilayah, provinsi, tahun, periode, kabkota_melapor, kabkota_seluruhnya, per
-- kolom cabang_industri: Cabang industri, atau tidak disebut. | Branch of industry, or tidak disebut (not stated).
-- kolom jumlah_unit: Unit usaha. Satuan: unit. | Businesses. Unit: businesses.
-- kolom persen_unit: Bagian dari unit yang cabangnya disebut. Satuan: persen. | Share of units whose branch is stated. Unit: percent.
-- kolom tenaga_kerja: Tenaga kerja yang disebut (jumlah, atau L + P). Satuan: orang. | Workers as stated (total, or men + women). Unit: people.
-- kolom nilai_investasi: Investasi yang disebut. Satuan: rupiah. | Investment as stated. Unit: rupiah.
-- kolom nilai_produksi: Produksi yang disebut. Satuan: rupiah. | Production as stated. Unit: rupiah.
-- kolom pemilik_perempuan: Unit yang pemiliknya perempuan. Satuan: unit. | Businesses owned by women. Unit: businesses.
-- kolom pemilik_laki: Unit yang pemiliknya laki-laki. Satuan: unit. | Businesses owned by men. Unit: businesses.
-- kolom pemilik_tidak_disebut: Unit yang jenis kelamin pemiliknya tidak disebut. Satuan: unit. | Businesses whose owner's sex is not stated. Unit: businesses.
-- kolom persen_perempuan: Perempuan di antara pemilik yang jenis kelaminnya disebut. Satuan: persen. | Women among owners whose sex is stated. Unit: percent.
WITH hitung AS (
    SELECT
        l.kode_wilayah, l.tahun,
        coalesce(i.cabang_industri, 'tidak disebut') AS cabang_industri,
        count(*) AS jumlah_unit,
        count(i.cabang_industri) AS bercabang,
        sum(
            CASE
                WHEN i.tenaga_kerja IS NOT NULL THEN i.tenaga_kerja
                WHEN i.tenaga_kerja_l IS NOT NULL OR i.tenaga_kerja_p IS NOT NULL
                    THEN coalesce(i.tenaga_kerja_l, 0) + coalesce(i.tenaga_kerja_p, 0)
            END
        )::BIGINT AS tenaga_kerja,
        sum(i.nilai_investasi)::BIGINT AS nilai_investasi,
        sum(i.nilai_produksi)::BIGINT AS nilai_produksi,
        count(*) FILTER (i.jenis_kelamin = 'P') AS pemilik_perempuan,
        count(*) FILTER (i.jenis_kelamin = 'L') AS pemilik_laki,
        count(*) FILTER (i.jenis_kelamin IS NULL) AS pemilik_tidak_disebut
    FROM ikm i
    JOIN lapor_tahun l
        ON l.laporan = 'ikm' AND l.kode_wilayah = i.kode_wilayah AND l.periode_terakhir = i.periode
    GROUP BY l.kode_wilayah, l.tahun, coalesce(i.cabang_industri, 'tidak disebut')
)
SELECT
    l.kode_wilayah, l.nama_wilayah, l.provinsi, l.tahun, l.periode_terakhir AS periode, h.cabang_industri,
    h.jumlah_unit,
    CASE WHEN h.bercabang > 0 THEN
        round(100.0 * h.bercabang / sum(h.bercabang) OVER (PARTITION BY l.kode_wilayah, l.tahun), 1)
    END AS persen_unit,
    h.tenaga_kerja, h.nilai_investasi, h.nilai_produksi, h.pemilik_perempuan, h.pemilik_laki,
    h.pemilik_tidak_disebut,
    round(100.0 * h.pemilik_perempuan / nullif(h.pemilik_perempuan + h.pemilik_laki, 0), 1) AS persen_perempuan,
    l.kabkota_melapor, l.kabkota_seluruhnya, l.per
FROM lapor_tahun l
LEFT JOIN hitung h ON h.kode_wilayah = l.kode_wilayah AND h.tahun = l.tahun
WHERE l.laporan = 'ikm'
ORDER BY l.tahun, l.kode_wilayah, h.jumlah_unit DESC
