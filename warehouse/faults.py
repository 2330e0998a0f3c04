"""Faults of a home that must stop whoever would write: going on would lose or falsify what is there."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import duckdb

#: No load was ever stamped before this program was written.
FIRST_DAY = datetime(2025, 1, 1)
#: A clock that jumps this far ahead of the last load is taken for wrong until somebody says it is right.
LEAP = timedelta(days=3 * 366)
#: The clocks of two computers, or of one that was corrected, differ by less than this.
TOLERATED = timedelta(minutes=10)
TRUST_THE_CLOCK = "IKM_JAM_BENAR"


class HomeFault(Exception):
    """``key`` names the sentence with cause and cure: ``working_lost``, ``key_lost``, ``key_damaged``,
    ``clock_early``, ``clock_ahead``; ``details`` fill it in."""

    def __init__(self, key: str, **details: object) -> None:
        super().__init__(key)
        self.key = key
        self.details = details


def refuse_lost(folder: Path) -> None:
    """Raises :class:`HomeFault` where something was published from a working database that is gone.

    An empty one made in its place would be published over everything that analysts have.
    """
    working = folder / "kerja.duckdb"
    published = (folder / "ikm.duckdb", folder / "terbatas" / "ikm.duckdb")
    if any(path.exists() for path in published) and (not working.exists() or _is_empty(working)):
        raise HomeFault("working_lost", berkas=working)


def _is_empty(path: Path) -> bool:
    return path.is_file() and path.stat().st_size == 0


def last_moment(con: duckdb.DuckDBPyConnection) -> datetime | None:
    """The latest time at which something came into force or left it; None in a new warehouse."""
    found = con.execute(
        "SELECT greatest((SELECT max(diterima_pada) FROM gudang.main.kiriman), "
        "(SELECT greatest(max(berlaku_dari), max(berlaku_sampai)) FROM gudang.main.masa_berlaku), "
        "(SELECT max(ditarik_pada) FROM gudang.main.penarikan))"
    ).fetchall()
    return found[0][0] if found and isinstance(found[0][0], datetime) else None


def not_before_the_last(con: duckdb.DuckDBPyConnection, when: datetime) -> datetime:
    """``when``, or the moment after the last one known where the clock was set back.

    What came later must stand later, or a question about an earlier day would be answered with what nobody
    knew on it.
    """
    last = last_moment(con)
    return when if last is None or when >= last else last + timedelta(microseconds=1)


def clock_behind(con: duckdb.DuckDBPyConnection, now: datetime) -> datetime | None:
    """The last moment known where the clock shows an earlier one; None where it is right, or nearly."""
    last = last_moment(con)
    return last if last is not None and now < last - TOLERATED else None


def refuse_wrong_clock(con: duckdb.DuckDBPyConnection, now: datetime, trusted: bool) -> None:
    """Raises :class:`HomeFault` for a clock that cannot be right: its times could not be taken back.

    ``trusted``: somebody says that it is right, after years without a load.
    """
    if now < FIRST_DAY:
        raise HomeFault("clock_early", kini=shown(now))
    last = last_moment(con)
    if last is not None and now > last + LEAP and not trusted:
        raise HomeFault("clock_ahead", kini=shown(now), terakhir=shown(last), saklar=TRUST_THE_CLOCK)


def shown(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"
