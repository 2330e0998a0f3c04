"""Dates and ranges of dates as districts write them."""

from __future__ import annotations

import doctest
from datetime import date, datetime, time, timedelta
from typing import Any, Literal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from flows.grammar import calendar, dates
from flows.grammar.dates import date_order, read_date

BAD, UNSURE, WEEKDAY = "TANGGAL_TIDAK_SAH", "TANGGAL_AMBIGU", "HARI_TIDAK_COCOK"

# text, first day, last day (None: the same), finding
CASES: list[tuple[Any, str | None, str | None, str | None]] = [
    (date(2022, 7, 19), "2022-07-19", None, None),
    (datetime(2022, 7, 19, 9, 30), "2022-07-19", None, None),
    (44761, "2022-07-19", None, None),
    (44761.0, "2022-07-19", None, None),
    (44761.75, "2022-07-19", None, None),
    ("44761", "2022-07-19", None, None),
    ("44761.0", "2022-07-19", None, None),
    ("19 Juli 2022", "2022-07-19", None, None),
    ("19 juli 22", "2022-07-19", None, None),
    ("19 JULI 2022", "2022-07-19", None, None),
    ("19  Juli\n2022", "2022-07-19", None, None),
    ("19Juli2022", "2022-07-19", None, None),
    ("19 Juli '22", "2022-07-19", None, None),
    ("19 Juli 2022.", "2022-07-19", None, None),
    ("(19 Juli 2022)", "2022-07-19", None, None),
    ("19.Juli.2022", "2022-07-19", None, None),
    ("19-Juli-2022", "2022-07-19", None, None),
    ("19/Jul/2022", "2022-07-19", None, None),
    ("19 Juli Tahun 2022", "2022-07-19", None, None),
    ("tanggal 19 Juli 2022", "2022-07-19", None, None),
    ("Tgl. 19 Juli 2022", "2022-07-19", None, None),
    ("19/7/22", "2022-07-19", None, None),
    ("19/07/2022", "2022-07-19", None, None),
    ("19-07-2022", "2022-07-19", None, None),
    ("19.07.2022", "2022-07-19", None, None),
    ("19 07 2022", "2022-07-19", None, None),
    ("19 / 07 / 2022", "2022-07-19", None, None),
    ("19 – 07 – 2022", "2022-07-19", None, None),
    ("1-3-22", "2022-03-01", None, None),
    ("01-03-2022", "2022-03-01", None, None),
    ("2022-07-19", "2022-07-19", None, None),
    ("2022/07/19", "2022-07-19", None, None),
    ("2022-07-19 00:00:00", "2022-07-19", None, None),
    ("2022-07-19T09:00:00", "2022-07-19", None, None),
    ("July 19, 2022", "2022-07-19", None, None),
    ("Juli 19 2022", "2022-07-19", None, None),
    ("19 July 2022", "2022-07-19", None, None),
    ("19-Jul-22", "2022-07-19", None, None),
    ("5 Jan 2021", "2021-01-05", None, None),
    ("19 Pebruari 2016", "2016-02-19", None, None),
    ("19 Peb 2016", "2016-02-19", None, None),
    ("19 Feb. 2016", "2016-02-19", None, None),
    ("2 Mar 2021", "2021-03-02", None, None),
    ("2 Mrt 2021", "2021-03-02", None, None),
    ("2 Apr 2021", "2021-04-02", None, None),
    ("2 Mei 2021", "2021-05-02", None, None),
    ("2 May 2021", "2021-05-02", None, None),
    ("2 Jun 2021", "2021-06-02", None, None),
    ("2 Juny 2021", "2021-06-02", None, None),
    ("5 Agt 2021", "2021-08-05", None, None),
    ("5 Ags 21", "2021-08-05", None, None),
    ("5 Agst. 2021", "2021-08-05", None, None),
    ("5 Agust 2021", "2021-08-05", None, None),
    ("5 Aug 2021", "2021-08-05", None, None),
    ("5 Sept 2021", "2021-09-05", None, None),
    ("5 Okt 2021", "2021-10-05", None, None),
    ("5 October 2021", "2021-10-05", None, None),
    ("2 Nopember 2021", "2021-11-02", None, None),
    ("2 Nop 2021", "2021-11-02", None, None),
    ("5-Des-2021", "2021-12-05", None, None),
    ("5-Dec-21", "2021-12-05", None, None),
    ("19 Septmber 2022", "2022-09-19", None, None),
    ("19 Agusuts 2022", "2022-08-19", None, None),
    ("19 Desembr 2022", "2022-12-19", None, None),
    ("19 Janauri 2022", "2022-01-19", None, None),
    ("19 Febuari 2022", "2022-02-19", None, None),
    ("29/02/2020", "2020-02-29", None, None),
    ("31-12-69", "2069-12-31", None, None),
    ("31-12-70", "1970-12-31", None, None),
    ("19 Juli 2022 pukul 09.00 WITA", "2022-07-19", None, None),
    ("19 Juli 2022, 09.00 WITA", "2022-07-19", None, None),
    ("19 Juli 2022 09:00", "2022-07-19", None, None),
    ("Selasa 19 Juli 2022 / 09.00 - 16.00 WITA", "2022-07-19", None, None),
    ("Selasa, 9 Juli 2024", "2024-07-09", None, None),
    ("Selasa/9 Juli 2024", "2024-07-09", None, None),
    ("Jum'at, 28 Mei 2021", "2021-05-28", None, None),
    ("Jum’at 28 Mei 2021", "2021-05-28", None, None),
    ("Jumat, 28/05/2021", "2021-05-28", None, None),
    ("Ahad, 30 Mei 2021", "2021-05-30", None, None),
    ("Sen, 3 Mei 2021", "2021-05-03", None, None),
    ("Hari Senin tanggal 3 Mei 2021", "2021-05-03", None, None),
    ("19 Juli 2022 (Selasa)", "2022-07-19", None, None),
    ("Selasa 19-25 Juli 2022", "2022-07-19", "2022-07-25", None),
    ("19 - 25 Juli 2022", "2022-07-19", "2022-07-25", None),
    ("19 – 25 Juli 2022", "2022-07-19", "2022-07-25", None),
    ("19—25 Juli 2022", "2022-07-19", "2022-07-25", None),
    ("19-22 Juli 22", "2022-07-19", "2022-07-22", None),
    ("3 s/d 5 Mei 2021", "2021-05-03", "2021-05-05", None),
    ("3 s.d 5 Mei 2021", "2021-05-03", "2021-05-05", None),
    ("3 s.d. 5 Mei 2021", "2021-05-03", "2021-05-05", None),
    ("3 sd 5 Mei 2021", "2021-05-03", "2021-05-05", None),
    ("3s/d5 Mei 2021", "2021-05-03", "2021-05-05", None),
    ("3 S/D 5 MEI 2021", "2021-05-03", "2021-05-05", None),
    ("3 sampai 5 Mei 2021", "2021-05-03", "2021-05-05", None),
    ("3 sampai dengan 5 Mei 2021", "2021-05-03", "2021-05-05", None),
    ("3 hingga 5 Mei 2021", "2021-05-03", "2021-05-05", None),
    ("dari 3 s/d 5 Mei 2021", "2021-05-03", "2021-05-05", None),
    ("tgl 3 s/d tgl 5 Mei 2021", "2021-05-03", "2021-05-05", None),
    ("19 dan 20 Juli 2022", "2022-07-19", "2022-07-20", None),
    ("19 & 20 Juli 2022", "2022-07-19", "2022-07-20", None),
    ("19/20 Juli 2022", "2022-07-19", "2022-07-20", None),
    ("19, 20 dan 21 Juli 2022", "2022-07-19", "2022-07-21", None),
    ("19,20,21 Juli 2022", "2022-07-19", "2022-07-21", None),
    ("28 Feb – 3 Mar 2022", "2022-02-28", "2022-03-03", None),
    ("28 Feb 2022 – 3 Mar 2022", "2022-02-28", "2022-03-03", None),
    ("3 Mei s/d 5 Juni 2021", "2021-05-03", "2021-06-05", None),
    ("1 Mei 2022-31 Mei 2022", "2022-05-01", "2022-05-31", None),
    ("30 Des 2022 - 2 Jan 2023", "2022-12-30", "2023-01-02", None),
    ("30 Des - 2 Jan 2023", "2022-12-30", "2023-01-02", None),
    ("19/07/2022 - 21/07/2022", "2022-07-19", "2022-07-21", None),
    ("19/07/2022 s/d 21/07/2022", "2022-07-19", "2022-07-21", None),
    ("19-07-2022 s.d. 21-07-2022", "2022-07-19", "2022-07-21", None),
    ("2022-07-19 s/d 2022-07-21", "2022-07-19", "2022-07-21", None),
    ("19-21/07/2022", "2022-07-19", "2022-07-21", None),
    ("19 s/d 21-07-2022", "2022-07-19", "2022-07-21", None),
    ("19/7 - 22/7/2022", "2022-07-19", "2022-07-22", None),
    ("19/7 s/d 22/7/2022", "2022-07-19", "2022-07-22", None),
    ("3 - 5 Mei 2021 jam 08.00 s/d selesai", "2021-05-03", "2021-05-05", None),
    ("Senin-Rabu, 3-5 Mei 2021", "2021-05-03", "2021-05-05", None),
    ("Senin – Rabu / 3 – 5 Mei 2021", "2021-05-03", "2021-05-05", None),
    ("Senin s.d Rabu, 3 s/d 5 Mei 2021", "2021-05-03", "2021-05-05", None),
    ("Senin, 3 Mei 2021 s.d. Rabu, 5 Mei 2021", "2021-05-03", "2021-05-05", None),
    ("5 Mei - 3 Mei 2021", "2021-05-05", "2021-05-03", None),
    ("Kamis, 28 Mei 2021", "2021-05-28", None, WEEKDAY),
    ("Jum'at, 27 Mei 2021", "2021-05-27", None, WEEKDAY),
    ("Kamis s.d Sabtu, 3 s/d 5 Mei 2021", "2021-05-03", "2021-05-05", WEEKDAY),
    ("Senin-Jumat, 3-5 Mei 2021", "2021-05-03", "2021-05-05", WEEKDAY),
    ("s.d. 31 Desember 2024", "2024-12-31", None, UNSURE),
    ("mulai 19 Juli 2022", "2022-07-19", None, UNSURE),
    ("07/13/2022", None, None, UNSURE),
    ("12/31/22", None, None, UNSURE),
    ("31 Februari 2023", None, None, BAD),
    ("45 Maret 2022", None, None, BAD),
    ("31/04/2023", None, None, BAD),
    ("29-31 Februari 2021", None, None, BAD),
    ("29/02/2021", None, None, BAD),
    ("0 Juli 2022", None, None, BAD),
    ("19/13/2022", None, None, BAD),
    ("32/01/2022", None, None, BAD),
    ("19 Juli 202", None, None, BAD),
    ("19 Juli 1922", None, None, BAD),
    ("1 Januari 2101", None, None, BAD),
    ("Jul-22", None, None, BAD),
    ("Juli 2022", None, None, BAD),
    ("2022", None, None, BAD),
    (2022, None, None, BAD),
    ("2022-07", None, None, BAD),
    ("Juli-Agustus 2022", None, None, BAD),
    ("19 Juli", None, None, BAD),
    ("19/07", None, None, BAD),
    ("10-12", None, None, BAD),
    ("3 5 Mei 2021", None, None, BAD),
    ("19072022", None, None, BAD),
    ("Selasa", None, None, BAD),
    ("Triwulan II 2022", None, None, BAD),
    ("Minggu II Juli 2022", None, None, BAD),
    ("± 19 Juli 2022", None, None, BAD),
    ("sebelum 19 Juli 2022", None, None, BAD),
    ("< 19 Juli 2022", None, None, BAD),
    ("19 Juli 2O22", None, None, BAD),
    ("l9 Juli 2022", None, None, BAD),
    ("19<7>2022", None, None, BAD),
    ("batal", None, None, BAD),
    ("menyusul", None, None, BAD),
    ("??", None, None, BAD),
    (True, None, None, BAD),
    (5.0, None, None, BAD),
    (float("nan"), None, None, BAD),
    (date(1900, 1, 1), None, None, BAD),
    (time(9, 0), None, None, BAD),
    ("#REF!", None, None, "RUMUS_GALAT"),
    (None, None, None, None),
    ("-", None, None, None),
    ("belum ada", None, None, None),
]


@pytest.mark.parametrize(("value", "first", "last", "kode"), CASES)
def test_dates(value: Any, first: str | None, last: str | None, kode: str | None) -> None:
    reading = read_date(value)
    expected = first and (date.fromisoformat(first), date.fromisoformat(last or first))
    assert (reading.nilai, reading.kode) == (expected, kode)


def test_a_wrong_weekday_names_the_right_one() -> None:
    assert read_date("Kamis, 28 Mei 2021").rincian == {"hari_benar": "Jumat", "hari_tertulis": "Kamis"}


@pytest.mark.parametrize(
    ("text", "expected", "kode"),
    [
        ("07/13/2022", date(2022, 7, 13), None),
        ("07/05/2022", date(2022, 7, 5), None),
        ("13/07/2022", None, UNSURE),
        ("2022-07-13", date(2022, 7, 13), None),
        ("13 Juli 2022", date(2022, 7, 13), None),
    ],
)
def test_month_before_day_where_the_file_says_so(text: str, expected: date | None, kode: str | None) -> None:
    reading = read_date(text, order="mdy")
    assert (reading.nilai and reading.nilai[0], reading.kode) == (expected, kode)


@pytest.mark.parametrize(
    ("values", "order"),
    [
        ([], "dmy"),
        (["01/02/2022", "3/4/22"], "dmy"),
        (["13/02/2022"], "dmy"),
        (["01/02/2022", "02/13/2022"], "mdy"),
        (["13/02/2022", "02/13/2022"], "mixed"),
        (["13-02-2022 s/d 15-02-2022", date(2022, 1, 1), None, 5.0], "dmy"),
        (["19 Juli 2022"], "dmy"),
    ],
)
def test_order_of_day_and_month(values: list[Any], order: Literal["dmy", "mdy", "mixed"]) -> None:
    assert date_order(values) == order


MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
SHORT = "Jan Feb Mar Apr Mei Jun Jul Agt Sep Okt Nop Des".split()
DAYS = st.dates(date(1970, 1, 1), date(2069, 12, 31))


def styles(day: date) -> list[str]:
    """One date in the many ways offices write it."""
    weekday = calendar.DAYS[day.weekday()]
    month, short = MONTHS[day.month - 1], SHORT[day.month - 1]
    return [
        f"{day.day} {month} {day.year}",
        f"{day.day:02} {month.upper()} {day.year}",
        f"{weekday}, {day.day} {month} {day.year}",
        f"{day.day} {short} {day.year % 100:02}",
        f"{day.day}-{short}-{day.year}",
        f"{day.day}/{day.month}/{day.year}",
        f"{day.day:02}-{day.month:02}-{day.year % 100:02}",
        f"{day.day:02}.{day.month:02}.{day.year}",
        day.isoformat(),
    ]


@given(DAYS)
def test_dates_read_back(day: date) -> None:
    for text in styles(day):
        assert read_date(text).nilai == (day, day), text
        assert read_date(text).kode is None, text
    assert read_date((day - date(1899, 12, 30)).days + 0.5).nilai in {(day, day), None}


@given(
    DAYS,
    st.integers(1, 40),
    st.sampled_from(["-", " - ", " – ", " s/d ", " s.d. ", " sd ", " sampai dengan "]),
)
def test_ranges_read_back(first: date, length: int, between: str) -> None:
    last = first + timedelta(days=length)
    end = f"{last.day} {MONTHS[last.month - 1]} {last.year}"
    texts = [f"{first.day} {MONTHS[first.month - 1]} {first.year}{between}{end}"]
    if first.year == last.year:
        texts.append(f"{first.day} {SHORT[first.month - 1]}{between}{end}")
    if (first.year, first.month) == (last.year, last.month):
        texts += [
            f"{first.day}{between}{end}",
            f"{calendar.DAYS[first.weekday()]}, {first.day}{between}{end}",
        ]
    for text in texts:
        assert (read_date(text).nilai, read_date(text).kode) == ((first, last), None), text


@given(DAYS, st.integers(1, 6))
def test_a_wrong_weekday_is_always_seen(day: date, off: int) -> None:
    wrong = calendar.DAYS[(day.weekday() + off) % 7]
    reading = read_date(f"{wrong}, {day.day} {MONTHS[day.month - 1]} {day.year}")
    assert (reading.nilai, reading.kode) == ((day, day), WEEKDAY)


@given(st.integers(13, 40), st.integers(13, 40), st.integers(2000, 2030))
def test_no_month_beyond_twelve(first: int, second: int, year: int) -> None:
    assume(first != second)
    assert read_date(f"{first}/{second}/{year}").nilai is None


@given(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(), st.dates(), st.datetimes(), st.times(),
        st.text(), st.text("0123456789 -/.,–~<>sdJulimeagt'", max_size=30),
    ),
    st.sampled_from(["dmy", "mdy"]),
)  # fmt: skip
def test_nothing_raises(value: Any, order: Literal["dmy", "mdy"]) -> None:
    reading = read_date(value, order=order)
    assert reading.nilai is None or all(1945 <= day.year <= 2100 for day in reading.nilai)
    assert reading.nilai is not None or reading.kode is not None or value is None or isinstance(value, str)
    assert date_order([value]) in {"dmy", "mdy", "mixed"}


@pytest.mark.parametrize("module", [dates, calendar])
def test_examples_in_the_docstrings(module: Any) -> None:
    assert doctest.testmod(module).failed == 0
