"""Cells of a CSV file that a spreadsheet program opens as text, whatever was written in them.

A text that begins like a formula gets an apostrophe before it. So does such a sign behind a semicolon, tab or line
break within a text: a program that expects another separator than the comma begins a new cell there, and for it the
quotation marks of ours are part of the text. Numbers, dates, and texts that are nothing but strokes stay as they are.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal

_PLAIN = (bool, int, float, Decimal, date, datetime, time, type(None))
# With those that a Japanese or Chinese keyboard writes: Excel takes them for the same signs.
SIGNS = "=+\\-@＝＋－＠"
_BEGINS = re.compile(rf"[\t\r\n]|\s*[{SIGNS}]")
_WITHIN = re.compile(rf"([;\t\r\n]\s*)(?=[{SIGNS}])")
_STROKES = re.compile(r"[-–—\s.]*", re.ASCII)


def csv_cell(value: object) -> object:
    """``value`` as it may be written to CSV: a number as it is, a text such that nothing of it is computed.

    >>> csv_cell("=1+1"), csv_cell(-5), csv_cell("-5"), csv_cell("a;=1+1"), csv_cell("-")
    ("'=1+1", -5, "'-5", "a;'=1+1", '-')
    """
    if isinstance(value, _PLAIN):
        return value
    text = value if isinstance(value, str) else str(value)
    if _STROKES.fullmatch(text):
        return text
    return ("'" if _BEGINS.match(text) else "") + _WITHIN.sub(r"\1'", text)
