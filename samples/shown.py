"""How offices type a value: numbers with dots, money in thousands, dates in words, ticks for a gender."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


def dotted(value: float) -> str:
    """1250000 → 1.250.000."""
    return f"{value:,.0f}".replace(",", ".")


def rupiah(value: int) -> str:
    """1250000 → Rp. 1.250.000,-"""
    return f"Rp. {dotted(value)},-"


def rupiah_sen(value: int) -> str:
    """1250000 → Rp1.250.000,00"""
    return f"Rp{dotted(value)},00"


def scaled(by: int) -> Callable[[int], float]:
    """Money as a number of thousands or millions, for a column whose header says so."""

    def show(value: int) -> float:
        return value // by if value % by == 0 else value / by

    return show


def million_words(value: int) -> str:
    """18500000 → Rp 18,5 juta."""
    return "Rp " + f"{value / 1_000_000:g}".replace(".", ",") + " juta"


def long_date(value: date) -> str:
    """19 Juli 2022."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def slashed(value: date) -> str:
    """19/07/2022."""
    return f"{value.day:02}/{value.month:02}/{value.year}"


def weekday_date(value: date) -> str:
    """Selasa, 19 Juli 2022."""
    return f"{DAYS[value.weekday()]}, {long_date(value)}"


def days(value: tuple[date, date]) -> str:
    """A range of days as one cell: 19 - 25 Juli 2022, 28 Februari s/d 3 Maret 2022, 4 Mei 2021."""
    first, last = value
    if first == last:
        return long_date(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} - {long_date(last)}"
    return f"{first.day} {MONTHS[first.month - 1]} s/d {long_date(last)}"


def tick(gender: str) -> Callable[[str], str | None]:
    """One of two columns L and P: a mark where the person is of that gender."""
    return lambda value: "√" if value == gender else None


def words(**pairs: str) -> Callable[[str], str]:
    """A category as the office writes it; ``_`` in a keyword stands for a blank."""
    spelled = {key.replace("_", " "): text for key, text in pairs.items()}
    return lambda value: spelled.get(value, value)


def before(prefix: str) -> Callable[[Any], str]:
    """The value behind a prefix: Desa, Kec."""
    return lambda value: f"{prefix}{value}"


def upper(value: str) -> str:
    return value.upper()


def mobile_dashes(value: str) -> str:
    """+6281234567890 → 0812-3456-7890."""
    local = "0" + value[3:]
    return f"{local[:4]}-{local[4:8]}-{local[8:]}"


def mobile(value: str) -> str:
    """+6281234567890 → 081234567890."""
    return "0" + value[3:]


def mobile_number(value: str) -> int:
    """+6281234567890 → 81234567890: Excel ate the zero."""
    return int(value[3:])


def percent_sign(value: float) -> str:
    """32.5 → 32,5%."""
    return f"{value:g}".replace(".", ",") + "%"


def fraction(value: float) -> float:
    """32.5 → 0.325, as a cell formatted in percent holds it."""
    return round(value / 100, 6)


FUNDS = words(
    DAK_Nonfisik="DAK Non Fisik",
    DAK_Fisik="DAK Fisik",
    APBD_Provinsi="APBD Prov.",
    **{"APBD Kabupaten/Kota": "APBD Kab."},
)
"""Sources of funds as most of the sample offices write them."""
