"""A pool of reader processes: a hostile workbook ends its own process, and the others go on.

Every process keeps running for many workbooks; one that dies or overruns its time is replaced.
"""

from __future__ import annotations

import contextlib
import queue
import signal
import tempfile
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from flows.begin import context_for
from flows.confined import Failed, Reason, Task, call, prepare, speaks_of_memory

Item = TypeVar("Item")
Result = TypeVar("Result")

_BLOCKS_AHEAD = 4
_LAST_WORDS = 1_000_000  # bytes of what a process printed before it died
_WAITING = 2  # seconds by the clock for every second of computing
_STOP_WAIT = 0.2  # seconds between looks for Ctrl-C while all processes work


class Died(NamedTuple):
    """No result for an item: its process ran out of ``memory`` or ``time``, or ended in a ``crash``."""

    reason: Reason


class PoolBroken(Exception):
    """The processes end before they have taken up anything: a fault of the installation, not of an item."""


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
    scale: Callable[[Item], float] | None = None,
    blocks: Sequence[range] = (),
) -> None:
    """Run ``function`` over ``items`` in ``workers`` processes; results go to ``on_result`` as they come.

    ``function`` must be importable by name, items and results picklable. ``on_result(index, result)`` runs
    in this thread, with the item's place in ``items``; an item whose process failed gives a ``Died``.
    ``timeout``: seconds an item may compute; twice as many by the clock, past which it is tried once more, for
    the machine may have slept. ``memory_mb``: megabytes it may take beyond what its process holds (kept on Linux
    only). ``scale``: how many times both an item is given. ``preload``: modules that the processes find
    imported. ``weight``: items with the largest are begun first. ``blocks``: neighbours that are begun about
    together, the heaviest of a block first; the processes run ahead of ``on_result`` by four blocks and no
    further. An exception of ``on_result`` and Ctrl-C stop all processes and are raised here;
    :class:`PoolBroken` where no process can be kept alive.
    """
    order, ahead = _order(blocks or [range(len(items))], lambda place: weight(items[place]) if weight else 0)
    with tempfile.TemporaryDirectory(prefix="ikm-") as words:
        while order:
            count, context = min(workers, len(order)), context_for(preload)
            pool: Any = ProcessPool(count, initializer=prepare, initargs=(words,), context=context)
            schedule = partial(_schedule, pool, function, (timeout, memory_mb), scale)
            had: set[int] = set()
            try:
                for place, future in _ended(pool, schedule, items, order, ahead):
                    had.add(place)
                    on_result(place, _outcome(future, Path(words)))
                pool.close()
            except _PoolLost:
                pool.stop()
                if not had:
                    raise PoolBroken("no process stays alive") from None
            except BaseException:
                pool.stop()
                raise
            finally:
                pool.join()
            # A process that dies between two items takes its pool with it: what it left goes to the next one.
            order = [place for place in order if place not in had]


def _order(blocks: Sequence[range], weight: Callable[[int], float]) -> tuple[list[int], dict[int, int]]:
    """The order in which items are begun, and how many of those before it must have come back for each."""
    order: list[int] = []
    ahead: dict[int, int] = {}
    before = [0] * _BLOCKS_AHEAD
    for block in blocks:
        ahead |= dict.fromkeys(block, before[-_BLOCKS_AHEAD])
        order += sorted(block, key=lambda place: -weight(place))
        before.append(before[-1] + len(block))
    return order, ahead


class _PoolLost(Exception):
    """The pool has given up, and with it the items that nobody has taken up yet."""


def _schedule(
    pool: Any, function: Any, limits: tuple[float, float], scale: Callable[[Any], float] | None, item: Any
) -> Any:
    times = scale(item) if scale else 1.0
    seconds, memory_mb = limits[0] * times, limits[1] * times
    return pool.schedule(call, args=(Task(function, item, memory_mb, seconds),), timeout=seconds * _WAITING)


def _ended(
    pool: Any, schedule: Any, items: Sequence[Any], order: Sequence[int], ahead: dict[int, int]
) -> Iterator[tuple[int, ProcessFuture[Any]]]:
    """(place, future) of the items of ``order`` as they end; none begins before ``ahead`` of all have ended."""
    tried: set[int] = set()
    done: queue.SimpleQueue[tuple[int, ProcessFuture[Any]]] = queue.SimpleQueue()
    waiting = deque(order)
    ended = len(items) - len(order)
    while waiting or ended < len(items):
        while waiting and ahead[waiting[0]] <= ended:
            place = waiting.popleft()
            try:
                future = schedule(items[place])
            except RuntimeError:
                raise _PoolLost from None
            future.add_done_callback(partial(_hand_over, done, place))
        place, future = _next(done, pool)
        if place not in tried and _overslept(future):
            tried.add(place)
            waiting.appendleft(place)
            continue
        yield place, future
        ended += 1


def _overslept(future: ProcessFuture[Any]) -> bool:
    """Whether an item came to no end by the clock: a process that computes for too long is ended otherwise."""
    return not future.cancelled() and isinstance(future.exception(), TimeoutError)


def _hand_over(
    done: queue.SimpleQueue[tuple[int, ProcessFuture[Any]]], place: int, future: ProcessFuture[Any]
) -> None:
    done.put((place, future))


def _next(
    done: queue.SimpleQueue[tuple[int, ProcessFuture[Any]]], pool: Any
) -> tuple[int, ProcessFuture[Any]]:
    while True:
        # A wait without end would notice neither Ctrl-C on every system nor a pool without processes.
        with contextlib.suppress(queue.Empty):
            place, future = done.get(timeout=_STOP_WAIT)
            if not future.cancelled() and isinstance(future.exception(), BrokenProcessPool):
                raise _PoolLost
            return place, future
        if not pool.active:
            raise _PoolLost


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
    return Died(result.reason) if isinstance(result, Failed) else result


def _why(problem: ProcessExpired, words: Path) -> Reason:
    if problem.exitcode == -signal.SIGXCPU:
        return "time"
    # The system's guard against a full memory sends SIGKILL; the readers abort with a last sentence.
    if problem.exitcode == -signal.SIGKILL:
        return "memory"
    with contextlib.suppress(OSError):
        last = (words / str(problem.pid)).read_bytes()[-_LAST_WORDS:]
        if speaks_of_memory(last):
            return "memory"
    return "crash"
