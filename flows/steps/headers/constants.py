"""Values that hold for every row of a table: labelled in its title block, or the name of its sheet."""

from __future__ import annotations

from flows.grammar.headings import is_about_the_report
from flows.grammar.text import fold, is_blank, strip_prefix_kecamatan
from flows.grammar.wording import Matcher
from flows.shapes import Constant, Context, Table
from schemas.base import Column, ReportSpec
from schemas.regions import resolve_kecamatan


def labelled(table: Table, report: ReportSpec, taken: set[str], match: Matcher) -> list[Constant]:
    """ "Kegiatan : Pelatihan kemasan" above a list holds for each of its rows."""
    constants: list[Constant] = []
    for row in table.title_rows:
        cells = [(c, fold(v)) for c, v in enumerate(table.sheet.values[row]) if v is not None and fold(v)]
        if len(cells) == 1 and ":" in cells[0][1]:
            label, _, value = cells[0][1].partition(":")
            cells = [(cells[0][0], label), (cells[0][0], value.strip())]
        if len(cells) != 2 or is_blank(cells[1][1].lstrip(" :")):
            continue
        if is_about_the_report(cells[0][1]):
            continue
        column = _column_of_label(cells[0][1], report, match)
        if column and column.name not in taken and column.name not in {one.kolom for one in constants}:
            sel = table.sheet.address(row, cells[1][0]) or ""
            text = fold(table.sheet.values[row][cells[1][0]])
            constants.append(Constant(column.name, cells[1][1].lstrip(" :"), sel, text))
    return constants


def _column_of_label(label: str, report: ReportSpec, match: Matcher) -> Column | None:
    scores = {
        name: score for (owner, name), score in match(label.rstrip(" :")).items() if owner == report.name
    }
    if not scores:
        return None
    best = max(scores, key=lambda name: scores[name])
    if scores[best] < 0.85 or not report.has(best):
        return None
    column = report.column(best)
    return (
        column
        if column.kind in {"text", "category", "date", "kecamatan", "desa"} and not column.personal
        else None
    )


def kecamatan_of_sheet(table: Table, report: ReportSpec, taken: set[str], context: Context) -> list[Constant]:
    """A table without a column for it lies in the kecamatan that its title or its sheet is named after."""
    if not report.has("kecamatan") or "kecamatan" in taken or context.kode_wilayah is None:
        return []
    lines = [
        (fold(value), table.sheet.address(row, column) or "")
        for row in table.title_rows
        for column, value in enumerate(table.sheet.values[row])
        if isinstance(value, str) and fold(value).lower().startswith("kec")
    ]
    for text, sel in [*lines, (table.sheet.lembar or "", "")]:
        name = strip_prefix_kecamatan(text.lstrip("0123456789. ")).strip(" :")
        if name and resolve_kecamatan(name, context.kode_wilayah) is not None:
            return [Constant("kecamatan", name, sel, text)]
    return []
