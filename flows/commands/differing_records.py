"""A comparison as records, one a cell: CSV or JSON, complete."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator

from flows.commands.differing_table import Shown
from flows.commands.terminal import for_data
from flows.outputs.csv_cells import csv_cell
from warehouse.difference import Difference, Row

NAMES = (
    "jenis", "kolom", "kiriman_lama", "baris_lama", "sel_lama", "nilai_lama",
    "kiriman_baru", "baris_baru", "sel_baru", "nilai_baru",
)  # fmt: skip


def print_records(difference: Difference, shown: Shown, form: str) -> None:
    """Every changed cell, and every filled cell of added and gone rows; personal ones only where allowed."""
    records = list(_records(difference, shown))
    if form == "json":
        named = [dict(zip(NAMES, record, strict=True)) for record in records]
        print(json.dumps(named, ensure_ascii=False, default=str, indent=1), file=for_data())
        return
    writer = csv.writer(for_data())
    writer.writerow(NAMES)
    writer.writerows([csv_cell(value) for value in record] for record in records)


def _records(difference: Difference, shown: Shown) -> Iterator[tuple[object, ...]]:
    for row in difference.berubah:
        for cell in row.sel:
            old = (
                row.lama["kiriman_id"],
                row.lama["baris"],
                cell.sel_lama,
                shown.value(cell.column, cell.lama),
            )
            new = (
                row.baru["kiriman_id"],
                row.baru["baris"],
                cell.sel_baru,
                shown.value(cell.column, cell.baru),
            )
            yield ("berubah", cell.column.name, *old, *new)
    for gone in difference.hilang:
        for name, value in _filled(gone, shown):
            yield ("hilang", name, gone["kiriman_id"], gone["baris"], None, value, None, None, None, None)
    for added in difference.tambah:
        for name, value in _filled(added, shown):
            yield (
                "ditambahkan",
                name,
                None,
                None,
                None,
                None,
                added["kiriman_id"],
                added["baris"],
                None,
                value,
            )


def _filled(row: Row, shown: Shown) -> Iterator[tuple[str, object]]:
    for column in shown.report.columns:
        if row[column.name] is not None and not shown.is_hidden(column):
            yield column.name, shown.value(column, row[column.name])
