"""Sheets of a workbook that say again what its other sheets say: nothing may be counted twice."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.repeats import repeating_tables
from flows.shapes import Context, TypedTable
from tests.sheets import BARRU_2021, Row, sheet, take

HEAD: Row = ("No", "Nama Usaha", "Nama Pemilik", "Komoditi", "Jumlah Tenaga Kerja", "Nilai Produksi (Rp)")


def listing(
    lembar: str, numbers: Sequence[int], context: Context = BARRU_2021, blank: bool = False
) -> TypedTable:
    """A sheet with the businesses of these numbers; ``blank`` leaves out their production."""
    rows: list[Row] = [
        (place, f"Usaha {n}", f"Pemilik {n}", "Kue", 2 + n % 9, None if blank else 1_000_000 + n)
        for place, n in enumerate(numbers, 1)
    ]
    return take(sheet([("DAFTAR IKM",), (), HEAD, *rows], lembar=lembar), context).typed


A, B = range(1, 6), range(11, 16)


@pytest.mark.parametrize(
    ("sheets", "dropped"),
    [
        ([("Barru", A), ("Balusu", B)], []),
        ([("REKAP", [*A, *B]), ("Barru", A), ("Balusu", B)], [0]),
        ([("Barru", A), ("Balusu", B), ("Gabungan", [*A, *B])], [2]),
        ([("Barru", A), ("Balusu", B), ("Sheet3", [*A, *B])], [2]),
        ([("Barru", A), ("Barru (2)", A)], [1]),
        ([("Barru", A), ("Salinan", A), ("Salinan 2", A)], [1, 2]),
        ([("REKAP", A)], []),
        ([("REKAP", [*A, *B]), ("Barru", A)], [1]),  # the part says nothing that the whole does not say
        ([("Barru", A), ("Balusu", [*B, 1])], []),
        ([("Barru", A), ("Balusu", [1])], []),
        ([], []),
    ],
)
def test_what_repeats_is_dropped_once(sheets: list[tuple[str, Sequence[int]]], dropped: list[int]) -> None:
    assert repeating_tables([listing(name, numbers) for name, numbers in sheets]) == dropped


def test_the_same_list_for_another_period_repeats_nothing() -> None:
    last_year = Context("73.11", "2020", "", "")
    assert repeating_tables([listing("2020", A, last_year), listing("2021", A)]) == []


def test_refused_tables_take_no_part() -> None:
    assert repeating_tables([None, listing("Barru", A), None]) == []


def test_the_same_names_with_other_amounts_are_no_repetition() -> None:
    other = listing("Balusu", A)
    changed = other.frame.with_columns(nilai_produksi=other.frame["nilai_produksi"] + 5)
    other.frame = changed
    assert repeating_tables([listing("Barru", A), other]) == []


@settings(max_examples=25)
@given(st.lists(st.lists(st.integers(1, 6), min_size=1, max_size=5, unique=True), min_size=1, max_size=4))
def test_no_row_is_lost(sheets: list[list[int]]) -> None:
    """What is dropped stands, at least nine rows of ten, in what is kept."""
    dropped = set(
        repeating_tables([listing(f"Lembar {place}", numbers) for place, numbers in enumerate(sheets)])
    )
    kept = {n for place, numbers in enumerate(sheets) if place not in dropped for n in numbers}
    for place in dropped:
        assert set(sheets[place]) <= kept
