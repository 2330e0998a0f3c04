"""Locate: Sheet → the report tables on it, each row of them classified.

Driven by the vocabulary of the schemas: a row is a header when its cells mean columns of a report type.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from flows.grammar.headings import is_counter
from flows.grammar.text import fold
from flows.grammar.wording import Matcher, heading_scores, standard_matcher
from flows.shapes import Finding, HeaderCell, Sheet, Table, Value
from flows.steps.locate.body import Body, read_body
from flows.steps.locate.choose import choose
from flows.steps.locate.heads import Block, header_at
from flows.steps.locate.rows import filled_in, texts_in
from flows.steps.locate.totals import claims_of, totals_by_arithmetic

MOST_ROWS_TRIED = 400
MOST_TITLE_ROWS = 15
MOST_TITLE_CELLS = 3
RIVAL_MARGIN = 2.0
CLEAR_HEADING = 0.75


def locate(
    sheet: Sheet, match: Matcher | None = None, only: str | None = None
) -> tuple[list[Table], list[Finding]]:
    """The report tables on a sheet, top to bottom and left to right.

    ``only`` names the report type that an officer settled. A header that is no report of ours is not an
    error of the sheet as such: the flow reports a file in which no table was found.
    """
    match = match or standard_matcher()
    parts = [tables for band in bands(sheet) if (tables := _locate(band, match, only))]
    if len(parts) > 1:
        return [table for tables in parts for table in tables], []
    return _locate(sheet, match, only), []


def bands(sheet: Sheet) -> list[Sheet]:
    """The sheet seen through each run of columns between wholly blank ones; addresses stay as they are."""
    width = max((len(row) for row in sheet.values), default=0)
    used = [
        any(column < len(row) and row[column] is not None for row in sheet.values) for column in range(width)
    ]
    runs: list[tuple[int, int]] = []
    for column in range(width):
        if used[column] and (column == 0 or not used[column - 1]):
            runs.append((column, column))
        elif used[column]:
            runs[-1] = (runs[-1][0], column)
    runs = [run for run in runs if run[1] > run[0]]
    return [_seen_through(sheet, first, last) for first, last in runs] if len(runs) > 1 else []


def _seen_through(sheet: Sheet, first: int, last: int) -> Sheet:
    values: list[list[Value]] = [
        [value if first <= column <= last else None for column, value in enumerate(row)]
        for row in sheet.values
    ]
    merged = [one for one in sheet.merged if first <= one[1] <= last]
    errors = {place: text for place, text in sheet.errors.items() if first <= place[1] <= last}
    return replace(sheet, values=values, merged=merged, errors=errors)


def _locate(sheet: Sheet, match: Matcher, only: str | None) -> list[Table]:
    tables: list[Table] = []
    row = floor = tried = 0
    while row < len(sheet.values) and tried < MOST_ROWS_TRIED:
        if len(filled_in(sheet.values[row])) < 2:
            row += 1
            continue
        tried += 1
        block = header_at(sheet, row, match, floor)
        found = _tables_at(sheet, block, floor, match, only) if block else []
        if not block or not found:
            row += 1
            continue
        tables += found
        floor = row = max(max(table.header_rows[-1], _last_row(table)) for table in found) + 1
        tried = 0
    return tables


def _last_row(table: Table) -> int:
    return max((*table.data, *table.not_data, *(row for row, _ in table.claims)), default=0)


def _tables_at(sheet: Sheet, block: Block, floor: int, match: Matcher, only: str | None) -> list[Table]:
    title_rows = list(range(max(floor, block.top - MOST_TITLE_ROWS), block.top))
    titles = title_lines(sheet, title_rows)
    tables = []
    for group in _groups(sheet, block, titles, match, only):
        choices = choose(group, titles, match, only)
        if choices:
            table = _table(sheet, block, group, title_rows, choices[0].laporan, match, only)
            table.titled = choices[0].titled
            near = [choice for choice in choices[1:] if choice.score > choices[0].score - RIVAL_MARGIN]
            table.rivals = [(choice.laporan, choice.titled) for choice in near]
            tables.append(table)
    return tables


def title_lines(sheet: Sheet, rows: Sequence[int]) -> list[str]:
    """The texts above a header, a line a row, cells joined by a blank."""
    lines = []
    for row in rows:
        if len(filled_in(sheet.values[row])) > MOST_TITLE_CELLS:
            continue
        texts = [fold(value) for value in sheet.values[row] if value is not None and fold(value)]
        if texts:
            lines.append(" ".join(dict.fromkeys(texts)))
    return lines


def _groups(
    sheet: Sheet, block: Block, titles: Sequence[str], match: Matcher, only: str | None
) -> list[list[HeaderCell]]:
    """The header's columns, split where two tables stand side by side."""
    cells = block.cells
    cuts = [
        index
        for index in range(1, len(cells))
        if _blank_between(sheet, block, cells[index - 1].column, cells[index].column)
        or (index >= 2 and _is_counter(cells[index]) and _is_counter(cells[0]))
    ]
    for cut in cuts:
        left, right = cells[:cut], cells[cut:]
        if choose(left, titles, match, only) and choose(right, titles, match, only):
            return [left, *_groups(sheet, Block(block.top, block.bottom, right), titles, match, only)]
    return [cells]


def _blank_between(sheet: Sheet, block: Block, left: int, right: int) -> bool:
    below = range(block.bottom + 1, min(len(sheet.values), block.bottom + 30))
    return right - left > 1 and not any(
        sheet.values[row][column] not in (None, "") for row in below for column in range(left + 1, right)
    )


def _is_counter(cell: HeaderCell) -> bool:
    return is_counter(" ".join(cell.path))


def _table(
    sheet: Sheet,
    block: Block,
    group: list[HeaderCell],
    title_rows: list[int],
    laporan: str,
    match: Matcher,
    only: str | None,
) -> Table:
    first, last = group[0].column, group[-1].column
    columns = list(range(first, last + 1))

    def starts_new(row: int) -> bool:
        if len(filled_in(sheet.values[row])) < 2:
            return False
        new = header_at(sheet, row, match, row)
        if new is None and row + 1 < len(sheet.values) and _may_be_band(sheet, row, columns):
            new = header_at(sheet, row + 1, match, row)
        if new is None or not _reads_like_new_header(sheet, new, group, match):
            return False
        titles = title_lines(sheet, range(max(0, row - 4), row))
        return bool(choose(new.cells, titles, match, only))

    body = read_body(sheet, block, columns, starts_new, len(sheet.values))
    table = Table(sheet, laporan, group, block.rows, body.data, body.sections, [], body.not_data, title_rows)
    table.first_column, table.last_column = first, last
    _settle_totals(table, body)
    return table


def _may_be_band(sheet: Sheet, row: int, columns: Sequence[int]) -> bool:
    """Whether a row holds a few texts only, as the bands over a header do ("DATA UMUM | DATA RINCI")."""
    filled = filled_in(sheet.values[row])
    return len(filled) == len(texts_in(sheet.values[row])) and len(filled) <= 0.5 * len(columns)


def _reads_like_new_header(sheet: Sheet, new: Block, group: Sequence[HeaderCell], match: Matcher) -> bool:
    """Whether rows amid data are headings after all: texts only, and most of them clearly a column's."""
    rows = [sheet.values[row] for row in range(new.top, new.bottom + 1)]
    if any(len(texts_in(row)) < len(filled_in(row)) for row in rows):
        return False
    likeness = [max(heading_scores(cell.path, match).values(), default=0.0) for cell in new.cells]
    titles = title_lines(sheet, range(max(0, new.top - 4), new.top))
    announced = any(choice.titled for choice in choose(new.cells, titles, match))
    wanted = 0.35 if announced else 0.6
    return sum(score >= CLEAR_HEADING for score in likeness) >= wanted * len(likeness) and _differs(
        new, group
    )


def _differs(new: Block, group: Sequence[HeaderCell]) -> bool:
    here = {text.lower() for cell in group for text in cell.path}
    there = {text.lower() for cell in new.cells for text in cell.path}
    return len(there - here) > 0.3 * len(there)


def _settle_totals(table: Table, body: Body) -> None:
    for row in totals_by_arithmetic(table):
        table.data.remove(row)
        table.sections.pop(row, None)
        table.not_data[row] = "total"
        body.totals.append(row)
    table.claims = claims_of(table, sorted(body.totals))
