"""A folder of backups: contents under their hashes, and for every set one list that says which belong to it.

``isi/ab/<sha256>.xlsx`` is written once, however many sets have it. ``set/0003_….json`` is written last and moved into
place, so what a killed backup left behind belongs to no set and is cleared away by the next one.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

STORE, SETS = "isi", "set"
EDITION = 1
CHUNK = 1 << 20
_NAME = re.compile(r"(\d{4,})_[\d_-]+\.json")


class BackupError(Exception):
    """A backup that cannot be made or used; ``key`` names the message, ``rincian`` its details."""

    def __init__(self, key: str, **rincian: object) -> None:
        super().__init__(f"{key} {rincian}")
        self.key = key
        self.rincian = rincian


class Kept(NamedTuple):
    """A file of the home and where its content lies in the backup folder; ``mode`` as an octal text."""

    berkas: str
    simpan: str
    bita: int
    sha256: str
    mode: str


class BackupSet(NamedTuple):
    """A set: its name, what it says about the home, its files."""

    name: str
    about: Mapping[str, Any]
    files: tuple[Kept, ...]


def hash_of(path: Path) -> str | None:
    """SHA-256 of a file; None where there is none."""
    try:
        with path.open("rb") as data:
            return hashlib.file_digest(data, "sha256").hexdigest()
    except FileNotFoundError:
        return None


def keep(folder: Path, source: Path, berkas: str) -> tuple[Kept, bool]:
    """Have the content of ``source`` in the folder, read back and compared; whether it had to be written.

    A copy that is there but no longer what it was is written anew.
    """
    mode = oct(source.stat().st_mode & 0o777)
    sha256, size = hash_of(source), source.stat().st_size
    if sha256 is None:
        raise FileNotFoundError(str(source))
    place = _place(sha256, source.suffix.lower())
    if hash_of(folder / place) == sha256:
        return Kept(berkas, place, size, sha256, mode), False
    sha256, size = _copy(source, folder)
    place = _place(sha256, source.suffix.lower())
    (folder / place).parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    os.replace(folder / STORE / "baru", folder / place)
    sync_folder((folder / place).parent)
    if hash_of(folder / place) != sha256:
        raise BackupError("backup.not_read_back", berkas=folder / place)
    return Kept(berkas, place, size, sha256, mode), True


def _place(sha256: str, ending: str) -> str:
    return f"{STORE}/{sha256[:2]}/{sha256}{ending}"


def _copy(source: Path, folder: Path) -> tuple[str, int]:
    """Write the content beside the others; its hash and size as they were written."""
    (folder / STORE).mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = folder / STORE / "baru"
    try:
        return _written(source, fresh)
    except OSError:
        # On a full disk it would be in the way of everything else.
        fresh.unlink(missing_ok=True)
        raise


def _written(source: Path, fresh: Path) -> tuple[str, int]:
    found, size = hashlib.sha256(), 0
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with source.open("rb") as data, os.fdopen(handle, "wb") as out:
        while chunk := data.read(CHUNK):
            out.write(chunk)
            found.update(chunk)
            size += len(chunk)
        out.flush()
        os.fsync(out.fileno())
        if hasattr(os, "posix_fadvise"):
            # Read back from the disk, not from memory.
            os.posix_fadvise(out.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    return found.hexdigest(), size


def sync_folder(folder: Path) -> None:
    """Have the names in a folder safe on the disk, where the system can."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def is_whole(folder: Path, one: Kept) -> bool:
    """Whether the content is still what was kept."""
    return hash_of(folder / one.simpan) == one.sha256


def set_names(folder: Path) -> list[str]:
    """The sets there are, oldest first: by their running number, for a clock may be set back."""
    found = [path.name for path in (folder / SETS).glob("*.json") if _NAME.fullmatch(path.name)]
    return [name.removesuffix(".json") for name in sorted(found, key=_number)]


def _number(name: str) -> int:
    found = _NAME.fullmatch(name)
    return int(found[1]) if found else 0


def read_set(folder: Path, name: str) -> BackupSet:
    """A set by its name. Raises :class:`BackupError` where its list is not what was written."""
    path = folder / SETS / f"{name}.json"
    if not path.exists():
        raise BackupError("backup.no_set", nama=name, daftar=", ".join(set_names(folder)) or "-")
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        mark = said.pop("sha256")
        whole = mark == _mark(said) and said["bentuk"] == EDITION
        files = tuple(Kept(**one) for one in said.pop("isi"))
    except (ValueError, KeyError, TypeError, AttributeError):
        whole = False
    if not whole:
        raise BackupError("backup.damaged_list", berkas=path)
    for one in files:
        if _leads_out(one.berkas) or _leads_out(one.simpan):
            raise BackupError("backup.damaged_list", berkas=path)
    return BackupSet(name, said, files)


def latest_set(folder: Path) -> BackupSet:
    """The newest set. Raises :class:`BackupError` where there is none, or its list is damaged."""
    names = set_names(folder)
    if not names:
        raise BackupError("backup.none", folder=folder)
    return read_set(folder, names[-1])


def write_set(folder: Path, moment: str, about: Mapping[str, Any], files: Sequence[Kept]) -> str:
    """Write the list of a new set, last of all; its name."""
    names = set_names(folder)
    number = _number(f"{names[-1]}.json") + 1 if names else 1
    name = f"{number:04}_{moment}"
    (folder / SETS).mkdir(parents=True, exist_ok=True, mode=0o700)
    said = {"bentuk": EDITION, **about, "isi": [one._asdict() for one in files]}
    fresh = folder / SETS / "baru"
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        json.dump({**said, "sha256": _mark(said)}, out, ensure_ascii=False, indent=1)
        out.flush()
        os.fsync(out.fileno())
    os.replace(fresh, folder / SETS / f"{name}.json")
    sync_folder(folder / SETS)
    return name


def _mark(said: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode("utf-8")).hexdigest()


def _leads_out(path: str) -> bool:
    return path.startswith(("/", "\\")) or ".." in Path(path).parts or ":" in path


def drop_old(folder: Path, count: int) -> int:
    """Let go of all sets but the newest ``count``, and of contents that no set has; how many sets went.

    Where a list cannot be read nothing is cleared away: what it needs is not known.
    """
    names = set_names(folder)
    old, staying = names[:-count], names[-count:]
    try:
        needed = {one.simpan for name in staying for one in read_set(folder, name).files}
    except BackupError:
        return 0
    for name in old:
        (folder / SETS / f"{name}.json").unlink(missing_ok=True)
    for path in (folder / STORE).rglob("*"):
        if path.is_file() and path.relative_to(folder).as_posix() not in needed:
            path.unlink(missing_ok=True)
    return len(old)
