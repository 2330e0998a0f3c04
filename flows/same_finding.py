"""Whether a finding of one file is that of another: its row may have moved, its other cells been put right."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import NamedTuple

Row = frozenset[tuple[str, str]]
Key = Hashable | None


class Said(NamedTuple):
    """A finding by what it is recognised by.

    ``isi``: column → raw text of its row, blank cells left out; empty where it is not about a row.
    ``asal``: the district, or where that is not known the file's name.
    """

    asal: str
    laporan: str | None
    kode: str
    kolom: str | None
    nilai: str | None
    lembar: str | None
    baris: int | None
    sel: str | None
    pesan: str
    isi: Row


Way = Callable[[Said], Key]


def _same_row(one: Said) -> Key:
    return (one.kode, one.kolom, one.nilai, one.isi) if one.isi else None


def _same_row_and_place(one: Said) -> Key:
    return (_same_row(one), one.baris, one.sel) if one.isi else None


def _same_words(one: Said) -> Key:
    return (one.asal, one.kode, one.kolom, one.nilai, one.baris, one.sel, one.pesan)


def _same_place(one: Said) -> Key:
    return (one.kode, one.kolom, one.nilai, one.baris, one.sel)


def _same_value(one: Said) -> Key:
    return (one.laporan, one.kode, one.kolom, one.nilai) if one.nilai else None


#: The same fault, for an office that counts what it has put right: its row may read otherwise by now.
SAME_FAULT: tuple[Way, ...] = (_same_row_and_place, _same_row, _same_words, _same_place, _same_value)
#: The same doubt, for an explanation to hold: the row as it was, or the doubt in the very same words.
SAME_DOUBT: tuple[Way, ...] = (_same_row_and_place, _same_row, _same_words)


def recognised(old: Sequence[Said], new: Sequence[Said], ways: Sequence[Way]) -> Mapping[int, int]:
    """Place in ``new`` → place in ``old`` of the same finding, one to one; surer ways are tried first."""
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for way in ways:
        waiting: dict[Key, deque[int]] = defaultdict(deque)
        for place, one in enumerate(old):
            key = way(one) if place not in taken else None
            if key is not None:
                waiting[key].append(place)
        for place, one in enumerate(new):
            key = way(one) if waiting and place not in pairs else None
            if key is not None and waiting.get(key):
                pairs[place] = waiting[key].popleft()
                taken.add(pairs[place])
    return pairs


def row_of(kolom: Sequence[str], isi: Sequence[str | None]) -> Row:
    """The filled cells of a row, with the blanks in their texts folded."""
    return frozenset(
        (name, " ".join(text.split())) for name, text in zip(kolom, isi, strict=True) if text and text.strip()
    )
