"""Which district and period a table reports on, wherever the workbook says so, and where it contradicts itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from flows.shapes import Context, Settled
from flows.steps.context import settle_context
from tests.sheets import Row, only_table, sheet, submission, tables_of

HEAD: Row = ("No", "Nama Usaha", "Nama Pemilik", "Komoditi", "Jumlah Tenaga Kerja", "Nilai Produksi (Rp)")
ROWS: list[Row] = [
    (1, "UD Sinar", "Rahman", "Abon ikan", 4, 25_000_000),
    (2, "Mekar", "Aminah", "Kue", 3, 12_500_000),
]
NOTHING_SETTLED = Settled()
NOWHERE = ("DAFTAR INDUSTRI KECIL",)


def settle(
    titles: Sequence[Row] = (),
    below: Sequence[Row] = (),
    *,
    berkas: str = "kiriman.xlsx",
    folder: str = "",
    lembar: str = "Sheet1",
    cover: Sequence[str] = (),
    settled: Settled = NOTHING_SETTLED,
    own: bool = False,
    head: Row = HEAD,
    rows: Sequence[Row] = ROWS,
) -> tuple[Context, set[str]]:
    one = sheet([*titles, (), head, *rows, *below], lembar=lembar)
    sent = submission(berkas, f"{folder}/{berkas}" if folder else berkas)
    context, findings = settle_context(sent, one, only_table(one), cover, settled, has_district_column=own)
    return context, {finding.kode for finding in findings}


def barru(**more: Any) -> tuple[Context, set[str]]:
    """A table whose title names Barru, so that only the period is open."""
    return settle([("DAFTAR IKM KABUPATEN BARRU",), *more.pop("titles", ())], **more)


# --- district ------------------------------------------------------------------------------------------

DISTRICTS: list[tuple[str, dict[str, Any], str]] = [
    ("title line", {"titles": [("DAFTAR IKM",), ("KABUPATEN BARRU",)]}, "73.11"),
    ("title line, abbreviated", {"titles": [("DAFTAR IKM KAB. BARRU",)]}, "73.11"),
    ("title names a kota", {"titles": [("DATA IKM KOTA PAREPARE",)]}, "73.72"),
    ("title with an alias", {"titles": [("DATA IKM KAB. PANGKEP",)]}, "73.10"),
    ("the longer name, not its beginning", {"titles": [("DATA IKM KAB. LUWU UTARA",)]}, "73.22"),
    ("the shorter name", {"titles": [("DATA IKM KAB. LUWU",)]}, "73.17"),
    ("office in the title", {"titles": [("DINAS PERINDUSTRIAN KABUPATEN SOPPENG",), NOWHERE]}, "73.12"),
    ("label and value", {"titles": [NOWHERE, ("Kabupaten", ": Barru")]}, "73.11"),
    ("label and value, three cells", {"titles": [NOWHERE, ("Kabupaten/Kota", ":", "Barru")]}, "73.11"),
    ("label and value in one cell", {"titles": [NOWHERE, ("Kabupaten : Barru",)]}, "73.11"),
    ("label and code", {"titles": [NOWHERE, ("Kode Wilayah", "73.11")]}, "73.11"),
    ("sheet name", {"lembar": "Barru"}, "73.11"),
    ("cover sheet", {"cover": ["LAPORAN", "KABUPATEN BARRU"]}, "73.11"),
    ("file name", {"berkas": "Data IKM Kab Barru final.xlsx"}, "73.11"),
    ("file name with underscores", {"berkas": "DATA_IKM_KAB._LUWU_TIMUR_2022.xlsx"}, "73.24"),
    ("folder", {"folder": "Kab. Barru/2021"}, "73.11"),
    ("signature", {"below": [(), (*[None] * 4, "Barru, 27 Januari 2022"), (*[None] * 4, "Kepala Dinas")]}, "73.11"),
    ("another province", {"titles": [("DAK IKM KOTA KENDARI",)]}, "74.71"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "wanted"), [case[1:] for case in DISTRICTS], ids=[case[0] for case in DISTRICTS]
)
def test_where_the_district_is_named(said: dict[str, Any], wanted: str) -> None:
    context, codes = settle(**said)
    assert context.kode_wilayah == wanted
    assert not {code for code in codes if code.startswith("WILAYAH")}
    assert context.sumber_wilayah


NOT_SETTLED: list[tuple[str, dict[str, Any], str]] = [
    ("nowhere", {}, "WILAYAH_TAK_DIKENAL"),
    ("a group of districts", {"titles": [("DATA IKM LUWU RAYA",)]}, "WILAYAH_AMBIGU"),
    ("Toraja, but which", {"titles": [("DATA IKM KAB. TORAJA",)]}, "WILAYAH_AMBIGU"),
    (
        "a code that BPS and Kemendagri read differently",
        {"titles": [NOWHERE, ("Kode Wilayah", "7308")]},
        "WILAYAH_AMBIGU",
    ),
    (
        "title against file name",
        {"titles": [("DATA IKM KAB. BARRU",)], "berkas": "IKM Kab Bone.xlsx"},
        "WILAYAH_BERTENTANGAN",
    ),
    (
        "title against sheet name",
        {"titles": [("DATA IKM KAB. BARRU",)], "lembar": "KAB. BONE"},
        "WILAYAH_BERTENTANGAN",
    ),
    ("title against folder", {"titles": [("DATA IKM KAB. BARRU",)], "folder": "Kab. Bone"}, "WILAYAH_BERTENTANGAN"),
    (
        "sheet name against file name",
        {"lembar": "Kab. Barru", "berkas": "IKM Kab. Bone.xlsx"},
        "WILAYAH_BERTENTANGAN",
    ),
    ("two in one title", {"titles": [("DATA IKM KAB. BARRU",), ("KABUPATEN BONE",)]}, "WILAYAH_BERTENTANGAN"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "code"), [case[1:] for case in NOT_SETTLED], ids=[case[0] for case in NOT_SETTLED]
)
def test_an_unknown_ambiguous_or_contradictory_district_refuses(said: dict[str, Any], code: str) -> None:
    context, codes = settle(**said)
    assert context.kode_wilayah is None
    assert code in codes


@pytest.mark.parametrize(
    "said",
    [
        {"titles": [("DATA IKM KAB. BARRU",)], "lembar": "Mallusetasi"},
        {"titles": [("DATA IKM KAB. BARRU",)], "berkas": "IKM Barru.xlsx", "folder": "Kab. Barru"},
        {"titles": [("DATA IKM KAB. GOWA",)], "lembar": "Kec. Tompobulu"},
        {"titles": [("DATA IKM KOTA MAKASSAR",)], "lembar": "Wajo"},  # a kecamatan of the city
        {"titles": [("KERJA SAMA KAB. BARRU",), ("dengan Politeknik ATI Makassar",)]},
        {"titles": [("PEMERINTAH PROVINSI SULAWESI SELATAN",), ("DATA IKM KAB. BARRU",)]},
    ],
)
def test_what_is_no_contradiction(said: dict[str, Any]) -> None:
    context, codes = settle(**said)
    assert not {code for code in codes if code.startswith("WILAYAH")}
    assert context.kode_wilayah in {"73.11", "73.06", "73.71"}


def test_names_inside_the_data_are_no_context() -> None:
    rows: list[Row] = [
        (1, "UD Bone Jaya", "Rahman", "Markisa Gowa", 4, 25_000_000),
        (2, "Toko Maros", "Ani", "Kue", 3, 1_000_000),
    ]
    context, codes = settle([("DATA IKM KAB. BARRU",)], rows=rows)
    assert context.kode_wilayah == "73.11"
    assert "WILAYAH_BERTENTANGAN" not in codes


def test_a_column_of_districts_leaves_the_table_without_one() -> None:
    context, codes = settle([("DATA IKM PROVINSI SULAWESI SELATAN TAHUN 2021",)], own=True)
    assert (context.kode_wilayah, context.periode, codes) == (None, "2021", set())


# --- period --------------------------------------------------------------------------------------------

PERIODS: list[tuple[str, dict[str, Any], str]] = [
    ("year", {"titles": [("TAHUN 2021",)]}, "2021"),
    ("budget year", {"titles": [("TAHUN ANGGARAN 2021",)]}, "2021"),
    ("quarter", {"titles": [("TRIWULAN II TAHUN 2021",)]}, "2021-T2"),
    ("quarter, abbreviated", {"titles": [("TW. III 2022",)]}, "2022-T3"),
    ("semester", {"titles": [("SEMESTER I TAHUN 2021",)]}, "2021-S1"),
    ("month", {"titles": [("BULAN JULI 2021",)]}, "2021-07"),
    ("months up to", {"titles": [("Januari s.d. Juni 2021",)]}, "2021-S1"),
    ("as of", {"titles": [("Keadaan s.d. Desember 2023",)]}, "2023-12"),
    ("labels apart", {"titles": [("Triwulan", ": II"), ("Tahun", ": 2021")]}, "2021-T2"),
    ("sheet name", {"lembar": "TW II 2021"}, "2021-T2"),
    ("file name", {"berkas": "IKM Smt I 2021 fix.xlsx"}, "2021-S1"),
    ("file name with underscores", {"berkas": "DATA_IKM_2022.xlsx"}, "2022"),
    ("folder", {"folder": "laporan/2021"}, "2021"),
    (
        "year in the title, quarter in the file name",
        {"titles": [("TAHUN 2021",)], "berkas": "IKM TW II 2021.xlsx"},
        "2021-T2",
    ),
    ("cover", {"cover": ["LAPORAN TAHUN 2021"]}, "2021"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "wanted"), [case[1:] for case in PERIODS], ids=[case[0] for case in PERIODS]
)
def test_where_the_period_is_named(said: dict[str, Any], wanted: str) -> None:
    context, codes = barru(**said)
    assert (context.periode, codes) == (wanted, set())
    assert context.sumber_periode


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({}, "PERIODE_TAK_DIKENAL"),
        ({"titles": [("TAHUN 2021",)], "berkas": "IKM 2022.xlsx"}, "PERIODE_BERTENTANGAN"),
        ({"titles": [("TRIWULAN I TAHUN 2021",)], "berkas": "IKM TW II 2021.xlsx"}, "PERIODE_BERTENTANGAN"),
        ({"titles": [("TAHUN 2021",)], "folder": "2020"}, "PERIODE_BERTENTANGAN"),
        ({"titles": [("TRIWULAN II",)]}, "PERIODE_TAK_DIKENAL"),
    ],
)
def test_an_unknown_or_contradictory_period_refuses(said: dict[str, Any], code: str) -> None:
    context, codes = barru(**said)
    assert context.periode is None
    assert code in codes


def test_the_date_of_the_signature_is_no_period() -> None:
    """A report on 2021 is signed in January 2022."""
    context, codes = barru(
        titles=[("TAHUN 2021",)], below=[(), (None, None, None, None, "Barru, 27 Januari 2022")]
    )
    assert (context.periode, codes) == ("2021", set())
    context, codes = barru(below=[(), (None, None, None, None, "Barru, 27 Januari 2022")])
    assert (context.periode, codes) == (None, {"PERIODE_TAK_DIKENAL"})


# --- what an officer settles ---------------------------------------------------------------------------


def test_the_officer_decides_over_whatever_the_workbook_says() -> None:
    said = Settled("73.08", "2020-T4")
    context, codes = settle([("DATA IKM KAB. BARRU TAHUN 2021",)], berkas="Kab Bone 2022.xlsx", settled=said)
    assert (context.kode_wilayah, context.periode, codes) == ("73.08", "2020-T4", set())
    assert context.sumber_wilayah == context.sumber_periode == "petugas"


def test_the_officer_may_settle_one_and_leave_the_other() -> None:
    context, codes = settle([NOWHERE, ("TAHUN 2021",)], settled=Settled(wilayah="73.08"))
    assert (context.kode_wilayah, context.periode, codes) == ("73.08", "2021", set())


def test_a_stacked_table_has_the_district_of_its_own_title() -> None:
    other: Row = ("No", "Tanggal", "Lokasi", "Nama Retail", "Nilai Transaksi (Rp)")
    rows: list[Row] = [
        ("DATA IKM KABUPATEN BARRU TAHUN 2021",), (), HEAD, *ROWS, (),
        ("PASAR MURAH KABUPATEN BONE TAHUN 2021",), (), other, (1, "5 Mei 2021", "Lapangan", "Toko Makmur", 70_000_000),
    ]  # fmt: skip
    one = sheet(rows)
    found = [
        settle_context(submission(), one, table, (), Settled(), has_district_column=False)[0]
        for table in tables_of(one)
    ]
    assert [context.kode_wilayah for context in found] == ["73.11", "73.08"]
