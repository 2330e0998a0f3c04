"""Lists of businesses (ikm) with much that is wrong: pages, blanks, damaged cells, columns that say the same."""

from __future__ import annotations

from typing import Any

from samples.books import table
from samples.cells import UP, As, Book, Col, Formula, Plain, Sub
from samples.people import Makers, places
from samples.shown import dotted, mobile, words


def selayar_utf16() -> Book:
    book = Book(
        "ikm-selayar-tw3-2022.csv",
        shows="Teks UTF-16 dengan tab; kapasitas dan satuan dalam satu sel; tahun izin NULL",
    )
    book.further["_tulis"] = ("\t", "utf-16")
    page = book.page(None)
    page.lines("DATA IKM KAB. KEPULAUAN SELAYAR", "TRIWULAN III TAHUN 2022", None)
    cols = [
        Col(None, ("No",)), Col("nama_pemilik", ("Nama Pengrajin",)),
        Col("jenis_kelamin", ("JK",), words(L="Laki-laki", P="Perempuan")),
        Col("desa", ("Desa",)), Col("kecamatan", ("Kecamatan",)), Col("komoditas", ("Hasil Produksi",)),
        Col("kapasitas_produksi", ("Kapasitas Produksi per Tahun",)), Col("tahun_izin", ("Thn Izin Usaha",)),
    ]  # fmt: skip
    rows = []
    for row in Makers(7, "73.01").rows(11):
        number = row["kapasitas_produksi"]
        row["kapasitas_produksi"] = As(number, f"{dotted(number)} {row['satuan_produksi']}")
        row["_also"] = {"satuan_produksi": row["satuan_produksi"]}
        rows.append(row)
    for at, blank in ((3, "belum ada"), (6, "nihil"), (8, "-")):
        rows[at]["tahun_izin"] = As(None, blank)
    table(book, page, "ikm", cols, rows, kode="73.01", periode="2022-T3")
    return book


def parepare_paged() -> Book:
    book = Book(
        "IKM KOTA PARE-PARE 2022 cetak.xlsx",
        shows="Tajuk berulang tiap halaman, Halaman 2, Jumlah Dipindahkan, sel tergabung ke bawah",
    )
    page = book.page("cetak")
    page.lines("DAFTAR NAMA INDUSTRI KECIL KOTA PAREPARE", "TAHUN ANGGARAN 2022", None)
    cols = [
        Col(None, ("No",)), Col("kecamatan", ("Kecamatan",)), Col("desa", ("Kelurahan",)),
        Col("nama_usaha", ("Nama Usaha",)),
        Col("cabang_industri", ("Jenis Industri",), str.title), Col("tenaga_kerja", ("Tenaga Kerja",)),
        Col("nilai_investasi", ("Investasi (Rp)",)),
    ]  # fmt: skip
    makers = Makers(8, "73.72")
    rows: list[Any] = []
    names = ("tenaga_kerja", "nilai_investasi")
    for number, (_, kecamatan, _) in enumerate(places("73.72")[:3]):
        for at, row in enumerate(makers.rows(5, kecamatan)):
            if at:
                row["kecamatan"] = As(kecamatan, UP)
            rows.append(row)
        rows.append(Sub("Jumlah Dipindahkan" if number < 2 else "TOTAL", names, whole=True))
        if number < 2:
            rows.append(Plain((None, None, None, f"Halaman {number + 2}")))
            rows.append(Plain(tuple(col.heads[0] for col in cols)))
    table(book, page, "ikm", cols, rows, kode="73.72", periode="2022")
    return book


def bone_broken() -> Book:
    book = Book(
        "IKM Kab. Bone Thn 2022 (belum lengkap).xlsx",
        shows="Satu sel rusak untuk hampir tiap kode temuan sel",
    )
    page = book.page("IKM")
    page.lines("DATA IKM KABUPATEN BONE", "TAHUN 2022", None)
    cols = [
        Col(None, ("No",)), Col("nama_usaha", ("Nama Usaha",)), Col("nama_pemilik", ("Nama Pemilik",)),
        Col("nik", ("NIK",)),
        Col("nib", ("NIB",)), Col("desa", ("Desa",)), Col("kecamatan", ("Kecamatan",)),
        Col("telepon", ("No HP",), mobile),
        Col("bentuk_usaha", ("Bentuk Usaha",)), Col("kbli", ("KBLI",)), Col("komoditas", ("Produk",)),
        Col("tenaga_kerja_l", ("TK Laki-laki",)), Col("tenaga_kerja_p", ("TK Perempuan",)),
        Col("tenaga_kerja", ("Total TK",)),
        Col("nilai_investasi", ("Nilai Investasi (Rp)",)), Col("nilai_produksi", ("Nilai Produksi (Rp)",)),
        Col(None, ("Nomor Rak Arsip",), lambda n: f"R-{n:02}"),
    ]  # fmt: skip
    rows: list[dict[str, Any]] = list(Makers(9, "73.08").rows(24))
    men, thousandfold = rows[9]["tenaga_kerja_l"], rows[13]["nilai_produksi"] * 1000
    worse: list[tuple[int, str, As]] = [
        (0, "nik", As(None, "7308139901850003", "NIK_TIDAK_SAH")),
        (1, "nik", As(None, 7308145203910000, "PRESISI_HILANG")),
        (2, "nib", As(None, "91200045 12", "NIB_TIDAK_SAH")), (3, "telepon",
            As(None, "0812-33", "TELEPON_TIDAK_SAH")),
        (4, "kbli", As(None, "1079", "KBLI_TIDAK_SAH")), (5, "nilai_investasi",
            As(None, -4500000, "DI_LUAR_RENTANG")),
        (6, "nilai_produksi", As(None, "Rp128.820.00", "BUKAN_ANGKA")),
        (7, "nilai_investasi", As(None, Formula("=#REF!*1000", "#REF!"), "RUMUS_GALAT")),
        (8, "kecamatan", As(None, "Kec. Padang Antah", "KECAMATAN_TAK_DIKENAL", False)),
        (9, "tenaga_kerja", As(men + 40, men + 40, "NILAI_TIDAK_COCOK")), (9, "tenaga_kerja_p", As(3, 3)),
        (10, "bentuk_usaha", As(None, "Pedagang Asongan", "DI_LUAR_DAFTAR")),
        (11, "tenaga_kerja", As(None, "12 / 15 orang", "ANGKA_BERTENTANGAN", False)),
        (12, "tenaga_kerja", As(rows[12]["tenaga_kerja"], f"± {rows[12]['tenaga_kerja']} org",
            "ANGKA_PERKIRAAN")),
        (13, "nilai_produksi", As(thousandfold, thousandfold, "SATUAN_JANGGAL")),
        (14, "desa", As(None, "Desa Tak Bernama Jaya", "DESA_TAK_DIKENAL", False)),
        (15, "nama_usaha", As(None, None, "WAJIB_KOSONG")), (15, "nama_pemilik", As(None, "-")),
        (16, "tenaga_kerja_l", As(None, -3, "DI_LUAR_RENTANG")), (16, "tenaga_kerja", As(None, None)),
        (17, "nilai_investasi", As(None, "menyusul", "BUKAN_ANGKA")), (18, "nilai_investasi", As(0, 0)),
    ]  # fmt: skip
    for at, name, cell in worse:
        rows[at][name] = cell
    rows[15]["_held"] = True
    rows.append(dict(rows[20], _number=21, _held=True, _kode=[(None, "GANDA")]))
    truth = table(book, page, "ikm", cols, rows, kode="73.08", periode="2022")
    truth["temuan"].append({"kolom": None, "kode": "KOLOM_TAK_DIKENAL", "sel": "Q4"})
    return book


def takalar_double() -> Book:
    book = Book(
        "Takalar - data IKM 2021.xlsx", shows="Dua kolom bertajuk sama (KOLOM_GANDA); kolom itu ditahan"
    )
    page = book.page("Sheet1")
    page.lines("DATA IKM KABUPATEN TAKALAR TAHUN 2021", None)
    cols = [
        Col(None, ("No",)), Col("nama_usaha", ("Nama Usaha",)), Col("desa", ("Desa",)),
        Col("kecamatan", ("Kecamatan",)),
        Col("komoditas", ("Produk",)), Col(None, ("Nilai Produksi (Rp)",), lambda n: n * 1_250_000),
        Col(None, ("Nilai Produksi (Rp)",), lambda n: 48_000_000 + n * 500_000),
    ]  # fmt: skip
    # Neither of the two may land in another column for want of a place.
    rows = [row | {"_also": {"kapasitas_produksi": None}} for row in Makers(10, "73.05").rows(7)]
    truth = table(book, page, "ikm", cols, rows, kode="73.05", periode="2021")
    truth["temuan"].append({"kolom": "nilai_produksi", "kode": "KOLOM_GANDA", "sel": None})
    return book


def books() -> list[Book]:
    """The untidy lists of businesses."""
    return [selayar_utf16(), parepare_paged(), bone_broken(), takalar_double()]
