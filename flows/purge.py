"""Remove what is past its time: personal data in the warehouse, raw files, answers, restricted frozen copies.

A purge that was killed is finished by the next: the mark that it leaves is taken away last.
"""

from __future__ import annotations

import calendar
import hashlib
import re
import shutil
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

import duckdb

from flows.feedback import FOLDER
from flows.feedback_files import ENDINGS, OLD
from flows.replies import all_places
from schemas.clock import office_now
from schemas.reports import specs
from warehouse.ddl import attached
from warehouse.freeze import drop_restricted, frozen_with
from warehouse.keys import masking_key
from warehouse.lock import only_writer
from warehouse.publish import publish_from, sync
from warehouse.purge import past_time, purged, raw_files, remove_personal, rewrite

UNFINISHED = "pembersihan.belum"
_AGE = re.compile(r"(\d{1,5})\s*([a-z]+)", re.IGNORECASE)
_YEARS = frozenset({"y", "t", "th", "thn", "tahun", "year", "years"})
_MONTHS = frozenset({"b", "bl", "bln", "bulan", "m", "month", "months"})
_DAYS = frozenset({"d", "h", "hr", "hari", "day", "days"})


def limit_of(age: str, today: date) -> date | None:
    """The day before which something is older than ``age`` (5 tahun, 5y, 60 bulan, 1825d); None for no age."""
    found = _AGE.fullmatch(age.strip())
    if found is None or int(found[1]) == 0:
        return None
    count, unit = int(found[1]), found[2].casefold()
    if unit in _DAYS:
        return today - timedelta(days=count) if count < today.toordinal() else None
    if unit not in _YEARS | _MONTHS:
        return None
    months = today.year * 12 + today.month - 1 - (12 * count if unit in _YEARS else count)
    year, month = divmod(months, 12)
    if year < 1:
        return None
    return date(year, month + 1, min(today.day, calendar.monthrange(year, month + 1)[1]))


@dataclass(frozen=True, slots=True)
class Plan:
    """What goes: submissions, the rows of theirs, files, frozen copies; ``unfinished``: a purge was killed before."""

    limit: date
    kiriman: tuple[str, ...]
    loaded: int
    held: int
    raw: tuple[Path, ...]
    answers: tuple[Path, ...]
    frozen: tuple[str, ...]
    unfinished: bool

    @property
    def empty(self) -> bool:
        return not (self.kiriman or self.raw or self.answers or self.frozen or self.unfinished)


def purge(
    home: Path,
    limit: date,
    agreed: Callable[[Plan], bool],
    when: datetime | None = None,
    wait_seconds: float = 30,
) -> Plan:
    """Remove what is older than ``limit``, once ``agreed`` says so of the plan; the plan.

    Raises :class:`~warehouse.lock.Locked` where a load does not end within ``wait_seconds``.
    """
    folder, key = home / "warehouse", masking_key(home)
    mark = folder / UNFINISHED
    with only_writer(folder / "kerja.kunci", wait_seconds):
        with attached(folder, specs()) as con:
            plan = _planned(con, home, limit, mark.exists())
            if plan.empty or not agreed(plan):
                return plan
            mark.touch()
            sync(folder)
            if plan.kiriman:
                remove_personal(con, specs(), key, plan.kiriman, when or office_now(), limit)
        _finish(home, plan, key)
        mark.unlink()
    return plan


def _finish(home: Path, plan: Plan, key: bytes) -> None:
    """What follows the transaction; done twice it does no harm."""
    folder = home / "warehouse"
    if plan.kiriman or plan.unfinished:
        rewrite(folder)
        # What did not fit into memory was written there.
        shutil.rmtree(folder / "sementara", ignore_errors=True)
    for path in (*plan.raw, *plan.answers):
        path.unlink(missing_ok=True)
    for name in plan.frozen:
        drop_restricted(home, name)
    with attached(folder, specs()) as con:
        publish_from(con, home, specs(), key)


def _planned(con: duckdb.DuckDBPyConnection, home: Path, limit: date, unfinished: bool) -> Plan:
    past = past_time(con, limit)
    gone = purged(con) | set(past.kiriman)
    hashes = raw_files(con, gone)
    return Plan(
        limit, past.kiriman, past.loaded, past.held,
        tuple(_raw(home, hashes)), tuple(_answers(con, home, hashes)),
        tuple(frozen_with(home, gone, limit)), unfinished,
    )  # fmt: skip


def _raw(home: Path, hashes: Collection[str]) -> Iterator[Path]:
    for sha256 in sorted(hashes):
        yield from sorted((home / "archive" / sha256[:2]).glob(f"{sha256}*"))
    if not hashes:
        return
    for path in sorted((home / "inbox").rglob("*")):
        if path.is_file() and not path.is_symlink() and _hash_of(path) in hashes:
            yield path


def _hash_of(path: Path) -> str:
    with path.open("rb") as data:
        return hashlib.file_digest(data, "sha256").hexdigest()


def _answers(con: duckdb.DuckDBPyConnection, home: Path, hashes: Collection[str]) -> Iterator[Path]:
    """The answers to purged files; one that is to a later file of the same name too stays, its forerunners go."""
    if not hashes:
        return
    places = all_places(con)
    staying = {place for key, place in places.items() if key[0] not in hashes}
    going = {place for key, place in places.items() if key[0] in hashes}
    for place in sorted(going, key=str):
        folder = home / FOLDER / place.office.folder
        for name in (f"{place.stem}{ending}" for ending in ENDINGS):
            if place not in staying and (folder / name).is_file():
                yield folder / name
            if (folder / OLD / name).is_file():
                yield folder / OLD / name
