"""Headers: which column of the report type each physical column of a table is, and why.

Heading and values are both evidence. The assignment is the best as a whole, one to one; what stays unclear
is a finding and its column is not loaded.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from flows.grammar.assignment import best_assignment
from flows.grammar.categories import read_category
from flows.grammar.evidence import Profile, fit, profile_of
from flows.grammar.scales import scale_of
from flows.grammar.text import fold, is_blank, strip_prefix_kecamatan
from flows.grammar.wording import DISTRICT, IGNORED, Matcher, heading_scores, standard_matcher, tokens_of
from flows.shapes import Constant, Context, Finding, HeaderCell, Named, Table, Value
from schemas.base import Column, ReportSpec
from schemas.regions import resolve_district, resolve_kecamatan
from schemas.reports import spec

ENOUGH = 0.6
LEAST_HEADING = 0.45
LEAST_NUMBER = 0.6
LEAST_WITH_PROOF = 0.28
EVIDENCE_WEIGHT = 0.35
MARGIN = 0.04
CLEAR_DISTRICT = 0.7
TITLE_WEIGHT = 1.6
_ABOUT_THE_REPORT = frozenset(
    "keadaan periode tahun bulan triwulan semester anggaran kabupaten kota daerah wilayah masa laporan per".split()
)
PROVING = {"nik", "nib", "phone", "kecamatan", "gender", "category"}
IDENTIFIERS = {"nik", "nib", "phone", "kbli", "gender", "unit"}

_RUPIAH = re.compile(r"\brp\b|\brupiah\b", re.IGNORECASE)
_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
_PERCENT = re.compile(r"%|\bpersen(?:tase)?\b", re.IGNORECASE)


class _Seen(NamedTuple):
    """One physical column: its header cell, the likeness to every column, and the profile of its values."""

    cell: HeaderCell
    likeness: Mapping[str, float]
    profile: Profile


def name_columns(
    table: Table, context: Context, match: Matcher | None = None
) -> tuple[list[Named], list[Constant], list[Finding]]:
    """Physical columns → columns of the report type; labelled values of the title block → constants.

    A column of the table that names each row's own district is named ``kode_wilayah``.
    """
    match = match or standard_matcher()
    report = spec(table.laporan)
    seen = [_look(table, cell, report, match) for cell in table.header]
    named: list[Named] = []
    findings: list[Finding] = []
    named += _gender_ticks(seen, report)
    own = district_column(table, match)
    named += [own] if own else []
    open_columns = [one for one in seen if one.cell.column not in {name.column for name in named}]
    open_columns = [one for one in open_columns if not _is_ignored(one)]
    chosen, unclear = _assign(open_columns, report, context, {name.kolom for name in named})
    chosen = [one for one in chosen if not _has_twin(one[0], open_columns, table)]
    named += [_named(one, column, score, table) for one, column, score in chosen]
    findings += _unknown(table, open_columns, chosen, unclear, report)
    taken = {name.kolom for name in named}
    constants = _labelled(table, report, taken, match)
    constants += _kecamatan_of_sheet(table, report, taken | {one.kolom for one in constants}, context)
    findings += _missing(table, report, named, constants)
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


def district_column(table: Table, match: Matcher | None = None) -> Named | None:
    """The physical column that names each row's own district, None where there is none."""
    match = match or standard_matcher()
    report = spec(table.laporan)
    for cell in table.header:
        scores = heading_scores(cell.path, match)
        if scores.get((report.name, DISTRICT), 0.0) >= CLEAR_DISTRICT:
            found = _district_column([_look(table, cell, report, match)])
            if found:
                return found[0]
    return None


def _look(table: Table, cell: HeaderCell, report: ReportSpec, match: Matcher) -> _Seen:
    scores = heading_scores(cell.path, match)
    likeness = {column: score for (name, column), score in scores.items() if name == report.name}
    if cell.column not in table.profiles:
        table.profiles[cell.column] = profile_of([_value(table, row, cell.column) for row in table.data])
    return _Seen(cell, likeness, table.profiles[cell.column])


def _value(table: Table, row: int, column: int) -> Value:
    values = table.sheet.values[row]
    return values[column] if column < len(values) else None


def _best_real(one: _Seen) -> float:
    return max((score for column, score in one.likeness.items() if column not in {IGNORED, DISTRICT}), default=0.0)


def _is_ignored(one: _Seen) -> bool:
    counts = one.profile.whole + one.profile.roman >= 0.7 and one.profile.large == 0 and one.profile.nik == 0
    if counts and tokens_of(one.cell.path[-1]) in {("nomor",), ("nomor", "urut"), ("urut",)}:
        return True
    ignored = one.likeness.get(IGNORED, 0.0)
    return ignored >= 0.8 and ignored > _best_real(one) + 0.02


def _gender_ticks(seen: Sequence[_Seen], report: ReportSpec) -> list[Named]:
    """Two columns L and P that hold ticks are one column of ours: jenis_kelamin."""
    if not report.has("jenis_kelamin"):
        return []
    for left, right in zip(seen, seen[1:], strict=False):
        sexes = [tokens_of(one.cell.path[-1]) for one in (left, right)]
        ticks = all(one.profile.tick >= 0.7 or one.profile.filled == 0 for one in (left, right))
        if sorted(sexes) == [("laki",), ("perempuan",)] and ticks and left.profile.filled + right.profile.filled:
            parts = ["L" if words == ("laki",) else "P" for words in sexes]
            return [
                Named(one.cell.column, "jenis_kelamin", " ".join(one.cell.path), 1.0, "tanda centang", part=part)
                for one, part in zip((left, right), parts, strict=True)
            ]
    return []


def _district_column(seen: Sequence[_Seen]) -> list[Named]:
    for one in seen:
        score = one.likeness.get(DISTRICT, 0.0)
        texts = one.profile.texts
        if score < CLEAR_DISTRICT or score < _best_real(one) or not texts:
            continue
        known = [resolve_district(text) for text in texts]
        if sum(match.kode is not None or bool(match.pilihan) for match in known) >= 0.5 * len(texts):
            return [Named(one.cell.column, "kode_wilayah", " ".join(one.cell.path), score, "kolom daerah")]
    return []


def _assign(
    seen: Sequence[_Seen], report: ReportSpec, context: Context, taken: set[str]
) -> tuple[list[tuple[_Seen, Column, float]], list[_Seen]]:
    """The best one-to-one assignment, and the physical columns that two of ours claim alike."""
    columns = [column for column in report.columns if column.name not in taken]
    scores = [[_score(one, column, context) for column in columns] for one in seen]
    pairs = best_assignment([[score**3 for score in line] for line in scores])  # one exact outweighs two fair ones
    used = {j for _, j in pairs}
    chosen, unclear = [], []
    for i, j in pairs:
        own = {columns[j].range_end}  # a heading that names no end of a range is its beginning
        rivals = (scores[i][k] for k in range(len(columns)) if k not in used and columns[k].name not in own)
        rival = max(rivals, default=0.0)
        if scores[i][j] - rival < MARGIN and seen[i].likeness.get(columns[j].name, 0.0) < 0.97:
            unclear.append(seen[i])
        else:
            chosen.append((seen[i], columns[j], scores[i][j]))
    return chosen, unclear


def _score(one: _Seen, column: Column, context: Context) -> float:
    heading = one.likeness.get(column.name, 0.0)
    if heading < LEAST_WITH_PROOF and (column.kind not in PROVING or _best_real(one) >= 0.5):
        return 0.0
    if column.is_number and _says_otherwise(one, column, context):
        return 0.0
    speaks = fit(column, one.profile, context.kode_wilayah)
    if column.kind in IDENTIFIERS and speaks <= -1.0:
        return 0.0
    proven = column.kind in PROVING and speaks >= 1.0
    if proven and heading < LEAST_WITH_PROOF:
        heading = LEAST_WITH_PROOF if _speaks_for_itself(column, one) else 0.0
    least = LEAST_NUMBER if column.kind in {"money", "count", "decimal"} else LEAST_HEADING
    if heading < (LEAST_WITH_PROOF if proven else least):
        return 0.0
    if column.is_number and _YEAR.search(" ".join(one.cell.path)):
        heading -= MARGIN  # of two, the heading without a year is the one of this period
    total = heading + EVIDENCE_WEIGHT * speaks
    return total if total >= ENOUGH - 1e-9 else 0.0


def _says_otherwise(one: _Seen, column: Column, context: Context) -> bool:
    """Whether the heading itself rules the column out: a percentage, money under a count, another year."""
    heading = " ".join(one.cell.path)
    if column.kind in {"money", "count", "decimal"} and _PERCENT.search(one.cell.path[-1]):
        return True
    if column.kind in {"count", "decimal"} and (_RUPIAH.search(heading) or scale_of(heading) is not None):
        return True
    years = {int(year) for year in _YEAR.findall(heading)}
    own = int(context.periode[:4]) if context.periode else None
    return column.kind != "year" and own is not None and bool(years) and own not in years


def _speaks_for_itself(column: Column, one: _Seen) -> bool:
    """Whether the values alone tell the column, whatever stands above them."""
    if column.kind in {"nik", "phone"}:
        return True
    texts = {text.casefold() for text in one.profile.texts}
    if column.kind != "category" or len(texts) < 2 or one.profile.filled < 3:
        return False
    known = sum(read_category(text, column.categories or {}).nilai is not None for text in texts)
    return known >= 0.9 * len(texts)


def _named(one: _Seen, column: Column, score: float, table: Table) -> Named:
    header = " ".join(one.cell.path)
    scale = _scale(one.cell, table) if column.kind == "money" else 1
    heading = one.likeness.get(column.name, 0.0)
    why = f"judul {heading:.2f}, isi {score - heading:+.2f}"
    return Named(one.cell.column, column.name, header, round(score, 3), why, scale)


def _scale(cell: HeaderCell, table: Table) -> int:
    """Scale of money: what the heading says, else what a line of the title block says, else whole rupiah."""
    stated = scale_of(" ".join(cell.path))
    if stated is None:
        lines = (fold(value) for row in table.title_rows for value in table.sheet.values[row] if value is not None)
        stated = next((scale for line in lines if (scale := scale_of(line)) is not None), None)
    return stated or 1


def _has_twin(one: _Seen, seen: Sequence[_Seen], table: Table) -> bool:
    """Whether another column is headed by the same words over other values: neither is then loaded."""
    words = fold(" ".join(one.cell.path)).casefold()
    return any(
        other is not one
        and fold(" ".join(other.cell.path)).casefold() == words
        and other.profile.filled > 0
        and any(_value(table, row, one.cell.column) != _value(table, row, other.cell.column) for row in table.data)
        for other in seen
    )


def _unknown(
    table: Table,
    seen: Sequence[_Seen],
    chosen: Sequence[tuple[_Seen, Column, float]],
    unclear: Sequence[_Seen],
    report: ReportSpec,
) -> list[Finding]:
    findings = []
    named = {one.cell.column: column for one, column, _ in chosen}
    for one in seen:
        if one.cell.column in named or one.profile.filled == 0:
            continue
        header = " ".join(one.cell.path)
        near = max(one.likeness, key=lambda name: one.likeness[name], default="")
        taken = any(column.name == near and one.likeness[near] >= 0.9 for column in named.values())
        kode = "KOLOM_GANDA" if taken or _has_twin(one, seen, table) else "KOLOM_TAK_DIKENAL"
        hint = report.column(near).title if report.has(near) and one.likeness[near] >= 0.5 else ""
        sel = table.sheet.address(one.cell.row, one.cell.column)
        baris = table.sheet.row_numbers[one.cell.row]
        findings.append(Finding(kode, table.sheet.lembar, baris, None, sel, header, {"kolom": header, "harapan": hint}))
    return findings


def _labelled(table: Table, report: ReportSpec, taken: set[str], match: Matcher) -> list[Constant]:
    """ "Kegiatan : Pelatihan kemasan" above a list holds for each of its rows."""
    constants: list[Constant] = []
    for row in table.title_rows:
        cells = [(c, fold(v)) for c, v in enumerate(table.sheet.values[row]) if v is not None and fold(v)]
        if len(cells) == 1 and ":" in cells[0][1]:
            label, _, value = cells[0][1].partition(":")
            cells = [(cells[0][0], label), (cells[0][0], value.strip())]
        if len(cells) != 2 or is_blank(cells[1][1].lstrip(" :")):
            continue
        if set(tokens_of(cells[0][1])) <= _ABOUT_THE_REPORT:
            continue
        column = _column_of_label(cells[0][1], report, match)
        if column and column.name not in taken and column.name not in {one.kolom for one in constants}:
            sel = table.sheet.address(row, cells[1][0]) or ""
            constants.append(Constant(column.name, cells[1][1].lstrip(" :"), sel))
    return constants


def _kecamatan_of_sheet(
    table: Table, report: ReportSpec, taken: set[str], context: Context
) -> list[Constant]:
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
            return [Constant("kecamatan", name, sel)]
    return []


def _column_of_label(label: str, report: ReportSpec, match: Matcher) -> Column | None:
    scores = {name: score for (owner, name), score in match(label.rstrip(" :")).items() if owner == report.name}
    if not scores:
        return None
    best = max(scores, key=lambda name: scores[name])
    if scores[best] < 0.85 or not report.has(best):
        return None
    column = report.column(best)
    return column if column.kind in {"text", "category", "date", "kecamatan", "desa"} and not column.personal else None


def _in_sections(table: Table, column: Column) -> bool:
    """Whether section rows ("APBD PROVINSI") give every row the column that has no heading."""
    if not column.categories or len(table.sections) < len(table.data):
        return False
    categories = column.categories
    return all(
        any(read_category(text, categories).nilai is not None for text in table.sections[row]) for row in table.data
    )


def _missing(
    table: Table, report: ReportSpec, named: Sequence[Named], constants: Sequence[Constant]
) -> list[Finding]:
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
        Finding("KOLOM_WAJIB_TIDAK_ADA", table.sheet.lembar, baris, column.name, None, None, {"kolom": column.title})
        for column in missing
    ]
