"""Figures through time: bars, each with the number of districts that it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from flows.outputs.site.data import Facts, Province, Value
from flows.outputs.site.figures import FEW_PROVINCES, written
from flows.outputs.site.indicators import INDICATORS, Indicator
from flows.outputs.site.totals import Total, total_of
from flows.outputs.site.words import GRAINS, Both, period, same, signed_percent
from schemas.period_codes import GRAINS as GRAIN_NAMES
from schemas.period_codes import period_of

#: The newest periods of a chart.
MOST_BARS = 12
#: The charts of a page for many provinces, which would outgrow a telephone with all of them.
OF_MANY = frozenset({"daftar_unit", "kelengkapan"})


class Bar(NamedTuple):
    """One period; ``lebar``: 0 to 100 of the longest bar. ``penuh``: all districts report."""

    periode: Both
    lebar: float
    nilai: Both
    total: Total
    penuh: bool
    perubahan: Both


class Trend(NamedTuple):
    """The bars of one indicator, oldest first, for periods of one kind."""

    judul: Both
    batang: tuple[Bar, ...]


def trends(one: Indicator, facts: Facts, province: Province) -> list[Trend]:
    """By year; where the page is for few provinces by half-year, quarter or month too."""
    cells = facts.nilai.get(one.kunci, {})
    years = sorted({year for kode, year in cells if kode in province.kabkota})[-MOST_BARS:]
    yearly = [(same(str(year)), total_of(one, cells, province.kabkota, year)) for year in years]
    found = [Trend(GRAINS["tahun"], _bars(one, yearly))] if yearly else []
    by_period = facts.per_periode.get(one.kunci, {})
    for grain in GRAIN_NAMES[1:] if len(facts.provinsi) <= FEW_PROVINCES else ():
        kinds = sorted(
            {p for kode, p in by_period if kode in province.kabkota and period_of(p).jenis == grain},
            key=lambda p: period_of(p).selesai,
        )[-MOST_BARS:]
        if len(kinds) > 1:
            within = [(period(p), _total_in(one, by_period, province, p)) for p in kinds]
            found.append(Trend(GRAINS[grain], _bars(one, within)))
    return found


def all_trends(facts: Facts, province: Province) -> dict[str, list[Trend]]:
    """Indicator → its charts, those with figures only."""
    many = len(facts.provinsi) > FEW_PROVINCES
    shown = (one for one in INDICATORS if not many or one.kunci in OF_MANY)
    made = {one.kunci: trends(one, facts, province) for one in shown}
    return {kunci: charts for kunci, charts in made.items() if charts}


def _total_in(
    one: Indicator, cells: Mapping[tuple[str, str], int | None], province: Province, periode: str
) -> Total:
    values = {(kode, 0): Value(cells[kode, periode], periode, None) for kode in province.kabkota
              if (kode, periode) in cells}  # fmt: skip
    return total_of(one, values, province.kabkota, 0)


def _bars(one: Indicator, totals: list[tuple[Both, Total]]) -> tuple[Bar, ...]:
    longest = max((float(total.jumlah or 0) for _, total in totals), default=0)
    longest = 100 if one.satuan == "persen" else longest
    return tuple(
        Bar(
            label,
            round(100 * max(float(total.jumlah or 0), 0) / longest, 1) if longest else 0,
            written(one, total.jumlah),
            total,
            total.melapor == total.seluruhnya,
            change_of(total),
        )
        for label, total in totals
    )


def change_of(total: Total) -> Both:
    """The change over the same districts, such as "+3,4% (9)"; empty where there is none."""
    if total.sama is None:
        return same("")
    change = signed_percent(total.sama)
    return Both(f"{change.id} ({total.banyak_sama})", f"{change.en} ({total.banyak_sama})")
