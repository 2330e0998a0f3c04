"""How well each physical column suits each column of the report type, and the best assignment as a whole."""

from __future__ import annotations

import re
from collections.abc import Sequence

from flows.grammar.assignment import best_assignment
from flows.grammar.categories import read_category
from flows.grammar.evidence import fit
from flows.grammar.scales import scale_of
from flows.shapes import Context
from flows.steps.headers.seen import Seen, best_real
from schemas.base import Column, ReportSpec

ENOUGH = 0.6
LEAST_HEADING = 0.45
LEAST_NUMBER = 0.6
LEAST_WITH_PROOF = 0.28
EVIDENCE_WEIGHT = 0.35
MARGIN = 0.04
PROVING = {"nik", "nib", "phone", "kecamatan", "gender", "category"}
IDENTIFIERS = {"nik", "nib", "phone", "kbli", "gender", "unit"}

_RUPIAH = re.compile(r"\brp\b|\brupiah\b", re.IGNORECASE)
_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
_PERCENT = re.compile(r"%|\bpersen(?:tase)?\b", re.IGNORECASE)


def assign(
    seen: Sequence[Seen], report: ReportSpec, context: Context, taken: set[str]
) -> list[tuple[Seen, Column, float]]:
    """The best one-to-one assignment with its scores, without physical columns that two of ours claim alike."""
    columns = [column for column in report.columns if column.name not in taken]
    scores = [[_score(one, column, context) for column in columns] for one in seen]
    cubed = [[score**3 for score in line] for line in scores]  # one exact outweighs two fair ones
    pairs = best_assignment(cubed)
    used = {j for _, j in pairs}
    chosen = []
    for i, j in pairs:
        own = {columns[j].range_end}  # a heading that names no end of a range is its beginning
        rivals = (scores[i][k] for k in range(len(columns)) if k not in used and columns[k].name not in own)
        rival = max(rivals, default=0.0)
        if scores[i][j] - rival >= MARGIN or seen[i].likeness.get(columns[j].name, 0.0) >= 0.97:
            chosen.append((seen[i], columns[j], scores[i][j]))
    return chosen


def _score(one: Seen, column: Column, context: Context) -> float:
    heading = one.likeness.get(column.name, 0.0)
    if heading < LEAST_WITH_PROOF and (column.kind not in PROVING or best_real(one) >= 0.5):
        return 0.0
    if column.is_number and _says_otherwise(one, column, context):
        return 0.0
    speaks = fit(column, one.profile, context.kode_wilayah)
    if column.kind in IDENTIFIERS and speaks <= -1.0:
        return 0.0
    proven = column.kind in PROVING and speaks >= 1.0
    if proven and heading < LEAST_WITH_PROOF:
        heading = LEAST_WITH_PROOF if _speaks_for_itself(column, one) else 0.0
    least = LEAST_NUMBER if column.kind in {"money", "count", "decimal"} else LEAST_HEADING
    if heading < (LEAST_WITH_PROOF if proven else least):
        return 0.0
    if column.is_number and _YEAR.search(" ".join(one.cell.path)):
        heading -= MARGIN  # of two, the heading without a year is the one of this period
    total = heading + EVIDENCE_WEIGHT * speaks
    return total if total >= ENOUGH - 1e-9 else 0.0


def _says_otherwise(one: Seen, column: Column, context: Context) -> bool:
    """Whether the heading itself rules the column out: a percentage, money under a count, another year."""
    heading = " ".join(one.cell.path)
    if column.kind in {"money", "count", "decimal"} and _PERCENT.search(one.cell.path[-1]):
        return True
    if column.kind in {"count", "decimal"} and (_RUPIAH.search(heading) or scale_of(heading) is not None):
        return True
    years = {int(year) for year in _YEAR.findall(heading)}
    own = int(context.periode[:4]) if context.periode else None
    return column.kind != "year" and own is not None and bool(years) and own not in years


def _speaks_for_itself(column: Column, one: Seen) -> bool:
    """Whether the values alone tell the column, whatever stands above them."""
    if column.kind in {"nik", "phone"}:
        return True
    texts = {text.casefold() for text in one.profile.texts}
    if column.kind != "category" or len(texts) < 2 or one.profile.filled < 3:
        return False
    known = sum(read_category(text, column.categories or {}).nilai is not None for text in texts)
    return known >= 0.9 * len(texts)
