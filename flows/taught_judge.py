"""Judging one line of the list of taught wordings: what it means, or the first thing wrong with it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from flows.grammar.text import fold
from flows.grammar.wording import DISTRICT, IGNORED
from flows.taught_words import FIRST_YEAR, LAST_YEAR, Taught, column_title, heading_key, usual_meaning
from schemas.base import ReportSpec
from schemas.regions import districts, resolve_district
from schemas.reports import specs

_YEAR = re.compile(r"\d{4}")
_CODE_FIRST = re.compile(r"\s*(\d\d\.\d\d)\b")


class Fault(NamedTuple):
    """Why a line of the list cannot be used: a key of ``flows.messages`` and its details."""

    pesan: str
    rincian: Mapping[str, str]


def judge(cells: Mapping[str, str], number: int, earlier: Sequence[Taught]) -> Taught | Fault:
    """What a line of the list means, or the first thing that is wrong with it."""
    heading = fold(cells.get("judul", ""))
    reason = fold(cells.get("alasan", ""))
    if not heading_key(heading):
        return Fault("taught.no_heading", {"judul": heading})
    if not reason:
        return Fault("taught.no_reason", {"judul": heading})
    report = _report_called(cells.get("laporan", ""))
    if report is None:
        names = ", ".join(one.name for one in specs())
        return Fault("bad_laporan", {"nilai": cells.get("laporan", ""), "pilihan": names})
    column = _column_called(cells.get("kolom", ""), report)
    if isinstance(column, Fault):
        return column
    place = _district_called(cells.get("wilayah", ""))
    if isinstance(place, Fault):
        return place
    years = [_year_called(cells.get(name, "")) for name in ("dari", "sampai")]
    for year in years:
        if isinstance(year, Fault):
            return year
    since, until = (year if isinstance(year, int) else None for year in years)
    if since and until and since > until:
        return Fault("taught.years_swapped", {"dari": str(since), "sampai": str(until)})
    meant = Taught(report.name, heading, column, place, since, until, reason, number)
    return _against(meant, earlier) or meant


def _against(meant: Taught, earlier: Sequence[Taught]) -> Fault | None:
    """A contradiction with a wording taught before, or with the vocabulary of the report itself."""
    for one in earlier:
        same = (one.laporan, heading_key(one.judul)) == (meant.laporan, heading_key(meant.judul))
        if same and _meet(one, meant):
            known = {
                "judul": meant.judul,
                "kolom": column_title(one.laporan, one.kolom),
                "nomor": str(one.nomor),
            }
            return Fault("taught.twice" if one.kolom == meant.kolom else "taught.contradicts", known)
    usual = usual_meaning(meant.laporan, meant.judul)
    if usual is not None and usual != meant.kolom and meant.wilayah is None:
        return Fault(
            "taught.needs_district", {"judul": meant.judul, "kolom": column_title(meant.laporan, usual)}
        )
    return None


def _meet(one: Taught, other: Taught) -> bool:
    """Whether there is a district and a year to which both apply."""
    if one.wilayah and other.wilayah and one.wilayah != other.wilayah:
        return False
    since = max(one.dari or FIRST_YEAR, other.dari or FIRST_YEAR)
    return since <= min(one.sampai or LAST_YEAR, other.sampai or LAST_YEAR)


def _report_called(text: str) -> ReportSpec | None:
    said = fold(text).casefold()
    return next((one for one in specs() if said in {one.name, one.title.casefold()}), None)


def _column_called(text: str, report: ReportSpec) -> str | Fault:
    said = fold(text).casefold()
    if said in {IGNORED, "–", "—"}:
        return IGNORED
    names = {DISTRICT: DISTRICT} | {one.name: one.name for one in report.columns}
    titles = {one.title.casefold(): one.name for one in report.columns}
    found = names.get(said.replace(" ", "_")) or titles.get(said)
    if found:
        return found
    near = get_close_matches(said, [*names, *titles], 1, 0.6)
    guess = (names | titles)[near[0]] if near else ""
    known = {"nilai": text, "laporan": report.name, "pilihan": ", ".join([*names, IGNORED]), "calon": guess}
    return Fault("taught.bad_column_near" if guess else "taught.bad_column", known)


def _district_called(text: str) -> str | Fault | None:
    said = fold(text)
    if not said:
        return None
    code = _CODE_FIRST.match(said)
    kode = code[1] if code else resolve_district(said).kode
    return kode if kode in districts() else Fault("bad_wilayah", {"nilai": said})


def _year_called(text: str) -> int | Fault | None:
    said = fold(text)
    if not said:
        return None
    if _YEAR.fullmatch(said) and FIRST_YEAR <= int(said) <= LAST_YEAR:
        return int(said)
    return Fault("taught.bad_year", {"nilai": said})
