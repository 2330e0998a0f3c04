"""The page: one HTML text with its style, its script and its figures inside, that asks for nothing else."""

from __future__ import annotations

import base64
import hashlib
import json
from functools import cache
from importlib import resources
from itertools import groupby
from typing import Any, Literal

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup, escape

from flows.outputs.site import reporting, words
from flows.outputs.site.data import Facts, Province
from flows.outputs.site.figures import NO_FIGURE, first_year, map_state, payload, written
from flows.outputs.site.indicators import INDICATORS, Indicator
from flows.outputs.site.trend import all_trends
from flows.outputs.site.words import MONTHS, SCALES, Both
from schemas.tiles import tile_map

Language = Literal["id", "en"]
_TEMPLATES = ("page.html", "arrived.html", "missing.html", "map.html", "trend.html", "problems.html", "meanings.html",
              "macros.html")  # fmt: skip


def page(facts: Facts, bahasa: Language = "id") -> str:
    """The whole page, the same for the same facts; ``bahasa``: the language it opens in."""
    known = [one for one in INDICATORS if not facts.arti or (one.relasi, one.kolom) in facts.arti]
    groups = [(group.judul, list(many)) for group, many in groupby(known, key=lambda one: one.kelompok)]
    style, script = _text("page.css"), _text("page.js")
    first = {province.kode: _first(facts, province) for province in facts.provinsi}
    data = payload(facts, known) | {
        "angka": {one.kunci: [*one.nama, one.satuan == "persen"] for one in known},
        "pertama": {kode: [one.kunci, year] for kode, (one, year) in first.items()},
        "bulan": MONTHS,
        "skala": SCALES,
    }
    return _environment(bahasa).get_template("page.html").render(
        bahasa=bahasa, facts=facts, style=Markup(style), script=Markup(script), hash=_hash, data=_data_block(data),
        indicators=known, groups=groups, pertama=first, tile_map=tile_map, map_state=map_state, first_year=first_year,
        written=written, NO_FIGURE=NO_FIGURE, all_trends=all_trends, r=reporting,
        wide=_wide,
    )  # fmt: skip


def _first(facts: Facts, province: Province) -> tuple[Indicator, int | None]:
    """The indicator and year shown first: the first that has figures."""
    found = ((one, first_year(one, facts, province)) for one in INDICATORS)
    return next((pair for pair in found if pair[1] is not None), (INDICATORS[0], None))


def _wide(facts: Facts, province: Province, year: int | None) -> dict[str, Any]:
    """The maps of all indicators in one year: indicator → its state; none where there is no year."""
    return (
        {one.kunci: map_state(one, facts, province, year) for one in INDICATORS} if year is not None else {}
    )


def _environment(bahasa: Language) -> Environment:
    made = Environment(
        loader=DictLoader({name: _text(name) for name in _TEMPLATES}), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    here, there = (0, 1) if bahasa == "id" else (1, 0)

    def lain(both: Both, name: str = "") -> Markup:
        """The attribute that holds the text, or the attribute ``name``, in the other language."""
        if both[0] == both[1]:
            return Markup("")
        return Markup(' data-lain{}="{}"').format(f"-{name}" if name else "", both[there])

    def teks(both: Both) -> str:
        return both[here]

    def t(id: str | Both, en: str | None = None, **details: object) -> Markup:
        """A text that changes with the language."""
        both = id if isinstance(id, Both) else Both(id, id if en is None else en)
        both = both.fill(**details) if details else both
        if both[0] == both[1]:
            return escape(both[0])
        return Markup("<span{}>{}</span>").format(lain(both), both[here])

    def attr(name: str, id: str | Both, en: str = "", **details: object) -> Markup:
        """An attribute that changes with the language."""
        both = id if isinstance(id, Both) else Both(id, en)
        both = both.fill(**details) if details else both
        return Markup('{}="{}"{}').format(name, both[here], lain(both, name))

    made.globals.update(w=words, lain=lain, teks=teks, t=t, attr=attr)
    return made


@cache
def _text(name: str) -> str:
    return resources.files("flows.outputs.site").joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """What the content security policy knows an inline style or script by."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def _data_block(data: dict[str, Any]) -> Markup:
    """JSON that ends no script element, whatever it holds."""
    packed = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(packed.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))
