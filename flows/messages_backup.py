"""What backups, retention and the log say, in Bahasa Indonesia and English; part of the catalogue."""

BACKUP: dict[str, tuple[str, str]] = {
    "backup.help": (
        "cadangkan rumah data ke sebuah folder (disk lain atau folder jaringan)",
        "back up the working home into a folder (another disk or a network folder)",
    ),
    "backup.folder.help": ("folder cadangan", "folder of the backups"),
    "backup.key.help": (
        "tulis juga kunci nama samaran ke berkas ini, di luar folder cadangan",
        "also write the key of the pseudonyms to this file, outside the backup folder",
    ),
    "backup.keep.help": ("simpan sekian set terakhir (bawaan: 8)", "keep the last so many sets (default: 8)"),
    "backup.done": ("Cadangan {nama} selesai di {folder}", "Backup {nama} is done, in {folder}"),
    "backup.counts": (
        "  {jumlah} berkas, {mb} MB; {baru} di antaranya baru ditulis ({mb_baru} MB). Semuanya dibaca kembali: cocok.",
        "  {jumlah} files, {mb} MB; {baru} of them newly written ({mb_baru} MB). All were read back: they agree.",
    ),
    "backup.dropped": (
        "  {jumlah} set lama dihapus; yang disimpan {simpan} set terakhir.",
        "  {jumlah} old set(s) removed; the last {simpan} are kept.",
    ),
    "backup.without": (
        "  Tidak ikut: feedback/ dan gudang terbit (dibuat lagi oleh ikm feedback dan ikm restore), inbox/.",
        "  Left out: feedback/ and the published files (made again by ikm feedback and ikm restore), inbox/.",
    ),
    "backup.no_key": (
        "  Kunci nama samaran tidak ikut. Simpan sekali di tempat lain: ikm backup {folder} --kunci BERKAS",
        "  The key of the pseudonyms is not in it. Keep it elsewhere, once: ikm backup {folder} --kunci FILE",
    ),
    "backup.key": (
        "  Kunci nama samaran: {berkas}. Jangan disimpan di folder cadangan; siapa pun yang memegang keduanya dapat "
        "mengenali orang.",
        "  Key of the pseudonyms: {berkas}. Do not keep it with the backups: whoever has both can tell people.",
    ),
    "backup.in_the_clear": (
        "  Perhatian: IKM_KUNCI hanya menyandikan gudang terbatas. Cadangan ini berisi berkas asli dan basis data "
        "kerja tanpa sandi: simpan di disk yang disandikan. IKM_KUNCI sendiri tidak ikut dicadangkan.",
        "  Mind: IKM_KUNCI encrypts the restricted file only. This backup holds the files as received and the "
        "working database in the clear: keep it on an encrypted disk. IKM_KUNCI itself is not in it.",
    ),
    "backup.damaged": (
        "Rusak di rumah data, dan tidak ada salinan yang baik: {berkas}. Minta berkas itu lagi kepada pengirimnya.",
        "Damaged in the home, and there is no good copy: {berkas}. Ask its sender for it again.",
    ),
    "backup.damaged_here": (
        "Rusak di rumah data: {berkas}. Di cadangan masih ada salinan yang baik; ikm restore akan memakainya.",
        "Damaged in the home: {berkas}. The backup still has a good copy; ikm restore will use it.",
    ),
    "backup.log": (
        "Catatan audit berbeda dari cadangan sebelumnya mulai baris {baris}. Periksa: ikm audit --periksa",
        "The audit log differs from the last backup from line {baris} on. Check: ikm audit --periksa",
    ),
    "backup.failed": (
        "Cadangan tidak selesai: {berkas}: {alasan}. Set yang lama tetap utuh; perbaiki, lalu ulangi.",
        "The backup was not finished: {berkas}: {alasan}. Older sets are whole; mend this and try again.",
    ),
    "backup.inside_home": (
        "{folder} ada di dalam rumah data. Pilih folder di disk lain: cadangan di disk yang sama ikut hilang.",
        "{folder} is inside the home. Choose a folder on another disk: a backup on the same disk is lost with it.",
    ),
    "backup.no_folder": ("{folder} bukan folder.", "{folder} is no folder."),
    "backup.other_home": (
        "{folder} berisi cadangan rumah data lain (kuncinya berbeda). Pilih folder lain.",
        "{folder} holds the backups of another home (its key is another one). Choose another folder.",
    ),
    "backup.not_read_back": (
        "Yang tertulis di {berkas} tidak sama ketika dibaca kembali. Disk itu bermasalah; pakai disk lain.",
        "What was written to {berkas} is not the same when read back. That disk is faulty; use another.",
    ),
    "backup.unsettled": (
        "Basis data kerja belum tuntas ditulis ({berkas}). Jalankan ikm publish, lalu ulangi.",
        "The working database is not settled ({berkas}). Run ikm publish, then try again.",
    ),
    "backup.key_inside": (
        "Kunci tidak ditulis ke {berkas}: tempatnya harus di luar folder cadangan dan di luar rumah data.",
        "The key is not written to {berkas}: it belongs outside the backup folder and outside the home.",
    ),
    "backup.key_exists": (
        "{berkas} sudah ada dan isinya bukan kunci ini, jadi tidak ditimpa. Pilih nama lain.",
        "{berkas} exists and is not this key, so it is not overwritten. Choose another name.",
    ),
    "backup.none": ("Tidak ada cadangan di {folder}.", "There is no backup in {folder}."),
    "backup.no_set": (
        "Tidak ada set {nama}. Yang ada: {daftar}",
        "There is no set {nama}. There are: {daftar}",
    ),
    "backup.damaged_list": (
        "Daftar isi cadangan rusak: {berkas}. Tidak ada yang dipulihkan. Pakai set sebelumnya dengan --set.",
        "The list of the backup is damaged: {berkas}. Nothing is restored. Use an earlier set with --set.",
    ),
    "restore.help": ("pulihkan rumah data dari cadangan", "restore a working home from a backup"),
    "restore.key.help": (
        "berkas kunci nama samaran (dari ikm backup --kunci)",
        "file with the key of the pseudonyms (from ikm backup --kunci)",
    ),
    "restore.set.help": (
        "set yang dipulihkan (bawaan: yang terakhir)",
        "the set to restore (default: the newest)",
    ),
    "restore.over.help": (
        "pindahkan dahulu rumah data yang ada ke samping; tidak ada yang dihapus",
        "first move the home that is there aside; nothing is removed",
    ),
    "restore.done": (
        "Set {nama} (dibuat {waktu}) dipulihkan: {jumlah} berkas, di {home}",
        "Set {nama} (made {waktu}) is restored: {jumlah} files, in {home}",
    ),
    "restore.aside": (
        "Rumah data yang tadi ada dipindahkan ke {folder}",
        "The home that was there is now {folder}",
    ),
    "restore.same": (
        "{jumlah} tabel kedua gudang terbit dibandingkan dengan saat dicadangkan: semuanya sama.",
        "{jumlah} tables of both published files were compared with those at backup time: all are the same.",
    ),
    "restore.differs": (
        "{jumlah} tabel gudang terbit berbeda dari saat dicadangkan:",
        "{jumlah} tables of the published files differ from those at backup time:",
    ),
    "restore.other_version": (
        "Versi programnya lain dari saat dicadangkan; perbedaan itu dapat berasal dari sana.",
        "The version of the program is not that of the backup; the difference may come from that.",
    ),
    "restore.no_key": (
        "Perhatian: tanpa kunci yang lama, nama samaran (orang_kunci, usaha_kunci) kini lain dari yang sudah "
        "dibagikan. Bila kuncinya ada, pulihkan lagi dengan --kunci BERKAS --timpa.",
        "Mind: without the former key the pseudonyms (orang_kunci, usaha_kunci) are not those handed out before. If "
        "you have the key, restore again with --kunci FILE --timpa.",
    ),
    "restore.next": (
        "Balasan untuk kabupaten/kota ditulis lagi dengan: ikm feedback. Bila sesudah cadangan ini ada pembersihan "
        "(ikm purge), jalankan lagi.",
        "The answers to districts are written again by: ikm feedback. If there was a purge after this backup, run it "
        "again.",
    ),
    "restore.not_empty": (
        "{home} tidak kosong. Sebutkan folder baru dengan --home, atau pakai --timpa (yang ada dipindahkan, tidak "
        "dihapus).",
        "{home} is not empty. Name a new folder with --home, or use --timpa (what is there is moved, not removed).",
    ),
    "restore.needs_secret": (
        "Gudang terbatas disandikan ketika dicadangkan. Isi IKM_KUNCI seperti waktu itu, lalu ulangi.",
        "The restricted file was encrypted when this was backed up. Set IKM_KUNCI as it was then, and try again.",
    ),
    "restore.other_key": (
        "{berkas} bukan kunci untuk cadangan ini. Tidak ada yang dipulihkan.",
        "{berkas} is not the key of this backup. Nothing is restored.",
    ),
    "restore.damaged": (
        "Cadangan {nama} rusak, jadi tidak dipulihkan. {jumlah} berkas hilang atau berubah:\n{berkas}\n"
        "Pakai set lain dengan --set, atau salinan lain dari folder cadangan.",
        "The backup {nama} is damaged, so it is not restored. {jumlah} file(s) are missing or changed:\n{berkas}\n"
        "Use another set with --set, or another copy of the backup folder.",
    ),
    "restore.failed": (
        "Pemulihan tidak selesai: {berkas}: {alasan}. Rumah data tidak disentuh.",
        "The restore was not finished: {berkas}: {alasan}. The home was not touched.",
    ),
    "audit.help": (
        "siapa melakukan apa: berkas terbatas dibuka, kiriman ditarik, cadangan, pembersihan",
        "who did what: restricted file opened, submission withdrawn, backup, purge",
    ),
    "audit.check.help": ("periksa bahwa tidak ada baris yang diubah", "check that no line was changed"),
    "audit.backup.help": (
        "bandingkan juga dengan cadangan terakhir di folder ini",
        "compare with the last backup in this folder too",
    ),
    "audit.all.help": ("tampilkan semua baris", "show all lines"),
    "audit.none": ("Belum ada catatan audit di {home}.", "There is no audit log in {home} yet."),
    "audit.last": (
        "{tampil} baris terakhir dari {jumlah}; semuanya dengan --semua",
        "The last {tampil} lines of {jumlah}; all of them with --semua",
    ),
    "audit.whole": (
        "{berkas}: {jumlah} baris, rantainya utuh.",
        "{berkas}: {jumlah} lines, the chain is whole.",
    ),
    "audit.anchored": (
        "Cocok dengan cadangan terakhir: tidak ada yang dipotong atau ditulis ulang sejak itu.",
        "It agrees with the last backup: nothing was cut off or written anew since.",
    ),
    "audit.no_anchor": (
        "Catatan yang ditulis ulang seluruhnya hanya tampak bila dibandingkan dengan cadangan: --cadangan DIR",
        "A log written anew as a whole is told only by comparing it with a backup: --cadangan DIR",
    ),
    "audit.cut_off": (
        "Baris terpotong karena program terhenti saat menulis: {baris}",
        "Lines cut off because the program was stopped while writing: {baris}",
    ),
    "audit.altered": (
        "{berkas}, baris {baris}: isinya bukan yang dulu ditulis.",
        "{berkas}, line {baris}: it is not what was written.",
    ),
    "audit.gap": (
        "{berkas}, baris {baris}: tidak menyambung dengan baris sebelumnya; ada yang dihapus, disisipkan, atau "
        "dipindah.",
        "{berkas}, line {baris}: does not follow from the line before; something was removed, inserted or moved.",
    ),
    "audit.unreadable": (
        "{berkas}, baris {baris}: tidak terbaca.",
        "{berkas}, line {baris}: cannot be read.",
    ),
    "audit.rewritten": (
        "{berkas}, baris {baris}: rantainya lain dari yang ada di cadangan; catatan ini ditulis ulang.",
        "{berkas}, line {baris}: the chain is not that of the backup; this log was written anew.",
    ),
    "audit.shortened": (
        "{berkas}: menurut cadangan, baris {baris} dan sesudahnya pernah ada, tetapi kini hilang.",
        "{berkas}: the backup knows line {baris} and more, but they are gone.",
    ),
    "audit.no_log": (
        "Berkas terbatas tidak dibuka, karena pembukaannya tidak dapat dicatat: {alasan}. Jalankan ikm doctor.",
        "The restricted file is not opened, because that cannot be noted: {alasan}. Run ikm doctor.",
    ),
    "audit.unnoted": (
        "Catatan audit tidak dapat ditulis: {alasan}. Perintahnya tetap dijalankan.",
        "The audit log cannot be written: {alasan}. The command is run all the same.",
    ),
}
