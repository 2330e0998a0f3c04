"""Declaring many short texts: phrases apart by ``|``, and short forms with what they stand for."""


def phrases(text: str) -> tuple[str, ...]:
    """The phrases of a text that separates them by ``|``, with inner blanks and line breaks folded to one.

    >>> phrases("Nama Usaha | Nama\\n Perusahaan")
    ('Nama Usaha', 'Nama Perusahaan')
    """
    folded = (" ".join(part.split()) for part in text.split("|"))
    return tuple(part for part in folded if part)


def pairs(text: str) -> dict[str, str]:
    """``{"jml": "jumlah", "jlh": "jumlah"}`` from lines of the form ``jml jlh = jumlah``."""
    found: dict[str, str] = {}
    for line in text.strip().splitlines():
        short, _, full = line.partition("=")
        found.update({one: full.strip() for one in short.split()})
    return found
