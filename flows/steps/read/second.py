"""Second readers, slower and more forgiving, for what the first reader cannot open."""

from __future__ import annotations

import io
import warnings
from collections import Counter
from collections.abc import Iterator
from typing import Any

from flows.shapes import Sheet, Value
from flows.steps.read.cells import Range, clean_value, sheet_of
from flows.steps.read.patience import at_most

# Blank rows and columns that are kept between cells far apart; a table ends at far fewer.
_LONGEST_GAP = 50
#: The list of sheets and shared texts of an .xls take a second at most; sheets are read later.
OPENING_SECONDS = 10.0


def read_with_openpyxl(data: bytes, merged: dict[str, list[Range]], only: str | None = None) -> list[Sheet]:
    """Sheets of an .xlsx whose cells may lie far apart: long runs of blank rows and columns are left out.

    ``merged`` by sheet name; ``only`` names the one sheet to read. Raises what openpyxl raises.
    """
    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        try:
            sheets = [
                sheet_from_places(
                    page.title,
                    _openpyxl_cells(page),
                    hidden=page.sheet_state != "visible",
                    merged=merged.get(page.title, []),
                )
                for page in book.worksheets
                if only is None or page.title == only
            ]
        finally:
            book.close()
    return _read_by("openpyxl", sheets)


def _read_by(reader: str, sheets: list[Sheet]) -> list[Sheet]:
    for sheet in sheets:
        sheet.pembaca = reader
    return sheets


def _openpyxl_cells(page: Any) -> Iterator[tuple[int, int, Value]]:
    page.reset_dimensions()
    for row in page.iter_rows():
        for cell in row:
            value = clean_value(cell.value)
            if value is not None:
                yield cell.row - 1, cell.column - 1, value


def read_with_xlrd(data: bytes) -> list[Sheet]:
    """Sheets of an .xls of any age. Raises what xlrd raises."""
    with _opened(data) as book:
        pages = [book.sheet_by_index(number) for number in range(book.nsheets)]
        had: Counter[str] = Counter()
        sheets = []
        for page in pages:
            had[page.name] += 1
            name = page.name if had[page.name] == 1 else f"{page.name} ({had[page.name]})"
            sheets.append(sheet_from_places(name, _xlrd_cells(book, page), hidden=page.visibility != 0))
    return _read_by("xlrd", sheets)


def _opened(data: bytes) -> Any:
    """An .xls whose sheets are read on demand. Raises what xlrd raises, and Endless where it runs in a circle."""
    import xlrd

    with at_most(OPENING_SECONDS):
        return xlrd.open_workbook(file_contents=data, logfile=io.StringIO(), on_demand=True)


def _xlrd_cells(book: Any, page: Any) -> Iterator[tuple[int, int, Value]]:
    import xlrd

    for r in range(page.nrows):
        for c, (kind, value) in enumerate(zip(page.row_types(r), page.row_values(r), strict=True)):
            if kind == xlrd.XL_CELL_ERROR:
                yield r, c, xlrd.error_text_from_code.get(value, "#N/A")
            elif kind == xlrd.XL_CELL_BOOLEAN:
                yield r, c, bool(value)
            elif kind == xlrd.XL_CELL_DATE:
                yield r, c, _date(xlrd, value, book.datemode)
            elif (cleaned := clean_value(value)) is not None:
                yield r, c, cleaned


def _date(xlrd: Any, value: float, datemode: int) -> Value:
    try:
        moment = xlrd.xldate_as_datetime(value, datemode)
    except (ValueError, OverflowError):
        return value
    if value < 1:
        return clean_value(moment.time())
    return clean_value(moment if value % 1 else moment.date())


def xls_errors(data: bytes) -> dict[str, dict[tuple[int, int], str]]:
    """Error cells of an .xls by sheet name; the first reader shows them as empty. Raises what xlrd raises."""
    import xlrd

    found: dict[str, dict[tuple[int, int], str]] = {}
    with _opened(data) as book:
        for number in range(book.nsheets):
            page = book.sheet_by_index(number)
            found[page.name] = {
                (r, c): xlrd.error_text_from_code.get(page.cell_value(r, c), "#N/A")
                for r in range(page.nrows)
                for c, kind in enumerate(page.row_types(r))
                if kind == xlrd.XL_CELL_ERROR
            }
            book.unload_sheet(number)
    return found


def sheet_from_places(
    lembar: str | None,
    cells: Iterator[tuple[int, int, Value]],
    *,
    hidden: bool,
    merged: list[Range] | None = None,
) -> Sheet:
    """A sheet from its filled cells (0-based row, column, value), without the long blank stretches."""
    places = {(r, c): value for r, c, value in cells}
    rows = _kept({r for r, _ in places})
    columns = _kept({c for _, c in places})
    row_index = {row: index for index, row in enumerate(rows)}
    column_at = {column: index for index, column in enumerate(columns)}
    grid: list[list[Value]] = [[None] * len(columns) for _ in rows]
    for (r, c), value in places.items():
        grid[row_index[r]][column_at[c]] = value
    moved = [
        (row_index[top], column_at[left], _last(row_index, rows, bottom), _last(column_at, columns, right))
        for top, left, bottom, right in merged or []
        if top in row_index and left in column_at
    ]
    numbers = [row + 1 for row in rows]
    return sheet_of(lembar, grid, hidden=hidden, merged=moved, row_numbers=numbers, columns=columns)


def _kept(used: set[int]) -> list[int]:
    kept: list[int] = []
    before = -1
    for one in sorted(used):
        kept.extend(range(max(before + 1, one - _LONGEST_GAP), one + 1))
        before = one
    return kept


def _last(index: dict[int, int], kept: list[int], end: int) -> int:
    return index[end] if end in index else sum(1 for one in kept if one <= end) - 1
