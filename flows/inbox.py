"""Which files of an inbox can be taken in: those that are whole, and that nobody has open.

Plain functions; the flow around them is ``flows/watch.py``. What becomes of the files afterwards:
``flows/inbox_moves.py``.
"""

from __future__ import annotations

import hashlib
import sys
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

from flows.steps.receive import LARGEST_FILE, workbooks_in

DONE, REFUSED = "selesai", "ditolak"
REASON_ENDING = ".alasan.txt"
#: So long a run waits for files to stay as they are; longer times are told by the clock of the file.
LONGEST_WAIT = timedelta(seconds=60)
#: A workbook without its end is still being copied; after so long it is taken to be damaged.
GIVEN_UP_AFTER = timedelta(hours=1)
#: What a spreadsheet program leaves beside a workbook when it crashes is not believed for ever.
LOCK_FORGOTTEN_AFTER = timedelta(hours=12)

_COPYING = (".part", ".partial", ".filepart", ".crdownload", ".download", ".baru")
_ZIP = b"PK\x03\x04"


class Mark(NamedTuple):
    """By what a file is seen to have changed; ``changed``: seconds since the epoch."""

    size: int
    changed: float
    number: int


class Waiting(NamedTuple):
    """A file of an inbox: where it lies, the folder its place is told from, its mark and its hash."""

    path: Path
    root: Path
    mark: Mark
    sha256: str


@dataclass(slots=True)
class Looked:
    """``ready``: whole files in the order to take them in; ``left``: files left for the next time;
    ``away``: folders that cannot be reached now; ``refused``: what lies in the folders of refused files."""

    ready: list[Waiting] = field(default_factory=list)
    left: list[Path] = field(default_factory=list)
    away: list[Path] = field(default_factory=list)
    refused: list[Waiting] = field(default_factory=list)


def folders_of(home: Path, names: Sequence[str]) -> list[Path]:
    """The inbox folders as the settings name them; those below the home are made where they are missing."""
    folders = [home / name for name in names]
    for name, folder in zip(names, folders, strict=True):
        if not Path(name).is_absolute():
            folder.mkdir(parents=True, exist_ok=True)
    return folders


def look(folders: Sequence[Path], quiet: timedelta, pause: Callable[[float], None] = time.sleep) -> Looked:
    """See which files are whole: unchanged between two looks, with their end, open nowhere.

    Waits only where there are files. A folder that vanishes meanwhile is ``away``; nothing is raised for it.
    """
    looked = Looked()
    first = {folder: marks for folder in folders if (marks := _seen(folder, looked)) is not None}
    if any(first.values()):
        pause(min(quiet, LONGEST_WAIT).total_seconds())
    for folder, before in first.items():
        now = _seen(folder, looked) if before else before
        for path, mark in (now or {}).items():
            one = _waiting(path, folder, mark) if _is_whole(path, mark, before.get(path), quiet) else None
            if one is None:
                looked.left.append(path)
            elif _is_below(path, folder / REFUSED):
                looked.refused.append(one._replace(root=folder / REFUSED))
            else:
                looked.ready.append(one)
    return looked


def is_unchanged(one: Waiting) -> bool:
    """Whether the file is still the one that was looked at."""
    try:
        return mark_of(one.path) == one.mark
    except OSError:
        return False


def mark_of(path: Path) -> Mark:
    about = path.stat()
    # A copy may keep the old time of its original; when it was written here shows in the other.
    changed = max(about.st_mtime, about.st_ctime) if sys.platform != "win32" else about.st_mtime
    return Mark(about.st_size, changed, about.st_ino)


def _seen(folder: Path, looked: Looked) -> dict[Path, Mark] | None:
    """The files below an inbox and their marks; None where the folder cannot be reached."""
    try:
        if not folder.is_dir():
            raise FileNotFoundError
        return dict(_marks(folder))
    except OSError:
        if folder not in looked.away:
            looked.away.append(folder)
        return None


def _marks(folder: Path) -> Iterator[tuple[Path, Mark]]:
    next(folder.iterdir(), None)  # walking a folder that cannot be read would find it empty
    for path, _ in workbooks_in([folder]):
        named = path.name.casefold()
        if _is_below(path, folder / DONE) or named.endswith((REASON_ENDING, *_COPYING)):
            continue
        try:
            if path.is_file():
                yield path, mark_of(path)
        except FileNotFoundError:
            continue  # taken away between the listing and here


def _is_below(path: Path, folder: Path) -> bool:
    return folder in path.parents


def _is_whole(path: Path, mark: Mark, before: Mark | None, quiet: timedelta) -> bool:
    if mark != before or is_open_elsewhere(path):
        return False
    age = timedelta(seconds=time.time() - mark.changed)
    if timedelta(0) <= age < quiet and quiet > LONGEST_WAIT:
        return False
    return has_its_end(path) or age > GIVEN_UP_AFTER


def is_open_elsewhere(path: Path) -> bool:
    """Whether a spreadsheet program has the file open: its lock file lies beside, or the system says so."""
    # Office cuts the first two letters of a long name in the name of the lock file.
    locks = (f"~${path.name}", f"~${path.name[2:]}", f".~lock.{path.name}#")
    for name in locks:
        try:
            age = time.time() - (path.parent / name).stat().st_mtime
        except OSError:
            continue
        if age < LOCK_FORGOTTEN_AFTER.total_seconds():
            return True
    if sys.platform == "win32":
        try:
            with path.open("r+b"):
                return False
        except PermissionError:
            return True
    return False


def has_its_end(path: Path) -> bool:
    """False for a zip (.xlsx, .ods) whose directory, at its end, is not there yet; others cannot be told."""
    try:
        with path.open("rb") as data:
            if data.read(4) != _ZIP:
                return True
        return zipfile.is_zipfile(path)
    except OSError:
        return True  # a file that cannot be read is refused with a sentence, not passed over for ever


def _waiting(path: Path, root: Path, mark: Mark) -> Waiting | None:
    """The file with its hash ("" for one that is too large, leads out of the folder or cannot be read); None where
    it is gone."""
    try:
        if mark.size > LARGEST_FILE or not path.resolve().is_relative_to(root.resolve()):
            return Waiting(path, root, mark, "")
        with path.open("rb") as data:
            sha256 = hashlib.file_digest(data, "sha256").hexdigest()
    except FileNotFoundError:
        return None
    except OSError:
        sha256 = ""
    one = Waiting(path, root, mark, sha256)
    return one if is_unchanged(one) else None
