"""What ``ikm template`` says, in Bahasa Indonesia and English; part of the catalogue of sentences."""

TEMPLATE: dict[str, tuple[str, str]] = {
    "template.help": (
        "buat formulir kosong untuk satu jenis laporan",
        "make a blank form for a report type",
    ),
    "template.report.help": ("jenis laporan, misalnya ikm", "report type, e.g. ikm"),
    "template.wilayah.help": (
        "kabupaten/kota yang mengisi: kode atau namanya, misalnya 73.11 atau Barru",
        "the district that fills it in: code or name, e.g. 73.11 or Barru",
    ),
    "template.periode.help": ("periode laporan, misalnya 2021-T2", "period reported on, e.g. 2021-T2"),
    "template.keluar.help": (
        "berkas atau folder tujuan (bawaan: templat-….xlsx di folder ini)",
        "file or folder to write to (default: templat-….xlsx in this folder)",
    ),
    "template.made": ("Formulir {judul} ditulis ke {berkas}", "The form {judul} was written to {berkas}"),
    "template.asks": (
        "Yang masih harus diisi kabupaten/kota di atas tabel: {apa}.",
        "What the district must still fill in above the table: {apa}.",
    ),
    "template.asks.wilayah": ("kabupaten/kota", "the district"),
    "template.asks.periode": ("periode", "the period"),
    "template.no_places": (
        "Tanpa --wilayah formulir tidak memuat daftar kecamatan dan desa.",
        "Without --wilayah the form has no lists of kecamatan and desa.",
    ),
    "template.bad_report": (
        '"{nilai}" bukan jenis laporan. Pilih salah satu:\n{pilihan}',
        '"{nilai}" is no report type. Choose one of:\n{pilihan}',
    ),
    "template.bad_report_near": (
        '"{nilai}" bukan jenis laporan. Mungkin maksudnya {calon}? Pilihannya:\n{pilihan}',
        '"{nilai}" is no report type. Perhaps {calon}? The choices:\n{pilihan}',
    ),
    "template.bad_wilayah": (
        '"{nilai}" bukan kabupaten/kota yang dikenal. Tulis kodenya seperti 73.11, atau namanya seperti '
        '"Kabupaten Barru".',
        '"{nilai}" is no district that is known. Write its code like 73.11, or its name like "Kabupaten Barru".',
    ),
    "template.which_wilayah": (
        '"{nilai}" belum jelas. Sebutkan salah satu: {pilihan}.',
        '"{nilai}" is not clear. Name one of: {pilihan}.',
    ),
    "template.exists": (
        "{berkas} sudah ada, mungkin sudah berisi data, jadi tidak ditimpa. Pilih nama lain dengan --keluar, atau "
        "pindahkan berkas itu.",
        "{berkas} exists, perhaps with data in it, so it is not overwritten. Choose another name with --keluar, or "
        "move that file.",
    ),
    "template.not_xlsx": (
        "Formulir hanya dapat ditulis sebagai .xlsx, bukan {berkas}.",
        "The form can be written as .xlsx only, not {berkas}.",
    ),
}
