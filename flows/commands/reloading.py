"""``ikm reload``: understand archived files again, and the same summary as after a load."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence

from flows.commands.feedback import answer, tell
from flows.commands.loading import progress_bar
from flows.commands.options import settled_in
from flows.commands.summary import print_summary
from flows.messages import Language, say
from flows.reload import Archived, Skipped, Which, chosen_files, reload_files
from flows.shapes import Settled


class _Unclear(Exception):
    """A name that stands for several files, where an officer settles what holds for one."""

    def __init__(self, files: Sequence[Archived]) -> None:
        super().__init__()
        self.files = files


def reload_command(options: argparse.Namespace, bahasa: Language) -> int:
    """Reload what was named. 0: all loaded, 1: something held back, refused or left alone, 2: nothing done."""
    which = _which(options)
    if which is None:
        print(say("reload.which", bahasa), file=sys.stderr)
        return 2
    settled = settled_in(options, bahasa)
    if settled is None:
        return 2
    if not (options.home / "warehouse" / "kerja.duckdb").exists():
        print(say("no_warehouse", bahasa, home=options.home), file=sys.stderr)
        return 2

    def choose(files: Sequence[Archived]) -> list[Archived]:
        chosen = chosen_files(files, which, options.berkas)
        if settled != Settled() and len(chosen) > 1:
            raise _Unclear(chosen)
        return chosen

    started = time.monotonic()
    try:
        with progress_bar(bahasa) as progress:
            done = reload_files(options.home, choose, settled, progress=progress)
    except _Unclear as unclear:
        names = "\n".join(f"  - {one.jalur}" for one in unclear.files[:20])
        print(say("reload.one_only", bahasa, daftar=names), file=sys.stderr)
        return 2
    if not done.taken.files:
        print(say("reload.nothing", bahasa), file=sys.stderr)
        return 2 if which == "bernama" else 0
    answered = answer(options.home, [one.kiriman_id for one in done.taken.outcomes], bahasa)
    code = print_summary(done.taken, time.monotonic() - started, bahasa)
    _print_skipped(done.skipped, bahasa)
    tell(answered, bahasa)
    return 1 if done.skipped else code


def _which(options: argparse.Namespace) -> Which | None:
    asked: list[Which] = ["bernama"] if options.berkas else []
    given: list[tuple[bool, Which]] = [
        (options.ditolak, "ditolak"), (options.karantina, "karantina"), (options.semua, "semua"),
    ]  # fmt: skip
    asked += [name for wanted, name in given if wanted]
    return asked[0] if len(asked) == 1 else None


def _print_skipped(skipped: Sequence[Skipped], bahasa: Language) -> None:
    if not skipped:
        return
    print(f"\n{say('reload.skipped', bahasa)}:")
    for one in skipped:
        print(f"  - {one.jalur}: {say(one.pesan, bahasa, sumber=one.sumber)}")
