"""A comparison as an officer reads it in the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from flows.messages import Language, number, say
from schemas.base import Column, ReportSpec
from schemas.regions import districts
from warehouse.difference import ChangedRow, Difference, Row, Total
from warehouse.masking import HIDDEN_CLASSES
from warehouse.scrubbing import HIDDEN, scrubbed_text
from warehouse.versions import About, Compared

MOST_ROWS = 40
WIDEST = 40


class Shown(NamedTuple):
    """What is compared, and whether personal data may be seen."""

    report: ReportSpec
    compared: Compared
    lama: list[About]
    baru: list[About]
    terbatas: bool

    def is_hidden(self, column: Column) -> bool:
        return column.personal in HIDDEN_CLASSES and not self.terbatas

    def value(self, column: Column, value: Any) -> Any:
        """A value as it may be shown: a personal one not at all, free text without numbers of people."""
        if value is None:
            return None
        if self.is_hidden(column):
            return HIDDEN
        if isinstance(value, str) and not self.terbatas:
            return scrubbed_text(value)
        return value


def print_difference(difference: Difference, shown: Shown, bahasa: Language) -> None:
    """Rows changed, added, gone, and the effect on the totals."""
    print(say("diff.title", bahasa, laporan=_title(shown.report, bahasa)))
    if shown.compared.pada is not None:
        print(f"  {say('diff.until', bahasa, waktu=f'{shown.compared.pada:%Y-%m-%d %H:%M:%S}')}")
    for key, side in (("diff.old", shown.lama), ("diff.new", shown.baru)):
        said = [_about(one) for one in side] or [say("diff.nothing", bahasa)]
        for line in said:
            print(f"  {say(key, bahasa)}: {line}")
    counts = {
        "sama": difference.sama, "berubah": len(difference.berubah),
        "tambah": len(difference.tambah), "hilang": len(difference.hilang),
    }  # fmt: skip
    print(say("diff.counts", bahasa, **{name: number(count, bahasa) for name, count in counts.items()}))
    _print_changed(difference.berubah, shown, bahasa)
    _print_rows("diff.added", difference.tambah, shown, bahasa)
    _print_rows("diff.gone", difference.hilang, shown, bahasa)
    _print_totals(difference, bahasa)


def _title(report: ReportSpec, bahasa: Language) -> str:
    return f"{report.name} ({report.title if bahasa == 'id' else report.title_en})"


def _about(one: About) -> str:
    sheet = f" [{one.lembar}]" if one.lembar else ""
    place = districts().get(one.kode_wilayah or "")
    where = ", ".join(part for part in (place.nama_lengkap if place else None, one.periode) if part)
    return f"{one.kiriman_id} {one.berkas}{sheet}, {where}, {one.diterima_pada:%Y-%m-%d %H:%M} ({one.status})"


def _print_changed(rows: Sequence[ChangedRow], shown: Shown, bahasa: Language) -> None:
    if rows:
        print(f"\n{say('diff.changed', bahasa)}:")
    for row in rows[:MOST_ROWS]:
        old, new = (_place(one, shown, bahasa) for one in (row.lama, row.baru))
        print(f"  {old}{'' if old == new else f' → {new}'}  {_label(row.baru, shown)}".rstrip())
        for cell in row.sel:
            title = cell.column.title if bahasa == "id" else cell.column.title_en
            if shown.is_hidden(cell.column):
                print(f"      {title}: {say('diff.hidden', bahasa)}")
                continue
            before, after = (
                _text(cell.column, shown.value(cell.column, one), bahasa) for one in (cell.lama, cell.baru)
            )
            where = cell.sel_lama or "-", cell.sel_baru or "-"
            print(f"      {title}: {where[0]} {before} → {where[1]} {after}")
    _print_more(len(rows), bahasa)


def _print_rows(key: str, rows: Sequence[Row], shown: Shown, bahasa: Language) -> None:
    if rows:
        print(f"\n{say(key, bahasa)}:")
    for row in rows[:MOST_ROWS]:
        print(f"  {_place(row, shown, bahasa)}  {_label(row, shown)}".rstrip())
    _print_more(len(rows), bahasa)


def _print_more(count: int, bahasa: Language) -> None:
    if count > MOST_ROWS:
        print(f"  {say('diff.more', bahasa, jumlah=number(count - MOST_ROWS, bahasa))}")


def _place(row: Row, shown: Shown, bahasa: Language) -> str:
    """Row number, and the sheet where a version has several."""
    sheet = row["lembar"] if max(len(shown.lama), len(shown.baru)) > 1 and row["lembar"] else ""
    return f"{sheet} {say('diff.row', bahasa, nomor=row['baris'])}".strip()


def _label(row: Row, shown: Shown) -> str:
    """What a row is about: its first texts that may be seen."""
    texts = [
        str(shown.value(column, row[column.name]))
        for column in shown.report.columns
        if column.kind in {"text", "category", "desa", "kecamatan"}
        and row[column.name] is not None
        and not shown.is_hidden(column)
    ]
    return "; ".join(text[:WIDEST] for text in texts[:3])


def _text(column: Column, value: Any, bahasa: Language) -> str:
    if value is None:
        return say("diff.nothing", bahasa)
    if isinstance(value, float) and not value.is_integer():
        return str(value).replace(".", ",") if bahasa == "id" else str(value)
    if isinstance(value, (int, float)) and column.kind != "year":
        return number(int(value), bahasa)
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value)


def _print_totals(difference: Difference, bahasa: Language) -> None:
    """The sums that are not all zero; of district and province those that change."""
    print(f"\n{say('diff.effect', bahasa)}:")
    told = [one for one in difference.jumlah if one.column is None or one.lama or one.baru]
    head = [say(key, bahasa) for key in ("diff.column", "diff.old", "diff.new", "diff.delta")]
    _print_table([head, *(_sums(one, bahasa) for one in told)])
    if len(difference.periode) > 1:
        print(f"  {say('diff.periods', bahasa, periode=', '.join(difference.periode))}")
    for place in difference.jumlah[0].wilayah:
        moved = [one for one in told if one.wilayah[place][0] != one.wilayah[place][1]]
        name = _named(place)
        if not moved:
            print(f"  {say('diff.unmoved', bahasa, nama=name)}")
            continue
        print()
        lines = [[head[0], say("diff.before", bahasa, nama=name), say("diff.after", bahasa), head[3]]]
        for one in moved:
            before, after = (int(value) for value in one.wilayah[place])
            numbers = (number(value, bahasa) for value in (before, after, after - before))
            lines.append([_column(one, bahasa), *numbers])
        _print_table(lines)


def _sums(one: Total, bahasa: Language) -> list[str]:
    values = (int(one.lama), int(one.baru), int(one.baru - one.lama))
    return [_column(one, bahasa), *(number(value, bahasa) for value in values)]


def _column(one: Total, bahasa: Language) -> str:
    if one.column is None:
        return say("diff.rows", bahasa)
    title = one.column.title if bahasa == "id" else one.column.title_en
    return f"{title} ({one.column.unit})" if one.column.unit and one.column.unit not in title else title


def _named(place: str) -> str:
    if place in districts():
        return districts()[place].nama_lengkap
    return next((one.provinsi for one in districts().values() if one.kode.startswith(place)), place)


def _print_table(lines: Sequence[Sequence[str]]) -> None:
    widths = [max(len(line[place]) for line in lines) for place in range(len(lines[0]))]
    for first, *others in lines:
        cells = [text.rjust(width) for text, width in zip(others, widths[1:], strict=True)]
        print("  " + "  ".join([first.ljust(widths[0]), *cells]).rstrip())
