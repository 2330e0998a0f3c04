"""Visits: one row is one visit or meeting."""

import polars as pl

from schemas.base import Report, column
from schemas.phrases import phrases
from schemas.typical import OFFICE_WORDS

JENIS: dict[str, tuple[str, ...]] = {
    "studi tiru": phrases("""
        Studi Banding | Study Tiru | Study Banding | Kaji Banding | Kaji Tiru | Benchmarking | Studi Komparasi
        | Study Tour | Studi Lapangan | Kunjungan Studi Tiru | Kunjungan Studi | Studi Komparatif | Benchmark
        | Kunjungan Studi Banding | Studi Tiru dan Kunjungan Lapangan | Orientasi Lapangan
        | Studi Tiru/Banding
    """),
    "kunjungan kerja": phrases("""
        Kunker | Kunjungan Lapangan | Kunjungan Dinas | Kunjungan Kerja DPRD | Kunjungan | Kunjungan Industri
        | Kunjungan Resmi | Kunjungan Kerja Daerah | Kunjungan Kerja Pimpinan | Kunjungan Kerja Menteri
        | Kunjungan Monitoring | Kunjungan Kerja (Kunker) | Kunker DPRD | Kunjungan Kerja Dinas
        | Perjalanan Dinas
    """),
    "kunjungan balasan": phrases("""
        Balasan | Kunjungan Balik | Kunjungan Timbal Balik | Kunbal | Balasan Kunjungan
        | Kunjungan Kerja Balasan | Lawatan Balasan | Kunjungan Balas
    """),
    "rapat koordinasi": phrases("""
        Rakor | Rapat | Koordinasi | Rapat Kerja | Raker | Rakorda | Rakornis | Rapat Teknis
        | Pertemuan Koordinasi | Rapat Koordinasi Teknis | Rapat Koordinasi Daerah | Pertemuan
        | Kunjungan Koordinasi | Forum Koordinasi | Koordinasi dan Konsultasi | Rapat Koordinasi dan Evaluasi
        | Audiensi | Rapat Koordinasi (Rakor) | Rapat Evaluasi
    """),
}


class Kunjungan(Report):
    """One visit or meeting."""

    tanggal: pl.Date = column(
        "date",
        in_period=True,
        title="Tanggal",
        title_en="Day",
        meaning="Hari kunjungan.",
        meaning_en="Day of the visit.",
        required=True,
        wordings=phrases("""
            Tanggal | Tanggal Kunjungan | Hari/Tanggal | Waktu | Waktu Kunjungan | Hari/Tanggal Kunjungan
            | Tanggal Pelaksanaan | Waktu Pelaksanaan | Tanggal Kegiatan | Jadwal | Hari | Jadwal Kunjungan
            | Hari dan Tanggal | Tanggal Kedatangan | Tanggal Acara | Tanggal Datang | Pelaksanaan
            | Tanggal Terima | Tanggal Penerimaan | Hari, Tanggal | Waktu Kegiatan | Tanggal Berkunjung
            | Tanggal/Hari | Waktu Kedatangan | Hari/Tanggal Pelaksanaan | Tanggal Tiba | Tanggal Bertamu
            | Tanggal Pertemuan | Tanggal Diterima | Tanggal Bulan Tahun | Waktu Bertamu | Kapan
            | Tanggal Kehadiran | Tanggal Rombongan Tiba | Hari Kunjungan | Tanggal Rapat
            | Tanggal Berlangsung | Tanggal Diadakan | Waktu Pertemuan | Tanggal Hadir
        """),
    )
    jenis: pl.String = column(
        "category",
        title="Jenis",
        title_en="Kind",
        meaning="Jenis kunjungan.",
        meaning_en="Kind of visit.",
        categories=JENIS,
        wordings=phrases("""
            Jenis | Jenis Kunjungan | Jenis Kegiatan | Bentuk Kunjungan | Bentuk Kegiatan | Kategori Kunjungan
            | Sifat Kunjungan | Bentuk | Kategori | Macam Kunjungan | Tipe Kunjungan | Nama Kegiatan
            | Kegiatan | Jenis Acara | Status Kunjungan | Jenis Pertemuan | Kunjungan
            | Jenis Kunjungan/Kegiatan | Kategori Kegiatan | Klasifikasi Kunjungan | Sifat | Model Kunjungan
            | Kategori Acara | Keterangan Jenis Kunjungan | Jenis Agenda | Bentuk Acara
            | Jenis Kunjungan Kerja | Macam Kegiatan | Golongan Kunjungan | Tipe Kegiatan | Nama Acara
            | Jenis Tamu
        """),
    )
    asal: pl.String = column(
        "text",
        title="Asal",
        title_en="Who came",
        meaning="Daerah atau instansi yang datang.",
        meaning_en="District or office that came.",
        example="Dinas Perindustrian Kabupaten Contoh",
        required=True,
        wordings=phrases("""
            Asal | Asal Rombongan | Instansi Asal | Asal Instansi | Instansi | Asal Daerah | Daerah Asal
            | Nama Instansi | Tamu | Rombongan | Asal Tamu | Instansi/Lembaga | Kabupaten/Kota Asal
            | Instansi yang Berkunjung | Rombongan dari | Asal Kunjungan | Asal Kabupaten/Kota
            | Nama Rombongan | Asal Peserta | Instansi Pengunjung | Pengunjung | Lembaga Asal
            | Asal Instansi/Daerah | Nama Instansi/Lembaga | Instansi Tamu | Asal Pengunjung | Tamu dari
            | Kontingen | Delegasi | Nama Tamu/Instansi | Daerah/Instansi Asal | Asal Delegasi | Nama Tamu
            | Instansi/Asal | Pihak yang Berkunjung | OPD/Instansi Asal | Asal Lembaga | Kota Asal
            | Kabupaten Asal | Provinsi Asal | Asal Kota | Asal Kabupaten | Instansi yang Datang
            | Pihak yang Datang | Yang Berkunjung | Lembaga yang Berkunjung | Rombongan Asal
            | Pemerintah Daerah Asal | Berasal dari | Datang dari | Asal Kontingen | Tamu/Rombongan
            | Instansi/Daerah | Nama Instansi Asal | Nama Lembaga | Lembaga | Nama Daerah Asal | Kantor Asal
            | Perwakilan dari
        """),
    )
    tujuan: pl.String = column(
        "text",
        title="Tujuan",
        title_en="Where received",
        meaning="Tempat rombongan diterima.",
        meaning_en="Where they were received.",
        example="Sentra Tenun Contoh",
        wordings=phrases("""
            Tujuan | Tempat Tujuan | Tempat | Lokasi | Lokasi Kunjungan | Tempat Kunjungan | Lokasi Tujuan
            | Daerah Tujuan | Instansi Tujuan | Tempat Pelaksanaan | Tempat yang Dikunjungi
            | Lokasi yang Dikunjungi | Objek Kunjungan | Instansi yang Dikunjungi | Tempat Penerimaan
            | Diterima di | Lokasi Kegiatan | Tempat Pertemuan | Tempat Kegiatan | Daerah yang Dikunjungi
            | Lokasi Penerimaan | Lokus | Lokus Kunjungan | Venue | Lokasi Pelaksanaan | Tempat Diterima
            | Bertempat di | Lokasi Pertemuan | Instansi Penerima | Tempat Acara | Objek yang Dikunjungi
            | Yang Dikunjungi | Objek | Kota Tujuan | Kabupaten Tujuan | Diterima Oleh | Penerima
            | Instansi yang Menerima | Pihak yang Dikunjungi | Sasaran Kunjungan | Kantor Tujuan
            | Lokasi yang Dituju | Tempat yang Dituju | Tujuan Tempat | Tempat/Lokasi | Ruang Pertemuan
            | Tempat Rapat | Lokasi Acara | Lembaga Tujuan | Lembaga yang Dikunjungi
        """),
    )
    jumlah_orang: pl.Int64 = column(
        "count",
        title="Jumlah orang",
        title_en="People",
        meaning="Banyaknya orang yang datang.",
        meaning_en="Number of people who came.",
        example=25,
        unit="orang",
        required=True,
        wordings=phrases("""
            Jumlah Orang | Jumlah Peserta | Jumlah Rombongan | Jumlah Tamu | Jumlah | Jumlah Pengunjung
            | Banyaknya Orang | Peserta | Jumlah Anggota | Jumlah Anggota Rombongan | Jumlah Personil
            | Jumlah Delegasi | Banyaknya | Orang | Jumlah Peserta Kunjungan | Jumlah yang Hadir
            | Total Peserta | Jumlah Peserta Orang | Banyaknya Peserta | Personil | Jumlah Hadir
            | Jumlah Rombongan Orang | Jumlah Peserta Rombongan | Anggota Rombongan | Jumlah Orang Rombongan
            | Kekuatan Rombongan | Jumlah Kunjungan Orang | Banyaknya Tamu | Banyaknya Rombongan
            | Jumlah Undangan | Total Orang | Jumlah Tamu yang Datang | Banyaknya Anggota | Jumlah yang Datang
            | Peserta Rombongan | Total Rombongan | Total Tamu | Jumlah Peserta yang Hadir | Jumlah Tamu Orang
            | Jumlah Peserta Studi Tiru | Banyaknya Tamu Orang | Total Pengunjung | Jumlah Personel | Personel
            | Jumlah Yang Ikut | Jumlah Orang yang Hadir | Jumlah Orang yang Datang | Besar Rombongan
        """),
    )
    pimpinan: pl.String = column(
        "text",
        foreign=OFFICE_WORDS,
        title="Pimpinan rombongan",
        title_en="Head of the delegation",
        meaning="Pimpinan rombongan.",
        meaning_en="Head of the delegation.",
        example="Fulan bin Fulan",
        personal="nama",
        wordings=phrases("""
            Pimpinan Rombongan | Ketua Rombongan | Pimpinan | Nama Pimpinan | Kepala Rombongan | Ketua
            | Nama Ketua Rombongan | Penanggung Jawab | Ketua Tim | Dipimpin oleh | Pimpinan Delegasi
            | Nama Pimpinan Rombongan | Nama Ketua | Ketua Delegasi | Pemimpin Rombongan
            | Penanggung Jawab Rombongan | Koordinator | Nama Pejabat | Pemimpin | Nama | Rombongan Pimpinan
            | Rombongan Ketua | Koordinator Rombongan | Pejabat yang Memimpin | Nama Penanggung Jawab
            | Yang Memimpin | Kepala Delegasi | Rombongan Dipimpin oleh | Yang Mewakili | Kepala
            | Ketua/Pimpinan Rombongan | Pimpinan/Ketua Rombongan | Pejabat | Pejabat Pimpinan
            | Nama Kepala Rombongan | Nama Ketua Delegasi | Nama Pimpinan Delegasi | Ketua Kontingen
            | Juru Bicara | Penanggung Jawab Kunjungan | Nama Koordinator | Pimpinan Tamu | Kepala Tim
            | Pimpinan Tim
        """),
    )
    agenda: pl.String = column(
        "text",
        title="Agenda",
        title_en="Purpose",
        meaning="Maksud kunjungan.",
        meaning_en="Purpose of the visit.",
        example="Melihat pengelolaan sentra",
        wordings=phrases("""
            Agenda | Tujuan Kunjungan | Maksud dan Tujuan | Maksud Kunjungan | Fokus | Maksud | Keperluan
            | Agenda Kunjungan | Materi | Materi Kunjungan | Topik | Tema | Perihal | Uraian | Uraian Kegiatan
            | Acara | Fokus Kunjungan | Agenda Kegiatan | Maksud dan Tujuan Kunjungan | Pokok Bahasan
            | Hal yang Dibahas | Keperluan Kunjungan | Tujuan Kegiatan | Pembahasan | Tema Kunjungan
            | Agenda/Tujuan | Bidang yang Dikunjungi | Materi yang Dibahas | Agenda Pembahasan
            | Fokus Pembahasan | Tujuan dan Agenda | Objek yang Dipelajari | Rencana Pembahasan
            | Hal yang Dipelajari | Kepentingan | Topik Pembahasan | Agenda Acara | Dalam Rangka
            | Kepentingan Kunjungan | Isi Kunjungan | Bahasan | Hal | Uraian Kunjungan | Pokok Pembicaraan
            | Topik Kunjungan | Materi Pertemuan | Materi Pembahasan | Sasaran | Maksud Kedatangan
            | Tujuan Kedatangan | Keterangan Kunjungan | Hal yang Dibicarakan | Pokok Pembahasan
            | Topik Bahasan | Rangka Kegiatan | Maksud/Tujuan | Tujuan/Maksud Kunjungan | Maksud/Keperluan
        """),
    )

    class Config:
        title = "Kunjungan"
        metadata = {
            "name": "kunjungan",
            "title_en": "Visits",
            "meaning": "Satu baris = satu kunjungan atau pertemuan.",
            "meaning_en": "One row = one visit or meeting.",
            "title_words": phrases("""
                kunjungan | buku kunjungan | buku tamu | rekap kunjungan | daftar kunjungan | studi tiru
                | kunjungan kerja | buku kunjungan dan studi tiru | rekap kunjungan kerja | data kunjungan
                | studi banding | laporan kunjungan | penerimaan kunjungan | penerimaan tamu
                | rapat koordinasi | daftar tamu | kunjungan tamu | jadwal kunjungan | rekapitulasi kunjungan
                | agenda kunjungan
            """),
        }
