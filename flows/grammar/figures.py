"""The digits of a cell and what stands around them: sign, currency, bounds ("sekitar"), unit, number words.

Everything is exact (Decimal). Where a text could mean two numbers there is no number.
"""

from __future__ import annotations

import math
import re
import unicodedata
from datetime import date, time
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

from flows.grammar.digits import Dots, decode
from flows.grammar.readings import BLANK, Reading, refused
from flows.grammar.scales import take_scale
from flows.grammar.text import fold, is_blank
from flows.grammar.words import leading_number, number_words


class Figure(NamedTuple):
    """A number found in a text: ``tail`` is the text behind it, ``bound`` says about/at least/at most.

    ``currency``: the text says Rp or ends in ",-". ``spelled``: the number stands in words only.
    """

    amount: Decimal
    tail: str
    currency: bool = False
    bound: str = ""
    spelled: bool = False


LARGEST = 2**63 - 1
EXACT = 2**53  # a float cell beyond this may have lost its last digits
_TELEPHONE = re.compile(r"0\d{8,}")

ABOUT, AT_LEAST, AT_MOST, PRELIMINARY = "kira-kira", "paling sedikit", "paling banyak", "sementara"

_ERROR = re.compile(
    r"#(?:REF!|N/A|DIV/0!|VALUE!|NAME\?|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA|####*)|err:\d+", re.I
)
_SCIENTIFIC = re.compile(r"[-+]?\d+(?:[.,]\d+)?e[-+]?\d+", re.I)
_CORE = re.compile(r"\d{1,3}(?: \d{3}){2,}(?:,\d{1,2})?(?![\d.,])|\d(?:[\d.,]*\d)?")
_UNIT_POWER = re.compile(r"\b([cdkm]?m)\s?[23²³]")
_FALSE_DIGIT = re.compile(r"[oil|]+(?![a-z])|[a-z]{1,2}\d")
_DASH_END = re.compile(r"\s?[.,]\s*(?:-+|=)")
_DASHES = dict.fromkeys(map(ord, "\u2212\u2013\u2014\u2010\u2011\uff0d"), "-")
_WIDE = {
    0xFF0E: ".",
    0xFF0C: ",",
    0xFF05: "%",
    0xFF08: "(",
    0xFF09: ")",
    0xFF0B: "+",
    0x2019: "'",
    0x2018: "'",
}
_TRANSLATE = {**_DASHES, **_WIDE}

_BOUNDS = (
    (
        ABOUT,
        r"±|\+\s?/\s?-|\+-|~|≈|sekitar|sekira|kurang\s?lebih|kira\s?-?\s?kira|perkiraan|diperkirakan|"
        r"estimasi|est\b|l\.?k\.(?=\W)|lk\b|k\.l\.|kl\b|hampir|mendekati|rata-?\s?rata",
    ),
    (
        AT_LEAST,
        r">=?|≥|lebih\s+dari|lebih|minimal|minimum|min\b|paling\s+sedikit|sedikitnya|paling\s+kurang|"
        r"sekurang-kurangnya|di\s?atas",
    ),
    (
        AT_MOST,
        r"<=?|≤|sampai\s+dengan|sampai|hingga|s\s?[./]\s?d\b\.?|sd\b|maksimal|maksimum|maks\b|max\b|"
        r"paling\s+banyak|kurang\s+dari|di\s?bawah|setinggi-tingginya|sebanyak-banyaknya",
    ),
)
_LEAD = re.compile(
    "|".join(f"(?P<b{i}>{words})" for i, (_, words) in enumerate(_BOUNDS))
    + r"|(?P<rp>(?:rp|idr|rupiah)\b)|(?P<minus>-)|(?P<skip>[+':]|sebanyak|sejumlah|senilai|sebesar)"
)
_AFTER = (
    (ABOUT, re.compile(r"^\s*-?an\b|\bkurang\s+lebih\b|\bkira\s?-?\s?kira\b")),
    (AT_LEAST, re.compile(r"^\s*\+|\blebih\b|\blbh\b|\bke\s?atas\b|\bminimal\b")),
    (AT_MOST, re.compile(r"\bmaks(?:imal)?\b\.?|\bke\s?bawah\b")),
    (PRELIMINARY, re.compile(r"\*+\)?")),
)


def figure_of(value: Any, dots: Dots) -> Figure | Reading:
    """The number in any cell, or the reading that says why there is none (blank included)."""
    if value is None:
        return BLANK
    if isinstance(value, bool):
        return refused("BUKAN_ANGKA", "benar/salah")
    if isinstance(value, int | float):
        return _native(value)
    if isinstance(value, date):
        return refused("BUKAN_ANGKA", "sel berisi tanggal")
    if isinstance(value, time):
        return refused("BUKAN_ANGKA", "sel berisi jam")
    text = fold(value)
    if is_blank(text):
        return BLANK
    figure = dissect(text, dots)
    if isinstance(figure, Figure) and abs(figure.amount) > LARGEST:
        return refused("BUKAN_ANGKA", "terlalu besar")
    return figure


def _native(value: int | float) -> Figure | Reading:
    if isinstance(value, float) and not math.isfinite(value):
        return refused("BUKAN_ANGKA", "bukan angka")
    if abs(value) > LARGEST:
        return refused("BUKAN_ANGKA", "terlalu besar")
    if isinstance(value, float) and abs(value) >= EXACT:
        return refused("PRESISI_HILANG", "lebih dari 15 angka")
    return Figure(Decimal(repr(value)), "")


def normalise(text: str) -> str:
    """Lower case, one kind of dash, foreign decimal digits as 0–9 (superscripts stay what they are)."""
    if text.isascii():
        return text.lower()
    mapped = text.translate(_TRANSLATE).lower()
    return "".join(
        str(unicodedata.decimal(c)) if not c.isascii() and unicodedata.decimal(c, None) is not None else c
        for c in mapped
    )


@lru_cache(maxsize=20_000)
def dissect(text: str, dots: Dots) -> Figure | Reading:
    """The number in a folded text that is not blank, or the finding that there is none (or more than one)."""
    if _ERROR.fullmatch(text) or text.startswith("="):
        return refused("RUMUS_GALAT", "rumus galat")
    if len(text) > 200:
        return refused("BUKAN_ANGKA", "teks panjang")
    if _SCIENTIFIC.fullmatch(text):
        return refused("PRESISI_HILANG", "ditulis sebagai pangkat sepuluh")
    if _TELEPHONE.fullmatch(text):
        return refused("BUKAN_ANGKA", "diawali nol seperti nomor telepon")
    text = normalise(text)
    found = _CORE.search(text)
    if not found:
        return _words_alone(text)
    tail = text[found.end() :]
    if wrong := _wrong_neighbour(tail):
        return wrong
    core = found.group()
    amount = decode(core.replace(" ", ""), dots)
    if isinstance(amount, str):
        return refused("BUKAN_ANGKA", amount)
    before = text[: found.start()]
    if re.search(r"(?<![a-z])[.,]$", before):
        return refused("BUKAN_ANGKA", "pemisah di depan angka")
    return _with_lead(before, Figure(amount, tail))


def _wrong_neighbour(tail: str) -> Reading | None:
    if _FALSE_DIGIT.match(tail) and not _UNIT_POWER.match(tail):
        return refused("BUKAN_ANGKA", "huruf di dalam angka")
    if tail[:1] in {".", ","} and not _DASH_END.match(tail):
        return refused("BUKAN_ANGKA", "pemisah di akhir angka")
    rest = _UNIT_POWER.sub(r"\1", tail)
    if re.fullmatch(r" \d{3}", rest):
        return refused("BUKAN_ANGKA", "spasi di dalam angka")
    if any(c.isdigit() or c.isnumeric() for c in rest):
        return refused("ANGKA_BERTENTANGAN", "lebih dari satu angka")
    return None


def _with_lead(lead: str, figure: Figure) -> Figure | Reading:
    bound, currency, negative, opened = "", False, False, False
    lead = lead.strip()
    while lead:
        if lead[0] == "(":
            if opened:
                break
            opened, lead = True, lead[1:].lstrip()
            continue
        found = _LEAD.match(lead)
        if not found or (found.lastgroup == "minus" and negative):
            break
        kind = found.lastgroup or ""
        if kind.startswith("b"):
            bound = _BOUNDS[int(kind[1:])][0]
        currency |= kind == "rp"
        negative |= kind == "minus"
        lead = lead[found.end() :].lstrip(" .:")
    if lead:
        return _words_before(lead, figure)
    figure = figure._replace(currency=currency, bound=bound)
    return _with_tail(figure, opened, negative)


def _with_tail(figure: Figure, opened: bool, negative: bool) -> Figure | Reading:
    tail = figure.tail
    if ended := _DASH_END.match(tail):
        tail, figure = tail[ended.end() :], figure._replace(currency=True)
    if not figure.currency and tail and not tail.strip(" -"):
        return refused("BUKAN_ANGKA", "tanda minus di belakang angka")
    if opened:
        if ")" not in tail:
            return refused("BUKAN_ANGKA", "kurung tidak ditutup")
        # "(1.000)" is the accountant's minus; "(30 orang)" is a remark put in brackets.
        before, after = tail.split(")", 1)
        negative |= not before.strip()
        tail = before + after
    for bound, pattern in _AFTER:
        if pattern.search(tail):
            tail = pattern.sub(" ", tail)
            figure = figure._replace(bound=figure.bound or bound)
    return _check_words(
        figure._replace(amount=-figure.amount if negative else figure.amount, tail=tail.strip())
    )


def _check_words(figure: Figure) -> Figure | Reading:
    """A number that is followed by its own words in brackets; both must say the same."""
    found = re.search(r"\(([a-z ]+)\)", figure.tail)
    said = leading_number(found.group(1).split())[0] if found else None
    if found is None or said is None:
        return figure
    factor = take_scale(figure.tail, money=True)[0] or 1
    if said != abs(figure.amount) * factor:
        return refused("ANGKA_BERTENTANGAN", "angka dan kata-katanya berbeda")
    return figure._replace(tail=(figure.tail[: found.start()] + figure.tail[found.end() :]).strip())


def _words_before(lead: str, figure: Figure) -> Figure | Reading:
    said = number_words(lead.strip(" (:").split())
    if said is None:
        return refused("BUKAN_ANGKA", "bukan angka")
    if said != figure.amount:
        return refused("ANGKA_BERTENTANGAN", "angka dan kata-katanya berbeda")
    return figure._replace(tail=figure.tail.replace(")", " ", 1).strip())


def _words_alone(text: str) -> Figure | Reading:
    bound = ""
    while (found := _LEAD.match(text)) and (found.lastgroup or "").startswith("b"):
        bound, text = _BOUNDS[int((found.lastgroup or "b0")[1:])][0], text[found.end() :].lstrip(" .:")
    said, rest = leading_number(text.split())
    if said is None:
        return refused("BUKAN_ANGKA", "bukan angka")
    if any(number_words([token]) is not None for token in rest):
        return refused("ANGKA_BERTENTANGAN", "lebih dari satu angka")
    return Figure(Decimal(said), " ".join(rest), bound=bound, spelled=True)
