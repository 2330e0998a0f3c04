"""``ikm check --explain``: how a workbook was read, told to somebody who has never seen the code."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from flows.cli import main
from flows.commands.explaining import ExplainJob, Told, explain_file
from flows.messages import Language
from flows.shapes import Settled
from flows.taught import Taught

OWNERS = ("Rahman", "Sitti Aminah", "Abdul Malik", "Hasan Basri")
NIKS = ("7311014507850001", "7311020101900002", "7311031212750003", "7311042008880004")
SAMPLES = Path(__file__).parent.parent / "samples" / "inbox"


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """A list of four businesses with a section, a total, a signature, strange columns and a hidden sheet."""
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = "IKM"
    page.append(["DAFTAR IKM KABUPATEN BARRU"])
    page.append(["TAHUN 2021"])
    page.append([])
    page.append(["No", "Nama\nUsaha", "Nm Pemilik", "NIK", "Nilai Investasi (Rp. 000)", "Qontas", "Ket."])
    page.append([1, 2, 3, 4, 5, 6, 7])
    page.append(["KECAMATAN BALUSU"])
    for number, (owner, nik) in enumerate(zip(OWNERS, NIKS, strict=True), 1):
        page.append([number, f"UD Mekar {'ABCD'[number - 1]}", owner, nik, 25_000 * number, "biru", ""])
    page["A11"], page["E11"] = "JUMLAH", 250_000
    page["F13"], page["F14"], page["F17"] = "Barru, 4 Januari 2022", "Kepala Dinas,", "Dra. Nurhayati"
    book.create_sheet("lama").sheet_state = "hidden"
    path = tmp_path / "kiriman.xlsx"
    book.save(path)
    return path


def told(
    path: Path, bahasa: Language = "id", settled: Settled | None = None, *taught: Taught, width: int = 200
) -> Told:
    return explain_file(ExplainJob(str(path), str(path.parent), settled or Settled(), taught, bahasa, width))


def line_with(text: str, *words: str) -> str:
    """The one line that holds all ``words``, inner blanks folded."""
    found = [" ".join(line.split()) for line in text.splitlines() if all(word in line for word in words)]
    assert len(found) == 1, (words, found)
    return found[0]


def test_rows_are_told_by_what_they_are(workbook: Path) -> None:
    text = told(workbook).text
    assert line_with(text, "judul dan keterangan") == "judul dan keterangan atas 1–2"
    assert line_with(text, "nomor kolom  ") == "nomor kolom 5"
    assert line_with(text, "judul bagian") == "judul bagian 6"
    assert line_with(text, "data  ") == "data 7–10 (4 baris)"
    assert line_with(text, "jumlah  ") == "jumlah 11"
    assert "17" in line_with(text, "tanda tangan  ")
    assert line_with(text, '"lama"') == 'Lembar "lama": tersembunyi, tidak dimuat'


def test_district_period_and_report_are_told_with_their_source(workbook: Path) -> None:
    text = told(workbook).text
    assert line_with(text, "Wilayah") == "Wilayah Kabupaten Barru (73.11), dari judul tabel"
    assert line_with(text, "Periode") == "Periode 2021, dari judul tabel"
    assert line_with(text, "Laporan").startswith("Laporan Direktori IKM (ikm): judul tabel menyebutnya; ")


@pytest.mark.parametrize(
    ("letter", "words"),
    [
        ("A", ['"No" ×', "dilewati", "isi: 4 angka"]),
        ("B", ['"Nama Usaha" → Nama usaha (nama_usaha)', "judul cocok persis", "isi: 4 teks"]),
        ("C", ['"Nm Pemilik" → Nama pemilik (nama_pemilik)', "judul cocok persis"]),
        ("D", ["→ NIK (nik)", "isi: 4 angka 16 digit, sesuai"]),
        ("E", ["→ Nilai investasi (nilai_investasi), dikalikan 1.000", "isi: 4 angka"]),
        ("F", ['"Qontas" × tidak dimuat', "judul tidak dikenal", "isi: 4 teks"]),
        ("G", ['"Ket." × kolom kosong']),
    ],
)
def test_every_physical_column_is_told_with_its_evidence(
    workbook: Path, letter: str, words: list[str]
) -> None:
    text = told(workbook).text
    lines = [" ".join(line.split()) for line in text.splitlines()]
    (line,) = [line for line in lines if line.startswith(f"{letter} ")]
    assert [word for word in words if word not in line] == []


def test_no_value_of_a_cell_is_shown(workbook: Path) -> None:
    text = told(workbook).text
    assert [value for value in (*OWNERS, *NIKS, "UD Mekar", "Nurhayati", "biru") if value in text] == []


def test_rows_in_are_loaded_held_or_no_data(workbook: Path) -> None:
    one = told(workbook)
    said = line_with(one.text, "masuk =")
    rows = [int(word) for word in said.split() if word.isdigit()]
    assert rows[0] == sum(rows[1:])
    assert rows[1] == 4
    assert not one.grave
    assert "Temuan: " in one.text


def test_a_narrow_terminal_gets_the_evidence_below(workbook: Path) -> None:
    text = told(workbook, width=80).text
    lines = text.splitlines()
    (place,) = [at for at, line in enumerate(lines) if "(nama_usaha)" in line]
    assert "judul cocok persis" not in lines[place]
    assert "judul cocok persis" in lines[place + 1]


def test_it_is_told_in_english_too(workbook: Path) -> None:
    text = told(workbook, "en").text
    assert line_with(text, "District") == "District Kabupaten Barru (73.11), from the table's title"
    assert "heading matches exactly; values: 4 texts" in text
    assert "times 1,000" in text
    assert "judul cocok" not in text


def test_what_an_officer_settled_is_told_as_such(workbook: Path) -> None:
    text = told(workbook, "id", Settled("73.06", "2020", "ikm")).text
    assert line_with(text, "Wilayah") == "Wilayah Kabupaten Gowa (73.06), dari petugas"
    assert line_with(text, "Laporan") == "Laporan Direktori IKM (ikm): ditentukan petugas"


def test_a_taught_wording_is_told_with_its_number_and_reason(workbook: Path) -> None:
    one = Taught("ikm", "Qontas", "komoditas", "73.11", None, None, "dipastikan dinas", 3)
    assert "→ Komoditas (komoditas)" in line_with(
        told(workbook, "id", None, one).text, "istilah setempat nomor 3"
    )
    elsewhere = one._replace(wilayah="73.06")
    assert "judul tidak dikenal" in line_with(told(workbook, "id", None, elsewhere).text, '"Qontas"', "×")


def test_a_refused_file_says_why_and_still_shows_what_was_seen(tmp_path: Path) -> None:
    one = told(SAMPLES / "Data IKM Kab Luwu.xlsx")
    assert one.grave
    assert line_with(one.text, "Periode ") == "Periode belum pasti; lihat temuan"
    assert "→ Nama usaha (nama_usaha)" in one.text
    assert "tidak ada yang dimuat" in one.text
    locked = told(SAMPLES / "DATA IKM Luwu Timur 2022 (rahasia).xlsx")
    assert locked.grave and "tidak dapat dibaca" in locked.text


def test_two_tables_on_a_sheet_are_told_one_after_the_other() -> None:
    text = told(SAMPLES / "Bulukumba rekap & sentra 2021.xlsm").text
    assert (
        text.index("Tabel 1 dari 2")
        < text.index("(rekap)")
        < text.index("Tabel 2 dari 2")
        < text.index("(sentra)")
    )


def test_the_command_prints_files_in_order_and_tells_how_it_went(
    workbook: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    refused = SAMPLES / "formulir kosong Kab Enrekang 2022.xlsx"
    assert main(["check", "--explain", str(workbook), str(refused)]) == 1
    out = capsys.readouterr().out
    assert out.index("kiriman.xlsx") < out.index(refused.name) < out.index("→ dimuat, × tidak dimuat")
