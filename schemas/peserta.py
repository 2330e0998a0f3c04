"""Participants: one row is one person at one activity."""

import polars as pl

from schemas import columns
from schemas.base import Report, column
from schemas.phrases import phrases
from schemas.typical import ACTIVITY_WORDS, BUSINESS_WORDS


class Peserta(Report):
    """One person at one activity."""

    nama_peserta: pl.String = column(
        "text",
        foreign=BUSINESS_WORDS,
        title="Nama peserta",
        title_en="Participant",
        meaning="Nama peserta kegiatan.",
        meaning_en="Name of the participant.",
        example="Fulan bin Fulan",
        required=True,
        personal="nama",
        wordings=phrases("""
            Nama Peserta | Nama | Nama Lengkap | Peserta | Nama Lengkap Peserta | Nama Peserta Pelatihan
            | Nama Orang | Nama Peserta Magang | Nama Peserta Kegiatan | Nama dan Gelar
            | Nama Lengkap dan Gelar | Nama Sesuai KTP | Nama Lengkap Sesuai KTP | Nama Pelaku IKM
            | Nama Pengrajin | Nama Calon Peserta | Nama Pemilik | Nama Anggota | Nama Pemilik/Peserta
            | Peserta Nama | Identitas Peserta Nama | Nama Pelaku Usaha | Nama Peserta Bimtek | Nama Pengusaha
            | Nama Warga | Nama Perajin | Peserta Pelatihan | Nama Penerima Manfaat | Daftar Nama Peserta
            | Identitas Nama | Nama Pelatih/Peserta | Nama Peserta yang Dilatih | Nama yang Dilatih
            | Nama Lengkap Pelaku Usaha | Daftar Nama | Nama Pelaku IKM/Peserta | Nama Personil
            | Nama Pendaftar | Nama Alumni | Nama Yang Mengikuti | Orang yang Dilatih
        """),
    )
    nik: pl.String = columns.nik("peserta", "the participant", more="NIK Peserta | Nomor KTP Peserta")
    jenis_kelamin: pl.String = columns.jenis_kelamin(
        more="Jenis Kelamin Peserta | L | P | Laki-laki | Perempuan"
    )
    nama_usaha: pl.String = column(
        "text",
        typical=BUSINESS_WORDS,
        title="Nama usaha",
        title_en="Business",
        meaning="Usaha atau kelompok asal peserta.",
        meaning_en="Business or group of the participant.",
        example="UD Contoh Jaya",
        wordings=phrases("""
            Nama Usaha | Nama IKM | Nama Perusahaan | Usaha | Nama Unit Usaha | IKM | Unit Usaha
            | Nama Kelompok | Asal Usaha | Nama Perusahaan/IKM | Asal IKM | Nama IKM/Usaha
            | Nama Usaha/Kelompok | Perusahaan | Asal Perusahaan | Nama UMKM | Nama Kelompok/Usaha
            | Nama Industri | Instansi/Usaha | Asal Kelompok | Utusan | Asal Instansi/Usaha | Nama KUB
            | Kelompok | Nama Perusahaan/Usaha | Kelompok Usaha | Nama Badan Usaha | Nama Usaha/Perusahaan
            | Lembaga/Usaha | Nama Kelompok Usaha | Perwakilan | Nama Usaha/IKM | Usaha/Kelompok
            | Usaha yang Dimiliki | Nama Unit Usaha/IKM | Asal Usaha/Kelompok | Asal Lembaga | Mewakili Usaha
            | Lembaga Asal | Perusahaan/IKM | Asal Perusahaan/IKM | Nama IKM/Perusahaan | IKM/Usaha
            | Usaha/IKM | Tempat Bekerja | Merek Usaha | Nama Usaha yang Dimiliki | Nama Perusahaan/Kelompok
        """),
    )
    alamat: pl.String = columns.alamat("peserta", "the participant", more="Alamat Peserta")
    desa: pl.String = columns.desa("asal peserta", "the participant")
    kecamatan: pl.String = columns.kecamatan("asal peserta", "the participant")
    telepon: pl.String = columns.telepon("peserta", "the participant", more="Telepon Peserta | HP Peserta")
    nama_kegiatan: pl.String = column(
        "text",
        typical=ACTIVITY_WORDS,
        title="Nama kegiatan",
        title_en="Activity",
        meaning="Kegiatan yang diikuti peserta.",
        meaning_en="Activity that the person attended.",
        example="Pelatihan kemasan produk pangan",
        required=True,
        wordings=phrases("""
            Nama Kegiatan | Kegiatan | Jenis Pelatihan/Kegiatan | Jenis Pelatihan | Nama Pelatihan | Pelatihan
            | Judul Pelatihan | Pelatihan yang Diikuti | Kegiatan yang Diikuti | Judul Kegiatan
            | Nama Kegiatan yang Diikuti | Jenis Kegiatan | Nama Pelatihan yang Diikuti
            | Jenis Pelatihan yang Diikuti | Pelatihan/Kegiatan | Nama Kegiatan/Pelatihan | Uraian Kegiatan
            | Program Pelatihan | Nama Bimtek | Bimtek | Bimtek yang Diikuti | Program/Kegiatan
            | Tema Kegiatan | Tema Pelatihan | Nama Magang | Program yang Diikuti | Program | Nama Program
            | Materi Pelatihan | Judul | Kegiatan/Pelatihan | Pembinaan yang Diikuti | Nama Pembinaan
            | Kegiatan Pembinaan | Nama Diklat | Mengikuti Kegiatan | Mengikuti Pelatihan | Judul Bimtek
            | Topik Pelatihan | Nama Acara | Agenda Pelatihan | Kegiatan Pelatihan
            | Kegiatan Pelatihan yang Diikuti | Jenis Pembinaan yang Diikuti | Judul Kegiatan yang Diikuti
            | Jenis Bimtek | Nama Kegiatan Pembinaan | Nama Kegiatan Pelatihan | Diklat | Diklat yang Diikuti
        """),
    )
    metode: pl.String = columns.metode()
    komoditas: pl.String = columns.komoditas(
        "usaha atau kegiatan",
        "of the business or the activity",
        more="""
            Jenis Usaha | Bidang Usaha | Produk yang Dihasilkan | Hasil Produksi | Produk Usaha | Bidang
            | Jenis Usaha/Produk | Usaha/Produk | Jenis Industri | Kegiatan Usaha | Bidang Usaha/Produk
            | Jenis Produksi | Produk IKM | Cabang Industri
        """,
    )
    tanggal_mulai: pl.Date = columns.tanggal_mulai(
        "kegiatan",
        "the activity",
        more="Tanggal Pelatihan | Waktu Pelatihan",
    )
    tanggal_selesai: pl.Date = columns.tanggal_selesai("kegiatan", "the activity")

    class Config:
        title = "Peserta pembinaan"
        metadata = {
            "name": "peserta",
            "title_en": "Participants",
            "meaning": "Satu baris = satu orang pada satu kegiatan.",
            "meaning_en": "One row = one person at one activity.",
            "title_words": phrases("""
                daftar peserta | daftar nama peserta | data peserta | peserta pelatihan | daftar hadir peserta
                | peserta magang | daftar peserta pembinaan ikm | daftar peserta pelatihan | peserta pembinaan
                | peserta pendampingan | nama peserta | rekap peserta | peserta bimtek
                | peserta bimbingan teknis | daftar hadir | absensi peserta | daftar alumni
                | peserta coaching clinic | peserta kegiatan | alumni pelatihan | daftar calon peserta
                | biodata peserta | daftar nama nama peserta | peserta sosialisasi | daftar peserta kegiatan
            """),
            "rules": (columns.SELESAI_SEBELUM_MULAI,),
        }
