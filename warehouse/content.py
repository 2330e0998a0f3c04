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

from .ddl import named, quoted
from .dictionary import frame as dictionary
from .history import macros, superseded
from .keys import pseudonyms
from .lineage import masked_source
from .masking import business_text, key_fields, masked_finding, person_text, shown_columns
from .scrubbing import HIDDEN, private_places, scrubbed, without_names_text
from .shell import published_tables, published_views
from .tables import STORED_KEYS, base_fields

#: The same for the same content within this office's files, and of no use to whoever tries contents.
SALTED = (
    "CASE WHEN isi_sha256 = '' THEN '' ELSE sha256((SELECT teks FROM memory.main.garam) || isi_sha256) END"
)


def learn_keys(con: duckdb.DuckDBPyConnection, specs: Sequence[ReportSpec], key: bytes) -> None:
    """Make ``memory.kunci_<report>`` with the pseudonyms of the person and the business of every row in ``gudang``.

    One row = one row of ``riwayat.<report>``, ``urut`` its rowid. ``con`` is closed.
    """
    with closing(con):
        filled = [spec for spec in specs if key_fields(spec) and _has_rows(con, spec)]
        for spec in filled:
            person, business = person_text(spec) or "NULL", business_text(spec) or "NULL"
            con.execute(
                f"CREATE OR REPLACE TABLE memory.main.teks_{spec.name} AS "
                f"SELECT rowid AS urut, {person}::VARCHAR AS orang, "
                f"{business}::VARCHAR AS usaha FROM gudang.riwayat.{named(spec.name)}"
            )
        texts = [
            f"SELECT {one} AS teks FROM memory.main.teks_{spec.name}"
            for spec in filled
            for one in ("orang", "usaha")
        ]
        known = con.sql(" UNION ".join(texts) or "SELECT NULL::VARCHAR AS teks").pl()["teks"]
        con.register("samaran", pseudonyms(known, key))
        for spec in filled:
            con.execute(KEYS_OF_ROWS.format(laporan=spec.name))
            if _is_purged(con, spec):
                con.execute(WITH_STORED_KEYS.format(laporan=spec.name, tabel=named(spec.name)))
        con.unregister("samaran")


def _has_rows(con: duckdb.DuckDBPyConnection, spec: ReportSpec) -> bool:
    return bool(con.execute(f"SELECT 1 FROM gudang.riwayat.{named(spec.name)} LIMIT 1").fetchall())


#: Worked out once for both files: the texts take longer to make than the rows to copy.
KEYS_OF_ROWS = """
CREATE OR REPLACE TABLE memory.main.kunci_{laporan} AS
SELECT t.urut, o.samaran AS orang_kunci, split_part(t.orang, '|', 1) AS orang_dasar, u.samaran AS usaha_kunci
FROM memory.main.teks_{laporan} t LEFT JOIN samaran o ON o.teks_samaran = t.orang
LEFT JOIN samaran u ON u.teks_samaran = t.usaha;
DROP TABLE memory.main.teks_{laporan}
"""
#: Of some rows the names are gone, and the pseudonyms were stored before.
WITH_STORED_KEYS = f"""
CREATE OR REPLACE TABLE memory.main.kunci_{{laporan}} AS
SELECT k.urut, coalesce(s.orang_kunci, k.orang_kunci) AS orang_kunci,
       coalesce(s.orang_dasar, k.orang_dasar) AS orang_dasar, coalesce(s.usaha_kunci, k.usaha_kunci) AS usaha_kunci
FROM memory.main.kunci_{{laporan}} k LEFT JOIN (
    SELECT r.rowid AS urut, t.orang_kunci, t.orang_dasar, t.usaha_kunci
    FROM gudang.main.{STORED_KEYS} t JOIN gudang.riwayat.{{tabel}} r
    ON r.kiriman_id = t.kiriman_id AND r.baris = t.baris WHERE t.laporan = '{{laporan}}'
) s ON s.urut = k.urut
"""


def _is_purged(con: duckdb.DuckDBPyConnection, spec: ReportSpec) -> bool:
    asked = f"SELECT 1 FROM gudang.main.{STORED_KEYS} WHERE laporan = ? LIMIT 1"
    return bool(con.execute(asked, [spec.name]).fetchall())


def fill(
    con: duckdb.DuckDBPyConnection,
    specs: Sequence[ReportSpec],
    catalog: str,
    masked: bool,
    mark: str,
    when: datetime,
    keys_known: Callable[[], object],
) -> None:
    """Put what analysts read into ``catalog`` from ``gudang``; ``mark`` names the state it shows.

    ``catalog`` is what :mod:`warehouse.shell` makes; the log stands ready as ``audit_masuk``.

    ``keys_known`` returns when :func:`learn_keys` has ended: everything but the rows of reports, and what is
    counted from them, can do without.
    Leaves ``con`` in the catalog ``memory``.
    """
    con.execute(f"USE {catalog}")
    con.execute("BEGIN TRANSACTION")
    places = private_places(con) if masked else {}
    for table in published_tables(masked):
        if table.place != "terbit":
            replaced = _replacements(table.name, specs, places) if masked else {}
            source = masked_source(table.name, specs) if masked else f"gudang.main.{table.name}"
            _copy(con, table.name, source, [field.name for field in table.fields], replaced)
    if masked:
        _mask_held_rows(con, specs, places)
    _made_here(con, specs, mark, when)
    con.execute(";\n".join(text for macro in macros(specs, mark) for text in macro.statements))
    con.execute("COMMIT")
    keys_known()
    con.execute("BEGIN TRANSACTION")
    for spec in specs:
        _rows(con, spec, masked, places)
    for view in published_views(specs):
        if view.kind == "TABLE":
            con.execute(f"INSERT INTO {view.name} {view.sql}")
    con.execute("COMMIT")
    con.execute("USE memory")


def _places(spec: ReportSpec) -> dict[str, bool]:
    """The tables of a report, and whether each holds the rows in force."""
    return {f"main.{named(spec.name)}": True, superseded(spec.name): False}


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
    columns = [places.get(field.name, f"r.{field.name}") for field in base_fields()]
    columns += [f"kunci.{field.name}" for field in key_fields(spec)]
    columns += [sql for _, sql in shown_columns(spec, masked)]
    keys = (
        f"LEFT JOIN memory.main.kunci_{spec.name} kunci ON kunci.urut = r.rowid" if key_fields(spec) else ""
    )
    return (
        f"SELECT {', '.join(columns)} FROM gudang.riwayat.{named(spec.name)} r {keys} "
        "WHERE r.kiriman_id IN (SELECT kiriman_id FROM gudang.main.kiriman "
        f"WHERE berlaku_sampai IS {'' if current else 'NOT '}NULL) "
        "ORDER BY r.periode, r.kode_wilayah, r.kiriman_id, r.baris"
    )


def _replacements(table: str, specs: Sequence[ReportSpec], places: Mapping[str, str]) -> Mapping[str, str]:
    if table == "temuan":
        return {**places, **masked_finding(specs)}
    if table in {"penarikan", "perpanjangan"}:
        return {"alasan": scrubbed("alasan")}
    if table == "kiriman":
        return {**places, "isi_sha256": SALTED}
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
    con.execute(f"INSERT INTO main.{table} SELECT {select} FROM {source}")


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
    """The rows of the tables that exist only in what is published, but for those counted from reports."""
    con.execute("INSERT INTO main.terbitan VALUES (?, ?)", [mark, when.replace(tzinfo=None)])
    con.execute("INSERT INTO main.audit BY NAME SELECT * FROM audit_masuk ORDER BY urut")
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
