"""The rows of a made-up table: written to the sheet one by one, each with the truth about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Any

from tests.workbook_faults import UNMEASURED, Fault, cell_faults, row_faults
from tests.workbook_kinds import KINDS
from tests.workbook_layout import Page, Plan, letters
from tests.workbook_places import place_text
from tests.workbook_records import Cells
from tests.workbook_titles import DITTO
from tests.workbook_values import Raw, Truth, plain, range_text, write

NOT_SUMMED = {"harga_satuan", "prioritas", "volume", "kapasitas_produksi"}
DITTO_COLUMNS = {
    "kecamatan",
    "sumber_dana",
    "satuan",
    "lokasi",
    "penyelenggara",
    "program",
    "mitra",
    "nama_kegiatan",
}


@dataclass(slots=True)
class State:
    """Where the writing stands: the next row, the rows of the truth, sums, the row before."""

    row: int
    truth: list[dict[str, Any]] = field(default_factory=list)
    sums: dict[str, float] = field(default_factory=dict)
    section_sums: dict[str, float] = field(default_factory=dict)
    number: int = 0
    before: Cells | None = None
    data_rows: list[int] = field(default_factory=list)
    clean: bool = True
    runs: dict[str, tuple[int, int]] = field(default_factory=dict)


def iso(value: Truth | date | object) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def shown_cells(plan: Plan, cells: Cells) -> dict[str, Any]:
    """What the loaded row must hold: the columns printed, what the section or the sheet says, a range's end."""
    shown = {h.column.split(":")[0] for h in plan.heads if h.column.isidentifier() or ":" in h.column}
    truth = {name: iso(cells[name]) for name in shown}
    if plan.section in cells:
        truth[plan.section] = iso(cells[plan.section])
    if plan.sheet_kecamatan and "kecamatan" in cells:
        truth["kecamatan"] = plan.sheet_kecamatan
    if "tanggal_mulai" in shown and "tanggal_selesai" not in shown:
        truth["tanggal_selesai"] = iso(cells["tanggal_selesai"])
    men, women = cells.get("tenaga_kerja_l"), cells.get("tenaga_kerja_p")
    if (
        "tenaga_kerja_l" in shown
        and "tenaga_kerja" not in shown
        and isinstance(men, int)
        and isinstance(women, int)
    ):
        truth["tenaga_kerja"] = men + women
    return truth


def choose_fault(plan: Plan, cells: Cells, rng: Random) -> tuple[str, Fault] | None:
    """One fault for this row, or None where it has no cell that can carry one."""
    shown = {h.column for h in plan.heads}
    options = row_faults(cells, shown, plan.style, rng)
    for name in sorted(shown & cells.keys()):
        value = cells[name]
        if value is None or (name == "tanggal_mulai" and plan.ranges):
            continue
        options += [(name, f) for f in cell_faults(plan.report, name, value, plan.period, rng, plan.csv)]
    if not options:
        return None
    # the rare kinds of fault as often as those that any cell can have
    code = rng.choice(sorted({fault.code for _, fault in options}))
    return rng.choice([option for option in options if option[1].code == code])


def cell_of(plan: Plan, column: str, cells: Cells, rng: Random) -> Raw:
    """The raw cell of one column of a good row."""
    value = cells[column.split(":", maxsplit=1)[0]]
    if ":" in column:
        return rng.choice(("v", "√", "✓")) if value == column[-1] else None
    last = cells.get("tanggal_selesai")
    if column == "tanggal_mulai" and plan.ranges and isinstance(value, date) and isinstance(last, date):
        return range_text(value, last, rng)
    return write(plan.report, column, value, plan.style, rng)


def fault_cell(plan: Plan, name: str, fault: Fault, rng: Random) -> Raw:
    """A fault across cells holds a good value, written as the officer writes; any other stands as it is."""
    if fault.code in {"REALISASI_MELEBIHI_PAGU", "NILAI_TIDAK_COCOK", "SELESAI_SEBELUM_MULAI"}:
        return write(plan.report, name, fault.raw, plan.style, rng)  # type: ignore[arg-type]
    if fault.code == "DI_LUAR_RENTANG" and KINDS[name] == "money" and isinstance(fault.raw, int):
        return plain(fault.raw / plan.style.scale)
    return fault.raw


def put_row(
    page: Page,
    left: int,
    plan: Plan,
    state: State,
    cells: Cells,
    rng: Random,
    fault: tuple[str, Fault] | None,
) -> None:
    """Writes one data row and its truth."""
    state.number += 1
    row = state.row
    truth: dict[str, Any] = {
        "baris": row + 1,
        "nilai": shown_cells(plan, cells),
        "status": "diterima",
        "temuan": [],
    }
    for offset, head in enumerate(plan.heads):
        name, column = head.column, left + offset
        if name == "#":
            page.put(row, column, state.number)
        elif name == "@":
            put_district(page, row, column, plan, truth, rng)
        elif not name:
            page.put(row, column, rng.choice(head.fill))
        elif fault and fault[0] == name:
            page.put(row, column, fault_cell(plan, name, fault[1], rng))
            note_fault(truth, name, fault[1], None if not fault[1].cell else f"{letters(column)}{row + 1}")
        elif repeats(plan, state, name, cells):
            put_repeat(page, row, column, plan, state, name, rng)
        else:
            state.runs.pop(name, None)
            page.put(row, column, cell_of(plan, name, cells, rng))
    add_up(state, truth["nilai"], fault is not None)
    state.before = None if fault else cells
    state.truth.append(truth)
    state.data_rows.append(row)
    state.row += 1


def put_district(page: Page, row: int, column: int, plan: Plan, truth: dict[str, Any], rng: Random) -> None:
    """The row's own district; now and then a name that belongs to two, which holds the row back."""
    one = rng.choice(plan.others)
    truth["kode_wilayah"] = one.code
    if rng.random() < 0.05:
        page.put(row, column, "Toraja")
        finding = {"kolom": "kode_wilayah", "kode": "WILAYAH_AMBIGU"}
        truth.update(kode_wilayah=None, status="karantina", temuan=[finding])
        return
    page.put(row, column, place_text(one, rng))


def note_fault(truth: dict[str, Any], name: str, fault: Fault, address: str | None) -> None:
    if fault.truth is UNMEASURED:
        truth["nilai"].pop(name)
    else:
        truth["nilai"][name] = fault.truth
    if fault.held:
        truth["status"] = "karantina"
    finding = {"kolom": name, "kode": fault.code}
    truth["temuan"].append(finding | ({"sel": address} if address else {}))
    if fault.code in {"TANGGAL_TIDAK_SAH", "DI_LUAR_PERIODE"} and name == "tanggal_mulai":
        truth["nilai"].pop("tanggal_selesai", None)
    if name in {"tenaga_kerja_l", "tenaga_kerja_p"}:
        truth["nilai"].pop("tenaga_kerja", None)
    if fault.code == "KECAMATAN_TAK_DIKENAL":
        truth["nilai"].pop("desa", None)  # a desa is only known inside its kecamatan


def repeats(plan: Plan, state: State, name: str, cells: Cells) -> bool:
    same = state.before is not None and state.before.get(name) == cells.get(name) is not None
    return name in DITTO_COLUMNS and same and (bool(plan.ditto) or plan.merge_down)


def put_repeat(page: Page, row: int, column: int, plan: Plan, state: State, name: str, rng: Random) -> None:
    """A ditto mark, or the cell above merged down over this row."""
    if plan.ditto:
        plan.tags.add("ditto")
        page.put(row, column, plan.ditto if plan.ditto != "*" else rng.choice(DITTO))
        return
    plan.tags.add("merged-down")
    top = state.runs.get(name, (row - 1, 0))[0]
    if (top, column, row - 1, column) in page.merged:
        page.merged.remove((top, column, row - 1, column))
    page.merge(top, column, row, column)
    state.runs[name] = (top, row)


def add_up(state: State, values: dict[str, Any], faulty: bool) -> None:
    for name, value in values.items():
        if KINDS.get(name) in {"count", "money"} and isinstance(value, int) and name not in NOT_SUMMED:
            state.sums[name] = state.sums.get(name, 0) + value
            state.section_sums[name] = state.section_sums.get(name, 0) + value
    state.clean = state.clean and not faulty
