"""What the values below a heading say for and against a column."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.grammar.evidence import fit
from flows.grammar.profile import EMPTY, profile_of
from schemas.reports import spec, specs

NIKS = ["7311014507850001", "7311020101900002", "7311031212750003"]
NIBS = ["8120001234567", "9120009876543", "1234000056789"]
PHONES = ["081234567890", "0852 4000 1234", "+62 411 872 345"]
MONEY = ["Rp 70 juta", "Rp. 1.500.000,-", "Rp250.000"]
PLACES = ["Barru", "Mallusetasi", "Tanete Rilau"]


def speaks(values: list[Any], report: str, column: str, wilayah: str | None = "73.11") -> float:
    return fit(spec(report).column(column), profile_of(values), wilayah)


@pytest.mark.parametrize(
    ("values", "report", "column"),
    [
        (NIKS, "ikm", "nik"),
        ([float(nik) for nik in NIKS], "ikm", "nik"),
        (NIBS, "ikm", "nib"),
        ([float(nib) for nib in NIBS], "ikm", "nib"),
        (PHONES, "ikm", "telepon"),
        ([81234567890.0, 85240001234.0], "ikm", "telepon"),
        (["10130", "14111", "31001"], "ikm", "kbli"),
        ([2015.0, 2018.0, 2020.0], "ikm", "tahun_izin"),
        (MONEY, "ikm", "nilai_investasi"),
        ([75_000_000.0, 120_000_000.0], "ikm", "nilai_produksi"),
        ([2.0, 5.0, 12.0], "ikm", "tenaga_kerja"),
        (["3 orang", "5 org"], "ikm", "tenaga_kerja"),
        (["L", "P", "P"], "ikm", "jenis_kelamin"),
        (["Laki-laki", "Perempuan"], "ikm", "jenis_kelamin"),
        (PLACES, "ikm", "kecamatan"),
        (["kg", "buah", "bungkus"], "ikm", "satuan_produksi"),
        (["Pangan", "Sandang", "Kerajinan"], "ikm", "cabang_industri"),
        (["19 Juli 2022", "3 s/d 5 Mei 2021"], "pembinaan", "tanggal_mulai"),
        ([date(2022, 7, 19)], "pembinaan", "tanggal_mulai"),
        (["88%", "90,5 %"], "anggaran", "realisasi_fisik"),
        (["UD Sinar Bahari", "CV Mekar"], "ikm", "nama_usaha"),
    ],
)
def test_values_that_speak_for_a_column(values: list[Any], report: str, column: str) -> None:
    assert speaks(values, report, column) > 0


@pytest.mark.parametrize(
    ("values", "report", "column"),
    [
        (NIKS, "ikm", "nib"),
        (NIKS, "ikm", "nama_usaha"),
        (NIKS, "ikm", "nilai_investasi"),
        (NIBS, "ikm", "tenaga_kerja"),
        (["UD Sinar", "CV Mekar", "PT Maju"], "ikm", "nik"),
        (["UD Sinar", "CV Mekar", "PT Maju"], "ikm", "tenaga_kerja"),
        (["UD Sinar", "CV Mekar", "PT Maju"], "ikm", "nilai_investasi"),
        (["UD Sinar", "CV Mekar", "PT Maju"], "ikm", "cabang_industri"),
        (["UD Sinar", "CV Mekar", "PT Maju"], "pembinaan", "tanggal_mulai"),
        ([75_000_000.0, 120_000_000.0, 90_000_000.0], "ikm", "tenaga_kerja"),
        (MONEY, "ikm", "tenaga_kerja"),
        (["88%", "90%", "75%"], "anggaran", "pagu"),
        ([3.0, 5.0, 8.0], "ikm", "kecamatan"),
        ([3.0, 5.0, 8.0], "ikm", "nama_usaha"),
        ([3.0, 5.0, 8.0], "ikm", "tahun_izin"),
        (["v", "v", "v"], "ikm", "nama_pemilik"),
        (["Gowa", "Maros"], "ikm", "kecamatan"),
    ],
)
def test_values_that_speak_against_a_column(values: list[Any], report: str, column: str) -> None:
    assert speaks(values, report, column) < 0


@pytest.mark.parametrize("values", [[], [None, None], ["-", "nihil", ""], ['"', "sda"]])
def test_blanks_and_ditto_marks_say_nothing(values: list[Any]) -> None:
    assert profile_of(values) == EMPTY
    assert all(fit(column, EMPTY, "73.11") == 0.0 for report in specs() for column in report.columns)


def test_a_kecamatan_speaks_only_inside_its_district() -> None:
    assert speaks(["Tompobulu", "Pallangga"], "ikm", "kecamatan", "73.06") == 1.0
    assert speaks(["Tompobulu", "Pallangga"], "ikm", "kecamatan", None) == 0.0
    assert speaks(["Pallangga", "Somba Opu"], "ikm", "kecamatan", "73.11") < 0


@pytest.mark.parametrize("text", ["²", "202²", "²²²²", "٢٠٢١", "⑤", "12½"])
def test_digits_that_are_no_plain_digits_stop_nothing(text: str) -> None:
    assert profile_of([text, text]).nik == 0.0


CELLS = st.one_of(
    st.none(), st.text(max_size=30), st.floats(), st.integers(), st.booleans(), st.dates(),
    st.sampled_from([*NIKS, *NIBS, *PHONES, *MONEY, *PLACES, "1e400", "²", "202²", "٣٣٣٣"]),
)  # fmt: skip


@given(st.lists(CELLS, max_size=12))
def test_any_cells_get_a_profile_and_any_fit_is_between_veto_and_proof(values: list[Any]) -> None:
    profile = profile_of(values)
    for report in specs():
        for column in report.columns:
            assert -1.0 <= fit(column, profile, "73.11") <= 1.0
