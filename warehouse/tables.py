"""The tables of the warehouse: their columns, types and meaning in both languages.

Those beside the report tables are listed in ``tables.csv``; ``*`` there are the columns that every report
table begins with.
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import NamedTuple

from schemas.base import ReportSpec

SQL_TYPES: dict[str, str] = {
    "count": "BIGINT",
    "money": "BIGINT",
    "year": "BIGINT",
    "decimal": "DOUBLE",
    "percent": "DOUBLE",
    "date": "DATE",
}


class Field(NamedTuple):
    """One column: name, SQL type, what it holds (Indonesian, English)."""

    name: str
    type: str
    meaning: str
    meaning_en: str


class FixedTable(NamedTuple):
    """A table that exists whatever the report types are.

    ``place``: "semua" (working and published), "terbatas" (not in the masked file), "terbit" (not in the
    working database).
    """

    name: str
    place: str
    meaning: str
    meaning_en: str
    fields: tuple[Field, ...]


#: Pseudonyms of rows whose names are gone; in the working database only.
STORED_KEYS = "samaran_tersimpan"
STORED_KEY_FIELDS = tuple(
    Field(name, kind, "", "")
    for name, kind in (
        ("laporan", "VARCHAR"), ("kiriman_id", "VARCHAR"), ("baris", "BIGINT"), ("orang_kunci", "VARCHAR"),
        ("orang_dasar", "VARCHAR"), ("usaha_kunci", "VARCHAR"),
    )
)  # fmt: skip


@cache
def _lines() -> tuple[dict[str, str], ...]:
    with (Path(__file__).parent / "tables.csv").open(encoding="utf-8", newline="") as source:
        return tuple(csv.DictReader(source))


def _fields(table: str) -> tuple[Field, ...]:
    return tuple(
        Field(line["kolom"], line["jenis"], line["arti"], line["meaning"])
        for line in _lines()
        if line["tabel"] == table and line["kolom"]
    )


@cache
def fixed_tables() -> dict[str, FixedTable]:
    """Name → table, for every table that is not a report's."""
    return {
        line["tabel"]: FixedTable(
            line["tabel"], line["jenis"], line["arti"], line["meaning"], _fields(line["tabel"])
        )
        for line in _lines()
        if not line["kolom"]
    }


@cache
def base_fields() -> tuple[Field, ...]:
    """The columns that every report table begins with."""
    return _fields("*")


def report_fields(spec: ReportSpec) -> tuple[Field, ...]:
    """All columns of a report's table with their meaning, unit and permitted values."""
    own = []
    for column in spec.columns:
        meaning, english = f"{column.title}: {column.meaning}", f"{column.title_en}: {column.meaning_en}"
        if column.unit:
            meaning, english = f"{meaning} Satuan: {column.unit}.", f"{english} Unit: {column.unit}."
        if column.categories:
            words = ", ".join(column.categories)
            meaning, english = f"{meaning} Isi: {words}.", f"{english} Values: {words}."
        own.append(Field(column.name, SQL_TYPES.get(column.kind, "VARCHAR"), meaning, english))
    return (*base_fields(), *own)
