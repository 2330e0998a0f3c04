"""python bench/load.py [--workbooks 240] [--lists 24] [--repeat 1] [--keep DIR]: how long a load takes.

Writes ordinary workbooks and large lists of businesses, then measures in the same run, on the same files: decoding
alone (python-calamine), reading alone (pandas with openpyxl), and the whole ``ikm load`` in a process of its own with
the peak memory of it and all its children. Writing the files is not counted; of several repeats the best counts.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import xlsxwriter

ROOT = Path(__file__).resolve().parent.parent
SAMPLE_EVERY = 0.02
DISTRICTS = {
    "Bulukumba": ("73.02", "Gantarang Ujung Bulu Kajang Herlang"), "Barru": ("73.11", "Barru Balusu Mallusetasi Pujananting"),
    "Wajo": ("73.13", "Tempe Pammana Majauleng Belawa"), "Soppeng": ("73.12", "Lalabata Liliriaja Ganra Citta"),
    "Pinrang": ("73.15", "Suppa Lembang Patampanua Duampanua"), "Enrekang": ("73.16", "Maiwa Baraka Anggeraja Alla"),
    "Gowa": ("73.06", "Bajeng Pallangga Barombong Manuju"), "Sinjai": ("73.07", "Bulupoddo Tellulimpoe"),
}  # fmt: skip
PERIODS = tuple(f"TRIWULAN {number} TAHUN {year}" for year in (2019, 2020, 2021, 2022) for number in ("I", "II", "III", "IV"))
PRODUCTS = ("Kue kering", "Keripik ubi", "Ikan asap", "Pakaian jadi", "Batu merah", "Anyaman pandan", "Kopi bubuk")
FUNDS = ("DAK Fisik", "DAK Nonfisik", "APBN", "APBD Provinsi", "CSR")
Row = list[Any]
Maker = Callable[[random.Random, list[str], int], Row]


def a_day(dice: random.Random) -> date:
    return date(2019, 1, 1) + timedelta(days=dice.randrange(1400))


def business(dice: random.Random, places: list[str], number: int) -> Row:
    """A row of a list of businesses, without the running number: twenty columns."""
    men, women, production = dice.randrange(1, 9), dice.randrange(1, 9), dice.randrange(20, 400) * 1_000_000
    return [
        f"UD. Contoh {number} {dice.randrange(10**6)}", f"Pemilik Rekaan {dice.randrange(10**6)}", dice.choice("LP"),
        f"{dice.randrange(1, 10)}{dice.randrange(10**12):012}", f"Jl. Contoh No. {dice.randrange(1, 300)}",
        dice.choice(places), f"0812{dice.randrange(10**7, 10**8)}", dice.choice(("UD", "CV", "PT", "Koperasi")),
        dice.randrange(2005, 2019), dice.choice(("10710", "10792", "10214", "14111", "23921")), dice.choice(PRODUCTS),
        dice.choice(("Pangan", "Sandang", "Kerajinan")), men, women, men + women, dice.randrange(10, 900) * 1_000_000,
        dice.randrange(50, 5000), dice.choice(("kg", "buah", "bungkus")), production, production * 6 // 10,
    ]  # fmt: skip


LIST_HEAD = [
    "No", "Nama Usaha", "Nama Pemilik", "L/P", "NIB", "Alamat", "Kecamatan", "No HP", "Bentuk Usaha", "Tahun Izin", "KBLI",
    "Komoditas", "Cabang Industri", "Tenaga Kerja Laki-laki", "Tenaga Kerja Perempuan", "Jumlah Tenaga Kerja",
    "Nilai Investasi (Rp)", "Kapasitas Produksi", "Satuan", "Nilai Produksi (Rp)", "Nilai Bahan Baku (Rp)",
]  # fmt: skip


def chosen(*columns: int) -> Maker:
    """A shorter list of businesses: these columns of the long one."""
    return lambda dice, places, number: [business(dice, places, number)[at] for at in columns]


def activity(dice: random.Random, places: list[str], number: int) -> Row:
    people, budget = dice.randrange(15, 60), dice.randrange(20, 200) * 1_000_000
    return [
        f"Pelatihan contoh {number}-{dice.randrange(10**6)}", "Pelatihan", dice.choice(PRODUCTS), None, None, "Aula Dinas",
        dice.choice(places), people, dice.choice(FUNDS), budget, budget * 9 // 10,
    ]  # fmt: skip


def equipment(dice: random.Random, places: list[str], number: int) -> Row:
    count, price = dice.randrange(1, 9), dice.randrange(1, 40) * 500_000
    return [
        f"KUB Contoh {number}-{dice.randrange(10**6)}", dice.choice(places), "Mesin jahit", count, "unit", price, count * price,
        dice.choice(FUNDS), "Baik",
    ]  # fmt: skip


def sentra(dice: random.Random, places: list[str], number: int) -> Row:
    units = dice.randrange(5, 90)
    return [
        f"Sentra contoh {number}-{dice.randrange(10**6)}", dice.choice(PRODUCTS), dice.choice(places), units, units * 4,
        dice.randrange(1, 90) * 10_000_000, dice.randrange(1995, 2019), "Beroperasi",
    ]  # fmt: skip


def budget_line(dice: random.Random, places: list[str], number: int) -> Row:
    ceiling = dice.randrange(50, 900) * 1_000_000
    return [
        f"Kegiatan contoh {number}-{dice.randrange(10**6)}", dice.choice(FUNDS), ceiling, ceiling * dice.randrange(50, 100) // 100,
        dice.randrange(40, 101), dice.choice(places),
    ]  # fmt: skip


KINDS: tuple[tuple[str, list[str], Maker], ...] = (
    ("DATA INDUSTRI KECIL DAN MENENGAH", [LIST_HEAD[at] for at in (0, 1, 2, 3, 6, 7, 8, 11, 16, 19)],
     chosen(0, 1, 2, 5, 6, 7, 10, 15, 18)),
    ("LAPORAN KEGIATAN PEMBINAAN IKM",
     ["No", "Nama Kegiatan", "Metode Pembinaan", "Komoditas", "Tanggal Mulai", "Tanggal Selesai", "Lokasi", "Kecamatan",
      "Jumlah Peserta", "Sumber Dana", "Anggaran (Rp)", "Realisasi (Rp)"], activity),
    ("DAFTAR PENERIMA BANTUAN PERALATAN IKM",
     ["No", "Nama Penerima", "Kecamatan", "Nama Alat", "Jumlah", "Satuan", "Harga Satuan (Rp)", "Nilai (Rp)", "Sumber Dana",
      "Kondisi"], equipment),
    ("DATA SENTRA IKM",
     ["No", "Nama Sentra", "Komoditas", "Kecamatan", "Jumlah Unit Usaha", "Jumlah Tenaga Kerja", "Nilai Produksi (Rp)",
      "Tahun Berdiri", "Status"], sentra),
    ("REALISASI ANGGARAN BIDANG INDUSTRI",
     ["No", "Nama Kegiatan", "Sumber Dana", "Pagu (Rp)", "Realisasi (Rp)", "Realisasi Fisik (%)", "Lokasi"], budget_line),
)  # fmt: skip


def write_workbook(path: Path, title: list[str], head: list[str], rows: list[Row]) -> None:
    """One workbook: title lines, a blank, the header, numbered rows; days as date cells."""
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Data")
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    for at, text in enumerate(title):
        sheet.write_string(at, 0, text)
    top = len(title) + 1
    sheet.write_row(top, 0, head)
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate([number, *row]):
            if isinstance(value, date):
                sheet.write_datetime(top + number, column, value, day)
            elif isinstance(value, str):
                sheet.write_string(top + number, column, value)
            elif value is not None:
                sheet.write_number(top + number, column, value)
    book.close()


def generate(folder: Path, workbooks: int, lists: int) -> int:
    """Write the files, each for a unit (district, report, period) of its own; returns how many rows they hold."""
    dice = random.Random(20230109)
    names = list(DISTRICTS)
    units = [(kind, name, period) for period in PERIODS for name in names for kind in range(len(KINDS))]
    if workbooks > len(units) or lists > len(names) * len(PERIODS):
        raise SystemExit(f"at most {len(units)} workbooks and {len(names) * len(PERIODS)} lists")
    total = 0
    for number, (kind, name, period) in enumerate(units[:workbooks]):
        announced, head, make = KINDS[kind]
        places = DISTRICTS[name][1].split()
        rows = [make(dice, places, at) for at in range(dice.randrange(10, 41))]
        if kind == 1:
            for row in rows:
                row[3] = a_day(dice).replace(year=int(period[-4:]), day=dice.randrange(1, 25))
                row[3] = row[3].replace(month=3 * PERIODS.index(period) % 12 + dice.randrange(1, 4))
                row[4] = row[3] + timedelta(days=2)
        title = [announced, f"KABUPATEN {name.upper()}", period]
        write_workbook(folder / f"{number:04} {announced.title()} {name}.xlsx", title, head, rows)
        total += len(rows)
    for number in range(lists):
        name, year = names[number % len(names)], 2010 + number // len(names)
        rows = [business(dice, DISTRICTS[name][1].split(), at) for at in range(1500)]
        title = ["DIREKTORI IKM", f"KABUPATEN {name.upper()}", f"TAHUN {year}"]
        write_workbook(folder / f"direktori {name} {year}.xlsx", title, LIST_HEAD, rows)
        total += len(rows)
    return total


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
    for _ in range(repeat):
        home = Path(tempfile.mkdtemp(prefix="ikm-bench-"))
        try:
            seconds, peak = load(folder, home)
            loaded = rows_loaded(home)
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
