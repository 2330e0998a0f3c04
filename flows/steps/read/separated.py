"""CSV as it comes: encoding and separator are settled by evidence, every cell stays text."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter

from flows.shapes import Sheet
from flows.steps.read.cells import MOST_CELLS, TooLarge, sheet_of

# The comma comes last: it also stands inside numbers and addresses of files that another one separates.
SEPARATORS = ("\t", ";", "|", ",")
_CLEARLY_MORE = 0.1
_SAMPLE_LINES = 300
# A quoted cell with more lines than this is a quotation mark that nobody closed.
_MOST_LINES_IN_CELL = 30
_LINE_END = re.compile(r"\r\n|\n|\r")
_SEPARATOR_LINE = re.compile(r"\ufeff?sep=(.)(?:\r\n|\n|\r|$)", re.IGNORECASE)
_MOST_COLUMNS = 16_384  # of any spreadsheet program
# Programs pad with them; between two characters one may stand for anything, and the two are not joined.
_INNER_NUL = re.compile(r"(?<=[^\0;,\t|\r\n\"])\0+(?=[^\0;,\t|\r\n\"])")
_WRAPPED = re.compile(r'\s*"((?:[^"]|"")*)"[;,\t|\s]*')


def decode(data: bytes) -> str:
    """The text of a file: by its byte order mark, else UTF-16 by its zero bytes, else UTF-8, else cp1252."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF32_LE, "utf-32"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    head = data[:4000]
    if head.count(0) > len(head) // 4:
        little = head[1::2].count(0) > head[::2].count(0)
        return data.decode("utf-16-le" if little else "utf-16-be", errors="replace")
    lenient = data.decode("utf-8", errors="replace")
    bad = lenient.count("\ufffd")
    # One damaged byte does not turn a UTF-8 file into another encoding.
    if bad == 0 or sum(not character.isascii() for character in lenient) > 2 * bad:
        return lenient
    return data.decode("cp1252", errors="replace")


def read_separated(data: bytes) -> Sheet:
    """One sheet without a name from the bytes of a CSV file, every filled cell as text.

    Row numbers count records, as a spreadsheet program shows them: a record whose quoted cell holds line
    breaks is one row, a blank line is one too. Raises TooLarge.
    """
    text = _INNER_NUL.sub("\ufffd", decode(data)).replace("\x00", "")
    if max(map(text.count, SEPARATORS)) > MOST_CELLS:
        raise TooLarge("")
    if any(len(line) > _MOST_COLUMNS and _is_endless(line) for line in _LINE_END.split(text)):
        raise TooLarge("")
    return sheet_of(None, rows_of(text))


def _is_endless(line: str) -> bool:
    return any(line.count(separator) > _MOST_COLUMNS for separator in SEPARATORS)


def rows_of(text: str) -> list[list[str]]:
    """The rows of a CSV text, cut at the separator that suits it best.

    A first line ``sep=;`` is an instruction to Excel and no row. Lines that stand in quotation marks as a
    whole are opened, and a quotation mark that nobody closes does not swallow the lines behind it.
    """
    stated = _SEPARATOR_LINE.match(text)
    if stated:
        return _opened(records(_unwrapped(text[stated.end() :]), stated[1]), stated[1])
    text = _unwrapped(text)
    separator = separator_of(text)
    return _opened(records(text, separator), separator)


def records(text: str, separator: str) -> list[list[str]]:
    """All records of a CSV text cut at ``separator``; a blank line is a record without cells."""
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error:
        rows = []
    swallowed = any(cell.count("\n") + cell.count("\r") > _MOST_LINES_IN_CELL for row in rows for cell in row)
    if rows and not swallowed:
        return rows
    lines = _LINE_END.split(text)
    if lines and not lines[-1]:
        lines.pop()
    return [_cut_line(line, separator) for line in lines]


def _cut_line(line: str, separator: str) -> list[str]:
    if line.count('"') % 2 == 0:
        try:
            return next(csv.reader([line], delimiter=separator), [])
        except csv.Error:
            return line.split(separator)
    return line.split(separator)


def separator_of(text: str) -> str:
    """The separator that cuts most records of a text into the same number of columns; ``;`` where none does.

    Where several do about equally well, a tab or semicolon is believed before a comma.
    """
    sample = "\n".join(_LINE_END.split(text, maxsplit=_SAMPLE_LINES)[:_SAMPLE_LINES])
    best, best_share = ";", 0.0
    for separator in SEPARATORS:
        rows = [row for row in _opened(records(sample, separator), separator) if row]
        wide = Counter(len(row) for row in rows if len(row) > 1)
        share = max(wide.values(), default=0) / max(len(rows), 1)
        if share > best_share + (_CLEARLY_MORE if best_share else 0):
            best, best_share = separator, share
    return best


def _unwrapped(text: str) -> str:
    lines = _LINE_END.split(text)
    filled = [line for line in lines if line.strip()]
    wrapped = [found for line in filled if (found := _WRAPPED.fullmatch(line)) and _is_separated(found[1])]
    if len(wrapped) < 2 or len(wrapped) < len(filled) * 0.8:
        return text
    return "\n".join(
        found[1].replace('""', '"') if (found := _WRAPPED.fullmatch(line)) else line for line in lines
    )


def _is_separated(text: str) -> bool:
    return any(separator in text for separator in SEPARATORS)


def _opened(rows: list[list[str]], separator: str) -> list[list[str]]:
    """Rows with those cut again that are one quoted field holding a whole record of the usual width."""
    whole = {
        place: next(csv.reader([row[0]], delimiter=separator), [])
        for place, row in enumerate(rows)
        if len(row) >= 1 and separator in row[0] and "\n" not in row[0] and not any(row[1:])
    }
    if not whole:
        return rows
    widths = Counter(len(whole.get(place, row)) for place, row in enumerate(rows) if row)
    usual = widths.most_common(1)[0][0]
    return [whole[place] if len(whole.get(place, ())) == usual else row for place, row in enumerate(rows)]
