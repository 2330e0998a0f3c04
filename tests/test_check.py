"""Rules across cells, rows and tables: what is held back, what is emptied, what is only doubted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from flows.steps.check import check
from tests.sheets import Row, Taken, sheet, take

Expected = dict[str, set[str]]


def report(title: str, head: Row, *rows: Row) -> Taken:
    """A table whose header stands in row 3 and whose first data row in row 4."""
    return take(sheet([(title,), (), head, *rows]))


BUDGET: Row = ("No", "Nama Kegiatan", "Sumber Dana", "Pagu (Rp)", "Realisasi (Rp)", "Fisik (%)")
AID: Row = ("No", "Nama Penerima", "Nama Alat", "Jumlah", "Satuan", "Harga Satuan (Rp)", "Nilai (Rp)")
PEOPLE: Row = ("No", "Nama Peserta", "NIK", "Jenis Kelamin", "Nama Kegiatan")
LIST: Row = (
    "No",
    "Nama Usaha",
    "Nama Pemilik",
    "Komoditi",
    "TK L",
    "TK P",
    "Jumlah TK",
    "Nilai Produksi (Rp)",
)
DOC: Row = ("No", "Mitra", "Jenis Dokumen", "Tentang", "Tanggal Tanda Tangan", "Berlaku Sampai", "Status")


# title, header, row 5 (row 4 is a sound one), finding cells
RULES: list[tuple[str, str, Row, Row, Row, Expected]] = [
    (
        "realisasi above the pagu", "REALISASI ANGGARAN", BUDGET,
        (1, "Pelatihan", "APBN", 50_000_000, 25_000_000, 50), (2, "Magang", "APBN", 50_000_000, 60_000_000, 50),
        {"E5": {"REALISASI_MELEBIHI_PAGU"}},
    ),
    (
        "total is not quantity times price", "BANTUAN ALAT", AID,
        (1, "KUB Mekar", "Mesin jahit", 2, "unit", 3_000_000, 6_000_000),
        (2, "KUB Maju", "Oven", 2, "unit", 3_000_000, 7_000_000),
        {"G5": {"NILAI_TIDAK_COCOK"}},
    ),
    (
        "workers are not men and women", "DAFTAR IKM", LIST,
        (1, "UD Sinar", "Rahman", "Abon", 4, 2, 6, 5_000_000), (2, "Mekar", "Aminah", "Kue", 4, 2, 7, 6_000_000),
        {"G5": {"NILAI_TIDAK_COCOK"}},
    ),
    (
        "valid until before signed", "KERJA SAMA", DOC,
        (1, "Politeknik", "MoU", "Vokasi", "5 Mei 2021", "5 Mei 2024", "Aktif"),
        (2, "Bank", "PKS", "Kredit", "5 Mei 2021", "5 Mei 2020", "Aktif"),
        {"F5": {"SELESAI_SEBELUM_MULAI"}},
    ),
    (
        "NIK of a woman, said to be a man", "DAFTAR PESERTA", PEOPLE,
        (1, "Rahman", "7311010507850001", "L", "Pelatihan"), (2, "Aminah", "7311024101900002", "L", "Pelatihan"),
        {"C5": {"JENIS_KELAMIN_TIDAK_COCOK"}},
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "head", "sound", "doubted", "wanted"),
    [case[1:] for case in RULES],
    ids=[case[0] for case in RULES],
)
def test_a_doubted_row_is_loaded_as_it_stands(
    title: str, head: Row, sound: Row, doubted: Row, wanted: Expected
) -> None:
    taken = report(title, head, sound, doubted)
    assert [row["baris"] for row in taken.rows] == [4, 5]
    assert {one.sel: {one.kode} for one in taken.findings if one.baris in (4, 5)} == wanted


def test_the_doubted_values_are_not_touched() -> None:
    taken = report("REALISASI ANGGARAN", BUDGET, (1, "Pelatihan", "APBN", 50_000_000, 60_000_000, 50))
    assert (taken.column("pagu"), taken.column("realisasi")) == ([50_000_000], [60_000_000])


@pytest.mark.parametrize(
    ("row", "codes"),
    [
        ((2, None, "APBN", 50_000_000, 25_000_000, 50), ["WAJIB_KOSONG"]),
        ((2, "Magang", "-", 50_000_000, 25_000_000, 50), ["WAJIB_KOSONG"]),
        ((2, "Magang", "APBN", None, 25_000_000, 50), ["WAJIB_KOSONG"]),
        ((2, "Magang", "uang saku paman", 50_000_000, 25_000_000, 50), ["DI_LUAR_DAFTAR"]),
        ((2, "Magang", "APBN", "Rp128.820.00", 25_000_000, 50), ["BUKAN_ANGKA"]),
        ((2, "Magang", "APBN", -5_000_000, 25_000_000, 50), ["DI_LUAR_RENTANG"]),
        ((2, None, "APBN", "Rp128.820.00", 25_000_000, 50), ["BUKAN_ANGKA", "WAJIB_KOSONG"]),
    ],
)
def test_a_row_without_a_usable_required_value_is_held_back(row: Row, codes: list[str]) -> None:
    sound: list[Row] = [(n, f"Pelatihan {n}", "APBN", 50_000_000 + n, 25_000_000, 50) for n in (1, 3, 4)]
    taken = report("REALISASI ANGGARAN", BUDGET, sound[0], row, *sound[1:])
    assert {baris: sorted(found) for baris, found in taken.held.items()} == {5: codes}
    assert [one["baris"] for one in taken.rows] == [4, 6, 7]
    assert set(codes) <= {one.kode for one in taken.findings if one.baris == 5}


@pytest.mark.parametrize("written", [-3, 150, "150%"])
def test_an_optional_value_out_of_bounds_is_emptied(written: Any) -> None:
    sound: list[Row] = [(n, f"Pelatihan {n}", "APBN", 50_000_000 + n, 25_000_000, 50) for n in (1, 3, 4)]
    taken = report(
        "REALISASI ANGGARAN",
        BUDGET,
        sound[0],
        (2, "Magang", "APBN", 50_000_000, 25_000_000, written),
        *sound[1:],
    )
    assert taken.held == {}
    assert taken.column("realisasi_fisik")[1] is None
    assert taken.at("F5") == {"DI_LUAR_RENTANG"}


@pytest.mark.parametrize(
    ("usaha", "pemilik", "held"),
    [("UD Sinar", None, False), (None, "Rahman", False), (None, None, True), ("-", "nihil", True)],
)
def test_a_business_needs_a_name_or_an_owner(usaha: Any, pemilik: Any, held: bool) -> None:
    row = (2, usaha, pemilik, "Kue", 4, 2, 6, 6_000_000)
    taken = report("DAFTAR IKM", LIST, (1, "Mekar", "Aminah", "Abon", 4, 2, 6, 5_000_000), row)
    assert taken.held == ({5: ["WAJIB_KOSONG"]} if held else {})


def money(values: Sequence[Any]) -> Taken:
    rows: list[Row] = [
        (n, f"Usaha {n}", f"Pemilik {n}", "Kue", 1, n, n + 1, value) for n, value in enumerate(values, 1)
    ]
    return report("DAFTAR IKM", LIST, *rows)


@pytest.mark.parametrize(
    ("odd", "doubted"),
    [(25_000, True), (25_000_000_000, True), (2_500_000, False), (250_000_000, False), (0, False)],
)
def test_an_amount_a_thousand_times_off_its_column_is_doubted_and_never_rescaled(
    odd: int, doubted: bool
) -> None:
    usual = [20_000_000, 25_000_000, 30_000_000, 22_000_000, 27_000_000, 24_000_000]
    taken = money([*usual, odd])
    assert taken.column("nilai_produksi")[-1] == odd
    assert taken.at("H10") == ({"SATUAN_JANGGAL"} if doubted else set())


def test_a_few_or_scattered_amounts_prove_nothing() -> None:
    assert "SATUAN_JANGGAL" not in money([20_000_000, 25_000_000, 20_000]).codes()
    assert "SATUAN_JANGGAL" not in money([10**6, 10**9, 5 * 10**6, 10**10, 3 * 10**7, 10**11, 10**5]).codes()


def test_what_is_held_back_keeps_its_raw_cells() -> None:
    sound: list[Row] = [(n, f"Pelatihan {n}", "APBN", 50_000_000 + n, 25_000_000, 50) for n in (1, 3, 4)]
    taken = report("REALISASI ANGGARAN", BUDGET, *sound, (5, "Magang", "APBN", "Rp128.820.00", 5_000_000, 50))
    (held,) = taken.checked.held
    assert held.isi["pagu"] == "Rp128.820.00"
    assert held.isi["nama_kegiatan"] == "Magang"


def test_many_tables_are_judged_together_as_each_alone() -> None:
    one = report(
        "DAFTAR IKM",
        LIST,
        (1, "UD Sinar", "Rahman", "Abon", 4, 2, 7, 5_000_000),
        (2, None, None, "Kue", 1, 1, 2, 10),
    )
    two = report("DAFTAR IKM", LIST, (1, "Mekar", "Aminah", "Kue", 1, -1, 3, 5_000_000))
    together = check([one.typed, two.typed, one.typed])
    for alone, found in zip((one.checked, two.checked, one.checked), together, strict=True):
        assert found.good.equals(alone.good)
        assert (found.held, sorted(map(str, found.findings))) == (
            alone.held,
            sorted(map(str, alone.findings)),
        )


def test_no_tables_no_results() -> None:
    assert check([]) == []
