"""How many rows of an earlier submission come back in a later one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import polars as pl

from schemas.base import Column, ReportSpec

#: Two rows are one when what names them is equal and this share of their cells is.
SHARE = 0.6
#: With one row only, chance has to be ruled out by the row itself.
SHARE_OF_ONE = 0.8
#: Above this many pairs to compare, names are too common to tell rows apart; then only equal rows count.
MOST_PAIRS = 200_000

#: Words from a short list repeat by chance: equal ones are no evidence.
COMMON_KINDS = frozenset({"category", "gender", "unit"})
PLACES = ("kode_wilayah", "kecamatan", "desa")


class Overlap(NamedTuple):
    """``rows`` of the earlier submission, how many of them ``repeated`` later, and how many are ``alike``:
    named the same, whatever their other cells say."""

    rows: int
    repeated: int
    alike: int


def image(
    spec: ReportSpec, good: pl.DataFrame | None, held: Iterable[tuple[str | None, Mapping[str, str | None]]]
) -> pl.DataFrame:
    """Rows of a submission as folded text, for comparing: the loaded ones and those held back.

    ``good`` has typed columns; ``held`` is (kode_wilayah, column → text as received). Out: ``kode_wilayah``,
    the report's columns, ``ditahan`` (Boolean).
    """
    names = ["kode_wilayah", *(column.name for column in spec.columns)]
    schema: dict[str, pl.DataType | type[pl.DataType]] = dict.fromkeys(names, pl.String)
    parts = [pl.DataFrame(schema={**schema, "ditahan": pl.Boolean})]
    if good is not None and good.height:
        typed = [
            pl.col(name).cast(pl.String) if name in good.columns else pl.lit(None, pl.String).alias(name)
            for name in names
        ]
        parts.append(good.select(*typed, pl.lit(False).alias("ditahan")))
    rows = [{"kode_wilayah": place, **{n: cells.get(n) for n in names[1:]}} for place, cells in held]
    if rows:
        parts.append(pl.DataFrame(rows, schema=schema).with_columns(ditahan=pl.lit(True)))
    folded = pl.col(names).str.to_lowercase().str.replace_all(r"\s+", " ").str.strip_chars().replace("", None)
    return pl.concat(parts).with_columns(folded)


def overlap(spec: ReportSpec, old: pl.DataFrame, new: pl.DataFrame) -> Overlap:
    """How much of ``old`` is said again in ``new``; both from :func:`image`.

    A row is said again when every required text of it and, where the report asks for one of several names,
    one of these is equal, no place contradicts (unless the row is named by a person or business), and most
    of the cells that can tell rows of these tables apart are equal.
    """
    pairs = alike(spec, old, new)
    needed = SHARE_OF_ONE if old.height == 1 else SHARE
    same = pairs.filter(pl.col("bagian") >= needed)
    return Overlap(old.height, _one_to_one(same), _one_to_one(pairs))


def alike(spec: ReportSpec, old: pl.DataFrame, new: pl.DataFrame) -> pl.DataFrame:
    """The rows of ``old`` and of ``new``, both from :func:`image`, that are named the same.

    Out: their places ``lama`` and ``baru``, and ``bagian``, the share of their cells that are equal.
    """
    nothing = pl.DataFrame(schema={"lama": pl.UInt32, "baru": pl.UInt32, "bagian": pl.Float64})
    if old.is_empty() or new.is_empty():
        return nothing
    shared = [c for c in spec.columns if _filled(old, c.name) and _filled(new, c.name)]
    compared = _telling(shared, old, new)
    pairs = _pairs(spec, shared, compared, old, new)
    if pairs.is_empty():
        return nothing
    typed = frozenset(column.name for column in spec.columns if column.is_number or column.kind == "date")
    return pairs.select("lama", "baru", bagian=_share(compared, typed))


def _filled(frame: pl.DataFrame, column: str) -> bool:
    return frame[column].null_count() < frame.height


def _telling(shared: list[Column], old: pl.DataFrame, new: pl.DataFrame) -> list[str]:
    """The columns whose equality is evidence: those that differ from row to row, of no short list."""
    names = [column.name for column in shared if column.kind not in COMMON_KINDS]
    if min(old.height, new.height) == 1:
        return names
    varying = [name for name in names if pl.concat([old[name], new[name]]).drop_nulls().n_unique() > 1]
    return varying or names


def _pairs(
    spec: ReportSpec, shared: list[Column], compared: list[str], old: pl.DataFrame, new: pl.DataFrame
) -> pl.DataFrame:
    """Rows of ``old`` beside the rows of ``new`` that are named the same (``…_baru``)."""
    left, right = old.with_row_index("lama"), new.with_row_index("baru")
    fixed = ["kode_wilayah", *(c.name for c in shared if c.required and c.kind in {"text", "category"})]
    names = [name for name in spec.required_any if any(c.name == name for c in shared)]
    people = bool(names) or any(c.required and c.personal == "nama" for c in spec.columns)
    found = []
    for name in names or [""]:
        keys = [key for key in dict.fromkeys([*fixed, name]) if key]
        if len(keys) == 1:
            keys = list(dict.fromkeys([*keys, *compared]))
        if _count(left, right, keys) > MOST_PAIRS:
            keys = list(dict.fromkeys([*keys, *compared]))
        if _count(left, right, keys) > MOST_PAIRS:
            left, right = left.unique(keys, keep="first"), right.unique(keys, keep="first")
        found.append(_join(left, right, keys))
    pairs = pl.concat(found).unique(["lama", "baru"], keep="first")
    return pairs if people else pairs.filter(_same_place(spec))


def _join(left: pl.DataFrame, right: pl.DataFrame, keys: list[str]) -> pl.DataFrame:
    # A district column is empty in both where the whole table belongs to one district.
    left_key = left.with_columns(kunci=_key(keys))
    right_key = right.with_columns(kunci=_key(keys))
    joined = left_key.join(right_key, on="kunci", suffix="_baru").drop("kunci")
    return joined.select(sorted(joined.columns))


def _key(keys: list[str]) -> pl.Expr:
    place = pl.col("kode_wilayah").fill_null("")
    return pl.concat_str([place, *(pl.col(key) for key in keys if key != "kode_wilayah")], separator="\x1f")


def _count(left: pl.DataFrame, right: pl.DataFrame, keys: list[str]) -> int:
    counts = [
        frame.select(kunci=_key(keys)).drop_nulls().group_by("kunci").agg(jumlah=pl.len().cast(pl.Int64))
        for frame in (left, right)
    ]
    both = counts[0].join(counts[1], on="kunci", suffix="_baru")
    return int((both["jumlah"] * both["jumlah_baru"]).sum())


def _same_place(spec: ReportSpec) -> pl.Expr:
    agree = pl.lit(True)
    for place in PLACES:
        if place == "kode_wilayah" or spec.has(place):
            agree = agree & pl.col(place).eq(pl.col(f"{place}_baru")).fill_null(True)
    return agree


def _share(compared: list[str], typed: frozenset[str]) -> pl.Expr:
    """Equal cells over filled ones. A row held back has its numbers and dates (``typed``) as the officer
    wrote them: there they count only where they are equal."""
    counts = [_counts(name, name in typed) for name in compared]
    filled = pl.sum_horizontal(count for _, count in counts)
    return pl.when(filled > 0).then(pl.sum_horizontal(same for same, _ in counts) / filled).otherwise(0.0)


def _counts(name: str, typed: bool) -> tuple[pl.Expr, pl.Expr]:
    old, new = pl.col(name), pl.col(f"{name}_baru")
    same = old.eq(new).fill_null(False)
    in_both = same if typed else old.is_not_null() & new.is_not_null()
    held = pl.col("ditahan") | pl.col("ditahan_baru")
    return same, pl.when(held).then(in_both).otherwise(old.is_not_null() | new.is_not_null())


def _one_to_one(pairs: pl.DataFrame) -> int:
    return min(pairs["lama"].n_unique(), pairs["baru"].n_unique()) if pairs.height else 0
