-- pertanyaan | question: Dasar pandangan lain: siapa dilatih dan siapa dibina, tiap tahun? | Base of other views: who was trained and who was mentored, each year?
-- butir | grain: Satu baris = satu orang di satu kabupaten/kota dalam satu tahun. | One row = one person in one district in one year.
-- satuan | unit: Orang. | People.
-- sumber | source: v_peserta_metode. | v_peserta_metode.
-- catatan | caveat: Orang dikenali dari NIK; tanpa NIK dari nama, desa, kecamatan dan kabupaten/kota (lihat orang_dasar), sehingga nama yang ditulis lain menjadi orang lain. | A person is known by NIK; without one by name, village, kecamatan and district (see orang_dasar), so that a name written otherwise is another person.
-- tabel | tables: v_peserta_metode
-- kolom bersama | shared columns: kode_wilayah, tahun, orang_kunci, orang_dasar, per
-- kolom kecamatan: Kecamatan orang itu (salah satu bila disebut beberapa). | Kecamatan of the person (one of them if several are stated).
-- kolom jenis_kelamin: L atau P; kosong bila tidak disebut. | L (man) or P (woman); NULL if not stated.
-- kolom dilatih: Benar bila ikut pelatihan. | True if the person attended a training.
-- kolom dibina: Benar bila ikut pendampingan atau magang. | True if the person got mentoring or apprenticeship.
-- kolom metode: Metode yang diikuti, dipisah koma. | Methods attended, separated by commas.
-- kolom kegiatan: Kegiatan yang diikuti. | Activities attended.
-- kolom usaha_kunci: Daftar usaha orang itu (nama samaran). | The person's businesses (pseudonyms).
-- kolom nama_usaha: Nama usaha yang disebut. | Business names as stated.
SELECT
    kode_wilayah,
    tahun,
    orang_kunci,
    any_value(orang_dasar) AS orang_dasar,
    min(kecamatan) AS kecamatan,
    min(jenis_kelamin) AS jenis_kelamin,
    coalesce(bool_or(metode = 'pelatihan'), false) AS dilatih,
    coalesce(bool_or(metode IN ('pendampingan', 'magang')), false) AS dibina,
    string_agg(DISTINCT metode, ', ' ORDER BY metode) AS metode,
    string_agg(DISTINCT nama_kegiatan, '; ' ORDER BY nama_kegiatan) AS kegiatan,
    coalesce(list(DISTINCT usaha_kunci ORDER BY usaha_kunci) FILTER (usaha_kunci IS NOT NULL), []) AS usaha_kunci,
    string_agg(DISTINCT nama_usaha, '; ' ORDER BY nama_usaha) AS nama_usaha,
    max(per) AS per
FROM v_peserta_metode
WHERE orang_kunci IS NOT NULL
GROUP BY kode_wilayah, tahun, orang_kunci
