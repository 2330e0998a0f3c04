"""The originals: every file as received, under its hash."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
from collections.abc import Iterable
from pathlib import Path

from flows.line import Understood


def keep_originals(
    paths: Iterable[Path], understood: Iterable[Understood], home: Path
) -> tuple[list[Understood], list[str]]:
    """Archive each file; what is there already is not written again.

    Gives what may be stored, and the names of files that may not: their bytes are no longer those that were
    understood, or they are gone, so somebody is still writing or moving them. Raises OSError where the archive
    cannot be written, and where a disk or network folder went away: that says nothing about a file.
    """
    whole: list[Understood] = []
    changed: list[str] = []
    for path, result in zip(paths, understood, strict=True):
        if _is_still_there(path) if not result.sha256 else _is_kept(path, home, result.sha256):
            whole.append(result)
        else:
            changed.append(result.berkas)
    return whole, changed


def _is_still_there(path: Path) -> bool:
    """Whether a file that was not read can be refused for its own sake."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            os.listdir(path)
        elif stat.S_ISREG(mode):
            with path.open("rb") as file:
                file.read(1)
    except FileNotFoundError:
        return path.is_symlink()
    except PermissionError:
        return True
    return True


def _is_kept(path: Path, home: Path, sha256: str) -> bool:
    target = home / "archive" / sha256[:2] / f"{sha256}{_ending(path)}"
    try:
        size = path.stat().st_size
        # A crash of the computer may have left a name without all of its bytes.
        return (target.exists() and target.stat().st_size == size) or _copy(path, target, sha256)
    except FileNotFoundError:
        if path.exists():
            raise
        return False


def _ending(path: Path) -> str:
    """The ending of a file's name where it is one that a program knows it by, not any text behind a dot."""
    ending = path.suffix.lower()
    return ending if ending.isascii() and ending[1:].isalnum() and len(ending) <= 5 else ".bin"


def _copy(path: Path, target: Path, sha256: str) -> bool:
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_name(target.name + ".baru")
    try:
        shutil.copyfile(path, fresh)
        with fresh.open("rb") as copied:
            same = hashlib.file_digest(copied, "sha256").hexdigest() == sha256
        if same:
            os.replace(fresh, target)
        return same
    finally:
        fresh.unlink(missing_ok=True)
