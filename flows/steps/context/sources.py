"""What a workbook says outside its tables, source by source: titles, sheet name, cover, file name, folders."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from flows.grammar.headings import tokens_of
from flows.grammar.text import fold
from flows.shapes import Sheet, Submission, Table
from schemas.regions import districts

PLACE_LABELS = frozenset("kabupaten kota daerah wilayah pemerintah kode".split())
_PERIOD_LABELS = frozenset("tahun triwulan bulan periode semester keadaan tribulan kwartal anggaran".split())
MOST_TITLE_CELLS = 4
LONGEST_SHEET_NAME = 31  # Excel cuts longer names
TITLE = "judul"
SHEET_TITLE = "judul lembar"


def sources_of(
    submission: Submission, sheet: Sheet, table: Table, cover: Sequence[str]
) -> list[tuple[str, tuple[str, ...]]]:
    """Each source with its texts, the most trusted first."""
    stem = submission.berkas.rsplit(".", 1)[0]
    folders = tuple(part for part in submission.jalur.split("/")[:-1] if part)
    above_all = [row for row in _top_rows(sheet, min(table.header_rows)) if row not in table.title_rows]
    return [
        (TITLE, tuple(title_phrases(sheet, table.title_rows))),
        (SHEET_TITLE, tuple(title_phrases(sheet, above_all))),
        ("nama lembar", (_whole_name(sheet.lembar),) if sheet.lembar else ()),
        ("sampul", tuple(cover)),
        ("nama berkas", (stem.replace("_", " "),)),
        ("folder", tuple(folder.replace("_", " ") for folder in reversed(folders))),
    ]


def _whole_name(lembar: str) -> str:
    """The sheet's name, completed where Excel cut the name of a district at its 31st letter."""
    if len(lembar) != LONGEST_SHEET_NAME:
        return lembar
    start = lembar.casefold()
    whole = [
        one.nama_lengkap for one in districts().values() if one.nama_lengkap.casefold().startswith(start)
    ]
    return whole[0] if len(whole) == 1 else lembar


def _top_rows(sheet: Sheet, last: int) -> Iterable[int]:
    """The rows of the sheet's own title: those above the first row that is as wide as a table."""
    for row in range(min(15, last)):
        if sum(value is not None for value in sheet.values[row]) > MOST_TITLE_CELLS:
            return
        yield row


def title_phrases(sheet: Sheet, rows: Iterable[int]) -> Iterable[str]:
    """The texts of title rows; a label and its value in neighbouring cells become "label: value"."""
    for row in rows:
        cells = list(dict.fromkeys(fold(value) for value in sheet.values[row] if value is not None))
        cells = [cell for cell in cells if cell.strip(" :")]
        if len(cells) > MOST_TITLE_CELLS:
            continue
        if len(cells) >= 2 and any(_is_label(cell) for cell in cells[:-1]):
            for label, value in pairwise(cells):
                yield f"{label.rstrip(' :')}: {value.lstrip(' :')}"
        else:
            yield from cells


def _is_label(text: str) -> bool:
    words = set(tokens_of(text))
    return (bool(words & (PLACE_LABELS | _PERIOD_LABELS)) and len(words) <= 4) or text.rstrip().endswith(":")
