"""``ikm load``: progress while it runs, a summary at its end."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from flows.commands.options import paths_in, settled_in
from flows.commands.summary import print_summary
from flows.messages import Language, say
from flows.take_in import Progress, load_paths


def load_command(options: argparse.Namespace, bahasa: Language) -> int:
    """Load what was named. 0: all loaded, 1: something held back or refused, 2: nothing could be done."""
    paths = paths_in(options, bahasa)
    settled = settled_in(options, bahasa) if paths is not None else None
    if paths is None or settled is None:
        return 2
    started = time.monotonic()
    with progress_bar(bahasa) as progress:
        taken = load_paths(paths, options.home, settled, progress=progress)
    if not taken.files:
        print(say("no_files", bahasa, path=", ".join(map(str, paths))), file=sys.stderr)
        return 2
    return print_summary(taken, options.home, time.monotonic() - started, bahasa)


@contextmanager
def progress_bar(bahasa: Language) -> Iterator[Progress | None]:
    """A bar on the terminal; nothing where nobody watches (a log, a pipe)."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bars(*columns, TextColumn("{task.fields[berkas]}"), console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task(say("reading", bahasa), total=None, berkas="")

        def show(done: int, total: int, name: str) -> None:
            words = say("reading", bahasa) if done < total else say("storing", bahasa)
            bars.update(task, completed=done, total=total, berkas=name[:40], description=words)

        yield show
