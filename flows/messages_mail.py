"""What is said about workbooks that come by mail; part of the catalogue."""

MAIL: dict[str, tuple[str, str]] = {
    "mail.help": (
        "ambil lampiran dari kotak surat ke kotak masuk",
        "take attachments from the mailbox into the inbox",
    ),
    "mail.coba.help": (
        "tampilkan saja apa yang akan diambil, jangan ubah apa pun",
        "only show what would be taken, change nothing",
    ),
    "mail.off": (
        "Pengambilan surat belum diatur. Isi bagian [imap] di {berkas}: server, pengguna; kata sandi di variabel "
        "lingkungan {variabel}.",
        "Fetching mail is not configured. Fill in section [imap] of {berkas}: server, pengguna; the password goes into "
        "the environment variable {variabel}.",
    ),
    "mail.written": (
        "Ditulis: {berkas}. Isi pengirim yang boleh, satu baris satu alamat atau domain, lalu ulangi.",
        "Written: {berkas}. Fill in who may send, an address or domain a line, then try again.",
    ),
    "mail.settings": (
        "Bagian [imap] di {berkas} harus dibetulkan dulu:",
        "Put section [imap] of {berkas} right first:",
    ),
    "mail.no_toml": (
        "berkas pengaturan tidak dapat dibaca sebagai TOML",
        "the settings file cannot be read as TOML",
    ),
    "mail.no_section": ("harus sebuah bagian: [imap]", "must be a section: [imap]"),
    "mail.no_key": ("tidak dikenal. Yang dikenal: {pilihan}", "not known. Known are: {pilihan}"),
    "mail.bad_value": ("isinya tidak dapat dipakai; tulis {harapan}", "cannot be used; write {harapan}"),
    "mail.contradiction": ("{harapan}", "{harapan}"),
    "mail.no_password": (
        "kata sandi tidak boleh di sini; isi variabel lingkungan yang disebut sandi_dari",
        "a password must not stand here; set the environment variable that sandi_dari names",
    ),
    "mail.bad_sender": (
        "bukan alamat surel atau domain. Tulis seperti: laporan@dinas.example, atau @dinas.example",
        "no mail address or domain. Write: laporan@dinas.example, or @dinas.example",
    ),
    "mail.public_domain": (
        "{nilai} dipakai siapa saja; tulis alamat lengkap pengirimnya",
        "{nilai} is open to anybody; write the sender's whole address",
    ),
    "mail.twice": (
        "sudah ada di baris lain dengan kabupaten/kota lain; keduanya tidak dipakai",
        "stands on another line with another district; neither is used",
    ),
    "mail.bad_place": (
        '"{bagian}" bukan satu kabupaten/kota. Tulis kodenya (73.11), namanya (Kota Makassar), atau semua',
        '"{bagian}" is no one district. Write its code (73.11), its name (Kota Makassar), or semua (any)',
    ),
    "mail.mistakes": (
        "{jumlah} baris di daftar pengirim tidak dapat dipakai; pengirimnya dianggap tidak dikenal:",
        "{jumlah} line(s) of the list of senders cannot be used; those senders count as unknown:",
    ),
    "mail.line": ("{berkas} baris {baris}, kolom {kolom}", "{berkas} line {baris}, column {kolom}"),
    "mail.none": ("Tidak ada surat baru.", "No new mail."),
    "mail.taken": (
        "{surat} surat diambil, {berkas} berkas ditaruh di kotak masuk.",
        "{surat} message(s) taken, {berkas} file(s) put into the inbox.",
    ),
    "mail.would": (
        "{surat} surat akan diambil, {berkas} berkas. Belum ada yang diubah.",
        "{surat} message(s) would be taken, {berkas} file(s). Nothing was changed.",
    ),
    "mail.letter": ("{siapa}: {berkas}", "{siapa}: {berkas}"),
    "mail.anyone": ("pengirim untuk semua kabupaten/kota", "a sender for any district"),
    "mail.others": (
        " (dan {jumlah} lampiran yang bukan buku kerja)",
        " (and {jumlah} attachment(s) that are no workbooks)",
    ),
    "mail.finished": (
        "{jumlah} surat dari proses sebelumnya yang terputus diselesaikan.",
        "{jumlah} message(s) of an earlier run that broke off were finished.",
    ),
    "mail.again": (
        "{jumlah} surat sudah pernah diambil; hanya dipindahkan.",
        "{jumlah} message(s) were taken before; only filed away.",
    ),
    "mail.strangers": (
        "{jumlah} surat dari pengirim yang tidak ada di {berkas} dibiarkan: {domain}.",
        "{jumlah} message(s) of senders not in {berkas} were left alone: {domain}.",
    ),
    "mail.stranger": ("{domain} ({jumlah})", "{domain} ({jumlah})"),
    "mail.nameless": ("pengirim tidak jelas", "sender unclear"),
    "mail.unproven": (
        "{jumlah} surat dibiarkan: {penjamin} tidak membuktikan pengirimnya. Tanyakan kepada pengirimnya, lalu taruh "
        "lampirannya di kotak masuk dengan tangan.",
        "{jumlah} message(s) were left: {penjamin} did not prove the sender. Ask the sender, then put the attachments "
        "into the inbox by hand.",
    ),
    "mail.large": (
        "{jumlah} surat lebih besar dari {batas} MB dibiarkan. Buka sendiri, atau naikkan batas_mb.",
        "{jumlah} message(s) larger than {batas} MB were left. Open them yourself, or raise batas_mb.",
    ),
    "mail.look": (
        "Perlu Anda lihat di kotak surat (diberi bendera): {siapa}: {alasan}",
        "Look at it in the mailbox (flagged): {siapa}: {alasan}",
    ),
    "mail.waiting": (
        "{jumlah} surat dari proses sebelumnya masih menunggu Anda lihat.",
        "{jumlah} message(s) of earlier runs still wait for you to look at them.",
    ),
    "mail.doubt.winmail": (
        "lampirannya terbungkus winmail.dat; minta dikirim ulang sebagai lampiran biasa",
        "its attachments are wrapped in winmail.dat; ask for plain attachments",
    ),
    "mail.doubt.bersarang": (
        "ada surat di dalam surat di dalam surat; buka sendiri",
        "it holds a message in a message in a message; open it yourself",
    ),
    "mail.doubt.kusut": (
        "susunannya terlalu rumit atau rusak, mungkin ada lampiran yang belum diambil; buka sendiri",
        "its make-up is too tangled or damaged, some attachments may not have been taken; open it yourself",
    ),
    "mail.doubt.terpotong": (
        "isinya terpotong atau rusak di perjalanan; tidak ada yang diambil, minta dikirim ulang",
        "it was cut off or damaged on the way; nothing of it was taken, ask for it again",
    ),
    "mail.doubt.tak_terbaca": (
        "server menolak memberikannya; buka sendiri (belum diberi bendera)",
        "the server refused to give it; open it yourself (not flagged yet)",
    ),
    "mail.doubt.tautan": (
        "berisi tautan ke penyimpanan awan, bukan lampiran; unduh sendiri atau minta dikirim sebagai lampiran",
        "it holds a link to a cloud drive instead of an attachment; download it yourself or ask for an attachment",
    ),
    "mail.doubt.tanpa_lampiran": (
        "tidak ada buku kerja yang dilampirkan",
        "no workbook is attached",
    ),
    "mail.stuck": (
        "{jumlah} surat tidak dapat dipindahkan atau ditandai di server (folder {folder}; kuota penuh atau tidak ada "
        "izin?). Berkasnya aman; dicoba lagi nanti.",
        "{jumlah} message(s) could not be moved or marked on the server (folder {folder}; quota full or no right?). "
        "The files are safe; it is tried again later.",
    ),
    "mail.left": (
        "{jumlah} surat lagi diambil pada kesempatan berikutnya.",
        "{jumlah} more message(s) are taken next time.",
    ),
    "mail.fault": (
        "Surat tidak dapat diambil: {sebab} Tidak ada yang hilang; ulangi saja.",
        "Mail could not be taken: {sebab} Nothing is lost; just try again.",
    ),
    "mail.unreachable": (
        "server {server} tidak dapat dihubungi. Periksa jaringan, nama server, dan port.",
        "server {server} cannot be reached. Check the network, its name, and the port.",
    ),
    "mail.timeout": (
        "server {server} tidak menjawab tepat waktu.",
        "server {server} did not answer in time.",
    ),
    "mail.broke_off": (
        "sambungan ke {server} terputus di tengah jalan.",
        "the connection to {server} broke off.",
    ),
    "mail.login": (
        "nama pengguna atau kata sandi ditolak server. Beberapa penyedia meminta kata sandi aplikasi.",
        "the server refused user or password. Some providers want an application password.",
    ),
    "mail.no_secret": (
        "variabel lingkungan {variabel} belum berisi kata sandi.",
        "the environment variable {variabel} does not hold the password yet.",
    ),
    "mail.no_folder": (
        "folder surat {folder} tidak ada di server. Periksa folder di bagian [imap].",
        "the mail folder {folder} is not there. Check folder in section [imap].",
    ),
    "mail.read_only": (
        "kotak surat hanya dapat dibaca; minta hak memindahkan surat kepada pengelola server.",
        "the mailbox is read-only; ask its administrator for the right to move messages.",
    ),
    "mail.no_uids": (
        "server tidak memberi nomor tetap kepada surat (UIDVALIDITY), jadi surat tidak dapat dikenali kembali.",
        "the server gives messages no lasting numbers (UIDVALIDITY), so they cannot be told again.",
    ),
    "mail.quota": ("kotak surat penuh. Kosongkan dulu.", "the mailbox is full. Make room first."),
    "mail.refused": ("server menolak perintah.", "the server refused a command."),
    "mail.bare": (
        'kata sandi tidak boleh dikirim tanpa penyandian; pakai keamanan = "ssl".',
        'a password must not go unencrypted; use keamanan = "ssl".',
    ),
    "mail.no_tls": (
        'server tidak dapat diajak bicara bersandi. Periksa keamanan ("ssl" atau "starttls") dan port.',
        'the server cannot be talked to encrypted. Check keamanan ("ssl" or "starttls") and the port.',
    ),
    "mail.certificate": (
        "sertifikat {server} tidak dipercaya. Periksa nama servernya, atau isi sertifikat dengan berkas penerbitnya.",
        "the certificate of {server} is not trusted. Check the name, or set sertifikat to the file of its authority.",
    ),
    "mail.no_certificate": (
        "berkas yang disebut di sertifikat tidak dapat dibaca.",
        "the file named in sertifikat cannot be read.",
    ),
    "mail.busy": ("pengambilan surat lain sedang berjalan.", "another fetch is running."),
    "mail.disk": (
        "kotak masuk atau folder kerja tidak dapat ditulis ({alasan}).",
        "the inbox or the home cannot be written to ({alasan}).",
    ),
    "mail.no_inbox": (
        "folder kotak masuk {folder} tidak ada. Apakah folder jaringannya tersambung?",
        "the inbox folder {folder} is not there. Is the network folder connected?",
    ),
    "mail.no_senders": (
        "belum ada pengirim yang boleh. Isi surat-masuk.csv di folder kerja.",
        "nobody is allowed to send yet. Fill in surat-masuk.csv in the home.",
    ),
}  # fmt: skip
