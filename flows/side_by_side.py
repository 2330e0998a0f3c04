"""Understand many files side by side, each in a process that may die of it, and hand them on in order."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from flows.begin import PRELOAD
from flows.line import Job, Understood, understand
from flows.pool import Died, run_pool
from flows.shapes import Finding
from flows.steps.receive import fingerprint, shown_name

BATCH = 240
BATCH_BYTES = 2_000_000
SECONDS_A_FILE = 12.0  # of computing; an ordinary workbook takes a hundredth of it
MEMORY_MB = 300  # an ordinary workbook takes 40
# 200,000 rows of 21 columns are 27 MB and take 20 s and 700 MB: a fixed limit would refuse them or guard nothing.
MORE_FOR_EVERY = 8_000_000  # bytes
MOST_TIMES = 8.0
_DIED = {"memory": "BERKAS_BERBAHAYA", "time": "BERKAS_BERBAHAYA", "crash": "BERKAS_RUSAK"}

Progress = Callable[[int, int, str], None]  # done, all, name of the file just understood


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
            progress(done, len(jobs), jobs[place].berkas or shown_name(Path(jobs[place].path).name))
        while batch and all(one in waiting for one in batch):
            deliver([waiting.pop(one) for one in batch])
            batch = next(ready, range(0))

    run_pool(
        understand, jobs, workers=workers, timeout=SECONDS_A_FILE, memory_mb=MEMORY_MB,
        on_result=keep, preload=PRELOAD, weight=_size, scale=times_allowed, blocks=batches,
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


def times_allowed(job: Job) -> float:
    """How many times ``SECONDS_A_FILE`` and ``MEMORY_MB`` a file may take: more for a large one."""
    return min(1 + _size(job) / MORE_FOR_EVERY, MOST_TIMES)


def _size(job: Job) -> int:
    try:
        return Path(job.path).stat().st_size
    except OSError:
        return 0


def _after_death(job: Job, died: Died) -> Understood:
    path = Path(job.path)
    finding = Finding(_DIED[died.reason], rincian={"alasan": died.reason})
    name = job.berkas or shown_name(path.name)
    return Understood(
        name, job.jalur or name, fingerprint(path, Path(job.root)) or "", "", findings=[finding]
    )
