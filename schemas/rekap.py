"""Totals of IKM: one row adds up a kecamatan or a branch of industry."""

import polars as pl

from schemas import measures
from schemas.base import Report, column
from schemas.phrases import phrases


class Rekap(Report):
    """One total, by kecamatan or by branch of industry."""

    kelompok: pl.String = column(
        "text",
        title="Kelompok",
        title_en="Group",
        meaning="Yang dijumlahkan baris itu: kecamatan atau cabang industri, seperti ditulis.",
        meaning_en="What the line adds up: a kecamatan or a branch of industry, as written.",
        example="pangan",
        required=True,
        wordings=phrases("""
            Kelompok | Kelompok Industri | Cabang Industri | Kecamatan | Nama Kecamatan | Uraian
            | Jenis Industri | Cabang | Sektor Industri | Kecamatan/Cabang Industri
            | Cabang Industri/Kecamatan | Komoditas | Jenis Komoditas | Kelompok Komoditas | Sub Sektor
            | Golongan Industri | Klasifikasi Industri | Kategori Industri | Kategori | Sub Sektor Industri
            | Bidang Industri | Jenis Usaha | Wilayah Kecamatan | Kelompok/Cabang Industri | Sektor | Rincian
            | Lapangan Usaha | Kelompok Usaha | Jenis Industri/Cabang | KBLI | Industri | Skala Industri
            | Skala Usaha | Klasifikasi | Kelompok Cabang Industri | Rumpun Industri | Bidang Usaha
            | Per Kecamatan | Uraian Industri | Kelompok/Komoditas | Kecamatan/Kelompok Industri
            | Menurut Kecamatan | Kelompok Jenis Industri | Jenis/Kelompok Industri | Nama Cabang Industri
            | Rincian Cabang Industri | Uraian Kelompok Industri | Kecamatan/Jenis Industri
        """),
    )
    jumlah_unit: pl.Int64 = column(
        "count",
        title="Jumlah unit usaha",
        title_en="Business units",
        meaning="Banyaknya unit usaha IKM.",
        meaning_en="Number of business units.",
        example=120,
        unit="unit",
        required=True,
        wordings=phrases("""
            Jumlah Unit Usaha | Unit Usaha | Jumlah IKM | Jumlah Unit | Jumlah Usaha | Banyaknya Unit Usaha
            | IKM | Unit | Jumlah Perusahaan | Jumlah Industri | Unit Usaha Jumlah | Jumlah Unit Usaha IKM
            | Total Unit Usaha | Total IKM | Populasi IKM | Jumlah Pelaku Usaha | Jumlah Industri Kecil
            | Jumlah Unit IKM | Populasi | Jumlah Unit Industri | Perusahaan | Jumlah Pelaku IKM
            | Banyaknya Perusahaan | Banyaknya Industri | Jumlah Unit Usaha Total | Unit Usaha Total
            | Potensi Unit Usaha | Jumlah Unit Perusahaan | Jumlah Industri Kecil dan Menengah | Jumlah UMKM
            | Jumlah Unit Usaha/IKM | Unit IKM | Unit Industri | Unit Perusahaan | Jumlah Usaha Industri
            | Industri Jumlah | IKM Jumlah | Jumlah Perusahaan/IKM | Jumlah UKM | Jumlah Pengusaha
            | Jumlah IKM Aktif | Total Usaha | Total Perusahaan
        """),
    )
    tenaga_kerja: pl.Int64 = measures.tenaga_kerja("Banyaknya tenaga kerja.", "Number of workers.")
    nilai_investasi: pl.Int64 = measures.nilai_investasi(
        "Jumlah nilai investasi dalam rupiah.", "Total investment in rupiah."
    )
    nilai_produksi: pl.Int64 = measures.nilai_produksi(
        "Jumlah nilai produksi dalam rupiah.",
        "Total value of production in rupiah.",
        more="Produksi | Total Produksi | Hasil Produksi | Jumlah Produksi | Kapasitas Produksi Nilai",
    )
    nilai_bahan_baku: pl.Int64 = measures.nilai_bahan_baku(
        "Jumlah nilai bahan baku dan bahan penolong (BB/BP) dalam rupiah.",
        "Total value of raw and auxiliary material in rupiah.",
    )
    nilai_ekspor: pl.Int64 = column(
        "money",
        title="Nilai ekspor",
        title_en="Export",
        meaning="Jumlah nilai ekspor dalam rupiah.",
        meaning_en="Total export in rupiah.",
        example=0,
        unit="rupiah",
        wordings=phrases("""
            Nilai Ekspor | Ekspor | Realisasi Ekspor | Jumlah Ekspor | Total Ekspor | Ekspor Nilai
            | Penjualan Ekspor | Nilai Penjualan Ekspor | Nilai Realisasi Ekspor | Jumlah Nilai Ekspor
            | Omzet Ekspor | Produksi Ekspor | Nilai Produksi Ekspor | Nilai Ekspor per Tahun
            | Ekspor per Tahun | Nilai Ekspor Rupiah | Penjualan Luar Negeri | Ekspor Produk | Devisa Ekspor
            | Nilai Pengiriman Ekspor | Hasil Ekspor
        """),
    )
    wirausaha_baru: pl.Int64 = column(
        "count",
        title="Wirausaha baru",
        title_en="New entrepreneurs",
        meaning="Banyaknya wirausaha baru yang tumbuh.",
        meaning_en="Number of new entrepreneurs.",
        example=8,
        unit="orang",
        wordings=phrases("""
            Wirausaha Baru | WUB | Jumlah Wirausaha Baru | Jumlah WUB | Wirausaha Baru Industri
            | Penumbuhan Wirausaha Baru | Wirausahawan Baru | Pengusaha Baru | Wirausaha Industri Baru
            | WUB IKM | Wirausaha Baru Tumbuh | Usaha Baru | Unit Usaha Baru | IKM Baru | Penumbuhan WUB
            | Tumbuh Wirausaha Baru | Pertumbuhan Wirausaha Baru | Penambahan Wirausaha Baru | Jumlah IKM Baru
            | Wirausaha Baru yang Tumbuh | Jumlah Pengusaha Baru | Wirausaha Baru Orang
            | Tumbuhnya Wirausaha Baru | Wirausaha Baru Terbentuk | Wirausaha Baru Terbina | Wirausaha Pemula
            | Jumlah Wirausaha Pemula | Jumlah Unit Usaha Baru | Penambahan IKM Baru
            | Penciptaan Wirausaha Baru | Jumlah Wirausaha
        """),
    )

    class Config:
        title = "Rekap IKM"
        metadata = {
            "name": "rekap",
            "title_en": "Totals of small and medium industry",
            "meaning": "Satu baris = satu jumlah menurut kecamatan atau cabang industri.",
            "meaning_en": "One row = one total, by kecamatan or by branch of industry.",
            "title_words": phrases("""
                rekapitulasi data ikm | rekap ikm | rekapitulasi ikm | perkembangan industri kecil
                | rekap perkembangan industri | rekap perkembangan industri kecil dan menengah
                | perkembangan ikm | rekap data ikm | rekapitulasi industri kecil | rekap industri kecil
                | data perkembangan ikm | rekapitulasi perkembangan ikm | jumlah ikm menurut kecamatan
                | jumlah ikm per kecamatan | jumlah unit usaha menurut cabang industri
                | potensi industri per kecamatan | statistik ikm | rekapitulasi potensi industri
                | rekap potensi ikm | rekapitulasi unit usaha | jumlah unit usaha dan tenaga kerja
                | perkembangan unit usaha industri | ikm menurut kecamatan | ikm menurut cabang industri
                | kondisi ikm | perkembangan sektor industri | capaian industri kecil
            """),
            "rules": (measures.BAHAN_BAKU_MELEBIHI_PRODUKSI,),
        }
