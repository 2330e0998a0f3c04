"""From named cells to typed rows: what is read, what is filled in, what is refused, and at which address."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.shapes import Borrowed, Context
from schemas.base import spec_of
from schemas.ikm import Ikm
from tests.sheets import BARRU_2021, TITLE, Row, Taken, sheet, take

HEAD: Row = (
    "No",
    "Nama Usaha",
    "Nama Pemilik",
    "Kecamatan",
    "Komoditi",
    "Jumlah Tenaga Kerja",
    "Nilai Produksi (Rp)",
)
FIRST = len(TITLE) + 2  # row number of the first data row
A: Row = (1, "UD Sinar Bahari", "Rahman", "Barru", "Abon ikan", 4, 25_000_000)
B: Row = (2, "Mekar Jaya", "Sitti Aminah", "Mallusetasi", "Kue kering", 3, 12_500_000)
C: Row = (3, "CV Karya Bambu", "Abdul Malik", "Balusu", "Anyaman", 7, 40_000_000)


def with_cell(column: int, value: Any, head: Row = HEAD, **more: Any) -> Taken:
    """The list with one cell of its second row changed."""
    changed = (*B[:column], value, *B[column + 1 :])
    return take(sheet([*TITLE, head, A, changed, C], **more))


def test_a_tidy_list() -> None:
    taken = take(sheet([*TITLE, HEAD, A, B, C]))
    assert taken.rows[0] == {
        "baris": 6, "kode_wilayah": "73.11", "nama_usaha": "UD Sinar Bahari", "nama_pemilik": "Rahman",
        "kecamatan": "Barru", "komoditas": "Abon ikan", "tenaga_kerja": 4, "nilai_produksi": 25_000_000,
    }  # fmt: skip
    assert [row["baris"] for row in taken.rows] == [6, 7, 8]
    assert taken.findings == [] and taken.held == {}


# --- numbers -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "heading", "rupiah"),
    [
        (12_500_000, "(Rp)", 12_500_000),
        ("12.500.000", "(Rp)", 12_500_000),
        ("Rp. 12.500.000,-", "(Rp)", 12_500_000),
        ("Rp12.500.000,00", "(Rp)", 12_500_000),
        ("12,500,000.00", "(Rp)", 12_500_000),
        ("Rp 12,5 juta", "(Rp)", 12_500_000),
        ("12.5jt", "(Rp)", 12_500_000),
        ("1,5 M", "(Rp)", 1_500_000_000),
        ("500rb", "(Rp)", 500_000),
        (12_500, "(Rp.000)", 12_500_000),
        ("12.500", "(Rp.000)", 12_500_000),
        (12.5, "(Rp Juta)", 12_500_000),
        ("12,5", "(Rp Juta)", 12_500_000),
        ("Rp 12,5 juta", "(Rp.000)", 12_500_000),  # the cell's own scale goes before the heading's
        ("-", "(Rp)", None),
        ("nihil", "(Rp)", None),
    ],
)
def test_money_is_whole_rupiah(written: Any, heading: str, rupiah: int | None) -> None:
    head = (*HEAD[:-1], f"Nilai Produksi {heading}")
    scale = {"(Rp)": 1, "(Rp.000)": 1_000, "(Rp Juta)": 1_000_000}[heading]
    rows: list[Row] = [(*row[:-1], row[-1] / scale) for row in (A, B, C)]  # type: ignore[operator]
    rows[1] = (*rows[1][:-1], written)
    taken = take(sheet([*TITLE, head, *rows]))
    assert taken.column("nilai_produksi") == [25_000_000, rupiah, 40_000_000]


@pytest.mark.parametrize(
    ("column", "written", "kolom", "value", "code"),
    [
        (5, "30 orang", "tenaga_kerja", 30, None),
        (5, "± 30", "tenaga_kerja", 30, "ANGKA_PERKIRAAN"),
        (5, "90 / 94 orang", "tenaga_kerja", None, "ANGKA_BERTENTANGAN"),
        (5, "banyak", "tenaga_kerja", None, "BUKAN_ANGKA"),
        (5, -3, "tenaga_kerja", None, "DI_LUAR_RENTANG"),
        (5, 2.5, "tenaga_kerja", None, "BUKAN_ANGKA"),
        (5, "belum ada", "tenaga_kerja", None, None),
        (6, "Rp128.820.00", "nilai_produksi", None, "BUKAN_ANGKA"),
        (6, "39.600.", "nilai_produksi", None, "BUKAN_ANGKA"),
        (6, "(1.000.000)", "nilai_produksi", None, "DI_LUAR_RENTANG"),
        (6, "sampai Rp 70 juta", "nilai_produksi", 70_000_000, "ANGKA_PERKIRAAN"),
        (6, 12_500, "nilai_produksi", 12_500, "SATUAN_JANGGAL"),
    ],
)
def test_a_doubtful_number_is_a_finding_at_its_cell(
    column: int, written: Any, kolom: str, value: Any, code: str | None
) -> None:
    more: list[Row] = [
        (n, f"Usaha {n}", f"Pemilik {n}", "Barru", "Kue", 4, 20_000_000 + n) for n in range(4, 9)
    ]
    changed = (*B[:column], written, *B[column + 1 :])
    taken = take(sheet([*TITLE, HEAD, A, changed, C, *more]))
    assert taken.column(kolom)[1] == value
    assert taken.at(f"{'ABCDEFG'[column]}7") == ({code} if code else set())


@pytest.mark.parametrize(
    ("heading", "written", "kolom", "value", "code"),
    [
        ("NIK", 7311014507850000.0, "nik", None, {"NIK_TIDAK_SAH", "PRESISI_HILANG"}),
        ("NIK", "7,37112E+15", "nik", None, {"NIK_TIDAK_SAH", "PRESISI_HILANG"}),
        ("NIK", "731101450785000", "nik", None, {"NIK_TIDAK_SAH"}),
        ("NIK", "7311014507850001", "nik", "7311014507850001", set()),
        ("NIK", "'7311 0145 0785 0001", "nik", "7311014507850001", set()),
        ("NIB", "12345", "nib", None, {"NIB_TIDAK_SAH"}),
        ("NIB", 8120001234567.0, "nib", "8120001234567", set()),
        ("No. HP", "081234567890", "telepon", "+6281234567890", set()),
        ("No. HP", 81234567890.0, "telepon", "+6281234567890", set()),
        ("No. HP", "tidak punya", "telepon", None, set()),
        ("L/P", "X1", "jenis_kelamin", None, {"DI_LUAR_DAFTAR"}),
        ("L/P", "Perempuan", "jenis_kelamin", "P", set()),
        ("Cabang Industri", "Sihir", "cabang_industri", None, {"DI_LUAR_DAFTAR"}),
        ("Cabang Industri", "KERAJINAN", "cabang_industri", "kerajinan", set()),
        ("Cabang Industri", "Bengkel", "cabang_industri", "jasa", set()),
        ("Cabang Industri", "Belum pilih komoditi", "cabang_industri", None, set()),
    ],
)
def test_identifiers_and_categories(
    heading: str, written: Any, kolom: str, value: Any, code: set[str]
) -> None:
    usual = {
        "NIK": ("7311014507850011", "7311020101900022"), "NIB": ("9120009876543", "1234000056789"),
        "No. HP": ("082187654321", "081342345678"), "L/P": ("L", "P"), "Cabang Industri": ("Pangan", "Sandang"),
    }[heading]  # fmt: skip
    rows: list[Row] = [(*A, usual[0]), (*B, written), (*C, usual[1])]
    taken = take(sheet([*TITLE, (*HEAD, heading), *rows]))
    assert taken.column(kolom)[1] == value
    assert taken.at("H7") <= code if value is None else taken.at("H7") == code
    assert bool(taken.at("H7")) is bool(code)


# --- cells that stand for others -----------------------------------------------------------------------


@pytest.mark.parametrize("mark", ['"', "''", "sda", "s.d.a", "Idem", '-"-', "〃"])
def test_ditto_marks(mark: str) -> None:
    taken = take(sheet([*TITLE, HEAD, A, with_value(B, 3, mark), with_value(C, 3, mark)]))
    assert taken.column("kecamatan") == ["Barru", "Barru", "Barru"]
    assert taken.typed.elsewhere == [
        Borrowed(7, "kecamatan", "D6", "tanda sama"),
        Borrowed(8, "kecamatan", "D6", "tanda sama"),
    ]


def with_value(row: Row, column: int, value: Any) -> Row:
    return (*row[:column], value, *row[column + 1 :])


@pytest.mark.parametrize("blank", [None, "", "-"])
def test_a_blank_cell_is_no_ditto(blank: Any) -> None:
    taken = take(sheet([*TITLE, HEAD, A, with_value(B, 3, blank), C]))
    assert taken.column("kecamatan") == ["Barru", None, "Balusu"]


def test_ditto_below_an_error_repeats_nothing() -> None:
    taken = take(
        sheet([*TITLE, HEAD, with_value(A, 6, None), with_value(B, 6, '"'), C], errors={"G6": "#REF!"})
    )
    assert taken.column("nilai_produksi")[:2] == [None, None]
    assert taken.at("G6") == {"RUMUS_GALAT"}


def test_a_ditto_with_nothing_above_is_not_a_value() -> None:
    taken = take(sheet([*TITLE, HEAD, with_value(A, 3, '"'), B, C]))
    assert taken.column("kecamatan")[0] is None


def test_merged_down() -> None:
    rows: list[Row] = [A, with_value(B, 3, None), with_value(C, 3, None)]
    taken = take(sheet([*TITLE, HEAD, *rows], merged="D6:D8"))
    assert taken.column("kecamatan") == ["Barru"] * 3
    assert taken.typed.elsewhere == [
        Borrowed(7, "kecamatan", "D6", "sel gabungan"),
        Borrowed(8, "kecamatan", "D6", "sel gabungan"),
    ]


def test_an_amount_merged_over_several_rows_is_not_counted_twice() -> None:
    """Rp 25 juta merged over two businesses is theirs together: once with each would double the sum."""
    rows: list[Row] = [A, with_value(B, 6, None), C]
    taken = take(sheet([*TITLE, HEAD, *rows], merged="G6:G7"))
    amounts = taken.column("nilai_produksi")
    assert amounts != [25_000_000, 25_000_000, 40_000_000] or taken.at("G6") | taken.at("G7")


@pytest.mark.parametrize(("text", "shown"), [("#REF!", "#REF!"), ("#DIV/0!", "#DIV/0!"), ("", "")])
def test_an_error_in_a_cell(text: str, shown: str) -> None:
    taken = take(sheet([*TITLE, HEAD, A, with_value(B, 6, None), C], errors={"G7": text}))
    assert taken.column("nilai_produksi")[1] is None
    assert [(one.kode, one.nilai or "") for one in taken.findings if one.sel == "G7"] == [
        ("RUMUS_GALAT", shown)
    ]


# --- places --------------------------------------------------------------------------------------------


def test_section_rows_become_the_kecamatan() -> None:
    head = (*HEAD[:3], *HEAD[4:])
    rows = [(*row[:3], *row[4:]) for row in (A, B, C)]
    taken = take(
        sheet([*TITLE, head, ("I. KECAMATAN BARRU",), rows[0], rows[1], ("II. KECAMATAN BALUSU",), rows[2]])
    )
    assert [str(name).lower() for name in taken.column("kecamatan")] == ["barru", "barru", "balusu"]


@pytest.mark.parametrize(
    "section", ["KECAMATAN BARRU", "Kec. Barru", "KEC. BARRU", "Kecamatan : Barru", "1. Kecamatan Barru"]
)
@pytest.mark.parametrize("merged", ["", "A6:F6"])
def test_the_first_section_stands_right_below_the_header(section: str, merged: str) -> None:
    head = (*HEAD[:3], *HEAD[4:])
    rows = [(*row[:3], *row[4:]) for row in (A, B, C)]
    taken = take(sheet([*TITLE, head, (section,), *rows], merged=merged))
    assert [str(name).lower() for name in taken.column("kecamatan")] == ["barru"] * 3


@pytest.mark.parametrize(
    ("section", "kolom", "value"),
    [
        ("I. PANGAN", "cabang_industri", "pangan"),
        ("A. KERAJINAN", "cabang_industri", "kerajinan"),
        ("Sandang", "cabang_industri", "sandang"),
    ],
)
def test_sections_by_branch(section: str, kolom: str, value: str) -> None:
    taken = take(sheet([*TITLE, HEAD, (section,), A, B, C]))
    assert taken.column(kolom) == [value] * 3


def test_a_section_never_overwrites_what_the_row_says() -> None:
    taken = take(sheet([*TITLE, HEAD, ("I. KECAMATAN BALUSU",), A, B, C]))
    assert taken.column("kecamatan") == ["Barru", "Mallusetasi", "Balusu"]


@pytest.mark.parametrize(
    ("written", "value", "code"),
    [
        ("Kec. Barru", "Barru", set()),
        ("KECAMATAN MALLUSETASI", "MALLUSETASI", set()),
        ("Somba Opu", "Somba Opu", {"KECAMATAN_TAK_DIKENAL"}),  # of Gowa
    ],
)
def test_kecamatan_of_the_district(written: str, value: str, code: set[str]) -> None:
    taken = with_cell(3, written)
    assert taken.column("kecamatan")[1] == value
    assert taken.at("D7") == code


BUDGET: Row = ("No", "Kab/Kota", "Nama Kegiatan", "Sumber Dana", "Pagu (Rp)", "Realisasi (Rp)", "Fisik (%)")
ANYWHERE = Context(None, "2021", "", "judul")


@pytest.mark.parametrize(
    ("written", "wanted", "code"),
    [
        ("Kab. Barru", "73.11", None),
        ("Pare-Pare", "73.72", None),
        ("Kota Makassar", "73.71", None),
        ("Toraja", None, "WILAYAH_AMBIGU"),
        ("Wakanda", None, "WILAYAH_TAK_DIKENAL"),
        (None, None, "WILAYAH_TAK_DIKENAL"),
        ("7308", None, "WILAYAH_AMBIGU"),
    ],
)
def test_each_row_has_its_own_district(written: Any, wanted: str | None, code: str | None) -> None:
    rows: list[Row] = [
        (1, "Kab. Bone", "Pelatihan kemasan", "DAK Nonfisik", 50_000_000, 25_000_000, 50),
        (2, written, "Pelatihan batik", "DAK Nonfisik", 60_000_000, 30_000_000, 50),
        (3, "Kab. Gowa", "Magang", "APBN", 70_000_000, 35_000_000, 50),
    ]
    taken = take(sheet([("REALISASI ANGGARAN 2021",), (), BUDGET, *rows]), ANYWHERE)
    districts = {row["baris"]: row["kode_wilayah"] for row in taken.rows}
    if wanted:
        assert districts == {4: "73.08", 5: wanted, 6: "73.06"} and taken.held == {}
    else:
        assert districts == {4: "73.08", 6: "73.06"}
        assert taken.held == {5: [code]} and code in taken.at("B5")


# --- dates, derived columns ----------------------------------------------------------------------------

ACTIVITY: Row = ("No", "Nama Kegiatan", "Waktu Pelaksanaan", "Tempat", "Jumlah Peserta")


def activity(title: str, when: Any, people: Any = 30) -> Taken:
    rows: list[Row] = [(1, "Magang tenun", "2 Maret 2021", "Barru", 20), (2, title, when, "Barru", people)]
    return take(sheet([("LAPORAN PEMBINAAN IKM",), (), ACTIVITY, *rows]))


@pytest.mark.parametrize(
    ("written", "first", "last", "codes"),
    [
        ("19 Juli 2021", date(2021, 7, 19), date(2021, 7, 19), set()),
        ("3 s/d 5 Mei 2021", date(2021, 5, 3), date(2021, 5, 5), set()),
        ("28 Feb – 3 Mar 2021", date(2021, 2, 28), date(2021, 3, 3), set()),
        (date(2021, 7, 19), date(2021, 7, 19), date(2021, 7, 19), set()),
        ("Kamis, 28 Mei 2021", date(2021, 5, 28), date(2021, 5, 28), {"HARI_TIDAK_COCOK"}),
        ("31 Februari 2021", None, None, {"TANGGAL_TIDAK_SAH"}),
        ("19 Juli 2019", date(2019, 7, 19), date(2019, 7, 19), {"DI_LUAR_PERIODE"}),
        ("-", None, None, set()),
    ],
)
def test_one_cell_gives_the_first_and_the_last_day(
    written: Any, first: Any, last: Any, codes: set[str]
) -> None:
    taken = activity("Pelatihan kemasan", written)
    assert (taken.column("tanggal_mulai")[1], taken.column("tanggal_selesai")[1]) == (first, last)
    assert taken.at("C5") == codes


def test_an_order_of_month_before_day_is_asked_about() -> None:
    rows: list[Row] = [(1, "Magang", "3/25/2021", "Barru", 20), (2, "Pelatihan", "3/5/2021", "Barru", 20)]
    taken = take(sheet([("LAPORAN PEMBINAAN IKM",), (), ACTIVITY, *rows]))
    assert "TANGGAL_AMBIGU" in taken.codes()


@pytest.mark.parametrize(
    ("title", "metode"),
    [
        ("Pelatihan pengemasan", "pelatihan"),
        ("Bimtek pengemasan", "pelatihan"),
        ("Pendampingan alumni pelatihan", "pendampingan"),
        ("Magang tenun", "magang"),
        ("Rapat kerja", None),
    ],
)
def test_the_method_in_the_title_of_an_activity(title: str, metode: str | None) -> None:
    assert activity(title, "19 Juli 2021").column("metode")[1] == metode


def test_workers_are_added_up_only_where_no_total_is_reported() -> None:
    head: list[Row] = [
        ("No", "Nama Usaha", "Nama Pemilik", "Tenaga Kerja", None),
        (None, None, None, "L", "P"),
    ]
    rows: list[Row] = [
        (1, "UD Sinar", "Rahman", 4, 2),
        (2, "Mekar", "Aminah", 1, None),
        (3, "Karya", "Malik", None, None),
    ]
    assert take(sheet([*TITLE, *head, *rows], merged="D5:E5")).column("tenaga_kerja") == [6, None, None]


# --- repeated rows, totals, raw text -------------------------------------------------------------------


def test_the_same_row_again_is_held_back_whatever_its_number() -> None:
    taken = take(sheet([*TITLE, HEAD, A, B, with_value(A, 0, 3), C]))
    assert taken.held == {8: ["GANDA"]}
    assert [row["baris"] for row in taken.rows] == [6, 7, 9]


@pytest.mark.parametrize("column", range(1, 7))
def test_rows_that_differ_in_one_column_are_two(column: int) -> None:
    other = {1: "Lain", 2: "Lain", 3: "Balusu", 4: "Lain", 5: 5, 6: 25_000_001}[column]
    assert take(sheet([*TITLE, HEAD, A, with_value(with_value(A, 0, 2), column, other), C])).held == {}


def test_rows_that_differ_in_a_column_of_their_own_are_two() -> None:
    head = (*HEAD, "Warna Kemasan Kesukaan")
    assert take(sheet([*TITLE, head, (*A, "merah"), (*A, "biru"), (*C, "biru")])).held == {}


@pytest.mark.parametrize(
    ("stated", "finding"), [(77_500_000, False), ("77.500.000", False), (80_000_000, True), ("-", False)]
)
def test_a_stated_total_is_a_claim_and_no_row(stated: Any, finding: bool) -> None:
    taken = take(sheet([*TITLE, HEAD, A, B, C, ("JUMLAH", None, None, None, None, 14, stated)]))
    assert len(taken.rows) == 3
    claims = {one.kolom: (one.sel, one.nilai, one.jumlah_baris) for one in taken.typed.claims}
    assert claims["tenaga_kerja"] == ("F9", 14.0, 14.0)
    assert ("nilai_produksi" in claims) is (stated != "-")
    assert (taken.at("G9") == {"JUMLAH_TIDAK_COCOK"}) is finding


def test_a_total_in_thousands_is_compared_in_rupiah() -> None:
    head = (*HEAD[:-1], "Nilai Produksi (Rp.000)")
    rows: list[Row] = [with_value(row, 6, row[6] / 1000) for row in (A, B, C)]  # type: ignore[operator]
    taken = take(sheet([*TITLE, head, *rows, ("JUMLAH", None, None, None, None, 14, 77_500)]))
    assert {one.kolom: one.nilai for one in taken.typed.claims}["nilai_produksi"] == 77_500_000
    assert "JUMLAH_TIDAK_COCOK" not in taken.codes()


def test_every_cell_keeps_its_raw_text() -> None:
    taken = take(sheet([*TITLE, HEAD, A, with_value(B, 6, "Rp. 12.500.000,-"), C]))
    order = [one.kolom for one in taken.typed.named]
    raw = dict(taken.typed.frame.select("baris", "mentah").rows())
    assert raw[7][order.index("nilai_produksi")] == "Rp. 12.500.000,-"
    assert raw[6][order.index("nilai_produksi")] == "25000000"
    assert taken.typed.letters["nilai_produksi"] == "G"


def test_a_label_above_the_list_stands_in_every_row() -> None:
    rows: list[Row] = [
        ("DAFTAR PESERTA",), ("Kegiatan", ": Pelatihan pengemasan"), (),
        ("No", "Nama Peserta", "NIK", "L/P"), (1, "Rahman", "7311014507850001", "L"),
        (2, "Aminah", "7311024101900002", "P"),
    ]  # fmt: skip
    taken = take(sheet(rows))
    assert taken.column("nama_kegiatan") == ["Pelatihan pengemasan"] * 2
    assert taken.typed.elsewhere == [
        Borrowed(baris, "nama_kegiatan", "B2", "label di atas tabel", ": Pelatihan pengemasan")
        for baris in (5, 6)
    ] + [Borrowed(baris, "metode", "B2", "awal judul kegiatan", ": Pelatihan pengemasan") for baris in (5, 6)]


# --- whatever stands in the cells ----------------------------------------------------------------------

CELL = st.one_of(
    st.none(), st.text(max_size=15), st.integers(-(10**18), 10**18), st.booleans(), st.dates(),
    st.floats(allow_nan=False, allow_infinity=False),  # a cell cannot show others: ``read`` keeps them out
    st.sampled_from(['"', "-", "sda", "Rp 70 juta", "1.500", "1,5", "30 orang", "90/94", "#REF!", "31 Februari 2021"]),
)  # fmt: skip


@settings(max_examples=40)
@given(st.lists(st.lists(CELL, min_size=6, max_size=6), min_size=1, max_size=6))
def test_rows_in_are_rows_loaded_held_or_no_data(cells: Sequence[Sequence[Any]]) -> None:
    """Whatever stands below a header, every line is accounted for and what is loaded keeps to the schema."""
    taken = take(sheet([*TITLE, HEAD, A, *[(number, *row) for number, row in enumerate(cells, 2)]]))
    good, held = {row["baris"] for row in taken.rows}, set(taken.held)
    assert not good & held
    assert taken.typed.rows_in == len(good) + len(held) + len(taken.typed.not_data)
    assert set(taken.typed.frame["baris"]) == good | held
    Ikm.validate(taken.checked.good.select(column.name for column in spec_of(Ikm).columns))


@settings(max_examples=30)
@given(st.integers(0, 10**12), st.sampled_from(["{}", "Rp {}", "Rp. {},-", "Rp{},00"]))
def test_money_written_out_comes_back_as_it_was(amount: int, form: str) -> None:
    written = form.format(f"{amount:,}".replace(",", "."))
    assert with_cell(6, written).column("nilai_produksi")[1] == amount


def test_the_context_decides_the_district_of_every_row() -> None:
    assert take(sheet([*TITLE, HEAD, A, B, C]), BARRU_2021).column("kode_wilayah") == ["73.11"] * 3
