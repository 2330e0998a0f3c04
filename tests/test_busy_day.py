"""24 hours of schedule in miniature: kills, restarts, two at once; the end state is that of a calm day."""

from __future__ import annotations

from pathlib import Path

from bench.day import differences, live
from bench.day_plan import ODDS, counted, plan
from tests.troubled import book, ikm, same_key

STEPS = 8


def test_a_busy_day_ends_as_a_calm_one(tmp_path: Path) -> None:
    steps = plan(tmp_path / "rencana", STEPS, seed=5)
    day = live(steps, tmp_path, seed=5)
    assert day.faults == []
    assert day.steps == STEPS and day.seen["load begun"] >= 2 * STEPS
    assert day.seen["kill -9"] >= 2 and day.seen["two"] + day.seen["two, one killed"] >= 1


def test_the_same_seed_plans_the_same_day_and_a_long_one_has_everything(tmp_path: Path) -> None:
    first, second = plan(tmp_path / "a", 60, seed=1), plan(tmp_path / "b", 60, seed=1)
    assert [(one.kind, one.name) for step in first for one in step] == [
        (one.kind, one.name) for step in second for one in step
    ]
    assert all(counted(first)[kind] for kind in ODDS)
    arrived: set[str] = set()
    for step in first:
        for one in step:
            assert one.kind != "ditarik" or one.name in arrived
            arrived.add(one.name)


def test_a_difference_would_be_seen(tmp_path: Path) -> None:
    calm, rough = tmp_path / "a", tmp_path / "b"
    path = book(tmp_path / "barru.xlsx")
    assert ikm("load", path, "--home", calm).returncode == 0
    assert ikm("load", path, "--home", same_key(rough, calm)).returncode == 0
    assert differences(calm, rough) == []
    book(path, count=4)
    assert ikm("load", path, "--home", rough).returncode == 0
    assert any("main.ikm " in one for one in differences(calm, rough))
    (rough / "warehouse" / "ikm.duckdb.baru").write_text("")
    assert "left behind: ikm.duckdb.baru" in differences(calm, rough)
