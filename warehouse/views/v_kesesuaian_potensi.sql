-- pertanyaan | question: Apakah yang dilatihkan sesuai dengan potensi daerahnya? | Does the subject fit the district's potential?
-- butir | grain: Satu baris = satu kegiatan pembinaan. | One row = one activity.
-- satuan | unit: Kegiatan. | Activities.
-- sumber | source: pembinaan dan potensi, kiriman yang berlaku. | pembinaan and potensi, submissions in force.
-- catatan | caveat: Pencocokan kata, bukan makna: komoditas sama, kata sama (kata empat huruf atau lebih dari komoditas dan judul yang juga ada di komoditas potensi; tanpa kata umum), tidak ditemukan. Abon ikan dan ikan bandeng berbagi kata ikan: lihat potensi_cocok. Kosong bila kabupaten/kota itu belum mengirim potensi. Potensi dari semua tahun dipakai. | Words are matched, not meanings: komoditas sama (same commodity), kata sama (words of four letters or more shared with a commodity of potensi; common words left out), tidak ditemukan (not found). NULL where the district has sent no potensi. Potensi of all years is used.
-- tabel | tables: v_pembinaan_sekali, potensi, kiriman, lapor_tahun, wilayah
-- kolom bersama | shared columns: kode_wilayah, nama_wilayah, provinsi, tahun, nama_kegiatan, metode, komoditas, kabkota_melapor, kabkota_seluruhnya, per
-- kolom kesesuaian: komoditas sama, kata sama, tidak ditemukan; kosong bila tidak dapat dinilai. | komoditas sama (same commodity), kata sama (shared words), tidak ditemukan (not found); NULL if it cannot be judged.
-- kolom potensi_cocok: Komoditas potensi yang cocok. | Commodities of potensi that match.
-- kolom kata_sama: Kata yang sama. | Words in common.
WITH potensi_kata AS (
    SELECT
        p.kode_wilayah, p.komoditas,
        trim(regexp_replace(lower(p.komoditas), '[^\pL\pN]+', ' ', 'g')) AS rapi,
        regexp_extract_all(lower(p.komoditas), '\pL{4,}') AS kata,
        max(k.diterima_pada) AS per
    FROM potensi p
    JOIN kiriman k ON k.kiriman_id = p.kiriman_id
    GROUP BY p.kode_wilayah, p.komoditas
),
kegiatan AS (
    SELECT
        *,
        trim(regexp_replace(lower(komoditas), '[^\pL\pN]+', ' ', 'g')) AS komoditas_rapi,
        regexp_extract_all(
            regexp_replace(
                lower(concat_ws(' ', komoditas, nama_kegiatan)),
                '\b(pelatihan|pendampingan|magang|bimtek|bimbingan|teknis|teknik|fasilitasi|sosialisasi|pembuatan|pengolahan|olahan|industri|produk|produksi|usaha|kelompok|hasil|bahan|baku|dengan|untuk|bagi|pada|kecil|menengah|desa|kabupaten|kota|peningkatan|mutu|kualitas|lokal)\b',
                ' ', 'g'
            ),
            '\pL{4,}'
        ) AS kata
    FROM v_pembinaan_sekali
),
cocok AS (
    SELECT
        g.kiriman_id, g.baris,
        bool_or(coalesce(p.rapi = g.komoditas_rapi, false)) AS sama,
        string_agg(DISTINCT p.komoditas, '; ' ORDER BY p.komoditas) AS potensi_cocok,
        array_to_string(list_sort(list_distinct(flatten(list(list_intersect(p.kata, g.kata))))), ', ') AS kata_sama,
        max(p.per) AS per
    FROM kegiatan g
    JOIN potensi_kata p ON p.kode_wilayah = g.kode_wilayah
        AND (coalesce(p.rapi = g.komoditas_rapi, false) OR list_has_any(p.kata, g.kata))
    GROUP BY g.kiriman_id, g.baris
),
ada AS (
    SELECT kode_wilayah, max(per) AS per FROM potensi_kata GROUP BY kode_wilayah
)
SELECT
    g.kode_wilayah,
    w.nama AS nama_wilayah,
    w.provinsi,
    g.tahun,
    g.nama_kegiatan,
    g.metode,
    g.komoditas,
    CASE
        WHEN c.sama THEN 'komoditas sama'
        WHEN c.kiriman_id IS NOT NULL THEN 'kata sama'
        WHEN a.kode_wilayah IS NOT NULL AND len(g.kata) > 0 THEN 'tidak ditemukan'
    END AS kesesuaian,
    c.potensi_cocok,
    nullif(c.kata_sama, '') AS kata_sama,
    l.kabkota_melapor,
    l.kabkota_seluruhnya,
    greatest(g.per, a.per) AS per
FROM kegiatan g
JOIN wilayah w ON w.kode_wilayah = g.kode_wilayah
LEFT JOIN cocok c ON c.kiriman_id = g.kiriman_id AND c.baris = g.baris
LEFT JOIN ada a ON a.kode_wilayah = g.kode_wilayah
LEFT JOIN lapor_tahun l
    ON l.laporan = 'pembinaan' AND l.tahun = g.tahun AND l.kode_wilayah = g.kode_wilayah
ORDER BY g.tahun, g.kode_wilayah, g.nama_kegiatan
