"""What an officer types and gets: exit codes, words in two languages, and never a traceback."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest

from flows.cli import main
from flows.commands import loading
from flows.take_in import load_paths
from tests.sheets import Row, write_workbook
from warehouse.lock import only_writer

ROOT = Path(__file__).parent.parent
HEAD: Row = (
    "No",
    "Nama Usaha",
    "Nama Pemilik",
    "NIK",
    "Komoditi",
    "Jumlah Tenaga Kerja",
    "Nilai Produksi (Rp)",
)
TITLE = "DAFTAR IKM KABUPATEN BARRU TAHUN 2021"
SECRET = "Pemilik Rahasia"
GOOD: list[Row] = [(n, f"Usaha {n}", f"{SECRET} {n}", None, "Abon ikan", n, 1_000_000 * n) for n in (1, 2, 3)]
FORMULA: Row = (4, "=CMD()", f"{SECRET} 4", None, "Kue", 4, 4_000_000)

pytestmark = pytest.mark.usefixtures("in_this_process", "quiet_surroundings")


@pytest.fixture
def quiet_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("IKM_HOME", "IKM_BAHASA"):
        monkeypatch.delenv(name, raising=False)


def book(path: Path, rows: list[Row] = GOOD, title: str = TITLE) -> Path:
    return write_workbook(path, {"Data": [(title,), (), HEAD, *rows]})


class Said:
    """The exit code of a command and what it printed."""

    def __init__(self, capsys: pytest.CaptureFixture[str], *arguments: object) -> None:
        capsys.readouterr()
        try:
            self.code: Any = main([str(one) for one in arguments])
        except SystemExit as end:
            self.code = end.code
        told = capsys.readouterr()
        self.out, self.err = told.out, told.err
        assert "Traceback" not in self.out + self.err


# --- load ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("bahasa", "words"),
    [
        ("id", ["Ringkasan", "Berkas diterima", "Langkah berikutnya"]),
        ("en", ["Summary", "Files received", "What to do next"]),
    ],
)
def test_all_loaded_is_0(bahasa: str, words: list[str], inbox: Path, home: Path, capsys: Any) -> None:
    book(inbox / "barru.xlsx")
    said = Said(capsys, "load", inbox, "--home", home, "--bahasa", bahasa)
    assert said.code == 0
    assert [word for word in words if word not in said.out] == []
    again = Said(capsys, "load", inbox, "--home", home, "--bahasa", bahasa)
    assert again.code == 0
    assert ("tidak berubah" if bahasa == "id" else "unchanged") in again.out


@pytest.mark.parametrize(
    ("rows", "title", "words"),
    [
        ([*GOOD, (4, *GOOD[0][1:])], TITLE, ["Baris yang ditahan", "1 baris"]),
        (GOOD, "DAFTAR IKM TAHUN 2021", ["Tidak dimuat", "--wilayah"]),
    ],
)
def test_something_held_back_or_refused_is_1(
    rows: list[Row], title: str, words: list[str], inbox: Path, home: Path, capsys: Any
) -> None:
    book(inbox / "kiriman.xlsx", rows, title)
    said = Said(capsys, "load", inbox, "--home", home)
    assert said.code == 1
    assert [word for word in words if word not in said.out] == []
    assert SECRET not in said.out + said.err


def test_an_officer_settles_district_and_period(inbox: Path, home: Path, capsys: Any) -> None:
    path = book(inbox / "kiriman.xlsx", title="DAFTAR IKM")
    assert Said(capsys, "load", path, "--home", home).code == 1
    assert Said(capsys, "load", path, "--home", home, "--wilayah", "73.08", "--periode", "2021-T2").code == 0
    said = Said(
        capsys, "sql", "SELECT DISTINCT kode_wilayah, periode FROM ikm", "--home", home, "--format", "csv"
    )
    assert said.out.split() == ["kode_wilayah,periode", "73.08,2021-T2"]


WRONG: list[tuple[str, list[str], tuple[str, str]]] = [
    ("no such path", ["tidak-ada.xlsx"], ("Tidak ada berkas atau folder", "There is no file or folder")),
    ("no such district", [".", "--wilayah", "99.99"], ("bukan kode kabupaten/kota", "is no district code")),
    ("a name for a code", [".", "--wilayah", "Barru"], ("bukan kode kabupaten/kota", "is no district code")),
    ("no such period", [".", "--periode", "2021-13"], ("bukan periode", "is no period")),
    ("no such report", [".", "--laporan", "ikan"], ("bukan jenis laporan", "is no report type")),
    ("nothing there", ["."], ("Tidak ada buku kerja", "There is no workbook")),
]


@pytest.mark.parametrize("command", ["load", "check"])
@pytest.mark.parametrize(("bahasa", "place"), [("id", 0), ("en", 1)])
@pytest.mark.parametrize(("given", "words"), [case[1:] for case in WRONG], ids=[case[0] for case in WRONG])
def test_nothing_could_be_done_is_2(
    command: str, bahasa: str, place: int, given: list[str], words: tuple[str, str], inbox: Path, home: Path,
    monkeypatch: pytest.MonkeyPatch, capsys: Any,
) -> None:  # fmt: skip
    monkeypatch.chdir(inbox)
    said = Said(capsys, command, *given, "--home", home, "--bahasa", bahasa)
    assert (said.code, said.out) == (2, "")
    assert words[place] in said.err


def test_one_wrong_path_among_several_loads_nothing(inbox: Path, home: Path, capsys: Any) -> None:
    said = Said(capsys, "load", book(inbox / "barru.xlsx"), inbox / "tidak ada.xlsx", "--home", home)
    assert said.code == 2 and "tidak ada.xlsx" in said.err
    assert not home.exists()


def test_a_locked_warehouse(inbox: Path, home: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    book(inbox / "barru.xlsx")
    assert Said(capsys, "load", inbox, "--home", home).code == 0
    book(inbox / "barru 2.xlsx", [(9, "Lain", "Lain", None, "Kue", 1, 5)])
    monkeypatch.setattr(loading, "load_paths", partial(load_paths, wait_seconds=0.1))
    with only_writer(home / "warehouse" / "kerja.kunci"):
        said = Said(capsys, "load", inbox, "--home", home)
        assert said.code == 2 and str(os.getpid()) in said.err and "dipakai" in said.err
        assert Said(capsys, "sql", "SELECT count(*) FROM ikm", "--home", home).code == 0
    assert Said(capsys, "load", inbox, "--home", home).code == 0


TROUBLE = [
    RuntimeError(f"{SECRET} 7311014507850001"),
    KeyError("nama_pemilik"),
    AssertionError("rows in 5"),
    MemoryError(),
    RecursionError(),
    PermissionError(13, "Permission denied", "ikm.duckdb"),
    OSError(28, "No space left on device"),
    UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte"),
    duckdb.IOException("IO Error: corrupt"),
]


@pytest.mark.parametrize("bahasa", ["id", "en"])
@pytest.mark.parametrize("problem", TROUBLE, ids=lambda one: type(one).__name__)
def test_whatever_goes_wrong_is_said_in_a_sentence(
    problem: Exception, bahasa: str, inbox: Path, home: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_: object, **__: object) -> None:
        raise problem

    monkeypatch.setattr(loading, "load_paths", break_down)
    said = Said(capsys, "load", inbox, "--home", home, "--bahasa", bahasa)
    assert said.code == 2
    assert said.err.strip()
    log = home / "catatan.log"
    kept = log.read_text(encoding="utf-8") if log.exists() else ""
    assert SECRET not in said.err + said.out + kept and "7311014507850001" not in said.err + said.out + kept


@pytest.mark.parametrize(("problem", "code"), [(KeyboardInterrupt(), 2)])
def test_ctrl_c(
    problem: BaseException, code: int, inbox: Path, home: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise problem

    monkeypatch.setattr(loading, "load_paths", interrupted)
    said = Said(capsys, "load", inbox, "--home", home)
    assert said.code == code and "Dihentikan" in said.err


def test_a_home_that_cannot_be_written(inbox: Path, tmp_path: Path, capsys: Any) -> None:
    book(inbox / "barru.xlsx")
    (tmp_path / "berkas").write_text("sudah ada")
    said = Said(capsys, "load", inbox, "--home", tmp_path / "berkas" / "data")
    assert said.code == 2 and "--home" in said.err


# --- check -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rows", "code", "words"),
    [
        (GOOD, 0, ["barru.xlsx", "73.11", "2021", "tidak ada temuan"]),
        ([*GOOD, (4, *GOOD[0][1:])], 1, ["✗", "7"]),
        ([*GOOD, (4, "Usaha 4", f"{SECRET} 4", "731101", "Kue", 4, 4_000_000)], 0, ["!", "D7"]),
    ],
)
def test_check_shows_findings_and_stores_nothing(
    rows: list[Row], code: int, words: list[str], inbox: Path, home: Path, capsys: Any
) -> None:
    book(inbox / "barru.xlsx", rows)
    said = Said(capsys, "check", inbox, "--home", home)
    assert said.code == code
    assert [word for word in words if word not in said.out] == []
    assert SECRET not in said.out and "731101" not in said.out
    assert not home.exists()


def test_check_in_english(inbox: Path, home: Path, capsys: Any) -> None:
    book(inbox / "barru.xlsx", [*GOOD, (4, *GOOD[0][1:])], "DAFTAR IKM KABUPATEN BARRU")
    said = Said(capsys, "check", inbox, "--home", home, "--bahasa", "en")
    assert said.code == 1
    assert not [
        word for word in ("Periode", "tidak", "berkas ini") if word in said.out.replace("barru.xlsx", "")
    ]


# --- sql -------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home with four businesses in it; the tests only read."""
    folder = tmp_path_factory.mktemp("sql")
    book(folder / "masuk" / "barru.xlsx", [*GOOD, FORMULA])
    load_paths([folder / "masuk"], folder / "data")
    yield folder / "data"


LIST = "SELECT nama_usaha, tenaga_kerja, periode_mulai, nib FROM ikm ORDER BY baris"


def test_sql_as_a_table(filled: Path, capsys: Any) -> None:
    said = Said(capsys, "sql", LIST, "--home", filled)
    lines = said.out.splitlines()
    assert said.code == 0 and len(lines) == 6
    assert lines[0].split() == ["nama_usaha", "tenaga_kerja", "periode_mulai", "nib"]
    assert lines[2].split() == ["Usaha", "1", "1", "2021-01-01"]


def test_sql_into_a_program_that_has_seen_enough(filled: Path) -> None:
    asked = [sys.executable, "-m", "flows.cli", "sql", "SELECT range FROM range(100000)", "--home", filled]
    with subprocess.Popen(asked, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as running:
        assert running.stdout is not None and running.stderr is not None
        assert running.stdout.readline().split() == [b"range"]
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait(timeout=60) == 0


def test_sql_as_csv(filled: Path, capsys: Any) -> None:
    said = Said(capsys, "sql", LIST, "--home", filled, "--format", "csv")
    rows = list(csv.reader(io.StringIO(said.out)))
    assert rows[:2] == [
        ["nama_usaha", "tenaga_kerja", "periode_mulai", "nib"],
        ["Usaha 1", "1", "2021-01-01", ""],
    ]
    assert rows[4][0] == "'=CMD()"  # a spreadsheet program must not take it for a formula


def test_sql_as_json(filled: Path, capsys: Any) -> None:
    said = Said(capsys, "sql", LIST, "--home", filled, "--format", "json")
    assert json.loads(said.out)[0] == {
        "nama_usaha": "Usaha 1",
        "tenaga_kerja": 1,
        "periode_mulai": "2021-01-01",
        "nib": None,
    }


@pytest.mark.parametrize("form", ["csv", "json", "table", "xlsx"])
def test_sql_into_a_file(form: str, filled: Path, tmp_path: Path, capsys: Any) -> None:
    target = tmp_path / f"hasil.{form}"
    said = Said(capsys, "sql", LIST, "--home", filled, "--format", form, "--keluar", target)
    assert (said.code, said.out) == (0, "")
    if form == "xlsx":
        page = openpyxl.load_workbook(target).active
        assert page is not None
        rows = list(page.iter_rows(values_only=True))
        assert rows[0] == ("nama_usaha", "tenaga_kerja", "periode_mulai", "nib")
        assert rows[4][:2] == ("=CMD()", 4) and page["A5"].data_type == "s"
    else:
        assert "Usaha 1" in target.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("form", ["table", "csv", "json", "xlsx"])
@pytest.mark.parametrize(
    "query",
    [
        "SELECT 1 WHERE false",
        "SELECT NULL AS kosong, true AS ya, 1.5::DECIMAL(4,2) AS desimal, [1, 2] AS daftar, {'a': 1} AS isi",
        "SELECT TIMESTAMP '2021-05-05 10:00:00' AS saat, INTERVAL 2 DAY AS lama, TIME '10:00' AS jam",
        "SELECT 'nan'::DOUBLE AS tak_tentu, 'inf'::DOUBLE AS tak_hingga",
        "SELECT 170141183460469231731687303715884105727::HUGEINT AS besar, 'é–“kutip”' AS teks, blob 'ab' AS bita",
        "SELECT * FROM kiriman",
        "SHOW TABLES",
    ],
)
def test_sql_of_any_kind_in_any_form(
    form: str, query: str, filled: Path, tmp_path: Path, capsys: Any
) -> None:
    said = Said(
        capsys, "sql", query, "--home", filled, "--format", form, "--keluar", tmp_path / f"hasil.{form}"
    )
    assert (said.code, said.err) == (0, "")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * FROM tidak_ada",
        "SELEC 1",
        "DELETE FROM ikm",
        "CREATE TABLE baru (a INTEGER)",
        "DROP TABLE ikm",
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM read_text('/etc/hostname')",
        "ATTACH 'lain.duckdb'",
        "COPY ikm TO 'keluar.csv'",
        "SET enable_external_access = true",
        "INSTALL httpfs",
    ],
)
def test_sql_that_is_no_query_of_this_warehouse_is_2(
    query: str, filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    monkeypatch.chdir(tmp_path)
    said = Said(capsys, "sql", query, "--home", filled)
    assert said.code == 2 and "Kueri tidak dapat dijalankan" in said.err
    assert list(tmp_path.iterdir()) == []


def test_sql_masks_persons_unless_the_restricted_file_is_asked_for(filled: Path, capsys: Any) -> None:
    everything = Said(capsys, "sql", "SELECT * FROM ikm", "--home", filled, "--format", "csv").out
    assert SECRET not in everything
    restricted = Said(capsys, "sql", "SELECT nama_pemilik FROM ikm", "--home", filled, "--terbatas").out
    assert f"{SECRET} 1" in restricted


@pytest.mark.parametrize(
    ("bahasa", "words"), [("id", "Belum ada gudang data"), ("en", "There is no warehouse")]
)
def test_sql_before_the_first_load(bahasa: str, words: str, home: Path, capsys: Any) -> None:
    said = Said(capsys, "sql", "SELECT 1", "--home", home, "--bahasa", bahasa)
    assert said.code == 2 and words in said.err


def test_sql_xlsx_needs_a_file(filled: Path, capsys: Any) -> None:
    said = Said(capsys, "sql", "SELECT 1", "--home", filled, "--format", "xlsx")
    assert said.code == 2 and "--keluar" in said.err


def test_sql_as_json_is_json_whatever_the_numbers(filled: Path, capsys: Any) -> None:
    said = Said(
        capsys,
        "sql",
        "SELECT 'nan'::DOUBLE AS a, '-inf'::DOUBLE AS b, 1.5 AS c",
        "--home",
        filled,
        "--format",
        "json",
    )

    def refuse(word: str) -> None:
        raise AssertionError(f"{word} is no JSON")

    assert json.loads(said.out, parse_constant=refuse)[0].keys() == {"a", "b", "c"}


def test_sql_into_a_folder_that_does_not_exist(filled: Path, tmp_path: Path, capsys: Any) -> None:
    for form in ("csv", "xlsx"):
        target = tmp_path / "tidak" / "ada" / f"hasil.{form}"
        said = Said(capsys, "sql", "SELECT 1", "--home", filled, "--format", form, "--keluar", target)
        assert said.code == 2 and said.err.strip()
        assert "kesalahan pada program" not in said.err, "a wrong folder is no fault of the program"


# --- doctor, language, the program as such -----------------------------------------------------------------


def test_doctor_names_what_is_wrong_and_the_cure(home: Path, capsys: Any) -> None:
    (home / "warehouse").mkdir(parents=True)
    (home / "warehouse" / "ikm.duckdb").write_bytes(b"bukan basis data" * 1000)
    said = Said(capsys, "doctor", "--home", home)
    assert said.code == 1
    bad = [line for line in said.out.splitlines() if line.startswith("✗")]
    assert any("gudang ikm.duckdb" in line for line in bad) and "Cara memperbaiki" in said.out
    broken = Said(capsys, "sql", "SELECT 1", "--home", home)
    assert broken.code == 2 and broken.err.strip()


def test_language_and_home_from_the_surroundings(
    filled: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IKM_HOME", str(filled))
    monkeypatch.setenv("IKM_BAHASA", "en")
    assert Said(capsys, "sql", "SELECT count(*) AS n FROM ikm", "--format", "json").out.split() == [
        "[",
        "{",
        '"n":',
        "4",
        "}",
        "]",
    ]
    assert "could not be run" in Said(capsys, "sql", "SELEC").err
    assert "tidak dapat dijalankan" in Said(capsys, "sql", "SELEC", "--bahasa", "id").err


@pytest.mark.parametrize(
    "given",
    [
        [],
        ["muat"],
        ["load"],
        ["sql"],
        ["sql", "SELECT 1", "--format", "pdf"],
        ["load", ".", "--bahasa", "fr"],
    ],
)
def test_a_mistyped_command_is_2(given: list[str], capsys: Any) -> None:
    said = Said(capsys, *given)
    assert said.code == 2 and said.err.strip()


@pytest.mark.parametrize(
    "given", [["--help"], ["load", "--help"], ["check", "--help"], ["sql", "--help"], ["doctor", "--help"]]
)
@pytest.mark.parametrize("bahasa", ["id", "en"])
def test_every_command_explains_itself_in_both_languages(
    given: list[str], bahasa: str, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IKM_BAHASA", bahasa)
    said = Said(capsys, *given)
    assert said.code == 0 and len(said.out) > 100


def test_the_program_from_the_shell(inbox: Path, home: Path) -> None:
    """Once for real: other processes, real exit codes, an output that nobody reads to its end."""
    book(inbox / "barru.xlsx")
    run = partial(subprocess.run, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    ikm = [sys.executable, "-m", "flows.cli"]
    loaded = run([*ikm, "load", str(inbox), "--home", str(home)])
    assert (loaded.returncode, loaded.stderr) == (0, "")
    lost = run([*ikm, "load", str(inbox / "tidak ada"), "--home", str(home)])
    assert lost.returncode == 2 and "Traceback" not in lost.stderr
    query = "SELECT * FROM range(200000)"
    cut = run(
        f'"{sys.executable}" -m flows.cli sql "{query}" --format csv --home "{home}" | head -1', shell=True
    )
    assert cut.stdout.strip() == "range" and "Traceback" not in cut.stderr and "Error" not in cut.stderr


@pytest.mark.parametrize("query", ["", "  ", " ; "])
def test_an_empty_query_is_asked_for_again(query: str, filled: Path, capsys: Any) -> None:
    said = Said(capsys, "sql", query, "--home", filled)
    assert said.code == 2 and "Kueri kosong" in said.err
