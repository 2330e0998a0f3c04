"""How near a heading is to the wordings of a column.

A heading is reduced to tokens, and words that no wording has are corrected towards the vocabulary of the
schemas. Two sets of tokens are then compared by a weighted overlap: a token that many columns share
(``nama``, ``jumlah``) says little, a rare one much.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import fsum, log2

from flows.grammar.headings import tokens_of, variants
from flows.grammar.spelling import nearest_words
from schemas.base import ReportSpec
from schemas.foreign_headings import DISTRICT_HEADINGS, IGNORED_HEADINGS
from schemas.reports import specs
from schemas.wordings import DECISIVE_WORDS, FOREIGN_WORDS, WEAK_WORDS

IGNORED = "-"  # pseudo column: headings that are known and never loaded
DISTRICT = "kode_wilayah"  # pseudo column: each row's own district
UNKNOWN_WORD_WEIGHT = 0.5
DECISIVE_PENALTY = 0.55

Likeness = Mapping[tuple[str, str], float]
Matcher = Callable[[str], Likeness]


@dataclass(frozen=True)
class Vocabulary:
    """All wordings of some report types, indexed by token."""

    wordings: tuple[tuple[str, str, frozenset[str]], ...]  # report, column, tokens
    by_token: Mapping[str, tuple[int, ...]]
    weights: Mapping[tuple[str, str], float]  # (report, token) → weight
    tokens: tuple[str, ...]


def build_vocabulary(reports: Iterable[ReportSpec], extra: Iterable[tuple[str, str, str]] = ()) -> Vocabulary:
    """Index the wordings of ``reports``; ``extra`` adds (report, column, wording) that officers taught."""
    found: set[tuple[str, str, frozenset[str]]] = set()
    for spec in reports:
        for column in spec.columns:
            for wording in (*column.wordings, column.title):
                found.add((spec.name, column.name, frozenset(tokens_of(wording))))
    for report, name, wording in extra:
        found.add((report, name, frozenset(tokens_of(wording))))
    wordings = tuple(
        sorted((one for one in found if one[2]), key=lambda one: (one[0], one[1], sorted(one[2])))
    )
    by_token: dict[str, list[int]] = defaultdict(list)
    columns_with: dict[tuple[str, str], set[str]] = defaultdict(set)
    for index, (report, name, words) in enumerate(wordings):
        for word in words:
            by_token[word].append(index)
            columns_with[(report, word)].add(name)
    weights = {
        (report, word): max(0.2, 1 - 0.22 * log2(len(names))) * (0.5 if word in WEAK_WORDS else 1.0)
        for (report, word), names in columns_with.items()
    }
    frozen = {word: tuple(indices) for word, indices in by_token.items()}
    return Vocabulary(wordings, frozen, weights, tuple(sorted(frozen)))


@cache
def standard_vocabulary() -> Vocabulary:
    """The wordings of all report types, with the headings that are ignored and those of a district column."""
    extra = [
        (report.name, column, heading)
        for report in specs()
        for column, headings in ((IGNORED, IGNORED_HEADINGS), (DISTRICT, DISTRICT_HEADINGS))
        for heading in headings
    ]
    return build_vocabulary(specs(), extra)


def matcher(vocabulary: Vocabulary) -> Matcher:
    """A memoised function: heading text → {(report, column): likeness 0–1}, pairs above 0.3 only."""

    @lru_cache(maxsize=100_000)
    def match(text: str) -> Likeness:
        scores = dict(_likeness(tokens_of(text), vocabulary))
        for variant, weaker in variants(text):
            for key, score in _likeness(tokens_of(variant), vocabulary).items():
                if key[1] != IGNORED:
                    scores[key] = max(scores.get(key, 0.0), weaker * score)
        return scores

    return match


@cache
def standard_matcher() -> Matcher:
    """The matcher over the wordings that the schemas declare."""
    return matcher(standard_vocabulary())


def heading_scores(path: Sequence[str], match: Matcher) -> dict[tuple[str, str], float]:
    """(report, column) → likeness of a header of several lines, by all of it or by its last lines alone."""
    scores = dict(match(" ".join(path)))
    if len(path) > 1:  # a band "KETERANGAN LAIN" over a column does not make it a remark
        scores = {key: score for key, score in scores.items() if key[1] != IGNORED}
    for start in range(1, len(path)):
        tail = " ".join(path[start:])
        weaker = 0.95 if len(tokens_of(tail)) > 1 else 0.82
        for key, score in match(tail).items():
            scores[key] = max(scores.get(key, 0.0), weaker * score)
    return scores


def _likeness(words: tuple[str, ...], vocabulary: Vocabulary) -> Likeness:
    corrected: dict[str, float] = {}
    for word in words:
        near, sure = ((word,), 1.0) if word in vocabulary.by_token else nearest_words(word, vocabulary.tokens)
        for one in near:
            corrected[one] = max(sure, corrected.get(one, 0.0))
    candidates = {index for word in corrected for index in vocabulary.by_token.get(word, ())}
    best: dict[tuple[str, str], float] = {}
    for index in candidates:
        report, column, wording = vocabulary.wordings[index]
        score = _overlap(corrected, wording, report, vocabulary.weights)
        if any((word in corrected) != (word in wording) for word in DECISIVE_WORDS):
            score *= DECISIVE_PENALTY
        if any(word in corrected and word not in wording for word in FOREIGN_WORDS):
            score *= DECISIVE_PENALTY
        if score > 0.3 and score > best.get((report, column), 0.0):
            best[(report, column)] = score
    return best


def _overlap(
    heading: Mapping[str, float],
    wording: frozenset[str],
    report: str,
    weights: Mapping[tuple[str, str], float],
) -> float:
    shared = 0.0
    total = 0.0
    for word, sure in heading.items():
        weight = weights.get((report, word), UNKNOWN_WORD_WEIGHT)
        total += weight
        if word in wording:
            shared += weight * sure
    wanted = fsum(weights[(report, word)] for word in wording)  # exact: a set has no lasting order
    return 2 * shared / (total + wanted) if total + wanted else 0.0
