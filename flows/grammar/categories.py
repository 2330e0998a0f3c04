"""Words out of a closed list: categories, sex, ticks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from rapidfuzz.distance import OSA

from flows.grammar.readings import BLANK, Reading
from flows.grammar.text import fold, is_blank
from schemas.base import Categories
from schemas.wordings import VALUE_ABBREVIATIONS

_NOT_LETTERS = re.compile(r"[\W_]+")
_WORDS = re.compile(r"[\s.,/\-]+")
_YEAR = re.compile(r"\b(?:t\.?\s?a\.?|tahun(?: anggaran)?|thn\.?)?\s*(?:19|20)\d\d\b", re.I)
_BRACKET = re.compile(r"\(([^()]*)\)")

Vocabulary = tuple[dict[str, str], tuple[tuple[str, str], ...]]


def _key(text: str) -> str:
    return _NOT_LETTERS.sub("", text.casefold())


@lru_cache(maxsize=64)
def _vocabulary(categories: Categories) -> Vocabulary:
    """Normalised spelling → canonical word, and the spellings that typing errors are measured against.

    Abbreviations (APBD, DAK) are left out of the latter: one wrong letter makes another abbreviation.
    """
    exact: dict[str, str] = {}
    close: list[tuple[str, str]] = []
    for canonical, spellings in categories.items():
        for spelling in (canonical, *spellings):
            key = _key(spelling)
            exact.setdefault(key, canonical)
            if len(key) >= 5 and spelling.upper() != spelling:
                close.append((key, canonical))
    return exact, tuple(close)


def read_category(value: Any, categories: Mapping[str, tuple[str, ...]]) -> Reading:
    """The canonical word of a list (canonical → other spellings), else DI_LUAR_DAFTAR.

    Case, punctuation and blanks do not matter; one typing error in a word of five letters or more, two in
    one of ten or more, are forgiven where only one canonical word is that near. Abbreviations must be exact.

    >>> kinds = {"baik": (), "rusak ringan": ("RR",), "rusak berat": ("RB",)}
    >>> read_category("Rusak  Ringn", kinds).nilai, read_category("r.r.", kinds).nilai
    ('rusak ringan', 'rusak ringan')
    >>> read_category("hilang", kinds).kode
    'DI_LUAR_DAFTAR'
    """
    if is_blank(value):
        return BLANK
    known = categories if isinstance(categories, Categories) else Categories(categories)
    return _read(fold(value)[:200], known)


@lru_cache(maxsize=50_000)
def _read(text: str, categories: Categories) -> Reading:
    exact, close = _vocabulary(categories)
    for form in (text, _YEAR.sub("", text), _written_out(text)):
        if (found := exact.get(_key(form))) is not None:
            return Reading(found)
    if (found := _by_bracket(text, exact)) is not None or (found := _nearest(text, close)) is not None:
        return Reading(found)
    return Reading(kode="DI_LUAR_DAFTAR", rincian={"pilihan": ", ".join(categories)})


def _written_out(text: str) -> str:
    words = _WORDS.split(text.lower())
    return " ".join(VALUE_ABBREVIATIONS.get(word, word) for word in words)


def _by_bracket(text: str, exact: dict[str, str]) -> str | None:
    """ "Usaha Dagang (UD)": the words before and inside a bracket, unless they name two canonical words."""
    bracket = _BRACKET.search(text)
    if not bracket:
        return None
    parts = (_BRACKET.sub(" ", text), bracket.group(1))
    named = {exact[key] for part in parts if (key := _key(part)) in exact}
    return named.pop() if len(named) == 1 else None


def _nearest(text: str, close: tuple[tuple[str, str], ...]) -> str | None:
    key = _key(text)
    if len(key) < 5 or len(key) > 60 or any(c.isdigit() for c in key):
        return None
    best: dict[str, int] = {}
    for spelling, canonical in close:
        allowed = 2 if min(len(spelling), len(key)) >= 10 else 1
        distance = OSA.distance(key, spelling, score_cutoff=4)
        best[canonical] = min(distance if distance <= allowed else max(distance, 3), best.get(canonical, 9))
    ranked = sorted((distance, canonical) for canonical, distance in best.items())
    if not ranked or ranked[0][0] > 2 or (len(ranked) > 1 and ranked[1][0] - ranked[0][0] < 2):
        return None
    return ranked[0][1]


_MEN = frozenset(("l", "lk", "laki", "lakilaki", "laki2", "lelaki", "pria"))
_WOMEN = frozenset(("p", "pr", "prp", "perempuan", "perempun", "prempuan", "wanita"))


def read_gender(value: Any) -> Reading:
    """ "L" or "P", else DI_LUAR_DAFTAR. English initials are not taken: M and F may stand for anything.

    >>> read_gender("Laki-laki").nilai, read_gender("Pr.").nilai, read_gender("M").kode
    ('L', 'P', 'DI_LUAR_DAFTAR')
    """
    if is_blank(value):
        return BLANK
    key = _key(fold(value)[:40])
    if key in _MEN or key in _WOMEN:
        return Reading("L" if key in _MEN else "P")
    return Reading(kode="DI_LUAR_DAFTAR", rincian={"pilihan": "L, P"})


# "ü" is what the tick of the Wingdings typeface becomes when the typeface is lost.
_TICKS = frozenset(("v", "✓", "✔", "√", "☑", "☒", "✗", "✘", "x", "×", "1", "•", "●", "*", "ü", "ya", "y"))


def is_tick(value: Any) -> bool:
    """Whether the cell is a tick of a two-column choice (L | P): v, ✓, x, 1, ya and the like.

    >>> is_tick("V"), is_tick(1.0), is_tick("-"), is_tick(0)
    (True, True, False, False)
    """
    if isinstance(value, bool | int | float):
        return value == 1
    return isinstance(value, str) and fold(value).casefold() in _TICKS
