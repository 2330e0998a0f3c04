"""Decides by chance what a made-up table is to look like, and writes it."""

from __future__ import annotations

from random import Random
from typing import Any

from tests.workbook_columns import heads
from tests.workbook_kinds import KINDS
from tests.workbook_layout import Page, Plan, header_depth, put_header, put_numbering, truth_table
from tests.workbook_places import Period, Place, some_place
from tests.workbook_records import Cells
from tests.workbook_records_small import records
from tests.workbook_style import some_style
from tests.workbook_table import State, add_up, choose_fault, put_row, shown_cells
from tests.workbook_titles import DITTO, TOTALS
from tests.workbook_totals import put_page_break, put_section, put_total, some_sections, subtotal_label

SECTIONS: dict[str, tuple[str, ...]] = {
    "ikm": ("kecamatan", "cabang_industri"),
    "pembinaan": ("metode",),
    "peserta": ("kecamatan",),
    "bantuan_alat": ("kecamatan", "sumber_dana"),
    "sentra": ("kecamatan",),
    "anggaran": ("sumber_dana",),
    "potensi": ("kecamatan",),
    "usulan": ("kecamatan",),
}
COPIED = ("sumber_dana", "satuan", "lokasi", "penyelenggara", "program", "mitra")


def some_plan(
    report: str,
    place: Place,
    period: Period,
    rng: Random,
    tags: set[str],
    *,
    csv: bool = False,
    kecamatan: str = "",
    own_district: bool = False,
    simple: bool = False,
) -> Plan:
    """The plan of one table. ``simple``: no sections and no page breaks, for tables that share a sheet."""
    style = some_style(rng, csv)
    section = ""
    if report in SECTIONS and not kecamatan and not simple and not own_district and rng.random() < 0.3:
        section = rng.choice(SECTIONS[report])
        tags.add(f"sections-{'kecamatan' if section == 'kecamatan' else 'category'}")
    without = frozenset({section} if section else {"kecamatan"} if kecamatan else ())
    if own_district:
        without |= {"desa", "kecamatan"}
    plan = Plan(
        report,
        place,
        period,
        style,
        heads(report, rng, style, tags, without, own_district),
        tags,
        csv,
        section=section,
        section_how=some_sections(rng),
        mixed_sections=bool(section) and rng.random() < 0.15,
        sheet_kecamatan=kecamatan,
        subtotals=bool(section) and rng.random() < 0.6,
        total=rng.choice(TOTALS) if rng.random() < 0.5 else "",
        average=rng.random() < 0.08,
        numbering=rng.choice(("plain", "brackets", "negative", "letters", "formula"))
        if rng.random() < 0.5
        else "",
        page_rows=rng.randint(6, 10) if not section and not simple and rng.random() < 0.12 else 0,
        gap_every=rng.randint(3, 6) if rng.random() < 0.1 else 0,
        ranges=rng.random() < 0.6,
        faults=rng.choice((0, 0, 0, 1, 2, 3)),
        twin=rng.random() < 0.06,
        others=(place, some_place(rng), some_place(rng)) if own_district else (),
    )
    if rng.random() < 0.2:
        plan.ditto = rng.choice((*DITTO, "*"))
    elif rng.random() < 0.15 and not csv:
        plan.merge_down = True
    # a range needs the cell of both days
    plan.ranges = plan.ranges and all(head.column != "tanggal_selesai" for head in plan.heads)
    if plan.total:
        plan.total_first = rng.random() < 0.12 and not plan.page_rows
        plan.wrong_total = rng.random() < 0.2 and not plan.page_rows
    return plan


def prepared(plan: Plan, rng: Random, count: int) -> list[Cells]:
    """Rows for a plan: distinct in what they show, one-day events where the table has a single plain date."""
    rows = records(plan.report, plan.place, plan.period, rng, count)
    shown = {head.column for head in plan.heads}
    for i, row in enumerate(rows):
        if "tanggal_mulai" in shown and "tanggal_selesai" not in shown and not plan.ranges:
            row["tanggal_selesai"] = row["tanggal_mulai"]
        if "tanggal_mulai" in shown and row["tanggal_mulai"] is None:
            row["tanggal_selesai"] = None
        elif "tanggal_selesai" in row and row["tanggal_selesai"] is None:
            row["tanggal_selesai"] = row["tanggal_mulai"]
        if i and (plan.ditto or plan.merge_down):
            for name in COPIED:
                if name in shown and rng.random() < 0.6:
                    row[name] = rows[i - 1][name]
    if plan.section:
        rows.sort(key=lambda row: str(row[plan.section]))
        rows = [row for row in rows if row[plan.section] is not None]
    if plan.sheet_kecamatan:
        for row in rows:
            fitting = plan.place.villages[plan.sheet_kecamatan][1]
            row.update(kecamatan=plan.sheet_kecamatan, desa=rng.choice(fitting))
    distinct = {str(sorted(shown_cells(plan, row).items(), key=str)).casefold(): row for row in rows}
    return list(distinct.values())


def tag_plan(plan: Plan) -> None:
    """Says in tags what the plan asks for."""
    depth = header_depth(plan.heads)
    style = plan.style
    plan.tags.add(f"header-{depth}-rows")
    wanted = {
        "numbering-row": bool(plan.numbering),
        "sections-mixed": plan.mixed_sections,
        "subtotals": plan.subtotals,
        "totals": bool(plan.total),
        "total-first": plan.total_first,
        "page-breaks": bool(plan.page_rows),
        "gaps": bool(plan.gap_every),
        "average-row": plan.average,
        "scale-header": style.scale > 1 and not style.scale_in_title,
        f"money-{style.money}": any(KINDS.get(h.column) == "money" for h in plan.heads),
        f"date-{style.day}": any(KINDS.get(h.column) == "date" for h in plan.heads),
        "faults": plan.faults > 0,
        "csv": plan.csv,
    }
    plan.tags.update(name for name, there in wanted.items() if there)


def put_table(
    page: Page, top: int, left: int, plan: Plan, rng: Random, count: int, own: bool = False
) -> tuple[dict[str, Any], int]:
    """Writes a whole table; returns its truth and the row below it."""
    tag_plan(plan)
    state = State(put_header(page, top, left, plan, rng))
    state.row = put_numbering(page, state.row, left, plan)
    rows = prepared(plan, rng, count)
    faulty = set(rng.sample(range(len(rows)), min(plan.faults, len(rows))))
    twin = rng.randrange(len(rows)) if plan.twin else -1
    if plan.total_first and not faulty and twin < 0:
        sums = totals(plan, rows)
        put_total(page, left, plan, state, plan.place.name.upper(), sums, rng)
    sections = 0
    for i, cells in enumerate(rows):
        if plan.section and (not i or rows[i - 1][plan.section] != cells[plan.section]):
            end_section(page, left, plan, state, rows[i - 1], rng) if i else None
            put_section(page, left, plan, state, cells, sections, rng)
            sections += 1
        if plan.page_rows and i and i % plan.page_rows == 0:
            put_page_break(page, left, plan, state, rng)
        elif plan.gap_every and i and i % plan.gap_every == 0:
            state.row += 1
            state.before = None
        put_row(page, left, plan, state, cells, rng, choose_fault(plan, cells, rng) if i in faulty else None)
        if i == twin and i not in faulty and not plan.merge_down and not own:
            put_twin(page, left, plan, state, len(plan.heads))
    if plan.section:
        end_section(page, left, plan, state, rows[-1], rng)
    truth = truth_table(plan, page, state.truth, own)
    if plan.average:
        means = {name: float(round(value / max(1, len(rows)))) for name, value in state.sums.items()}
        put_total(page, left, plan, state, "Rata-rata", means, rng)
    if plan.total and not plan.total_first:
        put_grand_total(page, left, plan, state, truth, rng)
    return truth, state.row


def totals(plan: Plan, rows: list[Cells]) -> dict[str, float]:
    """Sums of the columns that a district adds up, before any row is written."""
    state = State(0)
    for cells in rows:
        add_up(state, shown_cells(plan, cells), False)
    return state.sums


def end_section(page: Page, left: int, plan: Plan, state: State, cells: Cells, rng: Random) -> None:
    if plan.subtotals:
        put_total(page, left, plan, state, subtotal_label(plan, cells), state.section_sums, rng)
    state.section_sums = {}


def put_twin(page: Page, left: int, plan: Plan, state: State, width: int) -> None:
    """The row above once more, with its own running number: it must be held back."""
    plan.tags.add("twin-row")
    above = state.truth[-1]
    for column in range(left, left + width):
        page.put(state.row, column, page.cells.get((state.row - 1, column)))
    state.number += 1
    if plan.heads[0].column == "#":
        page.put(state.row, left, state.number)
    finding = {"kolom": None, "kode": "GANDA"}
    state.truth.append({**above, "baris": state.row + 1, "status": "karantina", "temuan": [finding]})
    state.data_rows.append(state.row)
    state.clean = False
    state.before = None
    state.row += 1


def put_grand_total(
    page: Page, left: int, plan: Plan, state: State, truth: dict[str, Any], rng: Random
) -> None:
    """The total row; now and then one of its figures disagrees with the rows, which must be named."""
    sums = dict(state.sums)
    wrong = ""
    if plan.wrong_total and state.clean and sums:
        wrong = rng.choice(sorted(sums))
        sums[wrong] += 5_000_000 if KINDS[wrong] == "money" else 7
        plan.tags.add("wrong-total")
    formula = not wrong and not plan.section and state.clean and not plan.page_rows
    addresses = put_total(page, left, plan, state, plan.total, sums, rng, formula)
    if wrong in addresses:
        truth["temuan"].append({"kolom": wrong, "kode": "JUMLAH_TIDAK_COCOK", "sel": addresses[wrong]})
