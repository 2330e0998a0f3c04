"""The best one-to-one assignment between two small sets, by total score."""

from __future__ import annotations

from collections.abc import Sequence


def best_assignment(scores: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Pairs (row, column) with the greatest total score; pairs of score 0 are left out.

    The Hungarian method on costs (Kuhn 1955, potentials after Jonker and Volgenant 1987); n³ on a few dozen.

    >>> best_assignment([[0.9, 0.8], [0.9, 0.1]])
    [(0, 1), (1, 0)]
    """
    rows = len(scores)
    columns = len(scores[0]) if rows else 0
    if not rows or not columns:
        return []
    size = max(rows, columns)
    cost = [[-scores[i][j] if i < rows and j < columns else 0.0 for j in range(size)] for i in range(size)]
    owner = _solve(cost, size)
    return sorted((owner[j], j) for j in range(columns) if owner[j] < rows and scores[owner[j]][j] > 0)


def _solve(cost: Sequence[Sequence[float]], size: int) -> list[int]:
    """owner[column] = row of the cheapest complete assignment."""
    far = float("inf")
    row_price = [0.0] * (size + 1)
    column_price = [0.0] * (size + 1)
    owner = [size] * (size + 1)
    for row in range(size):
        owner[size] = row
        slack, previous, done = [far] * (size + 1), [size] * (size + 1), [False] * (size + 1)
        column = size
        while owner[column] != size:
            done[column] = True
            here, step, nearest = owner[column], far, size
            for j in range(size):
                if done[j]:
                    continue
                reduced = cost[here][j] - row_price[here] - column_price[j]
                if reduced < slack[j]:
                    slack[j], previous[j] = reduced, column
                if slack[j] < step:
                    step, nearest = slack[j], j
            for j in range(size + 1):
                if done[j]:
                    row_price[owner[j]] += step
                    column_price[j] -= step
                else:
                    slack[j] -= step
            column = nearest
        while column != size:
            owner[column], column = owner[previous[column]], previous[column]
    return owner[:size]
