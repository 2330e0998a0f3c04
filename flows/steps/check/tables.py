"""Rules that look at a whole table: amounts far off their column, dates and years outside the period, NIK."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from statistics import median

import polars as pl

from flows.grammar.identifiers import nik_birth
from flows.shapes import Finding, TypedTable
from schemas.base import Column, ReportSpec
from schemas.periods import period_of

MakeFinding = Callable[[str, int, Column], Finding]
FAR_OFF = 900
TIGHT = 50
FEWEST = 6


def table_findings(report: ReportSpec, table: TypedTable, finding: MakeFinding) -> list[Finding]:
    """Doubts about cells in the light of their column, their row or the period; no cell is changed."""
    found: list[Finding] = []
    for column in report.columns:
        if column.name not in table.letters:
            continue
        for baris, kode in _doubts(column, table):
            found.append(finding(kode, baris, column))
    return found


def _doubts(column: Column, table: TypedTable) -> Iterator[tuple[int, str]]:
    cells = table.frame.select("baris", column.name).drop_nulls()
    if column.kind == "money":
        yield from ((baris, "SATUAN_JANGGAL") for baris in _far_off(cells))
    if column.kind == "date" and column.in_period:
        yield from ((baris, "DI_LUAR_PERIODE") for baris in _outside(cells, table.context.periode))
    if column.name == "tahun_izin" and table.context.periode:
        last = period_of(table.context.periode).selesai.year
        yield from ((baris, "TAHUN_DI_LUAR_DATA") for baris, year in cells.rows() if year > last)
    if column.kind == "nik" and "jenis_kelamin" in table.frame.columns:
        yield from ((baris, "JENIS_KELAMIN_TIDAK_COCOK") for baris in _other_sex(column, table.frame))


def _far_off(cells: pl.DataFrame) -> list[int]:
    """Rows whose amount is a thousand times off an otherwise tight column (D12)."""
    amounts = [(baris, value) for baris, value in cells.rows() if value > 0]
    if len(amounts) < FEWEST:
        return []
    middle = median(value for _, value in amounts)
    tight = sum(middle / TIGHT <= value <= middle * TIGHT for _, value in amounts)
    if tight < 0.8 * len(amounts):
        return []
    return [baris for baris, value in amounts if value >= middle * FAR_OFF or value * FAR_OFF <= middle]


def _outside(cells: pl.DataFrame, periode: str | None) -> list[int]:
    if periode is None:
        return []
    period = period_of(periode)
    days: list[tuple[int, date]] = cells.rows()
    return [baris for baris, day in days if not period.mulai <= day <= period.selesai]


def _other_sex(column: Column, frame: pl.DataFrame) -> list[int]:
    rows = frame.select("baris", column.name, "jenis_kelamin").drop_nulls().rows()
    return [baris for baris, nik, sex in rows if nik_birth(nik)[1] != sex]
