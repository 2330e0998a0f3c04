"""The data dictionary: every table, view and column that is published, as rows for the table ``kamus``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import polars as pl

from schemas.base import Column, ReportSpec

from .comments import FROM, UNTIL, cell_fields
from .history import macros
from .masking import is_hidden, key_fields
from .tables import Field, base_fields, fixed_tables
from .views import View, part_of, views_over

BOTH_FILES, RESTRICTED = "umum dan terbatas", "terbatas"
FROM_DISTRICTS = "Laporan kabupaten/kota. | Reports of the districts."
MADE_HERE = "Dibuat saat memuat atau menerbitkan. | Made while loading or publishing."
#: Units in which districts report, in English where the word differs.
UNITS_IN_ENGLISH = {"orang": "people", "unit": "units", "tahun": "year", "persen 0–100": "percent 0–100"}
UNIT = re.compile(r" ?(?:Satuan|Unit): ([^.]+)\.")


class Entry(NamedTuple):
    """One line of the dictionary: a relation (``kolom`` None) or one of its columns; as in table ``kamus``."""

    relasi: str
    kolom: str | None
    jenis: str
    arti: str
    meaning: str
    satuan: str | None = None
    unit: str | None = None
    sumber: str | None = None
    kategori: str | None = None
    kelas_pribadi: str | None = None
    berkas: str = BOTH_FILES


def entries(specs: Sequence[ReportSpec]) -> list[Entry]:
    """The whole dictionary for these report types: report tables, other tables, views, history."""
    found: list[Entry] = []
    for spec in specs:
        found += _report(spec)
    for name in fixed_tables():
        found += _fixed(name)
    for view in views_over({spec.name for spec in specs} | set(fixed_tables())):
        found += _view(view)
    found += _cells()
    for spec in specs:
        found += _history(spec)
    for macro in macros(specs, ""):
        meaning, _, english = macro.comment.partition(" | ")
        found.append(Entry(macro.name, None, "makro", meaning, english, sumber=MADE_HERE))
    return found


def frame(specs: Sequence[ReportSpec]) -> pl.DataFrame:
    """:func:`entries` as rows of the table ``kamus``, in order."""
    schema = {"urutan": pl.Int64} | dict.fromkeys(Entry._fields, pl.String)
    rows = [(place, *entry) for place, entry in enumerate(entries(specs), start=1)]
    return pl.DataFrame(rows, schema=schema, orient="row")


def _report(spec: ReportSpec) -> Iterator[Entry]:
    yield Entry(
        spec.name,
        None,
        "tabel",
        f"{spec.title}. {spec.meaning}",
        f"{spec.title_en}. {spec.meaning_en}",
        sumber=FROM_DISTRICTS,
    )
    for field in base_fields():
        yield _of(spec.name, "tabel", field, sumber=MADE_HERE)
    for field in key_fields(spec):
        yield _of(spec.name, "tabel", field, sumber=MADE_HERE)._replace(kelas_pribadi="samaran")
    for column in spec.columns:
        yield _column(spec, column)


def _column(spec: ReportSpec, column: Column) -> Entry:
    unit = column.unit
    return Entry(
        spec.name,
        column.name,
        "tabel",
        f"{column.title}: {column.meaning}",
        f"{column.title_en}: {column.meaning_en}",
        unit,
        None if unit is None else UNITS_IN_ENGLISH.get(unit, unit),
        FROM_DISTRICTS,
        ", ".join(column.categories) if column.categories else None,
        column.personal,
        RESTRICTED if is_hidden(column) else BOTH_FILES,
    )


def _fixed(name: str) -> Iterator[Entry]:
    table = fixed_tables()[name]
    where = RESTRICTED if table.place == "terbatas" else BOTH_FILES
    yield Entry(name, None, "tabel", table.meaning, table.meaning_en, sumber=MADE_HERE, berkas=where)
    for field in table.fields:
        yield _of(name, "tabel", field)._replace(berkas=where)


def _view(view: View) -> Iterator[Entry]:
    kind = "tabel" if view.kind == "TABLE" else "pandangan"
    question, grain, unit, source, caveat = (part_of(view.comment, head) for head in _VIEW_HEADS)
    yield Entry(
        view.name,
        None,
        kind,
        f"{question[0]} {grain[0]} Catatan: {caveat[0]}",
        f"{question[1]} {grain[1]} Caveat: {caveat[1]}",
        unit[0].rstrip("."),
        unit[1].rstrip("."),
        " | ".join(source),
    )
    for name, comment in view.columns.items():
        meaning, _, english = comment.partition(" | ")
        entry = _of(view.name, kind, Field(name, "", meaning, english))
        yield entry._replace(kelas_pribadi="samaran") if name in {"orang_kunci", "usaha_kunci"} else entry


_VIEW_HEADS = (
    "pertanyaan | question",
    "butir | grain",
    "satuan | unit",
    "sumber | source",
    "catatan | caveat",
)


def _cells() -> Iterator[Entry]:
    yield Entry(
        "asal",
        None,
        "pandangan",
        "Satu baris = satu sel di balik nilai yang dimuat.",
        "One row = one cell behind a value.",
        sumber=MADE_HERE,
    )
    for field in cell_fields():
        yield _of("asal", "pandangan", field)


def _history(spec: ReportSpec) -> Iterator[Entry]:
    """Only what differs from the report's table; the other columns are those of that table."""
    old, every = f"riwayat.lama_{spec.name}", f"riwayat.{spec.name}"
    yield Entry(
        old,
        None,
        "tabel",
        f"Versi yang sudah digantikan dari {spec.name}; kolomnya sama dengan {spec.name}.",
        f"Superseded versions of {spec.name}; its columns are those of {spec.name}.",
        sumber=MADE_HERE,
    )
    yield Entry(
        every,
        None,
        "pandangan",
        f"Semua versi {spec.name}, dengan masa berlakunya; kolom lainnya sama dengan {spec.name}.",
        f"Every version of {spec.name} with its time in force; other columns are those of {spec.name}.",
        sumber=MADE_HERE,
    )
    for field in (FROM, UNTIL):
        yield _of(every, "pandangan", field)
        if spec.has(field.name):
            own = spec.column(field.name)
            yield _column(spec, own)._replace(relasi=every, kolom=f"isi_{own.name}", jenis="pandangan")


def _of(relation: str, kind: str, field: Field, sumber: str | None = None) -> Entry:
    """A column of which only its meaning is known; its unit is read from the meaning."""
    unit, english = UNIT.search(field.meaning), UNIT.search(field.meaning_en)
    return Entry(
        relation,
        field.name,
        kind,
        UNIT.sub("", field.meaning),
        UNIT.sub("", field.meaning_en),
        unit[1] if unit else None,
        english[1] if english else None,
        sumber,
    )
