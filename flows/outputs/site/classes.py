"""Five shades for the figures of a map."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

SHADES = 5
_PERCENT_STEP = 100 // SHADES


class Shade(NamedTuple):
    """One shade of the legend: from and to, both included, and how many districts have it."""

    dari: int | float
    sampai: int | float
    banyak: int


def shades_of(values: Collection[int | float], percent: bool) -> list[Shade]:
    """The shades of a map, the lightest first; equal figures share one.

    Percentages have five fixed steps of 20 points. Other figures: about as many districts in each shade, so that one
    giant does not leave the others pale; the legend says what each holds.
    """
    if percent:
        steps = [[v for v in values if _percent_step(v) == step] for step in range(SHADES)]
        return [
            Shade(step * _PERCENT_STEP, (step + 1) * _PERCENT_STEP, len(held))
            for step, held in enumerate(steps)
        ]
    distinct = sorted(set(values))
    if len(distinct) <= SHADES:
        return [_shade(values, one, one) for one in distinct]
    ranked = sorted(values)
    upper = sorted({ranked[(at + 1) * len(ranked) // SHADES - 1] for at in range(SHADES)})
    lower = [distinct[0]] + [next(v for v in distinct if v > top) for top in upper[:-1]]
    return [_shade(values, low, top) for low, top in zip(lower, upper, strict=True)]


def shade_at(value: int | float, shades: list[Shade], percent: bool) -> int:
    """The place of a figure's shade on the scale of five, 1 to 5; few shades are spread over the scale."""
    if percent:
        return _percent_step(value) + 1
    at = next(at for at, one in enumerate(shades) if value <= one.sampai)
    return spread(at, len(shades))


def spread(at: int, many: int) -> int:
    """The place, 1 to 5, of the shade ``at`` of ``many``: 1 and 5 of two, 1, 3 and 5 of three; 3 of one."""
    return (SHADES + 1) // 2 if many == 1 else 1 + round(at * (SHADES - 1) / (many - 1))


def _percent_step(value: int | float) -> int:
    return min(max(int(value) // _PERCENT_STEP, 0), SHADES - 1)


def _shade(values: Collection[int | float], low: int | float, top: int | float) -> Shade:
    return Shade(low, top, sum(low <= one <= top for one in values))
