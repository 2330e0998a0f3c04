"""Finding the names and codes of districts inside text."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from schemas.district_names import (
    HOME_PROVINCE,
    Jenis,
    closest,
    code_rows,
    codes_meant,
    districts,
    names,
    plain,
)


class Word(NamedTuple):
    key: str
    start: int
    end: int


class Kind(NamedTuple):
    """The word Kab., Kota … before a name; ``jenis`` None when it says either (Kab/Kota, Pemda)."""

    jenis: Jenis | None
    start: int


class Hit(NamedTuple):
    """A name found in text: its candidates, whether they are in doubt, whether the kind contradicts them."""

    codes: tuple[str, ...]
    start: int
    end: int
    kind_said: bool
    doubtful: bool
    wrong_kind: bool = False


_SPACED = r"(?<![A-Za-z])[A-Za-z](?:\s[A-Za-z](?![A-Za-z])){3,}"
_WORDS = re.compile(_SPACED + r"|[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|&")
_SHORT = {"kep": "kepulauan", "&": "dan"}
_WITHIN_NAME = re.compile(r"[\s\-_.'`‘’]*")
_BEFORE_NAME = re.compile(r"[\s\-_.:]*")
_KIND_AND_KIND = re.compile(r"[\s\-_./]*")
_DOTTED = re.compile(r"(?<![\d.,/])(\d\d)\.(\d\d?)(?![\d,/]|\.\d)")
_BARE = re.compile(r"(?<![\d.,/])(\d{4})(?:\.0+)?(?![\d,/]|\.\d)")
_CODE_SAID = re.compile(r"(?:kode|kd|bps|kemendagri)[\s\w/.:]{0,24}\Z", re.IGNORECASE)
_MOST_WORDS = 6


@cache
def words_of(role: str) -> frozenset[str]:
    """The words that play a role beside names, out of ``codes/kata_wilayah.csv``."""
    return frozenset(row["kata"] for row in code_rows("kata_wilayah.csv") if row["peran"] == role)


@cache
def kinds() -> dict[str, Jenis | None]:
    """The words for a kind of district; None for a word that stands for both."""
    found: dict[str, Jenis | None] = dict.fromkeys(words_of("kabupaten"), "kabupaten")
    return found | dict.fromkeys(words_of("kota"), "kota") | dict.fromkeys(words_of("keduanya"))


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(key[:3] for key in names())


def _words(text: str) -> list[Word]:
    """The words of a text in lower case; letters set apart by single blanks (M A R O S) are one word."""
    flat = text if text.isascii() else _same_length(text)
    found = []
    for match in _WORDS.finditer(flat):
        key = "".join(match[0].lower().split())
        found.append(Word(_SHORT.get(key, key), match.start(), match.end()))
    return found


def _same_length(text: str) -> str:
    """The text without accents, every character in its place."""
    return "".join(bare if len(bare := plain(c)) == 1 and bare != c.lower() else c for c in text)


def scan(text: str, province: str | None, *, cell: bool) -> list[Hit]:
    """The districts named in ``text``; ``cell`` when the whole text is meant to be a district."""
    words = _words(text)
    hits: list[Hit] = []
    at = 0
    while at < len(words):
        kind = _kind_before(text, words, at)
        hit, used = _name_at(text, words, at, kind, province, cell)
        if hit is None and used == 0:
            hit, used = _glued_at(words[at], province)
        if hit is None and used == 0 and kind is not None:
            hit, used = _misspelt_at(text, words, at, kind)
        if hit is not None:
            hits.append(hit)
        at += used or 1
    return hits


def _joined(text: str, words: list[Word], at: int, most: int) -> list[tuple[int, str]]:
    """Words from ``at`` on run together, the longest first, as far as nothing but blanks parts them."""
    found = [(1, words[at].key)]
    for last in range(at + 1, min(at + most, len(words))):
        if not _WITHIN_NAME.fullmatch(text, words[last - 1].end, words[last].start):
            break
        found.append((last - at + 1, found[-1][1] + words[last].key))
    return found[::-1]


def _kind_before(text: str, words: list[Word], at: int) -> Kind | None:
    before = at - 1
    while before > 0 and words[before].key in words_of("sisipan"):
        before -= 1
    if before < 0 or words[before].key not in kinds():
        return None
    if not _BEFORE_NAME.fullmatch(text, words[at - 1].end, words[at].start):
        return None
    jenis, start = kinds()[words[before].key], words[before].start
    both = before and words[before - 1].key in kinds()
    if both and _KIND_AND_KIND.fullmatch(text, words[before - 1].end, start):
        jenis, start = None, words[before - 1].start
    return Kind(jenis, start)


def _name_at(
    text: str, words: list[Word], at: int, kind: Kind | None, province: str | None, cell: bool
) -> tuple[Hit | None, int]:
    """The name that begins at a word, and how many words it takes; (None, n) for what is no district."""
    if words[at].key[:3] not in _beginnings() and len(words[at].key) > 2:
        return None, 0
    for used, key in _joined(text, words, at, _MOST_WORDS):
        name = names().get(key)
        if name is None or (name.use == "bukan" and kind is not None):
            continue
        start, end = words[at].start, words[at + used - 1].end
        if name.use == "bukan" or _is_other_place(text, words, at, at + used, kind):
            return None, used
        believed = (
            name.use in {"setara", "ambigu"} or cell or (kind is not None and name.use == "dengan_kata")
        )
        signed = name.use == "ambigu_sel" and at == 0 and text[end : end + 2].lstrip().startswith(",")
        if believed or signed:
            doubtful = name.use.startswith("ambigu")
            return _hit(name.kode, start, end, kind, doubtful, province), used
    return None, 0


def _is_other_place(text: str, words: list[Word], at: int, behind: int, kind: Kind | None) -> bool:
    """Whether the words around a name make it something else: Kec. Barru, Teluk Bone, Sinjai Selatan."""
    if kind is None and at and words[at - 1].key in words_of("tempat_lain"):
        return True
    if behind >= len(words) or words[behind].key not in words_of("arah"):
        return False
    return bool(_WITHIN_NAME.fullmatch(text, words[behind - 1].end, words[behind].start))


def _hit(
    codes: tuple[str, ...], start: int, end: int, kind: Kind | None, doubtful: bool, province: str | None
) -> Hit:
    if kind is not None:
        start = kind.start
        fitting = tuple(kode for kode in codes if kind.jenis in (None, districts()[kode].jenis))
        if not fitting:
            return Hit(codes, start, end, kind_said=True, doubtful=True, wrong_kind=True)
        codes = codes if doubtful else fitting
    if province and not doubtful:
        codes = tuple(kode for kode in codes if kode.startswith(province)) or codes
    return Hit(codes, start, end, kind is not None, doubtful or len(codes) > 1)


def _glued_at(word: Word, province: str | None) -> tuple[Hit | None, int]:
    """A name written together with its kind: kabbarru, KOTAPALOPO."""
    if not word.key.startswith(("kab", "kot", "kod", "pem")):
        return None, 0
    for spelt in sorted(kinds(), key=len, reverse=True):
        name = names().get(word.key.removeprefix(spelt)) if word.key.startswith(spelt) else None
        if name is not None and name.use in {"setara", "dengan_kata"}:
            kind = Kind(kinds()[spelt], word.start)
            return _hit(name.kode, word.start, word.end, kind, False, province), 1
    return None, 0


def _misspelt_at(text: str, words: list[Word], at: int, kind: Kind) -> tuple[Hit | None, int]:
    for used, key in _joined(text, words, at, 4):
        kode = closest(key, kind.jenis)
        if kode is not None:
            return Hit((kode,), kind.start, words[at + used - 1].end, kind_said=True, doubtful=False), used
    return None, 0


def codes_in(text: str, *, cell: bool) -> list[tuple[tuple[str, ...], bool, int, int]]:
    """Written codes: the districts each may mean, whether that is certain, and where it stands.

    In running text only the home province's numbers are taken for codes, and others that say so.
    """
    found = []
    for match in _DOTTED.finditer(text):
        first = match.start() < 4 and not text[: match.start()].strip()
        named = first and text[match.end() : match.end() + 2].strip(" -_").isalpha()
        # A spreadsheet that took 73.10 for a number shows 73.1.
        tail = (match[2],) if len(match[2]) == 2 else (f"{match[2]}0", f"0{match[2]}")
        codes = tuple(kode for part in tail if (kode := f"{match[1]}.{part}") in districts())
        if codes and (cell or named or _is_said(text, match)):
            found.append((codes, len(tail) == 1, match.start(), match.end()))
    for match in _BARE.finditer(text):
        codes, certain = codes_meant(match[1])
        if codes and (cell or _is_said(text, match)):
            found.append((codes, certain, match.start(), match.end()))
    return found


def _is_said(text: str, match: re.Match[str]) -> bool:
    at = match.start()
    return match[1].startswith(HOME_PROVINCE) or bool(_CODE_SAID.search(text, max(0, at - 40), at))


def left_over(text: str, hits: list[Hit]) -> str:
    """The words of a cell that name no district and are no office's name, run together."""
    kept = []
    for word in _words(text):
        inside = any(hit.start <= word.start < hit.end for hit in hits)
        if not inside and word.key not in words_of("dinas") and word.key not in kinds() and len(word.key) > 1:
            kept.append(word.key)
    return "".join(key for key in kept if not key.isdigit())
