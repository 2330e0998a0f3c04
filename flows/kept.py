"""Findings as the working database keeps them, each with its row as received."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import NamedTuple

import duckdb

from flows.outputs.names import stem_of
from flows.same_finding import Row, Said, row_of

NO_ROW: Row = frozenset()


class Kept(NamedTuple):
    """One stored finding; ``laporan`` that of its kiriman, ``isi`` the cells of its row."""

    kiriman_id: str
    berkas: str
    kode_wilayah: str | None
    laporan: str | None
    lembar: str | None
    baris: int | None
    kolom: str | None
    sel: str | None
    kode: str
    tingkat: str
    nilai: str | None
    pesan: str
    pribadi: bool
    penjelasan: str | None
    isi: Row = NO_ROW


def kept_findings(con: duckdb.DuckDBPyConnection, kiriman: Sequence[str], *, rows: bool = True) -> list[Kept]:
    """The findings of some kiriman, sheet by sheet from top to bottom; with ``rows`` what stood in their rows."""
    found = con.execute(
        "SELECT t.kiriman_id, t.berkas, k.kode_wilayah, k.laporan, t.lembar, t.baris, t.kolom, t.sel, t.kode, "
        "t.tingkat, t.nilai, t.pesan, coalesce(t.pribadi, false), t.penjelasan FROM gudang.main.temuan t "
        "JOIN gudang.main.kiriman k ON k.kiriman_id = t.kiriman_id "
        "WHERE t.kiriman_id IN (SELECT unnest(?::VARCHAR[])) "
        "ORDER BY t.kiriman_id, t.baris NULLS FIRST, length(t.sel), t.sel, t.kode, t.nilai",
        [list(kiriman)],
    ).fetchall()
    kept = [Kept(*row) for row in found]
    if not rows:
        return kept
    cells = _rows_of(con, sorted({one.kiriman_id for one in kept if one.baris is not None}))
    return [one._replace(isi=cells.get((one.kiriman_id, one.baris), NO_ROW)) for one in kept]


def said(one: Kept) -> Said:
    """What the finding is recognised by."""
    return Said(
        one.kode_wilayah or stem_of(one.berkas), one.laporan, one.kode, one.kolom, one.nilai, one.lembar, one.baris,
        one.sel, one.pesan, one.isi,
    )  # fmt: skip


def _rows_of(con: duckdb.DuckDBPyConnection, kiriman: Sequence[str]) -> dict[tuple[str, int | None], Row]:
    """(kiriman, baris) → cells, for the rows that findings speak of."""
    if not kiriman:
        return {}
    asked = "(SELECT DISTINCT kiriman_id, baris FROM gudang.main.temuan WHERE kiriman_id IN "
    asked += "(SELECT unnest(?::VARCHAR[])))"
    loaded = con.execute(
        "SELECT m.kiriman_id, m.baris, a.kolom, m.isi FROM gudang.main.mentah m "
        f"JOIN {asked} t ON t.kiriman_id = m.kiriman_id AND t.baris = m.baris "
        "JOIN (SELECT kiriman_id, list(kolom ORDER BY urut) AS kolom FROM gudang.main.kolom_asal "
        "WHERE kiriman_id IN (SELECT unnest(?::VARCHAR[])) AND urut > 0 AND dari IS NULL GROUP BY kiriman_id) a "
        "ON a.kiriman_id = m.kiriman_id WHERE m.isi IS NOT NULL",
        [list(kiriman), list(kiriman)],
    ).fetchall()
    held = con.execute(
        "SELECT kiriman_id, baris, CAST(isi AS VARCHAR) FROM gudang.main.karantina "
        "WHERE kiriman_id IN (SELECT unnest(?::VARCHAR[]))",
        [list(kiriman)],
    ).fetchall()
    cells = {(one, baris): row_of(kolom, isi) for one, baris, kolom, isi in loaded}
    for one, baris, isi in held:
        row = json.loads(isi)
        cells[one, baris] = row_of(list(row), list(row.values()))
    return cells
