"""Headers: which column of the report type each physical column of a table is, and why.

Heading and values are both evidence. The assignment is the best as a whole, one to one; what stays unclear
is a finding and its column is not loaded.
"""

from __future__ import annotations

from dataclasses import replace

from flows.grammar.scales import scale_of
from flows.grammar.text import fold
from flows.grammar.wording import Matcher, standard_matcher
from flows.shapes import Constant, Context, Finding, HeaderCell, Named, Table
from flows.steps.headers.constants import kecamatan_of_sheet, labelled
from flows.steps.headers.district import district_column
from flows.steps.headers.doubts import missing_columns, unknown
from flows.steps.headers.gender import gender_ticks
from flows.steps.headers.scoring import assign
from flows.steps.headers.seen import Seen, has_twin, is_ignored, look
from schemas.base import Column
from schemas.reports import spec

__all__ = ["district_column", "name_columns", "settle_report"]

TITLE_WEIGHT = 1.6


def name_columns(
    table: Table, context: Context, match: Matcher | None = None
) -> tuple[list[Named], list[Constant], list[Finding]]:
    """Physical columns → columns of the report type; labelled values of the title block → constants.

    A column of the table that names each row's own district is named ``kode_wilayah``.
    """
    match = match or standard_matcher()
    report = spec(table.laporan)
    seen = [look(table, cell, report, match) for cell in table.header]
    named: list[Named] = []
    findings: list[Finding] = []
    named += gender_ticks(seen, report)
    own = district_column(table, match)
    named += [own] if own else []
    open_columns = [one for one in seen if one.cell.column not in {name.column for name in named}]
    open_columns = [one for one in open_columns if not is_ignored(one)]
    chosen = assign(open_columns, report, context, {name.kolom for name in named})
    chosen = [one for one in chosen if not has_twin(one[0], open_columns, table)]
    named += [_named(one, column, score, table) for one, column, score in chosen]
    findings += unknown(table, open_columns, chosen, report)
    taken = {name.kolom for name in named}
    constants = labelled(table, report, taken, match)
    constants += kecamatan_of_sheet(table, report, taken | {one.kolom for one in constants}, context)
    findings += missing_columns(table, report, named, constants)
    return sorted(named), constants, findings


def settle_report(table: Table, match: Matcher | None = None) -> Table:
    """The table as the report type that headings, values and title suit best, among those located."""
    if not table.rivals:
        return table
    readings = [replace(table, laporan=name, titled=titled) for name, titled in table.rivals]
    return max([table, *readings], key=lambda one: _suitability(one, match))


def _suitability(table: Table, match: Matcher | None) -> float:
    named, _, findings = name_columns(table, Context(None, None), match)
    strange = sum(finding.kode in {"KOLOM_TAK_DIKENAL", "KOLOM_GANDA"} for finding in findings)
    missing = sum(finding.kode == "KOLOM_WAJIB_TIDAK_ADA" for finding in findings)
    return sum(one.score for one in named) + TITLE_WEIGHT * table.titled - missing - 0.5 * strange


def _named(one: Seen, column: Column, score: float, table: Table) -> Named:
    header = " ".join(one.cell.path)
    scale = _money_scale(one.cell, table) if column.kind == "money" else 1
    heading = one.likeness.get(column.name, 0.0)
    why = f"judul {heading:.2f}, isi {round(score - heading, 6):+.2f}"
    return Named(one.cell.column, column.name, header, round(score, 3), why, scale)


def _money_scale(cell: HeaderCell, table: Table) -> int:
    """Scale of money: what the heading says, else what a line of the title block says, else whole rupiah."""
    stated = scale_of(" ".join(cell.path))
    if stated is None:
        lines = (
            fold(value) for row in table.title_rows for value in table.sheet.values[row] if value is not None
        )
        stated = next((scale for line in lines if (scale := scale_of(line)) is not None), None)
    return stated or 1
