"""The best one-to-one assignment between two small sets, by total score."""

from __future__ import annotations

from collections.abc import Sequence


def best_assignment(scores: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Pairs (row, column) with the greatest total score; pairs of score 0 are left out.

    The Hungarian method on costs (Kuhn 1955, potentials after Jonker and Volgenant 1987); n³ on a few dozen.

    >>> best_assignment([[0.9, 0.8], [0.9, 0.1]])
    [(0, 1), (1, 0)]
    """
    rows = [i for i, line in enumerate(scores) if any(line)]
    columns = [j for j, line in enumerate(zip(*scores, strict=True)) if any(line)]
    if not rows:
        return []
    # Most headings suit one or two columns: what suits none takes no part, and n³ is spared for it.
    size = max(len(rows), len(columns))
    cost = [[0.0] * size for _ in range(size)]
    for i, row in enumerate(rows):
        for j, column in enumerate(columns):
            cost[i][j] = -scores[row][column]
    owner = _solve(cost, size)
    pairs = ((rows[owner[j]], column) for j, column in enumerate(columns) if owner[j] < len(rows))
    return sorted((row, column) for row, column in pairs if scores[row][column] > 0)


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
