"""A pool of reader processes: a hostile workbook ends its own process, and the others go on.

Every process keeps running for many workbooks; one that dies or overruns its time is replaced.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import queue
import signal
import sys
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError
from functools import partial
from pathlib import Path
from typing import Any, Literal, NamedTuple, TypeVar

from pebble import ProcessExpired, ProcessFuture, ProcessPool

Item = TypeVar("Item")
Result = TypeVar("Result")
Reason = Literal["memory", "time", "crash"]

_LAST_WORDS = 1_000_000  # bytes of what a process printed before it died
_STOP_WAIT = 0.2  # seconds between looks for Ctrl-C while all processes work


class Died(NamedTuple):
    """No result for an item: its process ran out of ``memory`` or ``time``, or ended in a ``crash``."""

    reason: Reason


class _Failed(NamedTuple):
    """What a worker hands back in place of an exception: some cannot travel between processes."""

    reason: Reason


def run_pool(
    function: Callable[[Item], Result],
    items: Sequence[Item],
    *,
    workers: int,
    timeout: float,
    memory_mb: int,
    on_result: Callable[[int, Result | Died], None],
    preload: Sequence[str] = (),
    weight: Callable[[Item], float] | None = None,
) -> None:
    """Run ``function`` over ``items`` in ``workers`` processes; results go to ``on_result`` as they come.

    ``function`` must be importable by name, items and results picklable. ``on_result(index, result)`` runs
    in this thread, with the item's place in ``items``; an item whose process failed gives a ``Died``.
    ``timeout``: seconds an item may take. ``memory_mb``: address space of a process beyond what it has at
    its start, in megabytes (kept on Linux only). ``preload``: modules that the processes find already
    imported. ``weight``: items with the largest are begun first. An exception of ``on_result`` and Ctrl-C
    stop all processes and are raised here.
    """
    if not items:
        return
    order = sorted(range(len(items)), key=lambda place: -weight(items[place]) if weight else 0)
    done: queue.SimpleQueue[tuple[int, ProcessFuture[Any]]] = queue.SimpleQueue()
    with tempfile.TemporaryDirectory(prefix="ikm-") as words:
        pool: Any = ProcessPool(
            max_workers=min(workers, len(items)),
            initializer=_prepare,
            initargs=(words, memory_mb),
            context=_context(preload),
        )
        try:
            for place in order:
                future = pool.schedule(_call, args=(function, items[place]), timeout=timeout)
                future.add_done_callback(partial(_hand_over, done, place))
            for _ in items:
                place, future = _next(done)
                on_result(place, _outcome(future, Path(words)))
            pool.close()
            pool.join()
        except BaseException:
            pool.stop()
            pool.join()
            raise


def _context(preload: Sequence[str]) -> Any:
    # A plain fork of a process with threads (Polars, DuckDB) can hang in the child for ever.
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["__main__", *preload, __name__])
    return context


def _hand_over(
    done: queue.SimpleQueue[tuple[int, ProcessFuture[Any]]], place: int, future: ProcessFuture[Any]
) -> None:
    done.put((place, future))


def _next(done: queue.SimpleQueue[tuple[int, ProcessFuture[Any]]]) -> tuple[int, ProcessFuture[Any]]:
    while True:
        # A wait without end would not notice Ctrl-C on every system.
        with contextlib.suppress(queue.Empty):
            return done.get(timeout=_STOP_WAIT)


def _outcome(future: ProcessFuture[Any], words: Path) -> Any:
    try:
        result = future.result()
    except (TimeoutError, CancelledError):
        return Died("time")
    except ProcessExpired as problem:
        return Died(_why(problem, words))
    except MemoryError:
        return Died("memory")
    except Exception:
        return Died("crash")
    return Died(result.reason) if isinstance(result, _Failed) else result


def _why(problem: ProcessExpired, words: Path) -> Reason:
    # The system's guard against a full memory sends SIGKILL; the readers abort with a last sentence.
    if problem.exitcode == -signal.SIGKILL:
        return "memory"
    with contextlib.suppress(OSError):
        last = (words / str(problem.pid)).read_bytes()[-_LAST_WORDS:]
        if b"memory allocation" in last or b"out of memory" in last or b"bad_alloc" in last:
            return "memory"
    return "crash"


def _prepare(words: str, memory_mb: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What a dying reader prints is for nobody's terminal; it only tells us why it died.
    file = os.open(os.path.join(words, str(os.getpid())), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    sys.stderr.flush()
    os.dup2(file, 2)
    os.close(file)
    _limit_memory(memory_mb)


def _limit_memory(memory_mb: int) -> None:
    if not sys.platform.startswith("linux"):
        return
    import resource

    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    limit = pages * os.sysconf("SC_PAGE_SIZE") + memory_mb * 1024 * 1024
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard != resource.RLIM_INFINITY:
        limit = min(limit, hard)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _call(function: Callable[[Any], Any], item: Any) -> Any:
    try:
        return function(item)
    except MemoryError:
        return _Failed("memory")
    # A panic of a reader is a BaseException that cannot be sent to another process.
    except BaseException:
        return _Failed("crash")
