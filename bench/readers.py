"""python bench/readers.py [--rows 1000000] [--workbooks 200] [--readers 10] [--seconds 120] [--pause 0.5].

Reading while loads go on.

Fills a warehouse with ROWS businesses, then READERS processes open the published file again and again while a writer
loads WORKBOOKS workbooks, batch by batch, half of them revisions. Every reader checks, each time it opens the file,
that the rows and the control sum of every submission are those of its workbook and that no version stands beside its
revision; and it times a grouped query over all rows. Printed: reads, errors, inconsistencies, p50 and p95.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import duckdb

from bench.load_files import DISTRICTS, LIST_HEAD, business, write_workbook

ROOT = Path(__file__).resolve().parent.parent
UNIT_ROWS = 8_500
INVESTMENT = 15
#: A district, a year, a version: what one workbook of the writer holds.
ROWS_A_WORKBOOK = 20
GROUPED = (
    "SELECT kode_wilayah, periode, cabang_industri, count(*), sum(tenaga_kerja), sum(nilai_produksi) "
    "FROM ikm GROUP BY ALL ORDER BY ALL"
)


@dataclass
class Seen:
    """What one reader saw. ``states``: published files that differ; ``milliseconds`` of the grouped query."""

    reads: int = 0
    errors: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    states: set[str] = field(default_factory=set)
    milliseconds: list[float] = field(default_factory=list)
    opening: list[float] = field(default_factory=list)


def fill(home: Path, rows: int) -> dict[str, list[int]]:
    """A warehouse of about ``rows`` businesses, published; the control of each submission, by file name."""
    import polars as pl

    from schemas.reports import spec, specs
    from warehouse.ddl import open_working
    from warehouse.keys import masking_key
    from warehouse.publish import publish
    from warehouse.records import Delivery, Stamp
    from warehouse.store import store

    controls: dict[str, list[int]] = {}
    periods = [f"{year}-T{quarter}" for year in range(1990, 2019) for quarter in range(1, 5)]
    units = [(period, where) for period in periods for where in DISTRICTS][: max(rows // UNIT_ROWS, 1)]
    report, branches = spec("ikm"), ["pangan", "sandang", "kerajinan", "kimia", "logam", "aneka"]
    branches = [
        one for one in report.column("cabang_industri").categories or {} if one in branches
    ] or branches
    each = rows // len(units)

    def made(place: int, period: str, kode: str) -> Delivery:
        number = pl.int_range(place * each, (place + 1) * each, eager=True)
        good = pl.DataFrame(
            {
                "baris": pl.int_range(5, each + 5, eager=True),
                "kode_wilayah": pl.Series([kode] * each),
                "nama_usaha": pl.select(pl.format("Usaha {}", number))[:, 0],
                "nama_pemilik": pl.select(pl.format("Pemilik {}", number))[:, 0],
                "kecamatan": pl.select(pl.format("Kecamatan {}", number % 9))[:, 0],
                "cabang_industri": pl.Series([branches[one % len(branches)] for one in range(each)]),
                "tenaga_kerja": number % 17 + 1,
                "nilai_investasi": number % 1009 * 1_000_000,
                "nilai_produksi": number % 2003 * 500_000,
            }
        )
        name = f"isi {place:04}.xlsx"
        controls[name] = [each, int(good["nilai_investasi"].sum())]
        return Delivery(
            f"isi-{place}", name, name, name, name, "Data", "ikm", kode, period, "xlsx", good, rows_in=each
        )

    deliveries = [
        made(place, period, f"{where.kode[:2]}.{where.kode[2:]}")
        for place, (period, where) in enumerate(units)
    ]
    with open_working(home, specs()) as con:
        store(con, specs(), deliveries, datetime.now(), Stamp("bench", "bench"))
    publish(home, specs(), masking_key(home))
    return controls


def write_batches(folder: Path, workbooks: int, batches: int) -> tuple[list[Path], dict[str, list[int]]]:
    """Folders of workbooks, a year of a district each; the second half revises the first."""
    dice, controls = random.Random(20230109), {}
    places = [folder / f"kiriman {batch:02}" for batch in range(batches)]
    units = [(where, year) for year in range(2019, 2100) for where in DISTRICTS]
    lists: dict[int, list[Any]] = {}
    for number in range(workbooks):
        half = (workbooks + 1) // 2
        where, year = units[number % half]
        start = date(year, 1, 1)
        if number < half:
            lists[number] = [business(dice, where, at, start) for at in range(ROWS_A_WORKBOOK)]
        rows = [list(row) for row in lists[number % half]]
        if number >= half:
            for row in rows[::4]:
                row[INVESTMENT] += 1_000_000
        place = places[number * batches // workbooks]
        place.mkdir(parents=True, exist_ok=True)
        title = ["DIREKTORI IKM", f"KABUPATEN {where.name.upper()}", f"TAHUN {year}"]
        name = f"direktori {where.name} {year} {'revisi' if number >= half else 'awal'}.xlsx"
        write_workbook(place / name, title, LIST_HEAD, rows)
        controls[name] = [len(rows), sum(row[INVESTMENT] for row in rows)]
    return [place for place in places if place.exists()], controls


def read_once(path: Path, controls: dict[str, list[int]], seen: Seen) -> None:
    """Open the published file, check every submission, time the grouped query."""
    start = time.perf_counter()
    con = duckdb.connect(str(path), read_only=True)
    try:
        con.execute("SET enable_progress_bar = false")
        found = con.execute(
            "SELECT berkas, count(*), sum(nilai_investasi)::BIGINT, any_value(kode_wilayah), any_value(periode) "
            "FROM ikm GROUP BY kiriman_id, berkas"
        ).fetchall()
        said = con.execute("SELECT count(*) FROM kiriman WHERE status LIKE 'dimuat%'").fetchall()[0][0]
        seen.states.add(con.execute("SELECT jejak FROM terbitan").fetchall()[0][0])
        seen.opening.append(1000 * (time.perf_counter() - start))
        seen.wrong += [
            f"{berkas}: {rows}, {total} ≠ {controls.get(berkas)}"
            for berkas, rows, total, *_ in found
            if controls.get(berkas) != [rows, total]
        ]
        seen.wrong += [f"{said} submissions in force, rows of {len(found)}"] if said != len(found) else []
        if len({(kode, periode) for *_, kode, periode in found}) != len(found):
            seen.wrong.append("a version beside its revision")
        start = time.perf_counter()
        con.execute(GROUPED).fetchall()
        seen.milliseconds.append(1000 * (time.perf_counter() - start))
        seen.reads += 1
    finally:
        con.close()


def read_until(path: Path, controls: dict[str, list[int]], stop: Path, pause: float, results: Any) -> None:
    """One reader, until the file ``stop`` is there; ``pause`` seconds between reads."""
    seen = Seen()
    while not stop.exists():
        time.sleep(pause)
        try:
            read_once(path, controls, seen)
        except duckdb.Error as problem:
            seen.errors.append(str(problem).splitlines()[0])
    results.put(seen)


def run(
    place: Path, rows: int, workbooks: int, readers: int, seconds: float, batches: int, pause: float = 0
) -> tuple[Seen, int]:
    """The whole of it below ``place``: what all readers saw together, and how many loads there were."""
    home, stop = place / "rumah", place / "berhenti"
    controls = fill(home, rows)
    folders, more = write_batches(place / "masuk", workbooks, batches)
    controls |= more
    (place / "kontrol.json").write_text(json.dumps(controls), encoding="utf-8")
    context = multiprocessing.get_context("spawn")
    results = context.Queue()
    path = home / "warehouse" / "ikm.duckdb"
    processes = [
        context.Process(target=read_until, args=(path, controls, stop, pause, results))
        for _ in range(readers)
    ]
    for process in processes:
        process.start()
    begun = time.monotonic()
    try:
        for folder in folders:
            _load(folder, home)
        time.sleep(max(0.0, begun + seconds - time.monotonic()))
    finally:
        stop.touch()
        found = [results.get(timeout=120) for _ in processes]
        for process in processes:
            process.join()
    return _together(found), len(folders)


def _load(folder: Path, home: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "flows.cli", "load", str(folder), "--home", str(home)],
        # As in an office: who loads and who reads do not share one terminal's part of the processor.
        cwd=ROOT, stdout=subprocess.DEVNULL, check=False, start_new_session=True,
    )  # fmt: skip
    if done.returncode not in (0, 1):
        raise SystemExit(f"load ended with {done.returncode}")


def _together(found: Sequence[Seen]) -> Seen:
    whole = Seen()
    for seen in found:
        whole.reads += seen.reads
        whole.errors += seen.errors
        whole.wrong += seen.wrong
        whole.states |= seen.states
        whole.milliseconds += seen.milliseconds
        whole.opening += seen.opening
    return whole


def as_of(path: Path) -> list[float]:
    """Milliseconds of the grouped query over what is known now, through history, twenty times."""
    con, times = duckdb.connect(str(path), read_only=True), []
    try:
        for _ in range(20):
            start = time.perf_counter()
            con.execute(GROUPED.replace("FROM ikm", "FROM ikm_per(now())")).fetchall()
            times.append(1000 * (time.perf_counter() - start))
    finally:
        con.close()
    return times


def percentile(values: Sequence[float], share: int) -> float:
    """The value that ``share`` percent of ``values`` do not exceed."""
    return (
        statistics.quantiles(values, n=100, method="inclusive")[share - 1] if len(values) > 1 else values[0]
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description="Readers in a loop while a writer loads: errors, wrong sums, times."
    )
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--workbooks", type=int, default=200)
    parser.add_argument("--batches", type=int, default=8, help="loads, each publishing once")
    parser.add_argument("--readers", type=int, default=10)
    parser.add_argument("--seconds", type=float, default=120, help="at least this long")
    parser.add_argument("--pause", type=float, default=0.5, help="seconds a reader thinks between reads")
    asked = parser.parse_args()
    place = Path(tempfile.mkdtemp(prefix="ikm-readers-"))
    try:
        start = time.monotonic()
        seen, loads = run(
            place, asked.rows, asked.workbooks, asked.readers, asked.seconds, asked.batches, asked.pause
        )
        path = place / "rumah" / "warehouse" / "ikm.duckdb"
        controls = json.loads((place / "kontrol.json").read_text(encoding="utf-8"))
        alone = Seen()
        for _ in range(40):
            read_once(path, controls, alone)
        then = as_of(path)
        print(
            f"{asked.rows} rows, {path.stat().st_size / 1e6:.0f} MB; {asked.readers} readers, {loads} loads of"
        )
        print(
            f"{asked.workbooks} workbooks in all; {time.monotonic() - start:.0f} s with filling and publishing"
        )
        print(f"{'seconds between the reads of a reader':52} {asked.pause:8}")
        print(f"{'reads':52} {seen.reads:8}")
        print(f"{'published states seen':52} {len(seen.states):8}")
        print(f"{'reader errors':52} {len(seen.errors):8}")
        print(f"{'inconsistent reads':52} {len(seen.wrong):8}")
        for title, times in (("all readers and the writer", seen), ("one reader alone", alone)):
            for share in (50, 95):
                asked_for = f"grouped query, {title}, p{share}"
                print(f"{asked_for:52} {percentile(times.milliseconds, share):8.0f} ms")
        print(f"{'the same as of now, one reader alone, p95':52} {percentile(then, 95):8.0f} ms")
        print(f"{'opening and control sums, all readers, p95':52} {percentile(seen.opening, 95):8.0f} ms")
        for problem in [*seen.errors, *seen.wrong][:20]:
            print(f"  {problem}")
    finally:
        shutil.rmtree(place, ignore_errors=True)
    raise SystemExit(1 if seen.errors or seen.wrong else 0)


if __name__ == "__main__":
    main()
