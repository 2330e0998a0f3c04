"""docs/analis.md: every example runs on the samples' warehouse and says something."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.cli import main
from flows.take_in import load_paths
from tests.deliveries import ask

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "docs" / "analis.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^\*\*(\d+)\. [^\n]+\*\*\n\n```sql\n(.+?)```", TEXT, re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder in which ``data`` is a home that holds the samples."""
    folder = tmp_path_factory.mktemp("analis")
    load_paths([ROOT / "samples" / "inbox"], folder / "data")
    yield folder


def test_there_are_twenty() -> None:
    assert [number for number, _ in EXAMPLES] == [str(n) for n in range(1, 21)]
    assert TEXT.count("```sql") == 20


@pytest.mark.parametrize(("number", "query"), EXAMPLES)
def test_example(samples: Path, number: str, query: str) -> None:
    rows = ask(samples / "data" / "warehouse" / "ikm.duckdb", query)
    assert rows, number
    assert any(cell is not None for row in rows for cell in row[2:])


def test_commands(samples: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(samples)
    monkeypatch.delenv("IKM_HOME", raising=False)
    (block,) = re.findall(r"```sh\n(.+?)```", TEXT, re.DOTALL)
    for line in block.splitlines():
        assert main(shlex.split(line)[1:]) == 0
    assert "tidak melapor" in capsys.readouterr().out
    assert (samples / "dak.csv").stat().st_size > 0
    assert (samples / "pertumbuhan.xlsx").read_bytes().startswith(b"PK")


def test_python(samples: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(samples)
    (block,) = re.findall(r"```python\n(.+?)```", TEXT, re.DOTALL)
    exec(block, {})
    assert "shape: (5, " in capsys.readouterr().out


def test_columns_named_in_the_text_exist(samples: Path) -> None:
    columns = {
        name
        for (name,) in ask(
            samples / "data" / "warehouse" / "ikm.duckdb",
            "SELECT kolom FROM kamus WHERE kolom IS NOT NULL UNION SELECT relasi FROM kamus",
        )
    }
    prose = re.sub(r"```.+?```", "", TEXT, flags=re.DOTALL)
    named = set(re.findall(r"`(\w+_\w+|per|periode)`", prose)) - {"IKM_HOME", "IKM_KUNCI"}
    assert named <= columns
    assert {"per", "kabkota_melapor", "orang_kunci"} <= named
