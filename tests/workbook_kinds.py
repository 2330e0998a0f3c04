"""What kind of value each column holds; a column that is not named here holds text."""

from __future__ import annotations

COLUMNS: dict[str, str] = {
    "count": (
        "tenaga_kerja tenaga_kerja_l tenaga_kerja_p jumlah_unit jumlah_workshop wirausaha_baru "
        "jumlah_peserta peserta_l peserta_p jumlah jumlah_pembeli jumlah_pelaku jumlah_orang "
        "prioritas"
    ),
    "money": (
        "nilai_investasi nilai_produksi nilai_bahan_baku nilai_ekspor anggaran realisasi "
        "harga_satuan nilai nilai_transaksi nilai_subsidi pagu perkiraan_biaya"
    ),
    "decimal": "kapasitas_produksi volume",
    "date": "tanggal_mulai tanggal_selesai tanggal_serah tanggal tanggal_tanda_tangan berlaku_sampai",
    "year": "tahun_izin tahun_berdiri",
    "percent": "realisasi_fisik",
    "nik": "nik",
    "nib": "nib",
    "kbli": "kbli",
    "phone": "telepon",
    "gender": "jenis_kelamin",
    "desa": "desa",
    "kecamatan": "kecamatan",
}
KINDS: dict[str, str] = {column: kind for kind, columns in COLUMNS.items() for column in columns.split()}
