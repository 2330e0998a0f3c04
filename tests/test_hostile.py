"""Files made to harm their reader end as read or refused, within the limits of a load, and harm no other file."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from flows.line import Job
from flows.pool import Died, run_pool
from flows.side_by_side import MEMORY_MB, SECONDS_A_FILE, times_allowed
from flows.steps.receive import workbooks_in
from flows.take_in import load_paths
from schemas.findings import CODES
from tests.bytes_of_files import ods, ole2, workbook, xlsx
from tests.hostile_files import SHEET_PART, biff8, bomb, deep, old_workbook, with_doctype
from tests.pool_work import read_measured

ROOT = Path(__file__).parent.parent
EVIL = ROOT.parent / "shared" / "evil"
GIGABYTE = 1 << 30
ONE = '<row r="1"><c r="A1"><v>1</v></c></row>'
TEXT = (
    '<table:table-cell office:value-type="string" table:number-columns-repeated="{}"><text:p>x</text:p>'
    "</table:table-cell>"
)
BLANK = (
    '<table:table-row table:number-rows-repeated="1048570">'
    '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
)
STRANGE = b'<?xml version="1.0" encoding="cp037"?>' + '<!DOCTYPE x [<!ENTITY a "b">]><x/>'.encode("cp037")
MERGED = '<mergeCell ref="A1:XFD1048576"/>' * 50_000
GOOD = (
    "DIREKTORI IKM;;\nKABUPATEN BARRU;;\nTAHUN 2021;;\nNo;Nama Usaha;Kecamatan;Nilai Investasi (Rp)\n"
    + "".join(f"{n};Usaha {n};Balusu;{n}000000\n" for n in range(1, 20))
).encode()


def repeated(rows: int, columns: int) -> str:
    return f'<table:table-row table:number-rows-repeated="{rows}">{TEXT.format(columns)}</table:table-row>'


def shared_strings(count: int, length: int) -> bytes:
    texts = "".join(f"<si><t>{n} {'x' * length}</t></si>" for n in range(count))
    return xlsx(
        '<row r="1"><c r="A1" t="s"><v>7</v></c></row>', **{"xl/sharedStrings.xml": f"<sst>{texts}</sst>"}
    )


def wide() -> bytes:
    return xlsx(f'<row r="1">{"<c><v>5</v></c>" * 16384}</row>')


BOMB = "BERKAS_BERBAHAYA"
HUGE = "BERKAS_TERLALU_BESAR"
BROKEN = "BERKAS_RUSAK"
# Name → how it is made, and the code it is refused with; None: it is read.
FILES: dict[str, tuple[Callable[[], bytes], str | None]] = {
    "sel sangat jauh.xlsx": (
        lambda: xlsx(f'{ONE}<row r="1048576"><c r="A1048576"><v>1</v></c><c r="XFD1048576"><v>1</v></c></row>'),
        None,
    ),
    "sejuta baris sepuluh terisi.xlsx": (
        lambda: xlsx("".join(f'<row r="{r}"><c r="A{r}"><v>1</v></c></row>' for r in [*range(1, 11), 10**6])), None),
    "16384 kolom.xlsx": (wide, None),
    "teks bersama 30 MB.xlsx": (lambda: shared_strings(300_000, 90), None),
    "gabungan.xlsx": (lambda: xlsx(ONE, after=f"<mergeCells>{MERGED}</mergeCells>"), None),
    "bersarang.xlsx": (lambda: deep(1_000_000), None),
    "bersarang dalam daftar.xlsx": (
        lambda: xlsx("", **{"xl/workbook.xml": "<workbook>" + "<x>" * 8_000_000}), HUGE),
    "bom.xlsx": (lambda: bomb(SHEET_PART, GIGABYTE), BOMB),
    "bom yang berbohong.xlsx": (lambda: bomb(SHEET_PART, GIGABYTE, declared=1000), BROKEN),
    "bom di gaya.xlsx": (lambda: bomb("xl/styles.xml", GIGABYTE, declared=1000, start=b"<styleSheet>"), BROKEN),
    "bom di daftar.xlsx": (lambda: bomb("xl/workbook.xml", GIGABYTE, declared=1000), BROKEN),
    "bom di teks.xlsx": (lambda: bomb("xl/sharedStrings.xml", GIGABYTE, declared=1000), BROKEN),
    "entitas.xlsx": (with_doctype, BOMB),
    "entitas utf16.xlsx": (lambda: with_doctype("utf-16"), BOMB),
    "entitas di belakang.xlsx": (lambda: with_doctype(before=f"<!--{'x' * 9000}-->"), BOMB),
    "entitas jauh.xlsx": (lambda: with_doctype(before=" " * 90_000), BOMB),
    "entitas di bagian lain.xlsx": (lambda: with_doctype(part="xl/lain.dat"), BOMB),
    "pengodean asing.xlsx": (lambda: xlsx(ONE, **{"xl/theme.xml": STRANGE}), BOMB),
    "lingkaran.xls": (lambda: old_workbook(biff8(600), loop=True), BROKEN),
    "terabita.xls": (lambda: old_workbook(biff8(50), declared=(1 << 32) - 1), BROKEN),
    "terkunci.xlsx": (lambda: ole2("Root Entry", "EncryptionInfo", "EncryptedPackage"), "BERKAS_TERKUNCI"),
    "ulang.ods": (lambda: ods(repeated(1_048_576, 16_384)), HUGE),
    "ulang ke bawah.ods": (lambda: ods(repeated(1_048_576, 19)), HUGE),
    "jauh.ods": (lambda: ods(repeated(1, 3) + BLANK + repeated(1, 1)), HUGE),
    "satu baris.csv": (lambda: b"a;" * 5_000_000, HUGE),
    "pemisah saja.csv": (lambda: (b";" * 16_000 + b"\n") * 1300, HUGE),
    "kutip.csv": (lambda: b'"a;b";' * 1_000_000, HUGE),
    "kutip terbuka.csv": (lambda: b'a;b\n"' + b"x;y\n" * 500_000, None),
    "nol.csv": (lambda: b"a;b\n" + b"\0" * 20_000_000, BROKEN),
}  # fmt: skip


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("jahat")
    for name, (make, _) in FILES.items():
        (folder / name).write_bytes(make())
    return folder


def measured(folder: Path) -> dict[str, Any]:
    """Every file of ``folder`` as a load reads it: by name, codes, seconds and megabytes, or that it died."""
    places = list(workbooks_in([folder]))
    found: dict[int, Any] = {}
    run_pool(
        read_measured, places, workers=1, timeout=SECONDS_A_FILE, memory_mb=MEMORY_MB,
        on_result=found.__setitem__, preload=["tests.pool_work"],
        scale=lambda place: times_allowed(Job(str(place[0]), str(place[1]))),
    )  # fmt: skip
    return {places[place][0].name: one for place, one in found.items()}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux keeps the limits of memory")
def test_hostile_files_are_read_or_refused_within_the_limits(hostile: Path) -> None:
    found = measured(hostile)
    assert found.keys() == FILES.keys()
    assert [name for name, one in found.items() if isinstance(one, Died)] == []
    codes = {name: one[0][0] if one[0] else None for name, one in found.items()}
    assert codes == {name: kode for name, (_, kode) in FILES.items()}
    assert {name: one for name, one in found.items() if one[1] > SECONDS_A_FILE or one[2] > 1000} == {}


@pytest.mark.skipif(not EVIL.is_dir(), reason="the files that broke readers are not here")
def test_files_that_broke_readers_are_read_or_refused_within_the_limits() -> None:
    found = measured(EVIL)
    assert {name: one for name, one in found.items() if isinstance(one, Died)} == {}
    assert {name: one for name, one in found.items() if one[1] > SECONDS_A_FILE or one[2] > 1000} == {}
    assert {kode for kodes, _, _ in found.values() for kode in kodes} <= set(CODES)


@pytest.fixture(scope="module")
def loaded(hostile: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Path]]:
    """All of them, and what is no file, between two good ones: loaded into a home."""
    home = tmp_path_factory.mktemp("home")
    (hostile / "00 baik.csv").write_bytes(GOOD)
    (hostile / "zz baik.csv").write_bytes(GOOD.replace(b"BARRU", b"MAROS").replace(b"Balusu", b"Bantimurung"))
    os.mkfifo(hostile / "pipa.csv")
    (hostile / "ring.csv").symlink_to(hostile / "ring.csv")
    (hostile / "tanpa akhir.csv").symlink_to("/dev/zero")
    outside = tmp_path_factory.mktemp("luar") / "rahasia.csv"
    outside.write_bytes(b"rahasia;1\n")
    (hostile / "luar.csv").symlink_to(outside)
    (hostile / "a\x1b[31m\n\u202ecsv.csv").write_bytes(b"")
    load_paths([hostile] if not EVIL.is_dir() else [hostile, EVIL], home)
    yield hostile, home


def asked(home: Path, question: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(home / "warehouse" / "ikm.duckdb"), read_only=True) as con:
        return con.execute(question).fetchall()


def test_the_good_ones_among_them_are_loaded_and_each_other_one_is_refused_with_a_finding(
    loaded: tuple[Path, Path],
) -> None:
    hostile, home = loaded
    status = asked(home, "SELECT berkas, status FROM kiriman")
    assert {name for name, one in status if one.startswith("dimuat")} == {
        "00 baik.csv",
        "zz baik.csv",
    }
    folders = [hostile] if not EVIL.is_dir() else [hostile, EVIL]
    assert len(status) == len(list(workbooks_in(folders)))
    bare = asked(
        home, "SELECT berkas FROM kiriman ANTI JOIN temuan USING (kiriman_id) WHERE status = 'ditolak'"
    )
    assert bare == []


def test_names_that_move_the_cursor_are_stored_without_what_moves_it(loaded: tuple[Path, Path]) -> None:
    names = [name for (name,) in asked(loaded[1], "SELECT berkas FROM kiriman")]
    assert "a\ufffd[31m\ufffd\ufffdcsv.csv" in names
    assert all(name.isprintable() for name in names)


def test_what_a_link_leads_to_outside_is_not_kept(loaded: tuple[Path, Path]) -> None:
    kept = [path.read_bytes() for path in (loaded[1] / "archive").rglob("*") if path.is_file()]
    assert GOOD in kept
    assert b"rahasia;1\n" not in kept


def test_a_second_load_knows_them_all_also_those_that_cannot_be_opened(loaded: tuple[Path, Path]) -> None:
    hostile, home = loaded
    again = load_paths([hostile], home)
    assert (again.known, again.outcomes) == (again.files, [])


def test_one_file_in_two_folders_is_taken_once(tmp_path: Path, home: Path, in_this_process: None) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "Data.csv").write_bytes(GOOD)
    taken = load_paths([tmp_path / "a", tmp_path / "b"], home)
    assert (taken.files, taken.known, [one.status for one in taken.outcomes]) == (2, 1, ["dimuat"])


def test_a_name_as_long_as_a_system_takes_is_kept_under_its_hash(
    inbox: Path, home: Path, in_this_process: None
) -> None:
    (inbox / f"Data.{'z' * 250}").write_bytes(workbook())
    load_paths([inbox], home)
    assert [path.suffix for path in (home / "archive").rglob("*") if path.is_file()] == [".bin"]


def test_who_read_it_is_kept_also_in_a_warehouse_from_before(
    inbox: Path, home: Path, in_this_process: None
) -> None:
    (inbox / "Data.csv").write_bytes(GOOD)
    load_paths([inbox], home)
    assert asked(home, "SELECT DISTINCT pembaca FROM kiriman") == [("csv",)]
    with duckdb.connect(str(home / "warehouse" / "kerja.duckdb")) as con:
        con.execute("ALTER TABLE kiriman DROP COLUMN pembaca")
    (inbox / "Lain.csv").write_bytes(GOOD.replace(b"BARRU", b"MAROS").replace(b"Balusu", b"Bantimurung"))
    load_paths([inbox], home)
    assert sorted(asked(home, "SELECT berkas, pembaca FROM kiriman")) == [
        ("Data.csv", None),
        ("Lain.csv", "csv"),
    ]
