"""Words around the tables of the made-up workbooks: titles, totals, notes, blanks, categories."""

from __future__ import annotations

TITLES: dict[str, tuple[str, ...]] = {
    "ikm": (
        "PENDATAAN PELAKU INDUSTRI KECIL DAN MENENGAH",
        "DAFTAR NAMA-NAMA IKM BINAAN",
        "BUKU INDUK INDUSTRI KECIL MENENGAH",
    ),
    "rekap": (
        "REKAPITULASI PERKEMBANGAN INDUSTRI KECIL PER KECAMATAN",
        "RINGKASAN DATA IKM MENURUT KECAMATAN",
        "TABEL PERKEMBANGAN IKM TIAP KECAMATAN",
    ),
    "pembinaan": (
        "LAPORAN PELAKSANAAN KEGIATAN PEMBINAAN IKM",
        "KEGIATAN PELATIHAN DAN PENDAMPINGAN IKM YANG DILAKSANAKAN",
        "REALISASI KEGIATAN PEMBINAAN INDUSTRI KECIL",
    ),
    "peserta": (
        "DAFTAR HADIR PESERTA PEMBINAAN IKM",
        "NAMA-NAMA PESERTA PELATIHAN IKM",
        "BIODATA PESERTA PEMBINAAN INDUSTRI",
    ),
    "bantuan_alat": (
        "DAFTAR PENYERAHAN BANTUAN MESIN DAN PERALATAN IKM",
        "PENERIMA HIBAH PERALATAN INDUSTRI",
        "LAPORAN DISTRIBUSI BANTUAN ALAT",
    ),
    "pasar_murah": (
        "LAPORAN PELAKSANAAN PASAR MURAH",
        "HASIL PENJUALAN PASAR MURAH PER RITEL",
        "EVALUASI PASAR MURAH",
    ),
    "sentra": (
        "DAFTAR SENTRA INDUSTRI KECIL MENENGAH",
        "KEADAAN SENTRA IKM",
        "INVENTARISASI SENTRA INDUSTRI",
    ),
    "anggaran": (
        "LAPORAN PENYERAPAN ANGGARAN BIDANG INDUSTRI",
        "REALISASI FISIK DAN KEUANGAN KEGIATAN IKM",
        "PERKEMBANGAN REALISASI DAK DAN APBD BIDANG PERINDUSTRIAN",
    ),
    "kerja_sama": (
        "DAFTAR NASKAH KERJA SAMA (MOU / PKS)",
        "PERKEMBANGAN KERJA SAMA PEMBINAAN IKM",
        "REGISTER NASKAH KERJA SAMA",
    ),
    "potensi": (
        "PEMETAAN POTENSI DAN KOMODITI UNGGULAN",
        "POTENSI DESA DAN KEBUTUHAN KOMPETENSI",
        "PROFIL KOMODITI UNGGULAN",
    ),
    "usulan": (
        "REKAP USULAN KEBUTUHAN DARI DESA",
        "DAFTAR USULAN MASYARAKAT BIDANG INDUSTRI",
        "USULAN MUSRENBANG DESA",
    ),
    "kunjungan": (
        "BUKU TAMU KUNJUNGAN DAN STUDI TIRU",
        "DAFTAR KUNJUNGAN KERJA YANG DITERIMA",
        "LAPORAN KUNJUNGAN ROMBONGAN",
    ),
}
FILE_WORDS: dict[str, tuple[str, ...]] = {
    "ikm": ("Pendataan IKM", "IKM binaan", "data_industri_kecil"),
    "rekap": ("Rekap perkembangan IKM", "ringkasan ikm", "tabel_ikm"),
    "pembinaan": ("Keg Pembinaan", "laporan bimtek", "pembinaan_ikm"),
    "peserta": ("peserta bimtek", "Absen Peserta", "nama_peserta"),
    "bantuan_alat": ("BAST alat", "Hibah Peralatan", "bantuan_mesin"),
    "pasar_murah": ("Psr Murah", "hasil pasar murah", "pasar_murah_ritel"),
    "sentra": ("Sentra IKM", "inventaris sentra", "sentra_industri"),
    "anggaran": ("Serapan Anggaran", "fisik keuangan", "realisasi_dak"),
    "kerja_sama": ("Naskah Kerja Sama", "mou pks", "kerja_sama"),
    "potensi": ("Peta Potensi", "komoditi unggulan", "potensi_desa"),
    "usulan": ("Usulan Desa", "usulan masyarakat", "usulan_musrenbang"),
    "kunjungan": ("Buku Tamu", "kunjungan kerja", "tamu_dinas"),
}
OFFICES = (
    "DINAS PERINDUSTRIAN DAN PERDAGANGAN",
    "DINAS KOPERASI, UKM, PERINDUSTRIAN DAN PERDAGANGAN",
    "DINAS PERDAGANGAN, PERINDUSTRIAN DAN ESDM",
    "DINAS TENAGA KERJA DAN PERINDUSTRIAN",
)
BLANKS: tuple[str | None, ...] = (
    None,
    "-",
    "--",
    "–",
    "nihil",
    "tidak ada",
    "belum ada",
    "n/a",
    " ",
    "Nihil",
)
DITTO = ('"', "''", "sda", "s.d.a", "idem", '-"-', "〃", "sda.", "Idem", "s d a")
TOTALS = (
    "JUMLAH",
    "Total",
    "Jumlah Keseluruhan",
    "GRAND TOTAL",
    "J U M L A H",
    "JUMLAH SELURUHNYA",
    "Total Semua",
    "Jumlah Total",
)
SUBTOTALS = ("Sub Total", "Jumlah", "Sub Jumlah", "Jml. {}", "Jumlah {}")
NOTES = (
    "Ket. : angka masih bersifat sementara",
    "Sumber data : Bidang Perindustrian, hasil pendataan lapangan",
    "*) belum termasuk usaha yang pindah domisili",
    "Catatan: data yang belum masuk akan disusulkan",
    "1) Diisi oleh petugas kecamatan",
)
PEOPLE = (
    "Drs. H. LA ODE BAKTIAR, M.Si",
    "Ir. RATNA WULANDARI",
    "SYAHRUL RAMADHAN, S.E., M.M.",
    "Dra. Hj. ANDI MIRA",
)

FUNDS: dict[str, tuple[str, ...]] = {
    "APBN": ("APBN", "A P B N", "Dana APBN", "apbn"),
    "DAK Fisik": ("DAK Fisik", "DAK FISIK", "Dana DAK Fisik", "D.A.K Fisik"),
    "DAK Nonfisik": ("DAK Nonfisik", "DAK Non Fisik", "DAK NON-FISIK"),
    "APBD Provinsi": ("APBD Provinsi", "APBD Prov", "APBD I", "APBD Prop."),
    "APBD Kabupaten/Kota": ("APBD Kabupaten/Kota", "APBD Kab.", "APBD II", "APBD Kab/Kota"),
    "CSR": ("CSR", "Dana CSR", "C S R"),
    "Swadaya": ("Swadaya", "swadaya masyarakat", "Swadaya Kelompok"),
}
METHODS: dict[str, tuple[str, ...]] = {
    "pelatihan": ("Pelatihan", "Bimtek", "Bimbingan Teknis", "PELATIHAN"),
    "pendampingan": ("Pendampingan", "PENDAMPINGAN", "Pendampingan usaha"),
    "magang": ("Magang", "magang industri", "MAGANG"),
    "coaching clinic": ("Coaching Clinic", "coaching klinik", "Coaching-Clinic"),
    "fasilitasi": ("Fasilitasi", "FASILITASI", "fasilitasi usaha"),
    "sosialisasi": ("Sosialisasi", "SOSIALISASI", "sosialisasi"),
}
BRANCHES: dict[str, tuple[str, ...]] = {
    "pangan": ("Pangan", "PANGAN", "Industri Pangan", "Ind. Pangan"),
    "sandang": ("Sandang", "SANDANG", "Industri Sandang"),
    "kimia dan bahan bangunan": (
        "Kimia dan Bahan Bangunan",
        "Kimia & Bahan Bangunan",
        "KIMIA DAN BHN BANGUNAN",
    ),
    "logam dan elektronika": ("Logam dan Elektronika", "Elektronika / Logam", "LOGAM & ELEKTRONIKA"),
    "kerajinan": ("Kerajinan", "KERAJINAN", "Industri Kerajinan"),
    "aneka": ("Aneka", "Industri Aneka", "ANEKA"),
    "jasa": ("Jasa", "Jasa Reparasi", "Bengkel"),
}
CATEGORIES: dict[str, dict[str, tuple[str, ...]]] = {
    "sumber_dana": FUNDS,
    "metode": METHODS,
    "cabang_industri": BRANCHES,
    "bentuk_usaha": {
        "Perorangan": ("Perorangan", "Perseorangan", "PERORANGAN", "Usaha Perorangan"),
        "CV": ("CV", "C.V.", "CV."),
        "UD": ("UD", "U.D.", "UD."),
        "PT": ("PT", "P.T.", "PT."),
        "Koperasi": ("Koperasi", "KOPERASI", "Kop."),
        "KUB": ("KUB", "K.U.B", "Kelompok Usaha Bersama"),
    },
    "ikm.status": {
        "aktif": ("Aktif", "AKTIF", "masih aktif"),
        "tidak aktif": ("Tidak Aktif", "tdk aktif", "TIDAK AKTIF"),
    },
    "sentra.status": {
        "beroperasi": ("Beroperasi", "Sudah beroperasi", "BEROPERASI"),
        "dibangun": ("Dibangun", "Sedang dibangun", "Dalam Pembangunan"),
        "rencana": ("Rencana", "Masih rencana", "Direncanakan"),
    },
    "kerja_sama.status": {
        "penjajakan": ("Penjajakan", "Tahap Penjajakan", "PENJAJAKAN"),
        "pembahasan": ("Pembahasan", "Masih dibahas", "Dalam Pembahasan"),
        "ditandatangani": ("Ditandatangani", "Sudah ditandatangani", "Sdh ditandatangani"),
        "berakhir": ("Berakhir", "Sudah berakhir", "BERAKHIR"),
    },
    "kondisi": {
        "baik": ("Baik", "BAIK", "Kondisi baik"),
        "rusak ringan": ("Rusak Ringan", "rusak ringan", "RUSAK RINGAN"),
        "rusak berat": ("Rusak Berat", "rusak berat", "RUSAK BERAT"),
    },
    "model": {
        "subsidi": ("Subsidi", "SUBSIDI", "disubsidi"),
        "diskon": ("Diskon", "potongan harga", "DISKON"),
    },
    "jenis_dokumen": {
        "MoU": ("MoU", "MOU", "M.o.U", "Nota Kesepahaman"),
        "PKS": ("PKS", "P.K.S", "Perjanjian Kerja Sama", "Perjanjian Kerjasama"),
    },
    "sektor": {
        "peternakan": ("Peternakan", "PETERNAKAN", "peternakan"),
        "tanaman pangan": ("Tanaman Pangan", "TANAMAN PANGAN", "Tan. Pangan"),
        "hortikultura": ("Hortikultura", "HORTIKULTURA", "Holtikultura"),
        "perikanan": ("Perikanan", "PERIKANAN", "Perikanan laut"),
        "perkebunan": ("Perkebunan", "PERKEBUNAN", "perkebunan"),
        "kerajinan": ("Kerajinan", "KERAJINAN", "kerajinan"),
    },
    "jenis": {
        "studi tiru": ("Studi Tiru", "STUDI TIRU", "Studi tiru"),
        "kunjungan kerja": ("Kunjungan Kerja", "Kunker", "KUNJUNGAN KERJA"),
        "kunjungan balasan": ("Kunjungan Balasan", "Kunj. Balasan", "KUNJUNGAN BALASAN"),
        "rapat koordinasi": ("Rapat Koordinasi", "Rakor", "RAKOR"),
    },
}


def spellings(report: str, column: str) -> dict[str, tuple[str, ...]] | None:
    """Canonical word → spellings of a category column; None for a column that is no category."""
    return CATEGORIES.get(f"{report}.{column}") or CATEGORIES.get(column)
