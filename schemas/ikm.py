"""Directory of IKM: one row is one business in a district's list as of the period."""

import polars as pl

from schemas import columns, measures
from schemas.base import Report, Rule, column
from schemas.categories import BENTUK_USAHA, CABANG_INDUSTRI, STATUS_USAHA
from schemas.phrases import phrases
from schemas.typical import BUSINESS_WORDS

# Permenperin 64/2016: medium industry ends at 15 miliar with 20 or more workers; with at most 19 workers
# there is no upper bound of investment. A count of workers must therefore be known before a firm is "large".
LARGE_INVESTMENT = 15_000_000_000
LARGE_WORKERS = 20


class Ikm(Report):
    """One business in a district's list of small and medium industry."""

    nama_usaha: pl.String = column(
        "text",
        typical=BUSINESS_WORDS,
        title="Nama usaha",
        title_en="Business name",
        meaning="Nama usaha, perusahaan atau IKM. Setiap baris memerlukan nama usaha atau nama pemilik.",
        meaning_en="Business name. A row needs a business name or an owner.",
        example="UD Contoh Jaya",
        wordings=phrases("""
            Nama Usaha | Nama Perusahaan | Nama IKM | Nama Industri | Nama Unit Usaha | Unit Usaha
            | Nama Badan Usaha | Nama Perusahaan/IKM | Nama Unit Usaha/Perusahaan | Nama Usaha/Perusahaan
            | Nama IKM/Perusahaan | Perusahaan | Nama Industri Kecil | Nama Industri Kecil dan Menengah
            | Nama Industri/Perusahaan | IKM | Nama Usaha/IKM | Nama UMKM | Nama UKM
            | Nama Kelompok/Usaha | Nama Usaha Industri | Nama Tempat Usaha | Identitas Perusahaan Nama
            | Nama Perusahaan/Unit Usaha | Nama Perusahaan Industri | Identitas Usaha Nama Usaha
            | Perusahaan Nama | Usaha Nama | Nama IRT | Nama Industri Rumah Tangga | Nama Pabrik | Nama Toko
            | Nama Bengkel | Nama Usaha Dagang | Usaha | Nama UMKM/IKM | Nama Lembaga Usaha | Nama Dagang
            | Nama Produsen | Produsen | Nama Merek Usaha | Nama Usaha/Industri | Nama Pelaku Industri
            | Nama Usaha Kecil | Nama Usaha Mikro | Nama Unit Industri | Nama Kelompok Usaha
            | Nama Usaha Perorangan | Identitas Usaha | Nama Unit IKM | Nama Usaha/Merek | Profil Usaha Nama
        """),
    )
    nama_pemilik: pl.String = column(
        "text",
        foreign=BUSINESS_WORDS,
        title="Nama pemilik",
        title_en="Owner",
        meaning="Nama pemilik atau penanggung jawab usaha.",
        meaning_en="Owner or person in charge of the business.",
        example="Fulan bin Fulan",
        personal="nama",
        wordings=phrases("""
            Nama Pelaku IKM | Pelaku IKM | Nama Pelaku | Pelaku | Nama Pemilik | Pemilik | Penanggung Jawab
            | Nama Penanggung Jawab | Nama Pengusaha | Pengusaha
            | Pimpinan | Nama Direktur | Direktur | Nama Pimpinan | Kontak Person | Contact Person
            | Nama Pemilik Usaha | Nama Pemilik/Penanggung Jawab | Pemilik/Penanggung Jawab
            | Nama Pelaku Usaha | Pelaku Usaha | Owner | Nama Pemilik Perusahaan | Pemilik Usaha
            | Nama Pengelola | Pengelola | Nama Pengrajin | Pengrajin | Nama Perajin | Nama Wirausaha
            | Nama Pemilik/Pimpinan | Nama Pemilik IKM | Pemilik IKM | Ketua | Nama Ketua
            | Nama Lengkap Pemilik | Nama Pengurus | Yang Bertanggung Jawab | Nama Pemilik/Pengelola
            | Nama Lengkap | Identitas Pemilik Nama | Pemilik Nama | Nama Penanggung Jawab Usaha
            | Nama Narahubung | Narahubung | Nama Penanggung Jawab Perusahaan | Nama Pengusaha/Pemilik
            | Nama Pemilik/Pengusaha | Nama Pendiri | Nama Pimpinan Perusahaan | Nama Orang | Atas Nama
            | Pemilik Modal | Nama Pelaku | Penanggung Jawab Usaha | Nama Wirausahawan | Nama Pemilik Industri
            | Nama Lengkap Pengusaha | Nama Pengusaha/Pengrajin | Nama Pemilik/Direktur | Pemilik/Pengelola
            | Pengusaha/Pemilik | Direktur/Pemilik | Pimpinan/Pemilik | Nama Pimpinan/Pemilik
            | Kontak Person Nama | Nama Kontak | Nama Kontak Person | Penanggung Jawab/Pemilik
            | Pelaku Usaha Nama
        """),
    )
    jenis_kelamin: pl.String = columns.jenis_kelamin(
        more="""
            Jenis Kelamin Pemilik | Jenis Kelamin Pengusaha | Pemilik L/P | Pemilik Jenis Kelamin | JK Pemilik
        """
    )
    nik: pl.String = columns.nik(
        "pemilik",
        "the owner",
        more="NIK Pemilik | Nomor KTP Pemilik | NIK Pengusaha",
    )
    nib: pl.String = columns.nib()
    alamat: pl.String = columns.alamat("usaha", "the business", more="Alamat Pemilik | Alamat Pengusaha")
    desa: pl.String = columns.desa("tempat usaha", "the business")
    kecamatan: pl.String = columns.kecamatan("tempat usaha", "the business")
    telepon: pl.String = columns.telepon(
        "usaha atau pemilik",
        "the business or its owner",
        more="Telepon Perusahaan | Telepon Usaha | HP Pemilik",
    )
    bentuk_usaha: pl.String = column(
        "category",
        title="Bentuk usaha",
        title_en="Legal form",
        meaning="Bentuk badan usaha. PT perorangan dihitung sebagai PT, KUBE sebagai KUB.",
        meaning_en="Legal form of the business. A one-person PT counts as PT, KUBE as KUB.",
        categories=BENTUK_USAHA,
        wordings=phrases("""
            Bentuk Usaha | Badan Usaha | Bentuk Badan Usaha | Jenis Badan Usaha | Badan Hukum
            | Bentuk Badan Hukum | Status Badan Usaha | Status Badan Hukum | Bentuk Perusahaan | Legalitas
            | Legalitas Badan Usaha | Jenis Badan Hukum | Bentuk Legalitas | Bentuk Hukum | Status Hukum
            | Bentuk Industri | Status Perusahaan | Jenis Perusahaan | Badan Usaha/Badan Hukum
            | Bentuk Kelembagaan | Tipe Badan Usaha | Bentuk Legalitas Usaha | Kategori Badan Usaha
            | Bentuk Badan Usaha/Hukum | Bentuk Badan | Kelembagaan | PT/CV/UD | CV/UD/PO/PT | Jenis Legalitas
            | Bentuk Usaha/Badan Hukum | Status Usaha Badan Hukum | Badan Hukum Usaha | Aspek Legalitas
            | Bentuk Usaha Perusahaan | Format Badan Usaha | Bentuk/Badan Usaha
        """),
    )
    tahun_izin: pl.Int64 = column(
        "year",
        title="Tahun izin",
        title_en="Year of licence",
        meaning="Tahun izin usaha terbit.",
        meaning_en="Year of the business licence.",
        unit="tahun",
        minimum=1900,
        maximum=2100,
        wordings=phrases("""
            Tahun Izin | Tahun Ijin | Tahun Terbit Izin | Tahun Izin Usaha | Tahun NIB | Tahun Terbit
            | Tahun Terbit NIB | Tahun Perizinan | Izin Usaha Tahun | Perizinan Tahun | NIB Tahun
            | Tahun Dikeluarkan | Tahun Izin Terbit | Tahun Penerbitan Izin | Tahun Penerbitan
            | Tahun Penerbitan NIB | Tahun Izin Industri | Legalitas Tahun | Tahun Legalitas | Izin Tahun
            | Tahun Dikeluarkan Izin | Tanggal Terbit NIB | Tahun Pengurusan Izin | Tahun Data Izin
            | Izin Terbit Tahun | Tahun Berlaku Izin | Tahun Keluar Izin | Tahun Izin Keluar | Terbit Tahun
            | Tahun Kepemilikan NIB | Tahun NIB Terbit | Tahun SIUP | Tahun Memperoleh Izin
            | Tahun Kepengurusan Izin | Tahun Registrasi Izin
        """),
    )
    kbli: pl.String = column(
        "kbli",
        title="KBLI",
        title_en="KBLI",
        meaning="Klasifikasi Baku Lapangan Usaha Indonesia, 5 angka.",
        meaning_en="5-digit code of the Indonesian industrial classification.",
        example="10299",
        wordings=phrases("""
            KBLI | Kode KBLI | Kd KBLI | Nomor KBLI | KBLI 2020 | KBLI 2025 | KBLI 2017 | KBLI 5 Digit | KLBI
            | Kode Industri | Kode KBLI 2020 | Kode KLUI | Klasifikasi Baku Lapangan Usaha Indonesia
            | Kode Klasifikasi | KBLI Utama | Kode Usaha | Kode Lapangan Usaha | Kelompok KBLI
            | Kode KBLI 5 Digit | Kode Jenis Industri | KBLI Lima Digit | Klasifikasi KBLI | Kode KBLI 2017
            | Kode Klasifikasi Industri | Klasifikasi Lapangan Usaha | Kode Baku Lapangan Usaha | Jenis KBLI
            | Nomor Kode KBLI | KBLI Kode
        """),
    )
    komoditas: pl.String = columns.komoditas(
        "yang dihasilkan usaha",
        "that the business makes",
        more="""
            Jenis Usaha | Hasil Produksi | Produk yang Dihasilkan | Jenis Produksi | Jenis Barang
            | Nama Barang | Jenis Kegiatan Usaha | Kegiatan Usaha | Barang yang Dihasilkan | Usaha/Produk
            | Jenis Usaha/Produk | Produksi Jenis | Jenis Hasil Produksi | Bidang Usaha/Produk
            | Komoditas Usaha | Jenis Produk yang Dihasilkan | Produk/Jenis Usaha
            | Barang/Jasa yang Dihasilkan | Produk/Jasa | Hasil Produk | Produk yang Diproduksi | Bidang Usaha
            | Jenis Produk Utama | Jenis Industri/Komoditas | Jenis Barang yang Diproduksi
            | Usaha yang Dijalankan
        """,
    )
    cabang_industri: pl.String = column(
        "category",
        title="Cabang industri",
        title_en="Branch of industry",
        meaning="Cabang industri; jasa (bengkel, laundry, reparasi) disebut tersendiri. "
        "Furnitur dan percetakan dihitung aneka.",
        meaning_en="Branch of industry; services (workshops, laundries, repair) apart. "
        "Furniture and printing count as aneka.",
        categories=CABANG_INDUSTRI,
        wordings=phrases("""
            Cabang Industri | Kelompok Industri | Sektor Industri | Golongan Industri | Klasifikasi Industri
            | Cabang | Sub Sektor Industri | Bidang Industri | Kategori Industri | Jenis Industri | Sub Sektor
            | Sektor Usaha | Cabang Usaha | Kelompok Cabang Industri | Cabang/Kelompok Industri
            | Lapangan Usaha | Sektor | Kelompok Usaha | Cabang Industri/Kelompok | Rumpun Industri
            | Kategori Usaha | Klasifikasi Usaha | Kelompok Komoditas | Kelompok Lapangan Usaha | Industri
            | Golongan Usaha | Subsektor | Komoditas | Jenis Cabang Industri | Cabang Komoditas
            | Kelompok Jenis Industri | Bidang Usaha Industri | Bidang/Cabang Industri | Penggolongan Industri
            | Jenis/Cabang Industri | Cabang/Sektor Industri | Sektor/Cabang Industri | Kelompok Cabang
            | Kategori Cabang Industri | Kluster Industri | Sub Cabang Industri
        """),
    )
    tenaga_kerja_l: pl.Int64 = measures.people("Tenaga kerja laki-laki", "Male workers", "Tenaga Kerja", "L")
    tenaga_kerja_p: pl.Int64 = measures.people(
        "Tenaga kerja perempuan", "Female workers", "Tenaga Kerja", "P"
    )
    tenaga_kerja: pl.Int64 = measures.tenaga_kerja(
        "Jumlah tenaga kerja seperti dilaporkan; L + P bila hanya keduanya yang dilaporkan.",
        "Workers as reported; men + women where only these are reported.",
    )
    nilai_investasi: pl.Int64 = measures.nilai_investasi(
        "Nilai investasi dalam rupiah, tanpa tanah dan bangunan.",
        "Investment in rupiah, without land and building.",
    )
    kapasitas_produksi: pl.Float64 = column(
        "decimal",
        title="Kapasitas produksi",
        title_en="Capacity",
        meaning="Kapasitas atau banyaknya produksi, dalam satuan yang disebut di satuan produksi.",
        meaning_en="Capacity or quantity of production, in the unit of satuan_produksi.",
        example=1_200,
        unit="per satuan_produksi",
        unit_column="satuan_produksi",
        wordings=phrases("""
            Kapasitas Produksi | Kapasitas | Kapasitas Produksi Jumlah | Jumlah Produksi | Volume Produksi
            | Kapasitas Jumlah | Kapasitas Produksi per Tahun | Kapasitas Produksi per Bulan
            | Kapasitas per Tahun | Kapasitas Terpasang | Jumlah Kapasitas Produksi
            | Kapasitas Produksi Volume | Kapasitas Produksi Terpasang | Produksi Jumlah | Produksi Volume
            | Kapasitas Produksi/Bulan | Jumlah Kapasitas | Volume | Kapasitas per Bulan | Produksi
            | Banyaknya Produksi | Kapasitas Volume | Jumlah Produk | Kapasitas Produksi Banyaknya
            | Produksi per Tahun | Kapasitas Produksi per Hari | Produksi per Bulan | Kapasitas Riil
            | Realisasi Produksi | Produksi Kapasitas | Jumlah Produksi per Tahun | Volume Produksi per Tahun
            | Jumlah Produksi per Bulan | Kuantitas Produksi | Kemampuan Produksi | Daya Produksi
            | Produksi Volume per Tahun | Volume Kapasitas | Kapasitas Terpasang per Tahun | Produksi Setahun
            | Output Produksi | Daya Tampung Produksi | Kapasitas Produksi Terpakai | Hasil Produksi Jumlah
            | Hasil Produksi Volume
        """),
    )
    satuan_produksi: pl.String = column(
        "unit",
        title="Satuan produksi",
        title_en="Unit of capacity",
        meaning="Satuan kapasitas produksi seperti ditulis, huruf kecil.",
        meaning_en="Unit of the capacity as written, lower case.",
        example="kg",
        wordings=phrases("""
            Satuan | Satuan Produksi | Kapasitas Produksi Satuan | Satuan Kapasitas
            | Satuan Kapasitas Produksi | Kapasitas Satuan | Produksi Satuan | Satuan Produk | Jenis Satuan
            | Satuan Unit | Satuan Volume | Kapasitas Produksi Per Satuan | Kapasitas Produksi Unit
            | Satuan Barang | Satuan Volume Produksi | Ukuran Satuan | Satuan Hasil Produksi
            | Produksi Satuan Unit | Hasil Produksi Satuan | Volume Satuan | Jumlah Produksi Satuan
            | Satuan Ukuran | Satuan Output
        """),
    )
    nilai_produksi: pl.Int64 = measures.nilai_produksi(
        "Nilai produksi (omzet) dalam rupiah.",
        "Value of production (turnover) in rupiah.",
        more="Kapasitas Produksi Nilai | Hasil Produksi Nilai | Kapasitas Nilai | Volume Penjualan",
    )
    nilai_bahan_baku: pl.Int64 = measures.nilai_bahan_baku(
        "Nilai bahan baku dan bahan penolong (BB/BP) dalam rupiah.",
        "Value of raw and auxiliary material (BB/BP) in rupiah.",
    )
    status: pl.String = column(
        "category",
        title="Status",
        title_en="Status",
        meaning="Apakah usaha masih berjalan.",
        meaning_en="Whether the business is running.",
        categories=STATUS_USAHA,
        wordings=phrases("""
            Status | Status Usaha | Keaktifan | Status IKM | Status Operasi | Kondisi Usaha
            | Aktif/Tidak Aktif | Kondisi | Status Keaktifan | Status Operasional | Keadaan Usaha
            | Status Kegiatan | Keterangan Aktif/Tidak Aktif | Status Kegiatan Usaha | Status Aktif
            | Status Produksi | Operasional | Keberadaan Usaha | Keadaan | Keterangan Status
            | Status Perusahaan Aktif | Masih Aktif/Tidak | Aktif/Nonaktif | Status Beroperasi
            | Kondisi Operasional | Status Keberadaan | Beroperasi/Tidak
        """),
    )

    class Config:
        title = "Direktori IKM"
        metadata = {
            "name": "ikm",
            "title_en": "Directory of small and medium industry",
            "meaning": "Satu baris = satu usaha dalam daftar IKM kabupaten/kota pada periode itu.",
            "meaning_en": "One row = one business in a district's list as of the period.",
            "title_words": phrases("""
                direktori ikm | data ikm | daftar ikm | data industri kecil | data industri kecil dan menengah
                | daftar industri kecil | direktori industri kecil | profil ikm | profil industri kecil
                | database ikm | daftar unit usaha industri | profil perusahaan industri kecil
                | data unit usaha ikm | daftar nama ikm | direktori perusahaan industri
                | daftar perusahaan industri | data base ikm | pendataan ikm | pendataan industri kecil
                | inventarisasi ikm | data pelaku ikm | daftar pelaku usaha ikm | data potensi ikm
                | data perusahaan industri | nama nama ikm | daftar industri rumah tangga
                | hasil pendataan ikm | data potensi industri kecil | direktori potensi industri kecil
            """),
            "required_any": ("nama_usaha", "nama_pemilik"),
            "rules": (
                Rule(
                    "NILAI_TIDAK_COCOK",
                    "tenaga_kerja",
                    ("tenaga_kerja", "tenaga_kerja_l", "tenaga_kerja_p"),
                    pl.col("tenaga_kerja") != pl.col("tenaga_kerja_l") + pl.col("tenaga_kerja_p"),
                    "Jumlah tenaga kerja tidak sama dengan laki-laki + perempuan.",
                ),
                measures.BAHAN_BAKU_MELEBIHI_PRODUKSI,
                Rule(
                    "KAPASITAS_TANPA_SATUAN",
                    "kapasitas_produksi",
                    ("kapasitas_produksi", "satuan_produksi"),
                    (pl.col("kapasitas_produksi") > 0) & pl.col("satuan_produksi").is_null(),
                    "Kapasitas produksi tanpa satuan tidak dapat dijumlahkan.",
                ),
                Rule(
                    "BUKAN_IKM",
                    "nilai_investasi",
                    ("nilai_investasi", "tenaga_kerja"),
                    (pl.col("nilai_investasi") > LARGE_INVESTMENT)
                    & (pl.col("tenaga_kerja") >= LARGE_WORKERS),
                    "Investasi di atas Rp 15 miliar dengan 20 pekerja atau lebih: industri besar.",
                ),
            ),
        }
