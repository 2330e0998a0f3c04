"""Dates and ranges of dates as Indonesian offices write them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any, Literal, NamedTuple

from flows.grammar.calendar import DAYS, calendar_word
from flows.grammar.readings import BLANK, Reading, refused
from flows.grammar.text import fold, is_blank

Order = Literal["dmy", "mdy"]
FIRST_YEAR, LAST_YEAR = 1945, 2100
_TIME = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?"
_CLOCK = re.compile(
    r"\b(?:pukul|pkl|jam)\b.*$"
    rf"|\b{_TIME}(?:\s*(?:-|–|s/d|s\.d\.?|sd|sampai)\s*{_TIME})?\s*(?:wita|wib|wit)\b.*$"
    r"|(?:t|\s)\s*\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?\s*(?:am|pm|z)?$"
)
_RANGE = re.compile(r"(?<![^\W\d_])(?:s\s?[./]?\s?d|sampai(?:\s+dengan)?|hingga|dan)(?![^\W\d_])\.?|[&–—~]")
_WORD = re.compile(r"[^\W\d_]+(?:['’`´][^\W\d_]+)?")
_D, _M, _Y = r"(\d{1,2})", r"<(\d+)>", r"'?(\d{4}|\d{2})"
_TO = r"(?:[~\-/]|(?:,\d{1,2})*[,~]+)"
_TEXTUAL = rf"{_D}[\-/.]?{_M}[\-/.,]*{_Y}"
_SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (fields, re.compile(shape))
    for fields, shape in (
        ("dmy", _TEXTUAL),
        ("mdy", rf"{_M}[\-/.]?{_D}[,.](\d{{4}})"),
        ("ymd", rf"(\d{{4}})([\-/.])(\d{{1,2}})\2{_D}"),
        ("n", rf"{_D}([\-/.]){_D}\2{_Y}"),
        ("n", rf"{_D}(~){_D}~(\d{{4}})"),
        ("d-dmy", rf"{_D}{_TO}{_TEXTUAL}"),
        ("dm-dmy", rf"{_D}[\-/.]?{_M}[~\-]+{_TEXTUAL}"),
        ("dmy-dmy", rf"{_TEXTUAL}[~\-]+{_TEXTUAL}"),
        ("ymd-ymd", rf"(\d{{4}})([\-/.])(\d{{1,2}})\2{_D}~(\d{{4}})\2(\d{{1,2}})\2{_D}"),
        ("d-n", rf"{_D}[~\-]{_D}([/.]){_D}\3{_Y}"),
        ("d-n", rf"{_D}~{_D}([\-]){_D}\3{_Y}"),
        ("dm-n", rf"{_D}([\-/.]){_D}~{_D}\2{_D}\2{_Y}"),
        ("dm-n", rf"{_D}([/.]){_D}-{_D}\2{_D}\2{_Y}"),
        ("n-n", rf"{_D}([\-/.]){_D}\2{_Y}[~]{_D}\2{_D}\2{_Y}"),
        ("n-n", rf"{_D}([/.]){_D}\2{_Y}-{_D}\2{_D}\2{_Y}"),
    )
)


class _Shape(NamedTuple):
    """A text with months as <7>, range words as ~, without weekdays, clock and blanks.

    ``ends_open``: one end of a range is missing ("mulai 19 Juli 2022", "s.d. 31 Desember 2024").
    """

    text: str
    weekdays: list[int]
    ends_open: bool


def read_date(value: Any, *, order: Order = "dmy") -> Reading:
    """A date or a range of dates: ``nilai`` is (first day, last day), equal for one day.

    ``order`` is the order of day and month where both are figures. A date that only the other order makes
    possible is TANGGAL_AMBIGU; a weekday that does not fit keeps the date (HARI_TIDAK_COCOK). Numbers between
    20,000 and 60,000 are Excel's serial days (1900 system).

    >>> read_date("Selasa 19-25 Juli 2022").nilai
    (datetime.date(2022, 7, 19), datetime.date(2022, 7, 25))
    >>> read_date("31 Februari 2023").kode, read_date("Jumat, 27 Mei 2021").rincian["hari_benar"]
    ('TANGGAL_TIDAK_SAH', 'Kamis')
    """
    if isinstance(value, date):
        return _single(value.date() if isinstance(value, datetime) else value)
    if isinstance(value, bool):
        return refused("TANGGAL_TIDAK_SAH", "bukan tanggal")
    if isinstance(value, int | float):
        return _serial(value)
    text = fold(value)
    if is_blank(text):
        return BLANK
    if text.startswith(("#", "=")):
        return refused("RUMUS_GALAT", "rumus galat")
    if len(text) > 120:
        return refused("TANGGAL_TIDAK_SAH", "bukan tanggal")
    if text.isascii() and re.fullmatch(r"\d{5}(?:\.\d{1,12})?", text):
        return _serial(float(text))
    return _from_text(text, order)


def _single(day: date) -> Reading:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        return refused("TANGGAL_TIDAK_SAH", f"tahun {day.year}")
    return Reading((day, day))


def _serial(number: float) -> Reading:
    # A whole number may have more digits than a float can hold; infinity and NaN lie outside too.
    if not 20_000 <= number <= 60_000:
        alasan = "hari tidak ada" if FIRST_YEAR <= number <= LAST_YEAR else "bukan tanggal"
        return refused("TANGGAL_TIDAK_SAH", alasan)
    return _single(date(1899, 12, 30) + timedelta(days=int(number)))


def _from_text(text: str, order: Order) -> Reading:
    shape = _shape_of(text)
    if shape is None:
        return refused("TANGGAL_TIDAK_SAH", "bukan tanggal")
    for fields, pattern in _SHAPES:
        if found := pattern.fullmatch(shape.text):
            days = _days(fields, found.groups(), order)
            if isinstance(days, Reading):
                return days
            if shape.ends_open:
                return Reading(days, "TANGGAL_AMBIGU", rincian={"alasan": "hanya satu ujung rentang"})
            return _with_weekdays(days, shape.weekdays)
    return refused("TANGGAL_TIDAK_SAH", _missing(shape.text))


def _shape_of(text: str) -> _Shape | None:
    """The text reduced to its shape, None where it holds a word that no date has."""
    if "<" in text or ">" in text:
        return None
    text = _RANGE.sub("~", _CLOCK.sub("", text.lower()).strip(" .,;"))
    weekdays: list[int] = []
    kinds: set[str] = set()

    def replace(found: re.Match[str]) -> str:
        kind, number = calendar_word(re.sub(r"['’`´]", "", found.group()))
        kinds.add(kind)
        if kind == "weekday":
            weekdays.append(number)
        return f"<{number}>" if kind == "month" else " "

    text = _WORD.sub(replace, text)
    if "strange" in kinds:
        return None
    text = re.sub(r"(?<=\d)\s+(?=\d)", ".", re.sub(r"[()]", " ", text))
    text = re.sub(r"\s+", "", text)
    inner = re.sub(r"^[~\-,./:]+|[~\-,.;/:]+$", "", text)
    # "Kamis s.d Sabtu, 3 s/d 5 Mei" begins with the range of its weekdays, not with an open end.
    ends = text[: text.find(inner)] + text[text.find(inner) + len(inner) :]
    dangling = "~" in ends and len(weekdays) < 2
    started = "starter" in kinds and "~" not in inner and "-" not in inner
    inner = re.sub(r"(?<=[>\d])\.(?=[~\-,])|(?<=[~\-])[,.]+", "", inner)
    return _Shape(inner, weekdays, dangling or started)


def _missing(shape: str) -> str:
    if re.fullmatch(r"<\d+>.*|\d{4}(?:[\-/.]\d{1,2})?|\d{1,2}[\-/.]\d{4}", shape):
        return "hari tidak ada"
    if re.fullmatch(rf"(?:{_D}{_TO})?{_D}[\-/.]?{_M}|{_D}[/\-.]{_D}", shape):
        return "tahun tidak ada"
    return "bukan tanggal"


def _year(text: str) -> int:
    number = int(text)
    if len(text) == 4:
        return number
    return number + (2000 if number < 70 else 1900)


def _day(day: str, month: str, year: int) -> date | Reading:
    try:
        made = date(year, int(month), int(day))
    except ValueError:
        return refused("TANGGAL_TIDAK_SAH", f"tidak ada tanggal {int(day)}/{int(month)}/{year}")
    return made if FIRST_YEAR <= year <= LAST_YEAR else refused("TANGGAL_TIDAK_SAH", f"tahun {year}")


def _figures(first: str, second: str, year: int, order: Order) -> date | Reading:
    day, month = (first, second) if order == "dmy" else (second, first)
    if int(month) > 12 >= int(day) >= 1 and not isinstance(_day(month, day, year), Reading):
        return refused("TANGGAL_AMBIGU", f"bulan {int(month)}")
    return _day(day, month, year)


def _days(fields: str, g: tuple[str, ...], order: Order) -> tuple[date, date] | Reading:
    """The two days that the groups of a shape stand for."""
    match fields:
        case "dmy":
            return _pair(None, _day(g[0], g[1], _year(g[2])))
        case "mdy":
            return _pair(None, _day(g[1], g[0], _year(g[2])))
        case "ymd":
            return _pair(None, _day(g[3], g[2], _year(g[0])))
        case "n":
            return _pair(None, _figures(g[0], g[2], _year(g[3]), order))
        case "d-dmy":
            return _pair(_day(g[0], g[2], _year(g[3])), _day(g[1], g[2], _year(g[3])))
        case "dm-dmy":
            year = _year(g[4])
            # "30 Des – 2 Jan 2023" crosses the new year; any other backward range is left to the rules.
            began = year - 1 if int(g[1]) == 12 and int(g[3]) <= 2 else year
            return _pair(_day(g[0], g[1], began), _day(g[2], g[3], year))
        case "dmy-dmy":
            return _pair(_day(g[0], g[1], _year(g[2])), _day(g[3], g[4], _year(g[5])))
        case "ymd-ymd":
            return _pair(_day(g[3], g[2], _year(g[0])), _day(g[6], g[5], _year(g[4])))
        case "d-n":
            return _pair(_figures(g[0], g[3], _year(g[4]), "dmy"), _figures(g[1], g[3], _year(g[4]), "dmy"))
        case "dm-n":
            year = _year(g[5])
            return _pair(_figures(g[0], g[2], year, order), _figures(g[3], g[4], year, order))
        case _:
            first, last = _figures(g[0], g[2], _year(g[3]), order), _figures(g[4], g[5], _year(g[6]), order)
            return _pair(first, last)


def _pair(first: date | Reading | None, last: date | Reading) -> tuple[date, date] | Reading:
    if isinstance(last, Reading):
        return last
    if isinstance(first, Reading):
        return first
    return (first or last, last)


def _with_weekdays(days: tuple[date, date], said: list[int]) -> Reading:
    stated = [(days[0], said[0])] if said else []
    if len(said) > 1:
        stated.append((days[1], said[-1]))
    for day, weekday in stated:
        if day.weekday() != weekday:
            words = {"hari_benar": DAYS[day.weekday()], "hari_tertulis": DAYS[weekday]}
            return Reading(days, "HARI_TIDAK_COCOK", rincian=words)
    return Reading(days)


_FIGURES = re.compile(r"(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2(?:\d{4}|\d{2})(?!\d)")


def date_order(values: Iterable[Any]) -> Literal["dmy", "mdy", "mixed"]:
    """The order of day and month that the texts of a column prove; "dmy" where they prove nothing.

    >>> date_order(["01/02/2022", "07/13/2022"]), date_order(["13/07/2022", "07/13/2022"]), date_order([])
    ('mdy', 'mixed', 'dmy')
    """
    dmy = mdy = False
    for value in values:
        for found in _FIGURES.finditer(value) if isinstance(value, str) and len(value) < 200 else ():
            first, second = int(found.group(1)), int(found.group(3))
            dmy = dmy or first > 12 >= second
            mdy = mdy or second > 12 >= first
    return "mixed" if dmy and mdy else "mdy" if mdy else "dmy"
