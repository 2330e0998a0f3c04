"""What the fast reader of .xlsb leaves out: error cells and merged ranges, from the records as they stand."""

from __future__ import annotations

import posixpath
import struct
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from flows.steps.read.cells import Range
from flows.steps.read.xlsx import elements

_ROW, _ERROR, _FORMULA_ERROR, _SHEET, _MERGED = 0, 3, 11, 156, 176
_TEXTS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}  # fmt: skip


@dataclass(slots=True)
class Marks:
    """Merged ranges and error cells of one sheet, as 0-based rows and columns."""

    merged: list[Range] = field(default_factory=list)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)


def scan_book(archive: zipfile.ZipFile) -> list[tuple[str, Marks]]:
    """(sheet name, marks) of every sheet, in order. Raises what ``zipfile`` raises, ExpatError, struct.error."""
    names = {info.filename.lower(): info.filename for info in archive.infolist()}
    if "xl/workbook.bin" not in names or "xl/_rels/workbook.bin.rels" not in names:
        return []
    related = elements(archive, names["xl/_rels/workbook.bin.rels"], "Relationship")
    targets = {one.get("Id", ""): one.get("Target", "") for one in related}
    found = []
    for kind, data in _records(archive.read(names["xl/workbook.bin"])):
        if kind == _SHEET:
            ident, after = _text(data, 8)
            target = targets.get(ident, "").replace("\\", "/")
            path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
            part = names.get(path.lower())
            found.append((_text(data, after)[0], _scan(archive.read(part)) if part else Marks()))
    return found


def _text(data: bytes, place: int) -> tuple[str, int]:
    (length,) = struct.unpack_from("<I", data, place)
    end = place + 4 + 2 * length
    return data[place + 4 : end].decode("utf-16-le", "replace"), end


def _scan(data: bytes) -> Marks:
    marks, row = Marks(), 0
    for kind, record in _records(data):
        if kind == _ROW:
            (row,) = struct.unpack_from("<I", record)
        elif kind in (_ERROR, _FORMULA_ERROR):
            (column,) = struct.unpack_from("<I", record)
            marks.errors[row, column] = _TEXTS.get(record[8], "#N/A")
        elif kind == _MERGED:
            top, bottom, left, right = struct.unpack_from("<IIII", record)
            marks.merged.append((top, left, bottom, right))
    return marks


def _records(data: bytes) -> Iterator[tuple[int, bytes]]:
    """(kind, content) of each record: one or two bytes of kind, up to four of length, seven bits each."""
    place, end = 0, len(data)
    while place < end:
        kind = data[place]
        place += 1
        if kind & 0x80 and place < end:
            kind = (kind & 0x7F) | (data[place] & 0x7F) << 7
            place += 1
        length = shift = 0
        for _ in range(4):
            if place >= end:
                return
            byte = data[place]
            place += 1
            length |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80:
                break
        yield kind, data[place : place + length]
        place += length
