"""Needs: one row is one need that a village put forward."""

import polars as pl

from schemas import columns
from schemas.base import Report, column
from schemas.phrases import phrases


class Usulan(Report):
    """One need that a village put forward."""

    kecamatan: pl.String = columns.kecamatan("pengusul", "the village", more="Kecamatan Pengusul")
    desa: pl.String = columns.desa(
        "pengusul",
        "the village",
        more="Desa Pengusul | Desa/Kelurahan Pengusul | Pengusul",
    )
    uraian: pl.String = column(
        "text",
        title="Uraian",
        title_en="What is asked for",
        meaning="Apa yang diusulkan.",
        meaning_en="What is asked for.",
        example="Pelatihan pengolahan hasil laut",
        required=True,
        wordings=phrases("""
            Uraian | Usulan | Uraian Kebutuhan | Usulan Kegiatan | Uraian Usulan | Kebutuhan
            | Kegiatan yang Diusulkan | Usulan Program | Jenis Usulan | Nama Usulan | Kegiatan | Nama Kegiatan
            | Uraian Kegiatan | Usulan Kebutuhan | Jenis Kebutuhan | Usulan Program/Kegiatan
            | Program/Kegiatan | Jenis Kegiatan | Program yang Diusulkan | Bentuk Usulan | Usulan Masyarakat
            | Usulan Desa | Aspirasi | Permintaan | Permohonan | Rencana Kegiatan | Kebutuhan Masyarakat
            | Rincian Usulan | Isi Usulan | Usulan Pembinaan | Usulan Pelatihan | Rincian Kebutuhan
            | Jenis Bantuan yang Diusulkan | Bantuan yang Diusulkan | Nama Barang/Kegiatan | Program
            | Kebutuhan yang Diusulkan | Judul Usulan | Pekerjaan | Usulan Bantuan | Nama Program/Kegiatan
            | Jenis Bantuan | Hal yang Diusulkan | Yang Diusulkan | Bentuk Kebutuhan | Bentuk Kegiatan
            | Kebutuhan Desa | Macam Usulan | Keterangan Usulan | Deskripsi | Deskripsi Usulan
            | Nama Kebutuhan | Item Usulan | Permintaan Masyarakat | Jenis Permintaan | Jenis Program
            | Jenis Pelatihan | Uraian Usulan Kegiatan | Uraian Program | Keinginan Masyarakat
            | Harapan Masyarakat | Jenis Bantuan yang Dibutuhkan | Bantuan yang Dibutuhkan | Uraian Pekerjaan
            | Usulan Warga | Kebutuhan Warga | Alat/Kegiatan yang Diusulkan
        """),
    )
    volume: pl.Float64 = column(
        "decimal",
        title="Volume",
        title_en="How much",
        meaning="Berapa banyak yang diusulkan, dalam satuan yang disebut.",
        meaning_en="How much is asked for, in the unit given.",
        example=1,
        unit="per satuan",
        unit_column="satuan",
        wordings=phrases("""
            Volume | Jumlah | Banyaknya | Jumlah Kebutuhan | Volume Kebutuhan | Volume Usulan | Jumlah Usulan
            | Kuantitas | Volume Kegiatan | Jumlah yang Dibutuhkan | Vol | Target | Besaran
            | Jumlah yang Diusulkan | Jumlah/Volume | Kebutuhan Volume | Kebutuhan Jumlah | Usulan Volume
            | Target Volume | Volume yang Diusulkan | Volume Jumlah | Usulan Jumlah | Jumlah Unit | Banyak
            | Kuantitas Usulan | Volume Pekerjaan | Jumlah Barang | Qty | Banyaknya Kebutuhan
            | Besaran Kebutuhan | Besaran Usulan | Jumlah Permintaan | Jumlah Volume | Kuantitas Kebutuhan
            | Jumlah Yang Diminta | Banyaknya Usulan | Total Kebutuhan | Ukuran Volume
        """),
    )
    satuan: pl.String = column(
        "unit",
        title="Satuan",
        title_en="Unit",
        meaning="Satuan volume seperti ditulis, huruf kecil.",
        meaning_en="Unit of the volume as written, lower case.",
        example="paket",
        wordings=phrases("""
            Satuan | Satuan Volume | Volume Satuan | Jenis Satuan | Satuan Kebutuhan | Satuan Usulan | Ukuran
            | Unit Satuan | Kebutuhan Satuan | Usulan Satuan | Target Satuan | Ukuran Satuan
        """),
    )
    perkiraan_biaya: pl.Int64 = column(
        "money",
        title="Perkiraan biaya",
        title_en="Estimated cost",
        meaning="Perkiraan biaya dalam rupiah.",
        meaning_en="Estimated cost in rupiah.",
        example=25_000_000,
        unit="rupiah",
        wordings=phrases("""
            Perkiraan Biaya | Estimasi Biaya | Biaya | Anggaran | Perkiraan Anggaran | Kebutuhan Anggaran
            | Rencana Anggaran | Estimasi Anggaran | Kebutuhan Dana | Kebutuhan Biaya | Usulan Anggaran
            | Pagu Indikatif | Rencana Biaya | Nilai | Jumlah Biaya | Nilai Usulan | Biaya yang Dibutuhkan
            | Perkiraan Dana | RAB | Jumlah Anggaran | Pagu | Estimasi Dana | Anggaran yang Diusulkan
            | Anggaran yang Dibutuhkan | Usulan Biaya | Pagu Usulan | Taksiran Biaya | Nilai Anggaran
            | Besaran Anggaran | Dana yang Dibutuhkan | Perkiraan Kebutuhan Dana | Perkiraan Nilai
            | Biaya Perkiraan | Proyeksi Biaya | Rencana Anggaran Biaya | Jumlah Dana | Pagu Anggaran
            | Perkiraan Biaya yang Dibutuhkan | Total Biaya | Perkiraan Harga | Besaran Biaya
            | Taksiran Anggaran | Taksiran Dana | Nilai Perkiraan | Ancar-ancar Biaya | Rencana Kebutuhan Dana
            | Anggaran Perkiraan | Nilai Estimasi | Besarnya Biaya | Besaran Dana | Usulan Dana
            | Proyeksi Anggaran | Total Anggaran | Perkiraan Kebutuhan Biaya | Perkiraan Kebutuhan Anggaran
            | Harga | Biaya Usulan | Biaya Kegiatan | Perhitungan Biaya | Estimasi Harga
            | Estimasi Kebutuhan Biaya | Plafon | Nominal
        """),
    )
    sumber_dana: pl.String = columns.sumber_dana(
        more="Usulan Sumber Dana | Rencana Sumber Dana | Sumber Dana yang Diusulkan | Rencana Pembiayaan"
    )
    prioritas: pl.Int64 = column(
        "count",
        title="Prioritas",
        title_en="Priority",
        meaning="Urutan kepentingan; 1 adalah yang pertama.",
        meaning_en="Order of importance; 1 is first.",
        example=1,
        minimum=1,
        wordings=phrases("""
            Prioritas | Prioritas ke- | Skala Prioritas | Urutan Prioritas | Tingkat Prioritas
            | Nomor Prioritas | Ranking | Urutan | Peringkat | Prioritas Usulan | Prioritas Nomor | Rangking
            | Prioritas Ke | Urutan Usulan | Prioritas Kebutuhan | Prioritas Urutan | Urutan Kepentingan
            | Tingkat Kepentingan | Urutan Prioritas Usulan | Nilai Prioritas | Level Prioritas
            | Derajat Prioritas | Urutan Ke | Peringkat Prioritas | Peringkat Usulan | Rangking Prioritas
            | Prioritas Kegiatan | Prioritas Desa | Urut Prioritas | Nomor Urut Prioritas | Skala Kepentingan
        """),
    )

    class Config:
        title = "Usulan desa"
        metadata = {
            "name": "usulan",
            "title_en": "Needs of the villages",
            "meaning": "Satu baris = satu kebutuhan yang diusulkan desa.",
            "meaning_en": "One row = one need that a village put forward.",
            "title_words": phrases("""
                usulan desa | usulan program | usulan kebutuhan masyarakat | daftar usulan | rekap usulan
                | usulan kegiatan | rekap usulan program pengembangan ikm | usulan kebutuhan
                | usulan pengembangan ikm | usulan masyarakat | kebutuhan desa | musrenbang
                | usulan musrenbang | usulan kecamatan | usulan pembinaan | daftar kebutuhan
                | rekapitulasi usulan | aspirasi masyarakat | usulan program dan kegiatan | usulan bantuan
                | usulan pelatihan | rencana usulan | daftar usulan kegiatan | pokok pikiran
            """),
        }
