"""Figures of a province: sums that say how many districts they rest on, and none where there can be none."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Literal, NamedTuple

from flows.outputs.site.data import Value
from flows.outputs.site.indicators import Indicator
from schemas.period_codes import period_of

Cells = Mapping[tuple[str, int], Value]
Why = Literal["", "kosong", "panjang"]


class Total(NamedTuple):
    """The sum over ``melapor`` of ``seluruhnya`` districts; None where nobody reports, or ``panjang``: where periods
    of different length cannot be added. ``sama``: the change in percent since the year before over the ``banyak_sama``
    districts that have both."""

    jumlah: int | float | None
    melapor: int
    seluruhnya: int
    sebab: Why
    sama: float | None = None
    banyak_sama: int = 0


def total_of(one: Indicator, cells: Cells, codes: Collection[str], year: int) -> Total:
    """The province's figure for a year, with its change over the same districts."""
    now = {kode: cells[kode, year] for kode in codes if (kode, year) in cells}
    before = {kode: cells[kode, year - 1] for kode in now if (kode, year - 1) in cells}
    added, why = _add(one, list(now.values()))
    change = _change(one, [now[kode] for kode in before], list(before.values()))
    return Total(added, len(now), len(codes), why, change, len(before))


def mixed(one: Indicator, values: Collection[Value]) -> bool:
    """Whether an indicator that covers a stretch of time does so for periods of different length."""
    return one.arus and len({_grain(value.periode) for value in values}) > 1


def _add(one: Indicator, values: list[Value]) -> tuple[int | float | None, Why]:
    if not values:
        return None, "kosong"
    if mixed(one, values):
        return None, "panjang"
    if one.satuan == "persen":
        top = sum(value.bagian[0] for value in values if value.bagian)
        below = sum(value.bagian[1] for value in values if value.bagian)
        return (100 * top / below, "") if below else (None, "kosong")
    return sum(value.nilai for value in values if value.nilai is not None), ""


def _change(one: Indicator, now: list[Value], before: list[Value]) -> float | None:
    if one.satuan == "persen" or mixed(one, [*now, *before]):
        return None
    new, _ = _add(one, now)
    old, _ = _add(one, before)
    return 100 * (new - old) / old if new is not None and old else None


def _grain(periode: str | None) -> str:
    try:
        return period_of(periode or "").jenis
    except ValueError:
        return periode or ""
