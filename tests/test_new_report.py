"""A newcomer adds a report type: one file, and one name in the list. Nothing else is touched."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from tests.deliveries import ask
from tests.sheets import write_workbook

ROOT = Path(__file__).parent.parent
FILE = '''"""New entrepreneurs: one row is one person who opened a business."""

import polars as pl

from schemas.base import Report, column
from schemas.phrases import phrases


class WirausahaBaru(Report):
    """One new entrepreneur."""

    nama: pl.String = column(
        "text", title="Nama wirausaha", title_en="Entrepreneur", meaning="Orang yang membuka usaha.",
        meaning_en="Person who opened a business.", required=True, personal="nama",
        wordings=phrases("Nama Wirausaha | Nama Wirausaha Baru | Nama WUB"),
    )
    bidang_usaha: pl.String = column(
        "text", title="Bidang usaha", title_en="Line of business", meaning="Bidang usahanya.",
        meaning_en="Line of business.", wordings=phrases("Bidang Usaha | Jenis Usaha Baru"),
    )
    tanggal_mulai_usaha: pl.Date = column(
        "date", title="Mulai usaha", title_en="Opened on", meaning="Hari pertama usaha.",
        meaning_en="First day of business.", wordings=phrases("Mulai Usaha | Tanggal Mulai Usaha"),
    )
    modal_awal: pl.Int64 = column(
        "money", title="Modal awal", title_en="Starting capital", meaning="Modal saat mulai, rupiah.",
        meaning_en="Capital at the start, rupiah.", unit="rupiah", required=True,
        wordings=phrases("Modal Awal | Modal Mulai Usaha"),
    )
    pendamping: pl.String = column(
        "category", title="Pendamping", title_en="Mentor", meaning="Siapa yang mendampingi.",
        meaning_en="Who mentors.", categories={"dinas": ("Disperindag",), "kampus": ("Politeknik", "Universitas")},
        wordings=phrases("Pendamping | Lembaga Pendamping"),
    )

    class Config(Report.Config):
        title = "Wirausaha baru"
        metadata = {
            "name": "wirausaha_baru",
            "title_en": "New entrepreneurs",
            "meaning": "Wirausaha baru per kabupaten/kota.",
            "meaning_en": "New entrepreneurs by district.",
            "title_words": phrases("Wirausaha Baru | Data WUB"),
        }
'''


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program with the new report type: its file, one import and one name."""
    folder = tmp_path_factory.mktemp("salinan")
    for package in ("schemas", "flows", "warehouse"):
        shutil.copytree(ROOT / package, folder / package, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "schemas" / "wirausaha_baru.py").write_text(FILE, encoding="utf-8")
    reports = folder / "schemas" / "reports.py"
    text = reports.read_text(encoding="utf-8")
    assert text.count("    Usulan,\n") == 1
    text = text.replace("    Usulan,\n", "    Usulan,\n    WirausahaBaru,\n")
    text = text.replace(
        "import Usulan\n", "import Usulan\nfrom schemas.wirausaha_baru import WirausahaBaru\n"
    )
    reports.write_text(text, encoding="utf-8")
    return folder


def ikm(copy: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    surroundings = {**os.environ, "PYTHONPATH": str(copy), "PYTHONSAFEPATH": "1"}
    surroundings.pop("IKM_BAHASA", None)
    return subprocess.run(
        [sys.executable, "-m", "flows.cli", *arguments], cwd=copy, env=surroundings, capture_output=True, text=True,
        timeout=120, check=False,
    )  # fmt: skip


@pytest.fixture(scope="module")
def loaded(copy: Path) -> Iterator[tuple[Path, subprocess.CompletedProcess[str]]]:
    write_workbook(
        copy / "masuk" / "wub.xlsx",
        {
            "WUB": [
                ("DATA WIRAUSAHA BARU KABUPATEN BARRU",), ("TRIWULAN II TAHUN 2021",), (),
                ("No", "Nama Wirausaha", "Bidang Usaha", "Mulai Usaha", "Modal Awal (Rp.000)", "Lembaga Pendamping"),
                (1, "Rahman", "Abon ikan", "5 Mei 2021", 2_500, "Politeknik"),
                (2, "Sitti Aminah", "Kue kering", "3/6/2021", "1.750", "Disperindag"),
                (3, "Abdul Malik", "Bengkel", "-", None, "Disperindag"),
                ("JUMLAH", None, None, None, 4_250, None),
            ]
        },
    )  # fmt: skip
    home = copy / "data"
    yield home, ikm(copy, "load", str(copy / "masuk"), "--home", str(home))


def test_the_new_report_is_loaded(loaded: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    home, run = loaded
    assert (run.returncode, run.stderr) == (1, ""), (
        run.stdout + run.stderr
    )  # one row without its capital is held back
    told = "SELECT baris, kode_wilayah, periode, bidang_usaha, CAST(tanggal_mulai_usaha AS VARCHAR)"
    assert ask(
        home / "warehouse" / "ikm.duckdb",
        f"{told}, modal_awal, pendamping FROM wirausaha_baru ORDER BY baris",
    ) == [
        (5, "73.11", "2021-T2", "Abon ikan", "2021-05-05", 2_500_000, "kampus"),
        (6, "73.11", "2021-T2", "Kue kering", "2021-06-03", 1_750_000, "dinas"),
    ]
    assert ask(home / "warehouse" / "ikm.duckdb", "SELECT laporan, kode FROM karantina") == [
        ("wirausaha_baru", ["WAJIB_KOSONG"])
    ]
    claims = ask(home / "warehouse" / "ikm.duckdb", "SELECT kolom, nilai, jumlah_baris FROM klaim")
    assert claims == [("modal_awal", 4_250_000.0, 4_250_000.0)]


def test_its_persons_are_masked_and_its_columns_described(
    loaded: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    home, _ = loaded
    open_rows = str(ask(home / "warehouse" / "ikm.duckdb", "SELECT * FROM wirausaha_baru"))
    assert "Rahman" not in open_rows and "Aminah" not in open_rows
    restricted = ask(
        home / "warehouse" / "terbatas" / "ikm.duckdb", "SELECT nama FROM wirausaha_baru ORDER BY baris"
    )
    assert restricted == [("Rahman",), ("Sitti Aminah",)]
    comments = ask(
        home / "warehouse" / "ikm.duckdb",
        "SELECT comment FROM duckdb_columns() WHERE table_name = 'wirausaha_baru' AND column_name = 'modal_awal'",
    )
    assert comments and "Modal saat mulai" in str(comments[0][0])


def test_it_has_its_blank_form(copy: Path) -> None:
    path = copy / "formulir.xlsx"
    period = ("--wilayah", "73.11", "--periode", "2021-T2")
    assert ikm(copy, "template", "wirausaha_baru", *period, "--keluar", str(path)).returncode == 0
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    head = next(row for row in sheet.iter_rows() if row[0].value == "No")
    assert [cell.value for cell in head] == [
        "No", "Nama wirausaha *", "Bidang usaha", "Mulai usaha", "Modal awal (Rp) *", "Pendamping",
    ]  # fmt: skip
    for place, value in enumerate((1, "Rahman", "Abon ikan", date(2021, 5, 5), 2_500_000, "kampus"), start=1):
        sheet.cell(head[0].row + 1, place, value)
    book.save(path)
    checked = ikm(copy, "check", str(path))
    assert (checked.returncode, checked.stderr) == (0, "")
    assert "wirausaha_baru, 73.11, 2021-T2" in checked.stdout and "tidak ada temuan" in checked.stdout


def test_the_other_reports_are_as_they_were(
    copy: Path, loaded: tuple[Path, subprocess.CompletedProcess[str]]
) -> None:
    sample = copy / "pasar.xlsx"
    write_workbook(
        sample,
        {
            "Pasar": [
                ("PASAR MURAH KABUPATEN BARRU TAHUN 2021",), (),
                ("No", "Tanggal", "Lokasi", "Nama Retail", "Nilai Transaksi (Rp)"),
                (1, "5 Mei 2021", "Lapangan", "Toko Makmur", 70_000_000),
            ]
        },
    )  # fmt: skip
    home, _ = loaded
    assert ikm(copy, "load", str(sample), "--home", str(home)).returncode == 0
    assert ask(home / "warehouse" / "ikm.duckdb", "SELECT nilai_transaksi FROM pasar_murah") == [
        (70_000_000,)
    ]
    assert ask(home / "warehouse" / "ikm.duckdb", "SELECT count(*) FROM wirausaha_baru") == [(2,)]
