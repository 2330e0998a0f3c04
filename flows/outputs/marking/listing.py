"""What stands on the sheet "Perbaikan", as rows of cells with named styles; how it is written is another matter.

The layout is fixed, for the office's answers are read back from it (``flows.grammar.returned``): A1 begins with
"PERBAIKAN DATA IKM"; a row with the words No, Lembar, Sel, Kolom, Nilai, Masalah, Yang perlu dilakukan, Keadaan,
Penjelasan, Kode; below it one row a finding with its ``point_id`` in the last column, which is hidden.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from flows.grammar.returned import HEADINGS, TITLE
from flows.outputs.marking import words
from flows.outputs.marking.places import place_of
from flows.outputs.reply import Point, Reply, TableCount, point_id

WIDTHS = (5, 15, 9, 18, 20, 46, 36, 11, 30, 22)  # characters; the last column is hidden
LAST = len(WIDTHS) - 1
_COUNTS = 3  # the row that says how much there is
_LONGEST_VALUE = 300
_TALLEST = 405.0  # points; Excel's rows are no taller than 409
Names = Mapping[str | None, str]


class Cell(NamedTuple):
    """``text`` or number; ``bold`` words before it on a line of their own; ``link``: sheet and address to go to."""

    text: str | int | None
    style: str = "text"
    link: tuple[str, str] | None = None
    bold: str = ""


@dataclass(slots=True)
class Listing:
    """The rows from row 1 on. ``heights`` in points, of rows whose text is in merged cells; ``merged``: row, first
    and last column; ``head``: the number of the heading row, which is frozen and printed on each page."""

    rows: list[list[Cell]] = field(default_factory=list)
    heights: dict[int, float] = field(default_factory=dict)
    merged: list[tuple[int, int, int]] = field(default_factory=list)
    head: int = 0

    def add(self, cells: Iterable[Cell], height: float | None = None) -> int:
        self.rows.append(list(cells))
        if height is not None:
            self.heights[len(self.rows)] = height
        return len(self.rows)

    def line(self, text: str, style: str, height: float = 16, first: Cell | None = None) -> None:
        """One text over the width of the list; ``first`` stands before it, in column A."""
        start = 1 if first is not None else 0
        row = self.add([*([first] if first else []), Cell(text, style)], height)
        self.merged.append((row, start, LAST - 1))


def listing_of(reply: Reply, names: Names, title: str) -> Listing:
    """The sheet for ``reply``. ``names``: sheet of the reply → sheet of the workbook; ``title``: our sheet's name."""
    made = Listing()
    _head(made, reply)
    made.head = made.add([Cell(word, "head") for word in HEADINGS], 20)
    for number, point in enumerate(reply.temuan, start=1):
        row = _finding(number, point, names)
        made.add(row, _height(row, HEADINGS))
    if not reply.temuan:
        made.line(words.NOTHING, "plain", 20)
    if reply.tabel:
        made.rows[_COUNTS - 1] = [Cell(_counts(reply), "lead", (title, f"A{len(made.rows) + 2}"))]
        rows = [_table(number, table, names) for number, table in enumerate(reply.tabel, start=1)]
        _section(made, words.LOADED, words.LOADED_HEADS, rows)
    if reply.anggapan:
        rows = [_assumed(number, point, names) for number, point in enumerate(reply.anggapan, start=1)]
        _section(made, words.ASSUMED, words.ASSUMED_HEADS, rows)
    if reply.selesai:
        rows = [_settled(number, point, names) for number, point in enumerate(reply.selesai, start=1)]
        _section(made, words.settled_title(reply.menjawab), words.SETTLED_HEADS, rows)
    return made


def _head(made: Listing, reply: Reply) -> None:
    code = f"({reply.kode_wilayah})" if reply.kode_wilayah else ""
    place = " ".join(part for part in (reply.wilayah, code) if part)
    made.line(f"{TITLE} · {place}" if place else TITLE, "title", 26)
    about = [f"Berkas: {reply.berkas}", f"diterima {words.day(reply.diterima_pada)}"]
    if reply.menjawab:
        about.append(f"perbaikan atas {reply.menjawab}")
    if reply.tenggat:
        about.append(f"mohon dikirim kembali paling lambat {words.day(reply.tenggat)}")
    made.line(" · ".join(about), "lead")
    made.line(_counts(reply), "lead")
    made.line(words.HOW, "lead")
    made.line(words.LEGEND_RED, "plain", first=Cell(None, "red"))
    made.line(words.LEGEND_AMBER, "plain", first=Cell(None, "amber"))
    # Either way it is one row: the heading row is named in the workbook and must not move when the list is replaced.
    if any(one.keadaan == "terjawab" for one in reply.temuan):
        made.line(words.LEGEND_CALM, "plain", first=Cell(None, "calm"))
    else:
        made.add((), 8)


def _counts(reply: Reply) -> str:
    open_ = [one for one in reply.temuan if one.keadaan != "terjawab"]
    wrong = sum(one.tingkat == "galat" for one in open_)
    said = [f"{words.count(wrong)} salah", f"{words.count(len(open_) - wrong)} diragukan"]
    answered = len(reply.temuan) - len(open_)
    if answered:
        said.append(f"{words.count(answered)} sudah dijelaskan")
    if reply.selesai:
        said.append(f"{words.count(len(reply.selesai))} sudah diperbaiki")
    if not reply.tabel:
        return f"Temuan: {', '.join(said)}."
    loaded, rows = sum(one.baris_dimuat for one in reply.tabel), sum(one.baris_masuk for one in reply.tabel)
    held = sum(one.baris_karantina for one in reply.tabel)
    counted = f"{words.count(loaded)} dari {words.count(rows)} baris dimuat, {words.count(held)} ditahan"
    return f"Temuan: {', '.join(said)}. Data: {counted} (rincian di bawah daftar ini)."


def _section(made: Listing, title: str, heads: Sequence[str], rows: Iterable[list[Cell]]) -> None:
    made.add(())
    made.line(title, "section", 20)
    made.merged += _doubled(made.add([Cell(word, "head") for word in heads], 18), heads)
    for row in rows:
        made.merged += _doubled(made.add(row, _height(row, heads)), heads)


def _doubled(row: int, heads: Sequence[str]) -> list[tuple[int, int, int]]:
    """A column with an empty heading belongs to the one before it."""
    return [(row, start, end) for start, end in _spans(heads) if end > start]


def _spans(heads: Sequence[str]) -> list[tuple[int, int]]:
    starts = [place for place, word in enumerate(heads) if word]
    return [(start, end - 1) for start, end in pairwise([*starts, len(heads)])]


def _height(row: Sequence[Cell], heads: Sequence[str]) -> float:
    """Points that a row needs: no program measures merged cells, and not every one the others."""
    needed = 1
    for start, end in _spans(heads):
        if start < len(row) and start < LAST:
            text = "\n".join(part for part in (row[start].bold, str(row[start].text or "")) if part)
            needed = max(needed, lines_of(text, int(1.12 * sum(WIDTHS[start : end + 1]))))
    return min(_TALLEST, 13.5 * needed + 3)


def lines_of(text: str, width: int) -> int:
    """Lines that a text needs in a column of ``width`` characters."""
    return sum(-(-max(1, len(line)) // max(1, width)) for line in text.split("\n"))


def _finding(number: int, point: Point, names: Names) -> list[Cell]:
    answered = point.keadaan == "terjawab"
    doubt = point.tingkat != "galat"
    return [
        Cell(number, "calm" if answered else "amber" if doubt else "red"),
        *_where(point, names),
        Cell(words.problem(point), bold=point.judul),
        Cell(point.tindakan.strip()),
        Cell(words.STATES[point.keadaan]),
        Cell(point.penjelasan, "answer" if doubt else "text"),
        Cell(point_id(point), "code"),
    ]


def _where(point: Point, names: Names) -> list[Cell]:
    """Sheet, cell, column and value."""
    lembar, sel = names.get(point.lembar), point.sel
    row = f"baris {point.baris}" if point.baris is not None else None
    link = (lembar, sel or f"A{point.baris}") if lembar and (place_of(sel) or row) else None
    return [
        Cell(lembar or point.lembar),
        Cell(sel or row, "link" if link else "text", link),
        Cell(point.kolom),
        Cell(_short(point.nilai), "value"),
    ]


def _short(text: str | None) -> str | None:
    return text if text is None or len(text) <= _LONGEST_VALUE else text[:_LONGEST_VALUE] + "…"


def _table(number: int, table: TableCount, names: Names) -> list[Cell]:
    counts = (
        f"{words.count(table.baris_masuk)} baris: {words.count(table.baris_dimuat)} dimuat, "
        f"{words.count(table.baris_karantina)} ditahan, {words.count(table.baris_bukan_data)} bukan data"
    )
    said = (
        names.get(table.lembar) or table.lembar, table.periode, table.laporan, table.wilayah, counts,
        words.STATUSES.get(table.status, table.status.replace("_", " ")), None, None,
    )  # fmt: skip
    return [Cell(number, "number"), *(Cell(text) for text in said)]


def _assumed(number: int, point: Point, names: Names) -> list[Cell]:
    said = (words.problem(point), point.tindakan.strip(), None, None)
    return [Cell(number, "number"), *_where(point, names), *(Cell(text) for text in said)]


def _settled(number: int, point: Point, names: Names) -> list[Cell]:
    said = (f"{point.judul}: {words.problem(point)}", None, words.STATES["selesai"], None)
    return [Cell(number, "number"), *_where(point, names), *(Cell(text) for text in said)]
