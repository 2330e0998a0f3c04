"""``ikm withdraw``: a submission leaves force, what it had replaced comes back."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable

from flows.commands.auditing import record_if_possible
from flows.messages import Language, say
from flows.withdraw import withdraw_named
from schemas.regions import districts
from warehouse.known import Stored
from warehouse.withdraw import Withdrawn


def withdraw_command(options: argparse.Namespace, bahasa: Language) -> int:
    """Withdraw what was named. 0: done, 1: it was not in force, 2: no such submission, or several."""
    if not options.alasan.strip():
        print(say("withdraw.no_reason", bahasa), file=sys.stderr)
        return 2
    if not (options.home / "warehouse" / "kerja.duckdb").exists():
        print(say("no_warehouse", bahasa, home=options.home), file=sys.stderr)
        return 2
    result = withdraw_named(options.home, options.kiriman, options.alasan)
    if not result.found:
        print(say("withdraw.unknown", bahasa, nama=options.kiriman), file=sys.stderr)
        return 2
    if result.unclear:
        print(say("withdraw.unclear", bahasa), file=sys.stderr)
        for one in result.found:
            print(f"  - {described(one)}", file=sys.stderr)
        return 2
    if result.done is None:
        print(say("withdraw.not_in_force", bahasa))
        _lines(f"{described(one)}: {one.status}" for one in result.found)
        return 1
    record_if_possible(options, bahasa, rincian=_noted(result.done))
    _print_done(result.done, bahasa)
    return 0


def _noted(done: Withdrawn) -> str:
    """For the log: identifiers only."""
    back = ", ".join(one.kiriman_id for one in done.kembali) or "-"
    return f"ditarik: {', '.join(one.kiriman_id for one in done.ditarik)}; berlaku lagi: {back}"


def _print_done(done: Withdrawn, bahasa: Language) -> None:
    print(f"{say('withdraw.done', bahasa)}:")
    _lines(map(described, done.ditarik))
    if done.kembali:
        print(f"{say('withdraw.back', bahasa)}:")
        _lines(map(described, done.kembali))
    else:
        print(say("withdraw.none_back", bahasa))
    if done.tertahan:
        print(f"{say('withdraw.blocked', bahasa)}:")
        _lines(
            say("withdraw.blocked.line", bahasa, satu=described(one), lain=", ".join(map(described, others)))
            for one, others in done.tertahan
        )
    if done.berulang:
        print(f"{say('withdraw.twice', bahasa)}:")
        _lines(
            say("withdraw.twice.line", bahasa, jumlah=one.baris, satu=described(one.kembali), lain=described(one.lain))
            for one in done.berulang
        )  # fmt: skip
    if done.salinan:
        print(f"{say('withdraw.copies', bahasa)}:")
        _lines(map(described, done.salinan))
    undo = "--ganti" if done.kembali else "--tambah"
    print(say("withdraw.next", bahasa, berkas=done.ditarik[0].berkas, pilihan=undo))


def described(one: Stored) -> str:
    """A submission in one line: id, file, sheet, report, district, period."""
    place = districts().get(one.kode_wilayah or "")
    parts = (one.laporan, place.nama_lengkap if place else one.kode_wilayah, one.periode)
    about = ", ".join(part for part in parts if part)
    sheet = f" [{one.lembar}]" if one.lembar else ""
    return f"{one.kiriman_id} {one.berkas}{sheet} ({about})"


def _lines(lines: Iterable[str]) -> None:
    for line in lines:
        print(f"  - {line}")
