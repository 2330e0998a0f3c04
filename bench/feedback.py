"""python bench/feedback.py [--rows 50000] [--columns 20] [--findings 500] [--openpyxl]: marking a large workbook.

Writes one large workbook, then marks it in a process of its own, which reports the time of the call and the most
memory it ever held. ``--openpyxl`` also loads and saves the same workbook with openpyxl, which takes half a minute.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

SHEET = "Data IKM"


def write_workbook(path: Path, rows: int, columns: int) -> None:
    """A list of businesses as districts keep it: texts that repeat, texts that do not, numbers."""
    import xlsxwriter

    with xlsxwriter.Workbook(str(path)) as book:
        page = book.add_worksheet(SHEET)
        page.write_row(0, 0, [f"Kolom {column + 1}" for column in range(columns)])
        for row in range(1, rows + 1):
            for column in range(columns):
                kind = (row * 7 + column) % 3
                if kind == 0:
                    page.write_number(row, column, row * 1000 + column)
                else:
                    page.write_string(
                        row, column, f"Desa {row % 90}" if kind == 1 else f"Usaha {row}-{column}"
                    )


def mark(path: Path, rows: int, columns: int, findings: int) -> int:
    """Mark ``findings`` cells spread over the sheet; the size of what is returned."""
    from flows.outputs.marking import marked_workbook
    from flows.outputs.marking.places import address_of
    from flows.outputs.reply import Point, Reply

    reply = Reply(path.name, "xlsx", "73.11", "Kabupaten Barru", datetime(2022, 3, 5))
    for number in range(findings):
        row, column = 2 + number * rows // findings, 1 + number % columns
        reply.temuan.append(
            Point(
                "DI_LUAR_DAFTAR", "galat" if number % 3 else "peringatan", SHEET, row, address_of((row, column)),
                f"Kolom {column}", f"Usaha {row}", "Isian tidak ada di daftar",
                'Kolom ini berisi sesuatu yang tidak ada di daftar pilihannya. Pilihannya: pangan, sandang, kimia.',
                "Ganti isi sel dengan salah satu pilihan.",
            )
        )  # fmt: skip
    return len(marked_workbook(path.read_bytes(), reply))


def load_and_save(path: Path) -> int:
    """What the usual way costs: openpyxl's load and save, without any mark."""
    import io

    import openpyxl

    file = io.BytesIO()
    openpyxl.load_workbook(path).save(file)
    return len(file.getvalue())


def most_memory() -> float:
    """The most megabytes that this process ever held; what it was forked from does not count."""
    found = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
    return int(found[1]) / 1024 if found else 0.0


def measured(path: Path, given: argparse.Namespace, work: str) -> tuple[float, float]:
    """Seconds and peak megabytes of ``work`` in a process of its own."""
    command = [sys.executable, __file__, "--only", work, "--file", str(path)]
    command += ["--rows", str(given.rows), "--columns", str(given.columns), "--findings", str(given.findings)]
    said = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout.split()
    return float(said[0]), float(said[1])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=50_000)
    parser.add_argument("--columns", type=int, default=20)
    parser.add_argument("--findings", type=int, default=500)
    parser.add_argument("--openpyxl", action="store_true", help="compare with openpyxl's load and save")
    parser.add_argument("--only", choices=("mark", "openpyxl"), help=argparse.SUPPRESS)
    parser.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.only:
        began = time.perf_counter()
        if given.only == "mark":
            mark(given.file, given.rows, given.columns, given.findings)
        else:
            load_and_save(given.file)
        print(time.perf_counter() - began, most_memory())
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "besar.xlsx"
        write_workbook(path, given.rows, given.columns)
        print(f"{given.rows:,} rows x {given.columns} columns, {path.stat().st_size / 1e6:.1f} MB")
        seconds, memory = measured(path, given, "mark")
        print(f"marked with {given.findings:,} findings: {seconds:.1f} s, {memory:.0f} MB")
        if given.openpyxl:
            slow, much = measured(path, given, "openpyxl")
            print(f"openpyxl load and save: {slow:.1f} s, {much:.0f} MB ({slow / seconds:.0f} x the time)")


if __name__ == "__main__":
    main()
