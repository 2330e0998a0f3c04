"""``ikm doctor``: the working home: can it be written, is there room, who is at work, is the key there."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from flows.commands.doctor_look import Look, cure_of
from flows.trouble import holder
from warehouse.faults import HomeFault
from warehouse.lock import holder_of

LEAST_FREE_GB = 2.0
LEAST_FREE_NAMES = 1000
#: Working database, published files, and new ones beside the old while they are built.
TIMES_THE_WAREHOUSE = 3
FOLDERS = ("", "warehouse", "warehouse/terbatas", "archive", "feedback", "kunci")


def home_looks(home: Path) -> Iterator[Look]:
    yield _writable(home)
    yield _room(home)
    locked = holder_of(home / "warehouse" / "kerja.kunci")
    free = ("tidak ada", "nobody")
    yield Look(
        ("pemuatan yang sedang berjalan", "load at work"),
        True,
        free if locked is None else (holder(locked, "id"), holder(locked, "en")),
    )
    yield _key(home)


def _writable(home: Path) -> Look:
    what = ("folder kerja dapat ditulisi", "the working home can be written")
    try:
        str(home).encode("utf-8")
        if not home.exists():
            nearest = _nearest(home)
            if not nearest.is_dir():
                raise NotADirectoryError(20, "Not a directory", str(nearest))
            if not os.access(nearest, os.W_OK | os.X_OK):
                raise PermissionError(13, "Permission denied", str(nearest))
            return Look(what, True, str(home))
        for folder in FOLDERS:
            if (home / folder).exists():
                _probe(home / folder)
    except (OSError, UnicodeEncodeError) as problem:
        return Look(what, False, "", cure_of(problem, home))
    return Look(what, True, str(home))


def _probe(folder: Path) -> None:
    """Write and remove a small file: permissions alone do not tell of a disk that is full or read-only."""
    os.listdir(folder)
    try:
        with tempfile.NamedTemporaryFile(dir=folder, prefix=".ikm-doctor-", buffering=0) as probe:
            probe.write(b"\0" * 4096)
            os.fsync(probe.fileno())
    except OSError as problem:
        raise type(problem)(problem.errno, problem.strerror, str(folder)) from None


def _room(home: Path) -> Look:
    nearest = _nearest(home)
    free = shutil.disk_usage(nearest).free / 1e9
    files = [path for path in (home / "warehouse").glob("**/*.duckdb") if path.is_file()]
    used = sum(path.stat().st_size for path in files if "beku" not in path.parts) / 1e9
    needed = max(LEAST_FREE_GB, TIMES_THE_WAREHOUSE * used)
    names = os.statvfs(nearest).f_favail if hasattr(os, "statvfs") else LEAST_FREE_NAMES
    # Some file systems have no fixed number of names and say 0.
    named = names == 0 or names >= LEAST_FREE_NAMES
    return Look(
        ("ruang disk", "disk space"), free >= needed and named, f"{free:.1f} GB",
        (f"kosongkan disk sampai paling sedikit {needed:.0f} GB dan {LEAST_FREE_NAMES} berkas",
         f"free at least {needed:.0f} GB and {LEAST_FREE_NAMES} names of files on the disk"),
    )  # fmt: skip


def _nearest(home: Path) -> Path:
    for folder in (home, *home.absolute().parents):
        try:
            if folder.exists():
                return folder
        except OSError:
            continue
    return Path("/")


def _key(home: Path) -> Look:
    from warehouse.keys import read_key

    what = ("kunci penyamaran", "masking key")
    try:
        found = read_key(home)
    except (HomeFault, OSError) as problem:
        return Look(what, False, "", cure_of(problem, home))
    return Look(what, True, "" if found is not None else ("belum ada", "not there yet"))
