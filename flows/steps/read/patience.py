"""A limit of processor time for a reader that is written in Python and may follow a circle for ever."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator


class Endless(Exception):
    """The reader did not come to an end."""


@contextlib.contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raises :class:`Endless` within the block once it has computed for so long.

    In the main thread of a process, where the system has such clocks; elsewhere the limit of the reader processes
    alone holds.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def tired(*_: object) -> None:
        raise Endless

    before = signal.signal(signal.SIGVTALRM, tired)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
