"""What the values below a heading say about it: numbers, dates, 16 digits, known words …

A profile is taken once per physical column; :func:`fit` says how well it suits a column of a report type,
from −1 (cannot be) over 0 (says nothing) to 1 (speaks for it).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, lru_cache

from flows.grammar.categories import is_tick, read_category, read_gender
from flows.grammar.dates import read_date
from flows.grammar.numbers import read_money, read_number
from flows.grammar.rows import is_roman
from flows.grammar.text import fold, is_blank, is_ditto
from schemas.base import Column
from schemas.regions import fold_region, kecamatan_names

SAMPLE = 60
_DATE_SHAPE = re.compile(r"\b\d{1,2}(?:[/.\-]\d{1,2}[/.\-]|\s+[A-Za-z]{3,9}\.?\s+)\d{2,4}\b")
_LETTERS = re.compile(r"[a-z]+")
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
    marks = [_marks(value) for value in sample]
    share = {name: sum(name in found for found in marks) / len(sample) for name in _NAMES}
    texts = tuple(dict.fromkeys(fold(value) for value in sample))
    return Profile(len(filled), **share, texts=texts)


_NAMES = (
    "number whole money_mark percent_mark fraction large year date nik nib five_digits phone tick measure long_text roman"
).split()


def _marks(value: object) -> frozenset[str]:
    if isinstance(value, (date, datetime)):
        return frozenset({"date"})
    if isinstance(value, bool):
        return frozenset()
    if isinstance(value, (int, float)):
        return _number_marks(float(value))
    return _text_marks(str(value))


def _number_marks(number: float) -> frozenset[str]:
    found = {"number"}
    if number == int(number) if abs(number) < 1e300 else False:
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
    if is_roman(folded) or folded.strip(" .)").isdecimal() and len(folded) <= 5:
        found |= {"roman"}
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
    if (dated.nilai is not None or _DATE_SHAPE.search(folded)) and "number" not in found:
        found.add("date")
    elif dated.nilai is not None and not folded.replace(".", "").isdecimal():
        found.add("date")
    return found


@cache
def _kecamatan(kode_wilayah: str) -> frozenset[str]:
    return kecamatan_names(kode_wilayah)


def fit(column: Column, profile: Profile, kode_wilayah: str | None = None) -> float:
    """How well the values suit ``column``: −1 veto … 0 silent … 1 strong."""
    if profile.filled == 0:
        return 0.0
    return _FITS[column.kind](column, profile, kode_wilayah)


def _identifier(name: str) -> Callable[[Column, Profile, str | None], float]:
    def fits(column: Column, profile: Profile, kode_wilayah: str | None) -> float:
        share = float(getattr(profile, name))
        return 1.0 if share >= 0.5 else 0.3 if share >= 0.2 else -1.0 if profile.filled >= 3 else -0.4

    return fits


def _amount(column: Column, profile: Profile, kode_wilayah: str | None) -> float:
    if profile.nik >= 0.5 or profile.nib >= 0.5 and column.kind != "money":
        return -1.0
    if profile.number < 0.25:
        return -1.0 if profile.filled >= 3 or profile.number == 0 and profile.date > 0 else -0.6
    if column.kind == "money":
        return (
            0.6
            if profile.money_mark >= 0.3 or profile.large >= 0.5
            else 0.0
            if profile.percent_mark == 0
            else -0.6
        )
    if profile.money_mark >= 0.3:
        return -0.7
    if column.kind == "percent":
        return 1.0 if profile.percent_mark >= 0.3 else 0.3 if profile.large == 0 else -1.0
    if column.kind == "count":
        return -0.6 if profile.large >= 0.5 or profile.percent_mark >= 0.3 else 0.3
    return 0.2


def _year(column: Column, profile: Profile, kode_wilayah: str | None) -> float:
    return 1.0 if profile.year >= 0.5 else -1.0 if profile.filled >= 3 and profile.year < 0.2 else -0.3


def _date(column: Column, profile: Profile, kode_wilayah: str | None) -> float:
    return (
        0.6 if profile.date >= 0.5 else 0.0 if profile.date >= 0.2 else -1.0 if profile.filled >= 3 else -0.5
    )


def _category(column: Column, profile: Profile, kode_wilayah: str | None) -> float:
    assert column.categories is not None
    known = sum(_is_category(text, column.name, column.categories) for text in profile.texts)
    share = known / len(profile.texts)
    if share >= 0.5:
        return 1.0
    return 0.0 if share >= 0.34 else -1.0 if len(profile.texts) >= 3 and share < 0.2 else -0.6


def _is_category(text: str, name: str, categories: Mapping[str, tuple[str, ...]]) -> bool:
    return read_category(text, categories).nilai is not None


def _gender(column: Column, profile: Profile, kode_wilayah: str | None) -> float:
    known = sum(read_gender(text).nilai is not None for text in profile.texts)
    return 1.0 if known >= 0.5 * len(profile.texts) else -1.0


def _kecamatan_fit(column: Column, profile: Profile, kode_wilayah: str | None) -> float:
    if profile.number >= 0.5:
        return -1.0
    if kode_wilayah is None:
        return 0.0
    names = _kecamatan(kode_wilayah)
    known = sum(fold_region(text) in names for text in profile.texts)
    return 1.0 if known >= 0.5 * len(profile.texts) else 0.0 if known else -0.3


def _measure(column: Column, profile: Profile, kode_wilayah: str | None) -> float:
    return 1.0 if profile.measure >= 0.5 else -1.0 if profile.number >= 0.5 else -0.2


def _text(column: Column, profile: Profile, kode_wilayah: str | None) -> float:
    if profile.nik >= 0.5 or profile.nib >= 0.5 or profile.phone >= 0.6:
        return -1.0
    if profile.number >= 0.8 or profile.tick >= 0.8:
        return -0.8
    if profile.date >= 0.5:
        return -0.5
    if column.typical and _share_with(column.typical, profile) >= 0.4:
        return 0.6
    return -0.8 if column.foreign and _share_with(column.foreign, profile) >= 0.4 else 0.1


def _share_with(words: tuple[str, ...], profile: Profile) -> float:
    """Share of the texts that hold one of the words."""
    known = frozenset(words)
    return sum(not known.isdisjoint(_words_of(text)) for text in profile.texts) / len(profile.texts)


@lru_cache(maxsize=50_000)
def _words_of(text: str) -> frozenset[str]:
    return frozenset(_LETTERS.findall(text.lower()))


_FITS: dict[str, Callable[[Column, Profile, str | None], float]] = {
    "text": _text,
    "desa": _text,
    "count": _amount,
    "money": _amount,
    "decimal": _amount,
    "percent": _amount,
    "year": _year,
    "date": _date,
    "category": _category,
    "gender": _gender,
    "nik": _identifier("nik"),
    "nib": _identifier("nib"),
    "kbli": _identifier("five_digits"),
    "phone": _identifier("phone"),
    "kecamatan": _kecamatan_fit,
    "unit": _measure,
}
