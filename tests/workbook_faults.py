"""Bad cells: what stands in them, what the row must hold all the same, and the finding that must name them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from tests.workbook_kinds import KINDS
from tests.workbook_places import MONTHS, Period
from tests.workbook_records import Cells
from tests.workbook_records_small import REQUIRED
from tests.workbook_values import DAYS, Broken, Raw, Style, Truth

UNMEASURED = object()
"""Truth of a cell whose loaded value the contract leaves open."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A planted fault in one cell: its code, the cell, and the truth (None: nothing may be loaded)."""

    code: str
    raw: Raw
    truth: Truth | object
    held: bool
    cell: bool = True


WORDS = ("menyusul", "banyak", "belum dihitung", "lihat lampiran")
PEOPLE = {
    "tenaga_kerja",
    "tenaga_kerja_l",
    "tenaga_kerja_p",
    "jumlah_peserta",
    "jumlah_orang",
    "jumlah_pembeli",
}
ERRORS = ("#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#N/A")


def number_faults(column: str, value: float, rng: Random, held: bool, csv: bool) -> list[Fault]:
    kind = KINDS[column]
    found = [Fault("BUKAN_ANGKA", rng.choice(WORDS), None, held)]
    if kind == "money":
        found.append(Fault("BUKAN_ANGKA", rng.choice(("Rp128.820.00", "39.600.", "12..500.000")), None, held))
        found.append(Fault("DI_LUAR_RENTANG", -abs(int(value)) or -5_000_000, None, held))
    if kind == "count":
        found.append(Fault("DI_LUAR_RENTANG", -(abs(int(value)) or 3), None, held))
    if column in PEOPLE and value:
        whole = int(value)
        approximate = rng.choice((f"± {whole}", f"sekitar {whole} orang", f"kurang lebih {whole} org"))
        found.append(Fault("ANGKA_PERKIRAAN", approximate, whole, False))
        found.append(Fault("ANGKA_BERTENTANGAN", f"{whole} / {whole + 4} orang", None, held))
    if kind == "percent":
        found.append(Fault("DI_LUAR_RENTANG", "146,5%", None, held))
    if not csv:
        found.append(Fault("RUMUS_GALAT", Broken(rng.choice(ERRORS)), None, held))
    return found


def date_faults(column: str, value: date, period: Period, rng: Random, held: bool) -> list[Fault]:
    year = value.year
    found = [
        Fault(
            "TANGGAL_TIDAK_SAH",
            rng.choice((f"31 Februari {year}", f"32/05/{year}", f"31 Juni {year}")),
            None,
            held,
        )
    ]
    wrong = DAYS[(value.weekday() + rng.randint(1, 6)) % 7]
    text = f"{wrong}, {value.day} {MONTHS[value.month - 1]} {year}"
    found.append(Fault("HARI_TIDAK_COCOK", text, value.isoformat(), False))
    if column == "tanggal_mulai":
        other = value.replace(year=year - 2, day=min(value.day, 28))
        found.append(
            Fault("DI_LUAR_PERIODE", f"{other.day} {MONTHS[other.month - 1]} {other.year}", UNMEASURED, False)
        )
    return found


def identifier_faults(kind: str, value: str, rng: Random, csv: bool) -> list[Fault]:
    if kind == "nik":
        found = [
            Fault("NIK_TIDAK_SAH", value[:14], None, False),
            Fault("NIK_TIDAK_SAH", value[:8] + "13" + value[10:], None, False),
            Fault("PRESISI_HILANG", f"{value[0]},{value[1:6]}E+15", None, False),
        ]
        return found if csv else [*found, Fault("PRESISI_HILANG", int(value[:15]) * 10, None, False)]
    if kind == "nib":
        return [Fault("NIB_TIDAK_SAH", value[:11], None, False)]
    if kind == "phone":
        return [Fault("TELEPON_TIDAK_SAH", "0812", None, False)]
    return [Fault("KBLI_TIDAK_SAH", "99999", None, False)]


def cell_faults(
    report: str, column: str, value: str | int | float | date, period: Period, rng: Random, csv: bool
) -> list[Fault]:
    """Every fault that this cell can have."""
    kind = KINDS.get(column, "text")
    held = column in REQUIRED[report]
    found: list[Fault] = []
    if held and report != "ikm":
        found.append(Fault("WAJIB_KOSONG", None, None, True))
    if kind in {"count", "money", "decimal", "percent"}:
        found += number_faults(column, float(str(value)), rng, held, csv)
    elif isinstance(value, date):
        found += date_faults(column, value, period, rng, held)
    elif kind in {"nik", "nib", "phone", "kbli"}:
        found += identifier_faults(kind, str(value), rng, csv)
    elif kind == "kecamatan":
        found.append(Fault("KECAMATAN_TAK_DIKENAL", "Zamrud Kencana", UNMEASURED, False))
    elif kind == "desa":
        found.append(Fault("DESA_TAK_DIKENAL", "Sukatani Zamrud", UNMEASURED, False))
    elif column in {"sumber_dana", "model", "bentuk_usaha", "jenis_dokumen", "kondisi"}:
        wrong = {"sumber_dana": "Hibah luar negeri", "model": "Barter", "bentuk_usaha": "Waralaba asing"}
        found.append(Fault("DI_LUAR_DAFTAR", wrong.get(column, "Tidak jelas kategorinya"), None, held))
    return found


def row_faults(cells: Cells, shown: set[str], style: Style, rng: Random) -> list[tuple[str, Fault]]:
    """Faults across the cells of a row: the column that changes, and how. The values are loaded as they stand."""

    def integer(name: str) -> int:
        return int(str(cells[name]))

    found: list[tuple[str, Fault]] = []
    for ceiling in ("pagu", "anggaran"):
        if {ceiling, "realisasi"} <= shown and cells.get(ceiling) and cells.get("realisasi"):
            more = integer(ceiling) + 2_000_000
            found.append(("realisasi", Fault("REALISASI_MELEBIHI_PAGU", more, more, False)))
    sums = (
        ("tenaga_kerja_l", "tenaga_kerja_p", "tenaga_kerja"),
        ("peserta_l", "peserta_p", "jumlah_peserta"),
    )
    for men, women, both in sums:
        if {men, women, both} <= shown and all(cells.get(name) is not None for name in (men, women, both)):
            wrong = integer(both) + rng.randint(2, 9)
            found.append((both, Fault("NILAI_TIDAK_COCOK", wrong, wrong, False, cell=False)))
    if {"jumlah", "harga_satuan", "nilai"} <= shown and all(
        cells.get(n) for n in ("jumlah", "harga_satuan", "nilai")
    ):
        wrong = integer("nilai") + 3_000_000
        found.append(("nilai", Fault("NILAI_TIDAK_COCOK", wrong, wrong, False, cell=False)))
    first, last = cells.get("tanggal_mulai"), cells.get("tanggal_selesai")
    if {"tanggal_mulai", "tanggal_selesai"} <= shown and isinstance(first, date) and isinstance(last, date):
        before = first - timedelta(days=3)
        found.append(
            ("tanggal_selesai", Fault("SELESAI_SEBELUM_MULAI", before, UNMEASURED, False, cell=False))
        )
    return found
