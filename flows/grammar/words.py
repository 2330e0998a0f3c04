"""Numbers spelled out in Indonesian words."""

from __future__ import annotations

import re

_DIGITS = {
    "nol": 0, "satu": 1, "dua": 2, "tiga": 3, "empat": 4,
    "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8, "sembilan": 9,
}  # fmt: skip
# word, its size, and what the number before it stays below
_SIZES = (
    ("triliun", 10**12, 1000),
    ("miliar", 10**9, 1000),
    ("juta", 10**6, 1000),
    ("ribu", 10**3, 1000),
    ("ratus", 100, 10),
    ("puluh", 10, 10),
)
_KNOWN = frozenset(_DIGITS) | {word for word, _, _ in _SIZES} | {"belas"}
_GLUED = re.compile(r"(?<=[a-z])(?=(?:puluh|belas|ratus|ribu|juta)\b)")
LONGEST = 30


def number_words(tokens: list[str]) -> int | None:
    """Indonesian number words (lower case) as a number, None where they are none.

    >>> number_words("dua ratus tiga puluh lima".split()), number_words(["sebelas"]), number_words(["orang"])
    (235, 11, None)
    """
    parts: list[str] = []
    for token in tokens[: LONGEST + 1]:
        for part in _GLUED.sub(" ", token.strip(".,")).replace("milyar", "miliar").split():
            parts.append("satu" if part == "se" else part)
    if not parts or len(parts) > LONGEST or not _KNOWN.issuperset(parts):
        return None
    return _value(parts)


def leading_number(tokens: list[str]) -> tuple[int | None, list[str]]:
    """The number that the first words spell, as far as they do, and the words after it.

    >>> leading_number("tiga puluh orang".split())
    (30, ['orang'])
    """
    for length in range(min(len(tokens), LONGEST), 0, -1):
        said = number_words(tokens[:length])
        if said is not None:
            return said, tokens[length:]
    return None, tokens


def _value(parts: list[str]) -> int | None:
    for word, size, limit in _SIZES:
        if word in parts:
            at = parts.index(word)
            left = _value(parts[:at])
            right = _value(parts[at + 1 :]) if parts[at + 1 :] else 0
            if not left or right is None or left >= limit or right >= size:
                return None
            return left * size + right
    if len(parts) == 2 and parts[1] == "belas":
        return 10 + _DIGITS[parts[0]] if _DIGITS.get(parts[0]) else None
    return _DIGITS.get(parts[0]) if len(parts) == 1 else None
