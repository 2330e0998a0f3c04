"""The workbooks of the field with the truth beside them, where they are at hand: what must never get worse."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.take_in import load_paths
from tests.scoring import FileScore, measure, total

CASES = Path(__file__).parent.parent.parent / "shared" / "cases"
pytestmark = pytest.mark.skipif(not CASES.is_dir(), reason="the workbooks of the field are not at hand")


# The truth holds what a merged cell said before the file was saved as CSV; in the file nothing is left of it.
UNKNOWABLE = (
    "63 Laporan Pembinaan_Kab. Tator_Juni 2021_(revisi).csv: pembinaan (None, 33): row missing (held back)"
)


@pytest.fixture(scope="module", params=["ordinary", "special"])
def scores(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[list[FileScore]]:
    folder, home = CASES / request.param, tmp_path_factory.mktemp(request.param)
    files = sorted(path for path in folder.iterdir() if path.name != "kebenaran.json")
    load_paths(files, home)
    yield measure(folder, home / "warehouse" / "terbatas" / "ikm.duckdb")


def faults(scores: list[FileScore], word: str) -> list[str]:
    return [f"{one.berkas}: {fault}" for one in scores for fault in one.faults if word in fault]


def test_no_cell_is_wrong_without_a_word(scores: list[FileScore]) -> None:
    assert total(scores)["cells_wrong"] == 0, faults(scores, "WRONG")


def test_no_row_too_many_and_none_missing(scores: list[FileScore]) -> None:
    missing = [fault for fault in faults(scores, "row missing") if fault != UNKNOWABLE]
    assert missing == []
    assert faults(scores, "rows loaded of a file to be refused") == []
    extra = faults(scores, "extra row")
    assert [fault for fault in extra if not any(name in fault for name in unjudged())] == []


def unjudged() -> set[str]:
    """Workbooks with rows that the truth neither accepts nor holds back: their own status stands in its place."""
    return {
        entry["berkas"]
        for part in ("ordinary", "special")
        for entry in json.loads((CASES / part / "kebenaran.json").read_text(encoding="utf-8"))
        for table in entry["tabel"]
        if any(row["status"] not in {"diterima", "karantina"} for row in table["baris"])
    }


def test_every_row_lies_in_its_district_and_period(scores: list[FileScore]) -> None:
    counts = total(scores)
    assert counts["place_right"] == counts["place_wanted"]


def test_what_must_be_refused_or_held_back_is(scores: list[FileScore]) -> None:
    counts = total(scores)
    assert counts["refused_right"] == counts["refused_wanted"], faults(scores, "no finding")
    assert counts["held_right"] == counts["held_wanted"], faults(scores, "not held back")


def test_hardly_a_cell_is_lost(scores: list[FileScore]) -> None:
    counts = total(scores)
    assert counts["cells_lost"] <= 0.01 * counts["cells_wanted"], faults(scores, "lost")[:40]


def test_planted_faults_are_found_and_few_others_alarmed(scores: list[FileScore]) -> None:
    counts = total(scores)
    assert counts["findings_right"] >= 0.95 * counts["findings_wanted"], faults(scores, "no finding")[:40]
    assert counts["addresses_right"] >= 0.95 * counts["addresses_wanted"]
    assert counts["false_alarms"] <= 0.02 * max(50, counts["rows_wanted"]), faults(scores, "false alarm")[:40]
