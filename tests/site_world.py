"""A province with something of everything, for the tests of the page. All of it is invented."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from schemas.district_names import districts
from tests.deliveries import delivery
from warehouse.records import Delivery, FindingRow, HeldRow

SULSEL = tuple(kode for kode in districts() if kode.startswith("73."))
#: What must not get onto the page: it stands in the deliveries below.
SECRETS = ("Rahmawati Contoh", "7311234567890123", "081234567890", "Jalan Rahasia 99")


def lists(kode: str, year: int, count: int, quarter: int = 0) -> Delivery:
    """A list of ``count`` businesses of one district; each names people that nobody may see."""
    rows = [
        {
            "nama_usaha": f"Usaha {number}",
            "nama_pemilik": SECRETS[0],
            "nik": SECRETS[1],
            "telepon": SECRETS[2],
            "alamat": SECRETS[3],
            "kecamatan": "Kota",
            "cabang_industri": ["pangan", "sandang", "kerajinan"][number % 3],
            "tenaga_kerja": 1 + (number * 7 + year) % 12,
            "nilai_investasi": 3_000_000 * (1 + number % 9),
            "nilai_produksi": 12_000_000 * (1 + (number + year) % 7),
        }
        for number in range(count)
    ]
    periode = f"{year}-T{quarter}" if quarter else str(year)
    return delivery("ikm", rows, f"IKM {SECRETS[0]} {kode} {periode}.xlsx", kode, periode)


def activities(kode: str, year: int, count: int) -> Delivery:
    """``count`` activities of one district, every other one paid for and so held."""
    rows: list[dict[str, Any]] = [
        {
            "nama_kegiatan": f"Kegiatan {number}",
            "metode": ["pelatihan", "pendampingan"][number % 2],
            "jumlah_peserta": 20 + number,
            "anggaran": 40_000_000,
            "realisasi": 38_000_000 if number % 2 else None,
        }
        for number in range(count)
    ]
    return delivery("pembinaan", rows, f"Pembinaan {kode} {year}.xlsx", kode, str(year))


def sentra(kode: str, year: int) -> Delivery:
    """Two sentra of one district, and a row held back and a doubt that name somebody."""
    rows = [
        {"nama_sentra": "Sentra Tenun", "jumlah_unit": 12, "status": "beroperasi"},
        {"nama_sentra": "Sentra Rotan", "jumlah_unit": 6, "status": "dibangun"},
    ]
    back = HeldRow(9, {"nama_sentra": None, "pengelola": SECRETS[0]}, ["WAJIB_KOSONG"])
    found = [
        FindingRow(
            "Sentra.xlsx",
            "Sheet1",
            9,
            "nama_sentra",
            "B9",
            "WAJIB_KOSONG",
            "galat",
            None,
            "Isian wajib kosong.",
        ),
        FindingRow(
            "Sentra.xlsx",
            "Sheet1",
            6,
            "nik",
            "C6",
            "NIK_TIDAK_SAH",
            "peringatan",
            SECRETS[1],
            SECRETS[0],
            True,
        ),
    ]
    return delivery("sentra", rows, f"Sentra {kode}.xlsx", kode, str(year), held=[back], findings=found)


def refused(kode: str | None, finding: str, periode: str | None = None) -> Delivery:
    """A file of which nothing was loaded."""
    found = [
        FindingRow("Berkas.xlsx", None, None, None, None, finding, "galat", None, f"Ditolak: {SECRETS[0]}")
    ]
    return delivery(
        "ikm",
        [],
        f"Berkas {SECRETS[0]} {finding}.xlsx",
        kode,
        periode,
        isi_sha256=finding,
        good=None,
        findings=found,
    )


def province(codes: Sequence[str] = SULSEL, years: Sequence[int] = (2020, 2021, 2022)) -> Iterator[Delivery]:
    """Lists of most districts, more of them each year; summaries of some; activities of every third."""
    for at, kode in enumerate(codes):
        for place, year in enumerate(years):
            if (at + place * 5) % 7:
                yield lists(kode, year, 5 + (at * 13 + place * 7) % 60)
            if at % 3 == 0:
                yield activities(kode, year, 1 + (at + place) % 5)
    for at, kode in enumerate(codes[::5]):
        yield sentra(kode, years[-1] - at % 2)
    yield refused(None, "WILAYAH_AMBIGU")
    yield refused(codes[0], "PERIODE_TAK_DIKENAL")
