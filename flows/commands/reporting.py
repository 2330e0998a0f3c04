"""``ikm report``: the page of what arrived, who is missing, and the figures on a map."""

from __future__ import annotations

import argparse
import sys

from flows.messages import Language, say
from flows.site import write_page
from warehouse.readers import CannotOpen


def report_command(options: argparse.Namespace, bahasa: Language) -> int:
    """Make the page. 0: it is there, 2: nothing published yet, or it could not be written."""
    try:
        made = write_page(options.home, bahasa)
    except CannotOpen as problem:
        print(say(problem.key, bahasa, home=options.home), file=sys.stderr)
        return 2
    except OSError as problem:
        reason = problem.strerror or type(problem).__name__
        print(say("report.no_room", bahasa, folder=options.home / "site", alasan=reason), file=sys.stderr)
        return 2
    print(say("report.done", bahasa, berkas=made))
    return 0
