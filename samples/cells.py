"""A sample workbook while it is being written: what stands in its cells, and beside it what must be read from them.

The truth is kept from the data that fills the cells, so it owes nothing to the loader it is held against.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple


class Formula(NamedTuple):
    """A formula with the result the office's program stored beside it."""

    text: str
    result: float | str


class As(NamedTuple):
    """A cell that is written otherwise than its column writes: ``value`` is what must be read from it.

    ``kode`` is the finding it must raise. ``measured`` False leaves the value out of the truth, where the
    contract only says that it is doubted.
    """

    value: Any
    written: Any
    kode: str | None = None
    measured: bool = True


UP = object()
"""Written in a cell that is merged with the one above it."""


class Col(NamedTuple):
    """One printed column. ``name`` is ours, "rentang" for a range of days, None for a column that is nobody's.

    ``heads`` are its header texts from the top; ``show`` turns a value into what the office typed; ``part``
    marks the second of two columns that share one of ours.
    """

    name: str | None
    heads: tuple[str, ...]
    show: Callable[[Any], Any] = lambda value: value
    part: str = ""


class Section(NamedTuple):
    """A section row, and the values it gives to the rows below it."""

    text: str
    gives: Mapping[str, Any] = {}
    restart: bool = False


class Sub(NamedTuple):
    """A total of the rows since the last section, or of all rows with ``whole``; ``off`` makes it wrong."""

    label: str
    names: tuple[str, ...]
    whole: bool = False
    off: Mapping[str, int] = {}


class Plain(NamedTuple):
    """A row in the midst of a table that is no data: a page footer, a repeated header, a blank."""

    cells: tuple[Any, ...] = ()


def code(number: int) -> str:
    """Column letters of a column counted from 0."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@dataclass
class Page:
    """One sheet: rows of cells, merged ranges (first row, first column, last row, last column; from 0)."""

    name: str | None
    hidden: bool = False
    rows: list[list[Any]] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)

    def line(self, *cells: Any, left: int = 0) -> int:
        """Append a row; its number as the spreadsheet shows it."""
        self.rows.append([None] * left + list(cells))
        return len(self.rows)

    def lines(self, *texts: Any, left: int = 0) -> None:
        """Append one row for each text; None leaves a row blank."""
        for text in texts:
            self.line(text, left=left)

    def sign(self, place: str, day: str, chief: str, column: int = 4) -> None:
        """A signature block such as closes most reports."""
        self.lines(None, f"{place}, {day}", "Mengetahui,", "KEPALA DINAS", None, None, chief, left=column)
        self.line("NIP. 19790214 200604 1 008", left=column)


@dataclass
class Book:
    """One file: where it stands below the inbox, its pages, and the truth about it."""

    path: str
    pages: list[Page] = field(default_factory=list)
    tables: list[dict[str, Any]] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    further: dict[str, Any] = field(default_factory=dict)
    shows: str = ""

    def page(self, name: str | None, hidden: bool = False) -> Page:
        made = Page(name, hidden)
        self.pages.append(made)
        return made

    def truth(self) -> dict[str, Any]:
        """What expected.json says of this file."""
        said: dict[str, Any] = {
            "berkas": self.path.rsplit("/", 1)[-1],
            "jalur": self.path,
            "tabel": self.tables,
        }
        if self.refused:
            said["berkas_temuan"] = self.refused
        return said | self.further
