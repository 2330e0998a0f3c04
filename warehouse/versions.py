"""Which versions are compared: two submissions, or a district's report before and after its last change.

Read from the published restricted file, so that comparing never waits for a load.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import duckdb
import polars as pl

from .ddl import connect, named, quoted
from .publish import read_options


class Version(NamedTuple):
    """The submissions of one side (kiriman_id), whose rows are compared."""

    kiriman: tuple[str, ...]


class Compared(NamedTuple):
    """Two versions of a report. ``kode_wilayah``: only the rows of that district; ``pada``: when the one became
    the other, None where two submissions were named."""

    laporan: str
    lama: Version
    baru: Version
    kode_wilayah: str | None = None
    pada: datetime | None = None


class About(NamedTuple):
    """What a submission is: file, sheet, district, period, when received, status."""

    kiriman_id: str
    berkas: str
    lembar: str | None
    kode_wilayah: str | None
    periode: str | None
    diterima_pada: datetime
    status: str


class CannotRead(Exception):
    """The restricted file cannot be opened: no right to, another key, damaged."""


@contextmanager
def published(home: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The restricted published file of ``home``, read-only and in use. Raises :class:`CannotRead`."""
    folder = home / "warehouse"
    path, options = folder / "terbatas" / "ikm.duckdb", read_options(os.environ.get("IKM_KUNCI") or None)
    con = connect(folder)
    try:
        try:
            con.execute(f"ATTACH {quoted(str(path))} AS terbit{options}")
            con.execute("USE terbit")
        except duckdb.Error as problem:
            raise CannotRead(str(problem).split("\n")[0]) from problem
        yield con
    finally:
        con.close()


def report_of(con: duckdb.DuckDBPyConnection, kiriman: str) -> str | None:
    """The report of a submission whose rows were once in force; None for any other."""
    rows = con.execute(
        "SELECT laporan FROM kiriman WHERE kiriman_id = ? AND berlaku_dari IS NOT NULL", [kiriman]
    ).fetchall()
    return str(rows[0][0]) if rows else None


def last_change(
    con: duckdb.DuckDBPyConnection, laporan: str, kode_wilayah: str, periode: str | None
) -> Compared | None:
    """The last change to a district's report, of the period given or of the one that changed last.

    A revision, an addition or a withdrawal: the submissions that left and those that came. None where the report
    came only once.
    """
    ids = con.sql(
        f"SELECT DISTINCT kiriman_id, periode FROM {all_rows(laporan)} "
        "WHERE kode_wilayah = $1 AND ($2 IS NULL OR periode = $2)",
        params=[kode_wilayah, periode],
    ).pl()
    times = con.execute(
        "SELECT kiriman_id, berlaku_dari, berlaku_sampai FROM masa_berlaku "
        "WHERE kiriman_id IN (SELECT unnest(?::VARCHAR[])) AND berlaku_sampai IS DISTINCT FROM berlaku_dari",
        [ids["kiriman_id"].to_list()],
    ).fetchall()
    period_of = dict(ids.rows())
    changes = sorted(
        {(when, period_of[one]) for one, *both in times for when in both if when is not None}, reverse=True
    )
    for when, period in changes:
        own = [time for time in times if period_of[time[0]] == period]
        old = tuple(one for one, start, end in own if start < when and (end is None or end >= when))
        new = tuple(one for one, start, end in own if start <= when and (end is None or end > when))
        if old:
            # What stayed is in both: only what left and what came is compared.
            left, came = (tuple(one for one in a if one not in b) for a, b in ((old, new), (new, old)))
            return Compared(laporan, Version(left), Version(came), kode_wilayah, when)
    return None


def all_rows(laporan: str) -> str:
    """Every row of a report ever loaded, as SQL."""
    return f"(SELECT * FROM main.{named(laporan)} UNION ALL SELECT * FROM riwayat.lama_{laporan})"


def rows_of(con: duckdb.DuckDBPyConnection, compared: Compared, version: Version) -> pl.DataFrame:
    """The rows of one side, in the order of their sheets."""
    return con.sql(
        f"SELECT * FROM {all_rows(compared.laporan)} WHERE kiriman_id IN (SELECT unnest($1::VARCHAR[])) "
        "AND ($2 IS NULL OR kode_wilayah = $2) ORDER BY kiriman_id, baris",
        params=[list(version.kiriman), compared.kode_wilayah],
    ).pl()


def about(con: duckdb.DuckDBPyConnection, kiriman: Sequence[str]) -> list[About]:
    rows = con.execute(
        "SELECT kiriman_id, berkas, lembar, kode_wilayah, periode, diterima_pada, status FROM kiriman "
        "WHERE kiriman_id IN (SELECT unnest(?::VARCHAR[])) ORDER BY diterima_pada, kiriman_id",
        [list(kiriman)],
    ).fetchall()
    return [About(*row) for row in rows]


class Cells:
    """Where the values of some submissions stand: A1 addresses by submission, row and column."""

    def __init__(self, con: duckdb.DuckDBPyConnection, kiriman: Sequence[str]) -> None:
        which = "WHERE kiriman_id IN (SELECT unnest(?::VARCHAR[]))"
        letters = con.execute(
            f"SELECT kiriman_id, kolom, arg_min(huruf, urut) FROM kolom_asal {which} GROUP BY ALL",
            [list(kiriman)],
        ).fetchall()
        moved = con.execute(
            f"SELECT kiriman_id, baris, kolom, sel FROM sel_lain {which}", [list(kiriman)]
        ).fetchall()
        self._letters: dict[tuple[str, str], str | None] = {
            (one, kolom): huruf for one, kolom, huruf in letters
        }
        self._moved: dict[tuple[str, int, str], str | None] = {
            (one, baris, kolom): sel for one, baris, kolom, sel in moved
        }

    def address(self, kiriman: str, baris: int, kolom: str) -> str | None:
        """The cell of a value; None where the column was not on the sheet."""
        if (kiriman, baris, kolom) in self._moved:
            return self._moved[kiriman, baris, kolom]
        huruf = self._letters.get((kiriman, kolom))
        return f"{huruf}{baris}" if huruf else None
