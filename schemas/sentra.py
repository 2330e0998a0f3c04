"""Sentra: one row is one sentra (a place where many businesses of one kind work)."""

import polars as pl

from schemas import columns, measures
from schemas.base import Report, column
from schemas.phrases import phrases

STATUS: dict[str, tuple[str, ...]] = {
    "beroperasi": phrases("""
        Sudah Beroperasi | Aktif | Berjalan | Operasional | Sudah Berjalan | Beroperasi Penuh | Masih Aktif
        | Telah Beroperasi | Masih Beroperasi | Sudah Operasional | Sudah Berfungsi | Berproduksi
        | Sudah Aktif | Operasi | Masih Berjalan | Telah Berjalan | Sudah Berproduksi
    """),
    "dibangun": phrases("""
        Tahap Pembangunan | Sedang Dibangun | Dalam Pembangunan | Pembangunan | Proses Pembangunan
        | Masih Dibangun | Konstruksi | Dalam Proses Pembangunan | Tahap Konstruksi | Sementara Dibangun
        | Dalam Tahap Pembangunan | Sementara Pembangunan | Sedang Dalam Pembangunan | Masa Pembangunan
        | Revitalisasi
    """),
    "rencana": phrases("""
        Direncanakan | Perencanaan | Tahap Perencanaan | Rencana Pembangunan | Akan Dibangun | Baru Rencana
        | Usulan | Masih Rencana | Diusulkan | Tahap Rencana | Belum Dibangun | Dalam Perencanaan
        | Dalam Rencana | Rencana Baru | Tahap Usulan | Proses Perencanaan
    """),
}


class Sentra(Report):
    """One sentra of IKM."""

    nama_sentra: pl.String = column(
        "text",
        typical=("sentra",),
        title="Nama sentra",
        title_en="Sentra",
        meaning="Nama sentra IKM.",
        meaning_en="Name of the sentra.",
        example="Sentra Tenun Contoh",
        required=True,
        wordings=phrases("""
            Nama Sentra | Nama Sentra IKM | Sentra IKM | Sentra | Nama Sentra Industri | Sentra Industri
            | Nama Klaster | Sentra Industri Kecil | Nama Sentra Industri Kecil dan Menengah | Klaster
            | Nama Sentra/Klaster | Sentra/Klaster | Nama Sentra/IKM | Nama Kawasan | Identitas Sentra Nama
            | Nama Kawasan Industri Kecil | Sentra Nama | Nama Kampung Industri | Nama Sentra Produksi
            | Sentra Produksi | Sentra Kerajinan | Nama Lokasi Sentra | Nama LIK | Nama Sentra/Kelompok
            | Nama Sentra Kerajinan | Nama Sentra Usaha | Nama Kelompok Sentra | Sentra Usaha
            | Nama Sentra IKM/Industri | Nama/Lokasi Sentra | Klaster IKM | Nama Sentra/Kawasan | Kawasan
            | Lokasi Sentra | Sebutan Sentra | Nama Sentra Komoditas | Nama Sentra IKM/Klaster
        """),
    )
    komoditas: pl.String = columns.komoditas(
        "sentra",
        "of the sentra",
        more="""
            Bidang Usaha | Jenis Usaha | Hasil Produksi | Produk yang Dihasilkan | Jenis Industri | Bidang
            | Jenis Kegiatan Usaha | Cabang Industri | Jenis Produksi | Kegiatan Usaha | Bidang Industri
            | Sektor | Komoditas Sentra | Produk Sentra | Jenis Sentra | Kelompok Industri
            | Bidang Usaha Sentra | Jenis Barang
        """,
    )
    desa: pl.String = columns.desa("letak sentra", "the sentra")
    kecamatan: pl.String = columns.kecamatan("letak sentra", "the sentra")
    jumlah_unit: pl.Int64 = column(
        "count",
        title="Jumlah unit usaha",
        title_en="Business units",
        meaning="Banyaknya unit usaha di dalam sentra.",
        meaning_en="Number of business units in the sentra.",
        example=25,
        unit="unit",
        required=True,
        wordings=phrases("""
            Jumlah Unit Usaha | Unit Usaha | Jumlah IKM | Jumlah Unit | Jumlah Usaha | Banyaknya Unit Usaha
            | Jumlah Perusahaan | Jumlah Anggota | Jumlah Pelaku Usaha | Jumlah Pengrajin | Jumlah Perajin
            | Anggota | Unit Usaha Jumlah | IKM | Jumlah Unit Usaha IKM | Jumlah IKM di Sentra
            | Jumlah IKM dalam Sentra | Total Unit Usaha | Jumlah Pengusaha | Jumlah Pelaku IKM
            | Jumlah Industri | Jumlah Anggota Sentra | Jumlah Unit IKM | Total IKM | Banyaknya IKM
            | Jumlah Anggota IKM | Unit | Jumlah Unit Usaha dalam Sentra | Pelaku Usaha | Jumlah IKM Anggota
            | Jumlah Usaha dalam Sentra | Total Unit | Total Anggota | Banyaknya Anggota
            | Jumlah Unit Industri | Jumlah Unit Perusahaan | Jumlah IKM Aktif | IKM Jumlah
            | Jumlah Perusahaan dalam Sentra | Populasi IKM | Banyaknya Usaha | Jumlah Kelompok Usaha
            | Total Usaha | Unit IKM
        """),
    )
    jumlah_workshop: pl.Int64 = column(
        "count",
        title="Jumlah workshop",
        title_en="Workshops",
        meaning="Banyaknya workshop (bangunan kerja) di dalam sentra.",
        meaning_en="Number of workshops in the sentra.",
        example=10,
        unit="unit",
        wordings=phrases("""
            Jumlah Workshop | Workshop | Workshop Unit | Jumlah Bengkel Kerja | Bengkel Kerja | Jumlah Kios
            | Jumlah Los | Jumlah Bangunan | Jumlah Gedung | Jumlah Rumah Produksi | Rumah Produksi
            | Banyaknya Workshop | Los Kerja | Kios | Jumlah Ruang Produksi | Jumlah Unit Workshop
            | Jumlah Bangunan Workshop | Total Workshop | Jumlah Los Kerja | Jumlah Bangunan Produksi
            | Unit Workshop | Jumlah Gedung Workshop | Gedung Produksi | Bangunan | Jumlah Gedung Produksi
            | Tempat Kerja | Jumlah Tempat Kerja | Bangunan Workshop | Jumlah Tempat Produksi
            | Tempat Produksi | Ruang Kerja | Jumlah Ruang Kerja | Jumlah Bengkel | Jumlah Unit Bengkel Kerja
            | Gedung Workshop | Ruang Produksi | Los | Jumlah Ruang Workshop | Jumlah Bengkel Produksi
            | Bengkel Produksi
        """),
    )
    tenaga_kerja: pl.Int64 = measures.tenaga_kerja(
        "Banyaknya tenaga kerja di dalam sentra.", "Number of workers in the sentra."
    )
    nilai_produksi: pl.Int64 = measures.nilai_produksi(
        "Nilai produksi sentra dalam rupiah.",
        "Value of production of the sentra in rupiah.",
        more="Produksi | Kapasitas Produksi Nilai | Omzet Sentra | Nilai Produksi Sentra",
    )
    tahun_berdiri: pl.Int64 = column(
        "year",
        title="Tahun berdiri",
        title_en="Founded",
        meaning="Tahun sentra berdiri.",
        meaning_en="Year in which the sentra was founded.",
        unit="tahun",
        minimum=1900,
        maximum=2100,
        wordings=phrases("""
            Tahun Berdiri | Tahun Pembentukan | Tahun Dibentuk | Tahun Didirikan | Tahun Pendirian
            | Berdiri Tahun | Tahun | Tahun Pembangunan | Tahun Dibangun | Tahun Terbentuk | Berdiri Sejak
            | Tahun Mulai | Tahun Penetapan | Tahun SK | Tahun Berdiri Sentra | Sejak Tahun | Tahun Operasi
            | Tahun Mulai Beroperasi | Dibangun Tahun | Tahun Ditetapkan | Mulai Berdiri | Mulai Tahun
            | Tahun Beroperasi | Didirikan Tahun | Awal Berdiri | Didirikan | Berdiri | Tahun Sentra Berdiri
            | Mulai Beroperasi Tahun | Tahun Awal Berdiri | Tahun Pendirian Sentra | Tahun Pembentukan Sentra
            | Terbentuk Tahun | Dibentuk Tahun | Tahun Mulai Berdiri
        """),
    )
    status: pl.String = column(
        "category",
        title="Status",
        title_en="Status",
        meaning="Apakah sentra sudah beroperasi, sedang dibangun atau baru rencana.",
        meaning_en="Whether the sentra is running, being built or planned.",
        categories=STATUS,
        wordings=phrases("""
            Status | Kondisi | Status Sentra | Kondisi Sentra | Keadaan | Status Operasional | Tahapan | Tahap
            | Keadaan Sentra | Status Pembangunan | Perkembangan | Status Operasi | Kondisi Saat Ini | Progres
            | Tahap Pembangunan | Keaktifan | Tahapan Pembangunan | Operasional | Status Kegiatan
            | Status Aktif | Status Saat Ini | Perkembangan Sentra | Status Keaktifan | Keterangan Status
            | Tahap Perkembangan | Kondisi Operasional | Keberadaan | Status Keberadaan | Status Perkembangan
            | Kondisi Pembangunan | Tingkat Pembangunan | Kemajuan Pembangunan | Posisi Pembangunan
            | Progres Pembangunan
        """),
    )
    sumber_dana: pl.String = columns.sumber_dana(more="Sumber Dana Pembangunan | Sumber Dana Sentra")

    class Config:
        title = "Sentra IKM"
        metadata = {
            "name": "sentra",
            "title_en": "Sentra of small and medium industry",
            "meaning": "Satu baris = satu sentra IKM.",
            "meaning_en": "One row = one sentra.",
            "title_words": phrases("""
                sentra ikm | data sentra | profil sentra | daftar sentra | sentra industri kecil dan menengah
                | sentra industri | profil sentra industri | direktori sentra | rekap sentra
                | klaster industri | perkembangan sentra | potensi sentra | pengembangan sentra
                | sentra industri kecil | pembangunan sentra | revitalisasi sentra | sentra kerajinan
                | sentra produksi | data klaster ikm | inventarisasi sentra
            """),
        }
