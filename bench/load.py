"""python bench/load.py [--workbooks 240] [--lists 24] [--repeat 1] [--keep DIR]: how long a load takes.

Writes ordinary workbooks and large lists of businesses, then measures in the same run, on the same files: decoding
alone (python-calamine), reading alone (pandas with openpyxl), and the whole ``ikm load`` in a process of its own with
the peak memory of it and all its children. Writing the files is not counted; of several repeats the best counts.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.lineage_size import lineage_bytes
from bench.load_files import generate

ROOT = Path(__file__).resolve().parent.parent
SAMPLE_EVERY = 0.02


def decode(files: list[Path]) -> None:
    """(a) what decoding the files costs, and nothing else."""
    from python_calamine import CalamineWorkbook

    for path in files:
        book = CalamineWorkbook.from_path(str(path))
        for name in book.sheet_names:
            book.get_sheet_by_name(name).to_python(skip_empty_area=False)


def read_with_pandas(files: list[Path]) -> None:
    """(b) what reading them the usual way costs."""
    import pandas

    for path in files:
        pandas.read_excel(path, sheet_name=None, header=None, dtype=object, engine="openpyxl")


def tree_memory(root: int) -> int:
    """Resident bytes of a process and all that descend from it, from /proc."""
    parents: dict[int, int] = {}
    pages: dict[int, int] = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                fields = Path(f"/proc/{entry}/stat").read_text().rsplit(") ", 1)[1].split()
                parents[int(entry)], pages[int(entry)] = int(fields[1]), int(fields[21])
            except (OSError, IndexError):
                continue
    total, open_ = 0, {root}
    while open_:
        total += sum(pages.get(one, 0) for one in open_)
        open_ = {one for one, parent in parents.items() if parent in open_}
    return total * os.sysconf("SC_PAGE_SIZE")


def load(folder: Path, home: Path) -> tuple[float, float]:
    """(c) the whole load in a process of its own: seconds, and the most memory it and its children held (MB)."""
    command = [sys.executable, "-m", "flows.cli", "load", str(folder), "--home", str(home)]
    began = time.perf_counter()
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen(command, cwd=ROOT, stdout=out, stderr=subprocess.STDOUT)
        most, over = 0, threading.Event()

        def watch() -> None:
            nonlocal most
            while not over.wait(SAMPLE_EVERY):
                most = max(most, tree_memory(process.pid))

        watcher = threading.Thread(target=watch)
        watcher.start()
        code = process.wait()
        seconds = time.perf_counter() - began
        over.set()
        watcher.join()
        if code not in (0, 1):
            out.seek(0)
            raise SystemExit(f"ikm load ended with {code}:\n{out.read().decode(errors='replace')[-4000:]}")
    return seconds, most / 1e6


def rows_loaded(home: Path) -> int:
    """The rows that stand in the published warehouse, of every report."""
    import duckdb

    connection = duckdb.connect(str(home / "warehouse" / "ikm.duckdb"), read_only=True)
    asked = "SELECT coalesce(sum(baris_dimuat), 0) FROM kiriman WHERE status IN ('dimuat', 'dimuat_sebagian')"
    return int(connection.execute(asked).fetchall()[0][0])


def timed(work: Callable[[list[Path]], None], files: list[Path], repeat: int) -> float:
    best = float("inf")
    for _ in range(repeat):
        began = time.perf_counter()
        work(files)
        best = min(best, time.perf_counter() - began)
    return best


def measure(folder: Path, repeat: int, rows: int) -> None:
    """Measure the three on the files of ``folder`` and print the table."""
    files = sorted(folder.glob("*.xlsx"))
    decoding, reading = timed(decode, files, repeat), timed(read_with_pandas, files, repeat)
    whole, most, loaded = float("inf"), 0.0, 0
    lineage = {"ikm.duckdb": 0, "terbatas/ikm.duckdb": 0}
    for _ in range(repeat):
        home = Path(tempfile.mkdtemp(prefix="ikm-bench-"))
        try:
            seconds, peak = load(folder, home)
            loaded = rows_loaded(home)
            lineage = {name: lineage_bytes(home / "warehouse" / name) for name in lineage}
        finally:
            shutil.rmtree(home, ignore_errors=True)
        whole, most = min(whole, seconds), max(most, peak)
    size = sum(path.stat().st_size for path in files) / 1e6
    print(f"{len(files)} workbooks, {rows} rows, {size:.1f} MB; best of {repeat}")
    print(f"{'(a) decoding alone, python-calamine':40} {decoding:8.2f} s")
    print(f"{'(b) reading alone, pandas + openpyxl':40} {reading:8.2f} s")
    print(f"{'(c) the whole load':40} {whole:8.2f} s")
    print(f"{'    c / a':40} {whole / decoding:8.2f}")
    print(f"{'    c / b':40} {whole / reading:8.2f}")
    print(f"{'    peak memory, all processes':40} {most:8.0f} MB")
    print(f"{'    rows loaded':40} {loaded:8} of {rows}")
    for name, size in lineage.items():
        print(f"{f'    lineage in {name}':40} {size / max(loaded, 1):8.0f} bytes a row")


def main() -> None:
    parser = argparse.ArgumentParser(description="How long a load takes, beside decoding and reading alone.")
    parser.add_argument("--workbooks", type=int, default=240, help="ordinary workbooks of 10-40 rows")
    parser.add_argument("--lists", type=int, default=24, help="lists of 1,500 businesses")
    parser.add_argument("--repeat", type=int, default=1, help="measure this often, take the best")
    parser.add_argument("--keep", type=Path, help="write the workbooks here and keep them")
    asked = parser.parse_args()
    folder = asked.keep or Path(tempfile.mkdtemp(prefix="ikm-bench-"))
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise SystemExit(f"{folder} is not empty")
    try:
        measure(folder, asked.repeat, generate(folder, asked.workbooks, asked.lists))
    finally:
        if asked.keep is None:
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
