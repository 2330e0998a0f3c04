"""Random changes to bytes, to XML, and to archives of XML parts."""

from __future__ import annotations

import io
import random
import re
import zipfile

_ELEMENT = re.compile(rb"<([A-Za-z_][\w:.-]*)(?:\s[^<>]*)?(?:/>|>)")
_ATTRIBUTE = re.compile(rb'([\w:.-]+)="([^"<>]*)"')
_TEXT = re.compile(rb">([^<>]+)<")
VALUES = (
    b"", b"0", b"-1", b"1", b"2", b"99", b"1048577", b"16385", b"4294967295", b"4294967296",
    b"99999999999999999999", b"1e9",
    b"NaN", b"A1", b"XFD1048576", b"ZZZZ9", b"A0", b"1A", b"A1:XFD1048576", b"B3:A1", b"s", b"str", b"e",
    b"b", b"inlineStr",
    b"d", b"../../x.xml", b"/xl/workbook.xml", b"rId1", b"rId99", b"hidden", b"true", b"http://x/y",
    b"\xff\xfe", b"&#0;",
    b"&amp;", b"&lt;", b"2021-13-45", b"45000", b"1E+400", b"_x0000_", b"x" * 5000, b"\xe2\x80\xae",
    b"PT9999999999H1M1S",
)  # fmt: skip
PUT_IN = (
    b"<!DOCTYPE a>", b'<!DOCTYPE a [<!ENTITY b "c">]>', b"<!-- - -->", b"<![CDATA[<v>1</v>]]>",
    b"<?php ?>", b"<a/>", b"</a>",
    b"\x00", b"\xef\xbb\xbf", b'<c r="B3"><v>1</v></c>', b'<row r="2"/>', b'<mergeCell ref="A1:B2"/>',
    b"<f>1/0</f>",
    b'<x:c xmlns:x="y"/>', b' xmlns="z"', b"&b;", b"<v/>",
)  # fmt: skip


def changed_bytes(chance: random.Random, data: bytes) -> bytes:
    """``data`` with bits flipped, cut off, doubled, or overwritten."""
    if not data:
        return b"\x00"
    here = chance.randrange(len(data))
    part = chance.choice((1, 1, 2, 4, 8, 64, 512))
    how = chance.randrange(7)
    if how < 3:
        return data[:here] + bytes([data[here] ^ (1 << chance.randrange(8))]) + data[here + 1 :]
    if how == 3:
        return data[:here] if chance.random() < 0.3 else data[:here] + data[here + part :]
    if how == 4:
        return (
            data[: here + part] + data[here : here + part] * chance.choice((1, 3, 50)) + data[here + part :]
        )
    if how == 5:
        fresh = chance.choice((b"\x00", b"\xff", b"\x7f", b"\x80")) * part
        return data[:here] + fresh + data[here + part :]
    there = chance.randrange(len(data))
    return data[:here] + data[there : there + part] + data[here + part :]


def changed_xml(chance: random.Random, data: bytes) -> bytes:
    """XML with an element gone, doubled or moved, an attribute or text replaced, or something put in."""
    if len(data) > 200_000:
        return changed_bytes(chance, data)
    how = chance.randrange(8)
    found = list((_ATTRIBUTE if how < 3 else _TEXT if how == 3 else _ELEMENT).finditer(data))
    if not found or how == 7:
        return changed_bytes(chance, data)
    one = chance.choice(found)
    if how < 3:
        start, end = one.span(2) if how < 2 else one.span()
        return data[:start] + (chance.choice(VALUES) if how < 2 else b"") + data[end:]
    if how == 3:
        return data[: one.start(1)] + chance.choice(VALUES) + data[one.end(1) :]
    start, end = one.start(), _end_of(data, one)
    if how == 4:
        return data[:start] + data[end:]
    if how == 5:
        place = chance.choice(found).start()
        return data[:place] + data[start:end] * chance.choice((1, 1, 2, 30)) + data[place:]
    return data[:start] + chance.choice(PUT_IN) + data[start:]


def _end_of(data: bytes, opened: re.Match[bytes]) -> int:
    if opened[0].endswith(b"/>"):
        return opened.end()
    closing = data.find(b"</" + opened[1] + b">", opened.end())
    return opened.end() if closing < 0 else closing + len(opened[1]) + 3


def changed_archive(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """An archive with one part changed, gone, renamed, or taken from ``other``; its bytes where it is none."""
    if chance.random() < 0.12:
        return changed_bytes(chance, data)
    try:
        parts = unpacked(data)
    except Exception:
        return changed_bytes(chance, data)
    if not parts:
        return data
    name = chance.choice(list(parts))
    how = chance.randrange(12)
    if how < 9:
        parts[name] = changed_xml(chance, parts[name])
    elif how == 9:
        del parts[name]
    elif how == 10:
        renamed = chance.choice(
            (name.upper(), "xl/" + name, name + "x", "../" + name, name.replace("/", "\\"))
        )
        parts[renamed] = parts.pop(name)
    else:
        try:
            theirs = unpacked(other)
        except Exception:
            theirs = {}
        parts[name] = theirs.get(name) or chance.choice(list(theirs.values()) or [b""])
    return packed(parts, zipfile.ZIP_STORED if chance.random() < 0.1 else zipfile.ZIP_DEFLATED)


def unpacked(data: bytes) -> dict[str, bytes]:
    """The parts of an archive; raises what ``zipfile`` raises."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(one.file_size for one in archive.infolist()) > 5_000_000:
            raise ValueError("too large to play with")
        return {one.filename: archive.read(one) for one in archive.infolist()}


def packed(parts: dict[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive of these parts, the same bytes for the same parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", how) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, how)
    return file.getvalue()
