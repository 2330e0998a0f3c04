"""The finding codes: all there, complete in both languages, and a message for whatever is known."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.finding_page import page
from schemas.findings import CODES, MESSAGE_LIMIT, advice, message, severity, text_of, title

CONTRACT = {
    "galat": """BERKAS_RUSAK BERKAS_TERKUNCI BERKAS_KOSONG FORMAT_TAK_DIDUKUNG BERKAS_TERLALU_BESAR
        BERKAS_BERBAHAYA TABEL_TAK_DIKENAL WILAYAH_TAK_DIKENAL WILAYAH_AMBIGU WILAYAH_BERTENTANGAN
        PERIODE_TAK_DIKENAL PERIODE_BERTENTANGAN KOLOM_WAJIB_TIDAK_ADA WAJIB_KOSONG GANDA""",
    "peringatan": """KOLOM_TAK_DIKENAL KOLOM_GANDA BUKAN_ANGKA DI_LUAR_RENTANG DI_LUAR_DAFTAR
        TANGGAL_TIDAK_SAH TANGGAL_AMBIGU HARI_TIDAK_COCOK DI_LUAR_PERIODE NIK_TIDAK_SAH NIB_TIDAK_SAH
        TELEPON_TIDAK_SAH KBLI_TIDAK_SAH PRESISI_HILANG RUMUS_GALAT ANGKA_BERTENTANGAN SATUAN_JANGGAL
        REALISASI_MELEBIHI_PAGU NILAI_TIDAK_COCOK JUMLAH_TIDAK_COCOK SELESAI_SEBELUM_MULAI""",
    "info": "DUPLIKAT LEMBAR_TERSEMBUNYI ANGKA_PERKIRAAN KECAMATAN_TAK_DIKENAL DESA_TAK_DIKENAL",
}
EVERY_CONTRACT_CODE = [(kode, tingkat) for tingkat, codes in CONTRACT.items() for kode in codes.split()]
LANGUAGES = ("id", "en")
DETAILS = {
    "nilai": "Rp128.820.00",
    "kolom": "Nilai bahan baku",
    "sel": "AB1234",
    "lembar": "Tanete Rilau",
    "baris": 1234,
    "berkas": "05 penerima bantuan_Kota Palopo_2022_(1).xlsx",
    "pilihan": "Tana Toraja, Toraja Utara",
    "jumlah": 1234567.0,
    "selisih": -5,
    "alasan": "kelompok ribuan tidak lengkap",
}
# Codes whose finding is about a cell; the cell's content must be in the message.
ABOUT_A_VALUE = [kode for kode, code in CODES.items() if "{nilai}" in code.id.wrong]
DOCUMENTED = Path(__file__).parent.parent / "docs" / "temuan.md"


@pytest.mark.parametrize(("kode", "tingkat"), EVERY_CONTRACT_CODE)
def test_the_contract_s_codes_keep_their_severity(kode: str, tingkat: str) -> None:
    assert CODES[kode].tingkat == tingkat
    assert severity(kode) == tingkat
    assert severity(kode, held=True) == "galat"


@pytest.mark.parametrize("kode", CODES)
@pytest.mark.parametrize("bahasa", LANGUAGES)
def test_every_code_is_complete(kode: str, bahasa: str) -> None:
    text = text_of(kode, bahasa)
    assert text is not None
    assert all(part.strip() == part and part.endswith(".") for part in text[1:])
    assert 2 <= len(text.title.split()) <= 8
    assert title(kode, bahasa) == text.title
    assert CODES[kode].kode == kode
    assert CODES[kode].tindakan in {"kabupaten", "petugas", "tidak ada"}
    assert CODES[kode].id != CODES[kode].en


@pytest.mark.parametrize("kode", CODES)
@pytest.mark.parametrize("bahasa", LANGUAGES)
@pytest.mark.parametrize("details", [{}, DETAILS])
def test_a_message_is_whole_with_and_without_details(
    kode: str, bahasa: str, details: dict[str, object]
) -> None:
    made = message(kode, bahasa, **details)
    assert not re.search(r"[{}]|None|\.\.", made)
    assert made[0].isupper() or made[0] in '"…'
    assert len(made) <= MESSAGE_LIMIT
    assert advice(kode, bahasa, **details) in made
    if details:
        assert "kelompok ribuan tidak lengkap" in made or "…" in made


@pytest.mark.parametrize("kode", ABOUT_A_VALUE)
@pytest.mark.parametrize("bahasa", LANGUAGES)
def test_a_message_about_a_value_shows_it(kode: str, bahasa: str) -> None:
    assert '"Rp128.820.00"' in message(kode, bahasa, **DETAILS)


@pytest.mark.parametrize("kode", ["NIK_TIDAK_SAH", "PRESISI_HILANG", "TELEPON_TIDAK_SAH"])
def test_examples_are_nobody_s_number(kode: str) -> None:
    assert not re.search(r"\d{9}", message(kode) + message(kode, "en"))


@pytest.mark.parametrize(
    ("details", "part"),
    [
        ({"nilai": "x" * 80}, '"' + "x" * 59 + '…"'),
        ({"nilai": "30\n  orang"}, '"30 orang"'),
        ({"nilai": "{kolom}"}, '"{kolom}"'),
        ({"kolom": "Peserta"}, "Kolom Peserta berisi"),
        ({}, "Kolom ini berisi"),
        ({"sel": "C7"}, "angkanya di sel C7"),
    ],
)
def test_details_in_the_message(details: dict[str, object], part: str) -> None:
    assert part in message("BUKAN_ANGKA", "id", **details)


@pytest.mark.parametrize(
    ("bahasa", "jumlah", "part"),
    [
        ("id", 1_234_567, "jumlah barisnya, 1.234.567 "),
        ("id", 12.5, "jumlah barisnya, 12,50 "),
        ("id", 1e12, "jumlah barisnya, 1.000.000.000.000 "),
        ("en", 1_234_567.0, "sum of its rows, 1,234,567 "),
        ("id", None, "jumlah barisnya, angka lain "),
        ("id", "7.000", "jumlah barisnya, 7.000 "),
    ],
)
def test_sums_are_written_as_the_language_does(bahasa: str, jumlah: object, part: str) -> None:
    assert part in message("JUMLAH_TIDAK_COCOK", bahasa, jumlah=jumlah)


def test_english_takes_the_english_detail() -> None:
    details = {"alasan": "bukan bilangan bulat", "alasan_en": "not a whole number"}
    assert "(not a whole number)" in message("BUKAN_ANGKA", "en", **details)
    assert "(bukan bilangan bulat)" in message("BUKAN_ANGKA", "id", **details)


def test_an_unknown_code_is_shown_as_it_is_but_not_in_the_list() -> None:
    assert message("TAK_PERNAH_ADA", nilai="3") == title("TAK_PERNAH_ADA") == "TAK_PERNAH_ADA"
    assert advice("TAK_PERNAH_ADA") == ""
    with pytest.raises(KeyError):
        CODES["TAK_PERNAH_ADA"]
    with pytest.raises(KeyError):
        severity("TAK_PERNAH_ADA")


@settings(deadline=None)
@given(
    kode=st.sampled_from(sorted(CODES)),
    bahasa=st.sampled_from(["id", "en", "jv"]),
    details=st.dictionaries(
        st.sampled_from([*DETAILS, "harapan", "sumber", "jenis", "hari_benar", "lain", "skala"]),
        st.none() | st.text('aé {}\n"…', max_size=70) | st.integers() | st.floats() | st.just("x" * 500),
    ),
)
def test_no_detail_makes_a_message_fail(kode: str, bahasa: str, details: dict[str, object]) -> None:
    sums = sum(len(str(details.get(name, ""))) for name in ("jumlah", "selisih", "skala"))
    made = message(kode, bahasa, **details)
    assert made
    assert "\n" not in made
    assert len(made) <= MESSAGE_LIMIT or sums > 20


def test_the_page_for_officers_is_up_to_date() -> None:
    assert DOCUMENTED.read_text(encoding="utf-8") == page(), "run `make docs`"
