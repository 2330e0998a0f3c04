"""A note that files are being taken in whose districts have no answer yet, for the load after one that broke off."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path


def note_unanswered(home: Path, since: datetime) -> None:
    """Before anything is stored; an earlier note, of a load that broke off, stays."""
    path = _note(home)
    if not path.exists():
        path.write_text(since.isoformat(), encoding="ascii")


def unanswered_since(home: Path) -> datetime | None:
    """When the files began to be taken in that may have no answer yet; None where all are answered."""
    try:
        return datetime.fromisoformat(_note(home).read_text(encoding="ascii"))
    except FileNotFoundError:
        return None
    except ValueError:
        # Broken off while it was written: nobody knows since when.
        return datetime.min


def all_answered(home: Path) -> None:
    _note(home).unlink(missing_ok=True)


def _note(home: Path) -> Path:
    return home / "warehouse" / "belum-dijawab.txt"
