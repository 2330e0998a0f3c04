"""What a message holds: who it says it is from, and the workbooks attached to it. Hostile messages never raise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import errors, message_from_bytes, policy
from email.header import decode_header
from email.message import Message

from flows.contacts import is_address
from flows.mail_names import clean_name
from flows.mail_parts import Piece, Sorted, sort_attachment

MOST_PARTS = 1000
MOST_NESTED = 200  # declarations of multiparts and messages within messages, anywhere in the bytes
MOST_LINES = 2_000_000
MOST_WORK = 40_000_000  # lines x nested parts: the parser compares each line with every part it is in
MOST_PIECES = 500
_CUT = (
    errors.CloseBoundaryNotFoundDefect,
    errors.StartBoundaryNotFoundDefect,
    errors.InvalidBase64CharactersDefect,
    errors.InvalidBase64LengthDefect,
    errors.InvalidBase64PaddingDefect,
)
_NESTED = re.compile(rb"(?i)multipart/|message/rfc822")
_CLOUD = re.compile(
    rb"(?i)drive\.google\.com|docs\.google\.com|1drv\.ms|onedrive\.live\.com|sharepoint\.com|dropbox\.com"
    rb"|wetransfer\.com|we\.tl/|mega\.nz|mediafire\.com|icloud\.com/iclouddrive"
)
_PASSED = re.compile(r"(?is)^\s*(dmarc|dkim)\s*=\s*pass\b(.*)$")
_PROPERTY = re.compile(r"(?i)header\.(from|d|i)\s*=\s*@?([a-z0-9.@_-]+)")
_COMMENT = re.compile(r"\([^()]*\)")


@dataclass(slots=True)
class Letter:
    """``pieces``: files for the inbox; ``others``: attachments that are no workbooks; ``doubts``: what an officer
    should look at himself (``winmail``, ``bersarang``, ``kusut``, ``terpotong``, ``tautan``, ``tanpa_lampiran``)."""

    pieces: list[Piece] = field(default_factory=list)
    others: int = 0
    doubts: list[str] = field(default_factory=list)


def sender_of(head: bytes) -> str | None:
    """The one address of the one From header; None where there are several, or none. It proves nothing."""
    try:
        said = message_from_bytes(head, policy=policy.compat32).get_all("From") or []
        if len(said) != 1:
            return None
        # The strict parser: a name that looks like an address is a name.
        read = message_from_bytes(b"From: " + _one_line(said[0]) + b"\n\n", policy=policy.default)["From"]
        addresses = [one.addr_spec for one in read.addresses]
        # Where programs read a header differently, each sees a sender of its own.
        if any(not isinstance(one, errors.UndecodableBytesDefect) for one in read.defects):
            return None
    # The parser of headers raises nearly anything over what was made to break it.
    except Exception:
        return None
    return addresses[0] if len(addresses) == 1 and is_address(addresses[0]) else None


def is_vouched(head: bytes, server: str, address: str) -> bool:
    """Whether the named server found that the domain of ``address`` sent this.

    Only the topmost Authentication-Results counts: those below it may have come with the message.
    """
    try:
        said = message_from_bytes(head, policy=policy.compat32).get_all("Authentication-Results") or []
        text = " ".join(str(said[0]).split()) if said else ""
    except Exception:
        return False
    while (bare := _COMMENT.sub(" ", text)) != text:
        text = bare
    # In quotes anything may stand, also a semicolon and what looks like a result.
    if '"' in text:
        return False
    name, _, results = text.partition(";")
    if (name.split() or [""])[0].casefold() != server.casefold():
        return False
    domain = address.rpartition("@")[2].casefold()
    return any(_vouches(one, domain) for one in results.split(";"))


def _vouches(result: str, domain: str) -> bool:
    passed = _PASSED.match(result)
    if passed is None:
        return False
    for name, value in _PROPERTY.findall(passed[2]):
        signer = value.casefold().rpartition("@")[2]
        if passed[1].casefold() == "dmarc":
            if name.casefold() == "from" and signer == domain:
                return True
        elif name.casefold() == "d" and (domain == signer or domain.endswith(f".{signer}")):
            return True
    return False


def identity_of(head: bytes) -> str:
    """What a message calls itself (Message-ID), "" where it does not."""
    try:
        said = message_from_bytes(head, policy=policy.compat32).get_all("Message-ID") or []
        return "".join(str(said[0]).split()) if said else ""
    except Exception:
        return ""


def read_letter(raw: bytes) -> Letter:
    """The files of a message of any make; what could not be followed is among the doubts."""
    nested, lines = len(_NESTED.findall(raw)), raw.count(b"\n")
    if nested > MOST_NESTED or lines > MOST_LINES or lines * max(nested, 1) > MOST_WORK:
        return Letter(doubts=["kusut"])
    letter = Letter()
    linked = False
    try:
        for part in _leaves(message_from_bytes(raw, policy=policy.compat32), 0, letter):
            linked = _read_part(part, letter) or linked
    # RecursionError and whatever the parser raises; what was read before it stays, marked as not all.
    except Exception:
        _doubt(letter, "kusut")
    # A table that was cut off reads like a shorter one.
    if "terpotong" in letter.doubts:
        letter.pieces.clear()
    if not letter.pieces and not letter.doubts:
        _doubt(letter, "tautan" if linked else "tanpa_lampiran")
    return letter


def _read_part(part: Message, letter: Letter) -> bool:
    """Sort one part in; whether it is a text that leads to a cloud drive."""
    kind = part.get_content_type()
    name = _name_of(part)
    data = part.get_payload(decode=True)
    data = data if isinstance(data, bytes) else b""
    if any(isinstance(one, _CUT) for one in part.defects):
        _doubt(letter, "terpotong")
    if not name and kind in {"text/plain", "text/html"} and part.get_content_disposition() != "attachment":
        return _CLOUD.search(data) is not None
    sorted_in = sort_attachment(name, data, kind)
    _add(letter, sorted_in)
    return False


def _add(letter: Letter, found: Sorted) -> None:
    letter.others += found.others
    for doubt in found.doubts:
        _doubt(letter, doubt)
    for piece in found.pieces:
        if len(letter.pieces) == MOST_PIECES:
            _doubt(letter, "kusut")
            return
        letter.pieces.append(piece)


def _doubt(letter: Letter, doubt: str) -> None:
    if doubt not in letter.doubts:
        letter.doubts.append(doubt)


def _leaves(message: Message, depth: int, letter: Letter) -> Iterator[Message]:
    """The parts that hold something; of attached messages those of the first level."""
    waiting: list[tuple[Message, int]] = [(message, depth)]
    seen = 0
    while waiting:
        part, depth = waiting.pop()
        seen += 1
        if seen > MOST_PARTS:
            _doubt(letter, "kusut")
            return
        if not part.is_multipart():
            yield part
            continue
        if any(isinstance(one, _CUT) for one in part.defects):
            _doubt(letter, "terpotong")
        below = depth + (part.get_content_maintype() == "message")
        if below > 1:
            _doubt(letter, "bersarang")
            continue
        children = part.get_payload()
        if isinstance(children, list):
            waiting += [(one, below) for one in reversed(children) if isinstance(one, Message)]


def _name_of(part: Message) -> str:
    """The name a part is given, however it is encoded (RFC 2231, RFC 2047, or not at all)."""
    try:
        _mend_headers(part)
        said = part.get_filename() or ""
        pieces = [
            piece if isinstance(piece, str) else _decoded(piece, charset)
            for piece, charset in decode_header(said)
        ]
        text = "".join(pieces)
    except Exception:
        text = "lampiran"
    return clean_name(_decoded(text.encode("utf-8", "surrogateescape"), None)) if text.strip() else ""


def _mend_headers(part: Message) -> None:
    """Letters written into a header as bare bytes, which the parser would replace."""
    for name, value in list(part.raw_items()):
        if name.casefold() in {"content-disposition", "content-type"} and not str(value).isascii():
            part.replace_header(name, _decoded(str(value).encode("utf-8", "surrogateescape"), None))


def _decoded(data: bytes, charset: str | None) -> str:
    for name in (charset, "utf-8"):
        if name and name != "unknown-8bit":
            try:
                return data.decode(name)
            except (LookupError, UnicodeDecodeError):
                continue
    return data.decode("cp1252", "replace")


def _one_line(said: object) -> bytes:
    return " ".join(str(said).split()).encode("utf-8", "surrogateescape")
