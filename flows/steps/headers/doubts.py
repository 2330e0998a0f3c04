"""Findings about headers: columns that nobody knows or that two claim, and columns that are missing."""

from __future__ import annotations

from collections.abc import Sequence

from flows.grammar.categories import read_category
from flows.shapes import Constant, Finding, Named, Table
from flows.steps.headers.seen import Seen, has_twin
from schemas.base import Column, ReportSpec


def unknown(
    table: Table,
    seen: Sequence[Seen],
    chosen: Sequence[tuple[Seen, Column, float]],
    report: ReportSpec,
) -> list[Finding]:
    """A finding for each column with values that was not chosen: two like it, or none of ours."""
    findings = []
    named = {one.cell.column: column for one, column, _ in chosen}
    for one in seen:
        if one.cell.column in named or one.profile.filled == 0:
            continue
        header = " ".join(one.cell.path)
        near = max(one.likeness, key=lambda name: one.likeness[name], default="")
        taken = any(column.name == near and one.likeness[near] >= 0.9 for column in named.values())
        kode = "KOLOM_GANDA" if taken or has_twin(one, seen, table) else "KOLOM_TAK_DIKENAL"
        hint = report.column(near).title if report.has(near) and one.likeness[near] >= 0.5 else ""
        sel = table.sheet.address(one.cell.row, one.cell.column)
        baris = table.sheet.row_numbers[one.cell.row]
        findings.append(
            Finding(kode, table.sheet.lembar, baris, None, sel, header, {"kolom": header, "harapan": hint})
        )
    return findings


def missing_columns(
    table: Table, report: ReportSpec, named: Sequence[Named], constants: Sequence[Constant]
) -> list[Finding]:
    """A finding for each column that a report must have and that stands nowhere in the table."""
    known = {one.kolom for one in named} | {one.kolom for one in constants}
    missing = [
        column
        for column in report.columns
        if column.required and column.name not in known and not _in_sections(table, column)
    ]
    if report.required_any and not known & set(report.required_any):
        missing.append(report.column(report.required_any[0]))
    baris = table.sheet.row_numbers[min(table.header_rows)]
    return [
        Finding(
            "KOLOM_WAJIB_TIDAK_ADA",
            table.sheet.lembar,
            baris,
            column.name,
            None,
            None,
            {"kolom": column.title},
        )
        for column in missing
    ]


def _in_sections(table: Table, column: Column) -> bool:
    """Whether section rows ("APBD PROVINSI") give every row the column that has no heading."""
    if not column.categories or len(table.sections) < len(table.data):
        return False
    categories = column.categories
    return all(
        any(read_category(text, categories).nilai is not None for text in table.sections[row])
        for row in table.data
    )
