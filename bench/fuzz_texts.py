"""What cells of districts are made of, plausible and not, and random changes to a text."""

from __future__ import annotations

import random
from datetime import date, datetime, time
from typing import Any

NUMBERS = (
    "1.234.567,89", "1,234,567.89", "Rp. 70.000.000,-", "Rp 70 juta", "70jt", "1,5 M", "2,34 T", "500rb",
    "(1.000)",
    "-1.000", "± 30 orang", "30 (tiga puluh) orang", "> 20", "20-25", "sampai Rp 70 juta", "105.915**",
    "1.5", "1,5",
    "Rp128.820.00", "0.88", "88%", "88,00", "90 / 94 orang", "1,5E+03", "7,37112E+15", "1 234 567",
    "1'234'567",
    "seratus dua puluh lima", "0", "1e400", "٣٤", "１２３", "²", "½", "12 dus @ 24 bh",
)  # fmt: skip
DATES = (
    "19 Juli 2022", "19/7/22", "19.07.2022", "Jul-22", "Selasa 19-25 Juli 2022", "3 s/d 5 Mei 2021",
    "31 Februari 2021",
    "28 Feb – 3 Mar 2022", "Jum'at, 28 Mei 2021", "2021-02-30", "TW III 2021", "Januari s.d. Juni 2021",
    "2021-T2",
    "Keadaan s.d. Desember 2023", "29-2-2021", "00/00/0000", "1/13/2021", "semester II 2020", "45000",
)  # fmt: skip
IDENTS = (
    "7311014508790001", "7311 0145 0879 0001", "9120012345678", "0812-5550-1234", "+62 812 5550 1234",
    "0411-871234",
    "081255501234/085299887766", "10750", "C10750", "10217", "NIK: 7311014508790001", "8123456789",
    "62812555",
)  # fmt: skip
WORDS = (
    "Pangan", "Kimia dan Bahan Bangunan", "L", "P", "Laki-laki", "x", "v", "Perorangan", "APBD", "DAK 2021",
    "Belum ada",
    "-", "sda", '"', "nihil", "S D A", "J O K O", "Abon ikan", "#REF!", "=A1+1", "Bimtek",
    "pelatihan & magang",
)  # fmt: skip
PLACES = (
    "Kab. Barru", "KABUPATEN LUWU UTARA", "Toraja", "Pare-Pare", "7308", "73.11", "Kec. Tompobulu",
    "Ds. Minasate'ne",
    "Kel. Sumpang Binangae", "Makassar", "Kota Makassar", "Luwu Raya", "KECAMATAN : Wajo", "Bone-Bone",
)  # fmt: skip
HEADINGS = (
    "No", "Nama Usaha", "Nama Pemilik", "NIK", "Tenaga Kerja", "L", "P", "Jml", "Nilai Investasi (Rp.000)",
    "Nilai Produksi (Juta Rp)", "Kapasitas Produksi", "Satuan", "Desa/Kelurahan", "Kab/Kota",
    "Tanggal Pelaksanaan",
    "(1)", "Realisasi s.d. bulan ini (%)", "Pagu", "Keterangan", "Omset", "KBLI", "No HP/WA", "Komoditi",
    "TK Lk",
)  # fmt: skip
LINES = (
    "DATA IKM KABUPATEN BARRU TAHUN 2021", "JUMLAH", "T O T A L", "Sub Jumlah", "KECAMATAN BARRU",
    "I. PANGAN",
    "Mengetahui", "Barru, 3 Januari 2022", "Ket: sementara", "Halaman 2", "(dalam ribuan rupiah)",
    "Rata-rata",
    "NIP. 19700101 200501 1 001", "REKAP", "Tahun : 2021", "Kabupaten : Barru", "LAPORAN PEMBINAAN TW II",
)  # fmt: skip
PIECES = (
    " ", "  ", "\n", "\t", "\u00a0", "\u200b", "\u202e", "\u2212", "–", ".", ",", ";", ":", "-", "/", "(",
    ")", "%", "'",
    '"', "Rp", "rb", "juta", "M", "T", "x 1.000", "s.d.", "dan", "ke-", "orang", "kg", "0", "00", "000",
    "9", "\u0661",
    "\uff11", "\u0130", "ß", "é", "e\u0301", "\u00b2", "\u2168", "\U0001d7d9", "E+15", "e", "_x000D_",
    "{}", "%s", "\\",
    "|",
)  # fmt: skip
ODD = (
    None, True, False, 0, -1, 1, 5.0, -0.0, 1e15, 1e16, 7311014508790001, 2**63, -(2**63), 10**400, 1e308,
    0.1, 0.88, 12.5,
    44000.0, 44000.75, 1900.0, 2021, 20210719, date(2021, 7, 19), date(1, 1, 1), date(9999, 12, 31),
    time(8, 30),
    datetime(2021, 7, 19), datetime(1899, 12, 31, 8), datetime(2021, 7, 19, 8, 30, 1), "", " ", "\x00",
    "\x85",
)  # fmt: skip
ALL = NUMBERS + DATES + IDENTS + WORDS + PLACES + HEADINGS + LINES


def changed_text(chance: random.Random, text: str, other: str) -> str:
    """``text`` changed in one place, or crossed with ``other``; never with half a character, which reading drops."""
    return _changed(chance, text, other).encode("utf-8", "ignore").decode()


def _changed(chance: random.Random, text: str, other: str) -> str:
    here = chance.randint(0, len(text))
    there = min(len(text), here + chance.choice((1, 1, 1, 2, 3, 8)))
    how = chance.randrange(10)
    if how == 0:
        return text[:here] + text[there:]
    if how < 4:
        return text[:here] + chance.choice(PIECES) + text[here:]
    if how == 4:
        return text[:there] + text[here:there] * chance.choice((1, 1, 2, 20, 400)) + text[there:]
    if how == 5:
        return text[:here] + str(chance.randrange(10)) + text[there:]
    if how == 6:
        return text[:here] + chance.choice((" ", "", "-", " - ")) + other
    if how == 7:
        return chance.choice((text.upper(), text.lower(), text.title(), " ".join(text), text[::-1]))
    if how == 8:
        return (
            text[:here]
            + chr(chance.choice((chance.randrange(0x20, 0x250), chance.randrange(0x10FFFF))))
            + text[there:]
        )
    return chance.choice(ALL)


def changed_value(chance: random.Random, value: Any, other: Any) -> Any:
    """A cell changed: mostly its text, now and then its type."""
    if chance.random() < 0.12:
        return chance.choice(ODD)
    if isinstance(value, str):
        return changed_text(chance, value, other if isinstance(other, str) else str(other)[:400])[:20_000]
    if isinstance(value, float | int) and chance.random() < 0.7:
        try:
            return chance.choice((-value, value * 10, value / 1000, float(value), int(value), str(value)))
        except (OverflowError, ValueError):
            return 0
    return chance.choice(ALL)


def smaller_texts(text: str) -> Any:
    """Shorter texts, the shortest first."""
    size = len(text)
    part = max(size // 2, 1)
    while part and size:
        for start in range(0, size, part):
            yield text[:start] + text[start + part :]
        part //= 2
