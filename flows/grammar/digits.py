"""Digits with dots and commas as an exact number, or the reason why they are none."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal

Dots = Literal["thousands", "decimal"]

_GROUPS = {mark: re.compile(rf"[1-9]\d{{0,2}}(?:[{mark}]\d{{3}})+") for mark in ".,"}


def decode(core: str, dots: Dots) -> Decimal | str:
    """Digits with dots and commas as a number, or the reason why they are none.

    ``dots`` says what one dot with three digits behind it means.
    """
    if len(core) > 40:
        return "terlalu panjang"
    if core.isdecimal():
        return Decimal(core)
    whole, _, fraction = core.rpartition("." if core.rfind(".") > core.rfind(",") else ",")
    mark, other = core[len(whole)], "." if core[len(whole)] == "," else ","
    if other in core:
        return _joined(whole, fraction, other) if mark not in whole else "pemisah ribuan rusak"
    if mark in whole:
        return Decimal(core.replace(mark, "")) if _GROUPS[mark].fullmatch(core) else "pemisah ribuan rusak"
    if mark == ".":
        return _one_dot(whole, fraction, dots)
    return _one_comma(whole, fraction, dots)


def _joined(whole: str, fraction: str, mark: str) -> Decimal | str:
    if not _GROUPS[mark].fullmatch(whole):
        return "pemisah ribuan rusak"
    return Decimal(f"{whole.replace(mark, '')}.{fraction}")


def _one_dot(whole: str, fraction: str, dots: Dots) -> Decimal | str:
    if dots == "decimal" or whole == "0" or len(fraction) in (1, 2) or len(fraction) > 4:
        return Decimal(f"{whole}.{fraction}")
    if len(fraction) == 3 and _GROUPS["."].fullmatch(f"{whole}.{fraction}"):
        return Decimal(whole + fraction)
    return "titik bisa pemisah ribuan atau desimal"


def _one_comma(whole: str, fraction: str, dots: Dots) -> Decimal | str:
    if whole == "0" or len(fraction) != 3 or (len(whole) > 3 and dots == "thousands"):
        return Decimal(f"{whole}.{fraction}")
    if dots == "decimal" and _GROUPS[","].fullmatch(f"{whole},{fraction}"):
        return Decimal(whole + fraction)
    return f"bisa {whole}{fraction} atau {whole},{fraction}"
