"""What withdrawing, overruling, comparing and freezing say, in Bahasa Indonesia and English; part of the catalogue."""

HISTORY: dict[str, tuple[str, str]] = {
    "ganti.help": (
        "berkas ini menggantikan semua yang berlaku untuk wilayah, laporan, dan periodenya",
        "these files replace all that is in force for their district, report and period",
    ),
    "tambah.help": (
        "berkas ini menambah yang berlaku; tidak ada yang digantikan",
        "these files add to what is in force; nothing is replaced",
    ),
    "withdraw.help": (
        "tarik sebuah kiriman; yang dulu digantikannya berlaku lagi",
        "withdraw a submission; what it had replaced is in force again",
    ),
    "withdraw.what.help": (
        "kiriman_id, atau nama berkas (semua tabelnya)",
        "kiriman_id, or the name of a file (all of its tables)",
    ),
    "withdraw.why.help": ("alasannya, misalnya siapa yang meminta", "the reason, e.g. who asked for it"),
    "diff.help": (
        "bandingkan dua kiriman, atau dua keadaan terakhir sebuah wilayah",
        "compare two submissions, or the last two states of a district's report",
    ),
    "diff.what.help": ("kiriman_id yang lama, lalu yang baru", "kiriman_id of the old one, then the new one"),
    "diff.format.help": ("bentuk hasil: table, csv, atau json", "form of the result: table, csv or json"),
    "diff.terbatas.help": (
        "tampilkan juga data pribadi; hanya untuk yang berhak",
        "show personal data too; only for those allowed",
    ),
    "publish.help": ("terbitkan lagi gudang data, atau bekukan", "publish the warehouse again, or freeze it"),
    "beku.help": (
        "simpan salinan tetap dengan nama ini, misalnya LKPJ-2025",
        "keep a lasting copy under this name, e.g. LKPJ-2025",
    ),
    "beku.sql.help": (
        "kueri salinan beku dengan nama ini (ikm publish --beku)",
        "query the frozen copy of this name (ikm publish --beku)",
    ),
    "files.withdrawn": ("    di antaranya sudah ditarik", "    of them withdrawn"),
    "next.withdrawn": (
        "Berkas yang sudah ditarik tetap tidak berlaku. Bila ternyata benar, muat berkas itu saja dengan --ganti "
        "(menggantikan yang berlaku) atau --tambah (menambah).",
        "Withdrawn files stay out of force. If one is right after all, load that file alone with --ganti (it replaces "
        "what is in force) or --tambah (it adds).",
    ),
    "choices.replaced": ("Menggantikan kiriman yang lebih dulu", "Replaces earlier submissions"),
    "choices.replaced.en": (
        "{berkas}: menggantikan {jumlah} kiriman",
        "{berkas}: takes the place of {jumlah} submission(s)",
    ),
    "choices.twice": (
        "Menambah, tetapi ada baris yang sudah ada di kiriman lain (terhitung dua kali)",
        "Adds, but has rows that stand in another submission too (counted twice)",
    ),
    "choices.twice.en": ("{berkas}: {jumlah} baris", "{berkas}: {jumlah} rows"),
    "choices.next": (
        "Bila keliru: muat lagi berkas itu dengan --tambah (bukan pengganti) atau --ganti (pengganti).",
        "If that is wrong: load that file again with --tambah (no replacement) or --ganti (a replacement).",
    ),
    "withdraw.unknown": (
        'Tidak ada kiriman atau berkas "{nama}". Lihat daftarnya: ikm sql "SELECT kiriman_id, berkas, lembar, laporan, '
        'kode_wilayah, periode, status FROM kiriman"',
        'There is no submission or file "{nama}". See the list: ikm sql "SELECT kiriman_id, berkas, lembar, laporan, '
        'kode_wilayah, periode, status FROM kiriman"',
    ),
    "withdraw.unclear": (
        "Nama itu dipakai beberapa berkas yang berlaku. Sebutkan kiriman_id-nya:",
        "Several files in force have that name. Name the kiriman_id:",
    ),
    "withdraw.no_reason": (
        "Alasannya kosong. Tulis --alasan, misalnya siapa yang meminta.",
        "The reason is empty. Write --alasan, e.g. who asked for it.",
    ),
    "withdraw.not_in_force": (
        "Tidak ada yang berubah: kiriman itu sedang tidak berlaku.",
        "Nothing changed: that submission is not in force.",
    ),
    "withdraw.done": ("Ditarik, tidak berlaku lagi", "Withdrawn, no longer in force"),
    "withdraw.back": ("Berlaku lagi", "In force again"),
    "withdraw.none_back": (
        "Tidak ada kiriman lebih dulu yang kembali berlaku.",
        "No earlier submission comes back into force.",
    ),
    "withdraw.blocked": ("Tetap tidak berlaku", "Stays out of force"),
    "withdraw.blocked.line": (
        "{satu}: tempatnya masih diisi {lain}",
        "{satu}: {lain} still stands in its place",
    ),
    "withdraw.twice": (
        "Baris yang kini terhitung dua kali, mohon diperiksa",
        "Rows now counted twice, please check",
    ),
    "withdraw.twice.line": (
        "{jumlah} baris {satu} juga ada di {lain}",
        "{jumlah} rows of {satu} also stand in {lain}",
    ),
    "withdraw.copies": (
        "Isi yang sama juga dikirim dalam berkas ini, tetapi tidak dimuat karena sudah ada. Bila isinya tetap benar, "
        "muat berkas itu dengan --ganti",
        "The same content was sent in these too, not loaded because it was there. If it is right nevertheless, load "
        "that file with --ganti",
    ),
    "withdraw.next": (
        'Untuk membatalkan: ikm load "{berkas}" {pilihan}. Riwayatnya tetap tersimpan.',
        'To undo it: ikm load "{berkas}" {pilihan}. The history is kept.',
    ),
    "publish.fresh": ("Diterbitkan: {berkas}", "Published: {berkas}"),
    "publish.same": (
        "Terbitan sudah sesuai keadaan terakhir: {berkas}",
        "What is published is current: {berkas}",
    ),
    "frozen.done": (
        'Dibekukan sebagai {nama}: {folder}\nMenanyainya: ikm sql --beku {nama} "SELECT …"',
        'Frozen as {nama}: {folder}\nTo ask it: ikm sql --beku {nama} "SELECT …"',
    ),
    "frozen.exists": (
        "Salinan beku {nama} sudah ada dan tidak ditimpa. Pilih nama lain.",
        "A frozen copy {nama} exists and is not overwritten. Choose another name.",
    ),
    "frozen.bad_name": (
        '"{nama}" tidak dapat dipakai sebagai nama. Pakai huruf, angka, tanda - _ atau titik, paling banyak 60.',
        '"{nama}" cannot be used as a name. Use letters, figures, - _ or a dot, at most 60.',
    ),
    "frozen.unknown": (
        "Tidak ada salinan beku {nama}. Yang ada: {daftar}",
        "There is no frozen copy {nama}. There are: {daftar}",
    ),
    "frozen.none": ("belum ada", "none yet"),
    "frozen.changed": (
        "Salinan beku {nama} sudah berubah sejak dibekukan ({berkas}), jadi tidak ditanyai. Ambil dari cadangan.",
        "The frozen copy {nama} has changed since it was frozen ({berkas}), so it is not asked. Take it from a backup.",
    ),
    "diff.which": (
        "Sebutkan dua kiriman_id, atau --wilayah dan --laporan (boleh dengan --periode).",
        "Name two kiriman_id, or --wilayah and --laporan (with or without --periode).",
    ),
    "diff.unknown": (
        "Tidak ada baris yang pernah dimuat dari kiriman {nama}.",
        "No rows were ever loaded from the submission {nama}.",
    ),
    "diff.other_report": (
        "Kedua kiriman itu jenis laporannya berlainan ({lama}, {baru}): tidak dapat dibandingkan.",
        "These submissions are of different reports ({lama}, {baru}): they cannot be compared.",
    ),
    "diff.only_one": (
        "Belum ada dua keadaan untuk {wilayah}, {laporan}: baru dimuat satu kali.",
        "There are no two states of {wilayah}, {laporan}: it was loaded once only.",
    ),
    "diff.title": ("Perbandingan {laporan}", "Comparison of {laporan}"),
    "diff.old": ("lama", "old"),
    "diff.new": ("baru", "new"),
    "diff.nothing": ("(kosong)", "(nothing)"),
    "diff.until": ("keadaan sebelum dan sesudah {waktu}", "the state before and after {waktu}"),
    "diff.counts": (
        "Baris: {sama} sama, {berubah} berubah, {tambah} ditambahkan, {hilang} hilang",
        "Rows: {sama} equal, {berubah} changed, {tambah} added, {hilang} gone",
    ),
    "diff.changed": ("Berubah", "Changed"),
    "diff.added": ("Ditambahkan", "Added"),
    "diff.gone": ("Hilang", "Gone"),
    "diff.row": ("baris {nomor}", "row {nomor}"),
    "diff.hidden": (
        "berubah (data pribadi; lihat dengan --terbatas)",
        "changed (personal data; see it with --terbatas)",
    ),
    "diff.effect": ("Pengaruh pada jumlah", "Effect on the totals"),
    "diff.column": ("kolom", "column"),
    "diff.rows": ("Banyak baris", "Number of rows"),
    "diff.delta": ("selisih", "difference"),
    "diff.before": ("{nama}, dengan yang lama", "{nama}, with the old"),
    "diff.after": ("dengan yang baru", "with the new"),
    "diff.unmoved": ("{nama}: jumlahnya tidak berubah.", "{nama}: the totals do not change."),
    "diff.periods": (
        "Periodenya berlainan ({periode}), jadi pengaruh pada jumlah kabupaten/kota dan provinsi tidak dihitung.",
        "The periods differ ({periode}), so the effect on the totals of district and province is not computed.",
    ),
    "diff.more": (
        "… dan {jumlah} lagi; semuanya dengan --format csv",
        "… and {jumlah} more; all of them with --format csv",
    ),
    "diff.no_right": (
        "Berkas terbatas tidak dapat dibuka: {alasan}. Perbandingan hanya untuk yang berhak membukanya.",
        "The restricted file cannot be opened: {alasan}. Comparing is for those who may open it.",
    ),
}
