"""What one office is told about one of its files. Data only: the marked workbook, the letter and the chat text
are made from the same reply."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import Literal, NamedTuple

State = Literal["baru", "masih", "selesai", "terjawab"]


class Point(NamedTuple):
    """One finding as the office reads it.

    ``sel`` A1 address, None where it is about a row, a sheet or the whole file; ``kolom`` the column's title in
    words; ``nilai`` as received; ``pesan`` what is wrong and what was expected, ``tindakan`` how to put it right.
    ``keadaan``: against the file that this one answers: new, still open, settled; or answered with
    ``penjelasan``, the office's own explanation. ``pribadi``: ``nilai`` is personal data, for the office's own
    workbook only.
    """

    kode: str
    tingkat: str  # galat | peringatan | info
    lembar: str | None
    baris: int | None
    sel: str | None
    kolom: str | None
    nilai: str | None
    judul: str
    pesan: str
    tindakan: str
    keadaan: State = "baru"
    penjelasan: str | None = None
    pribadi: bool = False


def point_id(point: Point) -> str:
    """The finding's name in a returned workbook: ``<KODE>#<12 hex digits>``, the same for the same complaint about
    the same value in the same place, so that an explanation can be read back."""
    place = (point.kode, point.lembar or "", point.sel or "", point.kolom or "", point.nilai or "")
    digest = sha256("\x1f".join(place).encode("utf-8", "replace")).hexdigest()
    return f"{point.kode}#{digest[:12]}"


class TableCount(NamedTuple):
    """What became of one table of the file; ``laporan`` the report's title, ``status`` as in ``kiriman``."""

    lembar: str | None
    laporan: str | None
    wilayah: str | None
    periode: str | None
    status: str
    baris_masuk: int
    baris_dimuat: int
    baris_karantina: int
    baris_bukan_data: int


@dataclass(slots=True)
class Reply:
    """One file and all that its office should know about it.

    ``temuan``: errors and doubts; ``anggapan``: what the province assumed or changed (scales, corrections, dates
    settled by evidence), told for information; ``selesai``: findings of the file that this one answers which are
    gone now. ``menjawab``: that earlier file's name. ``tenggat``: until when an answer is asked for.
    """

    berkas: str
    jenis: str
    kode_wilayah: str | None
    wilayah: str | None
    diterima_pada: datetime
    tabel: list[TableCount] = field(default_factory=list)
    temuan: list[Point] = field(default_factory=list)
    anggapan: list[Point] = field(default_factory=list)
    selesai: list[Point] = field(default_factory=list)
    menjawab: str | None = None
    tenggat: datetime | None = None
