"""The published file before its rows: kept once, copied from then on, and never different from one made anew."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from schemas.reports import spec
from tests.deliveries import ask, businesses, delivery, load
from warehouse import shell
from warehouse.digest import digest
from warehouse.keys import masking_key
from warehouse.publish import publish
from warehouse.shell import kept_shell, statements

IKM = (spec("ikm"),)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty place for kept files, in place of the one beside the modules."""
    there = tmp_path / "kerangka"
    monkeypatch.setattr(shell, "_KEPT_IN", there)
    return there


def said_of(path: Path) -> list[tuple[object, ...]]:
    """Every relation, column, type, macro and comment of a database file."""
    return ask(
        path,
        "SELECT schema_name, table_name, NULL, NULL, comment FROM duckdb_tables() WHERE NOT internal UNION ALL "
        "SELECT schema_name, view_name, NULL, sql, comment FROM duckdb_views() WHERE NOT internal UNION ALL "
        "SELECT schema_name, table_name, column_name, data_type, comment FROM duckdb_columns() "
        "WHERE NOT internal UNION ALL "
        "SELECT schema_name, function_name, NULL, NULL, comment FROM duckdb_functions() "
        "WHERE NOT internal ORDER BY ALL",
    )


def published(home: Path) -> list[Path]:
    load(home, delivery("ikm", businesses(0, 5), "a.xlsx"))
    return list(publish(home, IKM, masking_key(home))[:2])


def test_it_is_made_once_and_has_no_row(place: Path) -> None:
    made = statements(IKM, masked=True)
    first = kept_shell(made)
    assert first is not None and list(place.iterdir()) == [first]
    stamp = first.stat().st_mtime_ns
    assert kept_shell(made) == first and first.stat().st_mtime_ns == stamp
    assert {rows.partition(":")[0] for rows in digest(first).values()} == {"0"}


def test_what_is_said_decides_which_is_used(place: Path) -> None:
    made = statements(IKM, masked=True)
    kept = {
        kept_shell(made),
        kept_shell(statements(IKM, masked=False)),
        kept_shell([*made, "CREATE VIEW x AS SELECT 1"]),
    }
    assert len(kept) == 3 and None not in kept


def test_copied_or_made_anew_the_published_files_are_the_same(
    tmp_path: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    homes = [tmp_path / name for name in ("dingin", "hangat", "tanpa")]
    cold, warm = published(homes[0]), published(homes[1])
    assert len(list(place.iterdir())) == 2
    # A folder nobody may write: here a file stands where the folder should.
    monkeypatch.setattr(shell, "_KEPT_IN", cold[0])
    without = published(homes[2])
    for one, other, third in zip(cold, warm, without, strict=True):
        assert said_of(one) == said_of(other) == said_of(third)
        assert digest(one)["main.wilayah"] == digest(third)["main.wilayah"]
        assert ask(one, "SELECT count(*), sum(tenaga_kerja) FROM ikm") == ask(
            third, "SELECT count(*), sum(tenaga_kerja) FROM ikm"
        )


def test_old_ones_are_not_heaped_up(place: Path) -> None:
    for number in range(9):
        assert kept_shell([f"CREATE TABLE satu (kolom_{number} BIGINT)"]) is not None
    assert len(list(place.iterdir())) == 6


def test_one_that_fails_leaves_nothing_behind(place: Path) -> None:
    assert kept_shell(["CREATE TABLE satu (x BIGINT)", "CREATE VIEW v AS SELECT tidak_ada FROM satu"]) is None
    assert list(place.iterdir()) == []
    with pytest.raises(duckdb.Error):
        shell.build(duckdb.connect(":memory:"), ["CREATE VIEW v AS SELECT tidak_ada"])
