"""What a published file holds: tables, history, views, comments, built into an empty catalog."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import closing
from datetime import datetime

import duckdb
import polars as pl

from schemas.base import ReportSpec
from schemas.region_groups import region_groups

from .comments import comment_tables, comment_views
from .ddl import named, quoted
from .dictionary import frame as dictionary
from .history import macros
from .keys import pseudonyms
from .lineage import cell_view, masked_source
from .masking import business_text, key_fields, masked_finding, person_text, shown_columns
from .scrubbing import HIDDEN, private_places, scrubbed, without_names_text
from .tables import base_fields, fixed_tables, report_fields
from .views import View, views_over

HISTORY = ("berlaku_dari", "berlaku_sampai")


def learn_keys(con: duckdb.DuckDBPyConnection, specs: Sequence[ReportSpec], key: bytes) -> None:
    """Fill ``memory.kunci`` (teks_samaran, samaran) with the pseudonym of every person and business in ``gudang``.

    ``con`` is closed.
    """
    sources = [
        f"SELECT {text} AS teks_samaran FROM gudang.riwayat.{named(spec.name)}"
        for spec in specs
        for text in (person_text(spec), business_text(spec))
        if text is not None
    ]
    with closing(con):
        _learn(con, sources, key)


def _learn(con: duckdb.DuckDBPyConnection, sources: Sequence[str], key: bytes) -> None:
    texts = con.sql(" UNION ".join(sources) or "SELECT NULL::VARCHAR AS teks_samaran").pl()["teks_samaran"]
    known = pseudonyms(texts, key)
    con.register("kunci_baru", known)
    con.execute("CREATE OR REPLACE TABLE memory.main.kunci AS SELECT * FROM kunci_baru")
    con.unregister("kunci_baru")


def fill(
    con: duckdb.DuckDBPyConnection,
    specs: Sequence[ReportSpec],
    catalog: str,
    masked: bool,
    mark: str,
    when: datetime,
    keys_known: Callable[[], object],
) -> None:
    """Build what analysts read into ``catalog`` from ``gudang``; ``mark`` names the state it shows.

    ``keys_known`` returns when :func:`learn_keys` has ended: everything but the rows of reports can do without.
    Leaves ``con`` in the catalog ``memory``.
    """
    con.execute(f"USE {catalog}")
    # In one transaction: hundreds of small statements would each wait for the disk.
    con.execute("BEGIN TRANSACTION")
    con.execute("CREATE SCHEMA riwayat")
    places = private_places(con) if masked else {}
    for spec in specs:
        _tables(con, spec, masked)
    for table in fixed_tables().values():
        if table.place == "semua" or (table.place == "terbatas" and not masked):
            replaced = _replacements(table.name, specs, places) if masked else {}
            source = masked_source(table.name, specs) if masked else f"gudang.main.{table.name}"
            _copy(con, table.name, source, [field.name for field in table.fields], replaced)
    if masked:
        _mask_held_rows(con, specs, places)
    _made_here(con, specs, mark, when)
    for spec in specs:
        con.execute(_history_view(spec, masked))
    con.execute(cell_view(specs, masked))
    comment_tables(con, specs, masked)
    con.execute("COMMIT")
    keys_known()
    con.execute("BEGIN TRANSACTION")
    for spec in specs:
        _rows(con, spec, masked, places)
    views = views_over({spec.name for spec in specs} | set(fixed_tables()))
    _views(con, views)
    comment_views(con, views)
    con.execute(";\n".join(text for macro in macros(specs, mark) for text in macro.statements))
    con.execute("COMMIT")
    con.execute("USE memory")


def _views(con: duckdb.DuckDBPyConnection, views: Sequence[View]) -> None:
    # Views are only bound, not run, and the tables are small joins of equals: nothing to gain by optimising.
    con.execute("PRAGMA disable_optimizer")
    con.execute(";\n".join(view.creation for view in views))
    con.execute("PRAGMA enable_optimizer")


def _tables(con: duckdb.DuckDBPyConnection, spec: ReportSpec, masked: bool) -> None:
    """The current rows go to ``main``, the superseded ones to ``riwayat.lama_…``: no row is stored twice."""
    types = {field.name: field.type for field in (*report_fields(spec), *key_fields(spec))}
    columns = ", ".join(f"{named(name)} {types[name]}" for name in published_columns(spec, masked))
    for target in _places(spec):
        con.execute(f"CREATE TABLE {target} ({columns})")


def _places(spec: ReportSpec) -> dict[str, bool]:
    """The tables of a report, and whether each holds the rows in force."""
    return {f"main.{named(spec.name)}": True, f"riwayat.lama_{spec.name}": False}


def _rows(con: duckdb.DuckDBPyConnection, spec: ReportSpec, masked: bool, places: Mapping[str, str]) -> None:
    table = f"gudang.riwayat.{named(spec.name)}"
    present = con.execute(
        f"SELECT DISTINCT k.berlaku_sampai IS NULL FROM {table} r "
        "JOIN gudang.main.kiriman k ON k.kiriman_id = r.kiriman_id"
    ).fetchall()
    for target, current in _places(spec).items():
        # Compiling a select over thirty columns costs more than most tables hold.
        if (current,) in present:
            con.execute(f"INSERT INTO {target} {_select(spec, masked, current, places)}")
    if (True,) in present:
        con.execute(
            f"INSERT INTO main.kiriman_wilayah SELECT kiriman_id, {quoted(spec.name)}, kode_wilayah, "
            f"periode, count(*) FROM main.{named(spec.name)} GROUP BY ALL"
        )
    if (False,) in present:
        con.execute(
            "INSERT INTO main.kiriman_wilayah_lama SELECT DISTINCT kiriman_id, kode_wilayah "
            f"FROM riwayat.lama_{spec.name}"
        )


def _select(spec: ReportSpec, masked: bool, current: bool, places: Mapping[str, str]) -> str:
    """The rows of a report as they are published, in the order of :func:`published_columns`."""
    columns, joins = [places.get(field.name, f"r.{field.name}") for field in base_fields()], []
    person, business = person_text(spec), business_text(spec)
    if person is not None:
        columns += ["orang.samaran", "split_part(orang.teks_samaran, '|', 1)"]
        joins.append(f"LEFT JOIN memory.main.kunci orang ON orang.teks_samaran = {person}")
    if business is not None:
        columns.append("usaha.samaran")
        joins.append(f"LEFT JOIN memory.main.kunci usaha ON usaha.teks_samaran = {business}")
    columns += [sql for _, sql in shown_columns(spec, masked)]
    return (
        f"SELECT {', '.join(columns)} FROM gudang.riwayat.{named(spec.name)} r {' '.join(joins)} "
        "WHERE r.kiriman_id IN (SELECT kiriman_id FROM gudang.main.kiriman "
        f"WHERE berlaku_sampai IS {'' if current else 'NOT '}NULL) "
        "ORDER BY r.periode, r.kode_wilayah, r.kiriman_id, r.baris"
    )


def published_columns(spec: ReportSpec, masked: bool) -> list[str]:
    """The columns of a report's published table: shared ones, keys, its own."""
    names = [field.name for field in (*base_fields(), *key_fields(spec))]
    return names + [name for name, _ in shown_columns(spec, masked)]


def _history_view(spec: ReportSpec, masked: bool) -> str:
    columns = ", ".join(f"r.{named(name)} AS {named(shown)}" for name, shown in history_columns(spec, masked))
    return (
        f"CREATE VIEW riwayat.{named(spec.name)} AS SELECT m.berlaku_dari, m.berlaku_sampai, {columns} "
        f"FROM (SELECT * FROM main.{named(spec.name)} UNION ALL SELECT * FROM riwayat.lama_{spec.name}) r "
        "JOIN main.masa_berlaku m ON m.kiriman_id = r.kiriman_id"
    )


def history_columns(spec: ReportSpec, masked: bool) -> list[tuple[str, str]]:
    """(column of the table, its name in ``riwayat``): a report's own berlaku_sampai is called isi_… there."""
    return [(name, f"isi_{name}" if name in HISTORY else name) for name in published_columns(spec, masked)]


def _replacements(table: str, specs: Sequence[ReportSpec], places: Mapping[str, str]) -> Mapping[str, str]:
    if table == "temuan":
        return {**places, **masked_finding(specs)}
    if table in {"penarikan", "perpanjangan"}:
        return {"alasan": scrubbed("alasan")}
    if table == "kolom_asal":
        return {"tajuk": scrubbed("tajuk"), "alasan": scrubbed("alasan")}
    return places


def _copy(
    con: duckdb.DuckDBPyConnection,
    table: str,
    source: str,
    columns: Iterable[str],
    replaced: Mapping[str, str],
) -> None:
    select = ", ".join(f"{replaced.get(name, named(name))} AS {named(name)}" for name in columns)
    con.execute(f"CREATE TABLE main.{table} AS SELECT {select} FROM {source}")


def _mask_held_rows(
    con: duckdb.DuckDBPyConnection, specs: Sequence[ReportSpec], places: Mapping[str, str]
) -> None:
    """Only columns known to be open keep their text: under a foreign heading may stand anything."""
    shown = {spec.name: {name for name, _ in shown_columns(spec, masked=True)} for spec in specs}
    people = {spec.name: [one.name for one in spec.columns if one.personal == "nama"] for spec in specs}
    con.execute("DELETE FROM main.karantina")
    frame = con.sql("SELECT * REPLACE (CAST(isi AS VARCHAR) AS isi) FROM gudang.main.karantina").pl()
    if frame.is_empty():
        return
    masked = [
        json.dumps(_masked_row(row, shown.get(report, ()), people.get(report, ())), ensure_ascii=False)
        for report, row in zip(frame["laporan"], map(json.loads, frame["isi"]), strict=True)
    ]
    replaced = {
        "isi": scrubbed("isi"),
        **{name: sql for name, sql in places.items() if name in frame.columns},
    }
    replace = ", ".join(f"{sql} AS {name}" for name, sql in replaced.items())
    con.register("ditahan", frame.with_columns(isi=pl.Series(masked)))
    con.execute(f"INSERT INTO main.karantina BY NAME SELECT * REPLACE ({replace}) FROM ditahan")
    con.unregister("ditahan")


def _masked_row(
    row: Mapping[str, str | None], shown: Collection[str], people: Collection[str]
) -> dict[str, str | None]:
    names = [name for one in people if (name := (row.get(one) or "").strip())]
    return {
        name: text and (without_names_text(text, names) if name in shown else HIDDEN)
        for name, text in row.items()
    }


def _made_here(
    con: duckdb.DuckDBPyConnection, specs: Sequence[ReportSpec], mark: str, when: datetime
) -> None:
    """The tables that exist only in what is published."""
    for name in ("terbitan", "kiriman_wilayah", "kiriman_wilayah_lama", "kelompok_wilayah", "kamus"):
        columns = ", ".join(f"{field.name} {field.type}" for field in fixed_tables()[name].fields)
        con.execute(f"CREATE TABLE main.{name} ({columns})")
    con.execute("INSERT INTO main.terbitan VALUES (?, ?)", [mark, when.replace(tzinfo=None)])
    _explained(con, specs)


def _explained(con: duckdb.DuckDBPyConnection, specs: Sequence[ReportSpec]) -> None:
    """Groups of districts and the dictionary."""
    groups = [
        (group.kelompok, kode, f"{group.keterangan} | {group.description}")
        for group in region_groups()
        for kode in group.anggota
    ]
    members = pl.DataFrame(groups, schema=["kelompok", "kode_wilayah", "keterangan"], orient="row")
    for table, rows in (("kelompok_wilayah", members), ("kamus", dictionary(specs))):
        con.register("masuk_terbit", rows)
        con.execute(f"INSERT INTO main.{table} BY NAME SELECT * FROM masuk_terbit")
        con.unregister("masuk_terbit")
