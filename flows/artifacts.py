"""What a run shows in Prefect's pages: tables of files and findings, where the answers are, how far it is.

No cell of a workbook is shown, and digits in a file's name that may be somebody's number are left out.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from prefect.artifacts import (
    create_markdown_artifact,
    create_progress_artifact,
    create_table_artifact,
    update_progress_artifact,
)

from flows.feedback import FOLDER
from flows.inbox_states import State
from flows.messages import Language, say
from flows.outputs.names import without_numbers
from schemas.findings import title
from schemas.regions import districts

if TYPE_CHECKING:
    from flows.outputs.status_matrix import Unit

SECONDS_BETWEEN_STEPS = 3.0
MOST_ROWS = 2000


def show_files(files: Sequence[State], bahasa: Language) -> None:
    """A row a file: what became of it, whose it is, its rows, and why it was refused."""
    rows = [
        {
            say("artifact.file", bahasa): without_numbers(one.berkas),
            say("artifact.outcome", bahasa): say(f"outcome.{one.outcome}", bahasa),
            say("artifact.district", bahasa): ", ".join(_named(kode) for kode in one.kode_wilayah),
            say("artifact.report", bahasa): ", ".join(one.laporan),
            say("artifact.loaded", bahasa): one.baris_dimuat,
            say("artifact.held", bahasa): one.baris_ditahan,
            say("artifact.why", bahasa): "; ".join(
                dict.fromkeys(title(why.kode, bahasa) for why in one.reasons)
            ),
        }
        for one in sorted(files, key=lambda one: one.outcome != "ditolak")[:MOST_ROWS]
    ]
    if rows:
        create_table_artifact(rows, key="berkas", description=say("artifact.files", bahasa))


def show_findings(files: Sequence[State], bahasa: Language) -> None:
    """A row a district and code: how grave, how often."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for one in files:
        for found in one.found:
            counts[found.kode_wilayah or "", found.tingkat, found.kode] += found.banyak
    rank = {"galat": 0, "peringatan": 1, "info": 2}
    rows = [
        {
            say("artifact.district", bahasa): _named(kode_wilayah) if kode_wilayah else "-",
            say("artifact.severity", bahasa): tingkat,
            say("artifact.code", bahasa): kode,
            say("artifact.meaning", bahasa): title(kode, bahasa),
            say("artifact.count", bahasa): banyak,
        }
        for (kode_wilayah, tingkat, kode), banyak in sorted(
            counts.items(), key=lambda one: (one[0][0], rank.get(one[0][1], 3), -one[1])
        )[:MOST_ROWS]
    ]
    if rows:
        create_table_artifact(rows, key="temuan", description=say("artifact.findings", bahasa))


def show_answers(files: Sequence[State], home: Path, bahasa: Language) -> None:
    """Where the answers to each district lie; browsers open no folders from a page, so the paths stand there too."""
    from flows.outputs.names import UNKNOWN, folder_name

    kinds = sorted({kode for one in files for kode in one.kode_wilayah})
    names = [folder_name(kode, districts()[kode].nama) for kode in kinds if kode in districts()]
    folders = [home.absolute() / FOLDER / name for name in (*names, UNKNOWN)]
    there = [folder for folder in folders if folder.is_dir()]
    if there:
        lines = [f"- [{folder.name}]({folder.as_uri()}) `{folder}`" for folder in there]
        text = "\n".join([say("artifact.answers", bahasa), "", *lines])
        create_markdown_artifact(text, key="balasan", description=say("artifact.answers.title", bahasa))


def show_matrix(home: Path, zone: str, bahasa: Language) -> None:
    """A row a district, a column a report: who has sent what of the latest periods due, where lists say who owes."""
    from flows.obligations import OBLIGATIONS
    from flows.outputs.status_matrix import cell_of
    from flows.status import Asked, read_status
    from schemas.clock import office_now

    # Without the list nobody owes anything; it is written by the first ikm status, for an officer to see.
    if not all((home / name).exists() for name in (OBLIGATIONS, "warehouse/ikm.duckdb")):
        return
    status = read_status(home, office_now(zone).date(), Asked())
    reports = sorted({(one.laporan, one.periode) for one in status.units})
    rows = [
        {say("artifact.district", bahasa): _named(kode)}
        | {
            f"{laporan} {periode}": cell_of(
                [one for one in units if (one.laporan, one.periode) == (laporan, periode)]
            ).teks
            for laporan, periode in reports
        }
        for kode, units in _by_district(status.units)
    ]
    if rows:
        create_table_artifact(rows, key="kelengkapan", description=say("artifact.matrix", bahasa))


def _by_district(units: Sequence[Unit]) -> Iterator[tuple[str, list[Unit]]]:
    ordered = sorted(units, key=lambda one: one.kode_wilayah)
    for kode, group in groupby(ordered, key=lambda one: one.kode_wilayah):
        yield kode, list(group)


def _named(kode: str) -> str:
    known = districts().get(kode)
    return f"{kode} {known.nama_lengkap}" if known else kode


class Shown:
    """The progress of a run, told at most every few seconds: each step is a call to the server."""

    def __init__(self, before: int, total: int, bahasa: Language) -> None:
        self._before, self._total = before, max(total, 1)
        self._last = time.monotonic()
        made = create_progress_artifact(
            100 * before / self._total, key="kemajuan", description=say("artifact.progress", bahasa)
        )
        assert isinstance(made, UUID)  # a coroutine only for those who await it
        self._artifact = made

    def step(self, done: int, _batch: int, _name: str) -> None:
        """``done`` files of the present batch are understood."""
        if time.monotonic() - self._last >= SECONDS_BETWEEN_STEPS:
            self._last = time.monotonic()
            update_progress_artifact(self._artifact, min(99.0, 100 * (self._before + done) / self._total))

    def at(self, done: int) -> None:
        """``done`` files of all are taken in."""
        self._before = done
        update_progress_artifact(self._artifact, min(100.0, 100 * done / self._total))
