"""Numbers and names of people in free text: found by their form, or because the same row names the person.

The patterns are the same for DuckDB and for Python.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import duckdb

from .ddl import named, quoted

HIDDEN = "[disembunyikan]"
#: Sixteen figures or more: NIK, NIP, account.
NIK_LIKE = r"\d(?:[ .\-]?\d){15,}"
MOBILE_LIKE = r"(?:\+\s?62|62|\(?0)[ .\-]?\(?8\d{1,2}\)?(?:[ .\-]?\d){6,9}"
LANDLINE_LIKE = r"\(?0[2-79]\d{1,2}\)?[ \-]{0,3}\d(?:[ \-]?\d){5,7}\b"
#: A mobile number that a spreadsheet took its first 0 from; an amount of rupiah may look the same.
BARE_LIKE = r"8[1-9]\d{8,10}\b"
#: What stands before such a number: no figure, nor one and a separator, for then it is the end of an amount.
BEFORE = r"(^|[^0-9.,]|[^0-9][.,])"
IN_AMOUNTS = f"{BEFORE}(?:{NIK_LIKE}|{MOBILE_LIKE}|{LANDLINE_LIKE})"
IN_TEXTS = f"{BEFORE}(?:{NIK_LIKE}|{MOBILE_LIKE}|{LANDLINE_LIKE}|{BARE_LIKE})"
INSTEAD = rf"\1{HIDDEN}"
#: A shorter name, or one of a single word, is found in too many words that mean something else.
SHORTEST_NAME = 7
#: Where names of files and sheets stand, and what quotes them.
PLACES = ("berkas", "jalur", "lembar", "alasan_pilihan")

_COMPILED = {pattern: re.compile(pattern, re.ASCII) for pattern in (IN_TEXTS, IN_AMOUNTS)}


def scrubbed(expression: str, pattern: str = IN_TEXTS) -> str:
    """``expression`` with whatever looks like a NIK or a telephone number hidden."""
    return f"regexp_replace({expression}, {quoted(pattern)}, {quoted(INSTEAD)}, 'g')"


def scrubbed_text(text: str, pattern: str = IN_TEXTS) -> str:
    """The same for a text at hand."""
    return _COMPILED[pattern].sub(INSTEAD, text)


def without_names(expression: str, names: Iterable[str], whole: bool = False) -> str:
    """``expression`` with the full names in the columns ``names`` of the same row hidden.

    ``whole``: also where it is nothing but such a name, of one word too.
    """
    for name in map(named, names):
        full = f"contains({name}, ' ') AND length({name}) >= {SHORTEST_NAME}"
        equal = f"WHEN lower({expression}) = lower({name}) THEN {quoted(HIDDEN)} " if whole else ""
        expression = (
            f"CASE {equal}WHEN contains(lower({expression}), lower({name})) AND {full} THEN "
            f"CASE WHEN contains({expression}, {name}) THEN replace({expression}, {name}, {quoted(HIDDEN)}) "
            f"ELSE {quoted(HIDDEN)} END ELSE {expression} END"
        )
    return expression


def without_names_text(text: str, names: Sequence[str]) -> str:
    """The same for a text at hand."""
    for name in names:
        if " " in name and len(name) >= SHORTEST_NAME:
            text = re.sub(re.escape(name), HIDDEN, text, flags=re.IGNORECASE)
    return text


def names_one(text: str, names: Iterable[str]) -> bool:
    """Whether ``text`` has one of the full ``names`` in it."""
    low = text.lower()
    return any(" " in name and len(name) >= SHORTEST_NAME and name.lower() in low for name in names)


def private_places(con: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """Column → SQL for the names of files and sheets, where one of ``gudang`` holds the number of a person.

    Hardly any does, and to look through them row by row would cost more than all else that is masked.
    """
    pattern = quoted(IN_TEXTS)
    texts = f"concat_ws(chr(10), {', '.join(PLACES)})"
    asked = f"SELECT count(*) FROM gudang.main.kiriman WHERE regexp_matches({texts}, {pattern})"
    ((found,),) = con.execute(asked).fetchall()
    return {name: scrubbed(name) for name in PLACES} if found else {}
