"""Numbers that name something: NIK, NIB, KBLI, telephone. A damaged one is never repaired."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

from flows.grammar.readings import BLANK, Reading, refused
from flows.grammar.text import fold, is_blank

PROVINCES = frozenset(
    str(number)
    for first, last in ((11, 19), (21, 21), (31, 36), (51, 53), (61, 65), (71, 76), (81, 82), (91, 97))
    for number in range(first, last + 1)
)

_DAYS_OF_ANY_MONTH = frozenset(f"{day + women:02}" for day in range(1, 29) for women in (0, 40))
_MONTHS = frozenset(f"{month:02}" for month in range(1, 13))

_MARKS = re.compile(r"[\s.'’‘`´\"_-]+")
_SCIENTIFIC = re.compile(r"\d+(?:[.,]\d+)?\s*e\s*\+?\s*\d+", re.I)
_LABEL = re.compile(r"^(?:nik|nib|no\.?\s*ktp|no\.?|kbli|kode)\b[\s.:]*", re.I)


def _digits(value: Any) -> str:
    """The cell without blanks, apostrophes, dots, dashes and a leading label; whole numbers as digits."""
    return _MARKS.sub("", _LABEL.sub("", fold(value)))


def read_nik(value: Any, gender: str | None = None) -> Reading:
    """A national id as 16 digits. ``gender`` ("L" or "P"): what the row says of the person.

    A NIK stored as a number lost its last digit (Excel keeps 15): PRESISI_HILANG. A NIK whose structure or
    birth date cannot be is NIK_TIDAK_SAH; one that contradicts ``gender`` likewise, but keeps its value.

    >>> read_nik("'7371 0156 0790 0001").nilai, read_nik(7.37101560790001e15).kode
    ('7371015607900001', 'PRESISI_HILANG')
    """
    if is_blank(value):
        return BLANK
    if isinstance(value, str) and len(value) == 16 and value.isascii() and value.isdigit():
        return _structured(value, gender)
    if isinstance(value, bool):
        return refused("NIK_TIDAK_SAH", "bukan angka")
    if isinstance(value, int | float) and 10**15 <= abs(value) < 10**17:
        return refused("PRESISI_HILANG", "disimpan sebagai angka")
    text = fold(value)
    if _SCIENTIFIC.fullmatch(text):
        return refused("PRESISI_HILANG", "ditulis sebagai pangkat sepuluh")
    nik = _digits(text)
    if not (nik.isascii() and nik.isdigit()):
        return refused("NIK_TIDAK_SAH", "bukan angka")
    if len(nik) != 16:
        return refused("NIK_TIDAK_SAH", f"{len(nik)} angka, seharusnya 16")
    return _structured(nik, gender)


def plain_nik(text: str) -> str | None:
    """What :func:`read_nik` reads without a doubt from 16 digits; None for all else."""
    return text if len(text) == 16 and text.isascii() and text.isdigit() and not _nik_fault(text) else None


def _structured(nik: str, gender: str | None) -> Reading:
    if alasan := _nik_fault(nik):
        return refused("NIK_TIDAK_SAH", alasan)
    if gender in ("L", "P") and nik_birth(nik)[1] != gender:
        return Reading(nik, "NIK_TIDAK_SAH", rincian={"alasan": "jenis kelamin berbeda dengan NIK"})
    return Reading(nik)


def _nik_fault(nik: str) -> str | None:
    if nik[:2] not in PROVINCES:
        return "kode provinsi"
    if not 1 <= int(nik[2:4]) <= 79:
        return "kode kabupaten/kota"
    if nik[4:6] == "00":
        return "kode kecamatan"
    if not (nik[6:8] in _DAYS_OF_ANY_MONTH and nik[8:10] in _MONTHS) and nik_birth(nik)[0] is None:
        return "tanggal lahir"
    return "nomor urut 0000" if nik[12:] == "0000" else None


def nik_birth(nik: str, *, as_of: date | None = None) -> tuple[date | None, Literal["L", "P"]]:
    """Birth date (None where it cannot be) and sex that 16 digits of a NIK carry.

    The century is the later one in which the person is born by ``as_of`` (today where not given).

    >>> nik_birth("7371015607900001")
    (datetime.date(1990, 7, 16), 'P')
    """
    if len(nik) != 16 or not (nik.isascii() and nik.isdigit()):
        return None, "L"
    day, month, year = int(nik[6:8]), int(nik[8:10]), int(nik[10:12])
    sex: Literal["L", "P"] = "P" if day > 40 else "L"
    latest = as_of or date.today()
    for century in (2000, 1900):
        try:
            born = date(century + year, month, day - 40 if day > 40 else day)
        except ValueError:
            continue
        if born <= latest:
            return born, sex
    return None, sex


def read_nib(value: Any) -> Reading:
    """A business number as 13 digits, else NIB_TIDAK_SAH.

    >>> read_nib(9120001234567.0).nilai, read_nib("Ada").kode
    ('9120001234567', 'NIB_TIDAK_SAH')
    """
    if is_blank(value):
        return BLANK
    if isinstance(value, str) and plain_nib(value):
        return Reading(value)
    text = fold(value)
    if _SCIENTIFIC.fullmatch(text):
        return refused("PRESISI_HILANG", "ditulis sebagai pangkat sepuluh")
    nib = _digits(text)
    if isinstance(value, bool) or not (nib.isascii() and nib.isdigit()):
        return refused("NIB_TIDAK_SAH", "bukan angka")
    if len(nib) != 13:
        return refused("NIB_TIDAK_SAH", f"{len(nib)} angka, seharusnya 13")
    return Reading(nib) if nib.strip("0") else refused("NIB_TIDAK_SAH", "nol semua")


def plain_nib(text: str) -> str | None:
    """What :func:`read_nib` reads without a doubt from 13 digits; None for all else."""
    return text if len(text) == 13 and text.isascii() and text.isdigit() and text.strip("0") else None


_KBLI = re.compile(r"(?:[A-Ua-u][\s.\-]?)?(\d{5})((?:[\s\-–—:;,(/]|\.\s).*|\.)?")
_KBLI_DOTTED = re.compile(r"(?:[A-Ua-u][\s.]?)?(\d{2})[.\s](\d{3}|\d\.?\d{2}|\d{1}\.\d\.?\d)")


def read_kbli(value: Any, known: Mapping[str, object] | None = None) -> Reading:
    """A KBLI code as 5 digits; with ``known``, one of its keys. Several codes in a cell are none.

    >>> read_kbli("10298 - Industri pengolahan").nilai, read_kbli(10298.0).nilai, read_kbli("1029").kode
    ('10298', '10298', 'KBLI_TIDAK_SAH')
    """
    if is_blank(value):
        return BLANK
    text = _LABEL.sub("", fold(value).lstrip("'"))
    found = _KBLI.fullmatch(text)
    code = found.group(1) if found and not isinstance(value, bool) else None
    if found and re.search(r"\d{4}", found.group(2) or ""):
        return refused("KBLI_TIDAK_SAH", "lebih dari satu kode")
    if code is None and (dotted := _KBLI_DOTTED.fullmatch(text)) and isinstance(value, str):
        code = _MARKS.sub("", dotted.group(1) + dotted.group(2))
    if code is None or not code.isascii():
        return refused("KBLI_TIDAK_SAH", "bukan 5 angka")
    if known is not None and code not in known:
        return refused("KBLI_TIDAK_SAH", "tidak ada dalam daftar KBLI")
    return Reading(code)


_BETWEEN_PHONES = re.compile(r"[/,;&|\\]|\b(?:dan|atau)\b", re.I)
_PHONE_LABEL = re.compile(
    r"\b(?:no|nomor|hp|wa|whatsapp|telp|telpon|telepon|tlp|tel|kantor|rumah|fax|ext)\b\.?:?", re.I
)
_PLAIN_PHONE = re.compile(r"0[2-9][0-9]{6,12}")
_PHONE = re.compile(r"\(?\+?[\d\s.()\-'’+]+")


def read_phone(value: Any) -> Reading:
    """A telephone number in E.164 ("+62…"); of several in a cell the first that is one.

    >>> read_phone("0812-3456-789").nilai, read_phone(85195693022.0).nilai, read_phone("(0411) 423456").nilai
    ('+628123456789', '+6285195693022', '+62411423456')
    """
    if is_blank(value):
        return BLANK
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return refused("TELEPON_TIDAK_SAH", "bukan nomor telepon")
    if isinstance(value, str) and (plain := plain_phone(value)):
        return Reading(plain)
    text = _PHONE_LABEL.sub(" ", fold(value))
    if len(text) > 120:
        return refused("TELEPON_TIDAK_SAH", "teks panjang")
    for piece in _BETWEEN_PHONES.split(text):
        candidates = (
            [piece, *re.split(r"\s+", piece.strip())] if len(re.sub(r"\D", "", piece)) > 15 else [piece]
        )
        for one in candidates:
            if phone := _one_phone(one):
                return Reading(phone)
    return refused("TELEPON_TIDAK_SAH", "bukan nomor telepon")


def plain_phone(text: str) -> str | None:
    """What :func:`read_phone` reads from a national number without any mark; None for all else."""
    return f"+62{text[1:]}" if _PLAIN_PHONE.fullmatch(text) else None


def _one_phone(text: str) -> str | None:
    text = re.sub(r"\((?:wa|hp|[^\d()]*)\)", " ", text).strip(" .:-'’")
    text = re.sub(r"^[^\W\d_]+[\s.:]+|[\s.:]+[^\W\d_]+$", "", text).strip()
    if not text.isascii() or not _PHONE.fullmatch(text):
        return None
    digits = re.sub(r"\D", "", text)
    if "+" in text and not digits.startswith("62"):
        return f"+{digits}" if 8 <= len(digits) <= 15 and digits[0] != "0" else None
    if digits.startswith("0062"):
        digits = digits[2:]
    if digits.startswith("62"):
        national = digits[2:].removeprefix("0")
    elif digits.startswith("0"):
        national = digits[1:]
    else:
        national = digits if digits.startswith("8") and len(digits) >= 9 else ""
    return f"+62{national}" if 7 <= len(national) <= 13 and national[0] not in "01" else None
