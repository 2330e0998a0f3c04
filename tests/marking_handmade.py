"""Workbooks written by hand, part by part: what other programs may write and libraries do not."""

from __future__ import annotations

import zipfile
from io import BytesIO

from tests.bytes_of_files import SHEET, zip_of
from tests.marking_books import Book, _openpyxl, _saved, rules

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_STYLES = (
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    "</fills><borders><border/></borders>"
    '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
    "<xf numFmtId='4' fontId='0' fillId='0' borderId='0' applyNumberFormat='1'/></cellXfs>"
)
_ROWS = (
    '<row r="1"><c r="A1" t="inlineStr"><is><t>DATA IKM</t></is></c></row>'
    '<row r="3" spans="1:2"><c r="A3"><v>1</v></c><c r="B3" s="1" t="n"><v>2.5</v></c></row>'
    '<row r="5"/>'
)


def package(
    rows: str = _ROWS,
    *,
    main: str = MAIN,
    office: str = OFFICE,
    styles: str | None = _STYLES,
    sheet: str | None = None,
    **further: str | bytes,
) -> bytes:
    """A workbook of one sheet "A" from its rows as XML, or from the whole ``sheet``."""

    def relations(*of: tuple[str, str]) -> str:
        said = "".join(
            f'<Relationship Id="rId{number}" Type="{office}/{kind}" Target="{target}"/>'
            for number, (kind, target) in enumerate(of, start=1)
        )
        return f'<Relationships xmlns="{PACKAGE}/relationships">{said}</Relationships>'

    own = [("worksheet", "worksheets/sheet1.xml"), *([("styles", "styles.xml")] if styles else [])]
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{_RELS}"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{SHEET}"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_KIND}.worksheet+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_KIND}.styles+xml"/></Types>',
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        '<sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(*own),
        "xl/worksheets/sheet1.xml": sheet
        or f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>',
    }
    if styles:
        parts["xl/styles.xml"] = f'<styleSheet xmlns="{main}">{styles}</styleSheet>'
    else:
        parts["[Content_Types].xml"] = str(parts["[Content_Types].xml"]).replace(
            f'<Override PartName="/xl/styles.xml" ContentType="{_KIND}.styles+xml"/>', ""
        )
    return zip_of(parts | further)


_RELS = "application/vnd.openxmlformats-package.relationships+xml"


def small() -> Book:
    return Book(package(), [("A", place) for place in ("A1", "B3", "C3", "A2", "B5", "C9")])


def without_styles() -> Book:
    return Book(package(_ROWS.replace(' s="1"', ""), styles=None), [("A", "B3")])


def strict() -> Book:
    return Book(package(main=STRICT_MAIN, office=STRICT_OFFICE), [("A", "B3"), ("A", "D3")])


def prefixed() -> Book:
    sheet = (
        f"<?xml version='1.0' encoding='utf-8'?><x:worksheet xmlns:x='{MAIN}'><x:sheetViews>"
        "<x:sheetView tabSelected='1' workbookViewId='0'/></x:sheetViews><x:sheetData>"
        "<x:row r='1'><x:c r='A1' t='str'><x:v>DATA</x:v></x:c></x:row>"
        "<x:row r='2'><x:c r='A2' s='1'><x:v>4</x:v></x:c><x:c r='C2'><x:v>5</x:v></x:c></x:row>"
        "</x:sheetData><x:pageMargins left='0.7' right='0.7' top='0.7' bottom='0.7' header='0.3' footer='0.3'/>"
        "</x:worksheet>"
    )
    return Book(package(sheet=sheet), [("A", "A2"), ("A", "B2"), ("A", "A3")])


def unplaced() -> Book:
    """Neither rows nor cells say where they stand."""
    rows = (
        '<row><c t="inlineStr"><is><t>DATA</t></is></c></row><row/>'
        "<row><c><v>1</v></c><c><v>2</v></c><c s='1'><v>3</v></c></row><row><c><v>7</v></c></row>"
    )
    return Book(package(rows), [("A", "B3"), ("A", "C3"), ("A", "E3"), ("A", "A4"), ("A", "A2"), ("A", "B6")])


def with_mark() -> Book:
    """A byte order mark, comments and markers in odd places, a ">" in an attribute."""
    sheet = (
        f'\ufeff<?xml version="1.0" encoding="UTF-8"?>\n<!-- <c r="A1"/> --><worksheet xmlns="{MAIN}">'
        '<sheetPr codeName="a>b"/><sheetData>\n <row r="1" ht="20">\n  <c r="A1" t="str"><f>"&gt;"</f><v>é→</v></c>'
        '\n </row>\n <!-- <row r="2"> --></sheetData><pageMargins left="1" right="1" top="1" bottom="1" header="1" '
        'footer="1"/><extLst><ext uri="{x}"/></extLst></worksheet>'
    )
    return Book(package(sheet=sheet), [("A", "A1"), ("A", "B1"), ("A", "B2")])


def changed(book: Book, **parts: tuple[str, str] | str | bytes) -> bytes:
    """A workbook with parts added, or with a text in them replaced (old, new)."""
    with zipfile.ZipFile(BytesIO(book.data)) as archive:
        found: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    for name, new in parts.items():
        if isinstance(new, tuple):
            old = found[name].decode() if isinstance(found[name], bytes) else str(found[name])
            assert new[0] in old
            found[name] = old.replace(*new, 1)
        else:
            found[name] = new
    return zip_of(found)


def threaded() -> Book:
    """A comment of the newer kind, which people answer, with its copy for older programs."""
    book, page = _openpyxl()
    from openpyxl.comments import Comment

    page["B4"].comment = Comment("[Threaded comment]\n\nComment:\n    Sudah benar?", "tc={AAAA}")
    data = _saved(book)
    threads = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
    person, ident = "{11111111-1111-4111-8111-111111111111}", "{22222222-2222-4222-8222-222222222222}"
    later = "http://schemas.microsoft.com/office/2017/10/relationships"
    relation = '<Relationship Id="rId{}" Type="' + later + '/{}" Target="{}"/></Relationships>'
    kinds = "".join(
        f'<Override PartName="/xl/{part}" ContentType="application/vnd.ms-excel.{kind}+xml"/>'
        for part, kind in (
            ("threadedComments/threadedComment1.xml", "threadedcomments"),
            ("persons/person.xml", "person"),
        )
    )
    parts: dict[str, tuple[str, str] | str | bytes] = {
        "xl/threadedComments/threadedComment1.xml": f'<ThreadedComments xmlns="{threads}"><threadedComment ref="B4" '
        f'dT="2021-05-27T08:00:00.00" personId="{person}" id="{ident}"><text>Sudah benar?</text></threadedComment>'
        "</ThreadedComments>",
        "xl/persons/person.xml": f'<personList xmlns="{threads}"><person displayName="Staf Dinas" id="{person}" '
        'userId="staf" providerId="None"/></personList>',
        "xl/worksheets/_rels/sheet1.xml.rels": (
            "</Relationships>",
            relation.format(91, "threadedComment", "/xl/threadedComments/threadedComment1.xml"),
        ),
        "xl/_rels/workbook.xml.rels": (
            "</Relationships>",
            relation.format(92, "person", "persons/person.xml"),
        ),
        "[Content_Types].xml": ("</Types>", kinds + "</Types>"),
    }
    data = changed(Book(data, []), **parts)
    return Book(data, [("Data IKM", "B4"), ("Data IKM", "C5")], frozenset({("Data IKM", "B4")}))


def signed() -> Book:
    origin = f"{PACKAGE}/relationships/digital-signature/origin"
    book = rules()
    data = changed(
        book,
        **{
            "_xmlsignatures/origin.sigs": b"",
            "_xmlsignatures/sig1.xml": b"<Signature/>",
            "_rels/.rels": (
                "</Relationships>",
                f'<Relationship Id="rId77" Type="{origin}" Target="_xmlsignatures/origin.sigs"/></Relationships>',
            ),
            "[Content_Types].xml": (
                "</Types>",
                '<Default Extension="sigs" ContentType='
                '"application/vnd.openxmlformats-package.digital-signature-origin"/>'
                '<Override PartName="/_xmlsignatures/sig1.xml" ContentType='
                '"application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml"/></Types>',
            ),
        },
    )
    return Book(data, book.marks)
