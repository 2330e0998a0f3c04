"""The things that travel along the route, from the bytes of a file to typed rows. Data only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import polars as pl

    from flows.grammar.profile import Profile

Value = str | int | float | bool | date | datetime | time | None


class Finding(NamedTuple):
    """One finding about a file, a sheet, a header, a row or a cell.

    ``kode`` is in ``schemas.findings``; ``lembar`` None for CSV and for findings about the whole file;
    ``baris`` 1-based as the spreadsheet shows it; ``kolom`` our column; ``sel`` A1 address; ``nilai`` as
    received; ``rincian`` the words that the message of the code asks for.
    """

    kode: str
    lembar: str | None = None
    baris: int | None = None
    kolom: str | None = None
    sel: str | None = None
    nilai: str | None = None
    rincian: dict[str, str] = {}


@dataclass(frozen=True, slots=True)
class Submission:
    """One file as received. ``jalur`` is its path below the folder that was loaded (context for district)."""

    berkas: str
    jalur: str
    data: bytes
    sha256: str
    jenis: str  # xlsx | xlsm | xls | xlsb | ods | csv


@dataclass(slots=True)
class Sheet:
    """Every cell of one sheet as the person sees it; values[r][c] with addresses fixed here.

    ``row_numbers[r]`` is the row number the spreadsheet program shows (line number of the record for CSV);
    ``letters[c]`` the column letters. ``merged`` holds (first row, first column, last row, last column) as
    indices into ``values``. ``errors`` maps (r, c) to the error text of a cell (#REF!) or "" for a formula
    without a stored result. ``pembaca``: the library that read it.
    """

    lembar: str | None
    values: list[list[Value]]
    row_numbers: list[int]
    letters: list[str]
    hidden: bool = False
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    pembaca: str | None = None

    def address(self, row: int, column: int) -> str | None:
        """A1 address of values[row][column]."""
        return f"{self.letters[column]}{self.row_numbers[row]}"


class HeaderCell(NamedTuple):
    """One column of a table's header: the texts above it from the outermost down, and where the last stands."""

    column: int
    path: tuple[str, ...]
    row: int


@dataclass(slots=True)
class Table:
    """One report table found on a sheet; rows are indices into ``sheet.values``.

    ``data`` are the rows to load, ``sections`` the section text in force per data row, ``claims`` the total
    rows with the data rows each adds up, ``not_data`` every other row of the table's span with its reason.
    ``titled``: the title block announces the report; ``rivals``: other report types that the headings suit
    nearly as well, each with its ``titled``. ``profiles``: what was seen of the values, by column.
    """

    sheet: Sheet
    laporan: str
    header: list[HeaderCell]
    header_rows: list[int]
    data: list[int]
    sections: dict[int, tuple[str, ...]] = field(default_factory=dict)
    claims: list[tuple[int, list[int]]] = field(default_factory=list)
    not_data: dict[int, str] = field(default_factory=dict)
    title_rows: list[int] = field(default_factory=list)
    titled: bool = False
    rivals: list[tuple[str, bool]] = field(default_factory=list)
    first_column: int = 0
    last_column: int = 0
    profiles: dict[int, Profile] = field(default_factory=dict)
    _cells: list[tuple[Value, ...]] | None = None

    def cells(self, column: int) -> Sequence[Value]:
        """The cells of one physical column over the rows to load, None beyond the end of a short row.

        To be asked once it is settled which rows those are.
        """
        if self._cells is None:
            self._cells = list(zip_longest(*(self.sheet.values[row] for row in self.data)))
        return self._cells[column] if column < len(self._cells) else [None] * len(self.data)


class Settled(NamedTuple):
    """What an officer settles on the command line, over whatever the workbook says; None where nothing."""

    wilayah: str | None = None
    periode: str | None = None
    laporan: str | None = None


class Context(NamedTuple):
    """District and period of a table and the source of each ("judul: KAB. BARRU"); None where unsettled.

    ``kode_wilayah`` is None too where every row names its own district.
    """

    kode_wilayah: str | None
    periode: str | None
    sumber_wilayah: str = ""
    sumber_periode: str = ""


class Named(NamedTuple):
    """A physical column understood as a column of the report type.

    ``part`` tells apart physical columns that share one of ours: "L"/"P" for a gender in two tick columns.
    ``scale`` multiplies money (1, 1_000, 1_000_000 …); ``score`` and ``why`` explain the choice.
    """

    column: int
    kolom: str
    header: str
    score: float
    why: str
    scale: int = 1
    part: str = ""


class Constant(NamedTuple):
    """A value that holds for every row of a table: from a label in its title block or the sheet's name.

    ``sel`` is "" where the sheet's name says it; ``teks`` the cell's text (or the sheet's name) as it stands.
    """

    kolom: str
    nilai: str
    sel: str
    teks: str = ""


class Borrowed(NamedTuple):
    """A value of row ``baris`` that stands in another cell, and how it came here.

    ``sel`` is None where no cell says it (the sheet's name does). ``teks``: that cell's raw text where it is
    not among the raw texts of the row.
    """

    baris: int
    kolom: str
    sel: str | None
    cara: str
    teks: str | None = None


class Derived(NamedTuple):
    """A column that the table lacks and that follows from its column ``dari``, and how."""

    kolom: str
    dari: str
    cara: str


@dataclass(slots=True)
class TypedTable:
    """One table, understood: typed rows with their raw texts, ready for ``check``.

    ``frame`` has ``baris``, ``kode_wilayah``, the report's columns, and ``mentah``: the raw texts of the
    named columns in the order of ``named``. ``letters`` maps our columns to column letters (of a gender
    in two tick columns to one of them), ``named_letters`` are those of each of ``named``; ``elsewhere``
    lists cells whose value stands in another cell (merged, ditto, section, label), ``derived`` the columns
    that follow from others. ``held`` maps baris to
    the codes that hold the row back, ``faults`` (baris, kolom) to the code that emptied the cell.
    """

    lembar: str | None
    laporan: str
    context: Context
    frame: pl.DataFrame
    named: list[Named]
    letters: dict[str, str]
    elsewhere: list[Borrowed]
    held: dict[int, list[str]]
    faults: dict[tuple[int, str], str]
    rows_in: int
    not_data: dict[int, str]
    claims: list[Claim]
    isi_sha256: str = ""
    derived: list[Derived] = field(default_factory=list)
    named_letters: list[str] = field(default_factory=list)


class Claim(NamedTuple):
    """A total the report states: where, for which column, how much, and the sum of the rows it covers."""

    baris: int
    sel: str
    kolom: str
    nilai: float
    jumlah_baris: float


class HeldRow(NamedTuple):
    """A row held back: our column → raw text, and the codes that hold it."""

    baris: int
    isi: dict[str, str | None]
    kode: list[str]


@dataclass(slots=True)
class Checked:
    """A table after ``check``: the rows to load, the rows held back, and what was found."""

    table: TypedTable
    good: pl.DataFrame
    held: list[HeldRow]
    findings: list[Finding]
