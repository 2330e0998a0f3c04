-- pertanyaan | question: Berapa sentra direncanakan, dibangun, beroperasi; berapa unit di dalamnya; mana yang kurang dari lima? | How many sentra are planned, being built, running; units inside; which have fewer than five?
-- butir | grain: Satu baris = satu kabupaten/kota, satu tahun; setiap kabupaten/kota di provinsi yang mengirim sentra tahun itu. | One row = one district, one year; every district of a province that sent sentra for that year.
-- satuan | unit: Sentra, unit usaha, orang, rupiah. | Sentra, businesses, people, rupiah.
-- sumber | source: Tabel sentra, periode terakhir tahun itu. | Table sentra, last period of the year.
-- catatan | caveat: Keadaan pada satu periode (lihat periode); periode lain tahun itu tidak dijumlahkan. Sentra yang sama di dua kiriman periode itu dihitung sekali (kiriman terakhir). Unit, tenaga kerja dan produksi tidak termasuk sentra yang baru rencana. Menurut aturan, sentra berisi sekurangnya lima unit usaha. | The state at one period (see periode); other periods of the year are not added. A sentra in two submissions of that period counts once (the latest). Units, workers and production leave out planned sentra. By law a sentra holds at least five businesses.
-- tabel | tables: sentra, kiriman, lapor_tahun
-- kolom bersama | shared columns: kode_wilayah, nama_wilayah, provinsi, tahun, periode, kabkota_melapor, kabkota_seluruhnya, per
-- kolom jumlah_sentra: Semua sentra yang dilaporkan. Satuan: sentra. | All sentra reported. Unit: sentra.
-- kolom beroperasi: Yang beroperasi. Satuan: sentra. | Running. Unit: sentra.
-- kolom dibangun: Yang sedang dibangun. Satuan: sentra. | Being built. Unit: sentra.
-- kolom rencana: Yang baru rencana. Satuan: sentra. | Planned. Unit: sentra.
-- kolom status_tidak_disebut: Yang statusnya tidak disebut. Satuan: sentra. | Status not stated. Unit: sentra.
-- kolom jumlah_unit: Unit usaha di dalamnya (tanpa yang baru rencana). Satuan: unit. | Businesses inside (planned left out). Unit: businesses.
-- kolom tenaga_kerja: Tenaga kerja yang disebut (tanpa yang baru rencana). Satuan: orang. | Workers as stated (planned left out). Unit: people.
-- kolom nilai_produksi: Produksi yang disebut (tanpa yang baru rencana). Satuan: rupiah. | Production as stated (planned left out). Unit: rupiah.
-- kolom kurang_dari_lima: Sentra, selain yang baru rencana, dengan kurang dari lima unit usaha. Satuan: sentra. | Sentra other than planned ones with fewer than five businesses. Unit: sentra.
-- kolom nama_kurang_dari_lima: Namanya. | Their names.
WITH terkini AS (
    SELECT s.*, l.tahun, k.diterima_pada, coalesce(s.status = 'rencana', false) AS baru_rencana
    FROM sentra s
    JOIN kiriman k ON k.kiriman_id = s.kiriman_id
    JOIN lapor_tahun l
        ON l.laporan = 'sentra' AND l.kode_wilayah = s.kode_wilayah AND l.periode_terakhir = s.periode
    QUALIFY s.kiriman_id = first_value(s.kiriman_id) OVER (
        PARTITION BY s.kode_wilayah, s.periode, regexp_replace(lower(s.nama_sentra), '[^\pL\pN]+', '', 'g'),
            lower(coalesce(s.kecamatan, '')), lower(coalesce(s.desa, ''))
        ORDER BY k.diterima_pada DESC, s.kiriman_id
    )
),
hitung AS (
    SELECT
        kode_wilayah, tahun,
        count(*) AS jumlah_sentra,
        count(*) FILTER (status = 'beroperasi') AS beroperasi,
        count(*) FILTER (status = 'dibangun') AS dibangun,
        count(*) FILTER (baru_rencana) AS rencana,
        count(*) FILTER (status IS NULL) AS status_tidak_disebut,
        sum(jumlah_unit) FILTER (NOT baru_rencana)::BIGINT AS jumlah_unit,
        sum(tenaga_kerja) FILTER (NOT baru_rencana)::BIGINT AS tenaga_kerja,
        sum(nilai_produksi) FILTER (NOT baru_rencana)::BIGINT AS nilai_produksi,
        count(*) FILTER (NOT baru_rencana AND jumlah_unit < 5) AS kurang_dari_lima,
        string_agg(nama_sentra, '; ' ORDER BY nama_sentra) FILTER (NOT baru_rencana AND jumlah_unit < 5)
            AS nama_kurang_dari_lima,
        max(diterima_pada) AS per
    FROM terkini
    GROUP BY kode_wilayah, tahun
)
SELECT
    l.kode_wilayah, l.nama_wilayah, l.provinsi, l.tahun, l.periode_terakhir AS periode, h.jumlah_sentra,
    h.beroperasi, h.dibangun, h.rencana, h.status_tidak_disebut, h.jumlah_unit, h.tenaga_kerja,
    h.nilai_produksi, h.kurang_dari_lima, h.nama_kurang_dari_lima, l.kabkota_melapor, l.kabkota_seluruhnya, h.per
FROM lapor_tahun l
LEFT JOIN hitung h ON h.kode_wilayah = l.kode_wilayah AND h.tahun = l.tahun
WHERE l.laporan = 'sentra'
ORDER BY l.tahun, l.kode_wilayah
