"""Cells of a workbook read by other libraries than the program's own first reader: (sheet, A1 address) → value."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import openpyxl
import xlrd
from openpyxl.utils import get_column_letter

Cells = dict[tuple[str | None, str], Any]
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def cells_of(path: Path, jenis: str) -> Cells:
    """Every filled cell of the file, whose true type is ``jenis``."""
    readers = {"xlsx": _xlsx, "xlsm": _xlsx, "xls": _xls, "ods": _ods, "csv": _csv}
    return readers[jenis](path.read_bytes())


def _xlsx(data: bytes) -> Cells:
    book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


def _xls(data: bytes) -> Cells:
    book = xlrd.open_workbook(file_contents=data)
    found: Cells = {}
    for sheet in book.sheets():
        for row in range(sheet.nrows):
            for column in range(sheet.ncols):
                cell = sheet.cell(row, column)
                value: Any = cell.value
                if cell.ctype == xlrd.XL_CELL_DATE:
                    value = xlrd.xldate_as_datetime(cell.value, book.datemode)
                elif cell.ctype == xlrd.XL_CELL_ERROR:
                    value = xlrd.error_text_from_code[cell.value]
                if value != "":
                    found[sheet.name, f"{get_column_letter(column + 1)}{row + 1}"] = value
    return found


def _ods(data: bytes) -> Cells:
    tree = ElementTree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("content.xml"))
    found: Cells = {}
    for sheet in tree.iter(f"{TABLE}table"):
        name, row = sheet.get(f"{TABLE}name"), 0
        for line in sheet.iter(f"{TABLE}table-row"):
            column = 0
            for cell in line:
                if cell.tag not in {f"{TABLE}table-cell", f"{TABLE}covered-table-cell"}:
                    continue
                value, times = _ods_value(cell), int(cell.get(f"{TABLE}number-columns-repeated", "1"))
                if value is not None:
                    for place in range(column, column + times):
                        found[name, f"{get_column_letter(place + 1)}{row + 1}"] = value
                column += times
            row += int(line.get(f"{TABLE}number-rows-repeated", "1"))
    return found


def _ods_value(cell: ElementTree.Element) -> Any:
    kind = cell.get(f"{OFFICE}value-type")
    if kind in {"float", "percentage", "currency"}:
        return float(cell.get(f"{OFFICE}value", "nan"))
    if kind == "date":
        return cell.get(f"{OFFICE}date-value")
    lines = ["".join(line.itertext()) for line in cell.iter(f"{TEXT}p")]
    return "\n".join(lines) or None


def _csv(data: bytes) -> Cells:
    text = _decoded(data)
    first = max(text.splitlines()[:20], key=lambda line: line.count(";") + line.count(",") + line.count("\t"))
    sign = max(";,\t", key=first.count)
    found: Cells = {}
    # A spreadsheet program shows one row a record, however many lines it takes.
    for line, record in enumerate(csv.reader(io.StringIO(text), delimiter=sign), start=1):
        if len(record) == 1 and record[0].count(sign) > 1:
            record = next(csv.reader([record[0]], delimiter=sign))
        for column, value in enumerate(record, start=1):
            if value != "":
                found[None, f"{get_column_letter(column)}{line}"] = value
    return found


def _decoded(data: bytes) -> str:
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252")
