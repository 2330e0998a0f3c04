"""What a district has and wishes for: sentra, agreements, potential, proposals, visits."""

from __future__ import annotations

from datetime import date
from typing import Any

from samples.books import table
from samples.cells import UP, As, Book, Col, Section, Sub
from samples.people import Makers, places
from samples.shown import before, long_date, rupiah, scaled, upper, words


def lutra_sentra() -> Book:
    book = Book(
        "Profil Sentra IKM Luwu Utara 2022.xlsx",
        shows="Tajuk berkurung satuan, tahun berdiri kosong, perkiraan dan pecahan orang",
    )
    page = book.page("sentra")
    page.lines("PROFIL SENTRA INDUSTRI KECIL DAN MENENGAH", "KABUPATEN LUWU UTARA", "TAHUN 2022", None)
    cols = [
        Col(None, ("NO",)), Col("nama_sentra", ("SENTRA",)), Col("komoditas", ("BIDANG/ PRODUK",)),
        Col("desa", ("LOKASI", "DESA"), before("Ds. ")),
        Col("kecamatan", ("LOKASI", "KECAMATAN")), Col("jumlah_unit", ("JUMLAH", "UNIT USAHA")),
        Col("jumlah_workshop", ("JUMLAH", "WORKSHOP")),
        Col("tenaga_kerja", ("JUMLAH", "TENAGA KERJA (ORG)")),
        Col("nilai_produksi", ("NILAI PRODUKSI (JUTA RP)",), scaled(1_000_000)),
        Col("tahun_berdiri", ("TAHUN BERDIRI",)), Col("status", ("STATUS SENTRA",),
            words(beroperasi="Beroperasi", dibangun="Tahap pembangunan", rencana="Direncanakan")),
    ]  # fmt: skip
    rows: list[Any] = []
    for at, (good, row) in enumerate(
        zip(
            ("Sagu", "Gula aren", "Rotan", "Kopi Seko", "Minyak nilam"),
            Makers(40, "73.22").rows(5),
            strict=True,
        )
    ):
        rows.append({
            "nama_sentra": f"Sentra {good}", "komoditas": good, "desa": row["desa"],
            "kecamatan": row["kecamatan"], "jumlah_unit": 6 + 7 * at,
            "jumlah_workshop": at, "tenaga_kerja": 30 + 11 * at,
            "nilai_produksi": (900 + 135 * at) * 1_000_000, "tahun_berdiri": 2009 + at,
            "status": ("beroperasi", "beroperasi", "dibangun", "rencana", "beroperasi")[at],
        })  # fmt: skip
    rows[1]["jumlah_unit"] = As(13, "13 unit")
    rows[2]["tahun_berdiri"] = As(None, "–")
    rows[3]["tenaga_kerja"] = As(None, 12.5, "BUKAN_ANGKA")
    rows[4]["tenaga_kerja"] = As(60, "> 60", "ANGKA_PERKIRAAN")
    table(book, page, "sentra", cols, rows, kode="73.22", periode="2022", numbers="{}")
    return book


def bone_agreements() -> Book:
    book = Book(
        "Kerjasama Kab Bone 2022.ods",
        shows="ods; kerja sama tanpa tanggal, ditto, status bermacam ejaan, tanggal tak sah",
    )
    page = book.page("MoU PKS")
    page.lines("DAFTAR NASKAH KERJA SAMA", "DINAS PERINDUSTRIAN KABUPATEN BONE", "TAHUN 2022", None)
    cols = [
        Col(None, ("No",)), Col("mitra", ("Pihak Mitra",)), Col("jenis_dokumen", ("Jenis Naskah",),
            words(MoU="Nota Kesepahaman", PKS="Perjanjian Kerja Sama")),
        Col("tentang", ("Tentang",)), Col("tanggal_tanda_tangan", ("Tanggal Penandatanganan",), long_date),
        Col("berlaku_sampai", ("Masa Berlaku s.d.",), long_date),
        Col("status", ("Status/ Tahapan",), words(pembahasan="Dalam pembahasan",
            penjajakan="Tahap penjajakan", ditandatangani="Sudah ditandatangani")),
    ]  # fmt: skip
    rows = [
        {"mitra": "Akademi Komunitas Bone", "jenis_dokumen": "MoU", "tentang": "Pelatihan pengemasan",
            "tanggal_tanda_tangan": date(2022, 3, 9),
         "berlaku_sampai": date(2025, 3, 8), "status": "ditandatangani"},
        {"mitra": As("Akademi Komunitas Bone", "idem"), "jenis_dokumen": "PKS",
            "tentang": "Magang siswa di IKM", "status": "pembahasan"},
        {"mitra": "Bank Desa Lestari", "jenis_dokumen": "MoU", "tentang": "Kredit usaha mikro",
            "tanggal_tanda_tangan": As(None, "menunggu jadwal", "TANGGAL_TIDAK_SAH"),
         "status": "penjajakan"},
        {"mitra": "Koperasi Bola Soba", "jenis_dokumen": "PKS", "tentang": "Rumah kemasan",
            "tanggal_tanda_tangan": date(2019, 6, 17),
         "berlaku_sampai": date(2022, 6, 16), "status": "berakhir"},
    ]  # fmt: skip
    table(book, page, "kerja_sama", cols, rows, kode="73.08", periode="2022")
    return book


def toraja_potential() -> Book:
    book = Book(
        "data potensi komoditi TORAJA UTARA th.2022.xlsx",
        shows="Bagian kecamatan, angka Inggris dan Indonesia, satuan di belakang angka",
    )
    page = book.page("Potensi")
    page.lines("DATA POTENSI DAN KOMODITAS UNGGULAN", "KABUPATEN TORAJA UTARA", "TAHUN 2022", None)
    cols = [
        Col(None, ("No",)), Col("desa", ("Lembang/ Desa/ Kelurahan",)),
        Col("komoditas", ("Komoditas Unggulan",)), Col("sektor", ("Sektor",), str.title),
        Col("volume", ("Produksi per Tahun", "Volume")), Col("satuan", ("Produksi per Tahun", "Satuan"),
            str.title), Col("jumlah_pelaku", ("Jumlah Pelaku (Orang)",)),
        Col("kebutuhan_kompetensi", ("Kebutuhan Pelatihan/ Kompetensi",)),
    ]  # fmt: skip
    goods = (
        ("Kopi arabika", "perkebunan", "Sangrai kopi"),
        ("Kerbau", "peternakan", "Pakan ternak"),
        ("Ukiran kayu", "kerajinan", "Desain motif"),
        ("Tomat", "hortikultura", "Pengolahan saus"),
    )
    rows: list[Any] = []
    for at, (_, kecamatan, desa) in enumerate(places("73.26")[:2]):
        rows.append(Section(f"Kec. {kecamatan}", {"kecamatan": kecamatan}))
        for number, (good, sector, skill) in enumerate(goods):
            rows.append({
                "desa": desa[number % len(desa)], "komoditas": good, "sektor": sector,
                "volume": 120 + 35 * number + at, "satuan": "ton",
                "jumlah_pelaku": 80 + number * 13, "kebutuhan_kompetensi": skill,
            })  # fmt: skip
    rows[1]["volume"] = As(1234.5, "1.234,5")
    rows[2]["volume"] = As(12500, "12.500")
    rows[3]["volume"] = As(0.75, "0,75")
    rows[4]["sektor"] = As(None, "Perikanan darat dan jasa", "DI_LUAR_DAFTAR")
    table(book, page, "potensi", cols, rows, kode="73.26", periode="2022")
    return book


def selayar_potential() -> Book:
    book = Book("potensi desa selayar smt I 2021.xls", shows="xls; kecamatan digabung ke bawah, pelaku minus")
    page = book.page("Sheet1")
    page.lines("PEMETAAN POTENSI UNGGULAN DESA", "KAB. KEPULAUAN SELAYAR", "SEMESTER I TAHUN 2021", None)
    cols = [
        Col("kecamatan", ("Kecamatan",)), Col("desa", ("Desa",)), Col("komoditas", ("Produk Unggulan",)),
        Col("sektor", ("Bidang",)),
        Col("jumlah_pelaku", ("Jlh Pelaku Usaha",)),
    ]  # fmt: skip
    rows = []
    for _, kecamatan, desa in places("73.01")[1:4]:
        for at, (good, sector) in enumerate((("Kelapa", "perkebunan"), ("Ikan kering", "perikanan"))):
            rows.append({
                "kecamatan": As(kecamatan, UP) if at else kecamatan, "desa": desa[at], "komoditas": good,
                "sektor": sector, "jumlah_pelaku": 40 + at,
            })  # fmt: skip
    rows[3]["jumlah_pelaku"] = As(None, -12, "DI_LUAR_RENTANG")
    table(book, page, "potensi", cols, rows, kode="73.01", periode="2021-S1")
    return book


def barru_proposals() -> Book:
    book = Book(
        "73.11-Barru/usulan desa industri mandiri 2022.xlsx",
        shows="Cerita 1: desa mengusulkan kebutuhannya; tabel di kolom C, spasi berlebih, prioritas",
    )
    page = book.page("USULAN")
    page.lines(
        None,
        "REKAPITULASI USULAN KEBUTUHAN DESA INDUSTRI MANDIRI",
        "KABUPATEN BARRU TAHUN 2022",
        None,
        left=2,
    )
    cols = [
        Col(None, ("No",)), Col("kecamatan", ("Kecamatan",), upper),
        Col("desa", ("Desa / Kelurahan",), before("Desa ")), Col("uraian", ("Uraian  Usulan",)),
        Col("volume", ("Vol.",)), Col("satuan", ("Sat.",)), Col("perkiraan_biaya", ("Perkiraan Biaya (Rp)",),
            rupiah), Col("sumber_dana", ("Usulan Sumber Dana",)),
        Col("prioritas", ("Prioritas",)),
    ]  # fmt: skip
    wishes = (
        ("Pelatihan olahan daging sapi", 1, "paket", 45_000_000),
        ("Mesin pencacah pakan", 2, "unit", 38_500_000),
        ("Rumah kemasan bersama", 1, "unit", 210_000_000),
    )
    rows: list[Any] = []
    for at, (_, kecamatan, desa) in enumerate(places("73.11")[:3]):
        what, count, unit, cost = wishes[at]
        rows.append({
            "kecamatan": kecamatan, "desa": desa[0], "uraian": As(what, f" {what.replace(' ', '  ', 1)} "),
            "volume": count, "satuan": unit,
            "perkiraan_biaya": cost, "sumber_dana": ("DAK Nonfisik", "APBD Kabupaten/Kota", "DAK Fisik")[at],
            "prioritas": at + 1,
        })  # fmt: skip
    rows.append(Sub("JUMLAH", ("perkiraan_biaya",), whole=True))
    table(book, page, "usulan", cols, rows, kode="73.11", periode="2022", left=2)
    return book


def enrekang_proposals() -> Book:
    book = Book(
        "usulan IKM enrekang trw IV 2021.csv",
        shows="CSV titik koma UTF-8; juta di sel, kurung untuk angka minus, biaya x s.d. y",
    )
    book.further["_tulis"] = (";", "utf-8")
    page = book.page(None)
    page.lines("USULAN PROGRAM PENGEMBANGAN IKM", "PEMKAB ENREKANG", "TRIWULAN IV TAHUN 2021", None)
    cols = [
        Col(None, ("No",)),
        Col("kecamatan", ("Kecamatan",)),
        Col("uraian", ("Jenis Usulan",)),
        Col("perkiraan_biaya", ("Estimasi Biaya",)),
    ]
    names = [one[1] for one in places("73.16")]
    rows = [
        {"kecamatan": names[0], "uraian": "Alat pengolah dangke",
            "perkiraan_biaya": As(150_000_000, "Rp 150 juta")},
        {"kecamatan": names[1], "uraian": "Pelatihan sangrai kopi",
            "perkiraan_biaya": As(1_500_000_000, "1,5 M")},
        {"kecamatan": names[2], "uraian": "Gudang bawang", "perkiraan_biaya": As(None, "(25.000.000)",
            "DI_LUAR_RENTANG")},
        {"kecamatan": names[3], "uraian": "Rumah produksi", "perkiraan_biaya": As(500_000, "500rb")},
    ]  # fmt: skip
    table(book, page, "usulan", cols, rows, kode="73.16", periode="2021-T4")
    return book


def makassar_visits() -> Book:
    book = Book(
        "Buku Tamu Disperindag Kota Makassar 2024.xlsx",
        shows="Cerita 4: rombongan Badung 90 orang di satu baris, 94 di baris berikut; dua angka dalam satu sel",
    )
    page = book.page("Tamu")
    page.lines("REKAP KUNJUNGAN DAN STUDI TIRU", "DINAS PERDAGANGAN KOTA MAKASSAR", "TAHUN 2024", None)
    cols = [
        Col(None, ("No",)), Col("tanggal", ("Hari / Tgl Kunjungan",)),
        Col("jenis", ("Jenis Kegiatan",), str.title), Col("asal", ("Asal Tamu",)),
        Col("tujuan", ("Tempat Dikunjungi",)), Col("jumlah_orang", ("Jml Rombongan",)),
        Col("pimpinan", ("Ketua Rombongan",)), Col("agenda", ("Maksud Kunjungan",)),
    ]  # fmt: skip

    def visit(day: Any, origin: str, people: Any, topic: str, kind: str = "studi tiru") -> dict[str, Any]:
        return {
            "tanggal": day,
            "jenis": kind,
            "asal": origin,
            "tujuan": "Gedung PKK Kota",
            "jumlah_orang": people,
            "pimpinan": "Wayan Sudarma",
            "agenda": topic,
        }

    rows = [
        visit(As("2024-07-09", "Selasa, 9 Juli 2024"), "Kabupaten Badung", 90, "Industri kreatif"),
        visit(As("2024-07-09", "Selasa, 9 Juli 2024"), "Kabupaten Badung (rombongan lengkap)", 94,
            "Sandang dan pangan"),
        visit(As("2024-09-03", date(2024, 9, 3)), "Kota Ambon",
            As(None, "20 / 24 orang", "ANGKA_BERTENTANGAN"), "Tenaga kerja"),
        visit(As("2024-10-22", "22 Okt 2024"), "Kabupaten Gowa", As(12, "12 orang"), "Teknologi pakaian",
            "kunjungan kerja"),
    ]  # fmt: skip
    table(book, page, "kunjungan", cols, rows, kode="73.71", periode="2024")
    return book


def books() -> list[Book]:
    """Every report on sentra, agreements, potential, proposals and visits among the samples."""
    return [
        lutra_sentra(), bone_agreements(), toraja_potential(), selayar_potential(), barru_proposals(),
            enrekang_proposals(), makassar_visits(),
    ]  # fmt: skip
