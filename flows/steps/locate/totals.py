"""Totals: which rows a stated total adds up, and total rows that only arithmetic gives away."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from flows.grammar.numbers import read_money, read_number
from flows.grammar.rows import is_average_word, is_total_word
from flows.grammar.text import fold
from flows.shapes import Table, Value
from flows.steps.locate.rows import texts_in
from schemas.regions import resolve_district


def amount(value: Value) -> float | None:
    """The number in a cell, None where there is none."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, (int, float)):
        return float(value)
    return _text_amount(value) if isinstance(value, str) else None


@lru_cache(maxsize=50_000)
def _text_amount(text: str) -> float | None:
    reading = read_money(text)
    if reading.nilai is None:
        reading = read_number(text)
    return float(reading.nilai) if isinstance(reading.nilai, (int, float)) else None


def claims_of(table: Table, totals: Sequence[int]) -> list[tuple[int, list[int]]]:
    """Each total row with the data rows it adds up: its section, all above it, or all of the table."""
    claims = []
    previous = -1
    for row in totals:
        if is_average_word(_words(table, row)):
            continue
        since = [data for data in table.data if previous < data < row]
        above = [data for data in table.data if data < row]
        candidates = [group for group in (since, above, table.data) if group]
        if "sub" in _words(table, row).lower() and since:
            candidates = [since]
        if candidates:
            claims.append((row, list(_best_fit(table, row, candidates))))
        previous = row
    return claims


def _words(table: Table, row: int) -> str:
    texts = texts_in(table.sheet.values[row])
    return next((text for text in texts.values() if is_total_word(text)), "")


def _best_fit(table: Table, row: int, candidates: list[list[int]]) -> list[int]:
    stated = {column: value for column in _columns(table) if (value := _at(table, row, column)) is not None}

    def hits(group: list[int]) -> int:
        return sum(abs(_sum(table, group, column) - value) < 0.01 for column, value in stated.items())

    later = [data for data in table.data if data > row]
    fallback = candidates[0] if later and candidates[0] != table.data else candidates[-1 if not later else 0]
    best = max(candidates, key=hits)
    return best if hits(best) else fallback


def _columns(table: Table) -> range:
    return range(table.first_column, table.last_column + 1)


def _at(table: Table, row: int, column: int) -> float | None:
    values = table.sheet.values[row]
    return amount(values[column]) if column < len(values) else None


def _sum(table: Table, rows: Sequence[int], column: int) -> float:
    return sum(value for row in rows if (value := _at(table, row, column)) is not None)


def totals_by_arithmetic(table: Table) -> list[int]:
    """The first or last data row when it names nothing of its own and equals the sum of all others."""
    if len(table.data) < 4:
        return []
    found = []
    for row in (table.data[-1], table.data[0]):
        others = [data for data in table.data if data != row]
        if _has_few_words(table, row, others) and _adds_up(table, row, others):
            found.append(row)
            break
    return found


def _has_few_words(table: Table, row: int, others: Sequence[int]) -> bool:
    def words(one: int) -> int:
        return sum(
            not any(character.isdigit() for character in fold(text))
            for column, text in texts_in(table.sheet.values[one]).items()
            if table.first_column <= column <= table.last_column
        )

    first = table.sheet.values[row][table.first_column]
    numbered_others = isinstance(table.sheet.values[others[0]][table.first_column], (int, float))
    if numbered_others and isinstance(first, (int, float)):
        return False
    return words(row) <= 1 and (words(row) < words(others[0]) or words(others[0]) <= 1)


def _adds_up(table: Table, row: int, others: Sequence[int]) -> bool:
    stated = {
        column: value for column in _columns(table) if (value := _at(table, row, column)) not in (None, 0.0)
    }
    fits = [
        column for column, value in stated.items() if abs(_sum(table, others, column) - (value or 0.0)) < 0.01
    ]
    enough = 1 if _names_region(table, row) else 2
    return len(fits) >= enough and len(fits) == len(stated)


def _names_region(table: Table, row: int) -> bool:
    """Whether the only words of a row are a district's or a kecamatan's name, as beside a total."""
    texts = [
        text for text in texts_in(table.sheet.values[row]).values() if not any(c.isdigit() for c in text)
    ]
    if len(texts) != 1:
        return False
    match = resolve_district(texts[0])
    return match.kode is not None or bool(match.pilihan)
