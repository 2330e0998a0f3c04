"""Budget and spending: one row is one activity by source of funds."""

import polars as pl

from schemas import columns
from schemas.base import Report, Rule, column
from schemas.phrases import phrases
from schemas.typical import ACTIVITY_WORDS


class Anggaran(Report):
    """One activity by source of funds."""

    program: pl.String = column(
        "text",
        title="Program",
        title_en="Programme",
        meaning="Program tempat kegiatan itu berada.",
        meaning_en="Programme to which the activity belongs.",
        example="Program pengembangan IKM",
        wordings=phrases("""
            Program | Nama Program | Program Kerja | Uraian Program | Judul Program | Program Prioritas
            | Program Induk | Program Pembangunan | Program Daerah | Nama Program Kerja | Program SKPD
            | Nomenklatur Program | Bidang/Program | Urusan/Program | Rincian Program | Program Pembinaan
            | Program Utama | Nama Program/Urusan | Program DPA | Judul/Nama Program | Program Dinas
            | Program Perangkat Daerah | Program OPD | Program Anggaran
        """),
    )
    nama_kegiatan: pl.String = column(
        "text",
        typical=ACTIVITY_WORDS,
        title="Nama kegiatan",
        title_en="Activity",
        meaning="Kegiatan atau sub kegiatan.",
        meaning_en="Activity or sub-activity.",
        example="Pelatihan kemasan produk pangan",
        required=True,
        wordings=phrases("""
            Nama Kegiatan | Kegiatan | Sub Kegiatan | Kegiatan/Sub Kegiatan | Program/Kegiatan
            | Program/Kegiatan/Sub Kegiatan | Uraian Kegiatan | Nama Sub Kegiatan | Uraian | Nama Paket
            | Paket Pekerjaan | Pekerjaan | Nama Pekerjaan | Aktivitas | Rincian Kegiatan | Jenis Kegiatan
            | Nama Kegiatan/Sub Kegiatan | Nama Program/Kegiatan | Menu Kegiatan | Menu DAK | Rincian Menu
            | Uraian Sub Kegiatan | Program dan Kegiatan | Judul Kegiatan | Uraian Pekerjaan | Belanja
            | Uraian Belanja | Kegiatan/Pekerjaan | Program, Kegiatan dan Sub Kegiatan | Bidang/Kegiatan
            | Rincian | Sub Bidang | Nomenklatur Kegiatan | Paket Kegiatan | Nama Paket Pekerjaan
            | Kegiatan DAK | Nama Aktivitas | Item Kegiatan | Subkegiatan | Rincian Sub Kegiatan
            | Nama Kegiatan DAK | Jenis Belanja | Rincian Belanja | Komponen | Komponen Kegiatan
            | Nama Belanja | Detail Kegiatan | Uraian Kegiatan/Sub Kegiatan | Rincian Pekerjaan
            | Jenis Pekerjaan | Nama Proyek | Proyek | Menu/Kegiatan | Uraian Paket
        """),
    )
    sumber_dana: pl.String = columns.sumber_dana(
        required=True,
        more="Jenis DAK | Jenis Alokasi | Sumber Dana APBN/APBD",
    )
    pagu: pl.Int64 = column(
        "money",
        title="Pagu",
        title_en="Ceiling",
        meaning="Pagu anggaran dalam rupiah.",
        meaning_en="Budget ceiling in rupiah.",
        example=50_000_000,
        unit="rupiah",
        required=True,
        wordings=phrases("""
            Pagu | Pagu Anggaran | Anggaran | Pagu DPA | Pagu Dana | Alokasi | Alokasi Anggaran | Alokasi Dana
            | Jumlah Anggaran | DPA | Nilai Pagu | Total Anggaran | Pagu Alokasi | Besaran Anggaran
            | Nilai Anggaran | Anggaran DPA | Alokasi DAK | Pagu DAK | Jumlah Pagu | Total Pagu
            | Anggaran Pagu | Pagu Kegiatan | Plafon | Plafon Anggaran | Ketersediaan Dana | Jumlah Dana
            | Anggaran Tersedia | Anggaran Kas | DIPA | Pagu Indikatif | Pagu Definitif | Rencana Anggaran
            | Anggaran Kegiatan | Anggaran Setelah Perubahan | Pagu Setelah Perubahan | Pagu Awal
            | Jumlah Alokasi | Dana Tersedia | Besaran Pagu | Anggaran Perubahan | Keuangan Pagu
            | Keuangan Anggaran | Batas Anggaran | Dana DPA | Dana Dialokasikan | Anggaran yang Dialokasikan
            | Anggaran yang Tersedia | Besaran Alokasi | Target Anggaran | Nilai Alokasi | Total Alokasi
            | Nilai DPA | Pagu Belanja | Belanja Pagu | Jumlah DPA | Besaran Dana | Alokasi Pagu | Dana
            | Pagu Anggaran DPA | Pagu Keuangan | Besarnya Pagu | Anggaran Murni | Pagu Tahun Ini
            | Plafon Dana
        """),
    )
    realisasi: pl.Int64 = column(
        "money",
        title="Realisasi",
        title_en="Spent",
        meaning="Realisasi keuangan dalam rupiah; biasanya kumulatif sejak awal tahun.",
        meaning_en="Amount spent in rupiah; usually cumulative within the year.",
        example=48_500_000,
        unit="rupiah",
        wordings=phrases("""
            Realisasi | Realisasi Keuangan | Realisasi Anggaran | Keuangan | Penyerapan | Serapan
            | Penyerapan Anggaran | Serapan Anggaran | Realisasi Dana | Realisasi Belanja | Jumlah Realisasi
            | Total Realisasi | Nilai Realisasi | Realisasi s.d. Bulan Ini | Realisasi s.d. Triwulan Ini
            | Keuangan Realisasi | Realisasi Keuangan s.d. Bulan Ini | Realisasi Nilai | Anggaran Realisasi
            | Realisasi Jumlah | Realisasi Penyerapan | Pengeluaran | Realisasi DAK
            | Realisasi Keuangan Jumlah | Realisasi Keuangan Nilai | Realisasi SPJ | SP2D | Realisasi SP2D
            | Dana Terserap | Anggaran Terserap | Anggaran Terealisasi | Realisasi Pengeluaran
            | Realisasi Kumulatif | Capaian Keuangan | Progres Keuangan | Realisasi Pagu
            | Realisasi Penggunaan Dana | Realisasi Penyerapan Anggaran | Realisasi s.d. Saat Ini
            | Keuangan s.d. Bulan Ini | Terealisasi | Penggunaan Dana | Penggunaan Anggaran
            | Belanja Terealisasi | Keuangan Terserap | Dana yang Terserap | Anggaran yang Terserap
            | Total Serapan | Total Penyerapan | Jumlah Penyerapan | Pencairan | Pencairan Dana
            | Realisasi Pencairan | Dana Cair | Nilai Serapan | Nilai Penyerapan | Anggaran Terpakai
            | Dana Terpakai | Pemakaian Anggaran | Serapan Dana | Penyerapan Dana | Serapan Keuangan
            | Penyerapan Keuangan | Besaran Realisasi
        """),
    )
    realisasi_fisik: pl.Float64 = column(
        "percent",
        title="Realisasi fisik",
        title_en="Physical progress",
        meaning="Kemajuan fisik dalam persen, 0 sampai 100.",
        meaning_en="Physical progress in percent, 0 to 100.",
        example=97.5,
        unit="persen 0–100",
        wordings=phrases("""
            Realisasi Fisik | Fisik | Realisasi Fisik Persen | Progres Fisik | Kemajuan Fisik | Fisik Persen
            | Persen Fisik | Capaian Fisik | Progress Fisik | Bobot | Bobot Fisik | Progres | Persentase Fisik
            | Perkembangan Fisik | Realisasi Fisik s.d. Bulan Ini | Prestasi Fisik | Bobot Realisasi
            | Kemajuan | Fisik Realisasi | Capaian Fisik Persen | Progres Pekerjaan | Kemajuan Pekerjaan
            | Progres Fisik Persen | Kinerja Fisik | Realisasi Kinerja Fisik | Progress
            | Persen Realisasi Fisik | Tingkat Kemajuan Fisik | Fisik s.d. Bulan Ini | Realisasi Progres Fisik
            | Tingkat Penyelesaian | Persen Progres Fisik | Progres Fisik Pekerjaan | Capaian Progres Fisik
            | Penyelesaian Fisik | Pencapaian Fisik | Persen Capaian Fisik | Kemajuan Fisik Pekerjaan
            | Pekerjaan Fisik | Pelaksanaan Fisik | Capaian Kinerja Fisik | Realisasi Fisik Pekerjaan
            | Realisasi Fisik Kegiatan | Persen Penyelesaian | Persen Kemajuan | Kemajuan Fisik Lapangan
        """),
    )

    class Config:
        title = "Anggaran dan realisasi"
        metadata = {
            "name": "anggaran",
            "title_en": "Budget and spending",
            "meaning": "Satu baris = satu kegiatan menurut sumber dana.",
            "meaning_en": "One row = one activity by source of funds.",
            "title_words": phrases("""
                realisasi anggaran | realisasi dak | laporan realisasi anggaran | pagu dan realisasi
                | anggaran dan realisasi | realisasi dak dan apbd bidang industri | laporan realisasi dak
                | realisasi fisik dan keuangan | serapan anggaran | penyerapan anggaran | realisasi keuangan
                | laporan realisasi fisik dan keuangan | laporan keuangan | realisasi kegiatan dan anggaran
                | realisasi belanja | rekap anggaran | rekap realisasi | daftar anggaran
                | kemajuan pelaksanaan dak | laporan dak | realisasi apbd | perkembangan realisasi anggaran
                | realisasi program dan kegiatan | alokasi anggaran | rencana dan realisasi anggaran
                | laporan kemajuan dak
            """),
            "rules": (
                Rule(
                    "REALISASI_MELEBIHI_PAGU",
                    "realisasi",
                    ("pagu", "realisasi"),
                    pl.col("realisasi") > pl.col("pagu"),
                    "Realisasi lebih besar daripada pagu.",
                ),
            ),
        }
