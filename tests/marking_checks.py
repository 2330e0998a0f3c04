"""What is asked of a marked workbook, seen from outside: with an XML library and openpyxl, not with our own code."""

from __future__ import annotations

import io
import posixpath
import re
import warnings
import zipfile
from collections import Counter
from datetime import datetime
from typing import Any
from xml.etree import ElementTree

import openpyxl
from openpyxl.utils import coordinate_to_tuple, get_column_letter, range_boundaries

from flows.outputs.reply import Point, Reply

RED, AMBER, CALM = "FFFFC2BD", "FFFFE594", "FFDDEBF6"
HOOKS = ("worksheet", "comments", "vmlDrawing", "styles")


def point(lembar: str | None, sel: str | None, tingkat: str = "peringatan", **changed: Any) -> Point:
    about = Point(
        "DI_LUAR_DAFTAR", tingkat, lembar, coordinate_to_tuple(sel)[0] if sel else None, sel, "Kecamatan", "Barruu",
        "Isian tidak ada di daftar", f"Kolom Kecamatan di {sel} berisi <sesuatu> & lain. Contoh: Barru.",
        f"Ganti isi {sel}.",
    )  # fmt: skip
    return about._replace(**changed)


def reply(points: list[Point], **changed: Any) -> Reply:
    made = Reply("data.xlsx", "xlsx", "73.11", "Kabupaten Barru", datetime(2022, 3, 5), temuan=points)
    for name, value in changed.items():
        setattr(made, name, value)
    return made


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        assert len(names) == len({name.lower() for name in names}), "two parts have one name"
        assert archive.testzip() is None
        return {name: archive.read(name) for name in names}


def local(tag: str) -> str:
    return tag.rpartition("}")[2]


def relations(found: dict[str, bytes], part: str) -> dict[str, tuple[str, str]]:
    """Id → (last word of the type, part) of a part's relationships; every inner target must be there."""
    folder, _, name = part.rpartition("/")
    rels = found.get(f"{folder}/_rels/{name}.rels".lstrip("/"))
    made: dict[str, tuple[str, str]] = {}
    for one in ElementTree.fromstring(rels) if rels else ():
        target, ident = one.get("Target", ""), one.get("Id", "")
        assert ident not in made, f"{part}: {ident} twice"
        if one.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
            assert target in found, f"{part} refers to {target}, which is not there"
        made[ident] = (one.get("Type", "").rpartition("/")[2], target)
    return made


def sheets(found: dict[str, bytes]) -> dict[str, str]:
    """Sheet → part, in the order of the workbook."""
    related = relations(found, "xl/workbook.xml")
    listed = [
        one for one in ElementTree.fromstring(found["xl/workbook.xml"]).iter() if local(one.tag) == "sheet"
    ]
    idents = {one.get("name", ""): next(v for k, v in one.items() if k.endswith("}id")) for one in listed}
    assert len(idents) == len(listed)
    assert len({one.get("sheetId") for one in listed}) == len(listed)
    return {name: related[ident][1] for name, ident in idents.items()}


def assert_valid(data: bytes) -> None:
    """Content types for every part, relationships that resolve, ids that are unique, formats that exist."""
    found = parts(data)
    types = ElementTree.fromstring(found["[Content_Types].xml"])
    defaults = {one.get("Extension", "").lower() for one in types if local(one.tag) == "Default"}
    overrides = Counter(one.get("PartName", "").lstrip("/") for one in types if local(one.tag) == "Override")
    assert max(overrides.values()) == 1
    assert set(overrides) <= set(found)
    for name in found:
        assert (
            name in overrides or name.rpartition(".")[2].lower() in defaults or name == "[Content_Types].xml"
        )
    for name in found:
        if name.endswith(".rels"):
            folder, _, base = name.rpartition("_rels/")
            relations(found, folder + base.removesuffix(".rels"))
    styles = next((body for name, body in found.items() if name.endswith("styles.xml")), b"")
    lists = {local(one.tag): one for one in ElementTree.fromstring(styles)}
    for one in lists.values():
        assert one.get("count") in (None, str(len(one)))
    for xf in lists["cellXfs"]:
        for name, of in (("fillId", "fills"), ("fontId", "fonts"), ("borderId", "borders")):
            assert int(xf.get(name, 0)) < len(lists[of])
    selected = []
    for name, part in sheets(found).items():
        root = ElementTree.fromstring(found[part])
        if local(root.tag) == "worksheet":
            _assert_valid_sheet(found, part, root, len(lists["cellXfs"]))
            views = [one for one in root.iter() if local(one.tag) == "sheetView"]
            selected += [name for one in views if one.get("tabSelected") in ("1", "true")]
    assert len(selected) <= 1, "two selected sheets are edited together"
    _assert_valid_book(found, selected)


def _assert_valid_book(found: dict[str, bytes], selected: list[str]) -> None:
    root = ElementTree.fromstring(found["xl/workbook.xml"])
    order = [local(one.tag) for one in root]
    wanted = "fileVersion fileSharing workbookPr AlternateContent workbookProtection bookViews sheets functionGroups"
    wanted += " externalReferences definedNames calcPr"
    known = [wanted.split().index(one) for one in order if one in wanted.split()]
    assert known == sorted(known)
    names = [one for one in root.iter() if local(one.tag) == "definedName"]
    keys = [(one.get("name"), one.get("localSheetId")) for one in names]
    assert len(keys) == len(set(keys))
    listed = list(sheets(found))
    view = next((one for one in root.iter() if local(one.tag) == "workbookView"), None)
    active = listed[int(view.get("activeTab", 0)) if view is not None else 0]
    assert selected in ([], [active])
    for one in names:
        if one.get("name") == "_xlnm.Print_Titles":
            assert (one.text or "").startswith(
                (
                    "'" + listed[int(one.get("localSheetId", 0))].replace("'", "''"),
                    listed[int(one.get("localSheetId", 0))],
                )
            )


def _assert_valid_sheet(found: dict[str, bytes], part: str, root: Any, formats: int) -> None:
    related = relations(found, part)
    row_before, seen = 0, set()
    for row in (one for one in root.iter() if local(one.tag) == "row"):
        number = int(row.get("r", row_before + 1))
        assert number > row_before, f"{part}: rows out of order"
        row_before, column_before = number, 0
        for cell in row:
            place = coordinate_to_tuple(cell.get("r")) if cell.get("r") else (number, column_before + 1)
            assert place[0] == number and place[1] > column_before, f"{part}: cells out of order"
            assert int(cell.get("s", 0)) < formats
            column_before = place[1]
            seen.add(place)
    for one in root.iter():
        if local(one.tag) in ("legacyDrawing", "drawing", "legacyDrawingHF"):
            assert next(value for name, value in one.items() if name.endswith("}id")) in related
    order = [local(one.tag) for one in root]
    if "legacyDrawing" in order:
        after = order[order.index("legacyDrawing") + 1 :]
        assert set(after) <= {
            "legacyDrawingHF",
            "controls",
            "oleObjects",
            "tableParts",
            "extLst",
            "AlternateContent",
            "picture",
        }
    comments = next((target for kind, target in related.values() if kind == "comments"), None)
    if comments is not None:
        _assert_boxes(found, related, comments)


def _assert_boxes(found: dict[str, bytes], related: dict[str, tuple[str, str]], comments: str) -> None:
    """Each comment has one box, each box an id of its own."""
    root = ElementTree.fromstring(found[comments])
    authors = [one for one in root.iter() if local(one.tag) == "author"]
    refs = [one for one in root.iter() if local(one.tag) == "comment"]
    places = [coordinate_to_tuple(one.get("ref", "")) for one in refs]
    assert len(places) == len(set(places))
    assert all(int(one.get("authorId", 0)) < len(authors) for one in refs)
    drawing = found[
        next(
            target for kind, target in related.values() if kind == "vmlDrawing" and b'"Note"' in found[target]
        )
    ]
    boxes = [
        (int(row) + 1, int(column) + 1)
        for row, column in re.findall(rb"Row>(\d+)</[\w.:]*Row>\s*<[\w.:]*Column>(\d+)<", drawing)
    ]
    assert sorted(boxes) == sorted(places)
    ids = re.findall(rb'id="(_x0000_s\d+)"', drawing)
    assert len(ids) == len(set(ids))


def shown_at(merged: list[str], sel: str) -> str:
    row, column = coordinate_to_tuple(sel)
    for area in merged:
        left, top, right, bottom = range_boundaries(area)
        if top <= row <= bottom and left <= column <= right:
            return f"{get_column_letter(left)}{top}"
    return sel


def marks_in(data: bytes) -> dict[str, dict[str, tuple[str, str]]]:
    """Sheet → address → colour and comment, of every cell with a comment of ours, as openpyxl sees them."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(io.BytesIO(data), keep_vba=True)
    found = {
        page.title: {
            cell.coordinate: (cell.fill.fgColor.rgb, cell.comment.text)
            for row in page.iter_rows()
            for cell in row
            if cell.comment is not None and "[Rekap IKM]" in cell.comment.text
        }
        for page in book.worksheets
    }
    # What openpyxl keeps of the package it leaves open.
    book.vba_archive.close()
    return found


def merged_in(data: bytes) -> dict[str, list[str]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(io.BytesIO(data))
    return {page.title: [str(area) for area in page.merged_cells.ranges] for page in book.worksheets}
