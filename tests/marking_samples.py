"""From a file of the samples to the reply its office gets, as far as the tests of marking need it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from flows.outputs.reply import Point, Reply, TableCount
from flows.shapes import Sheet
from flows.steps.read import read
from flows.steps.receive import receive
from flows.take_in import check_paths
from schemas.findings import title
from warehouse.records import Delivery, FindingRow

SAMPLES = Path(__file__).parent.parent / "samples" / "inbox"


def delivered(path: Path) -> list[Delivery]:
    return check_paths([path])


def sheets_of(path: Path) -> list[Sheet]:
    submission, _ = receive(path, path.parent)
    return read(submission)[0] if submission is not None else []


def point_of(one: Delivery, row: FindingRow) -> Point:
    return Point(
        row.kode, row.tingkat, row.lembar, row.baris, row.sel, row.kolom, row.nilai, title(row.kode), row.pesan, "",
        pribadi=row.pribadi,
    )  # fmt: skip


def reply_of(deliveries: Sequence[Delivery], points: Sequence[Point]) -> Reply:
    first = deliveries[0]
    counts = [
        TableCount(
            one.lembar, one.laporan, one.kode_wilayah, one.periode, "dimuat_sebagian" if one.held else "dimuat",
            one.rows_in, one.rows_in - len(one.held) - one.not_data, len(one.held), one.not_data,
        )
        for one in deliveries
    ]  # fmt: skip
    moment = datetime(2022, 3, 5, 9, 30)
    return Reply(first.berkas, first.jenis, first.kode_wilayah, None, moment, counts, list(points))
