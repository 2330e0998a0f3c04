"""A new workbook with the sheets and values of a file that cannot be marked itself: xls, xlsb, ods, csv."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from flows.outputs.marking.parts import plain_text
from flows.outputs.marking.places import MOST_COLUMNS, MOST_ROWS, column_number
from flows.shapes import Sheet, Value

_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_LONGEST_NAME, _WIDEST, _NARROWEST = 31, 45, 8
_LOOKED_AT = 300  # rows that settle how wide a column is
_EXACT = 10**15  # from here on a number cell loses digits
_FIRST_DAY = date(1900, 3, 1)  # before it Excel's calendar is a day off


def plain_workbook(sheets: Sequence[Sheet], berkas: str) -> tuple[bytes, dict[str | None, str]]:
    """The bytes of an .xlsx with the same values at the same addresses, and each sheet's name in it.

    No cell becomes a formula. A sheet without a name (CSV) is named after the file ``berkas``.
    """
    import xlsxwriter

    titles = _titles(sheets, berkas)
    # Of two sheets of one name, which only a damaged workbook has, the findings are shown on the first.
    names = {sheet.lembar: title for sheet, title in reversed([*zip(sheets, titles, strict=True)])}
    file = io.BytesIO()
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with warnings.catch_warnings():
        # Cells beyond what a sheet holds are told as warnings.
        warnings.simplefilter("ignore")
        with xlsxwriter.Workbook(file, options) as book:
            formats = {
                kind: book.add_format({"num_format": shape})
                for kind, shape in ((date, "dd/mm/yyyy"), (datetime, "dd/mm/yyyy hh:mm"), (time, "hh:mm"))
            }
            for sheet, title in zip(sheets, titles, strict=True):
                page = book.add_worksheet(title)
                _write(page, sheet, formats)
                if sheet.hidden:
                    page.hide()
            if not sheets:
                book.add_worksheet("Data")
    return file.getvalue(), names


def _titles(sheets: Sequence[Sheet], berkas: str) -> list[str]:
    """A name for each sheet, which no other has and every program takes."""
    titles: list[str] = []
    taken = {"history", "perbaikan"}
    for sheet in sheets:
        wanted = sheet.lembar if sheet.lembar is not None else berkas.rpartition(".")[0] or berkas
        wanted = _FORBIDDEN.sub(" ", wanted).strip(" '") or "Data"
        name, number = wanted[:_LONGEST_NAME], 1
        while name.casefold() in taken:
            number += 1
            name = f"{wanted[: _LONGEST_NAME - 5]} ({number})"
        taken.add(name.casefold())
        titles.append(name)
    return titles


def _write(page: Any, sheet: Sheet, formats: Mapping[Any, Any]) -> None:
    from xlsxwriter.exceptions import OverlappingRange

    columns = [column_number(letters) - 1 for letters in sheet.letters]
    rows = [number - 1 for number in sheet.row_numbers]
    for c, width in _widths(sheet).items():
        page.set_column(columns[c], columns[c], width)
    # Before the cells: rows that are written are out of reach by then, and an unformatted merge writes none.
    for top, left, bottom, right in sheet.merged:
        try:
            page.merge_range(rows[top], columns[left], rows[bottom], columns[right], "")
        except OverlappingRange:
            continue
    for r, row in enumerate(sheet.values):
        for c, value in enumerate(row):
            if value is None:
                value = sheet.errors.get((r, c))
            if value is not None and rows[r] < MOST_ROWS and columns[c] < MOST_COLUMNS:
                _write_cell(page, rows[r], columns[c], value, formats)


def _write_cell(page: Any, row: int, column: int, value: Value, formats: Mapping[Any, Any]) -> None:
    if type(value) is str:
        page.write_string(row, column, plain_text(value))
    elif isinstance(value, bool):
        page.write_boolean(row, column, value)
    elif isinstance(value, int | float) and abs(value) < _EXACT:
        page.write_number(row, column, value)
    elif isinstance(value, datetime) and value.date() >= _FIRST_DAY:
        page.write_datetime(row, column, value.replace(tzinfo=None), formats[datetime])
    elif isinstance(value, date) and not isinstance(value, datetime) and value >= _FIRST_DAY:
        page.write_datetime(row, column, value, formats[date])
    elif isinstance(value, time):
        page.write_datetime(row, column, value.replace(tzinfo=None), formats[time])
    else:
        page.write_string(row, column, plain_text(str(value)))


def _widths(sheet: Sheet) -> dict[int, int]:
    """Characters that each column needs, by the rows that are looked at; titles over the table do not count."""
    found: dict[int, int] = {}
    for row in sheet.values[:_LOOKED_AT]:
        filled = [(c, value) for c, value in enumerate(row) if value is not None]
        for c, value in filled if len(filled) > 2 else ():
            found[c] = max(found.get(c, _NARROWEST), min(_WIDEST, len(str(value)) + 2))
    return found
