"""What changed between two versions: rows matched, cells named, totals worked out by hand."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from flows.cli import main
from schemas.reports import spec, specs
from tests.deliveries import businesses, delivery, frame, load
from warehouse.difference import Difference, additive, compare
from warehouse.keys import masking_key
from warehouse.matching import match
from warehouse.publish import publish
from warehouse.records import BorrowedCell, ColumnOrigin
from warehouse.versions import Compared, Version, last_change, published

NIK = "7311014508790001"
LIST = businesses(0, 6)  # workers 2 3 4 5 6 2
REVISED: list[dict[str, Any]] = [
    *LIST[:3],
    {**LIST[3], "tenaga_kerja": 15, "nik": NIK, "komoditas": f"Abon, hubungi {NIK}"},
    # Row 4 is gone; row 5 moved up and its name is written otherwise, its NIK says who it is.
    {**LIST[5], "nama_usaha": "UD Lima", "nama_pemilik": "Haji Lima"},
    *businesses(50, 2),  # workers 2 3
]
COLUMNS = [ColumnOrigin("tenaga_kerja", "H", "TK"), ColumnOrigin("nik", "C", "NIK")]


def matched(laporan: str, old: list[dict[str, Any]], new: list[dict[str, Any]]) -> Any:
    return match(spec(laporan), frame(laporan, old, "73.11"), frame(laporan, new, "73.11"))


def test_rows_are_matched_one_to_one() -> None:
    found = matched("ikm", LIST, REVISED)
    assert found.sama == [(0, 0), (1, 1), (2, 2)]
    assert found.berubah == [(3, 3), (5, 4)]
    assert (found.hilang, found.tambah) == ([4], [5, 6])


@pytest.mark.parametrize(
    ("old", "new", "sizes"),
    [
        ([], [], (0, 0, 0, 0)),
        ([], LIST, (0, 0, 0, 6)),
        (LIST, [], (0, 0, 6, 0)),
        (LIST, list(reversed(LIST)), (6, 0, 0, 0)),
        # A row that stands twice is met twice, and once more is one more.
        ([LIST[0], LIST[0]], [LIST[0], LIST[0], LIST[0]], (2, 0, 0, 1)),
        # The likest of two rows of one name.
        ([LIST[0], {**LIST[0], "tenaga_kerja": 50}], [{**LIST[0], "tenaga_kerja": 51}], (0, 1, 1, 0)),
        (LIST, businesses(100, 6), (0, 0, 6, 6)),
    ],
)
def test_sizes(old: list[dict[str, Any]], new: list[dict[str, Any]], sizes: tuple[int, ...]) -> None:
    assert tuple(map(len, matched("ikm", old, new))) == sizes


def test_a_summary_in_which_every_number_changed_is_the_same_rows() -> None:
    rows = [{"kelompok": name, "jumlah_unit": n, "tenaga_kerja": 3 * n} for n, name in enumerate("ABC", 1)]
    found = matched("rekap", rows, [{**row, "jumlah_unit": 9, "tenaga_kerja": 99} for row in rows])
    assert found.berubah == [(0, 0), (1, 1), (2, 2)]


def test_what_may_be_added_up() -> None:
    sums = {one.name: {column.name for column in one.columns if additive(column)} for one in specs()}
    assert sums["bantuan_alat"] == {"nilai"}
    assert sums["anggaran"] == {"pagu", "realisasi"}
    assert sums["usulan"] == {"perkiraan_biaya"}
    assert sums["potensi"] == {"jumlah_pelaku"}
    assert "tahun_izin" not in sums["ikm"] and "kapasitas_produksi" not in sums["ikm"]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("rumah")
    load(
        place,
        delivery(
            "ikm",
            LIST,
            "a.xlsx",
            kiriman_id="A",
            columns=COLUMNS,
            elsewhere=[BorrowedCell(8, "tenaga_kerja", "H7")],
        ),
        delivery("ikm", businesses(200, 4), "kec lain.xlsx"),  # workers 2 3 4 5
        delivery("ikm", businesses(300, 2), "tetangga.xlsx", "73.10"),  # workers 2 3
        delivery("ikm", businesses(300, 2), "jauh.xlsx", "74.71"),
        delivery("ikm", REVISED, "b.xlsx", kiriman_id="B", columns=COLUMNS),
        delivery("ikm", businesses(0, 4), "2022.xlsx", periode="2022", kiriman_id="N"),
        delivery("rekap", [{"kelompok": "X", "jumlah_unit": 1}], "r.xlsx", kiriman_id="R"),
    )
    publish(place, (spec("ikm"), spec("rekap")), masking_key(place))
    return place


def difference(home: Path, old: str, new: str) -> Difference:
    with published(home) as con:
        return compare(con, spec("ikm"), Compared("ikm", Version((old,)), Version((new,))))


def test_cells_that_changed_with_their_addresses(home: Path) -> None:
    found = difference(home, "A", "B")
    assert (found.sama, len(found.berubah), len(found.tambah), len(found.hilang)) == (3, 2, 2, 1)
    cells = {cell.column.name: cell[1:] for cell in found.berubah[0].sel}
    assert cells["tenaga_kerja"] == ("H7", "H8", 5, 15)
    assert cells["nik"][:2] == ("C8", "C8")
    assert set(cells) == {"tenaga_kerja", "nik", "komoditas"}
    assert {cell.column.name for cell in found.berubah[1].sel} == {"nama_usaha", "nama_pemilik"}


def test_effect_on_district_and_province(home: Path) -> None:
    totals = {one.column.name if one.column else "": one for one in difference(home, "A", "B").jumlah}
    # 2 3 4 5 6 2 = 22; 2 3 4 15 2 and 2 3 = 31. Beside them 14 in the district and 5 in its neighbour.
    workers = totals["tenaga_kerja"]
    assert (workers.lama, workers.baru) == (22, 31)
    assert workers.wilayah == {"73.11": (36, 45), "73": (41, 50)}
    assert totals[""].wilayah == {"73.11": (10, 11), "73": (12, 13)}


def test_periods_of_which_no_total_can_be_made(home: Path) -> None:
    found = difference(home, "A", "N")
    assert found.periode == ["2021", "2022"] and found.jumlah[0].wilayah == {}


def test_the_last_change_of_a_unit(home: Path) -> None:
    with published(home) as con:
        found = last_change(con, "ikm", "73.11", None)
        assert found is not None and found.pada is not None
        assert (found.lama.kiriman, found.baru.kiriman) == (("A",), ("B",))
        assert last_change(con, "ikm", "73.11", "2021") == found
        assert last_change(con, "ikm", "73.11", "2022") is None
        assert last_change(con, "rekap", "73.11", None) is None


def run(capsys: pytest.CaptureFixture[str], *given: object) -> tuple[int, str, str]:
    capsys.readouterr()
    code = main([str(one) for one in given])
    told = capsys.readouterr()
    return code, told.out, told.err


def test_shown_without_what_is_personal(home: Path, capsys: Any) -> None:
    code, out, _ = run(capsys, "diff", "A", "B", "--home", home)
    assert code == 0
    assert "H7 5 → H8 15" in out and "3 sama, 2 berubah, 2 ditambahkan, 1 hilang" in out
    assert "berubah (data pribadi" in out
    for secret in (NIK, "Pemilik 5", "Haji Lima", "Jalan Rahasia"):
        assert secret not in out
    code, out, _ = run(
        capsys, "diff", "--wilayah", "73.11", "--laporan", "ikm", "--home", home, "--bahasa", "en"
    )
    assert code == 0 and "3 equal, 2 changed, 2 added, 1 gone" in out and "Sulawesi Selatan" in out
    _, out, _ = run(capsys, "diff", "A", "B", "--home", home, "--terbatas")
    assert NIK in out and "Haji Lima" in out


@pytest.mark.parametrize("form", ["csv", "json"])
def test_as_records(form: str, home: Path, capsys: Any) -> None:
    _, out, _ = run(capsys, "diff", "A", "B", "--home", home, "--format", form)
    records = json.loads(out) if form == "json" else list(csv.DictReader(io.StringIO(out)))
    changed = [one for one in records if one["jenis"] == "berubah" and one["kolom"] == "tenaga_kerja"]
    assert [(one["sel_lama"], str(one["nilai_lama"]), str(one["nilai_baru"])) for one in changed] == [
        ("H7", "5", "15")
    ]
    assert {str(one["baris_lama"]) for one in records if one["jenis"] == "hilang"} == {"9"}
    assert NIK not in out and "Pemilik" not in out


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (["A"], "--wilayah"),
        ([], "--wilayah"),
        (["A", "tidak-ada"], "tidak-ada"),
        (["A", "R"], "berlainan"),
        (["--wilayah", "73.10", "--laporan", "ikm"], "satu kali"),
        (["--wilayah", "99.99", "--laporan", "ikm"], "99.99"),
    ],
)
def test_nothing_to_compare_is_2(given: list[str], words: str, home: Path, capsys: Any) -> None:
    code, out, err = run(capsys, "diff", *given, "--home", home)
    assert code == 2 and words in err and not out


def test_an_addition_and_a_withdrawal_are_changes_too(tmp_path: Path, capsys: Any) -> None:
    load(tmp_path, delivery("ikm", LIST, "a.xlsx"), delivery("ikm", businesses(200, 4), "kec lain.xlsx"))
    publish(tmp_path, (spec("ikm"),), masking_key(tmp_path))
    asked = ("diff", "--wilayah", "73.11", "--laporan", "ikm", "--home", tmp_path)
    _, out, _ = run(capsys, *asked)
    assert "0 sama, 0 berubah, 4 ditambahkan, 0 hilang" in out and "lama: (kosong)" in out
    assert run(capsys, "withdraw", "kec lain.xlsx", "--alasan", "x", "--home", tmp_path)[0] == 0
    _, out, _ = run(capsys, *asked)
    assert "0 sama, 0 berubah, 0 ditambahkan, 4 hilang" in out and "baru: (kosong)" in out


def test_a_file_that_cannot_be_opened_is_2(home: Path, tmp_path: Path, capsys: Any) -> None:
    path = tmp_path / "warehouse" / "terbatas" / "ikm.duckdb"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"rusak")
    code, _, err = run(capsys, "diff", "A", "B", "--home", tmp_path)
    assert code == 2 and "tidak dapat dibuka" in err


def test_before_the_first_load(tmp_path: Path, capsys: Any) -> None:
    assert run(capsys, "diff", "A", "B", "--home", tmp_path)[0] == 2


def test_equal_cells_of_any_kind() -> None:
    rows = [{"nama_sentra": "S", "jumlah_unit": 5, "tahun_berdiri": 1999, "komoditas": None}]
    old = frame("sentra", rows, "73.11")
    assert match(spec("sentra"), old, old.with_columns(pl.col("baris") + 7)).sama == [(0, 0)]
