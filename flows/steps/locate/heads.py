"""Finding header blocks: the rows whose cells mean columns of a report type, and the rows that belong to them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from flows.grammar.rows import is_note, is_numbering, is_signature, is_total_word
from flows.grammar.text import fold
from flows.grammar.wording import Matcher, tokens_of
from flows.shapes import HeaderCell, Sheet, Value

_FIGURE = re.compile(r"(?!(?:19|20)\d\d\b)\d+[ .)]*", re.ASCII)
_HYPHENATED = re.compile(r"(?<=\w)-[ \t]*\r?\n\s*(?=[a-z])")
MOST_HEADER_ROWS = 5
LONGEST_HEADING = 90
CLEAR = 0.6
VERY_CLEAR = 0.85
NEXT_LINE = 0.8
ROWS_BELOW = 40
COUNTERS = {("nomor",), ("nomor", "urut"), ("urut",)}


@dataclass(slots=True)
class Block:
    """A header block: rows top..bottom, its columns with the texts above them, and numbering rows below."""

    top: int
    bottom: int
    cells: list[HeaderCell]
    numbering: list[int] = field(default_factory=list)

    @property
    def rows(self) -> list[int]:
        return [*range(self.top, self.bottom + 1), *self.numbering]

    @property
    def last_row(self) -> int:
        return max(self.rows)


def heading_likeness(text: str, match: Matcher) -> float:
    """The best likeness of a text to any column of any report type; 0 for what cannot be a heading."""
    if len(text) > LONGEST_HEADING:
        return 0.0
    scores = match(text)
    return max(scores.values(), default=0.0)


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
    return [column for column, value in enumerate(row) if value is not None and value != ""]


def header_at(sheet: Sheet, row: int, match: Matcher, floor: int = 0) -> Block | None:
    """The header block around ``row`` if that row reads like headings, never reaching above ``floor``."""
    if not _reads_like_headings(sheet.values[row], match):
        return None
    top = row
    while top > floor and row - top < MOST_HEADER_ROWS - 1 and _is_parent_row(sheet, top - 1, row, match):
        top -= 1
    bottom = row
    while bottom + 1 < len(sheet.values) and bottom - top < MOST_HEADER_ROWS - 1:
        if not _continues(sheet, top, bottom + 1, match):
            break
        bottom += 1
    cells = _paths(sheet, top, bottom)
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
    if is_note(first) and len(texts) <= 2 or is_signature(first):
        return False
    if any(text.startswith(":") for text in texts.values()) and len(texts) <= 3:
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
    columns = filled_in(sheet.values[anchor])
    first, last = min(columns), max(columns)
    crossing = any(
        r0 <= candidate and r1 >= anchor and first <= c0 <= last + 1 and (c1 - c0) < max(3, (last - first) // 2)
        for r0, c0, r1, c1 in sheet.merged
    )
    if crossing:
        return True
    if any(":" in text[:2] or text.rstrip().endswith(":") for text in texts.values()):
        return False
    spanning = [c1 - c0 for r0, c0, r1, c1 in sheet.merged if r0 == candidate == r1 and c1 > c0 and c0 >= first - 1]
    if spanning and len(spanning) == len(texts) and max(spanning) < last - first:
        return True
    if any(texts.get(column) and not tokens_of(text) for column, text in texts_in(sheet.values[anchor]).items()):
        return len(texts) < len(columns)  # "NILAI" over "(dalam ribuan Rp)"
    if len(texts) < 2 or min(texts) < first - 1 or max(texts) > last + 1:
        return False
    if spanning and max(spanning) < last - first:
        return True
    clear = sum(heading_likeness(text, match) >= CLEAR for text in texts.values())
    return clear >= 2 and clear >= 0.5 * len(texts)


def _continues(sheet: Sheet, top: int, candidate: int, match: Matcher) -> bool:
    """Whether the row below a header is its next line (children, or the rest of the words)."""
    row = sheet.values[candidate]
    texts = texts_in(row)
    filled = filled_in(row)
    crossing = _crossing(sheet, top, candidate)
    if not filled:
        return bool(crossing)
    if len(texts) < len(filled) or any(len(text) > LONGEST_HEADING for text in texts.values()):
        return False
    if is_numbering([row[column] for column in filled]):
        return False
    if len(crossing) >= 2 or (crossing and len(filled) <= len(crossing) + 2):
        return True
    if any(_states_unit(text) for text in texts.values()):
        return True
    above = _header_texts(sheet, top, candidate - 1)
    if len(filled) >= 2 and _numbers_begin_below(sheet, above, candidate):
        return True
    children = [column for column in filled if _has_parent_span(sheet, above, top, candidate, column)]
    alone = {column: heading_likeness(texts[column], match) for column in filled}
    joined = {
        column: heading_likeness(" ".join((*above.get(column, ()), texts[column])), match) for column in filled
    }
    if len(children) == len(filled):
        return all(len(text) <= 40 for text in texts.values())
    left = sorted(above)[:2]  # where section rows stand: "A. COACHING CLINIC" is no heading
    if len(filled) < len(above) and all(max(alone[c], joined[c]) >= VERY_CLEAR and c not in left for c in filled):
        return True
    if len(filled) < 2 or _recurs(sheet, candidate, texts):
        return False
    worded = [score for column, score in alone.items() if tokens_of(texts[column])]
    if len(worded) >= 3 and sum(score >= NEXT_LINE for score in worded) >= 0.7 * len(worded):
        return True
    before = {column: heading_likeness(" ".join(above[column]), match) for column in filled if column in above}
    if not before or any(column not in before and column not in children for column in filled):
        return False
    gain = sum(joined[column] - before[column] for column in before) / len(before)
    return gain > 0.04 and sum(joined[column] for column in before) / len(before) >= CLEAR


def _states_unit(text: str) -> bool:
    """ "(Ribu Rupiah)", "(%)": a line that is only a unit stands under a heading, never in a list."""
    return text.startswith("(") and not tokens_of(text) and any(c.isalpha() or c == "%" for c in text)


def _numbers_begin_below(sheet: Sheet, above: Mapping[int, tuple[str, ...]], candidate: int) -> bool:
    """Whether the counter column is blank in this row of texts and begins to count in the next one."""
    counter = next((c for c, texts in above.items() if tokens_of(" ".join(texts)) in COUNTERS), None)
    if counter is None or sheet.values[candidate][counter] is not None:
        return False
    for line in sheet.values[candidate + 1 : candidate + 3]:
        if filled_in(line):
            first = fold(line[counter]).strip(" .()-") if counter < len(line) else ""
            return first in {"1", "a", "I", "A"}
    return False


def _recurs(sheet: Sheet, row: int, texts: Mapping[int, str]) -> bool:
    """Whether some texts of a row stand again below it, each alone: what recurs so is data, no heading."""
    below = sheet.values[row + 1 : row + 1 + ROWS_BELOW]
    again = [
        {column for column, text in texts.items() if column < len(line) and line[column] == text} for line in below
    ]
    return any(0 < len(columns) < len(texts) for columns in again if columns)


def _crossing(sheet: Sheet, top: int, candidate: int) -> list[tuple[int, int, int, int]]:
    """Merged ranges that tie the row to header rows above it, one heading over two rows."""
    return [
        merged
        for merged in sheet.merged
        if top <= merged[0] < candidate <= merged[2]
        and merged[1] == merged[3]
        and isinstance(sheet.values[merged[0]][merged[1]], str)
        and merged[2] - merged[0] < MOST_HEADER_ROWS
    ]


def _header_texts(sheet: Sheet, top: int, bottom: int) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    for row in range(top, bottom + 1):
        for column, text in texts_in(sheet.values[row]).items():
            found[column] = (*found.get(column, ()), text)
    return found


def _has_parent_span(
    sheet: Sheet, above: Mapping[int, tuple[str, ...]], top: int, row: int, column: int
) -> bool:
    """Whether a wider heading above covers this column: merged over it, or text followed by blanks."""
    for r0, c0, r1, c1 in sheet.merged:
        between = (sheet.values[line][column] for line in range(r1 + 1, row))
        if top <= r0 and r1 < row and c0 <= column <= c1 and c1 > c0:
            return all(value is None for value in between)
    if column in above:
        return column + 1 not in above and column + 1 < len(sheet.values[row]) and bool(
            texts_in(sheet.values[row]).get(column + 1)
        )
    left = max((c for c in above if c < column), default=None)
    return left is not None and all(
        sheet.values[row][between] not in (None, "") for between in range(left, column)
    )


def _paths(sheet: Sheet, top: int, bottom: int) -> list[HeaderCell]:
    """The texts above each column, outermost first; parents spread over their span."""
    width = max((len(row) for row in sheet.values[top : bottom + 1]), default=0)
    grid = [[None] * width for _ in range(top, bottom + 1)]
    texts: list[list[str | None]] = [list(line) for line in grid]
    for row in range(top, bottom + 1):
        for column, text in texts_in(sheet.values[row]).items():
            texts[row - top][column] = text
    covered = _spread_merged(sheet, texts, top, bottom)
    _spread_blank(texts, covered)
    cells: list[HeaderCell] = []
    for column in range(width):
        path: list[str] = []
        last_row = top
        for level, line in enumerate(texts):
            text = line[column]
            if text and (not path or path[-1] != text):
                path.append(text)
                last_row = top + level
        if path:
            cells.append(HeaderCell(column, tuple(path), last_row))
    return cells


def _spread_merged(sheet: Sheet, texts: list[list[str | None]], top: int, bottom: int) -> set[tuple[int, int]]:
    covered: set[tuple[int, int]] = set()
    for r0, c0, r1, c1 in sheet.merged:
        if r0 < top or r0 > bottom or c0 >= len(texts[0]):
            continue
        text = texts[r0 - top][c0]
        for row in range(r0, min(r1, bottom) + 1):
            for column in range(c0, min(c1, len(texts[0]) - 1) + 1):
                covered.add((row - top, column))
                if text and texts[row - top][column] is None:
                    texts[row - top][column] = text
    return covered


def _spread_blank(texts: list[list[str | None]], covered: set[tuple[int, int]]) -> None:
    """A parent whose right neighbours are blank but have children below stands above those too."""
    for level in range(len(texts) - 1):
        line = texts[level]
        for column in range(1, len(line)):
            if line[column] is None and line[column - 1] is not None and not covered & {
                (level, column),
                (level, column - 1),
            }:
                below = texts[level + 1]
                parent_has_child = below[column - 1] is not None and below[column - 1] != line[column - 1]
                if below[column] is not None and parent_has_child:
                    line[column] = line[column - 1]


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
