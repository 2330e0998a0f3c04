-- pertanyaan | question: Apa arti tabel, pandangan dan kolom di berkas ini? | What do the tables, views and columns of this file mean?
-- butir | grain: Satu baris = satu tabel atau pandangan (kolom kosong), atau satu kolomnya. | One row = one table or view (kolom NULL), or one of its columns.
-- satuan | unit: Keterangan. | Descriptions.
-- sumber | source: Tabel kamus, dibuat dari pernyataan jenis laporan, tabel dan pandangan. | Table kamus, made from the declarations of report types, tables and views.
-- catatan | caveat: Memuat juga yang hanya ada di berkas terbatas: lihat berkas. | Also lists what only the restricted file has: see berkas.
-- tabel | tables: kamus
-- kolom relasi: Nama tabel atau pandangan. | Name of the table or view.
-- kolom kolom: Nama kolom; kosong untuk keterangan tabel atau pandangan itu sendiri. | Name of the column; NULL for the table or view itself.
-- kolom jenis: tabel, pandangan atau makro. | tabel (table), pandangan (view) or makro (macro).
-- kolom arti: Arti dalam bahasa Indonesia. | Meaning in Indonesian.
-- kolom meaning: Arti dalam bahasa Inggris. | Meaning in English.
-- kolom satuan: Satuan. | Unit in Indonesian.
-- kolom unit: Satuan dalam bahasa Inggris. | Unit in English.
-- kolom sumber: Dari mana isinya, dalam dua bahasa. | Where the content comes from, in both languages.
-- kolom kategori: Isi yang diperbolehkan, dipisah koma. | Permitted values, separated by commas.
-- kolom kelas_pribadi: Kelas data pribadi: nama, nik, alamat, telepon, umum, samaran; kosong bila bukan. | Class of personal data: nama (name), nik, alamat (address), telepon (phone), umum (general), samaran (pseudonym); NULL if none.
-- kolom berkas: umum dan terbatas, atau terbatas. | umum dan terbatas (both files), or terbatas (restricted file only).
SELECT relasi, kolom, jenis, arti, meaning, satuan, unit, sumber, kategori, kelas_pribadi, berkas
FROM kamus
ORDER BY urutan
