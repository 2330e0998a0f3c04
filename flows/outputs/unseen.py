"""Characters that are not seen but obeyed: by a terminal, a word processor, a chat."""

from __future__ import annotations

import re

#: Control characters but for tab and line end, marks that turn the direction of writing, half characters, and what
#: XML does not know. The joiners of other scripts stay.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
    "\ufffe\uffff\ud800-\udfff]|\r(?!\n)"
)


def without_unseen(text: str, instead: str = "") -> str:
    """``text`` with ``instead`` in the place of each such character.

    >>> without_unseen("a\\x1b[31mb\\u202ec", "?")
    'a?[31mb?c'
    """
    return text if text.isascii() and text.isprintable() else _UNSEEN.sub(instead, text)
