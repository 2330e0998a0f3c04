"""From the cells that a reader returns to a ``Sheet``: addresses kept, text cleaned, edges trimmed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import chain
from math import isfinite
from typing import Any

from flows.shapes import Sheet, Value

Range = tuple[int, int, int, int]
MOST_CELLS = 20_000_000  # cells of a sheet's rectangle, empty ones counted

ERROR_TEXTS = frozenset(
    {"#REF!", "#DIV/0!", "#N/A", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA"}
)
_LIBREOFFICE_ERROR = re.compile(r"Err:\d{3}")
# Tab and line feed stay: they part words. A carriage return becomes a line feed.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\ufffe\uffff\ud800-\udfff]")
_ODS_DURATION = re.compile(r"PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S")
# Past what a float can hold; no spreadsheet program shows such a number, but a damaged file may state one.
_LARGEST_WHOLE = 10**300
# What needs no cleaning but for its content: control characters, lengths of time, infinity.
_CLEAN_TYPES = {str, float, bool, int, datetime, date, time, type(None)}


class TooLarge(Exception):
    """The cells of a sheet reach too far for an ordinary machine; its text is the sheet's name."""


class SameNames(Exception):
    """Two sheets bear one name, and which of them a cell stands on could not be told."""


def column_letters(index: int) -> str:
    """Letters of the column at 0-based ``index``: 0 → A, 26 → AA, 16383 → XFD."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_index(letters: str) -> int:
    """0-based index of a column's letters: A → 0, XFD → 16383."""
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - 64
    return index - 1


def is_error_text(value: object) -> bool:
    """Whether a cell's text is one of the error words of a spreadsheet program (#REF!, Err:502 …)."""
    if type(value) is not str or len(value) < 4 or value[0] not in "#E":
        return False
    return value in ERROR_TEXTS or _LIBREOFFICE_ERROR.fullmatch(value) is not None


def clean_text(text: str) -> str | None:
    """Text without control characters and with plain line ends; None where nothing is left."""
    if not text.isprintable():
        text = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return text or None


def _duration_text(seconds: float) -> str:
    sign = "-" if seconds < 0 else ""
    whole = abs(round(seconds))
    return f"{sign}{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"


def clean_value(value: object) -> Value:
    """Any cell of any reader as a ``Value``; empty text is None, a length of time is text (``36:30:00``)."""
    if value is None:
        return None
    if isinstance(value, str):
        if value[:2] == "PT" and (found := _ODS_DURATION.fullmatch(value)):
            hours, minutes, seconds = (int(part) for part in found.groups())
            return _duration_text(hours * 3600 + minutes * 60 + seconds)
        return clean_text(value)
    if isinstance(value, float):
        # A cell cannot show NaN or infinity as a number; only a damaged file holds them.
        return value if value - value == 0 else None
    if isinstance(value, int) and abs(value) > _LARGEST_WHOLE:
        return clean_text(str(value))
    if isinstance(value, (bool, int, datetime, date, time)):
        return value
    if isinstance(value, timedelta):
        return _duration_text(value.total_seconds())
    if isinstance(value, Decimal):
        return float(value)
    return clean_text(str(value))


def _clean_rows(rows: Sequence[Sequence[object]]) -> tuple[list[list[Value]], bool]:
    """The rows with every cell as :func:`clean_value` gives it, and whether a text may be an error word."""
    types = set(map(type, chain.from_iterable(rows)))
    texts = " ".join([cell for row in rows for cell in row if type(cell) is str])
    numbers = [cell for row in rows for cell in row if type(cell) is float]
    if (
        types <= _CLEAN_TYPES
        and texts.isprintable()
        and not _ODS_DURATION.search(texts)
        and isfinite(sum(numbers))
        and not (int in types and _has_huge(rows))
    ):
        values: list[list[Any]] = [[None if cell == "" else cell for cell in row] for row in rows]
        return values, "#" in texts or "Err:" in texts
    return [[clean_value(cell) for cell in row] for row in rows], True


def _has_huge(rows: Sequence[Sequence[object]]) -> bool:
    return any(type(cell) is int and abs(cell) > _LARGEST_WHOLE for row in rows for cell in row)


def sheet_of(
    lembar: str | None,
    rows: Iterable[Iterable[object]],
    *,
    hidden: bool = False,
    merged: Iterable[Range] = (),
    errors: Mapping[tuple[int, int], str] | None = None,
    row_numbers: Sequence[int] | None = None,
    columns: Sequence[int] | None = None,
) -> Sheet:
    """A ``Sheet`` from rows that begin at A1, or from the rows and columns (0-based) that are named.

    Empty rows and columns at the far edges are cut off; those before the first cell stay, so that the index
    gives the address. ``merged`` and ``errors`` are indices into ``rows``; cells whose text is an error word
    join ``errors`` and become None, as do the cells that ``errors`` names. Raises TooLarge.
    """
    found = dict(errors or {})
    values, may_err = _clean_rows([row if isinstance(row, list) else list(row) for row in rows])
    if may_err:
        for r, row in enumerate(values):
            for c, cell in enumerate(row):
                if type(cell) is str and is_error_text(cell):
                    found.setdefault((r, c), cell)
    height, width = _used(values, found)
    if height * width > MOST_CELLS:
        raise TooLarge(lembar or "")
    values = [
        row if len(row) == width else row[:width] + [None] * (width - len(row)) for row in values[:height]
    ]
    values.extend([None] * width for _ in range(height - len(values)))
    for r, c in found:
        values[r][c] = None
    numbers = list(row_numbers[:height]) if row_numbers is not None else list(range(1, height + 1))
    letters = [column_letters(c) for c in (columns[:width] if columns is not None else range(width))]
    return Sheet(lembar, values, numbers, letters, hidden, _clip(merged, height, width), found)


def _used(values: list[list[Value]], errors: Mapping[tuple[int, int], str]) -> tuple[int, int]:
    height = max((r + 1 for r, _ in errors), default=0)
    width = max((c + 1 for _, c in errors), default=0)
    for r, row in enumerate(values):
        last = len(row)
        while last and row[last - 1] is None:
            last -= 1
        if last:
            height = max(height, r + 1)
            width = max(width, last)
    return height, width


def _clip(merged: Iterable[Range], height: int, width: int) -> list[Range]:
    inside = []
    for top, left, bottom, right in merged:
        bottom, right = min(bottom, height - 1), min(right, width - 1)
        if 0 <= top <= bottom and 0 <= left <= right and (top, left) != (bottom, right):
            inside.append((top, left, bottom, right))
    return inside
