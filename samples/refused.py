"""Files that nothing may be loaded from, and the word each must be refused with."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

from samples.books import header, table
from samples.cells import Book, Col, Page
from samples.people import Makers

BOMB_BYTES = 410_000_000
COLS = (
    Col(None, ("No",)), Col("nama_usaha", ("Nama Usaha",)), Col("nama_pemilik", ("Nama Pemilik",)),
    Col("komoditas", ("Jenis Produk",)),
    Col("tenaga_kerja", ("Jumlah Tenaga Kerja",)),
)  # fmt: skip


def _refused(path: str, kode: str, shows: str) -> tuple[Book, Page]:
    book = Book(path, refused=[kode], shows=shows)
    return book, book.page("Sheet1")


def _list(path: str, kode: str, shows: str, *title: str) -> Book:
    """A good list of businesses below a title that makes it impossible to place."""
    book, page = _refused(path, kode, shows)
    page.lines(*title, None)
    table(
        book,
        page,
        "ikm",
        COLS,
        list(Makers(60 + len(path), "73.17").rows(5 + len(path) % 4)),
        kode=None,
        periode="-",
    )
    book.tables = []
    return book


def unplaced() -> list[Book]:
    """Lists whose district or period is unknown, ambiguous or contradictory."""
    return [
        _list("data ikm kiriman dinas.xlsx", "WILAYAH_TAK_DIKENAL", "Daerah tidak disebut di mana pun",
            "DATA IKM", "TAHUN 2022"),
        _list("Data IKM Toraja 2022.xlsx", "WILAYAH_AMBIGU", "Toraja: Tana Toraja atau Toraja Utara",
            "DATA IKM TORAJA", "TAHUN 2022"),
        _list("ikm 7309 th 2021.xlsx", "WILAYAH_AMBIGU", "7309: nomor BPS Pangkep, kode Kemendagri Maros",
            "DATA IKM", "Kode : 7309", "TAHUN 2021"),
        _list("Data IKM Kab Luwu.xlsx", "PERIODE_TAK_DIKENAL", "Tahun tidak disebut di mana pun",
            "DATA IKM KABUPATEN LUWU"),
        _list("IKM Kab Bantaeng 2021 rev.xlsx", "WILAYAH_BERTENTANGAN",
            "Judul Bulukumba, nama berkas Bantaeng", "DATA IKM KAB. BULUKUMBA", "TAHUN 2021"),
        _list("IKM Sinjai TW IV 2021.xlsx", "PERIODE_BERTENTANGAN", "Judul TW I, nama berkas TW IV",
            "DATA IKM KAB. SINJAI", "TRIWULAN I TAHUN 2021"),
    ]  # fmt: skip


def not_ours() -> list[Book]:
    """Workbooks that are no report of ours, whatever their names say."""
    survey, page = _refused(
        "Laporan IKM Kab. Maros 2022.xlsx", "TABEL_TAK_DIKENAL", "IKM di sini Indeks Kepuasan Masyarakat"
    )
    page.lines("LAPORAN INDEKS KEPUASAN MASYARAKAT (IKM)", "KABUPATEN MAROS TAHUN 2022", None)
    header(
        page,
        [
            Col(None, (text,))
            for text in ("No", "Unsur Pelayanan", "Nilai Rata-Rata (NRR)", "NRR Tertimbang", "Mutu")
        ],
    )
    for number, (element, mean) in enumerate(
        (("Persyaratan", 3.31), ("Prosedur", 3.12), ("Biaya/tarif", 3.77)), start=1
    ):
        page.line(number, element, mean, round(mean * 0.111, 3), "B")
    school, page = _refused(
        "Rekap IKM Sekolah Kab Gowa 2023.xlsx",
        "TABEL_TAK_DIKENAL",
        "IKM di sini Implementasi Kurikulum Merdeka",
    )
    page.lines("REKAP IMPLEMENTASI KURIKULUM MERDEKA (IKM)", "KABUPATEN GOWA 2023", None)
    header(page, [Col(None, (text,)) for text in ("No", "Nama Sekolah", "NPSN", "Pilihan IKM", "Fase")])
    for number, name in enumerate(("SD Contoh Satu", "SD Contoh Dua"), start=1):
        page.line(number, name, f"4030000{number}", "Mandiri Belajar", "A")
    bare, page = _refused("Luwu Timur 2022 list.xlsx", "TABEL_TAK_DIKENAL", "Daftar tanpa tajuk sama sekali")
    for number, row in enumerate(Makers(61, "73.24").rows(9), start=1):
        page.line(number, row["nama_usaha"], row["cabang_industri"], row["tenaga_kerja"])
    lacking, page = _refused(
        "Sentra Kab Sinjai 2022.xlsx", "KOLOM_WAJIB_TIDAK_ADA", "Daftar sentra tanpa jumlah unit usaha"
    )
    page.lines("DATA SENTRA IKM KABUPATEN SINJAI TAHUN 2022", None)
    header(
        page,
        [
            Col(None, (text,))
            for text in ("No", "Nama Sentra", "Komoditi", "Kecamatan", "Tahun Berdiri", "Status")
        ],
    )
    for number, good in enumerate(("Gula aren", "Anyaman", "Kopi"), start=1):
        page.line(number, f"Sentra {good}", good, "Sinjai Barat", 2010 + number, "Beroperasi")
    return [survey, school, bare, lacking]


def web_page() -> Book:
    """A web page that a program saved under .xls."""
    book = _list(
        "export simpatik sinjai 2022.xls",
        "FORMAT_TAK_DIDUKUNG",
        "Halaman web (HTML) yang diberi nama .xls",
        "DATA IKM KAB. SINJAI TAHUN 2022",
    )
    book.further["_tulis"] = "html"
    return book


def empty_sheets() -> Book:
    """A workbook without a single filled cell."""
    book, _ = _refused("formulir kosong Kab Enrekang 2022.xlsx", "BERKAS_KOSONG", "Buku kerja tanpa isi")
    return book


def _member(name: str) -> zipfile.ZipInfo:
    """A member of an archive without the hour it was written, so that the same file comes out every time."""
    made = zipfile.ZipInfo(name)
    made.compress_type = zipfile.ZIP_DEFLATED
    return made


def broken() -> bytes:
    """A workbook whose sending broke off half way."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(_member("[Content_Types].xml"), "<Types/>")
        made.writestr(_member("xl/workbook.xml"), "<workbook/>" * 400)
    return out.getvalue()[: len(out.getvalue()) // 2]


def letter() -> bytes:
    """A word-processor document."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(
            _member("[Content_Types].xml"),
            '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Override PartName="/word/document.xml" ContentType='
            '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        )
        made.writestr(
            _member("_rels/.rels"),
            '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
            'officeDocument" Target="word/document.xml"/></Relationships>',
        )
        made.writestr(
            _member("word/document.xml"),
            '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
            "<w:body><w:p><w:r><w:t>Bersama ini kami kirimkan data IKM.</w:t></w:r></w:p></w:body></w:document>",
        )
    return out.getvalue()


def printed() -> bytes:
    """A PDF, which somebody renamed."""
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
        b"trailer<</Root 1 0 R>>\n%%EOF\n"
    )


def bomb(plain: bytes) -> bytes:
    """``plain`` with its sheet replaced by one that is small in the archive and huge when unpacked."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(plain)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as made,
    ):
        for part in source.infolist():
            if part.filename != "xl/worksheets/sheet1.xml":
                made.writestr(part, source.read(part))
        with made.open(_member("xl/worksheets/sheet1.xml"), "w") as target:
            target.write(
                b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row>'
            )
            target.write(b'<c t="inlineStr"><is><t>')
            for _ in range(BOMB_BYTES // 1_000_000):
                target.write(b"0" * 1_000_000)
            target.write(b"</t></is></c></row></sheetData></worksheet>")
    return out.getvalue()


def locked(plain: bytes, password: str) -> bytes:
    """``plain`` encrypted as Excel does when it is saved with a password."""
    from msoffcrypto.format.ooxml import OOXMLFile

    out = io.BytesIO()
    OOXMLFile(io.BytesIO(plain)).encrypt(password, out)
    return out.getvalue()


RAW: tuple[tuple[str, str, str, Callable[[], bytes]], ...] = (
    ("DATA IKM SINJAI 2022 putus.xlsx", "BERKAS_RUSAK", "Pengiriman terputus: berkas terpotong", broken),
    ("Rekap Wajo TW III.xlsx", "BERKAS_KOSONG", "Berkas nol bita", lambda: b""),
    (
        "Pengantar data IKM Luwu 2022.xlsx",
        "FORMAT_TAK_DIDUKUNG",
        "Surat (docx) yang diberi nama .xlsx",
        letter,
    ),
    ("scan laporan Takalar 2022.xlsx", "FORMAT_TAK_DIDUKUNG", "PDF yang diberi nama .xlsx", printed),
)


def write_raw(folder: Path, plain: bytes) -> list[Book]:
    """Write the files that are no workbooks made cell by cell; ``plain`` is a good workbook to spoil."""
    made = []
    everything = [
        *((name, kode, shows, make()) for name, kode, shows, make in RAW),
        (
            "DATA IKM Luwu Timur 2022 (rahasia).xlsx",
            "BERKAS_TERKUNCI",
            "Berkas dengan kata sandi",
            locked(plain, "rahasia2022"),
        ),
        (
            "IKM Palopo 2022 besar.xlsx",
            "BERKAS_BERBAHAYA",
            "Kecil di cakram, 410 MB setelah dibuka",
            bomb(plain),
        ),
    ]
    for name, kode, shows, data in everything:
        (folder / name).write_bytes(data)
        made.append(Book(name, refused=[kode], shows=shows))
    return made


def books() -> list[Book]:
    """Every workbook to be refused that is made cell by cell."""
    return [*unplaced(), *not_ours(), web_page(), empty_sheets()]
