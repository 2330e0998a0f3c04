"""The files that ``bench/load.py`` measures on: short reports of five kinds, and long lists of businesses."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import xlsxwriter


class District(NamedTuple):
    name: str
    kode: str
    kecamatan: tuple[str, ...]


DISTRICTS = (
    District("Bulukumba", "7302", ("Gantarang", "Ujung Bulu", "Kajang", "Herlang")),
    District("Gowa", "7306", ("Bajeng", "Pallangga", "Barombong", "Manuju")),
    District("Bone", "7308", ("Kahu", "Kajuara", "Mare", "Barebbo")),
    District("Barru", "7311", ("Barru", "Balusu", "Mallusetasi", "Pujananting")),
    District("Soppeng", "7312", ("Lalabata", "Liliriaja", "Ganra", "Citta")),
    District("Wajo", "7313", ("Tempe", "Pammana", "Majauleng", "Belawa")),
    District("Pinrang", "7315", ("Suppa", "Lembang", "Patampanua", "Duampanua")),
    District("Enrekang", "7316", ("Maiwa", "Baraka", "Anggeraja", "Alla")),
)
QUARTERS = ("I", "II", "III", "IV")
YEARS = (2019, 2020, 2021, 2022)
LIST_YEARS = tuple(range(2019, 2025))
PRODUCTS = (
    "Kue kering",
    "Keripik ubi",
    "Ikan asap",
    "Pakaian jadi",
    "Batu merah",
    "Anyaman pandan",
    "Kopi bubuk",
)
FUNDS = ("DAK Fisik", "DAK Nonfisik", "APBN", "APBD Provinsi", "CSR")
Row = list[Any]
Maker = Callable[[random.Random, District, int, date], Row]


def business(dice: random.Random, where: District, number: int, start: date) -> Row:
    """A row of a list of businesses, without the running number: twenty columns."""
    men, women, production = dice.randrange(1, 9), dice.randrange(1, 9), dice.randrange(20, 400) * 1_000_000
    gender = dice.choice("LP")
    day = dice.randrange(1, 29) + (40 if gender == "P" else 0)
    nik = f"{where.kode}01{day:02}{dice.randrange(1, 13):02}{dice.randrange(55, 100)}{dice.randrange(1, 9999):04}"
    return [
        f"UD. Contoh {number} {dice.randrange(10**6)}", f"Pemilik Rekaan {dice.randrange(10**6)}", gender, nik,
        f"{dice.randrange(1, 10)}{dice.randrange(10**12):012}", f"Jl. Contoh No. {dice.randrange(1, 300)}",
        dice.choice(where.kecamatan), f"0812{dice.randrange(10**7, 10**8)}", dice.choice(("UD", "CV", "PT")),
        dice.randrange(2005, 2019), dice.choice(("10710", "10792", "10214", "14111", "23921")),
        dice.choice(PRODUCTS), men, women, men + women, dice.randrange(10, 900) * 1_000_000,
        dice.randrange(50, 5000), dice.choice(("kg", "buah", "bungkus")), production, production * 6 // 10,
    ]  # fmt: skip


LIST_HEAD = [
    "No", "Nama Usaha", "Nama Pemilik", "L/P", "NIK", "NIB", "Alamat", "Kecamatan", "No HP", "Bentuk Usaha",
    "Tahun Izin", "KBLI", "Komoditas", "Tenaga Kerja Laki-laki", "Tenaga Kerja Perempuan", "Jumlah Tenaga Kerja",
    "Nilai Investasi (Rp)", "Kapasitas Produksi", "Satuan", "Nilai Produksi (Rp)", "Nilai Bahan Baku (Rp)",
]  # fmt: skip
SHORT = (0, 1, 2, 6, 7, 8, 11, 15, 18)


def short_business(dice: random.Random, where: District, number: int, start: date) -> Row:
    """The columns of a business that a short list has."""
    row = business(dice, where, number, start)
    return [row[at] for at in SHORT]


def activity(dice: random.Random, where: District, number: int, start: date) -> Row:
    people, budget = dice.randrange(15, 60), dice.randrange(20, 200) * 1_000_000
    first = start + timedelta(days=dice.randrange(80))
    return [
        f"Pelatihan contoh {number}-{dice.randrange(10**6)}", "Pelatihan", dice.choice(PRODUCTS), first,
        first + timedelta(days=2), "Aula Dinas", dice.choice(where.kecamatan), people, dice.choice(FUNDS), budget,
        budget * 9 // 10,
    ]  # fmt: skip


def equipment(dice: random.Random, where: District, number: int, start: date) -> Row:
    count, price = dice.randrange(1, 9), dice.randrange(1, 40) * 500_000
    return [
        f"KUB Contoh {number}-{dice.randrange(10**6)}", dice.choice(where.kecamatan), "Mesin jahit", count, "unit",
        price, count * price, dice.choice(FUNDS), "Baik",
    ]  # fmt: skip


def sentra(dice: random.Random, where: District, number: int, start: date) -> Row:
    units = dice.randrange(5, 90)
    return [
        f"Sentra contoh {number}-{dice.randrange(10**6)}", dice.choice(PRODUCTS), dice.choice(where.kecamatan), units,
        units * 4, dice.randrange(1, 90) * 10_000_000, dice.randrange(1995, 2019), "Beroperasi",
    ]  # fmt: skip


def budget_line(dice: random.Random, where: District, number: int, start: date) -> Row:
    ceiling = dice.randrange(50, 900) * 1_000_000
    return [
        "Pembangunan Industri", f"Kegiatan contoh {number}-{dice.randrange(10**6)}", dice.choice(FUNDS), ceiling,
        ceiling * dice.randrange(50, 100) // 100, dice.randrange(40, 101),
    ]  # fmt: skip


KINDS: tuple[tuple[str, list[str], Maker], ...] = (
    ("DATA INDUSTRI KECIL DAN MENENGAH", ["No", *(LIST_HEAD[at + 1] for at in SHORT)], short_business),
    (
        "LAPORAN KEGIATAN PEMBINAAN IKM",
        [
            "No", "Nama Kegiatan", "Metode Pembinaan", "Komoditas", "Tanggal Mulai", "Tanggal Selesai", "Lokasi",
            "Kecamatan", "Jumlah Peserta", "Sumber Dana", "Anggaran (Rp)", "Realisasi (Rp)",
        ],
        activity,
    ),
    (
        "DAFTAR PENERIMA BANTUAN PERALATAN IKM",
        [
            "No", "Nama Penerima", "Kecamatan", "Nama Alat", "Jumlah", "Satuan", "Harga Satuan (Rp)", "Nilai (Rp)",
            "Sumber Dana", "Kondisi",
        ],
        equipment,
    ),
    (
        "DATA SENTRA IKM",
        [
            "No", "Nama Sentra", "Komoditas", "Kecamatan", "Jumlah Unit Usaha", "Jumlah Tenaga Kerja",
            "Nilai Produksi (Rp)", "Tahun Berdiri", "Status",
        ],
        sentra,
    ),
    (
        "REALISASI ANGGARAN BIDANG INDUSTRI",
        ["No", "Program", "Nama Kegiatan", "Sumber Dana", "Pagu (Rp)", "Realisasi (Rp)", "Realisasi Fisik (%)"],
        budget_line,
    ),
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
    units = list(itertools.product(YEARS, range(4), DISTRICTS, range(len(KINDS))))
    listed = list(itertools.product(LIST_YEARS, DISTRICTS))
    if workbooks > len(units) or lists > len(listed):
        raise SystemExit(f"at most {len(units)} workbooks and {len(listed)} lists")
    total = 0
    for number, (year, quarter, where, kind) in enumerate(units[:workbooks]):
        announced, head, make = KINDS[kind]
        start = date(year, 3 * quarter + 1, 1)
        rows = [make(dice, where, at, start) for at in range(dice.randrange(10, 41))]
        title = [announced, f"KABUPATEN {where.name.upper()}", f"TRIWULAN {QUARTERS[quarter]} TAHUN {year}"]
        write_workbook(folder / f"{number:04} {announced.title()} {where.name}.xlsx", title, head, rows)
        total += len(rows)
    for year, where in listed[:lists]:
        rows = [business(dice, where, at, date(year, 1, 1)) for at in range(1500)]
        title = ["DIREKTORI IKM", f"KABUPATEN {where.name.upper()}", f"TAHUN {year}"]
        write_workbook(folder / f"direktori {where.name} {year}.xlsx", title, LIST_HEAD, rows)
        total += len(rows)
    return total
