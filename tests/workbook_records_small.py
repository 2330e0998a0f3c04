"""Fictional rows of the smaller reports, and the lists that the generator makes of any report."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from tests.workbook_fiction import GOODS, PARTNERS, SKILLS, SUBJECTS, TOOLS, UNITS, VENUES, VISITORS, WARES
from tests.workbook_places import Period, Place
from tests.workbook_records import MAKERS, Cells, amount, category, name_of, span, village
from tests.workbook_titles import FUNDS


def sentra(place: Place, period: Period, rng: Random) -> Cells:
    goods = rng.choice(GOODS)
    return {
        **village(place, rng),
        "nama_sentra": f"Sentra {goods} {rng.choice(WARES)}",
        "komoditas": goods,
        "jumlah_unit": rng.randint(5, 140),
        "jumlah_workshop": rng.randint(1, 40),
        "tenaga_kerja": rng.randint(15, 600),
        "nilai_produksi": amount(rng, 200, 8_000),
        "tahun_berdiri": rng.randint(1985, period.first.year),
        "status": category("sentra.status", rng),
        "sumber_dana": rng.choice(sorted(FUNDS)),
    }


def anggaran(place: Place, period: Period, rng: Random) -> Cells:
    ceiling = amount(rng, 50, 4_000)
    share = rng.randint(20, 100)
    return {
        "program": rng.choice(
            ("Program Perencanaan dan Pembangunan Industri", "Program Pengendalian Izin Usaha Industri")
        ),
        "nama_kegiatan": f"{rng.choice(('Fasilitasi', 'Pengadaan', 'Pembinaan', 'Revitalisasi'))} "
        f"{rng.choice(SKILLS).lower()} {rng.choice(GOODS).lower()} tahap {rng.randint(1, 40)}",
        "sumber_dana": rng.choice(sorted(FUNDS)),
        "pagu": ceiling,
        "realisasi": max(500_000, ceiling * share // 100 // 500_000 * 500_000),
        "realisasi_fisik": round(min(99.99, share * 0.9 + rng.randint(1, 999) / 100), 2),
    }


def kerja_sama(place: Place, period: Period, rng: Random) -> Cells:
    status = category("kerja_sama.status", rng)
    signed: date | None = span(period, rng)[0]
    if status in {"penjajakan", "pembahasan"}:
        signed = None
    return {
        "mitra": rng.choice(PARTNERS),
        "jenis_dokumen": category("jenis_dokumen", rng),
        "tentang": f"{rng.choice(SUBJECTS)} {rng.choice(GOODS).lower()}",
        "tanggal_tanda_tangan": signed,
        "berlaku_sampai": None if signed is None else signed + timedelta(days=365 * rng.randint(1, 3)),
        "status": status,
    }


def potensi(place: Place, period: Period, rng: Random) -> Cells:
    return {
        **village(place, rng),
        "komoditas": rng.choice(GOODS),
        "sektor": category("sektor", rng),
        "volume": rng.randint(5, 9_000) + rng.choice((0, 0, 0.25)),
        "satuan": rng.choice(UNITS),
        "jumlah_pelaku": rng.randint(3, 900),
        "kebutuhan_kompetensi": rng.choice(SKILLS),
    }


def usulan(place: Place, period: Period, rng: Random) -> Cells:
    return {
        **village(place, rng),
        "uraian": f"{rng.choice(('Pengadaan', 'Bantuan', 'Pelatihan pemakaian'))} {rng.choice(TOOLS).lower()}",
        "volume": rng.randint(1, 30),
        "satuan": rng.choice(("unit", "paket", "orang", "set")),
        "perkiraan_biaya": amount(rng, 5, 600),
        "sumber_dana": rng.choice(sorted(FUNDS)),
        "prioritas": rng.randint(1, 9),
    }


def kunjungan(place: Place, period: Period, rng: Random) -> Cells:
    return {
        "tanggal": span(period, rng)[0],
        "jenis": category("jenis", rng),
        "asal": rng.choice(VISITORS),
        "tujuan": f"{rng.choice(VENUES)} {place.name}",
        "jumlah_orang": rng.randint(4, 120),
        "pimpinan": name_of(rng),
        "agenda": f"Studi {rng.choice(SUBJECTS).lower()}",
    }


ALL_MAKERS: dict[str, Callable[[Place, Period, Random], Cells]] = {
    **MAKERS,
    "sentra": sentra,
    "anggaran": anggaran,
    "kerja_sama": kerja_sama,
    "potensi": potensi,
    "usulan": usulan,
    "kunjungan": kunjungan,
}
REQUIRED: dict[str, tuple[str, ...]] = {
    "ikm": ("nama_usaha",),
    "rekap": ("kelompok", "jumlah_unit"),
    "pembinaan": ("nama_kegiatan",),
    "peserta": ("nama_peserta", "nama_kegiatan"),
    "bantuan_alat": ("nama_penerima", "nama_alat", "jumlah"),
    "pasar_murah": ("lokasi", "nama_retail", "nilai_transaksi"),
    "sentra": ("nama_sentra", "jumlah_unit"),
    "anggaran": ("nama_kegiatan", "sumber_dana", "pagu"),
    "kerja_sama": ("mitra", "tentang"),
    "potensi": ("komoditas",),
    "usulan": ("uraian",),
    "kunjungan": ("tanggal", "asal", "jumlah_orang"),
}
NEVER_BLANK = frozenset({"kecamatan", "desa", "metode", "tenaga_kerja", "jumlah_peserta"})
"""A blank here could be filled with good reason from another cell, so the truth would be open."""


def records(report: str, place: Place, period: Period, rng: Random, count: int) -> list[Cells]:
    """``count`` rows, no two alike, by kecamatan where there is one; a few optional cells are empty."""
    made: dict[str, Cells] = {}
    for _ in range(count * 5):
        row = ALL_MAKERS[report](place, period, rng)
        key = str(row[REQUIRED[report][0]]) + (
            "" if report == "rekap" else str(sorted(map(str, row.values())))
        )
        made.setdefault(key, row)
        if len(made) == count:
            break
    rows = list(made.values())
    for row in rows:
        for column in row:
            if column not in REQUIRED[report] and column not in NEVER_BLANK and rng.random() < 0.05:
                row[column] = None
    return sorted(rows, key=lambda row: str(row.get("kecamatan", "")))
