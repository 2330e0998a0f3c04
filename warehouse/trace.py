"""The cells behind a number, and whether they make it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any, NamedTuple

import duckdb

from schemas.base import ReportSpec

from .masking import key_fields
from .scrubbing import HIDDEN
from .tables import base_fields
from .trace_query import Number, Plan, group_names, number_query, plan_of, rows_query
from .views import all_views

TOLERANCE = 1e-9


class TracedCell(NamedTuple):
    """One value that counts: where it stands, what stands there, what became of it, how often it counts.

    ``sel`` is the whole row (12:12) where rows are counted, and None where no cell of the sheet says the value.
    """

    berkas: str
    lembar: str | None
    baris: int
    sel: str | None
    mentah: str | None
    nilai: Any
    langkah: str | None
    temuan: str | None
    kali: int


@dataclass(frozen=True)
class Traced:
    """A number of the query, for one group: ``hasil`` by DuckDB, ``hitung`` by adding up ``cells`` here.

    ``kosong``: rows without a value. ``dibandingkan``: the values that a minimum or maximum was chosen from;
    ``cells`` are then those that hold it. ``berbeda``: cells whose recorded value is another than the one that counts.
    """

    angka: str
    kelompok: dict[str, Any]
    hasil: Any
    hitung: Any
    cells: list[TracedCell] = field(repr=False)
    kosong: int
    dibandingkan: int
    berbeda: int

    @property
    def cocok(self) -> bool:
        return self.berbeda == 0 and _equal(self.hasil, self.hitung)


def trace(con: duckdb.DuckDBPyConnection, specs: Sequence[ReportSpec], query: str) -> list[Traced]:
    """Every number of ``query``, group by group, with its cells; ``con`` is that of :func:`warehouse.readers.reading`.

    Raises :class:`~warehouse.trace_query.Untraceable`, and ``duckdb.Error`` for a query that cannot run.
    """
    plan = plan_of(con, query, _columns(specs), _views(specs))
    # What DuckDB has to say against the query is said about the query as it was written.
    con.execute(query).fetchall()
    return [traced for number in plan.numbers for traced in _traced(con, plan, number)]


def _columns(specs: Sequence[ReportSpec]) -> dict[str, set[str]]:
    shared = {one.name for one in base_fields()}
    return {
        spec.name: shared | {one.name for one in key_fields(spec)} | {one.name for one in spec.columns}
        for spec in specs
    }


def _views(specs: Sequence[ReportSpec]) -> dict[str, Sequence[str]]:
    return {view.name: view.needs for view in all_views()} | {"asal": [spec.name for spec in specs]}


def _traced(con: duckdb.DuckDBPyConnection, plan: Plan, number: Number) -> list[Traced]:
    keys = group_names(plan)
    con.execute(f"CREATE OR REPLACE TEMP TABLE telusur AS {rows_query(con, plan, number)}")
    cells = {
        key: [row[len(keys) :] for row in rows]
        for key, rows in groupby(_cells(con, plan, number, keys), key=lambda row: row[: len(keys)])
    }
    empty = {
        row[1:]: row[0]
        for row in con.execute(
            f"SELECT count(*) AS kosong, {_list(keys)} FROM telusur WHERE nilai IS NULL GROUP BY ALL"
        ).fetchall()
    }
    names = [_name(group, place) for place, group in enumerate(plan.groups, start=1)]
    made = []
    numbers = con.execute(number_query(con, plan, number)).fetchall()
    for hasil, *key in sorted(numbers, key=lambda row: [(one is not None, str(one)) for one in row[1:]]):
        group = dict(zip(names, key, strict=True))
        made.append(_one(number, group, hasil, cells.get(tuple(key), []), empty.get(tuple(key), 0)))
    return made


def _cells(
    con: duckdb.DuckDBPyConnection, plan: Plan, number: Number, keys: Sequence[str]
) -> list[tuple[Any, ...]]:
    """Group, cell and whether its recorded value is another, in the order of groups, files and rows."""
    grouped = ", ".join(f"t.{key}" for key in keys)
    select = f"""
WITH t AS (
    SELECT kiriman_id, baris, nilai, {_list(keys)} count(*) AS kali FROM telusur
    WHERE nilai IS NOT NULL GROUP BY ALL
), c AS (
    SELECT kiriman_id, baris, string_agg(sel, ' + ' ORDER BY sel) AS sel,
           string_agg(mentah, ' + ' ORDER BY sel) AS mentah, any_value(nilai) AS nilai,
           any_value(langkah) AS langkah, any_value(temuan) AS temuan
    FROM asal WHERE laporan = ? AND kolom = ? AND kiriman_id IN (SELECT kiriman_id FROM t) GROUP BY ALL
)
SELECT {grouped}{"," if keys else ""} k.berkas, k.lembar, t.baris,
       CASE WHEN ? THEN t.baris || ':' || t.baris ELSE c.sel END, c.mentah, t.nilai, c.langkah, c.temuan, t.kali,
       coalesce(c.nilai <> t.nilai::VARCHAR AND c.nilai <> ?, false)
FROM t JOIN kiriman k ON k.kiriman_id = t.kiriman_id
LEFT JOIN c ON c.kiriman_id = t.kiriman_id AND c.baris = t.baris
ORDER BY {grouped}{"," if keys else ""} k.berkas, k.lembar, t.baris, t.kiriman_id
"""
    return con.execute(select, [plan.laporan, number.kolom or "", number.kolom is None, HIDDEN]).fetchall()


def _list(keys: Sequence[str]) -> str:
    return "".join(f"{key}, " for key in keys)


def _name(group: dict[str, Any], place: int) -> str:
    """What a group is called: as the query calls it, else its column."""
    return str(group["alias"] or (group.get("column_names") or [f"kelompok_{place}"])[-1])


def _one(
    number: Number, group: dict[str, Any], hasil: Any, rows: Sequence[tuple[Any, ...]], kosong: int
) -> Traced:
    cells = [TracedCell(*row[:-1]) for row in rows]
    all_of_them = len(cells)
    hitung = _again(number, cells)
    if number.function in {"min", "max"}:
        cells = [one for one in cells if one.nilai == hitung]
    inside = f"{'DISTINCT ' if number.distinct else ''}{number.kolom or '*'}"
    label = f"{number.function}({inside})"
    return Traced(label, group, hasil, hitung, cells, kosong, all_of_them, sum(row[-1] for row in rows))


def _again(number: Number, cells: Sequence[TracedCell]) -> Any:
    """The number from the cells listed, without DuckDB."""
    if number.function == "count":
        return len({one.nilai for one in cells}) if number.distinct else sum(one.kali for one in cells)
    if not cells:
        return None
    if number.function in {"min", "max"}:
        return (min if number.function == "min" else max)(one.nilai for one in cells)
    total = _sum(cells)
    return total if number.function == "sum" else float(total) / sum(one.kali for one in cells)


def _sum(cells: Sequence[TracedCell]) -> int | float:
    if all(isinstance(one.nilai, int) for one in cells):
        return sum(int(one.nilai) * one.kali for one in cells)
    return math.fsum(float(one.nilai) * one.kali for one in cells)


def _equal(one: Any, other: Any) -> bool:
    if one is None or other is None or isinstance(one, str | date) or isinstance(other, str | date):
        return bool(one == other)
    if isinstance(one, int) and isinstance(other, int):
        return one == other
    exact = [float(value) if isinstance(value, Decimal) else value for value in (one, other)]
    return math.isclose(*exact, rel_tol=TOLERANCE, abs_tol=TOLERANCE)
