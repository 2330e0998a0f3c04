"""The scale of money: ribu, juta, miliar, triliun behind a number, and what a header or title line states."""

from __future__ import annotations

import re

SCALES = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12}
_RIBU, _JUTA = r"rib+u|rb", r"juta|jt|jta"
_MILIAR, _TRILIUN = r"mil+[iy]+ard?|mlyr|mlr|mily", r"tril+[iy]+[uo]n|trl"
_NAMES = rf"(?P<ribu>{_RIBU})|(?P<juta>{_JUTA})|(?P<miliar>{_MILIAR})|(?P<triliun>{_TRILIUN})"
_WORD = rf"(?:{_NAMES})(?P<an>-?an)?(?![a-z])"
_BEHIND = re.compile(rf"\s*{_WORD}\.?")
_LETTER = re.compile(r"\s*(?:(?P<ribu>k)|(?P<miliar>m)|(?P<triliun>t))(?![a-z0-9²³/])\.?")


def take_scale(tail: str, *, money: bool) -> tuple[int | None, str, bool]:
    """The scale word that opens the text behind a number.

    Out: the factor (None where there is no such word), the rest of the text, and whether the word is
    approximate ("jutaan"). The letters K, M and T count for money only; M is always miliar.
    """
    found = _BEHIND.match(tail) or (_LETTER.match(tail) if money else None)
    if not found:
        return None, tail, False
    named = found.groupdict()
    factor = next(SCALES[name] for name in SCALES if named.get(name))
    return factor, tail[found.end() :], bool(named.get("an"))


_BRACKET = re.compile(r"[(\[{]([^()\[\]{}]*)[)\]}]")
_DALAM = re.compile(r"\b(?:dalam|dlm|satuan|nilai dalam)\b[\s:]*(?P<rest>[^()\[\];:]*)")
_MONEY = r"(?:rp|idr|rupiah)"
_ZEROS = r"(?:1\.?|1,)?000(?:[.,]?000){0,3}"
_NOT_SPELLED = "".join(
    rf"(?<!{word} )"
    for word in (
        "satu",
        "dua",
        "tiga",
        "empat",
        "lima",
        "enam",
        "tujuh",
        "lapan",
        "sembilan",
        "puluh",
        "belas",
        "ratus",
    )
)
_BESIDE = (
    re.compile(rf"\b{_MONEY}\b[\s./x*()-]*{_WORD}"),
    re.compile(rf"(?<![\d.,])(?<!\d ){_NOT_SPELLED}\b{_WORD}[\s./]*{_MONEY}\b"),
)
_BESIDE_ALONE = re.compile(rf"{_WORD}")
_ZEROS_BESIDE = re.compile(
    rf"\b{_MONEY}\b[\s.:]*(?:[x*]\s*)?['’]?(?P<a>000(?:[.,]?000)?)(?!\d|[.,]\d)"
    rf"|(?<![\d.,])['’]?(?P<b>000(?:[.,]?000)?)[\s.]*{_MONEY}\b"
    rf"|[x×*]\s*(?:{_MONEY}[\s.]*)?(?P<c>1[.,]?000(?:[.,]000)*)(?!\d|[.,]\d)"
    rf"|\b{_MONEY}\b[\s.]*(?P<d>1[.,]000(?:[.,]000)*)\s*(?:,-+)?\s*$"
)
_RUPIAH = re.compile(rf"\b{_MONEY}\b\.?(?!\s*[\d.]*\d)")
_AMOUNT = re.compile(rf"\d\s*{_MONEY}\b|\b{_WORD}[\s./]*{_MONEY}\b")
_TOKEN = re.compile(
    rf"(?P<zeros>['’]?(?<!\d){_ZEROS}(?!\d))|(?P<money>\b{_MONEY}\b)|(?P<word>\b{_WORD})"
    r"|(?P<letter>\b[mt]\b)|(?P<fill>\b(?:dalam|dlm|satuan|nilai|x|kali|per|tahun|bulan)\b|[\s.,:×*/=+-]+)"
)


def scale_of(text: str) -> int | None:
    """The scale of money that a header or a title line states; None where it states none.

    An amount ("Rp 540 miliar") is no statement, nor is a year or a number of people in thousands.

    >>> [scale_of(t) for t in ("Investasi (Rp. 000)", "dalam jutaan rupiah", "Omzet (Rp)", "Tahun 2000")]
    [1000, 1000000, 1, None]
    """
    line = " ".join(text.lower().split())[:400]
    stated = {scale for scale in _statements(line) if scale is not None}
    larger = stated - {1}
    if len(larger) > 1:
        return None
    return larger.pop() if larger else (1 if stated else None)


def _statements(line: str) -> list[int | None]:
    out: list[int | None] = [_phrase(inner) for inner in _BRACKET.findall(line)]
    if _BESIDE_ALONE.fullmatch(line):
        out.append(_phrase(line))
    for found in _DALAM.finditer(line):
        out.append(_phrase(found.group("rest"), whole=False))
    for found in _ZEROS_BESIDE.finditer(line):
        out.append(_power(next(group for group in found.groups() if group)))
    for pattern in _BESIDE:
        out.extend(_named(found) for found in pattern.finditer(line))
    if _RUPIAH.search(line) and not _AMOUNT.search(line):
        out.append(1)
    return out


def _phrase(inner: str, *, whole: bool = True) -> int | None:
    """The scale a bracket or a "dalam …" phrase states: only words of money may stand in it."""
    scale: int | None = None
    money = False
    at = 0
    inner = inner.strip()
    while at < len(inner):
        found = _TOKEN.match(inner, at)
        if not found:
            if whole or scale is None:
                return None
            break
        at = found.end()
        if found.group("zeros"):
            scale = _power(found.group("zeros"))
        elif found.group("word"):
            scale = _named(found)
        elif found.group("letter") and money:
            scale = 10**9 if found.group("letter") == "m" else 10**12
        elif found.group("letter"):
            return None
        money = money or bool(found.group("money"))
    return scale if scale is not None else (1 if money else None)


def _named(found: re.Match[str]) -> int:
    named = found.groupdict()
    return next(SCALES[name] for name in SCALES if named.get(name))


def _power(zeros: str) -> int:
    return int("1" + "0" * zeros.count("0"))
