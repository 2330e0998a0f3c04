"""One submission's sheets, by the fast reader where it can and a second one where it cannot."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import cast

import python_calamine

from flows.grammar.own_sheets import is_own_sheet
from flows.grammar.shown import shown_name
from flows.grammar.text import all_folded
from flows.shapes import Finding, Sheet, Submission, Value
from flows.steps.read import ods, second, xlsb, xlsx
from flows.steps.read.cells import MOST_CELLS, Range, SameNames, TooLarge, sheet_of
from flows.steps.read.mending import mended
from flows.steps.read.separated import read_separated

# From here on a rectangle that is nearly empty goes to the reader that keeps filled cells only.
_SPARSE_CELLS = 2_000_000
_SPARSE_SHARE = 0.05
_MOST_SPARSE = 1_000_000

# An error as a cell of its own, and as the result of a formula; both may also be chance, which costs a look.
_XLS_ERROR = re.compile(
    rb"\x05\x02\x08\x00.{6}[\x00\x07\x0f\x17\x1d\x24\x2a]\x01|\x02.[\x00\x07\x0f\x17\x1d\x24\x2a]...\xff\xff",
    re.DOTALL,
)
Errors = dict[tuple[int, int], str]


def read(submission: Submission) -> tuple[list[Sheet], list[Finding]]:
    """Every sheet of a submission, hidden ones marked; with the finding that says why there are none.

    A damaged, locked, empty or oversized workbook gives a finding, never an exception. Meant to run in a
    child process under a memory and time limit: a hostile file can end the process as a whole.
    """
    try:
        sheets = _sheets(submission)
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except python_calamine.PasswordError:
        return [], [Finding("BERKAS_TERKUNCI")]
    except TooLarge as problem:
        return [], [Finding("BERKAS_TERLALU_BESAR", lembar=str(problem) or None)]
    except SameNames:
        words = {"alasan": "dua lembar bernama sama", "alasan_en": "two sheets have one name"}
        return [], [Finding("BERKAS_RUSAK", rincian=words)]
    except ods.EntityDeclared:
        words = {"alasan": "ada deklarasi entitas XML", "alasan_en": "it declares XML entities"}
        return [], [Finding("BERKAS_BERBAHAYA", rincian=words)]
    except MemoryError:
        return [], [Finding("BERKAS_TERLALU_BESAR")]
    # The readers panic on damaged files, which is no Exception but a BaseException.
    except BaseException as problem:
        words = {"alasan": "isinya tidak utuh", "alasan_en": "its content is not whole"}
        return [], [Finding("BERKAS_RUSAK", rincian={**words, "sebab": type(problem).__name__})]
    for sheet in sheets:
        sheet.lembar = sheet.lembar and shown_name(sheet.lembar)
    if not any(sheet.values for sheet in sheets if not sheet.hidden and not is_own_sheet(sheet.values)):
        return sheets, [Finding("BERKAS_KOSONG")]
    return sheets, []


def _sheets(submission: Submission) -> list[Sheet]:
    data = submission.data
    if submission.jenis == "csv":
        return [replace(read_separated(data), pembaca="csv")]
    if submission.jenis in {"xlsx", "xlsm"}:
        return _xlsx_sheets(data)
    if submission.jenis == "ods":
        return _ods_sheets(data)
    if submission.jenis == "xls":
        return _xls_sheets(data)
    return _xlsb_sheets(data)


def _xlsx_sheets(data: bytes) -> list[Sheet]:
    data = mended(data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if xlsx.has_endless_text(archive):
            raise TooLarge("")
        parts = [part for part in xlsx.sheet_parts(archive) if part.path]
        marks = {part.name: xlsx.scan_part(archive, part.path) for part in parts}
    merged = {name: mark.merged for name, mark in marks.items()}
    far = {name for name, mark in marks.items() if _is_far(name, mark) or mark.unplaced}
    try:
        errors = {name: mark.errors for name, mark in marks.items()}
        sheets = _calamine_sheets(data, merged, errors, skip=far)
    except BaseException as problem:
        if _must_pass(problem):
            raise
        return second.read_with_openpyxl(data, merged)
    return [
        read_again
        for sheet in sheets
        for read_again in (
            second.read_with_openpyxl(data, merged, only=sheet.lembar) if sheet.lembar in far else [sheet]
        )
    ]


def _ods_sheets(data: bytes) -> list[Sheet]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        marks = ods.scan_content(archive)
    for name, mark in marks.items():
        rectangle = mark.rows * mark.columns
        # The fast reader lays out every cell that a repeated one stands for, and all between cells far apart.
        if (rectangle > _SPARSE_CELLS and mark.written < rectangle * _SPARSE_SHARE) or rectangle > MOST_CELLS:
            raise TooLarge(name)
    merged = {name: mark.merged for name, mark in marks.items()}
    return _calamine_sheets(data, merged, {name: mark.errors for name, mark in marks.items()})


def _xlsb_sheets(data: bytes) -> list[Sheet]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        found = xlsb.scan_book(archive)
    marks = dict(found)
    if len(marks) < len(found):
        raise SameNames
    merged = {name: mark.merged for name, mark in marks.items()}
    return _calamine_sheets(data, merged, {name: mark.errors for name, mark in marks.items()})


def _xls_sheets(data: bytes) -> list[Sheet]:
    try:
        errors = second.xls_errors(data) if _XLS_ERROR.search(data) else {}
    except Exception:
        # The error cells are lost to a file that only the first reader can open; its values are not.
        errors = {}
    try:
        sheets = _calamine_sheets(data, {}, errors)
    except BaseException as problem:
        if _must_pass(problem):
            raise
        return _xlrd_sheets(data)
    # Asked by name, the fast reader returns one of two sheets twice.
    return sheets if _differ(sheets) else _xlrd_sheets(data)


def _differ(sheets: Sequence[Sheet]) -> bool:
    return len({sheet.lembar for sheet in sheets}) == len(sheets)


def _xlrd_sheets(data: bytes) -> list[Sheet]:
    try:
        return second.read_with_xlrd(data)
    except Exception as problem:
        if "encrypted" in str(problem):
            raise python_calamine.PasswordError from problem
        raise


def _calamine_sheets(
    data: bytes,
    merged: dict[str, list[Range]],
    errors: dict[str, Errors],
    skip: frozenset[str] | set[str] = frozenset(),
) -> list[Sheet]:
    sheets = []
    with python_calamine.load_workbook(io.BytesIO(data)) as book:
        for about in book.sheets_metadata:
            if about.typ != python_calamine.SheetTypeEnum.WorkSheet:
                continue
            hidden = about.visible != python_calamine.SheetVisibleEnum.Visible
            if about.name in skip:
                sheets.append(Sheet(about.name, [], [], [], hidden))
                continue
            page = book.get_sheet_by_name(about.name)
            ranges = merged.get(about.name)
            if ranges is None:
                ranges = [(*start, *end) for start, end in page.merged_cell_ranges or []]
            rows = page.to_python(skip_empty_area=False)
            found = errors.get(about.name)
            sheets.append(sheet_of(about.name, rows, hidden=hidden, merged=ranges, errors=found))
    for sheet in sheets:
        sheet.pembaca = "calamine"
    return sheets


def _is_far(name: str, mark: xlsx.Marks) -> bool:
    """Whether a sheet's cells lie so far apart that only the filled ones may be kept; TooLarge past that."""
    rectangle = mark.rows * mark.columns
    if rectangle > _SPARSE_CELLS and mark.filled < min(rectangle * _SPARSE_SHARE, _MOST_SPARSE):
        return True
    if rectangle > MOST_CELLS:
        raise TooLarge(name)
    return False


def _must_pass(problem: BaseException) -> bool:
    stops = (KeyboardInterrupt, SystemExit, GeneratorExit, MemoryError)
    known = (TooLarge, SameNames, python_calamine.PasswordError)
    return isinstance(problem, stops + known)


def content_sha256(sheet: Sheet) -> str:
    """Hash over the cell values of a sheet alone, as hexadecimal text.

    The same cells give the same hash from another file, another format, or under another sheet name; 5 and
    5.0, a date and its midnight, and text with other blanks count as the same.
    """
    digest = hashlib.sha256()
    errors: dict[int, Errors] = defaultdict(dict)
    for (r, c), text in sheet.errors.items():
        errors[c][r, c] = text
    for c, column in enumerate(zip(*sheet.values, strict=True)):
        cells = _texts(column)
        for (r, _), text in errors[c].items():
            cells[r] = text
        digest.update("\x1f".join(cells).encode("utf-8", "replace"))
        digest.update(b"\x1e")
    return digest.hexdigest()


def _texts(column: Sequence[Value]) -> list[str]:
    types = set(map(type, column))
    texts = [cell for cell in column if type(cell) is str]
    if not all_folded(texts):
        return [_plain(cell) for cell in column]
    if len(texts) == len(column):
        return texts
    if types <= {str, type(None)}:
        return [cell or "" for cell in cast("Sequence[str | None]", column)]
    return [
        cell if type(cell) is str
        else str(int(cell)) if type(cell) is float and cell.is_integer()
        else _plain(cell)
        for cell in column
    ]  # fmt: skip


def _plain(value: object) -> str:
    if value is None:
        return ""
    if type(value) is float:
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime):
        whole_day = not (value.hour or value.minute or value.second or value.microsecond)
        return value.date().isoformat() if whole_day else value.isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return " ".join(str(value).split())
