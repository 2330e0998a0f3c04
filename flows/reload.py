"""Understand archived files again: an officer taught a wording, the program learnt, a report type changed.

A reload never takes away what is loaded, and an older file never takes the place of one received after it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Literal, NamedTuple

import duckdb
import polars as pl

from flows.answers import keep_answers
from flows.deliver import deliveries_of, schema_hash
from flows.line import Job, Understood
from flows.obligations import keep_obligations
from flows.shapes import Settled
from flows.side_by_side import BATCH, Progress, understand_jobs
from flows.take_in import Taken, code_version
from flows.taught import Taught, read_taught
from schemas.clock import office_now
from schemas.reports import spec, specs
from warehouse.compare import stored_image
from warehouse.ddl import open_working
from warehouse.decide import Earlier, decide
from warehouse.keys import masking_key
from warehouse.publish import publish_from
from warehouse.records import Delivery, Stamp
from warehouse.repeats import image, overlap
from warehouse.store import IN_FORCE, store

Which = Literal["bernama", "ditolak", "karantina", "semua"]
NOTHING = Settled()


class InForce(NamedTuple):
    """A table of an archived file whose rows are in force now."""

    laporan: str
    lembar: str | None
    kode_wilayah: str | None
    periode: str


class Archived(NamedTuple):
    """A file as first received, and how it stands: ``refused`` in part or whole, ``partial``: rows held back."""

    sha256: str
    berkas: str
    jalur: str
    received: datetime
    refused: bool
    partial: bool
    in_force: tuple[InForce, ...]


class Skipped(NamedTuple):
    """A file that was left as it stands: a key of ``flows.messages`` with its details."""

    jalur: str
    pesan: str
    sumber: str = ""


@dataclass(slots=True)
class Reloaded:
    """What a reload did, and the files it left alone."""

    taken: Taken = field(default_factory=Taken)
    skipped: list[Skipped] = field(default_factory=list)


def archived_files(con: duckdb.DuckDBPyConnection) -> list[Archived]:
    """Every file ever taken in, by the time it was first received."""
    tables = con.execute(
        "SELECT sha256, berkas, laporan, lembar, kode_wilayah, periode FROM gudang.main.kiriman "
        f"WHERE status IN {IN_FORCE} ORDER BY kiriman_id"
    ).fetchall()
    in_force: dict[tuple[str, str], list[InForce]] = {}
    for sha256, berkas, *about in tables:
        in_force.setdefault((sha256, berkas), []).append(InForce(*about))
    rows = con.execute(
        "SELECT sha256, berkas, arg_max(jalur, diterima_pada), min(diterima_pada), "
        "bool_or(status = 'ditolak'), bool_or(status = 'dimuat_sebagian') FROM gudang.main.kiriman "
        "WHERE sha256 <> '' GROUP BY ALL ORDER BY min(diterima_pada), berkas, sha256"
    ).fetchall()
    return [
        Archived(sha256, berkas, jalur, received, refused, partial, tuple(in_force.get((sha256, berkas), ())))
        for sha256, berkas, jalur, received, refused, partial in rows
    ]


def chosen_files(files: Sequence[Archived], which: Which, names: Sequence[str] = ()) -> list[Archived]:
    """The files to understand again; ``names`` are file names, places below the folder received, or patterns."""
    if which == "bernama":
        return [one for one in files if any(_is_called(one, name) for name in names)]
    if which == "ditolak":
        return [one for one in files if one.refused]
    if which == "karantina":
        return [one for one in files if one.partial]
    return [one for one in files if one.refused or one.in_force]


def _is_called(one: Archived, name: str) -> bool:
    said = name.replace("\\", "/").casefold()
    own = (one.berkas.casefold(), one.jalur.casefold())
    return said in own or said.endswith("/" + own[1]) or any(fnmatchcase(text, said) for text in own)


def reload_files(
    home: Path,
    choose: Callable[[Sequence[Archived]], Sequence[Archived]],
    settled: Settled = NOTHING,
    *,
    progress: Progress | None = None,
    wait_seconds: float = 30,
) -> Reloaded:
    """Understand the archived files that ``choose`` picks, store what they say now, publish.

    Raises :class:`warehouse.lock.Locked` where another load does not end within ``wait_seconds``.
    """
    result = Reloaded()
    stamp = Stamp(code_version(), schema_hash())
    key = masking_key(home)
    with open_working(home, specs(), wait_seconds) as con:
        files = list(choose(archived_files(con)))
        result.taken.files = len(files)
        found = [(one, path) for one in files if (path := _archived_path(home, one)) is not None]
        lost = [one for one in files if _archived_path(home, one) is None]
        result.skipped = [Skipped(one.jalur, "reload.no_archive") for one in lost]
        for start in range(0, len(found), BATCH):
            batch = found[start : start + BATCH]
            for one, made in zip(
                [one for one, _ in batch],
                _understood(batch, settled, read_taught(home), progress),
                strict=True,
            ):
                _take(con, one, made, stamp, settled, result)
        keep_obligations(con, home)
        result.taken.published = publish_from(con, home, specs(), key).baru
    return result


def _archived_path(home: Path, one: Archived) -> Path | None:
    folder = home / "archive" / one.sha256[:2]
    kept = (path for path in sorted(folder.glob(f"{one.sha256}*")) if path.suffix != ".baru")
    return next(kept, None)


def _understood(
    batch: Sequence[tuple[Archived, Path]],
    settled: Settled,
    taught: tuple[Taught, ...],
    progress: Progress | None,
) -> list[list[Delivery]]:
    """The deliveries of each file, read again in the light of what it was settled to be when it was loaded."""
    made: dict[int, Understood] = {}
    waiting = list(range(len(batch)))
    for attempt in range(3 if settled == NOTHING else 1):
        jobs = [_job(*batch[place], _settled(batch[place][0], settled, attempt), taught) for place in waiting]
        made |= zip(waiting, understand_jobs(jobs, progress if attempt == 0 else None), strict=True)
        waiting = [place for place in waiting if not _says_all(batch[place][0], made[place])]
    edition = datetime.now().isoformat()
    flat = deliveries_of([made[place] for place in range(len(batch))], edition)
    sizes = [max(1, len(made[place].tables)) for place in range(len(batch))]
    ends = [sum(sizes[: place + 1]) for place in range(len(batch))]
    return [flat[end - size : end] for size, end in zip(sizes, ends, strict=True)]


def _job(one: Archived, path: Path, settled: Settled, taught: tuple[Taught, ...]) -> Job:
    return Job(str(path), str(path.parent), settled, one.berkas, one.jalur, taught)


def _settled(one: Archived, settled: Settled, attempt: int) -> Settled:
    """What an officer settles now; else nothing, then district and period in force, then the report type too."""
    if attempt == 0:
        return settled
    places = {table.kode_wilayah for table in one.in_force}
    periods = {table.periode for table in one.in_force}
    reports = {table.laporan for table in one.in_force}
    return Settled(
        places.pop() if len(places) == 1 else None,
        periods.pop() if len(periods) == 1 else None,
        reports.pop() if len(reports) == 1 and attempt == 2 else None,
    )


def _says_all(one: Archived, made: Understood) -> bool:
    """Whether every table in force is understood again."""
    said = {(table.laporan, table.lembar) for table in made.tables if table.typed is not None}
    return all((table.laporan, table.lembar) in said for table in one.in_force)


def _take(
    con: duckdb.DuckDBPyConnection,
    one: Archived,
    made: list[Delivery],
    stamp: Stamp,
    settled: Settled,
    result: Reloaded,
) -> None:
    """Store a file read again, unless what is in force would be lost by it."""
    said = {(table.laporan, table.lembar) for table in made if table.good is not None}
    kept = {(table.laporan, table.lembar) for table in one.in_force}
    if kept - said if settled == NOTHING else kept and not said:
        result.skipped.append(Skipped(one.jalur, "reload.would_lose"))
        return
    newer = _newer_that_would_go(con, one, made)
    if newer is not None:
        result.skipped.append(Skipped(one.jalur, "reload.newer", newer))
        return
    keep_answers(con, made)
    result.taken.outcomes += store(con, specs(), made, office_now(), stamp, again=True)
    # A summary needs the counts, not the rows: a long reload must not keep every frame.
    result.taken.deliveries += [
        table if table.good is None else replace(table, good=table.good.clear()) for table in made
    ]


def _newer_that_would_go(
    con: duckdb.DuckDBPyConnection, one: Archived, made: Sequence[Delivery]
) -> str | None:
    """Name of a file received after this one whose rows would give way to it; None where there is none."""
    units = {(table.laporan, table.kode_wilayah, table.periode) for table in made if table.good is not None}
    for laporan, kode_wilayah, periode in units:
        members = [table for table in made if table.good is not None and table.laporan == laporan]
        members = [
            table for table in members if (table.kode_wilayah, table.periode) == (kode_wilayah, periode)
        ]
        report = spec(str(laporan))
        rows = con.execute(
            "SELECT k.kiriman_id, k.berkas FROM gudang.main.kiriman k JOIN (SELECT sha256, berkas, "
            "min(diterima_pada) AS pertama FROM gudang.main.kiriman GROUP BY ALL) f USING (sha256, berkas) "
            f"WHERE k.status IN {IN_FORCE} AND k.laporan = ? AND k.periode = ? AND k.kode_wilayah IS NOT "
            "DISTINCT FROM ? AND (k.sha256, k.berkas) <> (?, ?) AND f.pertama > ? ORDER BY k.kiriman_id",
            [laporan, periode, kode_wilayah, one.sha256, one.berkas, one.received],
        ).fetchall()
        if not rows:
            continue
        new = pl.concat(
            image(report, table.good, [(held.kode_wilayah, held.isi) for held in table.held])
            for table in members
        )
        if kode_wilayah is not None:
            new = new.with_columns(kode_wilayah=pl.lit(kode_wilayah))
        for kiriman, berkas in rows:
            if decide(
                [Earlier(kiriman, berkas, overlap(report, stored_image(con, report, kiriman), new))]
            ).menggantikan:
                return str(berkas)
    return None
