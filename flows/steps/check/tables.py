"""Rules that look at a whole table: amounts far off their column, dates and years outside the period, NIK."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from statistics import median

import polars as pl

from flows.shapes import Finding, TypedTable
from schemas.base import Column, ReportSpec
from schemas.periods import period_of

MakeFinding = Callable[[str, int, Column], Finding]
FAR_OFF = 900
TIGHT = 50
FEWEST = 6
PERSONAL_NUMBER = r"(?:^|\D)(?:\d{16}|(?:\+?62|0)8\d{8,11})(?:\D|$)"


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
    if column.kind == "text" and column.personal is None:
        spilled = _cells(column, table).filter(pl.col(column.name).str.contains(PERSONAL_NUMBER))
        yield from ((baris, "DATA_PRIBADI_TERBUKA") for baris in spilled["baris"])
    if column.kind == "money":
        yield from ((baris, "SATUAN_JANGGAL") for baris in _far_off(_cells(column, table)))
    if column.kind == "date" and column.in_period:
        outside = _outside(_cells(column, table), table.context.periode)
        yield from ((baris, "DI_LUAR_PERIODE") for baris in outside)
    if column.name == "tahun_izin" and table.context.periode:
        last = period_of(table.context.periode).selesai.year
        later = _cells(column, table).filter(pl.col(column.name) > last)
        yield from ((baris, "TAHUN_DI_LUAR_DATA") for baris in later["baris"])
    if column.kind == "nik" and "jenis_kelamin" in table.frame.columns:
        yield from ((baris, "JENIS_KELAMIN_TIDAK_COCOK") for baris in _other_sex(column, table.frame))


def _cells(column: Column, table: TypedTable) -> pl.DataFrame:
    return table.frame.select("baris", column.name).drop_nulls()


def _far_off(cells: pl.DataFrame) -> list[int]:
    """Rows whose amount is a thousand times off an otherwise tight column (D12)."""
    amounts: list[tuple[int, int]] = cells.filter(cells.to_series(1) > 0).rows()
    if len(amounts) < FEWEST:
        return []
    values = sorted(value for _, value in amounts)
    middle = median(values)
    # Nearly every column ends here.
    if values[-1] < middle * FAR_OFF and values[0] * FAR_OFF > middle:
        return []
    tight = sum(middle / TIGHT <= value <= middle * TIGHT for _, value in amounts)
    if tight < 0.8 * len(amounts):
        return []
    return [baris for baris, value in amounts if value >= middle * FAR_OFF or value * FAR_OFF <= middle]


def _outside(cells: pl.DataFrame, periode: str | None) -> list[int]:
    if periode is None:
        return []
    period = period_of(periode)
    found: list[int] = cells.filter(~cells.to_series(1).is_between(period.mulai, period.selesai))[
        "baris"
    ].to_list()
    return found


def _other_sex(column: Column, frame: pl.DataFrame) -> list[int]:
    nik, sex = pl.col(column.name), pl.col("jenis_kelamin")
    # As nik_birth says it, for thousands at once: a woman's day of birth stands 40 higher.
    woman = nik.str.contains(r"^[0-9]{16}$") & (nik.str.slice(6, 2) > "40")
    said = pl.when(woman).then(pl.lit("P")).otherwise(pl.lit("L"))
    found: list[int] = frame.filter(nik.is_not_null() & sex.is_not_null() & (said != sex))["baris"].to_list()
    return found
