"""Writes a report table onto a page, and notes from the same data what must be read from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from samples.cells import UP, As, Book, Col, Page, Plain, Section, Sub, code

REQUIRED: dict[str, tuple[str, ...]] = {
    "ikm": (),
    "rekap": ("kelompok", "jumlah_unit"),
    "pembinaan": ("nama_kegiatan",),
    "peserta": ("nama_peserta", "nama_kegiatan"),
    "bantuan_alat": ("nama_penerima", "nama_alat", "jumlah"),
    "pasar_murah": ("lokasi", "nama_retail", "nilai_transaksi"),
    "sentra": ("nama_sentra", "jumlah_unit"),
    "anggaran": ("nama_kegiatan", "sumber_dana", "pagu"),
    "kerja_sama": ("mitra", "tentang"),
    "potensi": ("komoditas",),
    "usulan": ("uraian",),
    "kunjungan": ("tanggal", "asal", "jumlah_orang"),
}


@dataclass
class Writing:
    """A table on its way to a page; ``sums`` since the last section and of the whole."""

    page: Page
    laporan: str
    cols: Sequence[Col]
    left: int
    truth: dict[str, Any]
    gives: dict[str, Any] = field(default_factory=dict)
    number: int = 0
    sums: list[dict[str, Any]] = field(default_factory=list)
    since: int = 0


def header(page: Page, cols: Sequence[Col], left: int = 0, merge: bool = True) -> None:
    """Write the header rows; equal neighbours are one wide cell, a short path is merged downwards."""
    depth = max(len(col.heads) for col in cols)
    top = len(page.rows)
    grid: list[list[Any]] = [[None] * (left + len(cols)) for _ in range(depth)]
    for at, col in enumerate(cols, start=left):
        for level, text in enumerate(col.heads):
            same = at > left and cols[at - left - 1].heads[: level + 1] == col.heads[: level + 1]
            if not (same and level < len(col.heads) - 1):
                grid[level][at] = text
                width = 1
                while level < len(col.heads) - 1 and at - left + width < len(cols):
                    if cols[at - left + width].heads[: level + 1] != col.heads[: level + 1]:
                        break
                    width += 1
                down = depth - 1 if level == len(col.heads) - 1 else level
                if merge and (width > 1 or down > level):
                    page.merged.append((top + level, at, top + down, at + width - 1))
    page.rows.extend(grid)


def table(
    book: Book,
    page: Page,
    laporan: str,
    cols: Sequence[Col],
    rows: Sequence[Any],
    *,
    kode: str | None,
    periode: str,
    left: int = 0,
    merge: bool = True,
    numbers: str | None = None,
    gives: Mapping[str, Any] | None = None,
    head: bool = True,
) -> dict[str, Any]:
    """Write header and rows of one report table below what the page holds, and note the truth about them.

    ``numbers`` is the pattern of a numbering row ("({})", "{}"); ``gives`` are values that stand outside the
    table (a kecamatan in the sheet's name). Returns the truth of the table, for further findings.
    """
    truth: dict[str, Any] = {
        "lembar": page.name, "laporan": laporan, "kode_wilayah": kode, "periode": periode, "baris": [],
        "temuan": [],
    }  # fmt: skip
    if head:
        header(page, cols, left, merge)
    if numbers:
        page.line(*[_numbering(numbers, n) for n in range(1, len(cols) + 1)], left=left)
    writing = Writing(page, laporan, cols, left, truth, dict(gives or {}))
    for row in rows:
        if isinstance(row, Section):
            writing.gives.update(row.gives)
            writing.since = len(writing.sums)
            writing.number = 0 if row.restart else writing.number
            page.line(row.text, left=left)
        elif isinstance(row, Sub):
            _total(writing, row)
        elif isinstance(row, Plain):
            page.line(*row.cells, left=left)
        else:
            _record(writing, row)
    book.tables.append(truth)
    return truth


def _numbering(pattern: str, number: int) -> Any:
    text = pattern.format(number)
    return int(text) if text.lstrip("-").isdigit() else text


def _record(writing: Writing, row: Mapping[str, Any]) -> None:
    """Write one row of data and note what must be read from it. Keys that begin with "_" steer:

    ``_also`` further values, ``_kode`` findings of the row, ``_held`` a row to be held back anyway,
    ``_number`` a running number in place of the next one.
    """
    writing.number += 1
    at = len(writing.page.rows)
    cells: list[Any] = []
    values: dict[str, Any] = dict(writing.gives)
    findings: list[dict[str, Any]] = []
    for place, col in enumerate(writing.cols, start=writing.left):
        if col.name is None:
            cells.append(col.show(row.get("_number", writing.number)))
            continue
        said = row.get(col.name)
        asked = said if isinstance(said, As) else As(said, None if said is None else col.show(said))
        cells.append(None if asked.written is UP else asked.written)
        if asked.written is UP:
            _merge_down(writing.page, at, place)
        if col.part or not asked.measured:
            pass
        elif col.name == "rentang":
            first, last = asked.value or (None, None)
            values |= {"tanggal_mulai": _plain(first), "tanggal_selesai": _plain(last)}
        else:
            values[col.name] = _plain(asked.value)
        if asked.kode:
            kolom = "tanggal_mulai" if col.name == "rentang" else col.name
            findings.append({"kolom": kolom, "kode": asked.kode, "sel": f"{code(place)}{at + 1}"})
    writing.page.rows.append([None] * writing.left + cells)
    findings += [{"kolom": kolom, "kode": kode} for kolom, kode in row.get("_kode", ())]
    values |= row.get("_also", {})
    own = values.pop("kode_wilayah", None)
    needed = [name for name in REQUIRED[writing.laporan] if name in values]
    held = row.get("_held", False) or any(values[name] is None for name in needed)
    if any(col.name == "kode_wilayah" for col in writing.cols) and own is None:
        held = True
    said_row = {
        "baris": at + 1, "nilai": values, "status": "karantina" if held else "diterima", "temuan": findings,
    }  # fmt: skip
    if own:
        said_row["kode_wilayah"] = own
    writing.truth["baris"].append(said_row)
    writing.sums.append(values)


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _merge_down(page: Page, row: int, column: int) -> None:
    """Merge a cell with the one above it, or stretch the range that ends there."""
    for place, (top, left, bottom, right) in enumerate(page.merged):
        if left == column == right and bottom == row - 1:
            page.merged[place] = (top, left, row, right)
            return
    page.merged.append((row - 1, column, row, column))


def _total(writing: Writing, sub: Sub) -> None:
    """Write a total row; where it is made wrong, the truth asks for JUMLAH_TIDAK_COCOK at its cell."""
    rows = writing.sums if sub.whole else writing.sums[writing.since :]
    cells: list[Any] = [sub.label]
    for place, col in list(enumerate(writing.cols, start=writing.left))[1:]:
        if col.name not in sub.names or col.part:
            cells.append(None)
            continue
        total = sum(row.get(col.name) or 0 for row in rows) + sub.off.get(col.name, 0)
        cells.append(col.show(total))
        if col.name in sub.off:
            writing.truth["temuan"].append(
                {
                    "kolom": col.name,
                    "kode": "JUMLAH_TIDAK_COCOK",
                    "sel": f"{code(place)}{len(writing.page.rows) + 1}",
                }
            )
    writing.page.rows.append([None] * writing.left + cells)
