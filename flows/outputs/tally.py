"""A reply in figures and places, for the letter and the chat text. No value of a cell gets in here."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from flows.grammar.calendar import DAYS
from flows.outputs.names import MARKED, without_numbers
from flows.outputs.points import general_advice
from flows.outputs.reply import Point, Reply
from flows.outputs.unseen import without_unseen

MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
_ROMAN = ("I", "II", "III", "IV")
_ADDRESS = re.compile(r"([A-Z]+)(\d+)")
_GRAVEST_FIRST = {"galat": 0, "peringatan": 1}


class Kind(NamedTuple):
    """The open findings of one kind: how many, where ("IKM B20, N16; Rekap C4"), and how they are put right.

    ``seluruhnya``: they are about the whole file or sheet.
    """

    judul: str
    tingkat: str
    jumlah: int
    tempat: str
    cara: str
    seluruhnya: bool


class Rows(NamedTuple):
    """Rows of data in a file, and what became of them; ``ditolak``: those of tables refused whole."""

    semua: int
    dimuat: int
    ditahan: int
    ditolak: int


class Change(NamedTuple):
    """Against the file that this one answers: settled, still open, new, and answered with an explanation."""

    selesai: int
    masih: int
    baru: int
    terjawab: int


def open_points(reply: Reply) -> list[Point]:
    """The findings that still want an answer."""
    return [one for one in reply.temuan if one.keadaan in {"baru", "masih"}]


def rows(reply: Reply) -> Rows:
    """The rows of all tables of the file, without titles, totals and notes."""
    data = [one.baris_masuk - one.baris_bukan_data for one in reply.tabel]
    refused = [many for one, many in zip(reply.tabel, data, strict=True) if one.status == "ditolak"]
    loaded = sum(one.baris_dimuat for one in reply.tabel)
    return Rows(sum(data), loaded, sum(one.baris_karantina for one in reply.tabel), sum(refused))


def change(reply: Reply) -> Change:
    """How the findings stand."""
    count = defaultdict[str, int](int)
    for one in reply.temuan:
        count[one.keadaan] += 1
    return Change(len(reply.selesai), count["masih"], count["baru"], count["terjawab"])


def worst(reply: Reply, most: int, longest: int) -> list[Kind]:
    """The kinds of open findings, the gravest first: what holds a file back, then what holds rows back, then
    doubts, each by their number. ``longest``: characters that the places of one kind may take."""
    kinds: dict[tuple[str, str], list[Point]] = defaultdict(list)
    for one in open_points(reply):
        kinds[one.kode, one.tingkat].append(one)
    ordered = sorted(kinds.values(), key=_rank)
    return [_kind(points, longest) for points in ordered[:most]]


def _kind(points: Sequence[Point], longest: int) -> Kind:
    first = points[0]
    cure = general_advice(first.kode, any(one.sel for one in points))
    return Kind(first.judul, first.tingkat, len(points), places(points, longest), cure, _about_all(points))


def _rank(points: Sequence[Point]) -> tuple[int, bool, int]:
    return _GRAVEST_FIRST.get(points[0].tingkat, 2), not _about_all(points), -len(points)


def _about_all(points: Sequence[Point]) -> bool:
    return any(one.baris is None and one.sel is None for one in points)


def places(points: Sequence[Point], longest: int) -> str:
    """Where findings stand, neighbours below each other as one range, cut to ``longest`` characters."""
    sheets: dict[str, list[str]] = defaultdict(list)
    for one in points:
        address = one.sel or (f"baris {one.baris}" if one.baris is not None else "")
        sheets[short(one.lembar or "", 20)].append(address)
    parts: list[tuple[str, int]] = []
    for sheet, addresses in sheets.items():
        runs = _runs(addresses) or [("", len(addresses))]
        parts += [
            (f"{sheet} {text}".strip() if at == 0 else text, many) for at, (text, many) in enumerate(runs)
        ]
    return _joined(parts, longest) or "seluruh berkas"


def _joined(parts: Sequence[tuple[str, int]], longest: int) -> str:
    said = ""
    left = sum(many for _, many in parts)
    for text, many in parts:
        longer = f"{said}, {text}" if said else text
        more = f" dan {left - many} lagi" if left > many else ""
        if said and len(longer) + len(more) > longest:
            return f"{said} dan {left} lagi"
        said, left = longer, left - many
    return said


def _runs(addresses: Sequence[str]) -> list[tuple[str, int]]:
    """Addresses with how many findings each stands for: C5, C6, C7 become C5:C7."""
    columns: dict[str, list[int]] = defaultdict(list)
    others: dict[str, int] = defaultdict(int)
    for address in addresses:
        found = _ADDRESS.fullmatch(address)
        if found:
            columns[found[1]].append(int(found[2]))
        elif address:
            others[address] += 1
    runs = [
        (f"{letters}{first}" if first == last else f"{letters}{first}:{letters}{last}", many)
        for letters, numbers in columns.items()
        for first, last, many in _neighbours(numbers)
    ]
    return [*runs, *others.items()]


def _neighbours(numbers: Sequence[int]) -> list[tuple[int, int, int]]:
    found: list[tuple[int, int, int]] = []
    for number in sorted(numbers):
        if found and number - found[-1][1] <= 1:
            first, _, many = found[-1]
            found[-1] = (first, number, many + 1)
        else:
            found.append((number, number, 1))
    return found


def short(text: str, longest: int) -> str:
    """One line of at most ``longest`` characters, without what may be a person's number."""
    line = " ".join(without_numbers(text).split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def short_name(berkas: str, longest: int) -> str:
    """A file name of at most ``longest`` characters that keeps its ending, and says that it is the marked one."""
    line = " ".join(without_unseen(without_numbers(berkas)).split())
    stem, dot, ending = line.rpartition(".")
    if len(line) <= longest or not dot or len(ending) > 5:
        return short(line, longest)
    kept = f"{MARKED}.{ending}" if stem.endswith(MARKED) else f".{ending}"
    return f"{short(stem.removesuffix(MARKED), longest - len(kept))}{kept}"


def in_words(day: date) -> str:
    """``21 November 2026``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def with_weekday(day: date) -> str:
    """``Selasa, 1 Desember 2026``."""
    return f"{DAYS[day.weekday()]}, {in_words(day)}"


def period_in_words(kode: str) -> str:
    """``Triwulan II 2021`` for ``2021-T2``, ``Tahun 2021`` for ``2021``."""
    year, _, part = kode.partition("-")
    if not part:
        return f"Tahun {year}"
    if part.isdigit():
        return f"{MONTHS[int(part) - 1]} {year}"
    return f"{'Semester' if part[0] == 'S' else 'Triwulan'} {_ROMAN[int(part[1]) - 1]} {year}"


def figure(number: int) -> str:
    """``1.234``."""
    return f"{number:,}".replace(",", ".")
