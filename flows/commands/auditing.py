"""``ikm audit``: who did what; and how the other commands have themselves noted."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from flows.messages import Language, number, say
from warehouse import audit
from warehouse.audit import CannotLog

SHOWN = 50
_NO_OPTIONS = frozenset({"command", "home", "bahasa"})
_NOT_GIVEN: tuple[object, ...] = (None, False, "table", [])


def given(options: argparse.Namespace) -> list[str]:
    """The names of the options that were given, never what was given to them: that may be personal."""
    said = vars(options)
    return [name for name in said if name not in _NO_OPTIONS and said[name] not in _NOT_GIVEN]


def record(options: argparse.Namespace, berkas: Path | None = None, rincian: str = "") -> None:
    """Note what is about to be done, or was. Raises :class:`~warehouse.audit.CannotLog`."""
    below = None if berkas is None else berkas.relative_to(options.home).as_posix()
    audit.note(options.home, options.command, given(options), below, rincian)


def record_if_possible(
    options: argparse.Namespace, bahasa: Language, berkas: Path | None = None, rincian: str = ""
) -> None:
    """The same for what may be done unnoted: where the log cannot be written, that is said."""
    try:
        record(options, berkas, rincian)
    except CannotLog as problem:
        print(say("audit.unnoted", bahasa, alasan=problem.reason), file=sys.stderr)


def opening(options: argparse.Namespace) -> Callable[[Path], None]:
    """What a reader calls before it opens the restricted file: without a line in the log it stays shut."""
    return lambda path: record(options, path)


def audit_command(options: argparse.Namespace, bahasa: Language) -> int:
    """List the log, or follow its chain. 0: whole, 1: a line is not what was written, 2: there is no log."""
    if not (options.home / audit.FILE).exists() and not options.periksa:
        print(say("audit.none", bahasa, home=options.home))
        return 0
    if options.periksa:
        return _check(options, bahasa)
    return _list(options, bahasa)


def _list(options: argparse.Namespace, bahasa: Language) -> int:
    from flows.commands.answers import write_answer

    names = ("urut", "pada", "oleh", "mesin", "perintah", "pilihan", "berkas", "rincian")
    rows = [tuple(line[name] for name in names) for line in audit.lines(options.home)]
    every = options.semua or options.format != "table"
    shown = rows if every else rows[-SHOWN:]
    texts = [tuple(", ".join(one) if isinstance(one, list) else one for one in row) for row in shown]
    write_answer(list(names), texts, options.format, None, bahasa)
    if len(shown) < len(rows):
        print(
            say("audit.last", bahasa, tampil=number(len(shown), bahasa), jumlah=number(len(rows), bahasa)),
            file=sys.stderr,
        )
    return 0


def _check(options: argparse.Namespace, bahasa: Language) -> int:
    anchor = None
    if options.cadangan is not None:
        from flows.backup_sets import BackupError, latest_set

        try:
            noted = latest_set(Path(options.cadangan)).about["audit"]
            anchor = (int(noted["baris"]), str(noted["jejak"]))
        except BackupError as problem:
            print(say(problem.key, bahasa, **problem.rincian), file=sys.stderr)
            return 2
    found = audit.check(options.home, anchor)
    path = options.home / audit.FILE
    if found.cut_off:
        print(say("audit.cut_off", bahasa, baris=", ".join(map(str, found.cut_off))))
    if found.fault is not None:
        print(say(found.fault.key, bahasa, berkas=path, baris=found.fault.line), file=sys.stderr)
        return 1
    print(say("audit.whole", bahasa, berkas=path, jumlah=number(found.lines, bahasa)))
    print(say("audit.anchored" if anchor else "audit.no_anchor", bahasa))
    return 0
