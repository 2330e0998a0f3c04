"""What arrives on a day: workbooks of 24 districts, revisions, additions, copies and broken files, and withdrawals.

The same seed gives the same day, byte for byte.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from bench.load_files import KINDS, QUARTERS, District, Row, write_workbook
from schemas.regions import districts
from schemas.villages import kecamatan_names

PROVINCE = "73."
YEARS = (2022, 2023, 2024)
#: How often each kind of thing happens, of a hundred.
ODDS = {
    "baru": 52, "revisi": 14, "tambahan": 10, "salinan": 8, "ditulis ulang": 5, "rusak": 5, "ditarik": 6,
}  # fmt: skip


class Report(NamedTuple):
    """A workbook: its title lines, header and rows."""

    name: str
    title: list[str]
    head: list[str]
    rows: list[Row]
    make: Callable[[int], Row]


class Event(NamedTuple):
    """Something that happens: a file arrives in the folder of its step, or one that arrived is withdrawn."""

    kind: str
    name: str
    source: Path


Step = list[Event]


def plan(place: Path, steps: int, seed: int) -> list[Step]:
    """The events of each step; the files lie below ``place`` until they arrive."""
    dice = random.Random(seed)
    place.mkdir(parents=True)
    units = [
        (year, quarter, where, kind)
        for year in YEARS
        for quarter in range(4)
        for where in _districts()
        for kind in range(len(KINDS))
    ]
    dice.shuffle(units)
    day = _Day(place, dice, units)
    return [day.step(number) for number in range(1, steps + 1)]


def _districts() -> list[District]:
    found = sorted(one.kode for one in districts().values() if one.kode.startswith(PROVINCE))
    return [
        District(
            districts()[kode].nama_lengkap,
            kode.replace(".", ""),
            tuple(sorted(kecamatan_names(kode)))[:5],
        )
        for kode in found
    ]


class _Day:
    """The day as it is planned: what has arrived so far, so that something can happen to it."""

    def __init__(self, place: Path, dice: random.Random, units: list[tuple[int, int, District, int]]) -> None:
        self.place, self.dice, self.units = place, dice, units
        self.reports: list[Report] = []
        self.sources: dict[str, Path] = {}
        self.withdrawn: set[str] = set()

    def step(self, number: int) -> Step:
        events: Step = []
        for _ in range(self.dice.choice((1, 1, 2, 3))):
            kind = self.dice.choices(list(ODDS), list(ODDS.values()))[0]
            if not self.reports or (kind == "ditarik" and events):
                kind = "baru"
            events.append(getattr(self, "_" + kind.replace(" ", "_"))(number, len(events)))
        return events

    def _write(self, kind: str, number: int, at: int, report: Report) -> Event:
        name = f"{number:04}/{at} {report.name}.xlsx"
        source = self.place / name.replace("/", " ")
        write_workbook(source, report.title, report.head, report.rows)
        self.reports.append(report)
        self.sources[name] = source
        return Event(kind, name, source)

    def _baru(self, number: int, at: int) -> Event:
        year, quarter, where, kind = self.units.pop()
        announced, head, make = KINDS[kind]
        start, seed = date(year, 3 * quarter + 1, 1), self.dice.randrange(10**9)

        def row(place: int) -> Row:
            return make(random.Random(seed + place), where, place, start)

        title = [announced, where.name.upper(), f"TRIWULAN {QUARTERS[quarter]} TAHUN {year}"]
        rows = [row(place) for place in range(self.dice.randrange(8, 25))]
        return self._write(
            "baru", number, at, Report(f"{announced.title()} {where.name}", title, head, rows, row)
        )

    def _revisi(self, number: int, at: int) -> Event:
        old = self.dice.choice(self.reports)
        rows = [list(row) for row in old.rows]
        changed = self.dice.choice(rows)
        numbers = [place for place, value in enumerate(changed) if type(value) is int]
        changed[numbers[-1]] += self.dice.randrange(1, 9)
        if self.dice.random() < 0.5:
            rows.append(old.make(len(rows) + 100))
        return self._write("revisi", number, at, old._replace(name=f"{old.name} revisi", rows=rows))

    def _tambahan(self, number: int, at: int) -> Event:
        old = self.dice.choice(self.reports)
        first = self.dice.randrange(1000, 10**6)
        rows = [old.make(first + place) for place in range(self.dice.randrange(4, 9))]
        return self._write("tambahan", number, at, old._replace(name=f"{old.name} tambahan", rows=rows))

    def _ditulis_ulang(self, number: int, at: int) -> Event:
        """The same cells, saved anew."""
        old = self.dice.choice(self.reports)
        return self._write("ditulis ulang", number, at, old._replace(name=f"{old.name} lagi"))

    def _salinan(self, number: int, at: int) -> Event:
        name = self.dice.choice(sorted(self.sources))
        return Event("salinan", f"{number:04}/{at} salinan {Path(name).name}", self.sources[name])

    def _rusak(self, number: int, at: int) -> Event:
        data = self.sources[self.dice.choice(sorted(self.sources))].read_bytes()
        source = self.place / f"{number:04} {at} rusak.xlsx"
        source.write_bytes(data[: self.dice.randrange(1, len(data))])
        return Event("rusak", f"{number:04}/{at} rusak.xlsx", source)

    def _ditarik(self, number: int, at: int) -> Event:
        there = sorted(set(self.sources) - self.withdrawn)
        name = self.dice.choice(there) if there else None
        if name is None:
            return self._baru(number, at)
        self.withdrawn.add(name)
        return Event("ditarik", name, self.sources[name])


def arrive(step: Step, inbox: Path) -> None:
    """Put what arrives in a step where loads find it: whole at once, as mail and copying by rename do."""
    for one in step:
        if one.kind == "ditarik":
            continue
        target = inbox / one.name
        target.parent.mkdir(exist_ok=True)
        fresh = target.with_name(target.name + ".tmp")
        fresh.write_bytes(one.source.read_bytes())
        fresh.rename(target)


def counted(steps: list[Step]) -> dict[str, Any]:
    return {kind: sum(one.kind == kind for step in steps for one in step) for kind in ODDS}
