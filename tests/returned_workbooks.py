"""Returned workbooks as the marking makes them, as far as what comes back from an office depends on them."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import openpyxl
import pytest

from flows.outputs.reply import Reply, point_id
from flows.shapes import Sheet

HEADER = (
    "No", "Lembar", "Sel", "Kolom", "Nilai", "Masalah", "Yang perlu dilakukan", "Keadaan", "Penjelasan", "Kode",
)  # fmt: skip


def marked_workbook(data: bytes, reply: Reply) -> bytes:
    """The workbook with its sheet of findings first; an older one is left out."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    if "Perbaikan" in book.sheetnames:
        del book["Perbaikan"]
    return _with_findings(book, reply)


def rebuilt_workbook(sheets: Sequence[Sheet], reply: Reply) -> bytes:
    """The same cells in a new workbook, and the sheet of findings."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for place, sheet in enumerate(sheets, 1):
        page = book.create_sheet(sheet.lembar or f"Data {place}")
        for row, number in zip(sheet.values, sheet.row_numbers, strict=True):
            for value, letters in zip(row, sheet.letters, strict=True):
                page[f"{letters}{number}"] = value
    return _with_findings(book, reply)


def _with_findings(book: Any, reply: Reply) -> bytes:
    page = book.create_sheet("Perbaikan", 0)
    page.append(["PERBAIKAN DATA IKM – " + reply.berkas])
    page.append([])
    page.append(HEADER)
    for place, one in enumerate((*reply.temuan, *reply.selesai), 1):
        cells = (one.lembar, one.sel, one.kolom, one.nilai, one.pesan, one.tindakan, one.keadaan)
        page.append((place, *cells, one.penjelasan, point_id(one)))
    page.column_dimensions["J"].hidden = True
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


@pytest.fixture
def marking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Workbooks are marked by the simple functions above."""
    made = ModuleType("flows.outputs.marking")
    made.marked_workbook = marked_workbook  # type: ignore[attr-defined]
    made.rebuilt_workbook = rebuilt_workbook  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "flows.outputs.marking", made)


def findings_of(path: Path) -> list[dict[str, Any]]:
    """The lines of the sheet of findings of a returned workbook, by the words of its header."""
    page = openpyxl.load_workbook(path)["Perbaikan"]
    lines = list(page.iter_rows(min_row=4, values_only=True))
    return [dict(zip(HEADER, line, strict=True)) for line in lines]


def explain(path: Path, target: Path, texts: dict[str, str], cells: dict[str, Any] | None = None) -> None:
    """What an office does: explanations beside findings (address → text), corrections (sheet!cell → value)."""
    book = openpyxl.load_workbook(path)
    page = book["Perbaikan"]
    for row in page.iter_rows(min_row=4):
        if row[2].value in texts:
            row[8].value = texts[str(row[2].value)]
    for address, value in (cells or {}).items():
        sheet, _, cell = address.partition("!")
        book[sheet][cell] = value
    target.parent.mkdir(parents=True, exist_ok=True)
    book.save(target)
