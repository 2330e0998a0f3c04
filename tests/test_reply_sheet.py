"""The sheet of findings as it comes back: how it is known, and what was written on it."""

from __future__ import annotations

import pytest

from flows.grammar.reply_sheet import LONGEST, explanations, first_cell, is_our_sheet

HEAD = ["No", "Lembar", "Sel", "Keadaan", "Penjelasan", "Kode"]
FIRST, SECOND = "BUKAN_ANGKA#0123456789ab", "DI_LUAR_RENTANG#ba9876543210"


@pytest.mark.parametrize(
    ("cell", "ours"),
    [
        ("PERBAIKAN DATA IKM", True),
        ("  Perbaikan  data IKM – Kabupaten Barru", True),
        ("DAFTAR PERBAIKAN DATA IKM", False),
        ("DATA IKM", False),
        (5, False),
        (None, False),
    ],
)
def test_our_sheet_is_known_by_its_first_cell(cell: object, ours: bool) -> None:
    assert is_our_sheet(cell) is ours
    assert is_our_sheet(first_cell([[cell]])) is ours


def test_an_empty_sheet_has_no_first_cell() -> None:
    assert first_cell([]) is None
    assert first_cell([[]]) is None


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([HEAD, [1, "IKM", "H6", "baru", "belum ada", FIRST]], {FIRST: "belum ada"}),
        ([[], HEAD, [1, "IKM", "H6", "baru", None, FIRST], [2, "", "", "", "tiga", SECOND]], {SECOND: "tiga"}),
        ([HEAD, [1, "IKM", "H6", "baru", " - ", FIRST], [2, "", "", "", "ok", SECOND]], {}),
        ([HEAD, [1, "IKM", "H6", "baru", 2021, FIRST]], {FIRST: "2021"}),
        ([HEAD, [1, "IKM", "H6", "baru", "baris\ndua", FIRST]], {FIRST: "baris dua"}),
        ([["Kode", "PENJELASAN", "Keadaan"], [FIRST, "dipindah", "baru"]], {FIRST: "dipindah"}),
        ([[1, "IKM", "H6", "baru", "tanpa judul", FIRST]], {}),
        ([HEAD, [1, "IKM", "H6", "baru", "tanpa kode", None]], {}),
        ([HEAD, [1, "IKM", "H6", "baru", "kode lain", "73.11"]], {}),
        ([HEAD, [1, "IKM", "H6", "baru", "a" * 5000, FIRST]], {FIRST: "a" * LONGEST}),
    ],
)  # fmt: skip
def test_what_an_office_wrote(rows: list[list[object]], found: dict[str, str]) -> None:
    assert explanations(rows) == found
