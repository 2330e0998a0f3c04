"""How a column of a report type is declared, once and for all purposes.

A report type is a Pandera ``DataFrameModel`` (see :class:`Report`) in a file of its own. Its columns are
declared with :func:`column`; everything else (header vocabulary, parsing, validation, DDL, template,
dictionary, masking) reads them through :func:`spec_of`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

import pandera.polars as pa
import polars as pl

Kind = Literal[
    "text",  # free text: trimmed, inner blanks folded, case kept
    "count",  # whole number of people, units, pieces
    "money",  # whole rupiah
    "decimal",  # a measured quantity
    "percent",  # 0–100
    "year",
    "date",
    "category",  # one of the canonical words of the column
    "gender",  # L or P
    "nik",
    "nib",
    "kbli",
    "phone",  # E.164
    "desa",
    "kecamatan",
    "unit",  # unit of measure as written, lower case
]
Personal = Literal["nama", "nik", "alamat", "telepon", "umum"]

POLARS_TYPES: dict[str, Any] = {
    "count": pl.Int64,
    "money": pl.Int64,
    "year": pl.Int64,
    "decimal": pl.Float64,
    "percent": pl.Float64,
    "date": pl.Date,
}

#: No count of people or units, no quantity, no amount of rupiah is larger; a NIK or a telephone number is.
LARGEST: dict[str, int] = {
    "count": 999_999_999,
    "decimal": 999_999_999_999,
    "money": 999_999_999_999_999,
    "percent": 100,
}


class Categories(dict[str, tuple[str, ...]]):
    """A closed list, canonical word → other spellings; never changed, so it may key a memory of readings."""

    def __hash__(self) -> int:  # type: ignore[override]
        return id(self)

    def __eq__(self, other: object) -> bool:
        return self is other


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a report type, as every step reads it.

    ``wordings``: headings that districts print above it, parent and child of a two-level header in one
    string. ``categories``: canonical word → other spellings. ``range_end``: the column that takes the last
    day when one cell holds a range of dates. ``unit_column``: the column that takes the unit written behind
    a number. ``personal``: class of personal data (UU 27/2022) or None. ``in_period``: a date that is doubted
    where it lies outside the period of the report. ``last_day``: of a range of dates the cell's last day counts.
    ``typical``: words (lower case) that the texts of this column often hold; ``foreign``: words that they hold
    only where the column is another one. ``example``: an invented value, shown in the blank template.
    """

    name: str
    kind: Kind
    title: str
    title_en: str
    meaning: str
    meaning_en: str
    wordings: tuple[str, ...] = ()
    unit: str | None = None
    required: bool = False
    personal: Personal | None = None
    categories: Categories | None = None
    minimum: float | None = None
    maximum: float | None = None
    range_end: str | None = None
    unit_column: str | None = None
    in_period: bool = False
    last_day: bool = False
    typical: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()
    example: str | int | float | None = None

    @property
    def polars_type(self) -> Any:
        return POLARS_TYPES.get(self.kind, pl.String)

    @property
    def is_number(self) -> bool:
        return self.kind in {"count", "money", "decimal", "percent", "year"}


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule across the cells of one row: where ``broken`` is true, ``column`` gets the finding ``kode``.

    ``needs`` names the columns the expression reads; where one is missing from a table the rule is silent.
    """

    kode: str
    column: str
    needs: tuple[str, ...]
    broken: pl.Expr
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReportSpec:
    """One report type: what its table is called, what announces it, and its columns in order.

    ``title_words``: phrases of a sheet's title that announce the report. ``required_any``: at least one of
    these must be filled in every row. ``summed``: the number columns a district adds up in its total row.
    """

    name: str
    title: str
    title_en: str
    meaning: str
    meaning_en: str
    title_words: tuple[str, ...]
    columns: tuple[Column, ...]
    rules: tuple[Rule, ...] = ()
    required_any: tuple[str, ...] = ()
    _by_name: dict[str, Column] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_name", {one.name: one for one in self.columns})

    def column(self, name: str) -> Column:
        """The column called ``name``; KeyError where there is none."""
        found = self._by_name.get(name)
        if found is None:
            raise KeyError(f"{self.name} has no column {name}")
        return found

    def has(self, name: str) -> bool:
        return name in self._by_name


def column(
    kind: Kind,
    *,
    title: str,
    title_en: str,
    meaning: str,
    meaning_en: str,
    wordings: tuple[str, ...] = (),
    unit: str | None = None,
    required: bool = False,
    personal: Personal | None = None,
    categories: Mapping[str, tuple[str, ...]] | None = None,
    minimum: float | None = None,
    maximum: float | None = None,
    range_end: str | None = None,
    unit_column: str | None = None,
    in_period: bool = False,
    last_day: bool = False,
    typical: tuple[str, ...] = (),
    foreign: tuple[str, ...] = (),
    example: str | int | float | None = None,
) -> Any:
    """Declare a column of a report type: the only way to do so.

    Numbers may not be negative unless ``minimum`` says otherwise, nor above the ``LARGEST`` of their kind.
    """
    minimum, maximum = _bounds(kind, minimum, maximum)
    checks = _checks(kind, categories, minimum, maximum)
    declared: dict[str, Any] = {
        "kind": kind,
        "title_en": title_en,
        "meaning": meaning,
        "meaning_en": meaning_en,
        "wordings": wordings,
        "unit": unit,
        "required": required,
        "personal": personal,
        "categories": None if categories is None else Categories(categories),
        "minimum": minimum,
        "maximum": maximum,
        "range_end": range_end,
        "unit_column": unit_column,
        "in_period": in_period,
        "last_day": last_day,
        "typical": typical,
        "foreign": foreign,
        "example": example,
    }
    return pa.Field(nullable=not required, title=title, description=meaning, metadata=declared, **checks)


def _bounds(kind: Kind, minimum: float | None, maximum: float | None) -> tuple[float | None, float | None]:
    if kind in {"count", "money", "decimal", "percent"} and minimum is None:
        minimum = 0
    if maximum is None:
        maximum = LARGEST.get(kind)
    return minimum, maximum


def _checks(
    kind: Kind,
    categories: Mapping[str, tuple[str, ...]] | None,
    minimum: float | None,
    maximum: float | None,
) -> dict[str, Any]:
    """What pandera is asked to check in each cell of the column."""
    checks: dict[str, Any] = {}
    if minimum is not None:
        checks["ge"] = minimum
    if maximum is not None:
        checks["le"] = maximum
    if categories is not None:
        checks["isin"] = list(categories)
    if kind == "gender":
        checks["isin"] = ["L", "P"]
    if kind in PATTERNS:
        checks["str_matches"] = PATTERNS[kind]
    return checks


PATTERNS: dict[str, str] = {
    "nik": r"^\d{16}$",
    "nib": r"^\d{13}$",
    "kbli": r"^\d{5}$",
    "phone": r"^\+\d{7,15}$",
}


class Report(pa.DataFrameModel):
    """Base of the report types. ``Config.title`` is the printed name, ``Config.metadata`` the rest.

    ``Config.metadata`` holds ``name``, ``title_en``, ``meaning``, ``meaning_en``, ``title_words`` and, where
    they apply, ``rules`` (tuple of :class:`Rule`) and ``required_any``.
    """

    class Config:
        strict = "filter"
        coerce = False
        metadata: dict[str, Any] = {}


@cache
def spec_of(report: type[Report]) -> ReportSpec:
    """The declarations of a report type as plain data."""
    schema = report.to_schema()
    about: dict[str, Any] = dict(report.Config.metadata)
    columns = tuple(
        Column(name=name, title=declared.title or name, **(declared.metadata or {}))
        for name, declared in schema.columns.items()
    )
    return ReportSpec(
        name=about["name"],
        title=schema.title or about["name"],
        title_en=about["title_en"],
        meaning=about["meaning"],
        meaning_en=about["meaning_en"],
        title_words=tuple(about["title_words"]),
        columns=columns,
        rules=tuple(about.get("rules", ())),
        required_any=tuple(about.get("required_any", ())),
    )
