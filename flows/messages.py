"""What the command line says, in Bahasa Indonesia and English: the one catalogue of its sentences.

Findings about workbooks have their own list, ``schemas/findings.py``.
"""

from __future__ import annotations

import os
from typing import Literal

from flows.messages_explain import EXPLAINED

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
    "bahasa.help": ("bahasa pesan: id atau en (bawaan: IKM_BAHASA atau id)", "language of messages: id or en"),
    "wilayah.help": ("kode kabupaten/kota untuk semua berkas ini, misalnya 73.11", "district code, e.g. 73.11"),
    "periode.help": ("periode untuk semua berkas ini, misalnya 2021-T2", "period, e.g. 2021-T2"),
    "laporan.help": ("jenis laporan untuk semua berkas ini, misalnya ikm", "report type, e.g. ikm"),
    "query.help": ("kueri SQL, dalam tanda kutip", "SQL query, in quotes"),
    "format.help": ("bentuk hasil: table, csv, json, atau xlsx", "form of the result: table, csv, json or xlsx"),
    "keluar.help": ("tulis hasil ke berkas ini (wajib untuk xlsx)", "write the result to this file (xlsx needs it)"),
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
    "locked": (
        "Gudang sedang dipakai pemuatan lain (proses {pid}). Tunggu sampai selesai, lalu ulangi.",
        "Another load is using the warehouse (process {pid}). Wait until it ends, then try again.",
    ),
    "no_home": (
        "Folder kerja {home} tidak dapat ditulisi: {alasan}. Pilih folder lain dengan --home.",
        "The working home {home} cannot be written: {alasan}. Choose another with --home.",
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
        "Kueri tidak dapat dijalankan: {alasan}\nLihat nama tabel dengan: ikm sql \"SHOW TABLES\"",
        "The query could not be run: {alasan}\nSee the names of tables with: ikm sql \"SHOW TABLES\"",
    ),
    "xlsx_needs_file": (
        "Untuk xlsx, sebutkan berkasnya: --keluar hasil.xlsx",
        "For xlsx name the file: --keluar hasil.xlsx",
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
    "files.known": ("  sudah dimuat sebelumnya", "  loaded before"),
    "rows": ("Baris tabel", "Table rows"),
    "rows.loaded": ("  dimuat", "  loaded"),
    "rows.held": ("  ditahan", "  held back"),
    "rows.not_data": ("  bukan data (judul bagian, jumlah, catatan, kosong)", "  no data (sections, totals, notes, blanks)"),
    "rows.repeated": ("  tidak dimuat lagi (sama dengan yang sudah ada)", "  not loaded again (same as before)"),
    "rows.refused": ("  dalam tabel yang ditolak", "  in refused tables"),
    "cells.doubted": ("Sel yang diragukan", "Doubted cells"),
    "refused": ("Tidak dimuat", "Not loaded"),
    "held": ("Baris yang ditahan", "Rows held back"),
    "held.line": ("{jumlah} baris: {sebab}", "{jumlah} rows: {sebab}"),
    "more": ("… dan {jumlah} lagi", "… and {jumlah} more"),
    "next": ("Langkah berikutnya", "What to do next"),
    "next.all_good": (
        "Tidak ada yang perlu diperbaiki. Lihat hasilnya: ikm sql \"SELECT * FROM v_kelengkapan\"",
        "Nothing needs mending. See the result: ikm sql \"SELECT * FROM v_kelengkapan\"",
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
    # What officers teach, files understood again
    "wording.help": ("ajarkan istilah setempat: add, list, remove", "teach local wordings: add, list, remove"),
    "wording.add.help": ("catat arti sebuah judul kolom", "note what a heading means"),
    "wording.list.help": ("tampilkan istilah yang tercatat", "show the wordings noted"),
    "wording.remove.help": ("hapus istilah menurut nomornya", "remove a wording by its number"),
    "header.help": ("judul kolom persis seperti tercetak", "the heading just as printed"),
    "kolom.help": ("kolom kita, misalnya kbli; - berarti judul ini dilewati", "our column, e.g. kbli; - passes it over"),
    "dari.help": ("tahun pertama berlaku, misalnya 2021", "first year it holds, e.g. 2021"),
    "sampai.help": ("tahun terakhir berlaku", "last year it holds"),
    "alasan.help": ("alasannya, misalnya siapa yang memastikan", "the reason, e.g. who confirmed it"),
    "nomor.help": ("nomor dalam daftar (ikm wording list)", "number in the list (ikm wording list)"),
    "taught.added": ("Tercatat sebagai nomor {nomor}: {isi}.", "Noted as number {nomor}: {isi}."),
    "taught.added_next": (
        "Daftarnya ada di {path}. Berkas yang sudah pernah dimuat dibaca ulang dengan: ikm reload NAMA_BERKAS",
        "The list is {path}. Files taken in before are read again with: ikm reload FILE_NAME",
    ),
    "taught.removed": ("Dihapus, nomor {nomor}: {isi}.", "Removed, number {nomor}: {isi}."),
    "taught.none": ("Belum ada istilah setempat.", "No local wordings yet."),
    "taught.because": ("alasan: {alasan}", "reason: {alasan}"),
    "taught.ignored": ("dilewati, tidak dimuat", "passed over, not loaded"),
    "taught.everywhere": ("semua kabupaten/kota", "every district"),
    "taught.always": ("semua tahun", "every year"),
    "taught.since": ("mulai {tahun}", "from {tahun}"),
    "taught.until": ("sampai {tahun}", "until {tahun}"),
    "taught.no_number": (
        "Tidak ada istilah nomor {nomor}. Lihat nomornya dengan: ikm wording list",
        "There is no wording number {nomor}. See the numbers with: ikm wording list",
    ),
    "taught.bad_line": (
        "Baris {baris} dalam daftar istilah tidak dipakai: {alasan}",
        "Line {baris} of the list of wordings is not used: {alasan}",
    ),
    "taught.not_ours": (
        "{path} bukan daftar istilah: baris pertamanya harus memuat laporan;judul;kolom. Perbaiki atau pindahkan "
        "berkas itu.",
        "{path} is no list of wordings: its first line must name laporan;judul;kolom. Mend or move that file.",
    ),
    "taught.no_heading": (
        'Judul "{judul}" tidak berisi huruf atau angka. Tulis judul kolom seperti tercetak.',
        'The heading "{judul}" has no letter or figure. Write the heading as printed.',
    ),
    "taught.no_reason": (
        'Alasan untuk judul "{judul}" kosong. Tulis alasannya, misalnya siapa yang memastikan.',
        'The reason for the heading "{judul}" is empty. Write it, e.g. who confirmed it.',
    ),
    "taught.bad_column": (
        '"{nilai}" bukan kolom laporan {laporan}. Pilih salah satu: {pilihan}.',
        '"{nilai}" is no column of the report {laporan}. Choose one of: {pilihan}.',
    ),
    "taught.bad_column_near": (
        '"{nilai}" bukan kolom laporan {laporan}. Mungkin maksudnya {calon}? Pilihannya: {pilihan}.',
        '"{nilai}" is no column of the report {laporan}. Perhaps {calon}? The choices: {pilihan}.',
    ),
    "taught.bad_year": (
        '"{nilai}" bukan tahun. Tulis empat angka, misalnya 2021.',
        '"{nilai}" is no year. Write four figures, e.g. 2021.',
    ),
    "taught.years_swapped": (
        "Tahun pertama ({dari}) lebih akhir daripada tahun terakhir ({sampai}).",
        "The first year ({dari}) comes after the last ({sampai}).",
    ),
    "taught.known": (
        'Judul "{judul}" memang sudah dibaca sebagai {kolom}. Tidak perlu diajarkan.',
        'The heading "{judul}" is read as {kolom} already. Nothing needs teaching.',
    ),
    "taught.twice": (
        'Judul "{judul}" sudah diajarkan sebagai {kolom}, nomor {nomor}.',
        'The heading "{judul}" is taught as {kolom} already, number {nomor}.',
    ),
    "taught.contradicts": (
        'Bertentangan dengan nomor {nomor}: di sana judul "{judul}" berarti {kolom}. Hapus yang itu dahulu '
        "(ikm wording remove {nomor}), atau bedakan wilayah atau tahunnya.",
        'This contradicts number {nomor}: there the heading "{judul}" means {kolom}. Remove that one first '
        "(ikm wording remove {nomor}), or keep districts or years apart.",
    ),
    "taught.needs_district": (
        'Judul "{judul}" biasanya berarti {kolom}. Arti lain hanya dapat diajarkan untuk satu kabupaten/kota: '
        "sebutkan --wilayah.",
        'The heading "{judul}" usually means {kolom}. Another meaning can be taught for one district only: '
        "name --wilayah.",
    ),
    "reload.help": (
        "baca ulang berkas arsip, misalnya setelah mengajarkan istilah",
        "understand archived files again, e.g. after teaching a wording",
    ),
    "reload.name.help": ("nama berkas yang pernah dimuat", "name of a file taken in before"),
    "ditolak.help": ("semua berkas yang ditolak", "all refused files"),
    "karantina.help": ("semua berkas yang barisnya ada yang ditahan", "all files with rows held back"),
    "semua.help": ("semua berkas yang berlaku atau ditolak", "all files in force or refused"),
    "reload.which": (
        "Sebutkan berkasnya, atau salah satu: --ditolak, --karantina, --semua.",
        "Name files, or one of: --ditolak, --karantina, --semua.",
    ),
    "reload.nothing": (
        'Tidak ada berkas seperti itu di arsip. Lihat namanya dengan: ikm sql "SELECT DISTINCT berkas FROM kiriman"',
        'There is no such file in the archive. See the names with: ikm sql "SELECT DISTINCT berkas FROM kiriman"',
    ),
    "reload.one_only": (
        "--wilayah, --periode, dan --laporan hanya untuk satu berkas. Yang cocok:\n{daftar}",
        "--wilayah, --periode and --laporan are for one file only. These match:\n{daftar}",
    ),
    "reload.skipped": ("Dibiarkan seperti semula", "Left as before"),
    "reload.no_archive": (
        "salinannya tidak ada di arsip; muat lagi berkas aslinya",
        "its copy is not in the archive; load the original again",
    ),
    "reload.would_lose": (
        "kali ini tidak semua tabelnya terbaca, padahal dulu dimuat; yang sudah dimuat tetap berlaku",
        "not all of its tables were understood this time, though they are loaded; what is loaded stays",
    ),
    "reload.newer": (
        "kiriman yang diterima sesudahnya, {sumber}, sudah berisi baris yang sama; yang baru itu tetap berlaku",
        "{sumber}, received after it, has the same rows already; that newer one stays",
    ),
    # How a workbook was read
    **EXPLAINED,
}


def language(chosen: str | None = None) -> Language:
    """The language of messages: the option, else IKM_BAHASA, else Bahasa Indonesia."""
    return "en" if (chosen or os.environ.get("IKM_BAHASA", "id")).lower().startswith("en") else "id"


def say(key: str, bahasa: Language = "id", **details: object) -> str:
    """The sentence ``key`` in ``bahasa`` with its details filled in."""
    return TEXTS[key][1 if bahasa == "en" else 0].format(**details)


def number(value: int, bahasa: Language = "id") -> str:
    """A whole number as the language writes it: 1.234 or 1,234."""
    return f"{value:,}".replace(",", ".") if bahasa == "id" else f"{value:,}"
