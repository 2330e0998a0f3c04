"""Context: which district and period a table reports on, and where that is written.

Sources in order of trust: title block, sheet name, cover sheet, file name, folder, place of the signature.
Names inside data columns are no context. A contradiction or an ambiguity refuses the table.
"""

from __future__ import annotations

from collections.abc import Sequence

from flows.shapes import Context, Finding, Settled, Sheet, Submission, Table
from flows.steps.context.district import settle_district
from flows.steps.context.period import settle_period
from flows.steps.context.sources import sources_of


def settle_context(
    submission: Submission,
    sheet: Sheet,
    table: Table,
    cover: Sequence[str],
    settled: Settled,
    *,
    has_district_column: bool,
    beside: Sequence[str] = (),
) -> tuple[Context, list[Finding]]:
    """District and period of a table with their sources; kode_wilayah None where each row has its own.

    ``cover`` are the texts of sheets without tables, ``beside`` the title texts of the workbook's other
    tables, trusted least. The findings hold at most one refusal each for district and period.
    """
    sources = sources_of(submission, sheet, table, cover)
    findings: list[Finding] = []
    kode, where = settled.wilayah, "petugas"
    if kode is None and not has_district_column:
        kode, where = settle_district(sources, sheet, table, beside, findings)
    periode, when = settled.periode, "petugas"
    if periode is None:
        periode, when = settle_period(sources, sheet, beside, findings)
    return Context(None if has_district_column else kode, periode, where, when), findings
