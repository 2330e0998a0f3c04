-- pertanyaan | question: Data pribadi apa yang kami pegang, dari mana, dan di mana ia muncul di tempat terbuka? | Which personal data do we hold, from where, and where does it stand in the open?
-- butir | grain: Satu baris = satu kolom laporan dengan data pribadi; kolom terbuka yang kedapatan memuatnya punya barisnya sendiri. | One row = one report column with personal data; an open column found to hold some has a row of its own.
-- satuan | unit: Kiriman, kabupaten/kota, baris, temuan. | Submissions, districts, rows, findings.
-- sumber | source: Tabel kamus, kolom_asal, kiriman, temuan, kiriman yang berlaku. | Tables kamus, kolom_asal, kiriman, temuan, submissions in force.
-- catatan | caveat: Dihitung dari kolom yang diisi sebuah kiriman, bukan dari selnya: kolom yang ada tetapi kosong ikut terhitung. Kiriman yang sudah digantikan masih tersimpan di riwayat dan arsip, dan tidak dihitung di sini. | Counted by the columns that a submission fills, not by cells: a column that is there but empty counts. Replaced submissions are still kept in history and archive and are not counted here.
-- tabel | tables: kamus, kolom_asal, kiriman, temuan
-- kolom bersama | shared columns: laporan, per
-- kolom kolom: Kolom kami; kosong bila datanya di kolom yang tidak diketahui. | Our column; NULL if it is not known.
-- kolom kelas: Kelas data pribadi: nama, nik, alamat, telepon, umum; atau di kolom terbuka. | Class of personal data: nama (name), nik, alamat (address), telepon (phone), umum (general); or di kolom terbuka (in an open column).
-- kolom di_berkas_umum: Benar bila kolom itu ada di ikm.duckdb (umum). | True if the column is in the public ikm.duckdb.
-- kolom jumlah_kiriman: Kiriman berlaku yang memuatnya. Satuan: kiriman. | Submissions in force that hold it. Unit: submissions.
-- kolom jumlah_kabkota: Kabupaten/kota pengirimnya. Satuan: kabupaten/kota. | Districts that sent them. Unit: districts.
-- kolom jumlah_baris: Baris yang dimuat dari kiriman itu. Satuan: baris. | Rows loaded from these. Unit: rows.
-- kolom jumlah_temuan: Temuan pada kolom itu. Satuan: temuan. | Findings about that column. Unit: findings.
WITH berlaku AS (
    SELECT * FROM kiriman WHERE berlaku_dari IS NOT NULL AND berlaku_sampai IS NULL
),
pribadi AS (
    SELECT relasi AS laporan, kolom, kelas_pribadi AS kelas, berkas = 'umum dan terbatas' AS di_berkas_umum
    FROM kamus
    WHERE jenis = 'tabel' AND kelas_pribadi IN ('nama', 'nik', 'alamat', 'telepon', 'umum')
),
isi AS (
    SELECT
        k.laporan, a.kolom,
        count(*) AS jumlah_kiriman,
        count(DISTINCT k.kode_wilayah) AS jumlah_kabkota,
        sum(k.baris_dimuat)::BIGINT AS jumlah_baris,
        max(k.diterima_pada) AS per
    FROM (SELECT DISTINCT kiriman_id, kolom FROM kolom_asal) a
    JOIN berlaku k ON k.kiriman_id = a.kiriman_id
    GROUP BY k.laporan, a.kolom
),
soal AS (
    SELECT k.laporan, t.kolom, count(*) AS jumlah_temuan
    FROM temuan t
    JOIN berlaku k ON k.kiriman_id = t.kiriman_id
    WHERE t.kode <> 'DATA_PRIBADI_TERBUKA'
    GROUP BY k.laporan, t.kolom
)
SELECT
    p.laporan, p.kolom, p.kelas, p.di_berkas_umum,
    coalesce(i.jumlah_kiriman, 0) AS jumlah_kiriman,
    coalesce(i.jumlah_kabkota, 0) AS jumlah_kabkota,
    coalesce(i.jumlah_baris, 0) AS jumlah_baris,
    coalesce(s.jumlah_temuan, 0) AS jumlah_temuan,
    i.per
FROM pribadi p
LEFT JOIN isi i ON i.laporan = p.laporan AND i.kolom = p.kolom
LEFT JOIN soal s ON s.laporan = p.laporan AND s.kolom = p.kolom
UNION ALL
SELECT
    k.laporan, t.kolom, 'di kolom terbuka', true, count(DISTINCT t.kiriman_id), count(DISTINCT k.kode_wilayah),
    count(DISTINCT t.kiriman_id || '|' || coalesce(t.baris::VARCHAR, '')), count(*), max(k.diterima_pada)
FROM temuan t
JOIN berlaku k ON k.kiriman_id = t.kiriman_id
WHERE t.kode = 'DATA_PRIBADI_TERBUKA'
GROUP BY k.laporan, t.kolom
ORDER BY 1, 2
