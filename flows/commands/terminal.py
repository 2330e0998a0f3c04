"""What a terminal is told: names and values from workbooks can move its cursor, hide a line or turn one round."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from typing import Any, TextIO

from flows.outputs.unseen import without_unseen

INSTEAD = "\ufffd"


class Calm:
    """A stream of text that obeys nobody but us; all else is as the stream behind it.

    ``behind``: for data that goes to a file or another program as it is.
    """

    def __init__(self, behind: TextIO) -> None:
        self.behind = behind

    def write(self, text: str) -> int:
        self.behind.write(without_unseen(text, INSTEAD))
        return len(text)

    def writelines(self, lines: Any) -> None:
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.behind, name)


@contextlib.contextmanager
def calm_streams() -> Iterator[None]:
    """Within the block, all that is printed is looked through."""
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = Calm(sys.stdout), Calm(sys.stderr)
    try:
        yield
    finally:
        sys.stdout, sys.stderr = before


def for_data() -> TextIO:
    """Standard output for CSV and JSON: as it is for a program or a file, looked through on a terminal."""
    out = sys.stdout
    return out.behind if isinstance(out, Calm) and not out.isatty() else out


def drawn_on() -> TextIO:
    """Standard error for a bar that moves the cursor itself; what it shows must be looked through before."""
    out = sys.stderr
    return out.behind if isinstance(out, Calm) else out
