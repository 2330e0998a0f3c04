"""Headings that officers taught, kept in ``istilah.csv`` under the home: reading, adding, removing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from flows.taught_file import NotOurs, read_records, write_records
from flows.taught_judge import Fault, judge
from flows.taught_words import (
    Taught,
    applies,
    applying,
    taught_for,
    taught_matcher,
)
from schemas.regions import districts

__all__ = [
    "Entry", "Fault", "NotOurs", "Taught", "add_wording", "applies", "applying", "read_entries", "read_taught",
    "remove_wording", "taught_for", "taught_matcher",
]  # fmt: skip


class Entry(NamedTuple):
    """A line of the list: its number there, the line in Excel, its cells, and what it means or why not."""

    nomor: int
    baris: int
    cells: Mapping[str, str]
    meant: Taught | Fault


def read_taught(home: Path) -> tuple[Taught, ...]:
    """The usable wordings under ``home``; lines that are not are left out (see :func:`read_entries`)."""
    try:
        return tuple(one.meant for one in read_entries(home) if isinstance(one.meant, Taught))
    except NotOurs:
        return ()


def read_entries(home: Path) -> list[Entry]:
    """Every line of the list, judged in order; a line without a number of its own gets the next free one.

    Raises :class:`~flows.taught_file.NotOurs` for a file that is no list of wordings.
    """
    records = read_records(home)
    given = [_number_in(cells) for _, cells in records]
    free = max((one for one in given if one is not None), default=0)
    entries: list[Entry] = []
    for (baris, cells), number in zip(records, given, strict=True):
        if number is None or number in {one.nomor for one in entries}:
            free += 1
            number = free
        earlier = [one.meant for one in entries if isinstance(one.meant, Taught)]
        entries.append(Entry(number, baris, cells, judge(cells, number, earlier)))
    return entries


def add_wording(home: Path, cells: Mapping[str, str], today: date) -> Taught | Fault:
    """Add a wording, given as the cells of its line, to the list under ``home``; a Fault changes nothing."""
    entries = read_entries(home)
    number = max((one.nomor for one in entries), default=0) + 1
    meant = judge(cells, number, [one.meant for one in entries if isinstance(one.meant, Taught)])
    if isinstance(meant, Taught):
        write_records(home, [*(_line(one) for one in entries), _cells_of(meant, today)])
    return meant


def remove_wording(home: Path, number: int) -> Entry | None:
    """Take line ``number`` off the list under ``home``; None where there is no such line."""
    entries = read_entries(home)
    gone = next((one for one in entries if one.nomor == number), None)
    if gone is not None:
        write_records(home, [_line(one) for one in entries if one is not gone])
    return gone


def _line(one: Entry) -> dict[str, str]:
    return {**one.cells, "nomor": str(one.nomor)}


def _cells_of(one: Taught, today: date) -> dict[str, str]:
    # The district's name keeps Excel from taking its code for a time or a number.
    place = f"{one.wilayah} {districts()[one.wilayah].nama_lengkap}" if one.wilayah else ""
    return {
        "nomor": str(one.nomor), "laporan": one.laporan, "judul": one.judul, "kolom": one.kolom, "wilayah": place,
        "dari": str(one.dari or ""), "sampai": str(one.sampai or ""), "alasan": one.alasan,
        "ditambahkan": today.isoformat(),
    }  # fmt: skip


def _number_in(cells: Mapping[str, str]) -> int | None:
    text = cells.get("nomor", "").strip().rstrip(".")
    return int(text) if text.isascii() and text.isdigit() else None
