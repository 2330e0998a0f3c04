"""Stored submissions beside the rows that a file brings for the same unit."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence

import duckdb
import polars as pl

from schemas.base import ReportSpec

from .ddl import named
from .decide import Earlier
from .known import Stored
from .records import Delivery
from .repeats import image, overlap


def earlier_ones(
    con: duckdb.DuckDBPyConnection,
    spec: ReportSpec,
    in_force: Sequence[Stored],
    members: Sequence[Delivery],
    beside: Collection[str] = (),
) -> list[Earlier]:
    """How far ``members``, the tables of one file for one unit, say again what is in force there.

    ``beside``: submissions that the same command took in.
    """
    if not in_force:
        return []
    new = pl.concat(
        image(spec, one.good, [(held.kode_wilayah, held.isi) for held in one.held]) for one in members
    )
    if members[0].kode_wilayah is not None:
        new = new.with_columns(kode_wilayah=pl.lit(members[0].kode_wilayah))
    return [
        Earlier(
            one.kiriman_id,
            one.berkas,
            overlap(spec, stored_image(con, spec, one.kiriman_id), new),
            one.kiriman_id in beside,
        )
        for one in in_force
    ]


def stored_image(con: duckdb.DuckDBPyConnection, spec: ReportSpec, kiriman: str) -> pl.DataFrame:
    """The rows of a stored submission, loaded and held back, for comparing."""
    good = con.sql(
        f"SELECT * FROM gudang.riwayat.{named(spec.name)} WHERE kiriman_id = ?", params=[kiriman]
    ).pl()
    held = con.execute(
        "SELECT coalesce(k.kode_wilayah, a.kode_wilayah), CAST(a.isi AS VARCHAR) "
        "FROM gudang.main.karantina a JOIN gudang.main.kiriman k ON k.kiriman_id = a.kiriman_id "
        "WHERE a.kiriman_id = ?",
        [kiriman],
    ).fetchall()
    return image(spec, good, [(place, json.loads(cells)) for place, cells in held])
