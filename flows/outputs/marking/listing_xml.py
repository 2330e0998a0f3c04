"""Writes the sheet "Perbaikan" as XML, with texts in the cells themselves, so that no shared list has to change."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from flows.outputs.marking.listing import LAST, WIDTHS, Cell, Listing
from flows.outputs.marking.parts import attribute_text, escaped, plain_text
from flows.outputs.marking.places import column_letters
from flows.outputs.marking.styles import AMBER, CALM, RED, Styles

KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_DARK, _PALE = "FF1F4E5F", "FFFFFBE8"
_WRAP = 'wrapText="1"'
_MIDDLE = 'wrapText="1" horizontal="center"'


def formats(styles: Styles) -> dict[str, int]:
    """The formats that the cells of a listing name, added to the workbook's styles."""
    size, bold = '<sz val="10"/>', '<b/><sz val="10"/>'
    framed = partial(styles.format, frame=True)
    return {
        "plain": styles.format(size),
        "lead": styles.format(size),
        "title": styles.format(f'<b/><sz val="16"/><color rgb="{_DARK}"/>'),
        "section": styles.format(f'<b/><sz val="12"/><color rgb="{_DARK}"/>'),
        "head": framed('<b/><sz val="10"/><color rgb="FFFFFFFF"/>', _DARK, place=_MIDDLE),
        "text": framed(size, place=_WRAP),
        "value": framed(size, place=_WRAP, code=49),
        "code": framed(size, place="", code=49),
        "number": framed(size, place=_MIDDLE),
        "answer": framed(size, _PALE, place=_WRAP),
        "link": framed('<u/><sz val="10"/><color rgb="FF0563C1"/>', place=_WRAP),
        "red": framed(bold, RED, place=_MIDDLE),
        "amber": framed(bold, AMBER, place=_MIDDLE),
        "calm": framed(bold, CALM, place=_MIDDLE),
    }


def sheet_xml(listing: Listing, style: dict[str, int], space: str, selected: bool) -> bytes:
    """The sheet's part. ``space``: namespace of the workbook's sheets; ``selected``: it is the one that opens."""
    return b"".join(
        (
            b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="%s">'
            % space.encode(),
            b'<sheetPr><tabColor rgb="FFC00000"/><pageSetUpPr fitToPage="1"/></sheetPr>',
            b'<dimension ref="A1:%s%d"/>' % (column_letters(LAST + 1).encode(), len(listing.rows)),
            _view(listing.head, selected),
            _columns(),
            b"<sheetData>",
            *(_row(number, row, listing, style) for number, row in enumerate(listing.rows, start=1)),
            b"</sheetData>",
            _merged(listing),
            _links(listing),
            _page(),
            b"</worksheet>",
        )
    )


def _view(head: int, selected: bool) -> bytes:
    return (
        b'<sheetViews><sheetView showGridLines="0"%s workbookViewId="0">'
        b'<pane ySplit="%d" topLeftCell="A%d" activePane="bottomLeft" state="frozen"/>'
        b'<selection pane="bottomLeft" activeCell="C%d" sqref="C%d"/></sheetView></sheetViews>'
        b'<sheetFormatPr defaultRowHeight="15"/>'
        % (b' tabSelected="1"' if selected else b"", head, head + 1, head + 1, head + 1)
    )


def _columns() -> bytes:
    made = b"".join(
        b'<col min="%d" max="%d" width="%.2f"%s customWidth="1"/>'
        % (number, number, width + 0.71, b' hidden="1"' if number == LAST + 1 else b"")
        for number, width in enumerate(WIDTHS, start=1)
    )
    return b"<cols>" + made + b"</cols>"


def _row(number: int, row: Sequence[Cell], listing: Listing, style: dict[str, int]) -> bytes:
    height = listing.heights.get(number)
    made = [b'<row r="%d"%s>' % (number, b' ht="%.2f" customHeight="1"' % height if height else b"")]
    for column, cell in enumerate(row, start=1):
        start = b'<c r="%s%d" s="%d"' % (column_letters(column).encode(), number, style[cell.style])
        if isinstance(cell.text, int):
            made.append(b"%s><v>%d</v></c>" % (start, cell.text))
        elif cell.text or cell.bold:
            made.append(b'%s t="inlineStr"><is>%s</is></c>' % (start, _text(cell)))
        else:
            made.append(start + b"/>")
    return b"".join([*made, b"</row>"])


def _text(cell: Cell) -> bytes:
    text = plain_text(str(cell.text or ""))
    if not cell.bold:
        return _T % escaped(text)
    face = b'<rPr>%s<sz val="10"/><rFont val="Calibri"/><family val="2"/></rPr>'
    bold = b"<r>" + face % b"<b/>" + _T % escaped(cell.bold + "\n") + b"</r>"
    return bold + b"<r>" + face % b"" + _T % escaped(text) + b"</r>"


def _merged(listing: Listing) -> bytes:
    made = [
        b'<mergeCell ref="%s%d:%s%d"/>'
        % (column_letters(first + 1).encode(), row, column_letters(end + 1).encode(), row)
        for row, first, end in listing.merged
    ]
    return b'<mergeCells count="%d">%s</mergeCells>' % (len(made), b"".join(made))


def _links(listing: Listing) -> bytes:
    made = [
        b'<hyperlink ref="%s%d" location="%s" display="%s"/>'
        % (
            column_letters(column).encode(),
            number,
            attribute_text(location(*cell.link)),
            attribute_text(cell.link[1]),
        )
        for number, row in enumerate(listing.rows, start=1)
        for column, cell in enumerate(row, start=1)
        if cell.link is not None
    ]
    return b"<hyperlinks>" + b"".join(made) + b"</hyperlinks>" if made else b""


def location(sheet: str, address: str) -> str:
    """A place in the workbook as links and formulas name it."""
    return "'" + sheet.replace("'", "''") + "'!" + address


def _page() -> bytes:
    return (
        b'<printOptions horizontalCentered="1"/>'
        b'<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>'
        b'<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>'
        b"<headerFooter><oddFooter>&amp;L&amp;A&amp;RHalaman &amp;P dari &amp;N</oddFooter></headerFooter>"
    )


_T = b'<t xml:space="preserve">%s</t>'
