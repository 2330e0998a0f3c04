"""XML parts as bytes: where each element stands, so that a change leaves every other byte alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.parsers import expat


class NotPatchable(Exception):
    """The file is no package that can be changed in place; a rebuilt workbook can be returned instead."""


class Edit(NamedTuple):
    """``data[start:end]`` becomes ``new``."""

    start: int
    end: int
    new: bytes


@dataclass(slots=True)
class Node:
    """An element and where it stands: ``<name …>`` from ``start`` to ``inner``, content up to ``inner_end``,
    ``</name>`` up to ``end``. ``name`` and the names of attributes are without prefix where they have none, else
    "namespace name"; ``prefix`` is as written, with its colon."""

    space: str
    name: str
    attributes: dict[str, str]
    prefix: bytes
    start: int
    inner: int
    inner_end: int = 0
    end: int = 0
    children: list[Node] = field(default_factory=list)

    def child(self, name: str) -> Node | None:
        """The first child of this name, in the element's own namespace."""
        return next((one for one in self.children if one.name == name and one.space == self.space), None)

    def all(self, name: str) -> list[Node]:
        return [one for one in self.children if one.name == name and one.space == self.space]


TAG = re.compile(rb"""<([^\s<>/="']+)(?:\s+[^\s<>/="']+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*/?>""")
_ATTRIBUTE = re.compile(rb"""(\s+)([^\s<>/="']+)\s*=\s*("[^"]*"|'[^']*')""")
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_DECLARED = re.compile(rb"""^<\?xml[^>]*encoding\s*=\s*["']([^"']+)["']""")
_MOST_FIGURES = 10
_DEEPEST = 100
_TAKEN = (b"utf-8", b"us-ascii", b"ascii")


def tag_at(data: bytes, start: int) -> bytes:
    """The start tag at ``start``. Raises NotPatchable."""
    found = TAG.match(data, start)
    if found is None:
        raise NotPatchable("no tag where one was announced")
    return found[0]


def whole(text: str | None, otherwise: int = 0) -> int:
    """The number that an attribute states, ``otherwise`` where it states none that the format knows."""
    stated = text is not None and text.isascii() and text.isdigit() and len(text) <= _MOST_FIGURES
    return int(text or "0") if stated else otherwise


def strict_parser() -> expat.XMLParserType:
    """A parser with namespaces that refuses document types, and with them all entities."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    return parser


def _refuse(*_: object) -> None:
    raise NotPatchable("a document type is declared")


def check_encoding(data: bytes) -> None:
    """What is put in is plain ASCII, among bytes that must be UTF-8. Raises NotPatchable."""
    declared = _DECLARED.match(data.removeprefix(b"\xef\xbb\xbf").lstrip())
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or (declared and declared[1].lower() not in _TAKEN):
        raise NotPatchable("an encoding that cannot be written into")


def parse(data: bytes) -> Node:
    """The root element of a part with all below it. Raises NotPatchable."""
    check_encoding(data)
    parser = strict_parser()
    open_: list[Node] = [Node("", "", {}, b"", 0, 0)]

    def started(name: str, attributes: dict[str, str]) -> None:
        if len(open_) > _DEEPEST:
            raise NotPatchable("elements nested too deep")
        start = parser.CurrentByteIndex
        tag = tag_at(data, start)
        space, _, local = name.rpartition(" ")
        raw = TAG.match(tag)
        prefix = raw[1].rpartition(b":")[0] if raw else b""
        node = Node(space, local, attributes, prefix + b":" if prefix else b"", start, start + len(tag))
        open_[-1].children.append(node)
        open_.append(node)

    def ended(_: str) -> None:
        node = open_.pop()
        if data[node.inner - 2 : node.inner] == b"/>":
            node.inner_end = node.end = node.inner
        else:
            node.inner_end = parser.CurrentByteIndex
            node.end = data.index(b">", node.inner_end) + 1

    parser.StartElementHandler, parser.EndElementHandler = started, ended
    try:
        parser.Parse(data, True)
    except expat.ExpatError as problem:
        raise NotPatchable(f"XML that is not well-formed: {problem}") from problem
    return open_[0].children[0]


def with_attribute(tag: bytes, name: bytes, value: bytes) -> bytes:
    """A start tag in which attribute ``name`` (as written) has ``value``, which must need no escaping."""
    for found in _ATTRIBUTE.finditer(tag):
        if found[2] == name:
            return tag[: found.start(3)] + b'"' + value + b'"' + tag[found.end(3) :]
    first = _ATTRIBUTE.search(tag)
    end = first.end() if first else len(_name(tag)) + 1
    return tag[:end] + b" " + name + b'="' + value + b'"' + tag[end:]


def without_attribute(tag: bytes, name: bytes) -> bytes:
    for found in _ATTRIBUTE.finditer(tag):
        if found[2] == name:
            return tag[: found.start()] + tag[found.end() :]
    return tag


def _name(tag: bytes) -> bytes:
    found = TAG.match(tag)
    if found is None:
        raise NotPatchable("a tag that is none")
    return found[1]


def append_to(data: bytes, node: Node, new: bytes) -> Edit:
    """Puts ``new`` behind the last child of ``node``, also where the element was written as ``<name/>``."""
    if node.end > node.inner:
        return Edit(node.inner_end, node.inner_end, new)
    tag = data[node.start : node.inner]
    return Edit(node.start, node.end, tag[:-2].rstrip() + b">" + new + b"</" + _name(tag) + b">")


def pieces(data: bytes, edits: Iterable[Edit]) -> Iterator[bytes | memoryview]:
    """The changed part, piece by piece. Edits must not overlap; those at one place come in the order given."""
    view, at = memoryview(data), 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if edit.start < at:
            raise NotPatchable("two changes at one place")
        yield view[at : edit.start]
        yield edit.new
        at = edit.end
    yield view[at:]


def changed(data: bytes, edits: Iterable[Edit]) -> bytes:
    return b"".join(pieces(data, edits))


def plain_text(text: str, longest: int = 32_000) -> str:
    """Text that a cell or a comment may hold: no control characters, no longer than Excel takes."""
    text = _ILLEGAL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return text if len(text) <= longest else text[: longest - 1] + "…"


def escaped(text: str) -> bytes:
    """Text for the content of an element or an attribute, in ASCII; never read as Excel's own ``_x0041_``."""
    text = _ESCAPED.sub("_x005F_", plain_text(text))
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return text.encode("ascii", "xmlcharrefreplace")


def attribute_text(text: str) -> bytes:
    """Text for an attribute that is no text of a cell: a sheet's name, a place."""
    text = _ILLEGAL.sub("", text)
    for plain, safe in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("\n", "&#10;")):
        text = text.replace(plain, safe)
    return text.encode("ascii", "xmlcharrefreplace")
