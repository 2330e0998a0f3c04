"""Puts parts into the archive that is written: new ones packed, untouched ones exactly as they were packed."""

from __future__ import annotations

import copy
import struct
import zipfile
from collections.abc import Iterable

from flows.outputs.marking.parts import NotPatchable

Pieces = Iterable[bytes | memoryview]
A_DAY = (1980, 1, 1, 0, 0, 0)
_LOCAL_HEADER = 30
_HAS_DESCRIPTOR = 0x08


def write(target: zipfile.ZipFile, about: zipfile.ZipInfo, content: Pieces) -> None:
    """Pack ``content`` under the name and time of ``about``."""
    fresh = zipfile.ZipInfo(about.filename, about.date_time)
    fresh.compress_type = zipfile.ZIP_DEFLATED
    fresh.external_attr = about.external_attr
    with target.open(fresh, "w") as part:
        for piece in content:
            part.write(piece)


def copy_packed(target: zipfile.ZipFile, about: zipfile.ZipInfo, source: bytes) -> None:
    """Take a part over from the archive ``source`` without unpacking it. Raises NotPatchable."""
    start = about.header_offset
    header = source[start : start + _LOCAL_HEADER]
    if len(header) < _LOCAL_HEADER or header[:4] != b"PK\x03\x04":
        raise NotPatchable(f"the part {about.filename} is damaged")
    start += _LOCAL_HEADER + sum(struct.unpack("<HH", header[26:30]))
    packed = source[start : start + about.compress_size]
    if len(packed) < about.compress_size:
        raise NotPatchable(f"the part {about.filename} is cut off")
    fresh = copy.copy(about)
    # Sizes stand in the header, so that none follow the content.
    fresh.flag_bits &= ~_HAS_DESCRIPTOR
    fresh.extra = b""
    _append(target, fresh, packed)


def _append(target: zipfile.ZipFile, about: zipfile.ZipInfo, packed: bytes) -> None:
    # ``zipfile`` has no call for content that is packed already; this is what its own calls keep up to date.
    stream = target.fp
    if stream is None:
        raise ValueError("the archive is closed")
    stream.seek(target.start_dir)
    about.header_offset = stream.tell()
    stream.write(about.FileHeader())
    stream.write(packed)
    target.start_dir = stream.tell()
    target.filelist.append(about)
    target.NameToInfo[about.filename] = about
