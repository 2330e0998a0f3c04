"""``ikm load``: progress while it runs, a summary at its end."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from flows.begin import PRELOAD, start_early
from flows.commands.options import paths_in, settled_in
from flows.commands.terminal import INSTEAD, drawn_on
from flows.messages import Language, say
from flows.outputs.unseen import without_unseen
from flows.shapes import Settled
from flows.steps.receive import fingerprint, workbooks_in

if TYPE_CHECKING:
    from flows.side_by_side import Progress
    from flows.take_in import Taken
    from warehouse.lock import Locked
    from warehouse.records import Decree

WAIT_SECONDS = 30
MOST_NAMES = 10


def load_command(options: argparse.Namespace, bahasa: Language) -> int:
    """Load what was named. 0: all loaded, 1: something held back or refused, 2: nothing could be done."""
    started = time.monotonic()
    paths = paths_in(options, bahasa)
    if paths is not None and has_news(paths, options.home):
        prepare_readers()
    settled = _settled(options, bahasa) if paths is not None else None
    if paths is None or settled is None:
        return 2
    with progress_bar(bahasa) as progress:
        taken = load_paths(
            paths, options.home, settled, decree=_decree(options), progress=progress, waiting=_waits(bahasa)
        )
    if not taken.files:
        print(say("no_files", bahasa, path=", ".join(map(str, paths))), file=sys.stderr)
        return 2
    from flows.commands.feedback import answer, tell
    from flows.commands.summary import print_summary

    if options.ganti or options.tambah:
        from flows.commands.auditing import record_if_possible

        kiriman = ", ".join(one.kiriman_id for one in taken.outcomes)
        record_if_possible(options, bahasa, rincian=f"kiriman: {kiriman}")
    answered = answer(options.home, [one.kiriman_id for one in taken.outcomes], bahasa)
    code = print_summary(taken, time.monotonic() - started, bahasa)
    tell(answered, bahasa)
    told = tell_surroundings(taken, bahasa)
    unanswered = isinstance(answered, str) or (answered is not None and bool(answered.faults))
    return max(code, 1) if told or unanswered else code


def tell_surroundings(taken: Taken, bahasa: Language) -> bool:
    """Say what was not right around the files; True where something must be done about it."""
    if taken.clock is not None:
        print(say("clock.behind", bahasa, terakhir=f"{taken.clock:%Y-%m-%d %H:%M}"))
    if taken.changed:
        names = ", ".join(taken.changed[:MOST_NAMES]) + (" …" if len(taken.changed) > MOST_NAMES else "")
        print(say("changed", bahasa, berkas=names))
    return bool(taken.changed)


def _waits(bahasa: Language) -> Callable[[Locked], None]:
    def tell(locked: Locked) -> None:
        from flows.trouble import holder

        print(say("lock.waiting", bahasa, siapa=holder(locked, bahasa), detik=WAIT_SECONDS), file=sys.stderr)

    return tell


def prepare_readers() -> None:
    """Import what understanding needs, once, for this process and for the readers that will come of it."""
    for module in PRELOAD[:-1]:
        import_module(module)
    from schemas.regions import districts
    from schemas.reports import specs

    specs()
    districts()
    start_early(PRELOAD)


def _settled(options: argparse.Namespace, bahasa: Language) -> Settled | None:
    # The first to ask for the report types, and with them for Pandera.
    import flows.lean  # noqa: F401

    return settled_in(options, bahasa)


def _decree(options: argparse.Namespace) -> Decree | None:
    return "ganti" if options.ganti else "tambah" if options.tambah else None


def load_paths(
    paths: Sequence[Path],
    home: Path,
    settled: Settled,
    *,
    decree: Decree | None,
    progress: Progress | None,
    waiting: Callable[[Locked], None],
) -> Taken:
    """:func:`flows.take_in.load_paths`, imported when it is needed: the readers import theirs meanwhile."""
    from flows.take_in import load_paths as load

    return load(
        paths, home, settled, decree=decree, progress=progress, wait_seconds=WAIT_SECONDS, waiting=waiting
    )


def has_news(paths: Iterable[Path], home: Path) -> bool:
    """Whether some file is not in the archive, so that processes will be needed; a guess, to begin them early."""
    for path, root in workbooks_in(paths):
        sha256 = fingerprint(path, root)
        if sha256 is not None and not any((home / "archive" / sha256[:2]).glob(f"{sha256}.*")):
            return True
    return False


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
    with Bars(
        *columns,
        TextColumn("{task.fields[berkas]}", markup=False),
        console=Console(file=drawn_on()),
        transient=True,
    ) as bars:
        task = bars.add_task(say("reading", bahasa), total=None, berkas="")

        def show(done: int, total: int, name: str) -> None:
            words = say("reading", bahasa) if done < total else say("storing", bahasa)
            bars.update(
                task,
                completed=done,
                total=total,
                berkas=without_unseen(name[:40], INSTEAD),
                description=words,
            )

        yield show
