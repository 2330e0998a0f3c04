"""Values: the named cells of a table → typed rows; an unreadable cell is a finding, never a guess."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import polars as pl

from flows.grammar.profile import profile_of
from flows.grammar.readings import BLANK, Reading
from flows.grammar.text import fold
from flows.shapes import Borrowed, Constant, Context, Derived, Finding, Named, Table, TypedTable, Value
from flows.steps.values.cells import RawColumn, borrowed, raw_column, raw_text, raw_texts
from flows.steps.values.claims import read_claims
from flows.steps.values.derived import derive
from flows.steps.values.places import read_districts, read_sections
from flows.steps.values.readers import first_day, last_day, plain_values, read_column
from flows.steps.values.work import Work
from schemas.base import Column, ReportSpec
from schemas.reports import spec


def read_values(
    table: Table, named: Sequence[Named], constants: Sequence[Constant], context: Context
) -> tuple[TypedTable, list[Finding]]:
    """Typed rows of a table with one finding for each cell that could not be read or is doubted."""
    report = spec(table.laporan)
    work = Work(table, report, context, {one.kolom: one.column for one in named})
    raws = {one.column: raw_column(table, one.column, amounts=_adds_up(report, one)) for one in named}
    work.open_dates = _has_unnamed_dates(table, named)
    for one in named:
        if one.kolom != "kode_wilayah" and not one.part:
            _read_one(work, report.column(one.kolom), one, raws[one.column])
    _read_gender_ticks(work, [one for one in named if one.part], raws)
    for constant in constants:
        _read_constant(work, report.column(constant.kolom), constant)
    read_districts(work, named, raws)
    read_sections(work)
    derive(work)
    _hold_repeated(work, table, named, raws)
    claims, claim_findings = read_claims(work, named)
    work.findings += claim_findings
    frame = _frame(work, report, named, raws)
    typed = TypedTable(
        table.sheet.lembar,
        table.laporan,
        context,
        frame,
        list(named),
        {one.kolom: table.sheet.letters[one.column] for one in named},
        work.elsewhere,
        work.held,
        work.faults,
        len(table.data) + len(table.not_data),
        {table.sheet.row_numbers[row]: reason for row, reason in table.not_data.items()},
        claims,
        derived=[one for one in work.derived if one.kolom not in work.columns],
        named_letters=[table.sheet.letters[one.column] for one in named],
    )
    return typed, work.findings


def _read_one(work: Work, column: Column, one: Named, raw: RawColumn) -> None:
    work.elsewhere += borrowed(work.baris, column.name, raw)
    plain = plain_values(column, raw.values, one.scale) if not raw.errors else None
    if plain is None:
        _read_with_doubts(work, column, one, raw)
    else:
        work.values[column.name] = plain
    for position in raw.once:
        work.note(position, column.name, one.column, Reading(kode="ANGKA_GABUNGAN"), None)


def _read_with_doubts(work: Work, column: Column, one: Named, raw: RawColumn) -> None:
    readings = read_column(column, raw.values, one.scale)
    for position, error in raw.errors.items():
        readings[position] = Reading(kode="RUMUS_GALAT", rincian={"nilai": error})
    for position in [place for place, reading in enumerate(readings) if reading.kode]:
        shown = raw.errors.get(position) or raw_text(raw.values[position])
        work.note(position, column.name, one.column, readings[position], shown)
    _put(work, column, readings)


def _adds_up(report: ReportSpec, one: Named) -> bool:
    return report.has(one.kolom) and report.column(one.kolom).kind in {"count", "money", "decimal"}


def _put(work: Work, column: Column, readings: Sequence[Reading]) -> None:
    if column.kind == "date":
        day = last_day if column.last_day else first_day
        work.values[column.name] = [day(reading.nilai) for reading in readings]
        if column.range_end and column.range_end not in work.values:
            ranges = [reading.nilai or (None, None) for reading in readings]
            work.derived.append(Derived(column.range_end, column.name, "akhir rentang tanggal"))
            work.values[column.range_end] = [
                None if work.open_dates and first == last else last for first, last in ranges
            ]
        return
    work.values[column.name] = [reading.nilai for reading in readings]
    if column.unit_column and any(reading.satuan for reading in readings):
        work.units[column.unit_column] = (column.name, [reading.satuan for reading in readings])


def _has_unnamed_dates(table: Table, named: Sequence[Named]) -> bool:
    """Whether a column of dates stands unnamed beside: it may hold the last day, which is then not guessed."""
    own = {one.column for one in named}
    return any(
        _looks_dated(table.cells(column))
        for column in range(table.first_column, table.last_column + 2)
        if column not in own
    )


def _looks_dated(values: Sequence[Value]) -> bool:
    return any(value is not None for value in values) and profile_of(values).date >= 0.5


def _read_gender_ticks(work: Work, parts: Sequence[Named], raws: dict[int, RawColumn]) -> None:
    if not parts:
        return
    ticked = {one.part: [fold(value) != "" for value in raws[one.column].values] for one in parts}
    readings = []
    for position in range(len(work.baris)):
        sexes = [part for part, ticks in ticked.items() if ticks[position]]
        reading = BLANK if not sexes else Reading(sexes[0])
        if len(sexes) > 1:
            reading = Reading(kode="DI_LUAR_DAFTAR", rincian={"pilihan": "L, P"})
            work.note(position, "jenis_kelamin", parts[0].column, reading, "L + P")
        readings.append(reading)
    work.values["jenis_kelamin"] = [reading.nilai for reading in readings]


def _read_constant(work: Work, column: Column, constant: Constant) -> None:
    if column.name in work.values:
        return
    reading = read_column(column, [constant.nilai])[0]
    if reading.nilai is None:
        return
    _put(work, column, [reading] * len(work.baris))
    how = "label di atas tabel" if constant.sel else "nama lembar"
    work.elsewhere += [
        Borrowed(baris, column.name, constant.sel or None, how, constant.teks or constant.nilai)
        for baris in work.baris
    ]


def _hold_repeated(work: Work, table: Table, named: Sequence[Named], raws: dict[int, RawColumn]) -> None:
    """A row equal in every column but the running number: the first is kept, the others held back.

    A row that says the same in other words of a category ("PKS", "Perjanjian Kerja Sama") was written anew,
    not copied: it is loaded and doubted.
    """
    own = {one.column for one in named}
    unnamed = [column for column in range(table.first_column, table.last_column + 1) if column not in own]
    others = [raw_column(table, column).values for column in unnamed if not _counts(table, column)]
    meant = [*work.values.values(), work.districts, *([fold(value) for value in column] for column in others)]
    repeated = _repeats(meant)
    if not repeated:
        return
    worded = [
        [fold(value).casefold() for value in raws[one.column].values]
        for one in named
        if work.report.has(one.kolom) and work.report.column(one.kolom).categories
    ]
    copies = _repeats([*meant, *worded])
    for position, first in repeated.items():
        baris = work.baris[position]
        kode = "GANDA" if position in copies else "DIDUGA_GANDA"
        if kode == "GANDA":
            work.held.setdefault(baris, []).append(kode)
        rincian = {"baris_pertama": str(work.baris[first])}
        work.findings.append(Finding(kode, table.sheet.lembar, baris, None, None, None, rincian))


def _repeats(columns: Sequence[Sequence[object]]) -> dict[int, int]:
    """Position of a row that repeats another → position of the first of its kind."""
    first: dict[tuple[object, ...], int] = {}
    repeated: dict[int, int] = {}
    folded = []
    for column in columns:
        folded.append([value.casefold() if isinstance(value, str) else value for value in column])
        if len(set(folded[-1])) == len(column):
            return {}
    for position, key in enumerate(zip(*folded, strict=True)):
        if key in first:
            repeated[position] = first[key]
        else:
            first[key] = position
    return repeated


def _counts(table: Table, column: int) -> bool:
    """Whether an unnamed column holds running numbers."""
    numbers = [fold(value).strip(" .)") for value in table.cells(column) if value is not None]
    return bool(numbers) and sum(number.isdecimal() for number in numbers) >= 0.7 * len(numbers)


def _frame(
    work: Work, report: ReportSpec, named: Sequence[Named], raws: dict[int, RawColumn]
) -> pl.DataFrame:
    size = len(work.baris)
    columns = [
        pl.Series("baris", work.baris, dtype=pl.Int64),
        pl.Series("kode_wilayah", work.districts, dtype=pl.String),
    ]
    for column in report.columns:
        values = work.values.get(column.name, [None] * size)
        columns.append(pl.Series(column.name, values, dtype=column.polars_type))
    texts = [raw_texts(raws[one.column]) for one in named]
    return pl.DataFrame([*columns, _beside_each_other(texts, size)])


def _beside_each_other(texts: Sequence[Sequence[str | None]], size: int) -> pl.Series:
    """The raw texts of each row as one list."""
    if not texts or not size:
        return pl.Series("mentah", [[]] * size, dtype=pl.List(pl.String))
    flat = pl.Series("mentah", list(chain.from_iterable(zip(*texts, strict=True))), dtype=pl.String)
    return flat.reshape((size, len(texts))).arr.to_list()
