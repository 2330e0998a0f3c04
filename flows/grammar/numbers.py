"""Numbers as districts write them: measured quantities, counts, money, percent, years.

A dot is a separator of thousands and a comma the decimal sign unless the text itself, or the evidence of its
column (:func:`dot_role`), says otherwise. What could be two numbers is none.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from flows.grammar.dates import read_date
from flows.grammar.digits import Dots
from flows.grammar.figures import ABOUT, EXACT, LARGEST, Figure, figure_of
from flows.grammar.readings import BLANK, Reading, refused
from flows.grammar.scales import scale_of, take_scale
from flows.grammar.text import fold

__all__ = [
    "dot_role",
    "read_count",
    "read_money",
    "read_number",
    "read_percent_column",
    "read_year",
    "scale_of",
]

# Below this many rupiah nobody keeps sen: a fraction there is an amount in thousands or millions, unstated.
SEN_IS_NOTHING = 100_000

_DIGITS = re.compile(r"-?(?!0\d{8})\d{1,15}")
_EMPTY_RUPIAH = re.compile(r"\s*(?:rp|idr)\s*\.?[\s\-–—.,]*", re.I)
_DOUBT = re.compile(
    r"\?|\b(?:belum|blm|tidak|tdk|bukan|menyusul|kurang|atau|batal|rencana|target|sebelum|dari|ribu|juta|miliar|"
    r"milyar|triliun|rp|rupiah|idr)\b"
)
_UNIT = re.compile(r"[^\W\d_][^\d?*#@<>=+;:]*|%|[°/][^\d?*#@<>=+;:]+|[cdkm]?m[23](?:\W.*)?")


def read_number(value: Any, *, dots: Dots = "thousands") -> Reading:
    """A measured quantity as float; a unit behind it goes to ``satuan``.

    >>> read_number("1.234,5 kg").nilai, read_number("1.234,5 kg").satuan, read_number("1.500").nilai
    (1234.5, 'kg', 1500.0)
    >>> read_number("20-25").kode, read_number("1,500").kode, read_number("± 30").kode
    ('ANGKA_BERTENTANGAN', 'BUKAN_ANGKA', 'ANGKA_PERKIRAAN')
    """
    if isinstance(value, float) and math.isfinite(value):
        return Reading(value)
    if isinstance(value, str) and _DIGITS.fullmatch(value):
        return Reading(float(value))
    reading = _quantity(value, dots)
    if reading.nilai is None:
        return reading
    if abs(reading.nilai) >= EXACT:
        return refused("PRESISI_HILANG", "lebih dari 15 angka")
    return reading._replace(nilai=float(reading.nilai))


def read_count(value: Any, *, dots: Dots = "thousands") -> Reading:
    """A whole number of people, units or pieces as int. A fraction is refused, a negative number returned.

    >>> read_count("1.500 orang").nilai, read_count(5.0).nilai, read_count(1.738).kode
    (1500, 5, 'BUKAN_ANGKA')
    """
    if isinstance(value, float) and value.is_integer() and abs(value) < EXACT:
        return Reading(int(value))
    if isinstance(value, str) and _DIGITS.fullmatch(value):
        return Reading(int(value))
    reading = _quantity(value, dots)
    if reading.nilai is None:
        return reading
    if reading.satuan == "%":
        return refused("BUKAN_ANGKA", "persen, bukan jumlah")
    whole = reading.nilai.to_integral_value(ROUND_HALF_UP)
    noise = Decimal("1e-9") * max(1, abs(whole)) if isinstance(value, float) else 0
    if abs(reading.nilai - whole) > noise:
        return refused("BUKAN_ANGKA", "bukan bilangan bulat")
    if dots == "decimal" and _depends_on_dots(value):
        return refused("BUKAN_ANGKA", "titik bisa pemisah ribuan atau desimal")
    return reading._replace(nilai=int(whole))


def _depends_on_dots(value: Any) -> bool:
    """Whether a text is one number with its dot as separator of thousands and another with it as decimal."""
    both = (figure_of(value, "thousands"), figure_of(value, "decimal")) if isinstance(value, str) else ()
    return len({figure.amount for figure in both if isinstance(figure, Figure)}) > 1


def _quantity(value: Any, dots: Dots) -> Reading:
    """A number as Decimal with its unit; the common part of counts and measured quantities."""
    figure = figure_of(value, dots)
    if isinstance(figure, Reading):
        return figure
    if figure.currency:
        return refused("BUKAN_ANGKA", "uang, bukan jumlah")
    scale, tail, rough = take_scale(figure.tail, money=False)
    unit = _unit(tail)
    if unit is None:
        return refused("BUKAN_ANGKA", "ada kata di belakang angka")
    bound = figure.bound or (ABOUT if rough else "")
    return _doubted(Reading(figure.amount * (scale or 1), satuan=unit or None), bound)


def _unit(tail: str) -> str | None:
    """The unit word in the text behind a number: "" where there is none, None where it is something else."""
    outside = re.sub(r"\([^()]*\)", " ", tail).strip(" .,;:()'\"-")
    unit = " ".join((outside or tail.strip(" .,;:()'\"-")).split())
    if not unit:
        return None if "?" in tail else ""
    if len(unit) > 40 or len(unit.split()) > 4 or _DOUBT.search(tail) or not _UNIT.fullmatch(unit):
        return None
    return unit


def _doubted(reading: Reading, bound: str) -> Reading:
    return reading._replace(kode="ANGKA_PERKIRAAN", rincian={"jenis": bound}) if bound else reading


def read_money(value: Any, *, scale: int = 1, dots: Dots = "thousands") -> Reading:
    """Money as whole rupiah (int). ``scale``: what the header or title states (1_000 for "Rp. 000").

    A scale word in the cell takes the place of ``scale``. Where the header states thousands or more and the
    cell looks like whole rupiah ("Rp 1.250.000") there is no value but SATUAN_JANGGAL; so too where the cell
    holds a fraction of a small number of rupiah and nobody states a scale.

    >>> read_money("Rp 70 juta").nilai, read_money("1,5 M").nilai, read_money(22.25, scale=1_000_000).nilai
    (70000000, 1500000000, 22250000)
    >>> read_money("Rp 1.250.000", scale=1000).kode, read_money("Rp128.820.00").kode
    ('SATUAN_JANGGAL', 'BUKAN_ANGKA')
    """
    if scale == 1 and isinstance(value, str) and _DIGITS.fullmatch(value):
        return Reading(int(value))
    if isinstance(value, str) and _EMPTY_RUPIAH.fullmatch(value):
        return BLANK
    figure = figure_of(value, dots)
    if isinstance(figure, Reading):
        return figure
    if figure.spelled and scale > 1 and figure.amount < 1000:
        return refused("SATUAN_JANGGAL", "angka dalam kata-kata di bawah judul ribuan atau jutaan")
    scale = 1 if figure.spelled else scale
    own, tail, rough = take_scale(figure.tail, money=True)
    tail = re.sub(r"\b(?:rupiah|rp|idr)\b|[\s.,\-=()]+", "", tail)
    if tail:
        return refused("BUKAN_ANGKA", "ada kata di belakang uang")
    plain = figure.currency or "rupiah" in figure.tail
    if own is None and scale > 1 and plain and abs(figure.amount) >= 1_000_000:
        return refused("SATUAN_JANGGAL", "judul kolom menyebut ribuan atau jutaan, sel tampak rupiah penuh")
    rupiah = figure.amount * (own or scale)
    if (own or scale) == 1 and dots == "decimal" and _depends_on_dots(value):
        return refused("SATUAN_JANGGAL", "titik bisa pemisah ribuan atau desimal")
    if (own or scale) == 1 and abs(rupiah) < SEN_IS_NOTHING and rupiah != rupiah.to_integral_value():
        return refused("SATUAN_JANGGAL", "pecahan rupiah; skala (ribu atau juta) tidak disebut")
    if abs(rupiah) > LARGEST:
        return refused("BUKAN_ANGKA", "terlalu besar")
    stated = own or (1 if plain else None)
    whole = int(rupiah.to_integral_value(ROUND_HALF_UP))
    return _doubted(Reading(whole, skala=stated), figure.bound or (ABOUT if rough else ""))


def read_percent_column(values: Sequence[Any]) -> list[Reading]:
    """A column of percentages, read as a whole, as floats on the scale 0–100.

    Where every number without a "%" lies between 0 and 1 and some lie strictly between, the column holds
    fractions and they are multiplied by 100. Otherwise numbers are as written; where two or more, and a fifth
    of all, lie strictly between 0 and 1 they are doubted (SATUAN_JANGGAL beside the value), as is 1 among
    nothing but 0 and 1. A single one among larger numbers is an activity that has hardly begun.

    >>> [one.nilai for one in read_percent_column([0.88, 1.0, "45%", None])]
    [88.0, 100.0, 45.0, None]
    >>> [one.kode for one in read_percent_column([0.35, 0.5, 45, "81"])]
    ['SATUAN_JANGGAL', 'SATUAN_JANGGAL', None, None]
    """
    readings = [_percent(value) for value in values]
    bare = [one.nilai for one in readings if one.nilai is not None and one.satuan != "%"]
    within = bool(bare) and all(0 <= number <= 1 for number in bare)
    partly = any(0 < number < 1 for number in bare)
    doubtful = sum(0 < number < 1 for number in bare)
    out: list[Reading] = []
    for one in readings:
        if one.nilai is None or one.satuan == "%":
            out.append(_plain_percent(one, 1))
        elif within and partly:
            out.append(_plain_percent(one, 100))
        elif one.nilai == 1 if within else 0 < one.nilai < 1 and doubtful >= max(2, 0.2 * len(bare)):
            doubt = {"alasan": "bisa pecahan (0–1) atau persen (0–100)"}
            out.append(_plain_percent(one, 1)._replace(kode="SATUAN_JANGGAL", rincian=doubt))
        else:
            out.append(_plain_percent(one, 1))
    return out


def _plain_percent(one: Reading, factor: int) -> Reading:
    if one.nilai is None:
        return one
    return one._replace(nilai=round(float(one.nilai * factor), 10), satuan=None)


def _percent(value: Any) -> Reading:
    if isinstance(value, str):
        text = fold(value)
        # Nobody reports thousands of percent: one comma is the decimal sign, however many digits follow.
        value = re.sub(r"^([^.,]*\d),(\d{3})(?!\d)([^.,]*)$", r"\1.\2\3", text)
        value = re.sub(r"\b(?:persen|prosen|persent)\b", "%", value, flags=re.I)
    reading = _quantity(value, "decimal")
    if reading.nilai is not None and reading.satuan not in (None, "%"):
        return refused("BUKAN_ANGKA", "bukan persen")
    return reading


_SPOT = re.compile(r"\d[\d.,]*\d")
_PROVES_DECIMAL = re.compile(r"\d+\.(?:\d{1,2}|\d{5,})|0\.\d+|[1-9]\d{0,2}(?:,\d{3})+\.\d+")
_PROVES_THOUSANDS = re.compile(
    r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}(?:\.\d{3})+,\d+|\d+,(?:\d{1,2}|\d{4,})|0,\d+"
)


def dot_role(values: Iterable[Any]) -> Dots:
    """What one dot means in a column, by the evidence of its texts; "thousands" where nothing proves else.

    >>> dot_role(["1348.8", "7.978"]), dot_role(["1.234.567", "12.55"]), dot_role(["1.500"])
    ('decimal', 'thousands', 'thousands')
    """
    decimal = False
    for value in values:
        found = _SPOT.search(value) if isinstance(value, str) else None
        if not found:
            continue
        if _PROVES_THOUSANDS.fullmatch(found.group()):
            return "thousands"
        decimal = decimal or bool(_PROVES_DECIMAL.fullmatch(found.group()))
    return "decimal" if decimal else "thousands"


_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_YEAR_WORDS = re.compile(r"\b(?:tahun|thn|thun|th|ta|t\.\s?a|sejak|berdiri|mulai)\b\.?|[\s.:,'()]+", re.I)


def read_year(value: Any) -> Reading:
    """A year as int (1900–2100); of a whole date its year.

    >>> read_year("Thn 2012").nilai, read_year(2012.0).nilai, read_year("2012/2013").kode
    (2012, 2012, 'ANGKA_BERTENTANGAN')
    >>> read_year("'12").kode
    'BUKAN_ANGKA'
    """
    if isinstance(value, date):
        return Reading(value.year)
    if isinstance(value, str):
        text = fold(value)
        years = set(_YEARS.findall(text))
        if len(years) > 1:
            return refused("ANGKA_BERTENTANGAN", "lebih dari satu tahun")
        if years and not _YEAR_WORDS.sub("", _YEARS.sub("", text)):
            return Reading(int(years.pop()))
        if years and (day := read_date(text).nilai):
            return Reading(day[0].year)
    reading = read_count(value)
    if reading.nilai is None:
        return reading
    if not 1900 <= reading.nilai <= 2100 or reading.satuan:
        return refused("BUKAN_ANGKA", "bukan tahun")
    return reading
