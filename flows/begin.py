"""How the reader processes come to life: as copies of one that has imported what they need.

A plain fork of a process with threads (Polars, DuckDB) can hang in the child for ever, so that one stands by for
the purpose, and computes nothing.
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import multiprocessing.util
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

#: What understanding a workbook needs; the first keeps the others small.
PRELOAD = ("flows.lean", "flows.line", "flows.ready")
_THREADS = "POLARS_MAX_THREADS"
# Housekeeping of Polars and its memory, which a copy does well without.
_HARMLESS_THREADS = frozenset({"jemalloc_bg_thd", "polars-ooc-clea"})


def start_early(preload: Sequence[str]) -> None:
    """Set aside a copy of this process, from which those of a later :func:`flows.pool.run_pool` are begun.

    To be called when the libraries are there and nothing computes yet: the copy need not import them again.
    Where that is not so, a fresh process imports ``preload`` meanwhile; does nothing on Windows.
    """
    if "forkserver" in multiprocessing.get_all_start_methods():
        gc.freeze()
        with _copied_from_here() if _is_idle() else contextlib.nullcontext():
            context_for(preload)


def _is_idle() -> bool:
    """Whether no thread is at work that a copy of this process would miss."""
    tasks = Path("/proc/self/task")
    if not sys.platform.startswith("linux") or threading.active_count() > 1:
        return False
    names = {
        (task / "comm").read_text(encoding="utf-8").strip()
        for task in tasks.iterdir()
        if task.name != str(os.getpid())
    }
    return names <= _HARMLESS_THREADS


@contextlib.contextmanager
def _copied_from_here() -> Iterator[None]:
    """Within the block a process that multiprocessing would begin anew is a copy of this one."""
    begin_anew = multiprocessing.util.spawnv_passfds
    multiprocessing.util.spawnv_passfds = _copy  # type: ignore[assignment]
    try:
        yield
    finally:
        multiprocessing.util.spawnv_passfds = begin_anew


def _copy(path: Any, arguments: Sequence[Any], handles: Sequence[int]) -> int:
    sys.stdout.flush()
    sys.stderr.flush()
    process = os.fork()
    if process:
        return process
    try:
        for number in (signal.SIGTERM, signal.SIGHUP):
            # Ours raise an exception, which a reader would take for a fault of its workbook.
            signal.signal(number, signal.SIG_DFL)
        for handle in set(map(int, os.listdir("/proc/self/fd"))) - {0, 1, 2, *handles}:
            # Among them the one whose end tells the copy that it is no longer needed.
            with contextlib.suppress(OSError):
                os.close(handle)
        exec(arguments[-1], {})  # the line of Python that a fresh process would be given
    finally:
        os._exit(0)


def context_for(preload: Sequence[str]) -> Any:
    """The way in which multiprocessing begins processes that find ``preload`` imported."""
    # A plain fork of a process with threads (Polars, DuckDB) can hang in the child for ever.
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    from multiprocessing import forkserver

    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["__main__", *preload, "flows.pool"])
    with _one_thread_each():
        forkserver.ensure_running()
    return context


@contextlib.contextmanager
def _one_thread_each() -> Iterator[None]:
    """Processes started within the block compute with one thread: there is one of them for every processor."""
    before = os.environ.get(_THREADS)
    os.environ[_THREADS] = before or "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[_THREADS]
