"""Personal data past their time leave the working database: names, numbers, raw texts. Figures and pseudonyms stay.

A keyed pseudonym cannot be made again once the name is gone, so that of every purged row is stored.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

import duckdb
import polars as pl

from schemas.base import ReportSpec
from schemas.periods import period_of

from .ddl import WORKING_FILE, connect, insert, named, owner_only, quoted, suit_size
from .keys import pseudonyms
from .masking import OPEN_KINDS, business_text, is_hidden, person_text, shown_columns
from .publish import swap_in
from .records import StoreError
from .scrubbing import HIDDEN, scrubbed
from .tables import STORED_KEYS

#: A shorter value stands in too many messages by chance, and tells nobody.
SHORTEST_QUOTED = 4
_CHOSEN = "kiriman_id IN (SELECT kiriman_id FROM memory.main.dibersihkan)"


class Past(NamedTuple):
    """Submissions past their time, and the rows loaded from and held back of them."""

    kiriman: tuple[str, ...]
    loaded: int
    held: int


def past_time(con: duckdb.DuckDBPyConnection, limit: date) -> Past:
    """The submissions not purged yet of all files received before ``limit`` that report on nothing later.

    A workbook goes as a whole: while one of its tables must stay, its raw file must.
    """
    rows = con.execute(
        "SELECT coalesce(nullif(sha256, ''), kiriman_id), list(kiriman_id), max(diterima_pada), "
        "list(DISTINCT periode) FILTER (periode IS NOT NULL), "
        "sum(coalesce(baris_dimuat, 0))::BIGINT, sum(coalesce(baris_karantina, 0))::BIGINT "
        "FROM gudang.main.kiriman GROUP BY 1 ORDER BY 1"
    ).fetchall()
    done = purged(con)
    chosen = [
        (kiriman, loaded, held)
        for _, kiriman, received, periods, loaded, held in rows
        if received.date() < limit
        and all(period_of(one).selesai < limit for one in periods or ())
        and not done.issuperset(kiriman)
    ]
    ids = tuple(sorted(one for kiriman, _, _ in chosen for one in kiriman))
    return Past(ids, sum(one[1] for one in chosen), sum(one[2] for one in chosen))


def purged(con: duckdb.DuckDBPyConnection) -> set[str]:
    """The submissions purged before."""
    return {one for (one,) in con.execute("SELECT kiriman_id FROM gudang.main.pembersihan").fetchall()}


def raw_files(con: duckdb.DuckDBPyConnection, kiriman: Collection[str]) -> set[str]:
    """The hashes of files of which all submissions are among ``kiriman``."""
    rows = con.execute(
        "SELECT sha256 FROM gudang.main.kiriman WHERE sha256 <> '' GROUP BY sha256 "
        "HAVING bool_and(list_contains(?::VARCHAR[], kiriman_id))",
        [sorted(kiriman)],
    ).fetchall()
    return {sha256 for (sha256,) in rows}


def remove_personal(
    con: duckdb.DuckDBPyConnection,
    specs: Sequence[ReportSpec],
    key: bytes,
    kiriman: Sequence[str],
    when: datetime,
    limit: date,
) -> None:
    """Empty the personal columns and raw texts of ``kiriman`` in one transaction, and note that they are purged."""
    chosen = pl.DataFrame({"kiriman_id": list(kiriman)}, schema={"kiriman_id": pl.String})
    con.register("dibersihkan_masuk", chosen)
    con.execute("CREATE OR REPLACE TABLE memory.main.dibersihkan AS SELECT * FROM dibersihkan_masuk")
    con.unregister("dibersihkan_masuk")
    con.execute("BEGIN TRANSACTION")
    try:
        for spec in specs:
            _store_keys(con, spec, key)
            _empty_columns(con, spec)
        for statement in _TEXTS:
            con.execute(statement)
        con.execute(
            "INSERT INTO gudang.main.pembersihan (kiriman_id, dibersihkan_pada, batas) "
            "SELECT kiriman_id, ?, ? FROM memory.main.dibersihkan",
            [when.replace(tzinfo=None), limit],
        )
        con.execute("COMMIT")
    except BaseException:
        con.execute("ROLLBACK")
        raise


def _quoting() -> str:
    """A message without the value that it quotes, perhaps cut short."""
    rest = f"replace(pesan, nilai, {quoted(HIDDEN)})"
    return (
        f"CASE WHEN nilai IS NULL OR length(trim(nilai)) < {SHORTEST_QUOTED} THEN {scrubbed('pesan')} "
        f"WHEN contains({rest}, left(trim(nilai), 6)) THEN {quoted(HIDDEN)} ELSE {scrubbed(rest)} END"
    )


_TEXTS = (
    f"UPDATE gudang.main.mentah SET isi = NULL WHERE {_CHOSEN}",
    f"UPDATE gudang.main.sel_lain SET teks = NULL WHERE {_CHOSEN}",
    # Whoever reads it expects an object.
    f"UPDATE gudang.main.karantina SET isi = '{{}}' WHERE {_CHOSEN}",
    f"UPDATE gudang.main.temuan SET pesan = {_quoting()}, nilai = NULL, penjelasan = NULL WHERE {_CHOSEN}",
    f"UPDATE gudang.main.kolom_asal SET tajuk = {scrubbed('tajuk')}, alasan = {scrubbed('alasan')} WHERE {_CHOSEN}",
    f"UPDATE gudang.main.penarikan SET alasan = {scrubbed('alasan')} WHERE {_CHOSEN}",
)


def _store_keys(con: duckdb.DuckDBPyConnection, spec: ReportSpec, key: bytes) -> None:
    person, business = person_text(spec), business_text(spec)
    if person is None and business is None:
        return
    rows = con.sql(
        f"SELECT kiriman_id, baris, {person or 'NULL::VARCHAR'} AS orang, {business or 'NULL::VARCHAR'} AS usaha "
        f"FROM gudang.riwayat.{named(spec.name)} WHERE {_CHOSEN}"
    ).pl()
    for text, column in (("orang", "orang_kunci"), ("usaha", "usaha_kunci")):
        known = pseudonyms(rows[text], key).rename({"teks_samaran": text, "samaran": column})
        rows = rows.join(known, on=text, how="left")
    found = rows.filter(pl.any_horizontal(pl.col("orang_kunci", "usaha_kunci").is_not_null()))
    basis = pl.col("orang").str.split("|").list.first().alias("orang_dasar")
    insert(
        con,
        f"main.{STORED_KEYS}",
        found.select(
            pl.lit(spec.name).alias("laporan"), "kiriman_id", "baris", "orang_kunci", basis, "usaha_kunci"
        ),
    )


def _empty_columns(con: duckdb.DuckDBPyConnection, spec: ReportSpec) -> None:
    """Personal columns become NULL; free text keeps what analysts may see of it, told while the names are there."""
    open_text = dict(shown_columns(spec, masked=True))
    changed = [f"{named(one.name)} = NULL" for one in spec.columns if is_hidden(one)]
    changed += [
        f"{named(one.name)} = {open_text[one.name]}"
        for one in spec.columns
        if one.kind in OPEN_KINDS and one.name in open_text
    ]
    if changed:
        con.execute(f"UPDATE gudang.riwayat.{named(spec.name)} SET {', '.join(changed)} WHERE {_CHOSEN}")


def rewrite(folder: Path) -> None:
    """Write the working database anew, row by row, and swap it in: in the old file purged rows lie in free blocks.

    For whoever holds the lock of the one writer, with the database closed.
    """
    path, fresh = folder / WORKING_FILE, folder / f"{WORKING_FILE}.baru"
    for leftover in (fresh, fresh.with_name(fresh.name + ".wal")):
        leftover.unlink(missing_ok=True)
    con = connect(folder)
    try:
        with owner_only():
            con.execute(f"ATTACH {quoted(str(path))} AS gudang")
            con.execute(f"ATTACH {quoted(str(fresh))} AS bersih")
            suit_size(con)
            con.execute("COPY FROM DATABASE gudang TO bersih")
            before, after = _counts(con, "gudang"), _counts(con, "bersih")
            con.execute("CHECKPOINT bersih")
            # A log of the old file may hold the old rows: it is written into the file that goes.
            con.execute("CHECKPOINT gudang")
    finally:
        con.close()
    if before != after:
        raise StoreError("the working database was not copied whole")
    swap_in(fresh, path)


def _counts(con: duckdb.DuckDBPyConnection, catalog: str) -> dict[str, int]:
    tables = con.execute(
        "SELECT schema_name, table_name FROM duckdb_tables() WHERE database_name = ?", [catalog]
    ).fetchall()
    counted = {}
    for schema, table in tables:
        asked = f"SELECT count(*) FROM {catalog}.{named(schema)}.{named(table)}"
        counted[f"{schema}.{table}"] = int(con.execute(asked).fetchall()[0][0])
    return counted
