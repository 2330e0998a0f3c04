"""What the page says, in Bahasa Indonesia and English, and how it writes figures, days and periods."""

from __future__ import annotations

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from schemas.period_codes import period_of

MONTHS = (
    "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des".split(),
    "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(),
)
_ROMAN = ("I", "II", "III", "IV")
#: From which amount on a tile and a bar write it in a larger unit.
SCALES = (
    (10**12, "triliun", "tn"),
    (10**9, "miliar", "bn"),
    (10**6, "juta", "mn"),
)
NOTHING = "–"
_INDONESIAN = str.maketrans(",.", ".,")


class Both(NamedTuple):
    """A text in Bahasa Indonesia and in English."""

    id: str
    en: str

    def fill(self, **details: object) -> Both:
        """With its details; a detail that is itself :class:`Both` in the language of the text."""
        made = (
            text.format(**{name: one[at] if isinstance(one, Both) else one for name, one in details.items()})
            for at, text in enumerate(self)
        )
        return Both(*made)


def same(text: str) -> Both:
    """A text that is the same in both languages: a name."""
    return Both(text, text)


def number(value: int | float | None) -> Both:
    """A figure as each language writes it, with one decimal where it is no whole number: 1.234 and 1,234."""
    if value is None:
        return same(NOTHING)
    written = f"{_rounded(value):,}"
    return Both(written.translate(_INDONESIAN), written)


def short_number(value: int | float | None) -> Both:
    """A figure for a small place: from a million on with its unit, as in "1,2 miliar" and "1.2 bn"."""
    for size, in_indonesian, in_english in SCALES if value is not None else ():
        # What rounds up to the next unit is written in it.
        if value is not None and abs(value) >= size - size // 2000:
            made = number(float(_rounded(Decimal(value) / size)))
            return Both(f"{made.id} {in_indonesian}", f"{made.en} {in_english}")
    return number(value)


def signed_percent(value: float) -> Both:
    """A change: +3,4%, −8%."""
    made = number(abs(value))
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return Both(f"{sign}{made.id}%", f"{sign}{made.en}%")


def _rounded(value: int | float | Decimal) -> Decimal:
    exact = Decimal(value)
    if exact == exact.to_integral_value():
        return exact.to_integral_value()
    rounded = exact.quantize(Decimal("0.1"), ROUND_HALF_UP)
    return rounded.to_integral_value() if rounded == rounded.to_integral_value() else rounded


def day(when: date | None) -> Both:
    """A day: 7 Agu 2022, 7 Aug 2022."""
    if when is None:
        return same(NOTHING)
    return Both(*(f"{when.day} {months[when.month - 1]} {when.year}" for months in MONTHS))


def moment(when: datetime | None) -> Both:
    """A day with its time: 7 Agu 2022 pukul 08.15, 7 Aug 2022, 08:15."""
    if when is None:
        return same(NOTHING)
    on = day(when)
    return Both(f"{on.id} pukul {when:%H.%M}", f"{on.en}, {when:%H:%M}")


def period(kode: str | None) -> Both:
    """A period code as people say it: TW II 2021, Q2 2021; several, separated by commas, one after the other."""
    if not kode:
        return same(NOTHING)
    made = [_one_period(one.strip()) for one in kode.split(",")]
    return Both(", ".join(one.id for one in made), ", ".join(one.en for one in made))


def _one_period(kode: str) -> Both:
    try:
        jenis = period_of(kode).jenis
    except ValueError:
        return same(kode)
    year, _, part = kode.partition("-")
    if jenis == "bulan":
        return Both(*(f"{months[int(part) - 1]} {year}" for months in MONTHS))
    if jenis == "tahun":
        return same(year)
    place = int(part[1])
    word, letter = ("Smt", "H") if jenis == "semester" else ("TW", "Q")
    return Both(f"{word} {_ROMAN[place - 1]} {year}", f"{letter}{place} {year}")


UNITS = {
    "unit": Both("unit usaha", "businesses"),
    "orang": Both("orang", "people"),
    "rupiah": Both("rupiah", "rupiah"),
    "persen": Both("persen", "percent"),
    "baris": Both("baris", "rows"),
    "kegiatan": Both("kegiatan", "activities"),
    "sentra": Both("sentra", "sentra"),
}
GRAINS = {
    "tahun": Both("Per tahun", "By year"),
    "semester": Both("Per semester", "By half-year"),
    "triwulan": Both("Per triwulan", "By quarter"),
    "bulan": Both("Per bulan", "By month"),
}
STATUS = {
    "dimuat": Both("dimuat", "loaded"),
    "dimuat_sebagian": Both("dimuat sebagian", "loaded in part"),
    "ditolak": Both("ditolak", "refused"),
    "duplikat": Both("isi sama, sudah ada", "same content again"),
    "digantikan": Both("sudah diganti yang lebih baru", "replaced by a newer one"),
    "ditarik": Both("ditarik", "withdrawn"),
}
#: Sign, a word to be heard in its place, and what it means.
STANDING = {
    "masuk": ("✓", Both("dimuat", "loaded"), Both("dimuat, tidak ada baris yang ditahan", "loaded, no rows held back")),
    "sebagian": ("◐", Both("sebagian", "in part"),
                 Both("dimuat, sebagian barisnya ditahan", "loaded, some rows held back")),
    "ditolak": ("✕", Both("tidak berlaku", "not in force"),
                Both("dikirim, tetapi tidak ada yang berlaku", "sent, but nothing of it in force")),
    "belum": (NOTHING, Both("belum", "none"), Both("belum diterima", "not received")),
    "tepat_waktu": ("✓", Both("tepat waktu", "on time"), Both("tepat waktu", "on time")),
    "terlambat": ("◷", Both("terlambat", "late"), Both("terlambat (hari)", "late (days)")),
    "belum_masuk": ("!", Both("belum", "missing"),
                    Both("belum masuk, lewat tenggat (hari)", "missing, overdue (days)")),
    "diperpanjang": ("→", Both("diperpanjang", "extended"), Both("diperpanjang", "extended")),
    "belum_jatuh_tempo": ("·", Both("belum jatuh tempo", "not due"), Both("belum jatuh tempo", "not due yet")),
}  # fmt: skip
LEVELS = {"galat": Both("galat", "error"), "peringatan": Both("peringatan", "warning")}
ACTORS = {
    "kabupaten": Both("kabupaten/kota", "the district"),
    "petugas": Both("petugas data", "the data officer"),
    "tidak ada": Both("tidak ada", "nobody"),
}
