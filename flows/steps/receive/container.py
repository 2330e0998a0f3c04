"""The container of old workbooks (OLE2): whether what it holds is whole, before a reader follows its chains.

Its sectors are chained by a table of numbers. Where a chain runs in a ring a reader may run for ever, and where
it leads beyond the end of the file a reader may return half of the rows without a word.
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterator, Sequence

_LAST = 0xFFFFFFFA  # the numbers from here on are no sectors
_ENTRY = 128
_STREAMS = ("Workbook", "Book")


class Broken(ValueError):
    """The container is cut off, or its chains make no sense."""


def check_container(data: bytes) -> None:
    """Raise :class:`Broken` where the stream of an old workbook is not there from its beginning to its end."""
    try:
        _check(data)
    except (struct.error, IndexError, OverflowError) as problem:
        raise Broken("header") from problem


def _check(data: bytes) -> None:
    size = 1 << struct.unpack_from("<H", data, 30)[0]
    if size not in (512, 4096):
        raise Broken("sector size")
    folder, cutoff = struct.unpack_from("<I", data, 48)[0], struct.unpack_from("<I", data, 56)[0]
    table = _table(data, size)
    entries = b"".join(_sector(data, size, place) for place in _chain(table, folder))
    for start in range(0, len(entries) - _ENTRY + 1, _ENTRY):
        entry = entries[start : start + _ENTRY]
        length = struct.unpack_from("<H", entry, 64)[0]
        if entry[66] == 2 and entry[: max(length - 2, 0)].decode("utf-16-le", "replace") in _STREAMS:
            first, wanted = struct.unpack_from("<II", entry, 116)
            # Below the cutoff it lies in the small sectors, which no workbook fits into.
            if wanted >= cutoff:
                _follow(data, size, table, first, wanted)


def _follow(data: bytes, size: int, table: Sequence[int], first: int, wanted: int) -> None:
    """Walk the sectors of a stream of ``wanted`` bytes."""
    had = 0
    for place in _chain(table, first):
        had += max(0, min(size, len(data) - (place + 1) * size, wanted - had))
    # Some programs round the size up to the next sector and do not write the rest of the last one.
    if wanted - had >= size:
        raise Broken("cut off")


def _chain(table: Sequence[int], first: int) -> Iterator[int]:
    steps, place = 0, first
    while place < _LAST:
        steps += 1
        if steps > len(table):
            raise Broken("ring")
        yield place
        place = table[place]


def _table(data: bytes, size: int) -> array[int]:
    """Sector → the next one of its chain."""
    count, extra, more = (struct.unpack_from("<I", data, at)[0] for at in (44, 68, 72))
    places = [place for place in struct.unpack_from("<109I", data, 76) if place < _LAST]
    for _ in range(min(more, len(data) // size)):
        if extra >= _LAST:
            break
        *found, extra = struct.unpack(f"<{size // 4}I", _sector(data, size, extra))
        places += [place for place in found if place < _LAST]
    if count > len(data) // size:
        raise Broken("table")
    table = array("I")
    for place in places[:count]:
        table.frombytes(_sector(data, size, place))
    return table


def _sector(data: bytes, size: int, place: int) -> bytes:
    start = (place + 1) * size
    if start >= len(data):
        raise Broken("cut off")
    return data[start : start + size].ljust(size, b"\0")
