"""What analysts may see of personal data, as SQL expressions over the working tables.

Personal columns are left out of the masked file. Two keys stand for the person and the business of a row;
both published files carry them, so that they join across tables, years and files.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from schemas.base import Column, ReportSpec

from .ddl import named, quoted
from .scrubbing import HIDDEN, IN_AMOUNTS, scrubbed, without_names
from .tables import Field, base_fields

HIDDEN_CLASSES = frozenset({"nama", "nik", "alamat", "telepon"})
#: Free text in which an officer may have put a number that belongs to a person.
OPEN_KINDS = frozenset({"text", "unit", "desa", "kecamatan"})
BUSINESS_NAMES = ("nama_usaha", "nama_penerima")

PERSON_KEY = Field(
    "orang_kunci",
    "VARCHAR",
    "Nama samaran tetap untuk orang pada baris ini; sama di semua tabel dan tahun.",
    "Lasting pseudonym of the person of this row; the same in all tables and years.",
)
PERSON_BASIS = Field(
    "orang_dasar",
    "VARCHAR",
    "Dasar orang_kunci: nik (kuat), atau nama dengan desa, kecamatan dan kabupaten/kota (lemah).",
    "What orang_kunci rests on: nik (strong), or name with village, kecamatan and district (weak).",
)
BUSINESS_KEY = Field(
    "usaha_kunci",
    "VARCHAR",
    "Nama samaran tetap untuk usaha pada baris ini: nama usaha dengan kecamatan dan kabupaten/kota.",
    "Lasting pseudonym of the business of this row: its name with kecamatan and district.",
)


def is_hidden(column: Column) -> bool:
    """Whether the column is kept from analysts."""
    return column.personal in HIDDEN_CLASSES


def hidden_names(specs: Iterable[ReportSpec]) -> set[str]:
    """The names of all columns that are kept from analysts."""
    return {column.name for spec in specs for column in spec.columns if is_hidden(column)}


def key_fields(spec: ReportSpec) -> tuple[Field, ...]:
    """The keys that rows of this report carry."""
    fields: list[Field] = []
    if person_text(spec) is not None:
        fields += [PERSON_KEY, PERSON_BASIS]
    if business_text(spec) is not None:
        fields.append(BUSINESS_KEY)
    return tuple(fields)


def person_text(spec: ReportSpec) -> str | None:
    """SQL for the text behind ``orang_kunci``; None where the report names nobody."""
    names = sorted(
        (c.name for c in spec.columns if c.personal == "nama"), key=lambda name: name != "nama_pemilik"
    )
    number = next((c.name for c in spec.columns if c.personal == "nik"), None)
    branches = []
    if number is not None:
        branches.append(f"WHEN {named(number)} IS NOT NULL THEN 'nik|' || {named(number)}")
    if names:
        name = f"coalesce({', '.join(map(named, names))})"
        place = _place(spec, ("desa", "kecamatan"))
        branches.append(f"WHEN {_folded(name)} <> '' THEN 'nama|' || {_folded(name)} || {place}")
    return f"CASE {' '.join(branches)} END" if branches else None


def business_text(spec: ReportSpec) -> str | None:
    """SQL for the text behind ``usaha_kunci``; None where the report names no business."""
    name = next((name for name in BUSINESS_NAMES if spec.has(name)), None)
    if name is None:
        return None
    folded = _folded(named(name))
    return f"CASE WHEN {folded} <> '' THEN 'usaha|' || {folded} || {_place(spec, ('kecamatan',))} END"


def _place(spec: ReportSpec, columns: Sequence[str]) -> str:
    parts = [_folded(f"coalesce({named(name)}, '')") if spec.has(name) else "''" for name in columns]
    return "".join(f" || '|' || {part}" for part in [*parts, "kode_wilayah"])[len(" || ") :]


def _folded(expression: str) -> str:
    return rf"trim(regexp_replace(lower({expression}), '[^\pL\pN]+', ' ', 'g'))"


def shown_columns(spec: ReportSpec, masked: bool) -> list[tuple[str, str]]:
    """(column, SQL) of the report's own columns as they are published."""
    shown = []
    people = [column.name for column in spec.columns if column.personal == "nama"]
    for column in spec.columns:
        if not masked:
            shown.append((column.name, named(column.name)))
        elif not is_hidden(column):
            text = named(column.name)
            if column.kind in OPEN_KINDS:
                text = scrubbed(without_names(text, people, whole=column.name in BUSINESS_NAMES))
            shown.append((column.name, text))
    return shown


def published_columns(spec: ReportSpec, masked: bool) -> list[str]:
    """The columns of a report's published table: shared ones, keys, its own."""
    names = [field.name for field in (*base_fields(), *key_fields(spec))]
    return names + [name for name, _ in shown_columns(spec, masked)]


def masked_finding(specs: Sequence[ReportSpec]) -> Mapping[str, str]:
    """Column → SQL that replaces it in ``temuan``.

    Amounts of rupiah keep their figures, though a telephone number without its 0 looks the same. A message
    quotes the value, perhaps cut short: one that still begins like it is hidden whole.
    """
    names = ", ".join(map(quoted, sorted(hidden_names(specs)))) or "''"
    money = {column.name for spec in specs for column in spec.columns if column.kind == "money"}
    is_money = f"coalesce(kolom, '') IN ({', '.join(map(quoted, sorted(money))) or repr('')})"

    def open_text(text: str) -> str:
        return f"CASE WHEN {is_money} THEN {scrubbed(text, IN_AMOUNTS)} ELSE {scrubbed(text)} END"

    personal = f"(coalesce(pribadi, false) OR coalesce(kolom, '') IN ({names}))"
    rest = f"replace(pesan, nilai, {quoted(HIDDEN)})"
    return {
        "nilai": f"CASE WHEN nilai IS NULL THEN NULL WHEN {personal} THEN {quoted(HIDDEN)} "
        f"ELSE {open_text('nilai')} END",
        "pesan": f"CASE WHEN {personal} AND nilai IS NOT NULL THEN "
        f"CASE WHEN contains({rest}, left(trim(nilai), 6)) THEN {quoted(HIDDEN)} ELSE {open_text(rest)} END "
        f"ELSE {open_text('pesan')} END",
        "penjelasan": f"CASE WHEN penjelasan IS NULL THEN NULL WHEN {personal} THEN {quoted(HIDDEN)} "
        f"ELSE {open_text('penjelasan')} END",
    }
