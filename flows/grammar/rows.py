"""What a row that is no data looks like: numbering, totals, notes, signatures, page marks, titles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from flows.grammar.text import fold, unspace

_NUMBER_MARK = re.compile(r"^[\(\[]?\s*[-−]?\s*(\d{1,2}|[a-z]|©|®)\s*[\)\]]?\s*(?:\.|=.*)?$", re.IGNORECASE)
_FORMULA_MARK = re.compile(r"^[\(\[]?\s*(\d{1,2})\s*[\)\]]?\s*=\s*[\(\[]?\d", re.IGNORECASE)
_TOTAL = re.compile(
    r"^(?:grand\s*|sub\s*[-.]?\s*)?(?:jumlah|total|jml|jlh|jumlahnya)\b"
    r"(?:\s+(?:total|jumlah|seluruh(?:nya)?|keseluruhan|semua(?:nya)?|besar|akhir|i{1,3}|iv|v|[a-e]|\d{1,2}))?"
    r"(?:\s*[\(/:].*)?[\s.:]*$",
    re.IGNORECASE,
)
_TOTAL_OF = re.compile(
    r"^(?:grand\s*|sub\s*[-.]?\s*)?(?:jumlah|total|jml|jlh)\s+"
    r"(?:kec\b|kecamatan|kab\b|kabupaten|kota|prov\b|provinsi|per\b|desa|kelurahan|kel\b|unit|ikm|industri|"
    r"dipindahkan|pindahan|halaman|bulan|triwulan|tahun|yang|dari|s/d|sampai|keseluruhan|seluruh|[ivx]+\b|[a-e]\b)",
    re.IGNORECASE,
)
_OPENS_TOTAL = re.compile(r"^(?:grand\s*|sub\s*[-.]?\s*)?(?:jumlah|total|jml|jlh)\b", re.IGNORECASE)
_AVERAGE = re.compile(
    r"^(?:nilai\s+)?(?:rata\s*[-–]?\s*rata|rerata|average|persentase|prosentase|%\s*capaian|"
    r"pindahan|jumlah pindahan)\b",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"^(?:\*+\)?|\d\)|ket(?:erangan|\.)?\s*[:;.]|ket\b|sumber(?:\s+data)?\s*[:;]|catatan\b|nb\b\s*[:.]?|note\s*:|cat\.|"
    r"keterangan\b)",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(
    r"^(?:mengetahui|menyetujui|disetujui|diketahui|dibuat oleh|yang membuat|pembuat|petugas|operator|pejabat|"
    r"a\.?n\.?\s|an\.\s|plt\.?\s|plh\.?\s|kepala\s+(?:dinas|bidang|seksi|bappe|badan|uptd?)|kadis|sekretaris\b|kabid\b|"
    r"ketua\s+tim|bendahara|pptk|ppk\b|kuasa pengguna|pengguna anggaran|nip\b|nip[.:\s]|pangkat|"
    r"pembina\b|penata\b|bupati|wali\s?kota|camat\b|lurah\b|kepala desa)",
    re.IGNORECASE,
)
_MONTH = r"(?:jan|feb|peb|mar|apr|mei|may|jun|jul|agu|ags|agt|aug|sep|okt|oct|nov|nop|des|dec)[a-z]*"
_PLACE_DATE = re.compile(
    rf"^(?:[A-Za-z][A-Za-z .'\-]{{2,40}}|[.…_ ]{{2,40}}),\s*(?:tgl\.?\s*)?(?:\d{{1,2}}|\.{{2,}}|…|_+)?"
    rf"\s*(?:{_MONTH}|\.{{2,}}|…|_+)\.?\s*(?:\d{{2,4}}|\.+|…|_+)?\s*$",
    re.IGNORECASE,
)
_PAGE = re.compile(
    r"^(?:halaman|hal\.?|page|lembar ke)\s*[-:]?\s*\d+(?:\s*(?:/|dari|of)\s*\d+)?$|^-\s*\d+\s*-$|^\d+\s*/\s*\d+$",
    re.IGNORECASE,
)
_PLACE = re.compile(r"(?:kec|kecamatan|distrik|desa|kel|kelurahan)\b", re.IGNORECASE)
_ROMAN = re.compile(r"^(?=[ivxlc])(?:x{0,3})(?:ix|iv|v?i{0,3})[.)]?$", re.IGNORECASE)


@lru_cache(maxsize=20_000)
def is_total_word(text: str) -> bool:
    """Whether the text opens a row of totals: JUMLAH, SUB TOTAL, T O T A L, Rata-rata …

    >>> is_total_word("T O T A L"), is_total_word("Jumlah Kec. Wara"), is_total_word("Jumlah Unit")
    (True, True, True)
    >>> is_total_word("Totalindo Jaya")
    False
    """
    plain = unspace(fold(text)).strip(" :.-*")
    return bool(_TOTAL.match(plain) or _TOTAL_OF.match(plain) or _AVERAGE.match(plain))


def opens_total(text: str) -> bool:
    """Whether the first word is one of totals, whatever follows: "Jumlah magang"."""
    return bool(_OPENS_TOTAL.match(unspace(fold(text)).strip(" :.-*")))


@lru_cache(maxsize=20_000)
def is_average_word(text: str) -> bool:
    """Whether the row states an average or share, not a sum."""
    return bool(_AVERAGE.match(unspace(fold(text)).strip(" :.-*")))


@lru_cache(maxsize=20_000)
def is_note(text: str) -> bool:
    """Ket: … / Sumber: … / *) …"""
    return bool(_NOTE.match(fold(text)))


@lru_cache(maxsize=20_000)
def is_signature(text: str) -> bool:
    """A line of the signature block: place and date, Mengetahui, Kepala Dinas, NIP …"""
    plain = fold(text)
    return bool(_SIGNATURE.match(plain) or _PLACE_DATE.match(plain))


def is_place_and_date(text: str) -> bool:
    """ "Barru, 27 Januari 2022" """
    return bool(_PLACE_DATE.match(fold(text)))


@lru_cache(maxsize=20_000)
def is_page_mark(text: str) -> bool:
    return bool(_PAGE.match(fold(text)))


def names_place(text: str) -> bool:
    """ "Kecamatan Balusu", "Desa Coppo": a text that opens with the word of a place below the district.

    >>> names_place("Kec. Barru"), names_place("Kecap Barru")
    (True, False)
    """
    return bool(_PLACE.match(fold(text)))


def is_roman(text: str) -> bool:
    """Whether the text is a roman numeral or a single letter, as sections are numbered."""
    return bool(_ROMAN.match(text.strip())) or bool(re.match(r"^[A-Za-z][.)]?$", text.strip()))


_ENUMERATOR = re.compile(r"^\(?(?:[ivxlc]{1,5}|[a-z]|\d{1,2})[.)]\s*(?=\S)", re.IGNORECASE)


def section_title(text: str) -> str:
    """What a section row names, without its mark and colon.

    >>> section_title("III. KECAMATAN : SUSUT"), section_title("A. Formal :")
    ('KECAMATAN SUSUT', 'Formal')
    """
    bare = (
        _ENUMERATOR.sub("", fold(text))
        if not fold(text).lower().startswith(("kec", "kel", "kab"))
        else fold(text)
    )
    return fold(bare.replace(":", " "))


def is_numbering(values: Sequence[object]) -> bool:
    """Whether the non-blank cells of a row count columns: 1 2 3, (1) (2), −1 −2, a b c, (5)=(3)+(4).

    >>> is_numbering(["(1)", "(2)", "(3)=(1)+(2)"]), is_numbering([-1.0, -2.0, -3.0]), is_numbering([1.0, "UD A", 5.0])
    (True, True, False)
    """
    marks: list[int] = []
    for value in values:
        if value is None or value == "":
            continue
        mark = _mark(value)
        if mark is None:
            return False
        marks.append(mark)
    for place, mark in enumerate(marks):
        if mark == 0 and place:  # "(c)" that the spreadsheet turned into ©
            marks[place] = marks[place - 1] + 1
    rising = sum(after == before + 1 for before, after in pairwise(marks))
    return len(marks) >= 2 and 0 < marks[0] <= 3 and rising >= 0.6 * (len(marks) - 1)


def _mark(value: object) -> int | None:
    """Position that a numbering cell states; 0 for a mark that Word or Excel mangled; None for other text."""
    if isinstance(value, bool):
        return None
    if isinstance(value, (int, float)):
        whole = abs(float(value))
        return int(whole) if 0 < whole < 100 and whole == int(whole) else None
    text = fold(value)
    if len(text) > 40:
        return None
    found = _FORMULA_MARK.match(text) or _NUMBER_MARK.match(text)
    if not found:
        return None
    mark = found.group(1).lower()
    if mark.isdecimal():
        return int(mark)
    return ord(mark) - 96 if mark.isascii() and mark.isalpha() else 0
