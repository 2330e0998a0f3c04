"""The file of taught wordings, ``istilah.csv`` under the home: as an officer opens it in Excel, line by line.

Written with semicolons, a byte-order mark and Windows line ends, which Excel opens in columns where the comma
is the decimal mark; read with semicolons, commas or tabs, in whatever encoding Excel saved it.
"""

from __future__ import annotations

import codecs
import csv
import io
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

FILE = "istilah.csv"
COLUMNS = ("nomor", "laporan", "judul", "kolom", "wilayah", "dari", "sampai", "alasan", "ditambahkan")
NEEDED = frozenset({"laporan", "judul", "kolom"})
_FORMULA_STARTS = ("=", "+", "@", "-", "＝", "＋", "＠", "－")

Record = tuple[int, dict[str, str]]  # line as Excel numbers it, column → text


class NotOurs(Exception):
    """The file has no heading line with the columns of the list, so nothing of it can be trusted."""


def read_records(home: Path) -> list[Record]:
    """The lines of the list that hold anything; none where there is no file yet.

    Raises :class:`NotOurs` where the first line does not name the columns.
    """
    path = home / FILE
    if not path.exists():
        return []
    text = _decoded(path.read_bytes())
    first = text.split("\n", 1)[0]
    delimiter = max(";,\t", key=first.count)
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as problem:
        raise NotOurs(str(path)) from problem
    heads = [cell.strip().casefold() for cell in lines[0]] if lines else []
    if not set(heads) >= NEEDED:
        raise NotOurs(str(path))
    return [
        (number, {head: _plain(cell) for head, cell in zip(heads, line, strict=False) if head})
        for number, line in enumerate(lines[1:], 2)
        if any(cell.strip() for cell in line)
    ]


def write_records(home: Path, records: Sequence[Mapping[str, str]]) -> None:
    """Put ``records`` in place of the list, whole or not at all; columns that officers added are kept."""
    more = dict.fromkeys(name for record in records for name in record if name not in COLUMNS)
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";")
    writer.writerow([*COLUMNS, *more])
    for record in records:
        writer.writerow([_harmless(record.get(name, "")) for name in (*COLUMNS, *more)])
    home.mkdir(parents=True, exist_ok=True)
    fresh = home / (FILE + ".baru")
    fresh.write_bytes(codecs.BOM_UTF8 + out.getvalue().encode("utf-8"))
    os.replace(fresh, home / FILE)


def _decoded(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _harmless(text: str) -> str:
    """A text that Excel would compute gets the apostrophe with which Excel itself marks text."""
    return f"'{text}" if len(text) > 1 and text.startswith(_FORMULA_STARTS) else text


def _plain(cell: str) -> str:
    text = " ".join(cell.split())
    return text[1:] if text.startswith(tuple(f"'{one}" for one in _FORMULA_STARTS)) else text
