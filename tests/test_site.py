"""The nightly page: its figures, its words, and what must never be on it."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from flows import site
from flows.cli import main
from flows.outputs.site.classes import Shade, shade_at, shades_of, spread
from flows.outputs.site.data import Facts, Problem, Province, Sent, Value
from flows.outputs.site.figures import first_year, map_state
from flows.outputs.site.indicators import INDICATORS
from flows.outputs.site.page import page
from flows.outputs.site.reporting import kinds, matrix
from flows.outputs.site.totals import total_of
from flows.outputs.site.trend import trends
from flows.outputs.site.words import number, period, short_number, signed_percent
from flows.site import facts_of, write_page
from flows.site_reporting import owed
from schemas.district_names import districts
from schemas.tiles import tile_map
from tests.deliveries import delivery
from tests.question_world import World, world
from tests.site_world import SECRETS, SULSEL, activities, lists, province, refused, sentra

NOW = datetime(2022, 3, 20, 6, 0)
BY_KEY = {one.kunci: one for one in INDICATORS}
UNITS, WORKERS, MONEY, PRODUCTION, COMPLETE = (
    BY_KEY[name]
    for name in ("daftar_unit", "daftar_tenaga_kerja", "daftar_investasi", "daftar_produksi", "kelengkapan")
)


@pytest.fixture(scope="module")
def sulsel(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, World]:
    """The home of a province of 24 districts, and its published files."""
    home = tmp_path_factory.mktemp("sulsel") / "data"
    return home, world(home, *province(years=(2021, 2022)), today=date(2022, 3, 20))


def data_of(text: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', text, re.DOTALL)
    assert found is not None
    told: dict[str, Any] = json.loads(found[1])
    return told


def facts(**more: Any) -> Facts:
    """Facts of a province with three districts that has sent nothing, but for what is given."""
    known = {"73.09": "Maros", "73.10": "Pangkep", "73.11": "Barru"}
    given: dict[str, Any] = {
        "dibuat": NOW, "diterbitkan_pada": NOW, "jejak": "abc", "provinsi": [Province("73", "Sulsel", known)],
        "nilai": {}, "per_periode": {}, "hari_terakhir": None, "kedatangan": [], "terbaru": [], "triwulan": [],
        "keadaan": [], "wajib": [], "temuan": [], "tertahan": [], "arti": {}, "laporan": {},
    }  # fmt: skip
    return Facts(**{**given, **more})


def test_every_district_of_sulsel_has_a_tile_of_its_own_in_its_place() -> None:
    made = tile_map(SULSEL)
    assert made.letak
    assert {one.kode for one in made.petak} == set(SULSEL)
    assert len({(one.kolom, one.baris) for one in made.petak}) == 24
    at = {one.kode: one for one in made.petak}
    assert at["73.24"].kolom > at["73.22"].kolom, "Luwu Timur lies east of Luwu Utara"
    assert at["73.01"].baris == max(one.baris for one in made.petak), "Selayar lies south of all"


@pytest.mark.parametrize("codes", [SULSEL[:1], SULSEL[3:9]])
def test_part_of_a_province_keeps_its_places(codes: tuple[str, ...]) -> None:
    assert tile_map(codes).letak


def test_other_provinces_stand_in_rows_in_order_of_their_codes() -> None:
    for prefix in sorted({kode[:2] for kode in districts()} - {"73"}):
        codes = [kode for kode in districts() if kode.startswith(prefix)]
        made = tile_map(codes)
        assert not made.letak
        assert [one.kode for one in made.petak] == codes
        assert len({(one.kolom, one.baris) for one in made.petak}) == len(codes)
    assert not tile_map([*SULSEL, "74.71"]).letak
    assert tile_map([]).petak == ()


@pytest.mark.parametrize(
    ("values", "percent", "expected"),
    [
        ([], False, []),
        ([7], False, [Shade(7, 7, 1)]),
        ([3, 3, 9], False, [Shade(3, 3, 2), Shade(9, 9, 1)]),
        ([1, 2, 3, 4, 5, 6, 7, 8, 9, 1000], False,
         [Shade(1, 2, 2), Shade(3, 4, 2), Shade(5, 6, 2), Shade(7, 8, 2), Shade(9, 1000, 2)]),
        ([0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6], False,
         [Shade(0, 0, 6), Shade(1, 1, 1), Shade(2, 3, 2), Shade(4, 6, 3)]),
        ([0, 19.9, 20, 100], True,
         [Shade(0, 20, 2), Shade(20, 40, 1), Shade(40, 60, 0), Shade(60, 80, 0), Shade(80, 100, 1)]),
    ],
)  # fmt: skip
def test_the_shades_of_a_map(values: list[float], percent: bool, expected: list[Shade]) -> None:
    shades = shades_of(values, percent)
    assert shades == expected
    assert sum(one.banyak for one in shades) == len(values)
    order = [shade_at(value, shades, percent) for value in sorted(values)]
    assert order == sorted(order)
    assert set(order) <= {1, 2, 3, 4, 5}


def test_few_shades_are_far_apart() -> None:
    assert [spread(at, 1) for at in range(1)] == [3]
    assert [spread(at, 2) for at in range(2)] == [1, 5]
    assert [spread(at, 3) for at in range(3)] == [1, 3, 5]
    assert [spread(at, 5) for at in range(5)] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("value", "long", "short"),
    [
        (0, ("0", "0"), ("0", "0")),
        (None, ("–", "–"), ("–", "–")),
        (1463, ("1.463", "1,463"), ("1.463", "1,463")),
        (999_999, ("999.999", "999,999"), ("1 juta", "1 mn")),
        (1_250_000_000, ("1.250.000.000", "1,250,000,000"), ("1,3 miliar", "1.3 bn")),
        (2_340_000_000_000, ("2.340.000.000.000", "2,340,000,000,000"), ("2,3 triliun", "2.3 tn")),
        (12.25, ("12,3", "12.3"), ("12,3", "12.3")),
        (99.96, ("100", "100"), ("100", "100")),
        (-1_500_000, ("-1.500.000", "-1,500,000"), ("-1,5 juta", "-1.5 mn")),
    ],
)
def test_figures_in_both_languages(
    value: float | None, long: tuple[str, str], short: tuple[str, str]
) -> None:
    assert number(value) == long
    assert short_number(value) == short


@pytest.mark.parametrize(
    ("kode", "expected"),
    [
        ("2021", ("2021", "2021")),
        ("2021-S2", ("Smt II 2021", "H2 2021")),
        ("2021-T4", ("TW IV 2021", "Q4 2021")),
        ("2021-05", ("Mei 2021", "May 2021")),
        ("2021-T1, 2021-T2", ("TW I 2021, TW II 2021", "Q1 2021, Q2 2021")),
        (None, ("–", "–")),
        ("entah", ("entah", "entah")),
    ],
)
def test_periods_in_both_languages(kode: str | None, expected: tuple[str, str]) -> None:
    assert period(kode) == expected


def test_a_change_has_its_sign() -> None:
    assert signed_percent(3.44).id == "+3,4%"
    assert signed_percent(-8.0).en == "−8%"
    assert signed_percent(0.0).id == "0%"


def value(nilai: float | None, periode: str = "2022", **more: Any) -> Value:
    return Value(nilai, periode, NOW, **more)


CODES = ("73.09", "73.10", "73.11")


def test_a_total_says_how_many_districts_it_rests_on_and_compares_only_the_same_ones() -> None:
    cells = {("73.09", 2021): value(100), ("73.11", 2021): value(10), ("73.11", 2022): value(12),
             ("73.10", 2022): value(500)}  # fmt: skip
    made = total_of(UNITS, cells, CODES, 2022)
    assert (made.jumlah, made.melapor, made.seluruhnya) == (512, 2, 3)
    assert made.sama == pytest.approx(20)
    assert made.banyak_sama == 1
    assert total_of(UNITS, cells, CODES, 2020).jumlah is None


def test_flows_of_unlike_periods_are_not_added_up() -> None:
    cells = {("73.09", 2022): value(100, "2022"), ("73.11", 2022): value(10, "2022-T2")}
    assert total_of(PRODUCTION, cells, CODES, 2022).sebab == "panjang"
    assert total_of(UNITS, cells, CODES, 2022).jumlah == 110, "a stock is a stock at any time of the year"
    told = facts(nilai={"daftar_produksi": cells, "daftar_unit": cells})
    state = map_state(PRODUCTION, told, told.provinsi[0], 2022)
    assert "Tidak dijumlahkan" in state.kalimat.id
    assert "2 of 3" in state.kalimat.en
    assert "bukan jumlah provinsi" in map_state(UNITS, told, told.provinsi[0], 2022).kalimat.id


def test_percentages_are_added_before_they_are_divided() -> None:
    cells = {("73.09", 2022): value(100.0, bagian=(1, 1)), ("73.11", 2022): value(0.0, bagian=(0, 9))}
    assert total_of(COMPLETE, cells, CODES, 2022).jumlah == pytest.approx(10)


def test_rows_that_may_count_twice_are_said() -> None:
    told = facts(
        nilai={"daftar_unit": {("73.11", 2022): value(9)}, "daftar_berulang": {("73.11", 2022): value(4)}}
    )
    assert "4 baris mungkin terhitung dua kali" in map_state(UNITS, told, told.provinsi[0], 2022).kalimat.id


def test_no_data_is_no_zero() -> None:
    told = facts(nilai={"daftar_unit": {("73.11", 2022): value(0)}})
    state = map_state(UNITS, told, told.provinsi[0], 2022)
    assert state.angka["73.11"].warna > 0
    assert set(state.angka) == {"73.11"}


def test_the_year_shown_first_is_the_newest_that_is_not_nearly_empty() -> None:
    full = {(kode, 2022): value(1) for kode in CODES}
    told = facts(nilai={"daftar_unit": {**full, ("73.11", 2024): value(1)}})
    assert first_year(UNITS, told, told.provinsi[0]) == 2022
    assert first_year(WORKERS, told, told.provinsi[0]) is None


def test_a_trend_has_years_and_quarters_each_with_its_coverage() -> None:
    yearly = {("73.11", 2021): value(10), ("73.11", 2022): value(12), ("73.09", 2022): value(3)}
    quarterly = {("73.11", "2022-T1"): 11, ("73.11", "2022-T2"): 12}
    told = facts(nilai={"daftar_unit": yearly}, per_periode={"daftar_unit": quarterly})
    by_year, by_quarter = trends(UNITS, told, told.provinsi[0])
    assert [(one.nilai.id, one.total.melapor, one.perubahan.id) for one in by_year.batang] == [
        ("10", 1, ""),
        ("15", 2, "+20% (1)"),
    ]
    assert [one.periode.en for one in by_quarter.batang] == ["Q1 2022", "Q2 2022"]
    assert by_year.batang[-1].lebar == 100
    assert not by_year.batang[-1].penuh


def test_reports_that_are_owed_show_how_late_they_are() -> None:
    due = [Sent("ikm", "73.11", "2022-T1", "terlambat", 4, date(2022, 4, 14)),
           Sent("ikm", "73.09", "2022-T1", "tepat_waktu", None, date(2022, 4, 14)),
           Sent("ikm", "73.10", "2022-T1", "belum_masuk", 20, date(2022, 4, 14))]  # fmt: skip
    told = facts(wajib=due, laporan={"ikm": ("Direktori IKM", "Directory")})
    grid = matrix(told, told.wajib, told.provinsi[0])
    assert [(one.untuk.id, one.melapor, one.tepat, one.seluruhnya) for one in grid.kolom] == [
        ("TW I 2022", 2, 1, 3)
    ]
    text = page(told)
    assert "tenggat 14 Apr 2022" in text
    assert "s-belum_masuk" in text


# Pages of whole warehouses


def test_the_figures_are_those_of_the_tables(sulsel: tuple[Path, World]) -> None:
    home, made = sulsel
    told = data_of(page(facts_of(home, NOW)))["provinsi"]["73"]
    for kunci, asked in (
        ("daftar_unit", "count(*)"), ("daftar_tenaga_kerja", "sum(tenaga_kerja)"),
        ("daftar_investasi", "sum(nilai_investasi)"),
    ):  # fmt: skip
        rows = made.rows(
            f"SELECT kode_wilayah, {asked} FROM ikm WHERE periode = '2022' GROUP BY 1 ORDER BY 1"
        )
        assert {kode: figure[0] for kode, figure in told[kunci]["2022"]["a"].items()} == dict(rows)
        assert told[kunci]["2022"]["n"] == [len(rows), 24]
    held = made.rows("SELECT kode_wilayah, count(*) FROM karantina GROUP BY 1 ORDER BY 1")
    shown = {k: f[0] for year in told["ditahan"].values() for k, f in year["a"].items() if f[0]}
    assert shown == dict(held)
    some = made.rows("SELECT kode_wilayah, count(*) FROM pembinaan WHERE metode = 'pelatihan' AND periode = '2022' "
                     "GROUP BY 1 ORDER BY 1")  # fmt: skip
    assert {kode: figure[0] for kode, figure in told["pelatihan"]["2022"]["a"].items()} == dict(some)


def test_every_total_says_of_how_many(sulsel: tuple[Path, World]) -> None:
    told = data_of(page(facts_of(sulsel[0], NOW)))["provinsi"]["73"]
    sentences = [year["k"] for maps in told.values() for year in maps.values()]
    assert len(sentences) > 10
    assert [
        one for one in sentences if not re.search(r"dari (\d+ dari|seluruh) 24 kabupaten/kota", one[0])
    ] == []


def test_the_page_names_nobody(sulsel: tuple[Path, World]) -> None:
    text = page(facts_of(sulsel[0], NOW))
    assert [one for one in (*SECRETS, "Rahmawati") if one in text] == []
    assert ".xlsx" not in text


def test_the_page_is_the_same_for_the_same_warehouse_and_time(sulsel: tuple[Path, World]) -> None:
    assert page(facts_of(sulsel[0], NOW)) == page(facts_of(sulsel[0], NOW))


def test_the_page_asks_for_nothing_and_runs_only_what_it_brings(sulsel: tuple[Path, World]) -> None:
    text = page(facts_of(sulsel[0], NOW))
    assert len(text.encode()) < 500_000
    assert not re.search(r"https?:|//[a-z]|\bsrc=|@import|url\(", text)
    assert not re.search(r"<[^>]*\s(on[a-z]+|style)=", text)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
    assert policy is not None
    assert "default-src 'none'" in policy[1]
    assert "unsafe" not in policy[1]
    for element in ("style", "script"):
        (inside,) = re.findall(rf"<{element}>(.*?)</{element}>", text, re.DOTALL)
        known = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"{element}-src 'sha256-{known}'" in policy[1]


def test_whatever_stands_in_the_data_is_escaped() -> None:
    evil = "</script><script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
    told = facts(
        provinsi=[Province("73", evil, {"73.11": evil})],
        nilai={"daftar_unit": {("73.11", 2022): Value(1, evil, NOW)}},
        temuan=[Problem("73.11", evil, evil, 1)],
        jejak=evil,
        keadaan=[Sent("ikm", "73.11", "2022", "masuk")],
        laporan={"ikm": (evil, evil + "en")},
    )
    text = page(told)
    assert text.count("<script>") == 1
    assert "<img" not in text
    assert data_of(text)["periode"][evil] == [evil, evil]


def test_an_empty_warehouse_gives_a_page_that_says_so(home: Path) -> None:
    world(home)
    for bahasa, said in (("id", "Belum ada kiriman"), ("en", "Nothing has arrived yet")):
        text = write_page(home, bahasa, NOW).read_text(encoding="utf-8")  # type: ignore[arg-type]
        assert f'<html lang="{bahasa}">' in text
        assert said in text


def test_one_district_of_another_province(home: Path) -> None:
    world(home, lists("51.03", 2022, 4), activities("51.03", 2022, 2))
    text = page(facts_of(home, NOW))
    assert "Bali" in text
    assert "letaknya bukan letak geografis" in text
    assert "4 unit usaha, dari 1 dari 9 kabupaten/kota yang ada datanya: bukan jumlah provinsi." in text
    assert "Sulawesi Selatan" not in text


def test_all_districts_of_the_country_fit_on_a_page() -> None:
    whole: dict[str, dict[str, str]] = {}
    for kode, one in districts().items():
        whole.setdefault(kode[:2], {})[kode] = one.nama
    provinces = [Province(kode, f"Provinsi {kode}", named) for kode, named in whole.items()]
    cells = {
        one.kunci: {
            (kode, year): value(at * 977, f"{year}-T4", bagian=(1, 2)) for at, kode in enumerate(districts())
            for year in range(2018, 2023)
        }
        for one in INDICATORS
    }  # fmt: skip
    reports = {name: (name, name) for name in map("laporan {}".format, range(12))}
    sent = [Sent(name, kode, "2022", "masuk") for name in reports for kode in districts()]
    text = page(facts(provinsi=provinces, nilai=cells, keadaan=sent, laporan=reports))
    assert text.count('<a class="w') == len(districts())
    assert len(text.encode()) < 3_000_000


def test_a_refused_file_is_open_until_something_newer_comes(home: Path) -> None:
    world(home, refused("73.11", "KOLOM_WAJIB_TIDAK_ADA", "2022"), refused(None, "WILAYAH_AMBIGU"))
    told = facts_of(home, NOW)
    assert [one.temuan for one in told.temuan] == ["KOLOM_WAJIB_TIDAK_ADA", "WILAYAH_AMBIGU"]
    assert [(one.kode, one.ditolak) for one in told.tertahan] == [("73.11", 1), (None, 1)]
    world(home, lists("73.11", 2022, 3))
    told = facts_of(home, NOW)
    assert [one.temuan for one in told.temuan] == ["WILAYAH_AMBIGU"]
    assert [kind.kode for kind in kinds(told, None)] == ["WILAYAH_AMBIGU"]
    assert kinds(told, told.provinsi[0].kabkota) == []


def test_what_an_office_has_explained_is_not_open(home: Path) -> None:
    doubted = sentra("73.11", 2022)
    doubted.findings[1] = doubted.findings[1]._replace(penjelasan="benar begitu")
    world(home, doubted)
    assert [one.temuan for one in facts_of(home, NOW).temuan] == ["WAJIB_KOSONG"]


def test_arrivals_count_files_in_their_windows(home: Path) -> None:
    both = [lists("73.11", 2021, 2), delivery("rekap", [{"kelompok": "Barru", "jumlah_unit": 1}], "x.xlsx")]
    world(home, *both, lists("73.09", 2022, 2))
    told = facts_of(home, datetime(2022, 1, 18, 7, 0))
    assert told.hari_terakhir == datetime(2022, 1, 12)
    assert [(one.status, one.berkas) for one in told.kedatangan] == [("dimuat", (1, 2, 3))]
    assert facts_of(home, datetime(2023, 1, 1)).kedatangan[0].berkas == (1, 0, 0)


def test_a_published_file_without_due_dates_will_do(sulsel: tuple[Path, World]) -> None:
    from flows.site_questions import knows_due_dates
    from warehouse.readers import reading

    with reading(sulsel[0], False) as con:
        assert knows_due_dates(con) or owed(con) == []


def test_the_old_page_stays_until_the_new_one_is_whole(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    world(home, lists("73.11", 2022, 2))
    made = write_page(home, now=NOW)
    before = made.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(site.os, "replace", full)
    with pytest.raises(OSError):
        write_page(home, now=NOW)
    assert made.read_bytes() == before
    assert [one.name for one in made.parent.iterdir()] == ["index.html"]


def test_the_command_says_where_the_page_is_and_what_is_missing(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", "--home", str(home)]) == 2
    assert "ikm load" in capsys.readouterr().err
    world(home, lists("73.11", 2022, 2))
    assert main(["report", "--home", str(home), "--bahasa", "en"]) == 0
    said = capsys.readouterr().out
    assert str(home / "site" / "index.html") in said
    assert '<html lang="en">' in (home / "site" / "index.html").read_text(encoding="utf-8")
    (home / "site" / "index.html").unlink()
    (home / "site").rmdir()
    (home / "site").write_text("in the way")
    assert main(["report", "--home", str(home)]) == 2
    assert "site" in capsys.readouterr().err
