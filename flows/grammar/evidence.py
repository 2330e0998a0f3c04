"""What the values below a heading say about it: how well they suit a column of a report type.

:func:`fit` goes from −1 (cannot be) over 0 (says nothing) to 1 (speaks for it).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from flows.grammar.categories import read_category, read_gender
from flows.grammar.profile import Profile
from schemas.base import Column
from schemas.regions import fold_region, kecamatan_names

_LETTERS = re.compile(r"[a-z]+")


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
    if profile.nik >= 0.5 or (profile.nib >= 0.5 and column.kind != "money"):
        return -1.0
    if profile.number < 0.25:
        return -1.0 if profile.filled >= 3 or (profile.number == 0 and profile.date > 0) else -0.6
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
    known = sum(read_category(text, column.categories).nilai is not None for text in profile.texts)
    share = known / len(profile.texts)
    if share >= 0.5:
        return 1.0
    return 0.0 if share >= 0.34 else -1.0 if len(profile.texts) >= 3 and share < 0.2 else -0.6


def _gender(column: Column, profile: Profile, kode_wilayah: str | None) -> float:
    known = sum(read_gender(text).nilai is not None for text in profile.texts)
    return 1.0 if known >= 0.5 * len(profile.texts) else -1.0


def _kecamatan_fit(column: Column, profile: Profile, kode_wilayah: str | None) -> float:
    if profile.number >= 0.5:
        return -1.0
    if kode_wilayah is None:
        return 0.0
    names = kecamatan_names(kode_wilayah)
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
