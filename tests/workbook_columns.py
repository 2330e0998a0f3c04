"""Which columns a made-up table has, and the headings over them: one to four rows, plain, fresh or mistyped."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from tests.workbook_groups import EXTRA, GROUPS
from tests.workbook_kinds import KINDS
from tests.workbook_records_small import REQUIRED
from tests.workbook_values import SCALES, Style
from tests.workbook_words import WORDINGS, wordings

NUMBERS = ("No", "No.", "NO. URUT", "Nmr.", "No Urut")
DISTRICTS = ("Kabupaten/Kota", "Kab/Kota", "Nama Kab./Kota", "Daerah (Kab/Kota)")
PAIRS = (("kapasitas_produksi", "satuan_produksi"), ("volume", "satuan"))
BANDS = (("IDENTITAS", "KETERANGAN LAIN"), ("DATA UMUM", "DATA RINCI"), ("A", "B"))


@dataclass(frozen=True, slots=True)
class Head:
    """One physical column: our column ("" for one that no report knows, "#" the running number, "@" the
    district), the texts above it from the outermost down, and texts to fill an unknown column with."""

    column: str
    path: tuple[str, ...]
    fill: tuple[str, ...] = ()


def mistyped(text: str, rng: Random) -> str:
    """The text with one slip of the keys in its longest word; short words stay as they are."""
    words = text.split(" ")
    at = max(range(len(words)), key=lambda i: len(words[i]))
    word = words[at]
    if len(word) < 6 or not word.isalpha():
        return text
    i = rng.randint(2, len(word) - 2)
    slips = (
        word[:i] + word[i + 1 :],
        word[:i] + word[i] + word[i:],
        word[: i - 1] + word[i] + word[i - 1] + word[i + 1 :],
    )
    words[at] = rng.choice(slips)
    return " ".join(words)


def worded(choices: tuple[str, ...], mode: str, rng: Random) -> str:
    """One of the headings; ``mode`` is plain, fresh or typo."""
    if mode == "fresh" and len(choices) > 1:
        return rng.choice(choices[1:])
    return mistyped(choices[0], rng) if mode == "typo" and rng.random() < 0.5 else choices[0]


def some_columns(report: str, rng: Random, without: frozenset[str]) -> list[str]:
    """Columns of the report in a plausible order: the required ones and most of the others."""
    chosen = [
        name
        for name in WORDINGS[report]
        if name not in without and (name in REQUIRED[report] or rng.random() < 0.72)
    ]
    if len(chosen) < 3:
        chosen = [name for name in WORDINGS[report] if name not in without]
    for first, second in PAIRS:
        if (first in chosen) != (second in chosen):
            chosen = [name for name in chosen if name not in {first, second}]
    if "tanggal_mulai" not in chosen and "tanggal_selesai" in chosen:
        chosen.remove("tanggal_selesai")
    if "tenaga_kerja_l" in WORDINGS[report] or "peserta_l" in WORDINGS[report]:
        men, women = ("tenaga_kerja_l", "tenaga_kerja_p") if report == "ikm" else ("peserta_l", "peserta_p")
        if (men in chosen) != (women in chosen):
            chosen = [name for name in chosen if name not in {men, women}]
    if "harga_satuan" in chosen and report == "bantuan_alat" and rng.random() < 0.3:
        chosen.remove("harga_satuan")
    return chosen


def grouped(report: str, chosen: list[str], rng: Random, mode: str) -> dict[str, tuple[str, ...]]:
    """Column → path of two levels for the groups that this table prints with a parent heading."""
    paths: dict[str, tuple[str, ...]] = {}
    for group in GROUPS[report]:
        inside = [name for name in group.columns if name in chosen]
        # a total that stands outside its L/P pair needs its own heading, so half a group is no group
        if len(inside) != len(group.columns) or any(name in paths for name in inside) or rng.random() < 0.3:
            continue
        parent = worded(group.parents, mode, rng)
        for name, choices in zip(group.columns, group.children, strict=True):
            paths[name] = (parent, choices[0] if mode != "fresh" else rng.choice(choices))
        where = min(chosen.index(name) for name in inside)
        chosen[:] = [name for name in chosen[:where] if name not in inside] + list(group.columns) + [
            name for name in chosen[where:] if name not in inside
        ]  # fmt: skip
    return paths


def gender_ticks(chosen: list[str], mode: str, rng: Random) -> tuple[str, ...] | None:
    """The parent heading when the gender is ticked in two columns L and P."""
    if "jenis_kelamin" not in chosen or rng.random() > 0.25:
        return None
    return (worded(("Jenis Kelamin", "Jns. Kelamin", "Jenis Klmn"), mode, rng),)


def with_scale(path: tuple[str, ...], style: Style, rng: Random, units_row: bool) -> tuple[str, ...]:
    """The unit of money behind the last text, or as a row of its own."""
    scale = 1 if style.scale_in_title else style.scale
    unit = rng.choice(SCALES[scale]) if not style.scale_in_title else ""
    if not unit:
        return path
    return (*path, unit) if units_row else (*path[:-1], f"{path[-1]} {unit}")


def heads(
    report: str, rng: Random, style: Style, tags: set[str], without: frozenset[str], own_district: bool
) -> list[Head]:
    """The columns of one table with their headings; adds what it did to ``tags``."""
    mode = rng.choices(("plain", "fresh", "typo"), (3, 5, 2))[0]
    tags.add(f"wording-{mode}")
    chosen = some_columns(report, rng, without)
    paths = grouped(report, chosen, rng, mode)
    units_row = rng.random() < 0.12
    ticks = gender_ticks(chosen, mode, rng)
    made = [Head("#", (rng.choice(NUMBERS),))] if rng.random() < 0.8 else []
    if own_district:
        made.append(Head("@", (rng.choice(DISTRICTS),)))
    for name in chosen:
        path = paths.get(name) or (worded(wordings(report, name), mode, rng),)
        if KINDS.get(name) == "money":
            path = with_scale(path, style, rng, units_row)
        if name == "jenis_kelamin" and ticks:
            tags.add("gender-ticks")
            made += [Head("jenis_kelamin:L", (*ticks, "L")), Head("jenis_kelamin:P", (*ticks, "P"))]
            continue
        made.append(Head(name, path))
    if rng.random() < 0.3:
        title, fill = rng.choice(EXTRA)
        tags.add("extra-column")
        made.insert(rng.randint(min(3, len(made)), len(made)), Head("", (title,), fill))
        made = regrouped(made)
    return dressed(banded(made, rng, tags), rng, tags)


def regrouped(made: list[Head]) -> list[Head]:
    """An unknown column that fell inside a group of two levels moves to the end."""
    at = next(i for i, head in enumerate(made) if not head.column)
    if 0 < at < len(made) - 1 and len(made[at - 1].path) > 1 and made[at - 1].path[0] == made[at + 1].path[0]:
        return [*made[:at], *made[at + 1 :], made[at]]
    return made


def banded(made: list[Head], rng: Random, tags: set[str]) -> list[Head]:
    """Two wide bands over everything, now and then."""
    if len(made) < 8 or rng.random() > 0.25:
        return made
    tags.add("header-bands")
    middle = len(made) // 2
    while made[middle].path[0] == made[middle - 1].path[0]:
        middle -= 1
    left, right = rng.choice(BANDS)
    return [Head(h.column, (left if i < middle else right, *h.path), h.fill) for i, h in enumerate(made)]


def dressed(made: list[Head], rng: Random, tags: set[str]) -> list[Head]:
    """Capitals, line breaks and footnote marks in the headings."""
    capitals, breaks, marks = rng.random() < 0.25, rng.random() < 0.25, rng.random() < 0.1
    if breaks:
        tags.add("header-line-breaks")

    def dress(text: str) -> str:
        text = text.upper() if capitals else text
        text = text.replace(" ", "\n", 1) if breaks else text
        return f"{text} *)" if marks and rng.random() < 0.2 else text

    return [
        Head(h.column, (*(t.upper() if capitals else t for t in h.path[:-1]), dress(h.path[-1])), h.fill)
        for h in made
    ]
