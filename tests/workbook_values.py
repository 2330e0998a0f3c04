"""How the made-up workbooks write a value into a cell: numbers, money, dates, identifiers, categories."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from tests.workbook_kinds import KINDS
from tests.workbook_places import MONTHS
from tests.workbook_titles import spellings

Truth = str | int | float | None


@dataclass(frozen=True, slots=True)
class Broken:
    """A formula cell that shows an error, such as #REF!."""

    text: str


@dataclass(frozen=True, slots=True)
class Sum:
    """A formula cell with its stored result."""

    formula: str
    result: int | float


Raw = str | int | float | date | Broken | Sum | None

SCALES: dict[int, tuple[str, ...]] = {
    1: ("(Rp)", "(Rp.)", "", "(Rupiah)", "Rp"),
    1_000: ("(Rp. 000)", "(Rp.000,-)", "(dlm ribuan Rp)", "(x Rp 1.000)", "(Ribu Rupiah)"),
    1_000_000: ("(Rp. Juta)", "(Juta Rp)", "(dlm jutaan rupiah)", "(Rp juta)", "(Jutaan Rp)"),
}
TITLE_SCALES = {1_000: "(dalam ribuan rupiah)", 1_000_000: "(nilai dalam jutaan rupiah)"}
TENS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh")
DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jum'at", "Sabtu", "Minggu")
SHORT_MONTHS = ("Jan", "Peb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agt", "Sept", "Okt", "Nop", "Des")
PEOPLE_COLUMNS = {
    "tenaga_kerja",
    "tenaga_kerja_l",
    "tenaga_kerja_p",
    "jumlah_peserta",
    "jumlah_orang",
    "jumlah_pembeli",
}


@dataclass(slots=True)
class Style:
    """How one officer writes values, the same through one table; ``scale`` divides money that is a number."""

    money: str = "number"  # number dots rp comma words
    scale: int = 1
    scale_in_title: bool = False
    count: str = "number"  # number dots people words
    decimal: str = "number"  # number comma
    percent: str = "number"  # number fraction sign comma
    day: str = "excel"  # excel long short slash dash dot iso weekday
    gender: int = 0
    nik: str = "text"
    phone: str = "plain"
    number_codes: bool = False
    desa: str = ""
    kecamatan: str = ""
    upper: bool = False
    blanks: tuple[str | None, ...] = (None,)


def dotted(value: int | float, decimals: int = 0) -> str:
    """1234567.5 → 1.234.567,5 as Indonesians write it."""
    text = f"{value:,.{decimals}f}"
    return text.replace(",", "_").replace(".", ",").replace("_", ".")


def plain(value: float) -> int | float:
    return int(value) if float(value).is_integer() else value


def money(value: int, style: Style, rng: Random) -> Raw:
    if style.scale > 1:
        shown = plain(round(value / style.scale, 6))
        return shown if style.money == "number" or not isinstance(shown, int) else dotted(shown)
    if style.money == "dots":
        return dotted(value)
    if style.money == "rp":
        return rng.choice(("Rp {}", "Rp. {},-", "Rp{},00", "Rp. {}", "{},-", "Rp.{},-")).format(dotted(value))
    if style.money == "comma":
        return f"{value:,}.00"
    if style.money == "words":
        if value >= 1_000_000_000 and value % 10_000_000 == 0:
            amount = dotted(value / 1e9, 2).rstrip("0").rstrip(",")
            return rng.choice(("{} Milyar", "Rp {} M", "Rp. {} miliar", "{} milyar")).format(amount)
        if value % 100_000 == 0:
            amount = dotted(value / 1e6, 1).removesuffix(",0")
            return rng.choice(("{} Jt", "Rp {} juta", "{} juta", "Rp. {}jt")).format(amount)
        return dotted(value)
    return value


def count(column: str, value: int, style: Style, rng: Random) -> Raw:
    if style.count == "dots":
        return dotted(value)
    if column in PEOPLE_COLUMNS:
        if style.count == "people":
            return f"{dotted(value)} {rng.choice(('org', 'orang', 'Org.'))}"
        if style.count == "words" and value <= 10:
            return f"{value} ({TENS[value]})"
    return value


def day_text(value: date, how: str) -> Raw:
    """One day in one of the ways of writing it; ``how`` "excel" leaves a true date."""
    day, month, year = value.day, value.month, value.year
    forms: dict[str, Raw] = {
        "long": f"{day} {MONTHS[month - 1]} {year}",
        "short": f"{day:02d}-{SHORT_MONTHS[month - 1]}-{year}",
        "slash": f"{day:02d}/{month:02d}/{year}",
        "dash": f"{day}-{month}-{year}",
        "dot": f"{day:02d}.{month:02d}.{year % 100:02d}",
        "iso": value.isoformat(),
        "weekday": f"{DAYS[value.weekday()]}, {day} {MONTHS[month - 1]} {year}",
    }
    return forms.get(how, value)


def range_text(first: date, last: date, rng: Random) -> str:
    """First and last day in one cell."""
    link = rng.choice((" s/d ", "-", " – ", " s.d. ", " sampai dengan ", " sd "))
    end = f"{last.day} {MONTHS[last.month - 1]} {last.year}"
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}{link}{end}"
    return f"{first.day} {MONTHS[first.month - 1]}{link if link != '-' else ' - '}{end}"


def identifier(kind: str, value: str, style: Style) -> Raw:
    if kind == "nik":
        spaced = f"{value[:6]} {value[6:12]} {value[12:]}"
        groups = f"{value[:4]}-{value[4:8]}-{value[8:12]}-{value[12:]}"
        return {"quote": f"'{value}", "spaced": spaced, "groups": groups}.get(style.nik, value)
    if kind == "phone":
        local = "0" + value.removeprefix("+62")
        forms: dict[str, Raw] = {
            "dashes": f"{local[:4]}-{local[4:8]}-{local[8:]}",
            "spaces": f"{local[:4]} {local[4:8]} {local[8:]}",
            "plus": f"+62 {value[3:6]}-{value[6:10]}-{value[10:]}",
            "number": int(local),
            "62": value[1:],
        }
        return forms.get(style.phone, local)
    return int(value) if style.number_codes else value


def region(kind: str, value: str, style: Style) -> str:
    prefix = style.desa if kind == "desa" else style.kecamatan
    return f"{prefix}{value.upper() if style.upper else value}"


GENDERS = (("L", "P"), ("Lk", "Pr"), ("Laki-laki", "Perempuan"), ("Pria", "Wanita"), ("LK", "PR"), ("l", "p"))


def write(report: str, column: str, value: Truth | date, style: Style, rng: Random) -> Raw:
    """The cell for a value; None becomes one of the officer's blanks."""
    kind = KINDS.get(column, "text")
    if value is None:
        return rng.choice(style.blanks)
    if isinstance(value, date):
        how = style.day if style.day != "weekday" or column != "berlaku_sampai" else "long"
        return day_text(value, how)
    if kind == "money":
        return money(int(value), style, rng)
    if kind == "count":
        return count(column, int(value), style, rng)
    if kind == "decimal":
        number = float(value)
        return dotted(number, 2) if style.decimal == "comma" else plain(number)
    if kind == "percent":
        number = float(value)
        signs: dict[str, Raw] = {
            "sign": f"{dotted(number, 2)}%",
            "comma": dotted(number, 2),
            "fraction": round(number / 100, 6),
        }
        return signs.get(style.percent, plain(number))
    if kind == "gender":
        return GENDERS[style.gender]["LP".index(str(value))]
    if kind in {"nik", "nib", "kbli", "phone"}:
        return identifier(kind, str(value), style)
    if kind in {"desa", "kecamatan"}:
        return region(kind, str(value), style)
    if (words := spellings(report, column)) is not None:
        return rng.choice(words[str(value)])
    if kind == "text" and style.upper:
        return str(value).upper()
    return value


def later(value: date, days: int, last: date) -> date:
    """``days`` after ``value``, but not beyond ``last``."""
    return min(value + timedelta(days=days), last)
