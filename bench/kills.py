"""python bench/kills.py [--kills 100] [--workbooks 60] [--lists 2] [--seed 1]: a load killed at random moments.

Each round loads a folder and kills the loader with SIGKILL at a random moment; then the published files must open and
be whole, and the working database must hold every submission that was acknowledged, none twice. When a load gets
through, and at the end, what is published must equal the outcome of a load that nobody disturbed, table by table.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import duckdb

from bench.load_files import generate
from schemas.reports import specs
from warehouse.digest import digest

ROOT = Path(__file__).resolve().parent.parent
PUBLISHED = ("ikm.duckdb", "terbatas/ikm.duckdb")
ENOUGH_SECONDS = 1200


@dataclass
class Result:
    """What the kills did: how many, how many loads got through, and every fault found."""

    kills: int = 0
    whole_loads: int = 0
    acknowledged: int = 0
    while_publishing: int = 0
    published_seen: int = 0
    faults: list[str] = field(default_factory=list)


def add_revisions(folder: Path, count: int) -> None:
    """Corrected copies of ``count`` workbooks: the last number of one row is another."""
    import openpyxl

    for path in sorted(folder.glob("0*.xlsx"))[:count]:
        book = openpyxl.load_workbook(path)
        sheet = book.worksheets[0]
        numbers = [cell for cell in sheet[sheet.max_row] if isinstance(cell.value, int | float)]
        numbers[-1].value = int(numbers[-1].value or 0) + 1
        # An underscore comes after the dot: the revision is loaded after what it revises.
        book.save(path.with_name(f"{path.stem}_revisi.xlsx"))


def disturb(folder: Path, place: Path, kills: int, seed: int) -> Result:
    """Load ``folder`` into homes below ``place``, killing ``kills`` times; see the head of this file."""
    dice, result = random.Random(seed), Result()
    wanted, seconds = _undisturbed(folder, place / "utuh")
    _half_way(folder, place)
    home, reach, in_a_row = _new_home(place, 0), seconds * 1.05, 0
    while result.kills < kills:
        notes = home.with_name(f"{home.name}.catatan")
        if _killed(folder, home, notes, dice.uniform(0, reach)):
            result.kills += 1
            in_a_row += 1
            # A machine that others use may have become slower: every part of a load must be reached.
            reach *= 1.25 if in_a_row % 5 == 0 else 1
            _inspect(home, notes, result)
        else:
            in_a_row, reach = 0, reach * 0.95
            result.whole_loads += 1
            _compare(home, wanted, result)
            shutil.rmtree(home)
            home = _new_home(place, result.whole_loads)
    load(folder, home)
    _compare(home, wanted, result)
    return result


def _half_way(folder: Path, place: Path) -> None:
    """A home in which the first half of the files is loaded and published, with the key of the undisturbed one, so
    that pseudonyms can be compared too."""
    files = sorted(folder.iterdir())
    (place / "separuh masuk").mkdir()
    for path in files[: len(files) // 2]:
        shutil.copy(path, place / "separuh masuk")
    shutil.copytree(place / "utuh" / "kunci", place / "separuh" / "kunci")
    load(place / "separuh masuk", place / "separuh")


def _new_home(place: Path, number: int) -> Path:
    """Every other home is empty; the others have a published state that a kill must not damage."""
    home = place / str(number)
    if number % 2:
        shutil.copytree(place / "utuh" / "kunci", home / "kunci")
    else:
        shutil.copytree(place / "separuh", home)
    return home


def load(folder: Path, home: Path) -> float:
    """A plain ``ikm load``; seconds."""
    start = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "flows.cli", "load", str(folder), "--home", str(home)],
        cwd=ROOT, stdout=subprocess.DEVNULL, check=False, timeout=ENOUGH_SECONDS,
    )  # fmt: skip
    if done.returncode not in (0, 1):
        raise SystemExit(f"load ended with {done.returncode}")
    return time.monotonic() - start


def _undisturbed(folder: Path, home: Path) -> tuple[list[dict[str, str]], float]:
    seconds = load(folder, home)
    return [digest(home / "warehouse" / path) for path in PUBLISHED], seconds


def _killed(folder: Path, home: Path, notes: Path, after: float) -> bool:
    """Whether the loader was killed; False where it got through before."""
    loader = subprocess.Popen(
        [sys.executable, str(ROOT / "bench" / "kills_loader.py"), str(folder), str(home), str(notes)],
        cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    try:
        loader.wait(after)
        return False
    except subprocess.TimeoutExpired:
        os.kill(loader.pid, signal.SIGKILL)
        loader.wait()
        return True
    finally:
        # The readers that it leaves behind end by themselves; not waiting for them keeps rounds apart.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(loader.pid, signal.SIGKILL)


def _inspect(home: Path, notes: Path, result: Result) -> None:
    folder = home / "warehouse"
    where = f"kill {result.kills}"
    for path in PUBLISHED:
        result.while_publishing += (folder / f"{path}.baru").exists()
        if (folder / path).exists():
            result.published_seen += 1
            result.faults += [
                f"{where}: {path}: {fault}" for fault in faults_in(folder / path, "lama_", home)
            ]
    if not (folder / "kerja.duckdb").exists():
        return
    copy = home.with_name(f"{home.name}.salinan")
    shutil.rmtree(copy, ignore_errors=True)
    copy.mkdir()
    for path in folder.glob("kerja.duckdb*"):
        shutil.copyfile(path, copy / path.name)
    noted = notes.read_text(encoding="ascii").split() if notes.exists() else []
    result.acknowledged = max(result.acknowledged, len(set(noted)))
    made = _ask(copy / "kerja.duckdb", "SELECT table_name FROM duckdb_tables() WHERE database_name = 'isi'")
    if not made and not noted:
        return  # killed before there were tables
    result.faults += [f"{where}: kerja: {fault}" for fault in faults_in(copy / "kerja.duckdb", "", home)]
    kept = {one for (one,) in _ask(copy / "kerja.duckdb", "SELECT kiriman_id FROM kiriman")}
    result.faults += [f"{where}: {one} was acknowledged and is lost" for one in set(noted) - kept]


def faults_in(path: Path, old: str, home: Path) -> list[str]:
    """What is wrong in a database: submissions twice, in part, or in force in one table and not in another.

    ``old``: how the tables of replaced rows begin in a published file; "" for the working database.
    """
    try:
        found = _ask(
            path, "SELECT kiriman_id || ' twice' FROM kiriman GROUP BY kiriman_id HAVING count(*) > 1"
        )
        found += _ask(path, TWICE_IN_FORCE)
        found += _ask(path, TIMES_DISAGREE)
        tables = " UNION ALL ".join(
            f"SELECT kiriman_id FROM main.{one.name} UNION ALL SELECT kiriman_id FROM riwayat.{old}{one.name}"
            if old
            else f"SELECT kiriman_id FROM riwayat.{one.name}"
            for one in specs()
        )
        found += _ask(path, IN_PART.format(rows=tables))
    except duckdb.Error as problem:
        return [f"does not open: {str(problem).splitlines()[0]}"]
    return [str(fault).replace(str(home), "") for (fault,) in found]


TWICE_IN_FORCE = """
SELECT berkas || ' in force twice' FROM kiriman WHERE status IN ('dimuat', 'dimuat_sebagian')
GROUP BY sha256, berkas, lembar, laporan HAVING count(*) > 1
"""
TIMES_DISAGREE = """
SELECT k.kiriman_id || ' in force or not' FROM kiriman k
LEFT JOIN (SELECT * FROM masa_berlaku WHERE berlaku_sampai IS NULL) m ON m.kiriman_id = k.kiriman_id
WHERE (k.status IN ('dimuat', 'dimuat_sebagian')) <> (m.kiriman_id IS NOT NULL)
"""
IN_PART = """
SELECT k.kiriman_id || ': ' || k.baris_dimuat || ' rows said, ' || coalesce(r.baris, 0) || ' there' FROM kiriman k
LEFT JOIN (SELECT kiriman_id, count(*) AS baris FROM ({rows}) GROUP BY kiriman_id) r ON r.kiriman_id = k.kiriman_id
WHERE k.baris_dimuat <> coalesce(r.baris, 0)
"""


def _ask(path: Path, query: str) -> list[tuple[Any, ...]]:
    con = duckdb.connect(":memory:")
    try:
        # The working copy may have a log to be played in first, so it is not opened read-only.
        mode = "" if path.name == "kerja.duckdb" else " (READ_ONLY)"
        con.execute(f"ATTACH '{path}' AS isi{mode}")
        con.execute("USE isi")
        return con.execute(query).fetchall()
    finally:
        con.close()


def _compare(home: Path, wanted: list[dict[str, str]], result: Result) -> None:
    for path, should in zip(PUBLISHED, wanted, strict=True):
        found = digest(home / "warehouse" / path)
        other = [table for table in should if found.get(table) != should[table]] + [
            *(found.keys() - should.keys())
        ]
        result.faults += [
            f"{home.name}/{path}: {table} is not that of an undisturbed load" for table in other
        ]


def main() -> None:
    parser = argparse.ArgumentParser(
        description="A load killed at random moments loses nothing, doubles nothing."
    )
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--workbooks", type=int, default=60, help="ordinary workbooks of 10-40 rows")
    parser.add_argument("--lists", type=int, default=2, help="lists of 1,500 businesses")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    place = Path(tempfile.mkdtemp(prefix="ikm-kills-"))
    try:
        folder = place / "masuk"
        folder.mkdir()
        rows = generate(folder, asked.workbooks, asked.lists)
        add_revisions(folder, asked.workbooks // 6)
        start = time.monotonic()
        result = disturb(folder, place, asked.kills, asked.seed)
        print(f"{len(list(folder.iterdir()))} workbooks, {rows} rows, seed {asked.seed}")
        print(f"{'kills':44} {result.kills:6}")
        print(f"{'  with a half-built file lying there':44} {result.while_publishing:6}")
        print(f"{'loads that got through between them':44} {result.whole_loads:6}")
        print(f"{'published files opened and found whole':44} {result.published_seen:6}")
        print(f"{'most submissions acknowledged before a kill':44} {result.acknowledged:6}")
        print(f"{'faults':44} {len(result.faults):6}")
        print(f"{'seconds':44} {time.monotonic() - start:6.0f}")
        for fault in result.faults[:20]:
            print(f"  {fault}")
    finally:
        shutil.rmtree(place, ignore_errors=True)
    raise SystemExit(1 if result.faults else 0)


if __name__ == "__main__":
    main()
