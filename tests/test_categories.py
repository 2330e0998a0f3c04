"""Words out of a closed list, sex, ticks."""

from __future__ import annotations

import doctest
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.grammar import categories
from flows.grammar.categories import is_tick, read_category, read_gender

FUNDS: dict[str, tuple[str, ...]] = {
    "APBN": ("dana APBN",),
    "DAK Fisik": ("DAK",),
    "DAK Nonfisik": ("DAK Non Fisik",),
    "APBD Provinsi": ("APBD I", "APBD Prov"),
    "APBD Kabupaten/Kota": ("APBD II", "APBD Kab", "APBD Kota"),
    "CSR": (),
    "Swadaya": ("mandiri",),
}
FORMS: dict[str, tuple[str, ...]] = {
    "Perorangan": ("perseorangan",),
    "CV": (),
    "UD": ("usaha dagang",),
    "PT": ("perseroan terbatas",),
    "Koperasi": (),
}
STATES: dict[str, tuple[str, ...]] = {"aktif": ("masih aktif",), "tidak aktif": ("tutup", "nonaktif")}
WEAR: dict[str, tuple[str, ...]] = {"baik": (), "rusak ringan": (), "rusak berat": ()}
OUT = "DI_LUAR_DAFTAR"


@pytest.mark.parametrize(
    ("value", "kinds", "expected"),
    [
        ("APBN", FUNDS, "APBN"),
        ("A.P.B.N", FUNDS, "APBN"),
        ("apbn 2022", FUNDS, "APBN"),
        ("APBN TA. 2022", FUNDS, "APBN"),
        ("C.S.R", FUNDS, "CSR"),
        ("DAK-Fisik", FUNDS, "DAK Fisik"),
        ("DAK (Fisik)", FUNDS, "DAK Fisik"),
        ("dak  fisik", FUNDS, "DAK Fisik"),
        ("DAK Fisk", FUNDS, "DAK Fisik"),
        ("DAK NON FISIK", FUNDS, "DAK Nonfisik"),
        ("APBD II", FUNDS, "APBD Kabupaten/Kota"),
        ("APBD I", FUNDS, "APBD Provinsi"),
        ("APBD Provinisi", FUNDS, "APBD Provinsi"),
        ("Swadya", FUNDS, "Swadaya"),
        ("PT.", FORMS, "PT"),
        ("U.D.", FORMS, "UD"),
        ("Usaha Dagang (UD)", FORMS, "UD"),
        ("perorangn", FORMS, "Perorangan"),
        ("AKTIP", STATES, "aktif"),
        ("tidak aktip", STATES, "tidak aktif"),
        ("Rusak-Ringan", WEAR, "rusak ringan"),
        ("rusak brat", WEAR, "rusak berat"),
        ("ZZZ", FUNDS, None),
        ("APBD", FUNDS, None),
        ("APBX", FUNDS, None),
        ("APBD III", FUNDS, None),
        ("APBN/APBD II", FUNDS, None),
        ("CV (UD)", FORMS, None),
        ("inaktif", STATES, None),
        ("rusak", WEAR, None),
        ("Lain-lain xyz", WEAR, None),
        ("tidak jelas", FORMS, None),
        (5.0, FORMS, None),
    ],
)
def test_categories(value: Any, kinds: dict[str, tuple[str, ...]], expected: str | None) -> None:
    reading = read_category(value, kinds)
    assert (reading.nilai, reading.kode) == (expected, None if expected else OUT)
    assert expected is not None or reading.rincian == {"pilihan": ", ".join(kinds)}


@pytest.mark.parametrize("value", [None, "", "-", "tidak ada", "belum pilih komoditi"])
def test_no_category_is_no_finding(value: Any) -> None:
    assert read_category(value, FORMS) == (None, None, None, None, {})


@given(
    st.sampled_from([(kind, spelling) for kind in FUNDS for spelling in (kind, *FUNDS[kind])]), st.randoms()
)
def test_case_and_punctuation_do_not_matter(pair: tuple[str, str], random: Any) -> None:
    canonical, spelling = pair
    written = "".join(
        (letter.upper() if random.random() < 0.5 else letter.lower()) + random.choice(["", "", ".", " ", "-"])
        for letter in spelling
    )
    assert read_category(written, FUNDS).nilai == canonical


@pytest.mark.parametrize(
    ("value", "expected"),
    [("L", "L"), ("l", "L"), ("Lk", "L"), ("LK.", "L"), ("Laki-laki", "L"), ("LAKI LAKI", "L"), ("Pria", "L"),
     ("P", "P"), ("Pr", "P"), ("Perempuan", "P"), ("wanita", "P"), ("M", None), ("F", None), ("L/P", None),
     ("1", None), ("?", None), (1.0, None)],
)  # fmt: skip
def test_sex(value: Any, expected: str | None) -> None:
    reading = read_gender(value)
    assert (reading.nilai, reading.kode) == (expected, None if expected else OUT)


@pytest.mark.parametrize(
    "value", ["v", "V", " v ", "✓", "✔", "√", "x", "X", "1", 1, 1.0, "•", "*", "ya", "Ya", True]
)
def test_ticks(value: Any) -> None:
    assert is_tick(value)


@pytest.mark.parametrize("value", [None, "", "-", "0", 0, 2.0, False, "tidak", "L", "vv"])
def test_no_ticks(value: Any) -> None:
    assert not is_tick(value)


@given(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.dates(),
        st.datetimes(),
        st.times(),
        st.text(),
    )
)
def test_nothing_raises(value: Any) -> None:
    assert read_category(value, FUNDS).nilai in {None, *FUNDS}
    assert read_gender(value).nilai in {None, "L", "P"}
    assert isinstance(is_tick(value), bool)


def test_examples_in_the_docstrings() -> None:
    assert doctest.testmod(categories).failed == 0
