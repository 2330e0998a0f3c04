"""Opening what may be anything: a pipe that never ends, a device, a link in a ring, a file that is being written."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path

LARGEST_FILE = 200 * 1024 * 1024


class NotRegular(OSError):
    """A pipe, device or socket: reading it could wait for ever, or never end."""


class Changed(OSError):
    """A file that was written to while it was read."""


@contextmanager
def opened(path: Path) -> Iterator[tuple[BufferedReader, os.stat_result]]:
    """A regular file and what the system says of it. Raises OSError where it is none or cannot be opened."""
    # Without waiting for somebody at the other end: what a name stands for may change between look and opening.
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as problem:
        if problem.errno == errno.ENXIO:  # a socket
            raise NotRegular(path) from problem
        raise
    about = os.fstat(handle)
    if not stat.S_ISREG(about.st_mode):
        os.close(handle)
        raise IsADirectoryError(path) if stat.S_ISDIR(about.st_mode) else NotRegular(path)
    with os.fdopen(handle, "rb") as file:
        yield file, about


def bytes_of(path: Path) -> bytes | int:
    """The content of a regular file, or its size where it is larger than ``LARGEST_FILE``. Raises OSError."""
    with opened(path) as (file, before):
        if before.st_size > LARGEST_FILE:
            return before.st_size
        data = file.read(before.st_size + 1)
        after = os.fstat(file.fileno())
        if len(data) != before.st_size or after.st_mtime_ns != before.st_mtime_ns:
            raise Changed(path)
        return data


def fingerprint(path: Path, root: Path) -> str | None:
    """SHA-256 of a file below ``root``; None for what cannot be read, is too large, or no regular file.

    So is what a link leads to outside of ``root``: nobody sent it.
    """
    try:
        if path.is_symlink() and not path.resolve().is_relative_to(root.resolve()):
            return None
        with opened(path) as (file, about):
            if about.st_size > LARGEST_FILE:
                return None
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, RuntimeError):
        return None
