"""``ikm feedback``, and the answers to districts at the end of ``ikm load``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from flows.messages import Language, number, say

if TYPE_CHECKING:
    from flows.feedback import Feedback

MOST_LINES = 30


def feedback_command(options: argparse.Namespace, bahasa: Language) -> int:
    """Write the answers again. 0: all written, 1: some not complete, 2: nothing to write."""
    from flows.feedback import called, write_feedback

    if options.templat:
        return _template(options.home, bahasa)
    if not (options.home / "warehouse" / "kerja.duckdb").exists():
        print(say("no_warehouse", bahasa, home=options.home), file=sys.stderr)
        return 2
    told = write_feedback(options.home, called(options.berkas))
    if not told.files:
        print(say("feedback.nothing", bahasa), file=sys.stderr)
        return 2 if options.berkas else 0
    tell(told, bahasa)
    return 1 if told.faults else 0


def answer(home: Path, kiriman: Sequence[str], bahasa: Language) -> Feedback | str | None:
    """Answer the files just taken in, and those of a load that broke off before it answered them.

    A sentence where it failed: they are loaded, whatever happens here.
    """
    from flows.feedback import taken_in, write_feedback
    from flows.trouble import explain
    from flows.unanswered import all_answered, unanswered_since

    since = unanswered_since(home)
    if not kiriman and since is None:
        return None
    just_now = taken_in(kiriman)
    try:
        told = write_feedback(
            home, lambda one: just_now(one) or (since is not None and one.diterima_pada >= since)
        )
        if not any(fault == "feedback.cannot_write" for _, fault in told.faults):
            all_answered(home)
        return told if told.files or kiriman else None
    except Exception as problem:
        return say("feedback.failed", bahasa, alasan=explain(problem, home, bahasa))


def tell(told: Feedback | str | None, bahasa: Language) -> None:
    """Say where the answers are, and what is missing."""
    if told is None:
        return
    if isinstance(told, str):
        print(f"\n{told}")
        return
    files, wanting = number(told.files, bahasa), number(told.wanting, bahasa)
    print(f"\n{say('feedback.done', bahasa, folder=told.folder, berkas=files, perlu=wanting)}")
    _tell_template(told, bahasa)
    if told.faults:
        print(f"{say('feedback.faults', bahasa)}:")
    for berkas, fault in told.faults[:MOST_LINES]:
        print(f"  - {berkas}: {say(fault, bahasa)}")
    if len(told.faults) > MOST_LINES:
        print(f"  {say('more', bahasa, jumlah=len(told.faults) - MOST_LINES)}")


def _tell_template(told: Feedback, bahasa: Language) -> None:
    path = told.folder.parent / "templat" / "surat.docx"
    if told.template is not None:
        print(say("feedback.template_unused", bahasa, path=path, alasan=say(told.template, bahasa)))
    if told.unknown:
        words = ", ".join(f"{{{{{word}}}}}" for word in told.unknown)
        print(say("feedback.template_unknown", bahasa, path=path, kata=words))


def _template(home: Path, bahasa: Language) -> int:
    from flows.feedback import office_template, write_template

    made = write_template(home)
    key = "feedback.template_made" if made is not None else "feedback.template_there"
    print(say(key, bahasa, path=office_template(home)))
    return 0 if made is not None else 2
