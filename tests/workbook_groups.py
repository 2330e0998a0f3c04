"""Headings of several levels in the made-up workbooks, and columns that no report knows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Group:
    """Neighbouring columns under one parent heading: parents (plain first) and, per column, the children."""

    columns: tuple[str, ...]
    parents: tuple[str, ...]
    children: tuple[tuple[str, ...], ...]


LK = ("L", "Lk", "Pria", "Laki2", "Lk.")
PR = ("P", "Pr", "Wanita", "Perempuan", "Pr.")
START = ("Mulai", "Dari Tgl", "Awal", "Dibuka")
END = ("Selesai", "s/d Tgl", "Akhir", "Ditutup")
WORKERS = ("Tenaga Kerja", "Jml. Pekerja (org)", "Naker yg Dipekerjakan", "Serapan Pekerja")
ATTENDANTS = ("Jumlah Peserta", "Peserta yg Ikut (org)", "Byk. Peserta", "Kehadiran Peserta")
DATES = ("Tanggal Pelaksanaan", "Pelaks. Tgl", "Wkt. Keg.", "Jadwal Pelaks.")
ALL = ("Jumlah", "Jml", "L+P", "Total")
GROUPS: dict[str, tuple[Group, ...]] = {
    "ikm": (
        Group(("tenaga_kerja_l", "tenaga_kerja_p", "tenaga_kerja"), WORKERS, (LK, PR, ALL)),
        Group(("tenaga_kerja_l", "tenaga_kerja_p"), WORKERS, (LK, PR)),
        Group(
            ("alamat", "desa", "kecamatan"),
            ("Alamat", "Lokasi Usaha", "Tempat Usaha"),
            (
                ("Jalan", "Jl./Dusun", "Jl. / Lingk."),
                ("Desa/Kel", "Ds/Klh.", "Desa/Lurah"),
                ("Kecamatan", "Kec", "Kcmtn"),
            ),
        ),
        Group(
            ("kapasitas_produksi", "satuan_produksi"),
            ("Kapasitas Produksi", "Kap. Prod./Thn", "Kemampuan Produksi"),
            (("Jumlah", "Vol.", "Banyaknya"), ("Satuan", "Sat.", "Stn.")),
        ),
    ),
    "pembinaan": (
        Group(("peserta_l", "peserta_p", "jumlah_peserta"), ATTENDANTS, (LK, PR, ALL)),
        Group(("peserta_l", "peserta_p"), ATTENDANTS, (LK, PR)),
        Group(("tanggal_mulai", "tanggal_selesai"), DATES, (START, END)),
    ),
    "peserta": (Group(("tanggal_mulai", "tanggal_selesai"), DATES, (START, END)),),
    "pasar_murah": (Group(("tanggal_mulai", "tanggal_selesai"), DATES, (START, END)),),
    "bantuan_alat": (
        Group(
            ("jumlah", "satuan"),
            ("Volume", "Banyaknya Alat", "Kuantitas"),
            (("Jumlah", "Jml", "Vol."), ("Satuan", "Sat.", "Stn.")),
        ),
    ),
    "anggaran": (
        Group(
            ("realisasi", "realisasi_fisik"),
            ("Realisasi", "Capaian s.d. Bln Ini", "Penyerapan"),
            (("Keuangan", "Keu.", "Uang"), ("Fisik (%)", "Fsk %", "Fisik %")),
        ),
    ),
    "potensi": (
        Group(
            ("volume", "satuan"),
            ("Produksi", "Hasil per Thn", "Produksi setahun"),
            (("Volume", "Vol.", "Jml"), ("Satuan", "Sat.", "Stn.")),
        ),
    ),
    "usulan": (
        Group(
            ("volume", "satuan"),
            ("Volume", "Banyaknya", "Kebutuhan"),
            (("Jumlah", "Vol.", "Jml"), ("Satuan", "Sat.", "Stn.")),
        ),
    ),
    "rekap": (),
    "sentra": (),
    "kerja_sama": (),
    "kunjungan": (),
}

EXTRA: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("E-mail", ("usaha.kami@contoh.id", "ikm.daerah@contoh.id", "-")),
    ("No. Sertifikat Halal", ("ID73110001", "ID73110002", "belum")),
    ("Merk Dagang", ("Cap Pinisi", "Sari Rasa", "Dua Putri", "-")),
    ("Jarak ke Ibukota Kab. (km)", ("12", "7", "35", "3")),
    ("Paraf", ("", "", "")),
    ("Foto / Dok.", ("ada", "ada", "tidak ada")),
    ("Petugas Pendata", ("Petugas 1", "Petugas 2", "Petugas 3")),
)
"""Columns that no report knows: heading, and texts to fill it with."""
