"""Rules that look at a whole table: amounts far off their column, dates and years outside the period, NIK.

Asked of the tables of many workbooks at once, for a question costs the same for ten rows and ten thousand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

import polars as pl

from flows.shapes import TypedTable
from schemas.base import Column, ReportSpec
from schemas.periods import period_of

FAR_OFF = 900
TIGHT = 50
FEWEST = 6
PERSONAL_NUMBER = r"(?:^|\D)(?:\d{16}|(?:\+?62|0)8\d{8,11})(?:\D|$)"
TABLE = "_tabel"

Verdict = tuple[int, int, str, str]  # table, baris, kolom, kode


def doubts(report: ReportSpec, tables: Sequence[TypedTable], whole: pl.DataFrame) -> Iterator[Verdict]:
    """Doubts about cells in the light of their column, their row or the period; no cell is changed.

    ``whole``: the rows of all ``tables`` on top of each other, ``_tabel`` the place of each row's table. Only
    columns that a table has itself are doubted.
    """
    flags = {column.name: told for column in report.columns if (told := _doubt(report, column))}
    about = _periods(tables)
    asked = whole.join(about, on=TABLE, how="left", maintain_order="left").select(
        TABLE, "baris", *(broken.fill_null(False).alias(name) for name, (broken, _) in flags.items())
    )
    hit = asked.select(pl.col(*flags).any()).row(0, named=True) if flags and asked.height else {}
    far_off = _far_off_in(report, whole)
    for column in report.columns:
        if hit.get(column.name):
            for table, baris in asked.filter(pl.col(column.name)).select(TABLE, "baris").rows():
                if column.name in tables[table].letters:
                    yield table, baris, column.name, flags[column.name][1]
        for table in far_off.get(column.name, ()):
            if column.name in tables[table].letters:
                cells = whole.filter(pl.col(TABLE) == table).select("baris", column.name).drop_nulls()
                for baris in _far_off(cells):
                    yield table, baris, column.name, "SATUAN_JANGGAL"


def _doubt(report: ReportSpec, column: Column) -> tuple[pl.Expr, str] | None:
    """Where a cell of the column is doubted, and the code that says why; None for a column without such a rule."""
    cell = pl.col(column.name)
    if column.kind == "text" and column.personal is None:
        return cell.str.contains(PERSONAL_NUMBER), "DATA_PRIBADI_TERBUKA"
    if column.kind == "date" and column.in_period:
        return ~cell.is_between(pl.col("_mulai"), pl.col("_selesai")), "DI_LUAR_PERIODE"
    if column.name == "tahun_izin":
        return cell > pl.col("_selesai").dt.year(), "TAHUN_DI_LUAR_DATA"
    if column.kind == "nik" and report.has("jenis_kelamin"):
        # As nik_birth says it, for thousands at once: a woman's day of birth stands 40 higher.
        woman = cell.str.contains(r"^[0-9]{16}$") & (cell.str.slice(6, 2) > "40")
        said = pl.when(woman).then(pl.lit("P")).otherwise(pl.lit("L"))
        return cell.is_not_null() & (said != pl.col("jenis_kelamin")), "JENIS_KELAMIN_TIDAK_COCOK"
    return None


def _periods(tables: Sequence[TypedTable]) -> pl.DataFrame:
    periods = [period_of(table.context.periode) if table.context.periode else None for table in tables]
    return pl.DataFrame(
        {
            TABLE: range(len(tables)),
            "_mulai": [period.mulai if period else None for period in periods],
            "_selesai": [period.selesai if period else None for period in periods],
        },
        schema={TABLE: pl.Int64, "_mulai": pl.Date, "_selesai": pl.Date},
    )


def _far_off_in(report: ReportSpec, whole: pl.DataFrame) -> dict[str, list[int]]:
    """Column of money → the tables in which some amount may be a thousand times off the others."""
    columns = [column.name for column in report.columns if column.kind == "money"]
    if not columns:
        return {}
    found: dict[str, list[int]] = {}
    spread = whole.group_by(TABLE, maintain_order=True).agg(
        pl.struct(
            rows=(cells := pl.col(name).filter(pl.col(name) > 0)).len(),
            low=cells.min(),
            middle=cells.median(),
            high=cells.max(),
        ).alias(name)
        for name in columns
    )
    for name in columns:
        amounts = spread.select(TABLE, pl.col(name).struct.unnest())
        wide = (pl.col("high") >= pl.col("middle") * FAR_OFF) | (pl.col("low") * FAR_OFF <= pl.col("middle"))
        found[name] = amounts.filter((pl.col("rows") >= FEWEST) & wide)[TABLE].to_list()
    return found


def _far_off(cells: pl.DataFrame) -> list[int]:
    """Rows whose amount is a thousand times off an otherwise tight column (D12)."""
    amounts: list[tuple[int, int]] = cells.filter(cells.to_series(1) > 0).rows()
    middle = median(value for _, value in amounts)
    tight = sum(middle / TIGHT <= value <= middle * TIGHT for _, value in amounts)
    if tight < 0.8 * len(amounts):
        return []
    return [baris for baris, value in amounts if value >= middle * FAR_OFF or value * FAR_OFF <= middle]
