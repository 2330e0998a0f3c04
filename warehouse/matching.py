"""Two versions of a list, row by row: which row of the one is which of the other."""

from __future__ import annotations

from typing import NamedTuple

import polars as pl

from schemas.base import ReportSpec

from .repeats import alike, image

#: Numbers that belong to one person or business: the same number is the same row, whatever its name.
OWN_NUMBERS = frozenset({"nik", "nib"})


class Matched(NamedTuple):
    """Places of rows in the old and the new frame: equal in every column, changed, gone, added."""

    sama: list[tuple[int, int]]
    berubah: list[tuple[int, int]]
    hilang: list[int]
    tambah: list[int]


def match(spec: ReportSpec, old: pl.DataFrame, new: pl.DataFrame) -> Matched:
    """Match the rows of two versions one to one; both with ``kode_wilayah`` and the report's columns, typed.

    Equal rows first; then rows named the same, the likest first, as when a file is judged to be a revision;
    then rows with the same number of their own.
    """
    same = _equal(spec, old, new)
    left = sorted(set(range(old.height)) - {one for one, _ in same})
    right = sorted(set(range(new.height)) - {other for _, other in same})
    changed: list[tuple[int, int]] = []
    for find in (alike, _same_number):
        found = find(spec, image(spec, old[left], ()), image(spec, new[right], ()))
        pairs = [(left[one], right[other]) for one, other in _best(found)]
        changed += pairs
        left = sorted(set(left) - {one for one, _ in pairs})
        right = sorted(set(right) - {other for _, other in pairs})
    return Matched(same, sorted(changed), left, right)


def _equal(spec: ReportSpec, old: pl.DataFrame, new: pl.DataFrame) -> list[tuple[int, int]]:
    names = ["kode_wilayah", *(column.name for column in spec.columns)]

    def counted(frame: pl.DataFrame, place: str) -> pl.DataFrame:
        # The second of two equal rows is met by the second of the other side.
        cells = frame.select(pl.col(names).cast(pl.String)).with_row_index(place)
        return cells.with_columns(ke=pl.int_range(pl.len()).over(names))

    both = counted(old, "lama").join(counted(new, "baru"), on=[*names, "ke"], nulls_equal=True)
    return sorted(both.select("lama", "baru").rows())


def _same_number(spec: ReportSpec, old: pl.DataFrame, new: pl.DataFrame) -> pl.DataFrame:
    pairs = [pl.DataFrame(schema={"lama": pl.UInt32, "baru": pl.UInt32, "bagian": pl.Float64})]
    for column in spec.columns:
        if column.kind in OWN_NUMBERS:
            joined = old.with_row_index("lama").join(
                new.with_row_index("baru"), on=["kode_wilayah", column.name]
            )
            pairs.append(joined.select("lama", "baru", bagian=pl.lit(1.0)))
    return pl.concat(pairs)


def _best(pairs: pl.DataFrame) -> list[tuple[int, int]]:
    """One to one, the likest first; among equals the rows that stand nearest to each other."""
    distance = (pl.col("lama").cast(pl.Int64) - pl.col("baru").cast(pl.Int64)).abs()
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    found: list[tuple[int, int]] = []
    ordered = pairs.sort(-pl.col("bagian"), distance, "lama", "baru")
    for one, other in ordered.select("lama", "baru").rows():
        if one not in taken_old and other not in taken_new:
            taken_old.add(one)
            taken_new.add(other)
            found.append((one, other))
    return found
