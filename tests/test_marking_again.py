"""A marked workbook that comes back: read as if it had never been marked, answered, and marked anew."""

from __future__ import annotations

import io
import shutil
import subprocess
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from flows.grammar.returned import HEADINGS, TITLE, explanations_in, is_our_sheet
from flows.outputs.marking import marked_workbook, rebuilt_workbook
from flows.outputs.reply import point_id
from flows.take_in import check_paths
from tests import marking_books as books
from tests import marking_handmade as handmade
from tests.marking_checks import AMBER, RED, assert_valid, marks_in, parts, point, reply, sheets
from tests.marking_samples import SAMPLES, delivered, point_of, reply_of, sheets_of


def opened(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data))


def saved(book: Any) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def rows_of(data: bytes) -> list[list[object]]:
    page = opened(data).worksheets[0]
    return [[cell.value for cell in row] for row in page.iter_rows()]


def test_our_sheet_is_known_by_its_first_cell() -> None:
    assert is_our_sheet("PERBAIKAN DATA IKM · Kabupaten Barru (73.11)")
    assert is_our_sheet("  PERBAIKAN  DATA IKM")
    assert not any(
        map(is_our_sheet, (None, "", 5, "DATA IKM", "Laporan PERBAIKAN DATA IKM", "PERBAIKAN JALAN"))
    )


def test_explanations_are_read_back_by_the_id_of_their_finding() -> None:
    book = books.plain()
    points = [
        point("Data IKM", "B4"),
        point("Data IKM", "D6"),
        point("Data IKM", "E6", penjelasan="Memang begitu"),
    ]
    again = opened(marked_workbook(book.data, reply(points)))
    page = again["Perbaikan"]
    head = next(row for row in page.iter_rows() if row[0].value == "No")
    assert tuple(cell.value for cell in head) == HEADINGS
    page.cell(head[0].row + 2, 9).value = "  Tanggal memang belum ada "
    page.insert_rows(head[0].row + 1)
    answers = explanations_in([[cell.value for cell in row] for row in page.iter_rows()])
    assert answers == {point_id(points[1]): "Tanggal memang belum ada", point_id(points[2]): "Memang begitu"}
    assert page.column_dimensions["J"].hidden


def test_what_was_put_right_loses_its_marks_and_the_rest_keeps_them() -> None:
    book = books.styled()
    first = marked_workbook(book.data, reply([point(*mark, "galat") for mark in book.marks]))
    returned = opened(first)
    returned["Data IKM"]["E4"] = 1
    second = marked_workbook(
        saved(returned), reply([point("Data IKM", "B5"), point("Data IKM", "C6", "galat")])
    )
    assert_valid(second)
    found = marks_in(second)
    assert {sel: colour for sel, (colour, _) in found["Data IKM"].items()} == {"B5": AMBER, "C6": RED}
    again, before = opened(second), opened(book.data)
    assert again.sheetnames == ["Perbaikan", "Data IKM", "Tahun lalu"]
    for sel in ("E4", "D5"):
        assert again["Data IKM"][sel].fill.fgColor.rgb == before["Data IKM"][sel].fill.fgColor.rgb
        assert again["Data IKM"][sel].fill.patternType == before["Data IKM"][sel].fill.patternType
    assert again["Data IKM"]["J5"].fill.fgColor.rgb == "000000FF"
    assert again["Data IKM"]["E4"].number_format == "#,##0.00"
    assert sum(1 for row in again["Perbaikan"].iter_rows() if row[9].value and "#" in str(row[9].value)) == 2


def test_our_words_leave_the_office_s_comments_when_all_is_settled() -> None:
    book = books.noted()
    first = marked_workbook(book.data, reply([point(*mark) for mark in book.marks]))
    second = marked_workbook(first, reply([]))
    assert_valid(second)
    before, again = opened(book.data), opened(second)
    for sheet in before.sheetnames:
        for row in before[sheet].iter_rows():
            for cell in row:
                other = again[sheet][cell.coordinate]
                assert (other.comment and other.comment.text) == (cell.comment and cell.comment.text)
                assert other.fill.patternType == cell.fill.patternType
    assert marks_in(second) == {"Perbaikan": {}, "Data IKM": {}, "Lain": {}}


def test_marked_twice_is_marked_once() -> None:
    for make in (books.plain, books.commented, books.macros, handmade.threaded):
        book = make()
        told = reply([point(*mark) for mark in book.marks])
        once = marked_workbook(book.data, told)
        twice = marked_workbook(once, told)
        assert_valid(twice)
        assert marks_in(twice) == marks_in(once)
        for name, body in parts(once).items():
            if "omment" in name or name.endswith(".vml"):
                assert len(parts(twice)[name]) == len(body), name


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_workbook_that_libreoffice_saved_is_cleaned_as_well(tmp_path: Path) -> None:
    book = books.styled()
    (tmp_path / "a.xlsx").write_bytes(
        marked_workbook(book.data, reply([point(*mark) for mark in book.marks]))
    )
    command = [
        "soffice",
        f"-env:UserInstallation=file://{tmp_path}/profile",
        "--headless",
        "--convert-to",
        "xlsx",
    ]
    subprocess.run(
        [*command, "--outdir", str(tmp_path / "b"), str(tmp_path / "a.xlsx")], check=True, capture_output=True
    )
    data = marked_workbook((tmp_path / "b" / "a.xlsx").read_bytes(), reply([point("Data IKM", "B5")]))
    assert_valid(data)
    again = opened(data)
    assert again.sheetnames == ["Perbaikan", "Data IKM", "Tahun lalu"]
    assert set(marks_in(data)["Data IKM"]) == {"B5"}
    assert again["Data IKM"]["D5"].fill.patternType in (None, "none")
    assert again["Data IKM"]["D5"].comment is None


PATCHED = [
    "IKM Kab. Bone Thn 2022 (belum lengkap).xlsx", "Lap. Pembinaan Pinrang Smt I 2022.xlsx",
    "Bulukumba rekap & sentra 2021.xlsm", "potensi ikm pangkep per kec th 2022.xlsx", "data ikm kiriman dinas.xlsx",
    "formulir kosong Kab Enrekang 2022.xlsx",
]  # fmt: skip


def said(folder: Path, name: str) -> list[tuple[object, ...]]:
    """All that a load would make of a file: rows, findings, held rows, and the hash of the cells."""
    return [
        (
            one.laporan, one.lembar, one.kode_wilayah, one.periode, one.isi_sha256, one.rows_in, one.not_data,
            one.good.rows() if one.good is not None else None,
            list(one.held), [tuple(finding) for finding in one.findings],
        )
        for one in check_paths([folder / name])
    ]  # fmt: skip


@pytest.mark.parametrize("name", PATCHED)
def test_a_returned_workbook_reads_as_the_one_that_was_sent(name: str, tmp_path: Path) -> None:
    before = said(SAMPLES, name)
    deliveries = delivered(SAMPLES / name)
    points = [point_of(one, row) for one in deliveries for row in one.findings]
    data = marked_workbook((SAMPLES / name).read_bytes(), reply_of(deliveries, points))
    assert TITLE in str(rows_of(data)[0][0])
    (tmp_path / name).write_bytes(data)
    assert said(tmp_path, name) == before
    (tmp_path / name).write_bytes(marked_workbook(data, reply_of(deliveries, points[:1])))
    assert said(tmp_path, name) == before


def test_a_rebuilt_workbook_reads_with_the_same_rows(tmp_path: Path) -> None:
    for name in (
        "usulan IKM enrekang trw IV 2021.csv",
        "Kerjasama Kab Bone 2022.ods",
        "IKM_Soppeng_Smt II 2021.xls",
    ):
        before = delivered(SAMPLES / name)
        points = [point_of(one, row) for one in before for row in one.findings]
        path = tmp_path / f"{Path(name).stem}.xlsx"
        path.write_bytes(rebuilt_workbook(sheets_of(SAMPLES / name), reply_of(before, points)))
        after = delivered(path)
        assert [one.isi_sha256 for one in after] == [one.isi_sha256 for one in before], name
        assert [(one.rows_in, len(one.held)) for one in after] == [
            (one.rows_in, len(one.held)) for one in before
        ]


def test_the_list_takes_the_next_name_that_is_free() -> None:
    book = books.taken_name()
    data = marked_workbook(book.data, reply([point(*mark) for mark in book.marks]))
    assert next(iter(sheets(parts(data)))) == "Perbaikan (2)"
    assert opened(data)["perbaikan"]["A1"].value == "catatan kantor"
    again = marked_workbook(data, reply([]))
    assert list(sheets(parts(again))) == ["Perbaikan (2)", "Data IKM", "perbaikan"]


def test_the_reply_s_day_and_deadline_are_told() -> None:
    told = reply([], diterima_pada=datetime(2022, 3, 5), tenggat=datetime(2022, 12, 15), menjawab="lama.xlsx")
    rows = rows_of(marked_workbook(books.plain().data, told))
    assert rows[1][0] == (
        "Berkas: data.xlsx · diterima 5 Maret 2022 · perbaikan atas lama.xlsx · "
        "mohon dikirim kembali paling lambat 15 Desember 2022"
    )
    assert any("Tidak ada yang perlu diperbaiki" in str(row[0]) for row in rows)
