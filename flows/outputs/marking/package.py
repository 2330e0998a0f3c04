"""A workbook as a package of parts: read some, change or add some, and write it with all others as they were."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass, field
from functools import cached_property

from flows.outputs.marking import packing
from flows.outputs.marking.parts import (
    Edit,
    Node,
    NotPatchable,
    append_to,
    attribute_text,
    changed,
    parse,
    pieces,
    tag_at,
    with_attribute,
)

LARGEST_PART = 400_000_000
CONTENT_TYPES = "[content_types].xml"
STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_XML = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SIGNATURES = "_xmlsignatures/"
_ENCRYPTED = 0x01


@dataclass(slots=True)
class Relation:
    """One relationship of a part; ``target`` is the name of a part, or an address outside where ``outside``."""

    ident: str
    kind: str  # the last word of its type: worksheet, comments, vmlDrawing …
    target: str
    outside: bool


@dataclass
class Package:
    """A package that was read; :meth:`put` and :meth:`relate` change it, :meth:`written` gives its bytes.

    Names of parts are compared without regard to case, as the format asks.
    """

    archive: zipfile.ZipFile
    names: dict[str, str]
    source: bytes
    _new: dict[str, packing.Pieces] = field(default_factory=dict)
    _small: dict[str, bytes] = field(default_factory=dict)
    _relations: dict[str, list[Relation]] = field(default_factory=dict)

    @classmethod
    def opened(cls, data: bytes) -> Package:
        """Raises NotPatchable for bytes that are no whole zip archive, or one with locked parts."""
        try:
            archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as problem:
            raise NotPatchable("no zip archive") from problem
        members = archive.infolist()
        names = {one.filename.replace("\\", "/").lstrip("/").lower(): one.filename for one in members}
        if len(names) < len(members):
            raise NotPatchable("two parts have one name")
        if any(one.flag_bits & _ENCRYPTED for one in members):
            raise NotPatchable("its parts are locked")
        return cls(archive, names, data)

    def has(self, name: str) -> bool:
        return name.lower() in self.names or name.lower() in self._new

    def read(self, name: str, most: int = -1) -> bytes:
        """A part's bytes as they are by now, or the first ``most`` of them.

        Raises NotPatchable where it is missing, damaged or huge.
        """
        key = name.lower()
        if key in self._small:
            return self._small[key]
        if key not in self.names:
            raise NotPatchable(f"the part {name} is missing")
        try:
            about = self.archive.getinfo(self.names[key])
            if about.file_size > LARGEST_PART:
                raise NotPatchable(f"the part {name} is too large")
            with self.archive.open(about) as part:
                return part.read(most)
        except (
            zipfile.BadZipFile,
            zlib.error,
            OSError,
            EOFError,
            ValueError,
            NotImplementedError,
        ) as problem:
            raise NotPatchable(f"the part {name} is damaged") from problem

    def put(self, name: str, content: bytes, kind: str | None = None) -> None:
        """Add or replace a part. ``kind``: its content type, where the part is new."""
        self._new[name.lower()] = (content,)
        self._small[name.lower()] = content
        if kind is not None:
            self.names.setdefault(name.lower(), name)
            self._declare(name, kind)

    def edit(self, name: str, data: bytes, edits: list[Edit]) -> None:
        """Replace a large part whose bytes are ``data``: it is put together while it is written."""
        if edits:
            self._new[name.lower()] = pieces(data, edits)

    def unused(self, pattern: str) -> str:
        """The first name of ``pattern``, such as "xl/comments{}.xml", that no part has."""
        number = 1
        while self.has(pattern.format(number)):
            number += 1
        return pattern.format(number)

    # --- relationships ---------------------------------------------------------------------------------------

    def relations(self, part: str) -> list[Relation]:
        """The relationships of a part ("" for the package itself), in their order."""
        key = part.lower()
        if key not in self._relations:
            name = rels_name(part)
            root = parse(self.read(name)) if self.has(name) else None
            found = [_relation(part, node) for node in (root.children if root else ())]
            if len({one.ident for one in found}) < len(found):
                # Programs differ in which of the two they follow, or follow neither.
                raise NotPatchable("two relationships of one name")
            self._relations[key] = found
        return self._relations[key]

    def related(self, part: str, kind: str) -> str | None:
        """The first part that ``part`` refers to as ``kind``."""
        found = (one.target for one in self.relations(part) if one.kind == kind and not one.outside)
        return next(found, None)

    def relate(self, part: str, kind: str, target: str) -> str:
        """Let ``part`` refer to the part ``target``; the new relationship's id."""
        taken = {one.ident for one in self.relations(part)}
        number = len(taken) + 1
        while f"rId{number}" in taken:
            number += 1
        ident, name = f"rId{number}", rels_name(part)
        if not self.has(name):
            self.put(
                name, _XML + f'<Relationships xmlns="{_RELATIONS}"></Relationships>'.encode(), _RELS_TYPE
            )
        data = self.read(name)
        root = parse(data)
        new = b'<%sRelationship Id="%s" Type="%s" Target="%s"/>' % (
            root.prefix, ident.encode(), f"{self.office}/{kind}".encode(), attribute_text(f"/{target}"),
        )  # fmt: skip
        self.put(name, changed(data, [append_to(data, root, new)]))
        self.relations(part).append(Relation(ident, kind, target, False))
        return ident

    @cached_property
    def office(self) -> str:
        """The namespace of relationships that this package uses: the transitional or the strict one."""
        data = self.read(rels_name(""))
        types = [node.attributes.get("Type", "") for node in parse(data).children]
        return STRICT if any(one.startswith(STRICT) for one in types) else _TRANSITIONAL

    # --- content types ---------------------------------------------------------------------------------------

    def _declare(self, name: str, kind: str) -> None:
        data = self.read(CONTENT_TYPES)
        root = parse(data)
        extension = name.rpartition(".")[2].lower()
        for node in root.all("Default"):
            declared = node.attributes.get("ContentType", "")
            if node.attributes.get("Extension", "").lower() == extension and declared == kind:
                return
        known = {one.attributes.get("PartName", "").lstrip("/").lower(): one for one in root.all("Override")}
        old = known.get(name.lower())
        if old is not None:
            tag = with_attribute(tag_at(data, old.start), b"ContentType", kind.encode())
            self.put(CONTENT_TYPES, changed(data, [Edit(old.start, old.inner, tag)]))
            return
        new = b'<%sOverride PartName="%s" ContentType="%s"/>' % (
            root.prefix, attribute_text(f"/{name}"), kind.encode(),
        )  # fmt: skip
        self.put(CONTENT_TYPES, changed(data, [append_to(data, root, new)]))

    def drop_signatures(self) -> None:
        """A signature vouches for bytes that are no longer the same: as Excel does, take it off."""
        gone = [key for key in self.names if key.startswith(_SIGNATURES)]
        if not gone:
            return
        for key in gone:
            del self.names[key]
        self._cut(rels_name(""), "Target")
        self._cut(CONTENT_TYPES, "PartName")

    def _cut(self, name: str, attribute: str) -> None:
        data = self.read(name)
        edits = [
            Edit(node.start, node.end, b"")
            for node in parse(data).children
            if node.attributes.get(attribute, "").lstrip("/").lower().startswith(_SIGNATURES)
        ]
        self.put(name, changed(data, edits))

    def written(self) -> bytes:
        """The package: parts in their old order, untouched ones as they were packed, new ones last."""
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as target:
            written = set()
            for about in self.archive.infolist():
                key = about.filename.replace("\\", "/").lstrip("/").lower()
                written.add(key)
                if key in self._new:
                    packing.write(target, about, self._new[key])
                elif key in self.names:
                    packing.copy_packed(target, about, self.source)
            for key in [one for one in self._new if one not in written]:
                packing.write(target, zipfile.ZipInfo(self.names[key], packing.A_DAY), self._new[key])
        return file.getvalue()


_RELS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"


def rels_name(part: str) -> str:
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"


def _relation(part: str, node: Node) -> Relation:
    if node.name != "Relationship" or node.children:
        raise NotPatchable("relationships that are none")
    target = node.attributes.get("Target", "").replace("\\", "/")
    outside = node.attributes.get("TargetMode", "").lower() == "external"
    if not outside:
        folder = part.rpartition("/")[0]
        target = (
            target.lstrip("/")
            if target.startswith("/")
            else posixpath.normpath(f"{folder}/{target}").lstrip("/")
        )
    kind = node.attributes.get("Type", "").rpartition("/")[2]
    return Relation(node.attributes.get("Id", ""), kind, target, outside)
