"""Kecamatan and desa inside their district: spelling variants and slips of the pen."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Literal, NamedTuple

from rapidfuzz.distance import OSA

from schemas.district_names import kemendagri, plain


class RegionMatch(NamedTuple):
    """An official name and code (None when several villages of the district have the name).

    ``cara``: ``tepat`` for the official spelling whatever its case, ``ejaan`` when only apostrophes, hyphens,
    blanks, doubled letters or the way of writing a number differ, ``mirip`` for a slip of the pen.
    """

    nama_resmi: str
    kode: str | None
    cara: Literal["tepat", "ejaan", "mirip"]


class _Names(NamedTuple):
    official: Mapping[str, str]
    by_spelling: Mapping[str, list[str]]
    by_fold: Mapping[str, list[str]]


_KECAMATAN_WORD = re.compile(r"^\s*(?:kecamatan|kec|distrik)\b[\s.:]*", re.IGNORECASE)
_DESA_WORD = re.compile(r"^\s*(?:(?:desa|kelurahan|kel|ds|lembang)\b[\s./:]*)+", re.IGNORECASE)
_NUMERALS = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8"}


@lru_cache(maxsize=65536)
def fold_region(text: str) -> str:
    """One form for the spellings of a name: letters only, doubled letters once, roman numerals as digits."""
    kept = re.sub(r"['`´‘’ʼ]", "", plain(text))
    words = [_NUMERALS.get(word, word) for word in re.findall(r"[a-z]+|\d+", kept)]
    return re.sub(r"([a-z])\1+", r"\1", "".join(words))


def _spelling(text: str) -> str:
    return " ".join(plain(text).split())


@cache
def _grouped(level: Literal["wilayah", "desa"]) -> Mapping[str, Mapping[str, str]]:
    """District code → code and name of its kecamatan (``wilayah``) or of its villages (``desa``)."""
    found: dict[str, dict[str, str]] = {}
    for kode, nama in kemendagri(level).items():
        if len(kode) > 5:
            found.setdefault(kode[:5], {})[kode] = nama
    return MappingProxyType(found)


@lru_cache(maxsize=16384)
def _names_in(level: Literal["wilayah", "desa"], within: str) -> _Names:
    """The names below a district or, for villages, below a kecamatan."""
    inside = {
        kode: nama for kode, nama in _grouped(level).get(within[:5], {}).items() if kode.startswith(within)
    }
    by_spelling: dict[str, list[str]] = {}
    by_fold: dict[str, list[str]] = {}
    for kode, nama in inside.items():
        by_spelling.setdefault(_spelling(nama), []).append(kode)
        by_fold.setdefault(fold_region(nama), []).append(kode)
    return _Names(inside, by_spelling, by_fold)


@cache
def kecamatan_names(kode_wilayah: str) -> frozenset[str]:
    """The folded names (see :func:`fold_region`) of a district's kecamatan; empty for an unknown district."""
    return frozenset(_names_in("wilayah", kode_wilayah).by_fold)


@cache
def villages_by_kecamatan(kode_wilayah: str) -> Mapping[str, tuple[str, ...]]:
    """Official name of each kecamatan of a district → the names of its desa and kelurahan, both in order of name.

    Empty for an unknown district.
    """
    inside = _grouped("desa").get(kode_wilayah, {})
    found = {
        nama: tuple(sorted(desa for one, desa in inside.items() if one.startswith(f"{kode}.")))
        for kode, nama in _grouped("wilayah").get(kode_wilayah, {}).items()
    }
    return MappingProxyType(dict(sorted(found.items())))


@lru_cache(maxsize=65536)
def resolve_kecamatan(text: str, kode_wilayah: str) -> RegionMatch | None:
    """The kecamatan of a district that ``text`` names, with or without Kec.; None where there is none."""
    bare = _KECAMATAN_WORD.sub("", text)
    among = _names_in("wilayah", kode_wilayah)
    return _same(bare, among) or _misspelt(bare, among)


@lru_cache(maxsize=262144)
def resolve_desa(text: str, kode_wilayah: str, kode_kecamatan: str | None = None) -> RegionMatch | None:
    """The desa or kelurahan of a district that ``text`` names, inside one kecamatan when that is known.

    None where there is none, and for a ``kode_kecamatan`` outside the district.
    """
    if kode_kecamatan is not None and not kode_kecamatan.startswith(f"{kode_wilayah}."):
        return None
    among = _names_in("desa", kode_kecamatan or kode_wilayah)
    bare = _DESA_WORD.sub("", text)
    return _same(text, among) or _same(bare, among) or _misspelt(bare, among)


def _same(text: str, among: _Names) -> RegionMatch | None:
    codes = among.by_spelling.get(_spelling(text))
    if codes:
        return RegionMatch(among.official[codes[0]], _only(codes), "tepat")
    codes = among.by_fold.get(fold_region(text))
    return RegionMatch(among.official[codes[0]], _only(codes), "ejaan") if codes else None


def _misspelt(text: str, among: _Names) -> RegionMatch | None:
    """One edit from six letters, two from eleven, the same numbers, no other name within one edit more."""
    folded = fold_region(text)
    allowed = 0 if len(folded) < 6 else 1 if len(folded) < 11 else 2
    near: list[tuple[int, list[str]]] = []
    for key, codes in among.by_fold.items():
        distance = OSA.distance(folded, key, score_cutoff=allowed + 1)
        if distance <= allowed + 1 and re.findall(r"\d", key) == re.findall(r"\d", folded):
            near.append((distance, codes))
    if not allowed or len(near) != 1 or near[0][0] > allowed:
        return None
    codes = near[0][1]
    return RegionMatch(among.official[codes[0]], _only(codes), "mirip")


def _only(codes: list[str]) -> str | None:
    return codes[0] if len(codes) == 1 else None
