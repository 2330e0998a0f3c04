"""Questions about places and industry: growth, branches, sentra, potential, needs, agreements, visits, groups."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from schemas.district_names import groups
from schemas.region_groups import region_groups
from tests.deliveries import delivery
from tests.question_world import BARRU, BONE, GOWA, MAROS, World, world
from warehouse.records import HeldRow


def unit(name: str, branch: str | None, workers: int | None, money: int | None, sex: str | None = None,
         **more: Any) -> dict[str, Any]:  # fmt: skip
    return {"nama_usaha": name, "cabang_industri": branch, "tenaga_kerja": workers, "nilai_investasi": money,
            "jenis_kelamin": sex, **more}  # fmt: skip


LIST_2021 = [unit("Abon", "pangan", 5, 100, "P"), unit("Batik", "sandang", None, 50, "L")]
HALF_2022 = [unit("Abon", "pangan", 6, 120, "P")]
LIST_2022 = [
    unit("Abon", "pangan", 6, 150, "P"),
    unit("Kue", "pangan", None, None, None, tenaga_kerja_l=1, tenaga_kerja_p=2),
    unit("Batik", "sandang", 4, 50, "L"),
    unit("Serbaneka", None, 1, None, "P"),
]
TOTALS_2021 = [{"kelompok": "Barru", "jumlah_unit": 10, "tenaga_kerja": 40}]
TOTALS_2022 = [{"kelompok": "Barru", "jumlah_unit": 8, "tenaga_kerja": None}]


def sentra(
    name: str, units: int, status: str | None, workers: int | None = None, **more: Any
) -> dict[str, Any]:
    return {"nama_sentra": name, "jumlah_unit": units, "status": status, "tenaga_kerja": workers, **more}


SENTRA = [
    sentra("Tenun", 12, "beroperasi", 30),
    sentra("Gerabah", 4, "beroperasi"),
    sentra("Rotan", 3, "dibangun"),
    sentra("Pangan", 0, "rencana"),
    sentra("Kayu", 2, None, 5),
]


def activity(
    name: str, goods: str | None, place: str | None = None, day: date | None = None
) -> dict[str, Any]:
    return {"nama_kegiatan": name, "metode": "pelatihan", "komoditas": goods, "kecamatan": place,
            "tanggal_mulai": day, "jumlah_peserta": 10}  # fmt: skip


ACTIVITIES = [
    activity("Pelatihan gula", "Gula  Aren"),
    activity("Pelatihan pengolahan ikan bandeng", None),
    activity("Pelatihan komputer", "Perangkat lunak"),
    activity("Pelatihan menjahit dasar", None, "TANETE RILAU", date(2022, 8, 10)),
    activity("Pelatihan sangrai kopi", "Kopi", None, date(2022, 3, 1)),
]
POTENTIAL = [
    {"komoditas": "Gula aren", "kecamatan": "Pujananting"},
    {"komoditas": "Bandeng", "kecamatan": "Balusu"},
]


def need(text: str, place: str | None, cost: int | None = None, village: str | None = None) -> dict[str, Any]:
    return {"uraian": text, "kecamatan": place, "desa": village, "perkiraan_biaya": cost}


NEEDS = [
    need("Pelatihan menjahit", "Tanete Rilau", 10),
    need("Kopi: alat sangrai", "Barru", 20),
    need("Mesin pencacah rumput", "Tanete Rilau", 30, "Lalolang"),
    need("Gedung serbaguna", "Barru", 40),
]
AGAIN = [need("Gedung  Serbaguna", "BARRU", 45), need("Jalan desa", "Balusu")]
EQUIPMENT = [
    {"nama_penerima": "KUB Rumput", "nama_alat": "Pencacah", "jumlah": 1, "desa": "Lalolang",
     "kecamatan": "Tanete Rilau", "nilai": 500},
]  # fmt: skip


def agreement(partner: str, status: str | None, signed: date | None = None, until: date | None = None,
              about: str = "Pelatihan") -> dict[str, Any]:  # fmt: skip
    return {"mitra": partner, "tentang": about, "status": status, "tanggal_tanda_tangan": signed,
            "berlaku_sampai": until, "jenis_dokumen": "MoU"}  # fmt: skip


TALKS_2021 = [
    agreement("Politeknik", "penjajakan"),
    agreement("Bank", "pembahasan"),
    agreement("Kampus", "ditandatangani", date(2020, 5, 1), date(2023, 5, 1)),
    agreement("BUMN", "ditandatangani", date(2020, 5, 1), date(2023, 5, 3)),
    agreement("Koperasi", "berakhir", date(2019, 1, 1), date(2023, 3, 1)),
]
TALKS_2022 = [
    agreement("POLITEKNIK", "pembahasan"),
    agreement("Bank", "ditandatangani", date(2022, 9, 1)),
    agreement("Hotel", "penjajakan"),
]


def visit(day: date, visitor: str, people: int, host: str = "Gedung PKK") -> dict[str, Any]:
    return {"tanggal": day, "asal": visitor, "jumlah_orang": people, "tujuan": host, "jenis": "studi tiru"}


JULY = date(2022, 7, 9)
HELD = HeldRow(9, {"asal": "Kota Ambon", "jumlah_orang": "20 / 24 orang"}, ["ANGKA_BERTENTANGAN"])


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> World:
    return world(
        tmp_path_factory.mktemp("tempat"),
        delivery("ikm", LIST_2021, "2021.xlsx"),
        delivery("ikm", HALF_2022, "2022-S1.xlsx", periode="2022-S1"),
        delivery("ikm", LIST_2022, "2022-T4.xlsx", periode="2022-T4"),
        delivery("ikm", [unit("Emas", "kerajinan", 7, 70, "L")], "bone.xlsx", BONE, "2022"),
        delivery("rekap", TOTALS_2021, "rekap 2021.xlsx"),
        delivery("rekap", TOTALS_2022, "rekap 2022.xlsx", periode="2022"),
        delivery("sentra", SENTRA[:1], "sentra T1.xlsx", periode="2022-T1"),
        delivery("sentra", SENTRA, "sentra T3.xlsx", periode="2022-T3"),
        delivery("sentra", [sentra("TENUN", 14, "beroperasi", 33)], "sentra T3 susulan.xlsx", periode="2022-T3"),
        delivery("usulan", NEEDS, "usulan.xlsx"),
        delivery("usulan", AGAIN, "usulan 2022.xlsx", periode="2022"),
        delivery("usulan", [need("Kompor", "Turikale")], "usulan maros.xlsx", MAROS),
        delivery("pembinaan", ACTIVITIES, "kegiatan.xlsx", periode="2022"),
        delivery("pembinaan", [activity("Pelatihan", "Markisa")], "gowa.xlsx", GOWA, "2022"),
        delivery("bantuan_alat", EQUIPMENT, "alat.xlsx", periode="2022-T3"),
        delivery("potensi", POTENTIAL, "potensi.xlsx"),
        delivery("kerja_sama", TALKS_2021, "mou 2021.xlsx"),
        delivery("kerja_sama", TALKS_2022, "mou 2022.xlsx", periode="2022"),
        delivery("kunjungan", [visit(JULY, "Kabupaten Badung", 90), visit(JULY, "Pemkab Badung", 94)], "tamu.xlsx",
                 "73.71", "2022", held=[HELD]),
        delivery("kunjungan", [visit(JULY, "Kab. Badung", 90, "Kota Makassar")], "badung.xlsx", "51.03", "2022"),
        today=date(2023, 2, 2),
    )  # fmt: skip


def test_growth(asked: World) -> None:
    columns = (
        "periode, jumlah_unit, tenaga_kerja, nilai_investasi, periode_sebelum, tambah_unit, tambah_tenaga_kerja, "
        "tambah_investasi, persen_unit, persen_tenaga_kerja, kabkota_melapor"
    )
    where = f"kode_wilayah = '{BARRU}' AND sumber = 'daftar' AND tahun = "
    assert asked.row("v_pertumbuhan", columns, f"{where} 2021") == (
        "2021", 2, 5, 150, None, None, None, None, None, None, 1,
    )  # fmt: skip
    # The last quarter, not the half year with it: workers 6 + (1 + 2) + 4 + 1, investment 150 + 50.
    assert asked.row("v_pertumbuhan", columns, f"{where} 2022") == (
        "2022-T4", 4, 14, 200, "2021", 2, 9, 50, 100.0, 180.0, 2,
    )  # fmt: skip
    where = f"kode_wilayah = '{BARRU}' AND sumber = 'rekap' AND tahun = 2022"
    assert asked.row("v_pertumbuhan", columns, where) == (
        "2022", 8, None, None, "2021", -2, None, None, -20.0, None, 1,
    )  # fmt: skip
    assert asked.row("v_pertumbuhan", columns, f"kode_wilayah = '{GOWA}' AND sumber = 'daftar' AND tahun = 2022") == (
        None, None, None, None, None, None, None, None, None, None, 2,
    )  # fmt: skip


def test_businesses_that_two_submissions_name(tmp_path: Path) -> None:
    small = world(
        tmp_path,
        delivery("ikm", [unit(name, "pangan", 1, 1) for name in "ABCD"], "a.xlsx"),
        delivery("ikm", [unit(name, "pangan", 1, 1) for name in "DEFGH"], "b.xlsx"),
        delivery("ikm", [unit("A", "pangan", 1, 1)], "bone.xlsx", BONE),
    )
    columns = "jumlah_unit, unit_berulang"
    assert small.row("v_pertumbuhan", columns, f"kode_wilayah = '{BARRU}'") == (9, 1)  # D stands in both
    assert small.row("v_pertumbuhan", columns, f"kode_wilayah = '{BONE}'") == (1, 0)
    assert small.row("v_pertumbuhan", columns, f"kode_wilayah = '{GOWA}'") == (None, None)


def test_branches_and_women_owners(asked: World) -> None:
    columns = (
        "cabang_industri, jumlah_unit, persen_unit, tenaga_kerja, pemilik_perempuan, pemilik_laki, "
        "pemilik_tidak_disebut, persen_perempuan"
    )
    found = asked.rows(
        f"SELECT {columns} FROM v_cabang_industri WHERE kode_wilayah = '{BARRU}' AND tahun = 2022 ORDER BY 1"
    )
    # Shares of the three units whose branch is stated; of pangan's owners one woman and one unknown.
    assert found == [
        ("pangan", 2, 66.7, 9, 1, 0, 1, 100.0),
        ("sandang", 1, 33.3, 4, 0, 1, 0, 0.0),
        ("tidak disebut", 1, None, 1, 1, 0, 0, 100.0),
    ]


def test_sentra(asked: World) -> None:
    columns = (
        "periode, jumlah_sentra, beroperasi, dibangun, rencana, status_tidak_disebut, jumlah_unit, tenaga_kerja, "
        "kurang_dari_lima, nama_kurang_dari_lima"
    )
    # Tenun as it came last (14 units, 33 workers); 14 + 4 + 3 + 2 units, the planned one left out.
    assert asked.row("v_sentra_kabkota", columns, f"kode_wilayah = '{BARRU}'") == (
        "2022-T3", 5, 2, 1, 1, 1, 23, 38, 3, "Gerabah; Kayu; Rotan",
    )  # fmt: skip
    assert asked.row("v_sentra_kabkota", columns, f"kode_wilayah = '{GOWA}'") == (None,) * 10


def test_subject_and_potential(asked: World) -> None:
    found = asked.rows(
        "SELECT nama_kegiatan, kesesuaian, potensi_cocok, kata_sama FROM v_kesesuaian_potensi ORDER BY 1"
    )
    assert found == [
        ("Pelatihan", None, None, None),  # Gowa has sent no potential
        ("Pelatihan gula", "komoditas sama", "Gula aren", "aren, gula"),
        ("Pelatihan komputer", "tidak ditemukan", None, None),
        ("Pelatihan menjahit dasar", "tidak ditemukan", None, None),
        ("Pelatihan pengolahan ikan bandeng", "kata sama", "Bandeng", "bandeng"),
        ("Pelatihan sangrai kopi", "tidak ditemukan", None, None),
    ]


def test_needs_and_what_answered_them(asked: World) -> None:
    columns = "uraian, periode, keadaan, dijawab_oleh, jawaban, tanggal_jawaban, hari_tunggu"
    found = asked.rows(f"SELECT {columns} FROM v_usulan_jawaban ORDER BY 1")
    assert found == [
        # Asked again in 2022: one need, since 2021.
        ("Gedung serbaguna", "2021", "belum", None, None, None, None),
        ("Jalan desa", "2022", "belum", None, None, None, None),
        ("Kompor", "2021", "belum diketahui", None, None, None, None),
        # Only the district is known: 1 January to 1 March.
        (
            "Kopi: alat sangrai",
            "2021",
            "mungkin",
            "pembinaan",
            "Pelatihan sangrai kopi",
            date(2022, 3, 1),
            60,
        ),
        # No day: the last of its quarter, 30 September. 31 December to there: 273 days.
        ("Mesin pencacah rumput", "2021", "terjawab", "bantuan_alat", "Pencacah", date(2022, 9, 30), 273),
        # TANETE RILAU and Tanete Rilau are one place; 31 December to 10 August: 222 days.
        (
            "Pelatihan menjahit",
            "2021",
            "terjawab",
            "pembinaan",
            "Pelatihan menjahit dasar",
            date(2022, 8, 10),
            222,
        ),
    ]


def test_needs_by_kecamatan(asked: World) -> None:
    columns = (
        "kecamatan, tahun, jumlah_usulan, terjawab, mungkin, belum, persen_terjawab, median_hari_tunggu, "
        "perkiraan_biaya_belum"
    )
    found = asked.rows(f"SELECT {columns} FROM v_usulan_kecamatan WHERE kode_wilayah = '{BARRU}' ORDER BY 1")
    assert found == [
        ("Balusu", 2022, 1, 0, 0, 1, 0.0, None, None),
        ("Barru", 2021, 2, 0, 1, 1, 0.0, None, 45),
        ("Tanete Rilau", 2021, 2, 2, 0, 0, 100.0, 247.5, None),  # between 222 and 273 days
    ]


def test_agreements_to_watch(asked: World) -> None:
    columns = "mitra, periode, status, dibahas_sejak, hari_dibahas, lebih_enam_bulan, hari_tersisa, berakhir_90_hari"
    found = asked.rows(f"SELECT {columns} FROM v_kerja_sama_pantauan ORDER BY lower(mitra)")
    assert found == [
        ("Bank", "2022", "ditandatangani", None, None, False, None, False),  # signed since
        ("BUMN", "2021", "ditandatangani", None, None, False, 90, True),  # until 3 May
        ("Hotel", "2022", "penjajakan", date(2022, 1, 27), 371, True, None, False),  # came 27 January 2022
        ("Kampus", "2021", "ditandatangani", None, None, False, 88, True),  # until 1 May
        ("Koperasi", "2021", "berakhir", None, None, False, None, False),
        # First named in the report of 2021: known since its end. 398 days to 2 February 2023.
        ("POLITEKNIK", "2022", "pembahasan", date(2021, 12, 31), 398, True, None, False),
    ]
    assert asked.rows("SELECT DISTINCT hari_ini FROM v_kerja_sama_pantauan") == [(date(2023, 2, 2),)]


def test_six_months_and_ninety_days_have_an_edge(tmp_path: Path) -> None:
    small = world(
        tmp_path,
        delivery(
            "kerja_sama",
            [
                agreement("Akademi", "penjajakan"),
                agreement("Bank", "ditandatangani", date(2021, 1, 1), date(2022, 9, 29)),
                agreement("Toko", "ditandatangani", date(2021, 1, 1), date(2022, 6, 30)),
            ],
            "mou.xlsx",
            periode="2021",
        ),
        today=date(2022, 6, 30),
    )
    # 31 December + 6 months = 30 June: not yet more than six months. 29 September is 91 days away, 30 June is today.
    found = small.rows(
        "SELECT mitra, lebih_enam_bulan, hari_tersisa, berakhir_90_hari FROM v_kerja_sama_pantauan ORDER BY 1"
    )
    assert found == [("Akademi", False, None, False), ("Bank", False, 91, False), ("Toko", False, 0, True)]


def test_visits_keep_every_headcount(asked: World) -> None:
    columns = "tanggal, dilaporkan_oleh, jumlah_dilaporkan, terkecil, terbesar, angka_berbeda, ditahan"
    found = asked.rows(f"SELECT {columns} FROM v_kunjungan_jumlah")
    assert found == [
        (JULY, "51.03, 73.71", "90; 94", 90, 94, True, False),
        (None, "73.71", "20 / 24 orang", None, None, True, True),
    ]


def test_groups_of_districts(asked: World) -> None:
    columns = (
        "jumlah_unit, tenaga_kerja, jumlah_kegiatan, jumlah_peserta, nilai_bantuan, anggota_ikm, anggota_pembinaan, "
        "anggota_bantuan, kabkota_melapor, kabkota_seluruhnya"
    )
    where = "tahun = 2022 AND kelompok = "
    assert asked.row("v_kelompok_wilayah", columns, f"{where} 'Ajatappareng'") == (
        4,
        14,
        5,
        50,
        500,
        1,
        1,
        1,
        1,
        5,
    )
    assert asked.row("v_kelompok_wilayah", columns, f"{where} 'Bosowa'") == (
        1, 7, None, None, None, 1, 0, 0, 1, 3,
    )  # fmt: skip
    assert asked.row("v_kelompok_wilayah", columns, f"{where} 'Mamminasata'") == (
        None, None, 1, 10, None, 0, 1, 0, 1, 4,
    )  # fmt: skip
    assert asked.rows("SELECT DISTINCT kelompok FROM v_kelompok_wilayah WHERE kelompok = 'Luwu Raya'") == []


def test_groups_are_those_that_names_are_read_by() -> None:
    assert {group.kelompok: group.anggota for group in region_groups()} == dict(groups())
