"""What officers teach: the list they can open in Excel, where a wording holds, what it makes of a heading."""

from __future__ import annotations

import codecs
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.cli import main
from flows.messages import TEXTS, say
from flows.steps.headers import name_columns
from flows.taught import (
    Fault,
    NotOurs,
    Taught,
    add_wording,
    applies,
    applying,
    read_entries,
    read_taught,
    remove_wording,
    taught_for,
    taught_matcher,
)
from flows.taught_file import read_records, write_records
from flows.taught_words import heading_key
from tests.sheets import BARRU_2021, TITLE, only_table, sheet

TODAY = date(2022, 3, 1)


def line(judul: str = "Qontas", kolom: str = "kbli", **more: str) -> dict[str, str]:
    return {"laporan": "ikm", "judul": judul, "kolom": kolom, "alasan": "dipastikan dinas", **more}


def taught(judul: str, kolom: str, wilayah: str | None = None, laporan: str = "ikm") -> Taught:
    return Taught(laporan, judul, kolom, wilayah, None, None, "dipastikan dinas", 1)


def test_a_wording_is_kept_and_comes_back(tmp_path: Path) -> None:
    cells = line(wilayah="73.11", dari="2021", sampai="2023")
    expected = Taught("ikm", "Qontas", "kbli", "73.11", 2021, 2023, "dipastikan dinas", 1)
    assert add_wording(tmp_path, cells, TODAY) == expected
    assert read_taught(tmp_path) == (expected,)


def test_the_list_opens_in_columns_in_an_excel_with_decimal_commas(tmp_path: Path) -> None:
    add_wording(tmp_path, line(wilayah="73.10"), TODAY)
    data = (tmp_path / "istilah.csv").read_bytes()
    assert data.startswith(codecs.BOM_UTF8)
    lines = data.decode("utf-8-sig").split("\r\n")
    assert lines[0] == "nomor;laporan;judul;kolom;wilayah;dari;sampai;alasan;ditambahkan"
    # A bare 73.10 would come back from Excel as 73,1 or as a time of day.
    assert "73.10 Kabupaten Pangkajene dan Kepulauan" in lines[1]


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_whatever_excel_saved_is_read(tmp_path: Path, delimiter: str, encoding: str) -> None:
    rows = [
        ["Laporan", "Judul", "Kolom", "Wilayah", "Alasan"],
        ["ikm", "Nama Café", "Nama usaha", "Kab. Barru", "ya"],
    ]
    text = "\r\n".join(delimiter.join(row) for row in rows)
    (tmp_path / "istilah.csv").write_bytes(text.encode(encoding))
    (found,) = read_taught(tmp_path)
    assert (found.judul, found.kolom, found.wilayah, found.nomor) == ("Nama Café", "nama_usaha", "73.11", 1)


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (line(laporan="ikn"), "bad_laporan"),
        (line(kolom="warna"), "taught.bad_column"),
        (line(kolom="kblii"), "taught.bad_column_near"),
        (line(wilayah="99.99"), "bad_wilayah"),
        (line(wilayah="73.1"), "bad_wilayah"),
        (line(wilayah="Toraja"), "bad_wilayah"),
        (line(dari="2021-T2"), "taught.bad_year"),
        (line(sampai="21"), "taught.bad_year"),
        (line(dari="2023", sampai="2021"), "taught.years_swapped"),
        (line(judul="  *) "), "taught.no_heading"),
        (line(alasan=" "), "taught.no_reason"),
        (line(judul="Nama Pemilik", kolom="nama_usaha"), "taught.needs_district"),
        (line(judul="Nama Pemilik", kolom="-"), "taught.needs_district"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_a_sentence(
    tmp_path: Path, cells: dict[str, str], told: str
) -> None:
    fault = add_wording(tmp_path, cells, TODAY)
    assert isinstance(fault, Fault)
    assert fault.pesan == told
    assert not (tmp_path / "istilah.csv").exists()
    for bahasa in ("id", "en"):
        assert "{" not in say(fault.pesan, bahasa, **fault.rincian)


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ({}, {"kolom": "komoditas"}, "taught.contradicts"),
        ({}, {"kolom": "komoditas", "wilayah": "73.11"}, "taught.contradicts"),
        ({"sampai": "2021"}, {"kolom": "komoditas", "dari": "2021"}, "taught.contradicts"),
        ({}, {"judul": "QONTAS."}, "taught.twice"),
        ({"sampai": "2021"}, {"kolom": "komoditas", "dari": "2022"}, None),
        ({"wilayah": "73.11"}, {"kolom": "komoditas", "wilayah": "73.06"}, None),
        ({}, {"kolom": "komoditas", "laporan": "sentra"}, None),
    ],
)
def test_two_wordings_may_not_contradict_each_other(
    tmp_path: Path, first: dict[str, str], second: dict[str, str], told: str | None
) -> None:
    assert isinstance(add_wording(tmp_path, line(**first), TODAY), Taught)
    added = add_wording(tmp_path, line(**second), TODAY)
    assert (added.pesan if isinstance(added, Fault) else None) == told
    assert len(read_taught(tmp_path)) == (1 if told else 2)


def test_a_malformed_line_is_told_and_kept_and_the_others_hold(tmp_path: Path) -> None:
    write_records(
        tmp_path,
        [
            line(nomor="4"),
            line(judul="Penggarap", kolom="tidak ada", catatan="tanya lagi"),
            line(judul="Penggarap", kolom="nama_pemilik"),
        ],
    )
    entries = read_entries(tmp_path)
    assert [(one.nomor, one.baris, isinstance(one.meant, Taught)) for one in entries] == [
        (4, 2, True), (5, 3, False), (6, 4, True),
    ]  # fmt: skip
    assert [one.nomor for one in read_taught(tmp_path)] == [4, 6]
    assert remove_wording(tmp_path, 4) is not None
    assert [cells["judul"] for _, cells in read_records(tmp_path)] == ["Penggarap", "Penggarap"]
    assert read_records(tmp_path)[0][1]["catatan"] == "tanya lagi"
    assert remove_wording(tmp_path, 4) is None


def test_a_file_that_is_no_list_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "istilah.csv").write_text("Nama;Alamat\nRahman;Barru\n", encoding="utf-8")
    assert read_taught(tmp_path) == ()
    with pytest.raises(NotOurs):
        add_wording(tmp_path, line(), TODAY)
    assert "Rahman" in (tmp_path / "istilah.csv").read_text(encoding="utf-8")


@given(st.binary(max_size=300))
def test_no_bytes_make_the_reader_raise(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    home = tmp_path_factory.getbasetemp() / "bytes"
    home.mkdir(exist_ok=True)
    (home / "istilah.csv").write_bytes(data)
    assert isinstance(read_taught(home), tuple)


@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=30), st.text(max_size=30))
def test_any_heading_and_reason_come_back_the_same(
    tmp_path_factory: pytest.TempPathFactory, judul: str, alasan: str
) -> None:
    home = tmp_path_factory.getbasetemp() / "headings"
    (home / "istilah.csv").unlink(missing_ok=True)
    added = add_wording(home, line(judul=judul, alasan=f"karena {alasan}"), TODAY)
    assert read_taught(home) == ((added,) if isinstance(added, Taught) else ())


@pytest.mark.parametrize(
    ("wilayah", "dari", "sampai", "kode", "periode", "holds"),
    [
        (None, None, None, "73.11", "2021", True),
        (None, None, None, None, None, True),
        ("73.11", None, None, "73.11", "2021-T2", True),
        ("73.11", None, None, "73.06", "2021", False),
        ("73.11", None, None, None, "2021", False),
        (None, 2021, 2023, "73.11", "2021-07", True),
        (None, 2021, 2023, "73.11", "2020-S2", False),
        (None, 2021, 2023, "73.11", "2024", False),
        (None, 2021, None, "73.11", "2030", True),
        (None, None, 2021, "73.11", "2022", False),
        (None, 2021, None, "73.11", None, False),
    ],
)
def test_where_and_when_a_wording_holds(
    wilayah: str | None,
    dari: int | None,
    sampai: int | None,
    kode: str | None,
    periode: str | None,
    holds: bool,
) -> None:
    one = Taught("ikm", "KLBI", "kbli", wilayah, dari, sampai, "-", 1)
    assert applies(one, kode, periode) is holds
    assert applying([one], kode, periode) == ((one,) if holds else ())


HEADS = ("No", "Nama Usaha", "Nama Pemilik", "Qontas", "Omzet")
ROWS = [
    (number, name, owner, goods, money)
    for number, (name, owner, goods, money) in enumerate(
        [
            ("UD Sinar Bahari", "Rahman", "Abon ikan", 25_000_000),
            ("Mekar Jaya", "Sitti Aminah", "Kue kering", 12_500_000),
            ("CV Karya Bambu", "Abdul Malik", "Anyaman", 40_000_000),
        ],
        1,
    )
]


def meanings(*wordings: Taught) -> dict[str, str]:
    """Heading → our column, of one small table read with what was taught."""
    table = only_table(sheet([*TITLE, HEADS, *ROWS]))
    named, _, _ = name_columns(table, BARRU_2021, taught_matcher(wordings))
    return {one.header: one.kolom for one in named}


def test_a_taught_heading_names_its_column_and_leaves_the_others_as_they_were() -> None:
    before = meanings()
    assert "Qontas" not in before
    after = meanings(taught("QONTAS:", "komoditas"))
    assert after == {**before, "Qontas": "komoditas"}


def test_a_heading_taught_to_be_passed_over_is_neither_loaded_nor_a_finding() -> None:
    table = only_table(sheet([*TITLE, HEADS, *ROWS]))
    match = taught_matcher((taught("Qontas", "-"),))
    named, _, findings = name_columns(table, BARRU_2021, match)
    assert "Qontas" not in {one.header for one in named}
    assert "Qontas" not in {one.nilai for one in findings}


def test_a_district_may_mean_something_else_by_a_known_heading() -> None:
    assert meanings()["Omzet"] == "nilai_produksi"
    assert meanings(taught("Omzet", "nilai_investasi", "73.11"))["Omzet"] == "nilai_investasi"


def test_values_still_veto_what_was_taught() -> None:
    assert "nik" not in meanings(taught("Qontas", "nik")).values()


@pytest.mark.parametrize(
    ("path", "found"),
    [(("KLBI",), True), (("Data Usaha", "Klbi"), True), (("KLBI", "Tahun"), False), (("KLBI 2020",), False)],
)
def test_which_header_a_wording_speaks_for(path: tuple[str, ...], found: bool) -> None:
    one = taught("KLBI", "kbli")
    assert taught_for([one], "ikm", path, "kbli") == (one if found else None)
    assert taught_for([one], "usulan", path, "kbli") is None


@given(st.text(max_size=40))
def test_a_key_says_the_same_of_its_own_key(text: str) -> None:
    assert heading_key(heading_key(text)) == heading_key(text)


def run(home: Path, *words: str) -> int:
    return main(["wording", *words, "--home", str(home)])


def test_the_command_adds_lists_and_removes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given_words = ("--laporan", "ikm", "--header", "KLBI", "--kolom", "kbli", "--alasan", "salah ketik dinas")
    assert run(tmp_path, "add", *given_words, "--wilayah", "73.11", "--dari", "2021") == 0
    assert (
        run(tmp_path, "add", "--laporan", "ikm", "--header", "Rak", "--kolom", "-", "--alasan", "arsip") == 0
    )
    assert "sudah dibaca begitu" in capsys.readouterr().out
    assert run(tmp_path, "list") == 0
    told = capsys.readouterr().out
    assert 'ikm: "KLBI" → KBLI (kbli); Kabupaten Barru; mulai 2021' in told
    assert 'ikm: "Rak" → dilewati, tidak dimuat; semua kabupaten/kota; semua tahun' in told
    assert "salah ketik dinas" in told
    assert run(tmp_path, "remove", "1") == 0
    assert [one.judul for one in read_taught(tmp_path)] == ["Rak"]
    assert run(tmp_path, "remove", "1") == 2
    assert run(tmp_path, "add", *given_words[:6], "--alasan", "x", "--wilayah", "Antah") == 2
    assert "kode kabupaten/kota" in capsys.readouterr().err


def test_the_list_says_which_lines_cannot_be_used(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_records(tmp_path, [line(), line(judul="Rak", kolom="lemari")])
    assert run(tmp_path, "list", "--bahasa", "en") == 1
    told = capsys.readouterr()
    assert "Qontas" in told.out
    assert "Line 3" in told.err and '"lemari" is no column' in told.err


def test_every_sentence_is_there_in_both_languages() -> None:
    assert all(len(pair) == 2 and all(part.strip() for part in pair) for pair in TEXTS.values())
