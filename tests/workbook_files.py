"""Writes the sheets of a made-up workbook as xlsx or CSV, the same bytes for the same sheets."""

from __future__ import annotations

import csv
from datetime import date, datetime
from pathlib import Path
from random import Random
from typing import Any

import xlsxwriter

from tests.workbook_layout import Page
from tests.workbook_values import Broken, Raw, Sum, dotted


def write_xlsx(path: Path, pages: list[Page]) -> None:
    with xlsxwriter.Workbook(str(path), {"in_memory": True}) as book:
        book.set_properties({"created": datetime(2024, 1, 2)})
        days = book.add_format({"num_format": "dd/mm/yyyy"})
        for page in pages:
            sheet = book.add_worksheet(page.name)
            for (row, column), value in sorted(page.cells.items()):
                if isinstance(value, Sum):
                    sheet.write_formula(row, column, value.formula, None, value.result)
                elif isinstance(value, Broken):
                    sheet.write_formula(row, column, "=ZZ999/0", None, value.text)
                elif isinstance(value, date):
                    sheet.write_datetime(row, column, datetime(value.year, value.month, value.day), days)
                elif isinstance(value, str):
                    sheet.write_string(row, column, value)
                elif value is not None:
                    sheet.write_number(row, column, value)
            for top, left, bottom, right in page.merged:
                sheet.merge_range(top, left, bottom, right, "")
                rewrite(sheet, page, top, left)
            if page.hidden:
                sheet.hide()


def rewrite(sheet: Any, page: Page, top: int, left: int) -> None:
    """Merging empties the first cell: write it again."""
    value = page.cells.get((top, left))
    if isinstance(value, str):
        sheet.write_string(top, left, value)
    elif isinstance(value, int | float):
        sheet.write_number(top, left, value)


def csv_text(value: Raw) -> str:
    if isinstance(value, date):
        return f"{value.day:02d}/{value.month:02d}/{value.year}"
    if isinstance(value, float):
        return dotted(value, 2).replace(".", "").rstrip("0").rstrip(",")
    return "" if value is None else str(value).replace("\n", " ")


def write_csv(path: Path, page: Page, rng: Random) -> None:
    height = max(row for row, _ in page.cells) + 1
    width = max(column for _, column in page.cells) + 1
    encoding = rng.choice(("utf-8", "utf-8-sig", "utf-16"))
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, delimiter=rng.choice((";", ";", ",", "\t")))
        for row in range(height):
            writer.writerow([csv_text(page.cells.get((row, column))) for column in range(width)])
