"""``ikm serve``: the service that takes in the inbox and keeps the schedule, until it is stopped."""

from __future__ import annotations

import argparse
import contextlib
import sys

from flows.messages import Language, say
from flows.serve import CannotServe, address_of, serve
from flows.settings import read_settings
from warehouse.lock import Locked


def serve_command(options: argparse.Namespace, bahasa: Language) -> int:
    """Run the service. 0: it was stopped, 2: it could not start or go on."""
    settings = read_settings(options.home)
    port = options.port or settings.layanan.port
    try:
        serve(options.home, settings, port, bahasa, _show)
    except CannotServe as problem:
        print(problem, file=sys.stderr)
        return 2
    except Locked as problem:
        page = address_of(options.home)
        at = say("serve.at", bahasa, alamat=page) if page else ""
        print(
            say("serve.twice", bahasa, home=options.home, pid=problem.pid or "?", alamat=at), file=sys.stderr
        )
        return 2
    return 0


def _show(sentence: str) -> None:
    """At once, also where the output is a log; a window that was closed takes nothing more."""
    with contextlib.suppress(OSError):
        print(sentence, flush=True)
