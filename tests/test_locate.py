"""Where tables begin and end, and what each of their rows is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.steps.locate import locate
from tests.sheets import TITLE, Row, columns_of, only_table, rows_shown, sheet, tables_of

HEAD: Row = ("No", "Nama Usaha", "Nama Pemilik", "Komoditi", "Jumlah Tenaga Kerja", "Nilai Produksi (Rp)")
A: Row = (1, "UD Sinar Bahari", "Rahman", "Abon ikan", 4, 25_000_000)
B: Row = (2, "Mekar Jaya", "Sitti Aminah", "Kue kering", 3, 12_500_000)
C: Row = (3, "CV Karya Bambu", "Abdul Malik", "Anyaman bambu", 7, 40_000_000)


def kinds(one: Any) -> dict[int, str]:
    """Row number → reason, of the rows that are no data; blank rows left out."""
    return {
        one.sheet.row_numbers[row]: reason
        for row, reason in sorted(one.not_data.items())
        if reason != "kosong"
    }


# --- headers -------------------------------------------------------------------------------------------

HEADERS: list[tuple[str, Sequence[Row], str, dict[str, str]]] = [
    ("one row", [HEAD], "", {"nama_usaha": "B", "tenaga_kerja": "E", "nilai_produksi": "F"}),
    (
        "two rows, merged over and down",
        [
            ("No", "Nama Usaha", "Nama Pemilik", "Tenaga Kerja", None, "Nilai Produksi (Rp)"),
            (None, None, None, "L", "P"),
        ],
        "A5:A6 B5:B6 C5:C6 D5:E5 F5:F6",
        {"nama_usaha": "B", "tenaga_kerja_l": "D", "tenaga_kerja_p": "E", "nilai_produksi": "F"},
    ),
    (
        "two rows without merged cells",
        [
            ("No", "Nama Usaha", "Nama Pemilik", "Tenaga Kerja", None, "Nilai Produksi (Rp)"),
            (None, None, None, "Lk", "Pr"),
        ],
        "",
        {"nama_usaha": "B", "tenaga_kerja_l": "D", "tenaga_kerja_p": "E", "nilai_produksi": "F"},
    ),
    (
        "three rows",
        [
            ("No", "Identitas", None, "Data Usaha", None, None),
            (None, "Nama Usaha", "Nama Pemilik", "Tenaga Kerja", None, "Nilai Produksi (Rp)"),
            (None, None, None, "L", "P"),
        ],
        "A5:A7 B5:C5 D5:F5 B6:B7 C6:C7 D6:E6 F6:F7",
        {
            "nama_usaha": "B",
            "nama_pemilik": "C",
            "tenaga_kerja_l": "D",
            "tenaga_kerja_p": "E",
            "nilai_produksi": "F",
        },
    ),
    (
        "a heading broken over rows",
        [
            ("No", "Nama", "Nama", "Komoditi", "Jumlah", "Nilai"),
            (None, "Usaha", "Pemilik", None, "Tenaga", "Produksi"),
            (None, None, None, None, "Kerja", "(Rp)"),
        ],
        "",
        {
            "nama_usaha": "B",
            "nama_pemilik": "C",
            "komoditas": "D",
            "tenaga_kerja": "E",
            "nilai_produksi": "F",
        },
    ),
    (
        "numbers and a hyphen at the line's end",
        [
            (
                "No.",
                "Nama Peru-\nsahaan",
                "Nama\nPemilik",
                "Komo-\nditi",
                "Tenaga Kerja\n(Orang)",
                "Nilai Produksi\n(Rp.)",
            )
        ],
        "",
        {
            "nama_usaha": "B",
            "nama_pemilik": "C",
            "komoditas": "D",
            "tenaga_kerja": "E",
            "nilai_produksi": "F",
        },
    ),
]


@pytest.mark.parametrize(
    ("head", "merged", "wanted"), [case[1:] for case in HEADERS], ids=[case[0] for case in HEADERS]
)
def test_headers_of_one_to_several_rows(head: Sequence[Row], merged: str, wanted: dict[str, str]) -> None:
    table = only_table(sheet([*TITLE, *head, A, B, C], merged=merged))
    assert wanted.items() <= columns_of(table).items()
    first = len(TITLE) + len(head) + 1
    assert rows_shown(table) == [first, first + 1, first + 2]


def test_a_header_of_five_rows() -> None:
    head: list[Row] = [
        ("No", "Identitas", None, "Data Usaha", None, None),
        (None, "Pelaku Usaha", None, "Tenaga Kerja", None, "Nilai"),
        (None, "Nama", "Nama", "Laki-laki", "Perempuan", "Produksi"),
        (None, "Usaha", "Pemilik", "(Orang)", "(Orang)", "per Tahun"),
        (None, None, None, None, None, "(Rp)"),
    ]
    merged = "A5:A9 B5:C5 D5:F5 B6:C6 D6:E6"
    table = only_table(sheet([*TITLE, *head, A, B, C], merged=merged))
    assert rows_shown(table) == [10, 11, 12]
    found = columns_of(table)
    assert (found["nama_usaha"], found["tenaga_kerja_l"], found["tenaga_kerja_p"]) == ("B", "D", "E")
    assert found["nilai_produksi"] == "F"


@pytest.mark.parametrize(
    "numbering",
    [
        (1, 2, 3, 4, 5, 6),
        ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)"),
        (-1, -2, -3, -4, -5, -6),
        ("1", "2", "3", "4", "5=3+4", "6"),
        ("(a)", "(b)", "©", "(d)", "(e)", "(f)"),
        ("a", "b", "c", "d", "e", "f"),
    ],
)
def test_a_numbering_row_is_no_data(numbering: Row) -> None:
    table = only_table(sheet([*TITLE, HEAD, numbering, A, B, C]))
    assert rows_shown(table) == [7, 8, 9]


def test_a_running_number_with_small_counts_is_data() -> None:
    """(1, 2, 3) below a header of three columns may be data; text beside the numbers settles it."""
    table = only_table(sheet([*TITLE, HEAD, A, (2, "Toko 3", "Rina", "Kue", 2, 3_000_000), C]))
    assert rows_shown(table) == [6, 7, 8]


# --- rows that are no data -----------------------------------------------------------------------------

ODD_ROWS: list[tuple[str, Row, str]] = [
    ("section", ("KECAMATAN BARRU",), "bagian"),
    ("numbered section", ("I", "PANGAN"), "bagian"),
    ("total", ("JUMLAH", None, None, None, 7, 37_500_000), "total"),
    ("letter-spaced total", (None, "T O T A L", None, None, 7, 37_500_000), "total"),
    ("subtotal", (None, "SUB JUMLAH", None, None, 7, 37_500_000), "total"),
    ("carried over", (None, "Jumlah Dipindahkan", None, None, 7, 37_500_000), "total"),
    ("average", (None, "Rata-rata", None, None, 3.5, 18_750_000), "total"),
    ("header again", HEAD, "kop berulang"),
    ("numbering again", (1, 2, 3, 4, 5, 6), "nomor kolom"),
    ("page", (None, None, "Halaman 2"), "halaman"),
    ("number alone", (3,), "hanya nomor"),
]


@pytest.mark.parametrize(
    ("odd", "reason"), [case[1:] for case in ODD_ROWS], ids=[case[0] for case in ODD_ROWS]
)
def test_rows_between_data(odd: Row, reason: str) -> None:
    table = only_table(sheet([*TITLE, HEAD, A, B, odd, C]))
    assert rows_shown(table) == [6, 7, 9]
    assert kinds(table) == {8: reason}


ENDS: list[tuple[str, Sequence[Row], dict[int, str]]] = [
    ("note", [("Ket: angka sementara",)], {9: "catatan"}),
    ("source", [(), ("Sumber : Dinas Perindustrian",)], {10: "catatan"}),
    ("star", [("*) dalam proses",)], {9: "catatan"}),
    (
        "signature",
        [
            (), (None, None, None, None, "Barru, 27 Januari 2022"), (None, None, None, None, "Kepala Dinas"), (), (),
            (None, None, None, None, "Drs. Fulan"), (None, None, None, None, "NIP. 19700101 199503 1 001"),
        ],
        {10: "tanda tangan", 11: "tanda tangan", 14: "tanda tangan", 15: "tanda tangan"},
    ),
    (
        "two signatures side by side",
        [
            (), (None, "Mengetahui,", None, None, "Barru, 27 Januari 2022"),
            (None, "Kepala Dinas", None, None, "Kepala Bidang"), (None, "Drs. Fulan", None, None, "Ir. Fulana"),
        ],
        {10: "tanda tangan", 11: "tanda tangan", 12: "tanda tangan"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("end", "reasons"), [case[1:] for case in ENDS], ids=[case[0] for case in ENDS])
def test_what_stands_below_the_data(end: Sequence[Row], reasons: dict[int, str]) -> None:
    table = only_table(sheet([*TITLE, HEAD, A, B, C, *end]))
    assert rows_shown(table) == [6, 7, 8]
    assert kinds(table) == reasons


def test_blank_rows_between_data_end_nothing() -> None:
    table = only_table(sheet([*TITLE, HEAD, A, (), (), B, (), C]))
    assert rows_shown(table) == [6, 9, 11]


@pytest.mark.parametrize(
    "name",
    [
        "Sumber Rejeki",
        "Totalindo Jaya",
        "Jumlah Berkah",
        "Notaris Cup",
        "Kepala Ikan Bu Sitti",
        "Halaman Rumah",
    ],
)
def test_a_business_with_an_unlucky_name_is_data(name: str) -> None:
    table = only_table(sheet([*TITLE, HEAD, A, (2, name, "Sitti", "Kue", 3, 12_500_000), C]))
    assert rows_shown(table) == [6, 7, 8]


@pytest.mark.parametrize("name", ["Sumber Rejeki", "Totalindo Jaya", "Kepala Ikan Bu Sitti", "Ketupat Sayur"])
def test_an_unlucky_name_with_little_beside_it_is_data(name: str) -> None:
    table = only_table(sheet([*TITLE, HEAD, A, (2, name), C]))
    assert rows_shown(table) == [6, 7, 8]


def test_a_total_may_stand_first() -> None:
    total: Row = (None, "JUMLAH", None, None, 14, 77_500_000)
    table = only_table(sheet([*TITLE, HEAD, total, A, B, C]))
    assert rows_shown(table) == [7, 8, 9]
    assert table.claims == [(5, [6, 7, 8])]


@pytest.mark.parametrize("place", ["first", "last"])
def test_a_total_without_a_word_is_known_by_its_sums(place: str) -> None:
    d: Row = (4, "Tunas Muda", "Hasan", "Tenun", 5, 8_000_000)
    total: Row = (None, "Kabupaten Barru", None, None, 19, 85_500_000)
    rows = [total, A, B, C, d] if place == "first" else [A, B, C, d, total]
    table = only_table(sheet([*TITLE, HEAD, *rows]))
    assert rows_shown(table) == ([7, 8, 9, 10] if place == "first" else [6, 7, 8, 9])


def test_a_last_business_that_equals_the_sum_in_one_column_only_stays() -> None:
    last: Row = (4, "Tunas Muda", "Hasan", "Tenun", 14, 8_000_000)
    assert rows_shown(only_table(sheet([*TITLE, HEAD, A, B, C, last]))) == [6, 7, 8, 9]


def test_subtotals_cover_their_section_and_the_total_all() -> None:
    rows: list[Row] = [
        ("KECAMATAN BARRU",), A, B, (None, "SUB JUMLAH", None, None, 7, 37_500_000),
        ("KECAMATAN BALUSU",), C, (None, "SUB JUMLAH", None, None, 7, 40_000_000),
        (None, "JUMLAH", None, None, 14, 77_500_000),
    ]  # fmt: skip
    table = only_table(sheet([*TITLE, HEAD, *rows]))
    assert rows_shown(table) == [7, 8, 11]
    shown = table.sheet.row_numbers
    assert [(shown[total], [shown[row] for row in covered]) for total, covered in table.claims] == [
        (9, [7, 8]),
        (12, [11]),
        (13, [7, 8, 11]),
    ]
    assert [table.sections[row] for row in table.data] == [("KECAMATAN BARRU",)] * 2 + [("KECAMATAN BALUSU",)]


def test_an_average_claims_no_sum() -> None:
    table = only_table(sheet([*TITLE, HEAD, A, B, C, (None, "Rata-rata", None, None, 4.67, 25_833_333)]))
    assert table.claims == []


def test_sections_nest() -> None:
    rows: list[Row] = [
        ("KECAMATAN BARRU",),
        ("A. PANGAN",),
        A,
        ("B. KERAJINAN",),
        C,
        ("KECAMATAN BALUSU",),
        B,
    ]
    table = only_table(sheet([*TITLE, HEAD, *rows]))
    assert [table.sections[row] for row in table.data] == [
        ("KECAMATAN BARRU", "A. PANGAN"),
        ("KECAMATAN BARRU", "B. KERAJINAN"),
        ("KECAMATAN BALUSU",),
    ]


# --- several tables, odd places --------------------------------------------------------------------------

MARKET: Row = ("No", "Tanggal", "Lokasi", "Nama Retail", "Nilai Transaksi (Rp)", "Jumlah Pembeli")
SOLD: Row = (1, "5 Mei 2021", "Lapangan Sumpang", "Toko Makmur", 70_000_000, 300)


def test_stacked_tables_of_two_reports() -> None:
    rows = [*TITLE, HEAD, A, B, C, (), ("LAPORAN PASAR MURAH",), (), MARKET, SOLD]
    first, second = tables_of(sheet(rows))
    assert (first.laporan, rows_shown(first)) == ("ikm", [6, 7, 8])
    assert (second.laporan, rows_shown(second)) == ("pasar_murah", [13])


def test_stacked_tables_of_one_report_lose_no_row() -> None:
    """The second header is the same: whether one table or two, every business stands in exactly one."""
    rows = [*TITLE, HEAD, A, B, (), ("KECAMATAN BALUSU",), (), HEAD, C]
    assert [row for table in tables_of(sheet(rows)) for row in rows_shown(table)] == [6, 7, 12]


def test_tables_side_by_side() -> None:
    group: Row = ("No", "Kecamatan", "Jumlah Unit Usaha", "Tenaga Kerja")
    rows: list[Row] = [
        ("REKAPITULASI IKM KABUPATEN BARRU TAHUN 2021",), (), (*group, None, *group),
        (1, "Barru", 10, 25, None, 3, "Balusu", 7, 15), (2, "Mallusetasi", 5, 12, None, 4, "Tanete Riaja", 8, 16),
    ]  # fmt: skip
    left, right = tables_of(sheet(rows))
    assert (left.first_column, left.last_column) == (0, 3)
    assert (right.first_column, right.last_column) == (5, 8)
    assert rows_shown(left) == rows_shown(right) == [4, 5]


@pytest.mark.parametrize(("right", "down"), [(1, 0), (2, 3), (0, 6)])
def test_a_table_may_begin_anywhere(right: int, down: int) -> None:
    moved: list[Row] = [()] * down + [(*[None] * right, *row) for row in (*TITLE, HEAD, A, B, C)]
    table = only_table(sheet(moved))
    assert rows_shown(table) == [down + 6, down + 7, down + 8]
    assert columns_of(table)["nama_usaha"] == "BCDE"[right]


def test_a_used_range_far_larger_than_the_data() -> None:
    wide: list[Row] = [(*row, *[None] * 200) for row in (*TITLE, HEAD, A, B, C)]
    table = only_table(sheet([*wide, *[()] * 3000]))
    assert rows_shown(table) == [6, 7, 8]


def test_row_numbers_are_those_of_the_spreadsheet() -> None:
    table = only_table(sheet([*TITLE, HEAD, A, B, C], first_row=11))
    assert rows_shown(table) == [16, 17, 18]


def test_the_header_on_each_page() -> None:
    rows = [*TITLE, HEAD, A, B, ("Halaman 1",), HEAD, (1, 2, 3, 4, 5, 6), C, ("Halaman 2",)]
    table = only_table(sheet(rows))
    assert rows_shown(table) == [6, 7, 11]


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [()],
        [("SURAT PENGANTAR",), ("Kepada Yth. Kepala Dinas",), ("Bersama ini kami kirimkan data IKM.",)],
        [("No", "Nama", "Kelas", "Nilai Ujian"), (1, "Rahman", "7A", 80), (2, "Aminah", "7B", 85)],
        [("Bulan", "Curah Hujan", "Suhu"), ("Januari", 300, 27), ("Februari", 250, 28)],
        [(1, 2, 3), (4, 5, 6)],
    ],
)
def test_sheets_that_hold_no_report(rows: list[Row]) -> None:
    assert tables_of(sheet(rows)) == []


@pytest.mark.parametrize(
    ("title", "head", "row", "laporan"),
    [
        ("DATA IKM", HEAD, A, "ikm"),
        ("LAPORAN PASAR MURAH", MARKET, SOLD, "pasar_murah"),
        ("REKAPITULASI IKM", ("No", "Kecamatan", "Unit Usaha", "Tenaga Kerja"), (1, "Barru", 10, 25), "rekap"),
        (
            "REALISASI DAK", ("No", "Kegiatan", "Sumber Dana", "Pagu (Rp)", "Realisasi (Rp)", "Fisik (%)"),
            (1, "Pelatihan", "DAK Nonfisik", 50_000_000, 25_000_000, 50), "anggaran",
        ),
        (
            "DAFTAR PESERTA PELATIHAN", ("No", "Nama Peserta", "NIK", "L/P", "Nama Kegiatan"),
            (1, "Rahman", "7311014507850001", "L", "Pelatihan kemasan"), "peserta",
        ),
        (
            "KERJA SAMA", ("No", "Mitra", "Jenis Dokumen", "Tentang", "Status"),
            (1, "Politeknik", "MoU", "Pelatihan vokasi", "Pembahasan"), "kerja_sama",
        ),
    ],
)  # fmt: skip
def test_which_report_a_table_is(title: str, head: Row, row: Row, laporan: str) -> None:
    rows: list[Row] = [(title,), ("KABUPATEN BARRU TAHUN 2021",), (), head, row]
    assert only_table(sheet(rows)).laporan == laporan


def test_an_officer_settles_the_report() -> None:
    rows = [*TITLE, HEAD, A, B, C]
    assert {table.laporan for table in tables_of(sheet(rows), only="ikm")} == {"ikm"}
    assert tables_of(sheet(rows), only="anggaran") == []


@pytest.mark.parametrize("mark", ["²", "202²", "٢", "⑤"])
def test_digits_that_are_no_plain_digits_stop_nothing(mark: str) -> None:
    rows: list[Row] = [
        *TITLE,
        (mark, mark),
        HEAD,
        A,
        (2, "Mekar Jaya", "Sitti", mark, 3, 12_500_000),
        (mark, None, mark),
        C,
    ]
    table = only_table(sheet(rows))
    assert {7, 8, 10} <= set(rows_shown(table))


# --- whatever stands on a sheet ---------------------------------------------------------------------------

CELLS = st.one_of(
    st.none(), st.none(), st.text(max_size=12), st.integers(-5, 10**9),
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from([*HEAD, "JUMLAH", "KECAMATAN BARRU", "Ket:", "Halaman 2", "Barru, 27 Januari 2022", '"', "-"]),
)  # fmt: skip


@given(st.lists(st.lists(CELLS, max_size=7), max_size=14), st.booleans())
@settings(max_examples=60)
def test_every_row_is_in_exactly_one_class(rows: list[list[Any]], headed: bool) -> None:
    """Rows in = data + no data, of any sheet: nothing vanishes, nothing counts twice."""
    one = sheet([*TITLE, HEAD, *rows] if headed else rows)
    tables, _ = locate(one)
    for table in tables:
        classes = [set(table.data), set(table.not_data), set(table.header_rows)]
        assert sum(map(len, classes)) == len(set().union(*classes))
        assert {total for total, _ in table.claims} <= set(table.not_data)
        assert all(set(covered) <= set(table.data) for _, covered in table.claims)
        span = range(max(table.header_rows) + 1, max((*table.data, *table.not_data, 0)) + 1)
        assert set(span) <= set().union(*classes)
