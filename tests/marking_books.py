"""Workbooks of many kinds for the tests of marking, each with cells that are to be marked. Everything is invented."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from struct import pack
from typing import Any, NamedTuple

import openpyxl
import xlsxwriter
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table

DATA = Path(__file__).parent / "data"
ROWS: list[list[Any]] = [
    ["DATA IKM"],
    [],
    ["No", "Nama Usaha", "Kecamatan", "Tanggal", "Nilai"],
    [1, "Tenun Melati", "Barru", date(2021, 5, 27), 1500000],
    [2, "Abon Ikan <Sari> & Co", "Mallusetasi", date(2021, 2, 19), 70000000],
    [3, 'Kerajinan "Rotan"', "Balusu", None, -5],
]


class Book(NamedTuple):
    """A workbook's bytes, the cells to be marked (sheet, address), and those that have a comment already."""

    data: bytes
    marks: list[tuple[str, str]]
    comments: frozenset[tuple[str, str]] = frozenset()


def _saved(book: Any) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _openpyxl() -> tuple[Any, Any]:
    book = openpyxl.Workbook()
    page = book.active
    page.title = "Data IKM"
    for row in ROWS:
        page.append(row)
    return book, page


def plain() -> Book:
    book, _ = _openpyxl()
    return Book(
        _saved(book), [("Data IKM", "B4"), ("Data IKM", "D6"), ("Data IKM", "H4"), ("Data IKM", "C9")]
    )


def chart() -> Book:
    book, page = _openpyxl()
    drawn = BarChart()
    drawn.add_data(Reference(page, min_col=5, min_row=3, max_row=6), titles_from_data=True)
    page.add_chart(drawn, "G2")
    return Book(_saved(book), [("Data IKM", "E6")])


def rules() -> Book:
    book, page = _openpyxl()
    choice = DataValidation(type="list", formula1='"Barru,Balusu"', allow_blank=True)
    page.add_data_validation(choice)
    choice.add("C4:C6")
    red = PatternFill(bgColor="FFC7CE")
    page.conditional_formatting.add("E4:E6", CellIsRule(operator="lessThan", formula=["0"], fill=red))
    page.auto_filter.ref = "A3:E6"
    page.freeze_panes = "A4"
    return Book(_saved(book), [("Data IKM", "C4"), ("Data IKM", "E6")])


def merged() -> Book:
    book, page = _openpyxl()
    page.merge_cells("A1:E1")
    page.merge_cells("C4:C6")
    return Book(_saved(book), [("Data IKM", "C5"), ("Data IKM", "C6"), ("Data IKM", "A1")])


def commented() -> Book:
    book, page = _openpyxl()
    page["B4"].comment = Comment("Nama sesuai NIB", "Kantor")
    page["E5"].comment = Comment("Cek lagi", "Kantor")
    have = frozenset({("Data IKM", "B4"), ("Data IKM", "E5")})
    return Book(_saved(book), [("Data IKM", "B4"), ("Data IKM", "C4")], have)


def styled() -> Book:
    book, page = _openpyxl()
    page["E4"].fill = PatternFill("solid", fgColor="92D050")
    page["E4"].number_format = "#,##0.00"
    page["E4"].border = Border(left=Side(style="thick"))
    page["E4"].font = Font(bold=True, color="FF0000")
    page.row_dimensions[5].hidden = True
    page.column_dimensions["D"].hidden = True
    page.column_dimensions["J"].fill = PatternFill("solid", fgColor="0000FF")
    book.create_sheet("Tahun lalu").sheet_state = "hidden"
    return Book(
        _saved(book), [("Data IKM", "E4"), ("Data IKM", "B5"), ("Data IKM", "D5"), ("Data IKM", "J5")]
    )


def several() -> Book:
    book, page = _openpyxl()
    page.print_title_rows = "3:3"
    page.print_area = "A1:E6"
    second = book.create_sheet("Kec. O'Balusu & <lain>")
    for row in ROWS:
        second.append(row)
    second.print_title_rows = "3:3"
    book.create_sheet("Catatan")["A1"] = "catatan"
    book.defined_names["Semua"] = DefinedName("Semua", attr_text="'Data IKM'!$A$3:$E$6")
    book.active = 2
    return Book(_saved(book), [("Kec. O'Balusu & <lain>", "B5"), ("Data IKM", "A4")])


def listed() -> Book:
    book, page = _openpyxl()
    page.add_table(Table(displayName="Tabel1", ref="A3:E6"))
    page["F4"] = "=SUM(E4:E6)"
    page.protection.sheet = True
    return Book(_saved(book), [("Data IKM", "B5")])


def taken_name() -> Book:
    book, _ = _openpyxl()
    book.create_sheet("perbaikan")["A1"] = "catatan kantor"
    return Book(_saved(book), [("Data IKM", "B5")])


def inline() -> Book:
    book = openpyxl.Workbook(write_only=True)
    page = book.create_sheet("Data IKM")
    for row in ROWS:
        page.append(row)
    return Book(_saved(book), [("Data IKM", "B4")])


def _xlsxwriter(make: Callable[[Any, Any], None], **options: Any) -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(
        file, {"in_memory": True, "default_date_format": "dd/mm/yyyy", **options}
    ) as book:
        page = book.add_worksheet("Data IKM")
        for number, row in enumerate(ROWS):
            page.write_row(number, 0, row)
        make(book, page)
    return file.getvalue()


def drawn() -> Book:
    def make(book: Any, page: Any) -> None:
        one = book.add_chart({"type": "pie"})
        one.add_series({"values": "='Data IKM'!$E$4:$E$6"})
        page.insert_chart("G2", one)
        page.insert_textbox("G20", "Tanda tangan\nKepala Dinas")
        sheet = book.add_chartsheet("Grafik")
        other = book.add_chart({"type": "line"})
        other.add_series({"values": "='Data IKM'!$E$4:$E$6"})
        sheet.set_chart(other)

    return Book(_xlsxwriter(make), [("Data IKM", "E6"), ("Data IKM", "B5")])


def picture() -> Book:
    def make(book: Any, page: Any) -> None:
        page.insert_image("G2", "logo.png", {"image_data": io.BytesIO(png())})
        page.set_header("&L&G", {"image_left": "kop.png", "image_data_left": io.BytesIO(png())})

    return Book(_xlsxwriter(make), [("Data IKM", "E6")])


def noted() -> Book:
    def make(book: Any, page: Any) -> None:
        page.write_comment("B4", "Nama sesuai NIB", {"author": "Kantor"})
        page.write_comment("D6", "Belum ada")
        other = book.add_worksheet("Lain")
        other.write_comment("A1", "lain")

    have = frozenset({("Data IKM", "B4"), ("Data IKM", "D6"), ("Lain", "A1")})
    return Book(_xlsxwriter(make), [("Data IKM", "D6"), ("Data IKM", "E6")], have)


def macros() -> Book:
    def make(book: Any, page: Any) -> None:
        book.add_vba_project(io.BytesIO(b"\xd0\xcf\x11\xe0 no real project"), True)
        page.insert_button("G2", {"macro": "Hitung", "caption": "Hitung"})

    return Book(_xlsxwriter(make), [("Data IKM", "C6"), ("Data IKM", "E6")])


def bars() -> Book:
    def make(book: Any, page: Any) -> None:
        page.conditional_format("E4:E6", {"type": "data_bar", "data_bar_2010": True})
        page.add_sparkline("F4", {"range": "'Data IKM'!E4:E6"})
        page.data_validation("C4:C6", {"validate": "list", "source": ["Barru", "Balusu"]})
        page.ignore_errors({"number_stored_as_text": "A1:XFD99"})

    return Book(_xlsxwriter(make), [("Data IKM", "E4"), ("Data IKM", "F4")])


def streamed() -> Book:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"constant_memory": True, "default_date_format": "dd/mm/yyyy"}) as book:
        page = book.add_worksheet("Data IKM")
        for number, row in enumerate(ROWS):
            page.write_row(number, 0, row)
    return Book(file.getvalue(), [("Data IKM", "B6"), ("Data IKM", "E4")])


def formulas() -> Book:
    def make(book: Any, page: Any) -> None:
        page.write_formula("E7", "=SUM(E4:E6)", None, 71499995)
        page.write_array_formula("F4:F6", "{=E4:E6*2}", None, 3000000)
        page.write_rich_string("B7", "Jumlah ", book.add_format({"bold": True}), "semua")
        page.write_url("G4", "https://contoh.invalid/ikm", string="tautan")
        page.write_url("G5", "internal:'Data IKM'!A1")
        page.set_column("B:B", 30, book.add_format({"num_format": "@"}))
        page.set_row(8, 40, book.add_format({"bg_color": "#FFEE00"}))

    return Book(_xlsxwriter(make), [("Data IKM", place) for place in ("E7", "F5", "B7", "G4", "B8", "C9")])


def grouped() -> Book:
    def make(book: Any, page: Any) -> None:
        page.set_row(3, None, None, {"level": 1, "hidden": True})
        page.merge_range("A8:C9", "Mengetahui")
        page.protect("rahasia")
        book.define_name("'Data IKM'!Setempat", "='Data IKM'!$A$1")
        other = book.add_worksheet("Kosong")
        other.activate()
        hidden = book.add_worksheet("Sembunyi")
        hidden.very_hidden()

    return Book(_xlsxwriter(make), [("Data IKM", "B4"), ("Data IKM", "B9")])


def from_libreoffice(name: str) -> Callable[[], Book]:
    made = {
        "lo_catatan.xlsx": [("Data IKM", "B4"), ("Data IKM", "C4")],
        "lo_grafik.xlsx": [("Data IKM", "E6"), ("Data IKM", "F9")],
        "lo_aturan.xlsx": [("Data IKM", "C4")],
    }
    have = {"lo_catatan.xlsx": frozenset({("Data IKM", "B4"), ("Data IKM", "E5")})}
    return lambda: Book((DATA / name).read_bytes(), made[name], have.get(name, frozenset()))


def png() -> bytes:
    """A red square of 8 × 8 pixels."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return pack(">I", len(content)) + kind + content + pack(">I", zlib.crc32(kind + content))

    lines = zlib.compress((b"\0" + b"\xcc\x22\x22" * 8) * 8)
    head = pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", lines) + chunk(b"IEND", b"")
