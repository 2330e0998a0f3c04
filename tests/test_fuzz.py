"""Each fault that the hunts of bench/fuzz.py found, as small as it can be; and a few seconds of hunting."""

from __future__ import annotations

import signal
import struct
from datetime import date
from typing import Any

import pytest

from bench.fuzz import TARGETS, said
from bench.fuzz_bytes import File
from bench.fuzz_guide import hunt, target_of
from flows.feedback_files import make_workbook
from flows.grammar.dates import read_date
from flows.grammar.numbers import read_number
from flows.outputs.marking import NotPatchable, marked_workbook, rebuilt_workbook
from flows.shapes import Submission
from flows.steps.read import read, second
from flows.steps.read.cells import clean_value, sheet_of
from flows.steps.read.patience import Endless
from flows.steps.values.readers import read_column
from schemas.reports import spec
from tests.bytes_of_files import xlsx
from tests.marking_checks import point, reply
from tests.marking_handmade import changed, small


@pytest.mark.parametrize("name", TARGETS)
def test_a_short_hunt_finds_nothing(name: str) -> None:
    """A fixed seed and few inputs: the same on every machine, and soon over on a slow one."""
    found = hunt(TARGETS[name], seconds=4, seed=11, most_runs=120, most_seeds=20)
    assert found.lines > 100 and found.runs >= 20
    assert not found.faults, said(name, found, 0)


def test_a_hunt_finds_what_is_wrong_and_makes_it_small() -> None:
    """The hunter itself: an endless loop, an end of the process and an exception are three different faults."""
    found = hunt("tests.fuzz_prey", seconds=60, seed=1, most_runs=30)
    smallest = {fault.kind: case for fault, case in found.faults.values()}
    assert smallest["ValueError"] == "x"
    assert smallest["time"] == "z"
    assert any(kind.startswith("exit") for kind in smallest)


def test_an_input_is_kept_as_a_file() -> None:
    assert target_of(TARGETS["berkas"]).saved(File("xls", b"a")) == ("xls", b"a")


@pytest.mark.parametrize("text", ["73110145087900019", "9.311.014.508.790.001,5", "9007199254740993"])
def test_a_measure_of_more_figures_than_a_float_holds_is_not_read(text: str) -> None:
    reading = read_number(text)
    assert (reading.nilai, reading.kode) == (None, "PRESISI_HILANG")


def test_days_that_run_backward_are_no_single_day() -> None:
    """Where no rule compares first and last day, the first was taken without a word."""
    single, ranged = spec("kunjungan").column("tanggal"), spec("pembinaan").column("tanggal_mulai")
    text = "19-5 Juli 2022"
    assert read_column(single, [text])[0].kode == "TANGGAL_TIDAK_SAH"
    # Here SELESAI_SEBELUM_MULAI says so.
    assert read_column(ranged, [text])[0].nilai == (date(2022, 7, 19), date(2022, 7, 5))
    assert read_column(single, ["5-19 Juli 2022"])[0].nilai == (date(2022, 7, 5), date(2022, 7, 19))


def test_a_whole_number_that_no_float_holds() -> None:
    huge = 10**400
    assert read_date(huge).kode == "TANGGAL_TIDAK_SAH"
    assert clean_value(huge) == str(huge) == sheet_of("A", [[huge, 1]]).values[0][0]
    far = f'<row r="1"><c r="A1"><v>{huge}</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    (page,), findings = read(Submission("a.xlsx", "a.xlsx", xlsx(far), "", "xlsx"))
    assert findings == [] and page.values[0][0] in (None, str(huge))


def circular_xls() -> bytes:
    """An .xls whose small stream runs in a circle of two sectors: xlrd follows it for ever."""
    head = bytearray(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(76, b"\0") + b"\xff" * 436)
    struct.pack_into("<5H", head, 24, 0x3E, 3, 0xFFFE, 9, 6)
    end, free = 0xFFFFFFFE, 0xFFFFFFFF
    struct.pack_into("<10I", head, 40, 0, 1, 1, 0, 4096, 2, 1, end, 0, 0)
    table = struct.pack("<128I", 0xFFFFFFFD, end, end, end, *[free] * 124)
    circle = struct.pack("<128I", 1, 0, *[free] * 126)

    def entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
        letters = name.encode("utf-16-le") + b"\0\0"
        about = struct.pack("<HBBIII", len(letters), kind, 1, free, free, child)
        return letters.ljust(64, b"\0") + about + bytes(36) + struct.pack("<II", start, size) + bytes(4)

    entries = entry("Root Entry", 5, 1, 3, 512) + entry("Workbook", 2, free, 0, 200)
    return bytes(head) + table + entries.ljust(512, b"\0") + circle + b"\x09\x08\x10\0".ljust(512, b"\0")


@pytest.mark.skipif(
    not hasattr(signal, "ITIMER_VIRTUAL"), reason="this system has no clock of processor time"
)
def test_an_old_workbook_that_runs_in_a_circle_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(second, "OPENING_SECONDS", 0.5)
    with pytest.raises(Endless):
        second.read_with_xlrd(circular_xls())
    with pytest.raises(Endless):
        second.xls_errors(circular_xls())


_RELATION = (
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
)


@pytest.mark.parametrize(
    "parts",
    [
        {"xl/_rels/workbook.xml.rels": ("</Relationships>", _RELATION + 'x" Target="y"/></Relationships>')},
        {"xl/_rels/workbook.xml.rels": ("</Relationships>", "<Relationships/></Relationships>")},
        {"xl/_rels/workbook.xml.rels": ('relationships/styles"', 'relationships/entah"')},
        {"xl/workbook.xml": ("</workbook>", "<a>" * 2000 + "</a>" * 2000 + "</workbook>")},
    ],
    ids=["two of one name", "one within the other", "formats nobody refers to", "nested too deep"],
)
def test_a_package_that_programs_read_differently_is_rebuilt(parts: dict[str, Any]) -> None:
    broken = changed(small(), **parts)
    with pytest.raises(NotPatchable):
        marked_workbook(broken, reply([point("A", "A1")]))
    data, ending = make_workbook(broken, reply([point("A", "A1")]))
    assert ending == "xlsx" and data.startswith(b"PK")


def test_two_sheets_of_one_name_are_both_in_a_rebuilt_workbook() -> None:
    pages = [sheet_of("Data", [["a"]]), sheet_of("Data", [["b"]]), sheet_of("DATA (2)", [["c"]])]
    again, _ = read(Submission("a", "a", rebuilt_workbook(pages, reply([point("Data", "A1")])), "", "xlsx"))
    assert [(page.lembar, page.values) for page in again[1:]] == [
        ("Data", [["a"]]), ("Data (2)", [["b"]]), ("DATA (2) (2)", [["c"]]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("xl/workbook.xml", 'sheetId="1"', 'sheetId="²"'),
        ("xl/workbook.xml", 'sheetId="1"', 'sheetId="satu"'),
        ("xl/worksheets/sheet1.xml", '<row r="3"', '<row r="³"'),
        ("xl/worksheets/sheet1.xml", 's="1"', 's="¹"'),
        (
            "xl/worksheets/sheet1.xml",
            "<sheetData>",
            '<cols><col min="1" max="²" style="x"/></cols><sheetData>',
        ),
        (
            "xl/worksheets/sheet1.xml",
            "<sheetData>",
            f'<cols><col min="1" max="{"9" * 5000}"/></cols><sheetData>',
        ),
    ],
)
def test_attributes_that_are_no_numbers_do_not_end_the_marking(part: str, old: str, new: str) -> None:
    data = changed(small(), **{part: (old, new)})
    assert marked_workbook(data, reply([point("A", "A1"), point("A", "B3")])).startswith(b"PK")
