"""Districts of rows, section rows that become a column, kecamatan and desa inside their district."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from flows.grammar.categories import read_category
from flows.grammar.readings import Reading
from flows.grammar.rows import section_title
from flows.grammar.text import fold, is_blank, strip_prefix_desa, strip_prefix_kecamatan
from flows.shapes import Borrowed, Named
from flows.steps.values.cells import RawColumn, borrowed
from flows.steps.values.work import Work
from schemas.regions import DistrictMatch, districts, resolve_desa, resolve_district, resolve_kecamatan

UNNAMED = DistrictMatch(None, "WILAYAH_TAK_DIKENAL")


def read_districts(work: Work, named: Sequence[Named], raws: Mapping[int, RawColumn]) -> None:
    """Each row's own district where the table has such a column; a doubtful one holds the row back."""
    own = next((one for one in named if one.kolom == "kode_wilayah"), None)
    if own is None:
        return
    raw = raws[own.column]
    work.elsewhere += borrowed(work.baris, "kode_wilayah", raw)
    for position, value in enumerate(raw.values):
        baris = work.baris[position]
        match = UNNAMED if is_blank(value) else resolve_district(fold(value))
        work.districts[position] = match.kode
        if match.kode is None:
            kode = match.kode_temuan or "WILAYAH_TAK_DIKENAL"
            known = [one for one in match.pilihan if one in districts()]
            names = [f"{districts()[one].nama_lengkap} ({one})" for one in known]
            reading = Reading(kode=kode, rincian={"pilihan": ", ".join(names)})
            work.note(position, "kode_wilayah", own.column, reading, fold(value) or None)
            work.held.setdefault(baris, []).append(kode)


def read_sections(work: Work) -> None:
    """A section row (KECAMATAN X, I. PANGAN) gives its rows the column that the table lacks."""
    for position, row in enumerate(work.table.data):
        for text in work.table.sections.get(row, ()):
            _apply_section(work, position, text)
    _check_places(work)


def _apply_section(work: Work, position: int, text: str) -> None:
    name, value = _section_column(work, text, work.districts[position])
    if name is None:
        return
    column = work.values.setdefault(name, [None] * len(work.baris))
    if column[position] is None and (work.baris[position], name) not in work.faults:
        column[position] = value
        sel, written = _section_cell(work, work.table.data[position], text)
        if sel:
            work.elsewhere.append(Borrowed(work.baris[position], name, sel, "judul bagian", written))


def _section_column(work: Work, text: str, kode_wilayah: str | None) -> tuple[str | None, str | None]:
    bare = section_title(text)
    lower = bare.lower()
    if work.report.has("kecamatan"):
        stripped = strip_prefix_kecamatan(bare)
        named = lower.startswith("kec")
        known = kode_wilayah is not None and resolve_kecamatan(stripped, kode_wilayah) is not None
        if named or known:
            return "kecamatan", stripped.rstrip(" :")
    if work.report.has("desa") and lower.startswith(("desa ", "kel. ", "kelurahan ")):
        return "desa", strip_prefix_desa(bare)
    for column in work.report.columns:
        if column.categories and column.name not in {"status", "kondisi", "jenis_kelamin"}:
            reading = read_category(bare, column.categories)
            if reading.nilai is not None:
                return column.name, reading.nilai
        if (
            column.kind == "text"
            and lower.split(" ")[0] == column.title.lower()
            and lower != column.title.lower()
        ):
            return column.name, bare  # "A. PROGRAM PENGEMBANGAN IKM" names the program of its rows
    return None, None


def _section_cell(work: Work, row: int, text: str) -> tuple[str | None, str | None]:
    """Address and raw text of the section title that stands above the row."""
    sheet = work.table.sheet
    for above in range(row, -1, -1):
        for column, value in enumerate(sheet.values[above]):
            if isinstance(value, str) and fold(value) == text:
                return sheet.address(above, column), value
    return None, None


def _check_places(work: Work) -> None:
    kecamatan = work.values.get("kecamatan")
    if kecamatan is not None:
        _note_unknown(work, "kecamatan", "KECAMATAN_TAK_DIKENAL", _knows_kecamatan(work))
    if work.values.get("desa") is not None:
        _note_unknown(work, "desa", "DESA_TAK_DIKENAL", _knows_desa(work))


def _knows_kecamatan(work: Work) -> Callable[[int, str], bool]:
    return lambda position, text: resolve_kecamatan(text, work.districts[position] or "") is not None


def _knows_desa(work: Work) -> Callable[[int, str], bool]:
    return lambda position, text: resolve_desa(text, work.districts[position] or "", None) is not None


def _note_unknown(work: Work, kolom: str, kode: str, knows: Callable[[int, str], bool]) -> None:
    for position, text in enumerate(work.values[kolom]):
        if text is None or work.districts[position] is None or knows(position, text):
            continue
        reading = Reading(nilai=text, kode=kode)
        work.note(position, kolom, work.columns.get(kolom, work.table.first_column), reading, text)
