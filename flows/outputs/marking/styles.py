"""The cell formats of a workbook: copies of its own with our fill, and those of our sheet, put behind the others.

A copy differs from its original in nothing but the fill. What colour the cell had before stands in the fill's second
colour, which a solid fill does not show: so a cell that was put right can have its own colour back.
"""

from __future__ import annotations

from dataclasses import dataclass, field

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
)

RED, AMBER, CALM = "FFFFC2BD", "FFFFE594", "FFDDEBF6"
COLOURS = (RED, AMBER, CALM)
_NO_COLOUR = {"indexed": "64"}
_FILL, _BORDER = "{p}fill", "{p}border"
MINIMAL = b"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="%s"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2">\
<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>\
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1">\
<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1">\
<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>"""


@dataclass(slots=True)
class _List:
    """One list of the part (fonts, fills, borders, cellXfs) and what is put behind it."""

    node: Node
    entries: list[Node]
    new: list[bytes] = field(default_factory=list)

    def add(self, entry: bytes) -> int:
        """The number of ``entry``, which is added unless it was before."""
        if entry not in self.new:
            self.new.append(entry)
        return len(self.entries) + self.new.index(entry)


class Styles:
    """The styles part of one workbook. Raises NotPatchable where a list that is needed is missing.

    ``keeps``: the program that saved it last keeps the second colour of a solid fill; LibreOffice does not.
    """

    def __init__(self, data: bytes, keeps: bool = True) -> None:
        self.data = data
        root = parse(data)
        self.fonts, self.fills, self.borders, self.formats = (
            _list(root, name, entry)
            for name, entry in (
                ("fonts", "font"),
                ("fills", "fill"),
                ("borders", "border"),
                ("cellXfs", "xf"),
            )
        )
        self._copies: dict[tuple[int, str | None], int] = {}
        self._before = {
            number: before for number, fill in enumerate(self.fills.entries) if (before := _ours(fill, keeps))
        }
        #: Formats that an earlier reply of ours has given to cells.
        self.ours = {
            number
            for number, one in enumerate(self.formats.entries)
            if _number(one, "fillId") in self._before
        }

    def filled(self, old: int, colour: str | None) -> int:
        """The format ``old`` with our ``colour``; None gives back the colour it had before ours."""
        old = old if 0 <= old < len(self.formats.entries) else 0
        if (old, colour) not in self._copies:
            self._copies[old, colour] = self._copy(self.formats.entries[old], colour)
        return self._copies[old, colour]

    def _copy(self, node: Node, colour: str | None) -> int:
        number = _number(node, "fillId")
        before = self._before.get(number) or self._solid(number)
        if colour is not None:
            fill = self._fill({"rgb": colour}, before)
        else:
            fill = 0 if before == _NO_COLOUR else self._fill(before, _NO_COLOUR)
        raw = self.data[node.start : node.end]
        tag = tag_at(raw, 0)
        fresh = with_attribute(with_attribute(tag, b"fillId", b"%d" % fill), b"applyFill", b"1")
        return self.formats.add(fresh + raw[len(tag) :])

    def _solid(self, number: int) -> dict[str, str]:
        if not 0 <= number < len(self.fills.entries):
            return _NO_COLOUR
        pattern = self.fills.entries[number].child("patternFill")
        colour = pattern.child("fgColor") if pattern is not None else None
        if pattern is None or colour is None or pattern.attributes.get("patternType") != "solid":
            return _NO_COLOUR
        return dict(colour.attributes) or _NO_COLOUR

    def _fill(self, shown: dict[str, str], kept: dict[str, str]) -> int:
        p = self.fills.node.prefix
        return self.fills.add(
            b'<%sfill><%spatternFill patternType="solid"><%sfgColor%s/><%sbgColor%s/></%spatternFill></%sfill>'
            % (p, p, p, _attributes(shown), p, _attributes(kept), p, p)
        )

    def format(
        self, font: str = "", colour: str | None = None, frame: bool = False, place: str = "", code: int = 0
    ) -> int:
        """A format of our sheet. ``font``: elements of the font before its name; ``place``: attributes of the
        alignment; ``code``: number format. Our sheet is the only one that uses it."""
        p = self.fonts.node.prefix.decode()
        face = f'<font>{font}<name val="Calibri"/><family val="2"/></font>'
        fill = 0
        if colour is not None:
            solid = f'<patternFill patternType="solid"><fgColor rgb="{colour}"/><bgColor indexed="65"/></patternFill>'
            fill = self.fills.add(_prefixed(f"<fill>{solid}</fill>", p))
        border = 0
        if frame:
            sides = "".join(
                f'<{side} style="thin"><color rgb="FFBFBFBF"/></{side}>'
                for side in ("left", "right", "top", "bottom")
            )
            border = self.borders.add(_prefixed(f"<border>{sides}<diagonal/></border>", p))
        return self.formats.add(
            _prefixed(
                f'<xf numFmtId="{code}" fontId="{self.fonts.add(_prefixed(face, p))}" fillId="{fill}" '
                f'borderId="{border}" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" '
                f'applyAlignment="1" applyProtection="1"><alignment vertical="top" {place}/>'
                '<protection locked="0"/></xf>',
                p,
            )
        )

    def written(self) -> bytes:
        edits: list[Edit] = []
        for one in (self.fonts, self.fills, self.borders, self.formats):
            if one.new:
                tag = tag_at(self.data, one.node.start)
                count = b"%d" % (len(one.entries) + len(one.new))
                edits.append(Edit(one.node.start, one.node.inner, with_attribute(tag, b"count", count)))
                edits.append(append_to(self.data, one.node, b"".join(one.new)))
        return changed(self.data, edits)


def _list(root: Node, name: str, entry: str) -> _List:
    node = root.child(name)
    if node is None or not node.all(entry):
        raise NotPatchable(f"its styles have no {name}")
    return _List(node, node.all(entry))


def _ours(fill: Node, keeps: bool) -> dict[str, str] | None:
    """The colour that a fill of ours covers; None for a fill that is not ours."""
    pattern = fill.child("patternFill")
    shown = pattern.child("fgColor") if pattern is not None else None
    if pattern is None or shown is None or shown.attributes.get("rgb") not in COLOURS:
        return None
    kept = pattern.child("bgColor") if keeps else None
    return dict(kept.attributes) if kept is not None and kept.attributes else _NO_COLOUR


def _number(node: Node, name: str) -> int:
    return whole(node.attributes.get(name))


def _attributes(of: dict[str, str]) -> bytes:
    return b"".join(b' %s="%s"' % (name.encode(), attribute_text(value)) for name, value in of.items())


def _prefixed(xml: str, prefix: str) -> bytes:
    return xml.replace("</", "\0").replace("<", f"<{prefix}").replace("\0", f"</{prefix}").encode("ascii")
