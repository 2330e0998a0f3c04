"""Target ``sel``: a column of any cells through every parser of values, and its texts through those of places.

No parser raises; every value fits its column; a column read at once is the same as cell by cell; a number read from
figures alone has the figures that were written.
"""

from __future__ import annotations

import math
import pickle
import random
import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from itertools import chain
from typing import Any

from bench import fuzz_texts as texts
from bench.fuzz_guide import Target, halves

MOST_CELLS = 6
_FIGURES_ONLY = re.compile(r"[\s\d.,()+\-−–]*", re.ASCII)


def seeds() -> Iterator[tuple[Any, ...]]:
    for group in (texts.NUMBERS, texts.DATES, texts.IDENTS, texts.WORDS, texts.PLACES):
        yield from ((one,) for one in group)
        yield tuple(group[:MOST_CELLS])
    yield from ((one,) for one in texts.ODD)


def changed(chance: random.Random, case: tuple[Any, ...], other: tuple[Any, ...]) -> tuple[Any, ...]:
    cells = list(case)
    place = chance.randrange(len(cells))
    if chance.random() < 0.1 and len(cells) < MOST_CELLS:
        cells.insert(place, chance.choice(other))
    else:
        cells[place] = texts.changed_value(chance, cells[place], chance.choice(other))
    return tuple(cells)


def smaller(case: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    if len(case) > 1:
        yield from (tuple(one) for one in halves(case) if one)
    for place, cell in enumerate(case):
        if isinstance(cell, str):
            yield from ((*case[:place], one, *case[place + 1 :]) for one in texts.smaller_texts(cell))


@cache
def _columns() -> tuple[Any, ...]:
    """One column of each kind, and of each set of categories."""
    from schemas.reports import specs

    kinds: dict[object, Any] = {}
    for column in chain.from_iterable(one.columns for one in specs()):
        kinds.setdefault((column.kind, tuple(column.categories or ())), column)
    return tuple(kinds.values())


def check(case: tuple[Any, ...]) -> None:
    for column in _columns():
        for scale in (1, 1000) if column.kind == "money" else (1,):
            _check_column(column, case, scale)
    for cell in case:
        if isinstance(cell, str):
            _check_text(cell)


def _check_column(column: Any, cells: Sequence[Any], scale: int) -> None:
    import polars as pl

    from flows.steps.values.readers import plain_values, read_column
    from schemas.findings import CODES

    readings = read_column(column, cells, scale)
    assert len(readings) == len(cells)
    assert [repr(one) for one in read_column(column, cells, scale)] == [repr(one) for one in readings]
    for cell, reading in zip(cells, readings, strict=True):
        assert reading.kode is None or reading.kode in CODES, reading
        if column.kind == "date":
            assert reading.nilai is None or reading.nilai[0] <= reading.nilai[1] or column.range_end, (
                cell,
                reading,
            )
        elif column.kind in {"count", "money", "decimal"}:
            _check_figures(column.kind, cell, reading, scale)
    values = [one.nilai[0] if column.kind == "date" and one.nilai else one.nilai for one in readings]
    series = pl.Series(values, dtype=column.polars_type, strict=True)
    assert all(a == b for a, b in zip(series.to_list(), values, strict=True)), (values, series.to_list())
    plain = plain_values(column, cells, scale)
    if plain is not None:
        assert [repr(a) for a in plain] == [repr(b) for b in values] or plain == values, (
            column.kind,
            plain,
            values,
        )
        assert not any(one.kode for one in readings), (column.kind, readings)


def _check_figures(kind: str, cell: Any, reading: Any, scale: int) -> None:
    """The magnitude is settled by separators, but the figures are those that stand there."""
    if reading.nilai is None:
        return
    assert math.isfinite(reading.nilai)
    if not isinstance(cell, str) or not _FIGURES_ONLY.fullmatch(cell):
        return
    read = Decimal(str(reading.nilai)) / (scale if kind == "money" else 1)
    sign, figures, _ = read.normalize().as_tuple()
    got = "".join(map(str, figures)).strip("0")
    written = re.sub(r"\D", "", cell).strip("0")
    # Rupiah are whole: what stands behind the comma is rounded.
    meant = {written} | (
        {_rounded(written, cut) for cut in range(1, len(written) + 1)} if kind == "money" else set()
    )
    # A float keeps 15 figures; large numbers beyond are refused, a small one with a longer tail is near enough.
    assert got in meant or (len(written) > 15 and got[:14] == written[:14]) or reading.kode, (
        kind,
        cell,
        reading,
    )
    assert not sign or re.search(r"[-−–(]", cell), (kind, cell, reading)


def _rounded(figures: str, cut: int) -> str:
    exact = Decimal(int(figures or "0")) / 10**cut
    return str(int(exact.quantize(Decimal(1), ROUND_HALF_UP))).strip("0")


def _check_text(text: str) -> None:
    from flows.grammar import headings, rows, scales
    from flows.grammar import text as folding
    from schemas.periods import find_periods
    from schemas.regions import find_districts, resolve_district
    from schemas.villages import resolve_desa, resolve_kecamatan

    for mention in find_districts(text):
        assert 0 <= mention.start <= mention.end <= len(text)
    match = resolve_district(text)
    assert match.kode is None or match.kode_temuan is None, match
    for one in find_periods(text):
        assert 0 <= one.start <= one.end <= len(text), one
    for kode in ("73.11", "73.71"):
        resolve_kecamatan(text, kode)
        resolve_desa(text, kode)
    for read in (
        folding.fold, folding.unspace, folding.strip_prefix_desa, folding.strip_prefix_kecamatan,
        folding.is_ditto,
        rows.is_total_word, rows.opens_total, rows.is_note, rows.is_signature, rows.is_place_and_date,
        rows.is_page_mark,
        rows.names_place, rows.section_title, headings.is_about_the_report, scales.scale_of,
    ):  # fmt: skip
        read(text)
    assert folding.fold(folding.fold(text)) == folding.fold(text)


def saved(case: tuple[Any, ...]) -> tuple[str, bytes]:
    return "pickle", pickle.dumps(case)


TARGET = Target("sel", seeds, changed, check, smaller, saved)
