"""``ikm doctor``: every fault that lasts is named with its cure, in both languages, and none where all is well."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError
from pathlib import Path
from typing import Any

import pytest

from flows.cli import main
from flows.commands import doctor, doctor_home, doctor_system


def asked(capsys: Any, home: Path, bahasa: str = "id") -> tuple[int, list[str]]:
    """The exit code, and the ill things each with its cure."""
    capsys.readouterr()
    code = main(["doctor", "--home", str(home), "--bahasa", bahasa])
    lines = capsys.readouterr().out.splitlines()
    assert not any("Traceback" in line for line in lines)
    return code, [f"{line}\n{lines[place + 1]}" for place, line in enumerate(lines) if line.startswith("✗")]


@pytest.mark.parametrize("bahasa", ["id", "en"])
def test_a_home_that_does_not_exist_yet_is_well_and_is_not_made(bahasa: str, home: Path, capsys: Any) -> None:
    assert asked(capsys, home, bahasa) == (0, [])
    assert not home.exists()


@pytest.mark.parametrize(
    ("name", "found", "words"),
    [("duckdb", "2.0.0", "make run"), ("prefect", "3.9.1", "make run"), ("polars", None, "make run")],
)
def test_wrong_and_missing_libraries(
    name: str, found: str | None, words: str, home: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = doctor.version

    def other(asked_for: str) -> str:
        if asked_for != name:
            return real(asked_for)
        if found is None:
            raise PackageNotFoundError(name)
        return found

    monkeypatch.setattr(doctor, "version", other)
    code, ill = asked(capsys, home)
    assert code == 1 and len(ill) == 1 and name in ill[0] and words in ill[0]


def test_little_room(home: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor_home, "LEAST_FREE_GB", 10.0**9)
    code, ill = asked(capsys, home, "en")
    assert code == 1 and "disk space" in ill[0] and "GB" in ill[0]


def test_little_memory(home: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor_system, "_available_mb", lambda: 200)
    code, ill = asked(capsys, home)
    assert code == 1 and "memori" in ill[0] and "Tutup program lain" in ill[0]


@pytest.mark.parametrize(
    ("limit", "value", "words"),
    [
        ("RLIMIT_AS", 10**9, "ulimit -v"),
        ("RLIMIT_FSIZE", 10**6, "ulimit -f"),
        ("RLIMIT_NOFILE", 100, "ulimit -n"),
    ],
)
def test_narrow_limits(
    limit: str, value: int, words: str, home: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def limited(name: str) -> int | None:
        return value if name == limit else None

    for module in ("flows.limits", "flows.commands.doctor_system"):
        monkeypatch.setattr(f"{module}.limited_to", limited)
    code, ill = asked(capsys, home)
    assert code == 1 and len(ill) == 1 and ill[0].count(words) >= 1


def test_no_temporary_folder(home: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def none() -> str:
        raise FileNotFoundError(2, "No usable temporary directory found in ['/tmp']")

    monkeypatch.setattr("tempfile.gettempdir", none)
    code, ill = asked(capsys, home)
    assert code == 1 and "TMPDIR" in ill[0]


def test_an_examination_that_breaks_down_does_not_keep_the_others(
    home: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: Path) -> Any:
        raise KeyError("rahasia")

    monkeypatch.setattr(doctor, "home_looks", broken)
    capsys.readouterr()
    assert main(["doctor", "--home", str(home)]) == 1
    told = capsys.readouterr().out
    assert "✗ pemeriksaan" in told and "jam komputer" in told and "rahasia" not in told
