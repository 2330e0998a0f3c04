"""What an office sees and does on the sheet of findings of a workbook that came back to it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl

from flows.grammar.returned import HEADINGS
from flows.outputs.marking.words import STATES

_STATE_OF = {words: state for state, words in STATES.items()}
_SEL, _STATE, _SAID = (HEADINGS.index(word) for word in ("Sel", "Keadaan", "Penjelasan"))


def states(path: Path) -> dict[str | None, str]:
    """Address → state of the findings: those still told, and those that are settled."""
    found: dict[str | None, str] = {}
    listed = False
    for row in openpyxl.load_workbook(path)["Perbaikan"].iter_rows(values_only=True):
        if row[0] == "No":
            listed = row[_STATE] == "Keadaan"
        elif listed and isinstance(row[0], int):
            found.setdefault(str(row[_SEL]), _STATE_OF[str(row[_STATE])])
    return found


def explain(path: Path, target: Path, texts: dict[str, str], cells: dict[str, Any] | None = None) -> None:
    """What an office does: explanations beside findings (address → text), corrections (sheet!cell → value)."""
    book = openpyxl.load_workbook(path)
    for row in book["Perbaikan"].iter_rows():
        if row[_SEL].value in texts:
            row[_SAID].value = texts[str(row[_SEL].value)]
    for address, value in (cells or {}).items():
        sheet, _, cell = address.partition("!")
        book[sheet][cell] = value
    target.parent.mkdir(parents=True, exist_ok=True)
    book.save(target)
