"""What was written on the sheet of findings that comes back."""

from __future__ import annotations

import pytest

from flows.grammar.returned import LONGEST, explanations_in

HEAD = ["No", "Lembar", "Sel", "Keadaan", "Penjelasan", "Kode"]
FIRST, SECOND = "BUKAN_ANGKA#0123456789ab", "DI_LUAR_RENTANG#ba9876543210"


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
    assert explanations_in(rows) == found
