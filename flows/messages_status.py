"""What is said about obligations, status, extensions and reminders; part of the catalogue."""

STATUS: dict[str, tuple[str, str]] = {
    "status.help": (
        "siapa sudah mengirim apa, siapa terlambat, apa yang ditahan",
        "who has sent what, who is late, what is held back",
    ),
    "status.periode.help": ("periode, misalnya 2026 atau 2026-T3", "period, e.g. 2026 or 2026-T3"),
    "status.laporan.help": ("jenis laporan, misalnya ikm", "report type, e.g. ikm"),
    "status.wilayah.help": ("kode kabupaten/kota, misalnya 73.11", "district code, e.g. 73.11"),
    "status.hari.help": (
        "seolah-olah hari ini tanggal itu, misalnya 2026-10-15",
        "as if today were that day, e.g. 2026-10-15",
    ),
    "extend.help": ("perpanjang jatuh tempo satu laporan", "extend the due date of one report"),
    "extend.sampai.help": ("boleh dikirim sampai tanggal ini", "may be sent until this day"),
    "extend.alasan.help": ("alasannya; tanpa nama orang", "the reason; no names of people"),
    "remind.help": (
        "ingatkan kabupaten/kota akan laporan yang wajib",
        "remind districts of reports they owe",
    ),
    "remind.coba.help": ("tampilkan saja, jangan kirim apa pun", "only show it, send nothing"),
    "owes.written": (
        "Ditulis: {berkas}. Periksa isinya di Excel, lalu sesuaikan.",
        "Written: {berkas}. Check it in Excel and adapt it.",
    ),
    "owes.mistakes": (
        "Ada {jumlah} hal yang harus dibetulkan dulu:",
        "{jumlah} thing(s) must be put right first:",
    ),
    "owes.where": ("{berkas} baris {baris}, kolom {kolom}", "{berkas} line {baris}, column {kolom}"),
    "owes.no_heading": (
        "baris judul kolom tidak ada atau tidak lengkap. Yang kurang: {kolom}.",
        "the line that names the columns is missing or incomplete. Missing: {kolom}.",
    ),
    "owes.unreadable": (
        "berkasnya tidak dapat dibaca. Tutup dulu di Excel, periksa haknya, lalu ulangi.",
        "the file cannot be read. Close it in Excel, check its permissions, then try again.",
    ),
    "owes.bad_report": (
        '"{nilai}" bukan jenis laporan. Pilih salah satu: {pilihan}.',
        '"{nilai}" is no report type. Choose one of: {pilihan}.',
    ),
    "owes.bad_frequency": (
        '"{nilai}" bukan frekuensi. Pilih salah satu: {pilihan}.',
        '"{nilai}" is no frequency. Choose one of: {pilihan}.',
    ),
    "owes.bad_rule": (
        '"{nilai}" bukan aturan jatuh tempo. Tulis seperti: 10 hari kerja, 30 hari, atau tanggal 15.',
        '"{nilai}" is no rule of a due date. Write: 10 hari kerja, 30 hari, or tanggal 15.',
    ),
    "owes.bad_place": (
        '"{bagian}" bukan satu kabupaten/kota atau kelompok yang dikenal. Tulis nama lengkapnya (Kota Makassar), '
        "kodenya (73.71), nama kelompok (Luwu Raya), atau semua.",
        '"{bagian}" is no one district or group that is known. Write its full name (Kota Makassar), its code (73.71), '
        "a group (Luwu Raya), or semua.",
    ),
    "owes.no_place": (
        "kosong. Tulis semua, atau nama kabupaten/kota.",
        "empty. Write semua, or names of districts.",
    ),
    "owes.bad_period": (
        '"{nilai}" bukan periode. Tulis seperti 2026, 2026-S1, 2026-T2, atau 2026-07.',
        '"{nilai}" is no period. Write it like 2026, 2026-S1, 2026-T2 or 2026-07.',
    ),
    "owes.ends_first": (
        '"{nilai}" berakhir sebelum {dari} dimulai.',
        '"{nilai}" ends before {dari} begins.',
    ),
    "owes.twice": (
        "{nilai} sudah diatur baris {lain} untuk laporan dan waktu yang sama, sama luasnya. Hapus salah satu, atau "
        "pisahkan dengan dari dan sampai.",
        "{nilai} is ruled by line {lain} for the same report and time, just as widely. Delete one, or part them by "
        "dari and sampai.",
    ),
    "owes.bad_day": (
        '"{nilai}" bukan tanggal. Tulis 2026-03-20, 20/3/2026 (hari/bulan/tahun), atau 20 Maret 2026.',
        '"{nilai}" is no day. Write 2026-03-20, 20/3/2026 (day/month/year) or 20 Maret 2026.',
    ),
    "owes.bad_off": (
        '"{nilai}" tidak jelas. Tulis ya (kantor tutup) atau tidak (masuk).',
        '"{nilai}" is not clear. Write ya (offices closed) or tidak (a working day).',
    ),
    "owes.both": (
        "{nilai} ditulis libur dan juga masuk. Hapus salah satu.",
        "{nilai} is said to be both off and worked. Delete one.",
    ),
    "owes.no_day": (
        '"{nilai}" bukan tanggal. Tulis seperti 2026-10-15.',
        '"{nilai}" is no day. Write it like 2026-10-15.',
    ),
    "status.title": (
        "Status laporan: {periode} — per {hari}",
        "Status of reports: {periode} — as of {hari}",
    ),
    "status.latest": ("periode terakhir yang jatuh tempo", "the latest period due"),
    "status.rate": ("Masuk", "Reported"),
    "status.ontime": ("Tepat waktu", "On time"),
    "status.sign.tepat_waktu": ("tepat waktu", "on time"),
    "status.sign.terlambat": ("masuk, terlambat 5 hari", "received 5 days late"),
    "status.sign.belum_masuk": ("belum masuk, lewat 12 hari", "missing, 12 days overdue"),
    "status.sign.ditolak": ("ditolak, belum diperbaiki", "refused, not mended yet"),
    "status.sign.diperpanjang": ("diperpanjang, 8 hari lagi", "extended, 8 days left"),
    "status.sign.belum_jatuh_tempo": ("belum jatuh tempo", "not due yet"),
    "status.sign.tanpa_kewajiban": ("ada, tidak wajib", "there, not owed"),
    "status.sign.held": ("sebagian baris ditahan", "rows held back"),
    "status.sign.several": ("beberapa periode: masuk/wajib", "several periods: received/owed"),
    "status.rates": (
        "Semua: masuk {masuk} dari {wajib} ({pelaporan}%), tepat waktu {tepat} ({ketepatan}%)",
        "All: {masuk} of {wajib} reported ({pelaporan}%), {tepat} on time ({ketepatan}%)",
    ),
    "status.owing": (
        "Belum beres, {jumlah} kabupaten/kota: {daftar}",
        "Still open, {jumlah} districts: {daftar}",
    ),
    "status.next": ("Jatuh tempo berikutnya {hari}: {daftar}", "Due next, {hari}: {daftar}"),
    "status.there": (
        "Data yang sudah ada: {daftar}. Melihatnya: ikm status --periode {satu}",
        "Data there is: {daftar}. To see it: ikm status --periode {satu}",
    ),
    "status.unclear": (
        "{jumlah} berkas ditolak karena kabupaten/kota, periode, atau jenisnya belum jelas; tidak terhitung di atas.",
        "{jumlah} files refused because district, period or kind is unclear; not counted above.",
    ),
    "status.nothing": (
        "Tidak ada yang wajib atau masuk untuk pilihan itu (periode {periode}). Kewajiban yang ada: {ada}. "
        "Ubah kewajiban.csv, atau pilih periode lain dengan --periode.",
        "Nothing is owed or there for that choice (period {periode}). Obligations: {ada}. "
        "Change kewajiban.csv, or choose another --periode.",
    ),
    "extend.no_reason": (
        "Alasannya kosong. Tulis --alasan, misalnya banjir.",
        "The reason is empty. Write --alasan, e.g. a flood.",
    ),
    "extend.not_owed": (
        "{wilayah} tidak wajib mengirim {laporan} untuk {periode} menurut kewajiban.csv. Tidak ada yang dicatat.",
        "{wilayah} does not owe {laporan} for {periode} by kewajiban.csv. Nothing was noted.",
    ),
    "extend.too_early": (
        "Tanggalnya harus setelah jatuh tempo {laporan} {periode} ({jatuh_tempo}). Tidak ada yang dicatat.",
        "The day must lie after the due date of {laporan} {periode} ({jatuh_tempo}). Nothing was noted.",
    ),
    "extend.done": (
        "Diperpanjang: {wilayah}, {laporan} {periode}, sampai {sampai}.",
        "Extended: {wilayah}, {laporan} {periode}, until {sampai}.",
    ),
    "extend.day_off": (
        "Tanggal itu hari libur; tetap berlaku.",
        "That day is a day off; it counts all the same.",
    ),
    "contact.twice": ("{nilai} sudah ada di baris lain.", "{nilai} stands in another line, too."),
    "contact.bad": (
        "bukan alamat surel. Tulis seperti nama@dinas.go.id; beberapa dipisah koma.",
        "no mail address. Write it like name@dinas.go.id; several with commas.",
    ),
    "remind.no_list": (
        "Belum ada kewajiban.csv, jadi tidak ada yang diingatkan. Jalankan ikm status, periksa daftarnya, lalu ulangi.",
        "There is no kewajiban.csv yet, so nobody is reminded. Run ikm status, check the list, then try again.",
    ),
    "remind.day_off": (
        "{hari} hari libur: tidak ada yang dikirim. Yang tertunda dikirim hari kerja berikutnya.",
        "{hari} is a day off: nothing is sent. What is due goes on the next working day.",
    ),
    "remind.nothing": (
        "Tidak ada yang perlu diingatkan, atau semuanya sudah dikirim.",
        "Nobody needs reminding, or all of it was sent.",
    ),
    "remind.trial": (
        "Percobaan: {jumlah} pesan akan dikirim. Tidak ada yang dikirim.",
        "A trial: {jumlah} messages would be sent. Nothing was sent.",
    ),
    "remind.pengingat": ("pengingat", "reminder"),
    "remind.eskalasi": ("untuk kepala dinas", "to the head of office"),
    "remind.ringkasan": ("ringkasan", "summary"),
    "remind.went": (
        "{saluran}: {jumlah} dari {semua} pesan terkirim",
        "{saluran}: {jumlah} of {semua} messages sent",
    ),
    "remind.folder": ("Teksnya ada di {folder}", "The texts are in {folder}"),
    "remind.files_only": (
        "Surel dan webhook belum diatur, jadi hanya berkas yang ditulis. Salin isinya ke percakapan.",
        "Neither mail nor webhook is configured, so only files were written. Paste them into a chat.",
    ),
    "remind.unsure": (
        "pernah terputus saat mengirim; mungkin sampai, mungkin tidak. Tahap berikutnya tetap dikirim.",
        "an earlier attempt broke off; it may have arrived or not. The next stage goes all the same.",
    ),
    "post.no_address": (
        "tidak ada alamat di kontak.csv",
        "there is no address in kontak.csv",
    ),
    "post.unreachable": (
        "servernya tidak dapat dihubungi {rinci}; dicoba lagi pada pengingat berikutnya",
        "the server cannot be reached {rinci}; tried again with the next reminding",
    ),
    "post.timeout": (
        "servernya tidak menjawab; dicoba lagi pada pengingat berikutnya",
        "the server does not answer; tried again with the next reminding",
    ),
    "post.login": (
        "server menolak nama pengguna atau kata sandi ({rinci})",
        "the server refuses user or password ({rinci})",
    ),
    "post.no_secret": (
        "variabel lingkungan untuk kata sandi atau kuncinya kosong {rinci}",
        "the environment variable of the password or key is empty {rinci}",
    ),
    "post.no_tls": (
        "server tidak mengenal keamanan yang diminta; periksa surel.keamanan dan port",
        "the server does not know the security asked for; check surel.keamanan and port",
    ),
    "post.certificate": (
        "sertifikat server tidak dapat dipercaya; periksa surel.server atau surel.sertifikat",
        "the server's certificate cannot be trusted; check surel.server or surel.sertifikat",
    ),
    "post.sender_refused": (
        "server menolak pengirimnya ({rinci}); periksa surel.pengirim",
        "the server refuses the sender ({rinci}); check surel.pengirim",
    ),
    "post.refused": ("ditolak server ({rinci})", "refused by the server ({rinci})"),
    "post.some_refused": (
        "terkirim, tetapi sebagian alamatnya ditolak server ({rinci})",
        "sent, but the server refused some of the addresses ({rinci})",
    ),
    "post.broke_off": (
        "terputus saat mengirim; mungkin sampai, jadi tahap ini tidak diulang",
        "broke off while sending; it may have arrived, so this stage is not repeated",
    ),
    "post.no_file": ("berkasnya tidak dapat ditulis: {rinci}", "the file cannot be written: {rinci}"),
    "setting.faults": (
        "Pengaturan di ikm.toml harus dibetulkan dulu:",
        "Settings in ikm.toml must be put right first:",
    ),
    "setting.bad": ("tidak dapat dipakai. Tulis seperti {meant}", "cannot be used. Write it like {meant}"),
    "setting.unknown": ("tidak dikenal; periksa ejaannya", "not known; check the spelling"),
    "setting.missing": ("belum diisi", "not filled in"),
    "setting.no_section": ("harus berupa bagian dengan kurung siku", "must be a section in brackets"),
    "setting.no_toml": ("tidak dapat dibaca: {alasan}", "cannot be read: {alasan}"),
    "setting.too_soon": (
        "harus lebih dari {sesudah}, pengingat terakhir sebelumnya",
        "must be more than {sesudah}, the last reminder before it",
    ),
    "setting.no_password": (
        "kata sandi tidak boleh di sini; isi variabel lingkungan {variabel}",
        "a password must not stand here; set the environment variable {variabel}",
    ),
    "setting.bare_password": (
        'kata sandi tidak boleh dikirim tanpa penyandian; pakai "starttls" atau "ssl"',
        'a password must not go unencrypted; use "starttls" or "ssl"',
    ),
}
