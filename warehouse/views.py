"""The views that answer the province's questions, one file each in ``views/``.

The first lines of a file say in both languages which question it answers, what one row is, units, source
and caveat, what it reads, and what each column means. Columns that mean the same everywhere are named there
and explained once in ``view_columns.csv``.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Collection
from functools import cache
from pathlib import Path
from typing import NamedTuple

HEADS = ("pertanyaan | question", "butir | grain", "satuan | unit", "sumber | source", "catatan | caveat")
COLUMN = re.compile(r"^-- kolom (\w+): (.+)$", re.MULTILINE)
SHARED = re.compile(r"^-- kolom bersama \| shared columns: (.+)$", re.MULTILINE)


class View(NamedTuple):
    """A view: its SQL after ``AS``, its comment, comments of its columns, the tables and views it reads.

    ``kind``: VIEW, or TABLE for what many others rest on and is filled once, when the file is published.
    """

    name: str
    sql: str
    comment: str
    columns: dict[str, str]
    needs: tuple[str, ...]
    kind: str

    @property
    def creation(self) -> str:
        return f'CREATE {self.kind} "{self.name}" AS {self.sql}' + (
            " WITH NO DATA" if self.kind == "TABLE" else ""
        )


@cache
def all_views() -> tuple[View, ...]:
    """Every view of ``views/``, each after those it reads.

    ValueError for a file that does not say what it holds, and for views that read each other.
    """
    views = {path.stem: _read(path) for path in sorted((Path(__file__).parent / "views").glob("*.sql"))}
    ordered: dict[str, View] = {}
    while len(ordered) < len(views):
        ready = [
            view
            for name, view in views.items()
            if name not in ordered and all(need in ordered for need in view.needs if need in views)
        ]
        if not ready:
            raise ValueError(f"views that read each other: {sorted(set(views) - set(ordered))}")
        ordered |= {view.name: view for view in ready}
    return tuple(ordered.values())


def views_over(tables: Collection[str]) -> list[View]:
    """The views that can be made where ``tables`` exist, each after those it reads."""
    there, found = set(tables), []
    for view in all_views():
        if set(view.needs) <= there:
            there.add(view.name)
            found.append(view)
    return found


def part_of(comment: str, head: str) -> tuple[str, str]:
    """What a view's comment says under one of :data:`HEADS`, in Indonesian and in English."""
    found = re.search(rf"^{re.escape(head)}: (.+) \| (.+)$", comment, re.MULTILINE)
    if found is None:
        raise ValueError(f"no '{head}: … | …'")
    return found[1], found[2]


def _read(path: Path) -> View:
    text = path.read_text(encoding="utf-8")
    about = [_head(path, text, head) for head in HEADS]
    needs = _head(path, text, "tabel | tables").split(": ", 1)[1]
    sql = "\n".join(line for line in text.splitlines() if not line.startswith("--")).strip().rstrip(";")
    shared = SHARED.search(text)
    columns = {name: _shared_columns()[name] for name in re.findall(r"\w+", shared[1] if shared else "")}
    columns |= {name: meaning.strip() for name, meaning in COLUMN.findall(text) if name != "bersama"}
    kind = "TABLE" if re.search(r"^-- bentuk \| form: tabel", text, re.MULTILINE) else "VIEW"
    return View(path.stem, sql, "\n".join(about), columns, tuple(re.findall(r"\w+", needs)), kind)


def _head(path: Path, text: str, head: str) -> str:
    found = re.search(rf"^-- {re.escape(head)}: (.+)$", text, re.MULTILINE)
    if found is None:
        raise ValueError(f"{path.name}: no line '-- {head}: …'")
    return f"{head}: {found[1].strip()}"


@cache
def _shared_columns() -> dict[str, str]:
    path = Path(__file__).parent / "view_columns.csv"
    with path.open(encoding="utf-8", newline="") as source:
        return {line["kolom"]: f"{line['arti']} | {line['meaning']}" for line in csv.DictReader(source)}
