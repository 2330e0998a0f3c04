"""A gender that a list writes in two columns, L and P, of which one is ticked."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from flows.grammar.headings import tokens_of
from flows.shapes import Named
from flows.steps.headers.seen import Seen
from schemas.base import ReportSpec


def gender_ticks(seen: Sequence[Seen], report: ReportSpec) -> list[Named]:
    """Two columns L and P that hold ticks are one column of ours: jenis_kelamin."""
    if not report.has("jenis_kelamin"):
        return []
    for left, right in pairwise(seen):
        sexes = [tokens_of(one.cell.path[-1]) for one in (left, right)]
        ticks = all(one.profile.tick >= 0.7 or one.profile.filled == 0 for one in (left, right))
        if (
            sorted(sexes) == [("laki",), ("perempuan",)]
            and ticks
            and left.profile.filled + right.profile.filled
        ):
            parts = ["L" if words == ("laki",) else "P" for words in sexes]
            return [
                Named(
                    one.cell.column, "jenis_kelamin", " ".join(one.cell.path), 1.0, "tanda centang", part=part
                )
                for one, part in zip((left, right), parts, strict=True)
            ]
    return []
