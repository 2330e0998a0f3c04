"""Potential: one row is one leading commodity of a village or kecamatan."""

import polars as pl

from schemas import columns
from schemas.base import Report, column
from schemas.phrases import phrases

SEKTOR: dict[str, tuple[str, ...]] = {
    "peternakan": phrases("""
        Ternak | Sektor Peternakan | Hewan Ternak | Peternakan dan Unggas | Unggas | Peternakan/Unggas
        | Hasil Peternakan | Sub Sektor Peternakan | Hewani | Peternakan Rakyat | Ternak Besar | Ternak Unggas
        | Ternak Sapi
    """),
    "tanaman pangan": phrases("""
        Padi dan Palawija | Padi/Palawija | Palawija | Pangan | Padi | Tanaman Pangan dan Palawija
        | Pertanian Tanaman Pangan | Sektor Tanaman Pangan | TP | Pertanian Pangan | Sub Sektor Tanaman Pangan
        | Tan. Pangan | Tan Pangan | Pertanian (Tanaman Pangan) | Serealia
    """),
    "hortikultura": phrases("""
        Hortikultur | Holtikultura | Sayuran | Buah-buahan | Sayur dan Buah | Sayuran dan Buah-buahan
        | Tanaman Hortikultura | Sayur-sayuran | Sektor Hortikultura | Sub Sektor Hortikultura | Tanaman Hias
        | Buah dan Sayur | Sayur-mayur | Pertanian Hortikultura | Buah | Sayur
    """),
    "perikanan": phrases("""
        Perikanan dan Kelautan | Kelautan dan Perikanan | Kelautan | Perikanan Tangkap | Perikanan Budidaya
        | Budidaya Ikan | Perikanan Laut | Perikanan Darat | Sektor Perikanan | Budidaya Perikanan | Ikan
        | Hasil Laut | Perikanan/Kelautan | Sub Sektor Perikanan | Tambak | Rumput Laut | Budidaya Laut
        | Hasil Perikanan
    """),
    "perkebunan": phrases("""
        Kebun | Tanaman Perkebunan | Sektor Perkebunan | Hasil Perkebunan | Perkebunan Rakyat
        | Sub Sektor Perkebunan | Tanaman Tahunan | Pertanian Perkebunan | Tanaman Keras
    """),
    "kerajinan": phrases("""
        Industri Kerajinan | Kerajinan Tangan | Handicraft | Kerajinan Rakyat | Kriya
        | Industri Kecil/Kerajinan | Sektor Kerajinan | Anyaman | Tenun | Kerajinan/Industri
        | Sub Sektor Kerajinan | Kerajinan dan Industri | Industri Kriya
    """),
}


class Potensi(Report):
    """One leading commodity of a village or kecamatan."""

    kecamatan: pl.String = columns.kecamatan("penghasil", "the producers")
    desa: pl.String = columns.desa("penghasil", "the producers")
    komoditas: pl.String = columns.komoditas(
        "unggulan",
        "that leads in the village",
        required=True,
        more="""
            Potensi | Potensi Unggulan | Nama Potensi | Jenis Potensi | Komoditas Potensi | Potensi Daerah
            | Potensi Desa | Potensi Komoditas | Komoditas Andalan | Unggulan | Produk Unggulan Daerah
            | Produk Unggulan Desa | Hasil Bumi | Jenis Komoditas Unggulan | Komoditas Unggulan Daerah
            | Komoditas/Potensi | Potensi/Komoditas | Sumber Daya | Potensi yang Dimiliki
            | Komoditas yang Dihasilkan | Hasil Unggulan | Jenis Hasil | Potensi Sumber Daya Alam
        """,
    )
    sektor: pl.String = column(
        "category",
        title="Sektor",
        title_en="Sector",
        meaning="Sektor asal komoditas.",
        meaning_en="Sector of the commodity.",
        categories=SEKTOR,
        wordings=phrases("""
            Sektor | Sub Sektor | Sektor Potensi | Bidang | Sektor Usaha | Kelompok Komoditas
            | Sektor/Sub Sektor | Kategori | Jenis Sektor | Sektor Unggulan | Bidang Potensi | Lapangan Usaha
            | Kelompok | Sub Sektor Unggulan | Sektor Komoditas | Sub Sektor Komoditas | Subsektor
            | Bidang Usaha | Kategori Komoditas | Kelompok Potensi | Golongan Komoditas | Klasifikasi
            | Sektor Ekonomi | Golongan | Jenis Usaha | Sektor Produksi | Sektor Pertanian | Bidang/Sektor
            | Sektor/Bidang | Rumpun | Rumpun Komoditas | Jenis Bidang | Cabang | Kelompok Sektor
            | Kategori Sektor | Kategori Potensi
        """),
    )
    volume: pl.Float64 = column(
        "decimal",
        title="Volume",
        title_en="Yearly production",
        meaning="Produksi setahun, dalam satuan yang disebut.",
        meaning_en="Yearly production, in the unit given.",
        example=150,
        unit="per satuan",
        unit_column="satuan",
        wordings=phrases("""
            Volume | Produksi | Produksi per Tahun | Volume Produksi | Jumlah Produksi | Kapasitas Produksi
            | Hasil Produksi | Volume per Tahun | Produksi Setahun | Produksi Tahunan
            | Jumlah Produksi per Tahun | Kapasitas | Produksi Volume | Produksi Jumlah | Hasil Panen | Jumlah
            | Hasil per Tahun | Volume Produksi per Tahun | Total Produksi | Potensi Volume
            | Kapasitas Produksi per Tahun | Jumlah Hasil | Populasi | Jumlah Populasi | Perkiraan Produksi
            | Potensi Produksi | Potensi Jumlah | Banyaknya Produksi | Rata-rata Produksi
            | Produksi Rata-rata per Tahun | Estimasi Produksi | Produktivitas | Kuantitas
            | Kuantitas Produksi | Volume Potensi | Besaran Produksi | Tonase | Total Hasil | Banyaknya
            | Banyaknya Hasil | Jumlah Produksi Tahunan | Hasil Produksi per Tahun | Kapasitas Tahunan
            | Besaran | Total Volume | Panen per Tahun | Jumlah Panen | Volume Hasil
        """),
    )
    satuan: pl.String = column(
        "unit",
        title="Satuan",
        title_en="Unit",
        meaning="Satuan volume seperti ditulis, huruf kecil.",
        meaning_en="Unit of the volume as written, lower case.",
        example="ton",
        wordings=phrases("""
            Satuan | Satuan Produksi | Satuan Volume | Produksi Satuan | Volume Satuan | Jenis Satuan
            | Satuan Hasil | Ukuran | Kapasitas Satuan | Satuan Produk | Satuan Komoditas | Potensi Satuan
            | Unit Satuan | Ukuran Satuan | Satuan Volume Produksi
        """),
    )
    jumlah_pelaku: pl.Int64 = column(
        "count",
        title="Jumlah pelaku",
        title_en="People at work in it",
        meaning="Banyaknya orang yang bekerja pada komoditas itu.",
        meaning_en="Number of people at work in it.",
        example=40,
        unit="orang",
        wordings=phrases("""
            Jumlah Pelaku | Jumlah Pelaku Usaha | Pelaku Usaha | Pelaku | Jumlah Petani | Jumlah Pengrajin
            | Jumlah Perajin | Jumlah Peternak | Jumlah Nelayan | Jumlah Orang | Jumlah Tenaga Kerja
            | Tenaga Kerja | Banyaknya Pelaku | Jumlah Rumah Tangga | Jumlah RTP | Jumlah Pembudidaya
            | Jumlah Petani/Nelayan | Pelaku Orang | Total Pelaku | Jumlah Pelaku IKM | Jumlah KK Pelaku
            | Jumlah Pekerja | Jumlah Pelaku Utama | Jumlah Petani/Pelaku | Jumlah IKM | Jumlah Pelaku/Petani
            | Jumlah Pengusaha | Jumlah Masyarakat yang Terlibat | Jumlah Unit Usaha | Petani | Pelaku Utama
            | Jumlah Penggiat | Banyaknya Petani | Jumlah Penduduk yang Bekerja | Jumlah Warga Pelaku
            | Orang yang Bekerja | Jumlah Orang yang Bekerja | Jumlah Kelompok Pelaku | Jumlah Petani/Peternak
            | Jumlah Petani/Peternak/Nelayan | Pelaku Kegiatan | Banyaknya Pelaku Usaha
            | Jumlah Warga yang Terlibat | Jumlah Pelaku Komoditas | Jumlah Warga yang Bekerja
            | Jumlah Orang yang Terlibat | Total Pelaku Usaha | Serapan Tenaga Kerja
        """),
    )
    kebutuhan_kompetensi: pl.String = column(
        "text",
        title="Kebutuhan kompetensi",
        title_en="Skill needed",
        meaning="Keterampilan yang dibutuhkan untuk mengolah komoditas itu.",
        meaning_en="Skill that is needed to work the commodity.",
        example="Pengolahan pascapanen",
        wordings=phrases("""
            Kebutuhan Kompetensi | Kompetensi yang Dibutuhkan | Kompetensi | Kebutuhan Pelatihan
            | Pelatihan yang Dibutuhkan | Kebutuhan | Keterampilan yang Dibutuhkan | Kebutuhan Keterampilan
            | Kebutuhan Pembinaan | Kebutuhan SDM | Keahlian | Keahlian yang Dibutuhkan | Jenis Kompetensi
            | Kompetensi yang Diperlukan | Kebutuhan Pengembangan | Rencana Pelatihan | Usulan Pelatihan
            | Jenis Pelatihan | Kebutuhan Peningkatan Kapasitas | Pembinaan yang Dibutuhkan | Keterampilan
            | Bidang Kompetensi | Kebutuhan Diklat | Kompetensi yang Diharapkan
            | Kebutuhan Pelatihan/Kompetensi | Jenis Pelatihan yang Dibutuhkan | Kebutuhan Kompetensi SDM
            | Kebutuhan Vokasi | Peningkatan Kompetensi | Keterampilan yang Diperlukan
            | Jenis Keterampilan yang Dibutuhkan | Pelatihan yang Diperlukan | Skill yang Dibutuhkan
            | Kemampuan yang Dibutuhkan | Keahlian yang Diperlukan | Keterampilan Dibutuhkan
            | Kebutuhan Keahlian | Kebutuhan Kemampuan | Kebutuhan Bimtek | Bimtek yang Dibutuhkan
            | Kebutuhan Pelatihan Masyarakat | Kebutuhan Kompetensi Masyarakat | Pelatihan yang Diinginkan
            | Pelatihan yang Diharapkan | Keterampilan yang Diharapkan | Kompetensi yang Perlu Dikembangkan
            | Perlu Dilatih | Bidang yang Perlu Dilatih | Rekomendasi Pelatihan | Usulan Kompetensi | Standar Kompetensi
        """),
    )

    class Config:
        title = "Potensi daerah"
        metadata = {
            "name": "potensi",
            "title_en": "Potential of the region",
            "meaning": "Satu baris = satu komoditas unggulan desa atau kecamatan.",
            "meaning_en": "One row = one leading commodity of a village or kecamatan.",
            "title_words": phrases("""
                potensi daerah | komoditas unggulan | data komoditas unggulan | pemetaan potensi
                | potensi desa | potensi unggulan | pemetaan potensi daerah dan kebutuhan kompetensi
                | potensi sumber daya alam | kebutuhan kompetensi | data potensi daerah | komoditi unggulan
                | produk unggulan daerah | potensi wilayah | potensi kecamatan | produk unggulan desa
                | peta potensi | profil potensi | potensi komoditas | identifikasi potensi
                | potensi bahan baku | inventarisasi potensi | kompetensi inti industri daerah
                | produk unggulan
            """),
        }
