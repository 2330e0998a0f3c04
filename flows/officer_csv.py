"""Lists that an officer keeps in Excel: read with semicolons, commas or tabs, in whatever encoding Excel saved them.

A line whose first cell begins with ``#`` is a note. Written with semicolons, a byte-order mark and Windows line
ends, which Excel opens in columns where the comma is the decimal mark.
"""

from __future__ import annotations

import codecs
import csv
import io
import os
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

Record = tuple[int, dict[str, str]]  # line as Excel numbers it, column → text


class NoHeading(Exception):
    """The file cannot be read, or has no line that names its columns; ``missing``: those that are not named, ``key``:
    the sentence about it."""

    def __init__(self, path: Path, missing: Sequence[str], key: str = "owes.no_heading") -> None:
        super().__init__(path.name)
        self.path, self.missing, self.key = path, missing, key


def read_list(path: Path, needed: Collection[str]) -> list[Record]:
    """The lines below the heading that hold anything; none where there is no file.

    Raises :class:`NoHeading` where the first line that is no note does not name ``needed``: also an empty file is
    no list, lest one that was cut off be taken for "nobody owes anything".
    """
    if not path.exists():
        return []
    try:
        text = _decoded(path.read_bytes())
    except OSError as problem:
        raise NoHeading(path, sorted(needed), "owes.unreadable") from problem
    lines = [(number, line) for number, line in _lines(text) if any(line) and not line[0].startswith("#")]
    if not lines:
        raise NoHeading(path, sorted(needed))
    heads = [cell.casefold().replace(" ", "_") for cell in lines[0][1]]
    missing = [name for name in needed if name not in heads]
    if missing:
        raise NoHeading(path, sorted(missing))
    return [
        (number, {head: cell for head, cell in zip(heads, line, strict=False) if head})
        for number, line in lines[1:]
    ]


def write_new_list(path: Path, notes: Iterable[str], rows: Iterable[Sequence[str]]) -> None:
    """Write a list that is not there yet, whole or not at all: notes, then ``rows`` beginning with the heading."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";")
    for note in notes:
        writer.writerow([f"# {note}"])
    writer.writerows(rows)
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(path.name + ".baru")
    fresh.write_bytes(codecs.BOM_UTF8 + out.getvalue().encode("utf-8"))
    os.replace(fresh, path)


def _lines(text: str) -> Iterable[tuple[int, list[str]]]:
    """Lines as Excel numbers them, cells without blanks around them or the apostrophe that marks text."""
    heading = next((line for line in text.splitlines() if line.strip(' ";,\t') and "#" not in line[:3]), "")
    delimiter = max(";,\t", key=heading.count)
    try:
        parsed = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:
        return []
    return enumerate(([" ".join(cell.split()).removeprefix("'") for cell in line] for line in parsed), 1)


def _decoded(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
