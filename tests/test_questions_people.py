"""Questions about people and what they got: continuity, new faces, equipment, jobs, two districts."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.deliveries import delivery
from tests.question_world import BARRU, BONE, MAROS, PANGKEP, World, world

NIK = {letter: f"731101450879{place:04d}" for place, letter in enumerate("AEFDGHIJKL", start=1)}


def person(name: str, title: str, method: str | None, nik: str | None = None, **more: Any) -> dict[str, Any]:
    place = {"desa": "Coppo", "kecamatan": "Barru"}
    return {"nama_peserta": name, "nama_kegiatan": title, "metode": method, "nik": nik, **place, **more}


ABON = {"nama_kegiatan": "Pelatihan Abon", "metode": "pelatihan", "tanggal_mulai": date(2021, 5, 3)}
TRAINED = [
    person("Andi", title="Pelatihan abon", method="pelatihan", nik=NIK["A"], nama_usaha="Abon Jaya"),
    person("Budi", "Pelatihan Abon", "pelatihan", nama_usaha="Tenun Budi"),
    person("Cica", "Pelatihan Abon", "pelatihan"),
    person("Dewi", "Pelatihan Abon", "pelatihan", NIK["D"], nama_usaha="Batik D"),
    person("Eka", "Pelatihan Abon", "pelatihan", NIK["E"], nama_usaha="Roti E", kecamatan="Mallusetasi"),
    person("Fitri", "Pelatihan Abon", "pelatihan", NIK["F"], kecamatan="Mallusetasi"),
    person("Galang", "Pelatihan Abon", "pelatihan", NIK["G"]),
]
MENTORED = [
    person("Andi S.", "Pendampingan abon", "pendampingan", NIK["A"]),
    person("BUDI", "Magang tenun", "magang", nama_usaha="TENUN BUDI"),
    person("Cica", "Pendampingan abon", "pendampingan"),
    person("Hj. Dewi", "Pendampingan abon", "pendampingan", nama_usaha="Batik D"),
    person("Hasan", "Pendampingan abon", "pendampingan", NIK["H"]),
    person("Eka", "Pelatihan roti", "pelatihan", NIK["E"], nama_usaha="Roti E"),
]
BAMBOO = [
    person(name, "Pelatihan bambu", None, NIK[name[0]]) for name in ("Jamal", "Karim", "Lina")
]  # method only in pembinaan
ELSEWHERE = [
    person("Fitri", "Magang garam", "magang", NIK["F"]),
    person("Ilham", "Magang garam", "magang", NIK["I"]),
]


def equipment(receiver: str, day: date | None, price: int | None, **more: Any) -> dict[str, Any]:
    given = {"nama_penerima": receiver, "nama_alat": "Mesin giling", "jumlah": 1, "harga_satuan": price}
    return {**given, "tanggal_serah": day, "kecamatan": "Barru", "sumber_dana": "DAK Fisik", **more}


FIRST = equipment("Abon Jaya", date(2022, 3, 1), 5_000_000, nik=NIK["A"])
HANDED_OVER = [
    FIRST,
    equipment("Abon Jaya", date(2022, 9, 1), 6_000_000, nik=NIK["A"]),
    equipment("Tenun Budi", None, None),
]


def business(name: str, workers: int | None, **more: Any) -> dict[str, Any]:
    return {"nama_usaha": name, "kecamatan": "Barru", "tenaga_kerja": workers, **more}


def lists(abon: int, tenun: int, kopi: int, roti: int | None) -> list[dict[str, Any]]:
    return [
        business("Abon Jaya", abon, nik=NIK["A"], nib="1234567890123"),
        business("Tenun Budi", tenun, kecamatan="BARRU"),
        business("Kopi Baru", kopi),
        business("Roti Eka", roti, nik=NIK["E"], kecamatan="Mallusetasi"),
    ]


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> World:
    return world(
        tmp_path_factory.mktemp("orang"),
        delivery("peserta", TRAINED, "2021.xlsx"),
        delivery("peserta", TRAINED[:5], "2021-S1.xlsx", periode="2021-S1"),  # the same people again
        delivery("peserta", MENTORED, "2022.xlsx", periode="2022"),
        delivery("peserta", ELSEWHERE, "pangkep.xlsx", PANGKEP, "2022"),
        delivery("pembinaan", [{"nama_kegiatan": "PELATIHAN BAMBU", "metode": "pelatihan"}], "b.xlsx", MAROS),
        delivery("peserta", BAMBOO, "maros.xlsx", MAROS),
        delivery("peserta", [BAMBOO[0], BAMBOO[2]], "maros revisi.xlsx", MAROS),  # Karim was never there
        delivery("pembinaan", [{**ABON, "jumlah_peserta": 30}], "p.xlsx"),
        delivery(
            "bantuan_alat", [equipment("Cica", date(2021, 2, 1), 1_000_000, desa="Coppo")], "alat 2021.xlsx"
        ),
        delivery("bantuan_alat", HANDED_OVER, "alat 2022.xlsx", periode="2022"),
        delivery("bantuan_alat", [FIRST], "alat S1.xlsx", periode="2022-S1"),  # said again
        delivery("ikm", lists(4, 3, 2, 5), "daftar 2021.xlsx"),
        delivery("ikm", lists(6, 5, 2, None), "daftar 2022.xlsx", periode="2022"),
        delivery("ikm", [business("Garam", 3, nib="1234567890123")], "bone 2021.xlsx", BONE),
        delivery("ikm", [business("Garam", 3, nib="1234567890123")], "bone 2022.xlsx", BONE, "2022"),
    )


def test_who_was_followed_up(asked: World) -> None:
    columns = (
        "dilatih, lanjut, lanjut_nik, lanjut_nama_usaha, lanjut_nama, mungkin_lanjut, putus, persen_lanjut"
    )
    more = ", kabkota_melapor, kabkota_seluruhnya"
    year = "tahun = 2022 AND kode_wilayah = "
    # 7 trained: Andi and Fitri by NIK, Budi by name and business, Cica by name; Dewi's business; Eka, Galang gone.
    expected = (7, 4, 2, 1, 1, 1, 2, 57.1, 1, 24)
    assert asked.row("v_lanjutan_pelatihan", columns + more, f"{year} '{BARRU}'") == expected
    # Maros sent nothing for 2022, Pangkep nothing for 2021, Selayar nothing at all: not known, not zero.
    unknown = (None,) * 7
    assert asked.row("v_lanjutan_pelatihan", columns, f"{year} '{MAROS}'") == (2, *unknown)
    assert asked.row("v_lanjutan_pelatihan", columns, f"{year} '{PANGKEP}'") == (None, *unknown)
    assert asked.row("v_lanjutan_pelatihan", columns, f"{year} '73.01'") == (None, *unknown)
    # 2023 is the year of publishing: known who was trained (Eka), nobody has reported what followed.
    assert asked.row("v_lanjutan_pelatihan", columns, f"tahun = 2023 AND kode_wilayah = '{BARRU}'") == (
        1,
        *unknown,
    )
    assert asked.rows("SELECT DISTINCT tahun FROM v_lanjutan_pelatihan ORDER BY 1") == [
        (2021,),
        (2022,),
        (2023,),
    ]


def test_each_person_trained_and_how_sure_the_match_is(asked: World) -> None:
    people = asked.rows(
        f"SELECT hasil, dasar_cocok, wilayah_lanjutan, count(*) FROM v_lanjutan_orang "
        f"WHERE tahun = 2022 AND kode_wilayah IN ('{BARRU}', '{MAROS}') GROUP BY ALL ORDER BY ALL"
    )
    assert people == [
        ("belum diketahui", None, None, 2),
        ("lanjut", "nama", BARRU, 1),
        ("lanjut", "nama dan usaha", BARRU, 1),
        ("lanjut", "nik", PANGKEP, 1),
        ("lanjut", "nik", BARRU, 1),
        ("mungkin lanjut", "usaha", BARRU, 1),
        ("putus", None, None, 2),
    ]


def test_new_faces(asked: World) -> None:
    columns = "dibina, dilatih_tahun_lalu, pernah_ikut, pernah_ikut_nik, mungkin_pernah, wajah_baru, persen_wajah_baru"
    # 5 mentored: Andi, Budi, Cica seen, Hj. Dewi's business seen, Hasan new. Eka was only trained.
    assert asked.row("v_wajah_baru", columns, f"tahun = 2022 AND kode_wilayah = '{BARRU}'") == (
        5, 3, 3, 1, 1, 1, 20.0,
    )  # fmt: skip
    # Without a list of the year before everybody would look new.
    assert asked.row("v_wajah_baru", columns, f"tahun = 2022 AND kode_wilayah = '{PANGKEP}'") == (
        2, None, None, None, None, None, None,
    )  # fmt: skip
    assert asked.row("v_wajah_baru", columns, f"tahun = 2021 AND kode_wilayah = '{BARRU}'") == (
        0, None, None, None, None, None, None,
    )  # fmt: skip


def test_districts_without_a_programme(asked: World) -> None:
    columns = "keadaan, keadaan_tahun_lalu, dua_tahun_tanpa, kabkota_melapor"
    year = "tahun = 2022 AND kode_wilayah = "
    assert asked.row("v_tanpa_program", columns, f"{year} '{BARRU}'") == ("ada", "ada", False, 3)
    assert asked.row("v_tanpa_program", columns, f"{year} '{BONE}'") == (
        "tidak dilaporkan", "tidak dilaporkan", True, 3,
    )  # fmt: skip
    assert asked.row("v_tanpa_program", columns, f"{year} '73.01'") == (
        "tidak melapor", "tidak melapor", True, 3,
    )  # fmt: skip
    assert asked.row("v_tanpa_program", columns, f"{year} '{MAROS}'") == ("tidak melapor", "ada", False, 3)
    # Nobody reported 2020: what was then is not known.
    assert asked.row("v_tanpa_program", columns, f"tahun = 2021 AND kode_wilayah = '{BONE}'") == (
        "tidak dilaporkan", None, None, 3,
    )  # fmt: skip


def test_equipment_after_training(asked: World) -> None:
    columns = (
        "mulai, peserta_disebut, peserta_terdaftar, penerima_alat, penerima_nik, penerima_nama, penerima_usaha, "
        "usaha_penerima, nilai_alat, alat_pertama"
    )
    where = "tahun = 2021 AND kode_wilayah = "
    # Andi by NIK (5 + 6 million), Budi's business without a value; Cica got hers before the training.
    assert asked.row("v_pelatihan_dan_alat", columns, f"{where} '{BARRU}'") == (
        date(2021, 5, 3), 30, 7, 2, 1, 0, 1, "Abon Jaya; Tenun Budi", 11_000_000, date(2022, 3, 1),
    )  # fmt: skip
    # Maros never sent bantuan_alat.
    assert asked.row("v_pelatihan_dan_alat", columns, f"{where} '{MAROS}'") == (
        date(2021, 1, 1), None, 2, None, None, None, None, None, None, None,
    )  # fmt: skip


def test_equipment_by_source_and_received_twice(asked: World) -> None:
    columns = (
        "sumber_dana, jumlah_baris, jumlah_penerima, nilai, tanpa_nilai, kabkota_melapor, kabkota_seluruhnya"
    )
    where = f"tahun = 2022 AND kode_wilayah = '{BARRU}'"
    # The handover that stands in the report of the first half as well counts once.
    assert asked.row("v_bantuan_alat_kabkota", columns, where) == ("DAK Fisik", 3, 2, 11_000_000, 1, 1, 24)
    assert asked.row("v_bantuan_alat_kabkota", columns, "tahun = 2022 AND kode_wilayah = '73.01'")[:5] == (
        None, None, None, None, None,
    )  # fmt: skip
    twice = asked.rows(
        "SELECT dasar, kode_wilayah, kali, tahun, alat, alat_sama, nilai FROM v_penerima_berulang"
    )
    assert twice == [("nik", BARRU, 2, "2022", "Mesin giling", True, 11_000_000)]


def test_jobs_with_and_without_help(asked: World) -> None:
    columns = (
        "kelompok, jumlah_unit, unit_bertenaga_kerja, tenaga_kerja, rata_tenaga_kerja, unit_terbanding, "
        "tenaga_kerja_sebelum, tenaga_kerja_sesudah, tambah_tenaga_kerja"
    )
    found = asked.rows(
        f"SELECT {columns} FROM v_bantuan_dan_tenaga_kerja WHERE tahun = 2022 AND kode_wilayah = '{BARRU}' ORDER BY 1"
    )
    assert found == [
        # Abon 4 -> 6 and Tenun 3 -> 5.
        ("dapat alat", 2, 2, 11, 5.5, 2, 7, 11, 4),
        # Roti Eka: known by her NIK; its workers of 2022 are not stated.
        ("ikut kegiatan saja", 1, 0, None, None, 0, None, None, None),
        ("tidak tercatat", 1, 1, 2, 2.0, 1, 2, 2, 0),
    ]
    bone = asked.rows(
        f"SELECT DISTINCT kelompok FROM v_bantuan_dan_tenaga_kerja WHERE kode_wilayah = '{BONE}'"
    )
    assert bone == [("tidak diketahui",)]


def test_trained_businesses_without_nib(asked: World) -> None:
    columns = "kecamatan, usaha_terlatih, cocok_nik, tanpa_nib, persen_tanpa_nib, peserta_tidak_di_daftar"
    found = asked.rows(
        f"SELECT {columns} FROM v_terlatih_tanpa_nib WHERE tahun = 2022 AND kode_wilayah = '{BARRU}' ORDER BY 1"
    )
    # BARRU and Barru are one place. Not on the list: Cica, Dewi, Galang; Fitri.
    assert found == [("Barru", 2, 1, 1, 50.0, 3), ("Mallusetasi", 1, 1, 1, 100.0, 1)]


def test_a_list_without_any_nib_says_nothing_about_nib(tmp_path: Path) -> None:
    small = world(
        tmp_path,
        delivery("peserta", [person("Andi", "Pelatihan", "pelatihan", NIK["A"])], "p.xlsx"),
        delivery("ikm", [business("Abon", 2, nik=NIK["A"])], "d.xlsx"),
    )
    assert small.rows(
        "SELECT usaha_terlatih, tanpa_nib, persen_tanpa_nib FROM v_terlatih_tanpa_nib "
        f"WHERE kode_wilayah = '{BARRU}'"
    ) == [(1, None, None)]


def test_people_and_businesses_in_two_districts(asked: World) -> None:
    found = asked.rows(
        "SELECT jenis, kode_wilayah, banyak_kabkota, laporan, tahun, tahun_sama, jumlah_baris FROM v_dua_kabkota "
        "ORDER BY jenis"
    )
    assert found == [
        ("orang", "73.10, 73.11", 2, "peserta", "2021, 2022", False, 2),
        ("usaha", "73.08, 73.11", 2, "ikm", "2021, 2022", True, 4),
    ]
