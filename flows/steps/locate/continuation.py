"""Whether the row below a header is its next line: children of a wider heading, the rest of the words, a unit."""

from __future__ import annotations

from collections.abc import Mapping

from flows.grammar.headings import is_counter, tokens_of
from flows.grammar.rows import is_numbering
from flows.grammar.text import fold
from flows.grammar.wording import Matcher
from flows.shapes import Sheet
from flows.steps.locate.rows import LONGEST_HEADING, filled_in, heading_likeness, texts_in

MOST_HEADER_ROWS = 5
CLEAR = 0.6
VERY_CLEAR = 0.85
NEXT_LINE = 0.8
ROWS_BELOW = 40


def continues(sheet: Sheet, top: int, candidate: int, match: Matcher) -> bool:
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
        column: heading_likeness(" ".join((*above.get(column, ()), texts[column])), match)
        for column in filled
    }
    if len(children) == len(filled):
        return all(len(text) <= 40 for text in texts.values())
    left = sorted(above)[:2]  # where section rows stand: "A. COACHING CLINIC" is no heading
    if len(filled) < len(above) and all(
        max(alone[c], joined[c]) >= VERY_CLEAR and c not in left for c in filled
    ):
        return True
    if len(filled) < 2 or _recurs(sheet, candidate, texts):
        return False
    worded = [max(score, joined[column]) for column, score in alone.items() if tokens_of(texts[column])]
    if len(worded) >= 3 and sum(score >= NEXT_LINE for score in worded) >= 0.7 * len(worded):
        return True
    before = {
        column: heading_likeness(" ".join(above[column]), match) for column in filled if column in above
    }
    if not before or any(column not in before and column not in children for column in filled):
        return False
    gain = sum(joined[column] - before[column] for column in before) / len(before)
    return gain > 0.04 and sum(joined[column] for column in before) / len(before) >= CLEAR


def _states_unit(text: str) -> bool:
    """ "(Ribu Rupiah)", "(%)": a line that is only a unit stands under a heading, never in a list."""
    return text.startswith("(") and not tokens_of(text) and any(c.isalpha() or c == "%" for c in text)


def _numbers_begin_below(sheet: Sheet, above: Mapping[int, tuple[str, ...]], candidate: int) -> bool:
    """Whether the counter column is blank in this row of texts and begins to count in the next one."""
    counter = next((c for c, texts in above.items() if is_counter(" ".join(texts))), None)
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
        {column for column, text in texts.items() if column < len(line) and line[column] == text}
        for line in below
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
        return (
            column + 1 not in above
            and column + 1 < len(sheet.values[row])
            and bool(texts_in(sheet.values[row]).get(column + 1))
        )
    left = max((c for c in above if c < column), default=None)
    return left is not None and all(
        sheet.values[row][between] not in (None, "") for between in range(left, column)
    )
