"""One reader per kind of column: raw cells → readings, each distinct raw value read once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from flows.grammar.categories import read_category, read_gender
from flows.grammar.dates import date_order, read_date
from flows.grammar.identifiers import read_kbli, read_nib, read_nik, read_phone
from flows.grammar.numbers import (
    dot_role,
    read_count,
    read_money,
    read_number,
    read_percent_column,
    read_year,
)
from flows.grammar.readings import BLANK, Reading
from flows.grammar.text import fold, is_blank, strip_prefix_desa, strip_prefix_kecamatan
from flows.shapes import Value
from schemas.base import Column
from schemas.kbli import known_kbli


def read_column(column: Column, values: Sequence[Value], scale: int = 1) -> list[Reading]:
    """Readings of a whole column, in order. ``scale`` multiplies money that states no scale itself."""
    if column.kind == "percent":
        return read_percent_column(values)
    reader = _reader(column, values, scale)
    memo: dict[tuple[type, Value], Reading] = {}
    readings = []
    for value in values:
        key = (type(value), value)
        reading = memo.get(key)
        if reading is None:
            reading = memo[key] = reader(value)
        readings.append(reading)
    return readings


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
        if order == "dmy":
            return read_date
        return lambda value: _doubtful_date(value, order)
    if kind == "category":
        categories: Mapping[str, tuple[str, ...]] = column.categories or {}
        return lambda value: read_category(value, categories)
    if kind == "kbli":
        known = known_kbli()
        return lambda value: read_kbli(value, known)
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


def _text(value: Value) -> Reading:
    return BLANK if is_blank(value) else Reading(fold(value))


def _measure(value: Value) -> Reading:
    return BLANK if is_blank(value) else Reading(fold(value).lower())


def _place(strip: Callable[[str], str]) -> Callable[[Value], Reading]:
    def read(value: Value) -> Reading:
        return BLANK if is_blank(value) else Reading(strip(fold(value)) or None)

    return read


_SIMPLE: dict[str, Callable[[Value], Reading]] = {
    "text": _text,
    "unit": _measure,
    "desa": _place(strip_prefix_desa),
    "kecamatan": _place(strip_prefix_kecamatan),
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
