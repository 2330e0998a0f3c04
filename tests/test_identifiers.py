"""NIK, NIB, KBLI and telephone numbers; all of them made up."""

from __future__ import annotations

import doctest
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.grammar import identifiers
from flows.grammar.identifiers import nik_birth, read_kbli, read_nib, read_nik, read_phone

GOOD = "7371015607900001"
LOST = "PRESISI_HILANG"


@pytest.mark.parametrize(
    ("value", "expected", "kode"),
    [
        (GOOD, GOOD, None),
        (f"'{GOOD}", GOOD, None),
        (f" {GOOD}\n", GOOD, None),
        ("7371 0156 0790 0001", GOOD, None),
        ("737101 560790 0001", GOOD, None),
        ("7371.0156.0790.0001", GOOD, None),
        ("7371-0156-0790-0001", GOOD, None),
        (f"NIK: {GOOD}", GOOD, None),
        ("9701012902000003", "9701012902000003", None),
        (7371015607900001, None, LOST),
        (7371015607900000.0, None, LOST),
        ("7,37112E+15", None, LOST),
        ("7.37112e+15", None, LOST),
        ("737101560790001", None, "NIK_TIDAK_SAH"),
        ("73710156079000011", None, "NIK_TIDAK_SAH"),
        ("7301064302660", None, "NIK_TIDAK_SAH"),
        ("2071015607900001", None, "NIK_TIDAK_SAH"),
        ("7300015607900001", None, "NIK_TIDAK_SAH"),
        ("7371005607900001", None, "NIK_TIDAK_SAH"),
        ("7371013213900001", None, "NIK_TIDAK_SAH"),
        ("7371013002900001", None, "NIK_TIDAK_SAH"),
        ("7371010007900001", None, "NIK_TIDAK_SAH"),
        ("7371015607900000", None, "NIK_TIDAK_SAH"),
        ("73710156O7900001", None, "NIK_TIDAK_SAH"),
        ("hilang", None, "NIK_TIDAK_SAH"),
        (12345.0, None, "NIK_TIDAK_SAH"),
        (float("nan"), None, "NIK_TIDAK_SAH"),
        (True, None, "NIK_TIDAK_SAH"),
        ("-", None, None),
        (None, None, None),
    ],
)
def test_nik(value: Any, expected: str | None, kode: str | None) -> None:
    reading = read_nik(value)
    assert (reading.nilai, reading.kode) == (expected, kode)


def test_a_nik_against_the_sex_in_its_row_is_kept_and_doubted() -> None:
    assert read_nik(GOOD, "P").kode is None
    assert (read_nik(GOOD, "L").nilai, read_nik(GOOD, "L").kode) == (GOOD, "NIK_TIDAK_SAH")


@pytest.mark.parametrize(
    ("nik", "expected"),
    [
        (GOOD, (date(1990, 7, 16), "P")),
        ("7371011607900001", (date(1990, 7, 16), "L")),
        ("7371011607050001", (date(2005, 7, 16), "L")),
        ("7371012902000001", (date(2000, 2, 29), "L")),
        ("7371013002900001", (None, "L")),
        ("12", (None, "L")),
    ],
)
def test_birth_and_sex_in_a_nik(nik: str, expected: tuple[date | None, str]) -> None:
    assert nik_birth(nik, as_of=date(2024, 1, 1)) == expected


def test_century_of_birth_depends_on_the_day() -> None:
    assert nik_birth("7371011607300001", as_of=date(2024, 1, 1))[0] == date(1930, 7, 16)
    assert nik_birth("7371011607300001", as_of=date(2031, 1, 1))[0] == date(2030, 7, 16)


@given(st.dates(date(1940, 1, 1), date(2010, 12, 31)), st.booleans(), st.integers(1, 9999))
def test_nik_reads_back(born: date, woman: bool, number: int) -> None:
    nik = f"731101{born.day + 40 * woman:02}{born:%m%y}{number:04}"
    assert read_nik(nik, "P" if woman else "L") == (nik, None, None, None, {})
    assert read_nik(f"{nik[:6]} {nik[6:12]} {nik[12:]}").nilai == nik


@pytest.mark.parametrize(
    ("value", "expected", "kode"),
    [
        ("9120001234567", "9120001234567", None),
        (9120001234567.0, "9120001234567", None),
        (9120001234567, "9120001234567", None),
        ("'0220001234567", "0220001234567", None),
        ("0220 0012 34567", "0220001234567", None),
        ("NIB. 9120001234567", "9120001234567", None),
        (220001234567.0, None, "NIB_TIDAK_SAH"),
        ("912000123456", None, "NIB_TIDAK_SAH"),
        ("0000000000000", None, "NIB_TIDAK_SAH"),
        ("Ada", None, "NIB_TIDAK_SAH"),
        ("Proses", None, "NIB_TIDAK_SAH"),
        ("9,12E+12", None, LOST),
        (True, None, "NIB_TIDAK_SAH"),
        ("belum ada", None, None),
        ("", None, None),
    ],
)
def test_nib(value: Any, expected: str | None, kode: str | None) -> None:
    reading = read_nib(value)
    assert (reading.nilai, reading.kode) == (expected, kode)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("10298", "10298"),
        (10298.0, "10298"),
        (10298, "10298"),
        ("C10298", "10298"),
        ("C.10298", "10298"),
        ("KBLI 10298", "10298"),
        ("10298 - Industri pengolahan ikan", "10298"),
        ("10298: Industri", "10298"),
        ("10298.", "10298"),
        ("10.298", "10298"),
        ("1029", None),
        ("102981", None),
        (10298.5, None),
        ("10298, 10792", None),
        ("10298/10792", None),
        ("1O298", None),
        ("10298a", None),
        ("pangan", None),
        (True, None),
    ],
)
def test_kbli(value: Any, expected: str | None) -> None:
    reading = read_kbli(value)
    assert (reading.nilai, reading.kode) == (expected, None if expected else "KBLI_TIDAK_SAH")


def test_kbli_of_the_list() -> None:
    assert read_kbli("10298", {"10298": 2020}).nilai == "10298"
    assert read_kbli("10299", {"10298": 2020}).kode == "KBLI_TIDAK_SAH"
    assert read_kbli("-", {}).kode is None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("081234567890", "+6281234567890"),
        ("0812-3456-7890", "+6281234567890"),
        ("0812 3456 7890", "+6281234567890"),
        ("0812.3456.7890", "+6281234567890"),
        ("'081234567890", "+6281234567890"),
        ("+6281234567890", "+6281234567890"),
        ("+62 812-3456-7890", "+6281234567890"),
        ("+62 (0)812 3456 7890", "+6281234567890"),
        ("6281234567890", "+6281234567890"),
        ("006281234567890", "+6281234567890"),
        ("81234567890", "+6281234567890"),
        (81234567890.0, "+6281234567890"),
        (81234567890, "+6281234567890"),
        (85195693022.0, "+6285195693022"),
        ("08335245657", "+628335245657"),
        ("0821-7732-992", "+628217732992"),
        ("08505463890", "+628505463890"),
        ("0411-423456", "+62411423456"),
        ("(0411) 423456", "+62411423456"),
        ("0411-423456/423457", "+62411423456"),
        ("081234567890/085212345678", "+6281234567890"),
        ("081234567890, 085212345678", "+6281234567890"),
        ("081234567890 dan 085212345678", "+6281234567890"),
        ("081234567890 ; 085212345678", "+6281234567890"),
        ("081234567890\n085212345678", "+6281234567890"),
        ("- / 085212345678", "+6285212345678"),
        ("HP. 081234567890", "+6281234567890"),
        ("WA: 081234567890", "+6281234567890"),
        ("081234567890 (WA)", "+6281234567890"),
        ("081234567890 (Budi)", "+6281234567890"),
        ("+60 12 345 6789", "+60123456789"),
        ("0812", None),
        ("423456", None),
        ("0812345678901234", None),
        ("08l234567890", None),
        ("0812xxxx7890", None),
        ("ada", None),
        ("??", None),
        (0, None),
        (12.5, None),
        (True, None),
        (date(2022, 1, 1), None),
    ],
)
def test_phone(value: Any, expected: str | None) -> None:
    reading = read_phone(value)
    assert (reading.nilai, reading.kode) == (expected, None if expected else "TELEPON_TIDAK_SAH")


def test_no_phone_is_no_finding() -> None:
    assert read_phone("-") == read_phone(None) == (None, None, None, None, {})


@given(st.integers(10**8, 10**11 - 1))
def test_phone_reads_back(rest: int) -> None:
    expected = f"+628{rest}"
    digits = str(rest)
    for text in (f"08{rest}", f"+62 8{rest}", f"628{rest}", f"08{digits[:3]}-{digits[3:]}"):
        assert read_phone(text).nilai == expected
    assert read_phone(float(f"8{rest}")).nilai == expected


@given(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.integers(10**18, 10**400), st.floats(), st.dates(),
        st.datetimes(), st.times(), st.text(), st.text("0123456789 +-/().,'E", max_size=30),
    )
)  # fmt: skip
def test_nothing_raises(value: Any) -> None:
    assert len(read_nik(value, "L").nilai or "x" * 16) == 16
    assert len(read_nib(value).nilai or "x" * 13) == 13
    assert len(read_kbli(value).nilai or "x" * 5) == 5
    phone = read_phone(value).nilai
    assert phone is None or (phone[0] == "+" and phone[1:].isdigit() and 7 <= len(phone) - 1 <= 15)
    if isinstance(value, str):
        nik_birth(value)


def test_examples_in_the_docstrings() -> None:
    assert doctest.testmod(identifiers).failed == 0
