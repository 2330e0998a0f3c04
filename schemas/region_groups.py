"""Groups of districts that the province adds up: what they are called, who belongs to them, and why."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from schemas.district_names import code_rows


class RegionGroup(NamedTuple):
    """A group of districts; ``keterangan`` and ``description`` say what its definition rests on."""

    kelompok: str
    anggota: tuple[str, ...]
    keterangan: str
    description: str


@cache
def region_groups() -> tuple[RegionGroup, ...]:
    """Every group, in the order of the list."""
    return tuple(
        RegionGroup(
            row["kelompok"], tuple(row["kode_wilayah"].split(";")), row["keterangan"], row["description"]
        )
        for row in code_rows("kelompok_wilayah.csv")
    )
