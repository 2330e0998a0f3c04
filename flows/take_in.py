"""Take in files: understand them side by side, check them together, store, publish.

The plain function behind ``ikm load`` and behind the scheduled flow; nothing here needs Prefect.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from itertools import islice
from pathlib import Path

import duckdb

from flows.answers import keep_answers
from flows.archive import keep_originals
from flows.deliver import deliveries_of, schema_hash
from flows.line import Job, Understood
from flows.obligations import keep_obligations
from flows.shapes import Settled
from flows.side_by_side import Progress, understand_each
from flows.steps.receive import fingerprint, shown_name, workbooks_in
from flows.taught import read_taught
from flows.unanswered import note_unanswered
from schemas.clock import office_now
from schemas.reports import specs
from warehouse.ddl import open_working
from warehouse.faults import TRUST_THE_CLOCK, clock_behind, refuse_wrong_clock
from warehouse.keys import masking_key
from warehouse.lock import Locked
from warehouse.publish import publish_from
from warehouse.records import Decree, Delivery, Outcome, Ruling, Stamp
from warehouse.store import known_files, refused_files, store, withdrawn_files

NOTHING = Settled()


@dataclass(slots=True)
class Taken:
    """What a load did. ``known``: files taken in before, byte for byte, under the same name; of these ``waiting``:
    refused, and nobody has settled them since; ``withdrawn``: an officer withdrew them, and they stay so.
    ``changed``: names of files that were written to or removed while they were read; nothing of them is stored.
    ``clock``: the last moment known, where the computer's clock shows an earlier one."""

    files: int = 0
    known: int = 0
    waiting: int = 0
    withdrawn: int = 0
    deliveries: list[Delivery] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    published: bool = False
    changed: list[str] = field(default_factory=list)
    clock: datetime | None = None


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
    waiting: Callable[[Locked], None] | None = None,
) -> Taken:
    """Load files and folders into the warehouse under ``home`` and publish it.

    ``decree``: the officer says whether they replace or add to what is in force for their units.
    ``root``: the folder from which the places of all ``paths`` are told; ``retry``: (sha256, name) of files refused
    before that are to be understood again.
    Raises ``FileNotFoundError`` for a path that does not exist, :class:`warehouse.lock.Locked` where another
    load, of which ``waiting`` is told once, does not end within ``wait_seconds``, and
    :class:`warehouse.faults.HomeFault` where going on would falsify what is there.
    """
    files = [(path, root or own) for path, own in _files(paths)]
    taken = Taken(len(files))
    if progress is not None:
        # Hashing a hundred thousand files takes a while in which nothing else would be seen.
        progress(0, len(files), "")
    stamp, key = Stamp(code_version(), schema_hash()), masking_key(home)
    again = settled != NOTHING or decree is not None
    ruling = Ruling(decree) if decree is not None else None
    with open_working(home, specs(), wait_seconds, waiting) as con:
        _look_at_the_clock(con, taken)
        seen = set() if again else known_files(con).difference(retry)
        if fresh := _fresh_ones(con, files, seen, taken):
            note_unanswered(home, office_now())
        places = iter(fresh)

        def deliver(understood: Sequence[Understood]) -> None:
            paths = [path for path, _ in islice(places, len(understood))]
            whole, changed = keep_originals(paths, understood, home)
            taken.changed += changed
            moment = office_now()
            made = deliveries_of(whole, moment.isoformat() if again else "")
            keep_answers(con, made)
            taken.outcomes.extend(store(con, specs(), made, moment, stamp, again, ruling))
            taken.deliveries.extend(map(_without_rows, made))

        understand_each(_jobs(fresh, settled, home), deliver, progress)
        keep_obligations(con, home)
        taken.published = publish_from(con, home, specs(), key).baru
    return taken


def _look_at_the_clock(con: duckdb.DuckDBPyConnection, taken: Taken) -> None:
    refuse_wrong_clock(con, office_now(), bool(os.environ.get(TRUST_THE_CLOCK)))
    taken.clock = clock_behind(con, office_now())


def _fresh_ones(
    con: duckdb.DuckDBPyConnection,
    files: Sequence[tuple[Path, Path]],
    seen: set[tuple[str, str]],
    taken: Taken,
) -> list[tuple[Path, Path]]:
    """The files to take in; ``taken`` is told how the others stand."""
    names = [(path, root, _hash_and_name(path, root)) for path, root in files]
    fresh = _first_of_each(names, seen)
    refused, withdrawn = refused_files(con), withdrawn_files(con)
    taken.known = len(files) - len(fresh)
    taken.waiting = sum(name in seen and name in refused for _, _, name in names)
    taken.withdrawn = sum(name in seen and name in withdrawn for _, _, name in names)
    return fresh


def check_paths(
    paths: Sequence[Path],
    settled: Settled = NOTHING,
    *,
    home: Path | None = None,
    progress: Progress | None = None,
) -> list[Delivery]:
    """Understand and check files without storing anything; the wordings taught under ``home`` count."""
    made: list[Delivery] = []
    jobs = _jobs(_files(paths), settled, home)
    understand_each(jobs, lambda understood: made.extend(deliveries_of(understood)), progress)
    return made


def _jobs(files: Iterable[tuple[Path, Path]], settled: Settled, home: Path | None) -> list[Job]:
    taught = read_taught(home) if home is not None else ()
    return [Job(str(path), str(root), settled, taught=taught) for path, root in files]


def _files(paths: Sequence[Path]) -> Iterator[tuple[Path, Path]]:
    for path in paths:
        if not path.exists():
            raise FileNotFoundError(str(path))
    yield from workbooks_in(paths)


def _first_of_each(
    names: Sequence[tuple[Path, Path, tuple[str, str]]], seen: set[tuple[str, str]]
) -> list[tuple[Path, Path]]:
    """Files that were not taken in yet; of copies at the same place below two of the folders named the first."""
    places = {(name, path.relative_to(root)): (path, root) for path, root, name in reversed(names)}
    return [
        (path, root)
        for path, root, name in names
        if name not in seen and places[name, path.relative_to(root)] == (path, root)
    ]


def _hash_and_name(path: Path, root: Path) -> tuple[str, str]:
    """What a file is known by: one that cannot be read has no hash, and is known as long as that is so."""
    return fingerprint(path, root) or "", shown_name(path.name)


def _without_rows(delivery: Delivery) -> Delivery:
    """A summary needs the counts, not the rows: a long load must not keep every frame."""
    return replace(delivery, good=None if delivery.good is None else delivery.good.clear(), elsewhere=[])


def code_version() -> str:
    try:
        return version("rekap-ikm")
    except PackageNotFoundError:
        return "0"
