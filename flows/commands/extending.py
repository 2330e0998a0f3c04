"""``ikm extend``: a district may send a report later, and why."""

from __future__ import annotations

import argparse
import sys

from flows.commands.options import settled_in
from flows.commands.status import day_asked, print_mistakes
from flows.messages import Language, say
from flows.obligations import read_duties, write_first_lists
from flows.outputs.tally import with_weekday
from flows.status import extend_due
from schemas.clock import office_now
from schemas.regions import districts


def extend_command(options: argparse.Namespace, bahasa: Language) -> int:
    """Note the extension and publish it. 0: done, 2: nothing was noted."""
    settled = settled_in(options, bahasa)
    until = day_asked(options.sampai, bahasa)
    if settled is None or until is None:
        return 2
    if not options.alasan.strip():
        return _refused(say("extend.no_reason", bahasa))
    today = office_now().date()
    write_first_lists(options.home, today)
    duties = read_duties(options.home, max(today, until))
    if duties.salah:
        print_mistakes(duties.salah, bahasa)
        return 2
    wanted = (settled.wilayah, settled.laporan, settled.periode)
    owed = next((one for one in duties.wajib if one[:3] == wanted), None)
    details = {"wilayah": districts()[options.wilayah].nama_lengkap, "laporan": options.laporan}
    details |= {"periode": options.periode}
    if owed is None:
        return _refused(say("extend.not_owed", bahasa, **details))
    if until <= owed.jatuh_tempo:
        due = owed.jatuh_tempo.isoformat()
        return _refused(say("extend.too_early", bahasa, jatuh_tempo=due, **details))
    extend_due(options.home, owed, until, options.alasan)
    day = with_weekday(until) if bahasa == "id" else until.isoformat()
    print(say("extend.done", bahasa, sampai=day, **details))
    if not duties.hari.is_working(until):
        print(say("extend.day_off", bahasa))
    return 0


def _refused(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 2
