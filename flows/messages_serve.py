"""What ``ikm serve`` and its flows say; part of the catalogue of sentences."""

SERVE: dict[str, tuple[str, str]] = {
    "inbox.reason.head": (
        "BERKAS INI DITOLAK: {berkas}\nTidak ada isinya yang dimuat. Sebabnya:",
        "THIS FILE WAS REFUSED: {berkas}\nNothing of it was loaded. The reason:",
    ),
    "inbox.reason.cure": ("Cara memperbaiki: {cara}", "Cure: {cara}"),
    "inbox.reason.unknown": (
        "* Sebabnya tidak tercatat. Jalankan: ikm check NAMA_BERKAS",
        "* The reason is not on record. Run: ikm check FILE",
    ),
    "inbox.reason.next": (
        "Sesudah itu, salah satu:\n"
        "- taruh berkas yang sudah diperbaiki di kotak masuk, lalu hapus yang ini; atau\n"
        "- bila Anda tahu pasti kabupaten/kota atau periodenya, tentukan sendiri:\n"
        '  ikm load "{tempat}" --wilayah KODE --periode PERIODE\n'
        "  KODE seperti 73.11 (Barru), PERIODE seperti 2021, 2021-S1, 2021-T2, atau 2021-07; tulis yang perlu saja.\n"
        "  Berkas ini lalu pindah sendiri ke folder selesai.\n"
        "Surat dan pesan untuk kabupaten/kota ada di folder feedback.",
        "Then either\n"
        "- put the mended file into the inbox and delete this one; or\n"
        "- where you know the district or the period for certain, settle it:\n"
        '  ikm load "{tempat}" --wilayah CODE --periode PERIOD\n'
        "  CODE like 73.11 (Barru), PERIOD like 2021, 2021-S1, 2021-T2 or 2021-07; only what is needed.\n"
        "  This file then moves to the folder selesai by itself.\n"
        "Letter and message for the district are in the folder feedback.",
    ),
    "inbox.away": (
        "Folder {folder} tidak terjangkau sekarang. Dicoba lagi pada pemeriksaan berikutnya.",
        "The folder {folder} cannot be reached now. It is tried again next time.",
    ),
    "outcome.dimuat": ("dimuat", "loaded"),
    "outcome.dimuat_sebagian": ("dimuat sebagian", "loaded in part"),
    "outcome.duplikat": ("isinya sudah ada", "same content as before"),
    "outcome.ditolak": ("ditolak", "refused"),
    "run.dimuat": ("{jumlah} dimuat", "{jumlah} loaded"),
    "run.dimuat_sebagian": ("{jumlah} dimuat sebagian", "{jumlah} loaded in part"),
    "run.duplikat": ("{jumlah} isinya sudah ada", "{jumlah} same as before"),
    "run.ditolak": ("{jumlah} ditolak", "{jumlah} refused"),
    "run.files": ("{jumlah} berkas: {isi}", "{jumlah} files: {isi}"),
    "run.empty": ("tidak ada berkas baru", "no new files"),
    "run.left": ("; {jumlah} belum utuh atau sedang dibuka", "; {jumlah} not whole yet or open elsewhere"),
    "run.stuck": ("; {jumlah} belum dapat dipindahkan", "; {jumlah} cannot be moved yet"),
    "run.away": ("; {jumlah} folder tidak terjangkau", "; {jumlah} folders out of reach"),
    "run.failed": ("gagal: {sebab}", "failed: {sebab}"),
    "run.beside": (
        "dilewati: pekerjaan sebelumnya masih berjalan",
        "skipped: an earlier run is still at work",
    ),
    "run.published": ("gudang data diterbitkan", "the warehouse was published"),
    "run.same": ("gudang data tidak berubah", "the warehouse is unchanged"),
    "run.no_warehouse": ("belum ada gudang data", "there is no warehouse yet"),
    "artifact.file": ("Berkas", "File"),
    "artifact.outcome": ("Keadaan", "Outcome"),
    "artifact.district": ("Kabupaten/kota", "District"),
    "artifact.report": ("Laporan", "Report"),
    "artifact.loaded": ("Baris dimuat", "Rows loaded"),
    "artifact.held": ("Baris ditahan", "Rows held back"),
    "artifact.why": ("Sebab ditolak", "Why refused"),
    "artifact.severity": ("Tingkat", "Severity"),
    "artifact.code": ("Kode", "Code"),
    "artifact.meaning": ("Artinya", "Meaning"),
    "artifact.count": ("Banyaknya", "Count"),
    "artifact.files": ("Berkas yang diterima dan keadaannya", "The files taken in and what became of them"),
    "artifact.findings": ("Temuan menurut kabupaten/kota dan kode", "Findings by district and code"),
    "artifact.answers": (
        "Balasan untuk kabupaten/kota ada di folder ini (salin alamatnya ke pengelola berkas):",
        "The answers to the districts are in these folders (copy the path into your file manager):",
    ),
    "artifact.answers.title": ("Balasan untuk kabupaten/kota", "Answers to the districts"),
    "artifact.matrix": (
        "Siapa sudah melapor: ✓ tepat waktu, ✓+n terlambat n hari, ! ada baris ditahan, ✗n belum (lewat n hari), "
        "tlk ditolak, →n diperpanjang, · belum jatuh tempo",
        "Who has reported: ✓ on time, ✓+n late by n days, ! rows held back, ✗n missing (overdue by n days), "
        "tlk refused, →n extended, · not due yet",
    ),
    "artifact.progress": ("Berkas yang sudah dibaca", "Files understood"),
    "job.reported": ("laporan ditulis", "the report was written"),
    "job.reminded": ("{jumlah} pengingat", "{jumlah} reminders"),
    "job.remind.none": (
        "belum ada kewajiban.csv; jalankan ikm status sekali",
        "there is no kewajiban.csv yet; run ikm status once",
    ),
    "job.remind.day_off": ("hari libur, tidak ada pengingat", "a day off, no reminders"),
    "job.remind.settings": (
        "{jumlah} pengaturan pengingat harus dibetulkan; lihat dengan: ikm remind --coba",
        "{jumlah} settings of the reminders must be put right; see them with: ikm remind --coba",
    ),
    "job.remind.lists": (
        "{jumlah} kesalahan dalam daftar kewajiban atau hari libur; lihat dengan: ikm remind --coba",
        "{jumlah} mistakes in the lists of obligations or holidays; see them with: ikm remind --coba",
    ),
    "job.remind.failed": (
        "{gagal} dari {jumlah} pengingat tidak terkirim; dicoba lagi besok, atau dengan: ikm remind",
        "{gagal} of {jumlah} reminders did not go; they are tried again tomorrow, or with: ikm remind",
    ),
    "job.backed_up": ("cadangan {nama} dibuat", "backup {nama} was made"),
    "job.backup.no_folder": (
        "folder cadangan {folder} tidak terjangkau. Sambungkan disk atau jaringannya, atau ubah [cadangan] di ikm.toml",
        "the backup folder {folder} cannot be reached. Connect its disk or network, or change [cadangan] in ikm.toml",
    ),
    "job.backup.damaged": (
        "cadangan {nama} dibuat, tetapi {jumlah} berkas arsip rusak; lihat dengan: ikm backup",
        "backup {nama} was made, but {jumlah} files of the archive are damaged; see them with: ikm backup",
    ),
    "job.kotak-masuk": (
        "Memuat kiriman baru dari kotak masuk, membalasnya, lalu memindahkan berkasnya.",
        "Takes in what is new in the inbox, answers it, and puts the files away.",
    ),
    "job.terbitan": ("Menerbitkan gudang data dan laporan.", "Publishes the warehouse and the report."),
    "job.pengingat": (
        "Mengingatkan kabupaten/kota yang belum melapor.",
        "Reminds the districts that owe a report.",
    ),
    "job.cadangan": ("Membuat cadangan.", "Makes a backup."),
    "serve.help": (
        "jalankan layanan terjadwal beserta halamannya",
        "run what is on the schedule, with its page",
    ),
    "serve.port.help": (
        "port halaman layanan (bawaan: dari ikm.toml, 4200)",
        "port of the service's page (default: from ikm.toml, 4200)",
    ),
    "serve.starting": (
        "Menyalakan layanan … (biasanya 10 sampai 30 detik)",
        "Starting the service … (usually 10 to 30 seconds)",
    ),
    "serve.registering": ("Mendaftarkan jadwal …", "Registering the schedule …"),
    "serve.running": (
        "Layanan berjalan. Halamannya: {alamat}\nKotak masuk: {folder}\nCatatan: {catatan}\n"
        "Hentikan dengan Ctrl-C.",
        "The service is running. Its page: {alamat}\nInbox: {folder}\nLog: {catatan}\nStop it with Ctrl-C.",
    ),
    "serve.stopping": ("Menghentikan layanan …", "Stopping the service …"),
    "serve.stopped": (
        "Layanan berhenti. Yang sudah dimuat tetap ada; jadwal diteruskan saat dijalankan lagi.",
        "The service has stopped. What was loaded stays; the schedule goes on when it is started again.",
    ),
    "serve.twice": (
        "Layanan untuk {home} sudah berjalan (proses {pid}){alamat}. Hentikan yang itu dahulu, atau biarkan saja.",
        "The service for {home} is running already (process {pid}){alamat}. Stop that one first, or leave it.",
    ),
    "serve.at": (", halamannya {alamat}", ", its page {alamat}"),
    "serve.port_taken": (
        "Port {port} sedang dipakai program lain. Pilih yang lain, misalnya: ikm serve --port {lain}",
        "Another program uses port {port}. Choose another, e.g.: ikm serve --port {lain}",
    ),
    "serve.no_server": (
        "Layanan tidak dapat dinyalakan. Sebabnya ada di akhir {catatan}. Jalankan: ikm doctor",
        "The service could not be started. The reason is at the end of {catatan}. Run: ikm doctor",
    ),
    "serve.again": (
        "Bagian layanan ({bagian}) berhenti sendiri dan dinyalakan lagi.",
        "A part of the service ({bagian}) ended by itself and is started again.",
    ),
    "serve.given_up": (
        "Bagian layanan ({bagian}) berkali-kali berhenti sendiri; layanan dihentikan. Sebabnya ada di akhir {catatan}.",
        "A part of the service ({bagian}) kept ending by itself; the service stops. The reason is at the end of "
        "{catatan}.",
    ),
    "serve.crashed": (
        "Terhenti di tengah jalan (listrik padam, dihentikan paksa). Yang sudah dimuat tetap ada; sisanya diteruskan.",
        "Stopped midway (power cut, killed). What was loaded stays; the rest is taken up again.",
    ),
    "serve.closed": (
        "{jumlah} pekerjaan yang terhenti di tengah jalan ditutup.",
        "{jumlah} runs that were stopped midway are closed.",
    ),
    "serve.missed": (
        "Terlewat saat layanan mati atau sibuk; cukup satu kali yang dijalankan.",
        "Missed while the service was off or busy; one run is enough.",
    ),
    "serve.missed_runs": (
        "{nama}: {jumlah} jadwal terlewat; dijalankan satu kali saja.",
        "{nama}: {jumlah} runs were missed; one is run.",
    ),
    "serve.catching_up": ("susulan", "catching up"),
    "notice.failed": ("rekap-ikm: ada yang gagal", "rekap-ikm: something failed"),
    "notice.failed.about": ("Memberi tahu bila sebuah pekerjaan gagal.", "Tells when a run failed."),
    "notice.stuck": ("rekap-ikm: kotak masuk tidak diperiksa", "rekap-ikm: nobody looked into the inbox"),
    "notice.stuck.about": (
        "Memberi tahu bila kotak masuk lama tidak diperiksa.",
        "Tells when nobody looked into the inbox for long.",
    ),
    "notice.stuck.cure": (
        "Hentikan lalu jalankan lagi: ikm serve. Bila tetap begitu: ikm doctor.",
        "Stop it and run again: ikm serve. If that does not help: ikm doctor.",
    ),
}
