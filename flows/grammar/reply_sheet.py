"""The sheet "Perbaikan" of a workbook that we returned: how it is known, and what its office wrote on it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from flows.grammar.text import fold

TITLE = "PERBAIKAN DATA IKM"
#: A longer explanation is cut: it is read beside a finding, not as a letter.
LONGEST = 1000
#: Letters and digits; "-", "x" and "ok" explain nothing, "belum ada" does.
SHORTEST = 3
_MARK = re.compile(r"[A-Z]+(?:_[A-Z]+)*#[0-9a-f]{12}")


def is_our_sheet(text: object) -> bool:
    """Whether the cell A1 says that the sheet is the one we put before the office's own."""
    return isinstance(text, str) and fold(text).upper().startswith(TITLE)


def first_cell(values: Sequence[Sequence[object]]) -> object:
    """A1 of a sheet that begins there; None for an empty one."""
    return values[0][0] if values and values[0] else None


def explanations(values: Sequence[Sequence[object]]) -> dict[str, str]:
    """Mark of a finding → what the office wrote in the column "Penjelasan" beside it, blanks left out.

    The mark is looked for in the whole row, so that the office may move, add and sort columns.
    """
    return {mark: text[:LONGEST] for mark, text in _said(values) if sum(map(str.isalnum, text)) >= SHORTEST}


def _said(values: Sequence[Sequence[object]]) -> Iterator[tuple[str, str]]:
    place: int | None = None
    for row in values:
        words = [fold(cell) for cell in row]
        mark = next((word for word in reversed(words) if _MARK.fullmatch(word)), None)
        if mark is None:
            folded = [word.casefold() for word in words]
            if "penjelasan" in folded and "keadaan" in folded:
                place = folded.index("penjelasan")
        elif place is not None:
            yield mark, words[place]
