"""The column in which each row names its own district."""

from __future__ import annotations

from flows.grammar.wording import DISTRICT, Matcher, heading_scores, standard_matcher
from flows.shapes import Named, Table
from flows.steps.headers.seen import Seen, best_real, look
from schemas.regions import resolve_district
from schemas.reports import spec

CLEAR_DISTRICT = 0.7


def district_column(table: Table, match: Matcher | None = None) -> Named | None:
    """The physical column that names each row's own district, None where there is none."""
    match = match or standard_matcher()
    report = spec(table.laporan)
    for cell in table.header:
        if heading_scores(cell.path, match).get((report.name, DISTRICT), 0.0) < CLEAR_DISTRICT:
            continue  # a look at the values of every column would cost much
        one = look(table, cell, report, match)
        score = one.likeness[DISTRICT]
        if score >= best_real(one) and _are_districts(one):
            return Named(cell.column, "kode_wilayah", " ".join(cell.path), score, "kolom daerah")
    return None


def _are_districts(one: Seen) -> bool:
    """Whether at least half of the values name a kabupaten or kota, if not always one alone."""
    known = [resolve_district(text) for text in one.profile.texts]
    named = sum(found.kode is not None or bool(found.pilihan) for found in known)
    return bool(known) and named >= 0.5 * len(known)
