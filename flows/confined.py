"""What happens inside a reader process: work within limits of memory and computing time, and a quiet end."""

from __future__ import annotations

import contextlib
import gc
import math
import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal, NamedTuple

Reason = Literal["memory", "time", "crash"]

_RESERVED = 1 << 30  # bytes of addresses that threads and allocators set aside


class Task(NamedTuple):
    """What a process is sent: the work, and how much memory and computing time it may take."""

    function: Callable[[Any], Any]
    item: Any
    memory_mb: float
    seconds: float


class Failed(NamedTuple):
    """What a process hands back in place of an exception: some cannot travel between processes."""

    reason: Reason


def prepare(words: str) -> None:
    """Begin a reader process; what it prints goes to a file of ``words`` named by its id."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What a dying reader prints is for nobody's terminal; it only tells us why it died.
    file = os.open(os.path.join(words, str(os.getpid())), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    sys.stderr.flush()
    os.dup2(file, 2)
    os.close(file)
    # What the libraries keep for ever need not be looked through again with every workbook.
    gc.freeze()


def _limit(memory_mb: float, seconds: float) -> None:
    """Let this process have so much memory and computing time more than it has had already."""
    if not sys.platform.startswith("linux"):
        return
    import resource

    space, _, _, _, _, data, _ = Path("/proc/self/statm").read_text(encoding="ascii").split()
    page, more = os.sysconf("SC_PAGE_SIZE"), int(memory_mb * 1024 * 1024)
    # Libraries reserve far more addresses than they ever use: what counts is what can be written to.
    _lower(resource.RLIMIT_DATA, int(data) * page + more)
    _lower(resource.RLIMIT_AS, int(space) * page + 2 * more + _RESERVED)
    _lower(resource.RLIMIT_CPU, math.ceil(time.process_time() + seconds))
    _lower(resource.RLIMIT_CORE, 0)


def _lower(kind: int, limit: int) -> None:
    import resource

    _, hard = resource.getrlimit(kind)
    if hard != resource.RLIM_INFINITY:
        limit = min(limit, hard)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(kind, (limit, hard))


def call(task: Task) -> Any:
    """The result of a task within its limits, or a :class:`Failed`; never raises."""
    _limit(task.memory_mb, task.seconds)
    try:
        return task.function(task.item)
    except MemoryError:
        return Failed("memory")
    # A panic of a reader is a BaseException that cannot be sent to another process.
    except BaseException as problem:
        return Failed("memory" if speaks_of_memory(str(problem).encode()) else "crash")


def speaks_of_memory(words: bytes) -> bool:
    """Whether the last words of a reader tell that it asked for more memory than there is."""
    return any(phrase in words for phrase in (b"memory allocation", b"out of memory", b"bad_alloc"))
