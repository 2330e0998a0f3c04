"""What changed between two versions of a report: rows, cells, and what that does to the totals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import duckdb
import polars as pl

from schemas.base import Column, ReportSpec

from .ddl import named
from .matching import match
from .versions import Cells, Compared, Version, rows_of

Row = Mapping[str, Any]


class Changed(NamedTuple):
    """A cell whose value changed, with its address in both versions (None: no such column there)."""

    column: Column
    sel_lama: str | None
    sel_baru: str | None
    lama: Any
    baru: Any


class ChangedRow(NamedTuple):
    """A row of both versions and the cells that differ."""

    lama: Row
    baru: Row
    sel: list[Changed]


class Total(NamedTuple):
    """The sum of a column (None: the number of rows) in both versions, and in ``wilayah`` with the one or the other.

    ``wilayah``: code of a district, or of a province (two digits); its sums are over all submissions in force,
    the compared ones counted as if the old or the new were.
    """

    column: Column | None
    lama: float
    baru: float
    wilayah: dict[str, tuple[float, float]]


@dataclass(slots=True)
class Difference:
    """Two versions compared. ``jumlah`` is about one period; ``periode`` names those that the rows are of."""

    sama: int = 0
    berubah: list[ChangedRow] = field(default_factory=list)
    tambah: list[Row] = field(default_factory=list)
    hilang: list[Row] = field(default_factory=list)
    jumlah: list[Total] = field(default_factory=list)
    periode: list[str] = field(default_factory=list)


def additive(column: Column) -> bool:
    """Whether the values of different rows may be added up: people, units, rupiah; no prices, no mixed pieces."""
    counted = column.kind in {"count", "money"} and column.unit is not None
    return counted and not str(column.unit).startswith("per ") and not column.name.startswith("harga_")


def compare(con: duckdb.DuckDBPyConnection, spec: ReportSpec, compared: Compared) -> Difference:
    """Compare two versions, of the published restricted file in use."""
    old, new = (rows_of(con, compared, side) for side in (compared.lama, compared.baru))
    cells = Cells(con, [*compared.lama.kiriman, *compared.baru.kiriman])
    found = match(spec, old, new)
    olds, news = old.to_dicts(), new.to_dicts()
    periods = sorted(set(old["periode"]) | set(new["periode"]))
    return Difference(
        len(found.sama),
        [_row(spec, olds[one], news[other], cells) for one, other in found.berubah],
        [news[place] for place in found.tambah],
        [olds[place] for place in found.hilang],
        _totals(con, spec, compared, old, new, periods),
        periods,
    )


def _row(spec: ReportSpec, old: Row, new: Row, cells: Cells) -> ChangedRow:
    changed = [
        Changed(
            column,
            cells.address(old["kiriman_id"], old["baris"], column.name),
            cells.address(new["kiriman_id"], new["baris"], column.name),
            old[column.name],
            new[column.name],
        )
        for column in spec.columns
        if old[column.name] != new[column.name]
    ]
    return ChangedRow(old, new, changed)


def _totals(
    con: duckdb.DuckDBPyConnection,
    spec: ReportSpec,
    compared: Compared,
    old: pl.DataFrame,
    new: pl.DataFrame,
    periods: Sequence[str],
) -> list[Total]:
    columns = [column for column in spec.columns if additive(column)]
    districts = sorted({*old["kode_wilayah"].drop_nulls(), *new["kode_wilayah"].drop_nulls()})
    places = [*districts, *sorted({code[:2] for code in districts})] if len(periods) == 1 else []
    others = {place: _others(con, spec, compared, columns, place, periods[0]) for place in places}
    totals = []
    for column in (None, *columns):
        sides = {place: (_sum(old, column, place), _sum(new, column, place)) for place in ("", *places)}
        name = column.name if column else ""
        with_them = {
            place: (others[place][name] + sides[place][0], others[place][name] + sides[place][1])
            for place in places
        }
        totals.append(Total(column, *sides[""], with_them))
    return totals


def _sum(frame: pl.DataFrame, column: Column | None, place: str) -> float:
    rows = frame.filter(pl.col("kode_wilayah").str.starts_with(place)) if place else frame
    return rows.height if column is None else int(rows[column.name].sum())


def _others(
    con: duckdb.DuckDBPyConnection,
    spec: ReportSpec,
    compared: Compared,
    columns: Sequence[Column],
    place: str,
    periode: str,
) -> dict[str, float]:
    """The sums of what is in force in ``place`` beside the rows compared."""
    sums = ", ".join(["count(*)", *(f"coalesce(sum({named(column.name)}), 0)" for column in columns)])
    own = Version((*compared.lama.kiriman, *compared.baru.kiriman))
    rows = con.execute(
        f"SELECT {sums} FROM main.{named(spec.name)} WHERE periode = $1 AND starts_with(kode_wilayah, $2) "
        "AND NOT (kiriman_id IN (SELECT unnest($3::VARCHAR[])) AND ($4 IS NULL OR kode_wilayah = $4))",
        [periode, place, list(own.kiriman), compared.kode_wilayah],
    ).fetchall()
    names = ["", *(column.name for column in columns)]
    return {name: int(value) for name, value in zip(names, rows[0], strict=True)}
