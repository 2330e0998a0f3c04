"""What officers taught about headings: where and when it holds, and how it speaks for a heading.

A taught wording speaks for a heading printed just so; capitals, blanks, line breaks and punctuation aside.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from flows.grammar.text import fold
from flows.grammar.wording import Likeness, Matcher, standard_matcher
from schemas.periods import period_of
from schemas.reports import spec

SAME_HEADING = 0.97
OVERRULED = 0.4  # what a taught wording leaves of the other meanings of its heading
FIRST_YEAR, LAST_YEAR = 1990, 2099

_NOT_A_WORD = re.compile(r"[\W_]+")


class Taught(NamedTuple):
    """One taught wording. ``kolom``: our column, ``kode_wilayah``, or ``-`` for a heading to pass over.

    ``wilayah`` None: every district; ``dari`` and ``sampai``: first and last year, None: open.
    """

    laporan: str
    judul: str
    kolom: str
    wilayah: str | None
    dari: int | None
    sampai: int | None
    alasan: str
    nomor: int


def column_title(laporan: str, kolom: str) -> str:
    """A column as officers know it: its title and its name."""
    report = spec(laporan)
    return f"{report.column(kolom).title} ({kolom})" if report.has(kolom) else kolom


def applies(taught: Taught, kode_wilayah: str | None, periode: str | None) -> bool:
    """Whether a wording holds for a district's report on a period; None: not known, so only where open."""
    if taught.wilayah is not None and taught.wilayah != kode_wilayah:
        return False
    if taught.dari is None and taught.sampai is None:
        return True
    if periode is None:
        return False
    year = period_of(periode).mulai.year
    return (taught.dari or FIRST_YEAR) <= year <= (taught.sampai or LAST_YEAR)


def applying(taught: Iterable[Taught], kode_wilayah: str | None, periode: str | None) -> tuple[Taught, ...]:
    """Those of ``taught`` that hold for a district's report on a period."""
    return tuple(one for one in taught if applies(one, kode_wilayah, periode))


def heading_key(text: str) -> str:
    """A heading without what may differ from print to print.

    >>> heading_key("Jml.\\nPenggarap (org)"), heading_key("JML PENGGARAP  ORG")
    ('jml penggarap org', 'jml penggarap org')
    """
    return _NOT_A_WORD.sub(" ", fold(text).casefold()).strip()


def usual_meaning(laporan: str, judul: str) -> str | None:
    """The column (or ``-``) that the vocabulary of the schemas takes a heading for beyond doubt."""
    scores = {
        column: score for (report, column), score in standard_matcher()(judul).items() if report == laporan
    }
    best = max(scores, key=lambda column: scores[column], default=None)
    return best if best is not None and scores[best] >= SAME_HEADING else None


@lru_cache(maxsize=512)
def taught_matcher(taught: tuple[Taught, ...]) -> Matcher:
    """The standard matcher, with ``taught`` speaking over it where a heading is printed just so."""
    standard = standard_matcher()
    known: dict[str, dict[str, set[str]]] = {}
    for one in taught:
        known.setdefault(heading_key(one.judul), {}).setdefault(one.laporan, set()).add(one.kolom)
    if not known:
        return standard

    @lru_cache(maxsize=20_000)
    def match(text: str) -> Likeness:
        scores = standard(text)
        for laporan, columns in known.get(heading_key(text), {}).items():
            weaker = {
                key: score * OVERRULED if key[0] == laporan and key[1] not in columns else score
                for key, score in scores.items()
            }
            scores = weaker | {(laporan, column): 1.0 for column in columns}
        return scores

    return match


def taught_for(taught: Iterable[Taught], laporan: str, path: Sequence[str], kolom: str) -> Taught | None:
    """The wording that makes a header, told from the outermost line down, mean ``kolom``; None where none does."""
    keys = {heading_key(" ".join(path[start:])) for start in range(len(path))}
    meant = (one for one in taught if (one.laporan, one.kolom) == (laporan, kolom))
    return next((one for one in meant if heading_key(one.judul) in keys), None)
