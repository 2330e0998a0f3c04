"""``ikm diff``: what changed between two versions of a report."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

import duckdb

from flows.commands.auditing import record, record_if_possible
from flows.commands.differing_records import print_records
from flows.commands.differing_table import Shown, print_difference
from flows.commands.options import settled_in
from flows.messages import Language, say
from schemas.regions import districts
from schemas.reports import spec
from warehouse.difference import compare
from warehouse.versions import CannotRead, Compared, Version, about, last_change, published, report_of


class _Unclear(Exception):
    """What is to be compared cannot be told; the message says why."""


def diff_command(options: argparse.Namespace, bahasa: Language) -> int:
    """Compare two versions. 0: done (whether or not they differ), 2: there is nothing to compare."""
    settled = settled_in(options, bahasa)
    if settled is None:
        return 2
    restricted = options.home / "warehouse" / "terbatas" / "ikm.duckdb"
    if not restricted.exists():
        print(say("no_warehouse", bahasa, home=options.home), file=sys.stderr)
        return 2
    if options.terbatas:
        record(options, restricted)
    else:
        record_if_possible(options, bahasa, restricted)
    try:
        with published(options.home) as con:
            compared = _asked(con, options, bahasa)
            report = spec(compared.laporan)
            difference = compare(con, report, compared)
            shown = Shown(
                report,
                compared,
                about(con, compared.lama.kiriman),
                about(con, compared.baru.kiriman),
                bool(options.terbatas),
            )
    except _Unclear as unclear:
        print(unclear, file=sys.stderr)
        return 2
    except CannotRead as problem:
        print(say("diff.no_right", bahasa, alasan=problem), file=sys.stderr)
        return 2
    if options.format == "table":
        print_difference(difference, shown, bahasa)
    else:
        print_records(difference, shown, options.format)
    return 0


def _asked(con: duckdb.DuckDBPyConnection, options: argparse.Namespace, bahasa: Language) -> Compared:
    named: Sequence[str] = options.kiriman
    if len(named) == 2 and options.wilayah is None:
        reports = [report_of(con, one) for one in named]
        for one, laporan in zip(named, reports, strict=True):
            if laporan is None:
                raise _Unclear(say("diff.unknown", bahasa, nama=one))
        if reports[0] != reports[1]:
            raise _Unclear(say("diff.other_report", bahasa, lama=reports[0], baru=reports[1]))
        return Compared(str(reports[0]), Version((named[0],)), Version((named[1],)))
    if named or options.wilayah is None or options.laporan is None:
        raise _Unclear(say("diff.which", bahasa))
    found = last_change(con, options.laporan, options.wilayah, options.periode)
    if found is None:
        place = districts()[options.wilayah].nama_lengkap
        raise _Unclear(say("diff.only_one", bahasa, wilayah=place, laporan=options.laporan))
    return found
