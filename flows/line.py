"""The route of one workbook, in one line: receive → read → locate → headers → values.

:func:`understand` needs nothing but the file and the schemas, so thousands run side by side; ``check`` takes
the tables of many workbooks at once, and the warehouse has one writer. See ``flows/take_in.py``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from flows.grammar.own_sheets import has_more_than_ours, is_own_sheet
from flows.grammar.returned import explanations_in, is_our_sheet
from flows.repeats import repeating_tables
from flows.shapes import Context, Finding, Named, Settled, Sheet, Submission, Table, TypedTable
from flows.steps.context import settle_context
from flows.steps.context.sources import title_phrases
from flows.steps.headers import district_column, name_columns, settle_report
from flows.steps.locate import locate
from flows.steps.read import content_sha256, read
from flows.steps.receive import fingerprint, receive, shown_name
from flows.steps.values import read_values
from flows.taught_words import Taught, applying, taught_for, taught_matcher
from schemas.regions import districts
from schemas.reports import spec

COVER_CELLS = 60
GRID_ROWS = 3


@dataclass(frozen=True, slots=True)
class Job:
    """One file to understand: its path, the folder that was named, what an officer settled.

    ``berkas`` and ``jalur``: the name under which an archived file was first received.
    ``taught``: the wordings that officers taught.
    """

    path: str
    root: str
    settled: Settled = field(default_factory=Settled)
    berkas: str | None = None
    jalur: str | None = None
    taught: tuple[Taught, ...] = ()


@dataclass(slots=True)
class FoundTable:
    """A report table of a file: typed rows, or None where district or period refuse it."""

    laporan: str
    lembar: str | None
    context: Context
    typed: TypedTable | None
    findings: list[Finding]
    isi_sha256: str = ""
    lines: int = 0
    pembaca: str | None = None


@dataclass(slots=True)
class Understood:
    """All that a file says; ``findings`` are those of the file as such, ``penjelasan`` what its office wrote
    beside the findings of a workbook that we returned, by their marks."""

    berkas: str
    jalur: str
    sha256: str
    jenis: str
    tables: list[FoundTable] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    penjelasan: dict[str, str] = field(default_factory=dict)


def understand(job: Job) -> Understood:
    """Read a file from its bytes to typed tables; never raises for what a file contains."""
    path, root = Path(job.path), Path(job.root)
    submission, findings = receive(path, root)
    if submission is None:
        name, place = job.berkas or shown_name(path.name), job.jalur or _below(path, root)
        # Known by its content next time, though it was not read.
        return Understood(name, place, fingerprint(path, root) or "", "", findings=findings)
    if job.berkas is not None:
        submission = replace(submission, berkas=job.berkas, jalur=job.jalur or job.berkas)
    result = Understood(
        submission.berkas, submission.jalur, submission.sha256, submission.jenis, findings=findings
    )
    sheets, found = read(submission)
    result.findings += found
    result.penjelasan = _explanations(sheets)
    result.findings += [
        Finding("TABEL_TAK_DIPAHAMI", sheet.lembar, rincian={"lembar": sheet.lembar or ""})
        for sheet in sheets
        if has_more_than_ours(sheet.values)
    ]
    sheets = [sheet for sheet in sheets if not is_own_sheet(sheet.values)]
    if not sheets:
        result.findings = result.findings or [Finding("BERKAS_KOSONG")]
        return result
    result.findings += [
        Finding("LEMBAR_TERSEMBUNYI", sheet.lembar, rincian={"lembar": sheet.lembar or ""})
        for sheet in sheets
        if sheet.hidden
    ]
    _understand_sheets(submission, [sheet for sheet in sheets if not sheet.hidden], job, result)
    return result


def _explanations(sheets: Sequence[Sheet]) -> dict[str, str]:
    """What the office wrote beside the findings of a workbook that we returned."""
    ours = [sheet.values for sheet in sheets if sheet.values and sheet.values[0]]
    found = [explanations_in(rows) for rows in ours if is_our_sheet(rows[0][0])]
    return {ident: text for one in found for ident, text in one.items()}


def _below(path: Path, root: Path) -> str:
    return shown_name(path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name)


def _understand_sheets(submission: Submission, sheets: Sequence[Sheet], job: Job, result: Understood) -> None:
    match = taught_matcher(job.taught)
    located: list[tuple[Sheet, list[Table]]] = []
    for sheet in sheets:
        tables, findings = locate(sheet, match, only=job.settled.laporan)
        result.findings += findings
        located.append((sheet, [settle_report(table, match) for table in tables]))
    if _has_headings_only([table for _, tables in located for table in tables]):
        result.findings.append(Finding("BERKAS_KOSONG"))
        return
    cover = [text for sheet, tables in located if not tables for text in _cover_texts(sheet)]
    titles = {
        id(table): list(title_phrases(sheet, table.title_rows))
        for sheet, tables in located
        for table in tables
    }
    for sheet, tables in located:
        content = content_sha256(sheet) if tables else ""
        for place, table in enumerate(tables):
            beside = [text for other, texts in titles.items() if other != id(table) for text in texts]
            found = _understand_table(submission, sheet, table, (cover, beside), job)
            found.isi_sha256 = hashlib.sha256(f"{content}|{table.laporan}|{place}".encode()).hexdigest()
            result.tables.append(found)
    _leave_out_repeats(result)
    _note_what_was_not_understood(located, result)


def _has_headings_only(tables: Sequence[Table]) -> bool:
    """Whether there are tables and not one row in them: a form that was sent back as it was."""
    return bool(tables) and not any(table.data for table in tables)


def _leave_out_repeats(result: Understood) -> None:
    """A sheet that says again what others say is no submission of its own; the file's findings name it."""
    repeated = set(repeating_tables([one.typed for one in result.tables]))
    result.findings += [
        Finding(
            "TABEL_DILEWATI",
            result.tables[place].lembar,
            rincian={"lembar": result.tables[place].lembar or ""},
        )
        for place in sorted(repeated)
    ]
    result.tables = [one for place, one in enumerate(result.tables) if place not in repeated]


def _note_what_was_not_understood(located: Sequence[tuple[Sheet, list[Table]]], result: Understood) -> None:
    if not result.tables and not any(one.kode == "BERKAS_KOSONG" for one in result.findings):
        result.findings.append(Finding("TABEL_TAK_DIKENAL", located[0][0].lembar if located else None))
    elif result.tables:
        result.findings += [
            Finding("TABEL_TAK_DIPAHAMI", sheet.lembar, rincian={"lembar": sheet.lembar or ""})
            for sheet, tables in located
            if not tables and _is_grid(sheet)
        ]


def _cover_texts(sheet: Sheet) -> list[str]:
    texts = [
        value.strip() for row in sheet.values for value in row if isinstance(value, str) and value.strip()
    ]
    return texts if len(texts) <= COVER_CELLS and not _is_grid(sheet) else []


def _is_grid(sheet: Sheet) -> bool:
    """Whether a sheet holds something table-like, not just the texts of a cover."""
    return sum(sum(value is not None for value in row) >= 3 for row in sheet.values) >= GRID_ROWS


def _understand_table(
    submission: Submission,
    sheet: Sheet,
    table: Table,
    elsewhere: tuple[Sequence[str], Sequence[str]],
    job: Job,
) -> FoundTable:
    own = district_column(table, taught_matcher(job.taught)) is not None
    cover, beside = elsewhere
    context, findings = settle_context(
        submission, sheet, table, cover, job.settled, has_district_column=own, beside=beside
    )
    lines = len(table.data) + len(table.not_data)
    found = FoundTable(
        table.laporan, sheet.lembar, context, None, findings, lines=lines, pembaca=sheet.pembaca
    )
    if findings:
        return found
    taught = applying(job.taught, context.kode_wilayah, context.periode)
    named, constants, header_findings = name_columns(table, context, taught_matcher(taught))
    found.typed, value_findings = read_values(table, named, constants, context)
    noted = [*_sources_noted(table, context), *_taught_noted(table, named, taught)]
    found.findings = [*header_findings, *value_findings, *noted]
    return found


def _sources_noted(table: Table, context: Context) -> list[Finding]:
    """Where district and period were taken from, unless the table's own title says them."""
    lembar, noted = table.sheet.lembar, []
    if context.kode_wilayah and context.sumber_wilayah != "judul":
        wilayah = districts()[context.kode_wilayah].nama_lengkap
        noted.append(
            Finding("WILAYAH_DARI", lembar, rincian={"wilayah": wilayah, "sumber": context.sumber_wilayah})
        )
    if context.periode and context.sumber_periode != "judul":
        rincian = {"periode": context.periode, "sumber": context.sumber_periode}
        noted.append(Finding("PERIODE_DARI", lembar, rincian=rincian))
    return noted


def _taught_noted(table: Table, named: Sequence[Named], taught: tuple[Taught, ...]) -> list[Finding]:
    """Headings that were read as an officer taught, and money that was scaled as a heading or title says."""
    sheet, noted = table.sheet, []
    cells = {cell.column: cell for cell in table.header}
    report = spec(table.laporan)
    for one in named:
        cell = cells[one.column]
        baris, sel = sheet.row_numbers[cell.row], sheet.address(cell.row, cell.column)
        title = report.column(one.kolom).title if report.has(one.kolom) else one.kolom
        if taught_for(taught, table.laporan, cell.path, one.kolom) is not None:
            rincian = {"kolom": title}
            noted.append(Finding("ISTILAH_DIPAKAI", sheet.lembar, baris, one.kolom, sel, one.header, rincian))
        if one.scale > 1:
            rincian = {"kolom": title, "skala": f"{one.scale:,}".replace(",", ".")}
            noted.append(
                Finding("SKALA_DARI_JUDUL", sheet.lembar, baris, one.kolom, sel, one.header, rincian)
            )
    return noted
