"""A made-up table on a sheet: header, numbering row, sections, rows, totals; and the truth about every row."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Any

from tests.workbook_columns import Head
from tests.workbook_places import Period, Place
from tests.workbook_values import Raw, Style


def letters(column: int) -> str:
    """0 → A, 26 → AA."""
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


@dataclass(slots=True)
class Page:
    """A sheet in the making; rows and columns count from 0."""

    name: str
    cells: dict[tuple[int, int], Raw] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden: bool = False

    def put(self, row: int, column: int, value: Raw) -> None:
        if value is not None:
            self.cells[row, column] = value

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        if (top, left) != (bottom, right):
            self.merged.append((top, left, bottom, right))


@dataclass(frozen=True, slots=True)
class SectionStyle:
    """How the section rows of a table are written: with a mark before the text or in a cell of its own."""

    kecamatan: str = "KECAMATAN {}"
    marks: str = ""  # "" roman letters
    apart: bool = False
    merged: bool = False
    subtotal: str = "Sub Total"


@dataclass(slots=True)
class Plan:
    """What one table is to look like."""

    report: str
    place: Place
    period: Period
    style: Style
    heads: list[Head]
    tags: set[str]
    csv: bool
    section: str = ""  # the column that section rows carry
    section_how: SectionStyle = SectionStyle()
    mixed_sections: bool = False  # every section row in a way of its own
    sheet_kecamatan: str = ""  # the kecamatan that the sheet's name carries
    subtotals: bool = False
    total: str = ""
    total_first: bool = False
    wrong_total: bool = False
    average: bool = False
    page_rows: int = 0
    gap_every: int = 0
    numbering: str = ""
    ditto: str = ""
    merge_down: bool = False
    ranges: bool = False
    faults: int = 0
    twin: bool = False
    others: tuple[Place, ...] = ()  # the districts of a table that has a column for them


def header_depth(heads: list[Head]) -> int:
    return max(len(head.path) for head in heads)


def shares(one: Head, other: Head, level: int) -> bool:
    """Whether two columns stand under the same parent on this level."""
    deep = min(len(one.path), len(other.path)) > level + 1
    return deep and one.path[: level + 1] == other.path[: level + 1]


def put_header(page: Page, top: int, left: int, plan: Plan, rng: Random) -> int:
    """Writes the header rows; returns the first row below them."""
    depth = header_depth(plan.heads)
    merging = not plan.csv and rng.random() < 0.6
    below = merging and rng.random() < 0.3
    for offset, head in enumerate(plan.heads):
        column, room = left + offset, depth - len(head.path)
        words = head.path[-1].split(" ")
        if len(head.path) == 1 and room and not merging and len(words) > 1 and rng.random() < 0.3:
            plan.tags.add("header-split")
            page.put(top, column, words[0])
            page.put(top + 1, column, " ".join(words[1:]))
            continue
        for level, text in enumerate(head.path):
            last = level + 1 == len(head.path)
            if not last and offset and shares(plan.heads[offset - 1], head, level):
                continue
            page.put(top + level + (room if last and below and len(head.path) == 1 else 0), column, text)
            if merging and last and not below:
                page.merge(top + level, column, top + depth - 1, column)
            if merging and not last:
                right = offset
                while right + 1 < len(plan.heads) and shares(head, plan.heads[right + 1], level):
                    right += 1
                page.merge(top + level, column, top + level, left + right)
    return top + depth


def put_numbering(page: Page, row: int, left: int, plan: Plan) -> int:
    """The row of column numbers under the header, where the plan wants one; returns the next row."""
    if not plan.numbering:
        return row
    at = {head.column: i + 1 for i, head in enumerate(plan.heads)}
    for offset, head in enumerate(plan.heads):
        number = offset + 1
        texts: dict[str, Raw] = {
            "plain": number,
            "brackets": f"({number})",
            "negative": -number,
            "letters": letters(offset).lower(),
            "formula": str(number),
        }
        value = texts[plan.numbering]
        sums = {
            "tenaga_kerja": ("tenaga_kerja_l", "tenaga_kerja_p"),
            "jumlah_peserta": ("peserta_l", "peserta_p"),
        }
        parts = sums.get(head.column, ("jumlah", "harga_satuan") if head.column == "nilai" else ())
        if plan.numbering == "formula" and parts and all(part in at for part in parts):
            sign = "x" if head.column == "nilai" else "+"
            value = f"{number}={at[parts[0]]}{sign}{at[parts[1]]}"
        page.put(row, left + offset, value)
    return row + 1


def truth_table(plan: Plan, page: Page, rows: list[dict[str, Any]], own_district: bool) -> dict[str, Any]:
    """One table of kebenaran.json; ``kolom`` maps our column to the heading printed over it."""
    named = {
        h.column.split(":")[0]: " / ".join(h.path).replace("\n", " ")
        for h in plan.heads
        if h.column.isidentifier()
    }
    return {
        "lembar": None if plan.csv else page.name,
        "laporan": plan.report,
        "kode_wilayah": None if own_district else plan.place.code,
        "periode": plan.period.code,
        "kolom": named,
        "baris": rows,
        "temuan": [],
    }
