"""What all tests share: a Hypothesis profile that does not race the clock, and a working home."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from flows import feedback, side_by_side
from flows.pool import Died

# The machine may be busy with other tests: slow is no failure, a wrong answer is.
settings.register_profile("ikm", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("ikm")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A working home that does not exist yet, as on the first day."""
    return tmp_path / "data"


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """A folder for workbooks; its name says nothing of district or period."""
    folder = tmp_path / "masuk"
    folder.mkdir()
    return folder


@pytest.fixture
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Workbooks are understood here, one after the other: starting other processes takes seconds."""

    def alone(function: Callable[[Any], Any], items: Sequence[Any], *, on_result: Any, **_: Any) -> None:
        for place, item in enumerate(items):
            try:
                on_result(place, function(item))
            except Exception:
                on_result(place, Died("crash"))

    monkeypatch.setattr(side_by_side, "run_pool", alone)
    monkeypatch.setattr(feedback, "run_pool", alone)


@pytest.fixture
def quiet_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of whoever runs the tests chooses home, language or key."""
    for name in ("IKM_HOME", "IKM_BAHASA", "IKM_KUNCI"):
        monkeypatch.delenv(name, raising=False)
