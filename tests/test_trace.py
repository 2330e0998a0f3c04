"""``ikm trace``: the cells behind a number, and that they make it; any other query gets a sentence."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from flows import cli
from flows.commands import trace as command
from flows.take_in import load_paths
from schemas.reports import specs
from tests.second_look import cells_of
from warehouse import trace as trace_module
from warehouse.readers import reading
from warehouse.trace import Traced, trace
from warehouse.trace_query import Untraceable

INBOX = Path(__file__).parent.parent / "samples" / "inbox"
FILES = [
    "73.11-Barru/DIREKTORI IKM KAB BARRU TAHUN 2021.xlsx",
    "DAK Sidrap Smt II 2021.xls",
    "Ps Murah Jeneponto (diskon) TA 2020.xls",
    "Lap. Pembinaan Pinrang Smt I 2022.xlsx",
    "Takalar - data IKM 2021.xlsx",
    "IKM_Soppeng_Smt II 2021.xls",
]
BARRU = "SELECT sum(nilai_investasi) FROM ikm WHERE kode_wilayah='73.11'"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six sample files, loaded into a home of its own."""
    home = tmp_path_factory.mktemp("home")
    load_paths([INBOX / name for name in FILES], home)
    return home


def traced(home: Path, query: str, restricted: bool = False) -> list[Traced]:
    with reading(home, restricted) as con:
        return trace(con, specs(), query)


def asked(home: Path, query: str) -> list[tuple[Any, ...]]:
    with reading(home, False) as con:
        return con.execute(query).fetchall()


def told(home: Path, capsys: Any, *arguments: str) -> tuple[int, str, str]:
    code = cli.main(["trace", *arguments, "--home", str(home)])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_the_cells_of_a_sum_stand_in_the_workbook_and_add_up(home: Path) -> None:
    (one,) = traced(home, BARRU)
    ((number,),) = asked(home, BARRU)
    there = cells_of(INBOX / FILES[0], "xlsx")
    assert one.cocok and one.hasil == number > 0
    assert sum(there[cell.lembar, cell.sel] for cell in one.cells) == number
    assert [cell.mentah for cell in one.cells] == [
        f"{there[cell.lembar, cell.sel]:.0f}" for cell in one.cells
    ]


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("SELECT count(*) FROM ikm", ["count(*)"]),
        ("SELECT count(*) AS n, sum(tenaga_kerja) AS tk FROM ikm ORDER BY 1", ["count(*)", "sum(tenaga_kerja)"]),
        ("SELECT count(nib) FROM ikm", ["count(nib)"]),
        ("SELECT count(DISTINCT kecamatan) FROM ikm", ["count(DISTINCT kecamatan)"]),
        ("SELECT avg(coalesce(tenaga_kerja, 0)) FROM ikm", ["avg(tenaga_kerja)"]),
        ("SELECT sum(tenaga_kerja)::BIGINT FROM ikm", ["sum(tenaga_kerja)"]),
        ("SELECT min(tanggal_mulai) AS a, max(anggaran) FROM pembinaan", ["min(tanggal_mulai)", "max(anggaran)"]),
        ("SELECT avg(realisasi_fisik) FROM anggaran", ["avg(realisasi_fisik)"]),
        ("SELECT sum(i.tenaga_kerja) FROM ikm i JOIN wilayah w USING (kode_wilayah)", ["sum(tenaga_kerja)"]),
        ("SELECT count(*) FILTER (tenaga_kerja > 5) FROM ikm WHERE nilai_investasi > 0", ["count(*)"]),
        ("SELECT avg(baris) FROM ikm WHERE kode_wilayah IN (SELECT kode_wilayah FROM wilayah)", ["avg(baris)"]),
        ("FROM main.IKM SELECT Count(*)", ["count(*)"]),
        ("SELECT max(nama_usaha) FROM ikm", ["max(nama_usaha)"]),
        ("SELECT count(periode) FROM ikm", ["count(periode)"]),
    ],
)  # fmt: skip
def test_what_can_be_traced(query: str, numbers: list[str], home: Path) -> None:
    found = traced(home, query)
    assert [one.angka for one in found] == numbers
    assert all(one.cocok and one.cells for one in found)
    assert sorted(str(one.hasil) for one in found) == sorted(
        str(value) for value in asked(home, query)[0][: len(numbers)]
    )


@pytest.mark.parametrize("by", ["kode_wilayah", "1", "ALL", "daerah"])
def test_group_by_group(by: str, home: Path) -> None:
    query = f"SELECT kode_wilayah AS daerah, sum(tenaga_kerja), count(*) FROM ikm GROUP BY {by} ORDER BY 2"
    found = traced(home, query)
    assert all(one.cocok for one in found)
    for place in (1, 2):
        sums = {row[0]: row[place] for row in asked(home, query)}
        name = ("sum(tenaga_kerja)", "count(*)")[place - 1]
        assert {next(iter(one.kelompok.values())): one.hasil for one in found if one.angka == name} == sums
    assert sum(bool(one.cells) for one in found) > 2


def test_a_sum_that_the_list_does_not_state_is_led_back_to_its_parts(home: Path) -> None:
    """Workers in two columns: the value is the sum of both, and both cells are named."""
    (one,) = traced(home, "SELECT sum(tenaga_kerja) FROM ikm WHERE kode_wilayah = '73.12'")
    parts = [cell for cell in one.cells if cell.langkah == "jumlah L + P"]
    assert one.cocok and parts
    for cell in parts:
        assert sum(int(part) for part in (cell.mentah or "").split(" + ")) == cell.nilai
        assert len((cell.sel or "").split(" + ")) == 2


def test_a_lowest_value_shows_the_cells_that_hold_it(home: Path) -> None:
    (one,) = traced(home, "SELECT min(tenaga_kerja) FROM ikm")
    assert {cell.nilai for cell in one.cells} == {one.hasil} and one.dibandingkan > len(one.cells)


def test_rows_that_a_join_counts_twice_are_named(home: Path, capsys: Any) -> None:
    query = "SELECT sum(tenaga_kerja) FROM ikm, wilayah w WHERE w.nama IN ('Barru', 'Gowa')"
    (one,) = traced(home, query)
    assert one.cocok and {cell.kali for cell in one.cells} == {2}
    code, out, _ = told(home, capsys, query)
    assert code == 0 and "lebih dari sekali karena JOIN" in out


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("SELEC", "trace.syntax"),
        ("DELETE FROM ikm", "trace.not_select"),
        ("SELECT count(*) FROM ikm; SELECT 1", "trace.not_select"),
        ("WITH a AS (SELECT 1) SELECT count(*) FROM ikm", "trace.shape"),
        ("SELECT count(*) FROM (SELECT * FROM ikm)", "trace.shape"),
        ("SELECT count(*) FROM ikm UNION SELECT 1", "trace.shape"),
        ("SELECT sum(tenaga_kerja) FROM ikm GROUP BY kode_wilayah HAVING count(*) > 1", "trace.shape"),
        ("SELECT sum(tenaga_kerja) FROM ikm GROUP BY ROLLUP (kode_wilayah)", "trace.shape"),
        ("SELECT kode_wilayah, count(*) FROM ikm GROUP BY 1 LIMIT 1", "trace.shape"),
        ("SELECT count(*) FROM ikm TABLESAMPLE 10%", "trace.shape"),
        ("SELECT count(*) FROM riwayat.ikm", "trace.shape"),
        ("SELECT count(*) FROM range(3)", "trace.shape"),
        ("SELECT nama_usaha FROM ikm", "trace.no_aggregate"),
        ("SELECT sum(tenaga_kerja) / 2 FROM ikm", "trace.no_aggregate"),
        ("SELECT sum(tenaga_kerja) OVER () FROM ikm", "trace.no_aggregate"),
        ("SELECT sum(tenaga_kerja * 2) FROM ikm", "trace.argument"),
        ("SELECT sum(DISTINCT tenaga_kerja) FROM ikm", "trace.argument"),
        ("SELECT sum(coalesce(tenaga_kerja, 7)) FROM ikm", "trace.argument"),
        ("SELECT sum(tidak_ada) FROM ikm", "trace.no_column"),
        ("SELECT count(w.nama) FROM ikm JOIN wilayah w USING (kode_wilayah)", "trace.no_column"),
        ("SELECT count(*) FROM kiriman", "trace.no_report"),
        ("SELECT count(*)", "trace.no_report"),
        ("SELECT count(*) FROM ikm, rekap", "trace.two_reports"),
        ("SELECT sum(daftar_jumlah_unit) FROM v_rekap_kabkota", "trace.view"),
        ("SELECT count(*) FROM asal", "trace.view"),
    ],
)
def test_anything_else_gets_a_sentence(query: str, key: str, home: Path, capsys: Any) -> None:
    with pytest.raises(Untraceable) as refused:
        traced(home, query)
    assert refused.value.key == key
    for bahasa in ("id", "en"):
        code, out, err = told(home, capsys, query, "--bahasa", bahasa)
        assert code == 2 and out == "" and len(err.strip()) > 20 and "{" not in err


def test_personal_columns_are_not_there_to_be_traced(home: Path, capsys: Any) -> None:
    query = "SELECT count(nik) FROM ikm WHERE kode_wilayah='73.11'"
    code, _, err = told(home, capsys, query)
    assert code == 2 and "nik" in err
    (one,) = traced(home, query, restricted=True)
    assert one.cocok and one.hasil > 0
    assert all(cell.mentah and cell.mentah.strip("' ") == cell.nilai for cell in one.cells)


def test_fifty_cells_are_shown_and_all_can_be_had(home: Path, tmp_path: Path, capsys: Any) -> None:
    (one,) = traced(home, BARRU)
    code, out, _ = told(home, capsys, BARRU)
    assert code == 0 and "Cocok: 220 sel" in out and "50 dari 220" in out
    assert out.count("DIREKTORI IKM") == 50
    code, out, err = told(home, capsys, BARRU, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [row["sel"] for row in rows] == [cell.sel for cell in one.cells] and "Cocok" in err
    target = tmp_path / "sel.xlsx"
    assert told(home, capsys, BARRU, "--format", "xlsx", "--keluar", str(target))[0] == 0
    assert openpyxl.load_workbook(target).active.max_row == 221
    (said,) = json.loads(told(home, capsys, BARRU, "--format", "json")[1])
    assert said["cocok"] and said["hasil"] == one.hasil and len(said["sel"]) == 220


def test_cells_that_do_not_add_up_are_said_loudly(
    home: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A cell lost on the way must not pass for the whole."""
    every = trace_module._cells

    def losing(*arguments: Any) -> Sequence[tuple[Any, ...]]:
        return every(*arguments)[1:]

    monkeypatch.setattr(trace_module, "_cells", losing)
    code, out, _ = told(home, capsys, BARRU)
    assert code == 1 and "TIDAK COCOK" in out
    monkeypatch.setattr(trace_module, "_cells", lambda *given: [(*row[:-1], True) for row in every(*given)])
    code, out, _ = told(home, capsys, BARRU)
    assert code == 1 and "TIDAK COCOK" in out and "220 sel tercatat" in out


def test_no_cells_are_no_number(home: Path, capsys: Any) -> None:
    code, out, _ = told(home, capsys, "SELECT sum(nilai_investasi) FROM ikm WHERE kode_wilayah = '99.99'")
    assert code == 0 and "Tidak ada sel di baliknya" in out


@pytest.mark.parametrize(("value", "bahasa", "words"), [
    (1234567, "id", "1.234.567"), (1234.5, "id", "1.234,5"), (1234.5, "en", "1,234.5"), (None, "id", "–"),
    (2.0, "id", "2"), ("Barru", "id", "Barru"),
])  # fmt: skip
def test_numbers_as_an_office_writes_them(value: Any, bahasa: Any, words: str) -> None:
    assert command._shown(value, bahasa) == words
