"""Sheets of a workbook that say again what its other sheets say: a REKAP sheet over sheets per kecamatan."""

from __future__ import annotations

import re
from collections.abc import Sequence

from flows.shapes import TypedTable

_GATHERING = re.compile(
    r"\b(?:rekap|rekapitulasi|gabungan|gabung|semua|total|seluruh|kompilasi|master)\b", re.IGNORECASE
)
SAME = 0.9


def repeating_tables(tables: Sequence[TypedTable | None]) -> list[int]:
    """Places of the tables whose rows all stand in other tables of the same report and file.

    Of a gathering sheet and its parts the gathering sheet is named; of two equal sheets the later.
    """
    if sum(table is not None for table in tables) < 2:
        return []
    rows = [_rows(table) if table is not None else frozenset() for table in tables]
    dropped: list[int] = []
    order = sorted(
        range(len(tables)), key=lambda place: (not _gathers(tables[place]), -len(rows[place]), -place)
    )
    for place in order:
        table = tables[place]
        if table is None or len(rows[place]) < 2:
            continue
        others: set[tuple[object, ...]] = set()
        for other, one in enumerate(tables):
            if other != place and other not in dropped and one is not None and _same_kind(one, table):
                others |= rows[other]
        if len(rows[place] & others) >= SAME * len(rows[place]):
            dropped.append(place)
    return sorted(dropped)


def _same_kind(one: TypedTable, other: TypedTable) -> bool:
    return one.laporan == other.laporan and one.context.periode == other.context.periode


def _gathers(table: TypedTable | None) -> bool:
    return table is not None and bool(_GATHERING.search(table.lembar or ""))


def _rows(table: TypedTable) -> frozenset[tuple[object, ...]]:
    """The rows by what is loaded of them, blank cells left out so that a missing column does not matter."""
    columns = [name for name in table.frame.columns if name not in {"baris", "mentah", "kecamatan"}]
    return frozenset(
        tuple((name, value) for name, value in zip(columns, row, strict=True) if value is not None)
        for row in table.frame.select(columns).rows()
    )
