"""Withdraw submissions: they leave force, and what they had replaced comes back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple

import duckdb

from schemas.base import ReportSpec

from .compare import stored_image
from .faults import not_before_the_last
from .force import STATES_IN_FORCE, before, come_back, take_back
from .known import STORED, Stored, unit_of
from .repeats import overlap


class Twice(NamedTuple):
    """Rows of a submission that came back which also stand in another one in force."""

    kembali: Stored
    lain: Stored
    baris: int


class Withdrawn(NamedTuple):
    """What left force, what is in force again, what stays out because others stand in its place, what is now
    counted twice, and ``salinan``: what was not loaded because it said the same as what left force."""

    ditarik: list[Stored]
    kembali: list[Stored]
    tertahan: list[tuple[Stored, list[Stored]]]
    berulang: list[Twice]
    salinan: list[Stored]


def withdraw(
    con: duckdb.DuckDBPyConnection,
    spec: Callable[[str], ReportSpec],
    kiriman: Sequence[Stored],
    alasan: str,
    when: datetime,
) -> Withdrawn:
    """Take ``kiriman``, all of them in force, out of force in one transaction, with the officer's reason."""
    moment = not_before_the_last(con, when.replace(tzinfo=None))
    ids = [one.kiriman_id for one in kiriman]
    con.execute("BEGIN TRANSACTION")
    try:
        earlier = before(con, kiriman)
        back = [one.kiriman_id for one in earlier.back]
        take_back(con, ids, moment)
        come_back(con, back, moment)
        con.execute(
            "INSERT INTO gudang.main.penarikan (kiriman_id, ditarik_pada, alasan, dikembalikan) "
            "SELECT unnest(?::VARCHAR[]), ?, ?, ?::VARCHAR[]",
            [ids, moment, alasan.strip(), back],
        )
        twice = [found for one in earlier.back for found in _twice(con, spec, one, back)]
        copies = _copies(con, kiriman)
        con.execute("COMMIT")
    except BaseException:
        con.execute("ROLLBACK")
        raise
    return Withdrawn(list(kiriman), earlier.back, earlier.blocked, twice, copies)


def _twice(
    con: duckdb.DuckDBPyConnection, spec: Callable[[str], ReportSpec], one: Stored, back: Sequence[str]
) -> list[Twice]:
    """Where rows of ``one`` also stand in a submission that came after it, and note their number with it."""
    there = _others_in_force(con, one, back)
    report = spec(str(one.laporan))
    mine = stored_image(con, report, one.kiriman_id) if there else None
    counts = [
        overlap(report, mine, stored_image(con, report, other.kiriman_id)) if mine is not None else None
        for other in there
    ]
    found = [
        Twice(one, other, max(count.repeated, count.alike))
        for other, count in zip(there, counts, strict=True)
        if count is not None and count.alike
    ]
    con.execute(
        "UPDATE gudang.main.kiriman SET baris_berulang = ? WHERE kiriman_id = ?",
        [sum(each.baris for each in found), one.kiriman_id],
    )
    return found


def _copies(con: duckdb.DuckDBPyConnection, kiriman: Sequence[Stored]) -> list[Stored]:
    rows = con.execute(
        f"SELECT {STORED} FROM gudang.main.kiriman k WHERE k.status = 'duplikat' "
        "AND k.isi_sha256 IN (SELECT unnest(?::VARCHAR[])) ORDER BY k.diterima_pada, k.kiriman_id",
        [[one.isi_sha256 for one in kiriman if one.isi_sha256]],
    ).fetchall()
    units = {(one.isi_sha256, unit_of(one)) for one in kiriman}
    return [one for one in (Stored(*row) for row in rows) if (one.isi_sha256, unit_of(one)) in units]


def _others_in_force(con: duckdb.DuckDBPyConnection, one: Stored, back: Sequence[str]) -> list[Stored]:
    rows = con.execute(
        f"SELECT {STORED} FROM gudang.main.kiriman k WHERE k.laporan = ? AND k.periode = ? "
        "AND NOT list_contains(?::VARCHAR[], k.kiriman_id) ORDER BY k.diterima_pada, k.kiriman_id",
        [one.laporan, one.periode, list(back)],
    ).fetchall()
    there = [Stored(*row) for row in rows]
    return [other for other in there if other.status in STATES_IN_FORCE and unit_of(other) == unit_of(one)]
