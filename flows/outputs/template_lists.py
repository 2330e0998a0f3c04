"""The hidden sheet of lists behind the dropdowns of the blank form, and what each cell of the form accepts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from flows.grammar.own_sheets import CHOICES
from flows.grammar.text import is_ditto
from flows.outputs import template_words as words
from flows.outputs.template_fields import Field, how_said, need_said
from schemas.base import ReportSpec
from schemas.regions import districts, villages_by_kecamatan

SHEET = "Pilihan"
FIRST_ROW = 3  # as the spreadsheet program counts
DISTRICTS, PERIODS, KECAMATAN, DESA = ":wilayah", ":periode", ":kecamatan", ":desa"
EARLIEST, LATEST = date(1990, 1, 1), date(2100, 12, 31)
_MOST_TITLE, _MOST_MESSAGE = 32, 255


@dataclass(slots=True)
class Lists:
    """The lists by name, each a column of the hidden sheet; the desa stand beside their kecamatan, in its order."""

    columns: dict[str, list[str]] = field(default_factory=dict)

    def range_of(self, name: str) -> str:
        """The cells of a list as a formula names them: Pilihan!$B$3:$B$9."""
        letter = self.letter(name)
        return f"{SHEET}!${letter}${FIRST_ROW}:${letter}${FIRST_ROW + len(self.columns[name]) - 1}"

    def letter(self, name: str) -> str:
        from xlsxwriter.utility import xl_col_to_name

        letters: str = xl_col_to_name(list(self.columns).index(name))
        return letters


def lists_for(fields: Sequence[Field], kode_wilayah: str | None, periode: str | None, tahun: int) -> Lists:
    """All lists that the form needs: for an unknown district no villages, but the districts to choose from."""
    lists = Lists()
    if kode_wilayah is None:
        lists.columns[DISTRICTS] = [one.nama_lengkap for one in districts().values()]
    if periode is None:
        codes = [code for year in (tahun, tahun - 1) for code in words.periods_of(year)]
        lists.columns[PERIODS] = [words.period_said(code) for code in codes]
    kinds = {one.column.kind for one in fields}
    places = villages_by_kecamatan(kode_wilayah) if kode_wilayah else {}
    if "kecamatan" in kinds and places:
        lists.columns[KECAMATAN] = list(places)
    if "desa" in kinds and places:
        pairs = [(kecamatan, desa) for kecamatan, inside in places.items() for desa in inside]
        lists.columns[f"{DESA}:kecamatan"] = [kecamatan for kecamatan, _ in pairs]
        # "Sama" is a village, but also what people write for "the same as above".
        lists.columns[DESA] = [f"Desa {desa}" if is_ditto(desa) else desa for _, desa in pairs]
    for one in fields:
        if one.choices:
            lists.columns[one.column.name] = list(one.choices)
    return lists


def write_lists(sheet: Any, lists: Lists) -> None:
    """Fill the hidden sheet: our mark, the names of the lists, their words."""
    sheet.write_string(0, 0, CHOICES)
    for place, (name, listed) in enumerate(lists.columns.items()):
        sheet.write_string(1, place, name.lstrip(":"))
        for row, word in enumerate(listed, start=FIRST_ROW - 1):
            sheet.write_string(row, place, word)
    sheet.protect()
    sheet.very_hidden()


def title_validation(lists: Lists, name: str) -> dict[str, Any]:
    """What the cell of the district or of the period accepts."""
    place = name == DISTRICTS
    return {
        "validate": "list",
        "source": f"={lists.range_of(name)}",
        "input_title": words.DISTRICT_LABEL if place else words.PERIOD_LABEL,
        "input_message": words.ASK_DISTRICT if place else words.ASK_PERIOD,
        "error_title": words.UNLISTED,
        "error_message": words.NOT_IN_LIST if place else words.UNLISTED_PERIOD,
        "error_type": "stop" if place else "warning",
    }


def validation_of(
    one: Field, fields: Sequence[Field], lists: Lists, spec: ReportSpec, row: int
) -> dict[str, Any]:
    """What a cell of the column accepts; ``row`` is the first row of data as the spreadsheet program counts."""
    rule = _rule(one, fields, lists, row)
    how = how_said(one)
    rule.setdefault("error_title", words.WRONG)
    rule.setdefault("error_message", words.clipped(f"{one.column.title}: {how}", _MOST_MESSAGE))
    if one.column.kind != "text":
        said = f"{one.column.meaning} {how} {need_said(one, spec, 0)}"
        rule["input_title"] = words.clipped(one.column.title, _MOST_TITLE)
        rule["input_message"] = words.clipped(said, _MOST_MESSAGE)
    return rule


def _rule(one: Field, fields: Sequence[Field], lists: Lists, row: int) -> dict[str, Any]:
    column, cell = one.column, _cell(one, row)
    if one.choices:
        listed = f"={lists.range_of(column.name)}"
        return {"validate": "list", "source": listed, "error_message": words.NOT_IN_LIST}
    if column.kind in {"desa", "kecamatan"}:
        return _place_rule(one, fields, lists, row)
    if column.kind in {"count", "money", "year"}:
        return {"validate": "integer", **_bounds(column.minimum, column.maximum)}
    if column.kind in {"decimal", "percent"}:
        return {"validate": "decimal", **_bounds(column.minimum, column.maximum)}
    if column.kind == "date":
        return {"validate": "date", "criteria": "between", "minimum": EARLIEST, "maximum": LATEST}
    digits = {"nik": 16, "nib": 13, "kbli": 5}.get(column.kind)
    if digits:
        # ISTEXT: as a number the program would keep 15 digits and put a 0 for the rest.
        return {
            "validate": "custom",
            "value": f"=AND(ISTEXT({cell}),LEN({cell})={digits},ISNUMBER(VALUE({cell})))",
        }
    if column.kind == "phone":
        return {"validate": "length", "criteria": "between", "minimum": 7, "maximum": 20}
    return {"validate": "any"}


def _cell(one: Field, row: int) -> str:
    from xlsxwriter.utility import xl_col_to_name

    return f"${xl_col_to_name(one.place)}{row}"


def _bounds(minimum: float | None, maximum: float | None) -> Mapping[str, Any]:
    if maximum is None:
        return {"criteria": ">=", "value": minimum or 0}
    return {"criteria": "between", "minimum": minimum or 0, "maximum": maximum}


def _place_rule(one: Field, fields: Sequence[Field], lists: Lists, row: int) -> dict[str, Any]:
    """The district's kecamatan, or the desa of the row's kecamatan; others are doubted, since new ones arise."""
    name = KECAMATAN if one.column.kind == "kecamatan" else DESA
    if name not in lists.columns:
        return {"validate": "any"}
    listed = lists.range_of(name)
    beside = next((other for other in fields if other.column.kind == "kecamatan"), None)
    if name == DESA and beside is not None:
        kecamatan, every = _cell(beside, row), lists.range_of(f"{DESA}:kecamatan")
        first = listed.split(":")[0]
        within = f"OFFSET({first},MATCH({kecamatan},{every},0)-1,0,COUNTIF({every},{kecamatan}),1)"
        listed = f'IF({kecamatan}="",{listed},{within})'
    return {
        "validate": "list",
        "source": f"={listed}",
        "error_title": words.UNLISTED,
        "error_message": words.UNLISTED_PLACE,
        "error_type": "warning",
    }
