"""The blank form of a report type: a workbook that a district fills in and that loads without findings.

All of it follows from the declarations of the report; a new report type has its form without further code.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flows.grammar.headings import tokens_of
from flows.grammar.own_sheets import FORM
from flows.outputs import template_words as words
from flows.outputs.template_fields import EXAMPLE_DISTRICT, Field, fields_of, note_of
from flows.outputs.template_lists import (
    DISTRICTS,
    PERIODS,
    SHEET,
    Lists,
    lists_for,
    title_validation,
    validation_of,
    write_lists,
)
from flows.outputs.template_sheets import (
    EXAMPLE_SHEET,
    GUIDE_SHEET,
    heading_height,
    lines_of,
    paper_for,
    write_example,
    write_guide,
    write_heading,
)
from flows.outputs.template_style import DARK, LIGHT, MIDDLE, MISSING, Styles
from schemas.base import ReportSpec
from schemas.regions import districts

ROWS = 5_000  # a large district lists some 3,000 businesses
HEAD = 5  # the row of headings, counted from 0; the first row of data is HEAD + 1
_VALUE = 2  # the column of the values above the table
_ALLOWED = {
    "format_cells": True, "format_columns": True, "format_rows": True, "insert_rows": True, "sort": True,
    "autofilter": True,
}  # fmt: skip
_NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\']")


@dataclass(frozen=True, slots=True)
class _Form:
    """What the parts of the workbook are made of."""

    spec: ReportSpec
    wilayah: str | None
    periode: str | None
    bahasa: str
    fields: Sequence[Field]
    lists: Lists

    @property
    def lembar(self) -> str:
        return _NOT_IN_SHEET_NAMES.sub(" ", self.spec.title)[:31]


def template_workbook(
    spec: ReportSpec, kode_wilayah: str | None, periode: str | None, bahasa: str = "id", *, tahun: int
) -> bytes:
    """The blank form as the bytes of an .xlsx.

    Where the district or the period is None, the form asks for it. ``tahun``: the year whose periods are then
    offered, and that before it. ``bahasa``: "en" adds English to notes and instructions; the form itself is
    in Bahasa Indonesia. Raises KeyError for an unknown district and ValueError for what is no period.
    """
    import xlsxwriter

    period = periode or f"{tahun}"
    fields = fields_of(spec, kode_wilayah, period)
    lists = lists_for(fields, kode_wilayah, periode, tahun)
    wilayah = districts()[kode_wilayah].nama_lengkap if kode_wilayah else None
    form = _Form(spec, wilayah, periode and words.period_said(periode), bahasa, fields, lists)
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    book.set_properties({"title": f"{spec.title} – formulir isian", "created": datetime(tahun, 1, 1)})
    styles = Styles(book)
    _write_form(book.add_worksheet(form.lembar), form, styles)
    titles = [
        (words.DISTRICT_LABEL, wilayah or districts()[EXAMPLE_DISTRICT].nama_lengkap),
        (words.PERIOD_LABEL, words.period_said(period)),
    ]
    write_example(book.add_worksheet(EXAMPLE_SHEET), fields, styles, f'"{form.lembar}"', titles)
    write_guide(book.add_worksheet(GUIDE_SHEET), spec, fields, styles, form.lembar, bahasa)
    write_lists(book.add_worksheet(SHEET), lists)
    book.close()
    return _with_locked_structure(target.getvalue())


def _write_form(sheet: Any, form: _Form, styles: Styles) -> None:
    write_heading(sheet, HEAD, form.fields, styles)
    _open_columns(sheet, form, styles)
    for row in range(HEAD):
        sheet.set_row(row, 24 if row == 0 else 19, styles.above)
    sheet.set_row(HEAD, heading_height(form.fields), styles.above)
    sheet.write_string(0, 0, _announced(form.spec).upper(), styles.title)
    _write_title(sheet, 1, words.DISTRICT_LABEL, form.wilayah, DISTRICTS, form, styles)
    _write_title(sheet, 2, words.PERIOD_LABEL, form.periode, PERIODS, form, styles)
    _write_legend(sheet, form, styles)
    for one in form.fields:
        _write_note(sheet, one, form)
        rule = validation_of(one, form.fields, form.lists, form.spec, HEAD + 2)
        if rule["validate"] != "any" or "input_title" in rule:
            sheet.data_validation(HEAD + 1, one.place, HEAD + ROWS, one.place, rule)
    _mark_what_is_missing(sheet, form, styles)
    _set_up(sheet, form)


def _announced(spec: ReportSpec) -> str:
    """The title, with words by which a sheet announces the report where the title alone has none of them."""
    words_said = set(tokens_of(spec.title))
    if any(set(tokens_of(phrase)) <= words_said for phrase in spec.title_words):
        return spec.title
    return f"{spec.title} – {spec.title_words[0]}"


def _open_columns(sheet: Any, form: _Form, styles: Styles) -> None:
    """Number format and permission to write, for whole columns; the rows above the table take them back."""
    sheet.set_column(0, 0, 6, styles.counter)
    for one in form.fields:
        style = styles.entry(one.number_format, wrapped=one.column.kind == "text")
        sheet.set_column(one.place, one.place, one.width, style)


def _write_title(
    sheet: Any, row: int, label: str, value: str | None, name: str, form: _Form, styles: Styles
) -> None:
    sheet.write_string(row, 0, label, styles.label)
    style = styles.settled if value else styles.asked
    sheet.merge_range(row, _VALUE, row, _VALUE + 1, value or "", style)
    if value is None:
        sheet.data_validation(row, _VALUE, row, _VALUE, title_validation(form.lists, name))


def _write_legend(sheet: Any, form: _Form, styles: Styles) -> None:
    """What the colours mean; its first words tell the loader that this is our form."""
    swatches = [(DARK, words.LEGEND_REQUIRED)]
    swatches += [(MIDDLE, words.LEGEND_ANY)] if form.spec.required_any else []
    swatches += [(LIGHT, words.LEGEND_OPTIONAL), (MISSING, words.LEGEND_MISSING)]
    pieces: list[Any] = [styles.quiet, f"{FORM}{words.LEGEND}   "]
    for colour, meaning in swatches:
        pieces += [styles.make(font_color=colour, font_size=14), "■", styles.quiet, f" {meaning}   "]
    sheet.write_rich_string(3, 0, *pieces, styles.quiet)


def _write_note(sheet: Any, one: Field, form: _Form) -> None:
    text = note_of(one, form.spec, form.bahasa)
    lines = sum(lines_of(line, 44) for line in text.split("\n"))
    looks = {"author": "", "width": 300, "height": 16 * lines + 14, "font_name": "Arial", "font_size": 9}
    sheet.write_comment(HEAD, one.place, text, looks)


def _mark_what_is_missing(sheet: Any, form: _Form, styles: Styles) -> None:
    """A required cell shows while the rest of its row is filled in and it is not."""
    from xlsxwriter.utility import xl_col_to_name

    style, first = styles.missing, HEAD + 2
    row = f"$B{first}:${xl_col_to_name(form.fields[-1].place)}{first}"
    either = [xl_col_to_name(one.place) for one in form.fields if one.mark == "**"]
    for one in form.fields:
        if not one.mark:
            continue
        cells = either if one.mark == "**" else [xl_col_to_name(one.place)]
        empty = ",".join(f"ISBLANK(${letter}{first})" for letter in cells)
        rule = {"type": "formula", "criteria": f"=AND(COUNTA({row})>0,{empty})", "format": style}
        sheet.conditional_format(HEAD + 1, one.place, HEAD + ROWS, one.place, rule)
    lined = {"type": "formula", "criteria": f"=COUNTA({row})>0", "format": styles.used}
    sheet.conditional_format(HEAD + 1, 0, HEAD + ROWS, form.fields[-1].place, lined)


def _set_up(sheet: Any, form: _Form) -> None:
    last = form.fields[-1].place
    sheet.freeze_panes(HEAD + 1, 2)
    sheet.autofilter(HEAD, 0, HEAD + ROWS, last)
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{HEAD + ROWS + 1}"})
    sheet.set_landscape()
    sheet.set_paper(paper_for(form.fields))
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEAD)
    sheet.set_footer(f"&L{words.SMALL}{form.spec.title.replace('&', '&&')}&R{words.SMALL}{words.PAGE}")
    sheet.protect("", _ALLOWED)
    sheet.set_selection(HEAD + 1, 1, HEAD + 1, 1)


def _with_locked_structure(data: bytes) -> bytes:
    """The workbook with its sheets fixed in number, order and name, which XlsxWriter cannot do."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as made,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as locked,
    ):
        for part in made.infolist():
            content = made.read(part)
            if part.filename == "xl/workbook.xml":
                before, views, after = content.partition(b"<bookViews>")
                content = before + b'<workbookProtection lockStructure="1"/>' + views + after
            locked.writestr(part, content)
    return target.getvalue()
