"""Workbooks whose content misleads: sheets of one name, charts and macros, dates of another epoch, cut-off ends."""

from datetime import date
from pathlib import Path

import pytest

from flows.shapes import Sheet, Submission
from flows.steps.read import read
from flows.steps.receive import files as receiving
from flows.steps.receive import opening, receive, workbooks_in
from tests.bytes_of_files import ods, workbook, xlsx
from tests.hostile_files import biff8, binary_workbook, old_workbook, several_sheets

CELL = '<row r="1"><c r="A1"><v>{}</v></c></row>'


def sheets_of(data: bytes, jenis: str = "xlsx") -> list[Sheet]:
    sheets, findings = read(Submission("a", "a", data, "", jenis))
    assert findings == []
    return sheets


def named(*names: str) -> bytes:
    return several_sheets(
        [(name, "visible", "worksheet", CELL.format(place)) for place, name in enumerate(names)]
    )


@pytest.mark.parametrize(
    ("names", "read_as"),
    [
        (["Data", "Data"], ["Data", "Data (2)"]),
        (["Data", "Data (2)", "Data"], ["Data", "Data (2)", "Data (3)"]),
        (["Data", "DATA"], ["Data", "DATA"]),
        (["a &amp; &lt;b&gt; &quot;c&quot;", "a &amp; &lt;b&gt; &quot;c&quot;"], ['a & <b> "c"', 'a & <b> "c" (2)']),
        (["Kec. 'Tempe'/&#x202E;", "ᨆᨀᨔᨑ"], ["Kec. 'Tempe'/\ufffd", "ᨆᨀᨔᨑ"]),
    ],
)  # fmt: skip
def test_sheets_of_one_name_are_two_sheets(names: list[str], read_as: list[str]) -> None:
    sheets = sheets_of(named(*names))
    assert [sheet.lembar for sheet in sheets] == read_as
    assert [sheet.values for sheet in sheets] == [[[float(place)]] for place in range(len(names))]


def test_old_sheets_of_one_name_are_two_sheets() -> None:
    sheets = sheets_of(old_workbook(biff8(2, ("Data", "Data"))), "xls")
    assert [(sheet.lembar, sheet.values[1][0], sheet.pembaca) for sheet in sheets] == [
        ("Data", "Usaha 0.1", "xlrd"), ("Data (2)", "Usaha 1.1", "xlrd"),
    ]  # fmt: skip


def test_an_opendocument_with_sheets_of_one_name_is_refused() -> None:
    row = '<table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row>'
    twice = ods(f'{row}</table:table><table:table table:name="A">{row}')
    _, findings = read(Submission("a", "a", twice, "", "ods"))
    assert [(one.kode, one.rincian["alasan"]) for one in findings] == [
        ("BERKAS_RUSAK", "dua lembar bernama sama")
    ]


def test_charts_dialogs_and_macros_are_no_sheets() -> None:
    kinds = ["worksheet", "chartsheet", "dialogsheet", "xlMacrosheet"]
    data = several_sheets([(kind, "visible", kind, CELL.format(1)) for kind in kinds])
    assert [(sheet.lembar, sheet.pembaca) for sheet in sheets_of(data)] == [("worksheet", "calamine")]
    old = old_workbook(biff8(2, ("Data", "Grafik", "Makro"), (0, 0x200, 0x100)))
    assert [sheet.lembar for sheet in sheets_of(old, "xls")] == ["Data"]


def test_very_hidden_old_sheets_are_hidden() -> None:
    sheets = sheets_of(old_workbook(biff8(2, ("Data", "Rahasia"), (0, 2))), "xls")
    assert [sheet.hidden for sheet in sheets] == [False, True]


def test_error_cells_and_merged_ranges_of_binary_workbooks() -> None:
    (sheet,) = sheets_of(binary_workbook(), "xlsb")
    assert sheet.errors == {(0, 1): "#DIV/0!", (1, 0): "#N/A"}
    assert sheet.values == [[7.5, None, None], [None, None, "Tenun"]]
    assert sheet.merged == [(0, 0, 1, 0)]


@pytest.mark.parametrize(("since_1904", "day"), [(False, date(2021, 5, 27)), (True, date(2025, 5, 28))])
def test_dates_of_both_epochs(since_1904: bool, day: date) -> None:
    styles = (
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="1">'
        '<xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>'
    )
    data = several_sheets(
        [("A", "visible", "worksheet", '<row r="1"><c r="A1" s="0"><v>44343</v></c></row>')],
        since_1904,
        styles,
    )
    assert sheets_of(data)[0].values == [[day]]


def test_rich_and_inline_texts_are_whole() -> None:
    rich = "<sst><si><r><t>Te</t></r><r><rPr><b/></rPr><t>nun</t></r><rPh><t>x</t></rPh></si></sst>"
    cells = (
        '<c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><r><t>A</t></r><r><t>bon</t></r></is></c>'
    )
    data = xlsx(f'<row r="1">{cells}</row>', **{"xl/sharedStrings.xml": rich})
    assert sheets_of(data)[0].values == [["Tenun", "Abon"]]


@pytest.mark.parametrize(
    ("data", "values"),
    [
        (b"No;Nama\r\n1;Tenun\r2;Abon\n", [["No", "Nama"], ["1", "Tenun"], ["2", "Abon"]]),
        (b"No;Nama\n1;Ten\0un\n2\0\0;Abon\0\n", [["No", "Nama"], ["1", "Ten\ufffdun"], ["2", "Abon"]]),
    ],
)
def test_line_ends_and_zeros_of_csv(data: bytes, values: list[list[str]]) -> None:
    assert sheets_of(data, "csv")[0].values == values


ODS_ROW = '<table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row>'
FORMATS = {
    "a.xlsx": workbook(), "a.xls": old_workbook(biff8(900)), "a.xlsb": binary_workbook(),
    "a.ods": ods(ODS_ROW * 9),
}  # fmt: skip


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("share", [0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.97, 0.99])
def test_a_file_that_is_cut_off_is_never_half_read(name: str, share: float) -> None:
    whole = FORMATS[name]
    assert receiving.kind_of(whole, name).jenis == name[2:]
    data = whole[: int(len(whole) * share)]
    kind = receiving.kind_of(data, name)
    if kind.jenis is None:
        assert kind.kode == "BERKAS_RUSAK"
    else:
        sheets, findings = read(Submission(name, name, data, "", kind.jenis))
        assert (sheets, [one.kode for one in findings]) == ([], ["BERKAS_RUSAK"])


def test_macros_of_libreoffice_are_no_danger() -> None:
    basic = '<?xml version="1.0"?><!DOCTYPE library:library PUBLIC "-//X//DTD//EN" "library.dtd"><library:library/>'
    whole = ods("<table:table-row/>", **{"Basic/Standard/script-lb.xml": basic})
    assert receiving.kind_of(whole, "a.ods").jenis == "ods"
    entity = basic.replace('"library.dtd"', '"library.dtd" [<!ENTITY a "b">]')
    assert receiving.kind_of(ods("", **{"Basic/script-lb.xml": entity}), "a.ods").kode == "BERKAS_BERBAHAYA"


def test_a_file_that_vanishes_or_changes_is_a_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.csv").write_bytes(b"a;b\n1;2\n")
    (listed,) = workbooks_in([tmp_path])
    real = opening.os.fstat
    looks: list[int] = []

    def later(handle: int) -> object:
        looks.append(handle)
        if len(looks) == 2:
            (tmp_path / "a.csv").write_bytes(b"a;b\n1;3\n4;5\n")
            opening.os.utime(tmp_path / "a.csv", ns=(1, 1))
        return real(handle)

    monkeypatch.setattr(opening.os, "fstat", later)
    assert receive(*listed)[1][0].rincian["alasan"] == "berkas sedang ditulis ketika dibaca"
    monkeypatch.setattr(opening.os, "fstat", real)
    (tmp_path / "a.csv").unlink()
    assert receive(*listed)[1][0].rincian["alasan"] == "berkas tidak ditemukan"


def test_linked_and_closed_folders_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "dalam").mkdir()
    (tmp_path / "naik").symlink_to(tmp_path)
    real = receiving.os.scandir

    def closed(path: object) -> object:
        if str(path).endswith("dalam"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)  # type: ignore[call-overload]

    monkeypatch.setattr(receiving.os, "scandir", closed)
    assert sorted(path.name for path, _ in workbooks_in([tmp_path])) == ["dalam", "naik"]
