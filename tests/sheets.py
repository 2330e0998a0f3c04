"""Sheets and workbooks for tests, written as rows of cells. All people and businesses are invented."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl
from openpyxl.utils import column_index_from_string, get_column_letter, range_boundaries

from flows.shapes import Checked, Context, Finding, Sheet, Submission, Table, TypedTable, Value
from flows.steps.check import check
from flows.steps.headers import name_columns, settle_report
from flows.steps.locate import locate
from flows.steps.values import read_values

Row = Sequence[Value]
BARRU_2021 = Context("73.11", "2021", "judul", "judul")
TITLE: tuple[Row, ...] = (("DAFTAR IKM",), ("KABUPATEN BARRU",), ("TAHUN 2021",), ())


def sheet(
    rows: Sequence[Row],
    *,
    merged: str = "",
    errors: Mapping[str, str] | None = None,
    lembar: str | None = "Sheet1",
    first_row: int = 1,
) -> Sheet:
    """A sheet as ``read`` gives it. ``merged``: ranges such as "A1:C1 A5:A7"; ``errors``: A1 → #REF!"""
    width = max((len(row) for row in rows), default=0)
    values: list[list[Value]] = [[*row, *([None] * (width - len(row)))] for row in rows]
    values = [[None if value == "" else value for value in row] for row in values]
    numbers = list(range(first_row, first_row + len(values)))
    letters = [get_column_letter(column + 1) for column in range(width)]
    ranges = []
    for one in merged.split():
        left, top, right, bottom = range_boundaries(one)
        ranges.append((top - first_row, left - 1, bottom - first_row, right - 1))
    wrong = {_place(sel, first_row): text for sel, text in (errors or {}).items()}
    return Sheet(lembar, values, numbers, letters, merged=ranges, errors=wrong)


def _place(sel: str, first_row: int) -> tuple[int, int]:
    found = re.fullmatch(r"([A-Z]+)(\d+)", sel)
    assert found, sel
    return int(found[2]) - first_row, column_index_from_string(found[1]) - 1


def submission(berkas: str = "kiriman.xlsx", jalur: str | None = None) -> Submission:
    return Submission(berkas, jalur or berkas, b"", "0" * 64, "xlsx")


def tables_of(one: Sheet, only: str | None = None) -> list[Table]:
    """The tables on a sheet, each as the report type that suits it best."""
    found, _ = locate(one, only=only)
    return [settle_report(table) for table in found]


def only_table(one: Sheet) -> Table:
    found = tables_of(one)
    assert len(found) == 1, [table.laporan for table in found]
    return found[0]


def rows_shown(table: Table) -> list[int]:
    """Row numbers, as the spreadsheet shows them, of the rows to load."""
    return [table.sheet.row_numbers[row] for row in table.data]


def columns_of(table: Table, context: Context = BARRU_2021) -> dict[str, str]:
    """Our column → the letters of the physical column it was found in."""
    named, _, _ = name_columns(table, context)
    return {one.kolom: table.sheet.letters[one.column] for one in named}


class Taken(NamedTuple):
    """A table on its whole way through the middle of the route."""

    table: Table
    typed: TypedTable
    checked: Checked
    findings: list[Finding]

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The rows to load, with what they hold."""
        kept = self.checked.good.drop("mentah").to_dicts()
        return [{name: value for name, value in row.items() if value is not None} for row in kept]

    def column(self, name: str) -> list[Any]:
        return self.checked.good[name].to_list()

    def codes(self) -> set[str]:
        return {one.kode for one in self.findings}

    def at(self, sel: str) -> set[str]:
        """Codes of the findings at a cell."""
        return {one.kode for one in self.findings if one.sel == sel}

    @property
    def held(self) -> dict[int, list[str]]:
        return {row.baris: row.kode for row in self.checked.held}


def take(one: Sheet, context: Context = BARRU_2021) -> Taken:
    """The only table of a sheet: located, named, read, checked."""
    table = only_table(one)
    named, constants, of_headers = name_columns(table, context)
    typed, of_values = read_values(table, named, constants, context)
    checked = check([typed])[0]
    return Taken(table, typed, checked, [*of_headers, *of_values, *checked.findings])


def write_workbook(
    path: Path,
    sheets: Mapping[str, Sequence[Row]],
    *,
    merged: Mapping[str, str] | None = None,
    hidden: str = "",
) -> Path:
    """An .xlsx with the given sheets; ``merged``: sheet → ranges; ``hidden``: names of hidden sheets by comma."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(list(row))
        for cell in (cell for line in page.iter_rows() for cell in line if isinstance(cell.value, str)):
            cell.data_type = "s"  # a text that begins with "=" is meant as text
        for one in (merged or {}).get(name, "").split():
            page.merge_cells(one)
        if name in hidden.split(","):
            page.sheet_state = "hidden"
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    return path
