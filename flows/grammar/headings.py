"""What remains of a heading: its meaning-bearing words, whatever the case, the breaks and the short forms.

Units and scales in brackets are dropped, abbreviations written out, synonyms folded.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from schemas.wordings import ABBREVIATED_PHRASES, ABBREVIATIONS, FILLERS, SYNONYMS

_HYPHENATED = re.compile(r"(?<=[a-z])-\s*\n\s*(?=[a-z])")
_BRACKETS = re.compile(r"[\(\[\{]([^()\[\]{}]*)[\)\]\}]")
_SPACED = re.compile(r"\b(?:[A-Za-z]\s){2,}[A-Za-z]\b")
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_PER_PERIOD = re.compile(r"(?:/|\bper\b|\bse\s?tiap\b)\s*(?:tahun|thn|th|bulan|bln|minggu|hari)\b")
_ACRONYM_DOTS = re.compile(r"\b([a-z])\.(?=[a-z]\b)")
_MONEY = frozenset(
    "rp rupiah idr ribu ribuan juta jutaan milyar miliar milyaran miliaran triliun dalam jt rb persen x kali".split()
)
_COUNTED = frozenset("orang org jiwa".split())
_UNITS = _MONEY | _COUNTED | frozenset("unit buah satuan".split())
_SHORT_FIRST = re.compile("|".join(rf"\b{'[. ]+'.join(one.split())}\b" for one in ABBREVIATED_PHRASES))
_UNTIL = re.compile(r"\bs\s?[/.]\s?d\b\.?")
_GENDER_PAIR = re.compile(
    r"^\s*(?:jenis kelamin\s*)?\(?\s*(?:l\s*[/\-&]\s*p|lk\s*[/\-&]\s*pr?|p\s*/\s*l)\s*\)?\s*$"
)
_COUNTERS = frozenset({("nomor",), ("nomor", "urut"), ("urut",)})


_ABOUT = frozenset(
    "keadaan periode tahun bulan triwulan semester anggaran kabupaten kota daerah wilayah masa laporan per asal nama"
    " pemerintah pelaporan".split()
)


def is_about_the_report(text: str) -> bool:
    """Whether a text is the label of district or period, as in a title block: "Kab/Kota", "Periode Laporan".

    >>> is_about_the_report("Periode Laporan :"), is_about_the_report("Nama Kegiatan")
    (True, False)
    """
    words = set(tokens_of(text))
    return bool(words) and words <= _ABOUT and words != {"nama"}


@lru_cache(maxsize=50_000)
def tokens_of(text: str) -> tuple[str, ...]:
    """The meaning-bearing words of a heading, abbreviations written out, in order, each once.

    >>> tokens_of("Jml TK\\n(Orang)")
    ('jumlah', 'tenaga', 'kerja')
    >>> tokens_of("Nilai Produksi/Tahun (Rp. 000)")
    ('nilai', 'produksi')
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    plain = _HYPHENATED.sub("", plain)
    if _GENDER_PAIR.match(" ".join(plain.split())):
        return ("jenis", "kelamin")
    plain = _SPACED.sub(lambda found: found.group(0).replace(" ", "").replace("\n", ""), plain)
    # Blanks set letters apart from words; from here on they only part words.
    plain = " ".join(plain.split())
    plain = _BRACKETS.sub(_without_units, plain)
    plain = _PER_PERIOD.sub(" ", plain)
    plain = _UNTIL.sub(" selesai ", plain)
    plain = _ACRONYM_DOTS.sub(r"\1", plain)
    plain = _SHORT_FIRST.sub(lambda found: ABBREVIATED_PHRASES[_squeezed(found.group(0))], plain)
    words: list[str] = []
    for word in _WORD.findall(plain):
        for part in written_out(word):
            if len(part) > 1 and part not in FILLERS and part not in words:
                words.append(part)
    while (len(words) > 2 and words[-1] in _COUNTED) or (len(words) > 1 and words[-1] in _MONEY):
        words.pop()
    return tuple(words)


def _squeezed(text: str) -> str:
    return " ".join(text.replace(".", " ").split())


def _without_units(found: re.Match[str]) -> str:
    inner = found.group(1)
    words = _WORD.findall(inner)
    return " " if not words or all(word in _UNITS for word in words) else f" {inner} "


def is_counter(heading: str) -> bool:
    """Whether a heading stands above running numbers: No., Nomor Urut, Urut."""
    return tokens_of(heading) in _COUNTERS


@cache
def written_out(word: str) -> tuple[str, ...]:
    """The words a word stands for: abbreviations in full, synonyms as the columns are declared with them."""
    bare = word.replace("'", "")
    expanded = ABBREVIATIONS.get(bare, bare).split()
    return tuple(SYNONYMS.get(part, part) for part in expanded)


def variants(text: str) -> list[tuple[str, float]]:
    """Shorter readings of a heading: without what stands in brackets, and each side of a slash alone."""
    found = []
    bare = _BRACKETS.sub(" ", text)
    if bare.strip() and bare != text:
        found.append((bare, 0.97))
    sides = [side for side in bare.split("/") if len(side.strip()) > 2]
    if len(sides) > 1:
        found += [(side, 0.9) for side in sides]
    return found
