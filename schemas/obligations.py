"""Who owes which report when: what the lines of ``kewajiban.csv`` mean, and the due dates that follow from them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import combinations
from typing import Literal, NamedTuple

from schemas.district_names import districts, provinces
from schemas.period_codes import Grain, Period, period_of
from schemas.region_groups import region_groups
from schemas.regions import resolve_district
from schemas.reports import specs
from schemas.working_days import WorkingDays

Kind = Literal["hari kerja", "hari", "tanggal"]
FREQUENCIES: dict[str, Grain] = {
    "bulanan": "bulan",
    "triwulanan": "triwulan",
    "semesteran": "semester",
    "tahunan": "tahun",
}
COLUMNS = ("laporan", "frekuensi", "jatuh_tempo", "daerah", "dari", "sampai", "keterangan")
NEEDED = frozenset(COLUMNS[:5])
#: The province whose districts ``semua`` means, unless the office is told otherwise.
PROVINCE = "73"
LONGEST_WAIT = 366

_WAIT = re.compile(r"(\d{1,3})\s*(hari kerja|hari)")
_DAY_OF_MONTH = re.compile(r"(?:tanggal|tgl\.?)\s*(\d{1,2})")
_PARTS: dict[Grain, tuple[str, ...]] = {
    "tahun": ("",),
    "semester": ("-S1", "-S2"),
    "triwulan": ("-T1", "-T2", "-T3", "-T4"),
    "bulan": tuple(f"-{month:02d}" for month in range(1, 13)),
}


class Mistake(NamedTuple):
    """A line that cannot be used: its number as Excel shows it, the column, the key of the sentence, its details."""

    baris: int
    kolom: str
    key: str
    rincian: Mapping[str, object]


class DueRule(NamedTuple):
    """``jumlah`` working days or days after a period's end, or that day of the month after it."""

    jenis: Kind
    jumlah: int


class Obligation(NamedTuple):
    """One line: these districts owe this report for every period of a length, from one day to another.

    ``lebar``: how wide the line speaks: 0 named districts, 1 a group of districts, 2 a province.
    """

    baris: int
    laporan: str
    frekuensi: Grain
    aturan: DueRule
    wilayah: frozenset[str]
    lebar: int
    mulai: date
    selesai: date


class Owed(NamedTuple):
    """One report that one district owes for one period, and the day on which it is due."""

    kode_wilayah: str
    laporan: str
    periode: str
    periode_mulai: date
    periode_selesai: date
    jatuh_tempo: date


def read_obligations(
    records: Iterable[tuple[int, Mapping[str, str]]], province: str = PROVINCE
) -> tuple[list[Obligation], list[Mistake]]:
    """The lines of the list, and what is wrong with those that cannot be used.

    Lines of one width that speak about the same report, district and time are a mistake: nothing says which counts.
    """
    good: list[Obligation] = []
    mistakes: list[Mistake] = []
    for number, record in records:
        told = _line(number, record, province)
        if isinstance(told, Obligation):
            good.append(told)
        else:
            mistakes += told
    return good, mistakes + list(_contradictions(good))


def _line(number: int, record: Mapping[str, str], province: str) -> Obligation | list[Mistake]:
    wrong: list[Mistake] = []

    def mistake(column: str, key: str, **details: object) -> None:
        wrong.append(Mistake(number, column, key, {"nilai": record.get(column, "").strip(), **details}))

    names = [one.name for one in specs()]
    report = record.get("laporan", "").strip().casefold().replace(" ", "_")
    if report not in names:
        mistake("laporan", "owes.bad_report", pilihan=", ".join(names))
    frequency = FREQUENCIES.get(record.get("frekuensi", "").strip().casefold())
    if frequency is None:
        mistake("frekuensi", "owes.bad_frequency", pilihan=", ".join(FREQUENCIES))
    rule = rule_in(record.get("jatuh_tempo", ""))
    if rule is None:
        mistake("jatuh_tempo", "owes.bad_rule")
    places = places_in(record.get("daerah", ""), province)
    if isinstance(places, str):
        mistake("daerah", "owes.bad_place" if places else "owes.no_place", bagian=places)
    start, end = _period(record.get("dari", "")), _period(record.get("sampai", "") or "9999")
    if start is None:
        mistake("dari", "owes.bad_period")
    if end is None:
        mistake("sampai", "owes.bad_period")
    if start is not None and end is not None and start.mulai > end.selesai:
        mistake("sampai", "owes.ends_first", dari=start.kode)
    if wrong or frequency is None or rule is None or isinstance(places, str) or start is None or end is None:
        return wrong
    return Obligation(number, report, frequency, rule, places[0], places[1], start.mulai, end.selesai)


def rule_in(text: str) -> DueRule | None:
    """``10 hari kerja``, ``30 hari`` after the period's end, ``tanggal 15`` of the month after it; None for others."""
    said = " ".join(text.split()).casefold()
    wait, day = _WAIT.fullmatch(said), _DAY_OF_MONTH.fullmatch(said)
    if wait and int(wait[1]) <= LONGEST_WAIT:
        return DueRule("hari kerja" if wait[2] == "hari kerja" else "hari", int(wait[1]))
    if day and 1 <= int(day[1]) <= 31:
        return DueRule("tanggal", int(day[1]))
    return None


def places_in(text: str, province: str = PROVINCE) -> tuple[frozenset[str], int] | str:
    """The districts that ``semua``, codes, names and groups stand for, and how wide that is; else what is not known."""
    found: set[str] = set()
    widest = -1
    for part in (one.strip() for one in re.split(r"[,|+]", text)):
        if not part:
            continue
        told = _place(" ".join(part.split()), province)
        if told is None:
            return part
        found |= told[0]
        widest = max(widest, told[1])
    return (frozenset(found), widest) if found else ""


def _place(text: str, province: str) -> tuple[frozenset[str], int] | None:
    low = text.casefold()
    if low in {"semua", "seluruhnya"}:
        return _of_province(province), 2
    if low in _groups():
        return _groups()[low], 1
    for kode, nama in provinces().items():
        if low in {f"provinsi {nama}".casefold(), nama.casefold(), kode}:
            return _of_province(kode), 2
    told = resolve_district(text, province=province).kode
    return (frozenset({told}), 0) if told is not None else None


@cache
def _groups() -> dict[str, frozenset[str]]:
    return {one.kelompok.casefold(): frozenset(one.anggota) for one in region_groups()}


@cache
def _of_province(kode: str) -> frozenset[str]:
    return frozenset(one for one in districts() if one.startswith(f"{kode}."))


def _period(text: str) -> Period | None:
    try:
        return period_of(text.strip().upper())
    except ValueError:
        return None


def _contradictions(lines: Sequence[Obligation]) -> Iterator[Mistake]:
    for first, second in combinations(sorted(lines, key=lambda one: one.baris), 2):
        both = first.wilayah & second.wilayah
        if (
            both
            and (first.laporan, first.lebar) == (second.laporan, second.lebar)
            and first.mulai <= second.selesai
            and second.mulai <= first.selesai
        ):
            details = {"lain": first.baris, "nilai": districts()[min(both)].nama_lengkap}
            yield Mistake(second.baris, "daerah", "owes.twice", details)


def due_date(period: Period, rule: DueRule, calendar: WorkingDays) -> date:
    """When a report on ``period`` is due; a day on which offices are closed moves to the next working day."""
    if rule.jenis == "hari kerja":
        return (
            calendar.after(period.selesai, rule.jumlah)
            if rule.jumlah
            else calendar.on_or_after(period.selesai)
        )
    if rule.jenis == "hari":
        return calendar.on_or_after(period.selesai + timedelta(days=rule.jumlah))
    first = period.selesai + timedelta(days=1)
    last = (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return calendar.on_or_after(first.replace(day=min(rule.jumlah, last.day)))


def owed_by(lines: Sequence[Obligation], calendar: WorkingDays, until: date) -> list[Owed]:
    """Every report owed for a period that ends by ``until``, ordered by period, district, report.

    A period is ruled by the narrowest line that is in force on its last day.
    """
    found: list[Owed] = []
    for line in lines:
        rivals = [one for one in lines if one.laporan == line.laporan and one.lebar < line.lebar]
        for period in _periods(line, until):
            due = due_date(period, line.aturan, calendar)
            narrower = [one for one in rivals if one.mulai <= period.selesai <= one.selesai]
            free = line.wilayah.difference(*(one.wilayah for one in narrower))
            found += [Owed(kode, line.laporan, *period[:3], due) for kode in free]
    return sorted(found, key=lambda one: (one.periode_selesai, one.periode, one.kode_wilayah, one.laporan))


def _periods(line: Obligation, until: date) -> Iterator[Period]:
    for year in range(line.mulai.year, min(line.selesai, until).year + 1):
        for part in _PARTS[line.frekuensi]:
            period = period_of(f"{year}{part}")
            if line.mulai <= period.mulai and period.selesai <= min(line.selesai, until):
                yield period
