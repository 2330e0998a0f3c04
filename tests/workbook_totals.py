"""Rows of a made-up table that hold no data: totals, section rows, the break between printed pages."""

from __future__ import annotations

from random import Random

from tests.workbook_kinds import KINDS
from tests.workbook_layout import Page, Plan, SectionStyle, letters, put_header, put_numbering
from tests.workbook_places import ROMAN
from tests.workbook_records import Cells
from tests.workbook_table import State
from tests.workbook_titles import SUBTOTALS, spellings
from tests.workbook_values import Raw, Sum, money, plain


def put_total(
    page: Page,
    left: int,
    plan: Plan,
    state: State,
    label: str,
    sums: dict[str, float],
    rng: Random,
    formula: bool = False,
) -> dict[str, str]:
    """A row of totals; returns column → address of what it states."""
    addresses: dict[str, str] = {}
    texts = [i for i, head in enumerate(plan.heads) if KINDS.get(head.column) not in {"count", "money"}]
    at = 0 if plan.heads[0].column != "#" or rng.random() < 0.5 else min(1, len(plan.heads) - 1)
    page.put(state.row, left + (at if at in texts else texts[0]), label)
    for offset, head in enumerate(plan.heads):
        if head.column not in sums:
            continue
        value = sums[head.column]
        raw: Raw = money(int(value), plan.style, rng) if KINDS[head.column] == "money" else plain(value)
        letter = letters(left + offset)
        if formula and isinstance(raw, int | float) and not plan.csv:
            raw = Sum(f"=SUM({letter}{state.data_rows[0] + 1}:{letter}{state.data_rows[-1] + 1})", raw)
        page.put(state.row, left + offset, raw)
        addresses[head.column] = f"{letter}{state.row + 1}"
    state.row += 1
    state.before = None
    return addresses


def put_section(
    page: Page, left: int, plan: Plan, state: State, cells: Cells, index: int, rng: Random
) -> None:
    """The row that says which kecamatan (or branch, or fund) the rows below it belong to."""
    how = some_sections(rng) if plan.mixed_sections else plan.section_how
    value = str(cells[plan.section])
    if plan.section == "kecamatan":
        text = how.kecamatan.format(value.upper())
    else:
        text = (spellings(plan.report, plan.section) or {value: (value,)})[value][0].upper()
    mark = {"roman": ROMAN[index % 10], "letters": chr(65 + index % 26)}.get(how.marks, "")
    if how.apart and mark and plan.heads[0].column == "#" and len(plan.heads) > 2:
        page.put(state.row, left, mark)
        page.put(state.row, left + 1, text)
    else:
        page.put(state.row, left, f"{mark}. {text}" if mark else text)
        if how.merged and not plan.csv:
            page.merge(state.row, left, state.row, left + len(plan.heads) - 1)
    state.row += 1
    state.number = 0
    state.before = None


def put_page_break(page: Page, left: int, plan: Plan, state: State, rng: Random) -> None:
    """A new printed page: carried over, a page number, the header again, brought forward."""
    carry = rng.random() < 0.5
    if carry:
        put_total(page, left, plan, state, "Jumlah Dipindahkan", state.sums, rng)
    if rng.random() < 0.6:
        page.put(state.row, left + len(plan.heads) - 1, f"Halaman {2 + len(state.truth) // plan.page_rows}")
        state.row += 1
    state.row = put_header(page, state.row, left, plan, rng)
    state.row = put_numbering(page, state.row, left, plan)
    if carry:
        put_total(page, left, plan, state, "Jumlah Pindahan", state.sums, rng)
    state.before = None


def subtotal_label(plan: Plan, cells: Cells) -> str:
    name = str(cells[plan.section])
    return plan.section_how.subtotal.format(f"Kec. {name}" if plan.section == "kecamatan" else name)


def some_sections(rng: Random) -> SectionStyle:
    """One officer's way of writing section rows."""
    return SectionStyle(
        rng.choice(("KECAMATAN {}", "KEC. {}", "Kecamatan : {}", "Kec. {}")),
        rng.choice(("", "roman", "letters")),
        rng.random() < 0.5,
        rng.random() < 0.4,
        rng.choice(SUBTOTALS),
    )
