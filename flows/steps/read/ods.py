"""What the fast reader of .ods leaves out: merged ranges, error cells, and how far repeated cells reach."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, field
from xml.parsers import expat

from flows.steps.read.cells import Range, SameNames, is_error_text

_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "
_CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 "
_CHUNK = 1_000_000


@dataclass(slots=True)
class Marks:
    """Merged ranges and error cells of one sheet; ``rows``, ``columns``: how far filled cells reach.

    ``written``: cells that the file writes out; one may stand for millions that repeat it.
    """

    merged: list[Range] = field(default_factory=list)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    rows: int = 0
    columns: int = 0
    written: int = 0


@dataclass(slots=True)
class _Place:
    sheets: dict[str, Marks] = field(default_factory=dict)
    marks: Marks | None = None
    depth: int = 0
    row: int = 0
    row_repeat: int = 1
    column: int = 0
    repeat: int = 1
    in_cell: bool = False
    filled: bool = False
    is_error: bool = False
    has_formula: bool = False
    notes: int = 0
    text: list[str] = field(default_factory=list)


class EntityDeclared(ValueError):
    """The XML declares entities, which no spreadsheet program writes."""


def scan_content(archive: zipfile.ZipFile) -> dict[str, Marks]:
    """Marks by sheet name, from content.xml as it streams by.

    Raises ExpatError for broken XML, EntityDeclared, and what ``zipfile`` raises.
    """
    state = _Place()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, attributes: _start(state, name, attributes)
    parser.EndElementHandler = lambda name: _end(state, name)
    parser.CharacterDataHandler = lambda text: _characters(state, text)
    parser.EntityDeclHandler = _refuse
    with archive.open("content.xml") as part:
        while chunk := part.read(_CHUNK):
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    return state.sheets


def _refuse(*_: object) -> None:
    raise EntityDeclared


def _start(state: _Place, name: str, attributes: dict[str, str]) -> None:
    if name == _TABLE + "table":
        state.depth += 1
        if state.depth == 1:
            name = attributes.get(_TABLE + "name", "")
            if name in state.sheets:
                raise SameNames
            state.marks = state.sheets[name] = Marks()
            state.row = 0
    elif state.marks is None or state.depth != 1:
        return
    elif name == _TABLE + "table-row":
        state.row_repeat = _count(attributes.get(_TABLE + "number-rows-repeated"))
        state.column = 0
    elif name in (_TABLE + "table-cell", _TABLE + "covered-table-cell"):
        _start_cell(state, attributes)
    elif name == _OFFICE + "annotation":
        state.notes += 1


def _start_cell(state: _Place, attributes: dict[str, str]) -> None:
    state.in_cell, state.text = True, []
    state.repeat = _count(attributes.get(_TABLE + "number-columns-repeated"))
    kind = attributes.get(_OFFICE + "value-type")
    state.filled = kind is not None
    state.is_error = attributes.get(_CALC + "value-type") == "error"
    state.has_formula = _TABLE + "formula" in attributes
    down = _count(attributes.get(_TABLE + "number-rows-spanned"))
    right = _count(attributes.get(_TABLE + "number-columns-spanned"))
    if state.marks is not None and (down > 1 or right > 1):
        here = (state.row, state.column)
        state.marks.merged.append((*here, here[0] + down - 1, here[1] + right - 1))


def _characters(state: _Place, text: str) -> None:
    if state.in_cell and not state.notes:
        state.text.append(text)


def _end(state: _Place, name: str) -> None:
    if name == _TABLE + "table":
        state.depth -= 1
        if state.depth == 0:
            state.marks = None
    elif state.marks is None or state.depth != 1:
        return
    elif name == _OFFICE + "annotation":
        state.notes -= 1
    elif name == _TABLE + "table-row":
        state.row += state.row_repeat
    elif name in (_TABLE + "table-cell", _TABLE + "covered-table-cell"):
        _end_cell(state, state.marks)


def _end_cell(state: _Place, marks: Marks) -> None:
    text = "".join(state.text).strip()
    here = (state.row, state.column)
    if state.is_error or (state.has_formula and is_error_text(text)):
        marks.errors[here] = text or "#N/A"
    elif state.has_formula and not state.filled and not text:
        marks.errors[here] = ""
    if state.filled or text:
        marks.written += 1
        marks.rows = max(marks.rows, state.row + state.row_repeat)
        marks.columns = max(marks.columns, state.column + state.repeat)
    state.column += state.repeat
    state.in_cell = False


def _count(text: str | None) -> int:
    if text is None or not text.isascii() or not text.isdigit():
        return 1
    return max(1, min(int(text[:9]), 100_000_000))
