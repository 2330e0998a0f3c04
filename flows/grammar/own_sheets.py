"""Sheets and forms that we write ourselves, told by the words with which they begin.

A district sends them back with its data: our instructions, examples and lists are then no data of the district.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from flows.grammar.returned import TITLE
from flows.grammar.text import fold

EXAMPLE = "CONTOH PENGISIAN — bukan data"
GUIDE = "PETUNJUK PENGISIAN — bukan data"
CHOICES = "DAFTAR PILIHAN — bukan data"
OWN_BEGINNINGS = (EXAMPLE, GUIDE, CHOICES, TITLE)
FORM = "FORMULIR ISIAN —"
EXAMPLE_ROWS = 7  # of the sheet with the example, from its title to its one row


def is_ours(first_cell_text: str) -> bool:
    """Whether a sheet with this text in A1 was written by us and holds nothing of the district.

    >>> is_ours("CONTOH PENGISIAN — bukan data"), is_ours("Contoh pengisian")
    (True, False)
    """
    return fold(first_cell_text).startswith(OWN_BEGINNINGS)


def is_own_sheet(rows: Sequence[Sequence[object]]) -> bool:
    """Whether a sheet with these rows of cells is one of ours."""
    first = rows[0][0] if rows and rows[0] else None
    return isinstance(first, str) and is_ours(first)


def has_more_than_ours(rows: Sequence[Sequence[object]]) -> bool:
    """Whether somebody went on writing below our example, where nothing is loaded from."""
    written = rows[EXAMPLE_ROWS:] if is_own_sheet(rows) and fold(rows[0][0]).startswith(EXAMPLE) else ()
    return any(value is not None for row in written for value in row)


def is_form(title_rows: Iterable[Iterable[object]]) -> bool:
    """Whether these rows stand above a table that is our blank form, filled in.

    Its header is one row, and nobody writes sections between its rows: a text alone in its row is a row of the
    list.
    """
    return any(isinstance(value, str) and fold(value).startswith(FORM) for row in title_rows for value in row)
