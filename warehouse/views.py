"""The views that answer the province's questions, one file each in ``views/``."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from pathlib import Path
from typing import NamedTuple

HEADS = ("butir | grain", "satuan | unit", "sumber | source", "catatan | caveat")
COLUMN = re.compile(r"^-- kolom (\w+): (.+)$", re.MULTILINE)


class View(NamedTuple):
    """A view: its SQL after ``AS``, its comment, comments of its columns, the tables it reads."""

    name: str
    sql: str
    comment: str
    columns: dict[str, str]
    needs: tuple[str, ...]


@cache
def all_views() -> tuple[View, ...]:
    """Every view of ``views/``, by name. ValueError for a file that does not say what it holds."""
    return tuple(_read(path) for path in sorted((Path(__file__).parent / "views").glob("*.sql")))


def views_over(tables: Collection[str]) -> list[View]:
    """The views that can be made where ``tables`` exist."""
    return [view for view in all_views() if set(view.needs) <= set(tables)]


def _read(path: Path) -> View:
    text = path.read_text(encoding="utf-8")
    about = [_head(path, text, head) for head in HEADS]
    needs = _head(path, text, "tabel | tables").split(": ", 1)[1]
    sql = "\n".join(line for line in text.splitlines() if not line.startswith("--")).strip().rstrip(";")
    columns = {name: meaning.strip() for name, meaning in COLUMN.findall(text)}
    return View(path.stem, sql, "\n".join(about), columns, tuple(re.findall(r"\w+", needs)))


def _head(path: Path, text: str, head: str) -> str:
    found = re.search(rf"^-- {re.escape(head)}: (.+)$", text, re.MULTILINE)
    if found is None:
        raise ValueError(f"{path.name}: no line '-- {head}: …'")
    return f"{head}: {found[1].strip()}"
