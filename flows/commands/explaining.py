"""``ikm check --explain``: how a workbook was read, for somebody who wants to know why.

Headings, row numbers, counts and kinds of values are shown; the values of cells are not.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from flows.begin import PRELOAD
from flows.commands.explained_columns import Seen, column_called, columns_seen, decimal, unheaded_outside
from flows.commands.explained_rows import rows_seen
from flows.deliver import deliveries_of
from flows.grammar.own_sheets import is_own_sheet
from flows.grammar.wording import heading_scores
from flows.line import FoundTable, Job, Understood, understand
from flows.messages import TEXTS, Language, number, say
from flows.pool import Died, run_pool
from flows.shapes import Settled, Sheet, Table
from flows.side_by_side import MEMORY_MB, SECONDS_A_FILE, times_allowed
from flows.steps.headers import settle_report
from flows.steps.locate import locate
from flows.steps.read import read
from flows.steps.receive import receive, workbooks_in
from flows.taught import Taught, taught_matcher
from schemas.findings import message
from schemas.regions import districts
from schemas.reports import spec
from warehouse.records import Delivery, FindingRow

NAMED = 0.6
HEADING_WIDTH, MEANING_WIDTH = 36, 52
MOST_FINDINGS = 40
_SIGNS = {"galat": "✗", "peringatan": "!", "info": "·"}


class ExplainJob(NamedTuple):
    """One file to explain. ``width``: columns of the terminal."""

    path: str
    root: str
    settled: Settled
    taught: tuple[Taught, ...]
    bahasa: Language
    width: int


class Told(NamedTuple):
    """The explanation of a file, and whether something in it must be mended."""

    text: str
    grave: bool


def explain_files(
    paths: Sequence[Path], settled: Settled, bahasa: Language, taught: tuple[Taught, ...] = ()
) -> int:
    """Print how each file was read. 0: nothing needs mending, 1: something does, 2: nothing to explain."""
    files = list(workbooks_in(paths))
    if not files:
        print(say("no_files", bahasa, path=", ".join(map(str, paths))), file=sys.stderr)
        return 2
    width = shutil.get_terminal_size((120, 24)).columns
    jobs = [ExplainJob(str(path), str(root), settled, taught, bahasa, width) for path, root in files]
    told: dict[int, Told] = {}
    printed: list[bool] = []

    def keep(place: int, result: Told | Died) -> None:
        told[place] = result if isinstance(result, Told) else _unread(jobs[place])
        while len(printed) in told:
            one = told.pop(len(printed))
            print(one.text)
            printed.append(one.grave)

    run_pool(
        explain_file, jobs, workers=os.cpu_count() or 1, timeout=2 * SECONDS_A_FILE, memory_mb=MEMORY_MB,
        on_result=keep, preload=(*PRELOAD, __name__), scale=lambda job: times_allowed(Job(job.path, job.root)),
    )  # fmt: skip
    print(say("ex.legend", bahasa))
    return 1 if any(printed) else 0


def _unread(job: ExplainJob) -> Told:
    """A file that ended the process which read it."""
    name = Path(job.path).name
    return Told(f"{name}\n  ✗ {message('BERKAS_RUSAK', job.bahasa, berkas=name)}\n", True)


def explain_file(job: ExplainJob) -> Told:
    """How one file was read, as text; never raises for what a file contains."""
    understood = understand(Job(job.path, job.root, job.settled, taught=job.taught))
    deliveries = deliveries_of([understood])
    lines = [understood.jalur, "═" * min(len(understood.jalur), job.width)]
    lines += _file_lines(job, understood, deliveries)
    findings = [one for delivery in deliveries for one in delivery.findings]
    lines += ["", f"  {say('ex.findings', job.bahasa, jumlah=number(len(findings), job.bahasa))}"]
    lines += [f"    {_finding_line(one, job.bahasa)}" for one in findings[:MOST_FINDINGS]]
    if len(findings) > MOST_FINDINGS:
        lines.append(f"    {say('more', job.bahasa, jumlah=len(findings) - MOST_FINDINGS)}")
    return Told("\n".join(lines) + "\n", any(one.tingkat == "galat" for one in findings))


def _file_lines(job: ExplainJob, understood: Understood, deliveries: Sequence[Delivery]) -> Iterator[str]:
    submission, _ = receive(Path(job.path), Path(job.root))
    sheets = read(submission)[0] if submission is not None else []
    if not sheets:
        yield f"  {say('ex.unreadable', job.bahasa)}"
        return
    readers = ", ".join(sorted({sheet.pembaca for sheet in sheets if sheet.pembaca}))
    yield f"  {say('ex.file', job.bahasa, jenis=understood.jenis, jumlah=len(sheets), pembaca=readers)}"
    told = iter(zip(understood.tables, deliveries, strict=False))
    match = taught_matcher(job.taught)
    for sheet in sheets:
        yield ""
        name = f'"{sheet.lembar or 1}"'
        if is_own_sheet(sheet.values):
            yield f"  {say('ex.sheet_ours', job.bahasa, lembar=name)}"
            continue
        if sheet.hidden:
            yield f"  {say('ex.sheet_hidden', job.bahasa, lembar=name)}"
            continue
        yield f"  {say('ex.sheet', job.bahasa, lembar=name)}"
        tables = locate(sheet, match, job.settled.laporan)[0]
        if not tables:
            yield f"    {say('ex.no_table', job.bahasa, jumlah=_filled_rows(sheet))}"
        for place, table in enumerate(tables, 1):
            if len(tables) > 1:
                yield f"    {say('ex.table', job.bahasa, nomor=place, jumlah=len(tables))}"
            pair = next(told, None)
            if pair is None:  # a workbook changed while it was read
                return
            found, delivery = pair
            others = [one for one in tables if one is not table]
            yield from _table_lines(job, settle_report(table, match), others, found, delivery)


def _filled_rows(sheet: Sheet) -> int:
    return sum(any(value is not None for value in row) for row in sheet.values)


def _table_lines(
    job: ExplainJob, table: Table, others: Sequence[Table], found: FoundTable, delivery: Delivery
) -> Iterator[str]:
    bahasa = job.bahasa
    facts = [
        ("ex.report", f"{_report_called(table.laporan, bahasa)}: {_why_report(job, table)}"),
        ("ex.district", _district_called(found, bahasa)),
        ("ex.period", _with_source(found.context.periode, found.context.sumber_periode, bahasa)),
    ]
    for key, text in facts:
        yield f"    {say(key, bahasa):<10} {text}"
    yield f"    {say('ex.row_map', bahasa)}"
    for kind, where, count in rows_seen(table, bahasa):
        yield f"      {kind:<26} {where}{count}"
    seen, constants = columns_seen(table, found.context, job.taught, bahasa)
    yield f"    {say('ex.columns', bahasa)}"
    yield from _column_lines(seen, job)
    for constant in constants:
        column = column_called(spec(table.laporan), constant.kolom, bahasa)
        key = "ex.constant" if constant.sel else "ex.constant_sheet"
        yield f"      {say(key, bahasa, kolom=column, sel=constant.sel)}"
    outside = unheaded_outside(table, others)
    if outside:
        yield f"      {say('ex.outside', bahasa, huruf=', '.join(outside[:8]))}"
    yield from _count_lines(found, delivery, bahasa)


def _report_called(name: str, bahasa: Language) -> str:
    report = spec(name)
    return f"{report.title if bahasa == 'id' else report.title_en} ({name})"


def _why_report(job: ExplainJob, table: Table) -> str:
    """What speaks for the report type, and which others were weighed."""
    if job.settled.laporan is not None:
        return say("ex.settled", job.bahasa)
    counts = {
        name: _headings_known(job, table, name) for name in (table.laporan, *(one for one, _ in table.rivals))
    }
    own = say("ex.headings", job.bahasa, cocok=counts.pop(table.laporan), jumlah=len(table.header))
    reasons = [say("ex.titled", job.bahasa), own] if table.titled else [own]
    if counts:
        others = ", ".join(f"{name} ({count})" for name, count in counts.items())
        reasons.append(say("ex.rivals", job.bahasa, lain=others))
    return "; ".join(reasons)


def _headings_known(job: ExplainJob, table: Table, laporan: str) -> int:
    match = taught_matcher(job.taught)
    report = spec(laporan)
    return sum(
        any(
            score >= NAMED and name == laporan and report.has(column)
            for (name, column), score in heading_scores(cell.path, match).items()
        )
        for cell in table.header
    )


def _district_called(found: FoundTable, bahasa: Language) -> str:
    kode = found.context.kode_wilayah
    if kode is None and found.typed is not None:
        return say("ex.district_each", bahasa)
    named = f"{districts()[kode].nama_lengkap} ({kode})" if kode and kode in districts() else kode
    return _with_source(named, found.context.sumber_wilayah, bahasa)


def _with_source(value: str | None, source: str, bahasa: Language) -> str:
    if value is None:
        return say("ex.unsettled", bahasa)
    key = f"ex.source.{source}"
    return say("ex.from", bahasa, isi=value, sumber=say(key, bahasa) if key in TEXTS else source)


def _column_lines(seen: Sequence[Seen], job: ExplainJob) -> Iterator[str]:
    """A line a column, its evidence behind it where the terminal is wide enough for all, else below it."""
    starts = []
    headings = [_cut(f'"{one.heading}"' if one.heading else "—", HEADING_WIDTH) for one in seen]
    meanings = [_cut(one.meaning, MEANING_WIDTH) for one in seen]
    wide, far = max(map(len, headings), default=0), max(map(len, meanings), default=0)
    for one, heading, meaning in zip(seen, headings, meanings, strict=True):
        score = decimal(one.score, job.bahasa) if one.score is not None else ""
        sign = "→" if one.loaded else "×"
        starts.append(f"      {one.letters:<3} {heading:<{wide}} {sign} {meaning:<{far}} {score:>5}")
    one_line = all(
        len(start) + 2 + len(one.evidence) <= job.width for start, one in zip(starts, seen, strict=True)
    )
    for start, one in zip(starts, seen, strict=True):
        if one_line or not one.evidence:
            yield f"{start}  {one.evidence}".rstrip()
        else:
            yield start.rstrip()
            yield f"          {one.evidence}"


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"


def _count_lines(found: FoundTable, delivery: Delivery, bahasa: Language) -> Iterator[str]:
    if found.typed is None or delivery.good is None:
        repeats = any(one.kode == "TABEL_DILEWATI" for one in found.findings)
        key = "ex.repeated" if repeats else "ex.refused"
        yield f"    {say(key, bahasa, jumlah=number(found.lines, bahasa))}"
        return
    counts = (delivery.good.height, len(delivery.held), delivery.not_data)
    if delivery.rows_in != sum(counts):
        raise AssertionError(f"rows in {delivery.rows_in} ≠ rows accounted for {sum(counts)}")
    loaded, held, rest = (number(count, bahasa) for count in counts)
    rows = number(delivery.rows_in, bahasa)
    yield f"    {say('ex.counts', bahasa, masuk=rows, dimuat=loaded, ditahan=held, bukan_data=rest)}"


def _finding_line(one: FindingRow, bahasa: Language) -> str:
    place = " ".join(
        part for part in (one.lembar, one.sel or (str(one.baris) if one.baris else None)) if part
    )
    said = one.pesan
    if bahasa == "en":
        shown = None if one.pribadi else one.nilai
        said = message(one.kode, "en", berkas=one.berkas, lembar=one.lembar, sel=one.sel, nilai=shown)
    return f"{_SIGNS[one.tingkat]} {f'{place}: ' if place else ''}{said}"
