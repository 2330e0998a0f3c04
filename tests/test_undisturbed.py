"""Loads that are killed and files that are read while they are replaced: short runs of the two benchmarks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb
import pytest

from bench.kills import Result, add_revisions, disturb, faults_in
from bench.load_files import generate
from bench.readers import Seen, percentile, read_once, run
from schemas.reports import spec, specs
from tests.deliveries import businesses, delivery, load
from warehouse.keys import masking_key
from warehouse.publish import publish


def test_a_load_killed_again_and_again_ends_as_one_that_was_not(tmp_path: Path) -> None:
    folder = tmp_path / "masuk"
    folder.mkdir()
    generate(folder, workbooks=3, lists=0)
    add_revisions(folder, 1)
    result = disturb(folder, tmp_path, kills=5, seed=3)
    assert result.faults == []
    assert result.kills == 5


def test_readers_beside_a_writer_see_whole_states_only(tmp_path: Path) -> None:
    seen, loads = run(tmp_path, rows=2_000, workbooks=4, readers=2, seconds=0, batches=1)
    assert (seen.errors, seen.wrong, loads) == ([], [], 1)
    assert seen.reads > 3 and len(seen.milliseconds) == seen.reads


# That the benchmarks would see a fault ---------------------------------------------------------------------


@pytest.fixture
def home(tmp_path: Path) -> Path:
    load(tmp_path, delivery("ikm", businesses(0, 5), "a.xlsx", kiriman_id="a"))
    return tmp_path


@pytest.mark.parametrize(
    ("damage", "fault"),
    [
        ("INSERT INTO kiriman SELECT * FROM kiriman", "a twice"),
        ("INSERT INTO kiriman SELECT * REPLACE ('b' AS kiriman_id) FROM kiriman", "a.xlsx in force twice"),
        ("UPDATE masa_berlaku SET berlaku_sampai = berlaku_dari", "a in force or not"),
        ("DELETE FROM riwayat.ikm WHERE baris = 5", "a: 5 rows said, 4 there"),
        ("INSERT INTO riwayat.ikm SELECT * FROM riwayat.ikm", "a: 5 rows said, 10 there"),
    ],
)
def test_faults_in_a_database_are_found(damage: str, fault: str, home: Path) -> None:
    path = home / "warehouse" / "kerja.duckdb"
    assert faults_in(path, "", home) == []
    con = duckdb.connect(str(path))
    con.execute(damage)
    con.close()
    assert fault in faults_in(path, "", home)


def test_a_published_file_that_does_not_open_is_found(home: Path) -> None:
    path = publish(home, specs(), masking_key(home)).umum
    assert faults_in(path, "lama_", home) == []
    path.chmod(0o644)
    path.write_bytes(b"rusak")
    assert "does not open" in faults_in(path, "lama_", home)[0]


@pytest.mark.parametrize(
    ("controls", "wrong"), [({"a.xlsx": [5, 15_000_000]}, 0), ({"a.xlsx": [5, 16_000_000]}, 1), ({}, 1)]
)
def test_a_reader_checks_every_submission(controls: dict[str, Any], wrong: int, home: Path) -> None:
    path = publish(home, (spec("ikm"),), masking_key(home)).umum
    seen = Seen()
    read_once(path, controls, seen)
    assert (len(seen.wrong), seen.reads) == (wrong, 1)


def test_a_version_beside_its_revision_is_seen(home: Path) -> None:
    load(home, delivery("ikm", businesses(50, 5), "b.xlsx"))
    seen = Seen()
    both = {"a.xlsx": [5, 15_000_000], "b.xlsx": [5, 265_000_000]}
    read_once(publish(home, (spec("ikm"),), masking_key(home)).umum, both, seen)
    assert seen.wrong == ["a version beside its revision"]


def test_percentiles() -> None:
    assert percentile([float(one) for one in range(1, 101)], 95) == pytest.approx(95.05)
    assert Result().faults == []
