-- pertanyaan | question: Apakah daftar usaha dan rekap kabupaten/kota sama? | Do a district's list and its summary agree?
-- butir | grain: Satu baris = satu kabupaten/kota, satu periode. | One row = one district, one period.
-- satuan | unit: Unit usaha, orang, rupiah. | Business units, people, rupiah.
-- sumber | source: Daftar (tabel ikm) dan rekap tertulis (tabel rekap), kiriman yang berlaku. | The list (ikm) and the stated summary (rekap), submissions in force.
-- catatan | caveat: Satu kabupaten/kota dapat mengirim rekap per kecamatan dan rekap per cabang industri untuk hal yang sama; keduanya tidak dijumlahkan. Dipakai satu kiriman rekap: yang diterima terakhir, lalu yang jumlah unitnya terbesar (kiriman_rekap); jumlah_kiriman_rekap dan rekap_berbeda menunjukkan bila ada yang lain. Selisih daftar dan rekap itu lazim: keduanya disimpan. | A district may send a summary by kecamatan and one by branch of the same businesses; they are not added up. One submission is used: the last received, then the one with most units (kiriman_rekap); jumlah_kiriman_rekap and rekap_berbeda tell of others. List and summary often differ: both are kept.
-- tabel | tables: ikm, rekap, kiriman, kiriman_wilayah, wilayah
-- kolom kode_wilayah: Kode Kemendagri kabupaten/kota. | Kemendagri code of the district.
-- kolom nama_wilayah: Nama kabupaten/kota. | Name of the district.
-- kolom periode: Periode laporan. | Period reported on.
-- kolom daftar_jumlah_unit: Banyak baris di daftar. Satuan: unit. | Rows of the list. Unit: businesses.
-- kolom daftar_tenaga_kerja: Tenaga kerja menurut daftar: jumlah tertulis, atau L + P. Satuan: orang. | Workers by the list: the stated total, or men + women. Unit: people.
-- kolom daftar_nilai_investasi: Investasi menurut daftar. Satuan: rupiah. | Investment by the list. Unit: rupiah.
-- kolom daftar_nilai_produksi: Produksi menurut daftar. Satuan: rupiah. | Production by the list. Unit: rupiah.
-- kolom daftar_nilai_bahan_baku: Bahan baku menurut daftar. Satuan: rupiah. | Raw material by the list. Unit: rupiah.
-- kolom unit_tanpa_tenaga_kerja: Baris daftar yang tidak menyebut tenaga kerja. Satuan: baris. | Rows of the list that state no workers. Unit: rows.
-- kolom daftar_baris_berulang: Baris daftar yang usahanya juga ada di kiriman lain untuk periode itu: mungkin terhitung dua kali. Satuan: baris. | Rows of the list whose business also stands in another submission for the period: perhaps counted twice. Unit: rows.
-- kolom rekap_jumlah_unit: Jumlah unit menurut rekap. Satuan: unit. | Units by the summary. Unit: businesses.
-- kolom rekap_tenaga_kerja: Tenaga kerja menurut rekap. Satuan: orang. | Workers by the summary. Unit: people.
-- kolom rekap_nilai_investasi: Investasi menurut rekap. Satuan: rupiah. | Investment by the summary. Unit: rupiah.
-- kolom rekap_nilai_produksi: Produksi menurut rekap. Satuan: rupiah. | Production by the summary. Unit: rupiah.
-- kolom rekap_nilai_bahan_baku: Bahan baku menurut rekap. Satuan: rupiah. | Raw material by the summary. Unit: rupiah.
-- kolom selisih_jumlah_unit: Daftar dikurangi rekap. Satuan: unit. | List minus summary. Unit: businesses.
-- kolom selisih_tenaga_kerja: Daftar dikurangi rekap. Satuan: orang. | List minus summary. Unit: people.
-- kolom selisih_nilai_investasi: Daftar dikurangi rekap. Satuan: rupiah. | List minus summary. Unit: rupiah.
-- kolom selisih_nilai_produksi: Daftar dikurangi rekap. Satuan: rupiah. | List minus summary. Unit: rupiah.
-- kolom selisih_nilai_bahan_baku: Daftar dikurangi rekap. Satuan: rupiah. | List minus summary. Unit: rupiah.
-- kolom kiriman_rekap: Kiriman rekap yang dipakai. | Submission of the summary that is used.
-- kolom jumlah_kiriman_rekap: Banyak kiriman rekap yang berlaku. Satuan: kiriman. | Submissions of summaries in force. Unit: submissions.
-- kolom rekap_berbeda: Benar bila kiriman rekap tidak sama jumlah unit atau tenaga kerjanya. | True if those differ in units or workers.
-- kolom bersama | shared columns: provinsi
-- kolom kabkota_melapor: Kabupaten/kota di provinsi itu yang mengirim daftar atau rekap untuk periode itu. Satuan: kabupaten/kota. | Districts of the province that sent a list or summary for the period. Unit: districts.
-- kolom kabkota_seluruhnya: Seluruh kabupaten/kota di provinsi itu. Satuan: kabupaten/kota. | All districts of the province. Unit: districts.
-- kolom per: Waktu diterimanya kiriman terakhir yang mendasari angka ini (waktu setempat). | When the latest submission behind these figures came (local time).
WITH daftar AS (
    SELECT
        kode_wilayah,
        periode,
        count(*) AS jumlah_unit,
        sum(orang)::BIGINT AS tenaga_kerja,
        sum(nilai_investasi)::BIGINT AS nilai_investasi,
        sum(nilai_produksi)::BIGINT AS nilai_produksi,
        sum(nilai_bahan_baku)::BIGINT AS nilai_bahan_baku,
        count(*) FILTER (orang IS NULL) AS tanpa_tenaga_kerja
    FROM (
        SELECT *,
            CASE
                WHEN tenaga_kerja IS NOT NULL THEN tenaga_kerja
                WHEN tenaga_kerja_l IS NOT NULL OR tenaga_kerja_p IS NOT NULL
                    THEN coalesce(tenaga_kerja_l, 0) + coalesce(tenaga_kerja_p, 0)
            END AS orang
        FROM ikm
    )
    GROUP BY kode_wilayah, periode
),
daftar_per AS (
    SELECT u.kode_wilayah, u.periode, max(k.diterima_pada) AS per
    FROM kiriman_wilayah u
    JOIN kiriman k ON k.kiriman_id = u.kiriman_id
    WHERE u.laporan = 'ikm'
    GROUP BY u.kode_wilayah, u.periode
),
berulang AS (
    SELECT kode_wilayah, periode, sum(kali - 1)::BIGINT AS baris
    FROM (
        SELECT i.kode_wilayah, i.periode, i.usaha_kunci, i.orang_kunci, count(DISTINCT i.kiriman_id) AS kali
        FROM ikm i
        WHERE i.usaha_kunci IS NOT NULL AND (i.kode_wilayah, i.periode) IN (
            SELECT (kode_wilayah, periode) FROM kiriman_wilayah
            WHERE laporan = 'ikm'
            GROUP BY kode_wilayah, periode
            HAVING count(*) > 1
        )
        GROUP BY i.kode_wilayah, i.periode, i.usaha_kunci, i.orang_kunci
    )
    GROUP BY kode_wilayah, periode
),
per_kiriman AS (
    SELECT
        r.kode_wilayah,
        r.periode,
        r.kiriman_id,
        any_value(k.diterima_pada) AS diterima_pada,
        sum(r.jumlah_unit)::BIGINT AS jumlah_unit,
        sum(r.tenaga_kerja)::BIGINT AS tenaga_kerja,
        sum(r.nilai_investasi)::BIGINT AS nilai_investasi,
        sum(r.nilai_produksi)::BIGINT AS nilai_produksi,
        sum(r.nilai_bahan_baku)::BIGINT AS nilai_bahan_baku
    FROM rekap r
    JOIN kiriman k ON k.kiriman_id = r.kiriman_id
    GROUP BY r.kode_wilayah, r.periode, r.kiriman_id
),
semua_rekap AS (
    SELECT
        kode_wilayah,
        periode,
        count(*) AS jumlah_kiriman,
        max(diterima_pada) AS per,
        max(jumlah_unit) IS DISTINCT FROM min(jumlah_unit)
            OR max(tenaga_kerja) IS DISTINCT FROM min(tenaga_kerja) AS berbeda
    FROM per_kiriman
    GROUP BY kode_wilayah, periode
),
dipakai AS (
    SELECT * FROM per_kiriman
    QUALIFY row_number() OVER (
        PARTITION BY kode_wilayah, periode ORDER BY diterima_pada DESC, jumlah_unit DESC, kiriman_id
    ) = 1
)
SELECT
    coalesce(d.kode_wilayah, r.kode_wilayah) AS kode_wilayah,
    w.nama AS nama_wilayah,
    coalesce(d.periode, r.periode) AS periode,
    d.jumlah_unit AS daftar_jumlah_unit,
    d.tenaga_kerja AS daftar_tenaga_kerja,
    d.nilai_investasi AS daftar_nilai_investasi,
    d.nilai_produksi AS daftar_nilai_produksi,
    d.nilai_bahan_baku AS daftar_nilai_bahan_baku,
    d.tanpa_tenaga_kerja AS unit_tanpa_tenaga_kerja,
    CASE WHEN d.kode_wilayah IS NOT NULL THEN coalesce(g.baris, 0) END AS daftar_baris_berulang,
    r.jumlah_unit AS rekap_jumlah_unit,
    r.tenaga_kerja AS rekap_tenaga_kerja,
    r.nilai_investasi AS rekap_nilai_investasi,
    r.nilai_produksi AS rekap_nilai_produksi,
    r.nilai_bahan_baku AS rekap_nilai_bahan_baku,
    d.jumlah_unit - r.jumlah_unit AS selisih_jumlah_unit,
    d.tenaga_kerja - r.tenaga_kerja AS selisih_tenaga_kerja,
    d.nilai_investasi - r.nilai_investasi AS selisih_nilai_investasi,
    d.nilai_produksi - r.nilai_produksi AS selisih_nilai_produksi,
    d.nilai_bahan_baku - r.nilai_bahan_baku AS selisih_nilai_bahan_baku,
    r.kiriman_id AS kiriman_rekap,
    coalesce(s.jumlah_kiriman, 0) AS jumlah_kiriman_rekap,
    s.berbeda AS rekap_berbeda,
    w.provinsi,
    count(*) OVER (PARTITION BY coalesce(d.periode, r.periode), w.provinsi) AS kabkota_melapor,
    m.kabkota_seluruhnya,
    greatest(p.per, s.per) AS per
FROM daftar d
FULL JOIN dipakai r ON r.kode_wilayah = d.kode_wilayah AND r.periode = d.periode
LEFT JOIN semua_rekap s ON s.kode_wilayah = r.kode_wilayah AND s.periode = r.periode
LEFT JOIN wilayah w ON w.kode_wilayah = coalesce(d.kode_wilayah, r.kode_wilayah)
LEFT JOIN (SELECT provinsi, count(*) AS kabkota_seluruhnya FROM wilayah GROUP BY provinsi) m ON m.provinsi = w.provinsi
LEFT JOIN berulang g ON g.kode_wilayah = d.kode_wilayah AND g.periode = d.periode
LEFT JOIN daftar_per p ON p.kode_wilayah = d.kode_wilayah AND p.periode = d.periode
ORDER BY 3, 1
