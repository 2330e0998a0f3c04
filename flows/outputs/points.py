"""A stored finding as its office reads it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Protocol

from flows.outputs.reply import Point
from schemas.findings import advice, split_message, title
from schemas.reports import spec


class Stored(Protocol):
    """A finding as the warehouse keeps it."""

    @property
    def kode(self) -> str: ...
    @property
    def tingkat(self) -> str: ...
    @property
    def lembar(self) -> str | None: ...
    @property
    def baris(self) -> int | None: ...
    @property
    def kolom(self) -> str | None: ...
    @property
    def sel(self) -> str | None: ...
    @property
    def nilai(self) -> str | None: ...
    @property
    def pesan(self) -> str: ...
    @property
    def pribadi(self) -> bool: ...
    @property
    def penjelasan(self) -> str | None: ...


# The list of findings tells the data officer what to type; an office can only mend its workbook.
_SAY_THE_DISTRICT = "Tulis nama resmi kabupaten/kota di judul setiap lembar, lalu kirim kembali."
_SAY_THE_PERIOD = "Tulis tahun dan periode laporan di judul setiap lembar, lalu kirim kembali."
_FOR_AN_OFFICE: Mapping[str, str] = MappingProxyType(
    {
        "WILAYAH_TAK_DIKENAL": _SAY_THE_DISTRICT,
        "WILAYAH_AMBIGU": _SAY_THE_DISTRICT,
        "WILAYAH_BERTENTANGAN": "Samakan nama kabupaten/kota di judul, lembar, dan nama berkas, lalu kirim kembali.",
        "PERIODE_TAK_DIKENAL": _SAY_THE_PERIOD,
        "PERIODE_BERTENTANGAN": "Samakan periode di judul, lembar, dan nama berkas, lalu kirim kembali.",
        "BERKAS_BERBAHAYA": "Simpan ulang data itu dengan Excel sebagai berkas baru, lalu kirim kembali.",
        "TABEL_TAK_DIPAHAMI": "Bila lembar itu berisi laporan, perjelas judul kolomnya; bila bukan, tulis di "
        "kolom Penjelasan.",
        "KOLOM_TAK_DIKENAL": "Perjelas judul kolomnya, atau tulis arti kolom itu di kolom Penjelasan.",
        "KIRIMAN_MENAMBAH": "Kirim satu daftar yang lengkap, atau tulis di kolom Penjelasan bila barisnya memang lain.",
        "KIRIMAN_MENGGANTIKAN": "Tidak perlu apa-apa bila ini memang perbaikan; bila bukan, beri tahu kami.",
        "WILAYAH_DARI": "Tidak perlu apa-apa bila benar; bila salah, tulis nama kabupaten/kota di judul.",
        "PERIODE_DARI": "Tidak perlu apa-apa bila benar; bila salah, tulis periodenya di judul.",
        "ISTILAH_DIPAKAI": "Tidak perlu apa-apa bila benar; bila salah, beri tahu kami.",
        "KOREKSI_DIPAKAI": "Tidak perlu apa-apa bila benar; bila salah, beri tahu kami.",
    }
)


def point_of(one: Stored, laporan: str | None) -> Point:
    """The finding in the words of the office; ``laporan``: the report type whose column ``kolom`` is."""
    pesan, tindakan = split_message(one.kode, one.pesan)
    return Point(
        one.kode,
        one.tingkat,
        one.lembar,
        one.baris,
        one.sel,
        column_title(laporan, one.kolom),
        one.nilai,
        title(one.kode),
        pesan,
        _for_an_office(one.kode, one.sel, tindakan),
        penjelasan=one.penjelasan,
        pribadi=bool(one.pribadi),
    )


def general_advice(kode: str, in_a_cell: bool) -> str:
    """How findings of one kind are put right, without the details of any of them."""
    return _for_an_office(kode, "itu" if in_a_cell else None, advice(kode, sel="itu"))


def _for_an_office(kode: str, sel: str | None, otherwise: str) -> str:
    if kode.startswith("WILAYAH_") and sel is not None:
        return f"Tulis nama resmi kabupaten/kota di sel {sel}, lalu kirim kembali."
    return _FOR_AN_OFFICE.get(kode, otherwise)


def column_title(laporan: str | None, kolom: str | None) -> str | None:
    """The column's title in words; its name where the report type has no such column."""
    if laporan is None or kolom is None:
        return kolom
    report = spec(laporan)
    return report.column(kolom).title if report.has(kolom) else kolom
