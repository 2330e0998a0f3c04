"""A look at a zip archive's list of contents before any program unpacks it; a few milliseconds."""

from __future__ import annotations

import re
import zipfile
from typing import IO

from flows.steps.receive.kind import Kind, refused

LARGEST_PART = 400_000_000  # bytes of one unpacked part, some 8 million cells
LARGEST_TOTAL = 1_000_000_000
SUSPICIOUS_SIZE = 100_000_000
SUSPICIOUS_RATIO = 200
MOST_MEMBERS = 10_000
_HEAD = 4096
_LONGEST_PROLOG = 65_536
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", ".svg", ".tif", ".tiff", ".bmp")
_PROLOG = re.compile(rb"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*)*", re.DOTALL)
_ENCODING = re.compile(rb"""\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([^"'>]*)""")
_KNOWN_ENCODINGS = re.compile(
    rb"utf-?(?:8|16|16le|16be)|us-ascii|ascii|iso-8859-\d+|windows-125\d", re.IGNORECASE
)
# LibreOffice names the document type of its macros and of its list of parts, without declaring anything in it.
_OF_OFFICE = re.compile(r"(?:.*/)?(?:Basic|Dialogs|META-INF)/")
_PLAIN_DOCTYPE = re.compile(rb"<!DOCTYPE[^\[>]*>")
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
    for member in members:
        # A part is what its relation says, not what it is called.
        if not member.filename.lower().endswith(_PICTURES):
            with archive.open(member) as part:
                reason = _declared_in(part, bool(_OF_OFFICE.match(member.filename)))
            if reason is not None:
                return reason
    return None


def _declared_in(part: IO[bytes], of_office: bool) -> Kind | None:
    """Why the XML of a part must not be read; None too for what is no XML."""
    head = _bare(part.read(_HEAD))
    if not head.lstrip().startswith(b"<"):
        return None
    end = _prolog_end(head)
    if end is None:
        head += _bare(part.read(_LONGEST_PROLOG))
        end = _prolog_end(head)
    if end is None:
        return _dangerous("pembuka XML-nya tidak berujung", "its XML has a prolog without end")
    encoding = _ENCODING.match(head)
    if encoding is not None and not _KNOWN_ENCODINGS.fullmatch(encoding[1]):
        return _dangerous("pengodean XML-nya asing", "its XML is in a strange encoding")
    # No spreadsheet program writes a document type; a file that has one wants a reader to expand or fetch.
    if head.startswith(b"<!", end) and not (of_office and _PLAIN_DOCTYPE.match(head, end)):
        return _dangerous("ada deklarasi entitas XML", "it declares XML entities")
    return None


def _bare(data: bytes) -> bytes:
    """Without what UTF-16 and UTF-32 put between and before the letters of XML."""
    return data.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")


def _prolog_end(head: bytes) -> int | None:
    """Where the declaration, comments and instructions before the root element end; None where they do not."""
    found = _PROLOG.match(head)
    end = found.end() if found else 0
    begun = head[end : end + 4]
    return None if not begun or begun.startswith(b"<?") or b"<!--".startswith(begun) else end


def _expands(size: int) -> Kind:
    megabytes = size // 1_000_000
    return _dangerous(f"mengembang menjadi {megabytes} MB", f"it expands to {megabytes} MB")


def _dangerous(reason: str, reason_en: str) -> Kind:
    return refused("BERKAS_BERBAHAYA", reason, reason_en)
