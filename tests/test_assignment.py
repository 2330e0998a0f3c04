"""The one-to-one assignment of columns with the greatest total."""

from __future__ import annotations

import doctest
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.grammar import assignment
from flows.grammar.assignment import best_assignment


def test_the_examples_in_the_docstrings() -> None:
    assert doctest.testmod(assignment).failed == 0


@pytest.mark.parametrize(
    ("scores", "pairs"),
    [
        ([], []),
        ([[]], []),
        ([[0.0]], []),
        ([[0.7]], [(0, 0)]),
        ([[0.9, 0.8], [0.9, 0.1]], [(0, 1), (1, 0)]),  # the greedy choice (0, 0) would lose the second row
        ([[0.5, 0.4, 0.3]], [(0, 0)]),
        ([[0.5], [0.6], [0.4]], [(1, 0)]),
        ([[0.0, 0.0], [0.0, 0.3]], [(1, 1)]),
    ],
)
def test_best_pairs(scores: list[list[float]], pairs: list[tuple[int, int]]) -> None:
    assert best_assignment(scores) == pairs


@st.composite
def grids(draw: st.DrawFn) -> list[list[float]]:
    rows, columns = draw(st.integers(1, 5)), draw(st.integers(1, 5))
    cell = st.sampled_from([0.0, 0.1, 0.25, 0.5, 0.6, 0.75, 1.0, 1.35])
    return [[draw(cell) for _ in range(columns)] for _ in range(rows)]


def best_total(scores: list[list[float]]) -> float:
    """The greatest total by trying every assignment."""
    rows, columns = len(scores), len(scores[0])
    if rows > columns:
        return best_total([list(column) for column in zip(*scores, strict=True)])
    return max(sum(scores[i][j] for i, j in enumerate(order)) for order in permutations(range(columns), rows))


@given(grids())
def test_nothing_better_exists_and_nothing_is_used_twice(scores: list[list[float]]) -> None:
    pairs = best_assignment(scores)
    assert len({i for i, _ in pairs}) == len(pairs) == len({j for _, j in pairs})
    assert all(scores[i][j] > 0 for i, j in pairs)
    assert sum(scores[i][j] for i, j in pairs) == pytest.approx(best_total(scores))
