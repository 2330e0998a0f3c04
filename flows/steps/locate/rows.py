"""The cells of one row of a sheet: which are filled, which hold text, and how much a text is like a heading."""

from __future__ import annotations

import re
from collections.abc import Sequence

from flows.grammar.text import fold
from flows.grammar.wording import Matcher
from flows.shapes import Sheet, Value

_HYPHENATED = re.compile(r"(?<=\w)-[ \t]*\r?\n\s*(?=[a-z])")
LONGEST_HEADING = 90


def texts_in(row: Sequence[Value]) -> dict[int, str]:
    """Column → folded text of the non-blank cells of a row that hold text."""
    found: dict[int, str] = {}
    for column, value in enumerate(row):
        if isinstance(value, str):
            text = fold(_HYPHENATED.sub("", value))
            if text:
                found[column] = text
    return found


def filled_in(row: Sequence[Value]) -> list[int]:
    """The columns of the cells of a row that hold anything."""
    return [column for column, value in enumerate(row) if value is not None and value != ""]


def filled_among(sheet: Sheet, row: int, columns: Sequence[int]) -> list[int]:
    """Those of ``columns`` whose cell in the row holds anything that can be seen, an error word too."""
    values = sheet.values[row]
    if _all_filled(values, columns) and not sheet.errors:
        return list(columns)
    filled = [
        column
        for column in columns
        if column < len(values)
        and (value := values[column]) is not None
        and value != ""
        and not (type(value) is str and value.isspace())
    ]
    if not sheet.errors:
        return filled
    return [column for column in columns if column in filled or (row, column) in sheet.errors]


def _all_filled(values: Sequence[Value], columns: Sequence[int]) -> bool:
    """Whether the row is filled from end to end, as most rows of a list are; blanks alone are looked at closer."""
    return (
        len(values) == len(columns)
        and None not in values
        and "" not in values
        and len(columns) == columns[-1] + 1
        and not [value for value in values if type(value) is str and value.isspace()]
    )


def heading_likeness(text: str, match: Matcher) -> float:
    """The best likeness of a text to any column of any report type; 0 for what cannot be a heading."""
    if len(text) > LONGEST_HEADING:
        return 0.0
    scores = match(text)
    return max(scores.values(), default=0.0)
