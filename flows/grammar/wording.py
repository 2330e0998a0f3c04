"""How officers word a heading, and how near a heading is to the wordings of a column.

A heading is reduced to tokens: units and scales in brackets dropped, abbreviations written out, synonyms
folded, typos corrected towards the vocabulary of the schemas. Two sets of tokens are then compared by a
weighted overlap: a token that many columns share (``nama``, ``jumlah``) says little, a rare one much.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import log2

from rapidfuzz import process
from rapidfuzz.distance import OSA

from flows.grammar.stems import stems
from schemas.base import ReportSpec
from schemas.reports import specs
from schemas.wordings import (
    ABBREVIATED_PHRASES,
    ABBREVIATIONS,
    DECISIVE_WORDS,
    DISTRICT_HEADINGS,
    FILLERS,
    FOREIGN_WORDS,
    IGNORED_HEADINGS,
    SYNONYMS,
    WEAK_WORDS,
)

IGNORED = "-"  # pseudo column: headings that are known and never loaded
DISTRICT = "kode_wilayah"  # pseudo column: each row's own district

_HYPHENATED = re.compile(r"(?<=[a-z])-\s*\n\s*(?=[a-z])")
_BRACKETS = re.compile(r"[\(\[\{]([^()\[\]{}]*)[\)\]\}]")
_SPACED = re.compile(r"\b(?:[A-Za-z]\s){2,}[A-Za-z]\b")
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_PER_PERIOD = re.compile(r"(?:/|\bper\b|\bse\s?tiap\b)\s*(?:tahun|thn|th|bulan|bln|minggu|hari)\b")
_ACRONYM_DOTS = re.compile(r"\b([a-z])\.(?=[a-z]\b)")
_MONEY = frozenset(
    "rp rupiah idr ribu ribuan juta jutaan milyar miliar milyaran miliaran triliun dalam jt rb persen x kali".split()
)
_COUNTED = frozenset("orang org jiwa".split())
_UNITS = _MONEY | _COUNTED | frozenset("unit buah satuan".split())
_SHORT_FIRST = re.compile("|".join(rf"\b{'[. ]+'.join(one.split())}\b" for one in ABBREVIATED_PHRASES))
_UNTIL = re.compile(r"\bs\s?[/.]\s?d\b\.?")
_GENDER_PAIR = re.compile(
    r"^\s*(?:jenis kelamin\s*)?\(?\s*(?:l\s*[/\-&]\s*p|lk\s*[/\-&]\s*pr?|p\s*/\s*l)\s*\)?\s*$"
)


@lru_cache(maxsize=50_000)
def tokens_of(text: str) -> tuple[str, ...]:
    """The meaning-bearing words of a heading, abbreviations written out, in order, each once.

    >>> tokens_of("Jml TK\\n(Orang)")
    ('jumlah', 'tenaga', 'kerja')
    >>> tokens_of("Nilai Produksi/Tahun (Rp. 000)")
    ('nilai', 'produksi')
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    plain = _HYPHENATED.sub("", plain)
    if _GENDER_PAIR.match(plain):
        return ("jenis", "kelamin")
    plain = _SPACED.sub(lambda found: found.group(0).replace(" ", "").replace("\n", ""), plain)
    plain = _BRACKETS.sub(_without_units, plain)
    plain = _PER_PERIOD.sub(" ", plain)
    plain = _UNTIL.sub(" selesai ", plain)
    plain = _ACRONYM_DOTS.sub(r"\1", plain)
    plain = _SHORT_FIRST.sub(lambda found: ABBREVIATED_PHRASES[_squeezed(found.group(0))], plain)
    words: list[str] = []
    for word in _WORD.findall(plain):
        for part in _written_out(word):
            if len(part) > 1 and part not in FILLERS and part not in words:
                words.append(part)
    while len(words) > 2 and words[-1] in _COUNTED or len(words) > 1 and words[-1] in _MONEY:
        words.pop()
    return tuple(words)


def _squeezed(text: str) -> str:
    return " ".join(text.replace(".", " ").split())


def _without_units(found: re.Match[str]) -> str:
    inner = found.group(1)
    words = _WORD.findall(inner)
    return " " if not words or all(word in _UNITS for word in words) else f" {inner} "


@cache
def _written_out(word: str) -> tuple[str, ...]:
    bare = word.replace("'", "")
    expanded = ABBREVIATIONS.get(bare, bare).split()
    return tuple(SYNONYMS.get(part, part) for part in expanded)


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


@cache
def _spellings(vocabulary: tuple[str, ...]) -> tuple[str, ...]:
    """Words that a misspelt one may stand for: the vocabulary, and the long words that are written out to it."""
    longer = (word for word in (*ABBREVIATIONS, *SYNONYMS) if len(word) >= 5)
    return tuple(sorted({*vocabulary, *longer}))


def _misspelt(word: str, vocabulary: tuple[str, ...]) -> tuple[tuple[str, ...], float] | None:
    if len(word) < 4:
        return None
    cutoff = 0.78 if len(word) <= 5 else 0.74
    best = process.extractOne(word, _spellings(vocabulary), scorer=OSA.normalized_similarity, score_cutoff=cutoff)
    if best is None or len(best[0]) < 4 or best[0][0] != word[0]:
        return None
    return _written_out(best[0]), best[1]


@cache
def _by_stem(vocabulary: tuple[str, ...]) -> dict[str, str]:
    """Stem → the shortest vocabulary word that has it."""
    found: dict[str, str] = {}
    for word in sorted(vocabulary, key=lambda one: (-len(one), one)):
        found.update(dict.fromkeys(stems(word), word))
    return found


def _stem_in(word: str, vocabulary: tuple[str, ...]) -> str:
    """The longest stem of an unknown word that the vocabulary knows, "" where it knows none."""
    known = [stem for stem in stems(word) if stem in _by_stem(vocabulary) and stem != word]
    return max(known, key=len, default="")


@lru_cache(maxsize=50_000)
def _nearest(word: str, vocabulary: tuple[str, ...]) -> tuple[tuple[str, ...], float]:
    """The vocabulary words an unknown word most likely stands for, with the likeness 0–1."""
    if len(word) < 3:
        return (word,), 0.0
    misspelt = _misspelt(word, vocabulary)
    if misspelt is not None and misspelt[1] >= PLAIN_TYPO:
        return misspelt
    related = _by_stem(vocabulary).get(_stem_in(word, vocabulary), "")
    if related:
        return (related,), 0.85
    if misspelt is not None:
        return misspelt
    prefixed = [one for one in vocabulary if one.startswith(word) and len(one) > len(word)]
    if len(prefixed) == 1 or (prefixed and len(word) >= 4):
        return (min(prefixed, key=len),), 0.9
    skeleton = [one for one in vocabulary if _is_skeleton(word, one)]
    if len(skeleton) == 1:
        return (skeleton[0],), 0.8
    return (word,), 0.0


def _is_skeleton(short: str, word: str) -> bool:
    """Whether ``short`` is ``word`` with letters left out, as in "prsh" for perusahaan."""
    if len(short) * 2.6 < len(word) or len(short) >= len(word) or short[0] != word[0]:
        return False
    letters = iter(word)
    return all(letter in letters for letter in short)


Likeness = Mapping[tuple[str, str], float]
Matcher = Callable[[str], Likeness]


def matcher(vocabulary: Vocabulary) -> Matcher:
    """A memoised function: heading text → {(report, column): likeness 0–1}, pairs above 0.3 only."""

    @lru_cache(maxsize=100_000)
    def match(text: str) -> Likeness:
        scores = dict(_likeness(tokens_of(text), vocabulary))
        for variant, weaker in _variants(text):
            for key, score in _likeness(tokens_of(variant), vocabulary).items():
                if key[1] != IGNORED:
                    scores[key] = max(scores.get(key, 0.0), weaker * score)
        return scores

    return match


def _variants(text: str) -> list[tuple[str, float]]:
    """Shorter readings of a heading: without what stands in brackets, and each side of a slash alone."""
    found = []
    bare = _BRACKETS.sub(" ", text)
    if bare.strip() and bare != text:
        found.append((bare, 0.97))
    sides = [side for side in bare.split("/") if len(side.strip()) > 2]
    if len(sides) > 1:
        found += [(side, 0.9) for side in sides]
    return found


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
        near, sure = ((word,), 1.0) if word in vocabulary.by_token else _nearest(word, vocabulary.tokens)
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


UNKNOWN_WORD_WEIGHT = 0.5
DECISIVE_PENALTY = 0.55
PLAIN_TYPO = 0.85


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
    wanted = sum(weights[(report, word)] for word in wording)
    return 2 * shared / (total + wanted) if total + wanted else 0.0
