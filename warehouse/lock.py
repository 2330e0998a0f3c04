"""One writer at a time: a lock on a file that the system gives back when its holder dies."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

PAUSE_SECONDS = 0.2
SHORT_PAUSE_SECONDS = 0.005


class Locked(Exception):
    """Another load holds the warehouse; ``pid`` is its process, ``command`` what it runs and ``since`` when it
    began, None where that could not be read."""

    def __init__(self, pid: int | None, command: str | None = None, since: datetime | None = None) -> None:
        super().__init__(f"gudang sedang dipakai proses {pid} | the warehouse is in use by process {pid}")
        self.pid = pid
        self.command = command
        self.since = since


@contextmanager
def only_writer(
    path: Path, wait_seconds: float = 0, waiting: Callable[[Locked], None] | None = None
) -> Iterator[None]:
    """Hold the lock file ``path`` for the block.

    Waits up to ``wait_seconds`` for another holder, telling ``waiting`` once who it is; raises
    :class:`Locked` after that, and OSError on a disk that knows no locks. A holder that was killed holds nothing.
    """
    # Who holds it stands in a file of its own: Windows lets nobody read the locked one.
    holder = path.with_name(path.name + ".pid")
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _take(handle, holder, time.monotonic() + wait_seconds, waiting)
        try:
            holder.write_text(_about_us(), encoding="ascii")
            yield
        finally:
            holder.unlink(missing_ok=True)
            _release(handle)
    finally:
        os.close(handle)


@contextmanager
def held_briefly(handle: int, wait_seconds: float) -> Iterator[None]:
    """Hold a lock on an open file for a moment's work; raises :class:`Locked` where others do not let go."""
    deadline = time.monotonic() + wait_seconds
    while not _try_lock(handle):
        if time.monotonic() >= deadline:
            raise Locked(None)
        time.sleep(SHORT_PAUSE_SECONDS)
    try:
        yield
    finally:
        _release(handle)


def _take(handle: int, holder: Path, deadline: float, waiting: Callable[[Locked], None] | None) -> None:
    told = False
    while not _try_lock(handle):
        if time.monotonic() >= deadline:
            raise held_by(holder)
        if waiting is not None and not told:
            waiting(held_by(holder))
            told = True
        time.sleep(PAUSE_SECONDS)


def holder_of(path: Path) -> Locked | None:
    """Who holds the lock file ``path`` at this moment; None where nobody does."""
    try:
        handle = os.open(path, os.O_RDWR)
    except OSError:
        return None
    try:
        if not _try_lock(handle):
            return held_by(path.with_name(path.name + ".pid"))
        _release(handle)
        return None
    finally:
        os.close(handle)


def _about_us() -> str:
    """Process, command and time. Of the command its first two words only: paths may tell of people."""
    words = [Path(sys.argv[0]).stem if sys.argv else "python", *sys.argv[1:2]]
    words[0] = "ikm" if words[0] in {"cli", "__main__"} else words[0]
    command = " ".join(word for word in words if word.isidentifier())
    return json.dumps({"pid": os.getpid(), "command": command, "since": datetime.now().isoformat()})


def held_by(holder: Path) -> Locked:
    """Who the file beside a lock names; nothing is known while a holder is only just writing it."""
    try:
        said = json.loads(holder.read_text(encoding="ascii"))
        return Locked(int(said["pid"]), str(said["command"]) or None, datetime.fromisoformat(said["since"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Locked(None)


if sys.platform == "win32":

    def _try_lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _release(handle: int) -> None:
        os.lseek(handle, 0, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

else:

    def _try_lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _release(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)
