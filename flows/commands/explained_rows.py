"""The rows of a table in words: which are title, headings, data, sections, totals, notes, signature."""

from __future__ import annotations

from collections.abc import Sequence

from flows.grammar.rows import is_numbering
from flows.messages import TEXTS, Language, number, say
from flows.shapes import Table
from flows.steps.locate.rows import filled_in

MOST_RANGES = 5


def rows_seen(table: Table, bahasa: Language) -> list[tuple[str, str, str]]:
    """(kind, where, how many) of each kind of row, in the order in which the kinds first appear."""
    kinds = _kinds(table)
    names = list(dict.fromkeys(kinds[row] for row in sorted(kinds)))
    told = []
    for name in names:
        rows = [row for row in sorted(kinds) if kinds[row] == name]
        where = _ranges(table, rows, bahasa)
        counted = name == "data" or "," in where
        count = say("ex.rows", bahasa, jumlah=number(len(rows), bahasa)) if counted else ""
        told.append((row_kind(name, bahasa), where, count))
    return told


def row_kind(name: str, bahasa: Language) -> str:
    """What a kind of row is called; a kind without a name of its own keeps that of the step that found it."""
    key = f"ex.row.{name}"
    return say(key, bahasa) if key in TEXTS else name


def _kinds(table: Table) -> dict[int, str]:
    sheet = table.sheet
    kinds = {row: "judul" for row in table.title_rows if filled_in(sheet.values[row])}
    for row in table.header_rows:
        cells = [sheet.values[row][column] for column in filled_in(sheet.values[row])]
        kinds[row] = "nomor kolom" if cells and is_numbering(cells) else "kepala"
    kinds |= dict.fromkeys(table.data, "data")
    return kinds | dict(table.not_data)


def _ranges(table: Table, rows: Sequence[int], bahasa: Language) -> str:
    """Row numbers as the spreadsheet shows them, neighbours folded: 8–20, 22–35."""
    numbers = table.sheet.row_numbers
    ranges: list[list[int]] = []
    for row in rows:
        if ranges and row == ranges[-1][1] + 1:
            ranges[-1][1] = row
        else:
            ranges.append([row, row])
    said = [
        f"{numbers[first]}–{numbers[last]}" if first != last else f"{numbers[first]}"
        for first, last in ranges
    ]
    rest = len(said) - MOST_RANGES
    return ", ".join(said[:MOST_RANGES]) + (f" {say('more', bahasa, jumlah=rest)}" if rest > 0 else "")
