"""Fictional rows of the twelve reports: what the warehouse must hold, before anyone makes it untidy."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from tests.workbook_fiction import (
    CODES,
    FIRST,
    GOODS,
    LAST,
    PARTNERS,
    SHOPS,
    SKILLS,
    TOOLS,
    UNITS,
    VENUES,
    WARES,
)
from tests.workbook_places import Period, Place
from tests.workbook_titles import CATEGORIES, FUNDS, METHODS
from tests.workbook_values import later

Cells = dict[str, str | int | float | date | None]


def name_of(rng: Random) -> str:
    return f"{rng.choice(FIRST)} {rng.choice(LAST)}"


def amount(rng: Random, low: int, high: int) -> int:
    """A sum of money in millions with a half now and then, so that every scale can show it exactly."""
    return rng.randint(low * 2, high * 2) * 500_000


def village(place: Place, rng: Random) -> Cells:
    kecamatan = rng.choice(sorted(place.villages))
    return {"kecamatan": kecamatan, "desa": rng.choice(place.villages[kecamatan][1])}


def person(place: Place, rng: Random, kecamatan: str) -> Cells:
    woman = rng.random() < 0.5
    born = date(1955, 1, 1) + timedelta(days=rng.randint(0, 17_000))
    code = place.villages[kecamatan][0].replace(".", "")
    birth = f"{born.day + (40 if woman else 0):02d}{born.month:02d}{born.year % 100:02d}"
    return {
        "nik": f"{code}{birth}{rng.randint(1, 99):04d}",
        "jenis_kelamin": "P" if woman else "L",
        "telepon": f"+628{rng.choice((11, 12, 13, 21, 52, 53, 57))}{rng.randint(1_000_000, 99_999_999):08d}",
        "alamat": f"{rng.choice(('Jl. Merdeka', 'Jl. Pelabuhan', 'Dusun Timur', 'Lingk. Baru'))} {rng.randint(1, 140)}",
    }


def span(period: Period, rng: Random, longest: int = 6) -> tuple[date, date]:
    first = period.first + timedelta(days=rng.randrange((period.last - period.first).days))
    return first, later(first, rng.randint(0, longest), period.last)


def category(name: str, rng: Random) -> str:
    return rng.choice(sorted(CATEGORIES[name]))


def ikm(place: Place, period: Period, rng: Random) -> Cells:
    where = village(place, rng)
    men, women = rng.randint(0, 14), rng.randint(0, 9)
    produced = amount(rng, 40, 2_000)
    return {
        **where,
        **person(place, rng, str(where["kecamatan"])),
        "nama_usaha": f"{rng.choice(('IKM', 'UD', 'CV', 'Usaha'))} {rng.choice(WARES)} {rng.randint(1, 99)}",
        "nama_pemilik": name_of(rng),
        "nib": f"{rng.randint(1_000_000_000_000, 9_300_000_000_000)}",
        "bentuk_usaha": category("bentuk_usaha", rng),
        "tahun_izin": rng.randint(1998, period.first.year),
        "kbli": rng.choice(CODES),
        "komoditas": rng.choice(GOODS),
        "cabang_industri": category("cabang_industri", rng),
        "tenaga_kerja_l": men,
        "tenaga_kerja_p": women,
        "tenaga_kerja": men + women,
        "nilai_investasi": amount(rng, 10, 900),
        "kapasitas_produksi": rng.randint(50, 90_000) + rng.choice((0, 0, 0.5)),
        "satuan_produksi": rng.choice(UNITS),
        "nilai_produksi": produced,
        "nilai_bahan_baku": max(500_000, produced * rng.randint(20, 80) // 100 // 500_000 * 500_000),
        "status": category("ikm.status", rng),
    }


def rekap(place: Place, period: Period, rng: Random) -> Cells:
    units = rng.randint(8, 900)
    return {
        "kelompok": rng.choice(sorted(place.villages)),
        "jumlah_unit": units,
        "tenaga_kerja": units * rng.randint(2, 6),
        "nilai_investasi": amount(rng, 300, 9_000),
        "nilai_produksi": amount(rng, 3_000, 9_900),
        "nilai_bahan_baku": amount(rng, 200, 2_900),
        "nilai_ekspor": amount(rng, 1, 500),
        "wirausaha_baru": rng.randint(0, 40),
    }


def pembinaan(place: Place, period: Period, rng: Random) -> Cells:
    first, last = span(period, rng)
    men, women = rng.randint(2, 30), rng.randint(2, 30)
    budget = amount(rng, 20, 400)
    method, goods = category("metode", rng), rng.choice(GOODS)
    return {
        "nama_kegiatan": f"{method.capitalize()} {rng.choice(SKILLS).lower()} {goods.lower()} "
        f"angkatan {rng.randint(1, 40)}",
        "metode": method,
        "komoditas": goods,
        "tanggal_mulai": first,
        "tanggal_selesai": last,
        "lokasi": rng.choice(VENUES),
        "kecamatan": village(place, rng)["kecamatan"],
        "penyelenggara": rng.choice(
            ("Dinas Perindustrian", "Bidang Industri Agro", "Disperindag", "Balai Diklat")
        ),
        "mitra": rng.choice(PARTNERS),
        "jumlah_peserta": men + women,
        "peserta_l": men,
        "peserta_p": women,
        "sumber_dana": rng.choice(sorted(FUNDS)),
        "anggaran": budget,
        "realisasi": max(500_000, budget * rng.randint(40, 100) // 100 // 500_000 * 500_000),
        "keterangan": rng.choice(("selesai tepat waktu", "lanjutan tahun lalu", "dua angkatan")),
    }


def peserta(place: Place, period: Period, rng: Random) -> Cells:
    where = village(place, rng)
    first, last = span(period, rng)
    method = rng.choice(sorted(METHODS))
    return {
        **where,
        **person(place, rng, str(where["kecamatan"])),
        "nama_peserta": name_of(rng),
        "nama_usaha": f"{rng.choice(('IKM', 'UD', 'KUB'))} {rng.choice(WARES)}",
        "nama_kegiatan": f"{method.capitalize()} {rng.choice(SKILLS).lower()} IKM",
        "metode": method,
        "komoditas": rng.choice(GOODS),
        "tanggal_mulai": first,
        "tanggal_selesai": last,
    }


def bantuan_alat(place: Place, period: Period, rng: Random) -> Cells:
    where = village(place, rng)
    pieces, price = rng.randint(1, 12), amount(rng, 1, 60)
    return {
        **where,
        "nik": person(place, rng, str(where["kecamatan"]))["nik"],
        "nama_penerima": f"{rng.choice(('KUB', 'IKM', 'Kelompok'))} {rng.choice(WARES)}",
        "nama_pemilik": name_of(rng),
        "nama_alat": rng.choice(TOOLS),
        "jumlah": pieces,
        "satuan": rng.choice(("unit", "buah", "set", "paket")),
        "harga_satuan": price,
        "nilai": pieces * price,
        "tanggal_serah": span(period, rng)[0],
        "sumber_dana": rng.choice(sorted(FUNDS)),
        "kondisi": category("kondisi", rng),
    }


def pasar_murah(place: Place, period: Period, rng: Random) -> Cells:
    first, last = span(period, rng, 4)
    return {
        "tanggal_mulai": first,
        "tanggal_selesai": last,
        "lokasi": rng.choice(VENUES),
        "kecamatan": village(place, rng)["kecamatan"],
        "model": category("model", rng),
        "nama_retail": rng.choice(SHOPS),
        "nilai_transaksi": amount(rng, 4, 90),
        "jumlah_pembeli": rng.randint(40, 2_500),
        "nilai_subsidi": amount(rng, 1, 20),
    }


MAKERS: dict[str, Callable[[Place, Period, Random], Cells]] = {
    "ikm": ikm,
    "rekap": rekap,
    "pembinaan": pembinaan,
    "peserta": peserta,
    "bantuan_alat": bantuan_alat,
    "pasar_murah": pasar_murah,
}
