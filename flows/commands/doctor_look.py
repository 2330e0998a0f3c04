"""One thing that ``ikm doctor`` looks at."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from flows.messages import say
from flows.trouble import explain


class Look(NamedTuple):
    """One thing looked at: its name in both languages, whether it is well, what was found (one text or both
    languages), and the cure where it is not well."""

    what: tuple[str, str]
    well: bool
    found: str | tuple[str, str] = ""
    cure: tuple[str, str] = ("", "")


def both(key: str, **details: object) -> tuple[str, str]:
    """A sentence of the catalogue in both languages."""
    return say(key, "id", **details), say(key, "en", **details)


def cure_of(problem: Exception, home: Path) -> tuple[str, str]:
    """What the program says where it meets this fault at work."""
    return explain(problem, home, "id"), explain(problem, home, "en")
