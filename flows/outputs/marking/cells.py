"""Gives cells of a sheet another format, in the sheet's bytes: other cells stay as they are, byte for byte."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from xml.parsers import expat

from flows.outputs.marking.parts import (
    Edit,
    Node,
    NotPatchable,
    append_to,
    strict_parser,
    tag_at,
    whole,
    with_attribute,
)
from flows.outputs.marking.places import Place, address_of, place_of
from flows.outputs.marking.sheet import SheetXml

_CHUNK = 1 << 20
Restyle = Callable[[int], int]


def restyle(
    sheet: SheetXml, wanted: Mapping[Place, Restyle], settled: Collection[int], restore: Restyle
) -> None:
    """Give each cell of ``wanted`` the format that its function makes of the old one, adding cells that are not
    there; every other cell whose format is in ``settled`` gets what ``restore`` makes of it.

    The changes join those of ``sheet``. Raises NotPatchable.
    """
    if wanted or settled:
        _Scan(sheet, wanted, frozenset(settled), restore).run()


class _Scan:
    """One pass over the cells, which notes what is to change."""

    def __init__(
        self, sheet: SheetXml, wanted: Mapping[Place, Restyle], settled: frozenset[int], restore: Restyle
    ) -> None:
        self.sheet, self.settled, self.restore = sheet, settled, restore
        self.wanted: dict[int, dict[int, Restyle]] = defaultdict(dict)
        for (row, column), restyle in wanted.items():
            self.wanted[row][column] = restyle
        self.columns = sheet.column_formats()
        self.rows_ahead = sorted(self.wanted, reverse=True)
        self.edits: dict[
            Place, list[Edit]
        ] = {}  # by row and column, so that a cell found later drops its insertion
        self.row = self.column = 0
        self.in_row: dict[int, Restyle] | None = None
        self.cells_ahead: list[int] = []
        self.row_format: int | None = None
        self.row_start = 0
        self.row_closed = False
        space = sheet.root.space
        self.names = (f"{space} row", f"{space} c")

    def run(self) -> None:
        data, cells = self.sheet.data, self.sheet.cells
        parser = strict_parser()
        root = tag_at(data, self.sheet.root.start)
        shift = cells.start - len(root)
        row_name, cell_name = self.names
        settled = bool(self.settled)

        def started(name: str, attributes: dict[str, str]) -> None:
            if name == cell_name:
                if self.in_row is not None or settled:
                    self.cell(parser.CurrentByteIndex + shift, attributes)
            elif name == row_name:
                self.new_row(parser.CurrentByteIndex + shift, attributes)

        parser.StartElementHandler = started
        try:
            parser.Parse(root, False)
            view = memoryview(data)[cells.start : cells.end]
            for at in range(0, len(view), _CHUNK):
                parser.Parse(bytes(view[at : at + _CHUNK]), False)
        except expat.ExpatError as problem:
            raise NotPatchable(f"cells that are not well-formed: {problem}") from problem
        self.finish()
        self.sheet.edits += [edit for place in sorted(self.edits) for edit in self.edits[place]]

    def new_row(self, at: int, attributes: dict[str, str]) -> None:
        self.end_row(at)
        self.row = whole(attributes.get("r"), self.row + 1)
        self.column = 0
        while self.rows_ahead and self.rows_ahead[-1] < self.row:
            self.add_row(self.rows_ahead.pop(), at)
        if self.rows_ahead and self.rows_ahead[-1] == self.row:
            self.rows_ahead.pop()
        self.in_row = self.wanted.get(self.row)
        if self.in_row is None:
            return
        # Rows out of order: one that was taken for missing is there after all.
        self.edits.pop((self.row, 0), None)
        self.row_start = at
        self.cells_ahead = sorted(self.in_row, reverse=True)
        self.row_closed = tag_at(self.sheet.data, at).endswith(b"/>")
        own = whole(attributes.get("s"), -1) if attributes.get("customFormat") in ("1", "true") else -1
        self.row_format = own if own >= 0 else None

    def cell(self, at: int, attributes: dict[str, str]) -> None:
        reference = attributes.get("r")
        place = place_of(reference) if reference else None
        self.column = place[1] if place else self.column + 1
        old = whole(attributes.get("s"))
        if self.in_row is not None:
            while self.cells_ahead and self.cells_ahead[-1] < self.column:
                self.add_cell(self.cells_ahead.pop(), at)
            if self.cells_ahead and self.cells_ahead[-1] == self.column:
                self.cells_ahead.pop()
            if self.column in self.in_row:
                self.change(at, self.in_row[self.column](old))
                return
        if old in self.settled:
            self.change(at, self.restore(old))

    def change(self, at: int, style: int) -> None:
        tag = tag_at(self.sheet.data, at)
        fresh = with_attribute(tag, b"s", b"%d" % style)
        self.edits[self.row, self.column] = [Edit(at, at + len(tag), fresh)]

    def end_row(self, before: int) -> None:
        """Add the cells that the row ending before ``before`` does not have."""
        if self.in_row is None or not self.cells_ahead:
            return
        data, start = self.sheet.data, self.row_start
        if self.row_closed:
            tag = tag_at(data, start)
            node = Node("", "", {}, b"", start, start + len(tag), start + len(tag), start + len(tag))
            new = b"".join(
                self.new_cell(self.row, column, self.row_format) for column in reversed(self.cells_ahead)
            )
            self.edits[self.row, self.cells_ahead[0]] = [append_to(data, node, new)]
        else:
            end = data.rfind(b"</", start, before)
            for column in reversed(self.cells_ahead):
                self.add_cell(column, end)
        self.cells_ahead = []

    def finish(self) -> None:
        cells = self.sheet.cells
        self.end_row(cells.inner_end)
        rows = [self.new_row_xml(row) for row in reversed(self.rows_ahead)]
        if rows:
            edit = append_to(self.sheet.data, cells, b"".join(rows))
            self.edits[self.rows_ahead[0], 0] = [edit]

    def add_row(self, row: int, at: int) -> None:
        self.edits[row, 0] = [Edit(at, at, self.new_row_xml(row))]

    def add_cell(self, column: int, at: int) -> None:
        self.edits.setdefault(
            (self.row, column), [Edit(at, at, self.new_cell(self.row, column, self.row_format))]
        )

    def new_row_xml(self, row: int) -> bytes:
        p = self.sheet.cells.prefix
        inside = b"".join(self.new_cell(row, column, None) for column in sorted(self.wanted[row]))
        return b'<%srow r="%d">%s</%srow>' % (p, row, inside, p)

    def new_cell(self, row: int, column: int, old: int | None) -> bytes:
        if old is None:
            old = next((style for first, last, style in self.columns if first <= column <= last), 0)
        style = self.wanted[row][column](old)
        return b'<%sc r="%s" s="%d"/>' % (
            self.sheet.cells.prefix, address_of((row, column)).encode(), style,
        )  # fmt: skip
