"""``ikm doctor``: the working database, what is published from it, and the clock they are dated by."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import duckdb

from flows.commands.doctor_look import Look, both, cure_of
from schemas.clock import office_now
from warehouse.ddl import connect, named, quoted
from warehouse.faults import FIRST_DAY, LEAP, TOLERATED, TRUST_THE_CLOCK, HomeFault, refuse_lost, shown
from warehouse.lock import holder_of
from warehouse.publish import read_options

#: A file up to this size is read to its end; of a larger one the tables are only counted.
READ_WHOLE = 500_000_000
NOT_YET = ("belum ada", "not there yet")


def warehouse_looks(home: Path) -> Iterator[Look]:
    folder = home / "warehouse"
    yield _working(home)
    times: list[datetime] = []
    for name in ("ikm.duckdb", "terbatas/ikm.duckdb"):
        yield from _published(home, folder / name, name, times)
    yield _clock(max(times, default=None))


def _working(home: Path) -> Look:
    folder, what = home / "warehouse", ("basis data kerja", "working database")
    path = folder / "kerja.duckdb"
    try:
        refuse_lost(folder)
        if not path.exists():
            return Look(what, True, NOT_YET)
        if holder_of(folder / "kerja.kunci") is not None:
            return Look(what, True, ("sedang dipakai", "in use"))
        return Look(what, True, f"{_read(folder, path, '')} kiriman")
    except (HomeFault, duckdb.Error, OSError) as problem:
        return Look(what, False, "", cure_of(problem, home))


def _published(home: Path, path: Path, name: str, times: list[datetime]) -> Iterator[Look]:
    what = (f"gudang {name}", f"warehouse {name}")
    if not path.exists():
        yield Look(what, True, NOT_YET)
        return
    log = path.with_name(path.name + ".wal")
    if log.exists():
        yield Look(what, False, log.name, both("trouble.stray_log", tempat=log))
        return
    secret = os.environ.get("IKM_KUNCI") or None
    try:
        count = _read(home / "warehouse", path, read_options(secret), times)
    except duckdb.CatalogException:
        yield Look(what, True, ("disandikan; IKM_KUNCI belum diisi", "encrypted; IKM_KUNCI is not set"))
    except (duckdb.Error, OSError) as problem:
        yield Look(what, False, type(problem).__name__, _cure_of_published(problem, home))
    else:
        yield Look(what, True, f"{count} kiriman")


def _cure_of_published(problem: Exception, home: Path) -> tuple[str, str]:
    from flows.causes import cause_of

    cause = cause_of(problem)
    if cause is None or cause.key == "database_damaged":
        return both("trouble.published_damaged", tempat=(cause and cause.tempat) or home / "warehouse")
    return cure_of(problem, home)


def _read(folder: Path, path: Path, options: str, times: list[datetime] | None = None) -> int:
    """The number of submissions in a database file; DuckDB checks every part of it that is read."""
    con = connect(folder)
    try:
        con.execute(f"ATTACH {quoted(str(path))} AS isi{options or ' (READ_ONLY)'}")
        tables = con.execute(
            "SELECT schema_name, table_name FROM duckdb_tables() WHERE database_name = 'isi'"
        ).fetchall()
        if path.stat().st_size <= READ_WHOLE:
            for schema, table in tables:
                con.execute(f"SELECT bit_xor(hash(t)) FROM isi.{named(schema)}.{named(table)} t").fetchall()
        found = con.execute("SELECT count(*), max(diterima_pada) FROM isi.main.kiriman").fetchall()
        if times is not None and found[0][1] is not None:
            times.append(found[0][1])
        return int(found[0][0])
    finally:
        con.close()


def _clock(last: datetime | None) -> Look:
    what, now = ("jam komputer", "the computer's clock"), office_now()
    if now < FIRST_DAY:
        return Look(what, False, shown(now), both("trouble.clock_early", kini=shown(now)))
    if last is not None and now < last - TOLERATED:
        return Look(what, False, shown(now), both("clock.behind", terakhir=shown(last)))
    if last is not None and now > last + LEAP:
        told = both("trouble.clock_ahead", kini=shown(now), terakhir=shown(last), saklar=TRUST_THE_CLOCK)
        return Look(what, False, shown(now), told)
    return Look(what, True, shown(now))
