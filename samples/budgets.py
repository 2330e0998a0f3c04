"""What the offices spent (anggaran)."""

from __future__ import annotations

from typing import Any

from samples.books import table
from samples.cells import As, Book, Col, Formula, Plain, Section, Sub
from samples.shown import FUNDS, dotted, fraction, percent_sign, scaled


def gowa_budget() -> Book:
    book = Book(
        "73.06-Gowa/Realisasi Anggaran Bid Industri TA 2022.xlsx",
        shows="Bagian dan sub jumlah per program, rumus galat, realisasi s.d. bulan ini, persen dengan tanda %",
    )
    page = book.page("Realisasi")
    page.lines(
        "LAPORAN REALISASI FISIK DAN KEUANGAN",
        "DINAS PERDAGANGAN DAN PERINDUSTRIAN KABUPATEN GOWA",
        "KEADAAN S.D. BULAN DESEMBER 2022",
        None,
    )
    cols = [
        Col(None, ("No",)), Col("nama_kegiatan", ("Kegiatan/ Sub Kegiatan",)),
        Col("sumber_dana", ("Sumber Dana",), FUNDS), Col("pagu", ("Pagu (Rp)",), dotted),
        Col("realisasi", ("Realisasi s.d. Bulan Ini", "Keuangan (Rp)"), dotted),
        Col("realisasi_fisik", ("Realisasi s.d. Bulan Ini", "Fisik (%)"), percent_sign),
    ]  # fmt: skip
    rows: list[Any] = [
        Section("A. PROGRAM PERENCANAAN DAN PEMBANGUNAN INDUSTRI",
            {"program": "PROGRAM PERENCANAAN DAN PEMBANGUNAN INDUSTRI"}),
        {"nama_kegiatan": "Pembangunan sentra markisa", "sumber_dana": "DAK Fisik", "pagu": 2_400_000_000,
            "realisasi": 2_315_400_000, "realisasi_fisik": 97.5},
        {"nama_kegiatan": "Pelatihan wirausaha baru", "sumber_dana": "DAK Nonfisik", "pagu": 410_000_000,
            "realisasi": 398_250_000, "realisasi_fisik": 100},
        Sub("Sub Jumlah A", ("pagu", "realisasi")),
        Section("B. PROGRAM PENGENDALIAN IZIN USAHA INDUSTRI",
            {"program": "PROGRAM PENGENDALIAN IZIN USAHA INDUSTRI"}),
        {"nama_kegiatan": "Fasilitasi izin usaha industri", "sumber_dana": "APBD Kabupaten/Kota",
            "pagu": 95_000_000,
            "realisasi": As(None, Formula("=1/0", "#DIV/0!"), "RUMUS_GALAT"), "realisasi_fisik": 60},
        {"nama_kegiatan": "Verifikasi lapangan", "sumber_dana": "APBD Kabupaten/Kota", "pagu": 30_000_000,
            "realisasi": As(31_500_000, "31.500.000", "REALISASI_MELEBIHI_PAGU"), "realisasi_fisik": 100},
        {"nama_kegiatan": "Pengadaan papan nama", "sumber_dana": As(None, "dana lain-lain", "DI_LUAR_DAFTAR"),
            "pagu": 8_000_000, "realisasi": 8_000_000, "realisasi_fisik": As(None, "130%",
                "DI_LUAR_RENTANG")},
        Plain(),
    ]  # fmt: skip
    table(book, page, "anggaran", cols, rows, kode="73.06", periode="2022-12")
    return book


def sidrap_budget() -> Book:
    book = Book(
        "DAK Sidrap Smt II 2021.xls", shows="xls; persen sebagai pecahan, ribuan rupiah di baris judul"
    )
    page = book.page("DAK")
    page.lines(
        "REALISASI KEGIATAN DAK BIDANG INDUSTRI",
        "KAB. SIDENRENG RAPPANG",
        "SEMESTER II TAHUN 2021",
        "(dalam ribuan rupiah)",
        None,
    )
    cols = [
        Col(None, ("No",)), Col("program", ("Program",)), Col("nama_kegiatan", ("Nama Kegiatan",)),
        Col("sumber_dana", ("Sumber Pembiayaan",)),
        Col("pagu", ("Pagu DPA",), scaled(1000)), Col("realisasi", ("Realisasi Keuangan",), scaled(1000)),
        Col("realisasi_fisik", ("Realisasi Fisik (%)",), fraction),
    ]  # fmt: skip
    rows: list[Any] = [
        {"program": "Pembangunan Industri", "nama_kegiatan": name, "sumber_dana": fund, "pagu": pagu,
            "realisasi": spent, "realisasi_fisik": done}
        for name, fund, pagu, spent, done in (
            ("Rehabilitasi gedung sentra", "DAK Fisik", 1_250_000_000, 1_190_500_000, 95.25),
            ("Peralatan produksi sentra", "DAK Fisik", 640_250_000, 610_000_000, 98.0),
            ("Pendampingan sentra", "DAK Nonfisik", 210_000_000, 155_400_000, 74.5),
        )
    ]  # fmt: skip
    rows.append(Sub("JUMLAH", ("pagu", "realisasi"), whole=True))
    table(book, page, "anggaran", cols, rows, kode="73.14", periode="2021-S2", numbers="({})")
    return book


def books() -> list[Book]:
    """Every budget report among the samples."""
    return [gowa_budget(), sidrap_budget()]
