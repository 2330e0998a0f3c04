"""A sheet of a workbook as bytes: what stands round its cells, and the changes that are to be made."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from flows.outputs.marking.parts import (
    Edit,
    Node,
    NotPatchable,
    check_encoding,
    parse,
    tag_at,
    whole,
    without_attribute,
)
from flows.outputs.marking.places import Area, Place, area_of

_OPEN = re.compile(rb"<((?:[\w.-]+:)?)sheetData(?:\s[^<>]*)?/?>")
# What follows legacyDrawing in a sheet, in the order of the format.
_BEHIND = frozenset(
    "legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst AlternateContent".split()
)


@dataclass
class SheetXml:
    """A sheet's bytes and where things stand in it. Raises NotPatchable for what is no sheet."""

    data: bytes
    cells: Node  # sheetData; its children are not listed
    root: Node  # of all but the cells
    edits: list[Edit] = field(default_factory=list)

    @classmethod
    def of(cls, data: bytes) -> SheetXml:
        check_encoding(data)
        opening = _OPEN.search(data)
        if opening is None:
            raise NotPatchable("a sheet without cells")
        start, inner = opening.span()
        closing = b"</" + opening[1] + b"sheetData"
        inner_end = inner if data[inner - 2 : inner] == b"/>" else data.rfind(closing)
        if inner_end < inner:
            raise NotPatchable("cells that do not end")
        root = parse(data[:inner] + data[inner_end:])
        _shift(root, inner, inner_end - inner)
        cells = root.child("sheetData")
        if root.name != "worksheet" or cells is None or cells.start != start:
            raise NotPatchable("a sheet in another order")
        return cls(data, cells, root)

    def merged(self) -> list[Area]:
        node = self.root.child("mergeCells")
        found = (area_of(one.attributes.get("ref", "")) for one in (node.children if node else ()))
        return [area for area in found if area is not None]

    def column_formats(self) -> list[tuple[int, int, int]]:
        """First and last column and the format that empty cells between them have."""
        node = self.root.child("cols")
        return [
            (*bounds, whole(one.attributes.get("style")))
            for one in (node.children if node else ())
            if (bounds := _bounds(one))
        ]

    def widths(self) -> Callable[[int], int]:
        """What gives a column's width in pixels."""
        usual = self.root.child("sheetFormatPr")
        given = _decimal(usual.attributes.get("defaultColWidth")) if usual else None
        node = self.root.child("cols")
        own: list[tuple[int, int, int]] = []
        for one in node.children if node else ():
            width = _decimal(one.attributes.get("width"))
            hidden = one.attributes.get("hidden") in ("1", "true")
            bounds = _bounds(one)
            if width is not None and bounds is not None:
                own.append((*bounds, 0 if hidden else int(width * 7 + 5)))
        default = int(given * 7 + 5) if given is not None else 64
        return lambda column: next((width for first, last, width in own if first <= column <= last), default)

    def unselect(self) -> None:
        """The sheet is no longer the one that shows when the workbook is opened."""
        views = self.root.child("sheetViews")
        for view in views.all("sheetView") if views else ():
            if view.attributes.get("tabSelected") in ("1", "true"):
                tag = without_attribute(tag_at(self.data, view.start), b"tabSelected")
                self.edits.append(Edit(view.start, view.inner, tag))

    def add_legacy_drawing(self, ident: str, office: str) -> None:
        """Name the drawing that shows the comments; ``office`` is the namespace of relationships."""
        p = self.root.prefix
        new = b'<%slegacyDrawing xmlns:r="%s" r:id="%s"/>' % (p, office.encode(), ident.encode())
        behind = next((one for one in self.root.children if one.name in _BEHIND), None)
        at = behind.start if behind is not None else self.root.inner_end
        self.edits.append(Edit(at, at, new))


def _bounds(node: Node) -> tuple[int, int] | None:
    first, last = whole(node.attributes.get("min")), whole(node.attributes.get("max"))
    return (first, last) if first and last else None


def _decimal(text: str | None) -> float | None:
    try:
        return max(0.0, min(float(text or ""), 255.0))
    except ValueError:
        return None


def top_left(places: Iterable[Place], merged: list[Area]) -> dict[Place, Place]:
    """For each place the cell that shows it: the first of its merged area, else itself."""
    by_row: dict[int, list[Area]] = defaultdict(list)
    wanted = set(places)
    rows = sorted({row for row, _ in wanted})
    for area in merged:
        for row in rows[bisect_left(rows, area[0]) : bisect_right(rows, area[2])]:
            by_row[row].append(area)
    return {
        (row, column): next(
            ((area[0], area[1]) for area in by_row[row] if area[1] <= column <= area[3]), (row, column)
        )
        for row, column in wanted
    }


def _shift(node: Node, behind: int, by: int) -> None:
    # The tree was made without the cells: what stands behind them stands further on in the sheet.
    if node.start >= behind:
        node.start += by
        node.inner += by
    if node.inner_end >= behind:
        node.inner_end += by
        node.end += by
    for child in node.children:
        _shift(child, behind, by)
