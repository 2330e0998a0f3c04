"""Support to IKM: one row is one activity (training, mentoring, apprenticeship …)."""

import polars as pl

from schemas import columns, measures
from schemas.base import Report, Rule, column
from schemas.phrases import phrases
from schemas.typical import ACTIVITY_WORDS, OFFICE_WORDS, PLACE_WORDS


class Pembinaan(Report):
    """One activity for IKM."""

    nama_kegiatan: pl.String = column(
        "text",
        typical=ACTIVITY_WORDS,
        foreign=OFFICE_WORDS,
        title="Nama kegiatan",
        title_en="Activity",
        meaning="Nama atau judul kegiatan.",
        meaning_en="Title of the activity.",
        example="Pelatihan kemasan produk pangan",
        required=True,
        wordings=phrases("""
            Nama Kegiatan | Kegiatan | Jenis Pelatihan | Jenis Pelatihan/Kegiatan | Judul Kegiatan
            | Judul Pelatihan | Judul | Uraian Kegiatan | Nama Pelatihan | Program/Kegiatan
            | Program/Kegiatan/Sub Kegiatan | Sub Kegiatan | Pelatihan | Jenis Kegiatan
            | Nama Program/Kegiatan | Nama Kegiatan Pembinaan | Kegiatan Pembinaan | Kegiatan/Sub Kegiatan
            | Tema | Tema Kegiatan | Topik | Nama Kegiatan/Pelatihan | Kegiatan yang Dilaksanakan
            | Nama Sub Kegiatan | Program | Materi Kegiatan | Nama Pembinaan | Uraian | Kegiatan/Pelatihan
            | Nama Bimtek | Tema Pelatihan | Nama Program | Jenis Kegiatan Pembinaan | Judul Program
            | Rincian Kegiatan | Pelatihan/Kegiatan | Nama Kegiatan/Sub Kegiatan | Pelaksanaan Kegiatan
            | Uraian Kegiatan Pembinaan | Acara | Nama Acara | Bentuk/Nama Kegiatan | Kegiatan yang Dilakukan
            | Nama Pelaksanaan Kegiatan | Judul Pembinaan | Judul Bimtek | Nama Kegiatan Pelatihan
            | Uraian Pelatihan | Jenis Bimtek | Jenis Pelatihan yang Dilaksanakan | Agenda Kegiatan
            | Judul Acara | Nama Diklat | Paket Kegiatan | Aktivitas | Aktivitas Pembinaan | Topik Kegiatan
        """),
    )
    metode: pl.String = columns.metode()
    komoditas: pl.String = columns.komoditas(
        "yang dibina",
        "that the activity is about",
        more="""
            Bidang | Bidang Usaha | Jenis Usaha | Sasaran Komoditas | Jenis Industri | Cabang Industri
            | Bidang Pelatihan | Komoditas yang Dibina | Sektor | Jenis IKM | Bidang Industri | Produk Sasaran
            | Produk yang Dibina | Produk yang Dihasilkan | Bidang Keterampilan | Kelompok Komoditas
        """,
    )
    tanggal_mulai: pl.Date = columns.tanggal_mulai("kegiatan", "the activity")
    tanggal_selesai: pl.Date = columns.tanggal_selesai("kegiatan", "the activity")
    lokasi: pl.String = column(
        "text",
        typical=PLACE_WORDS,
        foreign=ACTIVITY_WORDS,
        title="Lokasi",
        title_en="Venue",
        meaning="Tempat kegiatan.",
        meaning_en="Venue of the activity.",
        example="Aula kantor dinas",
        wordings=phrases("""
            Lokasi | Tempat | Tempat Pelaksanaan | Lokasi Kegiatan | Tempat Kegiatan | Lokasi Pelaksanaan
            | Lokasi Pelatihan | Tempat Pelatihan | Bertempat di | Venue | Tempat/Lokasi | Lokasi/Tempat
            | Alamat Kegiatan | Pelaksanaan Tempat | Pelaksanaan Lokasi | Tempat Penyelenggaraan | Gedung
            | Tempat Acara | Waktu dan Tempat Tempat | Alamat | Lokasi Penyelenggaraan | Lokasi Pembinaan
            | Tempat Pelaksanaan Kegiatan | Lokasi Pelaksanaan Kegiatan | Tempat Pembinaan | Dimana
            | Tempat Acara Kegiatan | Lokasi Acara | Tempat Berlangsung | Gedung/Tempat | Lokasi/Alamat
            | Titik Lokasi | Tempat Diadakan | Letak Kegiatan | Lokasi Dilaksanakan | Tempat Dilaksanakan
        """),
    )
    kecamatan: pl.String = columns.kecamatan(
        "tempat kegiatan",
        "the venue",
        more="Kecamatan Pelaksanaan | Kecamatan Sasaran",
    )
    penyelenggara: pl.String = column(
        "text",
        typical=OFFICE_WORDS,
        foreign=ACTIVITY_WORDS,
        title="Penyelenggara",
        title_en="Organiser",
        meaning="Instansi yang menyelenggarakan kegiatan.",
        meaning_en="Office that organises the activity.",
        example="Dinas Perindustrian",
        wordings=phrases("""
            Penyelenggara | Pelaksana | Instansi Pelaksana | Instansi Penyelenggara | Pelaksana Kegiatan
            | Dinas Pelaksana | Penyelenggara Kegiatan | OPD Pelaksana | OPD | SKPD | Perangkat Daerah
            | Instansi | Unit Kerja | Lembaga Pelaksana | Penanggung Jawab Kegiatan | Penanggung Jawab | Dinas
            | Lembaga Penyelenggara | Unit Pelaksana | Bidang Pelaksana | Dilaksanakan oleh
            | Diselenggarakan oleh | Dinas/Instansi | OPD Penyelenggara | Dinas Penyelenggara
            | Perangkat Daerah Pelaksana | SKPD Pelaksana | Satuan Kerja | Instansi Penanggung Jawab
            | OPD/Instansi | Pihak Penyelenggara | Pihak Pelaksana | OPD Pengampu | Instansi Pengampu
            | Dinas Pengampu | Perangkat Daerah Penyelenggara | Penanggungjawab Kegiatan | Pemrakarsa
            | Pengelola Kegiatan | Unit Kerja Pelaksana | Bidang Penanggung Jawab | Panitia
            | Panitia Pelaksana | SKPD Penyelenggara | Badan/Dinas Pelaksana
        """),
    )
    mitra: pl.String = column(
        "text",
        title="Mitra",
        title_en="Partners",
        meaning="Mitra kegiatan: Dekranasda, TP PKK, politeknik dan lain-lain.",
        meaning_en="Partners of the activity: Dekranasda, TP PKK, a polytechnic and others.",
        example="Dekranasda",
        wordings=phrases("""
            Mitra | Mitra Kerja | Bekerjasama Dengan | Bekerja Sama Dengan | Kerja Sama dengan
            | Mitra Kerja Sama | Instansi Mitra | Lembaga Mitra | Instansi/Lembaga Mitra | Kemitraan
            | Pihak yang Terlibat | Instansi Terkait | Mitra Kegiatan | Mitra Pelaksana | Pihak Terkait
            | Lembaga Pendukung | Pendukung | Kolaborasi | Sinergi dengan | Dukungan Instansi Lain
            | Mitra Pembinaan | Mitra/Instansi Terkait | Kolaborator | Stakeholder | Pihak Mitra
            | Instansi Pendukung | Lembaga yang Terlibat | Pihak Pendukung | Melibatkan | Dukungan Mitra
            | Kerja Sama | Rekan Kerja | Partner | Mitra Pendukung | Pihak yang Bekerja Sama | Dukungan dari
            | Keterlibatan Pihak Lain | Kolaborasi dengan | Lembaga Terkait | Mitra yang Terlibat
            | Bermitra dengan | Instansi yang Terlibat
        """),
    )
    jumlah_peserta: pl.Int64 = column(
        "count",
        title="Jumlah peserta",
        title_en="Participants",
        meaning="Banyaknya peserta.",
        meaning_en="Number of participants.",
        example=30,
        unit="orang",
        wordings=phrases("""
            Jumlah Peserta | Peserta | Peserta Orang | Jumlah Peserta Orang | Total Peserta
            | Banyaknya Peserta | Peserta Jumlah | Peserta Total | Jumlah Peserta Jumlah | Jumlah Orang
            | Jumlah Peserta Total | Jumlah IKM Dibina | Jumlah | Jumlah IKM yang Dibina | Jumlah Sasaran
            | Sasaran | Jumlah Peserta L+P | Peserta L+P | Realisasi Peserta | Jumlah Peserta yang Hadir
            | Peserta yang Hadir | Jumlah Peserta Kegiatan | Jumlah yang Dilatih | Kuota Peserta
            | Jumlah Peserta Pelatihan | Jumlah IKM Peserta | Jumlah IKM | Peserta Jumlah L+P
            | Jumlah Kehadiran | Peserta Pelatihan Jumlah | Jumlah Yang Ikut | Jumlah Pelaku Usaha
            | Jumlah Pelaku IKM | Jumlah Yang Mengikuti | Jumlah Yang Dibina | IKM yang Dibina
            | Jumlah Peserta yang Dilatih | Peserta Pelatihan | Jumlah Penerima Manfaat | Total Peserta Orang
            | Jumlah Pelaku IKM Dibina | Sasaran Peserta | Jumlah IKM Terbina
        """),
    )
    peserta_l: pl.Int64 = measures.people(
        "Peserta laki-laki",
        "Male participants",
        "Peserta",
        "L",
        more="Jenis Kelamin Laki-laki",
        example=12,
    )
    peserta_p: pl.Int64 = measures.people(
        "Peserta perempuan",
        "Female participants",
        "Peserta",
        "P",
        more="Jenis Kelamin Perempuan",
        example=18,
    )
    sumber_dana: pl.String = columns.sumber_dana()
    anggaran: pl.Int64 = column(
        "money",
        title="Anggaran",
        title_en="Budget",
        meaning="Anggaran kegiatan dalam rupiah.",
        meaning_en="Budget of the activity in rupiah.",
        example=50_000_000,
        unit="rupiah",
        wordings=phrases("""
            Anggaran | Jumlah Anggaran | Pagu Anggaran | Pagu | Biaya | Jumlah Dana | Nilai Anggaran
            | Besaran Anggaran | Total Anggaran | Alokasi Anggaran | Pagu Dana | Pagu DPA | DPA
            | Anggaran Kegiatan | Jumlah Biaya | Alokasi Dana | Besar Anggaran | Plafon Anggaran | Alokasi
            | Anggaran yang Tersedia | Nilai Kegiatan | Anggaran DPA | Biaya Kegiatan | Anggaran Pagu
            | Keuangan Anggaran | Dana yang Dialokasikan | Besaran Dana | Nilai Pagu | Pagu Kegiatan
            | Total Biaya | Rencana Anggaran | Rencana Biaya | Kebutuhan Anggaran | Pagu Biaya | Dana Kegiatan
            | Besarnya Anggaran | Dana | Anggaran Belanja | Pembiayaan Kegiatan | Besarnya Biaya
            | Anggaran Tersedia | Jumlah Pagu | Total Dana | Dana yang Disediakan | Alokasi Biaya
            | Anggaran Biaya | Total Pagu | Besaran Biaya | Nilai Dana | Pagu Alokasi
        """),
    )
    realisasi: pl.Int64 = column(
        "money",
        title="Realisasi",
        title_en="Spent",
        meaning="Realisasi keuangan dalam rupiah.",
        meaning_en="Amount spent in rupiah.",
        example=48_500_000,
        unit="rupiah",
        wordings=phrases("""
            Realisasi | Realisasi Anggaran | Realisasi Keuangan | Realisasi Dana | Realisasi Biaya
            | Penyerapan | Serapan | Penyerapan Anggaran | Serapan Anggaran | Jumlah Realisasi
            | Total Realisasi | Anggaran Realisasi | Nilai Realisasi | Anggaran Terserap
            | Anggaran Terealisasi | Pengeluaran | Realisasi Belanja | Dana Terserap | Keuangan Realisasi
            | Realisasi Pengeluaran | Realisasi s.d. Bulan Ini | Realisasi Anggaran Keuangan
            | Dana yang Terserap | Realisasi Penggunaan Dana | Anggaran yang Digunakan | Realisasi Penyerapan
            | Dana yang Digunakan | Biaya Realisasi | Realisasi Penyerapan Anggaran | Biaya Terpakai
            | Dana Terpakai | Anggaran Terpakai | Anggaran yang Terserap | Anggaran yang Terealisasi
            | Pemakaian Anggaran | Penggunaan Anggaran | Penggunaan Dana | Realisasi Pembiayaan | Terserap
            | Dana Terealisasi | Jumlah Serapan | Jumlah Penyerapan | Realisasi Pagu | Capaian Keuangan
            | Besaran Realisasi | Anggaran Terpakai Realisasi
        """),
    )
    keterangan: pl.String = column(
        "text",
        title="Keterangan",
        title_en="Remark",
        meaning="Catatan tentang kegiatan.",
        meaning_en="Remark on the activity.",
        example="Dilanjutkan dengan pendampingan",
        wordings=phrases("""
            Keterangan | Hal-hal Lain | Catatan Kegiatan | Ket | Catatan | Hasil | Hasil Kegiatan
            | Keterangan/Hasil | Capaian | Tindak Lanjut
            | Hasil Pelaksanaan | Output | Keluaran | Hasil yang Dicapai | Penjelasan | Keterangan Lain
            | Catatan Pelaksanaan | Evaluasi | Manfaat | Hasil/Keterangan | Dampak | Rencana Tindak Lanjut
            | Keterangan Kegiatan | Kendala | Permasalahan | Outcome | Hasil Pembinaan | Catatan Kegiatan
            | Informasi Tambahan | Hasil Akhir | Ringkasan Hasil | Uraian Hasil | Keterangan Tambahan | Luaran
            | Capaian Hasil
        """),
    )

    class Config:
        title = "Pembinaan IKM"
        metadata = {
            "name": "pembinaan",
            "title_en": "Support to small and medium industry",
            "meaning": "Satu baris = satu kegiatan pembinaan IKM.",
            "meaning_en": "One row = one activity of support to IKM.",
            "title_words": phrases("""
                pembinaan ikm | kegiatan pembinaan | laporan kegiatan pembinaan ikm | program pembinaan ikm
                | laporan pembinaan | laporan kegiatan | rekap kegiatan | laporan pelaksanaan kegiatan
                | pelaksanaan pelatihan | daftar kegiatan
                | laporan pelaksanaan pelatihan pendampingan dan magang | kegiatan pelatihan | rekap pelatihan
                | jadwal pelatihan | rencana kegiatan pembinaan | program dan kegiatan
                | rekapitulasi kegiatan pembinaan | rekapitulasi pelatihan | kegiatan bimbingan teknis
                | laporan bimtek | pelatihan ikm | pendampingan ikm | kegiatan pemberdayaan ikm
                | pengembangan ikm | laporan pelatihan | kegiatan fasilitasi ikm | daftar pelatihan
                | kegiatan bidang industri
            """),
            "rules": (
                columns.SELESAI_SEBELUM_MULAI,
                Rule(
                    "REALISASI_MELEBIHI_PAGU",
                    "realisasi",
                    ("anggaran", "realisasi"),
                    pl.col("realisasi") > pl.col("anggaran"),
                    "Realisasi lebih besar daripada anggaran.",
                ),
                Rule(
                    "NILAI_TIDAK_COCOK",
                    "jumlah_peserta",
                    ("jumlah_peserta", "peserta_l", "peserta_p"),
                    pl.col("jumlah_peserta") != pl.col("peserta_l") + pl.col("peserta_p"),
                    "Jumlah peserta tidak sama dengan laki-laki + perempuan.",
                ),
            ),
        }
