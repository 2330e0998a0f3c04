"""What an officer settles on the command line, checked before anything is read."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from flows.messages import Language, say
from flows.shapes import Settled


def settled_in(options: argparse.Namespace, bahasa: Language) -> Settled | None:
    """The settled district, period and report type; None, with a sentence printed, where one is no such."""
    from schemas.periods import period_of
    from schemas.regions import districts
    from schemas.reports import specs

    if options.wilayah is not None and options.wilayah not in districts():
        _refuse(say("bad_wilayah", bahasa, nilai=options.wilayah))
        return None
    if options.periode is not None:
        try:
            period_of(options.periode)
        except ValueError:
            _refuse(say("bad_periode", bahasa, nilai=options.periode))
            return None
    names = [one.name for one in specs()]
    if options.laporan is not None and options.laporan not in names:
        _refuse(say("bad_laporan", bahasa, nilai=options.laporan, pilihan=", ".join(names)))
        return None
    return Settled(options.wilayah, options.periode, options.laporan)


def paths_in(options: argparse.Namespace, bahasa: Language) -> list[Path] | None:
    """The paths named; None, with a sentence printed, where one does not exist."""
    for path in options.path:
        if not Path(path).exists():
            _refuse(say("no_path", bahasa, path=path))
            return None
    return [Path(path) for path in options.path]


def _refuse(sentence: str) -> None:
    print(sentence, file=sys.stderr)
