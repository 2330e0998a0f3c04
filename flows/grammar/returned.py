"""The sheet "Perbaikan" of a workbook that was sent back: how it is known again, and what the office wrote on it.

Layout: A1 begins with ``TITLE``. Somewhere below stands a row with the words of ``HEADINGS``; under it one row a
finding, each with its ``point_id`` in the last, hidden column. Rows without an id are no findings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from flows.grammar.text import fold

TITLE = "PERBAIKAN DATA IKM"
HEADINGS = (
    "No", "Lembar", "Sel", "Kolom", "Nilai", "Masalah", "Yang perlu dilakukan", "Keadaan", "Penjelasan", "Kode",
)  # fmt: skip
#: A longer explanation is cut: it is read beside a finding, not as a letter.
LONGEST = 1000
#: Letters and digits; "-", "x" and "ok" explain nothing, "belum ada" does.
SHORTEST = 3
_IDENT = re.compile(r"[A-Z][A-Z0-9_]*#[0-9a-f]{12}")


def is_our_sheet(first_cell_text: object) -> bool:
    """Whether a sheet whose cell A1 holds ``first_cell_text`` is ours and no data of the office."""
    return isinstance(first_cell_text, str) and " ".join(first_cell_text.split()).startswith(TITLE)


def explanations_in(rows: Sequence[Sequence[object]]) -> dict[str, str]:
    """What the office wrote under "Penjelasan", by ``point_id``; ``rows`` are all cells of our sheet.

    The column is found by its heading, an id anywhere in its row, so that sorting, moving or inserting changes
    nothing. What explains nothing ("-", "ok") is left out.
    """
    return {ident: text[:LONGEST] for ident, text in _said(rows) if sum(map(str.isalnum, text)) >= SHORTEST}


def _said(rows: Sequence[Sequence[object]]) -> Iterator[tuple[str, str]]:
    place: int | None = None
    for row in rows:
        words = [fold(cell) for cell in row]
        ident = next((word for word in reversed(words) if _IDENT.fullmatch(word)), None)
        if ident is None:
            folded = [word.casefold() for word in words]
            if "penjelasan" in folded and "keadaan" in folded:
                place = folded.index("penjelasan")
        elif place is not None:
            yield ident, words[place]
