"""A package that its reader would misread, written anew: sheets of one name, and sheets of macros.

The reader asks for sheets by name and would return the first of two twice; a sheet of Excel 4 macros it does not
know, and gives up.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Sequence
from xml.sax.saxutils import quoteattr

from flows.steps.read.cells import SameNames
from flows.steps.read.xlsx import SheetPart, sheet_parts

_SHEET = re.compile(rb"<(?:\w+:)?sheet\s[^>]*>")
_NAME = re.compile(rb"""\sname\s*=\s*(?:"[^"]*"|'[^']*')""")


def mended(data: bytes) -> bytes:
    """``data`` with a name of its own for every sheet and without sheets of macros.

    Raises SameNames where that cannot be done, and what :func:`sheet_parts` raises.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = sheet_parts(archive)
    counts = Counter(part.name for part in parts)
    if max(counts.values(), default=1) == 1 and not any(part.is_macro for part in parts):
        return data
    names = iter(_unique(parts))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
        for info in before.infolist():
            content = before.read(info)
            if info.filename.lower() == "xl/workbook.xml":
                content = _SHEET.sub(lambda found: _renamed(found[0], next(names, "")), content)
            after.writestr(info.filename, content)
    with zipfile.ZipFile(out) as archive:
        left = [part.name for part in sheet_parts(archive)]
    if len(set(left)) < len(left):
        raise SameNames
    return out.getvalue()


def _unique(parts: Sequence[SheetPart]) -> list[str | None]:
    """The name that each part gets, None for one that is left out."""
    taken = {part.name for part in parts}
    had: set[str] = set()
    names: list[str | None] = []
    for part in parts:
        name, number = part.name, 2
        while name in had or (name != part.name and name in taken):
            name, number = f"{part.name} ({number})", number + 1
        had.add(name)
        names.append(None if part.is_macro else name)
    return names


def _renamed(sheet: bytes, name: str | None) -> bytes:
    if name is None:
        return b"" if sheet.endswith(b"/>") else sheet
    return _NAME.sub(lambda _: b" name=" + quoteattr(name).encode(), sheet, count=1)
