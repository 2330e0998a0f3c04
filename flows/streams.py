"""What is printed arrives, whatever the terminal can show and whatever is closed."""

from __future__ import annotations

import codecs
import os
import sys

#: Signs of ours for terminals that know only plain letters.
_PLAIN = {
    "✓": "+", "✗": "x", "·": "-", "—": "-", "–": "-", "…": "...", "→": "->", "←": "<-", "≠": "<>", "×": "x",
    "±": "+/-", "“": '"', "”": '"', "‘": "'", "’": "'", "•": "*", "│": "|", "─": "-", "┼": "+",
}  # fmt: skip
_HANDLER = "ikm-terbaca"


def steady_streams() -> None:
    """Make standard output and error fit to be written to, once, at the start of the program.

    A sign that the terminal does not know is written in plain letters or as its code: never lost without a
    trace, and never a reason to break off. Closed streams lead nowhere; otherwise the next file that is opened
    would take their number, and what a library prints would land in it.
    """
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    codecs.register_error(_HANDLER, _readable)
    sys.stdout = sys.stdout or os.fdopen(1, "w", encoding="utf-8", closefd=False)
    sys.stderr = sys.stderr or os.fdopen(2, "w", encoding="utf-8", closefd=False)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors=_HANDLER)


def _readable(problem: UnicodeError) -> tuple[str, int]:
    if not isinstance(problem, UnicodeEncodeError):
        raise problem
    text = problem.object[problem.start : problem.end]
    return "".join(_PLAIN.get(sign) or _code(sign) for sign in text), problem.end


def _code(sign: str) -> str:
    return sign.encode("ascii", "backslashreplace").decode("ascii")
