"""Faults of the surroundings, each with its cause and its cure, in Bahasa Indonesia and English.

``ikm doctor`` says the same of those that last.
"""

TROUBLE: dict[str, tuple[str, str]] = {
    "locked": (
        "Gudang sedang dipakai {siapa}. Tunggu sampai selesai, lalu ulangi.",
        "The warehouse is in use by {siapa}. Wait until it ends, then try again.",
    ),
    "lock.holder": (
        "{perintah} (proses {proses}, sejak {sejak})",
        "{perintah} (process {proses}, since {sejak})",
    ),
    "lock.holder_unknown": ("pemuatan lain (proses {proses})", "another load (process {proses})"),
    "lock.waiting": (
        "Gudang sedang dipakai {siapa}; menunggu paling lama {detik} detik …",
        "The warehouse is in use by {siapa}; waiting for at most {detik} seconds …",
    ),
    "trouble.disk_full": (
        "Disk penuh: {tempat} tidak dapat ditulis sampai selesai. Kosongkan paling sedikit 2 GB, lalu jalankan "
        "lagi; yang sudah tersimpan tidak hilang.",
        "The disk is full: {tempat} could not be written to its end. Free at least 2 GB, then run it again; "
        "what was stored is not lost.",
    ),
    "trouble.read_only": (
        "{tempat} hanya dapat dibaca, karena disknya dipasang tanpa izin menulis. Pilih folder kerja lain dengan "
        "--home, atau minta pengelola komputer membuka izin menulis.",
        "{tempat} can only be read: its disk is mounted read-only. Choose another working home with --home, or ask "
        "whoever runs the computer to allow writing.",
    ),
    "trouble.no_permission": (
        "Tidak ada izin untuk {tempat}: berkas atau folder itu milik pengguna lain. Minta izin membaca dan "
        "menulisnya, atau pilih folder kerja lain dengan --home.",
        "No permission for {tempat}: it belongs to another user. Ask for permission to read and write it, or choose "
        "another working home with --home.",
    ),
    "trouble.in_the_way": (
        "{tempat} tidak dapat dipakai: sebuah berkas berada di tempat yang seharusnya folder, atau sebaliknya. "
        "Pindahkan yang menghalangi, atau pilih folder kerja lain dengan --home.",
        "{tempat} cannot be used: a file stands where a folder should be, or the other way round. Move what is in "
        "the way, or choose another working home with --home.",
    ),
    "trouble.disconnected": (
        "Disk atau folder jaringan {tempat} terputus ({alasan}). Sambungkan lagi, lalu jalankan lagi; yang sudah "
        "tersimpan tidak hilang.",
        "The disk or network folder {tempat} was disconnected ({alasan}). Connect it again, then run it again; "
        "what was stored is not lost.",
    ),
    "trouble.too_long": (
        "Nama {tempat} terlalu panjang untuk disk ini. Pindahkan ke folder dengan nama yang lebih pendek, lalu ulangi.",
        "The name {tempat} is too long for this disk. Move it to a folder with a shorter name, then try again.",
    ),
    "trouble.bad_name": (
        "Nama folder kerja memuat huruf yang tidak dapat ditulis (bukan UTF-8). Ganti namanya dengan huruf biasa, "
        "atau pilih folder lain dengan --home.",
        "The name of the working home has letters that cannot be written (no UTF-8). Rename it with plain letters, or "
        "choose another with --home.",
    ),
    "trouble.vanished": (
        "{tempat} tidak ada lagi atau belum ada: terhapus atau dipindahkan selagi program berjalan. Periksa "
        "folder itu, lalu jalankan lagi.",
        "{tempat} is not there, or no longer: it was removed or moved while the program ran. Look at that folder, "
        "then run it again.",
    ),
    "trouble.no_locks": (
        "Disk {tempat} tidak dapat menjaga agar hanya satu pemuatan berjalan (folder jaringan tanpa kunci berkas). "
        "Taruh folder kerja di disk komputer ini dengan --home.",
        "The disk of {tempat} cannot keep two loads apart (a network folder without file locks). Put the working "
        "home on a disk of this computer with --home.",
    ),
    "trouble.too_many_open": (
        "Terlalu banyak berkas terbuka di komputer ini. Tutup program lain, lalu jalankan lagi.",
        "Too many files are open on this computer. Close other programs, then run it again.",
    ),
    "trouble.memory": (
        "Memori komputer tidak cukup. Tutup program lain atau muat lebih sedikit berkas sekaligus, lalu jalankan lagi; "
        "yang sudah tersimpan tidak hilang.",
        "The computer has not enough memory. Close other programs or load fewer files at a time, then run it again; "
        "what was stored is not lost.",
    ),
    "trouble.memory_limited": (
        "Memori untuk program ini dibatasi {batas} MB (ulimit -v), terlalu sedikit. Naikkan batasnya sampai paling "
        "sedikit {perlu} MB atau lepaskan (ulimit -v unlimited), lalu jalankan lagi.",
        "This program may use only {batas} MB of memory (ulimit -v), which is too little. Raise the limit to at least "
        "{perlu} MB or lift it (ulimit -v unlimited), then run it again.",
    ),
    "trouble.limited": (
        "Batas itu terlalu rendah. Naikkan atau lepaskan (ulimit {pilihan} unlimited), lalu jalankan lagi.",
        "That limit is too low. Raise or lift it (ulimit {pilihan} unlimited), then run it again.",
    ),
    "trouble.temp_too_long": (
        "Nama folder sementara {tempat} terlalu panjang. Sebutkan yang lebih pendek: TMPDIR=/tmp ikm …",
        "The name of the temporary folder {tempat} is too long. Name a shorter one: TMPDIR=/tmp ikm …",
    ),
    "trouble.stray_log": (
        "{tempat} ditinggalkan program yang membuka berkas terbitan untuk ditulisi. Tutup program itu, lalu terbitkan "
        "lagi: ikm publish; bukalah berkas terbitan hanya untuk dibaca.",
        "{tempat} was left by a program that opened the published file for writing. Close that program, then publish "
        "again: ikm publish; open the published file read-only.",
    ),
    "trouble.readers": (
        "Proses pembaca tidak dapat berjalan, biasanya karena memori komputer habis atau dibatasi. Tutup program lain, "
        "lalu jalankan lagi; bila terulang: ikm doctor",
        "The reader processes cannot run, mostly because the computer's memory is used up or limited. Close other "
        "programs, then run it again; if it comes back: ikm doctor",
    ),
    "trouble.no_temp": (
        "Tidak ada folder sementara yang dapat ditulisi (TMPDIR, /tmp): penuh, hilang, atau tanpa izin. "
        "Kosongkan /tmp, atau sebutkan folder lain: TMPDIR=FOLDER ikm …",
        "There is no temporary folder that can be written (TMPDIR, /tmp): full, missing or not permitted. Empty /tmp, "
        "or name another: TMPDIR=FOLDER ikm …",
    ),
    "trouble.library": (
        "Pustaka {alasan} tidak terpasang atau rusak. Hapus folder .venv, lalu: make run",
        "The library {alasan} is missing or broken. Remove the folder .venv, then: make run",
    ),
    "trouble.working_lost": (
        "Basis data kerja {berkas} hilang atau kosong, padahal sudah ada yang diterbitkan; memuat sekarang "
        "akan menghapus angka yang sudah terbit. Kembalikan berkas itu dari cadangan. Bila memang hendak "
        "mulai dari awal, pindahkan seluruh folder warehouse ke tempat lain, lalu muat lagi semua berkas asli.",
        "The working database {berkas} is gone or empty although something was published from it; loading now would "
        "wipe out the published figures. Put the file back from a backup. If you do want to begin anew, move the whole "
        "folder warehouse elsewhere, then load all original files again.",
    ),
    "trouble.working_damaged": (
        "Basis data kerja di {tempat} rusak; angka yang sudah terbit tetap dapat dibaca. Pindahkan folder warehouse ke "
        "tempat lain dan kembalikan dari cadangan; tanpa cadangan, muat lagi semua berkas asli.",
        "The working database in {tempat} is damaged; the published figures can still be read. Move the folder "
        "warehouse elsewhere and put it back from a backup; without one, load all original files again.",
    ),
    "trouble.working_newer": (
        "{tempat} ditulis oleh versi DuckDB yang lebih baru daripada yang terpasang. Pasang rekap-ikm versi terbaru "
        "(perbarui repositori, hapus folder .venv, lalu: make run); jangan menghapus berkas itu.",
        "{tempat} was written by a newer DuckDB than is installed. Install the newest rekap-ikm (update the "
        "repository, remove .venv, then: make run); do not delete the file.",
    ),
    "trouble.working_held": (
        "{tempat} sedang dibuka program lain (proses {alasan}), misalnya DBeaver. Tutup program itu, lalu "
        "ulangi; untuk analisis bukalah warehouse/ikm.duckdb.",
        "{tempat} is open in another program (process {alasan}), for example DBeaver. Close it, then try again; for "
        "analysis open warehouse/ikm.duckdb.",
    ),
    "trouble.published_damaged": (
        "Berkas terbitan {tempat} rusak. Tidak ada yang hilang; terbitkan lagi: ikm publish",
        "The published file {tempat} is damaged. Nothing is lost; publish it again: ikm publish",
    ),
    "trouble.key_lost": (
        "Kunci penyamaran {berkas} hilang, padahal sudah dipakai untuk yang diterbitkan; kunci baru akan "
        "mengganti semua nama samaran. Kembalikan berkas itu dari cadangan kunci. Bila kunci itu memang "
        "tidak ada lagi, pindahkan warehouse/ikm.duckdb dan warehouse/terbatas/ikm.duckdb ke tempat lain, "
        "lalu jalankan lagi.",
        "The masking key {berkas} is gone although it was used for what is published; a new one would change all "
        "pseudonyms. Put the file back from the backup of keys. If there is none, move warehouse/ikm.duckdb and "
        "warehouse/terbatas/ikm.duckdb elsewhere, then run it again.",
    ),
    "trouble.key_damaged": (
        "Kunci penyamaran {berkas} rusak. Kembalikan dari cadangan kunci. Bila tidak ada, pindahkan berkas itu, "
        "warehouse/ikm.duckdb, dan warehouse/terbatas/ikm.duckdb ke tempat lain: kunci baru dibuat dan semua "
        "nama samaran berganti.",
        "The masking key {berkas} is damaged. Put it back from the backup of keys. If there is none, move it, "
        "warehouse/ikm.duckdb and warehouse/terbatas/ikm.duckdb elsewhere: a new key is made and all "
        "pseudonyms change.",
    ),
    "trouble.clock_early": (
        "Jam komputer menunjukkan {kini}, tidak mungkin benar. Betulkan tanggal dan jam komputer, lalu ulangi.",
        "The computer's clock shows {kini}, which cannot be right. Set its date and time, then try again.",
    ),
    "trouble.clock_ahead": (
        "Jam komputer menunjukkan {kini}, padahal kiriman terakhir diterima {terakhir}. Betulkan tanggal dan jam "
        "komputer, lalu ulangi; bila jam memang benar, jalankan sekali dengan {saklar}=1.",
        "The computer's clock shows {kini}, but the last submission was received {terakhir}. Set its date and time, "
        "then try again; if the clock is right, run it once with {saklar}=1.",
    ),
    "clock.behind": (
        "Jam komputer lebih lambat daripada kiriman terakhir ({terakhir}). Kiriman ini dicatat sesudahnya, "
        "supaya urutannya tetap benar. Betulkan jam komputer.",
        "The computer's clock is behind the last submission ({terakhir}). These are recorded after it, so that their "
        "order stays right. Set the computer's clock.",
    ),
    "changed": (
        "Berkas yang berubah atau hilang selagi dibaca, belum dimuat: {berkas}. Tunggu sampai penyalinannya "
        "selesai, lalu muat lagi.",
        "Files that changed or vanished while they were read, not loaded yet: {berkas}. Wait until they are copied to "
        "their end, then load again.",
    ),
}
