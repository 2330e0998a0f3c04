"""Take in files: understand them side by side, check them together, store, publish.

The plain function behind ``ikm load`` and behind the scheduled flow; nothing here needs Prefect.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from itertools import islice
from pathlib import Path

from flows.answers import keep_answers
from flows.begin import PRELOAD
from flows.deliver import deliveries_of, schema_hash
from flows.line import Job, Understood, understand
from flows.pool import Died, run_pool
from flows.shapes import Finding, Settled
from flows.steps.receive import LARGEST_FILE, workbooks_in
from flows.taught import read_taught
from schemas.reports import specs
from warehouse.ddl import open_working
from warehouse.keys import masking_key
from warehouse.publish import publish_from
from warehouse.records import Decree, Delivery, Outcome, Ruling, Stamp
from warehouse.store import known_files, refused_files, store, withdrawn_files

NOTHING = Settled()
BATCH = 240
BATCH_BYTES = 2_000_000
SECONDS_A_FILE = 60.0
MEMORY_MB = 1500
_DIED = {"memory": "BERKAS_BERBAHAYA", "time": "BERKAS_BERBAHAYA", "crash": "BERKAS_RUSAK"}


@dataclass(slots=True)
class Taken:
    """What a load did. ``known``: files taken in before, byte for byte, under the same name; of these ``waiting``:
    refused, and nobody has settled them since; ``withdrawn``: an officer withdrew them, and they stay so."""

    files: int = 0
    known: int = 0
    waiting: int = 0
    withdrawn: int = 0
    deliveries: list[Delivery] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    published: bool = False


Progress = Callable[[int, int, str], None]  # done, all, name of the file just understood


def load_paths(
    paths: Sequence[Path],
    home: Path,
    settled: Settled = NOTHING,
    decree: Decree | None = None,
    *,
    root: Path | None = None,
    retry: Collection[tuple[str, str]] = (),
    progress: Progress | None = None,
    wait_seconds: float = 30,
) -> Taken:
    """Load files and folders into the warehouse under ``home`` and publish it.

    ``decree``: the officer says whether they replace or add to what is in force for their units.
    ``root``: the folder that all ``paths`` lie in and their places are told from, where it is not named itself.
    ``retry``: (sha256, name) of files refused before that are to be understood again.
    Raises ``FileNotFoundError`` for a path that does not exist and :class:`warehouse.lock.Locked` where
    another load does not end within ``wait_seconds``.
    """
    files = [(path, root or own) for path, own in _files(paths)]
    taken = Taken(len(files))
    stamp = Stamp(code_version(), schema_hash())
    key = masking_key(home)
    again = settled != NOTHING or decree is not None
    ruling = Ruling(decree) if decree is not None else None
    with open_working(home, specs(), wait_seconds) as con:
        seen = set() if again else known_files(con).difference(retry)
        names = [(path, root, _hash_and_name(path)) for path, root in files]
        fresh = [(path, root) for path, root, name in names if name not in seen]
        refused, withdrawn = refused_files(con), withdrawn_files(con)
        taken.known = len(files) - len(fresh)
        taken.waiting = sum(name in seen and name in refused for _, _, name in names)
        taken.withdrawn = sum(name in seen and name in withdrawn for _, _, name in names)
        places = iter(fresh)

        def deliver(understood: Sequence[Understood]) -> None:
            _archive(islice(places, len(understood)), understood, home)
            moment = datetime.now()
            made = deliveries_of(understood, moment.isoformat() if again else "")
            keep_answers(con, made)
            taken.outcomes.extend(store(con, specs(), made, moment, stamp, again, ruling))
            taken.deliveries.extend(map(_without_rows, made))

        taught = read_taught(home)
        jobs = [Job(str(path), str(root), settled, taught=taught) for path, root in fresh]
        understand_each(jobs, deliver, progress)
        taken.published = publish_from(con, home, specs(), key).baru
    return taken


def check_paths(
    paths: Sequence[Path],
    settled: Settled = NOTHING,
    *,
    home: Path | None = None,
    progress: Progress | None = None,
) -> list[Delivery]:
    """Understand and check files without storing anything; the wordings taught under ``home`` count."""
    made: list[Delivery] = []
    taught = read_taught(home) if home is not None else ()
    jobs = [Job(str(path), str(root), settled, taught=taught) for path, root in _files(paths)]
    understand_each(jobs, lambda understood: made.extend(deliveries_of(understood)), progress)
    return made


def _files(paths: Sequence[Path]) -> Iterator[tuple[Path, Path]]:
    for path in paths:
        if not path.exists():
            raise FileNotFoundError(str(path))
    yield from workbooks_in(paths)


def _hash_and_name(path: Path) -> tuple[str, str] | None:
    """What a file is known by; None for one that cannot be read or is too large to be taken in."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            return None
        with path.open("rb") as data:
            return hashlib.file_digest(data, "sha256").hexdigest(), path.name
    except OSError:
        return None


def understand_jobs(jobs: Sequence[Job], progress: Progress | None = None) -> list[Understood]:
    """Understand ``jobs`` in worker processes; the result keeps their order."""
    results: list[Understood] = []
    understand_each(jobs, results.extend, progress)
    return results


def understand_each(
    jobs: Sequence[Job], deliver: Callable[[Sequence[Understood]], None], progress: Progress | None = None
) -> None:
    """Understand ``jobs`` in worker processes, which go on while ``deliver`` takes what is ready.

    ``deliver`` gets a batch of neighbours at a time, always in the order of ``jobs``: a later file may replace
    an earlier one, so what comes of a load must not depend on which process was faster.
    """
    workers = os.cpu_count() or 1
    batches = batches_of([_size(job) for job in jobs], workers)
    ready = iter(batches)
    batch = next(ready, range(0))
    waiting: dict[int, Understood] = {}
    done = 0

    def keep(place: int, result: Understood | Died) -> None:
        nonlocal done, batch
        done += 1
        waiting[place] = _after_death(jobs[place], result) if isinstance(result, Died) else result
        if progress is not None:
            progress(done, len(jobs), jobs[place].berkas or Path(jobs[place].path).name)
        while batch and all(one in waiting for one in batch):
            deliver([waiting.pop(one) for one in batch])
            batch = next(ready, range(0))

    run_pool(
        understand, jobs, workers=workers, timeout=SECONDS_A_FILE, memory_mb=MEMORY_MB,
        on_result=keep, preload=PRELOAD, weight=_size, blocks=batches,
    )  # fmt: skip


def batches_of(sizes: Sequence[int], workers: int) -> list[range]:
    """Neighbouring files of ``sizes`` bytes, to be checked and stored together.

    Many small ones, for a check costs the same for ten rows and ten thousand; few large ones, so that they are
    not all in memory at once; never fewer than keep ``workers`` busy.
    """
    found: list[range] = []
    first = total = 0
    for place, size in enumerate(sizes, start=1):
        total += size
        count = place - first
        if count == BATCH or (total >= BATCH_BYTES and count >= workers) or place == len(sizes):
            found.append(range(first, place))
            first, total = place, 0
    return found


def _size(job: Job) -> int:
    try:
        return Path(job.path).stat().st_size
    except OSError:
        return 0


def _after_death(job: Job, died: Died) -> Understood:
    path = Path(job.path)
    try:
        sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        sha256 = ""
    finding = Finding(_DIED[died.reason], rincian={"alasan": died.reason})
    name = job.berkas or path.name
    return Understood(name, job.jalur or name, sha256, "", findings=[finding])


def _archive(files: Iterable[tuple[Path, Path]], understood: Iterable[Understood], home: Path) -> None:
    """Keep each file under its hash; what is there already is not written again."""
    for (path, _), result in zip(files, understood, strict=True):
        if not result.sha256:
            continue
        target = home / "archive" / result.sha256[:2] / f"{result.sha256}{path.suffix.lower()}"
        if target.exists():
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh = target.with_name(target.name + ".baru")
        shutil.copyfile(path, fresh)
        os.replace(fresh, target)


def _without_rows(delivery: Delivery) -> Delivery:
    """A summary needs the counts, not the rows: a long load must not keep every frame."""
    return replace(delivery, good=None if delivery.good is None else delivery.good.clear(), elsewhere=[])


def code_version() -> str:
    try:
        return version("rekap-ikm")
    except PackageNotFoundError:
        return "0"
