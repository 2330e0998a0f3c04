"""The command ``ikm``. Heavy libraries are imported by the commands that need them, not here."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import TextIO

from flows.commands.arguments import parser
from flows.commands.terminal import calm_streams
from flows.limits import refuse_narrow_memory
from flows.messages import Language, language, say
from flows.stopping import stoppable, was_stopped
from flows.streams import steady_streams

Command = Callable[[argparse.Namespace, Language], int]

#: Every command, the module that runs it; its function is named after the command: ``load_command``.
_COMMANDS = {
    "load": "flows.commands.loading",
    "check": "flows.commands.checking",
    "sql": "flows.commands.query",
    "trace": "flows.commands.trace",
    "wording": "flows.commands.wordings",
    "reload": "flows.commands.reloading",
    "feedback": "flows.commands.feedback",
    "template": "flows.commands.template",
    "withdraw": "flows.commands.withdrawing",
    "diff": "flows.commands.differing",
    "publish": "flows.commands.publishing",
    "report": "flows.commands.reporting",
    "status": "flows.commands.status",
    "extend": "flows.commands.extending",
    "remind": "flows.commands.reminding",
    "mail": "flows.commands.mailing",
    "doctor": "flows.commands.doctor",
    "backup": "flows.commands.backing_up",
    "restore": "flows.commands.restoring",
    "purge": "flows.commands.purging",
    "audit": "flows.commands.auditing",
    "init": "flows.commands.initialising",
    "serve": "flows.commands.serving",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code of the contract: 0 all well, 1 something held back, 2 nothing done."""
    steady_streams()
    given = list(sys.argv[1:] if arguments is None else arguments)
    bahasa = language(_language_in(given))
    options = parser(bahasa).parse_args(given)
    options.home = Path(options.home or os.environ.get("IKM_HOME") or "data")
    with calm_streams():
        return _run(options, bahasa)


def _run(options: argparse.Namespace, bahasa: Language) -> int:
    from flows.trouble import explain

    try:
        with stoppable():
            refuse_narrow_memory(options.command)
            command: Command = getattr(
                import_module(_COMMANDS[options.command]), f"{options.command}_command"
            )
            code = command(options, bahasa)
            sys.stdout.flush()
            return code
    except KeyboardInterrupt:
        return _refused(say("stopped", bahasa))
    except BrokenPipeError:
        # Whoever read has seen enough (a pager, head); what Python still holds back goes nowhere.
        _abandon(sys.stdout)
        return 0
    except Exception as problem:  # the last line of defence: a sentence, never a traceback
        return _refused(
            say("stopped", bahasa) if was_stopped(problem) else explain(problem, options.home, bahasa)
        )


def _refused(sentence: str) -> int:
    # The terminal may be what went away, and the disk that standard output goes to may be the full one.
    for stream, text in ((sys.stdout, ""), (sys.stderr, f"{sentence}\n")):
        try:
            stream.write(text)
            stream.flush()
        except (OSError, ValueError):
            _abandon(stream)
    return 2


def _abandon(stream: TextIO) -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _language_in(given: Sequence[str]) -> str | None:
    for place, word in enumerate(given):
        if word == "--bahasa" and place + 1 < len(given):
            return given[place + 1]
        if word.startswith("--bahasa="):
            return word.partition("=")[2]
    return None


if __name__ == "__main__":
    sys.exit(main())
