"""The tables of the working database, and how it is opened.

Text of one dialect for an embedded file and for a lake: no keys, checks, enumerations, sequences or indexes.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb
import polars as pl

from schemas.base import ReportSpec
from schemas.regions import districts

from .faults import refuse_lost
from .lock import Locked, only_writer
from .records import StoreError
from .tables import STORED_KEY_FIELDS, STORED_KEYS, Field, fixed_tables, report_fields

#: DuckDB parts its tables into groups of so many rows, each for one thread at a time.
ROWS_A_THREAD = 122_880
WORKING_FILE = "kerja.duckdb"


@contextmanager
def open_working(
    home: Path,
    specs: Sequence[ReportSpec],
    wait_seconds: float = 0,
    waiting: Callable[[Locked], None] | None = None,
) -> Iterator[duckdb.DuckDBPyConnection]:
    """The working database of ``home``, attached as ``gudang``, for one writer at a time.

    Makes what is missing: folders, file, tables, columns of newer report types. Raises
    :class:`~warehouse.lock.Locked` when another load still holds it after ``wait_seconds``,
    :class:`~warehouse.faults.HomeFault` when it is gone although something was published from it, and
    :class:`StoreError` when a column has changed its type.
    """
    folder = home / "warehouse"
    folder.mkdir(parents=True, exist_ok=True)
    refuse_lost(folder)
    with only_writer(folder / "kerja.kunci", wait_seconds, waiting):
        make_working(folder)
        with attached(folder, specs) as con:
            yield con


@contextmanager
def attached(folder: Path, specs: Sequence[ReportSpec]) -> Iterator[duckdb.DuckDBPyConnection]:
    """:func:`open_working` for whoever holds the lock of the one writer already."""
    con = connect(folder)
    try:
        with owner_only():
            con.execute(f"ATTACH {quoted(str(folder / WORKING_FILE))} AS gudang")
            con.execute("USE gudang")
            prepare(con, specs)
        suit_size(con)
        yield con
        con.execute("CHECKPOINT gudang")
    finally:
        con.close()


def make_working(folder: Path) -> None:
    """An empty working database where there is none, whole or not at all: half of one would count as damaged."""
    path = folder / WORKING_FILE
    if path.exists():
        return
    fresh = path.with_name(path.name + ".baru")
    fresh.unlink(missing_ok=True)
    con = connect(folder)
    try:
        with owner_only():
            con.execute(f"ATTACH {quoted(str(fresh))} AS gudang")
            con.execute("DETACH gudang")
        os.replace(fresh, path)
    finally:
        con.close()
        fresh.unlink(missing_ok=True)


def connect(folder: Path) -> duckdb.DuckDBPyConnection:
    """A connection in memory that reaches for nothing outside and spills into ``folder``."""
    con = duckdb.connect(":memory:")
    con.execute("SET autoinstall_known_extensions = false")
    con.execute("SET autoload_known_extensions = false")
    con.execute("SET enable_progress_bar = false")
    con.execute(f"SET temp_directory = {quoted(str(folder / 'sementara'))}")
    return con


def suit_size(con: duckdb.DuckDBPyConnection) -> None:
    """Work as the largest table of ``gudang`` asks for: with more threads and smaller files only where it is large.

    Below that more threads only stand in each other's way, and making a file of a few megabytes smaller takes
    longer than all the rest of publishing it.
    """
    found = con.execute(
        "SELECT coalesce(max(estimated_size), 0) FROM duckdb_tables() WHERE database_name = 'gudang'"
    ).fetchall()
    parts = int(found[0][0]) // ROWS_A_THREAD
    con.execute(f"SET threads = {min(1 + parts, os.cpu_count() or 1)}")
    con.execute(f"SET force_compression = {quoted('auto' if parts else 'uncompressed')}")


@contextmanager
def owner_only() -> Iterator[None]:
    """Files made within the block are readable by their owner alone: they hold personal data."""
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)


def prepare(con: duckdb.DuckDBPyConnection, specs: Sequence[ReportSpec]) -> None:
    """Make or widen the tables of ``gudang`` and fill ``wilayah``; changes nothing when all is there."""
    there = existing(con)
    wanted = {
        ("main", table.name): table.fields for table in fixed_tables().values() if table.place != "terbit"
    }
    wanted[("main", STORED_KEYS)] = STORED_KEY_FIELDS
    wanted |= {("riwayat", spec.name): report_fields(spec) for spec in specs}
    con.execute("BEGIN TRANSACTION")
    try:
        con.execute("CREATE SCHEMA IF NOT EXISTS gudang.riwayat")
        for (schema, name), fields in wanted.items():
            _make(con, f"gudang.{schema}.{named(name)}", fields, there.get((schema, name)))
        if ("main", "kiriman") in there and ("main", "masa_berlaku") not in there:
            con.execute(FIRST_TIMES_IN_FORCE)
        _fill_regions(con)
        con.execute("COMMIT")
    except BaseException:
        con.execute("ROLLBACK")
        raise


#: A warehouse from before submissions could come back: each was in force once.
FIRST_TIMES_IN_FORCE = """
INSERT INTO gudang.main.masa_berlaku
SELECT k.kiriman_id, k.berlaku_dari, k.berlaku_sampai,
       CASE WHEN k.berlaku_sampai IS NOT NULL THEN 'digantikan' END,
       (SELECT list(b.kiriman_id) FROM gudang.main.kiriman b WHERE list_contains(b.menggantikan, k.kiriman_id))
FROM gudang.main.kiriman k WHERE k.berlaku_dari IS NOT NULL
"""


def existing(con: duckdb.DuckDBPyConnection) -> dict[tuple[str, str], dict[str, str]]:
    """(schema, table) → column → type of everything in ``gudang``."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    rows = con.execute(
        "SELECT schema_name, table_name, column_name, data_type FROM duckdb_columns() "
        "WHERE database_name = 'gudang' ORDER BY column_index"
    ).fetchall()
    for schema, table, column, kind in rows:
        found.setdefault((schema, table), {})[column] = kind
    return found


def _make(
    con: duckdb.DuckDBPyConnection, table: str, fields: Sequence[Field], there: dict[str, str] | None
) -> None:
    if there is None:
        columns = ", ".join(f"{named(field.name)} {field.type}" for field in fields)
        con.execute(f"CREATE TABLE {table} ({columns})")
        return
    for field in fields:
        if field.name not in there:
            con.execute(f"ALTER TABLE {table} ADD COLUMN {named(field.name)} {field.type}")
        elif there[field.name] != field.type:
            raise StoreError(f"{table}.{field.name}: {there[field.name]} ≠ {field.type}")


def _fill_regions(con: duckdb.DuckDBPyConnection) -> None:
    wanted = [(one.kode, one.nama, one.provinsi, one.jenis) for one in districts().values()]
    there = con.execute("SELECT kode_wilayah, nama, provinsi, jenis FROM gudang.main.wilayah").fetchall()
    if sorted(wanted) != sorted(there):
        con.execute("DELETE FROM gudang.main.wilayah")
        frame = pl.DataFrame(wanted, schema=["kode_wilayah", "nama", "provinsi", "jenis"], orient="row")
        insert(con, "main.wilayah", frame)


def insert(con: duckdb.DuckDBPyConnection, table: str, frame: pl.DataFrame) -> None:
    """Append ``frame`` to a table of ``gudang``, columns by name."""
    if frame.is_empty():
        return
    con.register("masuk", frame)
    try:
        con.execute(f"INSERT INTO gudang.{table} BY NAME SELECT * FROM masuk")
    finally:
        con.unregister("masuk")


def named(identifier: str) -> str:
    """An identifier in SQL."""
    return '"' + identifier.replace('"', '""') + '"'


def quoted(text: str) -> str:
    """A text literal in SQL."""
    return "'" + text.replace("'", "''") + "'"
