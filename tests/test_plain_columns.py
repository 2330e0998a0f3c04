"""Shortcuts for plain columns give what the cell-by-cell readers give, for whatever cells a column holds."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.grammar import profile
from flows.grammar.text import all_folded, fold, is_blank, is_ditto
from flows.steps.values.readers import plain_values, read_column
from schemas.base import Column
from schemas.reports import specs

COLUMNS = {column.kind: column for report in specs() for column in report.columns if column.kind != "percent"}
FLOATS = st.one_of(
    st.integers(-3000, 3000).map(float),
    st.integers(1890, 2110).map(float),
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from([0.0, -0.0, 0.5, 1e15, 2.0**53, 2.0**53 + 2, 9.3e18]),
)
TEXTS = st.one_of(
    st.sampled_from(
        ["-", "", " ", "Abon  ikan", "Kec. Wara", "Desa Baru ", "x", "nihil", "KG", "sda", '"', "5", "1.5"]
    ),
    st.text(max_size=12),
)
# Sixteen and thirteen digits and telephones, right and nearly so.
NUMBERS_OF_PEOPLE = st.one_of(
    st.from_regex(r"(?:73|74|09|10)[0-8][0-9]0[0-2][0-7][0-9][01][0-9]{3}000[01]", fullmatch=True),
    st.from_regex(r"[0-9]{12,17}", fullmatch=True),
    st.from_regex(r"(?:0|62|\+62)[0-9]{6,14}", fullmatch=True),
)
CELLS = st.one_of(st.none(), FLOATS, TEXTS)


@pytest.mark.parametrize("column", COLUMNS.values(), ids=COLUMNS.keys())
@given(
    values=st.one_of(
        st.lists(st.none() | FLOATS),
        st.lists(st.none() | TEXTS),
        st.lists(st.none() | NUMBERS_OF_PEOPLE),
        st.lists(CELLS),
    ),
    data=st.data(),
)
def test_a_plain_column_is_what_its_cells_are(column: Column, values: list[Any], data: st.DataObject) -> None:
    scale = data.draw(st.sampled_from([1, 1000, 1_000_000])) if column.kind == "money" else 1
    plain = plain_values(column, values, scale)
    if plain is None:
        return
    readings = read_column(column, values, scale)
    assert [(type(one), one) for one in plain] == [(type(one.nilai), one.nilai) for one in readings]
    assert not any(one.kode or one.satuan for one in readings)


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("count", [1.0, None, 5.0]),
        ("money", [0.0, 70_000_000.0]),
        ("decimal", [1.5, None]),
        ("year", [1999.0, 2020.0]),
        ("text", ["Abon ikan", "-", None]),
        ("kecamatan", ["Kec. Wara", "Bara"]),
        ("nik", ["7371015607900001", None]),
        ("nib", ["9120001234567"]),
        ("phone", [None, "081234567890"]),
    ],
)
def test_ordinary_columns_are_plain(kind: str, values: list[Any]) -> None:
    assert plain_values(COLUMNS[kind], values) is not None


@given(
    st.text(alphabet="0123456789", min_size=1, max_size=20) | st.from_regex(r"0[0-9]{5,18}", fullmatch=True)
)
def test_digits_alone_are_judged_as_any_number_text(digits: str) -> None:
    assert profile._number_text_marks(digits) == profile._marks_by_reading(digits)


@given(st.lists(st.text(max_size=8), max_size=5))
def test_texts_called_folded_are(texts: list[str]) -> None:
    if all_folded(texts):
        assert [fold(text) for text in texts] == texts


@given(
    st.one_of(st.text(max_size=6), st.sampled_from(["Tidak ada", "NIHIL", "Belum Ada", "S.D.A", "Idem", "X"]))
)
def test_the_first_character_settles_only_what_it_can(text: str) -> None:
    # With a blank in front the first character settles nothing.
    assert is_blank(text) == is_blank(f" {text}")
    assert is_ditto(text) == is_ditto(f" {text}")
