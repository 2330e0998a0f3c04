"""Puts a sample workbook on disk in the format its name asks for."""

from __future__ import annotations

import csv
import html
import io
import subprocess
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from samples.cells import Book, Formula, Page

WRITTEN_AT = datetime(2023, 1, 9)


def write_xlsx(book: Book, path: Path) -> None:
    """Write an .xlsx; dates as date cells, formulas with their stored result, identifiers as text."""
    made = xlsxwriter.Workbook(str(path))
    made.set_properties({"created": WRITTEN_AT, "author": "Bidang Perindustrian", "comments": book.path})
    day = made.add_format({"num_format": "dd/mm/yyyy"})
    plain = made.add_format({"valign": "vcenter"})
    for page in book.pages:
        sheet = made.add_worksheet(page.name)
        if page.hidden:
            sheet.hide()
        for top, left, bottom, right in page.merged:
            sheet.merge_range(top, left, bottom, right, "", plain)
        for r, row in enumerate(page.rows):
            for c, value in enumerate(row):
                _put(sheet, r, c, value, day, plain)
    made.close()


def _put(sheet: Any, r: int, c: int, value: Any, day: Any, plain: Any) -> None:
    if value is None:
        return
    if isinstance(value, Formula):
        sheet.write_formula(r, c, value.text, plain, value.result)
    elif isinstance(value, date):
        sheet.write_datetime(r, c, value, day)
    elif isinstance(value, str):
        sheet.write_string(r, c, value, plain)
    else:
        sheet.write_number(r, c, value, plain)


def write_macro_enabled(book: Book, path: Path) -> None:
    """Write an .xlsm: the same package, declared as one that may carry macros."""
    plain = path.with_suffix(".xlsx")
    write_xlsx(book, plain)
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.infolist():
            data = source.read(part)
            if part.filename == "[Content_Types].xml":
                data = data.replace(
                    b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                    b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
                )
            target.writestr(part, data)
    plain.unlink()


def write_converted(book: Book, path: Path) -> None:
    """Write .xls or .ods by way of LibreOffice, as the offices that use it do."""
    plain = path.with_suffix(".xlsx")
    write_xlsx(book, plain)
    asked = [
        "soffice",
        "--headless",
        "--convert-to",
        path.suffix[1:],
        "--outdir",
        str(path.parent),
        str(plain),
    ]
    subprocess.run(asked, check=True, capture_output=True, timeout=120)
    plain.unlink()


def as_text(value: Any) -> str:
    """A cell as a program with Indonesian settings writes it to CSV: decimal comma, day before month."""
    if value is None:
        return ""
    if isinstance(value, Formula):
        return as_text(value.result)
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, float):
        return f"{value:g}".replace(".", ",")
    return str(value)


def delimited(page: Page, delimiter: str) -> str:
    """The page as delimited text; every record as wide as the widest."""
    width = max(len(row) for row in page.rows)
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    for row in page.rows:
        writer.writerow([as_text(value) for value in row] + [""] * (width - len(row)))
    return out.getvalue()


def write_text(book: Book, path: Path, delimiter: str = ";", encoding: str = "cp1252") -> None:
    """Write the first page as delimited text."""
    path.write_bytes(delimited(book.pages[0], delimiter).encode(encoding))


def write_html(book: Book, path: Path) -> None:
    """Write the first page as a web page, as programs do that call it .xls."""
    rows = "".join(
        "<tr>" + "".join(f"<td>{html.escape(as_text(value))}</td>" for value in row) + "</tr>\n"
        for row in book.pages[0].rows
    )
    path.write_text(
        f"<html><head><meta charset='utf-8'></head><body><table border=1>\n{rows}</table></body></html>"
    )


def write(book: Book, folder: Path) -> None:
    """Write the workbook below ``folder`` in the format of its name, or in ``further['_tulis']`` where that lies."""
    path = folder / book.path
    path.parent.mkdir(parents=True, exist_ok=True)
    how = book.further.pop("_tulis", path.suffix[1:].lower())
    if how == "xlsx":
        write_xlsx(book, path)
    elif how == "xlsm":
        write_macro_enabled(book, path)
    elif how in {"xls", "ods"}:
        write_converted(book, path)
    elif how == "html":
        write_html(book, path)
    elif how == "csv":
        write_text(book, path)
    else:
        delimiter, encoding = how
        write_text(book, path, delimiter, encoding)
