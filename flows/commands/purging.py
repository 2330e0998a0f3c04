"""``ikm purge``: shows what is past its time, asks, and removes it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import date

from flows.commands.auditing import record
from flows.messages import Language, number, say
from flows.purge import Plan, limit_of, purge


def purge_command(options: argparse.Namespace, bahasa: Language) -> int:
    """Purge. 0: done, or nothing is past its time, 2: nothing was removed."""
    limit = limit_of(options.lebih_tua, date.today())
    if limit is None:
        print(say("purge.bad_age", bahasa, nilai=options.lebih_tua), file=sys.stderr)
        return 2
    if not (options.home / "warehouse" / "kerja.duckdb").exists():
        print(say("no_warehouse", bahasa, home=options.home), file=sys.stderr)
        return 2
    answer: list[str] = []
    plan = purge(options.home, limit, _agreement(options, answer, bahasa))
    if plan.empty:
        print(say("purge.nothing", bahasa, batas=limit.isoformat()))
        return 0
    if answer:
        print(say(answer[0], bahasa), file=sys.stderr)
        return 0 if options.coba else 2
    record(options, rincian=f"selesai; {_counts(plan)}")
    files = number(len(plan.raw) + len(plan.answers) + len(plan.frozen), bahasa)
    print(say("purge.done", bahasa, kiriman=number(len(plan.kiriman), bahasa), berkas=files))
    print(say("purge.backups", bahasa))
    return 0


def _agreement(options: argparse.Namespace, refusal: list[str], bahasa: Language) -> Callable[[Plan], bool]:
    """Shows the plan and asks; why nothing is removed goes into ``refusal``. Agreed is only what is noted first."""

    def agreed(plan: Plan) -> bool:
        _print(plan, bahasa)
        if options.coba:
            refusal.append("purge.tried")
        elif not options.ya and not sys.stdin.isatty():
            refusal.append("purge.needs_yes")
        elif not options.ya and input(say("purge.ask", bahasa)).strip() != say("purge.word", bahasa):
            refusal.append("purge.cancelled")
        else:
            record(options, rincian=f"mulai; {_counts(plan)}")
        return not refusal

    return agreed


def _counts(plan: Plan) -> str:
    return (
        f"batas {plan.limit}; {len(plan.kiriman)} kiriman, {plan.loaded} baris, {plan.held} baris ditahan, "
        f"{len(plan.raw)} berkas asli, {len(plan.answers)} balasan, {len(plan.frozen)} salinan beku"
    )


def _print(plan: Plan, bahasa: Language) -> None:
    if plan.unfinished:
        print(say("purge.finishing", bahasa))
    size = sum(path.stat().st_size for path in plan.raw) / 1e6
    print(say("purge.plan", bahasa, batas=plan.limit.isoformat()))
    print(
        say(
            "purge.plan.lines", bahasa, kiriman=number(len(plan.kiriman), bahasa), baris=number(plan.loaded, bahasa),
            ditahan=number(plan.held, bahasa), berkas=number(len(plan.raw), bahasa), mb=number(size, bahasa),
            balasan=number(len(plan.answers), bahasa), beku=len(plan.frozen), nama_beku=", ".join(plan.frozen) or "-",
        )
    )  # fmt: skip
