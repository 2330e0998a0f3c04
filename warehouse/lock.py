"""One writer at a time: a lock on a file that the system gives back when its holder dies."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

PAUSE_SECONDS = 0.2
SHORT_PAUSE_SECONDS = 0.005


class Locked(Exception):
    """Another load holds the warehouse; ``pid`` is its process, None where it could not be read."""

    def __init__(self, pid: int | None) -> None:
        super().__init__(f"gudang sedang dipakai proses {pid} | the warehouse is in use by process {pid}")
        self.pid = pid


@contextmanager
def only_writer(
    path: Path, wait_seconds: float = 0, waiting: Callable[[int | None], None] | None = None
) -> Iterator[None]:
    """Hold the lock file ``path`` for the block.

    Waits up to ``wait_seconds`` for another holder, telling ``waiting`` its process once; raises
    :class:`Locked` after that. A holder that was killed holds nothing.
    """
    # The process id stands in a file of its own: Windows lets nobody read the locked one.
    holder = path.with_name(path.name + ".pid")
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _take(handle, holder, time.monotonic() + wait_seconds, waiting)
        holder.write_text(str(os.getpid()), encoding="ascii")
        try:
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


def _take(handle: int, holder: Path, deadline: float, waiting: Callable[[int | None], None] | None) -> None:
    told = False
    while not _try_lock(handle):
        if time.monotonic() >= deadline:
            raise Locked(_pid_in(holder))
        if waiting is not None and not told:
            waiting(_pid_in(holder))
            told = True
        time.sleep(PAUSE_SECONDS)


def _pid_in(holder: Path) -> int | None:
    try:
        return int(holder.read_text(encoding="ascii"))
    except (OSError, ValueError):
        return None


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
        except OSError:
            return False
        return True

    def _release(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)
