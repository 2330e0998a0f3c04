"""Where each kabupaten and kota stands on a map of equal tiles.

The places of a province that somebody has laid out are data in ``schemas/codes/petak_wilayah.csv``; the others
stand in rows in the order of their codes, which says nothing of geography.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from schemas.district_names import code_rows, districts

#: Tiles in a row where nobody has laid a province out: what a telephone shows side by side.
ROW_LENGTH = 4


class Tile(NamedTuple):
    """A place: ``kolom`` from the west and ``baris`` from the north, both from 0; ``nama`` short enough for it."""

    kode: str
    nama: str
    kolom: int
    baris: int


class TileMap(NamedTuple):
    """The tiles of a province; ``letak``: their places are roughly those of geography."""

    petak: tuple[Tile, ...]
    letak: bool


def tile_map(codes: Collection[str]) -> TileMap:
    """The tiles of the districts ``codes``, in reading order, no two in one place.

    One district that is not laid out puts all of them in rows: a map that is half right misleads.
    """
    placed = _placed()
    if codes and all(kode in placed for kode in codes):
        return TileMap(tuple(sorted((placed[kode] for kode in codes), key=lambda one: one[3:1:-1])), True)
    rows = (
        Tile(kode, districts()[kode].nama if kode in districts() else kode, *divmod(at, ROW_LENGTH)[::-1])
        for at, kode in enumerate(sorted(codes))
    )
    return TileMap(tuple(rows), False)


@cache
def _placed() -> Mapping[str, Tile]:
    return MappingProxyType(
        {
            row["kode_wilayah"]: Tile(
                row["kode_wilayah"], row["nama_petak"], int(row["kolom"]), int(row["baris"])
            )
            for row in code_rows("petak_wilayah.csv")
        }
    )
