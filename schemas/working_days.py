"""Working days of a government office: Monday to Friday without national holidays and joint leave.

An office's own list adds days (joint leave decreed late, a local holiday) and takes days out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from schemas.district_names import code_rows
from schemas.holiday_list import Holiday, holidays_of

_SATURDAY = 5
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_IN_WORDS = re.compile(r"(\d{1,2}) ([a-z]+) (\d{4})")
_MONTHS = "januari februari maret april mei juni juli agustus september oktober november desember".split()


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """A calendar; ``tambahan``: days off beside the national ones, ``kerja``: national ones that are worked."""

    tambahan: frozenset[date] = frozenset()
    kerja: frozenset[date] = frozenset()

    def is_working(self, day: date) -> bool:
        """Whether offices are open on ``day``."""
        if day in self.tambahan:
            return False
        if day in self.kerja:
            return True
        return day.weekday() < _SATURDAY and day not in holidays_in(day.year)

    def on_or_after(self, day: date) -> date:
        """``day`` itself where offices are open, else the next day on which they are."""
        while not self.is_working(day):
            day += timedelta(days=1)
        return day

    def after(self, day: date, count: int) -> date:
        """The ``count``-th working day after ``day``, which itself does not count; ``day`` for 0."""
        while count:
            day += timedelta(days=1)
            count -= self.is_working(day)
        return day


@cache
def holidays_in(year: int) -> dict[date, Holiday]:
    """The national holidays and days of joint leave of a year."""
    known = _listed()
    return known[year] if year in known else {one.tanggal: one for one in holidays_of((year,))}


@cache
def _listed() -> dict[int, dict[date, Holiday]]:
    found: dict[int, dict[date, Holiday]] = {}
    for row in code_rows("hari_libur.csv"):
        day = date.fromisoformat(row["tanggal"])
        jenis = "cuti bersama" if row["jenis"] == "cuti bersama" else "libur nasional"
        found.setdefault(day.year, {})[day] = Holiday(day, row["nama"], jenis, row["perkiraan"] == "ya")  # type: ignore[arg-type]
    return found


def day_in(text: str) -> date | None:
    """The day that ``2026-03-20``, ``20/3/2026`` (day, month, year) or ``20 Maret 2026`` says; None for no such."""
    said = " ".join(text.split()).casefold()
    iso, numbers, words = _ISO.fullmatch(said), _DAY_FIRST.fullmatch(said), _IN_WORDS.fullmatch(said)
    if iso:
        year, month, day = (int(one) for one in iso.groups())
    elif numbers:
        day, month, year = (int(one) for one in numbers.groups())
    elif words and words[2] in _MONTHS:
        day, month, year = int(words[1]), _MONTHS.index(words[2]) + 1, int(words[3])
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
