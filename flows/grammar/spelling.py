"""Which known word an unknown word of a heading stands for: a typo, another affix, a word cut short."""

from __future__ import annotations

from functools import cache, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from flows.grammar.headings import written_out
from flows.grammar.stems import stems
from schemas.wordings import ABBREVIATIONS, SYNONYMS

PLAIN_TYPO = 0.85


@lru_cache(maxsize=50_000)
def nearest_words(word: str, vocabulary: tuple[str, ...]) -> tuple[tuple[str, ...], float]:
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


def _misspelt(word: str, vocabulary: tuple[str, ...]) -> tuple[tuple[str, ...], float] | None:
    if len(word) < 4:
        return None
    cutoff = 0.78 if len(word) <= 5 else 0.74
    best = process.extractOne(
        word, _spellings(vocabulary), scorer=OSA.normalized_similarity, score_cutoff=cutoff
    )
    if best is None or len(best[0]) < 4 or best[0][0] != word[0]:
        return None
    return written_out(best[0]), best[1]


@cache
def _spellings(vocabulary: tuple[str, ...]) -> tuple[str, ...]:
    """Words that a misspelt one may stand for: the vocabulary, and the long words that are written out to it."""
    longer = (word for word in (*ABBREVIATIONS, *SYNONYMS) if len(word) >= 5)
    return tuple(sorted({*vocabulary, *longer}))


def _stem_in(word: str, vocabulary: tuple[str, ...]) -> str:
    """The longest stem of an unknown word that the vocabulary knows, "" where it knows none."""
    known = [stem for stem in stems(word) if stem in _by_stem(vocabulary) and stem != word]
    return max(sorted(known), key=len, default="")


@cache
def _by_stem(vocabulary: tuple[str, ...]) -> dict[str, str]:
    """Stem → the shortest vocabulary word that has it."""
    found: dict[str, str] = {}
    for word in sorted(vocabulary, key=lambda one: (-len(one), one)):
        found.update(dict.fromkeys(stems(word), word))
    return found


def _is_skeleton(short: str, word: str) -> bool:
    """Whether ``short`` is ``word`` with letters left out, as in "prsh" for perusahaan."""
    if len(short) * 2.6 < len(word) or len(short) >= len(word) or short[0] != word[0]:
        return False
    letters = iter(word)
    return all(letter in letters for letter in short)
