"""What offices say about doubted values: kept with the finding, and not asked for again.

An explanation changes nothing about what is loaded: a row that was held back stays held back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import duckdb
import polars as pl

from flows.kept import Kept, kept_findings, said
from flows.outputs.names import stem_of
from flows.outputs.points import point_of
from flows.outputs.reply import point_id
from flows.same_finding import SAME_DOUBT, Row, Said, recognised, row_of
from warehouse.records import Delivery

_PLACE = ("kiriman_id", "kode", "lembar", "baris", "kolom", "sel", "nilai")


def keep_answers(con: duckdb.DuckDBPyConnection, deliveries: Sequence[Delivery]) -> None:
    """Before ``deliveries`` are stored: keep the explanations they bring, and take over earlier ones.

    The explanations of a returned workbook go to the findings stored for the same unit, since the file may
    bring nothing else and then is a copy. A doubt of ``deliveries`` that was explained for its unit before takes
    that explanation.
    """
    given = any(one.penjelasan for one in deliveries)
    if not given and not _any_explained(con):
        return
    units = {unit for one in deliveries if (unit := _unit(one)) is not None}
    unit_of = _kiriman_of(con, units)
    latest_first = {kiriman: place for place, kiriman in enumerate(unit_of)}
    earlier: dict[str, list[Kept]] = {}
    for kept in sorted(kept_findings(con, list(unit_of)), key=lambda kept: latest_first[kept.kiriman_id]):
        earlier.setdefault(unit_of[kept.kiriman_id], []).append(kept)
    for one in deliveries:
        there = earlier.get(_unit(one) or "", [])
        there[:] = _with_answers(con, there, one.penjelasan)
        _take_over(one, there)


def _any_explained(con: duckdb.DuckDBPyConnection) -> bool:
    asked = "SELECT 1 FROM gudang.main.temuan WHERE penjelasan IS NOT NULL LIMIT 1"
    return bool(con.execute(asked).fetchall())


def _unit(one: Delivery) -> str | None:
    if one.laporan is None or one.periode is None:
        return None
    return f"{one.laporan}|{one.kode_wilayah or ''}|{one.periode}"


def _kiriman_of(con: duckdb.DuckDBPyConnection, units: Iterable[str]) -> dict[str, str]:
    """Every kiriman of these units and its unit, the latest first."""
    rows = con.execute(
        "SELECT kiriman_id, laporan || '|' || coalesce(kode_wilayah, '') || '|' || periode AS satuan "
        "FROM gudang.main.kiriman WHERE satuan IN (SELECT unnest(?::VARCHAR[])) "
        "ORDER BY diterima_pada DESC, kiriman_id",
        [sorted(units)],
    ).fetchall()
    return dict(rows)


def _with_answers(
    con: duckdb.DuckDBPyConnection, earlier: Sequence[Kept], penjelasan: Mapping[str, str]
) -> list[Kept]:
    """The earlier findings, those that ``penjelasan`` is about with it; the database is told."""
    if not penjelasan:
        return list(earlier)
    told = [
        one._replace(penjelasan=penjelasan.get(point_id(point_of(one, one.laporan)), one.penjelasan))
        for one in earlier
    ]
    changed = [new for old, new in zip(earlier, told, strict=True) if old != new]
    if changed:
        schema = {name: pl.Int64 if name == "baris" else pl.String for name in (*_PLACE, "penjelasan")}
        rows = [{name: getattr(one, name) for name in schema} for one in changed]
        con.register("jawaban", pl.DataFrame(rows, schema=schema).unique())
        same = " AND ".join(f"t.{name} IS NOT DISTINCT FROM j.{name}" for name in _PLACE)
        con.execute(
            f"UPDATE gudang.main.temuan AS t SET penjelasan = j.penjelasan FROM jawaban j WHERE {same}"
        )
        con.unregister("jawaban")
    return told


def _take_over(one: Delivery, earlier: Sequence[Kept]) -> None:
    explained = [kept for kept in earlier if kept.penjelasan and kept.tingkat == "peringatan"]
    open_doubts = [
        place
        for place, row in enumerate(one.findings)
        if row.tingkat == "peringatan" and row.penjelasan is None
    ]
    if not explained or not open_doubts:
        return
    cells = _cells(one, {one.findings[place].baris for place in open_doubts})
    new = [_said(one, place, cells) for place in open_doubts]
    for here, there in recognised([said(kept) for kept in explained], new, SAME_DOUBT).items():
        place = open_doubts[here]
        one.findings[place] = one.findings[place]._replace(penjelasan=explained[there].penjelasan)


def _said(one: Delivery, place: int, cells: Mapping[int, Row]) -> Said:
    row = one.findings[place]
    return Said(
        one.kode_wilayah or stem_of(one.berkas), one.laporan, row.kode, row.kolom, row.nilai, row.lembar, row.baris,
        row.sel, row.pesan, cells.get(row.baris or 0, frozenset()),
    )  # fmt: skip


def _cells(one: Delivery, rows: Iterable[int | None]) -> dict[int, Row]:
    wanted = {baris for baris in rows if baris is not None}
    kolom = [origin.kolom for origin in one.columns]
    cells = {held.baris: row_of(list(held.isi), list(held.isi.values())) for held in one.held}
    if one.good is not None and "mentah" in one.good.columns:
        picked = one.good.filter(pl.col("baris").is_in(list(wanted))).select("baris", "mentah")
        cells |= {baris: row_of(kolom, isi) for baris, isi in picked.rows() if isi is not None}
    return cells
