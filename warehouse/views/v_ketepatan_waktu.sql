-- pertanyaan | question: Laporan mana yang wajib dikirim, kapan jatuh temponya, kapan diterima, terlambat berapa hari? | Which reports are owed, when are they due, when were they received, how many days late?
-- butir | grain: Satu baris = satu laporan yang wajib dikirim satu kabupaten/kota untuk satu periode (kewajiban.csv). | One row = one report that one district owes for one period (kewajiban.csv).
-- satuan | unit: Hari, baris, bulan. | Days, rows, months.
-- sumber | source: Tabel kewajiban, perpanjangan, kiriman, kiriman_wilayah, karantina, masa_berlaku. | Tables kewajiban, perpanjangan, kiriman, kiriman_wilayah, karantina, masa_berlaku.
-- catatan | caveat: Diterima ialah pertama kali dimuat, selama sekarang masih ada yang berlaku: perbaikan tidak membuat laporan terlambat. Yang ditolak atau semua barisnya ditahan belum diterima. Periode yang lebih pendek memenuhi kewajiban bila seluruh bulannya terisi; untuk laporan keadaan (ikm, rekap, sentra, potensi, anggaran) cukup satu yang berakhir pada hari yang sama. Periode yang lebih panjang tidak memenuhi. Yang belum diterima dihitung sampai hari ini, bukan sampai hari terbit. | Received means first loaded, as long as something is in force now: a revision makes no report late. What was refused or has all rows held back is not received. Shorter periods fulfil an obligation when they cover all of its months; for reports of a state (ikm, rekap, sentra, potensi, anggaran) one that ends on the same day suffices. Longer periods do not. What is missing is counted to today, not to the day of publishing.
-- tabel | tables: kewajiban, perpanjangan, kiriman, kiriman_wilayah, kiriman_wilayah_lama, karantina, masa_berlaku, wilayah, v_hari_ini
-- kolom bersama | shared columns: kode_wilayah, nama_wilayah, provinsi, laporan
-- kolom periode: Periode yang wajib dilaporkan. | Period to be reported on.
-- kolom jatuh_tempo: Hari terakhir menurut aturan. | Last day by the rule.
-- kolom diperpanjang_sampai: Hari terakhir setelah perpanjangan; kosong bila tidak diperpanjang. | Last day after an extension; NULL without one.
-- kolom tenggat: Yang berlaku: jatuh tempo, atau perpanjangannya. | The one that counts: the due date, or its extension.
-- kolom diterima_pada: Pertama kali diterima lengkap (waktu setempat); kosong bila belum. | First received whole (local time); NULL if not yet.
-- kolom status: tepat_waktu, terlambat, ditolak, belum_masuk (lewat tenggat), diperpanjang (lewat jatuh tempo), belum_jatuh_tempo. | Received on time, received late, refused, missing (overdue), extended (past its due date), not due yet.
-- kolom hari_terlambat: Hari kalender setelah tenggat, sampai diterima atau sampai hari ini; 0 bila tidak terlambat. Satuan: hari. | Calendar days after the last day, until received or until today; 0 if not late. Unit: days.
-- kolom baris_dimuat: Baris yang berlaku. Satuan: baris. | Rows in force. Unit: rows.
-- kolom baris_karantina: Baris yang masih ditahan. Satuan: baris. | Rows still held back. Unit: rows.
-- kolom bulan_diterima: Bulan dari periode itu yang sudah tercakup. Satuan: bulan. | Months of the period that are covered. Unit: months.
-- kolom bulan_wajib: Panjang periode. Satuan: bulan. | Length of the period. Unit: months.
-- kolom ditolak_pada: Kiriman terakhir yang ditolak (waktu setempat); kosong bila tidak ada. | Latest refused submission (local time); NULL if none.
-- kolom per: Keadaan menurut hari ini. | As of today.
-- kolom kabkota_melapor: Kabupaten/kota yang laporannya sudah diterima, dari yang wajib. Satuan: kabupaten/kota. | Districts whose report was received, of those that owe it. Unit: districts.
-- kolom kabkota_tepat_waktu: Di antaranya tepat waktu. Satuan: kabupaten/kota. | Of these on time. Unit: districts.
-- kolom kabkota_seluruhnya: Kabupaten/kota yang wajib mengirim laporan itu untuk periode itu. Satuan: kabupaten/kota. | Districts that owe this report for this period. Unit: districts.
WITH anggota AS (
    SELECT kiriman_id, kode_wilayah, NULL::BIGINT AS baris FROM kiriman WHERE kode_wilayah IS NOT NULL
    UNION ALL
    SELECT kiriman_id, kode_wilayah, baris_dimuat FROM kiriman_wilayah
    UNION ALL
    SELECT kiriman_id, kode_wilayah, NULL FROM kiriman_wilayah_lama
),
milik AS (
    SELECT
        a.kode_wilayah, k.kiriman_id, k.laporan, k.periode, k.diterima_pada, k.status,
        k.berlaku_sampai IS NULL AS berlaku,
        k.baris_dimuat > 0 OR k.baris_karantina = 0 AS berisi,
        max(a.baris) AS baris,
        left(k.periode, 4)::INTEGER * 12 + CASE substr(k.periode, 6, 1)
            WHEN '' THEN 12
            WHEN 'S' THEN 6 * try_cast(right(k.periode, 1) AS INTEGER)
            WHEN 'T' THEN 3 * try_cast(right(k.periode, 1) AS INTEGER)
            ELSE try_cast(substr(k.periode, 6) AS INTEGER)
        END AS akhir,
        CASE substr(k.periode, 6, 1) WHEN '' THEN 12 WHEN 'S' THEN 6 WHEN 'T' THEN 3 ELSE 1 END AS lama
    FROM anggota a
    JOIN kiriman k ON k.kiriman_id = a.kiriman_id
    WHERE k.laporan IS NOT NULL AND k.periode IS NOT NULL
    GROUP BY ALL
),
pengganti AS (
    SELECT kiriman_id, unnest(oleh) AS oleh FROM masa_berlaku WHERE akhir = 'digantikan'
),
-- Only what took the place of a submission for the same unit: one moved to another district leaves nothing behind.
diteruskan AS (
    SELECT DISTINCT lama.kiriman_id, lama.kode_wilayah
    FROM milik lama
    JOIN pengganti p ON p.kiriman_id = lama.kiriman_id
    JOIN milik baru
        ON baru.kiriman_id = p.oleh AND baru.kode_wilayah = lama.kode_wilayah
        AND baru.laporan = lama.laporan AND baru.periode = lama.periode
),
masuk AS (
    SELECT
        m.kode_wilayah, m.laporan, m.periode, m.akhir, m.lama,
        min(m.diterima_pada) AS diterima_pada,
        coalesce(sum(m.baris) FILTER (m.berlaku), 0)::BIGINT AS baris
    FROM milik m
    LEFT JOIN diteruskan d ON d.kiriman_id = m.kiriman_id AND d.kode_wilayah = m.kode_wilayah
    WHERE m.berisi AND (
        m.status IN ('dimuat', 'dimuat_sebagian') OR (m.status = 'digantikan' AND d.kiriman_id IS NOT NULL)
    )
    GROUP BY m.kode_wilayah, m.laporan, m.periode, m.akhir, m.lama
    HAVING bool_or(m.status IN ('dimuat', 'dimuat_sebagian'))
),
wajib AS (
    SELECT
        *,
        year(periode_mulai) * 12 + month(periode_mulai) AS bulan_mulai,
        year(periode_selesai) * 12 + month(periode_selesai) AS bulan_selesai
    FROM kewajiban
),
cocok AS (
    SELECT
        w.kode_wilayah, w.laporan, w.periode, m.diterima_pada, m.akhir, m.lama,
        -- A state at the end of the period stands for all of it.
        CASE
            WHEN m.akhir = w.bulan_selesai AND w.laporan IN ('ikm', 'rekap', 'sentra', 'potensi', 'anggaran')
            THEN w.bulan_mulai
            ELSE m.akhir - m.lama + 1
        END AS awal
    FROM wajib w
    JOIN masuk m
        ON m.kode_wilayah = w.kode_wilayah AND m.laporan = w.laporan
        AND m.akhir <= w.bulan_selesai AND m.akhir - m.lama + 1 >= w.bulan_mulai
),
bulanan AS (
    SELECT kode_wilayah, laporan, periode, bulan, min(diterima_pada) AS diterima_pada
    FROM (
        SELECT kode_wilayah, laporan, periode, diterima_pada, unnest(range(awal, akhir + 1)) AS bulan FROM cocok
    )
    GROUP BY kode_wilayah, laporan, periode, bulan
),
tercakup AS (
    SELECT kode_wilayah, laporan, periode, count(*) AS bulan, max(diterima_pada) AS diterima_pada
    FROM bulanan
    GROUP BY kode_wilayah, laporan, periode
),
isi AS (
    SELECT w.kode_wilayah, w.laporan, w.periode, sum(m.baris)::BIGINT AS baris
    FROM wajib w
    JOIN masuk m
        ON m.kode_wilayah = w.kode_wilayah AND m.laporan = w.laporan
        AND m.akhir <= w.bulan_selesai AND m.akhir - m.lama + 1 >= w.bulan_mulai
    GROUP BY w.kode_wilayah, w.laporan, w.periode
),
tertahan AS (
    SELECT
        coalesce(a.kode_wilayah, k.kode_wilayah) AS kode_wilayah, k.laporan, k.kiriman_id, count(*) AS baris
    FROM karantina a
    JOIN kiriman k ON k.kiriman_id = a.kiriman_id
    WHERE k.status IN ('dimuat', 'dimuat_sebagian')
    GROUP BY ALL
),
ditahan AS (
    SELECT w.kode_wilayah, w.laporan, w.periode, sum(t.baris)::BIGINT AS baris
    FROM wajib w
    JOIN tertahan t ON t.kode_wilayah = w.kode_wilayah AND t.laporan = w.laporan
    JOIN (SELECT DISTINCT kiriman_id, akhir, lama FROM milik) m
        ON m.kiriman_id = t.kiriman_id AND m.akhir <= w.bulan_selesai AND m.akhir - m.lama + 1 >= w.bulan_mulai
    GROUP BY w.kode_wilayah, w.laporan, w.periode
),
tertolak AS (
    SELECT w.kode_wilayah, w.laporan, w.periode, max(m.diterima_pada) AS ditolak_pada
    FROM wajib w
    JOIN milik m
        ON m.kode_wilayah = w.kode_wilayah AND m.laporan = w.laporan
        AND m.akhir <= w.bulan_selesai AND m.akhir - m.lama + 1 >= w.bulan_mulai
    WHERE m.status = 'ditolak' OR (m.status IN ('dimuat', 'dimuat_sebagian') AND NOT m.berisi)
    GROUP BY w.kode_wilayah, w.laporan, w.periode
),
perpanjang AS (
    SELECT kode_wilayah, laporan, periode, arg_max(sampai, dicatat_pada) AS sampai
    FROM perpanjangan
    GROUP BY kode_wilayah, laporan, periode
),
gabung AS (
    SELECT
        w.kode_wilayah, w.laporan, w.periode, w.periode_selesai, w.jatuh_tempo, h.hari,
        p.sampai AS diperpanjang_sampai,
        greatest(w.jatuh_tempo, p.sampai) AS tenggat,
        w.bulan_selesai - w.bulan_mulai + 1 AS bulan_wajib,
        coalesce(t.bulan, 0) AS bulan_diterima,
        CASE WHEN t.bulan = w.bulan_selesai - w.bulan_mulai + 1 THEN t.diterima_pada END AS diterima_pada,
        i.baris AS baris_dimuat, d.baris AS baris_karantina, o.ditolak_pada
    FROM wajib w
    CROSS JOIN v_hari_ini h
    LEFT JOIN perpanjang p ON p.kode_wilayah = w.kode_wilayah AND p.laporan = w.laporan AND p.periode = w.periode
    LEFT JOIN tercakup t ON t.kode_wilayah = w.kode_wilayah AND t.laporan = w.laporan AND t.periode = w.periode
    LEFT JOIN isi i ON i.kode_wilayah = w.kode_wilayah AND i.laporan = w.laporan AND i.periode = w.periode
    LEFT JOIN ditahan d ON d.kode_wilayah = w.kode_wilayah AND d.laporan = w.laporan AND d.periode = w.periode
    LEFT JOIN tertolak o ON o.kode_wilayah = w.kode_wilayah AND o.laporan = w.laporan AND o.periode = w.periode
)
SELECT
    g.kode_wilayah,
    w.nama AS nama_wilayah,
    w.provinsi,
    g.laporan,
    g.periode,
    g.jatuh_tempo,
    g.diperpanjang_sampai,
    g.tenggat,
    g.diterima_pada,
    CASE
        WHEN g.diterima_pada::DATE <= g.tenggat THEN 'tepat_waktu'
        WHEN g.diterima_pada IS NOT NULL THEN 'terlambat'
        WHEN g.ditolak_pada IS NOT NULL THEN 'ditolak'
        WHEN g.hari > g.tenggat THEN 'belum_masuk'
        WHEN g.hari > g.jatuh_tempo THEN 'diperpanjang'
        ELSE 'belum_jatuh_tempo'
    END AS status,
    greatest(0, date_diff('day', g.tenggat, coalesce(g.diterima_pada::DATE, g.hari)))::BIGINT AS hari_terlambat,
    coalesce(g.baris_dimuat, 0) AS baris_dimuat,
    coalesce(g.baris_karantina, 0) AS baris_karantina,
    g.bulan_diterima,
    g.bulan_wajib,
    g.ditolak_pada,
    g.hari AS per,
    count(*) FILTER (g.diterima_pada IS NOT NULL) OVER setara AS kabkota_melapor,
    count(*) FILTER (g.diterima_pada::DATE <= g.tenggat) OVER setara AS kabkota_tepat_waktu,
    count(*) OVER setara AS kabkota_seluruhnya
FROM gabung g
JOIN wilayah w ON w.kode_wilayah = g.kode_wilayah
WINDOW setara AS (PARTITION BY g.laporan, g.periode, w.provinsi)
ORDER BY g.periode_selesai, g.periode, g.kode_wilayah, g.laporan
