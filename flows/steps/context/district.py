"""The district that the sources name; a contradiction or an ambiguity is a refusal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from flows.grammar.headings import tokens_of
from flows.grammar.rows import is_place_and_date, is_signature
from flows.grammar.text import fold
from flows.shapes import Finding, Sheet, Table
from flows.steps.context.sources import PLACE_LABELS, SHEET_TITLE, TITLE
from schemas.regions import (
    DistrictMention,
    districts,
    find_districts,
    fold_region,
    kecamatan_names,
    resolve_district,
)

OWN_TITLE = (TITLE, SHEET_TITLE)


class Said(NamedTuple):
    """What one source says of the district: codes it names strongly, weakly, and ambiguous candidates."""

    source: str
    strong: tuple[str, ...]
    weak: tuple[str, ...]
    ambiguous: tuple[tuple[str, ...], ...]


def settle_district(
    sources: Sequence[tuple[str, tuple[str, ...]]],
    sheet: Sheet,
    table: Table,
    beside: Sequence[str],
    findings: list[Finding],
) -> tuple[str | None, str]:
    """The district's code and its source; (None, "") with a refusal added to ``findings``."""
    said = [_said(source, texts) for source, texts in sources]
    if said[0].strong or said[0].weak:
        said.pop(1)  # a table's own title goes before the title of the sheet it shares
    chosen = next(((one.strong[0], one.source) for one in said if one.strong), None)
    chosen = chosen or next(((one.weak[0], one.source) for one in said if len(one.weak) == 1), None)
    if chosen is None:
        return _without_name(said, sheet, table, beside, findings)
    against = next((other for one in said for other in _against(one, chosen[0])), None)
    if against is not None:
        source, other = against
        sources_at_odds = f"{chosen[1]}, {source}"
        findings.append(
            _refusal("WILAYAH_BERTENTANGAN", sheet, chosen[0], (chosen[0], other), sources_at_odds)
        )
        return None, ""
    return chosen


def _said(source: str, texts: Sequence[str]) -> Said:
    strong: list[str] = []
    weak: list[str] = []
    ambiguous: list[tuple[str, ...]] = []
    for text in texts:
        label, _, value = text.partition(":")
        if value.strip() and set(tokens_of(label)) & PLACE_LABELS:
            match = resolve_district(value.strip())
            if match.kode:
                strong.append(match.kode)
            elif match.pilihan:
                ambiguous.append(match.pilihan)
            continue
        for mention in find_districts(text):
            _sort_mention(mention, text, source in OWN_TITLE, strong, weak, ambiguous)
    return Said(
        source, tuple(dict.fromkeys(strong)), tuple(dict.fromkeys(weak)), tuple(dict.fromkeys(ambiguous))
    )


def _sort_mention(
    mention: DistrictMention,
    text: str,
    titled: bool,
    strong: list[str],
    weak: list[str],
    ambiguous: list[tuple[str, ...]],
) -> None:
    if mention.ambigu:
        ambiguous.append(mention.ambigu)
    elif mention.kode is None:
        return
    elif mention.strength == "kuat" or (
        titled and mention.end - mention.start >= 0.8 * len(text.strip(" :"))
    ):
        strong.append(mention.kode)
    else:
        weak.append(mention.kode)


def _against(said: Said, kode: str) -> list[tuple[str, str]]:
    """Other districts that a source names, where they cannot be explained as something else."""
    if kode in said.strong:
        return [(said.source, other) for other in said.strong if other != kode]
    if said.strong:
        return [(said.source, said.strong[0])]
    inside = kecamatan_names(kode)
    for other in said.weak:
        district = districts()[other]
        if kode in said.weak or fold_region(district.nama) in inside:
            continue
        if district.jenis == "kota" and said.source in OWN_TITLE:
            continue  # "Politeknik ATI Makassar" in a title names a place, not the sender
        return [(said.source, other)]
    return []


def _without_name(
    said: Sequence[Said], sheet: Sheet, table: Table, beside: Sequence[str], findings: list[Finding]
) -> tuple[str | None, str]:
    ambiguous = next((candidates for one in said for candidates in one.ambiguous), None)
    several = next((one.weak for one in said if len(one.weak) > 1), None)
    if ambiguous or several:
        findings.append(_refusal("WILAYAH_AMBIGU", sheet, None, ambiguous or several or (), ""))
        return None, ""
    neighbours = _said(SHEET_TITLE, beside).strong
    if len(neighbours) == 1:
        return neighbours[0], "lembar lain"
    office = _signing_office(sheet, table)
    if office is not None:
        return office, "tanda tangan"
    signed = _signature_place(sheet, table)
    match = resolve_district(signed) if signed else None
    if match and match.kode and districts()[match.kode].jenis == "kabupaten":
        return match.kode, "tanda tangan"
    if match and (match.pilihan or match.kode):
        candidates = match.pilihan or (match.kode or "",)
        findings.append(_refusal("WILAYAH_AMBIGU", sheet, None, candidates, "tanda tangan"))
        return None, ""
    findings.append(_refusal("WILAYAH_TAK_DIKENAL", sheet, None, (), ""))
    return None, ""


def _signing_office(sheet: Sheet, table: Table) -> str | None:
    """The district that the signature names in full: "Kepala Dinas Perindustrian Kota Makassar"."""
    last = max((*table.data, *table.header_rows))
    named = {
        mention.kode
        for row in sheet.values[last + 1 :]
        for value in row
        if isinstance(value, str) and is_signature(value) and not is_place_and_date(value)
        for mention in find_districts(fold(value))
        if mention.kode is not None and mention.strength == "kuat"
    }
    return named.pop() if len(named) == 1 else None


def _signature_place(sheet: Sheet, table: Table) -> str | None:
    last = max((*table.data, *table.header_rows))
    for row in sheet.values[last + 1 :]:
        for value in row:
            if isinstance(value, str) and is_place_and_date(value):
                return fold(value).split(",")[0]
    return None


def _refusal(kode: str, sheet: Sheet, nilai: str | None, candidates: Iterable[str], sources: str) -> Finding:
    known = districts()
    names = ", ".join(f"{known[one].nama_lengkap} ({one})" if one in known else one for one in candidates)
    return Finding(kode, sheet.lembar, nilai=nilai, rincian={"pilihan": names, "sumber": sources})
