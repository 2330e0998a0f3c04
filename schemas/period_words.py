"""The words and the pattern by which reporting periods are recognised in text."""

from __future__ import annotations

import re
from functools import cache

MONTHS = (
    r"jan(?:uari|uary)?",
    r"(?:f|p)eb(?:r?uari|ruary)?",
    r"mar(?:et|t)?",
    r"apr(?:il)?",
    r"mei|may",
    r"jun[ie]?",
    r"jul[iy]?",
    r"ag(?:ustus|sts|ust?|st?|t)|aug(?:ust)?",
    r"sep(?:tember|t)?",
    r"o[kc]t(?:ober)?",
    r"no(?:v|p)(?:ember)?",
    r"de(?:s|c|z)(?:ember)?",
)
# Only names of six letters and more are recognised with a slip of the pen.
MONTH_NAMES = {
    "januari": 1, "februari": 2, "agustus": 8, "september": 9, "oktober": 10, "november": 11, "desember": 12,
}  # fmt: skip
# A short month alone (Mar, Des, Agus) is too often a word or a name.
LONG_MONTH = re.compile(
    r"januari|february|[fp]ebr?uari|maret|april|mei|juni|juli|agustus|september|o[kc]tober|no[vp]ember|de[scz]ember",
    re.IGNORECASE,
)
NUMBERS = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "pertama": 1, "kedua": 2, "ketiga": 3, "keempat": 4,
    "satu": 1, "dua": 2, "tiga": 3, "empat": 4,
}  # fmt: skip
PART_WORDS = ("triwulan", "tribulan", "semester", "smester", "kuartal", "quarter", "smster")
MONTH = "(?:" + "|".join(MONTHS) + ")(?![a-z])"
NUMBER = r"(?:[il]v|[il]{1,3}|[1-4]|pertama|kedua|ketiga|keempat|satu|dua|tiga|empat)(?![a-z])(?!\d(?!\d{3}))"
_YEAR = r"(?:(?:19[89]|20[0-4])\d)(?:\.0+)?(?!\d|[.,]\d)"
_SHORT_YEAR = r"(?<=['’/-])(?:1[5-9]|2\d|3[0-5])(?![\d/.-])"
_YEAR_WORD = r"(?:tahun(?:\s+anggaran)?|thn|th|t\.?\s?a)(?![a-z])[\s._:]*"
_GAP = r"[\s._\-/,:()'’]*"
_BEHIND = rf"(?:{_GAP}(?:{_YEAR_WORD})?(?P<{{0}}>{_YEAR}|{_SHORT_YEAR}))"
_TO = r"[\s._]*(?:s\.?\s?/?\s?d\.?(?![a-z])|sampai(?:\s+dengan)?|hingga|dan|&|[-–—])[\s._]*"
_TRIWULAN = r"tri\s?[wb]ulan|tri[a-z]{3,7}|tr?wl?n?|kuartal|quarter|q"
_SEMESTER = r"sem[a-z]{2,7}|sem|sme?s?ter|smt[er]*|smst[er]*"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
# A capital behind a small letter, or before one, begins a word too: RekapTwII2022, DataIKMJuni2022.
_WORD_START = r"(?:(?<![a-z])|(?-i:(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])))(?=[a-z])"
LISTED = re.compile(r",|&|\bdan\b|(?<!s)/(?!\s?d)", re.IGNORECASE)


@cache
def grammar() -> re.Pattern[str]:
    """One pattern for every way of writing; the first alternative that fits at a place wins."""
    act = r"nomor|no|pp|uu|perda|perbup|perwali|perpres|permen\w*"
    law = rf"(?P<law>(?:{act})\.?\s*:?\s*\d[\w./-]*?\s*(?:/|tahun)\s*{_YEAR})"
    days = (
        rf"(?:(?P<day1>{_DAY})(?:[\s.-]*(?P<month1>{MONTH}))?(?:[\s.-]*{_YEAR})?{_TO})?"
        rf"(?P<day2>{_DAY})[\s.\-/]*(?P<month2>{MONTH})(?:{_GAP}(?P<dyear>{_YEAR}|\d\d(?!\d)))?"
    )
    digits = rf"{_DAY}\s?[-./]\s?(?P<nmonth>0?[1-9]|1[0-2])\s?[-./]\s?(?P<nyear>{_YEAR}|\d\d(?!\d))"
    iso = rf"(?P<iyear>{_YEAR})[-./](?P<imonth>0[1-9]|1[0-2])[-./]{_DAY}(?!\d)"
    code = r"(?:S[12]|T[1-4])(?![a-z\d])|(?<=-)(?:0[1-9]|1[0-2])(?![\d/.-])"
    coded = rf"(?P<cyear>20[0-4]\d)[-_ ]?(?P<cpart>{code})"
    numeric = rf"(?P<mmonth>0[1-9]|1[0-2])[-/](?P<myear>{_YEAR})(?![-/]\d)"
    to_year = rf"(?:{_TO}|\s?/\s?)"
    years = rf"(?P<year1>{_YEAR}){to_year}(?P<year2>{_YEAR})"
    months = (
        rf"(?P<from>{MONTH})(?:{_BEHIND.format('fyear')})?(?:\s?,\s?{MONTH})*(?:{_TO}|\s?[,/]\s?)"
        rf"(?:bulan\s+)?(?P<to>{MONTH})(?:{_BEHIND.format('tyear')})?"
    )
    part = (
        rf"(?:(?P<tri>{_TRIWULAN})|(?P<sem>{_SEMESTER}))(?:[\s._\-:]*(?:ke\b)?[\s._\-:]*)(?P<number>{NUMBER})"
        rf"(?P<more>(?:(?:{_TO}|\s?[,/]\s?)(?:(?:{_TRIWULAN}|{_SEMESTER})[\s._]*)?(?P<until>{NUMBER}))*)"
        rf"(?:{_BEHIND.format('pyear')})?"
    )
    month = rf"(?P<month>{MONTH})(?:{_BEHIND.format('year_of_month')})?"
    said = rf"(?P<said>{_YEAR_WORD})(?:(?P<said1>{_YEAR}){to_year}(?P<said2>{_YEAR})|(?P<said_year>{_YEAR}))"
    words = rf"{_WORD_START}(?:{law}|{months}|{part}|{month}|{said})"
    whole = rf"(?<!\d[.,/-])(?:{days}|{digits}|{iso})"
    numbers = rf"(?<!\d)(?:{whole}|{coded}|{numeric}|{years}|(?<!\d[.,])(?P<year>{_YEAR}))"
    return re.compile(f"{words}|{numbers}", re.IGNORECASE)
