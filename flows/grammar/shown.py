"""Names of files and sheets as they are printed and stored: nothing in them moves the cursor or turns the line."""

from __future__ import annotations

import unicodedata

# Control characters, marks that turn the direction of writing, line separators, halves of characters. Joiners
# belong to the spelling of some languages.
_NOT_SHOWN = frozenset({"Cc", "Cf", "Zl", "Zp", "Cs"})
_JOINERS = frozenset("\u200c\u200d")


def shown_name(name: str) -> str:
    """``name`` composed (NFC), with a ``\N{REPLACEMENT CHARACTER}`` for every character that must not be printed.

    The same name gives the same text from any system; what a system of another encoding wrote is replaced too.
    """
    text = unicodedata.normalize("NFC", name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))
    if text.isprintable():
        return text
    return "".join(
        "\ufffd" if unicodedata.category(one) in _NOT_SHOWN and one not in _JOINERS else one for one in text
    )
