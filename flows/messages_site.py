"""What ``ikm report`` says, in Bahasa Indonesia and English; part of the catalogue."""

SITE: dict[str, tuple[str, str]] = {
    "report.help": (
        "buat halaman laporan dari gudang data yang sudah terbit",
        "make the report page from the published warehouse",
    ),
    "report.done": (
        "Halaman laporan: {berkas}\nBuka dengan peramban; tidak perlu internet, dan tidak memuat data pribadi.",
        "The report page: {berkas}\nOpen it in a browser; it needs no internet and holds no personal data.",
    ),
    "report.no_room": (
        "Halaman laporan tidak dapat ditulis di {folder}: {alasan}. Periksa ruang disk dan hak menulis folder itu.",
        "The report page cannot be written in {folder}: {alasan}. Check the disk's space and the folder's rights.",
    ),
}
