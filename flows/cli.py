"""The command ``ikm``. Heavy libraries are imported by the commands that need them, not here."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from flows.messages import Language, language, say

Command = Callable[[argparse.Namespace, Language], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code of the contract: 0 all well, 1 something held back, 2 nothing done."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    bahasa = language(_language_in(given))
    options = _parser(bahasa).parse_args(given)
    options.home = Path(options.home or os.environ.get("IKM_HOME") or "data")
    return _run(options, bahasa)


def _run(options: argparse.Namespace, bahasa: Language) -> int:
    from flows.trouble import explain

    try:
        command: Command = _COMMANDS[options.command]
        return command(options, bahasa)
    except KeyboardInterrupt:
        print(say("stopped", bahasa), file=sys.stderr)
        return 2
    except BrokenPipeError:
        sys.stderr.close()
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


def _parser(bahasa: Language) -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--home", metavar="DIR", default=None, help=say("home.help", bahasa))
    common.add_argument("--bahasa", choices=("id", "en"), help=say("bahasa.help", bahasa))
    parser = argparse.ArgumentParser(prog="ikm", description=say("about", bahasa))
    commands = parser.add_subparsers(dest="command", required=True, metavar="PERINTAH")
    settle = argparse.ArgumentParser(add_help=False)
    settle.add_argument("path", nargs="+", metavar="PATH", help=say("path.help", bahasa))
    settle.add_argument("--wilayah", metavar="KODE", help=say("wilayah.help", bahasa))
    settle.add_argument("--periode", metavar="P", help=say("periode.help", bahasa))
    settle.add_argument("--laporan", metavar="JENIS", help=say("laporan.help", bahasa))
    commands.add_parser("load", parents=[common, settle], help=say("load.help", bahasa))
    checking = commands.add_parser("check", parents=[common, settle], help=say("check.help", bahasa))
    checking.add_argument("--explain", action="store_true", help=say("explain.help", bahasa))
    sql = commands.add_parser("sql", parents=[common], help=say("sql.help", bahasa))
    sql.add_argument("query", metavar="KUERI", help=say("query.help", bahasa))
    sql.add_argument("--format", choices=("table", "csv", "json", "xlsx"), default="table", help=say("format.help", bahasa))
    sql.add_argument("--keluar", metavar="BERKAS", help=say("keluar.help", bahasa))
    sql.add_argument("--terbatas", action="store_true", help=say("terbatas.help", bahasa))
    commands.add_parser("doctor", parents=[common], help=say("doctor.help", bahasa))
    return parser


def _load(options: argparse.Namespace, bahasa: Language) -> int:
    from flows.commands.loading import load_command

    return load_command(options, bahasa)


def _check(options: argparse.Namespace, bahasa: Language) -> int:
    from flows.commands.checking import check_command

    return check_command(options, bahasa)


def _sql(options: argparse.Namespace, bahasa: Language) -> int:
    from flows.commands.query import sql_command

    return sql_command(options, bahasa)


def _doctor(options: argparse.Namespace, bahasa: Language) -> int:
    from flows.commands.doctor import doctor_command

    return doctor_command(options, bahasa)


_COMMANDS: dict[str, Command] = {"load": _load, "check": _check, "sql": _sql, "doctor": _doctor}

if __name__ == "__main__":
    sys.exit(main())
