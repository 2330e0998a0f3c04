"""The sheet "Perbaikan" of a workbook that was sent back: how it is known again, and what the office wrote on it.

Layout: A1 begins with ``TITLE``. Somewhere below stands a row with the words of ``HEADINGS``; under it one row a
finding, each with its ``point_id`` in the last, hidden column. Rows without an id are no findings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

TITLE = "PERBAIKAN DATA IKM"
HEADINGS = (
    "No", "Lembar", "Sel", "Kolom", "Nilai", "Masalah", "Yang perlu dilakukan", "Keadaan", "Penjelasan", "Kode",
)  # fmt: skip
_IDENT = re.compile(r"[A-Z][A-Z0-9_]*#[0-9a-f]{12}")


def is_our_sheet(first_cell_text: object) -> bool:
    """Whether a sheet whose cell A1 holds ``first_cell_text`` is ours and no data of the office."""
    return isinstance(first_cell_text, str) and " ".join(first_cell_text.split()).startswith(TITLE)


def explanations_in(rows: Sequence[Sequence[object]]) -> dict[str, str]:
    """What the office wrote under "Penjelasan", by ``point_id``; ``rows`` are all cells of our sheet.

    Columns are found by their heading, rows by their id, so that sorting, filtering or inserting changes nothing.
    """
    found: dict[str, str] = {}
    place: tuple[int, int] | None = None
    for row in rows:
        words = [" ".join(cell.split()) if isinstance(cell, str) else "" for cell in row]
        if HEADINGS[-1] in words and HEADINGS[-2] in words:
            place = (words.index(HEADINGS[-1]), words.index(HEADINGS[-2]))
        elif place is not None and max(place) < len(row) and _IDENT.fullmatch(words[place[0]]):
            said = row[place[1]]
            text = str(said).strip() if said is not None else ""
            if text:
                found[words[place[0]]] = text
    return found
