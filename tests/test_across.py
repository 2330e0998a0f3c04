"""Rules that look beyond one cell: participants listed against stated, personal numbers in open columns."""

from __future__ import annotations

import pytest

from flows.shapes import Checked
from flows.steps.check.across import participants_against_stated
from tests.sheets import Row, sheet, take

TITLE: Row = ("LAPORAN PELATIHAN KABUPATEN BARRU TAHUN 2021",)
PEOPLE: Row = ("DAFTAR PESERTA PELATIHAN KABUPATEN BARRU TAHUN 2021",)


def activities(stated: object) -> Checked:
    head: Row = ("No", "Nama Kegiatan", "Tempat", "Jumlah Peserta")
    return take(sheet([TITLE, (), head, (1, "Pelatihan kemasan", "Aula", stated)])).checked


def participants(count: int, title: str = "Pelatihan Kemasan") -> Checked:
    head: Row = ("No", "Nama Peserta", "Nama Kegiatan")
    names = "Ani Budi Citra Dedi Eka".split()
    rows: list[Row] = [(place + 1, names[place], title) for place in range(count)]
    return take(sheet([PEOPLE, (), head, *rows])).checked


@pytest.mark.parametrize(
    ("stated", "listed", "expected"),
    [
        (3, 3, []),
        (4, 3, [("PESERTA_TIDAK_COCOK", "D4", "4", "3")]),
        (None, 3, []),
        (4, 0, []),
    ],
)
def test_participants_listed_are_compared_with_the_number_stated(
    stated: object, listed: int, expected: list[tuple[str, str, str, str]]
) -> None:
    tables = [activities(stated), *([participants(listed)] if listed else [])]
    found = participants_against_stated(tables)
    assert [(one.kode, one.sel, one.nilai, one.rincian["jumlah"]) for _, one in found] == expected


def test_another_activity_is_not_compared() -> None:
    assert participants_against_stated([activities(4), participants(3, "Magang batik")]) == []


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Pelatihan kemasan", []),
        ("Pelatihan kemasan NIK 7311014107800001", ["DATA_PRIBADI_TERBUKA"]),
        ("Pelatihan kemasan hub. 081234567890", ["DATA_PRIBADI_TERBUKA"]),
        ("Pelatihan kemasan angkatan 12345", []),
    ],
)
def test_a_personal_number_in_an_open_column_is_noted(title: str, expected: list[str]) -> None:
    head: Row = ("No", "Nama Kegiatan", "Tempat", "Jumlah Peserta")
    checked = take(sheet([TITLE, (), head, (1, title, "Aula", 20)])).checked
    assert [one.kode for one in checked.findings] == expected
