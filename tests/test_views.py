"""The views, on a small world whose answers are worked out by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from schemas.reports import specs
from tests.deliveries import START, ask, businesses, delivery, load
from warehouse.keys import masking_key
from warehouse.publish import publish
from warehouse.records import HeldRow
from warehouse.views import HEADS, View, all_views, part_of, views_over


def activity(name: str, method: str | None, people: int | None, budget: int | None) -> dict[str, Any]:
    return {"nama_kegiatan": name, "metode": method, "jumlah_peserta": people, "anggaran": budget}


def world() -> list[Any]:
    trained = [
        activity("Abon", "pelatihan", 30, 50_000_000),
        activity("Bandeng", "pelatihan", None, 20_000_000),
    ]
    later = [activity("Sutra", "pelatihan", 10, None), activity("Bengkel", "magang", 4, 5_000_000)]
    units = [
        {**row, "tenaga_kerja": workers, "tenaga_kerja_l": men, "tenaga_kerja_p": women}
        for row, workers, men, women in zip(
            businesses(0, 4), (5, None, None, None), (2, 1, 3, None), (3, 2, None, None), strict=True
        )
    ]
    by_place = [
        {"kelompok": "Barru", "jumlah_unit": 3, "tenaga_kerja": 9},
        {"kelompok": "Balusu", "jumlah_unit": 2, "tenaga_kerja": 4},
    ]
    by_branch = [{"kelompok": "Pangan", "jumlah_unit": 4, "tenaga_kerja": 12}]
    held = [HeldRow(40, {"nama_usaha": "X"}, ["GANDA"])]
    return [
        delivery("pembinaan", trained, "t1.xlsx", periode="2021-T1"),
        delivery("pembinaan", later, "t2.xlsx", periode="2021-T2"),
        delivery("ikm", units, "ikm.xlsx", held=held),
        delivery("rekap", by_branch, "cabang.xlsx"),
        delivery("rekap", by_place, "kecamatan.xlsx"),
        delivery("rekap", by_branch, "tetangga.xlsx", kode_wilayah="73.10"),
        delivery("ikm", [], "rusak.xlsx", good=None, kode_wilayah="73.09", rows_in=0, not_data=0),
        delivery(
            "pembinaan",
            [
                {**activity("Bambu", None, 8, None), "kode_wilayah": "73.06"},
                {**activity("Rotan", None, 9, None), "kode_wilayah": "73.07"},
            ],
            "provinsi.xlsx",
            kode_wilayah=None,
            periode="2021-T1",
        ),
    ]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    home = tmp_path_factory.mktemp("rumah")
    load(home, *world())
    yield publish(home, specs(), masking_key(home)).umum


def test_assistance_by_district(path: Path) -> None:
    rows = ask(
        path,
        "SELECT * EXCLUDE (provinsi, kabkota_melapor, kabkota_seluruhnya, per) FROM v_pembinaan_kabkota "
        "WHERE kode_wilayah = '73.11' ORDER BY metode",
    )
    assert rows == [
        ("73.11", "Barru", 2021, "2021-T2", "magang", 1, 4, None, None, 5_000_000, None, 0),
        ("73.11", "Barru", 2021, "2021-T1, 2021-T2", "pelatihan", 3, 40, None, None, 70_000_000, None, 1),
    ]
    others = ask(
        path, "SELECT kode_wilayah, jumlah_peserta FROM v_pembinaan_kabkota WHERE metode IS NULL ORDER BY 1"
    )
    assert others == [("73.06", 8), ("73.07", 9)]


def test_list_beside_summary(path: Path) -> None:
    columns = (
        "daftar_jumlah_unit, daftar_tenaga_kerja, unit_tanpa_tenaga_kerja, rekap_jumlah_unit, rekap_tenaga_kerja, "
        "selisih_jumlah_unit, selisih_tenaga_kerja, jumlah_kiriman_rekap, rekap_berbeda"
    )
    # Workers of the list: 5, 1 + 2, 3; the fourth states none. The summary by kecamatan came last.
    assert ask(path, f"SELECT {columns} FROM v_rekap_kabkota WHERE kode_wilayah = '73.11'") == [
        (4, 11, 1, 5, 13, -1, -2, 2, True)
    ]
    assert ask(path, f"SELECT {columns} FROM v_rekap_kabkota WHERE kode_wilayah = '73.10'") == [
        (None, None, None, 4, 12, None, None, 1, False)
    ]
    used = (
        "SELECT k.berkas FROM v_rekap_kabkota v JOIN kiriman k ON k.kiriman_id = v.kiriman_rekap "
        "WHERE v.kode_wilayah = '73.11'"
    )
    assert ask(path, used) == [("kecamatan.xlsx",)]


def test_who_has_reported(path: Path) -> None:
    assert ask(path, "SELECT DISTINCT laporan, periode FROM v_kelengkapan ORDER BY ALL") == [
        ("ikm", "2021"), ("pembinaan", "2021-T1"), ("pembinaan", "2021-T2"), ("rekap", "2021"),
    ]  # fmt: skip
    assert ask(path, "SELECT count(*), count(DISTINCT kode_wilayah) FROM v_kelengkapan") == [(4 * 24, 24)]
    seen = (
        "SELECT kode_wilayah, jumlah_kiriman, baris_dimuat, baris_karantina, sudah_lapor FROM v_kelengkapan "
        "WHERE laporan = '{}' AND periode = '{}' AND jumlah_kiriman > 0 ORDER BY 1"
    )
    assert ask(path, seen.format("ikm", "2021")) == [("73.09", 1, 0, 0, False), ("73.11", 1, 4, 1, True)]
    assert ask(path, seen.format("pembinaan", "2021-T1")) == [
        ("73.06", 1, 1, 0, True), ("73.07", 1, 1, 0, True), ("73.11", 1, 2, 0, True),
    ]  # fmt: skip
    assert ask(path, seen.format("rekap", "2021"))[1] == ("73.11", 2, 3, 0, True)


def test_districts_that_reported_and_when(path: Path) -> None:
    counted = "SELECT DISTINCT kabkota_melapor, kabkota_seluruhnya, per FROM "
    # Pembinaan of 73.11 came as the first two of nine files, a day apart; that of 73.06 and 73.07 as the eighth.
    first, second, eighth = (START + timedelta(days=days) for days in (0, 1, 7))
    assert ask(path, f"{counted} v_pembinaan_kabkota ORDER BY per") == [(3, 24, second), (3, 24, eighth)]
    assert ask(
        path,
        "SELECT per FROM unit_laporan WHERE laporan = 'pembinaan' AND kode_wilayah = '73.11' ORDER BY periode",
    ) == [(first,), (second,)]
    assert ask(path, "SELECT DISTINCT kabkota_melapor, kabkota_seluruhnya FROM v_rekap_kabkota") == [(2, 24)]
    assert ask(
        path,
        "SELECT sudah_lapor, count(*), min(kabkota_melapor) FROM v_kelengkapan "
        "WHERE laporan = 'ikm' GROUP BY 1 ORDER BY 1",
    ) == [(False, 23, 1), (True, 1, 1)]


def test_the_last_period_of_a_year(tmp_path: Path) -> None:
    periods = ("2021-S1", "2021-T3", "2021-07", "2022", "2022-T4", "2023-12", "2023-S2", "2023-T3")
    load(
        tmp_path,
        *(delivery("rekap", [{"kelompok": p, "jumlah_unit": 1}], f"{p}.xlsx", periode=p) for p in periods),
    )
    path = publish(tmp_path, specs(), masking_key(tmp_path)).umum
    shown = (
        "SELECT periode, periode_selesai::VARCHAR, lama_bulan, terakhir FROM unit_laporan ORDER BY periode"
    )
    assert ask(path, shown) == [
        ("2021-07", "2021-07-31", 1, False),
        ("2021-S1", "2021-06-30", 6, False),
        ("2021-T3", "2021-09-30", 3, True),
        ("2022", "2022-12-31", 12, False),
        ("2022-T4", "2022-12-31", 3, True),  # ends with the year's report and came after it
        ("2023-12", "2023-12-31", 1, False),
        ("2023-S2", "2023-12-31", 6, True),
        ("2023-T3", "2023-09-30", 3, False),
    ]


def test_views_say_what_they_hold(path: Path) -> None:
    for view in all_views():
        shown = {
            name
            for (name,) in ask(
                path, f"SELECT column_name FROM duckdb_columns() WHERE table_name = '{view.name}'"
            )
        }
        assert set(view.columns) == shown
        for head in HEADS:
            assert all(part_of(view.comment, head))
        for comment in view.columns.values():
            assert re.fullmatch(r"[^|]+\. \| [^|]+\.", comment), (view.name, comment)
            assert ("Satuan: " in comment) == ("Unit: " in comment), (view.name, comment)


@pytest.mark.parametrize("view", all_views(), ids=lambda view: view.name)
def test_no_view_asks_by_exists(view: View) -> None:
    """DuckDB 1.5.5 answers EXISTS over <> and a range with NULLs wrongly, without a word; a join is right."""
    assert not re.search(r"\bEXISTS\b", view.sql)


def test_every_number_of_a_view_has_a_unit(path: Path) -> None:
    numbers = ask(
        path,
        "SELECT table_name, column_name, comment FROM duckdb_columns() WHERE database_name = 'ikm' "
        "AND (data_type IN ('BIGINT', 'INTEGER', 'DOUBLE', 'HUGEINT') OR data_type LIKE 'DECIMAL%')",
    )
    names = {view.name for view in all_views()}
    counted = {(table, column): comment for table, column, comment in numbers if table in names}
    assert len(counted) > 200
    bare = {column for (_, column), comment in counted.items() if "Satuan: " not in comment}
    assert bare == {"baris", "triwulan", "prioritas"}  # numbers of rows, quarters and ranks count nothing


def test_every_question_has_an_as_of_and_says_how_many_reported(path: Path) -> None:
    for view in all_views():
        if view.name in WITHOUT_DISTRICTS or "Dasar pandangan lain" in view.comment or view.kind == "TABLE":
            continue
        assert {"kabkota_melapor", "kabkota_seluruhnya"} <= set(view.columns), view.name
        assert {"per", "terakhir_diterima"} & set(view.columns), view.name


#: About the files, the dictionary and the calendar, not about what districts of a province reported.
WITHOUT_DISTRICTS = {"v_kamus", "v_data_pribadi", "v_hari_ini"}


def test_an_empty_warehouse_answers_every_question(tmp_path: Path) -> None:
    made = publish(tmp_path, specs(), masking_key(tmp_path))
    for path in made[:2]:
        for view in all_views():
            rows = ask(path, f"SELECT * FROM {view.name}")
            assert rows == [] or view.name in WITHOUT_DISTRICTS, view.name


def test_both_files_give_the_same_answers(tmp_path: Path, path: Path) -> None:
    restricted = path.parent / "terbatas" / "ikm.duckdb"
    for view in all_views():
        query = f"SELECT * FROM {view.name} ORDER BY ALL"
        assert ask(path, query) == ask(restricted, query), view.name


def test_a_view_waits_for_its_tables() -> None:
    there = {"kiriman", "kiriman_wilayah", "wilayah"}
    alone = [view.name for view in views_over(there)]
    assert alone == ["unit_laporan", "lapor_tahun", "v_sumber_angka"]
    more = [view.name for view in views_over(there | {"pembinaan"})]
    assert set(more) - set(alone) == {
        "v_biaya_peserta_hari", "v_pembinaan_kabkota", "v_pembinaan_sekali",
    }  # fmt: skip
    assert more.index("v_pembinaan_sekali") < more.index("v_pembinaan_kabkota")
