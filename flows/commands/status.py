"""``ikm status``: who has sent what, who is late, what is held back."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date

from flows.commands.answers import write_answer
from flows.commands.options import settled_in
from flows.commands.status_table import print_matrix
from flows.messages import Language, say
from flows.outputs.status_matrix import OPEN, Unit
from flows.status import Asked, Status, read_status
from schemas.clock import office_now
from schemas.obligations import Mistake
from schemas.working_days import day_in

MOST_MISTAKES = 20


def status_command(options: argparse.Namespace, bahasa: Language) -> int:
    """Print the status. 0: nothing is missing, 1: something is missing or refused, 2: it cannot be computed."""
    settled = settled_in(options, bahasa)
    today = day_asked(options.hari, bahasa)
    if settled is None or today is None:
        return 2
    asked = Asked(settled.periode, settled.laporan, settled.wilayah)
    status = read_status(options.home, today, asked)
    for path in status.baru:
        print(say("owes.written", bahasa, berkas=path), file=sys.stderr)
    if status.tugas.salah:
        print_mistakes(status.tugas.salah, bahasa)
        return 2
    if options.format != "table":
        rows = [tuple(one) for one in status.units]
        write_answer(Unit._fields, rows, options.format, None, bahasa)
    elif status.units:
        print_matrix(status, asked, today, bahasa)
    else:
        print(_nothing(status, asked, bahasa))
    return 1 if any(one.status in OPEN for one in status.units) else 0


def day_asked(text: str | None, bahasa: Language) -> date | None:
    """The day named, else today at the office; None, with a sentence printed, where it is no day."""
    day = office_now().date() if text is None else day_in(text)
    if day is None:
        print(say("owes.no_day", bahasa, nilai=text), file=sys.stderr)
    return day


def print_mistakes(mistakes: Sequence[tuple[str, Mistake]], bahasa: Language) -> None:
    """A sentence for each mistake in the lists: file, line, column, what is wrong and how it is written."""
    print(say("owes.mistakes", bahasa, jumlah=len(mistakes)), file=sys.stderr)
    for name, one in mistakes[:MOST_MISTAKES]:
        where = say("owes.where", bahasa, berkas=name, baris=one.baris, kolom=one.kolom)
        print(f"  - {where}: {say(one.key, bahasa, **one.rincian)}", file=sys.stderr)
    if len(mistakes) > MOST_MISTAKES:
        print(f"  {say('more', bahasa, jumlah=len(mistakes) - MOST_MISTAKES)}", file=sys.stderr)


def _nothing(status: Status, asked: Asked, bahasa: Language) -> str:
    periods = list(dict.fromkeys(one.periode for one in status.semua))
    known = f"{periods[0]} – {periods[-1]}" if periods else "-"
    return say("status.nothing", bahasa, periode=asked.periode or "-", ada=known)
