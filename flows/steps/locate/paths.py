"""The texts above each column of a header block, parents spread over the columns they span."""

from __future__ import annotations

from flows.shapes import HeaderCell, Sheet
from flows.steps.locate.rows import texts_in


def paths(sheet: Sheet, top: int, bottom: int) -> list[HeaderCell]:
    """The texts above each column, outermost first; parents spread over their span."""
    width = max((len(row) for row in sheet.values[top : bottom + 1]), default=0)
    texts: list[list[str | None]] = [[None] * width for _ in range(top, bottom + 1)]
    for row in range(top, bottom + 1):
        for column, text in texts_in(sheet.values[row]).items():
            texts[row - top][column] = text
    covered = _spread_merged(sheet, texts, top, bottom)
    _spread_blank(texts, covered)
    cells: list[HeaderCell] = []
    for column in range(width):
        path: list[str] = []
        last_row = top
        for level, line in enumerate(texts):
            above = line[column]
            if above and (not path or path[-1] != above):
                path.append(above)
                last_row = top + level
        if path:
            cells.append(HeaderCell(column, tuple(path), last_row))
    return cells


def _spread_merged(
    sheet: Sheet, texts: list[list[str | None]], top: int, bottom: int
) -> set[tuple[int, int]]:
    covered: set[tuple[int, int]] = set()
    for r0, c0, r1, c1 in sheet.merged:
        if r0 < top or r0 > bottom or c0 >= len(texts[0]):
            continue
        text = texts[r0 - top][c0]
        for row in range(r0, min(r1, bottom) + 1):
            for column in range(c0, min(c1, len(texts[0]) - 1) + 1):
                covered.add((row - top, column))
                if text and texts[row - top][column] is None:
                    texts[row - top][column] = text
    return covered


def _spread_blank(texts: list[list[str | None]], covered: set[tuple[int, int]]) -> None:
    """A parent whose right neighbours are blank but have children below stands above those too."""
    for level in range(len(texts) - 1):
        line = texts[level]
        for column in range(1, len(line)):
            merged = not covered.isdisjoint({(level, column), (level, column - 1)})
            if line[column] is None and line[column - 1] is not None and not merged:
                below = texts[level + 1]
                parent_has_child = below[column - 1] is not None and below[column - 1] != line[column - 1]
                if below[column] is not None and parent_has_child:
                    line[column] = line[column - 1]
