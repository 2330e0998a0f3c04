"""The tile map and the key figures: what they show at first, and all else that can be chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from flows.outputs.site.classes import Shade, shade_at, shades_of, spread
from flows.outputs.site.data import Facts, Province, Value
from flows.outputs.site.indicators import Indicator
from flows.outputs.site.totals import Total, mixed, total_of
from flows.outputs.site.words import NOTHING, UNITS, Both, number, period, same, short_number, signed_percent

#: Rows of lists whose business stands in two submissions; no indicator, but a doubt about those of lists.
TWICE = "daftar_berulang"
#: The newest years that can be chosen; with more provinces than a few the page would outgrow a telephone.
MOST_YEARS = 8
MOST_YEARS_OF_MANY = 2
FEW_PROVINCES = 4


class Figure(NamedTuple):
    """The figure of one district; ``warna`` 1 to 5, or 0 without data."""

    nilai: int | float | None
    warna: int
    periode: str | None = None
    per: datetime | None = None


NO_FIGURE = Figure(None, 0)


class Legend(NamedTuple):
    """A line of the legend: shade, from–to, and how many districts."""

    warna: int
    teks: Both
    banyak: int


class MapState(NamedTuple):
    """A map of one province, indicator and year."""

    tahun: int
    angka: Mapping[str, Figure]
    legenda: Sequence[Legend]
    total: Total
    kalimat: Both


def years_of(one: Indicator, facts: Facts, province: Province) -> list[int]:
    """The years with figures of a province that can be chosen, newest first."""
    cells = facts.nilai.get(one.kunci, {})
    most = MOST_YEARS if len(facts.provinsi) <= FEW_PROVINCES else MOST_YEARS_OF_MANY
    return sorted({year for kode, year in cells if kode in province.kabkota}, reverse=True)[:most]


def first_year(one: Indicator, facts: Facts, province: Province) -> int | None:
    """The year shown first: the newest with at least half as many districts as the best one."""
    cells = facts.nilai.get(one.kunci, {})
    counts = {
        year: sum((kode, year) in cells and _reports(one, cells[kode, year]) for kode in province.kabkota)
        for year in years_of(one, facts, province)
    }
    best = max(counts.values(), default=0)
    return next((year for year, many in counts.items() if 2 * many >= best), None)


def _reports(one: Indicator, value: Value) -> bool:
    """Whether a figure says that something came; a completeness of 0 says that nothing did."""
    return one.satuan != "persen" or bool(value.nilai)


def map_state(one: Indicator, facts: Facts, province: Province, year: int) -> MapState:
    """The map of an indicator in a year."""
    cells = facts.nilai.get(one.kunci, {})
    values = {kode: cells[kode, year] for kode in province.kabkota if (kode, year) in cells}
    known = {kode: value.nilai for kode, value in values.items() if value.nilai is not None}
    percent = one.satuan == "persen"
    shades = shades_of(list(known.values()), percent)
    figures = {
        kode: Figure(nilai, shade_at(nilai, shades, percent), values[kode].periode, values[kode].per)
        for kode, nilai in known.items()
    }
    total = total_of(one, cells, province.kabkota, year)
    doubtful = facts.nilai.get(TWICE, {}) if one.kunci.startswith("daftar_") else {}
    twice = sum(int(doubtful[kode, year].nilai or 0) for kode in values if (kode, year) in doubtful)
    sentence = sentence_of(one, total, year, twice, mixed(one, list(values.values())))
    return MapState(year, figures, legend_of(one, shades), total, sentence)


def written(one: Indicator, value: int | float | None, short: bool = False) -> Both:
    """A figure of an indicator, with % where it is one."""
    if value is None:
        return same(NOTHING)
    made = short_number(value) if short else number(value)
    return Both(f"{made.id}%", f"{made.en}%") if one.satuan == "persen" else made


def legend_of(one: Indicator, shades: Sequence[Shade]) -> list[Legend]:
    """The lines of the legend, the lightest first; empty percentage steps too, so that maps compare."""
    lines = []
    for at, shade in enumerate(shades):
        low, top = written(one, shade.dari, True), written(one, shade.sampai, True)
        until = "–" if one.satuan != "persen" or at == len(shades) - 1 else "–<"
        text = low if low == top else Both(f"{low.id} {until} {top.id}", f"{low.en} {until} {top.en}")
        lines.append(Legend(spread(at, len(shades)), text, shade.banyak))
    return lines


def sentence_of(one: Indicator, total: Total, year: int, twice: int, unlike: bool) -> Both:
    """The province's figure in words, never without the number of districts that it rests on."""
    many = {"melapor": total.melapor, "semua": total.seluruhnya, "tahun": year}
    if total.jumlah is None:
        if unlike:
            return Both(
                "Tidak dijumlahkan: angka {melapor} dari {semua} kabupaten/kota mencakup periode yang tidak sama "
                "panjang. Warna petanya pun hanya sebanding bila periodenya sejenis.",
                "Not added up: the figures of {melapor} of {semua} districts cover periods of different length. The "
                "map's shades compare only where the periods are of one kind.",
            ).fill(**many)
        return Both("Belum ada data untuk {tahun}.", "No data for {tahun} yet.").fill(**many)
    made = Both(
        "{jumlah} {satuan}, dari seluruh {semua} kabupaten/kota."
        if total.melapor == total.seluruhnya
        else "{jumlah} {satuan}, dari {melapor} dari {semua} kabupaten/kota yang ada datanya: bukan jumlah provinsi.",
        "{jumlah} {satuan}, from all {semua} districts."
        if total.melapor == total.seluruhnya
        else "{jumlah} {satuan}, from {melapor} of {semua} districts that have data: no total of the province.",
    )
    unit = same("") if one.satuan == "persen" else UNITS[one.satuan]
    made = made.fill(jumlah=written(one, total.jumlah), satuan=unit, **many)
    made = Both(*(text.replace(" ,", ",") for text in made))
    for extra in (_change_text(total, year), _twice_text(twice)):
        made = Both(made.id + extra.id, made.en + extra.en)
    return made


def _change_text(total: Total, year: int) -> Both:
    if total.sama is None:
        return same("")
    change = signed_percent(total.sama)
    return Both(
        f" Di {total.banyak_sama} kabupaten/kota yang ada datanya di {year - 1} dan {year}: {change.id}.",
        f" In the {total.banyak_sama} districts with data for both {year - 1} and {year}: {change.en}.",
    )


def _twice_text(twice: int) -> Both:
    if not twice:
        return same("")
    many = number(twice)
    return Both(
        f" {many.id} baris mungkin terhitung dua kali: usahanya juga ada di kiriman lain.",
        f" {many.en} rows may be counted twice: the business also stands in another submission.",
    )


def payload(facts: Facts, indicators: Sequence[Indicator]) -> dict[str, Any]:
    """Everything that can be chosen on the page, for its script.

    ``provinsi`` → indicator → year → ``a``: district → [figure, shade, place of its
    day in ``hari``, period]; ``l``: the legend; ``k``: the
    sentence; ``n``: how many districts; ``j``: the total as it is written. ``periode``: code → as people say it.
    """
    told: dict[str, Any] = {}
    periods: dict[str, Both] = {}
    days: dict[str, int] = {}
    for province in facts.provinsi:
        maps = told.setdefault(province.kode, {})
        for one in indicators:
            for year in years_of(one, facts, province):
                made = map_state(one, facts, province, year)
                periods |= {f.periode: period(f.periode) for f in made.angka.values() if f.periode}
                maps.setdefault(one.kunci, {})[year] = {
                    "a": {kode: _packed(figure, days) for kode, figure in made.angka.items()},
                    "l": [[line.warna, *line.teks, line.banyak] for line in made.legenda],
                    "k": made.kalimat,
                    "n": [made.total.melapor, made.total.seluruhnya],
                    "j": written(one, made.total.jumlah, True),
                }
    firsts = {
        province.kode: {one.kunci: first_year(one, facts, province) for one in indicators}
        for province in facts.provinsi
    }
    return {"provinsi": told, "awal": firsts, "periode": periods, "hari": list(days)}


def _packed(one: Figure, days: dict[str, int]) -> list[Any]:
    """What is known of a figure: figure, shade, place of its day in ``days``, period."""
    value = round(one.nilai, 4) if isinstance(one.nilai, float) else one.nilai
    at = days.setdefault(one.per.date().isoformat(), len(days)) if one.per else -1
    return [value, one.warna, at, *([one.periode] if one.periode else [])]
