"""The views, on a small world whose answers are worked out by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from schemas.reports import specs
from tests.deliveries import ask, businesses, delivery, load
from warehouse.keys import masking_key
from warehouse.publish import publish
from warehouse.records import HeldRow
from warehouse.views import all_views, views_over


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
    rows = ask(path, "SELECT * FROM v_pembinaan_kabkota WHERE kode_wilayah = '73.11' ORDER BY metode")
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


def test_views_say_what_they_hold(path: Path) -> None:
    for view in all_views():
        shown = {
            name
            for (name,) in ask(
                path, f"SELECT column_name FROM duckdb_columns() WHERE table_name = '{view.name}'"
            )
        }
        assert set(view.columns) == shown
        for english in ("grain", "unit", "source", "caveat"):
            assert english in view.comment


def test_a_view_waits_for_its_tables() -> None:
    assert [view.name for view in views_over({"kiriman", "wilayah", "pembinaan"})] == ["v_pembinaan_kabkota"]
