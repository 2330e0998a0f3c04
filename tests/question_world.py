"""Small worlds for the views that answer the province's questions: published files, and what they say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import duckdb

from schemas.reports import specs
from tests.deliveries import ask, load
from warehouse.keys import masking_key
from warehouse.publish import publish
from warehouse.records import Delivery

BARRU, PANGKEP, MAROS, BONE, GOWA = "73.11", "73.10", "73.09", "73.08", "73.06"


class World(NamedTuple):
    """The two published files of a home."""

    umum: Path
    terbatas: Path

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """The answer of the masked file; the restricted one must say the same, also without the optimiser.

        An optimiser that gets a view wrong does so silently; what both plans say is not its doing.
        """
        found = ask(self.umum, query)
        assert found == ask(self.terbatas, f"PRAGMA disable_optimizer; {query}")
        return found

    def row(self, view: str, columns: str, where: str) -> tuple[Any, ...]:
        """The only row of ``view`` that ``where`` leaves."""
        (found,) = self.rows(f"SELECT {columns} FROM {view} WHERE {where}")
        return found


def world(home: Path, *files: Delivery | Sequence[Delivery], today: date = date(2023, 2, 1)) -> World:
    """Load ``files`` a day apart from 10 January 2022 on and publish them as if on ``today``."""
    load(home, *files)
    made = publish(home, specs(), masking_key(home))
    for path in made[:2]:
        path.chmod(0o600)
        con = duckdb.connect(str(path))
        con.execute("UPDATE terbitan SET diterbitkan_pada = ?", [today])
        con.close()
    return World(made.umum, made.terbatas)
