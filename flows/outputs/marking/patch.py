"""Marks the cells of a workbook and puts the sheet "Perbaikan" before its others; all else stays byte for byte."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from flows.outputs.marking import comments, listing_xml, shapes, styles, threads, words
from flows.outputs.marking.book import Book, Page
from flows.outputs.marking.cells import restyle
from flows.outputs.marking.listing import Names, lines_of, listing_of
from flows.outputs.marking.package import Package
from flows.outputs.marking.parts import NotPatchable
from flows.outputs.marking.places import Place, place_of
from flows.outputs.marking.sheet import SheetXml, top_left
from flows.outputs.marking.styles import AMBER, CALM, RED, Styles
from flows.outputs.reply import Point, Reply

_STYLES_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_BOX_CHARACTERS = 52
Points = dict[Place, list[Point]]


def patched(data: bytes, reply: Reply, names: Names | None = None) -> bytes:
    """The workbook ``data``, marked. ``names``: sheet of the reply → sheet of the workbook, where they differ.

    Raises NotPatchable.
    """
    package = Package.opened(data)
    package.drop_signatures()
    book = Book(package)
    made = _Marking(package, book, _styles(package, book), _next_block(package), reply.diterima_pada)
    own: dict[str | None, str] = {page.name: page.name for page in book.pages}
    known = names if names is not None else own
    wanted = _by_sheet(reply.temuan, known)
    before = book.ours
    marked = {
        page.name: sheet
        for page in book.pages
        if page.grid and page != before and (before or page.name in wanted)
        if (sheet := made.mark(page, wanted.get(page.name, {}), before is not None)) is not None
    }
    selected = book.selected()
    opens = before in selected if before else all(page.name in marked for page in selected)
    for page in book.pages:
        if page.name in marked:
            if opens:
                marked[page.name].unselect()
            package.edit(page.part, marked[page.name].data, marked[page.name].edits)
    _put_listing(made, reply, known, opens)
    package.put(made.styles_part, made.styles.written())
    return package.written()


def _by_sheet(points: Sequence[Point], names: Names) -> dict[str, Points]:
    found: dict[str, Points] = defaultdict(lambda: defaultdict(list))
    for point in points:
        sheet, place = names.get(point.lembar), place_of(point.sel)
        if sheet is not None and place is not None:
            found[sheet][place].append(point)
    return found


@dataclass
class _Marking:
    """What the marks of all sheets share. ``block``: the first free block of shapes; ``moment``: of the reply."""

    package: Package
    book: Book
    styles: Styles
    block: int
    moment: datetime

    @property
    def styles_part(self) -> str:
        return self.package.related(self.book.part, "styles") or "xl/styles.xml"

    def mark(self, page: Page, wanted: Points, again: bool) -> SheetXml | None:
        """The sheet with what is to change in it; None where nothing does. ``again``: the workbook comes back from
        an earlier reply, whose marks are taken away."""
        sheet = SheetXml.of(self.package.read(page.part))
        shown = top_left(wanted, sheet.merged())
        points: Points = defaultdict(list)
        for place in sorted(wanted):
            points[shown[place]] += wanted[place]
        restyles = {
            place: partial(self.styles.filled, colour=_colour(said)) for place, said in points.items()
        }
        settled = self.styles.ours if again else frozenset()
        restyle(sheet, restyles, settled, partial(self.styles.filled, colour=None))
        self._comment(page, sheet, {place: _told(said) for place, said in points.items()})
        return sheet if sheet.edits or wanted else None

    def _comment(self, page: Page, sheet: SheetXml, told: Mapping[Place, comments.Told]) -> None:
        package = self.package
        part = package.related(page.part, "comments")
        if part is None and not told:
            return
        if part is None:
            part = package.unused("xl/comments{}.xml")
            package.put(part, comments.empty(sheet.root.space), comments.KIND)
            package.relate(page.part, "comments", part)
        old = package.read(part)
        written = comments.write_comments(old, told)
        if written.data != old:
            package.put(part, written.data)
        self._answer(page, told)
        lines = {
            place: sum(lines_of(text, _BOX_CHARACTERS) + 2 for _, text in told[place])
            for place in written.added
        }
        drawing = self._drawing(page, sheet) if lines or written.gone else None
        if drawing is not None:
            shown = package.read(drawing)
            fresh, self.block = shapes.write_shapes(
                shown, lines, set(written.gone), self.block, sheet.widths()
            )
            package.put(drawing, fresh)

    def _answer(self, page: Page, told: Mapping[Place, comments.Told]) -> None:
        """Say it in the conversations about the cells too, where the sheet has any."""
        package = self.package
        part, people = (
            package.related(page.part, "threadedComment"),
            package.related(self.book.part, "person"),
        )
        if part is None or people is None:
            return
        old = package.read(part)
        written = threads.write_threads(old, told, self.moment)
        if written != old:
            package.put(part, written)
            package.put(people, threads.write_person(package.read(people)))

    def _drawing(self, page: Page, sheet: SheetXml) -> str:
        """The drawing in which the sheet's comments are shown; a new one where there is none."""
        named = sheet.root.child("legacyDrawing")
        ident = next(
            (value for name, value in (named.attributes if named else {}).items() if name.endswith(" id")), ""
        )
        package = self.package
        for relation in package.relations(page.part):
            if relation.ident == ident and package.has(relation.target):
                return relation.target
        part = package.unused("xl/drawings/vmlDrawing{}.vml")
        package.put(part, shapes.empty(self.block), shapes.KIND)
        sheet.add_legacy_drawing(package.relate(page.part, "vmlDrawing", part), package.office)
        return part


def _styles(package: Package, book: Book) -> Styles:
    part = package.related(book.part, "styles")
    if part is None:
        part = "xl/styles.xml"
        if package.has(part):
            # Some readers take it by its name, others not at all: what a date is would depend on them.
            raise NotPatchable("formats that nothing refers to")
        package.put(part, styles.MINIMAL % book.root.space.encode(), _STYLES_KIND)
        package.relate(book.part, "styles", part)
    about = "docprops/app.xml"
    keeps = not (package.has(about) and b"LibreOffice" in package.read(about))
    return Styles(package.read(part), keeps)


def _next_block(package: Package) -> int:
    drawings = [name for name in package.names if name.endswith(".vml")]
    return max((one for name in drawings for one in shapes.blocks_in(package.read(name))), default=0) + 1


def _colour(points: Sequence[Point]) -> str:
    open_ = [one for one in points if one.keadaan != "terjawab"]
    if not open_:
        return CALM
    return RED if any(one.tingkat == "galat" for one in open_) else AMBER


def _told(points: Sequence[Point]) -> comments.Told:
    """Headings and texts for one cell, the gravest first, each once."""
    ordered = sorted(points, key=lambda one: (one.keadaan == "terjawab", one.tingkat != "galat"))
    return list(dict.fromkeys(words.comment_of(one) for one in ordered))


def _put_listing(made: _Marking, reply: Reply, names: Names, opens: bool) -> None:
    package, book = made.package, made.book
    before = book.ours
    title = before.name if before else book.free_name(words.SHEET)
    listing = listing_of(reply, names, title)
    xml = listing_xml.sheet_xml(listing, listing_xml.formats(made.styles), book.root.space, opens)
    if before:
        package.put(before.part, xml)
        return
    part = package.unused("xl/worksheets/sheet{}.xml")
    package.put(part, xml, listing_xml.KIND)
    book.put_first(title, package.relate(book.part, "worksheet", part), listing.head, opens)
