"""Ctrl-C, a closed terminal and a polite request to end: one way of stopping for all three."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_ASKED = ("SIGTERM", "SIGHUP", "SIGBREAK")


@contextmanager
def stoppable() -> Iterator[None]:
    """Within the block a request to end, or a terminal that is closed, raises KeyboardInterrupt like Ctrl-C.

    What is ignored already (``nohup``) stays ignored; outside the main thread nothing changes.
    """
    before = {}
    if threading.current_thread() is threading.main_thread():
        for name in _ASKED:
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) == signal.SIG_DFL:
                before[number] = signal.signal(number, _stop)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _stop(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt(signal.Signals(number).name)


def was_stopped(problem: BaseException) -> bool:
    """Whether a request to end is behind ``problem``, also in the words of DuckDB, which takes it for its own."""
    one: BaseException | None = problem
    while one is not None:
        if isinstance(one, KeyboardInterrupt) or type(one).__name__ == "InterruptException":
            return True
        if isinstance(one, RuntimeError) and str(one) == "Query interrupted":
            return True
        one = one.__cause__ or one.__context__
    return False
