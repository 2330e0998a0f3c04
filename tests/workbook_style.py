"""One officer's habits of writing, drawn by chance."""

from __future__ import annotations

from random import Random

from tests.workbook_titles import BLANKS
from tests.workbook_values import GENDERS, Style


def some_style(rng: Random, csv: bool) -> Style:
    """One officer's habits. A CSV file holds text only, so a fraction could not be told from a percentage."""
    style = Style(
        money=rng.choice(("number", "number", "dots", "rp", "comma", "words")),
        count=rng.choice(("number", "number", "dots", "people", "words")),
        decimal=rng.choice(("number", "comma")),
        percent=rng.choice(("number", "sign", "comma") if csv else ("number", "fraction", "sign", "comma")),
        day=rng.choice(("excel", "long", "short", "slash", "dash", "dot", "iso", "weekday")),
        gender=rng.randrange(len(GENDERS)),
        nik=rng.choice(("text", "quote", "spaced", "groups")),
        phone=rng.choice(("plain", "dashes", "spaces", "plus", "number", "62")),
        number_codes=rng.random() < 0.4,
        desa=rng.choice(("", "", "Desa ", "Ds. ", "Kel. ")),
        kecamatan=rng.choice(("", "", "Kec. ", "Kecamatan ")),
        upper=rng.random() < 0.2,
        blanks=tuple(rng.sample(BLANKS, 2)),
    )
    if rng.random() < 0.35:
        style.scale = rng.choice((1_000, 1_000_000))
        style.money = rng.choice(("number", "number", "dots"))
        style.scale_in_title = rng.random() < 0.35
    return style
