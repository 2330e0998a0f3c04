"""What ``ikm trace`` says and what a query can meet, in Bahasa Indonesia and English; part of the catalogue."""

EXAMPLE = "ikm trace \"SELECT sum(nilai_investasi) FROM ikm WHERE kode_wilayah = '73.11'\""

TRACED: dict[str, tuple[str, str]] = {
    "trace.help": (
        "tunjukkan sel-sel buku kerja di balik sebuah angka",
        "show the workbook cells behind a number",
    ),
    "trace.query.help": (
        "kueri SQL dengan sum, count, avg, min, atau max",
        "SQL query with sum, count, avg, min or max",
    ),
    "row": ("baris {nomor}", "row {nomor}"),
    "query_stopped": ("Kueri dihentikan.", "The query was stopped."),
    "needs_key": (
        "Berkas terbatas disandikan. Setel IKM_KUNCI dengan kata sandinya, lalu ulangi.",
        "The restricted file is encrypted. Set IKM_KUNCI to its key and try again.",
    ),
    "wrong_key": (
        "IKM_KUNCI bukan kata sandi berkas terbatas ini. Tanyakan kepada yang menerbitkannya.",
        "IKM_KUNCI is not the key of this restricted file. Ask whoever published it.",
    ),
    "trace.syntax": ("Kueri tidak dapat dibaca: {alasan}", "The query cannot be read: {alasan}"),
    "trace.not_select": (
        "Yang dapat ditelusuri hanya satu perintah SELECT. Contoh: " + EXAMPLE,
        "Only a single SELECT can be traced. Example: " + EXAMPLE,
    ),
    "trace.shape": (
        "Bentuk kueri ini ({bagian}) tidak dapat ditelusuri. Tulis satu SELECT dengan sum, count, avg, min, atau max "
        "atas satu tabel laporan, boleh dengan WHERE, JOIN ke tabel lain, dan GROUP BY. Contoh: " + EXAMPLE,
        "A query of this shape ({bagian}) cannot be traced. Write one SELECT with sum, count, avg, min or max over "
        "one report table; WHERE, JOIN with other tables and GROUP BY may stand in it. Example: " + EXAMPLE,
    ),
    "trace.no_aggregate": (
        "Tidak ada angka yang dapat ditelusuri: sebutkan sum, count, avg, min, atau max atas satu kolom, tanpa "
        "hitungan di luarnya. Sel di balik setiap nilai ada di tabel asal. Contoh: " + EXAMPLE,
        "There is no number to trace: name sum, count, avg, min or max over one column, without arithmetic around it. "
        "The cell behind every value is in the table asal. Example: " + EXAMPLE,
    ),
    "trace.argument": (
        "Di dalam {fungsi}(…) harus ada satu kolom dari tabel {tabel}, bukan hitungan. Telusuri kolomnya satu per "
        "satu. Contoh: " + EXAMPLE,
        "{fungsi}(…) must hold one column of the table {tabel}, not a calculation. Trace its columns one by one. "
        "Example: " + EXAMPLE,
    ),
    "trace.no_column": (
        '{kolom} bukan kolom tabel {tabel}. Lihat kolomnya: ikm sql "DESCRIBE {tabel}"',
        '{kolom} is no column of the table {tabel}. See its columns: ikm sql "DESCRIBE {tabel}"',
    ),
    "trace.no_report": (
        "Kueri harus mengambil dari satu tabel laporan ({tabel}). Contoh: " + EXAMPLE,
        "The query must read one report table ({tabel}). Example: " + EXAMPLE,
    ),
    "trace.two_reports": (
        "Kueri ini mengambil dari lebih dari satu tabel laporan ({tabel}). Telusuri satu tabel setiap kali. "
        "Contoh: " + EXAMPLE,
        "This query reads more than one report table ({tabel}). Trace one table at a time. Example: "
        + EXAMPLE,
    ),
    "trace.view": (
        "{view} adalah tampilan (view), bukan tabel laporan. Angkanya berasal dari tabel {tabel}: telusuri di sana "
        "dengan syarat yang sama. Contoh: " + EXAMPLE,
        "{view} is a view, not a report table. Its numbers come from {tabel}: trace them there under the same "
        "condition. Example: " + EXAMPLE,
    ),
    "trace.no_cells": (
        "Tidak ada sel di baliknya: tidak satu pun baris yang memenuhi syarat berisi nilai.",
        "There are no cells behind it: no row that fits the condition holds a value.",
    ),
    "trace.number": ("{angka} = {hasil}", "{angka} = {hasil}"),
    "trace.adds_up": (
        "Cocok: {jumlah} sel di bawah ini menghasilkan {hasil}.",
        "It adds up: the {jumlah} cells below give {hasil}.",
    ),
    "trace.wrong": (
        "TIDAK COCOK: {jumlah} sel di bawah ini menghasilkan {hitung}, padahal kueri memberi {hasil}. Jangan pakai "
        "angka ini; laporkan dengan kuerinya.",
        "IT DOES NOT ADD UP: the {jumlah} cells below give {hitung}, but the query gives {hasil}. Do not use this "
        "number; report it with its query.",
    ),
    "trace.differs": (
        "TIDAK COCOK: {jumlah} sel tercatat dengan nilai lain daripada yang dijumlahkan. Jangan pakai angka ini; "
        "laporkan dengan kuerinya.",
        "IT DOES NOT AGREE: {jumlah} cells are recorded with another value than the one added up. Do not use this "
        "number; report it with its query.",
    ),
    "trace.empty": (
        "{jumlah} baris tidak berisi nilai dan tidak ikut dihitung.",
        "{jumlah} rows hold no value and do not count.",
    ),
    "trace.twice": (
        "Perhatian: {jumlah} baris terhitung lebih dari sekali karena JOIN (lihat kolom kali).",
        "Mind: {jumlah} rows are counted more than once by the JOIN (see the column kali).",
    ),
    "trace.unknown_cell": (
        "{jumlah} nilai tidak berasal dari sel tabel (misalnya dari judul lembar), jadi tanpa alamat.",
        "{jumlah} values come from no cell of the table (from the sheet's title, say) and have no address.",
    ),
    "trace.doubted": (
        "{jumlah} di antaranya punya temuan (lihat kolom temuan).",
        "{jumlah} of them have findings (see the column temuan).",
    ),
    "trace.first": (
        "Ditampilkan {tampil} dari {jumlah} sel. Semuanya: tambahkan --format csv --keluar sel.csv (atau xlsx, json).",
        "{tampil} of {jumlah} cells are shown. All of them: add --format csv --keluar sel.csv (or xlsx, json).",
    ),
    "trace.extreme": (
        "Ditampilkan hanya sel yang berisi nilai itu, dari {jumlah} sel yang dibandingkan.",
        "Shown are only the cells that hold this value, of {jumlah} compared.",
    ),
}
