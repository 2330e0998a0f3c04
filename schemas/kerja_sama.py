"""Agreements: one row is one MoU or PKS, also while it is only talked about."""

import polars as pl

from schemas.base import Report, Rule, column
from schemas.phrases import phrases

JENIS_DOKUMEN: dict[str, tuple[str, ...]] = {
    "MoU": phrases("""
        Memorandum of Understanding | Nota Kesepahaman | Kesepakatan Bersama | Nota Kesepakatan | Memorandum
        | MoU (Nota Kesepahaman) | Nota Kesepahaman (MoU) | Kesepahaman Bersama | Nota Kesepahaman Bersama
        | NK | Nota Kesepakatan Bersama | Memorandum Saling Pengertian | Memorandum Of Understanding (MoU)
        | Kesepahaman
    """),
    "PKS": phrases("""
        Perjanjian Kerja Sama | Perjanjian Kerjasama | Perjanjian | Perjanjian Kerja Sama (PKS)
        | PKS (Perjanjian Kerja Sama) | Naskah Perjanjian | Kontrak Kerja Sama | Surat Perjanjian Kerja Sama
        | MoA | Memorandum of Agreement | Surat Perjanjian | Naskah Perjanjian Kerja Sama | Perjanjian Kerja
        | Surat Perjanjian Kerjasama
    """),
}

STATUS: dict[str, tuple[str, ...]] = {
    "penjajakan": phrases("""
        Tahap Penjajakan | Masih Penjajakan | Penjajakan Awal | Dalam Penjajakan | Baru Penjajakan | Penawaran
        | Dijajaki | Komunikasi Awal | Inisiasi | Rencana | Usulan | Proses Penjajakan | Tahap Awal
        | Sedang Dijajaki | Direncanakan
    """),
    "pembahasan": phrases("""
        Dalam Pembahasan | Tahap Pembahasan | Sedang Dibahas | Masih Dibahas | Proses Pembahasan | Draft
        | Draf | Dibahas | Penyusunan Draf | Penyusunan Draft | Dalam Proses Pembahasan | Tahap Draf
        | Pembahasan Draf | Negosiasi | Finalisasi | Masih Dalam Pembahasan | Penyusunan Naskah | Penyusunan
    """),
    "ditandatangani": phrases("""
        Sudah Ditandatangani | Telah Ditandatangani | Sudah Tanda Tangan | Penandatanganan | TTD | Sudah TTD
        | Aktif | Berlaku | Masih Berlaku | Berjalan | Sedang Berjalan | Sudah Diteken | Disepakati
        | Masih Berjalan | Tanda Tangan | Terlaksana | Telah TTD | Diteken | Sudah MoU | Sudah Ditanda Tangani
        | Ditanda Tangani
    """),
    "berakhir": phrases("""
        Selesai | Sudah Berakhir | Telah Berakhir | Habis Masa Berlaku | Sudah Selesai | Kadaluarsa
        | Kedaluwarsa | Habis | Masa Berlaku Habis | Tidak Berlaku | Tidak Berlaku Lagi | Tidak Aktif
        | Berakhir Masa Berlaku | Sudah Habis | Masa Berlaku Berakhir | Tidak Diperpanjang | Expired
    """),
}


class KerjaSama(Report):
    """One MoU or PKS."""

    mitra: pl.String = column(
        "text",
        title="Mitra",
        title_en="Partner",
        meaning="Pihak yang bekerja sama dengan daerah.",
        meaning_en="Party that works with the district.",
        example="Politeknik Contoh",
        required=True,
        wordings=phrases("""
            Mitra | Mitra Kerja Sama | Pihak Kedua | Nama Mitra | Instansi Mitra | Lembaga Mitra
            | Instansi/Lembaga Mitra | Mitra Kerja | Pihak Mitra | Nama Lembaga | Nama Instansi
            | Pihak yang Bekerja Sama | Instansi/Lembaga | Lembaga | Bekerja Sama dengan | Kerja Sama dengan
            | Bekerjasama dengan | Perguruan Tinggi/Lembaga | Instansi | Pihak II | Para Pihak
            | Nama Mitra Kerja Sama | Mitra Perjanjian | Perusahaan/Lembaga | Pihak Lain | Nama Pihak Kedua
            | Perusahaan Mitra | Pihak Terkait | Stakeholder | Institusi Mitra | Institusi
            | Nama Perusahaan/Instansi | Pihak Ketiga | Lembaga/Instansi | Mitra/Instansi
            | Instansi yang Bekerja Sama | Lembaga yang Bekerja Sama | Pihak Kerja Sama | Counterpart
            | Partner | Rekan Kerja Sama | Pihak Kedua/Mitra | Perguruan Tinggi | Nama Instansi/Lembaga
            | Pihak yang Diajak Kerja Sama | Bermitra dengan | Kampus/Lembaga | Instansi Partner
            | Lembaga Partner | Nama Partner | Nama Lembaga/Instansi | Perusahaan | Organisasi Mitra
        """),
    )
    jenis_dokumen: pl.String = column(
        "category",
        title="Jenis dokumen",
        title_en="Kind of document",
        meaning="MoU (nota kesepahaman) atau PKS (perjanjian kerja sama).",
        meaning_en="MoU (memorandum of understanding) or PKS (agreement).",
        categories=JENIS_DOKUMEN,
        wordings=phrases("""
            Jenis Dokumen | Bentuk Kerja Sama | Jenis Kerja Sama | Dokumen | Bentuk Dokumen | Jenis Naskah
            | Naskah | MoU/PKS | Jenis Perjanjian | Bentuk Naskah | Dokumen Kerja Sama | Nama Dokumen
            | Jenis Dokumen Kerja Sama | Jenis | Bentuk Perjanjian | Bentuk | Jenis MoU/PKS | Kategori Dokumen
            | Tipe Dokumen | Naskah Kerja Sama | Jenis Kesepakatan | Bentuk Kesepakatan | Tingkatan Dokumen
            | Jenis Naskah Kerja Sama | PKS/MoU | Kategori | Bentuk Naskah Kerja Sama | Jenis Dokumen MoU/PKS
            | Tipe Naskah | Kategori Naskah | Macam Dokumen | Jenis Ikatan | Bentuk Ikatan
            | Bentuk Ikatan Kerja Sama | Ikatan Kerja Sama | Dokumen Perjanjian | Wujud Kerja Sama
            | Tipe Kerja Sama | Kategori Kerja Sama | Bentuk Dokumen Kerja Sama | Macam Naskah
        """),
    )
    tentang: pl.String = column(
        "text",
        title="Tentang",
        title_en="Scope",
        meaning="Ruang lingkup kerja sama.",
        meaning_en="Scope of the agreement.",
        example="Pengembangan sumber daya manusia IKM",
        required=True,
        wordings=phrases("""
            Tentang | Ruang Lingkup | Perihal | Judul | Judul Kerja Sama | Uraian | Ruang Lingkup Kerja Sama
            | Isi Kerja Sama | Bidang Kerja Sama | Uraian Kerja Sama | Objek Kerja Sama | Obyek Kerja Sama
            | Hal | Materi Kerja Sama | Substansi | Lingkup Kerja Sama | Isi Perjanjian | Kegiatan
            | Judul Perjanjian | Tujuan Kerja Sama | Maksud dan Tujuan | Materi | Fokus Kerja Sama | Tema
            | Bidang | Nama Kegiatan | Judul Dokumen | Tujuan | Topik | Pokok Kerja Sama | Lingkup
            | Isi Kesepakatan | Judul MoU/PKS | Program Kerja Sama | Uraian Singkat | Judul Naskah
            | Bentuk Kegiatan | Isi Pokok | Pokok Perjanjian | Materi Pokok | Hal Kerja Sama | Cakupan
            | Cakupan Kerja Sama | Uraian Ruang Lingkup | Bahasan | Topik Kerja Sama | Perihal Kerja Sama
            | Deskripsi | Isi | Tema Kerja Sama | Subjek Kerja Sama | Sasaran Kerja Sama | Maksud Kerja Sama
            | Judul/Tentang | Kegiatan Kerja Sama | Objek
        """),
    )
    tanggal_tanda_tangan: pl.Date = column(
        "date",
        title="Tanggal tanda tangan",
        title_en="Signed on",
        meaning="Tanggal dokumen ditandatangani; kosong bila belum.",
        meaning_en="Day of signature; empty while unsigned.",
        wordings=phrases("""
            Tanggal Tanda Tangan | Tanggal Penandatanganan | Tanggal | Tanggal MoU | Tanggal Ditandatangani
            | Tanggal Dokumen | Tanggal PKS | Tanggal Perjanjian | Waktu Penandatanganan | Ditandatangani
            | Tanda Tangan | Penandatanganan | Tanggal Mulai | Tanggal Mulai Berlaku | Mulai Berlaku
            | Berlaku Mulai | Tanggal MoU/PKS | Tanggal Kesepakatan | Berlaku Sejak | Tanggal Naskah
            | Tanggal Tanda Tangan MoU | Masa Berlaku Mulai | Jangka Waktu Mulai
            | Hari/Tanggal Penandatanganan | Tanggal Kerja Sama | Ditandatangani Tanggal | Hari/Tanggal
            | Tanggal Disepakati | Tanggal Terbit | Masa Berlaku Awal | Tanggal Pengesahan | Diteken Tanggal
            | Tanggal Diteken | Tanggal Teken | Waktu Tanda Tangan | Hari Penandatanganan
            | Tanggal Penandatanganan Dokumen | Tanggal Tanda Tangan Dokumen | Tanggal Penetapan
            | Tanggal Dibuat | Tanggal MoU Ditandatangani | Tanggal Penandatanganan MoU
            | Tanggal Penandatanganan PKS | Tanggal Penandatanganan Kerja Sama
        """),
    )
    berlaku_sampai: pl.Date = column(
        "date",
        last_day=True,
        title="Berlaku sampai",
        title_en="Valid until",
        meaning="Hari terakhir kerja sama berlaku.",
        meaning_en="Last day on which the agreement holds.",
        wordings=phrases("""
            Berlaku Sampai | Masa Berlaku s.d. | Berlaku s.d. | Masa Berlaku | Berakhir | Tanggal Berakhir
            | Jangka Waktu | Berlaku Hingga | Masa Berlaku Sampai | Tanggal Akhir | Berakhir Tanggal
            | Masa Berlaku Berakhir | Sampai Tanggal | Masa Berakhir | Tanggal Selesai | Masa Berlaku Selesai
            | Jangka Waktu Sampai | Berlaku Sampai dengan | Tanggal Habis | Jangka Waktu Berakhir
            | Jatuh Tempo | Tanggal Jatuh Tempo | Berlaku Sampai Tanggal | Masa Kerja Sama | Masa Habis
            | Habis Masa Berlaku | Tanggal Habis Berlaku | Tanggal Kadaluarsa | Tanggal Habis Masa Berlaku
            | Kedaluwarsa | Masa Berlaku sampai dengan | Akhir Masa Berlaku | Tanggal Berakhir Kerja Sama
            | Selesai | Kadaluarsa | Tenggat | Batas Waktu | Batas Berlaku | Tanggal Batas Berlaku
            | Batas Masa Berlaku | Batas Akhir | Habis Berlaku | Berlaku Selama | Masa Perjanjian
            | Batas Akhir Berlaku | Tanggal Berlaku Sampai | Akhir Berlaku | Akhir Perjanjian
            | Akhir Kerja Sama | Periode Berlaku | Habis Tanggal | Masa Laku
        """),
    )
    status: pl.String = column(
        "category",
        title="Status",
        title_en="Status",
        meaning="Sampai di mana kerja sama itu: penjajakan, pembahasan, ditandatangani atau berakhir.",
        meaning_en="Stage: exploring, under discussion, signed or ended.",
        categories=STATUS,
        wordings=phrases("""
            Status | Tahapan | Tahap | Status Kerja Sama | Perkembangan | Progres | Status Dokumen | Kondisi
            | Posisi | Tindak Lanjut | Tahapan Kerja Sama | Tahap Kerja Sama | Perkembangan Kerja Sama
            | Status Perjanjian | Keadaan | Status MoU | Status Proses | Tahapan Proses | Proses
            | Status Terakhir | Progres Kerja Sama | Status Saat Ini | Status MoU/PKS | Posisi Terakhir
            | Posisi Saat Ini | Kemajuan | Tahap Pelaksanaan | Keterangan Status | Status Pelaksanaan
            | Sampai Tahap | Sudah Sampai Tahap | Tingkat Kemajuan | Kondisi Terakhir | Kondisi Saat Ini
            | Perkembangan Terakhir | Keadaan Terakhir | Posisi Kerja Sama | Progres Dokumen
            | Status Penandatanganan | Progres Saat Ini | Tahapan Saat Ini
        """),
    )

    class Config:
        title = "Kerja sama"
        metadata = {
            "name": "kerja_sama",
            "title_en": "Agreements",
            "meaning": "Satu baris = satu MoU atau PKS, juga yang masih dibicarakan.",
            "meaning_en": "One row = one MoU or PKS, also while only talked about.",
            "title_words": phrases("""
                kerja sama | daftar kerja sama | kerjasama pembinaan ikm | daftar kerja sama pembinaan ikm
                | mou dan pks | mou | nota kesepahaman | perjanjian kerja sama | rekap kerja sama
                | data kerja sama | rekap mou | daftar mou | kemitraan | daftar mitra | dokumen kerja sama
                | kesepakatan bersama | perkembangan kerja sama | mou/pks | rekapitulasi kerja sama
                | naskah kerja sama | daftar nota kesepahaman
            """),
            "rules": (
                Rule(
                    "SELESAI_SEBELUM_MULAI",
                    "berlaku_sampai",
                    ("tanggal_tanda_tangan", "berlaku_sampai"),
                    pl.col("berlaku_sampai") < pl.col("tanggal_tanda_tangan"),
                    "Masa berlaku berakhir sebelum dokumen ditandatangani.",
                ),
            ),
        }
