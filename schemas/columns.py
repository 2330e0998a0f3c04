"""Columns that mean the same in several report types, so that their wordings are written once.

Each function declares one column; a report passes what differs. Meaning, unit and class of personal data are
those of the contract; wordings are what districts print above it.
"""

from typing import Any

import polars as pl

from schemas.base import Rule, column
from schemas.categories import METODE, SUMBER_DANA
from schemas.phrases import phrases
from schemas.typical import STREET_WORDS


def nik(whose: str, whose_en: str, *, more: str = "") -> Any:
    """National id number of a person; ``whose`` completes "… 16 angka" in both languages."""
    return column(
        "nik",
        title="NIK",
        title_en="National id number",
        meaning=f"Nomor Induk Kependudukan {whose}, 16 angka.",
        meaning_en=f"16-digit national id of {whose_en}.",
        personal="nik",
        wordings=phrases(f"""
            NIK | Nomor NIK | Nomor KTP | KTP | NIK/KTP | NIK KTP | Nomor Induk Kependudukan | Nomor KTP/NIK
            | e-KTP | Nomor e-KTP | Nomor Identitas | Nomor Kartu Tanda Penduduk | Kartu Tanda Penduduk
            | Nomor Identitas KTP | Nomor Induk KTP | Identitas KTP | Nomor Kependudukan
            | Nomor Identitas Diri | Nomor Induk Kependudukan NIK | Nomor Penduduk | Nomor Tanda Penduduk
            | No Identitas Kependudukan | Nomor KTP Elektronik | KTP Elektronik | {more}
        """),
    )


def nib() -> Any:
    """Business number."""
    return column(
        "nib",
        title="NIB",
        title_en="Business number",
        meaning="Nomor Induk Berusaha, 13 angka.",
        meaning_en="13-digit business number.",
        wordings=phrases("""
            NIB | Nomor NIB | Nomor Induk Berusaha | Izin NIB | Izin Usaha NIB | NIB/Izin Usaha
            | Legalitas NIB | Legalitas Usaha NIB | Nomor Induk Usaha | Nomor Izin Berusaha | Izin Usaha
            | Nomor Izin Usaha | NIB OSS | Nomor NIB OSS | Perizinan NIB | Perizinan Berusaha NIB
            | Perizinan Berusaha | Nomor Izin | Izin Usaha Nomor | Perizinan Nomor | Nomor Perizinan
            | Legalitas Usaha | Nomor Legalitas | Nomor Izin Usaha Industri | Nomor Legalitas Usaha
            | Nomor Induk Berusaha NIB | Nomor Registrasi NIB | Nomor Berusaha | NIB Nomor
            | Legalitas NIB Nomor | Nomor Induk Izin Berusaha | Kepemilikan NIB | Nomor Izin OSS | OSS
        """),
    )


def jenis_kelamin(*, more: str = "") -> Any:
    """Sex of a person, L or P."""
    return column(
        "gender",
        title="Jenis kelamin",
        title_en="Sex",
        meaning="Jenis kelamin: L (laki-laki) atau P (perempuan).",
        meaning_en="Sex: L (male) or P (female).",
        personal="umum",
        wordings=phrases(f"""
            Jenis Kelamin | JK | L/P | P/L | Kelamin | Laki-laki/Perempuan | Gender | Jns Kel
            | Jenis Kelamin L/P | Jenis Kelamin Laki-laki | Jenis Kelamin Perempuan | Kelamin L/P | Jender
            | L atau P | Pria/Wanita | Jenis Kelamin Lk/Pr | Kelamin Lk/Pr | {more}
        """),
    )


def telepon(whose: str, whose_en: str, *, more: str = "") -> Any:
    """Telephone number, E.164."""
    return column(
        "phone",
        title="Telepon",
        title_en="Telephone",
        meaning=f"Nomor telepon {whose}, dengan kode negara (+62…).",
        meaning_en=f"Telephone of {whose_en}, E.164 (+62…).",
        personal="telepon",
        wordings=phrases(f"""
            Telepon | Nomor Telepon | Nomor HP | HP | HP/WA | Telp/HP | Nomor Telepon/HP
            | Nomor Telepon/HP Aktif | Kontak | Nomor Kontak | Nomor WhatsApp | WA | Nomor Kontak Telepon
            | Kontak HP | Nomor HP Aktif | Nomor Seluler | Nomor yang Dapat Dihubungi
            | Kontak yang Dapat Dihubungi | Telepon Rumah | Telepon/Fax | Telepon/Faksimili
            | Nomor Telepon/Fax | Contact | Kontak Hubung | Nomor Handphone | Nomor Telepon Genggam
            | Telepon Genggam | Telepon Seluler | Nomor Ponsel | Kontak WA | Kontak Telepon | Hubungi
            | Telepon/WA | Nomor Telepon Rumah | Nomor Telepon Kantor | Nomor Telepon yang Aktif
            | Kontak yang Bisa Dihubungi | Nomor Kontak Person | Kontak Aktif | {more}
        """),
    )


def alamat(whose: str, whose_en: str, *, more: str = "") -> Any:
    """Street or hamlet."""
    return column(
        "text",
        typical=STREET_WORDS,
        title="Alamat",
        title_en="Address",
        meaning=f"Alamat {whose}: jalan, dusun atau lingkungan.",
        meaning_en=f"Address of {whose_en}: street or hamlet.",
        example="Jl. Contoh No. 1",
        personal="alamat",
        wordings=phrases(f"""
            Alamat | Alamat Lengkap | Alamat Usaha | Alamat Perusahaan | Alamat Rumah | Alamat Tinggal
            | Domisili | Alamat Tempat Tinggal | Alamat Domisili | Alamat KTP | Alamat Sesuai KTP | Jalan
            | Nama Jalan | Dusun | Jalan/Dusun | Dusun/Lingkungan | Lingkungan | Alamat Jalan | Alamat Dusun
            | Alamat Dusun/Lingkungan | Jalan/Lingkungan | Alamat Unit Usaha | Alamat Pabrik
            | Alamat Tempat Usaha | Lokasi Usaha | Tempat Usaha | Alamat Lokasi Usaha | Alamat IKM
            | Alamat Industri | Tempat Tinggal | Tempat Kedudukan | Kedudukan | Alamat Detail
            | Alamat Produksi | Letak Usaha | Lokasi Tempat Usaha | Lokasi Perusahaan | Lokasi Pabrik
            | Lokasi Produksi | Alamat Sekarang | Alamat Asal | Alamat Kantor | Alamat Perusahaan/Usaha
            | Alamat Surat | Jalan/RT/RW | Alamat Jalan/Dusun | Alamat RT/RW | {more}
        """),
    )


def desa(what: str, what_en: str, *, more: str = "") -> Any:
    """Desa or kelurahan without its prefix."""
    return column(
        "desa",
        title="Desa/Kelurahan",
        title_en="Village",
        meaning=f"Desa atau kelurahan {what}, tanpa kata Desa atau Kelurahan.",
        meaning_en=f"Desa or kelurahan of {what_en}, without the prefix.",
        wordings=phrases(f"""
            Desa | Kelurahan | Desa/Kelurahan | Desa/Kel | Kel/Desa | Ds/Kel | Nama Desa | Nama Desa/Kelurahan
            | Nama Kelurahan | Desa atau Kelurahan | Alamat Desa | Alamat Desa/Kelurahan | Alamat Kelurahan
            | Lokasi Desa | Lokasi Desa/Kelurahan | Wilayah Desa | Wilayah Desa/Kelurahan
            | Desa/Kelurahan/Lembang | Lembang | Lembang/Kelurahan | Nama Lembang | Asal Desa | Desa Asal
            | Desa Lokasi | Desa/Lurah | Kelurahan/Desa/Lembang | Desa/Kampung | Kampung | Dsn/Desa
            | Lokasi Kelurahan | Nama Kelurahan/Desa | Desa/Kelurahan Asal | Desa/Kelurahan Domisili
            | Letak Desa | Tempat Desa | {more}
        """),
    )


def kecamatan(what: str, what_en: str, *, more: str = "") -> Any:
    """Kecamatan without its prefix."""
    return column(
        "kecamatan",
        title="Kecamatan",
        title_en="Subdistrict",
        meaning=f"Kecamatan {what}, tanpa kata Kecamatan.",
        meaning_en=f"Kecamatan of {what_en}, without the prefix.",
        wordings=phrases(f"""
            Kecamatan | Kec | Nama Kecamatan | Wilayah Kecamatan | Alamat Kecamatan | Lokasi Kecamatan
            | Kecamatan Lokasi | Asal Kecamatan | Kecamatan Asal | Nama Kec | Distrik | Tempat Kecamatan
            | Daerah Kecamatan | Kecamatan Domisili | Letak Kecamatan | Kecamatan Tempat | Daerah/Kecamatan
            | Nama Wilayah Kecamatan | Kecamatan/Distrik | {more}
        """),
    )


def komoditas(what: str, what_en: str, *, required: bool = False, more: str = "") -> Any:
    """Product or commodity, as written."""
    return column(
        "text",
        title="Komoditas",
        title_en="Commodity",
        meaning=f"Produk atau komoditas {what}.",
        meaning_en=f"Product or commodity {what_en}.",
        example="Abon ikan",
        required=required,
        wordings=phrases(f"""
            Komoditas | Nama Komoditas | Jenis Komoditas | Produk | Nama Produk | Jenis Produk
            | Komoditas/Produk | Produk/Komoditas | Produk Unggulan | Komoditas Unggulan | Komoditas Utama
            | Produk Utama | Jenis Komoditas/Produk | Nama Jenis Produk | Macam Produk | Jenis Komoditas Utama
            | Jenis Produk/Komoditas | Olahan | Jenis Olahan | Produk Olahan | Jenis Produk Olahan
            | Komoditas Olahan | Macam Komoditas | Komoditas yang Diolah | {more}
        """),
    )


def metode(*, more: str = "") -> Any:
    """How an activity was done: one of the six methods."""
    return column(
        "category",
        title="Metode",
        title_en="Method",
        meaning="Cara pembinaan dilakukan. Bimbingan teknis (bimtek) dihitung sebagai pelatihan.",
        meaning_en="How the support was given. Bimtek counts as training (pelatihan).",
        categories=METODE,
        wordings=phrases(f"""
            Metode | Metode Pembinaan | Metode Kegiatan | Metode Pelaksanaan | Bentuk Pembinaan
            | Jenis Pembinaan | Bentuk Kegiatan | Pola Pembinaan | Model Pembinaan | Cara Pembinaan
            | Kategori Kegiatan | Kategori Pembinaan | Tipe Kegiatan | Metode Pelatihan | Pola Kegiatan
            | Kelompok Kegiatan | Klasifikasi Kegiatan | Bentuk Pelaksanaan | Macam Pembinaan
            | Teknik Pembinaan | Tipe Pembinaan | Kategori Metode | Jenis Metode | Pendekatan | Bentuk/Metode
            | Bentuk Metode | Jenis/Metode Pembinaan | Metode/Bentuk Pembinaan | Cara Pelaksanaan | Kategori
            | Cara Kegiatan | Pendekatan Pembinaan | {more}
        """),
    )


def sumber_dana(*, required: bool = False, more: str = "") -> Any:
    """Source of funds."""
    return column(
        "category",
        title="Sumber dana",
        title_en="Source of funds",
        meaning='Asal dana. "APBD" atau "DAK" saja belum cukup: sebutkan provinsi atau kabupaten/kota, '
        "fisik atau nonfisik.",
        meaning_en='Where the money comes from. Bare "APBD" or "DAK" is not enough: say whose, and '
        "fisik or nonfisik.",
        required=required,
        categories=SUMBER_DANA,
        wordings=phrases(f"""
            Sumber Dana | Sumber Anggaran | Sumber Pendanaan | Sumber Pembiayaan | Sumber Biaya | Sumber
            | Asal Dana | Asal Anggaran | Sumber Dana/Anggaran | Dana | Jenis Dana | Jenis Anggaran
            | Sumber Belanja | Sumber Keuangan | Pembiayaan | Pendanaan | Dana Bersumber dari
            | Jenis Sumber Dana | Beban Anggaran | Dibiayai dari | Dibiayai Oleh | Asal Pembiayaan | Dana dari
            | Pos Anggaran | Sumber Dana Kegiatan | APBN/APBD | APBN/APBD/DAK | Dana Berasal dari
            | Sumber Dana APBN/APBD | Asal Pendanaan | Asal Sumber Dana | Sumber Dana Berasal | Sumber Alokasi
            | Sumber Dana Anggaran | Pendanaan dari | Jenis Pendanaan | Jenis Pembiayaan | Kategori Dana
            | Sumber Anggaran Belanja | Sumber Anggaran Kegiatan | Bersumber dari | Pembiayaan dari | {more}
        """),
    )


def tanggal_mulai(what: str, what_en: str, *, more: str = "") -> Any:
    """First day; the cell may hold a range, whose end goes to tanggal_selesai."""
    return column(
        "date",
        title="Tanggal mulai",
        title_en="First day",
        meaning=f"Hari pertama {what}.",
        meaning_en=f"First day of {what_en}.",
        range_end="tanggal_selesai",
        in_period=True,
        wordings=phrases(f"""
            Tanggal | Tanggal Mulai | Mulai | Waktu | Waktu Pelaksanaan | Tanggal Pelaksanaan | Hari/Tanggal
            | Hari/Tanggal Pelaksanaan | Jadwal | Jadwal Pelaksanaan | Jadwal Kegiatan | Tanggal Kegiatan
            | Waktu Kegiatan | Pelaksanaan | Pelaksanaan Tanggal | Waktu Pelaksanaan Mulai | Pelaksanaan Mulai
            | Tanggal Pelaksanaan Mulai | Tanggal Kegiatan Mulai | Mulai Tanggal | Tanggal Awal | Dari Tanggal
            | Tanggal Pembukaan | Waktu Mulai | Periode Pelaksanaan | Pembukaan | Waktu Pelaksanaan Tanggal
            | Tanggal Mulai Pelaksanaan | Tanggal Mulai Kegiatan | Tanggal Penyelenggaraan
            | Waktu Penyelenggaraan | Waktu Pelaksanaan Kegiatan | Tanggal Pelaksanaan Kegiatan | Jadwal Mulai
            | Hari dan Tanggal Kegiatan | Tanggal Bulan Tahun | Tanggal/Bulan/Tahun Pelaksanaan
            | Bulan Pelaksanaan | Dilaksanakan Tanggal | Kapan | Hari Pelaksanaan | Tanggal Berlangsung
            | Waktu Berlangsung | Tanggal Diadakan | Tanggal Dilaksanakan | Waktu Dilaksanakan | Hari Kegiatan
            | Jadwal Tanggal | Periode Kegiatan | Tanggal Acara | Waktu Acara | Berlangsung | Hari Mulai
            | Dimulai | Tanggal Dimulai | Dimulai Tanggal | Waktu Dimulai | Tanggal Dibuka | {more}
        """),
    )


def tanggal_selesai(what: str, what_en: str, *, more: str = "") -> Any:
    """Last day, equal to the first for one day."""
    return column(
        "date",
        last_day=True,
        title="Tanggal selesai",
        title_en="Last day",
        meaning=f"Hari terakhir {what}; sama dengan hari pertama bila hanya satu hari.",
        meaning_en=f"Last day of {what_en}; equal to the first for one day.",
        wordings=phrases(f"""
            Tanggal Selesai | Selesai | Tanggal Akhir | Sampai Tanggal | Sampai | s.d. | s/d | Sampai dengan
            | Sampai dengan Tanggal | Tanggal Berakhir | Waktu Pelaksanaan Selesai | Pelaksanaan Selesai
            | Akhir | Tanggal Pelaksanaan Selesai | Tanggal Kegiatan Selesai | Tanggal Penutupan | Penutupan
            | Waktu Selesai | Selesai Tanggal | Waktu Pelaksanaan Sampai | Tanggal Pelaksanaan Sampai
            | Tanggal Selesai Kegiatan | Tanggal Selesai Pelaksanaan | Jadwal Selesai | Pelaksanaan Sampai
            | Hingga | Hingga Tanggal | Tanggal Terakhir | Hari Terakhir | Tanggal Ditutup | Waktu Berakhir
            | Waktu Akhir | Berakhir Tanggal | Sampai Dengan Hari | Selesai Pelaksanaan | Kegiatan Selesai
            | Tanggal Usai | Jadwal Akhir | Ditutup | {more}
        """),
    )


SELESAI_SEBELUM_MULAI = Rule(
    "SELESAI_SEBELUM_MULAI",
    "tanggal_selesai",
    ("tanggal_mulai", "tanggal_selesai"),
    pl.col("tanggal_selesai") < pl.col("tanggal_mulai"),
    "Hari terakhir mendahului hari pertama.",
)
