"""A look at a zip archive's list of contents before any program unpacks it; a few milliseconds."""

from __future__ import annotations

import re
import zipfile

from flows.steps.receive.kind import Kind, refused

LARGEST_PART = 400_000_000  # bytes of one unpacked part, some 8 million cells
LARGEST_TOTAL = 1_000_000_000
SUSPICIOUS_SIZE = 100_000_000
SUSPICIOUS_RATIO = 200
MOST_MEMBERS = 10_000
_HEAD = 4096
_DECLARED_ENTITY = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_OUTSIDE = re.compile(r"^(?:/|[a-z]:)|(?:^|/)\.\.(?:/|$)", re.IGNORECASE)


def preflight(archive: zipfile.ZipFile, size: int) -> Kind | None:
    """Why an archive of ``size`` bytes must not be unpacked, or None where nothing speaks against it.

    Sizes are those the archive declares; what it hides beyond them meets the limits of the reader process.
    Raises what ``zipfile`` raises where a member is damaged.
    """
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        return _dangerous(f"{len(members)} bagian di dalamnya", f"{len(members)} parts inside")
    if sum(member.compress_size for member in members) > size:
        return _dangerous("bagian-bagiannya saling menumpuk", "its parts overlap")
    names = [member.filename.replace("\\", "/") for member in members]
    if any(_OUTSIDE.search(name) for name in names):
        return _dangerous("nama bagian menunjuk ke luar berkas", "the name of a part leads out of the file")
    if len({name.lower() for name in names}) < len(names):
        return _dangerous("dua bagian bernama sama", "two parts have one name")
    for member in members:
        if member.file_size > LARGEST_PART or _is_bomb(member.file_size, member.compress_size):
            return _expands(member.file_size)
    total = sum(member.file_size for member in members)
    if total > LARGEST_TOTAL or _is_bomb(total, size):
        return _expands(total)
    return _declared_entities(archive, members)


def _is_bomb(unpacked: int, packed: int) -> bool:
    return unpacked > SUSPICIOUS_SIZE and unpacked > SUSPICIOUS_RATIO * max(packed, 1)


def _declared_entities(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> Kind | None:
    # No spreadsheet program writes a document type; a file that has one wants a reader to expand or fetch.
    for member in members:
        if member.filename.lower().endswith((".xml", ".rels")):
            with archive.open(member) as part:
                head = part.read(_HEAD).replace(b"\x00", b"")
            if _DECLARED_ENTITY.search(head):
                return _dangerous("ada deklarasi entitas XML", "it declares XML entities")
    return None


def _expands(size: int) -> Kind:
    megabytes = size // 1_000_000
    return _dangerous(f"mengembang menjadi {megabytes} MB", f"it expands to {megabytes} MB")


def _dangerous(reason: str, reason_en: str) -> Kind:
    return refused("BERKAS_BERBAHAYA", reason, reason_en)
