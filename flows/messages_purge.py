"""What the removal of data past its time says, in Bahasa Indonesia and English; part of the catalogue."""

PURGE: dict[str, tuple[str, str]] = {
    "purge.help": (
        "hapus berkas asli dan data pribadi yang sudah lewat masa simpannya",
        "remove raw files and personal data past their time",
    ),
    "purge.age.help": ("umurnya, misalnya 5 tahun, 60 bulan, 1825 hari", "the age, e.g. 5y, 60 bulan, 1825d"),
    "purge.try.help": (
        "hanya tunjukkan apa yang akan dihapus; tidak ada yang berubah",
        "only show what would go; nothing changes",
    ),
    "purge.yes.help": ("jangan bertanya dahulu", "do not ask first"),
    "purge.bad_age": (
        '"{nilai}" bukan umur. Tulis misalnya 5 tahun (5y), 60 bulan (60b), atau 1825 hari (1825d).',
        '"{nilai}" is no age. Write 5y, 60m or 1825d, for example.',
    ),
    "purge.plan": (
        "Yang diterima sebelum {batas} dan periodenya berakhir sebelum {batas}:",
        "What was received before {batas} and whose period ended before {batas}:",
    ),
    "purge.plan.lines": (
        "  {kiriman} kiriman ({baris} baris dimuat, {ditahan} ditahan): nama, NIK, alamat, telepon, dan teks asli "
        "dihapus; angka, nama usaha, dan nama samaran tetap\n"
        "  {berkas} berkas asli di arsip dan inbox dihapus ({mb} MB)\n"
        "  {balasan} berkas balasan di feedback/ dihapus\n"
        "  {beku} salinan beku kehilangan gudang terbatasnya: {nama_beku}",
        "  {kiriman} submissions ({baris} rows loaded, {ditahan} held back): names, NIK, addresses, telephones and raw "
        "texts are removed; figures, business names and pseudonyms stay\n"
        "  {berkas} raw files in archive and inbox are removed ({mb} MB)\n"
        "  {balasan} files of answers in feedback/ are removed\n"
        "  {beku} frozen copies lose their restricted file: {nama_beku}",
    ),
    "purge.nothing": (
        "Tidak ada yang lewat masa simpan (batas {batas}). Tidak ada yang berubah.",
        "Nothing is past its time (limit {batas}). Nothing changed.",
    ),
    "purge.tried": ("Hanya percobaan: tidak ada yang berubah.", "A trial only: nothing changed."),
    "purge.ask": (
        "Ini tidak dapat dibatalkan. Ketik HAPUS untuk melanjutkan: ",
        "This cannot be undone. Type HAPUS to go on: ",
    ),
    "purge.word": ("HAPUS", "HAPUS"),
    "purge.needs_yes": (
        "Tidak ada yang dihapus: di luar terminal, sebutkan --ya.",
        "Nothing was removed: without a terminal, say --ya.",
    ),
    "purge.cancelled": ("Dibatalkan. Tidak ada yang dihapus.", "Cancelled. Nothing was removed."),
    "purge.finishing": (
        "Pembersihan sebelumnya terhenti; kini dituntaskan.",
        "An earlier purge was interrupted; it is finished now.",
    ),
    "purge.done": (
        "Selesai: {kiriman} kiriman dibersihkan, {berkas} berkas dihapus. Basis data kerja ditulis ulang, gudang "
        "diterbitkan lagi, dan catatannya ada di ikm audit.",
        "Done: {kiriman} submissions purged, {berkas} files removed. The working database was written anew, the "
        "warehouse published again, and ikm audit has it noted.",
    ),
    "purge.backups": (
        "Cadangan yang dibuat sebelum ini masih memuat data itu. Buat yang baru dan lepas yang lama: "
        "ikm backup DIR --simpan 1",
        "Backups made before this still hold that data. Make a new one and let the old ones go: "
        "ikm backup DIR --simpan 1",
    ),
    "frozen.purged": (
        "Gudang terbatas dalam salinan beku {nama} sudah dihapus karena lewat masa simpan. Yang umum masih ada.",
        "The restricted file of the frozen copy {nama} was removed, past its time. The public one is still there.",
    ),
}
