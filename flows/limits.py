"""Limits that the system sets on this session, and those with which no load can work."""

from __future__ import annotations

import sys

#: Below it libraries abort the whole process before anything can be said; measured with three small workbooks.
LEAST_MEMORY_MB = 4000
_NEED_READERS = frozenset({"load", "check", "reload", "feedback", "publish", "withdraw"})


class NarrowMemory(Exception):
    """The session may use ``megabytes`` of address space only."""

    def __init__(self, megabytes: int) -> None:
        super().__init__(f"{megabytes} MB")
        self.megabytes = megabytes


def refuse_narrow_memory(command: str) -> None:
    """Raises :class:`NarrowMemory` before libraries are imported that would end the process without a word."""
    limit = limited_memory_mb() if command in _NEED_READERS else None
    if limit is not None and limit < LEAST_MEMORY_MB:
        raise NarrowMemory(limit)


def limited_memory_mb() -> int | None:
    """The limit of address space in megabytes; None where there is none."""
    limit = limited_to("RLIMIT_AS")
    return None if limit is None else limit // 1_000_000


def limited_to(name: str) -> int | None:
    """The soft limit of this name; None where there is none, or no such limit on this system."""
    if sys.platform == "win32":
        return None
    import resource

    number = getattr(resource, name, None)
    if number is None:
        return None
    soft, _ = resource.getrlimit(number)
    return None if soft == resource.RLIM_INFINITY else soft
