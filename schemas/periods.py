"""Reporting periods as people write them in titles, labels, file and sheet names.

Text mentions whole periods, years, parts without their year, and days (of a signature) that are no period.
"""

from __future__ import annotations

import re
from calendar import monthrange
from functools import lru_cache

from rapidfuzz.distance import OSA

from schemas.district_names import compact, names, plain
from schemas.period_codes import (
    Grain,
    MentionKind,
    Period,
    PeriodChoice,
    PeriodMention,
    combine,
    contains,
    grain_of,
    months_of,
    period_of,
)
from schemas.period_words import (
    LISTED,
    LONG_MONTH,
    MONTH,
    MONTH_NAMES,
    MONTHS,
    NUMBER,
    NUMBERS,
    PART_WORDS,
    grammar,
)

__all__ = [
    "Grain",
    "MentionKind",
    "Period",
    "PeriodChoice",
    "PeriodMention",
    "combine",
    "contains",
    "find_periods",
    "period_of",
]

_NUMBER_BEFORE = re.compile(r"(?<![\d.])\d\d?[\s.-]*\Z")
_LAST_WORD = re.compile(r"(?<![a-z])([a-z]{5,10})[\s._:-]*\Z", re.IGNORECASE)
_PLACE = re.compile(r"\s*([a-z][a-z '’-]*),[\s._…]*(?:tanggal|tgl)?[\s._…:]*", re.IGNORECASE)
_STOCK = re.compile(
    r"(?:\bper|\bs\.?\s?/?\s?d\.?|\bsampai(?:\s+dengan)?|\bhingga|\bkeadaan|\bposisi|\bkondisi)"
    r"[\s.:]*(?:tanggal|tgl\.?)?[\s:]*\Z",
    re.IGNORECASE,
)


@lru_cache(maxsize=65536)
def find_periods(text: str) -> tuple[PeriodMention, ...]:
    """Every period, part of a year, stretch and day that text mentions, in order.

    Text is a title line, a label's value, a file, sheet or folder name. ``s.d. Desember 2023`` is the month;
    a day makes a mention ``tanggal`` unless a stock is told as of it (``Per 31 Desember 2023``).
    """
    found = []
    at = 0
    while (match := grammar().search(text, at)) is not None:
        mention = _read(match)
        if mention is not None:
            found.append(_signed(text, mention))
        # What only looked like a part may still hold a year: SEMEN I 2022.
        at = match.end() if mention is not None or match["law"] else match.start() + 1
    return tuple(found)


def _signed(text: str, mention: PeriodMention) -> PeriodMention:
    """A month or year behind a place's name and a comma is the date of a signature, the day left to the pen."""
    place = _PLACE.fullmatch(text, 0, mention.start)
    return mention._replace(kind="tanggal") if place and compact(place[1]) in names() else mention


def _read(match: re.Match[str]) -> PeriodMention | None:
    got = match.groupdict()
    if got["law"]:
        return None
    if got["month2"] or got["nmonth"] or got["imonth"]:
        return _read_day(match, got)
    if got["year2"] or got["said2"]:
        first, last = _year(got["year1"] or got["said1"]), _year(got["year2"] or got["said2"])
        return _mention(match, first, "") if first == last else _stretch(match)
    if got["cyear"]:
        return _mention(match, int(got["cyear"]), got["cpart"].upper())
    if got["mmonth"]:
        return _mention(match, _year(got["myear"]), got["mmonth"])
    if got["from"]:
        return _read_months(match, got)
    if got["number"]:
        return _read_part(match, got)
    if got["month"]:
        return _read_month(match, got)
    return _read_year(match, got)


def _read_year(match: re.Match[str], got: dict[str, str]) -> PeriodMention | None:
    year = _year(got["said_year"] or got["year"])
    if year is None or (not got["said"] and not 2005 <= year <= 2039):
        return None
    before = _LAST_WORD.search(match.string, max(0, match.start() - 16), match.start())
    month = _misspelt_month(before[1]) if before else None
    return _mention(match, year, f"{month:02d}" if month else "")


@lru_cache(maxsize=4096)
def _misspelt_month(word: str) -> int | None:
    """The month that a word before a year nearly is: SEPTMBER 2021 is not all of 2021."""
    allowed = 1 if len(word) < 8 else 2
    for name, number in MONTH_NAMES.items():
        if OSA.distance(word.lower(), name, score_cutoff=allowed) <= allowed:
            return number
    return None


def _read_day(match: re.Match[str], got: dict[str, str]) -> PeriodMention | None:
    month = _month(got["month2"]) if got["month2"] else int(got["nmonth"] or got["imonth"])
    year = _year(got["dyear"] or got["nyear"] or got["iyear"])
    if got["month1"] and got["day1"] and year:
        first, last = _month(got["month1"]), monthrange(year, month)[1]
        if int(got["day1"]) == 1 and int(got["day2"]) == last:
            return _span(match, first, month, year)
    kind: MentionKind = "tanggal"
    if not got["day1"] and year and _STOCK.search(match.string, 0, match.start()):
        kind = "periode"
    kode = f"{year}-{month:02d}" if year else None
    return PeriodMention(kode, "bulan", match.start(), match.end(), kind, year, f"{month:02d}")


def _read_months(match: re.Match[str], got: dict[str, str]) -> PeriodMention | None:
    first, last = _month(got["from"]), _month(got["to"])
    year = _year(got["tyear"])
    if got["fyear"] and _year(got["fyear"]) != year:
        return _stretch(match)
    if year is None and not (LONG_MONTH.fullmatch(got["from"]) and LONG_MONTH.fullmatch(got["to"])):
        return None
    if LISTED.search(match[0]) and len(re.findall(MONTH, match[0], re.IGNORECASE)) != last - first + 1:
        return _stretch(match)
    return _span(match, first, last, year)


def _read_part(match: re.Match[str], got: dict[str, str]) -> PeriodMention | None:
    if not _is_part(got["tri"] or got["sem"]):
        return None
    number, until = _number(got["number"]), _number(got["until"] or got["number"])
    size = 3 if got["tri"] else 6
    if max(number, until) * size > 12:
        return None
    more = got["more"]
    if LISTED.search(more) and len(re.findall(rf"(?<![a-z]){NUMBER}", more, re.IGNORECASE)) != until - number:
        return _stretch(match)
    return _span(match, (number - 1) * size + 1, until * size, _year(got["pyear"]))


@lru_cache(maxsize=4096)
def _is_part(word: str) -> bool:
    """Whether a word is triwulan or semester: short as the grammar has it, long with up to two slips."""
    key = "".join(word.lower().split())
    return len(key) < 5 or any(OSA.distance(key, one, score_cutoff=2) <= 2 for one in PART_WORDS)


def _read_month(match: re.Match[str], got: dict[str, str]) -> PeriodMention | None:
    year = _year(got["year_of_month"])
    if year is None and not LONG_MONTH.fullmatch(got["month"]):
        return None
    told = _mention(match, year, f"{_month(got['month']):02d}")
    # 45 Maret 2022 is a day that does not exist, not the month.
    odd_day = _NUMBER_BEFORE.search(match.string, max(0, match.start() - 6), match.start())
    return told._replace(kind="tanggal") if odd_day else told


_SPANS = {months_of(part): part for part in ("", "S1", "S2", "T1", "T2", "T3", "T4")}


def _span(match: re.Match[str], first: int, last: int, year: int | None) -> PeriodMention:
    part = f"{first:02d}" if first == last else _SPANS.get((first, last))
    return _stretch(match) if part is None else _mention(match, year, part)


def _mention(match: re.Match[str], year: int | None, part: str) -> PeriodMention:
    kind: MentionKind = "bagian" if year is None else "periode"
    kode = None if year is None else f"{year}-{part}" if part else str(year)
    return PeriodMention(kode, grain_of(part), match.start(), match.end(), kind, year, part or None)


def _stretch(match: re.Match[str]) -> PeriodMention:
    return PeriodMention(None, None, match.start(), match.end(), "rentang")


def _year(text: str | None) -> int | None:
    if not text:
        return None
    digits = text.split(".")[0]
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _month(text: str) -> int:
    return next(at for at, way in enumerate(MONTHS, 1) if re.fullmatch(way, text, re.IGNORECASE))


def _number(text: str) -> int:
    # A small L and a Turkish i are often meant for the numeral.
    low = plain(text).replace("ı", "i")
    return int(low) if low.isdigit() else NUMBERS[low.replace("l", "i") if len(low) < 4 else low]
