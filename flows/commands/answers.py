"""Rows for a person: as a table in the terminal, as CSV, JSON or a workbook."""

from __future__ import annotations

import csv
import errno
import json
import math
import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, TextIO

from flows.commands.terminal import for_data
from flows.messages import Language, say
from flows.outputs.csv_cells import csv_cell

MOST_SHOWN = 200
WIDEST_CELL = 60
#: A spreadsheet keeps 15 digits of a number.
EXACT = 10**15
LONGEST_CELL = 32_767
MOST_LINES, MOST_COLUMNS = 1_048_576, 16_384
#: Where the calendar of spreadsheets begins.
FIRST_DAY = date(1900, 1, 1)

Rows = Sequence[Sequence[object]]


class TooLong(Exception):
    """More rows or columns than a sheet of a workbook has; none of it was written."""


def write_answer(names: Sequence[str], rows: Rows, form: str, target: str | None, bahasa: Language) -> None:
    """Write ``rows`` in ``form`` to the file ``target``, or to standard output.

    Raises OSError, and :class:`TooLong` for what a workbook does not hold.
    """
    if form == "xlsx":
        write_workbook(names, rows, str(target))
        return
    data = form in {"csv", "json"}
    out = for_data() if data else sys.stdout
    if target:
        out = open(target, "w", encoding="utf-8-sig", newline="")  # noqa: SIM115
    try:
        _write_text(names, rows, form, out, bahasa)
    finally:
        if target:
            out.close()


def _write_text(names: Sequence[str], rows: Rows, form: str, out: TextIO, bahasa: Language) -> None:
    if form == "csv":
        writer = csv.writer(out)
        writer.writerow([csv_cell(name) for name in names])
        writer.writerows([csv_cell(value) for value in row] for row in rows)
    elif form == "json":
        print(as_json([dict(zip(names, row, strict=True)) for row in rows]), file=out)
    else:
        width = shutil.get_terminal_size().columns if out.isatty() else None
        print(as_table(names, rows, bahasa, width), file=out)


def as_json(thing: Any) -> str:
    """JSON with the letters of any language; NaN and infinity, which it does not know, are null."""
    return json.dumps(_plain(thing), ensure_ascii=False, default=str, indent=1)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(name): _plain(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return _finite(value)


def _finite(value: object) -> object:
    return None if isinstance(value, float) and not math.isfinite(value) else value


def as_table(
    names: Sequence[str], rows: Rows, bahasa: Language, width: int | None = None, most: int = MOST_SHOWN
) -> str:
    """The first rows side by side; below each other where they are wider than ``width`` characters."""
    shown = [[_text(value) for value in row] for row in rows[:most]]
    widths = [
        min(max(len(name), *(len(row[i]) for row in shown), 0), WIDEST_CELL) for i, name in enumerate(names)
    ]
    if width is not None and sum(widths) + 2 * (len(widths) - 1) > width and shown:
        lines = _below_each_other(names, shown, bahasa)
    else:
        lines = _side_by_side(names, shown, rows, widths)
    if len(rows) > most:
        lines.append(say("more", bahasa, jumlah=len(rows) - most))
    return "\n".join(lines)


def _text(value: object) -> str:
    """A value on one line: a line break or a control character in it would upset the terminal."""
    text = "" if value is None else str(value)
    return text if text.isprintable() else "".join(one if one.isprintable() else " " for one in text)


def _side_by_side(
    names: Sequence[str], shown: Sequence[Sequence[str]], rows: Rows, widths: Sequence[int]
) -> list[str]:
    head = "  ".join(name.ljust(width) for name, width in zip(names, widths, strict=True))
    lines = [head.rstrip(), "  ".join("-" * width for width in widths)]
    for row, raw in zip(shown, rows, strict=False):
        cells = [
            text.rjust(width) if isinstance(value, int | float | Decimal) else _cut(text).ljust(width)
            for text, value, width in zip(row, raw, widths, strict=True)
        ]
        lines.append("  ".join(cells).rstrip())
    return lines


def _cut(text: str) -> str:
    return text if len(text) <= WIDEST_CELL else text[: WIDEST_CELL - 1] + "…"


def _below_each_other(names: Sequence[str], shown: Sequence[Sequence[str]], bahasa: Language) -> list[str]:
    widest = max(map(len, names))
    lines = []
    for place, row in enumerate(shown, start=1):
        lines.append(f"── {say('row', bahasa, nomor=place)} ──")
        lines += [f"{name.ljust(widest)}  {text}".rstrip() for name, text in zip(names, row, strict=True)]
    return lines


def write_workbook(names: Sequence[str], rows: Rows, target: str) -> None:
    """A workbook with one sheet. Text stays text, whatever it begins with; long numbers keep all their digits."""
    import xlsxwriter

    if len(rows) >= MOST_LINES or len(names) > MOST_COLUMNS:
        raise TooLong

    if not Path(target).absolute().parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), target)
    as_they_are = {"strings_to_formulas": False, "strings_to_urls": False, "remove_timezone": True}
    book = xlsxwriter.Workbook(target, as_they_are)
    sheet = book.add_worksheet("Hasil")
    bold = book.add_format({"bold": True, "bottom": 1})
    formats = {
        date: book.add_format({"num_format": "dd/mm/yyyy"}),
        datetime: book.add_format({"num_format": "dd/mm/yyyy hh:mm:ss"}),
    }
    for place, name in enumerate(names):
        sheet.write_string(0, place, name, bold)
    for line, row in enumerate(rows, 1):
        for place, value in enumerate(row):
            _write_cell(sheet, line, place, value, formats)
    sheet.freeze_panes(1, 0)
    sheet.autofit()
    book.close()


def _write_cell(sheet: Any, line: int, place: int, value: object, formats: Mapping[Any, Any]) -> None:
    if isinstance(value, date) and type(value) in formats and _day(value) >= FIRST_DAY:
        sheet.write_datetime(line, place, value, formats[type(value)])
    elif isinstance(value, bool) or value is None:
        sheet.write(line, place, value)
    elif isinstance(value, int | float | Decimal) and abs(float(value)) < EXACT:
        sheet.write_number(line, place, float(value))
    elif _finite(value) is not None:
        # Half a character, which no file can hold.
        text = str(value).encode("utf-8", "replace").decode()
        sheet.write_string(line, place, text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - 1] + "…")


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
