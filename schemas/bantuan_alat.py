"""Equipment handed over: one row is one kind of equipment to one receiver."""

import polars as pl

from schemas import columns
from schemas.base import Report, Rule, column
from schemas.phrases import phrases
from schemas.typical import BUSINESS_WORDS

# Unit prices are often rounded when the total is the agreed figure; half a percent is rounding, more is not.
TOLERANCE = 0.005

KONDISI: dict[str, tuple[str, ...]] = {
    "baik": phrases("""
        B | Bagus | Kondisi Baik | Masih Baik | Baik Sekali | Sangat Baik | Berfungsi | Berfungsi Baik
        | Masih Berfungsi | Dalam Kondisi Baik | Normal | Baru | Layak | Layak Pakai | Berfungsi dengan Baik
        | Masih Bagus | Baik/Berfungsi
    """),
    "rusak ringan": phrases("""
        RR | Rusak Sedikit | Ringan | Kerusakan Ringan | Kondisi Rusak Ringan | R. Ringan | Rusak (Ringan)
    """),
    "rusak berat": phrases("""
        RB | Rusak Parah | Rusak Total | Berat | Kerusakan Berat | Kondisi Rusak Berat | R. Berat
        | Rusak (Berat) | Tidak Layak Pakai | Tidak Berfungsi
    """),
}


class BantuanAlat(Report):
    """One kind of equipment given to one receiver."""

    nama_penerima: pl.String = column(
        "text",
        title="Nama penerima",
        title_en="Receiver",
        meaning="Usaha atau kelompok penerima bantuan.",
        meaning_en="Business or group that received the equipment.",
        example="KUB Contoh Bersama",
        required=True,
        personal="nama",
        wordings=phrases("""
            Nama Penerima | Nama Penerima Bantuan | Penerima Bantuan | Penerima | Nama Kelompok | Nama IKM
            | Nama Usaha | Nama Perusahaan | Nama IKM Penerima | IKM Penerima | Kelompok Penerima
            | Nama Kelompok Penerima | Nama KUB | Nama Kelompok/IKM | Nama IKM/Kelompok
            | Nama Penerima Manfaat | Penerima Manfaat | Nama Penerima Hibah | Nama | Penerima Hibah
            | Nama Penerima Alat | Penerima Alat | Nama Usaha/Kelompok | Nama KUB/Kelompok | Nama KUBE
            | Nama Penerima Barang | Kelompok Usaha | Nama Kelompok Usaha | IKM | Unit Usaha | Nama Unit Usaha
            | Kelompok | Nama Perusahaan/IKM | Nama UMKM | IKM/Kelompok Penerima | Usaha Penerima
            | Nama Perorangan/Kelompok | Nama KUB Penerima | Diserahkan Kepada | Nama Penerima Fasilitasi
            | Sasaran Penerima | Nama IKM/Penerima | Penerima Bantuan Alat | Yang Menerima | Pihak Penerima
            | Kelompok/IKM Penerima | Penerima Fasilitas | Nama Kelompok Penerima Bantuan
            | Nama IKM Penerima Bantuan | Diberikan Kepada | Nama Kelompok/Perorangan | Nama Usaha Penerima
            | Usaha/Kelompok Penerima | Calon Penerima | Nama Calon Penerima | Pelaku Usaha Penerima
            | Nama Perusahaan Penerima | Diterima Oleh | Unit Usaha Penerima
        """),
    )
    nama_pemilik: pl.String = column(
        "text",
        foreign=BUSINESS_WORDS,
        title="Nama pemilik",
        title_en="Owner or head",
        meaning="Pemilik usaha atau ketua kelompok penerima.",
        meaning_en="Owner of the business or head of the group.",
        example="Fulan bin Fulan",
        personal="nama",
        wordings=phrases("""
            Nama Pemilik | Pemilik | Nama Ketua | Ketua Kelompok | Nama Ketua Kelompok | Ketua | Pimpinan
            | Nama Pimpinan | Penanggung Jawab | Nama Penanggung Jawab | Nama Pengusaha | Nama Pemilik/Ketua
            | Pemilik/Ketua | Pengelola | Nama Pemilik/Ketua Kelompok | Ketua/Pemilik | Nama Pemilik Usaha
            | Nama Pengurus | Kontak Person | Pemilik Usaha | Nama Pengelola | Nama Ketua KUB | Ketua KUB
            | Pengusaha | Nama Direktur | Ketua/Penanggung Jawab | Narahubung | Nama Lengkap
            | Nama Ketua/Penanggung Jawab | Nama Pemilik IKM | Nama Orang | Nama Ketua/Pimpinan
            | Pemilik/Ketua KUB | Nama Kepala Kelompok | Kepala Kelompok | Pimpinan Kelompok
            | Nama Pimpinan Kelompok | Penanggung Jawab Kelompok | Pengurus Kelompok | Pengurus
            | Nama Pemilik/Pengelola | Nama Pengurus/Ketua | Ketua/Pimpinan | Nama Penanggung Jawab Kelompok
            | Pemilik/Penanggung Jawab | Nama Pemilik/Penanggung Jawab | Pelaku Usaha | Nama Pelaku Usaha
            | Nama Perwakilan | Atas Nama | Owner
        """),
    )
    nik: pl.String = columns.nik(
        "pemilik atau ketua",
        "the owner or head",
        more="NIK Penerima | NIK Ketua | NIK Pemilik | Nomor KTP Penerima",
    )
    desa: pl.String = columns.desa("penerima", "the receiver")
    kecamatan: pl.String = columns.kecamatan("penerima", "the receiver")
    nama_alat: pl.String = column(
        "text",
        title="Nama alat",
        title_en="Equipment",
        meaning="Alat atau mesin yang diserahkan.",
        meaning_en="Equipment that was handed over.",
        example="Mesin pengemas",
        required=True,
        wordings=phrases("""
            Nama Alat | Jenis Alat | Jenis Bantuan | Nama Barang | Jenis Barang | Alat | Bantuan
            | Nama Bantuan | Uraian Barang | Jenis Peralatan | Nama Peralatan | Peralatan
            | Nama Mesin/Peralatan | Mesin/Peralatan | Jenis Mesin | Nama Mesin | Jenis Mesin/Peralatan
            | Alat yang Diberikan | Bantuan yang Diberikan | Jenis Alat/Mesin | Uraian | Uraian Bantuan
            | Nama Alat/Mesin | Bantuan Peralatan | Bentuk Bantuan | Jenis Bantuan Alat | Alat Bantu | Barang
            | Nama Alat Bantuan | Alat yang Diserahkan | Barang yang Diserahkan | Jenis Bantuan Peralatan
            | Alat/Mesin | Alat Produksi | Jenis Alat Bantuan | Bantuan yang Diterima | Alat yang Diterima
            | Jenis Mesin dan Peralatan | Uraian Alat | Jenis Bantuan yang Diterima | Macam Bantuan
            | Nama Barang/Alat | Rincian Barang | Rincian Alat | Item Barang | Item Alat | Item
            | Jenis Alat yang Diserahkan | Jenis Barang yang Diserahkan | Peralatan Produksi | Sarana Produksi
            | Jenis Sarana | Mesin | Nama Barang Bantuan | Perlengkapan | Jenis Perlengkapan
            | Peralatan yang Diberikan | Peralatan yang Diterima | Jenis Peralatan/Mesin | Uraian Barang/Alat
            | Nama Sarana | Paket Alat | Jenis Hibah
        """),
    )
    jumlah: pl.Int64 = column(
        "count",
        title="Jumlah",
        title_en="Quantity",
        meaning="Banyaknya alat, dalam satuan yang disebut.",
        meaning_en="Quantity, in the unit given.",
        example=2,
        unit="per satuan",
        required=True,
        unit_column="satuan",
        wordings=phrases("""
            Jumlah | Volume | Jumlah Alat | Banyaknya | Jumlah Unit | Jumlah Barang | Jumlah Bantuan
            | Kuantitas | Qty | Vol | Volume Bantuan | Unit | Banyak | Jumlah/Volume | Volume/Jumlah
            | Volume Barang | Kuantum | Jumlah Peralatan | Bantuan Jumlah | Alat Jumlah | Jumlah Mesin
            | Jumlah yang Diterima | Jumlah Satuan | Banyaknya Alat | Volume Alat | Jumlah yang Diserahkan
            | Volume Pekerjaan | Jumlah Alat Unit | Bantuan Volume | Banyaknya Barang
            | Jumlah Alat yang Diterima | Jumlah Paket | Jumlah Item | Jumlah Barang yang Diserahkan
            | Jumlah Alat yang Diserahkan | Total Unit | Jumlah Mesin/Peralatan | Total Barang
            | Jumlah Alat/Unit
        """),
    )
    satuan: pl.String = column(
        "unit",
        title="Satuan",
        title_en="Unit",
        meaning="Satuan alat seperti ditulis, huruf kecil.",
        meaning_en="Unit as written, lower case.",
        example="unit",
        wordings=phrases("""
            Satuan | Satuan Barang | Satuan Alat | Jenis Satuan | Satuan Unit | Satuan Bantuan | Satuan Volume
            | Ukuran | Bantuan Satuan | Volume Satuan | Ukuran Satuan | Nama Satuan | Satuan Hitung
        """),
    )
    harga_satuan: pl.Int64 = column(
        "money",
        title="Harga satuan",
        title_en="Unit price",
        meaning="Harga satu satuan dalam rupiah.",
        meaning_en="Price of one unit in rupiah.",
        example=3_500_000,
        unit="rupiah",
        wordings=phrases("""
            Harga Satuan | Harga per Unit | Harga | Harga Barang | Harga Satuan Barang | Harga Per Satuan
            | Harga Alat | Nilai Satuan | Harga Unit | Nilai per Unit | Harga Satuan Alat
            | Harga Perolehan Satuan | Biaya Satuan | Harga Satuan Unit | Nilai Satuan Barang | Harga Dasar
            | Satuan Harga | Harga per Buah | Harga Beli Satuan | Harga Pembelian | Harga per Alat
            | Harga per Barang | Nilai Harga Satuan | Harga Tiap Unit | Harga Tiap Satuan | Harga Setiap Unit
            | Harga Satuan Peralatan | Harga Satuan Mesin | Harga 1 Unit | Harga Beli | Harga Pasar
        """),
    )
    nilai: pl.Int64 = column(
        "money",
        title="Nilai",
        title_en="Value",
        meaning="Nilai seluruhnya dalam rupiah: jumlah kali harga satuan.",
        meaning_en="Total value in rupiah: quantity times unit price.",
        example=7_000_000,
        unit="rupiah",
        wordings=phrases("""
            Nilai | Jumlah Harga | Nilai Bantuan | Total Harga | Jumlah Nilai | Total Nilai | Total
            | Nilai Barang | Harga Total | Nilai Total | Jumlah Biaya | Total Biaya | Nilai Perolehan
            | Jumlah Dana | Nilai Alat | Besaran Bantuan | Anggaran | Nilai Hibah | Harga Perolehan
            | Jumlah Anggaran | Nilai Peralatan | Total Bantuan | Jumlah Total | Nilai Keseluruhan
            | Nilai Seluruhnya | Nilai Bantuan Seluruhnya | Harga Keseluruhan | Besaran Nilai | Biaya | Pagu
            | Nilai Nominal | Nominal | Nilai Pengadaan | Nilai Jumlah Harga | Total Nilai Bantuan | Realisasi
            | Total Nilai Barang | Nilai Rupiah | Total Dana | Besarnya Bantuan | Nilai Harga Total
            | Besaran Dana | Total Anggaran | Harga Jumlah | Nilai Aset | Nilai Keseluruhan Bantuan
            | Jumlah Nilai Bantuan | Total Nilai Hibah | Jumlah Harga Barang | Nilai Fasilitasi
        """),
    )
    tanggal_serah: pl.Date = column(
        "date",
        in_period=True,
        title="Tanggal serah terima",
        title_en="Handed over on",
        meaning="Tanggal alat diserahkan.",
        meaning_en="Day on which the equipment was handed over.",
        wordings=phrases("""
            Tanggal Serah Terima | Tanggal Penyerahan | Tanggal | Tanggal Serah | Waktu Penyerahan
            | Tanggal BAST | Tanggal Diserahkan | Tanggal Diterima | Tanggal Penerimaan
            | Tanggal Penyerahan Bantuan | Waktu Serah Terima | Tanggal Terima | Tanggal Berita Acara
            | Tanggal Serah Terima Barang | Hari/Tanggal Penyerahan | Penyerahan | Tanggal Penyaluran
            | Waktu Penyaluran | Tanggal Bantuan | Serah Terima | Waktu | Hari/Tanggal | Diserahkan Tanggal
            | Tanggal Berita Acara Serah Terima | BAST Tanggal | Serah Terima Tanggal | Tanggal Distribusi
            | Diterima Tanggal | Waktu Pelaksanaan | Tanggal Pemberian | Waktu Diserahkan | Tanggal Hibah
            | Hari Penyerahan | Diserahkan Pada | Tanggal Terima Barang | Tanggal Penerimaan Barang
            | Tanggal Serah Terima Alat | Tanggal Penyerahan Alat | Tanggal Penyerahan Barang
            | Waktu Penerimaan | Diserahkan Pada Tanggal | Tanggal Penyerahan Hibah | Tanggal Kegiatan
            | Tanggal Pelaksanaan | Waktu Diterima
        """),
    )
    sumber_dana: pl.String = columns.sumber_dana()
    kondisi: pl.String = column(
        "category",
        title="Kondisi",
        title_en="Condition",
        meaning="Kondisi alat sekarang.",
        meaning_en="Present condition of the equipment.",
        categories=KONDISI,
        wordings=phrases("""
            Kondisi | Kondisi Alat | Keadaan | Keadaan Alat | Kondisi Barang | Kondisi Saat Ini
            | Keadaan Barang | Kondisi Mesin | Kondisi Peralatan | Kondisi Sekarang | Status Alat
            | Status Barang | Kondisi Bantuan | Kondisi Terakhir | Status | Kondisi Terkini
            | Kondisi Alat Saat Ini | Kondisi Fisik | Kelayakan | B/RR/RB | Keadaan Saat Ini
            | Kondisi Baik/Rusak | Kondisi Aset | Keadaan Peralatan | Keadaan Mesin | Kondisi Alat Sekarang
            | Kondisi Barang Saat Ini | Kondisi Sarana | Baik/Rusak | Keadaan Sekarang
        """),
    )

    class Config:
        title = "Bantuan alat"
        metadata = {
            "name": "bantuan_alat",
            "title_en": "Equipment handed over",
            "meaning": "Satu baris = satu macam alat kepada satu penerima.",
            "meaning_en": "One row = one kind of equipment to one receiver.",
            "title_words": phrases("""
                bantuan alat | penerima bantuan | daftar penerima bantuan alat | bantuan peralatan
                | penyerahan bantuan | bantuan mesin dan peralatan | bantuan mesin | penerima hibah
                | hibah peralatan | rekap bantuan | penyaluran bantuan | daftar bantuan | serah terima barang
                | serah terima bantuan | fasilitasi peralatan | bantuan sarana produksi | penerima alat
                | bantuan ikm | daftar penerima hibah | bantuan peralatan produksi | penerima bantuan mesin
                | fasilitasi mesin dan peralatan | realisasi bantuan | hibah barang | bantuan alat produksi
            """),
            "rules": (
                Rule(
                    "NILAI_TIDAK_COCOK",
                    "nilai",
                    ("jumlah", "harga_satuan", "nilai"),
                    (pl.col("nilai") - pl.col("jumlah") * pl.col("harga_satuan")).abs()
                    > pl.col("nilai").abs() * TOLERANCE,
                    "Nilai tidak sama dengan jumlah kali harga satuan.",
                ),
            ),
        }
