"""Rows that are no data: numbering, totals, notes, signatures, page marks."""

from __future__ import annotations

import doctest
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.grammar import rows
from flows.grammar.rows import (
    is_average_word,
    is_note,
    is_numbering,
    is_page_mark,
    is_place_and_date,
    is_roman,
    is_signature,
    is_total_word,
)


def test_the_examples_in_the_docstrings() -> None:
    assert doctest.testmod(rows).failed == 0


@pytest.mark.parametrize(
    "cells",
    [
        [1.0, 2.0, 3.0, 4.0],
        ["1", "2", "3"],
        ["(1)", "(2)", "(3)"],
        [-1.0, -2.0, -3.0],  # Excel takes (1) for a negative number
        ["1.", "2.", "3."],
        ["a", "b", "c"],
        ["(a)", "(b)", "©", "(d)"],  # Word takes (c) for a sign
        ["(1)", "(2)", "(3)", "(4)", "(5)=(3)+(4)"],
        ["1", "2", "3", "4", "5=3+4", "6"],
        [1.0, None, 2.0, 3.0],
        [2.0, 3.0, 4.0],
        ["1", "2", "3", "3", "4"],
    ],
)
def test_numbering_rows(cells: list[Any]) -> None:
    assert is_numbering(cells)


@pytest.mark.parametrize(
    "cells",
    [
        [1.0, "UD Sinar", 5.0],
        [1.0],
        [],
        [None, None],
        [10.0, 20.0, 30.0],
        [5.0, 3.0, 8.0],
        [1.0, 250_000.0],
        [1.5, 2.5, 3.5],
        ["Barru", "Mallusetasi"],
        [True, False],
        [7.0, 8.0, 15.0],
    ],
)
def test_rows_that_do_not_number_columns(cells: list[Any]) -> None:
    assert not is_numbering(cells)


@pytest.mark.parametrize(
    "text",
    [
        "JUMLAH", "Jumlah", "TOTAL", "Total :", "SUB JUMLAH", "Sub Total", "SUBTOTAL", "Sub-Total", "Grand Total",
        "T O T A L", "J U M L A H", "Jml", "Jumlah Total", "Total Keseluruhan", "Jumlah Seluruhnya",
        "Jumlah Dipindahkan", "Jumlah Pindahan", "Jumlah Kec. Barru", "JUMLAH KECAMATAN BARRU", "Total Kab. Barru",
        "Jumlah I", "Jumlah (A)", "Rata-rata", "RATA - RATA", "Jumlah s/d bulan ini",
    ],
)  # fmt: skip
def test_words_of_total_rows(text: str) -> None:
    assert is_total_word(text)


@pytest.mark.parametrize(
    "text",
    [
        "Totalindo Jaya", "UD Jumlah Rejeki", "Barru", "", "Total Busana Muslim", "Toko Total", "Rata Motor",
        "Jumlahku", "1.234", "Subur Jaya",
    ],
)  # fmt: skip
def test_words_that_only_look_like_totals(text: str) -> None:
    assert not is_total_word(text)


@pytest.mark.parametrize(("text", "wanted"), [("Rata-rata", True), ("Persentase", True), ("Jumlah", False)])
def test_an_average_is_no_sum(text: str, wanted: bool) -> None:
    assert is_average_word(text) is wanted


@pytest.mark.parametrize(
    "text",
    ["Ket:", "Ket. : angka sementara", "Keterangan :", "Sumber: Dinas Perindustrian", "*) angka sementara",
     "**) diolah", "Catatan: data per Desember", "NB: belum termasuk unit baru", "Sumber Data : laporan desa"],
)  # fmt: skip
def test_notes(text: str) -> None:
    assert is_note(text)


@pytest.mark.parametrize(
    "text", ["Sumber Rejeki", "Ketupat Sayur", "Sumber Jaya Motor", "Notebook Service", "UD Catat"]
)
def test_business_names_are_no_notes(text: str) -> None:
    assert not is_note(text)


@pytest.mark.parametrize(
    "text",
    ["Mengetahui,", "KEPALA DINAS PERINDUSTRIAN", "Kepala Bidang Perindustrian", "NIP. 19700101 199503 1 001",
     "Pangkat : Pembina Tk. I", "Barru, 27 Januari 2022", "Kendari,    Juli 2022", "Barru, ........ 2021",
     "a.n. Bupati Barru", "Plt. Kepala Dinas"],
)  # fmt: skip
def test_lines_of_a_signature(text: str) -> None:
    assert is_signature(text)


@pytest.mark.parametrize("text", ["Barru Jaya", "UD Mekar, Barru", "Nippon Motor", "Pembinaan IKM pangan"])
def test_texts_that_sign_nothing(text: str) -> None:
    assert not is_signature(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Barru, 27 Januari 2022", True),
        ("Pare-Pare, 3 Mei 2021", True),
        ("Mengetahui", False),
        ("27 Januari 2022", False),
    ],
)
def test_place_and_date(text: str, wanted: bool) -> None:
    assert is_place_and_date(text) is wanted


@pytest.mark.parametrize("text", ["Halaman 2", "Hal. 3", "Halaman 2 dari 5", "- 4 -", "2/5", "Page 1 of 3"])
def test_page_marks(text: str) -> None:
    assert is_page_mark(text)


@pytest.mark.parametrize("text", ["Halaman Rumah Makan", "2", "Hal baru", "-"])
def test_no_page_marks(text: str) -> None:
    assert not is_page_mark(text)


@pytest.mark.parametrize(
    ("text", "wanted"), [("IV.", True), ("A", True), ("b)", True), ("12", False), ("UD", False)]
)
def test_marks_of_sections(text: str, wanted: bool) -> None:
    assert is_roman(text) is wanted


@given(st.integers(2, 30), st.sampled_from(["{}", "({})", "{}.", "[{}]"]))
def test_any_counting_row_is_seen_as_such(columns: int, form: str) -> None:
    assert is_numbering([form.format(number) for number in range(1, columns + 1)])


@given(
    st.lists(
        st.one_of(
            st.none(),
            st.text(max_size=20),
            st.floats(allow_nan=False, allow_infinity=False),
            st.integers(),
            st.booleans(),
        )
    )
)
def test_no_row_is_too_strange(cells: list[Any]) -> None:
    assert is_numbering(cells) in (True, False)


@given(st.text(max_size=60))
def test_no_text_is_too_strange(text: str) -> None:
    for asks in (is_total_word, is_average_word, is_note, is_signature, is_page_mark, is_roman):
        assert asks(text) in (True, False)
