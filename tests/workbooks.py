"""Workbooks that nobody tuned for: made up by seed, with the truth beside them in ``kebenaran.json``.

The layouts, wordings and spellings are this generator's own; they were not taken from the schemas. Every
workbook carries tags (``tanda``) that say what makes it untidy.
"""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

from tests.workbook_files import write_csv, write_xlsx
from tests.workbook_frame import cover, put_end, put_title
from tests.workbook_layout import Page
from tests.workbook_places import MONTHS as MONTH_NAMES
from tests.workbook_places import (
    Period,
    Place,
    month_sheet,
    period,
    period_text,
    place_text,
    some_period,
    some_place,
)
from tests.workbook_plan import put_table, some_plan
from tests.workbook_records_small import ALL_MAKERS
from tests.workbook_titles import FILE_WORDS, TITLES

REPORTS = tuple(ALL_MAKERS)
LAYOUTS = ("single", "per-kecamatan", "per-month", "stacked", "side-by-side", "own-district", "refused")
WEIGHTS = (58, 9, 7, 9, 6, 6, 5)
SHEETS = ("Sheet1", "Lembar1", "Data", "isian", "Lap", "form")
MONTHLY = ("pembinaan", "pasar_murah", "kunjungan", "peserta")
BY_KECAMATAN = ("ikm", "sentra", "bantuan_alat", "potensi", "usulan", "peserta")
REFUSALS = ("WILAYAH_TAK_DIKENAL", "PERIODE_TAK_DIKENAL", "WILAYAH_BERTENTANGAN", "PERIODE_BERTENTANGAN")


class Book:
    """One workbook in the making: where it says district and period, its sheets, and the truth."""

    def __init__(self, rng: Random, number: int, report: str) -> None:
        self.rng = rng
        self.report = report
        self.place: Place = some_place(rng)
        self.period: Period = some_period(rng)
        self.tags: set[str] = set()
        self.pages: list[Page] = []
        self.tables: list[dict[str, Any]] = []
        self.refusal = ""
        self.layout = rng.choices(LAYOUTS, WEIGHTS)[0]
        self.csv = self.layout == "single" and rng.random() < 0.12
        self.where = rng.choices(("title", "file", "sheet", "folder", "signature"), (6, 3, 2, 2, 1))[0]
        self.when = rng.choices(("title", "file", "sheet"), (6, 3, 1))[0]
        if self.layout in {"per-kecamatan", "per-month"} or self.csv:
            # these have no sheet name to spare, a CSV none at all
            self.where = "title" if self.where == "sheet" else self.where
            self.when = "title" if self.when == "sheet" else self.when
        if self.layout != "single" and self.where == "signature":
            self.where = "title"
        if self.where == self.when == "sheet":
            self.when = "file"
        self.number = number


def sheet_name(book: Book) -> str:
    if book.where == "sheet":
        return place_text(book.place, book.rng)[:31]
    if book.when == "sheet":
        return month_sheet(book.period, book.rng)
    return book.rng.choice(SHEETS)


def file_name(book: Book) -> str:
    """The name carries the district and the period where the book says them nowhere else."""
    parts = [f"{book.number:04d}", book.rng.choice(FILE_WORDS[book.report])]
    if book.where == "file":
        parts.append(place_text(book.place, book.rng))
    if book.when == "file":
        parts.append(
            period_text(book.period, book.rng).replace(":", "").replace("s/d", "sd").replace("  ", " ")
        )
    parts.append(book.rng.choice(("", "final", "rev1", "fix bgt", "(2)")))
    text = book.rng.choice((" ", "_", " - ")).join(part for part in parts if part)
    return f"{text}.{'csv' if book.csv else 'xlsx'}"


def add_table(
    book: Book, page: Page, top: int, left: int, report: str, rows: int, **how: Any
) -> tuple[int, int]:
    """A titled table on a page; returns the row below it and the column right of it."""
    named_period = how.pop("period", book.period)
    plan = some_plan(report, book.place, named_period, book.rng, book.tags, csv=book.csv, **how)
    own = bool(how.get("own_district"))
    in_title = book.when == "title" or named_period is not book.period
    row = put_title(page, top, left, plan, book.rng, book.where == "title" and not own, in_title)
    truth, row = put_table(page, row, left, plan, book.rng, rows, own)
    book.tables.append(truth)
    signature = book.where == "signature"
    signed = signature or (book.rng.random() < 0.5 and book.layout != "refused")
    if how.get("simple") is None:
        row = put_end(page, row, left, plan, book.rng, signature, signed)
    return row, left + len(plan.heads)


def fill_single(book: Book) -> None:
    page = Page(sheet_name(book))
    book.pages.append(page)
    top, left = book.rng.choice((0, 0, 1, 3)), 0 if book.csv else book.rng.choice((0, 0, 1, 2))
    add_table(book, page, top, left, book.report, book.rng.randint(4, 22))


def fill_per_kecamatan(book: Book) -> None:
    if book.report not in BY_KECAMATAN:
        book.report = book.rng.choice(BY_KECAMATAN)
    for name in sorted(book.rng.sample(sorted(book.place.villages), min(3, len(book.place.villages)))):
        page = Page(f"{book.rng.choice(('', 'Kec. '))}{name}"[:31])
        book.pages.append(page)
        add_table(book, page, 0, 0, book.report, book.rng.randint(3, 7), kecamatan=name)


def fill_per_month(book: Book) -> None:
    if book.report not in MONTHLY:
        book.report = book.rng.choice(MONTHLY)
    book.period = period(book.period.first.year)
    first = book.rng.randint(1, 9)
    for month in range(first, first + 3):
        page = Page(MONTH_NAMES[month - 1])
        book.pages.append(page)
        one = period(book.period.first.year, "M", month)
        add_table(book, page, 0, 0, book.report, book.rng.randint(3, 6), period=one)
    book.when = "title"


def fill_stacked(book: Book) -> None:
    page = Page(sheet_name(book))
    book.pages.append(page)
    row, _ = add_table(book, page, 0, 0, book.report, book.rng.randint(4, 8), simple=True)
    other = book.rng.choice([name for name in REPORTS if name != book.report])
    add_table(book, page, row + book.rng.randint(2, 4), 0, other, book.rng.randint(3, 6), simple=True)


def fill_side_by_side(book: Book) -> None:
    page = Page(sheet_name(book))
    book.pages.append(page)
    small = ("rekap", "sentra", "potensi", "usulan", "kerja_sama", "kunjungan")
    book.report, other = book.rng.sample(small, 2)
    _, right = add_table(book, page, 0, 0, book.report, book.rng.randint(4, 7), simple=True)
    add_table(book, page, 0, right + book.rng.randint(1, 2), other, book.rng.randint(3, 6), simple=True)


def fill_own_district(book: Book) -> None:
    page = Page("Rekap Prov")
    if book.report == "rekap":
        book.report = "pasar_murah"
    book.pages.append(page)
    book.where, book.when = "column", "title"
    add_table(book, page, 0, 0, book.report, book.rng.randint(4, 9), own_district=True)


def fill_refused(book: Book) -> None:
    """A book that leaves its district or its period open, or contradicts itself between title and file name."""
    book.refusal = book.rng.choice(REFUSALS)
    page = Page(book.rng.choice(SHEETS))
    book.pages.append(page)
    book.where = "nowhere" if book.refusal == "WILAYAH_TAK_DIKENAL" else "title"
    book.when = "nowhere" if book.refusal == "PERIODE_TAK_DIKENAL" else "title"
    add_table(book, page, 0, 0, book.report, book.rng.randint(4, 8))
    book.tables.clear()
    if book.refusal == "WILAYAH_BERTENTANGAN":
        book.where = "file"
        book.place = next(p for p in iter(lambda: some_place(book.rng), None) if p.name != book.place.name)
    if book.refusal == "PERIODE_BERTENTANGAN":
        book.when = "file"
        book.period = period(book.period.first.year + 1)


FILLERS = {
    "single": fill_single,
    "per-kecamatan": fill_per_kecamatan,
    "per-month": fill_per_month,
    "stacked": fill_stacked,
    "side-by-side": fill_side_by_side,
    "own-district": fill_own_district,
    "refused": fill_refused,
}


def some_book(seed: int, number: int) -> Book:
    """The workbook of this seed and number."""
    rng = Random(f"{seed}/{number}")
    book = Book(rng, number, REPORTS[number % len(REPORTS)])
    FILLERS[book.layout](book)
    book.tags |= {
        f"layout-{book.layout}",
        f"laporan-{book.report}",
        f"district-in-{book.where}",
        f"period-in-{book.when}",
    }
    if not book.csv and not book.refusal and rng.random() < 0.08:
        book.tags.add("hidden-sheet")
        add_hidden(book)
    if not book.csv and book.layout != "refused" and rng.random() < 0.08:
        book.tags.add("cover-sheet")
        book.pages.insert(0, cover(book.place, rng.choice(TITLES[book.report]), book.period.first.year))
    return book


def add_hidden(book: Book) -> None:
    """Last year's table on a hidden sheet: nothing of it may be loaded."""
    page = Page("lama", hidden=True)
    kept = list(book.tables)
    tags = set(book.tags)
    old = period(book.period.first.year - 1)
    add_table(book, page, 0, 0, book.report, 4, period=old, own_district=book.where == "column")
    book.tables, book.tags = kept, tags
    book.pages.append(page)


def build(seed: int, folder: Path, count: int) -> None:
    """Writes ``count`` workbooks and ``kebenaran.json`` into ``folder``, the same for the same seed."""
    folder.mkdir(parents=True, exist_ok=True)
    truth = []
    for number in range(count):
        book = some_book(seed, number)
        name = file_name(book)
        place = folder / place_text(book.place, book.rng).strip() if book.where == "folder" else folder
        place.mkdir(exist_ok=True)
        if book.csv:
            write_csv(place / name, book.pages[0], book.rng)
        else:
            write_xlsx(place / name, book.pages)
        entry: dict[str, Any] = {"berkas": name, "tabel": book.tables, "tanda": sorted(book.tags)}
        if book.refusal:
            entry["berkas_temuan"] = [book.refusal]
        truth.append(entry)
    (folder / "kebenaran.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1), encoding="utf-8")
