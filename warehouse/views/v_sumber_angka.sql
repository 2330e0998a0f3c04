-- pertanyaan | question: Dari berkas dan lembar mana angka sebuah kabupaten/kota, sekarang dan dulu? | Which file and sheet are behind a district's numbers, now and before?
-- butir | grain: Satu baris = satu kiriman yang berlaku atau pernah berlaku, satu kabupaten/kota. | One row = one submission that is or was in force, one district.
-- satuan | unit: Baris. | Rows.
-- sumber | source: Tabel kiriman dan kiriman_wilayah. | Tables kiriman and kiriman_wilayah.
-- catatan | caveat: Sampai ke lembar; selnya ada di asal (berkas terbatas) dan ikm trace. Nilai pada waktu lampau: skema riwayat, baris dengan berlaku_dari <= waktu < berlaku_sampai. Kiriman beberapa kabupaten/kota yang sudah digantikan tampak tanpa kode_wilayah. | Down to the sheet; the cell is in asal (restricted file) and ikm trace. Values of an earlier time: schema riwayat, rows with berlaku_dari <= time < berlaku_sampai. A replaced submission over several districts shows without kode_wilayah.
-- tabel | tables: kiriman, kiriman_wilayah, lapor_tahun, wilayah
-- kolom bersama | shared columns: kiriman_id, laporan, kode_wilayah, nama_wilayah, provinsi, tahun, berkas, lembar, kabkota_melapor, kabkota_seluruhnya, per
-- kolom periode: Periode laporan. | Period reported on.
-- kolom jalur: Letak berkas di bawah folder yang dimuat. | Path below the folder loaded.
-- kolom sha256: Sidik jari berkas; di bawahnya berkas itu diarsipkan. | Hash of the file, under which it is archived.
-- kolom masih_berlaku: Benar bila angkanya dipakai sekarang. | True if its numbers are used now.
-- kolom baris_dimuat: Baris dimuat (kabupaten/kota itu; bila sudah digantikan: kiriman itu). Satuan: baris. | Rows loaded (of that district; if replaced: of the submission). Unit: rows.
-- kolom berlaku_dari: Mulai berlaku. | In force from.
-- kolom berlaku_sampai: Akhir berlaku; kosong bila masih berlaku. | In force until; NULL while in force.
-- kolom digantikan_oleh: Berkas yang menggantikannya. | File that replaced it.
WITH pengganti AS (
    SELECT unnest(menggantikan) AS kiriman_id, berkas FROM kiriman
),
ganti AS (
    SELECT kiriman_id, string_agg(DISTINCT berkas, '; ' ORDER BY berkas) AS berkas FROM pengganti GROUP BY kiriman_id
)
SELECT
    k.laporan,
    coalesce(u.kode_wilayah, k.kode_wilayah) AS kode_wilayah,
    w.nama AS nama_wilayah, w.provinsi, left(k.periode, 4)::INTEGER AS tahun, k.periode, k.kiriman_id, k.berkas,
    k.jalur, k.lembar, k.sha256,
    k.berlaku_sampai IS NULL AS masih_berlaku,
    coalesce(u.baris_dimuat, k.baris_dimuat) AS baris_dimuat,
    k.berlaku_dari, k.berlaku_sampai, g.berkas AS digantikan_oleh, l.kabkota_melapor, l.kabkota_seluruhnya,
    k.diterima_pada AS per
FROM kiriman k
LEFT JOIN kiriman_wilayah u ON u.kiriman_id = k.kiriman_id
LEFT JOIN wilayah w ON w.kode_wilayah = coalesce(u.kode_wilayah, k.kode_wilayah)
LEFT JOIN ganti g ON g.kiriman_id = k.kiriman_id
LEFT JOIN lapor_tahun l
    ON l.laporan = k.laporan AND l.tahun = left(k.periode, 4)::INTEGER
    AND l.kode_wilayah = coalesce(u.kode_wilayah, k.kode_wilayah)
WHERE k.berlaku_dari IS NOT NULL
ORDER BY k.laporan, 2, k.periode, k.berlaku_dari
