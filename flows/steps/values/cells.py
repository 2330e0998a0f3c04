"""The raw cells of a table's columns, with what merged ranges and ditto marks stand for filled in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import polars as pl

from flows.grammar.figures import EXACT
from flows.grammar.text import fold, is_ditto
from flows.shapes import Borrowed, Sheet, Table, Value

MANY = 300  # cells from which on it is worth while to ask Polars


@dataclass(slots=True)
class RawColumn:
    """The cells of one physical column over the data rows; ``sel`` differs from the row's own where filled.

    ``ditto``: positions filled by a ditto mark; ``lone``: ditto marks that have nothing above them.
    """

    column: int
    values: Sequence[Value] = ()
    sel: dict[int, str] = field(default_factory=dict)  # position → address the value was taken from
    errors: dict[int, str] = field(default_factory=dict)
    ditto: set[int] = field(default_factory=set)
    lone: dict[int, str] = field(default_factory=dict)
    once: list[int] = field(default_factory=list)  # positions of amounts merged over several rows


def raw_column(table: Table, column: int, *, amounts: bool = False) -> RawColumn:
    """Values of ``column`` for each data row, merged ranges and ditto marks filled from above.

    Where the column holds ``amounts``, one merged over several rows counts once, in the first: filled down it
    would be added up as often as it has rows.
    """
    sheet = table.sheet
    raw = RawColumn(column)
    merged = _merged_over(sheet, column)
    if not merged and not sheet.errors and not any(map(is_ditto, set(table.cells(column)))):
        raw.values = table.cells(column)
        return raw
    filled: list[Value] = []
    raw.values = filled
    above: Value = None
    above_sel = ""
    for position, row in enumerate(table.data):
        values = sheet.values[row]
        value = values[column] if column < len(values) else None
        sel = sheet.address(row, column) or ""
        error = sheet.errors.get((row, column))
        if error is not None:
            raw.errors[position] = error
            filled.append(value)
            above, above_sel = None, ""
            continue
        if value is None and row in merged and merged[row] != row:
            top = merged[row]
            if amounts and isinstance(sheet.values[top][column], (int, float, str)):
                raw.once.append(position)
                filled.append(None)
                continue
            value, source = sheet.values[top][column], sheet.address(top, column) or ""
            raw.sel[position] = sel = source
        elif isinstance(value, str) and is_ditto(value):
            if above_sel:
                raw.ditto.add(position)
                raw.sel[position] = sel = above_sel
            else:
                raw.lone[position] = value
            value = above
        filled.append(value)
        above, above_sel = value, sel
    return raw


def _merged_over(sheet: Sheet, column: int) -> dict[int, int]:
    """Row → first row of the merged range that covers it in this column."""
    covered: dict[int, int] = {}
    for r0, c0, r1, c1 in sheet.merged:
        if c0 <= column <= c1 and r1 > r0 and c0 == column:
            covered.update(dict.fromkeys(range(r0, r1 + 1), r0))
    return covered


def borrowed(baris: Sequence[int], kolom: str, raw: RawColumn) -> list[Borrowed]:
    """The cells of a column whose value stands above them; ``baris`` are the numbers of the data rows."""
    return [
        Borrowed(baris[position], kolom, sel, "tanda sama" if position in raw.ditto else "sel gabungan")
        for position, sel in sorted(raw.sel.items())
    ]


def raw_text(value: Value) -> str | None:
    """The raw text kept for lineage: what the cell holds, numbers without a trailing ".0"."""
    if value is None:
        return None
    if isinstance(value, str):
        return value
    return fold(value)


def raw_texts(raw: RawColumn) -> list[str | None]:
    """The raw text of each row's cell; of one that an error or a lone ditto mark leaves without value, that."""
    texts = _texts(raw.values)
    for position, text in (*raw.errors.items(), *raw.lone.items()):
        texts[position] = texts[position] or text or None
    return texts


def _texts(values: Sequence[Value]) -> list[str | None]:
    types = set(map(type, values))
    if types <= {str, type(None)}:
        return list(values)  # type: ignore[arg-type]
    if types <= {float, type(None)} and len(values) >= MANY:
        numbers = pl.Series(values, dtype=pl.Float64)
        whole = numbers.cast(pl.Int64, strict=False)
        if (whole == numbers).all() and (whole.abs() < EXACT).all():
            return whole.cast(pl.String).to_list()
    return [raw_text(value) for value in values]
