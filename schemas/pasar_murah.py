"""Pasar murah: one row is the turnover of one retailer at one market."""

import polars as pl

from schemas import columns
from schemas.base import Report, column
from schemas.phrases import phrases
from schemas.typical import PLACE_WORDS, RETAIL_WORDS

MODEL: dict[str, tuple[str, ...]] = {
    "subsidi": phrases("""
        Pasar Murah Subsidi | Bersubsidi | Subsidi Harga | Model Subsidi | Pasar Murah Bersubsidi | Disubsidi
        | Subsidi Pemerintah | Dengan Subsidi | Sistem Subsidi | Subsidi Pemda | Harga Subsidi | Subsidi APBD
    """),
    "diskon": phrases("""
        Potongan Harga | Pasar Murah Diskon | Discount | Model Diskon | Diskon Harga | Diskon Retail
        | Dengan Diskon | Diskon Penjual | Rabat | Harga Diskon | Sistem Diskon | Pemotongan Harga
        | Potongan Harga Retail | Disc | Diskon Ritel | Tanpa Subsidi (Diskon)
    """),
}


class PasarMurah(Report):
    """One retailer at one pasar murah (bazaar with subsidised or discounted goods)."""

    tanggal_mulai: pl.Date = columns.tanggal_mulai("pasar murah", "the market")
    tanggal_selesai: pl.Date = columns.tanggal_selesai("pasar murah", "the market")
    lokasi: pl.String = column(
        "text",
        typical=PLACE_WORDS,
        foreign=RETAIL_WORDS,
        title="Lokasi",
        title_en="Place",
        meaning="Tempat pasar murah.",
        meaning_en="Place of the market.",
        example="Halaman kantor camat",
        required=True,
        wordings=phrases("""
            Lokasi | Tempat | Tempat Pelaksanaan | Lokasi Pelaksanaan | Lokasi Pasar Murah | Tempat Kegiatan
            | Titik Lokasi | Lokasi Kegiatan | Tempat Pasar Murah | Tempat/Lokasi | Lokasi/Tempat
            | Titik Pelaksanaan | Alamat | Titik | Pelaksanaan Tempat | Pelaksanaan Lokasi | Nama Lokasi
            | Tempat Penyelenggaraan | Lokasi Penyelenggaraan | Pasar | Nama Pasar | Lokasi Bazar
            | Alamat Lokasi | Venue | Nama Tempat | Alamat Pelaksanaan | Bertempat di | Lokasi Operasi Pasar
            | Titik Kegiatan | Tempat Acara | Titik Pasar Murah | Lapangan/Tempat | Lokasi Acara | Letak
            | Pusat Kegiatan | Tempat Bazar | Lokasi/Alamat | Titik Penjualan | Lokasi Penjualan
            | Tempat Penjualan | Tempat Berlangsung | Tempat Diadakan
        """),
    )
    kecamatan: pl.String = columns.kecamatan(
        "tempat pasar murah",
        "the place",
        more="Kecamatan Pelaksanaan",
    )
    model: pl.String = column(
        "category",
        title="Model",
        title_en="Model",
        meaning="Cara harga diturunkan: subsidi pemerintah atau diskon penjual.",
        meaning_en="How prices were lowered: subsidy by government or discount by the seller.",
        categories=MODEL,
        wordings=phrases("""
            Model | Model Pasar Murah | Jenis Pasar Murah | Bentuk | Bentuk Pasar Murah | Pola
            | Pola Pasar Murah | Metode | Skema | Skema Pasar Murah | Jenis | Subsidi/Diskon
            | Model Subsidi/Diskon | Tipe Pasar Murah | Jenis Kegiatan | Mekanisme | Sistem
            | Model Pelaksanaan | Metode Pelaksanaan | Kategori | Cara Penjualan | Bentuk Kegiatan
            | Sistem Pasar Murah | Pola Pelaksanaan | Model Kegiatan | Cara Penurunan Harga | Mekanisme Harga
            | Jenis Potongan Harga | Kategori Pasar Murah | Skema Harga | Bentuk Subsidi/Diskon
            | Jenis Subsidi | Jenis Harga | Perlakuan Harga | Skema Penjualan | Cara Pelaksanaan
            | Sistem Penjualan | Sistem Harga | Pola Harga | Jenis Program | Model Penjualan | Bentuk Potongan
            | Subsidi atau Diskon | Diskon/Subsidi
        """),
    )
    nama_retail: pl.String = column(
        "text",
        typical=RETAIL_WORDS,
        title="Nama retail",
        title_en="Retailer",
        meaning="Retail, toko atau distributor yang berjualan.",
        meaning_en="Retailer, shop or distributor that sold.",
        example="Toko Contoh",
        required=True,
        wordings=phrases("""
            Nama Retail | Retail | Retail/Distributor | Nama Toko | Distributor | Nama Distributor
            | Nama Peserta | Toko | Penjual | Nama Retail/Distributor | Nama Ritel | Ritel | Ritel Modern
            | Pelaku Usaha | Nama Pelaku Usaha | Nama Penjual | Pedagang | Nama Pedagang | Toko/Distributor
            | Nama Perusahaan | Nama Toko/Retail | Nama Usaha | Penyedia | Mitra | Retail yang Berpartisipasi
            | Peserta Pasar Murah | Peserta | Nama Peserta Pasar Murah | Nama Swalayan | Swalayan
            | Toko Modern | Nama Gerai | Gerai | Retail Modern | Stand | Nama Stand | Nama Tenant | Tenant
            | Nama Agen | Agen | Toko/Retail | Retail/Toko | Nama Peserta Retail | Nama Penyedia
            | Retail Peserta | Nama Mitra | Supplier | Usaha Ritel | Pelaku Ritel | Peritel | Perusahaan Ritel
            | Toko Swalayan | Nama Toko/Distributor | Nama Supermarket | Retail/Toko/Distributor
            | Toko Peserta | Penjual/Distributor | Nama Penjual/Toko | Nama Perusahaan Retail | Perusahaan
            | Perusahaan Peserta | Nama Pengecer | Pengecer | Nama Retailer | Retailer | Retail Pelaksana
            | Pelaku Usaha Retail | Pihak Retail | Nama Mitra Retail | Minimarket
        """),
    )
    nilai_transaksi: pl.Int64 = column(
        "money",
        title="Nilai transaksi",
        title_en="Turnover",
        meaning="Nilai penjualan retail itu selama pasar murah, dalam rupiah.",
        meaning_en="Turnover of that retailer at the market, in rupiah.",
        example=70_000_000,
        unit="rupiah",
        required=True,
        wordings=phrases("""
            Nilai Transaksi | Nilai Penjualan | Omzet | Omset | Transaksi | Jumlah Transaksi | Total Transaksi
            | Penjualan | Hasil Penjualan | Jumlah Penjualan | Total Penjualan | Realisasi Penjualan
            | Realisasi Transaksi | Nilai Omzet | Besaran Transaksi | Jumlah Nilai Transaksi | Omzet Penjualan
            | Pendapatan | Jumlah Omzet | Total Omzet | Nilai Transaksi Penjualan | Nilai Jual
            | Perputaran Uang | Nilai Hasil Penjualan | Volume Transaksi | Nilai Perdagangan | Nilai Belanja
            | Total Belanja | Total Nilai Transaksi | Hasil Transaksi | Volume Penjualan | Uang Masuk
            | Jumlah Uang | Penerimaan Penjualan | Nilai Transaksi Retail | Hasil Jual | Penjualan Kotor
            | Penerimaan | Total Nilai Penjualan | Nilai Realisasi Penjualan | Omzet Transaksi
            | Jumlah Hasil Penjualan | Besarnya Transaksi | Besaran Omzet | Omzet per Retail
            | Besaran Penjualan
        """),
    )
    jumlah_pembeli: pl.Int64 = column(
        "count",
        title="Jumlah pembeli",
        title_en="Buyers",
        meaning="Banyaknya pembeli atau pengunjung.",
        meaning_en="Number of buyers or visitors.",
        example=350,
        unit="orang",
        wordings=phrases("""
            Jumlah Pembeli | Jumlah Pengunjung | Pembeli | Pengunjung | Jumlah Konsumen | Konsumen
            | Banyaknya Pembeli | Jumlah Masyarakat | Jumlah Warga | Jumlah Penerima Manfaat | Total Pembeli
            | Total Pengunjung | Jumlah Orang | Jumlah Pelanggan | Banyaknya Pengunjung | Jumlah KK
            | Jumlah Pembeli/Pengunjung | Warga yang Dilayani | Masyarakat yang Dilayani
            | Jumlah Pengunjung/Pembeli | Jumlah Konsumen yang Dilayani | Pelanggan | Pembeli Orang
            | Pengunjung Orang | Jumlah Masyarakat yang Berbelanja | Jumlah Warga yang Berbelanja
            | Banyaknya Konsumen | Jumlah Warga yang Membeli | Total Konsumen | Jumlah Warga Terlayani
            | Warga Terlayani | Warga | Masyarakat | Jumlah Warga yang Datang | Jumlah Masyarakat yang Membeli
            | Jumlah Masyarakat Pembeli | Jumlah Orang Pembeli | Jumlah Kunjungan
        """),
    )
    nilai_subsidi: pl.Int64 = column(
        "money",
        title="Nilai subsidi",
        title_en="Subsidy",
        meaning="Subsidi yang dibayar, dalam rupiah.",
        meaning_en="Subsidy paid, in rupiah.",
        example=5_000_000,
        unit="rupiah",
        wordings=phrases("""
            Nilai Subsidi | Besaran Subsidi | Subsidi | Jumlah Subsidi | Total Subsidi | Dana Subsidi
            | Anggaran Subsidi | Subsidi Harga | Besar Subsidi | Realisasi Subsidi | Subsidi Pemerintah
            | Nilai Subsidi Pemerintah | Subsidi Dibayar | Biaya Subsidi | Subsidi yang Dibayarkan
            | Subsidi yang Diberikan | Jumlah Dana Subsidi | Nilai Subsidi/Diskon | Subsidi dari Pemerintah
            | Nilai Potongan Harga | Bantuan Subsidi | Beban Subsidi | Subsidi Nilai | Subsidi Terpakai
            | Subsidi Diberikan | Jumlah Subsidi Harga | Subsidi Daerah | Subsidi Pemda | Besarnya Subsidi
            | Total Nilai Subsidi | Jumlah Nilai Subsidi | Pembayaran Subsidi | Pengeluaran Subsidi
            | Realisasi Dana Subsidi | Subsidi Rupiah
        """),
    )

    class Config:
        title = "Pasar murah"
        metadata = {
            "name": "pasar_murah",
            "title_en": "Low-price markets",
            "meaning": "Satu baris = satu retail pada satu pasar murah.",
            "meaning_en": "One row = one retailer at one market.",
            "title_words": phrases("""
                pasar murah | transaksi pasar murah | rekap transaksi pasar murah | laporan pasar murah
                | kegiatan pasar murah | pelaksanaan pasar murah | bazar murah | bazar | gerakan pangan murah
                | operasi pasar | pasar murah subsidi | pasar murah diskon | pasar tani
                | penjualan pasar murah | realisasi pasar murah | pasar murah ramadhan | gelar pangan murah
                | bazar pangan murah | pasar rakyat murah
            """),
            "rules": (columns.SELESAI_SEBELUM_MULAI,),
        }
