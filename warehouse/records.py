"""What the flow hands to the warehouse and what it gets back. Data only."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

import polars as pl

Choice = Literal["baru", "revisi", "tambahan", "duplikat", "ditolak"]
Status = Literal["dimuat", "dimuat_sebagian", "ditolak", "digantikan", "duplikat", "ditarik"]
Decree = Literal["ganti", "tambah"]


class HeldRow(NamedTuple):
    """A row held back: our column or header → text as received, and the codes that hold it back."""

    baris: int
    isi: dict[str, str | None]
    kode: list[str]
    kode_wilayah: str | None = None


class FindingRow(NamedTuple):
    """A finding as it is stored; ``pribadi`` says that ``nilai`` is personal data.

    ``penjelasan``: what the office that sent the file says about it.
    """

    berkas: str
    lembar: str | None
    baris: int | None
    kolom: str | None
    sel: str | None
    kode: str
    tingkat: str
    nilai: str | None
    pesan: str
    pribadi: bool = False
    penjelasan: str | None = None


class ClaimRow(NamedTuple):
    """A total that the report states; ``selisih`` is stated minus summed."""

    lembar: str | None
    baris: int
    sel: str
    kolom: str
    nilai: float
    jumlah_baris: float
    selisih: float


class ColumnOrigin(NamedTuple):
    """What is behind one of our columns: letters and heading of its physical column, money scale, why chosen.

    ``dari``: our column whose cells it follows from; ``cara``: how, or that the heading was taught. Without
    ``huruf`` every value of it stands in a cell of ``elsewhere``.
    """

    kolom: str
    huruf: str | None
    tajuk: str | None
    skala: int = 1
    skor: float = 1.0
    alasan: str = ""
    dari: str | None = None
    cara: str | None = None


class BorrowedCell(NamedTuple):
    """A value of row ``baris`` that stands in another cell: where (None: the sheet's name), how it came here.

    ``teks``: that cell's raw text where the raw texts of the row do not hold it.
    """

    baris: int
    kolom: str
    sel: str | None
    cara: str = ""
    teks: str | None = None


class Stamp(NamedTuple):
    """What understood the file: version of the code, hash of the report types."""

    code_version: str
    schema_hash: str


@dataclass(frozen=True)
class Delivery:
    """One report table of a file after ``check``, or a file or table that was refused (``good`` None).

    ``good``: baris (Int64), kode_wilayah, the report's columns, mentah (List(String): the raw text of each
    entry of ``columns`` that has letters and no ``dari``, in that order).
    ``penjelasan``: what the file's sheet of findings says about them, by the mark of the finding.
    ``pembaca``: the library that read the sheet.
    """

    kiriman_id: str
    berkas: str
    jalur: str
    sha256: str
    isi_sha256: str
    lembar: str | None
    laporan: str | None
    kode_wilayah: str | None
    periode: str | None
    jenis: str
    good: pl.DataFrame | None = None
    held: list[HeldRow] = field(default_factory=list)
    findings: list[FindingRow] = field(default_factory=list)
    claims: list[ClaimRow] = field(default_factory=list)
    columns: list[ColumnOrigin] = field(default_factory=list)
    elsewhere: list[BorrowedCell] = field(default_factory=list)
    rows_in: int = 0
    not_data: int = 0
    penjelasan: dict[str, str] = field(default_factory=dict)
    pembaca: str | None = None


@dataclass(frozen=True)
class Outcome:
    """What became of a delivery. ``baris_berulang``: its rows that also stand in a kiriman still in force."""

    kiriman_id: str
    berkas: str
    status: Status
    pilihan: Choice
    alasan: str
    menggantikan: tuple[str, ...] = ()
    baris_dimuat: int = 0
    baris_karantina: int = 0
    baris_berulang: int = 0
    findings: tuple[FindingRow, ...] = ()


@dataclass(frozen=True)
class Ruling:
    """What an officer decreed about the files of one command: that they replace what is in force for their units,
    or add to it. ``taken``: the submissions taken in under it so far; files of one command do not replace each
    other by decree."""

    decree: Decree
    taken: set[str] = field(default_factory=set)


class StoreError(Exception):
    """A delivery that contradicts itself: a bug of ours, never the fault of a workbook."""
