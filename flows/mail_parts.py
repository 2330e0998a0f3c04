"""Which attachments go into the inbox: what is or may be a workbook, also inside a zip archive.

What cannot be opened but may hold workbooks (a locked zip, a RAR) goes there as it is, so that it is refused with a
sentence like any other file and the office is answered.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from typing import NamedTuple

from flows.mail_names import UNNAMED, clean_name, clean_path
from flows.steps.receive.files import is_leftover, kind_of
from flows.steps.receive.kind import SPREADSHEET_ENDINGS, ZIP
from flows.steps.receive.preflight import preflight

ENDINGS = (*SPREADSHEET_ENDINGS, ".tsv", ".tab")
PACKED = (".zip", ".rar", ".7z", ".gz", ".tgz", ".tar", ".zipx")
_PACKED_STARTS = (b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b")
MOST_MEMBERS = 500
MOST_UNPACKED = 250_000_000  # bytes
_SHEET_TYPES = ("excel", "spreadsheet", "text/csv")


class Piece(NamedTuple):
    """A file for the inbox: its place below the folder of its message, its bytes."""

    path: str
    data: bytes


@dataclass(slots=True)
class Sorted:
    """``others``: how many attachments are no workbooks; ``doubts``: see :class:`flows.mail_message.Letter`."""

    pieces: list[Piece] = field(default_factory=list)
    others: int = 0
    doubts: list[str] = field(default_factory=list)


def sort_attachment(name: str, data: bytes, content_type: str) -> Sorted:
    """What becomes of one attachment; ``name`` may be empty."""
    if name.casefold() == "winmail.dat" or content_type == "application/ms-tnef":
        return Sorted(doubts=["winmail"])
    if not data:
        # A workbook of no bytes is refused by name; nothing else of no bytes is missed by anybody.
        return Sorted([Piece(name, data)]) if name.casefold().endswith(ENDINGS) else Sorted()
    if _is_archive(data, name):
        opened = _opened(data)
        if opened is not None:
            return opened
    piece = _workbook(name, data, content_type)
    return Sorted(others=1) if piece is None else Sorted([piece])


def _workbook(name: str, data: bytes, content_type: str) -> Piece | None:
    name = name or UNNAMED
    if name.casefold().endswith(ENDINGS):
        return Piece(name, data)
    if name.casefold().endswith(PACKED) or data.startswith(_PACKED_STARTS):
        return Piece(name if name.casefold().endswith(PACKED) else f"{name}.zip", data)
    # Text is a table only where its name promises one: programs attach disclaimers.
    kind = kind_of(data, UNNAMED)
    if kind.jenis is not None:
        return Piece(f"{name}.{kind.jenis}", data)
    if kind.kode == "BERKAS_TERKUNCI":
        return Piece(f"{name}.xlsx", data)
    if any(word in content_type for word in _SHEET_TYPES):
        return Piece(f"{name}.csv" if "csv" in content_type else f"{name}.xls", data)
    return None


def _is_archive(data: bytes, name: str) -> bool:
    """A zip that is no workbook, whatever it is called."""
    if not data.startswith(ZIP):
        return False
    kind = kind_of(data, name)
    return kind.kode == "FORMAT_TAK_DIDUKUNG" and "ZIP" in kind.rincian.get("alasan", "")


def _opened(data: bytes) -> Sorted | None:
    """The files of an archive, one level; None where it must not be opened, or not all of it can be."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = [one for one in archive.infolist() if not one.is_dir()]
            declared = sum(one.file_size for one in members)
            if len(members) > MOST_MEMBERS or declared > MOST_UNPACKED or preflight(archive, len(data)):
                return None
            return _members(archive, members)
    # A damaged archive makes zipfile and its decompressors raise nearly anything.
    except Exception:
        return None


def _members(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> Sorted | None:
    found = Sorted()
    left = MOST_UNPACKED
    for one in members:
        parts = one.filename.replace("\\", "/").split("/")
        if "__MACOSX" in parts or is_leftover(parts[-1]):
            continue
        with archive.open(one) as packed:
            data = packed.read(left + 1)
        left -= len(data)
        if left < 0:
            return None
        place = clean_path(one.filename)
        piece = _workbook(clean_name(parts[-1]), data, "")
        if piece is None:
            found.others += 1
        else:
            found.pieces.append(Piece(f"{place.rpartition('/')[0]}/{piece.path}".lstrip("/"), data))
    return found
