"""A fingerprint of what a published file says, whatever order its rows stand in."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import duckdb

from .ddl import named, quoted
from .publish import read_options


def digest(
    path: Path, without: Collection[str] = (), secret: str | None = None, concerned: bool = False
) -> dict[str, str]:
    """schema.table → "rows:hash" for every table of the database file ``path``.

    Left out: columns that hold a time, and those named in ``without``; the tables ``terbitan`` and ``audit``. Two
    loads of the same workbooks give the same digest, however often they were interrupted. ``secret``: the key of
    an encrypted file; ``concerned``: only the tables that have a column of ``without``.
    """
    con = duckdb.connect(":memory:")
    try:
        con.execute(f"ATTACH {quoted(str(path))} AS isi{read_options(secret)}")
        rows = con.execute(
            "SELECT schema_name, table_name, list(column_name ORDER BY column_name) FILTER "
            "(data_type <> 'TIMESTAMP' AND NOT list_contains(?::VARCHAR[], column_name)) "
            "FROM duckdb_columns() SEMI JOIN duckdb_tables() USING (database_name, schema_name, table_name) "
            "WHERE database_name = 'isi' AND table_name NOT IN ('terbitan', 'audit') GROUP BY ALL ORDER BY ALL",
            [list(without)],
        ).fetchall()
        if concerned:
            among = _with_any(con, without)
            rows = [row for row in rows if row[:2] in among]
        return {
            f"{schema}.{table}": _of_table(con, schema, table, columns) for schema, table, columns in rows
        }
    finally:
        con.close()


def _with_any(con: duckdb.DuckDBPyConnection, columns: Collection[str]) -> set[tuple[str, str]]:
    asked = "SELECT DISTINCT schema_name, table_name FROM duckdb_columns() WHERE database_name = 'isi' "
    asked += "AND list_contains(?::VARCHAR[], column_name)"
    return set(con.execute(asked, [list(columns)]).fetchall())


def _of_table(con: duckdb.DuckDBPyConnection, schema: str, table: str, columns: list[str]) -> str:
    row = ", ".join(f"{named(name)} := {named(name)}" for name in columns)
    found = con.execute(
        f"WITH semua AS (SELECT md5(CAST(to_json(struct_pack({row})) AS VARCHAR)) AS h "
        f"FROM isi.{named(schema)}.{named(table)}) "
        "SELECT count(*), md5(coalesce(string_agg(h, '' ORDER BY h), '')) FROM semua"
    ).fetchall()
    return f"{found[0][0]}:{found[0][1]}"
