"""What the values of one physical column look like: shares of numbers, dates, 16 digits, ticks …

A profile is taken once per physical column; :mod:`flows.grammar.evidence` judges by it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from itertools import chain

from flows.grammar.categories import is_tick
from flows.grammar.dates import read_date
from flows.grammar.numbers import read_money, read_number
from flows.grammar.rows import is_roman
from flows.grammar.text import fold, is_blank, is_ditto

SAMPLE = 60
_DATE_SHAPE = re.compile(r"\b\d{1,2}(?:[/.\-]\d{1,2}[/.\-]|\s+[A-Za-z]{3,9}\.?\s+)\d{2,4}\b")
_DIGITS = re.compile(r"\d")
_SEPARATORS = re.compile(r"[\s.'’\-/+()]")
_MONEY_MARK = re.compile(r"\brp\b|\bjuta\b|\bjt\b|\bmil?[iy]+ar\b|,-$", re.IGNORECASE)
_PERCENT = re.compile(r"%\s*$")
_MEASURES = frozenset(
    "kg kilogram gram ons kuintal kwintal ton liter ltr l ml m m2 m3 cm meter mtr buah bh biji bungkus bks lembar lbr"
    " potong ptg ptng pasang set stel unit pcs pak pack dos dus kotak galon gln botol btl kaleng ekor batang porsi"
    " kubik lusin rim rol roll karung sak paket kelompok orang cup butir keping loyang ikat helai pouch toples kodi"
    " gelas tabung gros zak tray ball bal kw ha are hektar".split()
)


@dataclass(frozen=True, slots=True)
class Profile:
    """Shares (0–1) among the non-blank values of one physical column; ``texts`` are distinct folded texts."""

    filled: int
    number: float = 0.0
    whole: float = 0.0
    money_mark: float = 0.0
    percent_mark: float = 0.0
    fraction: float = 0.0
    large: float = 0.0
    year: float = 0.0
    date: float = 0.0
    nik: float = 0.0
    nib: float = 0.0
    five_digits: float = 0.0
    phone: float = 0.0
    tick: float = 0.0
    measure: float = 0.0
    long_text: float = 0.0
    roman: float = 0.0
    texts: tuple[str, ...] = ()


EMPTY = Profile(0)


def profile_of(values: Sequence[object]) -> Profile:
    """Profile of up to SAMPLE non-blank values of a column, spread over its whole length."""
    present = [value for value in values if value is not None]
    step = max(1, len(present) // (3 * SAMPLE))
    filled = [value for value in present[::step] if not is_blank(value) and not is_ditto(value)]
    if not filled and step > 1:
        filled = [value for value in present if not is_blank(value) and not is_ditto(value)]
    if not filled:
        return EMPTY
    sample = filled[:: max(1, len(filled) // SAMPLE)][:SAMPLE]
    marks = Counter(chain.from_iterable(map(_marks, sample)))
    share = {name: count / len(sample) for name, count in marks.items()}
    texts = tuple(dict.fromkeys(fold(value) for value in sample))
    return Profile(len(filled), **share, texts=texts)


def _marks(value: object) -> frozenset[str]:
    if type(value) is str:
        return _text_marks(value)
    if isinstance(value, (date, datetime)):
        return frozenset({"date"})
    if isinstance(value, bool):
        return frozenset()
    if isinstance(value, (int, float)):
        return _number_marks(float(value))
    return _text_marks(str(value))


@lru_cache(maxsize=20_000)
def _number_marks(number: float) -> frozenset[str]:
    found = {"number"}
    if abs(number) < 1e300 and number == int(number):
        found.add("whole")
        digits = len(str(int(abs(number))))
        if 1900 <= number <= 2100:
            found.add("year")
        if digits == 5:
            found.add("five_digits")
        if digits == 13:
            found.add("nib")
        if digits >= 15:
            found.add("nik")
        if digits in (10, 11, 12) and str(int(number))[0] == "8":
            found.add("phone")
    if 0 < number < 1:
        found.add("fraction")
    if abs(number) >= 100_000:
        found.add("large")
    return frozenset(found)


@lru_cache(maxsize=50_000)
def _text_marks(text: str) -> frozenset[str]:
    found: set[str] = set()
    folded = fold(text)
    if is_roman(folded) or (folded.strip(" .)").isdecimal() and len(folded) <= 5):
        found.add("roman")
    bare = _SEPARATORS.sub("", folded)
    if bare.isascii() and bare.isdecimal():
        if len(bare) == 16:
            found.add("nik")
        if len(bare) == 13:
            found.add("nib")
        if len(bare) == 5 and folded.isdecimal():
            found.add("five_digits")
        if 9 <= len(bare) <= 14 and (bare.startswith(("08", "62", "04", "8")) or folded.startswith("+")):
            found.add("phone")
        if len(bare) == 4 and 1900 <= int(bare) <= 2100:
            found.add("year")
    if is_tick(text):
        found.add("tick")
    if folded.lower().rstrip(".") in _MEASURES:
        found.add("measure")
    if len(folded) > 12 and not _DIGITS.search(folded):
        found.add("long_text")
    if _DIGITS.search(folded) and len(folded) <= 40:
        found |= _number_text_marks(folded)
    return frozenset(found)


def _number_text_marks(folded: str) -> set[str]:
    if folded.isascii() and folded.isdecimal() and len(folded) <= 18:
        if folded[0] == "0" and len(folded) > 8:
            return set()  # a telephone or identity number
        return {"number", "large"} if int(folded) >= 100_000 else {"number"}
    return _marks_by_reading(folded)


def _marks_by_reading(folded: str) -> set[str]:
    found: set[str] = set()
    reading = read_number(folded)
    if reading.nilai is None:
        reading = read_money(folded)
    if reading.nilai is not None or reading.kode == "ANGKA_BERTENTANGAN":
        found.add("number")
        if isinstance(reading.nilai, (int, float)) and abs(reading.nilai) >= 100_000:
            found.add("large")
    if _PERCENT.search(folded):
        found |= {"number", "percent_mark"}
    if _MONEY_MARK.search(folded):
        found.add("money_mark")
    dated = read_date(folded)
    like_a_date = dated.nilai is not None or _DATE_SHAPE.search(folded) is not None
    written_as_date = dated.nilai is not None and not folded.replace(".", "").isdecimal()
    if written_as_date or (like_a_date and "number" not in found):
        found.add("date")
    return found
