"""The log: chained, appended by many at once, and no opening of the restricted file without a line in it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.deliveries import ask
from tests.keeping import PEOPLE, SECRETS, Officer, book, files_with
from warehouse import audit
from warehouse.audit import check, lines, note

pytestmark = pytest.mark.usefixtures("in_this_process", "quiet_environment")

ROOT = Path(__file__).parent.parent
Lines = list[bytes]


@pytest.fixture
def ikm(home: Path, capsys: pytest.CaptureFixture[str]) -> Officer:
    return Officer(home, capsys)


def five(home: Path) -> Path:
    for number in range(5):
        note(home, "sql", ["terbatas"], "warehouse/terbatas/ikm.duckdb", f"ke-{number}")
    return home / audit.FILE


def test_a_log_is_whole_and_for_its_owner_alone(home: Path) -> None:
    path = five(home)
    found = check(home)
    assert (found.lines, found.fault, found.cut_off) == (5, None, ())
    assert [line["rincian"] for line in lines(home)] == [f"ke-{n}" for n in range(5)]
    assert path.stat().st_mode & 0o777 == 0o600 and path.parent.stat().st_mode & 0o777 == 0o700


def altered(given: Lines) -> Lines:
    return [*given[:2], given[2].replace(b"ke-2", b"ke-9"), *given[3:]]


def rehashed(given: Lines) -> Lines:
    line = json.loads(given[2])
    line["oleh"] = "orang lain"
    line["jejak"] = audit._hash(line)
    return [*given[:2], json.dumps(line, ensure_ascii=False).encode() + b"\n", *given[3:]]


@pytest.mark.parametrize(
    ("change", "line", "key"),
    [
        (altered, 3, "audit.altered"),
        (rehashed, 4, "audit.gap"),
        (lambda given: [*given[:1], *given[2:]], 2, "audit.gap"),
        (lambda given: [*given[:1], given[2], given[1], *given[3:]], 2, "audit.gap"),
        (lambda given: [*given[:3], given[2], *given[3:]], 4, "audit.gap"),
        (lambda given: given[1:], 1, "audit.gap"),
        (lambda given: [*given[:2], b"sampah\n", *given[2:]], 3, "audit.unreadable"),
        (lambda given: [*given[:2], given[2][:40] + b"\n", *given[3:]], 3, "audit.unreadable"),
        (lambda given: [*given, b"sampah\n"], 6, "audit.unreadable"),
    ],
)  # fmt: skip
def test_the_first_line_that_is_not_what_was_written_is_named(
    home: Path, change: Callable[[Lines], Lines], line: int, key: str
) -> None:
    path = five(home)
    path.write_bytes(b"".join(change(path.read_bytes().splitlines(keepends=True))))
    assert check(home).fault == (line, key)


def test_what_the_chain_alone_does_not_show_a_backup_does(home: Path) -> None:
    path = five(home)
    anchor = (5, check(home).last)
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:3]))
    assert check(home).fault is None
    assert check(home, anchor).fault == (4, "audit.shortened")
    path.unlink()
    five(home)
    assert check(home).fault is None
    assert check(home, anchor).fault == (5, "audit.rewritten")
    assert check(home, (0, audit.START)).fault is None


def test_a_line_cut_off_by_a_crash_stays_and_is_told_from_a_forgery(home: Path) -> None:
    path = five(home)
    whole = path.read_bytes()
    path.write_bytes(whole[:-20])
    assert check(home).fault is None and check(home).cut_off == (5,)
    note(home, "purge", [])
    found = check(home)
    assert (found.lines, found.fault, found.cut_off) == (5, None, (5,))
    assert path.read_bytes().startswith(whole[:-20])


def test_many_append_at_once(home: Path) -> None:
    home.mkdir()
    work = (
        "import sys; from pathlib import Path; from warehouse.audit import note\n"
        "for n in range(20): note(Path(sys.argv[1]), 'sql', ['terbatas'], None, str(n))"
    )
    running = [subprocess.Popen([sys.executable, "-c", work, str(home)], cwd=ROOT) for _ in range(4)]
    assert [process.wait(timeout=300) for process in running] == [0, 0, 0, 0]
    found = check(home)
    assert (found.lines, found.fault) == (80, None)


def test_openings_are_noted_and_nothing_of_what_was_asked(ikm: Officer, inbox: Path) -> None:
    book(inbox / "a.xlsx", 1, 2, 3)
    assert ikm("load", inbox) == 0
    asked = f"SELECT count(*) FROM ikm WHERE nik = '{PEOPLE[0][2]}'"
    assert ikm("sql", asked) == 2  # analysts have no such column
    assert not (ikm.home / audit.FILE).exists()
    assert ikm("sql", "--terbatas", asked) == 0 and "1" in ikm.out
    assert ikm("trace", "--terbatas", "SELECT sum(tenaga_kerja) FROM ikm") == 0
    ikm("diff", "--terbatas", "--wilayah", "73.11", "--laporan", "ikm")
    assert ikm("publish", "--beku", "satu") == 0
    assert ikm("sql", "--terbatas", "--beku", "satu", asked) == 0
    assert ikm("load", inbox / "a.xlsx", "--ganti") == 0
    assert ikm("withdraw", "a.xlsx", "--alasan", f"diminta {PEOPLE[0][1]}") == 0
    said = [(line["perintah"], line["berkas"]) for line in lines(ikm.home)]
    shown, frozen = "warehouse/terbatas/ikm.duckdb", "warehouse/beku/satu/terbatas/ikm.duckdb"
    assert said == [
        ("sql", shown), ("trace", shown), ("diff", shown), ("sql", frozen), ("load", None), ("withdraw", None),
    ]  # fmt: skip
    assert lines(ikm.home)[0]["pilihan"] == ["query", "terbatas"]
    assert files_with(ikm.home / "audit", SECRETS) == {}
    assert lines(ikm.home)[-1]["rincian"].startswith("ditarik: K")


def test_without_a_line_in_the_log_the_restricted_file_stays_shut(ikm: Officer, inbox: Path) -> None:
    book(inbox / "a.xlsx", 1, 2, 3)
    assert ikm("load", inbox) == 0
    # A file where the folder of the log should be: nothing can be written, whoever one is.
    (ikm.home / "audit").write_text("")
    for given in (
        ("sql", "SELECT nik FROM ikm"),
        ("trace", "SELECT sum(tenaga_kerja) FROM ikm"),
        ("diff", "--wilayah", "73.11", "--laporan", "ikm"),
    ):
        assert ikm(*given, "--terbatas") == 2, given
        assert "tidak dibuka" in ikm.err and PEOPLE[0][2] not in ikm.out
    assert ikm("sql", "SELECT count(*) FROM ikm") == 0
    assert ikm("withdraw", "a.xlsx", "--alasan", "uji") == 0
    assert "tetap dijalankan" in ikm.err


def test_what_analysts_see_of_it(ikm: Officer, inbox: Path) -> None:
    book(inbox / "a.xlsx", 1, 2, 3)
    ikm("load", inbox)
    ikm("sql", "--terbatas", "SELECT 1")
    ikm("withdraw", "a.xlsx", "--alasan", "uji")
    assert ikm("load", inbox / "a.xlsx", "--tambah") == 0
    both = "SELECT perintah, oleh IS NULL, mesin IS NULL, jejak IS NULL FROM audit ORDER BY urut"
    masked = ask(ikm.home / "warehouse" / "ikm.duckdb", both)
    restricted = ask(ikm.home / "warehouse" / "terbatas" / "ikm.duckdb", both)
    assert masked == [("sql", True, True, True), ("withdraw", True, True, True)]
    assert restricted == [("sql", False, False, False), ("withdraw", False, False, False)]


def test_listing_and_checking(ikm: Officer) -> None:
    assert ikm("audit") == 0 and "Belum ada" in ikm.out
    path = five(ikm.home)
    assert ikm("audit") == 0 and "ke-4" in ikm.out
    assert ikm("audit", "--format", "json") == 0 and len(json.loads(ikm.out)) == 5
    assert ikm("audit", "--periksa") == 0 and "utuh" in ikm.out
    path.write_bytes(path.read_bytes().replace(b"ke-1", b"ke-7"))
    assert ikm("audit", "--periksa") == 1 and "baris 2" in ikm.err
    assert ikm("audit", "--periksa", "--bahasa", "en") == 1 and "line 2" in ikm.err


def test_a_damaged_log_keeps_nothing_from_being_published(ikm: Officer, inbox: Path) -> None:
    path = five(ikm.home)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"urut": 2', '"urut": "dua"').replace('"pada": "', '"pada": "x', 1) + "x\n")
    book(inbox / "a.xlsx", 1, 2, 3)
    assert ikm("load", inbox) == 0
    shown = ask(ikm.home / "warehouse" / "ikm.duckdb", "SELECT count(*), count(urut), count(pada) FROM audit")
    assert shown == [(4, 4, 3)]
