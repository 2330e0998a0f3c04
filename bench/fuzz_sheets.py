"""Target ``lembar``: sheets of plausible and implausible cells from finding the tables to the sentences about them.

Nothing raises; each row is loaded, held back or declared no data; each finding names a cell of the sheet; the same
sheet gives the same result twice.
"""

from __future__ import annotations

import pickle
import random
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from bench import fuzz_texts as texts
from bench.fuzz_guide import ROOT, Target, halves

TALLEST, WIDEST = 60, 28
ROWS_OF_A_SAMPLE = 25
_ADDRESS = re.compile(r"([A-Z]{1,3})(\d+)")


class Grid(NamedTuple):
    """Cells of one sheet, its merged ranges (indices), and where it has error cells."""

    rows: tuple[tuple[Any, ...], ...]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    errors: tuple[tuple[int, int], ...] = ()


def seeds() -> Iterator[Grid]:
    from schemas.reports import specs

    for report in specs():
        head = tuple(column.title for column in report.columns)[: WIDEST - 1]
        example = tuple(column.example for column in report.columns)[: WIDEST - 1]
        title = (f"{report.title} KABUPATEN BARRU TAHUN 2021",)
        yield Grid((title, (), ("No", *head), *((number, *example) for number in range(1, 4)), ("JUMLAH", 3)))
    yield from _samples()


@cache
def _samples() -> tuple[Grid, ...]:
    """The sheets of the workbooks in samples/inbox, cut short."""
    from flows.steps.read import read
    from flows.steps.receive import receive, workbooks_in

    found = []
    for path, root in workbooks_in([ROOT / "samples" / "inbox"]):
        submission, _ = receive(Path(path), root)
        for sheet in read(submission)[0] if submission else ():
            rows = tuple(tuple(row[:WIDEST]) for row in sheet.values[:ROWS_OF_A_SAMPLE])
            if rows:
                found.append(Grid(rows, tuple(sheet.merged[:20]), tuple(sheet.errors)[:5]))
    return tuple(found)


def changed(chance: random.Random, case: Grid, other: Grid) -> Grid:
    rows = [list(row) for row in case.rows] or [[]]
    merged, errors = list(case.merged), list(case.errors)
    r, how = chance.randrange(len(rows)), chance.randrange(14)
    c = chance.randrange(max(map(len, rows)) + 1)
    theirs = chance.choice(other.rows) if other.rows else ()
    if how < 5:
        _put(
            rows,
            r,
            c,
            texts.changed_value(chance, _at(rows, r, c), chance.choice(theirs) if theirs else None),
        )
    elif how == 5:
        _put(rows, r, c, _at(rows, chance.randrange(len(rows)), chance.randrange(WIDEST)))
    elif how == 6:
        rows.insert(
            r, chance.choice(([chance.choice(texts.LINES)], [], list(theirs), list(rows[r]), ["", *rows[r]]))
        )
    elif how == 7:
        del rows[r : r + chance.choice((1, 1, 2, 5))]
    elif how == 8:
        rows = [row[:c] + chance.choice(([], [None])) + row[c + chance.randrange(2) :] for row in rows]
    elif how == 9:
        merged.append((r, c, r + chance.choice((0, 0, 1, 3)), c + chance.choice((0, 1, 2, 9))))
    elif how == 10:
        errors.append((r, c))
    elif how == 11:
        rows = rows[:r] + [list(row) for row in other.rows] + rows[r:]
    elif how == 12:
        widest = max(map(len, rows)) + 1
        beside = [list(row) for row in other.rows]
        rows = [
            (rows[i] if i < len(rows) else []) + [None] * (widest - len(rows[i] if i < len(rows) else []))
            + (beside[i] if i < len(beside) else [])
            for i in range(max(len(rows), len(beside)))
        ]  # fmt: skip
    else:
        _put(rows, r, c, chance.choice(texts.HEADINGS))
    return Grid(tuple(tuple(row[:WIDEST]) for row in rows[:TALLEST]), tuple(merged[:40]), tuple(errors[:20]))


def _at(rows: list[list[Any]], r: int, c: int) -> Any:
    return rows[r][c] if c < len(rows[r]) else None


def _put(rows: list[list[Any]], r: int, c: int, value: Any) -> None:
    rows[r] += [None] * (c + 1 - len(rows[r]))
    rows[r][c] = value


def smaller(case: Grid) -> Iterator[Grid]:
    if case.merged or case.errors:
        yield Grid(case.rows)
        yield from (case._replace(merged=tuple(one)) for one in halves(case.merged))
        yield from (case._replace(errors=tuple(one)) for one in halves(case.errors))
    yield from (case._replace(rows=tuple(one)) for one in halves(case.rows))
    for c in range(max(map(len, case.rows), default=0)):
        yield case._replace(rows=tuple(row[:c] + row[c + 1 :] for row in case.rows))
    for r, row in enumerate(case.rows):
        for c, cell in enumerate(row):
            if cell is not None:
                yield case._replace(
                    rows=(*case.rows[:r], (*row[:c], None, *row[c + 1 :]), *case.rows[r + 1 :])
                )


def check(case: Grid) -> None:
    first = repr(_understood(case))
    # Twice costs twice as much: one sheet in four.
    if len(first) % 4 == 0:
        assert first == repr(_understood(case)), "not the same twice"


def _understood(case: Grid) -> list[Any]:
    from flows.shapes import Submission
    from flows.steps.read.cells import sheet_of

    errors = dict.fromkeys(case.errors, "#REF!")
    sheet = sheet_of("Data", case.rows, merged=case.merged, errors=errors)
    return understood(
        Submission("Data Barru 2021.xlsx", "Data Barru 2021.xlsx", b"", "0" * 64, "xlsx"), [sheet]
    )


def understood(submission: Any, sheets: list[Any]) -> list[Any]:
    """What the load makes of these sheets, once it is seen to be sound."""
    from flows.deliver import deliveries_of
    from flows.line import Job, Understood, _understand_sheets

    result = Understood(submission.berkas, submission.jalur, submission.sha256, submission.jenis)
    _understand_sheets(submission, [sheet for sheet in sheets if not sheet.hidden], Job("", ""), result)
    by_name = {sheet.lembar: sheet for sheet in sheets}
    for table in result.tables:
        if table.typed is not None:
            _check_table(table.typed)
    made = deliveries_of([result])
    for delivery in made:
        _check_delivery(delivery, by_name)
    return [(one.findings, one.held, one.claims, one.rows_in, one.good) for one in made]


def _check_table(typed: Any) -> None:
    data = typed.frame["baris"].to_list()
    assert len(set(data)) == len(data), "a row twice"
    assert not set(data) & set(typed.not_data), "a row that is data and no data"
    assert typed.rows_in == len(data) + len(typed.not_data)
    assert set(typed.held) <= set(data)
    assert {one.baris for one in typed.claims} <= set(typed.not_data)


def _check_delivery(delivery: Any, sheets: dict[str | None, Any]) -> None:
    from schemas.findings import CODES

    loaded = 0 if delivery.good is None else delivery.good.height
    assert delivery.rows_in == loaded + len(delivery.held) + delivery.not_data, "rows in ≠ rows accounted for"
    for held in delivery.held:
        assert held.kode and set(held.kode) <= set(CODES)
    for one in delivery.findings:
        assert one.kode in CODES and one.pesan, one
        assert one.lembar is None or one.lembar in sheets
        sheet = sheets.get(one.lembar)
        if sheet is None:
            continue
        assert one.baris is None or one.baris in sheet.row_numbers, one
        if one.sel is not None:
            found = _ADDRESS.fullmatch(one.sel)
            assert found and found[1] in sheet.letters and int(found[2]) in sheet.row_numbers, one


def saved(case: Grid) -> tuple[str, bytes]:
    return "pickle", pickle.dumps(tuple(case))


TARGET = Target("lembar", seeds, changed, check, smaller, saved)
