"""The rows that files add to each table of the working database."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import duckdb
import polars as pl

from schemas.base import ReportSpec
from schemas.periods import period_of

from .ddl import insert, named
from .force import begin_force
from .records import ClaimRow, Delivery, Outcome, Stamp, StoreError
from .tables import fixed_tables

POLARS_TYPES: dict[str, Any] = {
    "VARCHAR": pl.String,
    "JSON": pl.String,
    "BIGINT": pl.Int64,
    "DOUBLE": pl.Float64,
    "BOOLEAN": pl.Boolean,
    "TIMESTAMP": pl.Datetime("us"),
    "VARCHAR[]": pl.List(pl.String),
}


def write(
    con: duckdb.DuckDBPyConnection,
    specs: dict[str, ReportSpec],
    deliveries: Sequence[Delivery],
    outcomes: Sequence[Outcome],
    when: datetime,
    stamp: Stamp,
) -> None:
    """Insert what the deliveries bring, as ``outcomes`` decided, in the caller's transaction."""
    pairs = list(zip(deliveries, outcomes, strict=True))
    loaded = [one for one, outcome in pairs if outcome.status in {"dimuat", "dimuat_sebagian"}]
    _append(con, "kiriman", (_kiriman(one, outcome, when, stamp) for one, outcome in pairs))
    begin_force(con, [one.kiriman_id for one in loaded], when)
    # What a copy of a known content would say has been said.
    _append(con, "temuan", (row for one, outcome in pairs for row in _findings(one, outcome)))
    _append(con, "karantina", (row for one in loaded for row in _held(one)))
    _append(con, "klaim", (_claim(one, claim) for one in loaded for claim in one.claims))
    _append(con, "kolom_asal", (row for one in loaded for row in _origins(one)))
    _append(con, "sel_lain", ((one.kiriman_id, *cell) for one in loaded for cell in one.elsewhere))
    raw = []
    for spec in specs.values():
        members = [one for one in loaded if one.laporan == spec.name]
        if members:
            whole = _together(members)
            insert(con, f"riwayat.{named(spec.name)}", _typed(spec, whole))
            raw.append(_raw(whole))
    if raw:
        insert(con, "main.mentah", pl.concat(raw))


def _append(con: duckdb.DuckDBPyConnection, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
    schema = {field.name: POLARS_TYPES[field.type] for field in fixed_tables()[table].fields}
    insert(con, f"main.{table}", pl.DataFrame(list(rows), schema=schema, orient="row"))


def _kiriman(one: Delivery, outcome: Outcome, when: datetime, stamp: Stamp) -> tuple[Any, ...]:
    in_force = outcome.status in {"dimuat", "dimuat_sebagian"}
    held = len(one.held) if in_force else 0
    not_data = one.not_data if in_force else 0
    row = {
        "kiriman_id": one.kiriman_id,
        "berkas": one.berkas,
        "jalur": one.jalur,
        "jenis": one.jenis,
        "pembaca": one.pembaca,
        "sha256": one.sha256,
        "isi_sha256": one.isi_sha256,
        "diterima_pada": when,
        "lembar": one.lembar,
        "laporan": one.laporan,
        "kode_wilayah": one.kode_wilayah,
        "periode": one.periode,
        "status": outcome.status,
        "pilihan": outcome.pilihan,
        "alasan_pilihan": outcome.alasan,
        "menggantikan": list(outcome.menggantikan),
        "baris_masuk": outcome.baris_dimuat + held + not_data,
        "baris_dimuat": outcome.baris_dimuat,
        "baris_karantina": held,
        "baris_bukan_data": not_data,
        "baris_ditolak": 0 if in_force else max(one.rows_in - held - one.not_data, 0),
        "baris_berulang": outcome.baris_berulang,
        "berlaku_dari": when if in_force else None,
        "berlaku_sampai": None,
        "versi_kode": stamp.code_version,
        "versi_skema": stamp.schema_hash,
    }
    return tuple(row[field.name] for field in fixed_tables()["kiriman"].fields)


def _findings(one: Delivery, outcome: Outcome) -> list[tuple[Any, ...]]:
    copied = one.good is not None and outcome.status in {"duplikat", "ditolak"}
    rows = list(outcome.findings) if copied else [*one.findings, *outcome.findings]
    return [(one.kiriman_id, *row) for row in _reordered(rows)]


def _reordered(rows: Iterable[Any]) -> Iterable[tuple[Any, ...]]:
    fields = [field.name for field in fixed_tables()["temuan"].fields[1:]]
    return (tuple(getattr(row, name) for name in fields) for row in rows)


def _held(one: Delivery) -> list[tuple[Any, ...]]:
    start = (one.kiriman_id, one.berkas, one.lembar)
    return [
        (*start, row.baris, one.laporan, row.kode_wilayah or one.kode_wilayah, _json(row.isi), row.kode)
        for row in one.held
    ]


def _json(cells: dict[str, str | None]) -> str:
    return json.dumps(cells, ensure_ascii=False)


def _claim(one: Delivery, claim: ClaimRow) -> tuple[Any, ...]:
    place = (one.kiriman_id, one.berkas, claim.lembar, claim.baris, claim.sel, one.laporan)
    return (*place, claim.kolom, claim.nilai, claim.jumlah_baris, claim.selisih)


def _origins(one: Delivery) -> list[tuple[Any, ...]]:
    """Each column with the position of its raw text in ``mentah.isi``, 0 where its cells stand elsewhere."""
    own = [origin for origin in one.columns if origin.huruf is not None and origin.dari is None]
    places = {origin.kolom: place for place, origin in reversed(list(enumerate(own, start=1)))}
    direct = [(place, origin) for place, origin in enumerate(own, start=1)]
    others = [
        (places.get(origin.dari or "", 0), origin)
        for origin in one.columns
        if origin.huruf is None or origin.dari is not None
    ]
    return [(one.kiriman_id, place, *origin) for place, origin in [*direct, *others]]


def _together(members: Sequence[Delivery]) -> pl.DataFrame:
    """The rows to load of many tables of one report, with what holds for each table beside its rows."""
    parts = [_good(one).with_columns(pl.lit(one.kiriman_id).alias("kiriman_id")) for one in members]
    periods = [period_of(str(one.periode)) for one in members]
    about = pl.DataFrame(
        {
            "kiriman_id": [one.kiriman_id for one in members],
            "berkas": [one.berkas for one in members],
            "lembar": [one.lembar for one in members],
            "milik": [one.kode_wilayah for one in members],
            "periode": [str(one.periode) for one in members],
            "periode_mulai": [period.mulai for period in periods],
            "periode_selesai": [period.selesai for period in periods],
        },
        schema_overrides={"lembar": pl.String, "milik": pl.String},
    )
    whole = pl.concat(parts, how="diagonal_relaxed")
    return whole.join(about, on="kiriman_id", how="left", maintain_order="left")


def _typed(spec: ReportSpec, whole: pl.DataFrame) -> pl.DataFrame:
    """The rows with the columns that every report table begins with."""
    own = [column.name for column in spec.columns if column.name in whole.columns]
    return whole.select(
        "kiriman_id",
        "berkas",
        "lembar",
        pl.col("baris").cast(pl.Int64),
        pl.coalesce("milik", "kode_wilayah").alias("kode_wilayah"),
        "periode",
        "periode_mulai",
        "periode_selesai",
        *(pl.col(name).cast(spec.column(name).polars_type) for name in own),
    )


def _raw(whole: pl.DataFrame) -> pl.DataFrame:
    texts = pl.col("mentah") if "mentah" in whole.columns else pl.lit(None)
    return whole.select(
        "kiriman_id",
        pl.col("baris").cast(pl.Int64),
        texts.cast(pl.List(pl.String)).alias("isi"),
    )


def _good(one: Delivery) -> pl.DataFrame:
    if one.good is None:
        raise StoreError(f"{one.kiriman_id}: loaded without rows")
    return one.good
