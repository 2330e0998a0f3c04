"""Reporting periods: ``2021``, ``2021-S1``, ``2021-T2``, ``2021-07``, and choosing between those named.

A period is a calendar year or a semester, quarter (triwulan) or month of it.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

Grain = Literal["tahun", "semester", "triwulan", "bulan"]
MentionKind = Literal[
    "periode",  # a whole period: kode is set
    "bagian",  # a part whose year stands elsewhere: bagian is set (T3, S1, 06)
    "rentang",  # a stretch of time that is no period of ours
    "tanggal",  # a day, as in a signature: kode is the month it lies in
]
GRAINS: tuple[Grain, ...] = ("tahun", "semester", "triwulan", "bulan")


class Period(NamedTuple):
    """A period with its first and last day."""

    kode: str
    mulai: date
    selesai: date
    jenis: Grain


class PeriodMention(NamedTuple):
    """A period named in text, at ``text[start:end]``; ``tingkat`` is how fine it is, None for a stretch."""

    kode: str | None
    tingkat: Grain | None
    start: int
    end: int
    kind: MentionKind
    tahun: int | None = None
    bagian: str | None = None


class PeriodChoice(NamedTuple):
    """What mentions amount to: the period, or the finding code and the periods that were named."""

    kode: str | None
    kode_temuan: Literal["PERIODE_TAK_DIKENAL", "PERIODE_BERTENTANGAN"] | None
    pilihan: tuple[str, ...] = ()


_CODE = re.compile(r"(\d{4})(?:-(S[12]|T[1-4]|0[1-9]|1[0-2]))?")


@lru_cache(maxsize=4096)
def period_of(kode: str) -> Period:
    """The period of a code such as ``2021`` or ``2021-T2``; ValueError for any other text."""
    match = _CODE.fullmatch(kode)
    if match is None or match[1] == "0000":
        raise ValueError(f"not a period: {kode!r}")
    year, part = int(match[1]), match[2] or ""
    first, last = months_of(part)
    return Period(kode, date(year, first, 1), date(year, last, monthrange(year, last)[1]), grain_of(part))


def contains(outer: str, inner: str) -> bool:
    """Whether the period ``inner`` lies within ``outer`` (both codes; a period contains itself)."""
    wide, narrow = period_of(outer), period_of(inner)
    return wide.mulai <= narrow.mulai and narrow.selesai <= wide.selesai


def combine(mentions: Iterable[PeriodMention]) -> PeriodChoice:
    """The one period that mentions agree on; the finest wins where each lies within the other.

    Days are left out. A part without a year takes the year of the others when they name only one. A stretch
    that is no period leaves the question open.
    """
    told = [one for one in mentions if one.kind != "tanggal"]
    years = {one.tahun for one in told if one.tahun is not None}
    codes = {one.kode for one in told if one.kode is not None}
    parts = {one.bagian for one in told if one.kind == "bagian" and one.bagian}
    if len(years) == 1:
        year = next(iter(years))
        codes |= {f"{year}-{part}" for part in parts}
    found = tuple(sorted(codes, key=lambda kode: (GRAINS.index(period_of(kode).jenis), kode)))
    if any(not contains(outer, inner) for at, outer in enumerate(found) for inner in found[at + 1 :]):
        return PeriodChoice(None, "PERIODE_BERTENTANGAN", found)
    if not found or len(years) != 1 or any(one.kind == "rentang" for one in told):
        return PeriodChoice(None, "PERIODE_TAK_DIKENAL", found)
    return PeriodChoice(found[-1], None, found)


def months_of(part: str) -> tuple[int, int]:
    if not part:
        return 1, 12
    if part[0] == "S":
        return (1, 6) if part == "S1" else (7, 12)
    if part[0] == "T":
        last = int(part[1]) * 3
        return last - 2, last
    return int(part), int(part)


def grain_of(part: str) -> Grain:
    if not part:
        return "tahun"
    return "semester" if part[0] == "S" else "triwulan" if part[0] == "T" else "bulan"
