"""``ikm backup``: a set more in the backup folder, and where asked the key in a file of its own."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from flows.backup import BackedUp, back_up, refuse_key_place, write_key
from flows.backup_sets import BackupError
from flows.commands.auditing import record, record_if_possible
from flows.messages import Language, number, say
from warehouse.publish import PublishError


def backup_command(options: argparse.Namespace, bahasa: Language) -> int:
    """Back up. 0: done, 1: done, but something in the home is damaged, 2: no set was added."""
    if not (options.home / "warehouse" / "kerja.duckdb").exists():
        print(say("no_warehouse", bahasa, home=options.home), file=sys.stderr)
        return 2
    folder = Path(options.folder)
    try:
        if options.kunci is not None:
            refuse_key_place(options.home, folder, Path(options.kunci))
        done = back_up(options.home, folder, options.simpan)
        if options.kunci is not None:
            record(options, rincian=f"set: {done.name}; kunci disalin")
            write_key(options.home, folder, Path(options.kunci))
    except BackupError as problem:
        print(say(problem.key, bahasa, **problem.rincian), file=sys.stderr)
        return 2
    except PublishError as problem:
        print(problem.said(bahasa), file=sys.stderr)
        return 2
    except OSError as problem:
        where, why = problem.filename or folder, problem.strerror or type(problem).__name__
        print(say("backup.failed", bahasa, berkas=where, alasan=why), file=sys.stderr)
        return 2
    if options.kunci is None:
        record_if_possible(options, bahasa, rincian=f"set: {done.name}")
    _print(done, options, bahasa)
    return 1 if done.damaged or done.log else 0


def _print(done: BackedUp, options: argparse.Namespace, bahasa: Language) -> None:
    folder = Path(options.folder)
    print(say("backup.done", bahasa, nama=done.name, folder=folder))
    print(
        say(
            "backup.counts", bahasa, jumlah=number(done.files, bahasa), mb=megabytes(done.bytes, bahasa),
            baru=number(done.written, bahasa), mb_baru=megabytes(done.written_bytes, bahasa),
        )
    )  # fmt: skip
    if done.dropped:
        print(say("backup.dropped", bahasa, jumlah=done.dropped, simpan=options.simpan))
    for berkas, there in done.damaged:
        print(
            say("backup.damaged_here" if there else "backup.damaged", bahasa, berkas=berkas), file=sys.stderr
        )
    if done.log is not None:
        print(say("backup.log", bahasa, baris=done.log.line), file=sys.stderr)
    print(say("backup.without", bahasa))
    if options.kunci is None:
        print(say("backup.no_key", bahasa, folder=folder))
    else:
        print(say("backup.key", bahasa, berkas=options.kunci))
    if os.environ.get("IKM_KUNCI"):
        print(say("backup.in_the_clear", bahasa))


def megabytes(count: int, bahasa: Language) -> str:
    return number(count / 1e6, bahasa)
