"""Check: typed rows of one report type → good rows, held rows, findings.

The Pandera model of the report judges each cell, the rules of the schema each row, a few more each table.
The tables of many workbooks are validated in one call: a call costs the same for ten rows and ten thousand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

import pandera.errors
import polars as pl

from flows.shapes import Checked, Finding, HeldRow, TypedTable
from flows.steps.check.tables import TABLE, Verdict, doubts
from schemas.base import Column, ReportSpec
from schemas.reports import model, spec

_CODE_OF_KIND = {
    "nik": "NIK_TIDAK_SAH",
    "nib": "NIB_TIDAK_SAH",
    "kbli": "KBLI_TIDAK_SAH",
    "phone": "TELEPON_TIDAK_SAH",
    "category": "DI_LUAR_DAFTAR",
    "gender": "DI_LUAR_DAFTAR",
}
ORDER = "_urut"


def check(tables: Sequence[TypedTable]) -> list[Checked]:
    """One result per table, in order; all tables must be of one report type.

    A row is held back when a required column is empty or unusable. An optional cell that breaks its column's
    bounds becomes NULL.
    """
    if not tables:
        return []
    report = spec(tables[0].laporan)
    frames = [
        table.frame.drop("mentah").with_columns(pl.lit(index, dtype=pl.Int64).alias(TABLE))
        for index, table in enumerate(tables)
    ]
    whole = pl.concat(frames).with_row_index(ORDER)
    verdicts: dict[int, list[Verdict]] = defaultdict(list)
    for verdict in _verdicts(report, whole):
        verdicts[verdict[0]].append(verdict)
    doubted: dict[int, list[Verdict]] = defaultdict(list)
    for verdict in doubts(report, tables, whole):
        doubted[verdict[0]].append(verdict)
    return [
        _apply(report, table, verdicts.get(index, ()), doubted.get(index, ()))
        for index, table in enumerate(tables)
    ]


def _verdicts(report: ReportSpec, whole: pl.DataFrame) -> Iterator[Verdict]:
    faults = list(_schema_faults(report, whole))
    places = whole.select(TABLE, "baris").rows() if faults else []
    for kolom, index, kode in faults:
        table, baris = places[index]
        yield table, baris, kolom, kode
    if report.required_any:
        nothing = pl.all_horizontal(pl.col(name).is_null() for name in report.required_any)
        for table, baris in whole.filter(nothing).select(TABLE, "baris").rows():
            yield table, baris, report.required_any[0], "WAJIB_KOSONG"
    for rule in report.rules:
        for table, baris in whole.filter(rule.broken.fill_null(False)).select(TABLE, "baris").rows():
            yield table, baris, rule.column, rule.kode


def _schema_faults(report: ReportSpec, whole: pl.DataFrame) -> Iterator[tuple[str, int, str]]:
    try:
        model(report.name).validate(whole.select(column.name for column in report.columns), lazy=True)
    except pandera.errors.SchemaErrors as faults:
        for kolom, name, index in faults.failure_cases.select("column", "check", "index").rows():
            if index is None or not report.has(kolom):
                raise  # the frame itself is not of the schema: a bug of ours, not of the workbook
            yield kolom, index, _code(report.column(kolom), str(name))


def _code(column: Column, name: str) -> str:
    if name == "not_nullable":
        return "WAJIB_KOSONG"
    return _CODE_OF_KIND.get(column.kind, "DI_LUAR_RENTANG")


def _apply(
    report: ReportSpec, table: TypedTable, verdicts: Sequence[Verdict], doubted: Sequence[Verdict]
) -> Checked:
    findings: list[Finding] = []
    empty: dict[str, list[int]] = {}
    held = {baris: list(codes) for baris, codes in table.held.items()}
    raw = _Raw(table)
    bounds = {"DI_LUAR_RENTANG", *_CODE_OF_KIND.values()}
    for _, baris, kolom, kode in verdicts:
        column = report.column(kolom)
        fault = table.faults.get((baris, kolom))
        if kode == "WAJIB_KOSONG" and fault:
            held.setdefault(baris, []).append(fault)
            continue
        if kode == "WAJIB_KOSONG" or (kode in bounds and column.required):
            held.setdefault(baris, []).append(kode)
        elif kode in bounds:
            empty.setdefault(kolom, []).append(baris)
        findings.append(raw.finding(kode, baris, column))
    findings += [raw.finding(kode, baris, report.column(kolom)) for _, baris, kolom, kode in doubted]
    frame = _emptied(table.frame, empty)
    good = frame.filter(~pl.col("baris").is_in(list(held))) if held else frame
    rows = [
        HeldRow(baris, raw.row(baris), list(dict.fromkeys(codes))) for baris, codes in sorted(held.items())
    ]
    return Checked(table, good, rows, findings)


def _emptied(frame: pl.DataFrame, empty: dict[str, list[int]]) -> pl.DataFrame:
    if not empty:
        return frame
    return frame.with_columns(
        pl.when(pl.col("baris").is_in(rows)).then(None).otherwise(pl.col(kolom)).alias(kolom)
        for kolom, rows in empty.items()
    )


class _Raw:
    """Looks up the raw text and address of a cell of one table."""

    def __init__(self, table: TypedTable) -> None:
        self.table = table
        self.order = [one.kolom for one in table.named]

    # Most tables are asked for nothing.
    @cached_property
    def texts(self) -> dict[int, list[str | None]]:
        return dict(self.table.frame.select("baris", "mentah").rows())

    @cached_property
    def elsewhere(self) -> dict[tuple[int, str], str | None]:
        return {(one.baris, one.kolom): one.sel for one in self.table.elsewhere}

    def finding(self, kode: str, baris: int, column: Column) -> Finding:
        letter = self.table.letters.get(column.name)
        sel = f"{letter}{baris}" if letter else self.elsewhere.get((baris, column.name))
        text = self.text(baris, column.name)
        return Finding(kode, self.table.lembar, baris, column.name, sel, text, _details(column, text))

    def text(self, baris: int, kolom: str) -> str | None:
        if kolom not in self.order:
            return None
        found: str | None = self.texts[baris][self.order.index(kolom)]
        return found

    def row(self, baris: int) -> dict[str, str | None]:
        return dict(zip(self.order, self.texts[baris], strict=True))


def _details(column: Column, text: str | None) -> dict[str, str]:
    details = {"kolom": column.title}
    below = (text or "").strip().startswith(("-", "−", "(")) and column.kind != "percent"
    if column.minimum is not None and below:
        details["harapan"] = f"≥ {column.minimum:g}"
    elif column.minimum is not None or column.maximum is not None:
        low = "" if column.minimum is None else f"{column.minimum:g}"
        high = "" if column.maximum is None else f"{column.maximum:,.0f}".replace(",", ".")
        details["harapan"] = f"{low}–{high}" if high else f"≥ {low}"
    if column.categories:
        details["pilihan"] = ", ".join(column.categories)
    return details
