"""The closed list of finding codes: how grave each is, who must act, and what people are told.

A message has four parts: what is wrong, what was expected, an example, and how to put it right. Details are
optional; where one is not known a general phrase stands in its place, so that a message can always be made.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal

from schemas.finding_texts import (
    Actor,
    FindingCode,
    Severity,
    Text,
    doubts,
    files,
    headers,
    numbers,
    places,
    rows,
    values,
)

__all__ = [
    "CODES", "HEADING_CODES", "MESSAGE_LIMIT", "Actor", "FindingCode", "Language", "Severity", "Text",
    "advice", "message", "severity", "split_message", "text_of", "title",
]  # fmt: skip

Language = Literal["id", "en"]

CODES: Mapping[str, FindingCode] = MappingProxyType(
    {
        code.kode: code
        for part in (files, places, headers, numbers, values, rows, doubts)
        for code in part.CODES
    }
)

#: Codes whose value is a heading: it names nobody, also where its column does.
HEADING_CODES = frozenset(code.kode for code in headers.CODES) - {"KOREKSI_DIPAKAI"}

MESSAGE_LIMIT = 400

# A detail brings its noun along, so that the sentence also reads well where the detail is not known:
# placeholder → where its detail is looked for; with it and without it in Indonesian, then in English.
_PHRASES: Mapping[str, tuple[tuple[str, ...], str, str, str, str]] = {
    "nilai": (("nilai",), '"{}"', "isinya", '"{}"', "its content"),
    "kolom": (("kolom",), "kolom {}", "kolom ini", "column {}", "this column"),
    "sel": (("sel",), "sel {}", "sel ini", "cell {}", "this cell"),
    "lembar": (("lembar",), "lembar {}", "lembar ini", "sheet {}", "this sheet"),
    "baris": (("baris",), "baris {}", "baris ini", "row {}", "this row"),
    "berkas": (("berkas",), "berkas {}", "berkas ini", "file {}", "this file"),
    "laporan": (("laporan",), "laporan {}", "laporan ini", "report {}", "this report"),
    "wilayah": (("wilayah",), "{}", "kabupaten/kota ini", "{}", "this district"),
    "periode": (("periode",), "periode {}", "periode laporan", "period {}", "the period of the report"),
    "pilihan": (("pilihan",), "{}", "lihat templat laporan", "{}", "see the report's template"),
    "calon": (
        ("pilihan", "sumber", "nilai"),
        "{}",
        "lihat judul dan nama berkas",
        "{}",
        "see title and file name",
    ),
    "banyak": (("pilihan",), "{}", "lebih dari satu hal", "{}", "more than one thing"),
    "harapan": (("harapan",), "{}", "angka yang mungkin", "{}", "a possible number"),
    "jumlah": (("jumlah",), "{}", "angka lain", "{}", "another number"),
    "selisih": (("selisih",), "{}", "tidak nol", "{}", "not zero"),
    "skala": (("skala", "jumlah"), "{}", "skala itu", "{}", "that scale"),
    "sumber": (("sumber",), "{}", "isi yang lain", "{}", "other content"),
    "kembaran": (("baris_pertama",), "baris {}", "baris sebelumnya", "row {}", "an earlier row"),
    "padanan": (("harapan", "kolom"), "{}", "hal yang sama", "{}", "the same"),
    "usul": (("harapan",), "misalnya {}", "dengan kata lengkap", "such as {}", "in full words"),
    "jenis": (("jenis",), "{}", "perkiraan", "{}", "approximate"),
    "hari_benar": (("hari_benar",), "{}", "lain", "{}", "another weekday"),
    "alasan": (("alasan",), "{}", "", "{}", ""),
}
_SUMS = frozenset({"jumlah", "selisih", "skala"})
_INDONESIAN = str.maketrans(",.", ".,")
_LISTS = frozenset({"pilihan", "calon", "banyak", "harapan", "alasan"})
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
# Longest a value and a list may be; the next pair is tried when the message would not fit.
_CUTS = ((60, 120), (45, 80), (30, 50), (18, 24), (10, 10))


def severity(kode: str, held: bool = False) -> Severity:
    """How grave the finding is; "galat" where it is why a row or a file was held back.

    Raises KeyError for a code that is not in the list.
    """
    return "galat" if held else CODES[kode].tingkat


def text_of(kode: str, bahasa: str = "id") -> Text | None:
    """The words of a code, Indonesian unless ``bahasa`` is "en"; None for a code that is not in the list."""
    code = CODES.get(kode)
    if code is None:
        return None
    return code.en if bahasa == "en" else code.id


def title(kode: str, bahasa: str = "id") -> str:
    """A few words that name the finding; the code itself where it is not in the list."""
    text = text_of(kode, bahasa)
    return text.title if text else kode


def advice(kode: str, bahasa: str = "id", **details: object) -> str:
    """How to put it right, one or two sentences; empty for a code that is not in the list."""
    text = text_of(kode, bahasa)
    return _sentence(text.cure, bahasa, details, _CUTS[0]) if text else ""


def message(kode: str, bahasa: str = "id", **details: object) -> str:
    """The whole message, at most 400 characters, for one finding.

    ``details``: ``nilai kolom sel lembar baris berkas laporan wilayah periode pilihan harapan jumlah selisih
    skala sumber jenis hari_benar baris_pertama``, and ``alasan``, a short phrase in brackets behind what is
    wrong. ``kolom`` is the printed title; the caller masks personal values. ``<name>_en`` goes before ``<name>`` in
    English. Never raises; a code that is not in the list is shown as it is.
    """
    text = text_of(kode, bahasa)
    if text is None:
        return kode
    reason = " ({alasan})." if _given("alasan", bahasa, details) else "."
    parts = (text.wrong.removesuffix(".") + reason, text.expected, text.example, text.cure)
    made = ""
    for cut in _CUTS:
        made = " ".join(_sentence(part, bahasa, details, cut) for part in parts)
        if len(made) <= MESSAGE_LIMIT:
            break
    return made


def split_message(kode: str, pesan: str) -> tuple[str, str]:
    """An Indonesian message of :func:`message` as what is wrong and expected, and how to put it right.

    A message that was worded otherwise (an older version) stays whole, with the general advice beside it.
    """
    ending = _cure_ending(kode)
    found = ending.search(pesan) if ending else None
    if found is None:
        return pesan, advice(kode)
    return pesan[: found.start()].rstrip(), found[0].strip()


@cache
def _cure_ending(kode: str) -> re.Pattern[str] | None:
    text = text_of(kode)
    if text is None:
        return None
    pieces = [re.escape(piece) for piece in _PLACEHOLDER.split(text.cure)[::2]]
    # The first letter of a sentence is made large when it is put together.
    return re.compile("(?:^| )" + ".+?".join(pieces) + "$", re.IGNORECASE | re.DOTALL)


def _sentence(pattern: str, bahasa: str, details: Mapping[str, object], cut: tuple[int, int]) -> str:
    made = _PLACEHOLDER.sub(lambda found: _phrase(found[1], bahasa, details, cut), pattern)
    return made[:1].upper() + made[1:]


def _phrase(name: str, bahasa: str, details: Mapping[str, object], cut: tuple[int, int]) -> str:
    sources, *phrases = _PHRASES[name]
    known, unknown = phrases[2:] if bahasa == "en" else phrases[:2]
    detail = next((one for source in sources if (one := _given(source, bahasa, details))), "")
    longest = len(detail) if name in _SUMS else cut[name in _LISTS]
    return (
        known.format(detail if len(detail) <= longest else detail[: longest - 1] + "…") if detail else unknown
    )


def _given(name: str, bahasa: str, details: Mapping[str, object]) -> str:
    """The detail as one line of text; sums in the language's way of writing numbers."""
    found = details.get(f"{name}_en") if bahasa == "en" else None
    found = details.get(name) if found is None else found
    if name in _SUMS and isinstance(found, (int, float)):
        written = f"{found:,.2f}".removesuffix(".00")
        return written if bahasa == "en" else written.translate(_INDONESIAN)
    return "" if found is None else " ".join(str(found).split())
