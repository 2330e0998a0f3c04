"""What arrived, who is missing, and what must be put right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from flows.outputs.site.data import Arrival, Facts, Problem, Province, Quarter, Sent
from flows.outputs.site.words import ACTORS, LEVELS, STANDING, STATUS, Both, period, same
from schemas.findings import CODES, advice, title

#: Quarters of receipt that are shown.
MOST_QUARTERS = 8
#: Where a report was received.
CAME = frozenset({"masuk", "sebagian", "tepat_waktu", "terlambat"})
_SEVERAL = Both("beberapa kabupaten/kota", "several districts")
_UNKNOWN = Both("belum diketahui", "not known")
_NO_REPORT = Both("laporan tidak dikenali", "report not recognised")


class Column(NamedTuple):
    """A report in the matrix: for which year or period, how many of how many districts it came from, and when it was
    due (None: not known); ``tepat``: how many of those in time."""

    laporan: str
    judul: Both
    untuk: Both
    melapor: int
    seluruhnya: int
    tenggat: date | None
    tepat: int


class Matrix(NamedTuple):
    """Districts × reports: ``sel`` of (district, report); ``keadaan``: those that occur, for the legend."""

    kolom: tuple[Column, ...]
    sel: Mapping[tuple[str, str], Sent]
    keadaan: tuple[str, ...]


class Kind(NamedTuple):
    """The open findings of one code in a province; ``di``: district names with their numbers, most first."""

    kode: str
    tingkat: str
    nama_tingkat: Both
    judul: Both
    cara: Both
    siapa: Both
    jumlah: int
    di: tuple[tuple[str, int], ...]


class Burden(NamedTuple):
    """What one district has to put right; ``kode`` is None where the district is not known, or several."""

    kode: str | None
    nama: Both
    galat: int
    peringatan: int
    baris: int
    ditolak: int


def report_title(facts: Facts, laporan: str | None) -> Both:
    """The printed name of a report type."""
    return Both(*facts.laporan.get(laporan, _NO_REPORT)) if laporan else _NO_REPORT


def matrix(facts: Facts, standings: Sequence[Sent], province: Province) -> Matrix:
    """How the districts of a province stand with each report, in the order of the report types."""
    cells = {(one.kode, one.laporan): one for one in standings if one.kode in province.kabkota}
    columns = []
    for name in facts.laporan:
        held = [one for (_, laporan), one in cells.items() if laporan == name]
        if held:
            came = sum(one.keadaan in CAME for one in held)
            in_time = sum(one.keadaan == "tepat_waktu" for one in held)
            due = max((one.tenggat for one in held if one.tenggat), default=None)
            columns.append(
                Column(name, report_title(facts, name), period(held[0].untuk), came, len(held), due, in_time)
            )
    occurring = {one.keadaan for one in cells.values()}
    return Matrix(tuple(columns), cells, tuple(name for name in STANDING if name in occurring))


def silent(facts: Facts, province: Province) -> Sequence[str]:
    """Names of the districts of which nothing is in force in any year of the matrix."""
    heard = {one.kode for one in facts.keadaan if one.keadaan in CAME}
    return [nama for kode, nama in province.kabkota.items() if kode not in heard]


def quarters(facts: Facts, province: Province) -> list[Quarter]:
    """The last quarters of receipt, oldest first."""
    return [one for one in facts.triwulan if one.provinsi == province.kode][-MOST_QUARTERS:]


def arrival_place(one: Arrival) -> Both:
    """Where it came from."""
    if one.nama_wilayah == "*":
        return _SEVERAL
    return same(one.nama_wilayah) if one.nama_wilayah else _UNKNOWN


def arrival_status(one: str) -> Both:
    """The status in words."""
    return STATUS.get(one, same(one))


def quarter_name(one: Quarter) -> Both:
    """The quarter in words."""
    return period(f"{one.tahun}-T{one.triwulan}")


def kinds(facts: Facts, names: Mapping[str, str] | None) -> list[Kind]:
    """Open findings by code, errors first, then by number; ``names``: those of these districts, None: of nobody."""
    held: dict[tuple[str, str], list[Problem]] = defaultdict(list)
    for one in facts.temuan:
        if (one.kode is None) if names is None else (one.kode in names):
            held[one.tingkat, one.temuan].append(one)
    made = [_kind(kode, tingkat, many, names or {}) for (tingkat, kode), many in held.items()]
    return sorted(made, key=lambda one: (one.tingkat != "galat", -one.jumlah, one.kode))


def _kind(kode: str, tingkat: str, many: Sequence[Problem], names: Mapping[str, str]) -> Kind:
    where = sorted(
        ((names[one.kode], one.jumlah) for one in many if one.kode), key=lambda one: (-one[1], one[0])
    )
    known = CODES.get(kode)
    return Kind(
        kode,
        tingkat,
        LEVELS.get(tingkat, same(tingkat)),
        Both(title(kode), title(kode, "en")),
        Both(advice(kode), advice(kode, "en")),
        ACTORS[known.tindakan] if known else same(""),
        sum(one.jumlah for one in many),
        tuple(where),
    )


def burdens(facts: Facts, province: Province | None) -> list[Burden]:
    """What each district has to put right, most first; without a province: what belongs to no single district."""
    names = province.kabkota if province else {}
    counts: dict[str | None, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for one in facts.temuan:
        counts[one.kode][0 if one.tingkat == "galat" else 1] += one.jumlah
    for held in facts.tertahan:
        counts[held.kode][2] += held.baris
        counts[held.kode][3] += held.ditolak
    made = [
        Burden(kode, same(names[kode]) if kode else Both("Belum diketahui, atau beberapa", "Not known, or several"),
               *many)
        for kode, many in counts.items()
        if (kode in names if province else kode is None)
    ]  # fmt: skip
    return sorted(
        made, key=lambda one: (-one.galat - one.baris - one.ditolak, -one.peringatan, one.kode or "")
    )
