"""Small files made for the tests of receiving and reading, as bytes."""

import io
import zipfile
from datetime import date

import openpyxl

SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_ODS_SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"'
    for short in ("office", "table", "text")
)


def zip_of(parts: dict[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def xlsx(rows: str, declared: str = SHEET, after: str = "", **further: str | bytes) -> bytes:
    """A workbook of one sheet "A" whose sheetData is ``rows`` as XML; ``further`` parts by name."""
    relation = f'<Relationship Id="rId1" Type="{_OFFICE}/{{}}" Target="{{}}"/>'
    related = f'<Relationships xmlns="{_PACKAGE}/relationships">{relation}</Relationships>'
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{declared}"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{declared.replace("sheet.main", "worksheet")}"/>'
        "</Types>",
        "_rels/.rels": related.format("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        '<sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": related.format("worksheet", "worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData>{after}</worksheet>',
    }
    return zip_of(parts | further)


def ods(rows: str, **further: str | bytes) -> bytes:
    """An OpenDocument spreadsheet of one sheet "A" whose rows are ``rows`` as XML."""
    calc = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
    content = (
        f"<office:document-content {_ODS_SPACES} {calc}><office:body><office:spreadsheet>"
        f'<table:table table:name="A">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>"
    )
    parts: dict[str, str | bytes] = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": content,
        "META-INF/manifest.xml": manifest,
    }
    return zip_of(parts | further)


def workbook(hidden: str = "hidden") -> bytes:
    """A workbook as openpyxl writes it: a titled list with a merged title and a second, hidden sheet."""
    book = openpyxl.Workbook()
    page = book.active
    page.title = "Data IKM"
    for row in (["DATA IKM"], [], ["No", "Nama Usaha", "Tanggal"], [1, "Tenun Melati", date(2021, 5, 27)]):
        page.append(row)
    page.merge_cells("A1:C1")
    page["B7"] = "=A4+1"
    page["XFD2"].font = openpyxl.styles.Font(bold=True)
    second = book.create_sheet("Tahun lalu")
    second["A1"] = "lama"
    second.sheet_state = hidden
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def ole2(*streams: str) -> bytes:
    """What the beginning of an OLE2 file with these streams looks like."""
    entries = b"".join(
        name.encode("utf-16-le").ljust(64, b"\0") + (len(name) * 2 + 2).to_bytes(2, "little") + bytes(62)
        for name in streams
    )
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + entries.ljust(1024, b"\0")
