"""Which column of the report each physical column is, by its heading and by what stands below it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.steps.headers import district_column, name_columns
from tests.sheets import BARRU_2021, TITLE, Row, columns_of, only_table, sheet

NAMES = ("UD Sinar Bahari", "Mekar Jaya", "CV Karya Bambu", "Tunas Muda")
OWNERS = ("Rahman", "Sitti Aminah", "Abdul Malik", "Hasan Basri")
NIKS = ("7311014507850001", "7311020101900002", "7311031212750003", "7311042008880004")
NIBS = ("8120001234567", "9120009876543", "1234000056789", "8120001234599")
PHONES = ("081234567890", "085240001234", "082187654321", "081342345678")
PLACES = ("Barru", "Mallusetasi", "Balusu", "Tanete Rilau")
GOODS = ("Abon ikan", "Kue kering", "Anyaman bambu", "Tenun sutera")
BRANCHES = ("Pangan", "Pangan", "Kerajinan", "Sandang")
MONEY = (25_000_000, 12_500_000, 40_000_000, 8_000_000)
COUNTS = (4, 3, 7, 5)


def table_of(*columns: tuple[Any, Sequence[Any]], titles: Sequence[Row] = TITLE) -> Any:
    """A table of a running number and the given columns: heading, values."""
    head: Row = ("No", *(heading for heading, _ in columns))
    rows: list[Row] = [
        (number, *cells)
        for number, cells in enumerate(zip(*(values for _, values in columns), strict=True), 1)
    ]
    return only_table(sheet([*titles, head, *rows]))


def findings_of(table: Any) -> dict[str, str | None]:
    """Code → the heading or column that it is about."""
    _, _, findings = name_columns(table, BARRU_2021)
    return {one.kode: one.nilai or one.kolom for one in findings}


BASE = (("Nama Usaha", NAMES), ("Nama Pemilik", OWNERS))


def test_headings_name_their_columns() -> None:
    table = table_of(
        *BASE, ("NIK", NIKS), ("NIB", NIBS), ("Kec.", PLACES), ("No. HP", PHONES), ("TK", COUNTS)
    )
    assert columns_of(table) == {
        "nama_usaha": "B", "nama_pemilik": "C", "nik": "D", "nib": "E", "kecamatan": "F", "telepon": "G",
        "tenaga_kerja": "H",
    }  # fmt: skip
    assert findings_of(table) == {}


@pytest.mark.parametrize(
    ("heading", "values", "column"),
    [
        ("No. Identitas", NIKS, "nik"),
        ("Kontak", PHONES, "telepon"),
        ("Nomor Kontak", PHONES, "telepon"),
        ("Wilayah Kecamatan", PLACES, "kecamatan"),
        ("Komoditi", GOODS, "komoditas"),
        ("Komoditi", BRANCHES, "cabang_industri"),
        ("Jenis Industri", BRANCHES, "cabang_industri"),
        ("L/P", ("L", "P", "L", "L"), "jenis_kelamin"),
        ("Kelamin", ("Laki-laki", "Perempuan", "Laki-laki", "L"), "jenis_kelamin"),
    ],
)
def test_values_decide_where_a_heading_is_vague(heading: str, values: Sequence[Any], column: str) -> None:
    assert columns_of(table_of(*BASE, (heading, values), ("Omzet (Rp)", MONEY))).get(column) == "D"


def test_komoditi_may_be_the_branch_while_the_product_has_its_own_column() -> None:
    found = columns_of(table_of(*BASE, ("Komoditi", BRANCHES), ("Nama Produk", GOODS)))
    assert (found["cabang_industri"], found["komoditas"]) == ("D", "E")


@pytest.mark.parametrize(
    ("heading", "values", "never"),
    [
        ("NIK", GOODS, "nik"),
        ("Nilai Investasi (%)", (10, 20, 30, 40), "nilai_investasi"),
        ("NIB", NIKS, "nib"),
        ("Telepon", OWNERS, "telepon"),
    ],
)
def test_values_that_cannot_be_the_column_are_not_loaded_as_it(
    heading: str, values: Sequence[Any], never: str
) -> None:
    found = columns_of(table_of(*BASE, (heading, values), ("Omzet (Rp)", MONEY)))
    assert found.get(never) != "D"


def test_an_unknown_column_is_reported_with_its_cell() -> None:
    table = table_of(*BASE, ("Warna Kemasan Kesukaan", ("merah", "biru", "putih", "hijau")))
    named, _, findings = name_columns(table, BARRU_2021)
    assert {one.kolom for one in named} == {"nama_usaha", "nama_pemilik"}
    assert [(one.kode, one.sel, one.baris) for one in findings] == [("KOLOM_TAK_DIKENAL", "D5", 5)]


def test_an_unknown_column_without_values_is_not_worth_a_word() -> None:
    assert findings_of(table_of(*BASE, ("Warna Kemasan Kesukaan", (None,) * 4))) == {}


@pytest.mark.parametrize("heading", ["No. Urut", "Keterangan", "NPWP", "Email", "Tanda Tangan"])
def test_columns_that_districts_keep_for_themselves_raise_nothing(heading: str) -> None:
    table = table_of(*BASE, ("Omzet (Rp)", MONEY), (heading, ("a", "b", "c", "d")))
    assert "E" not in columns_of(table).values()
    assert findings_of(table) == {}


@pytest.mark.parametrize(
    ("heading", "column", "values"),
    [
        ("Nilai Investasi (Rp)", "nilai_investasi", MONEY),
        ("Nilai Produksi (Rp)", "nilai_produksi", MONEY),
        ("Jumlah Tenaga Kerja", "tenaga_kerja", COUNTS),
    ],
)
def test_of_a_column_that_stands_twice_neither_is_loaded_unless_both_say_the_same(
    heading: str, column: str, values: Sequence[int]
) -> None:
    found = {"nama_usaha": "B", "nama_pemilik": "C"}
    differing = table_of(*BASE, (heading, values), (heading, values[::-1]))
    assert columns_of(differing) == found
    assert findings_of(differing) == {"KOLOM_GANDA": heading}
    alike = table_of(*BASE, (heading, values), (heading, values))
    assert columns_of(alike) == {**found, column: "D"}
    assert findings_of(alike) == {"KOLOM_GANDA": heading}


def test_a_required_column_that_is_missing_is_reported() -> None:
    head: Row = ("No", "Tanggal", "Lokasi", "Nama Retail", "Jumlah Pembeli")
    rows: list[Row] = [("LAPORAN PASAR MURAH",), (), head, (1, "5 Mei 2021", "Lapangan", "Toko Makmur", 300)]
    assert findings_of(only_table(sheet(rows))) == {"KOLOM_WAJIB_TIDAK_ADA": "nilai_transaksi"}


IKM_BASE = (*BASE, ("Nilai Produksi (Rp)", MONEY), ("Jumlah Tenaga Kerja", COUNTS))
IKM_FOUND = {"nama_usaha": "B", "nama_pemilik": "C", "nilai_produksi": "D", "tenaga_kerja": "E"}
BUDGET_BASE = (
    ("Nama Kegiatan", GOODS),
    ("Sumber Dana", ("APBN", "DAK Fisik", "APBD Provinsi", "CSR")),
    ("Pagu (Rp)", MONEY),
    ("Realisasi (Rp)", tuple(amount // 2 for amount in MONEY)),
)
BUDGET_FOUND = {"nama_kegiatan": "B", "sumber_dana": "C", "pagu": "D", "realisasi": "E"}
# title, columns of ours, where they are, values of a column that is none of ours, headings of it
FOREIGN: list[tuple[str, tuple[tuple[str, Sequence[Any]], ...], dict[str, str], Sequence[Any], str]] = [
    (
        "DAFTAR IKM", IKM_BASE, IKM_FOUND, MONEY[::-1],
        "Nilai Produksi Tahun Lalu (Rp); Target Nilai Produksi (Rp); Nilai Produksi 2020; Nilai Penjualan Ekspor (Rp); "
        "Pinjaman Bank (Rp); Pajak (Rp); Laba (Rp); Upah Tenaga Kerja (Rp); Biaya Listrik (Rp); Harga Jual (Rp); "
        "Nilai Tanah dan Bangunan (Rp)",
    ),
    (
        "DAFTAR IKM", IKM_BASE, IKM_FOUND, COUNTS[::-1],
        "Jumlah Mesin; Tenaga Kerja Tahun Lalu; Tenaga Kerja Asing; Jumlah Cabang; Umur Pemilik; Hari Kerja",
    ),
    (
        "REALISASI ANGGARAN", BUDGET_BASE, BUDGET_FOUND, tuple(amount // 3 for amount in MONEY),
        "Sisa Anggaran (Rp); Realisasi Bulan Lalu (Rp); Realisasi s.d. Bulan Lalu (Rp); Realisasi Tahun Lalu (Rp); "
        "Target Keuangan (Rp); Nilai Kontrak (Rp)",
    ),
    ("REALISASI ANGGARAN", BUDGET_BASE, BUDGET_FOUND, (50, 60, 70, 80), "Keuangan (%); Target Fisik (%); Deviasi (%)"),
    (
        "DATA SENTRA", (("Nama Sentra", NAMES), ("Jumlah Unit Usaha", COUNTS)),
        {"nama_sentra": "B", "jumlah_unit": "C"}, COUNTS[::-1], "Jumlah Unit Rencana; Unit Aktif; Luas (m2)",
    ),
    (
        "REKAPITULASI IKM", (("Kecamatan", PLACES), ("Unit Usaha", COUNTS), ("Tenaga Kerja", COUNTS)),
        {"kelompok": "B", "jumlah_unit": "C", "tenaga_kerja": "D"}, COUNTS[::-1],
        "Unit Usaha Formal; Unit Usaha Tahun Lalu; Jumlah Desa; TK Laki-laki",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "columns", "found", "values", "heading"),
    [(*case[:4], heading) for case in FOREIGN for heading in case[4].split("; ")],
    ids=[heading for case in FOREIGN for heading in case[4].split("; ")],
)
def test_a_column_of_another_meaning_is_not_loaded_and_pushes_none_aside(
    title: str, columns: Any, found: dict[str, str], values: Sequence[Any], heading: str
) -> None:
    """Last year's production is not this year's, and must not send this year's into the capacity."""
    titles: list[Row] = [(title,), ("KABUPATEN BARRU TAHUN 2021",), ()]
    assert columns_of(table_of(*columns, (heading, values), titles=titles)) == found


@pytest.mark.parametrize(
    ("heading", "titles", "scale"),
    [
        ("Nilai Produksi (Rp)", (), 1),
        ("Nilai Produksi (Rp.)", (), 1),
        ("Nilai Produksi", (), 1),
        ("Nilai Produksi (Rp.000)", (), 1_000),
        ("Nilai Produksi (Rp. 000)", (), 1_000),
        ("Nilai Produksi (000 Rp)", (), 1_000),
        ("Nilai Produksi (Rp x 1.000)", (), 1_000),
        ("Nilai Produksi (dalam ribuan)", (), 1_000),
        ("Nilai Produksi (Rp Juta)", (), 1_000_000),
        ("Nilai Produksi (Juta Rp)", (), 1_000_000),
        ("Nilai Produksi (Milyar Rupiah)", (), 1_000_000_000),
        ("Nilai Produksi", (("(dalam ribuan rupiah)",),), 1_000),
        ("Nilai Produksi (Rp Juta)", (("(dalam ribuan rupiah)",),), 1_000_000),
    ],
)
def test_the_scale_of_money(heading: str, titles: Sequence[Row], scale: int) -> None:
    table = table_of(*BASE, (heading, MONEY), titles=[*TITLE[:3], *titles, ()])
    named, _, _ = name_columns(table, BARRU_2021)
    assert [one.scale for one in named if one.kolom == "nilai_produksi"] == [scale]


def test_the_scale_holds_for_money_only() -> None:
    table = table_of(
        *BASE,
        ("Jumlah Tenaga Kerja", COUNTS),
        ("Nilai Produksi", MONEY),
        titles=[*TITLE[:3], ("(dalam ribuan rupiah)",), ()],
    )
    named, _, _ = name_columns(table, BARRU_2021)
    assert {one.kolom: one.scale for one in named if one.kolom in {"tenaga_kerja", "nilai_produksi"}} == {
        "tenaga_kerja": 1, "nilai_produksi": 1_000,
    }  # fmt: skip


def test_two_columns_of_ticks_are_one_gender() -> None:
    head: Row = ("No", "Nama Peserta", "L", "P", "Nama Kegiatan")
    rows: list[Row] = [
        ("DAFTAR PESERTA PELATIHAN",), (), head,
        (1, "Rahman", "v", None, "Pelatihan kemasan"), (2, "Aminah", None, "√", "Pelatihan kemasan"),
    ]  # fmt: skip
    named, _, _ = name_columns(only_table(sheet(rows)), BARRU_2021)
    assert {one.part: one.column for one in named if one.kolom == "jenis_kelamin"} == {"L": 2, "P": 3}


def test_numbers_under_l_and_p_are_no_ticks() -> None:
    head: list[Row] = [
        ("No", "Nama Usaha", "Nama Pemilik", "Tenaga Kerja", None),
        (None, None, None, "L", "P"),
    ]
    rows: list[Row] = [*TITLE, *head, (1, "UD Sinar", "Rahman", 4, 2), (2, "Mekar", "Aminah", 0, 3)]
    found = columns_of(only_table(sheet(rows, merged="D5:E5")))
    assert (found["tenaga_kerja_l"], found["tenaga_kerja_p"], found.get("jenis_kelamin")) == ("D", "E", None)


def test_a_column_of_districts() -> None:
    head: Row = ("No", "Kab/Kota", "Kegiatan", "Sumber Dana", "Pagu (Rp)")
    rows: list[Row] = [
        ("REALISASI ANGGARAN TAHUN 2021",), (), head,
        (1, "Barru", "Pelatihan", "DAK Nonfisik", 5_000_000), (2, "Kota Parepare", "Magang", "APBN", 6_000_000),
    ]  # fmt: skip
    found = district_column(only_table(sheet(rows)))
    assert found is not None and (found.kolom, found.column) == ("kode_wilayah", 1)
    assert district_column(table_of(*BASE, ("Kecamatan", PLACES))) is None


def test_a_label_above_the_list_holds_for_every_row() -> None:
    rows: list[Row] = [
        ("DAFTAR PESERTA",), ("Kegiatan", ": Pelatihan pengemasan"), ("Tanggal : 3 s/d 5 Mei 2021",), (),
        ("No", "Nama Peserta", "NIK", "L/P"), (1, "Rahman", NIKS[0], "L"), (2, "Aminah", NIKS[1], "P"),
    ]  # fmt: skip
    _, constants, findings = name_columns(only_table(sheet(rows)), BARRU_2021)
    said = {one.kolom: (one.nilai, one.sel) for one in constants}
    assert said["nama_kegiatan"] == ("Pelatihan pengemasan", "B2")
    assert said["tanggal_mulai"] == ("3 s/d 5 Mei 2021", "A3")
    assert not [one for one in findings if one.kode == "KOLOM_WAJIB_TIDAK_ADA"]


@pytest.mark.parametrize(
    ("lembar", "wanted"), [("Mallusetasi", "Mallusetasi"), ("Kec. Balusu", "Balusu"), ("Sheet1", None)]
)
def test_a_sheet_named_after_its_kecamatan(lembar: str, wanted: str | None) -> None:
    rows: list[Row] = [
        *TITLE,
        ("No", "Nama Usaha", "Nama Pemilik", "Omzet"),
        (1, "UD Sinar", "Rahman", 5_000_000),
    ]
    _, constants, _ = name_columns(only_table(sheet(rows, lembar=lembar)), BARRU_2021)
    assert {one.kolom: one.nilai for one in constants}.get("kecamatan") == wanted


@given(
    st.permutations(
        [
            ("Nama Usaha", NAMES),
            ("Nama Pemilik", OWNERS),
            ("NIK", NIKS),
            ("NIB", NIBS),
            ("Omzet (Rp)", MONEY),
            ("TK", COUNTS),
        ]
    )
)
def test_the_order_of_columns_does_not_matter(columns: list[tuple[str, Sequence[Any]]]) -> None:
    wanted = {"Nama Usaha": "nama_usaha", "Nama Pemilik": "nama_pemilik", "NIK": "nik", "NIB": "nib"}
    wanted |= {"Omzet (Rp)": "nilai_produksi", "TK": "tenaga_kerja"}
    found = columns_of(table_of(*columns))
    assert {
        column: "BCDEFG"[place] for place, column in enumerate(wanted[heading] for heading, _ in columns)
    } == found
