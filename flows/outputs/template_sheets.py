"""The sheets beside the form: the filled example and the instructions, both marked as no data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flows.grammar.own_sheets import EXAMPLE, GUIDE
from flows.outputs import template_words as words
from flows.outputs.template_fields import Field, example_said, how_said
from flows.outputs.template_style import Styles
from schemas.base import ReportSpec

EXAMPLE_SHEET, GUIDE_SHEET = "Contoh", "Petunjuk"
_GUIDE_WIDTHS = (5, 26, 11, 44, 44, 26)
_A3, _A4 = 8, 9
_WIDEST_ON_A4 = 200  # characters
_LINE = 14
_ARROW = 20


def write_example(
    sheet: Any, fields: Sequence[Field], styles: Styles, lembar: str, titles: Sequence[tuple[str, str]]
) -> None:
    """The form with one invented row."""
    sheet.write_string(0, 0, EXAMPLE, styles.title)
    sheet.write_string(1, 0, words.EXAMPLE_LINE.format(lembar=lembar), styles.quiet)
    for row, (label, value) in enumerate(titles, start=2):
        sheet.write_string(row, 0, label, styles.label)
        sheet.write_string(row, 2, value, styles.settled)
    head = 3 + len(titles)
    write_heading(sheet, head, fields, styles)
    sheet.write_number(head + 1, 0, 1, styles.sample(None))
    for one in fields:
        style = styles.sample(one.number_format)
        if isinstance(one.example, str):
            sheet.write_string(head + 1, one.place, one.example, style)
        else:
            sheet.write(head + 1, one.place, one.example, style)
    sheet.freeze_panes(head + 1, 2)
    sheet.set_landscape()
    sheet.set_paper(paper_for(fields))
    sheet.fit_to_pages(1, 0)
    sheet.set_tab_color("#A6A6A6")
    sheet.protect("", {"format_columns": True, "format_rows": True})


def write_heading(sheet: Any, row: int, fields: Sequence[Field], styles: Styles) -> None:
    """The headings of the form in their colours, and the widths of its columns."""
    sheet.write_string(row, 0, words.COUNTER, styles.heading(""))
    sheet.set_column(0, 0, 6)
    for one in fields:
        sheet.write_string(row, one.place, one.heading, styles.heading(one.mark))
        sheet.set_column(one.place, one.place, one.width)
    sheet.set_row(row, heading_height(fields))


def paper_for(fields: Sequence[Field]) -> int:
    """The paper on which the table can be read: A4, or A3 for a wide one."""
    return _A4 if sum(one.width for one in fields) <= _WIDEST_ON_A4 else _A3


def heading_height(fields: Sequence[Field]) -> int:
    """Room for the heading that needs most lines, and for the filter's arrow below it."""
    return _LINE * max(lines_of(one.heading, one.width - 2) for one in fields) + _ARROW


def lines_of(text: str, width: int) -> int:
    """How many lines a text takes when it is wrapped at blanks."""
    lines, used = 1, 0
    for word in text.split():
        if used and used + 1 + len(word) > width:
            lines, used = lines + 1, 0
        used += len(word) + bool(used)
        lines += (used - 1) // width
        used = used % width if used > width else used
    return lines


def write_guide(
    sheet: Any, spec: ReportSpec, fields: Sequence[Field], styles: Styles, lembar: str, bahasa: str
) -> None:
    """How the form is filled in, and a table of its columns."""
    for place, width in enumerate(_GUIDE_WIDTHS):
        sheet.set_column(place, place, width)
    sheet.write_string(0, 0, GUIDE, styles.title)
    either = words.EITHER if spec.required_any else ""
    row = 2
    for number, step in enumerate(words.STEPS, start=1):
        text = step.format(lembar=f'"{lembar}"', arti=spec.meaning, salah_satu=either)
        sheet.write_number(row, 0, number, styles.guide_number)
        sheet.merge_range(row, 1, row, 5, text, styles.guide)
        sheet.set_row(row, _LINE * lines_of(text, sum(_GUIDE_WIDTHS[1:])) + 4)
        row += 1
    row += 1
    for place, text in enumerate(words.COLUMN_TABLE):
        sheet.write_string(row, place, text, styles.heading("*"))
    sheet.set_row(row, 22)
    sheet.repeat_rows(row)
    for number, one in enumerate(fields, start=1):
        row += 1
        _write_column(sheet, row, number, one, styles, bahasa)
    sheet.set_portrait()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer(f"&R{words.SMALL}{words.PAGE}")
    sheet.set_tab_color("#A6A6A6")
    sheet.protect("", {"format_columns": True, "format_rows": True})


def _write_column(sheet: Any, row: int, number: int, one: Field, styles: Styles, bahasa: str) -> None:
    need = words.ONE_OF if one.mark == "**" else words.YES if one.mark else words.NO
    meaning, how = one.column.meaning, how_said(one)
    if bahasa == "en":
        meaning, how = f"{meaning}\n{one.column.meaning_en}", f"{how}\n{how_said(one, 1)}"
    if one.column.categories:
        how = f"{how}\n{', '.join(one.choices)}"
    texts = (str(number), one.heading, need, meaning, how, example_said(one.example))
    for place, text in enumerate(texts):
        sheet.write_string(row, place, text, styles.guide_cell)
    most = max(
        sum(lines_of(line, width) for line in text.split("\n"))
        for text, width in zip(texts, _GUIDE_WIDTHS, strict=True)
    )
    sheet.set_row(row, _LINE * most + 4)
