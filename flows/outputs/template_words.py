"""What the blank form says to the office that fills it: always in Bahasa Indonesia, English beside it on request."""

from __future__ import annotations

from schemas.base import Kind
from schemas.period_codes import months_of, period_of

MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
_ROMAN = ("I", "II", "III", "IV")

HOW: dict[Kind, tuple[str, str]] = {
    "text": ("Teks bebas.", "Free text."),
    "count": ("Bilangan bulat, angka saja.", "A whole number, digits only."),
    "money": (
        "Rupiah penuh, angka saja, bukan ribuan atau juta: 70 juta ditulis 70000000.",
        "Whole rupiah, digits only, not thousands or millions: 70 million is written 70000000.",
    ),
    "decimal": ("Angka saja, tanpa satuan.", "A number only, without its unit."),
    "percent": (
        "Angka 0 sampai 100, tanpa tanda %: 75, bukan 75%.",
        "A number from 0 to 100, without the sign %: 75, not 75%.",
    ),
    "year": ("Tahun, empat angka.", "A year of four digits."),
    "date": (
        "Tanggal. Ketik misalnya 19/7/2022, lalu pastikan yang tampil 19 Juli 2022.",
        "A date. Type for instance 19/7/2022 and make sure that 19 Juli 2022 appears.",
    ),
    "category": ("Pilih dari daftar.", "Choose from the list."),
    "gender": ("Pilih L (laki-laki) atau P (perempuan).", "Choose L (male) or P (female)."),
    "nik": ("16 angka, tanpa spasi atau titik.", "16 digits, without blanks or dots."),
    "nib": ("13 angka, tanpa spasi atau titik.", "13 digits, without blanks or dots."),
    "kbli": ("5 angka.", "5 digits."),
    "phone": (
        "Satu nomor saja, diawali 0 atau +62, tanpa keterangan lain.",
        "One number only, beginning with 0 or +62, nothing else.",
    ),
    "desa": (
        "Pilih dari daftar; isi kecamatannya dahulu, supaya daftarnya pendek.",
        "Choose from the list; fill in the kecamatan first, so that the list is short.",
    ),
    "kecamatan": (
        "Pilih dari daftar.",
        "Choose from the list.",
    ),
    "unit": ("Nama satuannya saja.", "The name of the unit only."),
}

UNLISTED_HOW = ("Tulis nama resminya.", "Write its official name.")

REQUIRED = ("Wajib diisi.", "Must be filled in.")
REQUIRED_ANY = ("Isi sekurang-kurangnya salah satu: {kolom}.", "Fill in at least one of: {kolom}.")
OPTIONAL = ("Boleh kosong.", "May stay empty.")
CHOICE = ("Pilihan: {pilihan}", "Choices: {pilihan}")
SAMPLE = ("Contoh: {contoh}", "Example: {contoh}")
IN_PERIOD = ("Seharusnya dalam periode laporan.", "Should lie within the period reported on.")

DISTRICT_LABEL, PERIOD_LABEL = "Kabupaten/Kota", "Periode"
COUNTER = "No"
LEGEND = " arahkan penunjuk ke judul kolom untuk penjelasannya."
LEGEND_REQUIRED, LEGEND_ANY, LEGEND_OPTIONAL = "* wajib diisi", "** isi salah satu", "boleh kosong"
LEGEND_MISSING = "wajib, belum diisi"

ASK_DISTRICT = "Pilih kabupaten/kota Anda dari daftar."
ASK_PERIOD = "Pilih dari daftar. Untuk periode lain tulis misalnya Triwulan II Tahun 2021, atau 2021-T2."
WRONG = "Isian belum sesuai"
UNLISTED = "Tidak ada dalam daftar"
UNLISTED_PLACE = "Nama ini tidak ada dalam daftar resmi. Periksa ejaannya. Bila memang benar, pilih Ya."
UNLISTED_PERIOD = "Periode ini tidak ada dalam daftar. Bila memang benar (misalnya 2021-T2), pilih Ya."
NOT_IN_LIST = "Pilih salah satu dari daftar."

EXAMPLE_LINE = "Semua nama dan nomor di lembar ini rekaan. Isi data Anda di lembar {lembar}."
STEPS = (
    "Isi lembar {lembar} saja. {arti}",
    "Pastikan Kabupaten/Kota dan Periode di atas tabel sudah terisi.",
    "Satu baris untuk satu data. Jangan menyisipkan baris jumlah, judul bagian, atau baris kosong.",
    "Kolom bertanda * wajib diisi.{salah_satu} Sel kuning berarti isian wajib itu masih kosong.",
    "Yang tidak ada datanya dibiarkan kosong. Angka 0 hanya bila memang nol.",
    "Sel dengan daftar: klik panah di kanan sel, lalu pilih.",
    "Menempel dari berkas lain: pilih Tempel Khusus – Nilai, supaya daftar dan format kolom tidak hilang.",
    "Jangan mengubah judul kolom. Lebar kolom, saringan, dan urutan baris boleh diubah.",
    "Simpan sebagai .xlsx, lalu kirim berkas ini seutuhnya. Lembar contoh dan petunjuk boleh ikut terkirim.",
)
EITHER = " Untuk yang bertanda ** isi sekurang-kurangnya salah satu."
COLUMN_TABLE = ("No", "Judul kolom", "Wajib", "Arti", "Cara mengisi", "Contoh")
YES, ONE_OF, NO = "ya", "salah satu", "tidak"
SMALL = '&"Arial,Regular"&8'  # of a footer
PAGE = "Halaman &P dari &N"


def period_said(kode: str) -> str:
    """A period as an office writes it.

    >>> [period_said(one) for one in ("2021", "2021-S1", "2021-T2", "2021-07")]
    ['Tahun 2021', 'Semester I Tahun 2021', 'Triwulan II Tahun 2021', 'Juli 2021']
    """
    year, _, part = period_of(kode).kode.partition("-")
    if not part:
        return f"Tahun {year}"
    if part[0] in "ST":
        name = "Semester" if part[0] == "S" else "Triwulan"
        return f"{name} {_ROMAN[int(part[1]) - 1]} Tahun {year}"
    return f"{MONTHS[months_of(part)[0] - 1]} {year}"


def periods_of(year: int) -> list[str]:
    """The codes of a year's periods: the year, its semesters, quarters and months."""
    parts = ["S1", "S2", "T1", "T2", "T3", "T4", *(f"{month:02}" for month in range(1, 13))]
    return [f"{year}", *(f"{year}-{part}" for part in parts)]


def clipped(text: str, most: int) -> str:
    """The text, cut behind a word where it is longer than the spreadsheet program takes."""
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;") + "…"
