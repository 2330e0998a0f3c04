"""What the page is made from: facts of the published warehouse, without a word of how they are shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Literal, NamedTuple

#: What became of what was received: dimuat, dimuat_sebagian, ditolak, duplikat, digantikan, ditarik.
Status = str
#: How a district stands with a report in a year.
Standing = Literal[
    "masuk", "sebagian", "ditolak", "belum",
    # Against a due date, as v_ketepatan_waktu says it.
    "tepat_waktu", "terlambat", "belum_masuk", "diperpanjang", "belum_jatuh_tempo",
]  # fmt: skip


class Province(NamedTuple):
    """A province that has sent anything: all its districts, code → name, in order of the codes."""

    kode: str
    nama: str
    kabkota: Mapping[str, str]


class Value(NamedTuple):
    """A figure of one district for one year, with the period it stands for and when its data came.

    ``nilai`` is None where the district says nothing of it. ``bagian``: numerator and denominator of a percentage.
    """

    nilai: int | float | None
    periode: str | None
    per: datetime | None
    bagian: tuple[int, int] | None = None


class Arrivals(NamedTuple):
    """How many files (by content) and tables of one status came: on the last day of receipt, in 7 and in 30 days."""

    status: Status
    berkas: tuple[int, int, int]
    tabel: tuple[int, int, int]


class Arrival(NamedTuple):
    """What one district sent of one report and period on one day; ``nama_wilayah`` is None where not known."""

    hari: datetime
    nama_wilayah: str | None
    laporan: str | None
    periode: str | None
    status: Status
    tabel: int
    baris_dimuat: int
    baris_karantina: int


class Quarter(NamedTuple):
    """What one province received in a calendar quarter; ``melapor`` of ``seluruhnya`` districts sent something."""

    provinsi: str
    tahun: int
    triwulan: int
    kini: bool
    melapor: int
    seluruhnya: int
    kiriman: int
    ditolak: int
    belum: Sequence[str]


class Sent(NamedTuple):
    """How one district stands with one report: for a year (``untuk``: 2022), or for the period that it owes.

    ``hari``: days late, where that is known; ``tenggat``: the last day, where there is one.
    """

    laporan: str
    kode: str
    untuk: str
    keadaan: Standing
    hari: int | None = None
    tenggat: date | None = None


class Problem(NamedTuple):
    """Open findings of one code in one district (None: not known, or several); ``tingkat`` galat or peringatan."""

    kode: str | None
    temuan: str
    tingkat: str
    jumlah: int


class Held(NamedTuple):
    """Rows held back and tables refused that still wait, of one district (None: not known, or several)."""

    kode: str | None
    baris: int
    ditolak: int


class Meaning(NamedTuple):
    """What the dictionary says of a column: meaning, unit, and the caveat of its view; Indonesian, then English."""

    arti: tuple[str, str]
    satuan: tuple[str, str]
    catatan: tuple[str, str]


class Facts(NamedTuple):
    """Everything the page tells. ``nilai``: indicator → (district, year) → value, known years only. ``keadaan``: for
    the last year of each report; ``wajib``: for the last period that is due, empty where no due dates are known.
    ``laporan``: the printed names of report types, in their order.

    ``dibuat``: the moment that "today" means. ``jejak``: fingerprint of the published state.
    """

    dibuat: datetime
    diterbitkan_pada: datetime | None
    jejak: str
    provinsi: Sequence[Province]
    nilai: Mapping[str, Mapping[tuple[str, int], Value]]
    per_periode: Mapping[str, Mapping[tuple[str, str], int | None]]
    hari_terakhir: datetime | None
    kedatangan: Sequence[Arrivals]
    terbaru: Sequence[Arrival]
    triwulan: Sequence[Quarter]
    keadaan: Sequence[Sent]
    wajib: Sequence[Sent]
    temuan: Sequence[Problem]
    tertahan: Sequence[Held]
    arti: Mapping[tuple[str, str], Meaning]
    laporan: Mapping[str, tuple[str, str]]
