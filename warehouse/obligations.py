"""What districts owe and what was extended, in the working database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

import duckdb
import polars as pl

from schemas.obligations import Owed

from .ddl import insert

_TABLE = "main.kewajiban"
_SCHEMA = {
    "kode_wilayah": pl.String,
    "laporan": pl.String,
    "periode": pl.String,
    "periode_mulai": pl.Date,
    "periode_selesai": pl.Date,
    "jatuh_tempo": pl.Date,
}


def owed_frame(owed: Sequence[Owed]) -> pl.DataFrame:
    """Rows of table ``kewajiban``, in its order."""
    frame = pl.DataFrame(owed, schema=_SCHEMA, orient="row")
    return frame.sort("periode_selesai", "periode", "kode_wilayah", "laporan")


def any_kept(con: duckdb.DuckDBPyConnection) -> bool:
    """Whether ``gudang`` says that anything is owed."""
    return bool(con.execute(f"SELECT 1 FROM gudang.{_TABLE} LIMIT 1").fetchall())


def keep(con: duckdb.DuckDBPyConnection, owed: Sequence[Owed]) -> bool:
    """Make ``owed`` what ``gudang`` says is owed; False, and nothing written, where it says so already."""
    wanted = owed_frame(owed)
    there = con.sql(f"SELECT {', '.join(_SCHEMA)} FROM gudang.{_TABLE}").pl()
    if there.sort("periode_selesai", "periode", "kode_wilayah", "laporan").equals(wanted):
        return False
    con.execute("BEGIN TRANSACTION")
    try:
        con.execute(f"DELETE FROM gudang.{_TABLE}")
        insert(con, _TABLE, wanted)
        con.execute("COMMIT")
    except BaseException:
        con.execute("ROLLBACK")
        raise
    return True


def extend(con: duckdb.DuckDBPyConnection, one: Owed, until: date, reason: str, when: datetime) -> None:
    """Note that a district may send a report until ``until``; the latest note about a report counts."""
    con.execute(
        "INSERT INTO gudang.main.perpanjangan (kode_wilayah, laporan, periode, sampai, alasan, dicatat_pada) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        [one.kode_wilayah, one.laporan, one.periode, until, reason.strip(), when.replace(tzinfo=None)],
    )
