"""Files that cannot be marked themselves: rebuilt with the same values; and packages that nobody should open."""

from __future__ import annotations

import io
import re
import time
from datetime import date, datetime
from datetime import time as clock

import openpyxl
import pytest

from flows.outputs.marking import NotPatchable, marked_workbook, rebuilt_workbook
from flows.outputs.reply import TableCount
from tests import marking_books as books
from tests.marking_checks import CALM, RED, assert_valid, marks_in, parts, point, reply
from tests.marking_handmade import MAIN, changed, package, small
from tests.sheets import sheet


def opened(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def test_no_text_becomes_a_formula_or_a_link() -> None:
    texts = [
        "=1+1",
        "+62811",
        "-5 orang",
        "@sini",
        "{=A1}",
        "https://contoh.invalid",
        "mailto:a@b.c",
        "_x0041_",
    ]
    data = rebuilt_workbook(
        [sheet([texts, ["=cmd|'/c calc'!A0", *texts[1:]]])], reply([point("Sheet1", "A2")])
    )
    page = opened(data)["Sheet1"]
    assert [cell.value for cell in page[1]][:-1] == texts[:-1]
    assert all(cell.data_type == "s" and cell.hyperlink is None for row in page.iter_rows() for cell in row)
    assert b"<f>" not in parts(data)["xl/worksheets/sheet1.xml"]


def test_values_keep_their_kind_and_place() -> None:
    values = [
        1,
        2.5,
        True,
        "x\x01y",
        date(2021, 5, 27),
        datetime(2021, 5, 27, 8, 30),
        clock(8, 30),
        7371120101800001,
    ]
    found = sheet([["Judul"], values], merged="A1:C1", errors={"B1": "#REF!"}, lembar="Data: [2021]/a")
    data = rebuilt_workbook([found], reply([point("Data: [2021]/a", "B2")]))
    page = opened(data).worksheets[1]
    assert [cell.value for cell in page[2]] == [
        1, 2.5, True, "xy", datetime(2021, 5, 27), datetime(2021, 5, 27, 8, 30), clock(8, 30), "7371120101800001",
    ]  # fmt: skip
    assert str(next(iter(page.merged_cells.ranges))) == "A1:C1"
    assert set(marks_in(data)[page.title]) == {"B2"}
    assert_valid(data)


def test_addresses_hold_where_a_sheet_leaves_rows_and_columns_out() -> None:
    found = sheet([["a", "b"], ["c", "d"]], first_row=70)
    found.letters[:] = ["C", "BZ"]
    data = rebuilt_workbook([found], reply([point("Sheet1", "BZ71"), point("Sheet1", "C70")]))
    page = opened(data)["Sheet1"]
    assert (page["C70"].value, page["BZ71"].value) == ("a", "d")
    assert set(marks_in(data)["Sheet1"]) == {"C70", "BZ71"}
    assert_valid(data)


def test_a_csv_becomes_a_sheet_named_after_it_and_twins_get_names_of_their_own() -> None:
    told = reply([point(None, "A1", "galat")], berkas="usulan ikm kabupaten barru triwulan iv 2021.csv")
    data = rebuilt_workbook([sheet([["x"]], lembar=None)], told)
    assert opened(data).sheetnames == ["Perbaikan", "usulan ikm kabupaten barru triw"]
    assert marks_in(data)["usulan ikm kabupaten barru triw"]["A1"][0] == RED
    twins = [sheet([["x"]], lembar=name) for name in ("a" * 40, "A" * 35, "Perbaikan", "'")]
    assert len(set(opened(rebuilt_workbook(twins, reply([]))).sheetnames)) == 5


def test_a_file_that_could_not_be_read_is_answered_with_the_list_alone() -> None:
    point_of_file = point(None, None, "galat", judul="Berkas terkunci")
    data = rebuilt_workbook([], reply([point_of_file]))
    assert opened(data).sheetnames == ["Perbaikan", "Data"]
    assert_valid(data)


def test_several_findings_of_one_cell_share_it() -> None:
    graves = [
        point("Data IKM", "B4", "peringatan", judul="Satu"), point("Data IKM", "B4", "galat", judul="Dua"),
        point("Data IKM", "B4", "peringatan", judul="Satu"),
        point("Data IKM", "C4", keadaan="terjawab", penjelasan="Memang begitu"),
        point("Lembar lain", "C4"),
    ]  # fmt: skip
    data = marked_workbook(
        books.plain().data, reply([*graves, graves[4]._replace(lembar="Data IKM", sel="??")])
    )
    found = marks_in(data)["Data IKM"]
    assert set(found) == {"B4", "C4"}
    colour, text = found["B4"]
    assert colour == RED
    assert text.count("SALAH: Dua") == text.count("DIRAGUKAN: Satu") == 1
    assert text.index("Dua") < text.index("Satu")
    assert found["C4"][0] == CALM
    assert "Penjelasan Anda: Memang begitu" in found["C4"][1]


def test_the_list_tells_all_that_became_of_the_file() -> None:
    told = reply(
        [point("Data IKM", "B4", "galat"), point("Data IKM", None, baris=6, nilai="=HYPERLINK(1)")],
        tabel=[TableCount("Data IKM", "Daftar IKM", "Kabupaten Barru", "2021", "dimuat_sebagian", 1234, 1200, 34, 9)],
        anggapan=[point("Data IKM", "E3", "info", judul="Skala")], selesai=[point("Data IKM", "E5")], menjawab="l.xlsx",
    )  # fmt: skip
    data = marked_workbook(books.plain().data, told)
    page = opened(data)["Perbaikan"]
    texts = [str(cell.value) for row in page.iter_rows() for cell in row if cell.value is not None]
    assert (
        "Temuan: 1 salah, 1 diragukan, 1 sudah diperbaiki. Data: 1.200 dari 1.234 baris dimuat, 34 ditahan"
        in texts[2]
    )
    for said in (
        "1.234 baris: 1.200 dimuat, 34 ditahan, 9 bukan data",
        "Dimuat sebagian",
        "Selesai",
        "=HYPERLINK(1)",
    ):
        assert said in texts
    assert any("Sudah diperbaiki sejak berkas l.xlsx" in text for text in texts)
    links = {cell.hyperlink.location for row in page.iter_rows() for cell in row if cell.hyperlink}
    assert {"'Data IKM'!B4", "'Data IKM'!A6", "'Data IKM'!E3", "'Data IKM'!E5"} <= links
    assert page.freeze_panes == "A9"
    assert (page.page_setup.orientation, page.sheet_properties.pageSetUpPr.fitToPage) == ("landscape", True)
    assert opened(data).active.title == "Perbaikan"


def test_ten_thousand_faults_give_ten_thousand_marks() -> None:
    import xlsxwriter

    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        page = book.add_worksheet("Data IKM")
        for row in range(2_000):
            page.write_row(row, 0, [f"isi {row}"] * 5)
    places = [f"{letter}{row}" for row in range(1, 2_001) for letter in "ABCDF"]
    began = time.perf_counter()
    data = marked_workbook(file.getvalue(), reply([point("Data IKM", place) for place in places]))
    assert time.perf_counter() - began < 20
    found = parts(data)
    assert found["xl/comments1.xml"].count(b"<comment ") == 10_000
    assert found["xl/worksheets/sheet2.xml"].count(b">DI_LUAR_DAFTAR#") == 10_000
    refs = re.findall(rb'<comment ref="([A-Z]+[0-9]+)"', found["xl/comments1.xml"])
    assert {ref.decode() for ref in refs} == set(places)
    cells = re.findall(rb'<c r="([A-Z]+[0-9]+)"( s=)?', found["xl/worksheets/sheet1.xml"])
    assert {place.decode() for place, style in cells if style} == set(places)
    assert_valid(data)


_CELL = (
    f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1"><v>{{}}</v></c></row></sheetData></worksheet>'
)
_BOMB = '<!DOCTYPE a [<!ENTITY b "c">]>'


@pytest.mark.parametrize(
    "data",
    [
        b"", b"no archive", b"PK\x03\x04 cut off", package(sheet=_BOMB + _CELL.format(5)),
        package(sheet=_CELL.format("</c>")), package(sheet=_CELL.format("&b;")), package(sheet=_CELL.format("5")[:-40]),
        changed(small(), **{"xl/styles.xml": _BOMB + "<styleSheet/>"}),
        changed(small(), **{"xl/workbook.xml": _BOMB + "<workbook/>"}),
        changed(small(), **{"xl/workbook.xml": "<workbook/>"}),
        changed(small(), **{"[Content_Types].xml": _BOMB + "<Types/>"}),
        changed(small(), **{"xl/worksheets/sheet1.xml": "<worksheet/>".encode("utf-16")}),
        changed(small(), **{"xl/worksheets/sheet1.xml": b"<?xml version='1.0' encoding='cp037'?><worksheet/>"}),
        package()[:-200],
    ],
    ids=range(14),
)  # fmt: skip
def test_what_cannot_be_marked_is_told_so(data: bytes) -> None:
    with pytest.raises(NotPatchable):
        marked_workbook(data, reply([point("A", "A1")]))


def test_damaged_packages_never_raise_anything_else() -> None:
    data = books.noted().data
    told = reply([point("Data IKM", "B4")])
    refused = marked = 0
    for at in range(0, len(data), 97):
        broken = data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1 :]
        try:
            marked += marked_workbook(broken, told)[:2] == b"PK"
        except NotPatchable:
            refused += 1
    assert refused and refused + marked == len(range(0, len(data), 97))
