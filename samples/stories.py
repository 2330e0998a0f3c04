"""The stories that the system must be able to hold, as the offices concerned would have typed them."""

from __future__ import annotations

from datetime import date
from typing import Any

from samples.books import table
from samples.cells import UP, As, Book, Col, Plain, Sub
from samples.shown import rupiah, scaled, upper, words


def barru_polytechnic() -> Book:
    book = Book(
        "73.11-Barru/Tindak lanjut Poltek ATI 2021.xlsx",
        shows="Cerita 1: MoU yang masih dibicarakan, kunjungan balasan dengan hari yang salah, tiga lembar",
    )
    page = book.page("MoU")
    page.lines("RENCANA KERJA SAMA PEMBINAAN IKM", "KABUPATEN BARRU TAHUN 2021", None)
    table(book, page, "kerja_sama", [
        Col(None, ("No",)), Col("mitra", ("Lembaga Mitra",)), Col("jenis_dokumen", ("Dokumen",)),
        Col("tentang", ("Bidang Kerja Sama",)),
        Col("tanggal_tanda_tangan", ("Ditandatangani Tanggal",)),
        Col("status", ("Progres",), words(pembahasan="Pembahasan", penjajakan="Penjajakan")),
    ], [
        {"mitra": "Politeknik ATI Makassar", "jenis_dokumen": "MoU",
            "tentang": "Desa Industri Mandiri dan IKM Smart Halal Food & Feed",
         "tanggal_tanda_tangan": As(None, "belum ada"), "status": "pembahasan"},
        {"mitra": "Politeknik ATI Makassar", "jenis_dokumen": "PKS",
            "tentang": "Pelatihan vokasi setingkat D1", "status": "penjajakan"},
        {"mitra": "Perbankan daerah", "tentang": "Pembiayaan IKM binaan", "status": "penjajakan"},
    ], kode="73.11", periode="2021")  # fmt: skip
    page = book.page("Kunjungan")
    page.lines("AGENDA KUNJUNGAN SEKRETARIS DAERAH", "KAB. BARRU 2021", None)
    table(book, page, "kunjungan", [
        Col(None, ("No",)), Col("tanggal", ("Hari, Tanggal",)), Col("jenis", ("Jenis",), str.title),
        Col("asal", ("Rombongan Dari",)),
        Col("tujuan", ("Lokasi yang Dituju",)), Col("jumlah_orang", ("Jumlah Peserta Rombongan",)),
        Col("agenda", ("Agenda",)),
    ], [
        {"tanggal": As("2021-05-04", date(2021, 5, 4)), "jenis": "kunjungan kerja",
            "asal": "Politeknik ATI Makassar", "tujuan": "Kantor Bupati Barru",
         "jumlah_orang": 6, "agenda": "Penjajakan MoU"},
        {"tanggal": As("2021-05-28", "Kamis, 28 Mei 2021", "HARI_TIDAK_COCOK"), "jenis": "kunjungan balasan",
            "asal": "Kabupaten Barru",
         "tujuan": "Politeknik ATI Makassar", "jumlah_orang": 8, "agenda": "Pembahasan MoU pembinaan IKM"},
    ], kode="73.11", periode="2021")  # fmt: skip
    page = book.page("Potensi")
    page.lines("KOMODITAS UNGGULAN DAN KEBUTUHAN KOMPETENSI KABUPATEN BARRU TAHUN 2021", None)
    skill = "Pengolahan pangan halal"
    table(book, page, "potensi", [
        Col(None, ("No",)), Col("kecamatan", ("Kecamatan",)), Col("komoditas", ("Komoditi",)),
        Col("sektor", ("Sub Sektor",), str.title),
        Col("kebutuhan_kompetensi", ("Kompetensi yang Dibutuhkan",)),
    ], [
        {"kecamatan": "Tanete Riaja", "komoditas": "Sapi potong", "sektor": "peternakan",
            "kebutuhan_kompetensi": skill},
        {"kecamatan": "Tanete Rilau", "komoditas": "Beras", "sektor": "tanaman pangan",
            "kebutuhan_kompetensi": As(skill, "s.d.a.")},
        {"kecamatan": "Balusu", "komoditas": "Cabai", "sektor": "hortikultura",
            "kebutuhan_kompetensi": As(skill, "〃")},
        {"kecamatan": "Mallusetasi", "komoditas": "Bandeng", "sektor": "perikanan",
            "kebutuhan_kompetensi": "Pengasapan ikan"},
    ], kode="73.11", periode="2021")  # fmt: skip
    return book


def province_programme() -> Book:
    book = Book(
        "Sinergi Hulu Hilir Provinsi 2021.xlsx",
        shows="Cerita 2: kolom Kab/Kota per baris; Toraja dan Luwu Raya harus ditanyakan",
    )
    page = book.page("Program 2021")
    page.lines(
        "SINERGI PROGRAM PEMBINAAN IKM DENGAN DEKRANASDA DAN TP PKK",
        "PROVINSI SULAWESI SELATAN TAHUN 2021",
        None,
    )
    cols = [
        Col(None, ("No",)), Col("kode_wilayah", ("Daerah Sasaran",)),
        Col("nama_kegiatan", ("Uraian Kegiatan",)), Col("metode", ("Bentuk/ Metode",), upper),
        Col("komoditas", ("Komoditas Binaan",)), Col("penyelenggara", ("Dinas Pelaksana",)),
        Col("mitra", ("Mitra",)),
    ]  # fmt: skip
    plan: list[tuple[As, str, str, str]] = [
        (As("73.06", "Gowa"), "Pelatihan pengolahan markisa", "pelatihan", "Markisa"),
        (As("73.09", "Kab. Maros"), "Pelatihan olahan pangan", "pelatihan", "Pangan olahan"),
        (As("73.09", "Maros"), "Pelatihan kerajinan bambu", "pelatihan", "Bambu"),
        (As("73.13", "WAJO"), "Pendampingan desain motif tenun", "pendampingan", "Tenun"),
        (As("73.12", "Soppeng"), "Pendampingan mutu benang ekspor", "pendampingan", "Benang sutra"),
        (As("73.72", "Kota Pare-Pare"), "Magang kerajinan kerang", "magang", "Kerang"),
        (As("73.15", "Pinrang"), "Coaching clinic pemasaran", "coaching clinic", "Aneka pangan"),
        (As("73.01", "Kep. Selayar"), "Pelatihan suvenir", "pelatihan", "Kelapa"),
        (As(None, "Luwu Raya", "WILAYAH_AMBIGU"), "Pelatihan sagu", "pelatihan", "Sagu"),
        (As(None, "Toraja", "WILAYAH_AMBIGU"), "Pelatihan tenun", "pelatihan", "Tenun"),
        (As(None, "Kab. Entah Berantah", "WILAYAH_TAK_DIKENAL"), "Pelatihan batu akik", "pelatihan",
            "Batu akik"),
    ]  # fmt: skip
    rows = [
        {"kode_wilayah": where, "nama_kegiatan": what, "metode": how, "komoditas": good,
         "penyelenggara": "Dinas Perdagangan" if how == "coaching clinic" else "Dinas Perindustrian",
         "mitra": "Dekranasda, TP PKK"}
        for where, what, how, good in plan
    ]  # fmt: skip
    table(book, page, "pembinaan", cols, rows, kode=None, periode="2021")
    page.lines(None, "Catatan: setiap pelatihan diikuti penyerahan peralatan")
    return book


def jeneponto_market() -> Book:
    book = Book(
        "Ps Murah Jeneponto (diskon) TA 2020.xls",
        shows="Cerita 2: pasar murah diskon; sampai Rp 70 juta adalah batas atas, bukan nilainya",
    )
    page = book.page("Pasar Murah")
    page.lines("LAPORAN PASAR MURAH", "KABUPATEN JENEPONTO", "TAHUN 2020", None)
    rows: list[Any] = [
        {"lokasi": "Lapangan Binamu", "model": "diskon", "nama_retail": "Swalayan Turatea",
            "nilai_transaksi": As(70_000_000, "sampai Rp 70 juta", "ANGKA_PERKIRAAN")},
        {"lokasi": "Lapangan Binamu", "model": "diskon", "nama_retail": "Toko Garam Berkah",
            "nilai_transaksi": 23_400_000},
        {"lokasi": "Pasar Karisa", "model": "diskon", "nama_retail": "Koperasi Nelayan",
            "nilai_transaksi": 11_150_000},
    ]  # fmt: skip
    table(book, page, "pasar_murah", [
        Col(None, ("No",)), Col("lokasi", ("Tempat Kegiatan",)),
        Col("model", ("Jenis Pasar Murah",), words(diskon="Potongan harga")),
        Col("nama_retail", ("Nama Toko/ Retail",)), Col("nilai_transaksi", ("Total Penjualan",), rupiah),
    ], rows, kode="73.04", periode="2020")  # fmt: skip
    return book


def kendari_sentra() -> Book:
    book = Book(
        "Disnakerperin Kota Kendari - Juli 2022.xlsx",
        shows="Cerita 3: dua tabel berbeda pada satu lembar, tanggal berentang dengan hari, sekitar 30 orang, DAK",
    )
    page = book.page("Laporan")
    page.lines(
        "PEMERINTAH KOTA KENDARI",
        "DINAS TENAGA KERJA DAN PERINDUSTRIAN",
        "LAPORAN BULAN JULI 2022",
        None,
        "I. KEADAAN SENTRA IKM",
        None,
    )
    table(book, page, "sentra", [
        Col(None, ("No",)), Col("nama_sentra", ("Nama Sentra Industri",)), Col("komoditas", ("Bidang",)),
        Col("jumlah_unit", ("Jml Unit Usaha",)),
        Col("jumlah_workshop", ("Jml Workshop",)), Col("status", ("Status",),
            words(beroperasi="Sudah beroperasi", rencana="Rencana")),
        Col("sumber_dana", ("Sumber Dana",)),
    ], [
        {"nama_sentra": "Sentra mebel", "komoditas": "Mebel", "jumlah_unit": 40, "jumlah_workshop": 40,
            "status": "beroperasi", "sumber_dana": "DAK Fisik"},
        {"nama_sentra": "Sentra perbengkelan", "komoditas": "Otomotif", "jumlah_unit": 14,
            "status": "beroperasi", "sumber_dana": "DAK Fisik"},
        {"nama_sentra": "Sentra pangan", "komoditas": "Pangan", "jumlah_unit": 0, "status": "rencana",
            "sumber_dana": "DAK Fisik"},
    ], kode="74.71", periode="2022-07")  # fmt: skip
    page.lines(None, "II. KEGIATAN PELATIHAN BULAN JULI 2022", None)
    table(book, page, "pembinaan", [
        Col(None, ("No",)), Col("nama_kegiatan", ("Nama Pelatihan",)), Col("rentang", ("Waktu",)),
        Col("jumlah_peserta", ("Banyaknya Peserta",)),
        Col("sumber_dana", ("Pembiayaan",)), Col("penyelenggara", ("Penyelenggara",)),
    ], [
        {"nama_kegiatan": "Pelatihan manajemen mutu", "rentang": As((date(2022, 7, 19), date(2022, 7, 25)),
            "Selasa 19-25 Juli 2022"),
         "jumlah_peserta": As(30, "sekitar 30 orang", "ANGKA_PERKIRAAN"),
         "sumber_dana": As("DAK Nonfisik", "DAK Non Fisik"),
         "penyelenggara": "Dinas Tenaga Kerja dan Perindustrian"},
        {"nama_kegiatan": "Pelatihan tata kelola sentra", "rentang": As((date(2022, 7, 19),
            date(2022, 7, 25)), "19 s/d 25 Juli 2022"),
         "jumlah_peserta": As(30, "30 org"), "sumber_dana": As("DAK Nonfisik", "DAK Nonfisik"),
             "penyelenggara": "Dinas Tenaga Kerja dan Perindustrian"},
    ], kode="74.71", periode="2022-07")  # fmt: skip
    return book


def coordination_2016() -> Book:
    book = Book(
        "Rakor Disperindag 2016.xlsx",
        shows="Cerita 5: tiga sumber dana untuk satu kegiatan; daerah digabung ke bawah; tajuk berulang per halaman",
    )
    page = book.page("Pendanaan")
    page.lines(
        "RENCANA PENDANAAN PRODUK UNGGULAN BERBASIS KOMPETENSI INTI",
        "DISPERINDAG PROVINSI SULAWESI SELATAN TAHUN 2016",
        "(Rp. Juta)",
        None,
    )
    million = scaled(1_000_000)
    cols = [
        Col(None, ("No",)), Col("kode_wilayah", ("Kabupaten/ Kota",)), Col("nama_kegiatan", ("Kegiatan",)),
        Col("sumber_dana", ("Asal Dana",)),
        Col("pagu", ("Pagu Indikatif",), million),
    ]  # fmt: skip
    shares = (("APBN", "APBN", 250), ("APBD Provinsi", "APBD I", 120), ("APBD Kabupaten/Kota", "APBD II", 75))
    rows: list[Any] = []
    for kode, name, what in (
        ("73.02", "Bulukumba", "Wirausaha baru perahu"),
        ("73.16", "Enrekang", "Produk unggulan kopi"),
    ):
        for at, (fund, written, amount) in enumerate(shares):
            rows.append({
                "kode_wilayah": As(kode, UP if at else name), "nama_kegiatan": As(what, UP if at else what),
                "sumber_dana": As(fund, written),
                "pagu": amount * 1_000_000,
            })  # fmt: skip
        if name == "Bulukumba":
            rows += [Plain((None, "Halaman 2")), Plain(tuple(col.heads[0] for col in cols))]
    rows.append(Sub("T O T A L", ("pagu",), whole=True))
    table(book, page, "anggaran", cols, rows, kode=None, periode="2016")
    page = book.page("Rapat")
    page.lines("DAFTAR RAPAT DAN KUNJUNGAN", "DISPERINDAG KOTA MAKASSAR TAHUN 2016", None)
    table(book, page, "kunjungan", [
        Col(None, ("No",)), Col("tanggal", ("Hari/ Tanggal",)), Col("jenis", ("Jenis Acara",)),
        Col("asal", ("Asal Peserta",)),
        Col("jumlah_orang", ("Jumlah Hadir",)), Col("agenda", ("Pokok Bahasan",)),
    ], [
        {"tanggal": As("2016-02-19", "Jum'at, 19 Pebruari 2016"), "jenis": As("rapat koordinasi", "Rakor"),
            "asal": "Dinas perindustrian se-Sulawesi Selatan",
         "jumlah_orang": 72, "agenda": "Program tahun 2016"},
    ], kode="73.71", periode="2016")  # fmt: skip
    return book


def books() -> list[Book]:
    """The stories of the field."""
    return [
        barru_polytechnic(),
        province_programme(),
        jeneponto_market(),
        kendari_sentra(),
        coordination_2016(),
    ]
