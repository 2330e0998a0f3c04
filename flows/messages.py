"""What the command line says, in Bahasa Indonesia and English: the one catalogue of its sentences.

Findings about workbooks have their own list, ``schemas/findings.py``.
"""

from __future__ import annotations

import os
from typing import Literal

from flows.messages_backup import BACKUP
from flows.messages_explain import EXPLAINED
from flows.messages_feedback import FEEDBACK
from flows.messages_history import HISTORY
from flows.messages_mail import MAIL
from flows.messages_purge import PURGE
from flows.messages_serve import SERVE
from flows.messages_settings import SETTINGS
from flows.messages_site import SITE
from flows.messages_status import STATUS
from flows.messages_taught import TAUGHT
from flows.messages_template import TEMPLATE
from flows.messages_trace import TRACED
from flows.messages_trouble import TROUBLE

Language = Literal["id", "en"]

TEXTS: dict[str, tuple[str, str]] = {
    # key: (Bahasa Indonesia, English)
    "about": (
        "Mengolah buku kerja kabupaten/kota menjadi satu gudang data IKM provinsi.",
        "Turns the workbooks of districts into one warehouse of the province.",
    ),
    "load.help": (
        "muat berkas atau folder ke gudang data",
        "load files or folders into the warehouse",
    ),
    "check.help": (
        "periksa berkas tanpa memuatnya",
        "check files without loading them",
    ),
    "sql.help": (
        "jalankan kueri SQL pada gudang yang sudah terbit (hanya baca)",
        "run an SQL query on the published warehouse (read-only)",
    ),
    "doctor.help": (
        "periksa pemasangan ini dan sebutkan cara memperbaikinya",
        "say what is wrong with this installation, and the cure",
    ),
    "path.help": ("berkas atau folder", "file or folder"),
    "home.help": ("folder kerja (bawaan: data/ atau IKM_HOME)", "working home (default: data/ or IKM_HOME)"),
    "bahasa.help": (
        "bahasa pesan: id atau en (bawaan: IKM_BAHASA atau id)",
        "language of messages: id or en",
    ),
    "wilayah.help": (
        "kode kabupaten/kota untuk semua berkas ini, misalnya 73.11",
        "district code, e.g. 73.11",
    ),
    "periode.help": ("periode untuk semua berkas ini, misalnya 2021-T2", "period, e.g. 2021-T2"),
    "laporan.help": ("jenis laporan untuk semua berkas ini, misalnya ikm", "report type, e.g. ikm"),
    "query.help": ("kueri SQL, dalam tanda kutip", "SQL query, in quotes"),
    "format.help": (
        "bentuk hasil: table, csv, json, atau xlsx",
        "form of the result: table, csv, json or xlsx",
    ),
    "keluar.help": (
        "tulis hasil ke berkas ini (wajib untuk xlsx)",
        "write the result to this file (xlsx needs it)",
    ),
    "explain.help": ("tunjukkan bagaimana berkas dibaca", "show how each file was read"),
    "rinci.help": ("tampilkan semua temuan, bukan hanya ringkasan", "list all findings, not only a summary"),
    "terbatas.help": (
        "kueri gudang terbatas, dengan data pribadi; hanya untuk yang berhak",
        "query the restricted warehouse, with personal data; only for those allowed",
    ),
    "no_path": (
        'Tidak ada berkas atau folder "{path}". Periksa ejaannya, lalu ulangi.',
        'There is no file or folder "{path}". Check the spelling and try again.',
    ),
    "no_files": (
        "Tidak ada buku kerja di {path}. Taruh berkas .xlsx, .xls, .ods atau .csv di sana, lalu ulangi.",
        "There is no workbook in {path}. Put .xlsx, .xls, .ods or .csv files there and try again.",
    ),
    "bad_wilayah": (
        '"{nilai}" bukan kode kabupaten/kota. Tulis seperti 73.11 (Kabupaten Barru).',
        '"{nilai}" is no district code. Write it like 73.11 (Kabupaten Barru).',
    ),
    "bad_periode": (
        '"{nilai}" bukan periode. Tulis 2021, 2021-S1, 2021-T2, atau 2021-07.',
        '"{nilai}" is no period. Write 2021, 2021-S1, 2021-T2 or 2021-07.',
    ),
    "bad_laporan": (
        '"{nilai}" bukan jenis laporan. Pilih salah satu: {pilihan}.',
        '"{nilai}" is no report type. Choose one of: {pilihan}.',
    ),
    "no_warehouse": (
        "Belum ada gudang data di {home}. Muat berkas dahulu: ikm load FOLDER",
        "There is no warehouse in {home} yet. Load files first: ikm load FOLDER",
    ),
    "sql_failed": (
        'Kueri tidak dapat dijalankan: {alasan}\nLihat nama tabel dengan: ikm sql "SHOW TABLES"',
        'The query could not be run: {alasan}\nSee the names of tables with: ikm sql "SHOW TABLES"',
    ),
    "no_query": (
        'Kueri kosong. Contoh: ikm sql "SELECT * FROM v_kelengkapan"',
        'The query is empty. Example: ikm sql "SELECT * FROM v_kelengkapan"',
    ),
    "cannot_write": (
        "Hasil tidak dapat ditulis ke {berkas}: {alasan}. Pilih folder yang ada dan dapat ditulisi.",
        "The result cannot be written to {berkas}: {alasan}. Choose a folder that exists and can be written.",
    ),
    "xlsx_needs_file": (
        "Untuk xlsx, sebutkan berkasnya: --keluar hasil.xlsx",
        "For xlsx name the file: --keluar hasil.xlsx",
    ),
    "xlsx_too_long": (
        "Hasilnya lebih panjang daripada satu lembar Excel (1.048.575 baris, 16.384 kolom). "
        "Persempit kuerinya, atau pakai --format csv.",
        "The result is longer than a sheet of Excel (1,048,575 rows, 16,384 columns). "
        "Narrow the query, or use --format csv.",
    ),
    "stopped": (
        "Dihentikan. Yang sudah tersimpan tetap ada; jalankan lagi untuk meneruskan.",
        "Stopped. What was stored stays; run it again to go on.",
    ),
    "broken": (
        "Terjadi kesalahan pada program, bukan pada berkas Anda: {alasan}\nRinciannya ada di {catatan}. "
        "Jalankan: ikm doctor",
        "Something went wrong in the program, not in your files: {alasan}\nDetails are in {catatan}. "
        "Run: ikm doctor",
    ),
    "reading": ("Membaca", "Reading"),
    "storing": ("Menyimpan dan menerbitkan …", "Storing and publishing …"),
    "summary": ("Ringkasan", "Summary"),
    "files": ("Berkas diterima", "Files received"),
    "files.loaded": ("  dimuat", "  loaded"),
    "files.partial": ("  dimuat sebagian", "  loaded in part"),
    "files.refused": ("  ditolak", "  refused"),
    "files.duplicate": ("  isinya sama dengan yang sudah ada", "  same content as before"),
    "files.known": ("  sudah diterima sebelumnya", "  received before"),
    "files.waiting": ("    di antaranya masih ditolak", "    of them still refused"),
    "rows": ("Baris tabel", "Table rows"),
    "rows.loaded": ("  dimuat", "  loaded"),
    "rows.held": ("  ditahan", "  held back"),
    "rows.not_data": (
        "  bukan data (judul bagian, jumlah, catatan, kosong)",
        "  no data (sections, totals, notes, blanks)",
    ),
    "rows.repeated": (
        "  tidak dimuat lagi (sama dengan yang sudah ada)",
        "  not loaded again (same as before)",
    ),
    "rows.refused": ("  dalam tabel yang ditolak", "  in refused tables"),
    "cells.doubted": ("Sel yang diragukan", "Doubted cells"),
    "refused": ("Tidak dimuat", "Not loaded"),
    "held": ("Baris yang ditahan", "Rows held back"),
    "held.line": ("{jumlah} baris: {sebab}", "{jumlah} rows: {sebab}"),
    "more": ("… dan {jumlah} lagi", "… and {jumlah} more"),
    "next": ("Langkah berikutnya", "What to do next"),
    "next.all_good": (
        'Tidak ada yang perlu diperbaiki. Lihat hasilnya: ikm sql "SELECT * FROM v_kelengkapan"',
        'Nothing needs mending. See the result: ikm sql "SELECT * FROM v_kelengkapan"',
    ),
    "next.waiting": (
        "Yang masih ditolak dan sebabnya: ikm sql "
        '"SELECT t.berkas, t.pesan FROM temuan t JOIN kiriman k USING (kiriman_id) '
        "WHERE k.status = 'ditolak' AND t.tingkat = 'galat'\"",
        "What is still refused, and why: ikm sql "
        '"SELECT t.berkas, t.pesan FROM temuan t JOIN kiriman k USING (kiriman_id) '
        "WHERE k.status = 'ditolak' AND t.tingkat = 'galat'\"",
    ),
    "next.known": (
        "Tidak ada berkas baru. Gudang data tidak berubah.",
        "No new files. The warehouse is unchanged.",
    ),
    "next.refused": (
        "Berkas yang ditolak: ikuti cara di atas, atau sebutkan --wilayah / --periode / --laporan, lalu muat lagi.",
        "Refused files: do as said above, or name --wilayah / --periode / --laporan, then load again.",
    ),
    "next.held": (
        "Baris yang ditahan: minta kabupaten/kota memperbaiki sel yang disebut, lalu muat berkas barunya. "
        "Daftarnya: ikm sql \"SELECT berkas, lembar, sel, pesan FROM temuan WHERE tingkat = 'galat'\"",
        "Rows held back: ask the district to mend the cells named, then load its new file. "
        "The list: ikm sql \"SELECT berkas, lembar, sel, pesan FROM temuan WHERE tingkat = 'galat'\"",
    ),
    "checked.clean": ("tidak ada temuan", "no findings"),
    "seconds": ("Selesai dalam {detik} detik.", "Done in {detik} seconds."),
    "doctor.ok": ("baik", "fine"),
    "doctor.bad": ("perlu diperbaiki", "needs mending"),
    "doctor.all_ok": ("Semua baik.", "All is well."),
    "doctor.cure": ("Cara memperbaiki: {cara}", "Cure: {cara}"),
    # What officers teach, files understood again; how a workbook was read
    **TAUGHT,
    **EXPLAINED,
    # What goes back to the districts
    **FEEDBACK,
    # Blank forms
    **TEMPLATE,
    # Withdrawing, overruling, comparing, freezing
    **HISTORY,
    **SITE,
    **TRACED,
    # Faults of the surroundings
    **TROUBLE,
    # Backups, retention, the log
    **BACKUP,
    **PURGE,
    # Obligations, status, extensions, reminders
    **STATUS,
    # The service, the settings file
    **SERVE,
    **SETTINGS,
    **MAIL,
}


def language(chosen: str | None = None) -> Language:
    """The language of messages: the option, else IKM_BAHASA, else Bahasa Indonesia."""
    return "en" if (chosen or os.environ.get("IKM_BAHASA", "id")).lower().startswith("en") else "id"


def say(key: str, bahasa: Language = "id", **details: object) -> str:
    """The sentence ``key`` in ``bahasa`` with its details filled in."""
    return TEXTS[key][1 if bahasa == "en" else 0].format(**details)


_INDONESIAN = str.maketrans(",.", ".,")


def number(value: int | float, bahasa: Language = "id") -> str:
    """A number as the language writes it: 1.234 or 1,234; 2,9 or 2.9 (one decimal where it is no int)."""
    written = f"{value:,}" if isinstance(value, int) else f"{value:,.1f}"
    return written.translate(_INDONESIAN) if bahasa == "id" else written
