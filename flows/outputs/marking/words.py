"""What stands on the sheet "Perbaikan" and in the comments. For offices, so in Bahasa Indonesia only."""

from __future__ import annotations

from datetime import datetime

from flows.outputs.reply import Point

SHEET = "Perbaikan"
MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
    "Desember",
)  # fmt: skip
STATES = {"baru": "Baru", "masih": "Masih ada", "selesai": "Selesai", "terjawab": "Sudah dijelaskan"}
GRAVE = {"galat": "SALAH", "peringatan": "DIRAGUKAN"}
ANSWERED = "SUDAH DIJELASKAN"
STATUSES = {
    "dimuat": "Dimuat",
    "dimuat_sebagian": "Dimuat sebagian",
    "ditolak": "Belum dapat dimuat",
    "digantikan": "Digantikan kiriman lebih baru",
    "duplikat": "Sama dengan kiriman sebelumnya",
}
LEGEND_RED = "Merah: salah. Data pada baris itu belum dimuat sampai diperbaiki."
LEGEND_AMBER = (
    "Kuning: diragukan. Perbaiki, atau bila isinya memang benar tulis alasannya di kolom Penjelasan di bawah."
)
LEGEND_CALM = "Biru: sudah Anda jelaskan; tidak ditanyakan lagi."
HOW = (
    "Perbaiki langsung di lembar aslinya (klik alamat di kolom Sel), simpan, lalu kirim kembali berkas ini. "
    "Warna dan catatan kami tidak perlu dihapus."
)
NOTHING = "Tidak ada yang perlu diperbaiki. Terima kasih."
LOADED = "Yang dimuat dan yang ditahan"
LOADED_HEADS = ("No", "Lembar", "Periode", "Laporan", "Wilayah", "Baris", "Status", "", "")
ASSUMED = "Yang kami anggap atau ubah (untuk diketahui; beri tahu kami bila tidak benar)"
ASSUMED_HEADS = ("No", "Lembar", "Sel", "Kolom", "Nilai", "Yang kami lakukan", "Bila tidak benar", "", "")
SETTLED = "Sudah diperbaiki. Terima kasih."
SETTLED_SINCE = "Sudah diperbaiki sejak berkas {berkas}. Terima kasih."
SETTLED_HEADS = ("No", "Lembar", "Sel", "Kolom", "Nilai", "Masalah semula", "", "Keadaan", "")


def settled_title(earlier: str | None) -> str:
    return SETTLED_SINCE.format(berkas=earlier) if earlier else SETTLED


def day(moment: datetime) -> str:
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"


def count(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def problem(point: Point) -> str:
    """What is wrong, without the cure where the message ends with it: that has its own place."""
    text = point.pesan.strip()
    cure = point.tindakan.strip()
    return text.removesuffix(cure).strip() or text if cure else text


def comment_of(point: Point) -> tuple[str, str]:
    """Heading and text of what is said about one cell."""
    kind = ANSWERED if point.keadaan == "terjawab" else GRAVE.get(point.tingkat, GRAVE["peringatan"])
    lines = [problem(point)]
    if point.keadaan == "terjawab":
        lines.append(f"Penjelasan Anda: {point.penjelasan or '-'}")
    elif point.tindakan.strip():
        lines.append(f"Yang perlu dilakukan: {point.tindakan.strip()}")
    return f"{kind}: {point.judul}", "\n".join(lines)
