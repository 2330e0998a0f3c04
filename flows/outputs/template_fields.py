"""The columns of the blank form: their headings, notes, widths, number formats and example values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from flows.outputs import template_words as words
from schemas.base import Column, Kind, ReportSpec
from schemas.kbli import known_kbli
from schemas.period_codes import period_of
from schemas.regions import villages_by_kecamatan

EXAMPLE_DISTRICT = "73.11"
Example = str | int | float | date

# The month is spelt out, so that a day and month that changed places are seen at once.
DATE_FORMAT = "[$-421]d mmmm yyyy"
TEXT_FORMAT = "@"  # keeps 16 digits, leading zeros and what looks like a date
_FORMATS: dict[Kind, str] = {
    "count": "#,##0",
    "money": "#,##0",
    "decimal": "General",
    "percent": "General",
    "year": "0",
    "date": DATE_FORMAT,
}
_WIDTHS: dict[Kind, int] = {
    "text": 25, "count": 12, "money": 17, "decimal": 12, "percent": 12, "year": 9, "date": 18, "category": 14,
    "gender": 10, "nik": 19, "nib": 16, "kbli": 9, "phone": 17, "desa": 20, "kecamatan": 20, "unit": 12,
}  # fmt: skip
_EXAMPLES: dict[Kind, Example] = {
    "count": 2, "money": 5_000_000, "decimal": 12.5, "percent": 75, "unit": "buah", "gender": "L",
    "nib": "1234567890123", "phone": "081200000000",
}  # fmt: skip
_HEADING_UNITS: dict[Kind, str] = {"money": "Rp", "percent": "%"}
_WIDEST_CHOICE = 28


@dataclass(frozen=True, slots=True)
class Field:
    """One column of the form.

    ``place``: 0-based physical column; ``mark``: ``*`` required, ``**`` one of several; ``listed``: its words, if
    it holds words of a list, can be offered.
    """

    column: Column
    place: int
    mark: str
    example: Example
    listed: bool = True

    @property
    def heading(self) -> str:
        """The heading as printed: title, unit, mark."""
        unit = unit_said(self.column)
        return " ".join(part for part in (self.column.title, f"({unit})" if unit else "", self.mark) if part)

    @property
    def number_format(self) -> str:
        return _FORMATS.get(self.column.kind, TEXT_FORMAT)

    @property
    def choices(self) -> tuple[str, ...]:
        """The only words permitted, () where any are."""
        return ("L", "P") if self.column.kind == "gender" else tuple(self.column.categories or ())

    @property
    def width(self) -> int:
        """In characters: enough for the values, and for the longest word of the heading."""
        longest = max((len(one) for one in self.choices), default=0)
        kind = max(_WIDTHS[self.column.kind], min(longest + 3, _WIDEST_CHOICE))
        return max(kind, *(len(word) + 3 for word in self.heading.split()))


def fields_of(spec: ReportSpec, kode_wilayah: str | None, periode: str) -> list[Field]:
    """The columns of a report in the order in which they are filled in, from physical column B on."""
    marks = dict.fromkeys(spec.required_any, "**")
    columns = _in_filling_order(spec)
    examples = _examples(spec, kode_wilayah or EXAMPLE_DISTRICT, periode)
    return [
        Field(
            column,
            place,
            "*" if column.required else marks.get(column.name, ""),
            examples[column.name],
            listed=column.kind not in {"desa", "kecamatan"} or kode_wilayah is not None,
        )
        for place, column in enumerate(columns, start=1)
    ]


def _in_filling_order(spec: ReportSpec) -> list[Column]:
    """As declared, but the kecamatan right before the desa: it shortens the desa's list."""
    columns = list(spec.columns)
    kinds = [column.kind for column in columns]
    if "desa" in kinds and "kecamatan" in kinds:
        desa, kecamatan = kinds.index("desa"), kinds.index("kecamatan")
        if desa < kecamatan:
            columns.insert(desa, columns.pop(kecamatan))
    return columns


def unit_said(column: Column) -> str:
    """The unit that stands in the heading, "" where there is none or another column holds it."""
    if column.kind in _HEADING_UNITS:
        return _HEADING_UNITS[column.kind]
    unit = column.unit or ""
    return unit if column.kind in {"count", "decimal"} and not unit.startswith("per ") else ""


def _examples(spec: ReportSpec, kode_wilayah: str, periode: str) -> Mapping[str, Example]:
    begin = period_of(periode).mulai + timedelta(days=9)
    ends = {column.range_end for column in spec.columns}
    kecamatan, desa = _first_village(kode_wilayah)
    found: dict[str, Example] = {}
    for column in spec.columns:
        if column.kind == "date":
            later = 2 if column.name in ends else 3 * 365 if column.last_day else 0
            found[column.name] = begin + timedelta(days=later)
        elif column.kind in {"desa", "kecamatan"}:
            found[column.name] = desa if column.kind == "desa" else kecamatan
        elif column.kind == "nik":
            # No district has a kecamatan 99: a number of the right form that is nobody's.
            found[column.name] = f"{kode_wilayah.replace('.', '')}99" + "1708450001"
        elif column.kind == "year":
            found[column.name] = begin.year - 2
        else:
            found[column.name] = _example(column)
    return found


def _example(column: Column) -> Example:
    if column.example is not None:
        return column.example
    if column.categories:
        return next(iter(column.categories))
    if column.kind == "kbli":
        return next(iter(known_kbli()))
    return _EXAMPLES.get(column.kind, f"contoh {column.title.lower()}")


def _first_village(kode_wilayah: str) -> tuple[str, str]:
    places = villages_by_kecamatan(kode_wilayah)
    return next(((kecamatan, desa[0]) for kecamatan, desa in places.items() if desa), ("", ""))


def example_said(value: Example) -> str:
    """An example as it appears in its cell: 1.200, 17 Agustus 2021."""
    if isinstance(value, date):
        return f"{value.day} {words.MONTHS[value.month - 1]} {value.year}"
    if isinstance(value, int | float):
        return f"{value:,}".translate(str.maketrans(",.", ".,")) if abs(value) > 9999 else f"{value:g}"
    return value


def need_said(field: Field, spec: ReportSpec, bahasa: int) -> str:
    """Whether the column must be filled in. ``bahasa``: 0 Indonesian, 1 English."""
    if field.mark == "**":
        titles = [spec.column(name) for name in spec.required_any]
        named = ", ".join(one.title_en if bahasa else one.title for one in titles)
        return words.REQUIRED_ANY[bahasa].format(kolom=named)
    return (words.REQUIRED if field.mark else words.OPTIONAL)[bahasa]


def how_said(field: Field, bahasa: int = 0) -> str:
    """How the column is filled in."""
    column = field.column
    parts = [(words.HOW[column.kind] if field.listed else words.UNLISTED_HOW)[bahasa]]
    if column.in_period:
        parts.append(words.IN_PERIOD[bahasa])
    return " ".join(parts)


def note_of(field: Field, spec: ReportSpec, bahasa: str) -> str:
    """The note on a heading: meaning, whether required, how to fill it in, permitted words, example."""
    column = field.column
    languages = (0, 1) if bahasa == "en" else (0,)
    lines: list[str] = []
    for one in languages:
        lines += [
            column.meaning_en if one else column.meaning,
            need_said(field, spec, one),
            how_said(field, one),
        ]
        if field.choices:
            lines.append(words.CHOICE[one].format(pilihan=", ".join(field.choices)))
        if not field.choices and not one:
            lines.append(words.SAMPLE[one].format(contoh=example_said(field.example)))
    return "\n".join(lines)
