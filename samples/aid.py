"""What the offices gave: equipment (bantuan_alat) and low-price markets (pasar_murah)."""

from __future__ import annotations

from datetime import date
from typing import Any

from samples.books import table
from samples.cells import UP, As, Book, Col, Sub
from samples.people import Makers
from samples.shown import (
    FUNDS,
    before,
    days,
    dotted,
    long_date,
    rupiah,
    rupiah_sen,
    scaled,
    upper,
    weekday_date,
)

GIVEN = (
    "nama_penerima", "nama_pemilik", "kecamatan", "nama_alat", "jumlah", "satuan", "harga_satuan", "nilai", "kondisi",
)  # fmt: skip


def given(
    who: Any, chief: Any, where: Any, what: str, count: Any, unit: str, price: int, worth: Any = None,
    state: Any = "baik",
) -> dict[str, Any]:  # fmt: skip
    """One piece of equipment handed over in Wajo; its worth is count × price unless said otherwise."""
    total = worth or (None if isinstance(count, As) else count * price)
    made = dict(zip(GIVEN, (who, chief, where, what, count, unit, price, total, state), strict=True))
    return made | {"tanggal_serah": date(2022, 8, 16)}


def wajo_equipment() -> Book:
    book = Book(
        "73.13-Wajo/BANTUAN PERALATAN IKM WAJO 2022.xlsx",
        shows="Penerima digabung ke bawah, NILAI salah kali, kondisi di luar daftar, baris ganda",
    )
    page = book.page("Bantuan")
    page.lines("DAFTAR PENERIMA BANTUAN PERALATAN", "KABUPATEN WAJO TAHUN 2022", None)
    cols = [
        Col(None, ("No",)), Col("nama_penerima", ("Penerima", "Nama Kelompok/ IKM")),
        Col("nama_pemilik", ("Penerima", "Ketua")),
        Col("kecamatan", ("Penerima", "Kecamatan")), Col("nama_alat", ("Jenis Peralatan",)),
        Col("jumlah", ("Volume", "Jml")),
        Col("satuan", ("Volume", "Sat")), Col("harga_satuan", ("Harga Satuan (Rp)",), rupiah),
        Col("nilai", ("Total (Rp)",), rupiah),
        Col("tanggal_serah", ("Tgl. Penyerahan",), weekday_date),
        Col("kondisi", ("Kondisi Barang",), str.title),
    ]  # fmt: skip

    club, chief, place = "KUB Sipakatau 9", "Sunarti Bahtiar", "Tempe"
    again = {"who": As(club, UP), "chief": As(chief, UP), "where": As(place, UP)}
    rows = [
        given(club, chief, place, "Alat tenun bukan mesin", 4, "unit", 8_500_000),
        given(**again, what="Benang sutra", count=25, unit="kg", price=650_000),
        given(**again, what="Kompor", count=2, unit="buah", price=1_250_000, state="rusak ringan"),
        given("UD. Reso 12", "Jamal Tahir", "Majauleng", "Mesin jahit", 3, "unit", 3_400_000,
            As(12_000_000, "Rp. 12.000.000,-", "NILAI_TIDAK_COCOK")),
        given("UD. Pelita 3", "Irma Lukman", "Pammana", "Pemotong kayu", 1, "unit", 5_600_000,
            state=As(None, "dipinjam", "DI_LUAR_DAFTAR")),
        given("UD. Lontara 5", "Asma Nurdin", "Sajoanging", "Freezer",
            As(None, "belum dihitung", "BUKAN_ANGKA"), "unit", 6_000_000),
        given("UD. Melati 8", "Fitri Rasyid", "Belawa", "Penggiling", 2, "unit", 4_100_000),
        given("UD. Melati 8", "Fitri Rasyid", "Belawa", "Penggiling", 2, "unit", 4_100_000) | {"_held": True,
            "_kode": [(None, "GANDA")]},
    ]  # fmt: skip
    table(book, page, "bantuan_alat", cols, rows, kode="73.13", periode="2022")
    return book


def takalar_equipment() -> Book:
    book = Book(
        "hibah alat takalar 2021.csv",
        shows="CSV cp1252: judul, SUB JUMLAH dan TOTAL, sda, angka dan satuan dalam satu sel",
    )
    page = book.page(None)
    page.lines("DAFTAR PENERIMA HIBAH ALAT IKM", "KABUPATEN TAKALAR", "TAHUN ANGGARAN 2021", None)
    cols = [
        Col(None, ("No",)), Col("nama_penerima", ("Nama Penerima Hibah",)),
        Col("desa", ("Desa",), before("Desa ")), Col("kecamatan", ("Kecamatan",)),
        Col("nama_alat", ("Nama Barang",)), Col("jumlah", ("Banyaknya",)),
        Col("nilai", ("Nilai Hibah (Rp)",), rupiah_sen),
        Col("sumber_dana", ("Sumber Anggaran",), FUNDS),
    ]  # fmt: skip
    rows: list[Any] = []
    for at, row in enumerate(Makers(23, "73.05").rows(7)):
        also = {"satuan": "unit"}
        rows.append({
            "nama_penerima": row["nama_usaha"], "desa": row["desa"], "kecamatan": row["kecamatan"],
            "nama_alat": "Oven gas",
            "jumlah": As(at + 1, f"{at + 1} unit"), "nilai": 2_750_000 * (at + 1), "sumber_dana": "DAK Fisik",
            "_also": also,
        })  # fmt: skip
    rows[3]["sumber_dana"] = As("DAK Fisik", "sda")
    rows[5]["nilai"] = As(None, "")
    rows.append(Sub("TOTAL", ("nilai",), whole=True))
    table(book, page, "bantuan_alat", cols, rows, kode="73.05", periode="2021")
    return book


def luwu_utara_long_dates() -> Book:
    book = Book(
        "serah terima mesin Lutra 2021.xlsx", shows="Tanggal dengan kata, tahun dua angka, bulan disingkat"
    )
    page = book.page("BAST")
    page.lines("DATA PENYERAHAN BANTUAN MESIN DAN PERALATAN IKM", "KABUPATEN LUWU UTARA TAHUN 2021", None)
    cols = [
        Col(None, ("No",)), Col("nama_penerima", ("IKM Penerima",)), Col("nama_alat", ("Mesin/Peralatan",)),
        Col("jumlah", ("Jumlah",)),
        Col("satuan", ("Satuan",)), Col("tanggal_serah", ("Tanggal Serah Terima",), long_date),
    ]  # fmt: skip
    written = (
        "19 Juli 2021",
        "19/7/21",
        "3-8-2021",
        "3 Agst 2021",
        "12 Nopember 2021",
        "Jum'at, 12 Nopember 2021",
    )
    read = ("2021-07-19", "2021-07-19", "2021-08-03", "2021-08-03", "2021-11-12", "2021-11-12")
    rows = [
        {"nama_penerima": f"UD. Tani {at}", "nama_alat": "Mesin sangrai kopi", "jumlah": at, "satuan": "unit",
            "tanggal_serah": As(value, text)}
        for at, (value, text) in enumerate(zip(read, written, strict=True), start=1)
    ]  # fmt: skip
    table(book, page, "bantuan_alat", cols, rows, kode="73.22", periode="2021")
    return book


def torut_market() -> Book:
    book = Book(
        "lap pasar murah Torut Des 2021.xlsx",
        shows="Tanggal dan lokasi digabung ke bawah, model di luar daftar, retail kosong, uang Rp juta di sel",
    )
    page = book.page("Desember")
    page.lines("LAPORAN PELAKSANAAN PASAR MURAH", "KAB. TORAJA UTARA", "BULAN DESEMBER 2021", None)
    cols = [
        Col(None, ("No",)), Col("rentang", ("Hari/Tanggal",), days), Col("lokasi", ("Lokasi",)),
        Col("kecamatan", ("Kec.",)),
        Col("model", ("Bentuk",), str.title), Col("nama_retail", ("Retail/Distributor",)),
        Col("nilai_transaksi", ("Omzet Penjualan",)),
        Col("jumlah_pembeli", ("Jml Pembeli (Org)",), dotted),
        Col("nilai_subsidi", ("Nilai Subsidi (Rp)",), dotted),
    ]  # fmt: skip
    when, where = (date(2021, 12, 13), date(2021, 12, 15)), "Lapangan Bakti"

    def shop(
        name: Any, sold: Any, buyers: int, subsidy: int, first: bool = False, model: Any = "subsidi"
    ) -> dict[str, Any]:
        return {
            "rentang": when if first else As(when, UP), "lokasi": where if first else As(where, UP),
            "kecamatan": "Rantepao",
            "model": model, "nama_retail": name, "nilai_transaksi": sold, "jumlah_pembeli": buyers,
            "nilai_subsidi": subsidy,
        }  # fmt: skip

    rows = [
        shop("Toko Sinar Sesean", As(38_500_000, "Rp 38,5 juta"), 1240, 6_000_000, first=True),
        shop("UD. Tongkonan", As(12_750_000, "Rp. 12.750.000,-"), 410, 2_000_000),
        shop("Koperasi Pegawai", As(9_000_000, "9jt"), 300, 1_500_000,
            model=As(None, "undian", "DI_LUAR_DAFTAR")),
        shop(As(None, "-", "WAJIB_KOSONG"), As(4_000_000, "4.000.000"), 95, 500_000),
        shop("Distributor Beras Utara", As(None, "39.600.", "BUKAN_ANGKA"), 210, 800_000),
    ]  # fmt: skip
    table(book, page, "pasar_murah", cols, rows, kode="73.26", periode="2021-12")
    return book


def pangkep_market() -> Book:
    book = Book(
        "Pasar Murah Pangkep Ramadan 2021.ods",
        shows="ods; nama daerah hanya di berkas dan tanda tangan; tanggal sel; total benar",
    )
    page = book.page("Sheet1")
    page.lines("REALISASI PASAR MURAH RAMADAN TAHUN 2021", None)
    cols = [
        Col("tanggal_mulai", ("Mulai",)), Col("tanggal_selesai", ("Sampai",)),
        Col("lokasi", ("Tempat Pelaksanaan",)),
        Col("model", ("Model Pasar Murah",), upper), Col("nama_retail", ("Nama Retail",)),
        Col("nilai_transaksi", ("Nilai Transaksi (Rp. 000)",), scaled(1000)),
    ]  # fmt: skip
    rows: list[Any] = [
        {"tanggal_mulai": date(2021, 4, 26), "tanggal_selesai": date(2021, 4, 28), "lokasi": lokasi,
            "model": "diskon", "nama_retail": shop,
            "nilai_transaksi": sold}
        for lokasi, shop, sold in (("Lapangan Citra Mas", "Swalayan Bungoro", 51_300_000),
            ("Lapangan Citra Mas", "Toko Tani", 7_650_000),
            ("Pasar Labakkang", "Kios Bersama", 3_225_500))
    ]  # fmt: skip
    rows.append(Sub("TOTAL", ("nilai_transaksi",), whole=True))
    table(book, page, "pasar_murah", cols, rows, kode="73.10", periode="2021")
    page.sign("Pangkajene", "3 Mei 2021", "Drs. ANWAR RASYID", 3)
    return book


def books() -> list[Book]:
    """Every report of equipment and markets among the samples."""
    return [wajo_equipment(), takalar_equipment(), luwu_utara_long_dates(), torut_market(), pangkep_market()]
