"""Stems of Indonesian words: diusulkan, usulan and pengusul share one, so a heading may use either."""

from __future__ import annotations

import re
from functools import lru_cache

_SUFFIX = re.compile(r"(?:nya|kan|an|i)$")
# prefix → what the stem may begin with where the prefix swallowed its first letter
_PREFIXES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("meny", ("s",)),
    ("peny", ("s",)),
    ("meng", ("", "k")),
    ("peng", ("", "k")),
    ("mem", ("", "p")),
    ("pem", ("", "p")),
    ("men", ("", "t")),
    ("pen", ("", "t")),
    ("per", ("",)),
    ("pel", ("l",)),
    ("ber", ("",)),
    ("ter", ("",)),
    ("di", ("",)),
    ("ke", ("",)),
    ("pe", ("",)),
    ("me", ("",)),
)
SHORTEST = 4


@lru_cache(maxsize=20_000)
def stems(word: str) -> frozenset[str]:
    """The stems a word may have, at least four letters each; the word itself where it bears no affix.

    >>> sorted(stems("diusulkan") & stems("usulan")), sorted(stems("penyerapan") & stems("terserap"))
    (['usul'], ['serap'])
    """
    found = {word}
    for prefix, firsts in _PREFIXES:
        if word.startswith(prefix):
            found |= {first + word[len(prefix) :] for first in firsts}
    found |= {_SUFFIX.sub("", one) for one in found}
    return frozenset(one for one in found if len(one) >= SHORTEST)
