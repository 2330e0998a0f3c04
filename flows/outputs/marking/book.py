"""The list of sheets of a workbook: finding each sheet's part, and putting ours before the others."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from flows.grammar.returned import is_our_sheet
from flows.outputs.marking.listing_xml import location
from flows.outputs.marking.package import Package
from flows.outputs.marking.parts import (
    Edit,
    Node,
    NotPatchable,
    append_to,
    attribute_text,
    changed,
    parse,
    tag_at,
    whole,
    with_attribute,
    without_attribute,
)

_LONGEST_NAME = 31
_FIRST_CELL = re.compile(
    rb"<(?:[\w.-]+:)?sheetData(?:\s[^>]*)?>\s*<(?:[\w.-]+:)?row(?:\s[^>]*)?>\s*"
    rb"<(?:[\w.-]+:)?c(\s[^>]*)?>(.*?)</(?:[\w.-]+:)?c>",
    re.DOTALL,
)
_NUMBER = re.compile(rb"<(?:[\w.-]+:)?v>\s*(\d+)\s*</")
_ITEM = re.compile(rb"<(?:[\w.-]+:)?si(?:\s[^>]*)?>(.*?)</(?:[\w.-]+:)?si>", re.DOTALL)
_TAGS = re.compile(rb"<[^>]*>")
_SELECTED = re.compile(rb"""<(?:[\w.-]+:)?sheetView\s[^>]*tabSelected\s*=\s*["'](?:1|true)["']""")
_HEAD = 20_000


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet: its name and its part; ``grid`` where it has cells (a chart's sheet has none)."""

    name: str
    part: str
    grid: bool


class Book:
    """The workbook part of a package. Raises NotPatchable where it lists no sheets."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.part = package.related("", "officeDocument") or "xl/workbook.xml"
        self.data = package.read(self.part)
        self.root = parse(self.data)
        sheets = self.root.child("sheets")
        if self.root.name != "workbook" or sheets is None or not sheets.all("sheet"):
            raise NotPatchable("a workbook without sheets")
        self.sheets: Node = sheets

    @cached_property
    def pages(self) -> list[Page]:
        related = {one.ident: one for one in self.package.relations(self.part)}
        found = []
        for node in self.sheets.all("sheet"):
            ident = next((value for name, value in node.attributes.items() if name.endswith(" id")), "")
            relation = related.get(ident)
            if relation is None or not self.package.has(relation.target):
                raise NotPatchable("a sheet that is not there")
            name = node.attributes.get("name", "")
            found.append(Page(name, relation.target, relation.kind == "worksheet"))
        return found

    @cached_property
    def ours(self) -> Page | None:
        """Our sheet of an earlier reply, which the office has sent back with its corrections."""
        return next((page for page in self.pages if page.grid and is_our_sheet(self._first_text(page))), None)

    def _first_text(self, page: Page) -> str:
        found = _FIRST_CELL.search(self.package.read(page.part, 10 * _HEAD))
        if found is None:
            return ""
        content = found[2]
        number = _NUMBER.search(content)
        if number is not None and re.search(rb"""\st\s*=\s*["']s["']""", found[1] or b""):
            items = _ITEM.finditer(self._shared_texts)
            content = next((item[1] for place, item in enumerate(items) if place == int(number[1])), b"")
        return _TAGS.sub(b"", content).decode("utf-8", "replace")

    @cached_property
    def _shared_texts(self) -> bytes:
        part = self.package.related(self.part, "sharedStrings")
        return self.package.read(part) if part else b""

    def selected(self) -> list[Page]:
        """The sheets that are marked as selected: more than one at once would be edited together."""
        return [
            page for page in self.pages if page.grid and _SELECTED.search(self.package.read(page.part, _HEAD))
        ]

    def free_name(self, wanted: str) -> str:
        taken = {page.name.casefold() for page in self.pages}
        name, number = wanted, 1
        while name.casefold() in taken:
            number += 1
            name = f"{wanted[: _LONGEST_NAME - 5]} ({number})"
        return name

    def put_first(self, name: str, ident: str, head: int, opens: bool) -> None:
        """List a new sheet before the others; ``ident``: its relationship, ``head``: the row printed on each page,
        ``opens``: it is the one that shows when the workbook is opened."""
        p = self.sheets.prefix
        numbers = [whole(one.attributes.get("sheetId")) for one in self.sheets.all("sheet")]
        new = b'<%ssheet xmlns:r="%s" name="%s" sheetId="%d" r:id="%s"/>' % (
            p, self.package.office.encode(), attribute_text(name), max(numbers) + 1, ident.encode(),
        )  # fmt: skip
        edits = [
            Edit(self.sheets.inner, self.sheets.inner, new),
            *self._views(opens),
            *self._names(name, head),
        ]
        self.package.put(self.part, changed(self.data, edits))

    def _views(self, opens: bool) -> list[Edit]:
        views = self.root.child("bookViews")
        if views is None and not opens:
            p, at = self.sheets.prefix, self.sheets.start
            new = b'<%sbookViews><%sworkbookView activeTab="1"/></%sbookViews>' % (p, p, p)
            return [Edit(at, at, new)]
        edits = []
        for view in views.all("workbookView") if views else ():
            tag = without_attribute(tag_at(self.data, view.start), b"firstSheet")
            number = 0 if opens else whole(view.attributes.get("activeTab")) + 1
            edits.append(Edit(view.start, view.inner, with_attribute(tag, b"activeTab", b"%d" % number)))
        return edits

    def _names(self, name: str, head: int) -> list[Edit]:
        """Names that belong to a sheet count the sheets from the left: all move on by one."""
        p = self.sheets.prefix
        title = b'<%sdefinedName name="_xlnm.Print_Titles" localSheetId="0">%s</%sdefinedName>' % (
            p, attribute_text(location(name, f"${head}:${head}")), p,
        )  # fmt: skip
        names = self.root.child("definedNames")
        if names is None:
            before = [self.root.child(one) for one in ("externalReferences", "functionGroups", "sheets")]
            at = next(one for one in before if one is not None).end
            return [Edit(at, at, b"<%sdefinedNames>%s</%sdefinedNames>" % (p, title, p))]
        edits = []
        for one in names.all("definedName"):
            place = whole(one.attributes.get("localSheetId"), -1)
            if place >= 0:
                tag = with_attribute(tag_at(self.data, one.start), b"localSheetId", b"%d" % (place + 1))
                edits.append(Edit(one.start, one.inner, tag))
        return [*edits, append_to(self.data, names, title)]
