"""What the fast reader of .xlsx leaves out: error cells, formulas without a result, how far the cells reach.

Found in the sheet's XML by pattern, as it streams by: a full parse would cost more than the reading itself.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.parsers import expat

from flows.steps.read.cells import Range, column_index

_CHUNK = 4_000_000
_ENDLESS = 262_144  # bytes without a tag; four a character, and some to spare
_LARGEST_LIST = 20_000_000  # bytes of workbook.xml; a real one has a few thousand

# A reference beyond column ZZ or row 9999: only then is it worth while to look how far the cells reach.
# It begins with a fixed letter, for which the pattern engine need not try every place.
_FAR = re.compile(rb"""r\s*=\s*["'](?:[A-Za-z]{3}[0-9]|[A-Za-z]{1,3}[0-9]{5})""")
_FILLED = re.compile(
    rb"""<(?:\w+:)?c\s(?:[^>]*?\s)?r\s*=\s*["']([A-Za-z]{1,3})([0-9]{1,20})["'](?:[^>]*[^/>])?>\s*<[^/]"""
)
_ERROR_TYPE = re.compile(rb"""\st\s*=\s*["']e["']""")
_NO_RESULT = re.compile(
    rb"(?:</(?:\w+:)?f>|<(?:\w+:)?f(?:\s[^>]*)?/>)\s*"
    rb"(<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_CELL_START = re.compile(rb"<(?:\w+:)?c\s([^>]*)>")
_REFERENCE = re.compile(rb"""(?:^|\s)r\s*=\s*["']([A-Za-z]{1,3})([0-9]{1,7})["']""")
_RESULT = re.compile(rb"<(?:\w+:)?v>([^<]*)</")
_MERGE = re.compile(
    rb"""<(?:\w+:)?mergeCell\s[^>]*?ref\s*=\s*["']([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})["']"""
)


@dataclass(slots=True)
class Marks:
    """What a sheet's XML tells. ``filled`` counts cells with content and ``rows``/``columns`` how far they
    reach; all three are 0 where no cell lies beyond column ZZ or row 9,999. ``unplaced``: there are error
    cells that do not say where they stand."""

    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    merged: list[Range] = field(default_factory=list)
    filled: int = 0
    rows: int = 0
    columns: int = 0
    unplaced: bool = False


class SheetPart(NamedTuple):
    """A sheet that the workbook lists, and the name of its part ("" where there is none).

    ``is_macro``: it holds Excel 4 macros.
    """

    name: str
    path: str
    is_macro: bool


def sheet_parts(archive: zipfile.ZipFile) -> list[SheetPart]:
    """The sheets that the workbook lists, in order. Raises ExpatError, BadZipFile where broken."""
    names = {info.filename.lower(): info.filename for info in archive.infolist()}
    workbook = names.get("xl/workbook.xml")
    relations = names.get("xl/_rels/workbook.xml.rels")
    if workbook is None or relations is None:
        return []
    targets = {
        one.get("Id", ""): (one.get("Target", ""), one.get("Type", "").lower().endswith("macrosheet"))
        for one in elements(archive, relations, "Relationship")
    }
    parts: list[SheetPart] = []
    for one in elements(archive, workbook, "sheet"):
        ident = next((value for key, value in one.items() if key.endswith(" id")), "")
        target, is_macro = targets.get(ident, ("", False))
        target = target.replace("\\", "/")
        path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
        parts.append(SheetPart(one.get("name", ""), names.get(path.lower(), ""), is_macro))
    return parts


def has_endless_text(archive: zipfile.ZipFile) -> bool:
    """Whether a text of the shared list is longer than any cell may hold (32,767 characters).

    Cells refer to the list by number, so that a small file can ask for any amount of memory.
    """
    for info in archive.infolist():
        if info.filename.lower() == "xl/sharedstrings.xml":
            with archive.open(info) as part:
                while block := part.read(_ENDLESS):
                    if len(block) == _ENDLESS and b"<" not in block:
                        return True
    return False


def elements(archive: zipfile.ZipFile, part: str, wanted: str) -> list[dict[str, str]]:
    """Attributes of every element ``wanted`` of a small part; those of a namespace as ``namespace name``.

    Without a tree: elements a million deep cost nothing. Raises ExpatError, BadZipFile where broken.
    """
    found: list[dict[str, str]] = []

    def begin(name: str, attributes: dict[str, str]) -> None:
        if name.rpartition(" ")[2] == wanted:
            found.append(attributes)

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = begin
    with archive.open(part) as file:
        parser.Parse(file.read(_LARGEST_LIST), True)
    return found


def scan_part(archive: zipfile.ZipFile, name: str) -> Marks:
    """The marks of one sheet part, streamed: memory stays at a few chunks. Raises BadZipFile, zlib.error."""
    marks = Marks()
    far = False
    with archive.open(name) as part:
        rest = b""
        while chunk := part.read(_CHUNK):
            chunk = rest + chunk
            cut = _cut(chunk) if len(chunk) >= _CHUNK else len(chunk)
            chunk, rest = chunk[:cut], chunk[cut:]
            far = far or _FAR.search(chunk) is not None
            _scan_chunk(chunk, marks)
        _scan_chunk(rest, marks)
    if far or _FAR.search(rest):
        _measure(archive, name, marks)
    return marks


def _cut(chunk: bytes) -> int:
    # Cells are not torn apart: a chunk ends behind a row where it has one, else before its last cell.
    end = chunk.rfind(b"</row>")
    if end >= 0:
        return end + 6
    start = chunk.rfind(b"<c ")
    return start if start > 0 else len(chunk)


def _scan_chunk(chunk: bytes, marks: Marks) -> None:
    if (b'"e"' in chunk or (b"'" in chunk and b"'e'" in chunk)) and _ERROR_TYPE.search(chunk):
        for cell in _CELL_START.finditer(chunk):
            if not _ERROR_TYPE.search(b" " + cell[1]):
                continue
            if (place := _place(cell[1])) is None:
                marks.unplaced = True
            else:
                end = chunk.find(b"</c>", cell.end())
                result = _RESULT.search(chunk, cell.end(), end if end >= 0 else len(chunk))
                marks.errors[place] = result[1].decode("ascii", "replace") if result else "#N/A"
    if b"<f" in chunk or b":f" in chunk:
        for found in _NO_RESULT.finditer(chunk):
            start = max(chunk.rfind(b"<c ", 0, found.start()), chunk.rfind(b":c ", 0, found.start()) - 1)
            opening = _CELL_START.search(chunk, max(start - 20, 0), found.start())
            # A text formula whose result is the empty text has an empty <v>: that is a result.
            if opening is None or (found[1] is not None and b'"str"' in opening[1]):
                continue
            if place := _place(opening[1]):
                marks.errors.setdefault(place, "")
    if b"mergeCell " in chunk:
        for left, top, right, bottom in _MERGE.findall(chunk):
            marks.merged.append(
                (int(top) - 1, column_index(left.decode()), int(bottom) - 1, column_index(right.decode()))
            )


def _place(attributes: bytes) -> tuple[int, int] | None:
    found = _REFERENCE.search(attributes)
    if found is None or int(found[2]) < 1:
        return None
    return int(found[2]) - 1, column_index(found[1].decode().upper())


def _measure(archive: zipfile.ZipFile, name: str, marks: Marks) -> None:
    with archive.open(name) as part:
        rest = b""
        while chunk := part.read(_CHUNK):
            chunk = rest + chunk
            cut = _cut(chunk) if len(chunk) >= _CHUNK else len(chunk)
            chunk, rest = chunk[:cut], chunk[cut:]
            _measure_chunk(chunk, marks)
        _measure_chunk(rest, marks)


def _measure_chunk(chunk: bytes, marks: Marks) -> None:
    places = _FILLED.findall(chunk)
    marks.filled += len(places)
    for letters in {letters for letters, _ in places}:
        marks.columns = max(marks.columns, column_index(letters.decode().upper()) + 1)
    for row in {row for _, row in places}:
        marks.rows = max(marks.rows, int(row))
