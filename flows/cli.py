"""The command ``ikm``. Heavy libraries are imported by the commands that need them, not here."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from flows.commands.arguments import parser
from flows.messages import Language, language, say

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
    "doctor": "flows.commands.doctor",
    "init": "flows.commands.initialising",
    "serve": "flows.commands.serving",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code of the contract: 0 all well, 1 something held back, 2 nothing done."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    bahasa = language(_language_in(given))
    options = parser(bahasa).parse_args(given)
    options.home = Path(options.home or os.environ.get("IKM_HOME") or "data")
    return _run(options, bahasa)


def _run(options: argparse.Namespace, bahasa: Language) -> int:
    from flows.trouble import explain

    try:
        command: Command = getattr(import_module(_COMMANDS[options.command]), f"{options.command}_command")
        return command(options, bahasa)
    except KeyboardInterrupt:
        print(say("stopped", bahasa), file=sys.stderr)
        return 2
    except BrokenPipeError:
        # Whoever read has seen enough (a pager, head); what Python still holds back goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as problem:  # the last line of defence: a sentence, never a traceback
        print(explain(problem, options.home, bahasa), file=sys.stderr)
        return 2


def _language_in(given: Sequence[str]) -> str | None:
    for place, word in enumerate(given):
        if word == "--bahasa" and place + 1 < len(given):
            return given[place + 1]
        if word.startswith("--bahasa="):
            return word.partition("=")[2]
    return None


if __name__ == "__main__":
    sys.exit(main())
