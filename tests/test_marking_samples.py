"""Every finding of every sample and case that names a cell is marked at that cell in the file that goes back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from flows.outputs.marking import NotPatchable, marked_workbook, rebuilt_workbook
from flows.take_in import check_paths
from tests.marking_checks import assert_valid, marks_in, merged_in, shown_at
from tests.marking_samples import SAMPLES, delivered, point_of, reply_of, sheets_of
from warehouse.records import Delivery

CASES = Path(__file__).parent.parent.parent / "shared" / "cases"
FOLDERS = [SAMPLES, *(path for path in (CASES / "ordinary", CASES / "special"))]


@pytest.fixture(scope="module", params=FOLDERS, ids=lambda path: path.name)
def answered(request: pytest.FixtureRequest) -> Iterator[list[tuple[Path, list[Delivery]]]]:
    folder: Path = request.param
    if not folder.is_dir():
        pytest.skip("the workbooks of the field are not at hand")
    by_file: dict[str, list[Delivery]] = defaultdict(list)
    for one in check_paths([path for path in sorted(folder.iterdir()) if path.name != "kebenaran.json"]):
        by_file[one.jalur].append(one)
    found = {path.name: path for path in folder.rglob("*") if path.is_file()}
    yield [(found[of[0].berkas], of) for of in by_file.values()]


def test_every_finding_with_an_address_is_marked_there(answered: list[tuple[Path, list[Delivery]]]) -> None:
    marked = 0
    for path, deliveries in answered:
        points = [point_of(one, row) for one in deliveries for row in one.findings]
        reply = reply_of(deliveries, points)
        own = path.suffix in (".xlsx", ".xlsm")
        try:
            data = marked_workbook(path.read_bytes(), reply)
        except NotPatchable:
            # What cannot be marked itself are other kinds of file, and those that could not be read at all.
            assert not own or all(one.laporan is None for one in deliveries), path.name
            data, own = rebuilt_workbook(sheets_of(path), reply), False
        assert_valid(data)
        found, merged = marks_in(data), merged_in(data)
        only = next(name for name in found if name != "Perbaikan")
        for one in points:
            if one.sel is None:
                continue
            sheet = one.lembar or only
            place = shown_at(merged[sheet], one.sel)
            assert place in found[sheet], f"{path.name}: {sheet}!{one.sel} {one.kode}"
            assert one.pesan[:60] in found[sheet][place][1]
            marked += 1
        wanted = {
            (one.lembar or only, shown_at(merged[one.lembar or only], one.sel)) for one in points if one.sel
        }
        assert sum(map(len, found.values())) == len(wanted), f"{path.name}: marks where nothing was found"
    assert marked >= 7


def test_awkward_tables_are_marked_where_they_stand(tmp_path: Path) -> None:
    """A table that begins in column C, with a repeated header, hidden rows and columns, and merged cells."""
    book = openpyxl.Workbook()
    page = book.active
    page.title = "Data"
    for row, text in enumerate(("DAFTAR IKM", "KABUPATEN BARRU", "TAHUN 2021"), start=1):
        page.cell(row, 3, text)
    heads = (
        "No",
        "Nama Usaha",
        "Nama Pemilik",
        "Kecamatan",
        "Desa/Kelurahan",
        "TK Lk",
        "TK Pr",
        "Nilai Investasi (Rp)",
    )
    rows = [[n, f"Usaha {n}", f"Pemilik {n}", None, "Coppo", n, 1, 5_000_000 + n] for n in range(1, 21)]
    rows[3][5], rows[7][7], rows[15][6], rows[18][7] = "dua puluhan?", "Rp128.820.00", -4, "??"
    line = 5
    for number, cells in enumerate(rows):
        if number in (0, 10):
            for column, head in enumerate(heads, start=3):
                page.cell(line, column, head)
            line += 1
        for column, value in enumerate(cells, start=3):
            page.cell(line, column, value)
        line += 1
    page["F6"], page["F17"] = "Barru", "Padang Antah"
    page.merge_cells("F6:F15")
    page.merge_cells("F17:F26")
    page.row_dimensions[9].hidden = page.row_dimensions[22].hidden = True
    page.column_dimensions["J"].hidden = True
    path = tmp_path / "ikm barru 2021.xlsx"
    book.save(path)
    deliveries = delivered(path)
    points = [point_of(one, row) for one in deliveries for row in one.findings]
    assert {"H9", "J13", "I22", "J25"} <= {one.sel for one in points}
    merged = {one.sel for one in points if one.sel and one.sel[0] == "F"}
    assert len(merged) >= 1, points
    found = marks_in(marked_workbook(path.read_bytes(), reply_of(deliveries, points)))["Data"]
    assert set(found) == {shown_at(["F6:F15", "F17:F26"], one.sel) for one in points if one.sel}
    for one in points:
        if one.sel:
            assert one.pesan in found[shown_at(["F6:F15", "F17:F26"], one.sel)][1]
