"""Target ``judul``: paths of headings through the reader of headings: never raises, likenesses within 0 and 1."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from bench import fuzz_texts as texts
from bench.fuzz_guide import Target, halves

Path = tuple[str, ...]


def seeds() -> Iterator[Path]:
    from schemas.reports import specs

    yield from ((one,) for one in (*texts.HEADINGS, *texts.LINES))
    yield ("Tenaga Kerja", "L")
    yield ("Nilai (Rp.000)", "Produksi", "(5)=(3)+(4)")
    for column in (column for one in specs() for column in one.columns):
        yield from ((wording,) for wording in column.wordings[:3])


def changed(chance: random.Random, case: Path, other: Path) -> Path:
    cells = list(case)
    place = chance.randrange(len(cells))
    if chance.random() < 0.15 and len(cells) < 5:
        cells.insert(place, chance.choice(other))
    else:
        cells[place] = texts.changed_text(chance, cells[place], chance.choice(other))[:5000]
    return tuple(cells)


def smaller(case: Path) -> Iterator[Path]:
    if len(case) > 1:
        yield from (tuple(one) for one in halves(case) if one)
    for place, cell in enumerate(case):
        yield from ((*case[:place], one, *case[place + 1 :]) for one in texts.smaller_texts(cell))


def check(case: Path) -> None:
    from flows.grammar import headings
    from flows.grammar.scales import scale_of
    from flows.grammar.wording import IGNORED, heading_scores, standard_matcher
    from schemas.reports import spec

    scores = heading_scores(case, standard_matcher())
    for (report, column), score in scores.items():
        assert column in {"kode_wilayah", IGNORED} or spec(report).has(column), (report, column)
        assert 0 <= score < 1 + 1e-9, (report, column, score)
    assert heading_scores(case, standard_matcher()) == scores
    for text in case:
        scale = scale_of(text)
        assert scale is None or scale in {1, 1000, 1_000_000, 1_000_000_000, 1_000_000_000_000}, scale
        assert headings.tokens_of(text) == headings.tokens_of(text)
        for variant, weight in headings.variants(text):
            assert isinstance(variant, str) and 0 < weight <= 1, (variant, weight)
        headings.is_counter(text)


def saved(case: Path) -> tuple[str, bytes]:
    return "txt", "\n".join(map(repr, case)).encode()


TARGET: Any = Target("judul", seeds, changed, check, smaller, saved)
