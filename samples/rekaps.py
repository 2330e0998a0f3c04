"""Totals by kecamatan or branch (rekap), one of them sent again with a correction."""

from __future__ import annotations

from typing import Any

from samples.books import table
from samples.cells import Book, Col, Sub
from samples.people import Makers, places
from samples.shown import dotted, scaled, words


def _rekap_rows(seed: int, names: list[str]) -> list[dict[str, Any]]:
    dice = Makers(seed, "rekap").dice
    return [
        {
            "kelompok": name, "jumlah_unit": dice.randrange(20, 900),
            "tenaga_kerja": dice.randrange(60, 3000),
            "nilai_investasi": dice.randrange(200, 9000) * 1_000_000,
            "nilai_produksi": dice.randrange(9000, 30000) * 1_000_000,
            "nilai_bahan_baku": dice.randrange(100, 8000) * 1_000_000,
            "nilai_ekspor": dice.randrange(0, 90) * 1_000_000,
            "wirausaha_baru": dice.randrange(0, 60),
        }
        for name in names
    ]  # fmt: skip


def sidrap(revised: bool) -> Book:
    book = Book(f"Rekap IKM Sidrap TW II 2022{'_revisi' if revised else ''}.xlsx")
    book.shows = (
        "Perbaikan: menggantikan kiriman pertama" if revised else "Kiriman pertama, digantikan oleh _revisi"
    )
    page = book.page("TW II")
    page.lines(
        "REKAPITULASI PERKEMBANGAN IKM",
        "KABUPATEN SIDENRENG RAPPANG",
        "TRIWULAN II TAHUN 2022",
        "(dalam jutaan rupiah)",
        None,
    )
    million = scaled(1_000_000)
    cols = [
        Col(None, ("No",)), Col("kelompok", ("Cabang Industri",)), Col("jumlah_unit", ("Unit Usaha",)),
        Col("tenaga_kerja", ("Tenaga Kerja (Org)",)), Col("nilai_investasi", ("Nilai Investasi",), million),
        Col("nilai_produksi", ("Nilai Produksi",), million), Col("nilai_bahan_baku", ("Nilai BB/BP",),
            million),
    ]  # fmt: skip
    rows: list[Any] = list(
        _rekap_rows(
            11, ["Pangan", "Sandang", "Kimia dan Bahan Bangunan", "Logam dan Elektronika", "Kerajinan"]
        )
    )
    if revised:
        rows[3]["tenaga_kerja"] += 17
    names = ("jumlah_unit", "tenaga_kerja", "nilai_investasi", "nilai_produksi", "nilai_bahan_baku")
    rows.append(Sub("JUMLAH", names, whole=True))
    table(book, page, "rekap", cols, rows, kode="73.14", periode="2022-T2", numbers="({})")
    if not revised:
        book.tables = []
        book.further["digantikan_oleh"] = "Rekap IKM Sidrap TW II 2022_revisi.xlsx"
    return book


def lutra_rekap() -> Book:
    book = Book(
        "REKAP INDUSTRI KECIL KAB LUTRA 2022.ods",
        shows="Angka bertitik sebagai teks; TOTAL tenaga kerja tidak sama dengan jumlah barisnya",
    )
    page = book.page("Rekap")
    page.lines("PERKEMBANGAN INDUSTRI KECIL MENENGAH", "KAB. LUWU UTARA", "TAHUN 2022", None)
    cols = [
        Col(None, ("NO",)), Col("kelompok", ("KECAMATAN",)), Col("jumlah_unit", ("JUMLAH IKM\n(Unit)",),
            dotted),
        Col("tenaga_kerja", ("JUMLAH TENAGA KERJA\n(Orang)",), dotted),
        Col("nilai_ekspor", ("NILAI EKSPOR\n(Rp)",), dotted),
        Col("wirausaha_baru", ("WIRAUSAHA BARU (WUB)",)),
    ]  # fmt: skip
    rows: list[Any] = list(_rekap_rows(12, [one[1] for one in places("73.22")[:9]]))
    rows.append(
        Sub(
            "TOTAL",
            ("jumlah_unit", "tenaga_kerja", "nilai_ekspor", "wirausaha_baru"),
            True,
            {"tenaga_kerja": 90},
        )
    )
    table(book, page, "rekap", cols, rows, kode="73.22", periode="2022")
    return book


def bulukumba_rekap() -> Book:
    book = Book("Bulukumba rekap & sentra 2021.xlsm", shows="xlsm; dua tabel bersusun pada satu lembar")
    page = book.page("Lap")
    page.lines("REKAPITULASI INDUSTRI KECIL DAN MENENGAH KABUPATEN BULUKUMBA TAHUN 2021", None)
    table(book, page, "rekap", [
        Col(None, ("No",)), Col("kelompok", ("Kelompok Industri",)), Col("jumlah_unit", ("Jumlah Usaha",)),
        Col("tenaga_kerja", ("Penyerapan Tenaga Kerja",)), Col("nilai_investasi",
            ("Nilai Investasi", "(Rp. 000)"), scaled(1000)),
    ], _rekap_rows(13, ["Pangan", "Sandang", "Kerajinan", "Logam dan Elektronika"]), kode="73.02",
        periode="2021")  # fmt: skip
    page.lines(None, None, "DATA SENTRA INDUSTRI KECIL KABUPATEN BULUKUMBA TAHUN 2021", None)
    goods = ("Perahu phinisi", "Tenun Kajang", "Gula merah")
    rows = [
        {
            "nama_sentra": f"Sentra {good}", "komoditas": good, "kecamatan": kecamatan,
            "jumlah_unit": 12 + at * 9,
            "tenaga_kerja": 60 + at * 31, "tahun_berdiri": 2008 + at, "status": "beroperasi",
        }
        for at, (good, kecamatan) in enumerate(zip(goods, ("Bonto Bahari", "Kajang", "Kindang"), strict=True))
    ]  # fmt: skip
    table(book, page, "sentra", [
        Col(None, ("No",)), Col("nama_sentra", ("Nama Sentra IKM",)), Col("komoditas", ("Produk",)),
        Col("kecamatan", ("Lokasi (Kec.)",)),
        Col("jumlah_unit", ("Jml Unit Usaha",)), Col("tenaga_kerja", ("Jml TK",)),
        Col("tahun_berdiri", ("Thn Berdiri",)),
        Col("status", ("Kondisi/Status",), words(beroperasi="Berjalan")),
    ], rows, kode="73.02", periode="2021")  # fmt: skip
    return book


def books() -> list[Book]:
    """Every rekap among the samples."""
    return [sidrap(False), sidrap(True), lutra_rekap(), bulukumba_rekap()]
