"""``ikm restore``: a home from a backup, and whether it says what it said before."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from flows.backup_sets import BackupError
from flows.commands.auditing import record_if_possible
from flows.messages import Language, number, say
from flows.restore import Restored, restore
from warehouse.publish import PublishError


def restore_command(options: argparse.Namespace, bahasa: Language) -> int:
    """Restore. 0: the same as before, 1: back, but something differs, 2: nothing was restored."""
    key = None if options.kunci is None else Path(options.kunci)
    try:
        done = restore(Path(options.folder), options.home, key, options.nama, options.timpa)
    except BackupError as problem:
        print(say(problem.key, bahasa, **problem.rincian), file=sys.stderr)
        return 2
    except PublishError as problem:
        print(problem.said(bahasa), file=sys.stderr)
        return 2
    except OSError as problem:
        where, why = (
            problem.filename2 or problem.filename or options.home,
            problem.strerror or type(problem).__name__,
        )
        print(say("restore.failed", bahasa, berkas=where, alasan=why), file=sys.stderr)
        return 2
    record_if_possible(options, bahasa, rincian=f"set: {done.name}")
    _print(done, options, bahasa)
    return 1 if done.differing else 0


def _print(done: Restored, options: argparse.Namespace, bahasa: Language) -> None:
    count = number(done.files, bahasa)
    print(say("restore.done", bahasa, nama=done.name, waktu=done.made, jumlah=count, home=options.home))
    if done.aside is not None:
        print(say("restore.aside", bahasa, folder=done.aside))
    if done.differing:
        print(say("restore.differs", bahasa, jumlah=len(done.differing)))
        for table in done.differing:
            print(f"  - {table}")
        if done.other_version:
            print(say("restore.other_version", bahasa))
    else:
        print(say("restore.same", bahasa, jumlah=number(done.tables, bahasa)))
    if not done.with_key:
        print(say("restore.no_key", bahasa))
    print(say("restore.next", bahasa))
