"""Numbers, money, percent and years as districts write them."""

from __future__ import annotations

import doctest
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, Literal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from flows.grammar import digits, figures, numbers, scales, words
from flows.grammar.numbers import (
    dot_role,
    read_count,
    read_money,
    read_number,
    read_percent_column,
    read_year,
    scale_of,
)
from flows.grammar.words import number_words

APPROX, NOT, TWO, ERROR = "ANGKA_PERKIRAAN", "BUKAN_ANGKA", "ANGKA_BERTENTANGAN", "RUMUS_GALAT"
LOST, ODD = "PRESISI_HILANG", "SATUAN_JANGGAL"

COUNTS: list[tuple[Any, int | None, str | None]] = [
    (5, 5, None),
    (5.0, 5, None),
    (0, 0, None),
    ("0", 0, None),
    (-4.0, -4, None),
    (2.9999999999999996, 3, None),
    (12.5, None, NOT),
    (1.738, None, NOT),
    (True, None, NOT),
    (float("nan"), None, NOT),
    (float("inf"), None, NOT),
    (1e300, None, NOT),
    (2.0**60, None, LOST),
    (date(2022, 2, 1), None, NOT),
    (datetime(2022, 12, 10), None, NOT),
    (time(9, 0), None, NOT),
    (None, None, None),
    ("", None, None),
    (" ", None, None),
    ("-", None, None),
    ("--", None, None),
    ("–", None, None),
    ("nihil", None, None),
    ("Tidak Ada", None, None),
    ("belum ada", None, None),
    ("n/a", None, None),
    ("…", None, None),
    ("x", None, None),
    ("30", 30, None),
    (" 30 ", 30, None),
    ("'30", 30, None),
    ("\u00a030\u00a0", 30, None),
    ("007", 7, None),
    ("+5", 5, None),
    ("-5", -5, None),
    ("−5", -5, None),
    ("– 5", -5, None),
    ("(5)", -5, None),
    ("(1.000)", -1000, None),
    ("-1.000", -1000, None),
    ("1.500", 1500, None),
    ("1.738", 1738, None),
    ("1.234.567", 1234567, None),
    ("1,234,567", 1234567, None),
    ("1 234 567", 1234567, None),
    ("5,0", 5, None),
    ("5.0", 5, None),
    ("1.500,00", 1500, None),
    ("30 orang", 30, None),
    ("30 org", 30, None),
    ("30 Org.", 30, None),
    ("30orang", 30, None),
    ("(30 orang)", 30, None),
    ("30 (orang)", 30, None),
    ("30 orang (L/P)", 30, None),
    ("40 yunit", 40, None),
    ("1 set", 1, None),
    ("30 (tiga puluh) orang", 30, None),
    ("30 (tigapuluh)", 30, None),
    ("30 (tiga puluh orang)", 30, None),
    ("tiga puluh orang", 30, None),
    ("tiga puluh (30) orang", 30, None),
    ("dua belas", 12, None),
    ("sebelas orang", 11, None),
    ("seratus dua puluh lima", 125, None),
    ("sebanyak 30 orang", 30, None),
    ("10 ribu butir", 10000, None),
    ("٣٠", 30, None),
    ("30", 30, None),
    ("± 30 orang", 30, APPROX),
    ("±30", 30, APPROX),
    ("+/- 30", 30, APPROX),
    ("~30", 30, APPROX),
    ("sekitar 30", 30, APPROX),
    ("Sekitar tiga puluh orang", 30, APPROX),
    ("kurang lebih 30 orang", 30, APPROX),
    ("kira-kira 30", 30, APPROX),
    ("lk. 30", 30, APPROX),
    ("hampir 30", 30, APPROX),
    ("30-an orang", 30, APPROX),
    ("30an", 30, APPROX),
    ("> 20", 20, APPROX),
    (">=20", 20, APPROX),
    ("≥ 20", 20, APPROX),
    ("lebih dari 20", 20, APPROX),
    ("minimal 20 orang", 20, APPROX),
    ("20 orang lebih", 20, APPROX),
    ("20+", 20, APPROX),
    ("< 20", 20, APPROX),
    ("maks. 20", 20, APPROX),
    ("sampai 20 orang", 20, APPROX),
    ("105.915**", 105915, APPROX),
    ("105.915 *)", 105915, APPROX),
    ("20-25", None, TWO),
    ("20 – 25 orang", None, TWO),
    ("20 s/d 25", None, TWO),
    ("90 / 94 orang", None, TWO),
    ("90 atau 94", None, TWO),
    ("2473 / 2477 orang", None, TWO),
    ("15 L 15 P", None, TWO),
    ("30 x 2", None, TWO),
    ("30 (tiga) orang", None, TWO),
    ("tiga (30) orang", None, TWO),
    ("delapan sembilan", None, TWO),
    ("5½", None, TWO),
    ("1O", None, NOT),
    ("1o orang", None, NOT),
    ("1O0", None, NOT),
    ("l2", None, NOT),
    ("3l", None, NOT),
    ("O5", None, NOT),
    ("??", None, NOT),
    ("30?", None, NOT),
    ("30 orang?", None, NOT),
    ("banyak", None, NOT),
    ("menyusul", None, NOT),
    ("belum dihitung", None, NOT),
    ("tidak jelas", None, NOT),
    ("30 belum pasti", None, NOT),
    ("12,5", None, NOT),
    ("1,500", None, NOT),
    ("12 500", None, NOT),
    ("1.23.456", None, NOT),
    ("39.600.", None, NOT),
    ("1,2,3", None, NOT),
    ("12..5", None, NOT),
    ("1.5000", None, NOT),
    ("1500.000", None, NOT),
    ("0.123.456", None, NOT),
    (".5", None, NOT),
    (",5", None, NOT),
    ("5,", None, NOT),
    ("5-", None, NOT),
    ("--5", None, NOT),
    ("(5", None, NOT),
    ("½", None, NOT),
    ("50%", None, NOT),
    ("Rp 30", None, NOT),
    ("1e5", None, LOST),
    ("1,2E+09", None, LOST),
    ("9" * 30, None, NOT),
    ("9" * 5000, None, NOT),
    ("#REF!", None, ERROR),
    ("#DIV/0!", None, ERROR),
    ("#N/A", None, ERROR),
    ("=SUM(A1:A3)", None, ERROR),
]


@pytest.mark.parametrize(("value", "expected", "kode"), COUNTS)
def test_counts(value: Any, expected: int | None, kode: str | None) -> None:
    reading = read_count(value)
    assert (reading.nilai, reading.kode) == (expected, kode)
    assert expected is None or type(reading.nilai) is int


NUMBERS: list[tuple[Any, str, float | None, str | None, str | None]] = [
    (1.738, "thousands", 1.738, None, None),
    ("1.5", "thousands", 1.5, None, None),
    ("1,5", "thousands", 1.5, None, None),
    ("1.50", "thousands", 1.5, None, None),
    ("1.500", "thousands", 1500.0, None, None),
    ("1.500", "decimal", 1.5, None, None),
    ("7.978", "decimal", 7.978, None, None),
    ("1,500", "thousands", None, NOT, None),
    ("1,500", "decimal", 1500.0, None, None),
    ("0,500", "thousands", 0.5, None, None),
    ("0.500", "thousands", 0.5, None, None),
    ("0.9351999999999999", "thousands", 0.9351999999999999, None, None),
    ("12,3456", "thousands", 12.3456, None, None),
    ("1.2345", "thousands", None, NOT, None),
    ("1.2345", "decimal", 1.2345, None, None),
    ("1.234,5", "thousands", 1234.5, None, None),
    ("1.234.567,89", "thousands", 1234567.89, None, None),
    ("1,234,567.89", "thousands", 1234567.89, None, None),
    ("1,234.5", "thousands", 1234.5, None, None),
    ("1.234,567", "thousands", 1234.567, None, None),
    ("1.23,5", "thousands", None, NOT, None),
    ("1.234,56 ton/bulan", "thousands", 1234.56, None, "ton/bulan"),
    ("12 m3", "thousands", 12.0, None, "m3"),
    ("5 m²", "thousands", 5.0, None, "m²"),
    ("12m3", "thousands", 12.0, None, "m3"),
    ("5 L", "thousands", 5.0, None, "l"),
    ("500/bulan", "thousands", 500.0, None, "/bulan"),
    ("88%", "thousands", 88.0, None, "%"),
    ("100 Ltr.", "thousands", 100.0, None, "ltr"),
    ("2 juta butir", "thousands", 2e6, None, "butir"),
    ("2,5 ton (perkiraan)", "thousands", 2.5, None, "ton"),
    ("-0,5", "thousands", -0.5, None, None),
]


@pytest.mark.parametrize(("value", "dots", "expected", "kode", "satuan"), NUMBERS)
def test_measured_quantities(
    value: Any,
    dots: Literal["thousands", "decimal"],
    expected: float | None,
    kode: str | None,
    satuan: str | None,
) -> None:
    reading = read_number(value, dots=dots)
    assert (reading.nilai, reading.kode, reading.satuan) == (expected, kode, satuan)


MONEY: list[tuple[Any, int, int | None, str | None]] = [
    (70_000_000.0, 1, 70_000_000, None),
    (70_000_000, 1, 70_000_000, None),
    (22.25, 10**6, 22_250_000, None),
    (0.1, 10**9, 100_000_000, None),
    (1_234_567.8999, 1, 1_234_568, None),
    (12.5, 1, None, ODD),
    (12.5, 1000, 12_500, None),
    ("70000000", 1, 70_000_000, None),
    ("350", 1000, 350_000, None),
    ("1.500", 10**6, 1_500_000_000, None),
    ("12.3", 10**6, 12_300_000, None),
    ("12,3", 10**6, 12_300_000, None),
    ("Rp 350", 10**6, 350_000_000, None),
    ("Rp. 70.000.000,-", 1, 70_000_000, None),
    ("Rp.70.000.000,00", 1, 70_000_000, None),
    ("Rp70.000.000", 1, 70_000_000, None),
    ("RP 70.000.000,--", 1, 70_000_000, None),
    ("70.000.000.-", 1, 70_000_000, None),
    ("IDR 5.000", 1, 5_000, None),
    ("Rp. 0,-", 1, 0, None),
    ("Rp 1.250.000,50", 1, 1_250_001, None),
    ("Rp 70 juta", 1, 70_000_000, None),
    ("Rp70jt", 1, 70_000_000, None),
    ("70 jt.", 1, 70_000_000, None),
    ("70 juta rupiah", 1, 70_000_000, None),
    ("17.374 jt", 1, 17_374_000_000, None),
    ("Rp 5.312 juta", 1000, 5_312_000_000, None),
    ("Rp540 miliar", 1, 540_000_000_000, None),
    ("Rp1,96 milyar", 1, 1_960_000_000, None),
    ("15 Miliyar", 1, 15_000_000_000, None),
    ("2,5 Milliar", 1, 2_500_000_000, None),
    ("2.5 mlyr", 1, 2_500_000_000, None),
    ("1,5 M", 1, 1_500_000_000, None),
    ("Rp 1,5 M", 10**6, 1_500_000_000, None),
    ("13,75M", 1, 13_750_000_000, None),
    ("2,34 T", 1, 2_340_000_000_000, None),
    ("3 Triliyun", 1, 3_000_000_000_000, None),
    ("500rb", 1, 500_000, None),
    ("500 ribu", 1, 500_000, None),
    ("tujuh puluh juta rupiah", 1, 70_000_000, None),
    ("tujuh puluh juta rupiah", 1000, 70_000_000, None),
    ("Rp 70.000.000,- (tujuh puluh juta rupiah)", 1, 70_000_000, None),
    ("70 juta (tujuh puluh juta)", 1, 70_000_000, None),
    ("70 juta (tujuh juta)", 1, None, TWO),
    ("-259.000.000", 1, -259_000_000, None),
    ("(Rp 5.000)", 1, -5_000, None),
    ("Rp -5.000", 1, -5_000, None),
    ("sampai Rp 70 juta", 1, 70_000_000, APPROX),
    ("± Rp 70 juta", 1, 70_000_000, APPROX),
    ("70 jutaan", 1, 70_000_000, APPROX),
    ("Rp -", 1, None, None),
    ("Rp", 1, None, None),
    ("-", 1, None, None),
    ("Rp 1.250.000", 1000, None, ODD),
    ("Rp. 70.000.000,-", 10**6, None, ODD),
    ("Rp 12.5", 1, None, ODD),
    ("12,5", 1, None, ODD),
    ("tujuh puluh", 1000, None, ODD),
    ("1348,8", 1, None, ODD),
    (17374.5, 1, None, ODD),
    ("Rp 1250000", 1000, None, ODD),
    ("1.000.000 ,-", 1000, None, ODD),
    ("Rp 1.250,50", 1000, 1_250_500, None),
    ("Rp128.820.00", 1, None, NOT),
    ("39.600.", 1, None, NOT),
    ("Rp 1,250", 1, None, NOT),
    ("1,250 M", 1, None, NOT),
    ("5 orang", 1, None, NOT),
    ("Rp 5.000/bulan", 1, None, NOT),
    ("1,5 MM", 1, None, NOT),
    ("Rp 1O.000", 1, None, NOT),
    ("Rp 5 juta - 10 juta", 1, None, TWO),
    ("1 juta 500 ribu", 1, None, TWO),
    ("??", 1, None, NOT),
    ("1,25E+09", 1, None, LOST),
    (9.3e15, 1, None, LOST),
    (9e12, 10**9, None, NOT),
    ("#VALUE!", 1, None, ERROR),
]


@pytest.mark.parametrize(("value", "scale", "expected", "kode"), MONEY)
def test_money(value: Any, scale: int, expected: int | None, kode: str | None) -> None:
    reading = read_money(value, scale=scale)
    assert (reading.nilai, reading.kode) == (expected, kode)
    assert expected is None or type(reading.nilai) is int


def test_a_column_with_decimal_points_does_not_shrink_whole_amounts() -> None:
    """ "Rp 12.5 juta" proves the decimal point of its column; "Rp 350.000" beside it is not 350 rupiah."""
    whole = read_money("Rp 350.000", dots="decimal")
    assert (whole.nilai, whole.kode) == (None, ODD)
    assert read_money("Rp 1.350.000", dots="decimal").nilai == 1_350_000
    assert read_money("12.5 juta", dots="decimal").nilai == 12_500_000
    assert read_money("7.978", scale=10**6, dots="decimal").nilai == 7_978_000
    assert (read_count("1.000", dots="decimal").nilai, read_count("5.0", dots="decimal").nilai) == (None, 5)


def test_money_tells_the_scale_the_cell_states() -> None:
    stated = [read_money(text, scale=1).skala for text in ("70 juta", "500rb", "1,5 M", "Rp 5.000", "5.000")]
    assert stated == [10**6, 1000, 10**9, 1, None]
    assert read_money("sampai Rp 70 juta").rincian == {"jenis": "paling banyak"}


PERCENT: list[tuple[list[Any], list[float | None], set[str]]] = [
    ([0.88, 1.0, 0.5], [88.0, 100.0, 50.0], set()),
    ([0.9351999999999999, None], [93.52, None], set()),
    (["0,88", "0.9"], [88.0, 90.0], set()),
    ([88, 23.01, 1.0], [88.0, 23.01, 1.0], set()),
    (["88%", "88,00", "99,5 %", "75 persen"], [88.0, 88.0, 99.5, 75.0], set()),
    (["45%", 0.5, 0.0], [45.0, 50.0, 0.0], set()),
    ([0.35, 0.5, 45, 81], [0.35, 0.5, 45.0, 81.0], {ODD}),
    ([0.35, 45, 81], [0.35, 45.0, 81.0], set()),  # one alone has hardly begun
    ([0, 1, 1], [0.0, 1.0, 1.0], {ODD}),
    ([0, 0], [0.0, 0.0], set()),
    (["12,500"], [12.5], set()),
    (["0,5%", "0,7%"], [0.5, 0.7], set()),
    (["-", "", None], [None, None, None], set()),
    (["??", "12 orang", 50], [None, None, 50.0], {NOT}),
    ([-5, 120], [-5.0, 120.0], set()),
    ([], [], set()),
]


@pytest.mark.parametrize(("values", "expected", "codes"), PERCENT)
def test_percent_columns(values: list[Any], expected: list[float | None], codes: set[str]) -> None:
    readings = read_percent_column(values)
    assert [one.nilai for one in readings] == expected
    assert {one.kode for one in readings if one.kode} == codes


@pytest.mark.parametrize(
    ("values", "role"),
    [
        (["1348.8", "7.978"], "decimal"),
        (["12.55 ton", "1.234"], "decimal"),
        (["1,234.5", "1.500"], "decimal"),
        (["0.935"], "decimal"),
        (["1.500", "7.978"], "thousands"),
        (["1348.8", "1.234.567"], "thousands"),
        (["1348.8", "12,5"], "thousands"),
        (["1348.8", "1.234,5"], "thousands"),
        ([1348.8, None, 12], "thousands"),
        (["1.5000"], "thousands"),
        ([], "thousands"),
    ],
)
def test_role_of_the_dot_needs_proof(values: list[Any], role: str) -> None:
    assert dot_role(values) == role


@pytest.mark.parametrize(
    ("value", "expected", "kode"),
    [
        (2012, 2012, None),
        (2012.0, 2012, None),
        ("2012", 2012, None),
        ("Thn 2012", 2012, None),
        ("TA. 2012", 2012, None),
        ("(2012)", 2012, None),
        ("2.012", 2012, None),
        ("± 2010", 2010, APPROX),
        (date(2012, 5, 3), 2012, None),
        (datetime(2012, 5, 3), 2012, None),
        ("03/05/2012", 2012, None),
        ("3 Mei 2012", 2012, None),
        ("2012/2013", None, TWO),
        ("2012 - 2013", None, TWO),
        ("'12", None, NOT),
        (12, None, NOT),
        (44762.0, None, NOT),
        ("No. 15/2012", None, TWO),
        ("2012 orang", None, NOT),
        ("lama", None, NOT),
        ("-", None, None),
        (None, None, None),
    ],
)
def test_years(value: Any, expected: int | None, kode: str | None) -> None:
    reading = read_year(value)
    assert (reading.nilai, reading.kode) == (expected, kode)


SCALES: list[tuple[str, int | None]] = [
    ("Nilai Investasi (Rp. 000)", 1000),
    ("Investasi (Rp.000,-)", 1000),
    ("Nilai Produksi (000 Rp)", 1000),
    ("(Rp x 1.000)", 1000),
    ("(x Rp 1.000)", 1000),
    ("(Rp.1000)", 1000),
    ("(000)", 1000),
    ("('000)", 1000),
    ("Omzet Rp.000", 1000),
    ("Nilai\nProduksi (Rp. 000)", 1000),
    ("dalam ribuan rupiah", 1000),
    ("(dalam ribuan)", 1000),
    ("Dalam Rp. 1.000", 1000),
    ("(Satuan: Rp 1.000)", 1000),
    ("(Rp Ribu)", 1000),
    ("(Rp. Ribu)", 1000),
    ("Ribuan", 1000),
    ("(Rp Juta)", 10**6),
    ("(Juta Rp)", 10**6),
    ("(Rp. Jutaan)", 10**6),
    ("dalam jutaan rupiah", 10**6),
    ("(Jt)", 10**6),
    ("x 1.000.000", 10**6),
    ("Rp. 000.000", 10**6),
    ("Investasi Juta Rupiah", 10**6),
    ("(Milyar Rupiah)", 10**9),
    ("(Rp M)", 10**9),
    ("(Rp Triliun)", 10**12),
    ("Omzet (Rp)", 1),
    ("Omzet (Rp.)", 1),
    ("Nilai Produksi (Rp/Tahun)", 1),
    ("Pagu (Rp.) 2023", 1),
    ("dalam rupiah", 1),
    ("Tahun 2000", None),
    ("TAHUN ANGGARAN 2022", None),
    ("Tenaga Kerja (ribu orang)", None),
    ("Kapasitas (000 kg)", None),
    ("Program Seribu Desa", None),
    ("Program 10 Ribu Wirausaha Baru", None),
    ("DAK Rp 540 miliar untuk 109 daerah", None),
    ("bantuan 70 juta rupiah", None),
    ("Bantuan tujuh puluh juta rupiah", None),
    ("Kapasitas (M)", None),
    ("(Rp. 000) (Juta Rp)", None),
    ("Nama Pemilik", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "scale"), SCALES)
def test_scale_of_headers_and_titles(text: str, scale: int | None) -> None:
    assert scale_of(text) == scale


ANYTHING = st.one_of(
    st.none(), st.booleans(), st.integers(), st.integers(10**17, 10**400), st.floats(), st.dates(),
    st.datetimes(), st.times(), st.text(), st.text("0123456789., -–/()±%RpMjtribu*'\n½²x=#", max_size=25),
)  # fmt: skip


@given(ANYTHING)
@example(10**18)
@example(1e308)
@example("9" * 400)
def test_nothing_raises(value: Any) -> None:
    for reading in (read_number(value), read_count(value), read_money(value, scale=1000), read_year(value)):
        assert reading.kode is None or reading.kode.isupper()
        assert not isinstance(reading.nilai, int) or abs(reading.nilai) < 2**63
    assert len(read_percent_column([value, value])) == 2
    assert dot_role([value]) in {"thousands", "decimal"}
    if isinstance(value, str):
        scale_of(value)


def dotted(number: int) -> str:
    return f"{number:,}".replace(",", ".")


@given(st.integers(0, 10**12), st.sampled_from(["{}", " {} ", "{} orang", "{} Org", "'{}", "sebanyak {}"]))
def test_counts_read_back(number: int, style: str) -> None:
    assert read_count(style.format(dotted(number))).nilai == number
    assert read_count(style.format(number)).nilai == number
    assert read_count(f"-{dotted(number)}").nilai == -number


@given(st.integers(0, 10**9), st.integers(0, 99))
def test_decimals_read_back(whole: int, cents: int) -> None:
    expected = float(Decimal(f"{whole}.{cents:02}"))
    assert read_number(f"{dotted(whole)},{cents:02}").nilai == expected
    assert read_number(f"{whole},{cents:02} kg").nilai == expected
    if whole >= 1000:
        assert read_number(f"{whole:,}.{cents:02}").nilai == expected


@given(
    st.integers(0, 10**12),
    st.sampled_from(["Rp {}", "Rp. {},-", "Rp{},00", "{}", "IDR {}", "Rp {},--", "{} rupiah"]),
)
def test_rupiah_reads_back(number: int, style: str) -> None:
    assert read_money(style.format(dotted(number))).nilai == number


@given(
    st.integers(1, 999_999),
    st.sampled_from([("juta", 10**6), ("jt", 10**6), ("M", 10**9), ("milyar", 10**9), ("rb", 10**3)]),
    st.sampled_from(["Rp {} {}", "{} {}", "Rp{}{}"]),
    st.sampled_from([1, 1000, 10**6]),
)
def test_scale_words_read_back(number: int, word: tuple[str, int], style: str, header: int) -> None:
    text = style.format(dotted(number), word[0])
    assert read_money(text, scale=header).nilai == number * word[1]
    tenth = style.format(f"{dotted(number)},5", word[0])
    assert read_money(tenth, scale=header).nilai == number * word[1] + word[1] // 2


UNITS = "nol satu dua tiga empat lima enam tujuh delapan sembilan".split()


def spelled(number: int) -> str:
    """A small writer of Indonesian number words, the counterpart of the reader."""
    if number < 10:
        return UNITS[number]
    if number < 20:
        return {10: "sepuluh", 11: "sebelas"}.get(number, f"{UNITS[number - 10]} belas")
    for size, word in ((10**9, "miliar"), (10**6, "juta"), (1000, "ribu"), (100, "ratus"), (10, "puluh")):
        if number >= size:
            many, rest = divmod(number, size)
            head = f"se{word}" if many == 1 and size in (100, 1000) else f"{spelled(many)} {word}"
            return head if rest == 0 else f"{head} {spelled(rest)}"
    raise AssertionError(number)


@given(st.integers(0, 10**11))
def test_number_words_read_back(number: int) -> None:
    assert number_words(spelled(number).split()) == number
    assert read_count(f"{dotted(number)} ({spelled(number)}) orang").nilai == number


@given(st.text("0123456789.,", min_size=1, max_size=14))
def test_magnitude_never_changes_silently(text: str) -> None:
    """A text of digits and separators reads as its digits with at most one mark taken for a decimal sign."""
    reading = read_number(text)
    if reading.nilai is None:
        assert reading.kode in {NOT, None}
        return
    figures_only = text.replace(".", "").replace(",", "")
    places = 0
    if "," in text and text.count(",") == 1 and text.rfind(",") > text.rfind("."):
        places = len(text) - text.rfind(",") - 1
    elif "." in text and text.count(".") == 1 and text.rfind(".") > text.rfind(","):
        behind = len(text) - text.rfind(".") - 1
        places = behind if behind != 3 or "," in text or text.startswith("0") else 0
    assert reading.nilai == pytest.approx(float(Decimal(int(figures_only)).scaleb(-places)), rel=1e-15)


@pytest.mark.parametrize("module", [numbers, figures, digits, scales, words])
def test_examples_in_the_docstrings(module: Any) -> None:
    assert doctest.testmod(module).failed == 0
