"""``ikm sql``: locked, stopped by Ctrl-C, readable in a narrow terminal, harmless in a spreadsheet program."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import threading
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from flows import cli
from flows.commands.answers import as_table
from schemas.reports import spec
from tests.deliveries import businesses, delivery, load
from warehouse.keys import masking_key
from warehouse.publish import publish
from warehouse.readers import CannotOpen, reading


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small warehouse."""
    home = tmp_path_factory.mktemp("home")
    load(home, delivery("ikm", businesses(0, 5), "a.xlsx"))
    publish(home, (spec("ikm"),), masking_key(home))
    return home


def told(capsys: Any, home: Path, *arguments: str) -> tuple[int, str, str]:
    code = cli.main(["sql", *arguments, "--home", str(home)])
    said = capsys.readouterr()
    return code, said.out, said.err


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * FROM read_csv('{file}')",
        "SELECT * FROM read_text('{file}')",
        "SELECT * FROM glob('/*')",
        "SELECT * FROM '{file}'",
        "COPY (SELECT 1) TO '{target}'",
        "COPY ikm TO '{target}'",
        "EXPORT DATABASE '{target}'",
        "ATTACH '{target}'",
        "ATTACH '{restricted}' AS rahasia",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET enable_external_access = true",
        "SET lock_configuration = false",
        "SET temp_directory = '/tmp'",
        "CREATE PERSISTENT SECRET s (TYPE S3)",
        "DELETE FROM ikm",
        "DROP TABLE ikm",
        "CREATE TABLE ikm.main.baru AS SELECT 1",
        "UPDATE kiriman SET status = 'dimuat'",
        "SELECT * FROM options",
    ],
)
def test_a_query_reads_the_warehouse_and_nothing_else(
    query: str, home: Path, tmp_path: Path, capsys: Any
) -> None:
    file, target = tmp_path / "lain.csv", tmp_path / "keluar"
    file.write_text("a\n1\n", encoding="utf-8")
    restricted = home / "warehouse" / "terbatas" / "ikm.duckdb"
    code, out, err = told(capsys, home, query.format(file=file, target=target, restricted=restricted))
    assert code == 2 and out == "" and "Traceback" not in err and err.strip()
    assert not target.exists()
    assert told(capsys, home, "SELECT count(*) AS n FROM ikm", "--format", "json")[1].split() == [
        "[", "{", '"n":', "5", "}", "]",
    ]  # fmt: skip


def test_what_an_analyst_may_do_still_works(home: Path, capsys: Any) -> None:
    for query in ("SHOW TABLES", "DESCRIBE ikm", "SUMMARIZE ikm", "FROM riwayat.ikm", "FROM v_kelengkapan"):
        assert told(capsys, home, query)[0] == 0
    with reading(home, False) as con:
        assert con.execute("SELECT current_database()").fetchall() == [("ikm",)]


@pytest.mark.parametrize(("bahasa", "words"), [("id", "Kueri dihentikan."), ("en", "The query was stopped.")])
def test_ctrl_c_stops_a_query_with_a_sentence(bahasa: str, words: str, home: Path, capsys: Any) -> None:
    # Where the tests run in the background, the shell has SIGINT ignored.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    timer = threading.Timer(1.0, os.kill, [os.getpid(), signal.SIGINT])
    timer.start()
    long = "SELECT sum(hash(a.range * b.range)) FROM range(300_000) a, range(300_000) b"
    code, out, err = told(capsys, home, long, "--bahasa", bahasa)
    timer.join()
    signal.signal(signal.SIGINT, before)
    assert (code, out, err.strip()) == (130, "", words)


def test_ctrl_c_while_the_answer_is_written(home: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("flows.commands.query.write_answer", stopped)
    assert told(capsys, home, "SELECT 1")[::2] == (130, "Kueri dihentikan.\n")


DANGEROUS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", '=HYPERLINK("http://x","y")')


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_text_becomes_a_formula(text: str, home: Path, tmp_path: Path, capsys: Any) -> None:
    quoted = text.replace("'", "''")
    query = f"SELECT '{quoted}' AS isi, -5 AS angka, 2.5 AS pecahan"
    rows = list(csv.reader(io.StringIO(told(capsys, home, query, "--format", "csv")[1])))
    assert rows[1][0].startswith("'") and rows[1][1:] == ["-5", "2.5"]
    target = tmp_path / "hasil.xlsx"
    assert told(capsys, home, query, "--format", "xlsx", "--keluar", str(target))[0] == 0
    cells = [cell for row in openpyxl.load_workbook(target).active.iter_rows(min_row=2) for cell in row]
    assert [cell.data_type for cell in cells] == ["s", "n", "n"]
    assert cells[1].value == -5 and cells[2].value == 2.5
    assert json.loads(told(capsys, home, query, "--format", "json")[1])[0]["isi"] == text


def test_nor_does_a_heading(home: Path, tmp_path: Path, capsys: Any) -> None:
    query, target = 'SELECT 1 AS "=1+1"', tmp_path / "hasil.xlsx"
    assert told(capsys, home, query, "--format", "csv")[1].splitlines()[0] == "'=1+1"
    told(capsys, home, query, "--format", "xlsx", "--keluar", str(target))
    assert openpyxl.load_workbook(target).active["A1"].data_type == "s"


def test_a_workbook_keeps_numbers_days_and_long_figures(home: Path, tmp_path: Path, capsys: Any) -> None:
    target = tmp_path / "hasil.xlsx"
    query = (
        "SELECT sum(nilai_investasi) AS besar, 1234567890123456789 AS panjang, 1.50::DECIMAL(9, 2) AS desimal, "
        "DATE '2021-07-19' AS hari, TIMESTAMP '2021-07-19 08:30:00' AS saat, ['a', 'b'] AS daftar, NULL AS kosong, "
        "'nan'::DOUBLE AS bukan, true AS ya FROM ikm"
    )
    assert told(capsys, home, query, "--format", "xlsx", "--keluar", str(target))[0] == 0
    row = [cell.value for cell in openpyxl.load_workbook(target).active[2]]
    assert row[:3] == [15_000_000, "1234567890123456789", 1.5]
    assert str(row[3])[:10] == "2021-07-19" and str(row[4]) == "2021-07-19 08:30:00"
    assert row[5:] == ["['a', 'b']", None, None, True]


def test_a_wide_answer_is_read_downwards_in_a_narrow_terminal() -> None:
    names, rows = (
        ["kode_wilayah", "nama_usaha", "keterangan"],
        [("73.11", "Abon", "x" * 90), ("73.06", None, "y")],
    )
    wide = as_table(names, rows, "id", 80).splitlines()
    assert wide[0] == "── baris 1 ──" and wide[4] == "── baris 2 ──"
    assert wide[1] == "kode_wilayah  73.11" and wide[3] == "keterangan    " + "x" * 90
    narrow = as_table(names, [("73.11", "Abon", "y")], "en", 80).splitlines()
    assert narrow[0].split() == names and len(narrow) == 3
    # Into a file or another program a row stays a row; what is cut says so.
    beside = as_table(names, rows, "id").splitlines()
    assert len(beside) == 4 and beside[2].endswith("…")


def test_no_cell_breaks_the_line_or_the_terminal() -> None:
    table = as_table(["a", "b"], [("satu\ndua\x1b[31m", 1)], "id")
    assert len(table.splitlines()) == 3 and "\x1b" not in table


def test_files_that_cannot_be_opened_are_named(tmp_path: Path) -> None:
    with pytest.raises(CannotOpen) as missing, reading(tmp_path, False):
        pass
    assert missing.value.key == "no_warehouse"
