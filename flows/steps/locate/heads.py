"""Finding header blocks: the rows whose cells mean columns of a report type, and the rows that belong to them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from flows.grammar.headings import is_about_the_report, tokens_of
from flows.grammar.own_sheets import is_form
from flows.grammar.rows import is_note, is_numbering, is_signature, is_total_word
from flows.grammar.wording import Matcher
from flows.shapes import HeaderCell, Sheet, Value
from flows.steps.locate.continuation import CLEAR, MOST_HEADER_ROWS, continues
from flows.steps.locate.paths import paths
from flows.steps.locate.rows import filled_in, heading_likeness, texts_in

_TITLE_ROWS = 15
_FIGURE = re.compile(r"(?!(?:19|20)\d\d\b)\d+[ .)]*", re.ASCII)


@dataclass(slots=True)
class Block:
    """A header block: rows top..bottom, its columns with the texts above them, and numbering rows below.

    ``form``: it heads our own blank form.
    """

    top: int
    bottom: int
    cells: list[HeaderCell]
    numbering: list[int] = field(default_factory=list)
    form: bool = False

    @property
    def rows(self) -> list[int]:
        return [*range(self.top, self.bottom + 1), *self.numbering]

    @property
    def last_row(self) -> int:
        return max(self.rows)


def header_at(sheet: Sheet, row: int, match: Matcher, floor: int = 0) -> Block | None:
    """The header block around ``row`` if that row reads like headings, never reaching above ``floor``."""
    if not _reads_like_headings(sheet.values[row], match):
        return None
    if is_form(sheet.values[max(floor, row - _TITLE_ROWS) : row]):
        return Block(row, row, paths(sheet, row, row), form=True)
    top = row
    while top > floor and row - top < MOST_HEADER_ROWS - 1 and _is_parent_row(sheet, top - 1, row, match):
        top -= 1
    bottom = row
    while bottom + 1 < len(sheet.values) and bottom - top < MOST_HEADER_ROWS - 1:
        if not continues(sheet, top, bottom + 1, match):
            break
        bottom += 1
    cells = paths(sheet, top, bottom)
    block = Block(top, bottom, cells)
    block.numbering = _numbering_below(sheet, block)
    return block


def _reads_like_headings(row: Sequence[Value], match: Matcher) -> bool:
    texts = texts_in(row)
    others = len(filled_in(row)) - len(texts)
    figures = sum(_FIGURE.fullmatch(text) is not None for text in texts.values())
    if len(texts) < 2 or others + figures > 0.2 * len(texts):
        return False
    first = next(iter(texts.values()))
    if (is_note(first) and len(texts) <= 2) or is_signature(first):
        return False
    if len(texts) <= 3 and any(text.startswith(":") for text in texts.values()):
        return False
    if len(texts) == 2 and is_about_the_report(first):
        return False
    clear = sum(heading_likeness(text, match) >= CLEAR for text in texts.values())
    if is_total_word(first) and clear < 3:
        return False
    return clear >= 2 and clear >= 0.4 * len(texts)


def _is_parent_row(sheet: Sheet, candidate: int, anchor: int, match: Matcher) -> bool:
    """Whether a row above the anchor holds parents (or further lines) of the same header."""
    texts = texts_in(sheet.values[candidate])
    if not texts or len(texts) < len(filled_in(sheet.values[candidate])):
        return False
    if len(texts) == 2 and is_about_the_report(next(iter(texts.values()))):
        return False
    columns = filled_in(sheet.values[anchor])
    first, last = min(columns), max(columns)
    crossing = any(
        r0 <= candidate
        and r1 >= anchor
        and first <= c0 <= last + 1
        and (c1 - c0) < max(3, (last - first) // 2)
        for r0, c0, r1, c1 in sheet.merged
    )
    if crossing:
        return True
    if any(":" in text[:2] or text.rstrip().endswith(":") for text in texts.values()):
        return False
    spanning = [
        c1 - c0 for r0, c0, r1, c1 in sheet.merged if r0 == candidate == r1 and c1 > c0 and c0 >= first - 1
    ]
    if spanning and len(spanning) == len(texts) and max(spanning) < last - first:
        return True
    if any(
        texts.get(column) and not tokens_of(text) for column, text in texts_in(sheet.values[anchor]).items()
    ):
        return len(texts) < len(columns)  # "NILAI" over "(dalam ribuan Rp)"
    if len(texts) < 2 or min(texts) < first - 1 or max(texts) > last + 1:
        return False
    if spanning and max(spanning) < last - first:
        return True
    clear = sum(heading_likeness(text, match) >= CLEAR for text in texts.values())
    return clear >= 2 and clear >= 0.5 * len(texts)


def _numbering_below(sheet: Sheet, block: Block) -> list[int]:
    found: list[int] = []
    row = block.bottom + 1
    while row < len(sheet.values) and row <= block.bottom + 3:
        filled = filled_in(sheet.values[row])
        if filled and is_numbering([sheet.values[row][column] for column in filled]) and len(filled) >= 2:
            if len(filled) < 0.5 * len(block.cells):
                break
            found.append(row)
        elif filled:
            break
        row += 1
    return found
