"""What the lists of obligations and days off say before an officer has changed them."""

from __future__ import annotations

from schemas.obligations import COLUMNS

NOTES = (
    "Siapa wajib mengirim laporan apa, dan kapan jatuh temponya. Ubah di Excel, simpan sebagai CSV, lalu: ikm status",
    "laporan: nama tabelnya (ikm, rekap, pembinaan …). frekuensi: bulanan, triwulanan, semesteran, tahunan",
    "jatuh_tempo: '10 hari kerja' atau '30 hari' setelah periode berakhir, atau 'tanggal 15' bulan berikutnya",
    "   Bila jatuh pada hari libur (hari-libur.csv), jatuh tempo bergeser ke hari kerja berikutnya",
    "daerah: semua, nama atau kode kabupaten/kota, atau kelompok (Luwu Raya); beberapa dipisah tanda +",
    "dari, sampai: periode pertama dan terakhir, misalnya 2026 atau 2026-T1; sampai boleh kosong",
    "Bila dua baris menyebut daerah yang sama, yang lebih sempit berlaku (kabupaten, lalu kelompok, lalu semua)",
    "Baris yang diawali tanda # tidak dibaca",
)
HOLIDAY_NOTES = (
    "Hari libur nasional dan cuti bersama sudah dikenal. Tulis di sini hanya tambahan atau pengecualiannya",
    "tanggal: 2026-03-20, 20/3/2026 (hari/bulan/tahun), atau 20 Maret 2026",
    "libur: ya (kantor tutup) atau tidak (masuk)",
    "Contoh: 19/10/2026;ya;hari jadi provinsi",
    "Periksa tiap awal tahun terhadap SKB 3 Menteri, terutama cuti bersama dan hari raya yang masih perkiraan",
)
HOLIDAY_ROWS = (("tanggal", "libur", "keterangan"),)
#: What the twelve reports usually are: lists once a year, activities and money by quarter.
_USUAL = (
    ("ikm", "tahunan", "30 hari", "daftar IKM keadaan akhir tahun"),
    ("rekap", "triwulanan", "10 hari kerja", ""),
    ("pembinaan", "triwulanan", "10 hari kerja", ""),
    ("peserta", "triwulanan", "10 hari kerja", ""),
    ("bantuan_alat", "triwulanan", "10 hari kerja", ""),
    ("pasar_murah", "triwulanan", "10 hari kerja", ""),
    ("sentra", "tahunan", "30 hari", "keadaan akhir tahun"),
    ("anggaran", "triwulanan", "10 hari kerja", "realisasi kumulatif"),
    ("kerja_sama", "semesteran", "15 hari kerja", ""),
    ("potensi", "tahunan", "30 hari", ""),
    ("usulan", "tahunan", "30 hari", ""),
    ("kunjungan", "semesteran", "15 hari kerja", ""),
)


def first_rows(year: int) -> list[tuple[str, ...]]:
    """The heading and the usual obligations of all districts from ``year`` on."""
    return [COLUMNS, *((name, often, due, "semua", str(year), "", note) for name, often, due, note in _USUAL)]
