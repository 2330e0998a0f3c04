"""The route of one workbook, in one line: receive → read → locate → headers → values.

:func:`understand` needs nothing but the file and the schemas, so thousands run side by side; ``check`` takes
the tables of many workbooks at once, and the warehouse has one writer. See ``flows/take_in.py``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from flows.repeats import repeating_tables
from flows.shapes import Context, Finding, Settled, Sheet, Submission, Table, TypedTable
from flows.steps.context import settle_context, title_phrases
from flows.steps.headers import district_column, name_columns, settle_report
from flows.steps.locate import locate
from flows.steps.read import content_sha256, read
from flows.steps.receive import LARGEST_FILE, receive
from flows.steps.values import read_values

COVER_CELLS = 60
GRID_ROWS = 3


@dataclass(frozen=True, slots=True)
class Job:
    """One file to understand: its path, the folder that was named, what an officer settled.

    ``berkas`` and ``jalur``: the name under which an archived file was first received.
    """

    path: str
    root: str
    settled: Settled = Settled()
    berkas: str | None = None
    jalur: str | None = None


@dataclass(slots=True)
class FoundTable:
    """A report table of a file: typed rows, or None where district or period refuse it."""

    laporan: str
    lembar: str | None
    context: Context
    typed: TypedTable | None
    findings: list[Finding]
    isi_sha256: str
    lines: int = 0


@dataclass(slots=True)
class Understood:
    """All that a file says; ``findings`` are those of the file as such."""

    berkas: str
    jalur: str
    sha256: str
    jenis: str
    tables: list[FoundTable] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def understand(job: Job) -> Understood:
    """Read a file from its bytes to typed tables; never raises for what a file contains."""
    path, root = Path(job.path), Path(job.root)
    submission, findings = receive(path, root)
    if submission is None:
        name, place = job.berkas or path.name, job.jalur or _below(path, root)
        return Understood(name, place, _hash_of(path), "", findings=findings)
    if job.berkas is not None:
        submission = replace(submission, berkas=job.berkas, jalur=job.jalur or job.berkas)
    result = Understood(submission.berkas, submission.jalur, submission.sha256, submission.jenis, findings=findings)
    sheets, found = read(submission)
    result.findings += found
    if not sheets:
        return result
    result.findings += [
        Finding("LEMBAR_TERSEMBUNYI", sheet.lembar, rincian={"lembar": sheet.lembar or ""})
        for sheet in sheets
        if sheet.hidden
    ]
    _understand_sheets(submission, [sheet for sheet in sheets if not sheet.hidden], job.settled, result)
    return result


def _hash_of(path: Path) -> str:
    """SHA-256 of a file that was refused unread, so that it is known next time; "" where it cannot be read."""
    try:
        if not path.is_file() or path.stat().st_size > LARGEST_FILE:
            return ""
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def _below(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name


def _understand_sheets(
    submission: Submission, sheets: Sequence[Sheet], settled: Settled, result: Understood
) -> None:
    located: list[tuple[Sheet, list[Table]]] = []
    for sheet in sheets:
        tables, findings = locate(sheet, only=settled.laporan)
        result.findings += findings
        located.append((sheet, [settle_report(table) for table in tables]))
    cover = [text for sheet, tables in located if not tables for text in _cover_texts(sheet)]
    titles = {id(table): list(title_phrases(sheet, table.title_rows)) for sheet, tables in located for table in tables}
    for sheet, tables in located:
        content = content_sha256(sheet) if tables else ""
        for place, table in enumerate(tables):
            digest = hashlib.sha256(f"{content}|{table.laporan}|{place}".encode()).hexdigest()
            beside = [text for other, texts in titles.items() if other != id(table) for text in texts]
            result.tables.append(_understand_table(submission, sheet, table, (cover, beside), settled, digest))
    for found in repeating_tables([one.typed for one in result.tables]):
        table = result.tables[found]
        table.typed = None
        table.findings = [Finding("TABEL_DILEWATI", table.lembar, rincian={"lembar": table.lembar or ""})]
    if not result.tables and not any(one.kode == "BERKAS_KOSONG" for one in result.findings):
        result.findings.append(Finding("TABEL_TAK_DIKENAL", sheets[0].lembar if sheets else None))
    elif result.tables:
        result.findings += [
            Finding("TABEL_TAK_DIPAHAMI", sheet.lembar, rincian={"lembar": sheet.lembar or ""})
            for sheet, tables in located
            if not tables and _is_grid(sheet)
        ]


def _cover_texts(sheet: Sheet) -> list[str]:
    texts = [value.strip() for row in sheet.values for value in row if isinstance(value, str) and value.strip()]
    return texts if len(texts) <= COVER_CELLS and not _is_grid(sheet) else []


def _is_grid(sheet: Sheet) -> bool:
    """Whether a sheet holds something table-like, not just the texts of a cover."""
    return sum(sum(value is not None for value in row) >= 3 for row in sheet.values) >= GRID_ROWS


def _understand_table(
    submission: Submission,
    sheet: Sheet,
    table: Table,
    elsewhere: tuple[Sequence[str], Sequence[str]],
    settled: Settled,
    digest: str,
) -> FoundTable:
    own = district_column(table) is not None
    cover, beside = elsewhere
    context, findings = settle_context(
        submission, sheet, table, cover, settled, has_district_column=own, beside=beside
    )
    lines = len(table.data) + len(table.not_data)
    found = FoundTable(table.laporan, sheet.lembar, context, None, findings, digest, lines)
    if findings:
        return found
    named, constants, header_findings = name_columns(table, context)
    found.typed, value_findings = read_values(table, named, constants, context)
    found.findings = [*header_findings, *value_findings]
    return found
