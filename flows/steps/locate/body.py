"""What each row below a header is: data, section, total, repeated header, note, signature, blank."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from flows.grammar.headings import is_about_the_report
from flows.grammar.rows import (
    is_note,
    is_numbering,
    is_page_mark,
    is_roman,
    is_signature,
    is_total_word,
    names_place,
    opens_total,
    section_title,
)
from flows.grammar.scales import scale_of
from flows.grammar.text import fold, is_blank
from flows.shapes import Sheet, Value
from flows.steps.locate.heads import Block
from flows.steps.locate.rows import filled_among, texts_in


@dataclass(slots=True)
class Body:
    """The rows of one table below its header, each in one of the four."""

    data: list[int] = field(default_factory=list)
    sections: dict[int, tuple[str, ...]] = field(default_factory=dict)
    totals: list[int] = field(default_factory=list)
    not_data: dict[int, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Scan:
    sheet: Sheet
    columns: list[int]
    headings: Mapping[int, frozenset[str]]  # column → the texts its heading is printed with
    counter: int | None  # the physical column of running numbers
    form: bool  # our blank form, filled in
    body: Body = field(default_factory=Body)
    section: tuple[str, ...] = ()
    signed: bool = False
    gap: bool = False


def read_body(
    sheet: Sheet, block: Block, columns: Sequence[int], starts_new: Callable[[int], bool], stop: int
) -> Body:
    """Classify the rows from below ``block`` up to ``stop`` or to where ``starts_new(row)`` is true."""
    scan = _Scan(sheet, list(columns), _headings(block, columns), _counter(block, columns), block.form)
    row = block.last_row + 1
    while row < stop:
        if scan.gap and not _prints_headings_again(scan, row) and starts_new(row):
            _hand_over_title(scan.body)
            break
        _place(scan, row)
        row += 1
    _settle_trailing(scan.body)
    return scan.body


def _headings(block: Block, columns: Sequence[int]) -> dict[int, frozenset[str]]:
    inside = set(columns)
    return {
        cell.column: frozenset(text.lower() for text in (*cell.path, " ".join(cell.path)))
        for cell in block.cells
        if cell.column in inside
    }


def _counter(block: Block, columns: Sequence[int]) -> int | None:
    for cell in block.cells:
        if cell.column in columns:
            plain = fold(" ".join(cell.path)).lower().strip(". ")
            if plain in {"no", "nomor", "no urut", "no. urut", "nomor urut", "nr", "urut", "#", "no.urut"}:
                return cell.column
    return None


def _place(scan: _Scan, row: int) -> None:
    values = scan.sheet.values[row]
    filled = filled_among(scan.sheet, row, scan.columns)
    kind = "data" if _is_plainly_data(scan, values, filled) else _kind(scan, row, values, filled)
    if kind == "data":
        scan.body.data.append(row)
        if scan.section:
            scan.body.sections[row] = scan.section
        scan.gap = False
        return
    if kind == "total":
        scan.body.totals.append(row)
    if kind.startswith("section:"):
        _enter_section(scan, kind.removeprefix("section:"))
        kind = "bagian"
    scan.body.not_data[row] = kind
    scan.gap = True


def _is_plainly_data(scan: _Scan, values: Sequence[Value], filled: list[int]) -> bool:
    """A numbered row, mostly filled, with words in it: settled without looking further."""
    if scan.counter is None or len(filled) <= 0.5 * len(scan.columns) or len(filled) < 4:
        return False
    number = values[scan.counter] if scan.counter < len(values) else None
    if not isinstance(number, (int, float)) and not (isinstance(number, str) and number.isdecimal()):
        return False
    if scan.signed:
        return False
    words = 0
    for column in filled:
        text = values[column]
        if type(text) is str and len(text) > 8:
            words += 1
            if words == 2:
                return True
    return False


def _kind(scan: _Scan, row: int, values: Sequence[Value], filled: list[int]) -> str:
    if not filled:
        outside = any(isinstance(value, str) and is_signature(value) for value in values if value)
        scan.signed = scan.signed or (outside and scan.gap)
        return "kosong"
    texts = {column: text for column, text in texts_in(values).items() if column in filled}
    if is_numbering([values[column] for column in filled]) and len(filled) >= 0.5 * len(scan.columns):
        return "nomor kolom"
    if _repeats_heading(scan, texts, filled):
        return "kop berulang"
    first = fold(values[filled[0]])
    leading = [fold(values[column]) for column in filled[:3] if isinstance(values[column], str)]
    if _is_total(scan, values, filled, leading):
        return "total"
    few = len(filled) <= max(2, 0.34 * len(scan.columns))
    if few and any(is_page_mark(text) for text in texts.values()) and len(filled) == 1:
        return "halaman"
    if len(filled) <= 3 and len(texts) == len(filled) and _is_labelled(list(texts.values())):
        return "lain"
    if few and is_note(first) and (scan.counter is None or filled[0] == scan.columns[0] or len(filled) == 1):
        return "catatan"
    if few and any(is_signature(text) for text in texts.values()) and not _looks_numbered(scan, values):
        scan.signed = True
        return "tanda tangan"
    if scan.signed and len(filled) <= max(2, 0.5 * len(scan.columns)):
        return "tanda tangan"
    return _section_or_data(scan, row, values, filled, texts)


def _is_labelled(texts: Sequence[str]) -> bool:
    """ "Kabupaten | : Barru": a line of a title block, whatever table it stands in."""
    if len(texts) == 2 and is_about_the_report(texts[0]):
        return True
    return len(texts) > 1 and any(text.startswith(":") or text.rstrip().endswith(":") for text in texts)


def _looks_numbered(scan: _Scan, values: Sequence[Value]) -> bool:
    if scan.counter is None or scan.counter >= len(values):
        return False
    value = values[scan.counter]
    return isinstance(value, (int, float)) or (isinstance(value, str) and value.strip(" .)").isdecimal())


def _prints_headings_again(scan: _Scan, row: int) -> bool:
    inside = {
        column: text for column, text in texts_in(scan.sheet.values[row]).items() if column in scan.columns
    }
    return len(inside) > 1 and _repeats_heading(scan, inside, list(inside))


def _repeats_heading(scan: _Scan, texts: dict[int, str], filled: list[int]) -> bool:
    """Whether a row prints the headings again, or one line of them, each in its own column."""
    if len(texts) < len(filled) or not texts:
        return False
    same = sum(
        any(f" {text.lower()} " in f" {heading} " for heading in scan.headings.get(column, ()))
        for column, text in texts.items()
    )
    return (same >= 2 and same >= 0.6 * len(filled)) or (same == len(filled) == 1 and scan.gap)


def _is_total(scan: _Scan, values: Sequence[Value], filled: list[int], leading: Sequence[str]) -> bool:
    """A total word among the first cells, with nothing but numbers and blanks behind it."""
    worded = [text for text in leading if is_total_word(text)]
    if not worded:
        return _opens_like_total(scan, values, filled, leading)
    others = [
        values[column]
        for column in filled
        if isinstance(values[column], str)
        and not is_blank(values[column])
        and not is_total_word(fold(values[column]))
    ]
    wordy = [text for text in others if not any(character.isdecimal() for character in str(text))]
    return len(wordy) <= 1 and (
        not wordy or is_roman(str(wordy[0])) or len(filled) > 3 or len(str(wordy[0])) <= 12
    )


def _opens_like_total(
    scan: _Scan, values: Sequence[Value], filled: list[int], leading: Sequence[str]
) -> bool:
    """ "Jumlah magang" | 12 | 340: a first word of totals, no running number, nothing but numbers behind."""
    if not leading or not opens_total(leading[0]) or _looks_numbered(scan, values):
        return False
    rest = [values[column] for column in filled if fold(values[column]) != leading[0]]
    return bool(rest) and all(
        not isinstance(value, str) or is_blank(value) or any(character.isdecimal() for character in value)
        for value in rest
    )


def _section_or_data(
    scan: _Scan, row: int, values: Sequence[Value], filled: list[int], texts: dict[int, str]
) -> str:
    if scan.counter is not None and filled == [scan.counter]:
        value = values[scan.counter]
        if not isinstance(value, str) or value.strip(" .)").isdecimal():
            return "hanya nomor"
        return f"section:{fold(value)}"
    if any((row, column) in scan.sheet.errors for column in filled):
        return "data"
    if all(is_blank(values[column]) for column in filled if column != scan.counter) and len(filled) > 1:
        return "kosong"
    if len(filled) == 1 and texts:
        return _lone_text(scan, row, filled[0], next(iter(texts.values())))
    if len(filled) == 2 and len(texts) == 2 and len(scan.columns) > 2:
        first, second = texts[filled[0]], texts[filled[1]]
        if is_roman(first) and filled[0] == scan.columns[0]:
            return f"section:{second}"
    return "data"


def _lone_text(scan: _Scan, row: int, column: int, text: str) -> str:
    """One text alone in its row opens a section when it stands at the left or is merged across."""
    merged_across = any(
        r0 == row and r0 == r1 and c0 <= column and c1 - c0 >= 1 for r0, c0, r1, c1 in scan.sheet.merged
    )
    of_form = scan.form and column != scan.counter and not names_place(text)
    if len(scan.columns) <= 2 or (of_form and not merged_across):
        return "data"
    if merged_across or column in scan.columns[:2]:
        return f"section:{text}"
    if scan.counter is not None or scale_of(text) is not None or len(text) > 60:
        return "lain"  # a remark between the rows: a row of the list would have its number
    return "data"


def _enter_section(scan: _Scan, text: str) -> None:
    """Sections nest by their mark: a text under a text of another kind (I. … over KECAMATAN …) keeps both."""
    kind = _section_kind(text)
    kept = tuple(one for one in scan.section if _section_kind(one) < kind)
    scan.section = (*kept, fold(text))


def _section_kind(text: str) -> int:
    plain = section_title(text).lower()
    if plain.startswith(("kec", "distrik")):
        return 1
    if plain.startswith(("desa", "kel.", "kel ", "kelurahan")):
        return 2
    return 3


def _hand_over_title(body: Body) -> None:
    """Lone texts and blanks right above the next header are that table's title, not rows of this one."""
    last = max((*body.data, *body.totals), default=-1)
    for row in sorted(body.not_data, reverse=True):
        if row <= last or body.not_data[row] not in {"bagian", "kosong", "lain"}:
            break
        del body.not_data[row]


def _settle_trailing(body: Body) -> None:
    """Lone texts after the last data row opened no section: they are notes below the table."""
    last = max((*body.data, *body.totals), default=-1)
    for row, kind in body.not_data.items():
        if row > last and kind == "bagian":
            body.not_data[row] = "catatan"
