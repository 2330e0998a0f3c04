"""One physical column as it is seen: its header cell, what the heading is like, what its values are like."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from flows.grammar.headings import is_counter
from flows.grammar.profile import Profile, profile_of
from flows.grammar.text import fold
from flows.grammar.wording import DISTRICT, IGNORED, Matcher, heading_scores
from flows.shapes import HeaderCell, Table
from schemas.base import ReportSpec


class Seen(NamedTuple):
    """One physical column: its header cell, the likeness to every column, and the profile of its values."""

    cell: HeaderCell
    likeness: Mapping[str, float]
    profile: Profile


def look(table: Table, cell: HeaderCell, report: ReportSpec, match: Matcher) -> Seen:
    """What is seen of a column of the table; its profile is taken once and kept with the table."""
    scores = heading_scores(cell.path, match)
    likeness = {column: score for (name, column), score in scores.items() if name == report.name}
    if cell.column not in table.profiles:
        table.profiles[cell.column] = profile_of(table.cells(cell.column))
    return Seen(cell, likeness, table.profiles[cell.column])


def best_real(one: Seen) -> float:
    """The best likeness (0–1) to a column that the report type declares."""
    return max(
        (score for column, score in one.likeness.items() if column not in {IGNORED, DISTRICT}), default=0.0
    )


def is_ignored(one: Seen) -> bool:
    """Whether the column holds running numbers or what districts keep for themselves, by heading and values."""
    counts = one.profile.whole + one.profile.roman >= 0.7 and one.profile.large == 0 and one.profile.nik == 0
    if counts and is_counter(one.cell.path[-1]):
        return True
    ignored = one.likeness.get(IGNORED, 0.0)
    return ignored >= 0.8 and ignored > best_real(one) + 0.02


def has_twin(one: Seen, seen: Sequence[Seen], table: Table) -> bool:
    """Whether another column is headed by the same words over other values: neither is then loaded."""
    words = fold(" ".join(one.cell.path)).casefold()
    return any(
        other is not one
        and fold(" ".join(other.cell.path)).casefold() == words
        and other.profile.filled > 0
        and table.cells(one.cell.column) != table.cells(other.cell.column)
        for other in seen
    )
