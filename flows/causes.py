"""What an exception of the surroundings means: the key of its sentence in ``flows/messages_trouble.py``."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterator
from typing import NamedTuple


class Cause(NamedTuple):
    """``key`` of the sentence with cause and cure, the file or folder it is about, and the system's own word."""

    key: str
    tempat: str | None = None
    alasan: str = ""


_BY_NUMBER = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EFBIG: "disk_full",
    errno.EROFS: "read_only",
    errno.EACCES: "no_permission",
    errno.EPERM: "no_permission",
    errno.ENOTDIR: "in_the_way",
    errno.EISDIR: "in_the_way",
    errno.EEXIST: "in_the_way",
    errno.ENAMETOOLONG: "too_long",
    errno.EILSEQ: "bad_name",
    errno.EMFILE: "too_many_open",
    errno.ENFILE: "too_many_open",
    errno.ENOMEM: "memory",
    errno.EAGAIN: "memory",
    errno.ENOLCK: "no_locks",
    errno.ENOENT: "vanished",
} | dict.fromkeys(
    (
        errno.ENOTCONN, errno.ESTALE, errno.EIO, errno.EHOSTDOWN, errno.EHOSTUNREACH, errno.ENETDOWN,
        errno.ENETUNREACH, errno.ETIMEDOUT, errno.ECONNRESET, errno.ENODEV, errno.ENXIO,
    ),
    "disconnected",
)  # fmt: skip

#: What DuckDB and the system's loader say, and what it means; the first that is found holds.
_BY_WORDS = (
    ("No space left on device", "disk_full"),
    ("Disk quota exceeded", "disk_full"),
    ("File too large", "disk_full"),
    ("Read-only file system", "read_only"),
    ("Permission denied", "no_permission"),
    ("Operation not permitted", "no_permission"),
    ("Could not set lock on file", "working_held"),
    ("Trying to read a database file with version number", "working_newer"),
    ("not a valid DuckDB database file", "database_damaged"),
    ("Corrupt database file", "database_damaged"),
    ("Could not read enough bytes", "database_damaged"),
    ("Is a directory", "database_damaged"),
    ("WAL", "database_damaged"),
    ("File name too long", "too_long"),
    ("Transport endpoint is not connected", "disconnected"),
    ("Stale file handle", "disconnected"),
    ("Input/output error", "disconnected"),
    ("Cannot allocate memory", "memory"),
    ("can't start new thread", "memory"),
    ("failed to allocate", "memory"),
    ("Out of Memory", "memory"),
    ("No such file or directory", "vanished"),
)
_QUOTED = re.compile(r'file "([^"]+)"')


def cause_of(problem: BaseException) -> Cause | None:
    """What is behind ``problem``; None for what is a fault of the program.

    The whole chain is looked through: a disk that fills up while a transaction is undone shows as the failed
    undoing, with the true cause behind it.
    """
    found = [cause for one in _chain(problem) if (cause := _cause(one)) is not None]
    # A full disk is behind whatever else goes wrong with it.
    return next((one for one in found if one.key == "disk_full"), found[0] if found else None)


def _chain(problem: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    waiting: list[BaseException | None] = [problem]
    while waiting:
        one = waiting.pop(0)
        if one is not None and id(one) not in seen:
            seen.add(id(one))
            yield one
            waiting += [one.__cause__, one.__context__]


def _cause(problem: BaseException) -> Cause | None:
    name, words = type(problem).__name__, str(problem)
    if isinstance(problem, ModuleNotFoundError):
        return Cause("library", alasan=problem.name or name)
    if isinstance(problem, MemoryError) or name in {"OutOfMemoryException", "PoolBroken"}:
        return Cause("readers" if name == "PoolBroken" else "memory")
    if isinstance(problem, UnicodeEncodeError) and "surrogates" in words:
        return Cause("bad_name")
    if isinstance(problem, OSError):
        return _of_system(problem)
    if isinstance(problem, ImportError):
        return Cause(_by_words(words) or "library", alasan=problem.name or name)
    if type(problem).__module__.endswith("duckdb") or isinstance(problem, RuntimeError):
        key = _by_words(words)
        place = _QUOTED.search(words)
        return Cause(key, place.group(1) if place else None, _holder(words)) if key else None
    return None


def _of_system(problem: OSError) -> Cause | None:
    if "usable temporary directory" in str(problem):
        return Cause("no_temp")
    if "AF_UNIX path too long" in str(problem):
        return Cause("temp_too_long", os.environ.get("TMPDIR", "/tmp"))
    key = _BY_NUMBER.get(problem.errno or 0)
    # shutil tells of several files at once, and of names that are no text.
    place = problem.filename if isinstance(problem.filename, str) else None
    return Cause(key, place, problem.strerror or "") if key else None


def _by_words(words: str) -> str | None:
    return next((key for text, key in _BY_WORDS if text in words), None)


def _holder(words: str) -> str:
    found = re.search(r"\(PID (\d+)\)", words)
    return found.group(1) if found else ""
