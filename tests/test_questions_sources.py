"""Questions about the submissions themselves: what came when, totals that disagree, sources, personal data."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from tests.deliveries import START, businesses, delivery
from tests.question_world import BARRU, BONE, GOWA, MAROS, World, world
from warehouse.records import ClaimRow, ColumnOrigin, FindingRow, HeldRow

COLUMNS = [ColumnOrigin(name, "B", "Judul") for name in ("nama_usaha", "nik", "nama_pemilik")]
CLAIMS = [
    ClaimRow("Sheet1", 30, "F30", "tenaga_kerja", 25.0, 20.0, 5.0),
    ClaimRow("Sheet1", 30, "G30", "nilai_investasi", 9.0, 9.0, 0.0),
]
HELD = [HeldRow(40, {"nama_usaha": "X"}, ["GANDA"]), HeldRow(41, {"nama_usaha": "Y"}, ["GANDA"])]


def finding(kolom: str | None, kode: str, baris: int) -> FindingRow:
    return FindingRow("a.xlsx", "Sheet1", baris, kolom, f"C{baris}", kode, "info", None, "Pesan.", True)


FINDINGS = [
    finding("nik", "NIK_TIDAK_SAH", 5),
    finding("nama_usaha", "DATA_PRIBADI_TERBUKA", 6),
    finding("nama_usaha", "DATA_PRIBADI_TERBUKA", 7),
]
ROWS = businesses(0, 4)


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> World:
    return world(
        tmp_path_factory.mktemp("asal"),
        delivery("ikm", ROWS, "a.xlsx", claims=[ClaimRow("Sheet1", 9, "F9", "tenaga_kerja", 1.0, 2.0, -1.0)]),
        delivery("ikm", [{**row, "tenaga_kerja": 9} for row in ROWS], "a revisi.xlsx", held=HELD, claims=CLAIMS,
                 findings=FINDINGS, columns=COLUMNS),
        delivery("ikm", ROWS, "a lagi.xlsx"),  # what was replaced comes again: a duplicate
        delivery("rekap", [{"kelompok": "Bone", "jumlah_unit": 3}], "bone.xlsx", BONE, "2022-T1"),
        delivery("ikm", [], "rusak.xlsx", MAROS, good=None, rows_in=0, not_data=0),
        delivery("pembinaan", [{"nama_kegiatan": "Bambu", "kode_wilayah": GOWA},
                               {"nama_kegiatan": "Rotan", "kode_wilayah": GOWA}], "provinsi.xlsx", None),
        today=date(2022, 5, 2),
    )  # fmt: skip


def test_what_came_each_quarter_and_who_has_not_sent(asked: World) -> None:
    columns = (
        "sudah_kirim, jumlah_kiriman, kiriman_ulang, kiriman_ditolak, jenis_laporan, baris_dimuat, baris_karantina, "
        "hari_setelah_periode, kabkota_melapor, kabkota_seluruhnya, triwulan_ini"
    )
    first = "tahun = 2022 AND triwulan = 1 AND kode_wilayah = "
    view = "v_penerimaan_triwulan"
    # Three files, the second a revision and the third a duplicate; 10 and 11 days after the end of 2021.
    assert asked.row(view, columns, f"{first} '{BARRU}'") == (
        True, 3, 2, 0, "ikm", 4, 2, 10.5, 3, 24, False,
    )  # fmt: skip
    # 13 January lies 77 days before the end of the first quarter.
    assert asked.row(view, columns, f"{first} '{BONE}'") == (
        True, 1, 0, 0, "rekap", 1, 0, -77.0, 3, 24, False,
    )  # fmt: skip
    assert asked.row(view, columns, f"{first} '{MAROS}'") == (False, 1, 0, 1, None, 0, 0, None, 3, 24, False)
    assert asked.row(view, columns, f"{first} '{GOWA}'") == (
        True, 1, 0, 0, "pembinaan", 2, 0, 15.0, 3, 24, False,
    )  # fmt: skip
    # Published in the second quarter: nobody has sent yet.
    now = asked.rows(
        f"SELECT count(*), bool_or(sudah_kirim), min(kabkota_melapor) FROM {view} WHERE triwulan_ini"
    )
    assert now == [(24, False, 0)]
    assert asked.rows(f"SELECT DISTINCT tahun, triwulan FROM {view} ORDER BY ALL") == [(2022, 1), (2022, 2)]


def test_totals_that_disagree(asked: World) -> None:
    columns = (
        "berkas, sel, kolom, nilai, jumlah_baris, selisih, persen_selisih, baris_karantina, kabkota_melapor"
    )
    # The claim of the file that was replaced, and the one that is right, do not show.
    assert asked.rows(f"SELECT {columns} FROM v_jumlah_tidak_cocok") == [
        ("a revisi.xlsx", "F30", "tenaga_kerja", 25.0, 20.0, 5.0, 25.0, 2, 1)
    ]


def test_the_files_behind_a_number(asked: World) -> None:
    columns = "berkas, masih_berlaku, baris_dimuat, berlaku_dari, berlaku_sampai, digantikan_oleh, tahun"
    second = datetime(2022, 1, 11, 8, 0)
    assert asked.rows(
        f"SELECT {columns} FROM v_sumber_angka WHERE kode_wilayah = '{BARRU}' ORDER BY per"
    ) == [
        ("a.xlsx", False, 4, START, second, "a revisi.xlsx", 2021),
        ("a revisi.xlsx", True, 4, second, None, None, 2021),
    ]
    spread = asked.rows(
        "SELECT kode_wilayah, baris_dimuat FROM v_sumber_angka WHERE berkas = 'provinsi.xlsx'"
    )
    assert spread == [(GOWA, 2)]


def test_personal_data_held_and_seen_in_the_open(asked: World) -> None:
    columns = "kolom, kelas, di_berkas_umum, jumlah_kiriman, jumlah_kabkota, jumlah_baris, jumlah_temuan"
    found = asked.rows(f"SELECT {columns} FROM v_data_pribadi WHERE laporan = 'ikm' ORDER BY 1, 2")
    assert found == [
        ("alamat", "alamat", False, 0, 0, 0, 0),
        ("jenis_kelamin", "umum", True, 0, 0, 0, 0),
        ("nama_pemilik", "nama", False, 1, 1, 4, 0),
        ("nama_usaha", "di kolom terbuka", True, 1, 1, 2, 2),
        ("nik", "nik", False, 1, 1, 4, 1),
        ("telepon", "telepon", False, 0, 0, 0, 0),
    ]


def test_years_do_not_mix(tmp_path_factory: pytest.TempPathFactory) -> None:
    """31 December and 1 January lie in different years, whatever the length of the period."""
    home = tmp_path_factory.mktemp("tahun")
    rows: dict[str, list[dict[str, Any]]] = {
        "2021-12": [{"nama_kegiatan": "A", "tanggal_mulai": date(2021, 12, 31), "jumlah_peserta": 1}],
        "2022-01": [{"nama_kegiatan": "A", "tanggal_mulai": date(2022, 1, 1), "jumlah_peserta": 2}],
        # A day of the year before stands in this year's report: it counts there, without a quarter.
        "2022-T1": [{"nama_kegiatan": "B", "tanggal_mulai": date(2021, 12, 31), "jumlah_peserta": 4}],
    }
    small = world(home, *(delivery("pembinaan", given, f"{p}.xlsx", periode=p) for p, given in rows.items()))
    found = small.rows(
        "SELECT tahun, triwulan, jumlah_peserta FROM v_rencana_pelaksanaan "
        f"WHERE kode_wilayah = '{BARRU}' ORDER BY ALL"
    )
    assert found == [(2021, 4, 1), (2022, 1, 2), (2022, None, 4)]
