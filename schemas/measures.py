"""Workers and money of industry, which the directory, the totals and the sentra report in the same words."""

from typing import Any

import polars as pl

from schemas.base import Rule, column
from schemas.phrases import phrases


def tenaga_kerja(meaning: str, meaning_en: str) -> Any:
    """Workers, men and women together, in persons."""
    return column(
        "count",
        title="Tenaga kerja",
        title_en="Workers",
        meaning=meaning,
        meaning_en=meaning_en,
        example=5,
        unit="orang",
        wordings=phrases("""
            Tenaga Kerja | Jumlah Tenaga Kerja | Tenaga Kerja Total | Total Tenaga Kerja | TK | Naker | SDM
            | Jumlah SDM | Penyerapan Tenaga Kerja | Serapan Tenaga Kerja | Jumlah Karyawan | Karyawan
            | Jumlah Pekerja | Pekerja | Banyaknya Tenaga Kerja | Jumlah Tenaga Kerja Orang
            | Tenaga Kerja Orang | Tenaga Kerja L+P | Tenaga Kerja Jumlah L+P | Tenaga Kerja Terserap
            | Jumlah Tenaga Kerja yang Diserap | Tenaga Kerja Aktif | Tenaga Kerja Keseluruhan
            | Jumlah Orang yang Bekerja | Orang Bekerja | Tenaga Kerja Seluruhnya | Banyaknya Pekerja
            | Banyaknya Karyawan | Total Pekerja | Total Karyawan | Jumlah Tenaga yang Bekerja | Jumlah Buruh
            | Tenaga Kerja L/P Total
        """),
    )


def nilai_investasi(meaning: str, meaning_en: str) -> Any:
    """Investment in whole rupiah."""
    return column(
        "money",
        title="Nilai investasi",
        title_en="Investment",
        meaning=meaning,
        meaning_en=meaning_en,
        example=25_000_000,
        unit="rupiah",
        wordings=phrases("""
            Nilai Investasi | Investasi | Investasi/Modal | Modal/Investasi | Modal | Jumlah Investasi
            | Modal Usaha | Nilai Modal | Nilai Investasi/Modal | Besaran Investasi | Total Investasi
            | Modal Kerja | Modal Awal | Jumlah Modal | Modal Tetap | Investasi Usaha | Nilai Aset | Aset
            | Nilai Modal Usaha | Nilai Kekayaan | Investasi Nilai | Nilai Investasi tanpa Tanah dan Bangunan
            | Kekayaan Bersih | Permodalan | Investasi di Luar Tanah dan Bangunan
            | Investasi tidak termasuk Tanah dan Bangunan | Penanaman Modal | Nilai Penanaman Modal
            | Nilai Investasi Mesin dan Peralatan | Realisasi Investasi | Investasi Modal Tetap
            | Besarnya Investasi | Besarnya Modal | Besaran Modal | Penyertaan Modal | Total Modal
            | Jumlah Modal Usaha | Modal Investasi Nilai | Nilai Modal Kerja | Modal yang Ditanam
            | Jumlah Nilai Investasi | Total Nilai Investasi | Dana Investasi | Jumlah Aset
            | Nilai Investasi Usaha
        """),
    )


def nilai_produksi(meaning: str, meaning_en: str, *, more: str = "") -> Any:
    """Value of production in whole rupiah."""
    return column(
        "money",
        title="Nilai produksi",
        title_en="Value of production",
        meaning=meaning,
        meaning_en=meaning_en,
        example=120_000_000,
        unit="rupiah",
        wordings=phrases(f"""
            Nilai Produksi | Omzet | Omset | Omzet per Tahun | Nilai Produksi per Tahun | Nilai Omzet
            | Nilai Penjualan | Penjualan | Hasil Penjualan | Pendapatan | Produksi Nilai
            | Nilai Hasil Produksi | Omzet per Bulan | Nilai Produksi per Bulan | Penjualan per Tahun
            | Hasil Penjualan per Tahun | Omzet Usaha | Nilai Jual | Total Nilai Produksi
            | Nilai Penjualan Tahunan | Pendapatan per Tahun | Nilai Jual Produksi | Peredaran Usaha
            | Jumlah Nilai Produksi | Besaran Omzet | Jumlah Omzet | Omzet Penjualan | Total Omzet
            | Nilai Produk | Penghasilan | Nilai Produksi Tahunan | Perputaran Usaha | Nilai Hasil Penjualan
            | Omzet Setahun | Nilai Omzet per Tahun | Total Penjualan | Jumlah Penjualan | Pendapatan Usaha
            | Pendapatan Kotor | Perputaran Omzet | Hasil Usaha | Nilai Penjualan Produk
            | Nilai Produksi Rupiah | Nilai Hasil Produksi per Tahun | Penerimaan Usaha | Nilai Keluaran
            | Nilai Output | Besarnya Omzet | Volume Usaha | Realisasi Nilai Produksi | Rata-rata Omzet
            | {more}
        """),
    )


def nilai_bahan_baku(meaning: str, meaning_en: str) -> Any:
    """Raw and auxiliary material in whole rupiah."""
    return column(
        "money",
        title="Nilai bahan baku",
        title_en="Raw material",
        meaning=meaning,
        meaning_en=meaning_en,
        example=60_000_000,
        unit="rupiah",
        wordings=phrases("""
            Nilai Bahan Baku | Nilai BB/BP | Nilai Bahan Baku/Penolong | Bahan Baku | BB/BP | Nilai BB
            | Nilai Bahan | Nilai Bahan Baku dan Bahan Penolong | Bahan Baku dan Penolong
            | Bahan Baku/Bahan Penolong | Biaya Bahan Baku | Kebutuhan Bahan Baku Nilai | Pemakaian Bahan Baku
            | Nilai Pemakaian Bahan Baku | Penggunaan Bahan Baku | Belanja Bahan Baku | Harga Bahan Baku
            | Nilai Bahan Baku per Tahun | Pembelian Bahan Baku | Nilai Kebutuhan Bahan Baku
            | Jumlah Bahan Baku | Jumlah Nilai Bahan Baku | Nilai Bahan Baku dan Bahan Pembantu
            | Total Bahan Baku | Bahan Baku dan Bahan Pembantu | Nilai Pembelian Bahan Baku
            | Nilai Penggunaan Bahan Baku | Biaya Bahan Baku dan Penolong | Nilai Bahan Penolong
            | Modal Bahan Baku | Pengeluaran Bahan Baku | Ongkos Bahan Baku | Nilai Bahan Mentah
            | Bahan Mentah | Biaya Bahan | Nilai Bahan Baku yang Digunakan | Nilai Bahan Baku yang Dipakai
            | Bahan Baku yang Digunakan | Besaran Bahan Baku | Nilai Input Bahan Baku | Total Nilai Bahan Baku
            | Pemakaian Bahan | Nilai Belanja Bahan Baku
        """),
    )


def people(title: str, title_en: str, noun: str, sex: str, *, more: str = "", example: int = 0) -> Any:
    """Men or women among ``noun`` ("Tenaga Kerja", "Peserta"); ``sex`` is "L" or "P"."""
    word, formal, letter = ("Laki-laki", "Pria", "L") if sex == "L" else ("Perempuan", "Wanita", "P")
    word_en = "men" if sex == "L" else "women"
    return column(
        "count",
        title=title,
        title_en=title_en,
        meaning=f"Banyaknya {word.lower()} di antara {noun.lower()}.",
        meaning_en=f"Number of {word_en}.",
        example=example or (2 if sex == "L" else 3),
        unit="orang",
        wordings=phrases(f"""
            {noun} {word} | {noun} {letter} | Jumlah {noun} {word} | {word} | {letter} | {formal}
            | {noun} {formal} | Jumlah {word} | Jumlah {noun} {formal} | Banyaknya {noun} {word}
            | Jumlah {noun} Jenis Kelamin {word} | {noun} Jenis Kelamin {word} | Penyerapan {noun} {word}
            | Jumlah {formal} | Total {noun} {word} | {noun} Terserap {word} | {noun} Total {word} | {more}
        """),
    )


BAHAN_BAKU_MELEBIHI_PRODUKSI = Rule(
    "BAHAN_BAKU_MELEBIHI_PRODUKSI",
    "nilai_bahan_baku",
    ("nilai_bahan_baku", "nilai_produksi"),
    pl.col("nilai_bahan_baku") > pl.col("nilai_produksi"),
    "Nilai bahan baku lebih besar daripada nilai produksi.",
)
