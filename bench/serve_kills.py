"""python bench/serve_kills.py [--kills 10] [--seed 1]: parts of ``ikm serve`` killed at random moments.

Server, runner, a run at work, or all of it. Each round puts two workbooks of a district of its own into the inbox,
waits a random time, kills one part with SIGKILL, and waits until everything is taken in. At the end every district
has its rows once, every file lies in ``selesai`` once, and no run is left as running. Exits 1 where that is not so.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from schemas.regions import districts
from tests.deliveries import ask
from tests.serving import Service, service
from tests.sheets import Row, write_workbook

HEAD: Row = ("No", "Nama Usaha", "Nama Pemilik", "Komoditi", "Jumlah Tenaga Kerja", "Nilai Produksi (Rp)")
ROWS = 40
PARTS = ("server", "runner", "run", "all")


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--kills", type=int, default=10, help="at most 24, a district each")
    asked.add_argument("--seed", type=int, default=1)
    options = asked.parse_args()
    chance = random.Random(options.seed)
    sulsel = [one for kode, one in sorted(districts().items()) if kode.startswith("73.")]
    names = [one.nama_lengkap for one in sulsel][: options.kills]
    with tempfile.TemporaryDirectory() as place, service(Path(place) / "data", setiap="10 detik") as running:
        for number, name in enumerate(names):
            began = time.monotonic()
            for half in (0, 1):
                _put(
                    running,
                    f"{number:02} {half}.xlsx",
                    f"DAFTAR IKM {name.upper()} TAHUN {2021 + half}",
                    number,
                )
            time.sleep(chance.uniform(0, 15))
            part = chance.choice(PARTS)
            _kill(running, part)
            running.wait(lambda: not list(running.inbox.glob("*.xlsx")), "everything is taken in", 300)
            print(f"{number + 1:>3} {part:<7} {time.monotonic() - began:5.1f} s", flush=True)
        return _judge(running, len(names))


def _put(running: Service, berkas: str, title: str, number: int) -> None:
    rows: list[Row] = [
        (n, f"Usaha {number} {n}", f"Pemilik {n}", "Kue", n, 1_000_000 + n) for n in range(1, ROWS + 1)
    ]
    made = write_workbook(running.home / "baru.xlsx", {"Data": [(title,), (), HEAD, *rows]})
    os.replace(made, running.inbox / berkas)


def _kill(running: Service, part: str) -> None:
    assert running.process is not None
    if part == "all":
        running.process.kill()
        running.process.wait()
        running.begin()
        return
    found = running.parts()[part]
    for pid in found[:1]:
        os.kill(pid, signal.SIGKILL)


def _judge(running: Service, count: int) -> int:
    published = running.home / "warehouse" / "ikm.duckdb"
    rows = ask(published, "SELECT kode_wilayah, periode, count(*) FROM ikm GROUP BY ALL")
    files = Counter(path.name for path in running.inbox.glob("selesai/*/*.xlsx"))
    states = ask(published, "SELECT status, count(*) FROM kiriman GROUP BY ALL")
    time.sleep(30)  # what was begun last ends
    open_runs = running.runs(state={"type": {"any_": ["RUNNING"]}})
    ended = Counter(one["state"]["name"] for one in running.ended())
    print(f"districts and periods {len(rows)}, files {sum(files.values())}, {states}, runs {dict(ended)}")
    well = (
        len(rows) == 2 * count
        and {one[2] for one in rows} == {ROWS}
        and sum(files.values()) == len(files) == 2 * count
        and states == [("dimuat", 2 * count)]
        and len(open_runs) <= 1
    )
    print("well" if well else f"WRONG: {rows} {files} {open_runs}")
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
