"""The returned workbook: marked where something was found, and everything else exactly as the office sent it."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest

from flows.outputs.marking import marked_workbook
from tests import marking_books as books
from tests import marking_handmade as handmade
from tests.marking_books import Book
from tests.marking_checks import (
    AMBER,
    RED,
    assert_valid,
    local,
    marks_in,
    merged_in,
    parts,
    point,
    relations,
    reply,
    sheets,
    shown_at,
)

MADE: dict[str, Callable[[], Book]] = {
    one.__name__: one
    for one in (
        books.plain, books.chart, books.rules, books.merged, books.commented, books.styled, books.several, books.listed,
        books.taken_name, books.inline, books.drawn, books.picture, books.noted, books.macros, books.bars,
        books.streamed, books.formulas, books.grouped, handmade.small, handmade.without_styles, handmade.strict,
        handmade.prefixed, handmade.unplaced, handmade.with_mark, handmade.threaded, handmade.signed,
    )
}  # fmt: skip
MADE |= {
    name: books.from_libreoffice(name) for name in ("lo_catatan.xlsx", "lo_grafik.xlsx", "lo_aturan.xlsx")
}
# openpyxl opens neither, the others do.
NOT_FOR_OPENPYXL = {"strict", "unplaced"}


@pytest.fixture(scope="module", params=MADE)
def returned(request: pytest.FixtureRequest) -> tuple[str, Book, bytes]:
    book = MADE[request.param]()
    points = [
        point(sheet, sel, "galat" if number % 2 else "peringatan")
        for number, (sheet, sel) in enumerate(book.marks)
    ]
    return request.param, book, marked_workbook(book.data, reply(points))


def raw(data: bytes) -> dict[str, bytes]:
    """Each part as it is packed."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        found = {}
        for one in archive.infolist():
            start = (
                one.header_offset
                + 30
                + sum(data[one.header_offset + 26 + at] << (8 * (at % 2)) for at in range(4))
            )
            found[one.filename] = data[start : start + one.compress_size]
    return found


def test_parts_that_need_no_change_keep_their_bytes(returned: tuple[str, Book, bytes]) -> None:
    name, book, data = returned
    before, after = parts(book.data), parts(data)
    may_change = {"[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"}
    pages = sheets(before)
    for sheet in {sheet for sheet, _ in book.marks}:
        part = pages[sheet]
        folder, _, base = part.rpartition("/")
        may_change |= {part, f"{folder}/_rels/{base}.rels"}
        kinds = ("comments", "vmlDrawing", "threadedComment")
        may_change |= {target for kind, target in relations(before, part).values() if kind in kinds}
    if name == "threaded":
        may_change |= {"xl/persons/person.xml"}
    if name == "signed":
        may_change |= {"_rels/.rels"}
        before = {name: body for name, body in before.items() if not name.startswith("_xmlsignatures/")}
    assert [name for name in before if name not in after] == []
    same = [name for name in before if name not in may_change]
    assert [name for name in same if before[name] != after[name]] == []
    packed, packed_after = raw(book.data), raw(data)
    assert [name for name in same if packed[name] != packed_after[name]] == []
    assert [name for name in after if name in before] == list(before)


_CELL = re.compile(rb"<(?:\w+:)?c[\s>/](?:[^>]*/>|.*?</(?:\w+:)?c>)", re.DOTALL)


def test_of_a_marked_sheet_only_the_marked_cells_differ(returned: tuple[str, Book, bytes]) -> None:
    name, book, data = returned
    before, after = parts(book.data), parts(data)
    merged = merged_in(book.data) if name not in NOT_FOR_OPENPYXL else {}
    pages, pages_after = sheets(before), sheets(after)
    for sheet in {sheet for sheet, _ in book.marks}:
        assert pages[sheet] == pages_after[sheet]
        marked = {shown_at(merged.get(sheet, []), sel) for one, sel in book.marks if one == sheet}
        old, new = before[pages[sheet]], after[pages[sheet]]
        known = {cell.replace(b" ", b"") for cell in _CELL.findall(old)}
        fresh = [cell for cell in _CELL.findall(new) if cell.replace(b" ", b"") not in known]
        assert len(fresh) <= len(marked), fresh
        assert without_marks(new, marked) == without_marks(old, marked)


def without_marks(data: bytes, marked: set[str]) -> list[tuple[object, ...]]:
    """All elements of a sheet but its marked cells' formats, cells and rows with nothing in them, and our hooks."""
    said: list[tuple[object, ...]] = []
    root = ElementTree.fromstring(data)
    row_number = 0
    for one in root.iter():
        kind, attributes = local(one.tag), dict(one.attrib)
        if kind == "sheetView":
            attributes.pop("tabSelected", None)
        if kind == "row":
            row_number, column = int(attributes.get("r", row_number + 1)), 0
        if kind == "c":
            found = re.match(r"([A-Z]+)", attributes.get("r", ""))
            column = (
                sum((ord(c) - 64) * 26**i for i, c in enumerate(reversed(found[1]))) if found else column + 1
            )
            letters = chr(64 + column) if column <= 26 else "?"
            if attributes.get("r", f"{letters}{row_number}") in marked:
                attributes.pop("s", None)
                if not len(one) and not one.text:
                    continue
        empty_row = kind == "row" and not any(len(cell) or cell.text for cell in one) and len(attributes) == 1
        if kind != "legacyDrawing" and not empty_row:
            said.append((one.tag, tuple(sorted(attributes.items())), (one.text or "").strip()))
    return said


def test_the_package_is_valid(returned: tuple[str, Book, bytes]) -> None:
    assert_valid(returned[2])


def test_every_cell_is_filled_and_says_why(returned: tuple[str, Book, bytes]) -> None:
    name, book, data = returned
    if name in NOT_FOR_OPENPYXL:
        pytest.skip("openpyxl does not open it")
    merged, found = merged_in(book.data), marks_in(data)
    wanted: dict[tuple[str, str], list[str]] = {}
    for number, (sheet, sel) in enumerate(book.marks):
        place = (sheet, shown_at(merged[sheet], sel))
        wanted.setdefault(place, []).append("galat" if number % 2 else "peringatan")
        assert f"Kolom Kecamatan di {sel} berisi <sesuatu> & lain." in found[sheet][place[1]][1]
    for (sheet, sel), graves in wanted.items():
        assert found[sheet][sel][0] == (RED if "galat" in graves else AMBER)
    assert sum(map(len, found.values())) == len(wanted)


def test_the_office_s_own_comments_keep_their_words(returned: tuple[str, Book, bytes]) -> None:
    name, book, data = returned
    if not book.comments or name in NOT_FOR_OPENPYXL:
        pytest.skip("it has none")
    import openpyxl

    before, after = openpyxl.load_workbook(BytesIO(book.data)), openpyxl.load_workbook(BytesIO(data))
    for sheet, sel in book.comments:
        old, new = before[sheet][sel].comment, after[sheet][sel].comment
        assert new.text.startswith(old.text)
        assert new.author == old.author
        assert ((sheet, sel) in book.marks) == ("[Rekap IKM]" in new.text)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_each_and_finds_every_comment(tmp_path: Path) -> None:
    wanted = {}
    for name, make in MADE.items():
        book = make()
        data = marked_workbook(book.data, reply([point(*mark) for mark in book.marks]))
        file = tmp_path / f"{name.removesuffix('.xlsx')}.{'xlsm' if name == 'macros' else 'xlsx'}"
        file.write_bytes(data)
        merged = {} if name in NOT_FOR_OPENPYXL else merged_in(book.data)
        wanted[file.stem] = {
            (sheet, shown_at(merged.get(sheet, []), sel)) for sheet, sel in book.marks
        } | book.comments
    command = [
        "soffice",
        f"-env:UserInstallation=file://{tmp_path}/profile",
        "--headless",
        "--convert-to",
        "ods",
    ]
    files = sorted(str(path) for path in tmp_path.glob("*.xls?"))
    subprocess.run(
        [*command, "--outdir", str(tmp_path / "ods"), *files], check=True, capture_output=True, timeout=300
    )
    for name, places in wanted.items():
        assert commented_in(tmp_path / "ods" / f"{name}.ods") == places, name


def commented_in(path: Path) -> set[tuple[str, str]]:
    """The cells of an .ods that have a comment."""
    with zipfile.ZipFile(path) as archive:
        root = ElementTree.fromstring(archive.read("content.xml"))
    found = set()
    for table in (one for one in root.iter() if local(one.tag) == "table"):
        sheet = next(value for key, value in table.items() if local(key) == "name")
        row = 0
        for line in (one for one in table.iter() if local(one.tag) == "table-row"):
            column = 0
            for cell in line:
                if any(local(one.tag) == "annotation" for one in cell):
                    found.add((sheet, f"{chr(65 + column)}{row + 1}"))
                column += repeated(cell, "columns")
            row += repeated(line, "rows")
    return found


def repeated(element: ElementTree.Element, what: str) -> int:
    return next((int(value) for key, value in element.items() if local(key) == f"number-{what}-repeated"), 1)
