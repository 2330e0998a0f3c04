"""Cells as text: folding, blanks, ditto marks, letter-spaced words, prefixes of places."""

from __future__ import annotations

import doctest
from datetime import date, datetime, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.grammar import text as module
from flows.grammar.text import fold, is_blank, is_ditto, strip_prefix_desa, strip_prefix_kecamatan, unspace

ANYTHING = st.one_of(
    st.none(), st.booleans(), st.integers(), st.integers(10**4000, 10**5000), st.floats(), st.dates(),
    st.datetimes(), st.times(), st.text(),
)  # fmt: skip


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ""),
        ("", ""),
        ("  Abon \n ikan\t", "Abon ikan"),
        ("UD\u00a0Karya\u200b Baru", "UD Karya Baru"),
        ("\ufeffNama", "Nama"),
        ("Abon ikan", "Abon ikan"),
        (5, "5"),
        (5.0, "5"),
        (-5.0, "-5"),
        (0.1, "0.1"),
        (7305105203800050.0, "7305105203800050"),
        (True, "TRUE"),
        (date(2022, 7, 9), "09/07/2022"),
        (datetime(2022, 7, 9), "09/07/2022"),
        (datetime(2022, 7, 9, 8, 5), "09/07/2022 08:05"),
        (time(8, 5), "08:05"),
        (float("nan"), "nan"),
    ],
)
def test_folding(value: Any, expected: str) -> None:
    assert fold(value) == expected


@given(ANYTHING)
def test_folding_is_done_once_and_never_raises(value: Any) -> None:
    once = fold(value)
    assert fold(once) == once
    assert once == once.strip()
    assert isinstance(is_blank(value), bool)
    assert isinstance(is_ditto(value), bool)
    assert isinstance(unspace(once) + strip_prefix_desa(once) + strip_prefix_kecamatan(once), str)


@pytest.mark.parametrize(
    "value",
    [None, "", " ", "\u00a0", "-", "--", "- -", "–", "—", "−", ".", "...", "…", "nihil", "NIHIL", "Tidak Ada",
     "tdk ada", "Belum ada",
     "belum  pilih\nkomoditi", "kosong", "n/a", "N.A", "NA", "null", "x", "X", "_", "(kosong)"],
)  # fmt: skip
def test_blank(value: Any) -> None:
    assert is_blank(value)


@pytest.mark.parametrize(
    "value",
    [
        "0",
        0,
        0.0,
        False,
        "??",
        "?",
        "a",
        "tidak ada izin usaha",
        "sda",
        "xy",
        "Nila",
        float("nan"),
        "menyusul",
    ],
)
def test_not_blank(value: Any) -> None:
    assert not is_blank(value)


@pytest.mark.parametrize(
    "value",
    ['"', "''", '""', ",,", '-"-', "- ” -", "-''-", "〃", "″", "“", "”", "sda", "SDA",
     "s.d.a", "S.d.a.", "sd.a", "s d a", "idem", "Idem.", "id.", "sama dengan atas", "Sama dengan di atas"],
)  # fmt: skip
def test_ditto(value: str) -> None:
    assert is_ditto(value)


@pytest.mark.parametrize(
    "value", [None, "", "s.d.", "s.d", "sd", "s/d", "SD", "-", "'", "ide", "sdar", 5, "Ida", "'30"]
)
def test_not_ditto(value: Any) -> None:
    assert not is_ditto(value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("J O K O", "JOKO"),
        ("T O T A L", "TOTAL"),
        ("J U M L A H :", "JUMLAH:"),
        ("S U B   T O T A L", "SUB TOTAL"),
        ("A B Yusuf", "A B Yusuf"),
        ("A B", "A B"),
        ("1 2 3", "1 2 3"),
        ("Joko", "Joko"),
        ("", ""),
    ],
)
def test_letter_spaced_words(text: str, expected: str) -> None:
    assert unspace(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Desa Kaluku", "Kaluku"),
        ("DESA KALUKU", "KALUKU"),
        ("Ds. Kaluku", "Kaluku"),
        ("Ds Kaluku", "Kaluku"),
        ("Desa: Kaluku", "Kaluku"),
        ("Kel. Baru", "Baru"),
        ("Kel Baru", "Baru"),
        ("Kel.Baru", "Baru"),
        ("Kelurahan Baru", "Baru"),
        ("Desa/Kel. Baru", "Baru"),
        ("Kelapa Tiga", "Kelapa Tiga"),
        ("Desaku", "Desaku"),
        ("Dsewu", "Dsewu"),
        ("Desa", "Desa"),
        ("Kaluku", "Kaluku"),
    ],
)
def test_desa_without_prefix(text: str, expected: str) -> None:
    assert strip_prefix_desa(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kec. Tompobulu", "Tompobulu"),
        ("Kec Tompobulu", "Tompobulu"),
        ("KECAMATAN TOMPOBULU", "TOMPOBULU"),
        ("Kecamatan : Tompobulu", "Tompobulu"),
        ("Kec.Minasate'ne", "Minasate'ne"),
        ("Kecapi", "Kecapi"),
        ("Tompobulu", "Tompobulu"),
    ],
)
def test_kecamatan_without_prefix(text: str, expected: str) -> None:
    assert strip_prefix_kecamatan(text) == expected


def test_examples_in_the_docstrings() -> None:
    assert doctest.testmod(module).failed == 0
