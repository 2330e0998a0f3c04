"""What all tests share: a Hypothesis profile that does not race the clock, and a working home."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

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
