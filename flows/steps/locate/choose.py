"""Which report type a header block is, from its headings and the title above it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from flows.grammar.headings import tokens_of
from flows.grammar.wording import DISTRICT, IGNORED, Matcher, heading_scores
from flows.shapes import HeaderCell
from schemas.base import ReportSpec
from schemas.reports import specs

NAMED = 0.6
TITLE_BONUS = 1.6
REQUIRED_BONUS = 1.2
STRANGE_PENALTY = 0.12


class Choice(NamedTuple):
    """A report type with how well a header suits it; ``missing``: required columns without a heading."""

    laporan: str
    score: float
    matched: int
    missing: tuple[str, ...]
    titled: bool


def choose(
    cells: Sequence[HeaderCell], titles: Sequence[str], match: Matcher, only: str | None = None
) -> list[Choice]:
    """Report types that the header may be, best first; empty where none is acceptable."""
    scored = [heading_scores(cell.path, match) for cell in cells]
    named: dict[str, list[tuple[float, int, str]]] = defaultdict(list)
    for index, scores in enumerate(scored):
        for (report, column), score in scores.items():
            if score >= NAMED:
                named[report].append((score, index, column))
    choices = []
    for spec in specs():
        if only is not None and spec.name != only:
            continue
        choice = _suits(spec, scored, named[spec.name], titles)
        if _acceptable(choice, len(cells), forced=only is not None):
            choices.append(choice)
    return sorted(choices, key=lambda choice: -choice.score)


def _suits(
    spec: ReportSpec,
    scored: Sequence[Mapping[tuple[str, str], float]],
    named: Sequence[tuple[float, int, str]],
    titles: Sequence[str],
) -> Choice:
    pairs = sorted(
        (pair for pair in named if spec.has(pair[2])),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    taken: dict[int, str] = {}
    total = 0.0
    for score, index, column in pairs:
        if index not in taken and column not in taken.values():
            taken[index] = column
            total += score
    found = set(taken.values())
    missing = tuple(column.name for column in spec.columns if column.required and column.name not in found)
    if spec.required_any and not found & set(spec.required_any):
        missing = (*missing, spec.required_any[0])
    wanted = sum(column.required for column in spec.columns) + bool(spec.required_any)
    covered = 1 - len(missing) / wanted if wanted else 1.0
    titled = is_titled(spec, titles)
    strange = sum(
        index not in taken
        and max(scores.get((spec.name, IGNORED), 0.0), scores.get((spec.name, DISTRICT), 0.0)) < NAMED
        for index, scores in enumerate(scored)
    )
    score = total + REQUIRED_BONUS * covered + TITLE_BONUS * titled - STRANGE_PENALTY * strange
    return Choice(spec.name, score, len(taken), missing, titled)


def _acceptable(choice: Choice, cells: int, *, forced: bool) -> bool:
    if choice.matched < 2:
        return False
    if forced:
        return True
    if not choice.missing:
        return choice.titled or choice.matched >= 3 or choice.matched >= 0.6 * cells
    if choice.titled:
        return choice.matched >= 0.5 * cells or (choice.matched >= 3 and len(choice.missing) <= 1)
    return choice.matched >= 5 and choice.matched >= 0.6 * cells


@cache
def _title_tokens(report: str) -> tuple[frozenset[str], ...]:
    spec = next(one for one in specs() if one.name == report)
    return tuple(frozenset(tokens_of(phrase)) for phrase in spec.title_words)


def is_titled(spec: ReportSpec, titles: Sequence[str]) -> bool:
    """Whether a title line holds all the words of one of the phrases that announce the report."""
    for line in titles:
        words = frozenset(tokens_of(line))
        if any(phrase and phrase <= words for phrase in _title_tokens(spec.name)):
            return True
    return False
