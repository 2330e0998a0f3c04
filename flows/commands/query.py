"""``ikm sql``: a query on the published warehouse, read-only."""

from __future__ import annotations

import argparse
import csv
import errno
import json
import math
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import duckdb

from flows.messages import Language, say

MOST_SHOWN = 200
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def sql_command(options: argparse.Namespace, bahasa: Language) -> int:
    """Run the query and print its rows. 0: done, 2: no warehouse or no such query."""
    path = _file_to_ask(options, bahasa)
    if path is None:
        return 2
    if not path.exists():
        print(say("no_warehouse", bahasa, home=options.home), file=sys.stderr)
        return 2
    if options.format == "xlsx" and not options.keluar:
        print(say("xlsx_needs_file", bahasa), file=sys.stderr)
        return 2
    if not options.query.strip(" ;"):
        print(say("no_query", bahasa), file=sys.stderr)
        return 2
    try:
        names, rows = _ask(path, options.query)
    except duckdb.Error as problem:
        print(say("sql_failed", bahasa, alasan=str(problem).split("\n\n")[0]), file=sys.stderr)
        return 2
    try:
        _write(names, rows, options.format, options.keluar, bahasa)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as problem:
        print(
            say("cannot_write", bahasa, berkas=options.keluar, alasan=problem.strerror or ""), file=sys.stderr
        )
        return 2
    return 0


def _file_to_ask(options: argparse.Namespace, bahasa: Language) -> Path | None:
    """The published file, or a frozen copy of it; None, with a sentence printed, where there is no such copy."""
    folder = Path(options.home) / "warehouse"
    if options.beku is None:
        return folder / "terbatas" / "ikm.duckdb" if options.terbatas else folder / "ikm.duckdb"
    from warehouse.freeze import FreezeError, frozen_file

    try:
        return frozen_file(options.home, options.beku, options.terbatas)
    except FreezeError as problem:
        details = {"daftar": say("frozen.none", bahasa)} | {k: v for k, v in problem.rincian.items() if v}
        print(say(problem.key, bahasa, **details), file=sys.stderr)
        return None


def _ask(path: Path, query: str) -> tuple[list[str], list[tuple[object, ...]]]:
    con = duckdb.connect(str(path), read_only=True, config={"autoinstall_known_extensions": "false"})
    try:
        con.execute("SET enable_external_access = false")
        cursor = con.execute(query)
        return [column[0] for column in cursor.description or []], cursor.fetchall()
    finally:
        con.close()


def _write(
    names: Sequence[str], rows: Sequence[Sequence[object]], form: str, target: str | None, bahasa: Language
) -> None:
    if form == "xlsx":
        _write_xlsx(names, rows, str(target))
        return
    out = open(target, "w", encoding="utf-8-sig", newline="") if target else sys.stdout  # noqa: SIM115
    try:
        if form == "csv":
            writer = csv.writer(out)
            writer.writerow(names)
            writer.writerows([_harmless(value) for value in row] for row in rows)
        elif form == "json":
            records = [dict(zip(names, map(_finite, row), strict=True)) for row in rows]
            print(json.dumps(records, ensure_ascii=False, default=str, indent=1), file=out)
        else:
            print(_table(names, rows, bahasa), file=out)
    finally:
        if target:
            out.close()


def _finite(value: object) -> object:
    """JSON and spreadsheets know neither NaN nor infinity."""
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _harmless(value: object) -> object:
    """Text that a spreadsheet would take for a formula is written as text."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA_STARTS) else value


def _table(names: Sequence[str], rows: Sequence[Sequence[object]], bahasa: Language) -> str:
    shown = [["" if value is None else str(value) for value in row] for row in rows[:MOST_SHOWN]]
    widths = [max(len(name), *(len(row[i]) for row in shown), 0) for i, name in enumerate(names)]
    widths = [min(width, 60) for width in widths]
    line = "  ".join(name.ljust(width) for name, width in zip(names, widths, strict=True))
    lines = [line.rstrip(), "  ".join("-" * width for width in widths)]
    for row, raw in zip(shown, rows, strict=False):
        cells = [
            text[:60].rjust(width) if isinstance(value, (int, float)) else text[:60].ljust(width)
            for text, value, width in zip(row, raw, widths, strict=True)
        ]
        lines.append("  ".join(cells).rstrip())
    if len(rows) > MOST_SHOWN:
        lines.append(say("more", bahasa, jumlah=len(rows) - MOST_SHOWN))
    return "\n".join(lines)


def _write_xlsx(names: Sequence[str], rows: Sequence[Sequence[object]], target: str) -> None:
    import xlsxwriter

    if not Path(target).absolute().parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), target)
    as_they_are = {"strings_to_formulas": False, "strings_to_urls": False, "remove_timezone": True}
    book = xlsxwriter.Workbook(target, as_they_are)
    sheet = book.add_worksheet("Hasil")
    bold = book.add_format({"bold": True, "bottom": 1})
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    sheet.write_row(0, 0, names, bold)
    for line, row in enumerate(rows, 1):
        for place, value in enumerate(row):
            if hasattr(value, "isoformat"):
                sheet.write_datetime(line, place, value, day)
            elif isinstance(value, (int, float)) or value is None:
                sheet.write(line, place, _finite(value))
            else:
                sheet.write_string(line, place, str(value))
    sheet.freeze_panes(1, 0)
    sheet.autofit()
    book.close()
