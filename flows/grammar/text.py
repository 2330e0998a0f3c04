"""Cells as text: folding, what counts as blank, ditto marks, letter-spaced words, prefixes of places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from functools import lru_cache
from string import ascii_letters, digits
from typing import Any

BLANK_PHRASES = frozenset(
    {"nihil", "kosong", "null", "none", "nil", "blank", "na", "n/a", "n.a", "n.a.", "x", "xx", "xxx",
     "tidak ada", "tdk ada", "tdk. ada", "tidak ada data", "data tidak ada", "belum ada", "blm ada",
     "blm. ada",
     "belum ada data", "data belum ada", "tidak tersedia", "data tidak tersedia", "tidak diketahui",
     "belum diisi", "tidak diisi", "tidak memiliki", "belum memiliki", "tidak punya", "belum punya",
     "belum pilih", "belum pilih komoditi", "belum pilih komoditas", "(kosong)", "(nihil)", "(tidak ada)"}
)  # fmt: skip

DITTO_WORDS = frozenset(
    {"sda", "s.d.a", "s.d.a.", "sd.a", "s.da", "s d a", "sda.", "s/d/a", "idem", "idem.", "id.", "sama",
     "sama dengan atas", "sama dengan di atas", "sama dengan diatas", "sama seperti di atas",
     "sama seperti diatas", "seperti di atas", "seperti diatas", "sama di atas", "sama diatas"}
)  # fmt: skip

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"))
_STROKES = re.compile(r"[\s\-–—‐‑‒―−_.·…=~]+")
LONGEST_DITTO = 24
# What no phrase of the list begins with settles nearly every cell at its first character.
_PLAIN_STARTS = frozenset(ascii_letters + digits)
_NOT_BLANK = _PLAIN_STARTS - {start for one in BLANK_PHRASES for start in (one[0], one[0].upper())}
_NOT_DITTO = _PLAIN_STARTS - {start for one in DITTO_WORDS for start in (one[0], one[0].upper())}
_DITTO_MARKS = re.compile(r"[\-–—\s]*(?:[\"“”„‟″〃]+|['‘’`´′]{2,}|,,|“|”)[\-–—\s]*")
_LETTERS_APART = re.compile(r"\s*[^\W\d_](?:\s+[^\W\d_]){2,}[\s.:]*")
_DESA = re.compile(r"(?:(?:desa|kelurahan)\b[\s.:/]*|(?:kel|ds|kelrh|klrh)(?:[.:]\s*|\s+))+(?=\S)", re.I)
_DESA_KEL = re.compile(
    r"(?:desa\s*/\s*(?:kelurahan|kel)|(?:kelurahan|kel)\s*/\s*desa|ds\s*/\s*kel)\b[\s.:]*", re.I
)
_KECAMATAN = re.compile(r"(?:kecamatan\b[\s.:]*|kec(?:[.:]\s*|\s+))+(?=\S)", re.I)


def fold(value: Any) -> str:
    """The cell as trimmed text with inner blanks and line breaks folded to one blank.

    Whole floats print without ".0", dates as dd/mm/yyyy, None as "".

    >>> fold("  Abon \\n ikan "), fold(5.0), fold(1.25), fold(None)
    ('Abon ikan', '5', '1.25', '')
    """
    if isinstance(value, str):
        return " ".join((value if value.isascii() else value.translate(_INVISIBLE)).split())
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, int):
        return str(value) if value.bit_length() < 2000 else hex(value)
    if isinstance(value, date):
        return _date_text(value)
    if isinstance(value, time):
        return f"{value.hour:02}:{value.minute:02}"
    return " ".join(str(value).split())


def all_folded(texts: Sequence[str]) -> bool:
    """Whether every one of the texts is sure to be as :func:`fold` would leave it; asked of many at once.

    >>> all_folded(["Abon ikan", "Dodol"]), all_folded(["Abon ikan ", "Dodol"]), all_folded(["Abon  ikan"])
    (True, False, False)
    """
    whole = "\n".join(texts)
    return (
        whole.isascii()
        and whole.count("\n") == max(len(texts) - 1, 0)
        and whole.replace("\n", "").isprintable()
        and "  " not in whole
        and "\n " not in whole
        and " \n" not in whole
        and not whole.startswith(" ")
        and not whole.endswith(" ")
    )


def _date_text(value: date) -> str:
    day = f"{value.day:02}/{value.month:02}/{value.year:04}"
    if isinstance(value, datetime) and (value.hour or value.minute):
        return f"{day} {value.hour:02}:{value.minute:02}"
    return day


def is_blank(value: Any) -> bool:
    """Whether the cell says nothing: empty, strokes or dots alone, nihil, tidak ada, n/a, x and the like.

    "0" and "??" do say something. A column of ticks must ask :func:`flows.grammar.categories.is_tick` first,
    because "x" is a tick there.

    >>> [is_blank(text) for text in (None, " - ", "Nihil", "Tidak Ada", "0", "??")]
    [True, True, True, True, False, False]
    """
    if value is None:
        return True
    return isinstance(value, str) and value[:1] not in _NOT_BLANK and _says_nothing(value)


@lru_cache(maxsize=20_000)
def _says_nothing(value: str) -> bool:
    text = fold(value)
    if not text or _STROKES.fullmatch(text):
        return True
    return len(text) <= 30 and text.casefold() in BLANK_PHRASES


def is_ditto(value: Any) -> bool:
    """Whether the cell repeats the one above it (``"``, ``''``, sda, idem, 〃). "s.d." alone means "up to".

    >>> [is_ditto(text) for text in ('"', "-''-", "s.d.a", "Idem", "s.d.", "sd")]
    [True, True, True, True, False, False]
    """
    return (
        isinstance(value, str)
        and len(value) <= LONGEST_DITTO
        and value[:1] not in _NOT_DITTO
        and _repeats_above(value)
    )


@lru_cache(maxsize=20_000)
def _repeats_above(value: str) -> bool:
    text = fold(value)
    return bool(_DITTO_MARKS.fullmatch(text)) or text.casefold() in DITTO_WORDS


def unspace(text: str) -> str:
    """A letter-spaced word put together; any other text unchanged.

    Words are told apart where two or more blanks stand between them.

    >>> unspace("T O T A L"), unspace("J O K O   W A T I"), unspace("A B Yusuf")
    ('TOTAL', 'JOKO WATI', 'A B Yusuf')
    """
    if not _LETTERS_APART.fullmatch(text):
        return text
    words = re.split(r"\s{2,}", text.strip())
    return " ".join("".join(word.split()) for word in words)


def strip_prefix_desa(text: str) -> str:
    """The name of a desa or kelurahan without its prefix.

    >>> strip_prefix_desa("Desa Kaluku"), strip_prefix_desa("Kel. Baru"), strip_prefix_desa("Kelapa")
    ('Kaluku', 'Baru', 'Kelapa')
    """
    return _stripped(_DESA, _stripped(_DESA_KEL, fold(text)))


def strip_prefix_kecamatan(text: str) -> str:
    """The name of a kecamatan without its prefix.

    >>> strip_prefix_kecamatan("Kec. Tompobulu"), strip_prefix_kecamatan("KECAMATAN : Wajo")
    ('Tompobulu', 'Wajo')
    """
    return _stripped(_KECAMATAN, fold(text))


def _stripped(prefix: re.Pattern[str], text: str) -> str:
    found = prefix.match(text)
    return text[found.end() :].lstrip(" .:") or text if found else text
