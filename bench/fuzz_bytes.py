"""Target ``berkas``: workbooks whose bytes were changed, through receive and read and all that follows.

Each is refused with a finding or read; what is read is a rectangle of clean values at addresses of its own.
"""

from __future__ import annotations

import random
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import NamedTuple

from bench.fuzz_guide import ROOT, Target, halves
from bench.fuzz_zip import changed_archive, changed_bytes, packed, unpacked

MOST_UNDERSTOOD = 1500
LARGEST = 300_000


class File(NamedTuple):
    """A file as it comes: what its name says it is, and its bytes."""

    ending: str
    data: bytes


def seeds() -> Iterator[File]:
    from tests import bytes_of_files as made

    rows = (
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="e"><v>#REF!</v></c><c r="C1"><f>A1</f></c></row>'
    )
    strings = "<sst><si><t>Nama Usaha</t></si><si><r><t>te</t></r><r><t>bal</t></r></si></sst>"
    yield File("xlsx", made.xlsx(rows, **{"xl/sharedStrings.xml": strings}))
    yield File("xlsx", made.workbook())
    cells = '<table:table-cell office:value-type="float" office:value="5" table:number-columns-repeated="3"/>'
    cells += '<table:table-cell office:value-type="string"><text:p>Abon</text:p></table:table-cell>'
    yield File("ods", made.ods(f'<table:table-row table:number-rows-repeated="2">{cells}</table:table-row>'))
    for text in ("No;Nama Usaha;Nilai\n1;Abon;1.000\n", "a,b\n1,2\n", '"a;b"\n"1;2"\n', "a\tb\n1\t2\n"):
        for encoding in ("utf-8-sig", "utf-16", "cp1252"):
            yield File("csv", text.encode(encoding))
    for folder in ("tests/data", "samples/inbox", "../shared/evil"):
        for path in sorted((ROOT / folder).rglob("*")):
            ending = path.suffix.lower().lstrip(".")
            if ending in {"xlsx", "xlsm", "xls", "xlsb", "ods", "csv"} and path.stat().st_size < LARGEST // 4:
                yield File(ending, path.read_bytes())


def changed(chance: random.Random, case: File, other: File) -> File:
    if chance.random() < 0.02:
        return File(chance.choice(("xlsx", "xls", "ods", "csv", "xlsb", "xlsm")), case.data)
    archive = case.data.startswith(b"PK") and chance.random() < 0.9
    data = changed_archive(chance, case.data, other.data) if archive else changed_bytes(chance, case.data)
    return File(case.ending, data[:LARGEST])


def smaller(case: File) -> Iterator[File]:
    try:
        parts = unpacked(case.data)
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        yield from (File(case.ending, bytes(one)) for one in halves(case.data))
        return
    for name in parts:
        yield File(case.ending, packed({one: body for one, body in parts.items() if one != name}))
    for name, body in parts.items():
        for less in halves(body):
            yield File(case.ending, packed({**parts, name: bytes(less)}))


def check(case: File) -> None:
    from flows.shapes import Submission
    from flows.steps.read import read
    from flows.steps.receive.files import kind_of
    from schemas.findings import CODES, message

    kind = kind_of(case.data, f"Data Barru 2021.{case.ending}")
    if kind.jenis is None:
        assert kind.kode in CODES and message(kind.kode, "id", **kind.rincian)
        return
    name = f"Data Barru 2021.{kind.jenis}"
    submission = Submission(name, name, case.data, "0" * 64, kind.jenis)
    sheets, findings = read(submission)
    assert sheets or findings, "nothing read and nothing said"
    for one in findings:
        assert one.kode in CODES and message(one.kode, "id", **one.rincian)
    for sheet in sheets:
        check_sheet(sheet)
    if not findings and sum(len(row) for sheet in sheets for row in sheet.values) <= MOST_UNDERSTOOD:
        from bench.fuzz_sheets import understood

        understood(submission, sheets)


def check_sheet(sheet: object) -> None:
    """That a sheet is a rectangle of clean values, each at an address of its own."""
    from flows.shapes import Sheet
    from flows.steps.read import content_sha256

    assert isinstance(sheet, Sheet)
    height, width = len(sheet.values), len(sheet.letters)
    assert len(sheet.row_numbers) == height and {len(row) for row in sheet.values} <= {width}
    assert sheet.row_numbers == sorted(set(sheet.row_numbers)) and len(set(sheet.letters)) == width
    for row in sheet.values:
        for cell in row:
            assert cell is None or isinstance(cell, str | int | float | bool | date | datetime | time), type(
                cell
            )
            if isinstance(cell, str):
                assert (
                    cell and cell.encode() and not any(sign < " " and sign not in "\n\t" for sign in cell)
                ), cell
            if isinstance(cell, float):
                assert cell - cell == 0, cell
    for top, left, bottom, right in sheet.merged:
        assert 0 <= top <= bottom < height and 0 <= left <= right < width
    for r, c in sheet.errors:
        assert 0 <= r < height and 0 <= c < width and sheet.values[r][c] is None
    assert len(content_sha256(sheet)) == 64


def saved(case: File) -> tuple[str, bytes]:
    return case.ending, case.data


TARGET = Target("berkas", seeds, changed, check, smaller, saved, may_die=True)
