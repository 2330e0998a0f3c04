"""Small files made to harm whoever reads them, as bytes: bombs, loops, lies and cut-off ends."""

import struct
import zipfile
import zlib
from io import BytesIO

from tests.bytes_of_files import SHEET, xlsx, zip_of

END_OF_CHAIN, FREE, FAT_SECTOR = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
SECTOR = 512
SHEET_PART = "xl/worksheets/sheet1.xml"
_XLSB = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"


# Archives


def bomb(part: str, unpacked: int, declared: int | None = None, start: bytes = b"") -> bytes:
    """A workbook whose ``part`` unpacks to ``unpacked`` zeros behind ``start``, whatever size it declares."""
    stream = _deflated_zeros(start, unpacked)
    size = unpacked + len(start) if declared is None else declared
    return replaced(xlsx('<row r="1"><c r="A1"><v>1</v></c></row>'), part, stream, size)


def _deflated_zeros(start: bytes, count: int) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    begun = packer.compress(start) + packer.flush(zlib.Z_FULL_FLUSH)
    # The same million of zeros again and again: a gigabyte need never be packed.
    piece = packer.compress(bytes(1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    return begun + piece * (count >> 20) + packer.flush(zlib.Z_FINISH)


def replaced(archive: bytes, part: str, stream: bytes, size: int) -> bytes:
    """An archive with ``part`` replaced by a deflated ``stream`` said to unpack to ``size`` bytes."""
    with zipfile.ZipFile(BytesIO(archive)) as before:
        members = {name: (before.read(name), False) for name in before.namelist() if name != part}
    members[part] = (stream, True)
    out, listed = BytesIO(), BytesIO()
    for name, (data, is_stream) in members.items():
        packed = data if is_stream else zlib.compress(data, wbits=-15)
        length, crc = (size, 0) if is_stream else (len(data), zlib.crc32(data))
        about = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 33, crc, len(packed), length, len(name), 0)
        listed.write(b"PK\x01\x02" + struct.pack("<H", 20) + about)
        listed.write(struct.pack("<HHHII", 0, 0, 0, 0, out.tell()) + name.encode())
        out.write(b"PK\x03\x04" + about + name.encode() + packed)
    place, directory = out.tell(), listed.getvalue()
    out.write(directory + b"PK\x05\x06")
    out.write(struct.pack("<HHHHIIH", 0, 0, len(members), len(members), len(directory), place, 0))
    return out.getvalue()


def with_doctype(encoding: str = "utf-8", before: str = "", part: str = "xl/sharedStrings.xml") -> bytes:
    """A workbook with a part that declares entities which would unfold to gigabytes."""
    laughs = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    text = (
        f'<?xml version="1.0" encoding="{encoding}"?>{before}<!DOCTYPE sst [<!ENTITY e0 "ha">{laughs}]>'
        "<sst><si><t>&e11;</t></si></sst>"
    )
    return xlsx('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', **{part: text.encode(encoding)})


def deep(depth: int) -> bytes:
    """A sheet whose elements stand one inside the other."""
    return xlsx(f'<row r="1"><c r="A1"><v>1</v></c></row>{"<x>" * depth}{"</x>" * depth}')


# Old workbooks


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def biff8(
    rows: int, names: tuple[str, ...] = ("Data",), kinds: tuple[int, ...] = (), date1904: int = 0
) -> bytes:
    """The stream of an old workbook: sheets of ``rows`` lines (a text, a number), of ``kinds`` (0: ordinary)."""
    start = (
        _record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0))
        + _record(0x22, struct.pack("<H", date1904))
        + _record(0xE0, bytes(20)) * 16
    )
    sheets = []
    for sheet, _ in enumerate(names):
        cells = b"".join(
            _record(
                0x204,
                struct.pack("<HHHHB", row, 0, 15, len(text := f"Usaha {sheet}.{row}"), 0) + text.encode(),
            )
            + _record(0x203, struct.pack("<HHHd", row, 1, 15, row))
            for row in range(rows)
        )
        about = _record(0x200, struct.pack("<IIHHH", 0, rows, 0, 2, 0))
        sheets.append(
            _record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0)) + about + cells + _record(10, b"")
        )
    kinds = kinds or (0,) * len(names)
    lists = [struct.pack("<BBB", kind & 0xFF, kind >> 8, len(name)) + b"\0" + name.encode("latin-1")
             for name, kind in zip(names, kinds, strict=True)]  # fmt: skip
    place = len(start) + sum(8 + len(one) for one in lists) + 4
    listed = b""
    for one, sheet in zip(lists, sheets, strict=True):
        listed += _record(0x85, struct.pack("<I", place) + one)
        place += len(sheet)
    return start + listed + _record(10, b"") + b"".join(sheets)


def old_workbook(
    stream: bytes, loop: bool = False, declared: int | None = None, name: str = "Workbook"
) -> bytes:
    """An old container with its directory in front of the ``stream``; ``loop``: its chain of sectors is a ring."""
    stream = stream.ljust(4096, b"\0")
    count = -(-len(stream) // SECTOR)
    fats = -(-(count + 2) // 126)
    first = fats + 1
    chain = [FAT_SECTOR] * fats + [END_OF_CHAIN] + [first + place + 1 for place in range(count)]
    chain[-1] = first if loop else END_OF_CHAIN
    chain += [FREE] * (fats * 128 - len(chain))
    head = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + bytes(16)
        + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
        + bytes(6)
    )
    head += struct.pack("<IIIIIIIIII", 0, fats, fats, 0, 4096, END_OF_CHAIN, 0, END_OF_CHAIN, 0, 0)
    head += b"".join(struct.pack("<I", place if place < fats else FREE) for place in range(1, 109))
    folder = _entry("Root Entry", 5, END_OF_CHAIN, 0, child=1)
    folder += _entry(name, 2, first, len(stream) if declared is None else declared)
    fat = struct.pack(f"<{len(chain)}I", *chain)
    return head + fat + folder.ljust(SECTOR, b"\0") + stream.ljust(count * SECTOR, b"\0")


def _entry(name: str, kind: int, start: int, size: int, child: int = FREE) -> bytes:
    text = name.encode("utf-16-le")
    links = struct.pack("<BBIII", kind, 1, FREE, FREE, child)
    return (
        text.ljust(64, b"\0")
        + struct.pack("<H", len(text) + 2)
        + links
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )


# Binary workbooks


def _part(kind: int, data: bytes = b"") -> bytes:
    marks = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    return marks + bytes([len(data)]) + data


def binary_workbook(name: str = "Data") -> bytes:
    """An .xlsb of one sheet: A1 a number, B1 and A2 errors (the second of a formula), C2 a text; A1:A2 merged."""
    main, office = (
        "http://schemas.openxmlformats.org/package/2006",
        "http://schemas.openxmlformats.org/officeDocument",
    )
    text = "rId1".encode("utf-16-le")
    wide = lambda words: struct.pack("<I", len(words)) + words.encode("utf-16-le")  # noqa: E731
    sheet = struct.pack("<II", 0, 1) + struct.pack("<I", 4) + text + wide(name)
    cell = lambda column: struct.pack("<II", column, 0)  # noqa: E731
    row = lambda number: _part(0, struct.pack("<IIHBBBI", number, 0, 300, 0, 0, 0, 0))  # noqa: E731
    formula = struct.pack("<HII", 0, 0, 0)
    cells = row(0) + _part(5, cell(0) + struct.pack("<d", 7.5)) + _part(3, cell(1) + b"\x07")
    cells += row(1) + _part(11, cell(0) + b"\x2a" + formula) + _part(6, cell(2) + wide("Tenun"))
    merged = _part(177, struct.pack("<I", 1)) + _part(176, struct.pack("<IIII", 0, 1, 0, 0)) + _part(178)
    relation = '<Relationship Id="rId1" Type="{}/2006/relationships/{}" Target="{}"/>'
    related = f'<Relationships xmlns="{main}/relationships">{relation}</Relationships>'
    return zip_of({
        "[Content_Types].xml": f'<Types xmlns="{main}/content-types"><Default Extension="bin" ContentType="{_XLSB}"/>'
        f'<Default Extension="rels" ContentType="{main}/relationships+xml"/></Types>',
        "_rels/.rels": related.format(office, "officeDocument", "xl/workbook.bin"),
        "xl/_rels/workbook.bin.rels": related.format(office, "worksheet", "worksheets/sheet1.bin"),
        "xl/workbook.bin": _part(131) + _part(143) + _part(156, sheet) + _part(144) + _part(132),
        "xl/worksheets/sheet1.bin": _part(129) + _part(148, struct.pack("<IIII", 0, 2, 0, 2)) + _part(145) + cells
        + _part(146) + merged + _part(130),
    })  # fmt: skip


def several_sheets(
    sheets: list[tuple[str, str, str, str]], date1904: bool = False, styles: str = ""
) -> bytes:
    """A workbook of (name, state, kind of part, sheetData): ``kind`` is worksheet, chartsheet, xlMacrosheet …"""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    listed = "".join(
        f'<sheet name="{name}" sheetId="{place}" state="{state}" r:id="rId{place}"/>'
        for place, (name, state, _, _) in enumerate(sheets, 1)
    )
    types = {kind: office if kind != "xlMacrosheet" else "http://schemas.microsoft.com/office/2006/relationships"
             for _, _, kind, _ in sheets}  # fmt: skip
    related = "".join(
        f'<Relationship Id="rId{place}" Type="{types[kind]}/{kind}" Target="worksheets/sheet{place}.xml"/>'
        for place, (_, _, kind, _) in enumerate(sheets, 1)
    )
    parts = {
        f"xl/worksheets/sheet{place}.xml": f'<{kind} xmlns="{main}"><sheetData>{rows}</sheetData></{kind}>'
        for place, (_, _, kind, rows) in enumerate(sheets, 1)
    }
    parts["xl/workbook.xml"] = (
        f'<workbook xmlns="{main}" xmlns:r="{office}"><workbookPr date1904="{int(date1904)}"/>'
        f"<sheets>{listed}</sheets></workbook>"
    )
    parts["xl/_rels/workbook.xml.rels"] = (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{related}</Relationships>'
    )
    if styles:
        parts["xl/styles.xml"] = styles
    return xlsx("", SHEET, **parts)
