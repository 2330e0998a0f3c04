"""Questions about money: budgets that add up over the year, DAK, funding mix, cost a day, cheap markets."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.deliveries import delivery
from tests.question_world import BARRU, GOWA, MAROS, World, world


def budget(
    name: str, fund: str, ceiling: int, spent: int | None, done: float | None = None
) -> dict[str, Any]:
    return {"program": "IKM", "nama_kegiatan": name, "sumber_dana": fund, "pagu": ceiling, "realisasi": spent,
            "realisasi_fisik": done}  # fmt: skip


SECOND_QUARTER = [
    budget("Sentra pangan", "DAK Fisik", 1_000, 600, 40.0),
    budget("Pelatihan", "DAK Nonfisik", 500, 100),
    budget("Pelatihan", "APBD Kabupaten/Kota", 200, 50),
]
YEAR_END = [
    budget("Sentra pangan", "DAK Fisik", 1_000, 550, 90.0),
    budget("Gedung", "DAK Fisik", 3_000, None, 50.0),
    budget("Pelatihan", "DAK Nonfisik", 500, 450, 100.0),
]
LAST_QUARTER = [budget("Sentra pangan", "DAK Fisik", 1_000, 500, 80.0)]


def training(name: str, people: int | None, days: tuple[int, int] | None, budgeted: int, spent: int | None = None,
             **more: Any) -> dict[str, Any]:  # fmt: skip
    first, last = (date(2021, 3, day) for day in days) if days else (None, None)
    return {"nama_kegiatan": name, "metode": "pelatihan", "jumlah_peserta": people, "tanggal_mulai": first,
            "tanggal_selesai": last, "anggaran": budgeted, "realisasi": spent, **more}  # fmt: skip


BASKET = training("Anyaman", 30, (1, 5), 50_000_000)
TRAININGS = [
    BASKET,
    training("Batik", 20, (8, 8), 9_000_000, 8_000_000),
    training("Kopi", None, (10, 12), 7_000_000, 0),
    training("Madu", 10, None, 4_000_000),
]
WHOLE_YEAR = [
    training("ANYAMAN", 28, (1, 5), 50_000_000, 42_000_000),
    training("Madu", 10, None, 4_000_000),
    training("Rotan", 15, (20, 21), 3_000_000),
]


def sale(place: str, shop: str, sold: int, model: str | None, buyers: int | None = None, subsidy: int | None = None,
         day: int | None = 6) -> dict[str, Any]:  # fmt: skip
    return {"lokasi": place, "nama_retail": shop, "nilai_transaksi": sold, "model": model, "jumlah_pembeli": buyers,
            "nilai_subsidi": subsidy, "tanggal_mulai": None if day is None else date(2021, 5, day)}  # fmt: skip


SALES = [
    sale("Alun-alun", "Toko Satu", 1_000_000, "subsidi", 100, 150_000),
    sale("Alun-alun", "Toko Dua", 500_000, "subsidi"),
    sale("Pasar Baru", "Swalayan", 3_000_000, "diskon", 0),
    sale("Pasar Baru", "Kios", 700_000, None, day=None),
]


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> World:
    return world(
        tmp_path_factory.mktemp("uang"),
        delivery("anggaran", SECOND_QUARTER, "t2.xlsx", periode="2021-T2"),
        delivery("anggaran", LAST_QUARTER, "t4.xlsx", periode="2021-T4"),
        delivery("anggaran", YEAR_END, "2021.xlsx"),
        delivery("anggaran", [budget("Lain", "APBN", 900, 90)], "gowa.xlsx", GOWA),
        delivery("pembinaan", TRAININGS, "t1.xlsx", periode="2021-T1"),
        delivery("pembinaan", WHOLE_YEAR, "setahun.xlsx"),
        delivery("pasar_murah", SALES, "pasar.xlsx", periode="2021-T2"),
        delivery(
            "pasar_murah",
            [SALES[0], sale("Lapangan", "Toko", 1, "diskon")],
            "pasar S1.xlsx",
            periode="2021-S1",
        ),
    )


def test_a_budget_is_read_once_a_year_and_source(asked: World) -> None:
    found = asked.rows(
        "SELECT sumber_dana, periode, sum(pagu)::BIGINT, sum(realisasi)::BIGINT FROM v_anggaran_terkini "
        f"WHERE kode_wilayah = '{BARRU}' GROUP BY ALL ORDER BY ALL"
    )
    # The year's report came after that of the last quarter; APBD stands only in the second quarter.
    assert found == [
        ("APBD Kabupaten/Kota", "2021-T2", 200, 50),
        ("DAK Fisik", "2021", 4_000, 550),
        ("DAK Nonfisik", "2021", 500, 450),
    ]


def test_dak(asked: World) -> None:
    columns = (
        "jumlah_kegiatan, pagu, realisasi, persen_keuangan, persen_fisik, deviasi, deviasi_lebih_20, "
        "kegiatan_deviasi_lebih_20, tanpa_realisasi, tanpa_fisik, kabkota_melapor"
    )
    barru = f"kode_wilayah = '{BARRU}' AND sumber_dana = "
    # Money 550 of the 1,000 that state it; physical (90 × 1,000 + 50 × 3,000) / 4,000; deviation 55 - 90.
    assert asked.row("v_dak", columns, f"{barru} 'DAK Fisik'") == (
        2, 4_000, 550, 55.0, 60.0, -35.0, True, 1, 1, 0, 1,
    )  # fmt: skip
    assert asked.row("v_dak", columns, f"{barru} 'DAK Nonfisik'") == (
        1, 500, 450, 90.0, 100.0, -10.0, False, 0, 0, 0, 1,
    )  # fmt: skip
    # Gowa reported a budget, none of it DAK; Maros reported nothing.
    for kode in (GOWA, MAROS):
        assert asked.row("v_dak", columns, f"kode_wilayah = '{kode}' AND sumber_dana = 'DAK Fisik'") == (
            None, None, None, None, None, None, None, None, None, None, 1,
        )  # fmt: skip


def test_values_that_fell(asked: World) -> None:
    found = asked.rows(
        "SELECT nama_kegiatan, kolom, periode_sebelum, periode, nilai_sebelum, nilai, selisih FROM v_kumulatif_turun "
        "ORDER BY ALL"
    )
    # Sentra pangan: 600 (T2), 500 (T4), 550 (year); physical 40, 80, 90. Nothing else fell.
    assert found == [("Sentra pangan", "realisasi", "2021-T2", "2021-T4", 600.0, 500.0, -100.0)]


def test_funding_mix_and_shared_funding(asked: World) -> None:
    columns = (
        "sumber_dana, pagu, persen_pagu, persen_realisasi, kegiatan_bersama, pagu_bersama, kabkota_melapor"
    )
    found = asked.rows(f"SELECT {columns} FROM v_bauran_dana WHERE kode_wilayah = '{BARRU}' ORDER BY 1")
    # 4,000 + 500 + 200 = 4,700; "Pelatihan" is paid from two sources.
    assert found == [
        ("APBD Kabupaten/Kota", 200, 4.3, 25.0, 1, 200, 2),
        ("DAK Fisik", 4_000, 85.1, 55.0, 0, None, 2),
        ("DAK Nonfisik", 500, 10.6, 90.0, 1, 500, 2),
    ]
    assert asked.row("v_bauran_dana", columns, f"kode_wilayah = '{MAROS}'") == (
        None, None, None, None, None, None, 2,
    )  # fmt: skip


def test_an_activity_reported_twice_counts_once(asked: World) -> None:
    found = asked.rows(
        "SELECT nama_kegiatan, periode, jumlah_peserta, realisasi FROM v_pembinaan_sekali ORDER BY 1"
    )
    # Anyaman by name, place and day, Madu (no day) as all is equal: both from the longer period.
    assert found == [
        ("ANYAMAN", "2021", 28, 42_000_000),
        ("Batik", "2021-T1", 20, 8_000_000),
        ("Kopi", "2021-T1", None, 0),
        ("Madu", "2021", 10, None),
        ("Rotan", "2021", 15, None),
    ]
    columns = "jumlah_kegiatan, jumlah_peserta, anggaran, realisasi, kegiatan_tanpa_peserta, periode, kabkota_melapor"
    # 28 + 20 + 10 + 15 people; 50 + 9 + 7 + 4 + 3 million budget.
    assert asked.row("v_pembinaan_kabkota", columns, "true") == (
        5, 73, 73_000_000, 50_000_000, 1, "2021, 2021-T1", 1,
    )  # fmt: skip


def test_a_day_that_only_one_report_states(tmp_path: Path) -> None:
    goods = {"nama_penerima": "KUB Rotan", "nama_alat": "Mesin bor", "jumlah": 2, "nilai": 8}
    small = world(
        tmp_path,
        delivery(
            "pembinaan",
            [training(name, 30, (1, 2), 5) for name in ("Markisa", "Batik", "Kopi")],
            "t1.xlsx",
            periode="2021-T1",
        ),
        delivery(
            "pembinaan",
            [
                {"nama_kegiatan": "MARKISA", "komoditas": "Markisa"},  # says less of the same
                {"nama_kegiatan": "Batik", "jumlah_peserta": 25},  # contradicts: another course
            ],
            "provinsi.xlsx",
        ),
        delivery("pembinaan", [{"nama_kegiatan": "Kopi"}], "t3.xlsx", periode="2021-T3"),  # not in March
        delivery(
            "bantuan_alat", [{**goods, "tanggal_serah": date(2021, 4, 1)}], "alat t2.xlsx", periode="2021-T2"
        ),
        delivery("bantuan_alat", [goods], "alat.xlsx"),
        delivery("bantuan_alat", [goods], "alat t4.xlsx", periode="2021-T4"),
    )
    found = small.rows(
        "SELECT lower(nama_kegiatan), periode, jumlah_peserta FROM v_pembinaan_sekali ORDER BY ALL"
    )
    assert found == [
        ("batik", "2021", 25),
        ("batik", "2021-T1", 30),
        ("kopi", "2021-T1", 30),
        ("kopi", "2021-T3", None),
        ("markisa", "2021-T1", 30),
    ]
    # What the year's report names is the handover of April; that of the last quarter is another.
    assert small.rows("SELECT periode, nilai FROM v_bantuan_sekali ORDER BY 1") == [
        ("2021-T2", 8),
        ("2021-T4", 8),
    ]


def test_cost_of_a_participant_a_day(asked: World) -> None:
    found = asked.rows(
        "SELECT nama_kegiatan, hari, orang_hari, biaya, dasar_biaya, biaya_per_peserta_hari FROM v_biaya_peserta_hari "
        "ORDER BY 1"
    )
    assert found == [
        ("ANYAMAN", 5, 140, 42_000_000, "realisasi", 300_000),  # 28 × 5
        ("Batik", 1, 20, 8_000_000, "realisasi", 400_000),
        ("Kopi", 3, None, 7_000_000, "anggaran", None),  # a spending of zero is no cost
        ("Madu", None, None, 4_000_000, "anggaran", None),
        ("Rotan", 2, 30, 3_000_000, "anggaran", 100_000),
    ]


def test_planned_and_held_by_quarter(asked: World) -> None:
    columns = "triwulan, direncanakan, terlaksana, bukti_realisasi, bukti_daftar, tanpa_bukti, jumlah_peserta"
    found = asked.rows(
        f"SELECT {columns} FROM v_rencana_pelaksanaan WHERE kode_wilayah = '{BARRU}' ORDER BY 1"
    )
    # Anyaman and Batik were paid; Madu has no day and comes from the year's report: no quarter.
    assert found == [(1, 4, 2, 2, 0, 2, 63), (None, 1, 0, 0, 0, 1, 10)]
    assert asked.row("v_rencana_pelaksanaan", columns, f"kode_wilayah = '{GOWA}'") == (None,) * 7


def test_cheap_markets(asked: World) -> None:
    found = asked.rows(
        "SELECT nama_retail, periode, nilai_transaksi, transaksi_per_pembeli, subsidi_per_rupiah FROM v_pasar_murah "
        "ORDER BY 1"
    )
    assert found == [
        ("Kios", "2021-T2", 700_000, None, None),
        ("Swalayan", "2021-T2", 3_000_000, None, None),  # nobody counted the buyers: 0 is no divisor
        ("Toko", "2021-S1", 1, None, None),
        ("Toko Dua", "2021-T2", 500_000, None, None),
        ("Toko Satu", "2021-S1", 1_000_000, 10_000, 0.15),
    ]


def test_subsidy_against_discount(asked: World) -> None:
    columns = (
        "model, jumlah_pasar, jumlah_retail, nilai_transaksi, transaksi_per_retail, nilai_subsidi, "
        "subsidi_per_rupiah"
    )
    found = asked.rows(f"SELECT {columns} FROM v_pasar_murah_model WHERE kode_wilayah = '{BARRU}' ORDER BY 1")
    # Subsidy: (1,000,000 + 500,000) / 2; 150,000 per 1,000,000 of the retailer that states it.
    assert found == [
        ("diskon", 2, 2, 3_000_001, 1_500_001, None, None),
        ("subsidi", 1, 2, 1_500_000, 750_000, 150_000, 0.15),
        ("tidak disebut", 1, 1, 700_000, 700_000, None, None),
    ]
