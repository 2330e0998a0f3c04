"""KBLI codes and their versions."""

import csv
from pathlib import Path

import pytest

from schemas.district_names import code_rows
from schemas.kbli import known_kbli

REFERENCE = Path(__file__).parents[2] / "shared" / "reference" / "kbli_c_codes.csv"


def test_versions_have_the_published_number_of_codes() -> None:
    codes = known_kbli()
    assert sum("2020" in versions for versions in codes.values()) == 475
    assert sum("2025" in versions for versions in codes.values()) == 464
    assert sum(versions == {"2020", "2025"} for versions in codes.values()) == 384
    assert all(len(code) == 5 and code.isdigit() and code[:2] in map(str, range(10, 34)) for code in codes)


@pytest.mark.parametrize(
    ("code", "versions"),
    [("10110", {"2020"}), ("10111", {"2025"}), ("10762", {"2020", "2025"}), ("47111", None)],
)
def test_versions_of_a_code(code: str, versions: set[str] | None) -> None:
    assert known_kbli().get(code) == versions


def test_codes_whose_meaning_changed_are_in_both_versions() -> None:
    changed = {row["kbli"] for row in code_rows("kbli.csv") if row["meaning_changed"] == "1"}
    assert changed == {"10217", "10762", "10793", "13122", "14302"}
    assert all(known_kbli()[code] == {"2020", "2025"} for code in changed)


@pytest.mark.skipif(not REFERENCE.exists(), reason="reference list not here")
def test_the_list_is_the_reference() -> None:
    with REFERENCE.open(encoding="utf-8") as opened:
        assert {row["kbli"] for row in csv.DictReader(opened)} == set(known_kbli())
