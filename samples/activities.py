"""What the offices did with people: activities (pembinaan) and who took part (peserta)."""

from __future__ import annotations

from datetime import date
from typing import Any

from samples.books import table
from samples.cells import UP, As, Book, Col, Sub
from samples.people import Makers
from samples.shown import FUNDS, days, dotted, mobile, scaled, slashed, tick, upper


def activity(name: str, first: date, last: date | None = None, **more: Any) -> dict[str, Any]:
    """A row of an activity that runs from ``first`` to ``last`` (one day where that is not given)."""
    return {"nama_kegiatan": name, "rentang": (first, last or first)} | more


def soppeng_activities() -> Book:
    book = Book(
        "Laporan Keg Pembinaan IKM Soppeng 2022.xlsx",
        shows="Tajuk tiga baris, (Rp. Juta) di induk tajuk, baris JUMLAH benar",
    )
    page = book.page("Keg. Pembinaan")
    page.lines(
        "LAPORAN KEGIATAN PEMBINAAN INDUSTRI KECIL DAN MENENGAH",
        "KABUPATEN SOPPENG",
        "TAHUN ANGGARAN 2022",
        None,
    )
    million = scaled(1_000_000)
    cols = [
        Col(None, ("NO",)), Col("nama_kegiatan", ("NAMA KEGIATAN",)),
        Col("metode", ("BENTUK PEMBINAAN",), upper),
        Col("rentang", ("PELAKSANAAN", "WAKTU"), days), Col("lokasi", ("PELAKSANAAN", "TEMPAT")),
        Col("peserta_l", ("PESERTA (ORANG)", "L")), Col("peserta_p", ("PESERTA (ORANG)", "P")),
        Col("jumlah_peserta", ("PESERTA (ORANG)", "JML")), Col("sumber_dana", ("SUMBER\nDANA",), FUNDS),
        Col("anggaran", ("KEUANGAN", "(Rp. Juta)", "PAGU"), million),
        Col("realisasi", ("KEUANGAN", "(Rp. Juta)", "REALISASI"), million),
        Col("keterangan", ("KET.",)),
    ]  # fmt: skip
    rows: list[Any] = [
        activity("Pelatihan mutu benang sutra", date(2022, 2, 28), date(2022, 3, 3), metode="pelatihan",
            lokasi="Aula Dinas",
            peserta_l=8, peserta_p=22, jumlah_peserta=30, sumber_dana="DAK Nonfisik",
            anggaran=120_500_000, realisasi=118_000_000),
        activity("Pendampingan pemasaran daring", date(2022, 5, 17), metode="pendampingan",
            lokasi="Gedung PKK",
            peserta_l=5, peserta_p=15, jumlah_peserta=20, sumber_dana="APBD Kabupaten/Kota",
            anggaran=45_000_000,
            realisasi=45_000_000, keterangan="selesai"),
        activity("Magang tenun ke Wajo", date(2022, 9, 5), date(2022, 9, 9), metode="magang",
            lokasi="Sengkang",
            peserta_l=2, peserta_p=10, jumlah_peserta=12, sumber_dana="APBD Provinsi",
            anggaran=60_250_000, realisasi=0),
    ]  # fmt: skip
    rows.append(
        Sub("JUMLAH", ("peserta_l", "peserta_p", "jumlah_peserta", "anggaran", "realisasi"), whole=True)
    )
    table(book, page, "pembinaan", cols, rows, kode="73.12", periode="2022", numbers="({})")
    page.lines(None, "Ket: kegiatan no. 1 disertai penyerahan alat")
    page.sign("Watansoppeng", "30 Desember 2022", "Dra. SURIANI TAHIR", 8)
    return book


def gowa_activities() -> Book:
    book = Book(
        "73.06-Gowa/pelatihan gowa 2021.csv",
        shows="CSV UTF-8 dengan BOM dan koma; tanggal bergaris miring, dua kolom tanggal",
    )
    book.further["_tulis"] = (",", "utf-8-sig")
    page = book.page(None)
    page.lines("Daftar Pelatihan dan Bimbingan IKM Kabupaten Gowa Tahun 2021", None)
    cols = [
        Col("nama_kegiatan", ("Judul Kegiatan",)), Col("tanggal_mulai", ("Tgl Mulai",), slashed),
        Col("tanggal_selesai", ("Tgl Selesai",), slashed),
        Col("lokasi", ("Lokasi",)), Col("jumlah_peserta", ("Jumlah Peserta",)),
        Col("anggaran", ("Anggaran (Rp)",), dotted),
    ]  # fmt: skip
    rows = [
        {"nama_kegiatan": "Pelatihan pengolahan markisa", "tanggal_mulai": date(2021, 3, 8),
            "tanggal_selesai": date(2021, 3, 12),
            "lokasi": "Malino, Tinggimoncong", "jumlah_peserta": 25, "anggaran": 87_500_000},
        {"nama_kegiatan": "Pelatihan \"kemasan\" produk", "tanggal_mulai": date(2021, 6, 14),
            "tanggal_selesai": date(2021, 6, 15),
            "lokasi": "Sungguminasa", "jumlah_peserta": As(30, "30 (tiga puluh) orang"),
            "anggaran": 40_000_000},
        {"nama_kegiatan": "Pelatihan jahit dasar", "tanggal_mulai": date(2021, 10, 4),
            "tanggal_selesai": date(2021, 10, 8),
            "lokasi": "Pallangga", "jumlah_peserta": 20, "anggaran": As(None, "tidak ada")},
    ]  # fmt: skip
    table(book, page, "pembinaan", cols, rows, kode="73.06", periode="2021")
    return book


def pinrang_broken() -> Book:
    book = Book(
        "Lap. Pembinaan Pinrang Smt I 2022.xlsx",
        shows="Tanggal dan uang yang salah atau meragukan, satu untuk tiap kode",
    )
    page = book.page("Pembinaan")
    page.lines("LAPORAN PEMBINAAN IKM KAB. PINRANG", "SEMESTER I TAHUN 2022", None)
    cols = [
        Col(None, ("No",)), Col("nama_kegiatan", ("Uraian Kegiatan",)),
        Col("tanggal_mulai", ("Tanggal Mulai",)),
        Col("tanggal_selesai", ("Tanggal Selesai",)), Col("jumlah_peserta", ("Jumlah Peserta",)),
        Col("anggaran", ("Pagu Anggaran (Rp)",)), Col("realisasi", ("Realisasi (Rp)",)),
    ]  # fmt: skip

    def row(name: Any, first: Any, last: Any, people: Any, budget: Any, spent: Any) -> dict[str, Any]:
        keys = (
            "nama_kegiatan",
            "tanggal_mulai",
            "tanggal_selesai",
            "jumlah_peserta",
            "anggaran",
            "realisasi",
        )
        return dict(zip(keys, (name, first, last, people, budget, spent), strict=True))

    rows: list[Any] = [
        row("Pelatihan olahan ikan", date(2022, 1, 17), date(2022, 1, 20), 30, 90_000_000, 88_500_000),
        row("Pendampingan izin usaha", date(2022, 2, 7), date(2022, 2, 8), 25, 35_000_000,
            As(38_000_000, 38_000_000, "REALISASI_MELEBIHI_PAGU")),
        row("Pelatihan sabun cuci", As(None, "31 Februari 2022", "TANGGAL_TIDAK_SAH"), date(2022, 3, 4), 20,
            50_000_000, 49_000_000),
        row("Sosialisasi merek", As("2022-03-15", "Rabu, 15 Maret 2022", "HARI_TIDAK_COCOK"),
            date(2022, 3, 16), 40, 20_000_000, 20_000_000),
        row("Pelatihan desain kemasan", date(2022, 4, 21), As("2022-04-19", date(2022, 4, 19),
            "SELESAI_SEBELUM_MULAI"), 20, 47_000_000, 47_000_000),
        row("Pelatihan las", As(None, "04/25/2022", "TANGGAL_AMBIGU", measured=False), date(2022, 4, 28),
            15, 70_000_000, 65_000_000),
        row("Magang mebel", As("2021-11-02", date(2021, 11, 2), "DI_LUAR_PERIODE"),
            As("2021-11-05", date(2021, 11, 5)), 10, 30_000_000, 30_000_000),
        row("Fasilitasi halal", date(2022, 5, 11), date(2022, 5, 11), As(25, "sekitar 25", "ANGKA_PERKIRAAN"),
            As(None, "??", "BUKAN_ANGKA"), 12_000_000),
        row(As(None, "-", "WAJIB_KOSONG"), date(2022, 6, 6), date(2022, 6, 7), 20, 25_000_000, 24_000_000),
    ]  # fmt: skip
    rows.append(Sub("JUMLAH", ("jumlah_peserta",), True, {"jumlah_peserta": 11}))
    table(book, page, "pembinaan", cols, rows, kode="73.15", periode="2022-S1")
    return book


def participants(makers: Makers, count: int, **same: Any) -> list[dict[str, Any]]:
    """People at one activity, with the values they share."""
    people = []
    for row in makers.rows(count):
        row["nama_peserta"] = row.pop("nama_pemilik")
        people.append(row | same)
    return people


def parepare_participants() -> Book:
    book = Book(
        "daftar peserta pelatihan kerang pare2 2021.xlsx",
        shows="Kolom L dan P bercentang, NIK rusak menjadi 7,37204E+15",
    )
    page = book.page("Absen")
    page.lines("DAFTAR PESERTA PELATIHAN IKM", "KOTA PAREPARE TAHUN 2021", None)
    cols = [
        Col(None, ("No",)), Col("nama_peserta", ("Nama Lengkap",)),
        Col("jenis_kelamin", ("Jenis Kelamin", "L"), tick("L")),
        Col("jenis_kelamin", ("Jenis Kelamin", "P"), tick("P"), "P"), Col("nik", ("NIK",)),
        Col("desa", ("Kel.",)),
        Col("kecamatan", ("Kec.",)), Col("nama_kegiatan", ("Pelatihan yang Diikuti",)),
        Col("rentang", ("Tanggal Pelatihan",), days),
        Col(None, ("Tanda Tangan",), lambda n: f"{n}."),
    ]  # fmt: skip
    rows = participants(
        Makers(20, "73.72"),
        12,
        nama_kegiatan="Pelatihan kerajinan kerang",
        rentang=(date(2021, 9, 13), date(2021, 9, 17)),
    )
    rows[4]["nik"] = As(None, 7.37204e15, "PRESISI_HILANG")
    table(book, page, "peserta", cols, rows, kode="73.72", periode="2021", merge=False)
    return book


def bantaeng_participants() -> Book:
    book = Book(
        "Peserta Bimtek IKM Bantaeng TW III 2022.xls", shows="xls; kegiatan dan tanggal digabung ke bawah"
    )
    page = book.page("TW III")
    page.lines("REKAPITULASI PESERTA BIMTEK", "KAB. BANTAENG TRIWULAN III TAHUN 2022", None)
    cols = [
        Col(None, ("No.",)), Col("nama_kegiatan", ("Nama Bimtek",)), Col("rentang", ("Jadwal",), days),
        Col("nama_peserta", ("Nama Peserta",)),
        Col("nama_usaha", ("Nama IKM",)), Col("desa", ("Desa/Kel.",)), Col("kecamatan", ("Kecamatan",)),
        Col("telepon", ("No. Telp",), mobile),
    ]  # fmt: skip
    rows: list[dict[str, Any]] = []
    makers = Makers(21, "73.03")
    for name, first, last in (
        ("Bimtek pengemasan", date(2022, 7, 19), date(2022, 7, 21)),
        ("Bimtek digital", date(2022, 8, 29), date(2022, 9, 1)),
    ):
        people = participants(makers, 5, nama_kegiatan=name, rentang=(first, last))
        for person in people[1:]:
            person["nama_kegiatan"] = As(name, UP)
            person["rentang"] = As((first, last), UP)
        rows += people
    table(book, page, "peserta", cols, rows, kode="73.03", periode="2022-T3")
    return book


def enrekang_participants() -> Book:
    book = Book("peserta pelatihan dangke Enrekang 2022.xls", shows="Teks CSV yang diberi nama .xls")
    book.further["_tulis"] = (";", "utf-8")
    page = book.page(None)
    page.lines("DAFTAR PESERTA PELATIHAN KABUPATEN ENREKANG TAHUN 2022", None)
    cols = [
        Col(None, ("No",)), Col("nama_peserta", ("Nama",)), Col("jenis_kelamin", ("L/P",)),
        Col("alamat", ("Alamat",)), Col("desa", ("Desa",)),
        Col("kecamatan", ("Kecamatan",)), Col("nama_kegiatan", ("Jenis Pelatihan",)),
    ]  # fmt: skip
    table(
        book,
        page,
        "peserta",
        cols,
        participants(Makers(22, "73.16"), 8, nama_kegiatan="Pelatihan pembuatan dangke"),
        kode="73.16",
        periode="2022",
    )
    return book


def books() -> list[Book]:
    """Every report of activities and participants among the samples."""
    return [
        soppeng_activities(),
        gowa_activities(),
        pinrang_broken(),
        parepare_participants(),
        bantaeng_participants(),
        enrekang_participants(),
    ]
