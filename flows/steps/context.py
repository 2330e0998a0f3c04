"""Context: which district and period a table reports on, and where that is written.

Sources in order of trust: title block, sheet name, cover sheet, file name, folder, place of the signature.
Names inside data columns are no context. A contradiction or an ambiguity refuses the table.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from flows.grammar.rows import is_place_and_date, is_signature
from flows.grammar.text import fold
from flows.grammar.wording import tokens_of
from flows.shapes import Context, Finding, Settled, Sheet, Submission, Table
from schemas.periods import PeriodMention, combine, find_periods, period_of
from schemas.regions import DistrictMention, districts, find_districts, fold_region, kecamatan_names, resolve_district

_PLACE_LABELS = {"kabupaten", "kota", "daerah", "wilayah", "pemerintah", "kode"}
_PERIOD_LABELS = {"tahun", "triwulan", "bulan", "periode", "semester", "keadaan", "tribulan", "kwartal", "anggaran"}
MOST_TITLE_CELLS = 4
LONGEST_SHEET_NAME = 31  # Excel cuts longer names
_OWN_TITLE = ("judul", "judul lembar")


class Said(NamedTuple):
    """What one source says of the district: codes it names strongly, weakly, and ambiguous candidates."""

    source: str
    strong: tuple[str, ...]
    weak: tuple[str, ...]
    ambiguous: tuple[tuple[str, ...], ...]


def settle_context(
    submission: Submission,
    sheet: Sheet,
    table: Table,
    cover: Sequence[str],
    settled: Settled,
    *,
    has_district_column: bool,
    beside: Sequence[str] = (),
) -> tuple[Context, list[Finding]]:
    """District and period of a table with their sources; kode_wilayah None where each row has its own.

    ``cover`` are the texts of sheets without tables, ``beside`` the title texts of the workbook's other
    tables, trusted least. The findings hold at most one refusal each for district and period.
    """
    sources = _sources(submission, sheet, table, cover)
    findings: list[Finding] = []
    kode, where = settled.wilayah, "petugas"
    if kode is None and not has_district_column:
        kode, where = _district(sources, sheet, table, beside, findings)
    periode, when = settled.periode, "petugas"
    if periode is None:
        periode, when = _period(sources, sheet, beside, findings)
    return Context(None if has_district_column else kode, periode, where, when), findings


def _sources(
    submission: Submission, sheet: Sheet, table: Table, cover: Sequence[str]
) -> list[tuple[str, tuple[str, ...]]]:
    stem = submission.berkas.rsplit(".", 1)[0]
    folders = tuple(part for part in submission.jalur.split("/")[:-1] if part)
    above_all = [row for row in _top_rows(sheet, min(table.header_rows)) if row not in table.title_rows]
    return [
        ("judul", tuple(title_phrases(sheet, table.title_rows))),
        ("judul lembar", tuple(title_phrases(sheet, above_all))),
        ("nama lembar", (_whole_name(sheet.lembar),) if sheet.lembar else ()),
        ("sampul", tuple(cover)),
        ("nama berkas", (stem.replace("_", " "),)),
        ("folder", tuple(folder.replace("_", " ") for folder in reversed(folders))),
    ]


def _whole_name(lembar: str) -> str:
    """The sheet's name, completed where Excel cut the name of a district at its 31st letter."""
    if len(lembar) != LONGEST_SHEET_NAME:
        return lembar
    start = lembar.casefold()
    whole = [one.nama_lengkap for one in districts().values() if one.nama_lengkap.casefold().startswith(start)]
    return whole[0] if len(whole) == 1 else lembar


def _top_rows(sheet: Sheet, last: int) -> Iterable[int]:
    """The rows of the sheet's own title: those above the first row that is as wide as a table."""
    for row in range(min(15, last)):
        if sum(value is not None for value in sheet.values[row]) > MOST_TITLE_CELLS:
            return
        yield row


def title_phrases(sheet: Sheet, rows: Iterable[int]) -> Iterable[str]:
    """The texts of title rows; a label and its value in neighbouring cells become "label: value"."""
    for row in rows:
        cells = list(dict.fromkeys(fold(value) for value in sheet.values[row] if value is not None))
        cells = [cell for cell in cells if cell.strip(" :")]
        if len(cells) > MOST_TITLE_CELLS:
            continue
        if len(cells) >= 2 and any(_is_label(cell) for cell in cells[:-1]):
            for label, value in zip(cells, cells[1:], strict=False):
                yield f"{label.rstrip(' :')}: {value.lstrip(' :')}"
        else:
            yield from cells


def _is_label(text: str) -> bool:
    words = set(tokens_of(text))
    return bool(words & (_PLACE_LABELS | _PERIOD_LABELS)) and len(words) <= 4 or text.rstrip().endswith(":")


def _said(source: str, texts: Sequence[str]) -> Said:
    strong: list[str] = []
    weak: list[str] = []
    ambiguous: list[tuple[str, ...]] = []
    for text in texts:
        label, _, value = text.partition(":")
        if value.strip() and set(tokens_of(label)) & _PLACE_LABELS:
            match = resolve_district(value.strip())
            if match.kode:
                strong.append(match.kode)
            elif match.pilihan:
                ambiguous.append(match.pilihan)
            continue
        for mention in find_districts(text):
            _sort_mention(mention, text, source in _OWN_TITLE, strong, weak, ambiguous)
    return Said(source, tuple(dict.fromkeys(strong)), tuple(dict.fromkeys(weak)), tuple(dict.fromkeys(ambiguous)))


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
    elif mention.strength == "kuat":
        strong.append(mention.kode)
    elif titled and mention.end - mention.start >= 0.8 * len(text.strip(" :")):
        strong.append(mention.kode)
    else:
        weak.append(mention.kode)


def _district(
    sources: Sequence[tuple[str, tuple[str, ...]]],
    sheet: Sheet,
    table: Table,
    beside: Sequence[str],
    findings: list[Finding],
) -> tuple[str | None, str]:
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
        findings.append(_refusal("WILAYAH_BERTENTANGAN", sheet, chosen[0], (chosen[0], other), f"{chosen[1]}, {source}"))
        return None, ""
    return chosen


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
        if district.jenis == "kota" and said.source in _OWN_TITLE:
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
    neighbours = _said("judul lembar", beside).strong
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


def _refusal(
    kode: str, sheet: Sheet, nilai: str | None, candidates: Iterable[str], sources: str
) -> Finding:
    known = districts()
    names = ", ".join(f"{known[one].nama_lengkap} ({one})" if one in known else one for one in candidates)
    return Finding(kode, sheet.lembar, nilai=nilai, rincian={"pilihan": names, "sumber": sources})


def _period(
    sources: Sequence[tuple[str, tuple[str, ...]]], sheet: Sheet, beside: Sequence[str], findings: list[Finding]
) -> tuple[str | None, str]:
    mentions = [(source, _mentions(texts)) for source, texts in sources]
    if any(mention.kode for mention in mentions[0][1]):
        mentions.pop(1)
    choice = combine([mention for _, found in mentions for mention in found])
    if choice.kode_temuan == "PERIODE_TAK_DIKENAL":
        mentions.append(("lembar lain", _mentions(beside)))
        choice = combine([mention for _, found in mentions for mention in found])
    if choice.kode is None:
        said = "; ".join(
            f"{source}: {', '.join(mention.kode for mention in found if mention.kode)}"
            for source, found in mentions
            if any(mention.kode for mention in found)
        )
        findings.append(Finding(choice.kode_temuan or "PERIODE_TAK_DIKENAL", sheet.lembar, rincian={"sumber": said}))
        return None, ""
    where = next((source for source, found in mentions if any(m.kode == choice.kode for m in found)), mentions[0][0])
    return choice.kode, where


def _mentions(texts: Iterable[str]) -> list[PeriodMention]:
    return [mention for text in texts for mention in find_periods(text) if mention.kind != "tanggal"]
