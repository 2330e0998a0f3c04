"""Lists of businesses (ikm), tidy and with sections, sheets and formats of their own."""

from __future__ import annotations

from typing import Any

from samples.books import header, table
from samples.cells import As, Book, Col, Section, Sub
from samples.people import Makers, places
from samples.shown import (
    before,
    dotted,
    mobile,
    mobile_dashes,
    mobile_number,
    rupiah,
    scaled,
    tick,
    upper,
    words,
)


def barru_tidy() -> Book:
    book = Book(
        "73.11-Barru/DIREKTORI IKM KAB BARRU TAHUN 2021.xlsx", shows="Daftar rapi 220 baris, satu baris tajuk"
    )
    page = book.page("Direktori")
    page.lines("DIREKTORI INDUSTRI KECIL DAN MENENGAH", "KABUPATEN BARRU", "TAHUN 2021", None)
    cols = [
        Col(None, ("No.",)), Col("nama_usaha", ("Nama Unit Usaha",)), Col("nama_pemilik", ("Nama Pemilik",)),
        Col("jenis_kelamin", ("L/P",)), Col("nik", ("NIK Pemilik",)), Col("nib", ("NIB",)),
        Col("alamat", ("Alamat",)), Col("desa", ("Desa/Kelurahan",)), Col("kecamatan", ("Kecamatan",)),
        Col("telepon", ("No. HP",), mobile), Col("bentuk_usaha", ("Bentuk Badan Usaha",)),
        Col("tahun_izin", ("Tahun Izin",)), Col("kbli", ("Kode KBLI",)), Col("komoditas", ("Jenis Produk",)),
        Col("cabang_industri", ("Cabang Industri",), str.title),
        Col("tenaga_kerja_l", ("Tenaga Kerja Laki-laki",)),
        Col("tenaga_kerja_p", ("Tenaga Kerja Perempuan",)), Col("tenaga_kerja", ("Jumlah Tenaga Kerja",)),
        Col("nilai_investasi", ("Nilai Investasi (Rp)",)), Col("kapasitas_produksi", ("Kapasitas Produksi",)),
        Col("satuan_produksi", ("Satuan",)), Col("nilai_produksi", ("Nilai Produksi (Rp)",)),
        Col("nilai_bahan_baku", ("Nilai Bahan Baku (Rp)",)),
    ]  # fmt: skip
    table(
        book,
        page,
        "ikm",
        cols,
        list(Makers(1, "73.11").rows(220)),
        kode="73.11",
        periode="2021",
        numbers="{}",
    )
    return book


WAJO_COLS = (
    Col(None, ("NO",)), Col("nama_usaha", ("NAMA PERUSAHAAN\n/ IKM",)),
    Col("nama_pemilik", ("PENANGGUNG\nJAWAB",)),
    Col("desa", ("ALAMAT", "DESA/ KEL.")), Col("telepon", ("ALAMAT", "TELP/HP"), mobile_dashes),
    Col("nib", ("NOMOR INDUK BERUSAHA",)), Col("komoditas", ("JENIS PRODUKSI",)),
    Col("tenaga_kerja_l", ("TENAGA KERJA", "LK")), Col("tenaga_kerja_p", ("TENAGA KERJA", "PR")),
    Col("tenaga_kerja", ("TENAGA KERJA", "JML")),
    Col("nilai_investasi", ("INVESTASI\n(Rp.000)",), scaled(1000)),
    Col("kapasitas_produksi", ("KAPASITAS PRODUKSI/THN", "JUMLAH")),
    Col("satuan_produksi", ("KAPASITAS PRODUKSI/THN", "SATUAN")),
    Col("nilai_produksi", ("NILAI PRODUKSI\n(Rp.000)",), scaled(1000)),
    Col("nilai_bahan_baku", ("NILAI BB/BP\n(Rp.000)",), scaled(1000)),
)  # fmt: skip


def wajo(resent: bool = False) -> Book:
    name = "Data Industri Kecil Wajo 2022"
    book = Book(f"73.13-Wajo/{name}{'_kirim ulang' if resent else ''}.xlsx")
    book.shows = (
        "Isi sama persis dengan berkas sebelumnya" if resent
        else "180 baris; bagian KECAMATAN, nomor mulai lagi, SUB JUMLAH, (Rp.000), tajuk dua baris"
    )  # fmt: skip
    page = book.page("Data IKM 2022")
    page.lines("PEMERINTAH KABUPATEN WAJO", "DINAS PERINDUSTRIAN, PERDAGANGAN, KOPERASI DAN UKM", None)
    page.lines("DATA INDUSTRI KECIL DAN MENENGAH", "TAHUN 2022", None)
    makers = Makers(2, "73.13")
    names = (
        "tenaga_kerja_l",
        "tenaga_kerja_p",
        "tenaga_kerja",
        "nilai_investasi",
        "nilai_produksi",
        "nilai_bahan_baku",
    )
    rows: list[Any] = []
    for _, kecamatan, _ in places("73.13")[:9]:
        rows.append(Section(f"KECAMATAN {kecamatan.upper()}", {"kecamatan": kecamatan}, restart=True))
        rows += makers.rows(20, kecamatan)
        rows.append(Sub("SUB JUMLAH", names))
    rows.append(Sub("JUMLAH TOTAL", names, whole=True))
    table(book, page, "ikm", WAJO_COLS, rows, kode="73.13", periode="2022", numbers="({})")
    page.lines(None, "Sumber : Bidang Perindustrian", "*) data sementara")
    page.sign("Sengkang", "5 Januari 2023", "H. TAUFIK PALINRUNGI", 10)
    if resent:
        book.tables, book.refused = [], ["DUPLIKAT"]
    return book


def soppeng() -> Book:
    book = Book(
        "IKM_Soppeng_Smt II 2021.xls",
        shows="xls; bagian menurut cabang (I. PANGAN), tanpa pemilik, tanda ditto",
    )
    page = book.page("smt 2")
    page.lines("DAFTAR INDUSTRI KECIL MENENGAH KAB. SOPPENG", "SEMESTER II TAHUN 2021", None)
    cols = [
        Col(None, ("No",)), Col("nama_usaha", ("Nama Industri",)),
        Col("desa", ("Alamat", "Desa/Kel"), before("Desa ")),
        Col("kecamatan", ("Alamat", "Kecamatan")), Col("komoditas", ("Komoditi",)),
        Col("tenaga_kerja_l", ("Naker", "L")),
        Col("tenaga_kerja_p", ("Naker", "P")), Col("nilai_investasi", ("Modal (Rp)",), dotted),
        Col("nilai_produksi", ("Omzet (Rp)",), dotted), Col("status", ("Ket. Aktif/ Tidak Aktif",), upper),
    ]  # fmt: skip
    makers = Makers(3, "73.12")
    rows: list[Any] = []
    numerals = ("I", "II", "III")
    for numeral, branch in zip(numerals, ("pangan", "sandang", "kerajinan"), strict=True):
        rows.append(Section(f"{numeral}. {branch.upper()}", {"cabang_industri": branch}, restart=True))
        for at, row in enumerate(makers.rows(6, places("73.12")[numerals.index(numeral)][1], branch)):
            row["_also"] = {"tenaga_kerja": row["tenaga_kerja_l"] + row["tenaga_kerja_p"]}
            if at in {1, 2}:
                row["kecamatan"] = As(row["kecamatan"], '"' if at == 1 else "s.d.a")
            if at == 4:
                row["nilai_investasi"] = As(None, "-")
            rows.append(row)
    rows.append(
        Sub("JUMLAH", ("tenaga_kerja_l", "tenaga_kerja_p", "nilai_investasi", "nilai_produksi"), whole=True)
    )
    table(book, page, "ikm", cols, rows, kode="73.12", periode="2021-S2", numbers="{}")
    return book


def pangkep() -> Book:
    book = Book(
        "potensi ikm pangkep per kec th 2022.xlsx",
        shows="Lembar per kecamatan, lembar REKAP, lembar tersembunyi",
    )
    cols = [
        Col(None, ("NO.",)), Col("nama_usaha", ("Nama IKM",)), Col("nama_pemilik", ("Nama Pengusaha",)),
        Col("nik", ("No. KTP",)), Col("desa", ("Kelurahan/Desa",), upper),
        Col("komoditas", ("Produk Utama",)),
        Col("tenaga_kerja", ("Jml Tenaga Kerja\n(Org)",)),
        Col("nilai_produksi", ("Nilai Produksi per Tahun (Juta Rp)",), scaled(1_000_000)),
    ]  # fmt: skip
    totals: list[dict[str, Any]] = []
    makers = Makers(4, "73.10")
    for kecamatan in ("Bungoro", "Minasate'ne", "Labakkang"):
        page = book.page(kecamatan.replace("'", ""))
        page.lines(
            "DATA IKM KABUPATEN PANGKAJENE DAN KEPULAUAN TAHUN 2022", f"KECAMATAN : {kecamatan.upper()}", None
        )
        rows: list[Any] = list(makers.rows(8, kecamatan))
        rows.append(Sub("J U M L A H", ("tenaga_kerja", "nilai_produksi"), whole=True))
        table(book, page, "ikm", cols, rows, kode="73.10", periode="2022", gives={"kecamatan": kecamatan})
        totals.append({
            "kelompok": kecamatan, "jumlah_unit": 8, "tenaga_kerja": sum(r["tenaga_kerja"] for r in rows[:8]),
            "nilai_produksi": sum(r["nilai_produksi"] for r in rows[:8]),
        })  # fmt: skip
    page = book.page("REKAP")
    page.lines("REKAPITULASI IKM PER KECAMATAN", "KAB. PANGKEP TAHUN 2022", None)
    sums = ("jumlah_unit", "tenaga_kerja", "nilai_produksi")
    table(book, page, "rekap", [
        Col(None, ("No",)), Col("kelompok", ("Kecamatan",)), Col("jumlah_unit", ("Jumlah Unit Usaha",)),
        Col("tenaga_kerja", ("Tenaga Kerja (Org)",)), Col("nilai_produksi", ("Nilai Produksi (Rp)",)),
    ], [*totals, Sub("Kab. Pangkep", sums, whole=True)], kode="73.10", periode="2022")  # fmt: skip
    hidden = book.page("data 2021", hidden=True)
    hidden.lines("DATA IKM KABUPATEN PANGKAJENE DAN KEPULAUAN TAHUN 2021", None)
    header(hidden, cols)
    for number, row in enumerate(makers.rows(5, "Bungoro"), start=1):
        hidden.line(number, *[row[str(col.name)] for col in cols[1:]])
    book.further["temuan_berkas"] = [{"lembar": "data 2021", "kode": "LEMBAR_TERSEMBUNYI"}]
    return book


def gowa_csv() -> Book:
    book = Book(
        "73.06-Gowa/data_usaha_industri_2021.csv",
        shows="CSV titik koma cp1252; daerah dari folder, tahun dari nama",
    )
    page = book.page(None)
    cols = [
        Col("nama_usaha", ("nama_perusahaan",)), Col("nama_pemilik", ("pimpinan",)), Col("nib", ("nib",)),
        Col("alamat", ("alamat_lengkap",)), Col("kecamatan", ("kec",)), Col("telepon", ("no_telp",), mobile),
        Col("kbli", ("kd_kbli",)), Col("komoditas", ("jenis_produk",)), Col("tenaga_kerja", ("jml_naker",)),
        Col("nilai_investasi", ("nilai_investasi_rp",)), Col("kapasitas_produksi", ("kapasitas_produksi",)),
        Col("satuan_produksi", ("satuan",)),
    ]  # fmt: skip
    rows = []
    for row in Makers(5, "73.06").rows(14):
        row["kapasitas_produksi"] = As(row["kapasitas_produksi"] + 0.5, row["kapasitas_produksi"] + 0.5)
        rows.append(row)
    rows[2]["nama_usaha"] = "Roti Café Déli – Pallangga"
    rows[5]["alamat"] = "Jl. Poros Limbung; depan pasar"
    table(book, page, "ikm", cols, rows, kode="73.06", periode="2021")
    return book


def kendari_ods() -> Book:
    book = Book(
        "DATA IKM KENDARI 2022.ods",
        shows="ods; tabel mulai di kolom B, kolom L dan P untuk jenis kelamin, NIK berpetik",
    )
    page = book.page("Sheet1")
    page.lines(None, "FORM DATA INDUSTRI KECIL MENENGAH", None, left=1)
    page.line("Kabupaten/Kota", ": KOTA KENDARI", left=1)
    page.line("Tahun", 2022, left=1)
    page.line()
    cols = [
        Col(None, ("No",)), Col("nama_usaha", ("Nama Perusahaan/ IKM",)),
        Col("nama_pemilik", ("Nama Pemilik",)),
        Col("jenis_kelamin", ("Jenis Kelamin", "L"), tick("L")),
        Col("jenis_kelamin", ("Jenis Kelamin", "P"), tick("P"), "P"),
        Col("nik", ("Nomor KTP",), before("'")), Col("desa", ("Kelurahan",), before("Kel. ")),
        Col("kecamatan", ("Kecamatan",), before("Kec. ")), Col("telepon", ("Kontak (HP/WA)",), mobile_number),
        Col("bentuk_usaha", ("Badan Hukum",), words(Perorangan="Perusahaan Perorangan", Koperasi="Kop.",
            KUB="KUBE")),
        Col("komoditas", ("Jenis Komoditi",)), Col("nilai_investasi", ("Nilai Investasi",), rupiah),
    ]  # fmt: skip
    table(
        book,
        page,
        "ikm",
        cols,
        list(Makers(6, "74.71").rows(12)),
        kode="74.71",
        periode="2022",
        left=1,
        merge=False,
    )
    return book


def books() -> list[Book]:
    """The tidier lists of businesses."""
    return [barru_tidy(), wajo(), wajo(resent=True), soppeng(), pangkep(), gowa_csv(), kendari_ods()]
