"""What ``ikm wording`` and ``ikm reload`` say, in Bahasa Indonesia and English; part of the catalogue of sentences."""

TAUGHT: dict[str, tuple[str, str]] = {
    "wording.help": (
        "ajarkan istilah setempat: add, list, remove",
        "teach local wordings: add, list, remove",
    ),
    "wording.add.help": ("catat arti sebuah judul kolom", "note what a heading means"),
    "wording.list.help": ("tampilkan istilah yang tercatat", "show the wordings noted"),
    "wording.remove.help": ("hapus istilah menurut nomornya", "remove a wording by its number"),
    "header.help": ("judul kolom persis seperti tercetak", "the heading just as printed"),
    "kolom.help": (
        "kolom kita, misalnya kbli; - berarti judul ini dilewati",
        "our column, e.g. kbli; - for none",
    ),
    "dari.help": ("tahun pertama berlaku, misalnya 2021", "first year it holds, e.g. 2021"),
    "sampai.help": ("tahun terakhir berlaku", "last year it holds"),
    "alasan.help": ("alasannya, misalnya siapa yang memastikan", "the reason, e.g. who confirmed it"),
    "nomor.help": ("nomor dalam daftar (ikm wording list)", "number in the list (ikm wording list)"),
    "taught.added": ("Tercatat sebagai nomor {nomor}: {isi}.", "Noted as number {nomor}: {isi}."),
    "taught.added_next": (
        "Daftarnya ada di {path}. Berkas yang sudah pernah dimuat dibaca ulang dengan: ikm reload NAMA_BERKAS",
        "The list is {path}. Files taken in before are read again with: ikm reload FILE_NAME",
    ),
    "taught.likely": (
        "Tanpa catatan ini pun judul itu sudah dibaca begitu.",
        "Without this note that heading is read so too.",
    ),
    "taught.removed": ("Dihapus, nomor {nomor}: {isi}.", "Removed, number {nomor}: {isi}."),
    "taught.none": ("Belum ada istilah setempat.", "No local wordings yet."),
    "taught.because": ("alasan: {alasan}", "reason: {alasan}"),
    "taught.ignored": ("dilewati, tidak dimuat", "passed over, not loaded"),
    "taught.everywhere": ("semua kabupaten/kota", "every district"),
    "taught.always": ("semua tahun", "every year"),
    "taught.since": ("mulai {tahun}", "from {tahun}"),
    "taught.until": ("sampai {tahun}", "until {tahun}"),
    "taught.no_number": (
        "Tidak ada istilah nomor {nomor}. Lihat nomornya dengan: ikm wording list",
        "There is no wording number {nomor}. See the numbers with: ikm wording list",
    ),
    "taught.bad_line": (
        "Baris {baris} dalam daftar istilah tidak dipakai: {alasan}",
        "Line {baris} of the list of wordings is not used: {alasan}",
    ),
    "taught.not_ours": (
        "{path} bukan daftar istilah: baris pertamanya harus memuat laporan;judul;kolom. Perbaiki atau pindahkan "
        "berkas itu.",
        "{path} is no list of wordings: its first line must name laporan;judul;kolom. Mend or move that file.",
    ),
    "taught.no_heading": (
        'Judul "{judul}" tidak berisi huruf atau angka. Tulis judul kolom seperti tercetak.',
        'The heading "{judul}" has no letter or figure. Write the heading as printed.',
    ),
    "taught.no_reason": (
        'Alasan untuk judul "{judul}" kosong. Tulis alasannya, misalnya siapa yang memastikan.',
        'The reason for the heading "{judul}" is empty. Write it, e.g. who confirmed it.',
    ),
    "taught.bad_column": (
        '"{nilai}" bukan kolom laporan {laporan}. Pilih salah satu: {pilihan}.',
        '"{nilai}" is no column of the report {laporan}. Choose one of: {pilihan}.',
    ),
    "taught.bad_column_near": (
        '"{nilai}" bukan kolom laporan {laporan}. Mungkin maksudnya {calon}? Pilihannya: {pilihan}.',
        '"{nilai}" is no column of the report {laporan}. Perhaps {calon}? The choices: {pilihan}.',
    ),
    "taught.bad_year": (
        '"{nilai}" bukan tahun. Tulis empat angka, misalnya 2021.',
        '"{nilai}" is no year. Write four figures, e.g. 2021.',
    ),
    "taught.years_swapped": (
        "Tahun pertama ({dari}) lebih akhir daripada tahun terakhir ({sampai}).",
        "The first year ({dari}) comes after the last ({sampai}).",
    ),
    "taught.twice": (
        'Judul "{judul}" sudah diajarkan sebagai {kolom}, nomor {nomor}.',
        'The heading "{judul}" is taught as {kolom} already, number {nomor}.',
    ),
    "taught.contradicts": (
        'Bertentangan dengan nomor {nomor}: di sana judul "{judul}" berarti {kolom}. Hapus yang itu dahulu '
        "(ikm wording remove {nomor}), atau bedakan wilayah atau tahunnya.",
        'This contradicts number {nomor}: there the heading "{judul}" means {kolom}. Remove that one first '
        "(ikm wording remove {nomor}), or keep districts or years apart.",
    ),
    "taught.needs_district": (
        'Judul "{judul}" biasanya berarti {kolom}. Arti lain hanya dapat diajarkan untuk satu kabupaten/kota: '
        "sebutkan --wilayah.",
        'The heading "{judul}" usually means {kolom}. Another meaning can be taught for one district only: '
        "name --wilayah.",
    ),
    "reload.help": (
        "baca ulang berkas arsip, misalnya setelah mengajarkan istilah",
        "understand archived files again, e.g. after teaching a wording",
    ),
    "reload.name.help": ("nama berkas yang pernah dimuat", "name of a file taken in before"),
    "ditolak.help": ("semua berkas yang ditolak", "all refused files"),
    "karantina.help": ("semua berkas yang barisnya ada yang ditahan", "all files with rows held back"),
    "semua.help": ("semua berkas yang berlaku atau ditolak", "all files in force or refused"),
    "reload.which": (
        "Sebutkan berkasnya, atau salah satu: --ditolak, --karantina, --semua.",
        "Name files, or one of: --ditolak, --karantina, --semua.",
    ),
    "reload.nothing": (
        'Tidak ada berkas seperti itu di arsip. Lihat namanya dengan: ikm sql "SELECT DISTINCT berkas FROM kiriman"',
        'There is no such file in the archive. See the names with: ikm sql "SELECT DISTINCT berkas FROM kiriman"',
    ),
    "reload.one_only": (
        "--wilayah, --periode, dan --laporan hanya untuk satu berkas. Yang cocok:\n{daftar}",
        "--wilayah, --periode and --laporan are for one file only. These match:\n{daftar}",
    ),
    "reload.skipped": ("Dibiarkan seperti semula", "Left as before"),
    "reload.no_archive": (
        "salinannya tidak ada di arsip; muat lagi berkas aslinya",
        "its copy is not in the archive; load the original again",
    ),
    "reload.would_lose": (
        "kali ini tidak semua tabelnya terbaca, padahal dulu dimuat; yang sudah dimuat tetap berlaku",
        "not all of its tables were understood this time, though they are loaded; what is loaded stays",
    ),
    "reload.newer": (
        "kiriman yang diterima sesudahnya, {sumber}, sudah berisi baris yang sama; yang baru itu tetap berlaku",
        "{sumber}, received after it, has the same rows already; that newer one stays",
    ),
}
