"""One reader per kind of column: raw cells → readings, each distinct raw value read once."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from flows.grammar.categories import read_category, read_gender
from flows.grammar.dates import date_order, read_date
from flows.grammar.figures import EXACT
from flows.grammar.identifiers import (
    plain_nib,
    plain_nik,
    plain_phone,
    read_kbli,
    read_nib,
    read_nik,
    read_phone,
)
from flows.grammar.numbers import (
    dot_role,
    read_count,
    read_money,
    read_number,
    read_percent_column,
    read_year,
)
from flows.grammar.readings import Reading, refused
from flows.grammar.text import all_folded, fold, is_blank, strip_prefix_desa, strip_prefix_kecamatan
from flows.shapes import Value
from schemas.base import Column
from schemas.kbli import known_kbli

_NUMBERS = {bool, int, float}
_WORD_TYPES = {str, float, type(None)}
_FLOATS = {float, type(None)}
_TEXTS = {str, type(None)}
_PLAIN = {"nik": plain_nik, "nib": plain_nib, "phone": plain_phone}
_NUMBER_KINDS = frozenset({"count", "money", "decimal", "year"})


def read_column(column: Column, values: Sequence[Value], scale: int = 1) -> list[Reading]:
    """Readings of a whole column, in order. ``scale`` multiplies money that states no scale itself."""
    if column.kind == "percent":
        return read_percent_column(values)
    reader = _reader(column, values, scale)
    # 1, 1.0 and TRUE are equal, and not the same cell.
    keys: Sequence[object] = (
        values if len(_NUMBERS & set(map(type, values))) < 2 else [(type(value), value) for value in values]
    )
    memo = {key: reader(value) for key, value in dict(zip(keys, values, strict=True)).items()}
    return [memo[key] for key in keys]


def plain_values(column: Column, values: Sequence[Value], scale: int = 1) -> list[Any] | None:
    """The values of a column of which no cell can be doubted: words, or numbers stored as such.

    The same as the values of :func:`read_column`, found for the column as a whole; None where its cells have to
    be read one by one.
    """
    types = set(map(type, values))
    word = _WORDS.get(column.kind)
    if word is not None and types <= _WORD_TYPES:
        return _words(word, values, all_text=float not in types)
    if column.kind in _NUMBER_KINDS and types <= _FLOATS:
        return _numbers(column.kind, values, scale)
    if column.kind in _PLAIN and types <= _TEXTS:
        return _identifiers(_PLAIN[column.kind], values)
    return None


def _identifiers(plain: Callable[[str], str | None], values: Sequence[Any]) -> list[Any] | None:
    memo = {value: plain(value) for value in set(values) if value is not None}
    return None if None in memo.values() else [memo.get(value) for value in values]


def _words(word: Callable[[Value], str | None], values: Sequence[Value], *, all_text: bool) -> list[Any]:
    distinct = set(values)
    if word is _text and all_text and all_folded([value for value in distinct if isinstance(value, str)]):
        blanks = dict.fromkeys(filter(is_blank, distinct))
        return [None if value in blanks else value for value in values] if blanks else list(values)
    memo = {value: word(value) for value in distinct}
    return [memo[value] for value in values]


def _numbers(kind: str, values: Sequence[Any], scale: int) -> list[Any] | None:
    numbers = [value for value in values if value is not None]
    if kind == "decimal":
        return list(values) if all(map(math.isfinite, numbers)) else None
    factor = scale if kind == "money" else 1
    low, high = (1900, 2100) if kind == "year" else (-EXACT // factor + 1, EXACT // factor - 1)
    if numbers and not (all(map(float.is_integer, numbers)) and low <= min(numbers) and max(numbers) <= high):
        return None
    return [None if value is None else int(value) * factor for value in values]


def _reader(column: Column, values: Sequence[Value], scale: int) -> Callable[[Value], Reading]:
    kind = column.kind
    if kind in {"count", "decimal", "money"}:
        dots = dot_role(values)
        if kind == "count":
            return lambda value: read_count(value, dots=dots)
        if kind == "money":
            return lambda value: read_money(value, scale=scale, dots=dots)
        return lambda value: read_number(value, dots=dots)
    if kind == "date":
        order = date_order(values)
        read: Callable[[Value], Reading] = (
            read_date if order == "dmy" else lambda value: _doubtful_date(value, order)
        )
        return read if column.range_end else lambda value: _forward(read(value))
    if kind == "category":
        categories: Mapping[str, tuple[str, ...]] = column.categories or {}
        return lambda value: read_category(value, categories)
    if kind == "kbli":
        known = known_kbli()
        return lambda value: read_kbli(value, known)
    if kind in _WORDS:
        return lambda value: Reading(_WORDS[kind](value))
    return _SIMPLE[kind]


def _doubtful_date(value: Value, order: str) -> Reading:
    """A date in a column that proves month before day (kept, doubted) or proves both orders (not kept)."""
    by_day, by_month = read_date(value, order="dmy"), read_date(value, order="mdy")
    if by_day.nilai == by_month.nilai or not isinstance(value, str):
        return by_day
    if order == "mdy":
        alasan = "kolom ini menulis bulan sebelum hari"
        return by_month._replace(kode=by_month.kode or "TANGGAL_AMBIGU", rincian={"alasan": alasan})
    if by_day.nilai is None or by_month.nilai is None:
        return by_day if by_day.nilai is not None else by_month
    return Reading(kode="TANGGAL_AMBIGU", rincian={"alasan": "kolom ini memakai dua urutan tanggal"})


def _forward(reading: Reading) -> Reading:
    """A range that ends before it begins is no date of a column of single days, and no rule compares its ends."""
    if reading.nilai is None or reading.nilai[0] <= reading.nilai[1]:
        return reading
    return refused("TANGGAL_TIDAK_SAH", "akhir sebelum awal")


def _text(value: Value) -> str | None:
    return None if is_blank(value) else fold(value)


def _measure(value: Value) -> str | None:
    return None if is_blank(value) else fold(value).lower()


def _desa(value: Value) -> str | None:
    return None if is_blank(value) else strip_prefix_desa(fold(value)) or None


def _kecamatan(value: Value) -> str | None:
    return None if is_blank(value) else strip_prefix_kecamatan(fold(value)) or None


_WORDS: dict[str, Callable[[Value], str | None]] = {
    "text": _text,
    "unit": _measure,
    "desa": _desa,
    "kecamatan": _kecamatan,
}
_SIMPLE: dict[str, Callable[[Value], Reading]] = {
    "year": read_year,
    "gender": read_gender,
    "nik": read_nik,
    "nib": read_nib,
    "phone": read_phone,
}


def first_day(value: object) -> date | None:
    return value[0] if isinstance(value, tuple) else None


def last_day(value: object) -> date | None:
    return value[1] if isinstance(value, tuple) else None
