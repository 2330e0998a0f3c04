"""Which submissions are in force, since when, and what stands in the place of one that no longer is.

``masa_berlaku`` has one row for each time a submission was in force: ``akhir`` says how that ended, ``oleh``
which submissions took its place. Everything here belongs into the caller's transaction.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

import duckdb

from .known import STORED, Stored, unit_of

STATES_IN_FORCE = frozenset({"dimuat", "dimuat_sebagian"})
_SAME = "kiriman_id IN (SELECT unnest(?::VARCHAR[]))"
#: A clock that was set back must not make a time in force end before it begins.
_END = "greatest(?::TIMESTAMP, berlaku_dari)"


class Before(NamedTuple):
    """What would be in force again without some submissions: ``back``, and what stays out because of others."""

    back: list[Stored]
    blocked: list[tuple[Stored, list[Stored]]]


class _Place(NamedTuple):
    """A submission no longer in force, and those that took its place when it was last."""

    one: Stored
    oleh: list[str]


def begin_force(con: duckdb.DuckDBPyConnection, kiriman: Sequence[str], when: datetime) -> None:
    """``kiriman`` are in force for the first time."""
    if kiriman:
        con.execute(
            "INSERT INTO gudang.main.masa_berlaku (kiriman_id, berlaku_dari) SELECT unnest(?::VARCHAR[]), ?",
            [list(kiriman), when],
        )


def end_force(
    con: duckdb.DuckDBPyConnection, kiriman: Collection[str], oleh: Sequence[str], when: datetime
) -> None:
    """``kiriman`` give way to the submissions ``oleh``."""
    _end(con, "digantikan", kiriman, oleh, when)


def take_back(con: duckdb.DuckDBPyConnection, kiriman: Collection[str], when: datetime) -> None:
    """``kiriman`` are withdrawn: nothing takes their place."""
    _end(con, "ditarik", kiriman, (), when)


def _end(
    con: duckdb.DuckDBPyConnection, how: str, kiriman: Collection[str], oleh: Sequence[str], when: datetime
) -> None:
    if not kiriman:
        return
    ids = list(kiriman)
    con.execute(
        f"UPDATE gudang.main.kiriman SET status = ?, berlaku_sampai = {_END} WHERE {_SAME}", [how, when, ids]
    )
    con.execute(
        f"UPDATE gudang.main.masa_berlaku SET akhir = ?, oleh = ?::VARCHAR[], berlaku_sampai = {_END} "
        f"WHERE berlaku_sampai IS NULL AND {_SAME}",
        [how, list(oleh), when, ids],
    )


def come_back(con: duckdb.DuckDBPyConnection, kiriman: Collection[str], when: datetime) -> None:
    """``kiriman`` that had given way are in force again from ``when``."""
    if not kiriman:
        return
    ids = list(kiriman)
    con.execute(
        "UPDATE gudang.main.kiriman SET berlaku_sampai = NULL, "
        f"status = CASE WHEN baris_karantina > 0 THEN 'dimuat_sebagian' ELSE 'dimuat' END WHERE {_SAME}",
        [ids],
    )
    con.execute(
        "INSERT INTO gudang.main.masa_berlaku (kiriman_id, berlaku_dari) "
        "SELECT kiriman_id, greatest(?::TIMESTAMP, max(berlaku_sampai)) FROM gudang.main.masa_berlaku "
        f"WHERE {_SAME} GROUP BY kiriman_id",
        [when, ids],
    )


def before(con: duckdb.DuckDBPyConnection, leaving: Sequence[Stored]) -> Before:
    """What the submissions ``leaving`` had replaced, and whether it would be in force without them.

    It would not where another submission of its unit still stands in its place. An earlier understanding of a
    leaving file itself never returns, but what that one had replaced may.
    """
    gone = {one.kiriman_id for one in leaving}
    files = {(one.sha256, one.berkas) for one in leaving}
    found = Before([], [])
    frontier, seen = set(gone), set(gone)
    while frontier:
        places = _gave_way_to(con, frontier)
        frontier = set()
        for place in places:
            if place.one.kiriman_id in seen:
                continue
            seen.add(place.one.kiriman_id)
            if (place.one.sha256, place.one.berkas) in files:
                frontier.add(place.one.kiriman_id)
            elif standing := _standing(con, place, gone):
                found.blocked.append((place.one, standing))
            else:
                found.back.append(place.one)
    return found


def _standing(con: duckdb.DuckDBPyConnection, place: _Place, gone: Collection[str]) -> list[Stored]:
    """The submissions in force that stand where ``place`` stood, other than those in ``gone``."""
    asked, seen, found = set(place.oleh) - set(gone), set(gone), []
    while asked:
        seen |= asked
        holders, asked = _by_id(con, asked), set()
        for holder in holders:
            if holder.one.status in STATES_IN_FORCE:
                # A file read anew may have gone to another unit: there it stands in nobody's place.
                found += [holder.one] if unit_of(holder.one) == unit_of(place.one) else []
            elif holder.one.status == "digantikan":
                asked |= set(holder.oleh) - seen
    return found


_LAST = (
    f"SELECT {STORED}, terakhir.oleh FROM gudang.main.kiriman k JOIN "
    "(SELECT kiriman_id, coalesce(arg_max(oleh, berlaku_sampai), []::VARCHAR[]) AS oleh "
    "FROM gudang.main.masa_berlaku GROUP BY kiriman_id) terakhir ON terakhir.kiriman_id = k.kiriman_id "
)


def _gave_way_to(con: duckdb.DuckDBPyConnection, kiriman: Iterable[str]) -> list[_Place]:
    return _places(
        con, "WHERE k.status = 'digantikan' AND list_has_any(terakhir.oleh, ?::VARCHAR[])", kiriman
    )


def _by_id(con: duckdb.DuckDBPyConnection, kiriman: Iterable[str]) -> list[_Place]:
    return _places(con, "WHERE k.kiriman_id IN (SELECT unnest(?::VARCHAR[]))", kiriman)


def _places(con: duckdb.DuckDBPyConnection, which: str, kiriman: Iterable[str]) -> list[_Place]:
    rows = con.execute(f"{_LAST}{which} ORDER BY k.diterima_pada, k.kiriman_id", [sorted(kiriman)]).fetchall()
    return [_Place(Stored(*row[:-1]), row[-1]) for row in rows]
