"""From what was understood of some files to what the warehouse stores: checked, worded, counted."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from flows.line import FoundTable, Understood
from flows.outputs.points import point_of
from flows.outputs.reply import point_id
from flows.shapes import Checked, Finding, TypedTable
from flows.steps.check import check
from flows.steps.check.across import participants_against_stated
from schemas.findings import HEADING_CODES, message, severity
from schemas.reports import spec, specs
from warehouse.records import BorrowedCell, ClaimRow, ColumnOrigin, Delivery, FindingRow, HeldRow
from warehouse.scrubbing import IN_AMOUNTS, IN_TEXTS, names_one, scrubbed_text

HIDDEN = "[data pribadi]"
_OPEN_PERSONAL = {None, "umum"}
NOBODY: Mapping[int, Sequence[str]] = {}


def deliveries_of(files: Sequence[Understood], edition: str = "") -> list[Delivery]:
    """One delivery per report table, those of a file side by side; a file without any gives one refusal.

    The tables of all ``files`` are checked together, report type by report type. ``edition`` tells apart a
    file that is taken in once more (an officer settled something) from its first time.
    """
    checked = _check_all([table for file in files for table in file.tables])
    return [delivery for file in files for delivery in _of_file(file, checked, edition)]


def _check_all(tables: Sequence[FoundTable]) -> dict[int, Checked]:
    by_report: dict[str, list[FoundTable]] = defaultdict(list)
    for table in tables:
        if table.typed is not None:
            by_report[table.laporan].append(table)
    checked: dict[int, Checked] = {}
    for group in by_report.values():
        results = check([table.typed for table in group if table.typed is not None])
        checked.update({id(table): result for table, result in zip(group, results, strict=True)})
    return checked


def _of_file(file: Understood, checked: dict[int, Checked], edition: str) -> list[Delivery]:
    if not file.tables:
        return [_refused_file(file, edition)]
    ids = [_kiriman_id(file, place, table, edition) for place, table in enumerate(file.tables)]
    judged = [checked[id(table)] for table in file.tables if id(table) in checked]
    for place, finding in participants_against_stated(judged):
        judged[place].findings.append(finding)
    made = [
        _of_table(file, kiriman, table, checked.get(id(table)))
        for kiriman, table in zip(ids, file.tables, strict=True)
    ]
    made[0].findings.extend(_rows(file.berkas, None, file.findings, set()))
    return [_explained(one, file.penjelasan) for one in made]


def _explained(one: Delivery, penjelasan: dict[str, str]) -> Delivery:
    """The findings beside which the office wrote an explanation, on the sheet of findings we had returned."""
    if not penjelasan:
        return one
    one.findings[:] = [
        row._replace(penjelasan=penjelasan.get(point_id(point_of(row, one.laporan)))) for row in one.findings
    ]
    return replace(one, penjelasan=penjelasan)


def _refused_file(file: Understood, edition: str) -> Delivery:
    findings = _rows(file.berkas, None, file.findings, set())
    return Delivery(
        _kiriman_id(file, 0, None, edition), file.berkas, file.jalur, file.sha256, "", None, None, None, None,
        file.jenis, findings=findings,
    )  # fmt: skip


def _of_table(file: Understood, kiriman: str, table: FoundTable, checked: Checked | None) -> Delivery:
    context = table.context
    common = (kiriman, file.berkas, file.jalur, file.sha256, table.isi_sha256, table.lembar, table.laporan)
    if checked is None or table.typed is None:
        findings = _rows(file.berkas, table.laporan, table.findings, set())
        return Delivery(
            *common, context.kode_wilayah, context.periode, file.jenis, findings=findings, not_data=table.lines,
            rows_in=table.lines, pembaca=table.pembaca,
        )  # fmt: skip
    held = {(row.baris, kode) for row in checked.held for kode in row.kode}
    found = [*table.findings, *checked.findings]
    typed = table.typed
    districts: dict[int, str | None] = dict(typed.frame.select("baris", "kode_wilayah").rows())
    return Delivery(
        *common,
        context.kode_wilayah,
        context.periode,
        file.jenis,
        checked.good,
        [HeldRow(row.baris, row.isi, row.kode, districts.get(row.baris)) for row in checked.held],
        _rows(file.berkas, table.laporan, found, held, _names(typed)),
        [
            ClaimRow(
                table.lembar,
                one.baris,
                one.sel,
                one.kolom,
                one.nilai,
                one.jumlah_baris,
                one.nilai - one.jumlah_baris,
            )
            for one in typed.claims
        ],
        _origins(typed, table.findings),
        [BorrowedCell(*cell) for cell in typed.elsewhere],
        typed.rows_in,
        len(typed.not_data),
        pembaca=table.pembaca,
    )


def _origins(typed: TypedTable, findings: Sequence[Finding]) -> list[ColumnOrigin]:
    """Where each column comes from: a physical one, another of ours, or cells outside the table's columns."""
    taught = {one.kolom for one in findings if one.kode == "ISTILAH_DIPAKAI"}
    origins = []
    for one, letters in zip(typed.named, typed.named_letters, strict=True):
        how = "tanda centang" if one.part else "istilah diajarkan" if one.kolom in taught else None
        origins.append(ColumnOrigin(one.kolom, letters, one.header, one.scale, one.score, one.why, cara=how))
    origins += [
        ColumnOrigin(one.kolom, typed.letters[one.dari], None, dari=one.dari, cara=one.cara)
        for one in typed.derived
    ]
    known = {one.kolom for one in origins}
    outside = dict.fromkeys(cell.kolom for cell in typed.elsewhere if cell.kolom not in known)
    return [*origins, *(ColumnOrigin(kolom, None, None) for kolom in outside)]


def _kiriman_id(file: Understood, place: int, table: FoundTable | None, edition: str) -> str:
    """The same file gives the same ids, however often and in whatever order it is loaded."""
    about = (table.lembar or "", table.laporan) if table else ("", "")
    said = "\x1f".join((file.sha256, file.berkas, file.jalur, str(place), *about, edition))
    return "K" + hashlib.sha256(said.encode()).hexdigest()[:15]


def _rows(
    berkas: str,
    laporan: str | None,
    findings: Sequence[Finding],
    held: set[tuple[int, str]],
    names: Mapping[int, Sequence[str]] = NOBODY,
) -> list[FindingRow]:
    return [
        _row(berkas, laporan, one, (one.baris or 0, one.kode) in held, names.get(one.baris or 0, ()))
        for one in findings
    ]


def _names(typed: TypedTable) -> dict[int, list[str]]:
    """Row → the names of its people, wherever else in the row they may stand."""
    people = [column.name for column in spec(typed.laporan).columns if column.personal == "nama"]
    if not people:
        return {}
    rows = typed.frame.select("baris", *people).rows()
    return {baris: [name for name in names if name] for baris, *names in rows}


def _row(berkas: str, laporan: str | None, one: Finding, held: bool, names: Sequence[str]) -> FindingRow:
    personal = one.kode not in HEADING_CODES and (
        is_personal(laporan, one.kolom) or (one.nilai is not None and names_one(one.nilai, names))
    )
    details = {"berkas": berkas, "lembar": one.lembar, "baris": one.baris, "sel": one.sel, **one.rincian}
    if one.nilai is not None:
        details["nilai"] = HIDDEN if personal else one.nilai
    details.setdefault("laporan", spec(laporan).title if laporan else None)
    known = {name: value for name, value in details.items() if value is not None}
    return FindingRow(
        berkas,
        one.lembar,
        one.baris,
        one.kolom,
        one.sel,
        one.kode,
        severity(one.kode, held),
        one.nilai,
        scrubbed_text(
            message(one.kode, "id", **known), IN_AMOUNTS if _is_money(laporan, one.kolom) else IN_TEXTS
        ),
        personal,
    )


def is_personal(laporan: str | None, kolom: str | None) -> bool:
    """Whether a column of a report holds personal data that analysts must not see."""
    if laporan is None or kolom is None:
        return False
    report = spec(laporan)
    return report.has(kolom) and report.column(kolom).personal not in _OPEN_PERSONAL


def _is_money(laporan: str | None, kolom: str | None) -> bool:
    report = None if laporan is None else spec(laporan)
    return bool(report and kolom and report.has(kolom) and report.column(kolom).kind == "money")


def schema_hash() -> str:
    """Hash of all that the schemas declare: which rules understood a file."""
    said = repr(
        [(one.name, one.title_words, one.columns, [rule.kode for rule in one.rules]) for one in specs()]
    )
    return hashlib.sha256(said.encode()).hexdigest()[:16]
