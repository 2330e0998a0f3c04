"""The columns of a table in words: which heading became which column of ours, and on what evidence.

Headings, counts and kinds of values are told, never a value: cells may hold personal data.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from flows.grammar.dates import read_date
from flows.grammar.evidence import fit
from flows.grammar.headings import tokens_of
from flows.grammar.profile import Profile, profile_of
from flows.grammar.text import fold
from flows.grammar.wording import DISTRICT, IGNORED, Matcher, heading_scores
from flows.messages import Language, number, say
from flows.shapes import Constant, Context, Finding, HeaderCell, Named, Table
from flows.steps.headers import name_columns
from flows.taught import Taught, applying, taught_for, taught_matcher
from schemas.base import Column, ReportSpec
from schemas.reports import spec

EXACT, NEAR, FAR = 0.97, 0.6, 0.4
SPEAKS_FOR, SPEAKS_AGAINST = 0.55, -0.35
NEARLY_ALL, MOSTLY = 0.95, 0.5
_KINDS = (
    "nik", "nib", "phone", "date", "percent_mark", "year", "five_digits", "money_mark", "number", "tick", "measure",
)  # fmt: skip


class Seen(NamedTuple):
    """One physical column as it is told: letters, heading as printed, its meaning, score, evidence."""

    letters: str
    heading: str
    meaning: str
    score: float | None
    evidence: str
    loaded: bool


class _Table(NamedTuple):
    """What every column of one table is told with."""

    table: Table
    report: ReportSpec
    context: Context
    match: Matcher
    taught: tuple[Taught, ...]
    bahasa: Language


def columns_seen(
    table: Table, context: Context, taught: Sequence[Taught], bahasa: Language
) -> tuple[list[Seen], list[Constant]]:
    """Every physical column of a table from left to right, and the values that stand above it for all rows."""
    own = applying(taught, context.kode_wilayah, context.periode)
    about = _Table(table, spec(table.laporan), context, taught_matcher(own), own, bahasa)
    named, constants, findings = name_columns(table, context, about.match)
    by_column = {one.column: one for one in named}
    doubts: dict[str | None, Finding] = {one.sel: one for one in findings if one.sel is not None}
    seen = {cell.column: _told(about, cell, by_column.get(cell.column), doubts) for cell in table.header}
    seen |= {column: _without_heading(about, column) for column in _unheaded(table)}
    return [seen[column] for column in sorted(seen)], constants


def _unheaded(table: Table) -> list[int]:
    """Columns without a heading that hold something in at least half of the data rows."""
    headed = {cell.column for cell in table.header}
    inside = range(table.first_column, table.last_column + 1)
    return [
        column
        for column in inside
        if column not in headed and table.data and profile_at(table, column).filled * 2 >= len(table.data)
    ]


def profile_at(table: Table, column: int) -> Profile:
    """The profile of what stands in a physical column of the data rows."""
    rows = (table.sheet.values[row] for row in table.data)
    return profile_of([row[column] if column < len(row) else None for row in rows])


def _told(about: _Table, cell: HeaderCell, named: Named | None, doubts: Mapping[str | None, Finding]) -> Seen:
    table, bahasa = about.table, about.bahasa
    letters, heading = table.sheet.letters[cell.column], " › ".join(fold(text) for text in cell.path)
    profile = profile_at(table, cell.column)
    if named is not None:
        meaning = column_called(about.report, named.kolom, bahasa)
        if named.scale != 1:
            meaning += say("ex.scale", bahasa, kali=number(named.scale, bahasa))
        return Seen(letters, heading, meaning, named.score, _evidence(about, cell, named, profile), True)
    doubt = doubts.get(table.sheet.address(cell.row, cell.column))
    if doubt is not None:
        return Seen(
            letters, heading, say("ex.not_loaded", bahasa), None, _doubt(about, cell, doubt, profile), False
        )
    if profile.filled == 0:
        return Seen(letters, heading, say("ex.empty", bahasa), None, "", False)
    teaching = taught_for(about.taught, about.report.name, cell.path, IGNORED)
    counts = say("ex.passed_over", bahasa, isi=_content(profile, bahasa))
    why = _taught(teaching, bahasa) if teaching else counts
    return Seen(letters, heading, say("ex.ignored", bahasa), None, why, False)


def _without_heading(about: _Table, column: int) -> Seen:
    content = _content(profile_at(about.table, column), about.bahasa)
    letters = about.table.sheet.letters[column]
    return Seen(
        letters,
        "",
        say("ex.not_loaded", about.bahasa),
        None,
        say("ex.no_heading", about.bahasa, isi=content),
        False,
    )


def column_called(report: ReportSpec, kolom: str, bahasa: Language) -> str:
    """Title and name of one of our columns."""
    if kolom == DISTRICT:
        return f"{say('ex.district_column', bahasa)} ({DISTRICT})"
    column = report.column(kolom)
    return f"{column.title if bahasa == 'id' else column.title_en} ({kolom})"


def _evidence(about: _Table, cell: HeaderCell, named: Named, profile: Profile) -> str:
    bahasa = about.bahasa
    report = about.report
    content = _content(profile, bahasa, report.has(named.kolom) and report.column(named.kolom).kind == "kbli")
    if named.part:
        return f"{say('ex.ticks', bahasa, bagian=named.part)}; {content}"
    likeness = heading_scores(cell.path, about.match).get((about.report.name, named.kolom), 0.0)
    teaching = taught_for(about.taught, about.report.name, cell.path, named.kolom)
    if named.kolom == DISTRICT:
        return f"{_near(likeness, None, cell, bahasa)}; {content}"
    column = about.report.column(named.kolom)
    heading = _taught(teaching, bahasa) if teaching else _near(likeness, column, cell, bahasa)
    speaks = fit(column, profile, about.context.kode_wilayah)
    verdict = "ex.suits" if speaks >= SPEAKS_FOR else "ex.unsuited" if speaks <= SPEAKS_AGAINST else ""
    return f"{heading}; {content}{say(verdict, bahasa) if verdict else ''}"


def _taught(teaching: Taught, bahasa: Language) -> str:
    return say("ex.taught", bahasa, nomor=teaching.nomor, alasan=teaching.alasan)


def _near(likeness: float, column: Column | None, cell: HeaderCell, bahasa: Language) -> str:
    if likeness >= EXACT:
        return say("ex.exact", bahasa)
    if column is None or likeness < FAR:
        return say("ex.by_content" if likeness < FAR else "ex.known", bahasa)
    key = "ex.near" if likeness >= NEAR else "ex.rather_near"
    return say(key, bahasa, judul=_nearest_wording(column, cell))


def _nearest_wording(column: Column, cell: HeaderCell) -> str:
    said = " ".join(tokens_of(" ".join(cell.path)))
    wordings = (*column.wordings, column.title)
    return max(wordings, key=lambda one: fuzz.token_sort_ratio(" ".join(tokens_of(one)), said))


def _doubt(about: _Table, cell: HeaderCell, doubt: Finding, profile: Profile) -> str:
    """Why a column is not loaded, with the column of ours that comes nearest."""
    bahasa = about.bahasa
    scores = {
        name: score
        for (report, name), score in heading_scores(cell.path, about.match).items()
        if report == about.report.name and about.report.has(name)
    }
    best = max(scores, key=lambda name: scores[name], default=None)
    content = _content(profile, bahasa)
    if best is None:
        return f"{say('ex.unknown', bahasa)}; {content}"
    called = column_called(about.report, best, bahasa)
    if doubt.kode == "KOLOM_GANDA":
        return f"{say('ex.double', bahasa, kolom=called)}; {content}"
    guess = say("ex.guess", bahasa, kolom=called, nilai=decimal(scores[best], bahasa))
    speaks = fit(about.report.column(best), profile, about.context.kode_wilayah)
    verdict = say("ex.unsuited", bahasa) if speaks <= SPEAKS_AGAINST else ""
    return f"{say('ex.unknown', bahasa)}; {guess}; {content}{verdict}"


def _content(profile: Profile, bahasa: Language, codes: bool = False) -> str:
    """How many cells are filled, and what kind of values; ``codes``: five digits are worth telling apart."""
    if profile.filled == 0:
        return say("ex.content_none", bahasa)
    shares = {kind: float(getattr(profile, kind)) for kind in _KINDS}
    if not codes:
        shares["five_digits"] = 0.0
    if not _holds_dates(profile):
        shares["date"] = 0.0
    kind = next((kind for kind in _KINDS if shares[kind] >= MOSTLY), "text")
    word = say(f"ex.kind.{kind}", bahasa)
    whole = kind == "text" or shares[kind] >= NEARLY_ALL
    content = word if whole else say("ex.mostly", bahasa, isi=word)
    return say("ex.content", bahasa, jumlah=number(profile.filled, bahasa), isi=content)


def _holds_dates(profile: Profile) -> bool:
    """The profile also counts what was meant for a date but cannot be one; here only real days count."""
    days = sum(read_date(text).nilai is not None for text in profile.texts)
    return days >= MOSTLY * len(profile.texts)


def decimal(value: float, bahasa: Language) -> str:
    """A number with two decimals as the language writes it: 1,04 or 1.04."""
    return f"{value:.2f}".replace(".", ",") if bahasa == "id" else f"{value:.2f}"


def unheaded_outside(table: Table, others: Sequence[Table]) -> list[str]:
    """Letters of columns beside a table that are filled in its rows and belong to no table at all."""
    widest = max((len(table.sheet.values[row]) for row in table.data), default=0)
    taken = {column for one in (table, *others) for column in range(one.first_column, one.last_column + 1)}
    return [
        table.sheet.letters[column]
        for column in range(widest)
        if column not in taken and profile_at(table, column).filled
    ]
