"""Work that the schedule does where this installation offers it; what is not offered is not on the schedule."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from flows.settings import Settings

Work = Callable[[], None]


def report_for(home: Path, _settings: Settings) -> Work | None:
    """Writing the page under ``site/``."""
    write = _offered("flows.site", "write_site")
    return None if write is None else lambda: _done(write(home))


def remind_for(home: Path, _settings: Settings) -> Work | None:
    """Reminding the districts that owe a report."""
    remind = _offered("flows.remind", "remind")
    return None if remind is None else lambda: _done(remind(home))


def backup_for(home: Path, settings: Settings) -> Work | None:
    """A backup, where the settings name a folder for it."""
    folder = getattr(getattr(settings, "cadangan", None), "folder", "")
    back_up = _offered("flows.backup", "back_up") if folder else None
    return None if back_up is None else lambda: _done(back_up(home, home / folder))


def _offered(module: str, function: str) -> Callable[..., Any] | None:
    if find_spec(module) is None:
        return None
    found: Callable[..., Any] | None = getattr(import_module(module), function, None)
    return found


def _done(_result: object) -> None:
    """What was done says itself where it happened; the run needs no more than that it ended."""
