"""The matrix district × report, cell by cell, and the rates under it. Pure text; colours are named by their tone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Literal, NamedTuple

State = Literal[
    "tepat_waktu",
    "terlambat",
    "ditolak",
    "belum_masuk",
    "diperpanjang",
    "belum_jatuh_tempo",
    "tanpa_kewajiban",
]
RECEIVED: frozenset[State] = frozenset({"tepat_waktu", "terlambat"})
#: What an officer has to do something about.
OPEN: frozenset[State] = frozenset({"ditolak", "belum_masuk"})
#: The gravest first: it gives its colour to a cell that stands for several periods.
GRAVEST: tuple[State, ...] = (
    "belum_masuk", "ditolak", "diperpanjang", "belum_jatuh_tempo", "terlambat", "tepat_waktu", "tanpa_kewajiban",
)  # fmt: skip
TONES: dict[State, str] = {
    "tepat_waktu": "green",
    "terlambat": "yellow",
    "ditolak": "bold magenta",
    "belum_masuk": "bold red",
    "diperpanjang": "cyan",
    "belum_jatuh_tempo": "dim",
    "tanpa_kewajiban": "green",
}


class Unit(NamedTuple):
    """One report that a district owes for a period, and what became of it as of ``per``; days are calendar days."""

    kode_wilayah: str
    nama_wilayah: str
    laporan: str
    periode: str
    jatuh_tempo: date | None
    diperpanjang_sampai: date | None
    tenggat: date | None
    diterima_pada: datetime | None
    status: State
    hari_terlambat: int
    baris_dimuat: int
    baris_karantina: int
    bulan_diterima: int
    bulan_wajib: int
    per: date


class Cell(NamedTuple):
    """What stands in the matrix, five characters where nobody is years late, and its colour."""

    teks: str
    tone: str


class Rates(NamedTuple):
    """Expected reports, those received, those received on time.

    As DHIS2 counts: rates are shares of all expected reports, also of those that may still come in time.
    """

    wajib: int
    masuk: int
    tepat: int

    @property
    def pelaporan(self) -> float | None:
        """Reporting rate in percent; None where nothing is owed."""
        return 100 * self.masuk / self.wajib if self.wajib else None

    @property
    def ketepatan(self) -> float | None:
        """On-time rate in percent; None where nothing is owed."""
        return 100 * self.tepat / self.wajib if self.wajib else None


def rates_of(units: Iterable[Unit]) -> Rates:
    """The rates over these units, of reports that are due somewhere or have come from somebody.

    What came without being owed does not count, nor a report and period that nobody has to have sent yet.
    """
    wanted = [one for one in units if one.status != "tanpa_kewajiban"]
    begun = {(one.laporan, one.periode) for one in wanted if one.status != "belum_jatuh_tempo"}
    owed = [one for one in wanted if (one.laporan, one.periode) in begun]
    return Rates(
        len(owed),
        sum(one.status in RECEIVED for one in owed),
        sum(one.status == "tepat_waktu" for one in owed),
    )


def cell_of(units: Sequence[Unit]) -> Cell:
    """The cell of one district and report; several periods are counted: ``3/4``."""
    if not units:
        return Cell("", "dim")
    worst = min(units, key=lambda one: (GRAVEST.index(one.status), -one.hari_terlambat))
    if len(units) > 1:
        came = sum(one.status in RECEIVED or one.status == "tanpa_kewajiban" for one in units)
        held = any(one.baris_karantina for one in units)
        return Cell(f"{came}/{len(units)}" + ("!" if held else ""), TONES[worst.status])
    return Cell(_text(worst), TONES[worst.status])


def _text(one: Unit) -> str:
    held = "!" if one.baris_karantina else ""
    if one.status == "terlambat":
        return f"✓+{one.hari_terlambat}{held}"
    if one.status == "belum_masuk":
        return f"✗{one.hari_terlambat}"
    if one.status == "ditolak":
        return "tlk"
    if one.status == "diperpanjang":
        left = (one.tenggat - one.per).days if one.tenggat else 0
        return f"→{left}"
    return {"tepat_waktu": "✓", "belum_jatuh_tempo": "·", "tanpa_kewajiban": "+"}[one.status] + held


def heading(laporan: str, width: int = 5) -> str:
    """A report's name on two lines of a narrow column: ``pembi/naan``, ``pasar/murah``."""
    first, _, second = laporan.partition("_")
    return f"{first[:width]}\n{second[:width] or first[width : 2 * width]}"


def short_period(kode: str, width: int = 5) -> str:
    """``T3'26`` for 2026-T3, ``2026`` for the year; on two lines where there is no room for five characters."""
    year, _, part = kode.partition("-")
    if width < 5:
        return f"{part}\n{year}"
    return f"{part}'{year[2:]}" if part else year
