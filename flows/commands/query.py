"""``ikm sql``: a query on the published warehouse, read-only."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable

import duckdb

from flows.commands.answers import TooLong, write_answer
from flows.commands.auditing import opening
from flows.messages import Language, say
from warehouse.audit import CannotLog
from warehouse.freeze import FreezeError
from warehouse.readers import CannotOpen, interruptible, reading

INTERRUPTED = 130
#: They mean to write files: DuckDB does not let them here, but ends the process over it.
_SWITCHES = re.compile(r"\benable_(?:logging|profiling)\W*\(", re.IGNORECASE)


def sql_command(options: argparse.Namespace, bahasa: Language) -> int:
    """Run the query and print its rows. 0: done, 2: no warehouse or no such query, 130: stopped by Ctrl-C."""
    return answered(options, bahasa, lambda: _ask(options, bahasa))


def answered(options: argparse.Namespace, bahasa: Language, ask: Callable[[], int]) -> int:
    """What ``ask`` returns; a sentence and the right code for whatever can go wrong with a query and its answer."""
    if options.format == "xlsx" and not options.keluar:
        return _refused(say("xlsx_needs_file", bahasa))
    if not options.query.strip(" ;\n\t"):
        return _refused(say("no_query", bahasa))
    try:
        code = ask()
        sys.stdout.flush()
        return code
    except FreezeError as problem:
        known = {name: text for name, text in problem.rincian.items() if text}
        return _refused(say(problem.key, bahasa, **{"daftar": say("frozen.none", bahasa), **known}))
    except CannotLog as problem:
        return _refused(say("audit.no_log", bahasa, alasan=problem.reason))
    except CannotOpen as problem:
        return _refused(say(problem.key, bahasa, home=options.home))
    except duckdb.Error as problem:
        return _refused(say("sql_failed", bahasa, alasan=str(problem).split("\n\n")[0]))
    except TooLong:
        return _refused(say("xlsx_too_long", bahasa))
    except KeyboardInterrupt:
        return _refused(say("query_stopped", bahasa), INTERRUPTED)
    except BrokenPipeError:
        raise
    except OSError as problem:
        return _refused(say("cannot_write", bahasa, berkas=options.keluar, alasan=problem.strerror or ""))


def _ask(options: argparse.Namespace, bahasa: Language) -> int:
    with reading(options.home, options.terbatas, options.beku, opening(options)) as con:
        names, rows = interruptible(con, lambda: _fetched(con, options.query))
    write_answer(names, rows, options.format, options.keluar, bahasa)
    return 0


def _fetched(con: duckdb.DuckDBPyConnection, query: str) -> tuple[list[str], list[tuple[object, ...]]]:
    if _SWITCHES.search(query):
        raise duckdb.PermissionException("Permission Error: logging and profiling cannot be switched on here")
    cursor = con.execute(query)
    return [column[0] for column in cursor.description or []], cursor.fetchall()


def _refused(sentence: str, code: int = 2) -> int:
    print(sentence, file=sys.stderr)
    return code
