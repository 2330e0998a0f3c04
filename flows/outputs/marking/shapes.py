"""The boxes in which comments are shown: a drawing in the old vector language, without which Excel shows none.

Such a part need not be well-formed XML (Excel itself writes buttons' captions with a lone ``<br>``), so it is changed
by pattern and never parsed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping

from flows.outputs.marking.parts import NotPatchable
from flows.outputs.marking.places import Place

KIND = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_SPACES = {
    b"v": b"urn:schemas-microsoft-com:vml",
    b"o": b"urn:schemas-microsoft-com:office:office",
    b"x": b"urn:schemas-microsoft-com:office:excel",
}
_BLOCK = 1024  # shapes that one number of the list in idmap stands for
_BOX_WIDTH = 330  # pixels
_IDMAP = re.compile(rb"""(<[\w.-]+:idmap\s[^>]*?data\s*=\s*["'])([0-9, ]*)(["'])""")
_SHAPE = re.compile(rb"<((?:[\w.-]+:)?)shape\s[^>]*>.*?</\1shape\s*>", re.DOTALL)
_ROW = re.compile(rb"<[\w.-]+:Row>\s*(\d+)\s*</")
_COLUMN = re.compile(rb"<[\w.-]+:Column>\s*(\d+)\s*</")
_TYPE = (
    b'<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"%s>'
    b'<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_BOX = (
    b'<v:shape id="_x0000_s%d" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;'
    b'width:%dpt;height:%dpt;z-index:%d;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"%s>'
    b'<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
    b'<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
    b'<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>%s</x:Anchor>'
    b"<x:AutoFill>False</x:AutoFill><x:Row>%d</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape>\n"
)
Widths = Callable[[int], int]


def blocks_in(data: bytes) -> list[int]:
    """The numbers of the blocks of shapes that a drawing has taken."""
    return [int(one) for found in _IDMAP.finditer(data) for one in re.findall(rb"\d+", found[2])]


def empty(block: int) -> bytes:
    spaces = b" ".join(b'xmlns:%s="%s"' % one for one in _SPACES.items())
    layout = b'<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="%d"/></o:shapelayout>' % block
    return b"<xml %s>%s</xml>" % (spaces, layout)


def write_shapes(
    data: bytes, added: Mapping[Place, int], gone: Collection[Place], block: int, width_of: Widths
) -> tuple[bytes, int]:
    """The drawing with a box for each cell of ``added`` (cell → lines of text) and without those of ``gone``,
    and the first block of shapes that is free behind it.

    ``block`` is the first free one; ``width_of`` a column's width in pixels. Raises NotPatchable.
    """
    if gone:
        data = _SHAPE.sub(lambda found: b"" if _place(found[0]) in gone else found[0], data)
    if not added:
        return data, block
    end = data.rfind(b"</xml")
    if end < 0:
        raise NotPatchable("a drawing that does not end")
    head = data[: data.find(b">", data.find(b"<xml"))]
    spaces = b"".join(
        b' xmlns:%s="%s"' % (short, space)
        for short, space in _SPACES.items()
        if not re.search(rb"""xmlns:%s\s*=\s*["']%s["']""" % (short, re.escape(space)), head)
    )
    made = [] if re.search(rb"""shapetype\s[^>]*id\s*=\s*["']_x0000_t202["']""", data) else [_TYPE % spaces]
    for number, (place, lines) in enumerate(sorted(added.items())):
        ident = (block + number // (_BLOCK - 1)) * _BLOCK + 1 + number % (_BLOCK - 1)
        made.append(_box(ident, number + 1, place, lines, spaces, width_of))
    after = block + (len(added) - 1) // (_BLOCK - 1) + 1
    data = data[:end] + b"".join(made) + data[end:]
    return _with_blocks(data, range(block, after)), after


def _with_blocks(data: bytes, blocks: range) -> bytes:
    found = _IDMAP.search(data)
    if found is None:
        return data
    known = set(blocks_in(data))
    more = [b"%d" % one for one in blocks if one not in known]
    listed = b",".join([one for one in (found[2].strip(b", "), *more) if one])
    return data[: found.start(2)] + listed + data[found.end(2) :]


def _place(shape: bytes) -> Place | None:
    row, column = _ROW.search(shape), _COLUMN.search(shape)
    if b'"Note"' not in shape or row is None or column is None:
        return None
    return int(row[1]) + 1, int(column[1]) + 1


def _box(ident: int, order: int, place: Place, lines: int, spaces: bytes, width_of: Widths) -> bytes:
    row, column = place
    height = min(24, lines + 1)
    first = min(column, 16_383)  # 0-based: the column to the right of the cell
    last, left = first, _BOX_WIDTH
    while last < first + 30 and width_of(last + 1) < left:
        left -= width_of(last + 1)
        last += 1
    top = max(0, row - 2)
    anchor = b"%d, 15, %d, 10, %d, %d, %d, 4" % (first, top, last, left, top + height)
    return _BOX % (ident, _BOX_WIDTH * 3 // 4, height * 15, order, spaces, anchor, row - 1, column - 1)
