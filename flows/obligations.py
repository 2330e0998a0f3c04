"""The lists under the home that say who owes which report when, and on which days offices are closed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from flows.obligations_first import HOLIDAY_NOTES, HOLIDAY_ROWS, NOTES, first_rows
from flows.officer_csv import NoHeading, read_list, write_new_list
from schemas.clock import office_now
from schemas.obligations import NEEDED, PROVINCE, Mistake, Obligation, Owed, owed_by, read_obligations
from schemas.working_days import WorkingDays, day_in

if TYPE_CHECKING:
    import duckdb

OBLIGATIONS, HOLIDAYS = "kewajiban.csv", "hari-libur.csv"
HOLIDAY_COLUMNS = frozenset({"tanggal", "libur"})
_OFF, _WORKED = frozenset({"libur", "ya", "cuti bersama"}), frozenset({"kerja", "tidak", "masuk"})


class Calendar(NamedTuple):
    """The working days of the office, and what is wrong with its own list of days off."""

    hari: WorkingDays
    salah: list[Mistake]


class Duties(NamedTuple):
    """What the lists say. ``salah``: mistakes by file; with any in the list of obligations nothing is owed."""

    wajib: list[Owed]
    baris: list[Obligation]
    hari: WorkingDays
    salah: list[tuple[str, Mistake]]


def write_first_lists(home: Path, today: date) -> list[Path]:
    """Write the lists that are not there yet, with what is usual from this year on; the paths written."""
    written = []
    for name, notes, rows in (
        (OBLIGATIONS, NOTES, first_rows(today.year)),
        (HOLIDAYS, HOLIDAY_NOTES, HOLIDAY_ROWS),
    ):
        if not (home / name).exists():
            write_new_list(home / name, notes, rows)
            written.append(home / name)
    return written


def read_calendar(home: Path) -> Calendar:
    """The national calendar with the office's own list; lines that cannot be read are left out and told."""
    try:
        records = read_list(home / HOLIDAYS, HOLIDAY_COLUMNS)
    except NoHeading as problem:
        return Calendar(WorkingDays(), [_no_heading(problem)])
    off: set[date] = set()
    worked: set[date] = set()
    wrong: list[Mistake] = []
    for number, record in records:
        day, said = day_in(record["tanggal"]), record.get("libur", "").casefold()
        if day is None:
            wrong.append(_mistake(number, record, "tanggal", "owes.bad_day"))
        elif said not in _OFF | _WORKED:
            wrong.append(_mistake(number, record, "libur", "owes.bad_off"))
        elif day in (worked if said in _OFF else off):
            wrong.append(_mistake(number, record, "tanggal", "owes.both"))
        else:
            (off if said in _OFF else worked).add(day)
    return Calendar(WorkingDays(frozenset(off), frozenset(worked)), wrong)


def read_duties(home: Path, today: date, province: str = PROVINCE) -> Duties:
    """What is owed for every period that ends by the end of this year, by the lists as they are now."""
    calendar = read_calendar(home)
    wrong = [(HOLIDAYS, one) for one in calendar.salah]
    try:
        lines, mistakes = read_obligations(read_list(home / OBLIGATIONS, NEEDED), province)
    except NoHeading as problem:
        lines, mistakes = [], [_no_heading(problem)]
    wrong += [(OBLIGATIONS, one) for one in sorted(mistakes, key=lambda one: one.baris)]
    owed = [] if wrong else owed_by(lines, calendar.hari, date(today.year, 12, 31))
    return Duties(owed, lines, calendar.hari, wrong)


def keep_obligations(con: duckdb.DuckDBPyConnection, home: Path, today: date | None = None) -> bool:
    """Have ``gudang`` know what is owed, so that what is published says it; whether anything changed.

    With a mistake in the lists the last state without one stays: ``ikm status`` tells the mistake.
    """
    from warehouse.obligations import any_kept, keep

    if not (home / OBLIGATIONS).exists():
        return any_kept(con) and keep(con, [])
    duties = read_duties(home, today or office_now().date())
    return not duties.salah and keep(con, duties.wajib)


def renew(home: Path, wait_seconds: float) -> None:
    """:func:`keep_obligations` for whoever does not hold the working database."""
    from schemas.reports import specs
    from warehouse.ddl import open_working

    if (home / OBLIGATIONS).exists():
        with open_working(home, specs(), wait_seconds) as con:
            keep_obligations(con, home)


def _mistake(number: int, record: Mapping[str, str], column: str, key: str) -> Mistake:
    return Mistake(number, column, key, {"nilai": record.get(column, "")})


def _no_heading(problem: NoHeading) -> Mistake:
    return Mistake(1, problem.missing[0], problem.key, {"kolom": ", ".join(problem.missing)})
