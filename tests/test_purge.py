"""What is past its time leaves every file; figures and pseudonyms stay; a purge that was killed is finished."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from flows import purge as purge_module
from flows.cli import main
from flows.commands import purging
from flows.purge import UNFINISHED, Plan, limit_of, purge
from tests.deliveries import ask
from tests.keeping import HEAD, PEOPLE, SECRETS, Officer, book, files_with, loaded
from tests.sheets import Row, write_workbook
from warehouse import audit
from warehouse.digest import digest

pytestmark = pytest.mark.usefixtures("in_this_process", "quiet_environment")

LATER = date(datetime.now().year + 6, 1, 1)
HELD = ("Kerupuk Ikan", "Halimah Pendamsari", "7311015505820009", "081255509999")
ALL = (*SECRETS, *HELD[1:])


def planted(folder: Path) -> None:
    """Personal data wherever an office can put them: columns, free text, rows held back, foreign columns, findings."""
    first = PEOPLE[0]
    rows: list[Row] = [
        (*row, f"hubungi {row[1]} {row[3]}", f"istri {row[1]}")
        for row in (
            (1, *PEOPLE[0], "Abon ikan", 4),
            (2, *PEOPLE[1], f"Tenun, HP {PEOPLE[1][3]}", 5),
            (3, PEOPLE[2][0], PEOPLE[2][1], PEOPLE[2][2], PEOPLE[2][3], "Anyaman", f"{first[1]} dua"),
        )
    ]
    # Twice the same row: the second is held back, with all that stands in it.
    held = (9, *HELD, "Kerupuk", 2, f"milik {HELD[1]}", "-")
    title = ("DAFTAR IKM KABUPATEN BARRU TAHUN 2019",)
    head = (*HEAD, "Alamat", "Nama Ibu Kandung")
    write_workbook(folder / "data.xlsx", {"Data": [title, (), head, *rows, held, (10, *held[1:])]})


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with a list, its revision in history, one frozen copy, answers, and the files in its own inbox."""
    place = tmp_path_factory.mktemp("rumah")
    planted(place / "masuk")
    book(place / "masuk" / "revisi.xlsx", 4, 5, 6)
    home = loaded(place / "data", place / "masuk" / "data.xlsx", place / "masuk" / "revisi.xlsx")
    assert main(["publish", "--beku", "LKPJ-2019", "--home", str(home)]) == 0
    shutil.copytree(place / "masuk", home / "inbox")
    return home


@pytest.fixture
def ikm(made: Path, home: Path, capsys: pytest.CaptureFixture[str]) -> Officer:
    shutil.copytree(made, home)
    return Officer(home, capsys)


def left(home: Path) -> dict[str, list[str]]:
    """Where personal data still stand. Not looked at: the masked half of frozen copies, which analysts may see; a name
    that an office typed into a column of numbers is not recognised there (decision 0008)."""
    return {
        path: hits
        for path, hits in files_with(home, ALL).items()
        if not (
            path.startswith("warehouse/beku/") and path.endswith("/ikm.duckdb") and "terbatas" not in path
        )
    }


def yes(_: Plan) -> bool:
    return True


def figures(home: Path) -> list[tuple[Any, ...]]:
    query = (
        "SELECT kiriman_id, baris, tenaga_kerja, orang_kunci, orang_dasar, usaha_kunci, nama_usaha, berlaku_dari "
        "FROM riwayat.ikm ORDER BY ALL"
    )
    return ask(home / "warehouse" / "ikm.duckdb", query)


@pytest.mark.parametrize(
    ("age", "limit"),
    [
        ("5y", "2021-11-22"), ("5 tahun", "2021-11-22"), ("5thn", "2021-11-22"), ("5 T", "2021-11-22"),
        ("60 bulan", "2021-11-22"), ("60b", "2021-11-22"), ("11 bulan", "2025-12-22"), ("1825d", "2021-11-23"),
        ("1825 hari", "2021-11-23"), ("1h", "2026-11-21"), ("5", None), ("0y", None), ("-5y", None),
        ("lima tahun", None), ("5 minggu", None), ("", None), ("99999y", None), ("5.5y", None),
        ("99999 hari", "1753-02-07"),
    ],
)  # fmt: skip
def test_ages(age: str, limit: str | None) -> None:
    assert limit_of(age, date(2026, 11, 22)) == (date.fromisoformat(limit) if limit else None)


def test_the_last_day_of_a_month_that_is_shorter() -> None:
    assert limit_of("1y", date(2024, 2, 29)) == date(2023, 2, 28)
    assert limit_of("1 bulan", date(2024, 3, 31)) == date(2024, 2, 29)


def test_no_byte_of_it_is_left_and_the_figures_are(ikm: Officer) -> None:
    found = files_with(ikm.home, ALL)
    # The search finds what is there: in the working database, both kinds of published files and frozen ones.
    assert {
        "warehouse/kerja.duckdb",
        "warehouse/terbatas/ikm.duckdb",
        "warehouse/beku/LKPJ-2019/terbatas/ikm.duckdb",
    } <= set(found)
    assert {one for one in ALL if one in found["warehouse/kerja.duckdb"]} >= {
        *HELD[1:],
        *(p[1] for p in PEOPLE),
    }
    before = figures(ikm.home)
    assert len(before) > 3
    plan = purge(ikm.home, LATER, yes)
    assert len(plan.kiriman) == 2 and len(plan.raw) == 4 and plan.answers and plan.frozen == ("LKPJ-2019",)
    assert left(ikm.home) == {}
    assert figures(ikm.home) == before
    assert not list((ikm.home / "archive").rglob("*.xlsx")) and not list((ikm.home / "inbox").rglob("*.xlsx"))
    restricted = ikm.home / "warehouse" / "terbatas" / "ikm.duckdb"
    assert ask(
        restricted, "SELECT count(nama_pemilik), count(nik), count(telepon), count(alamat) FROM ikm"
    ) == [(0,) * 4]
    assert ask(restricted, "SELECT count(*) FROM karantina WHERE isi <> '{}'") == [(0,)]
    assert ask(restricted, "SELECT count(nilai) + count(penjelasan) FROM temuan") == [(0,)]
    assert ask(restricted, "SELECT count(*) > 0, count(mentah) FROM asal") == [(True, 0)]
    # A raw text that is not known is not made up from the value.
    assert ask(
        ikm.home / "warehouse" / "ikm.duckdb",
        "SELECT count(mentah) FROM asal WHERE mentah <> '[disembunyikan]'",
    ) == [(0,)]
    assert ask(ikm.home / "warehouse" / "ikm.duckdb", "SELECT count(*) FROM pembersihan") == [(2,)]
    modes = {
        (ikm.home / "warehouse" / name).stat().st_mode & 0o777
        for name in ("kerja.duckdb", "terbatas/ikm.duckdb")
    }
    assert modes == {0o600}


def test_life_goes_on_afterwards(ikm: Officer, made: Path, tmp_path: Path) -> None:
    purge(ikm.home, LATER, yes)
    before = figures(ikm.home)
    # The files still lie where they came from: they are known, and nothing comes back.
    assert ikm("load", made.parent / "masuk") in (0, 1) and "Tidak ada berkas baru" in ikm.out
    assert figures(ikm.home) == before and left(ikm.home) == {}
    for given in (("reload", "--semua"), ("feedback",), ("publish",),
                  ("diff", "--wilayah", "73.11", "--laporan", "ikm"),
                  ("trace", "SELECT sum(tenaga_kerja) FROM ikm"), ("doctor",), ("backup", tmp_path / "c")):  # fmt: skip
        assert ikm(*given) in (0, 1, 2) and "kesalahan pada program" not in ikm.err, (given, ikm.err)
    # The same people in a later year have the pseudonyms that were stored for the earlier one.
    book(tmp_path / "baru.xlsx", 8, 9, 10, tahun=2025)
    assert ikm("load", tmp_path / "baru.xlsx") == 0
    both = "SELECT count(DISTINCT periode) FROM ikm GROUP BY orang_kunci ORDER BY 1"
    assert ask(ikm.home / "warehouse" / "ikm.duckdb", both) == [(2,)] * 3
    assert ikm("withdraw", "revisi.xlsx", "--alasan", "uji") == 0


def test_a_correction_of_purged_data_is_asked_about(ikm: Officer, tmp_path: Path) -> None:
    purge(ikm.home, LATER, yes)
    workers = "SELECT coalesce(sum(tenaga_kerja), 0)::BIGINT FROM ikm"
    shown = ikm.home / "warehouse" / "ikm.duckdb"
    assert ask(shown, workers) == [(15,)]
    late = book(tmp_path / "susulan.xlsx", 4, 5, 60)
    assert ikm("load", late) in (1, 2) and "--ganti" in ikm.out + ikm.err
    assert ask(shown, workers) == [(15,)]
    assert ask(shown, "SELECT count(*) FROM temuan WHERE kode = 'DATA_SUDAH_DIBERSIHKAN'") == [(1,)]
    assert ikm("load", late, "--ganti") == 0 and ask(shown, workers) == [(69,)]
    assert ikm("load", book(tmp_path / "lagi.xlsx", 4, 5, 61)) == 0 and ask(shown, workers) == [(70,)]


def test_what_is_young_in_one_way_stays(ikm: Officer, inbox: Path) -> None:
    def plan(limit: date) -> Plan:
        return purge(ikm.home, limit, lambda _: False)

    assert plan(date.today()).empty  # the period is long over, but it was received today
    book(inbox / "2030.xlsx", 1, 2, tahun=2030)
    assert ikm("load", inbox / "2030.xlsx") in (0, 1)
    assert len(plan(date(LATER.year, 1, 1)).kiriman) == (3 if LATER.year > 2030 else 2)
    assert len(plan(date(2030, 12, 31)).kiriman) == 2
    assert len(plan(date(2031, 1, 1)).kiriman) == 3


def test_a_workbook_goes_as_a_whole(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ikm = Officer(home, capsys)
    sheets: dict[str, list[Row]] = {
        str(year): [
            (f"DAFTAR IKM KABUPATEN BARRU TAHUN {year}",),
            (),
            HEAD,
            (1, *PEOPLE[0], "Abon", year - 2000),
        ]
        for year in (2019, 2030)
    }
    assert ikm("load", write_workbook(tmp_path / "dua.xlsx", sheets)) in (0, 1)
    assert ask(home / "warehouse" / "ikm.duckdb", "SELECT count(*) FROM ikm") == [(2,)]
    assert purge(home, date(2030, 6, 1), yes).empty
    plan = purge(home, date(2031, 6, 1), yes)
    assert len(plan.kiriman) == 2 and len(plan.raw) == 1


def test_trying_asking_and_refusing(ikm: Officer, monkeypatch: pytest.MonkeyPatch) -> None:
    state = digest(ikm.home / "warehouse" / "terbatas" / "ikm.duckdb")
    files = sorted(ikm.home.rglob("*"))
    assert ikm("purge", "--lebih-tua", "5") == 2 and "bukan umur" in ikm.err
    assert ikm("purge", "--lebih-tua", "5 tahun", "--ya") == 0 and "Tidak ada yang lewat" in ikm.out
    monkeypatch.setattr(purging, "limit_of", lambda *_: LATER)
    assert ikm("purge", "--lebih-tua", "5y", "--coba") == 0
    assert "Hanya percobaan" in ikm.err and "2 kiriman" in ikm.out and "4 berkas asli" in ikm.out
    assert ikm("purge", "--lebih-tua", "5y") == 2 and "--ya" in ikm.err
    monkeypatch.setattr(purging.sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda _: "ya")
    assert ikm("purge", "--lebih-tua", "5y") == 2 and "Dibatalkan" in ikm.err
    assert sorted(ikm.home.rglob("*")) == files
    assert digest(ikm.home / "warehouse" / "terbatas" / "ikm.duckdb") == state
    (ikm.home / "audit").write_text("")  # what cannot be noted is not removed
    assert ikm("purge", "--lebih-tua", "5y", "--ya") == 2
    assert digest(ikm.home / "warehouse" / "terbatas" / "ikm.duckdb") == state
    (ikm.home / "audit").unlink()
    monkeypatch.setattr("builtins.input", lambda _: "HAPUS")
    assert ikm("purge", "--lebih-tua", "5y") == 0 and "Cadangan yang dibuat sebelum ini" in ikm.out
    said = [line["rincian"] for line in audit.lines(ikm.home)]
    assert (
        said[0].startswith("mulai; batas") and said[1].startswith("selesai; batas") and "2 kiriman" in said[1]
    )
    assert ikm("purge", "--lebih-tua", "5y", "--ya") == 0 and "Tidak ada yang lewat" in ikm.out


@pytest.mark.parametrize("step", ["rewrite", "drop_restricted", "publish_from"])
def test_a_purge_that_was_killed_is_finished_by_the_next(
    ikm: Officer, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    before = figures(ikm.home)

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(purge_module, step, killed)
        with pytest.raises(KeyboardInterrupt):
            purge(ikm.home, LATER, yes)
    assert (ikm.home / "warehouse" / UNFINISHED).exists()
    monkeypatch.setattr(purging, "limit_of", lambda *_: LATER)
    assert ikm("purge", "--lebih-tua", "5y", "--ya") == 0 and "dituntaskan" in ikm.out
    assert left(ikm.home) == {} and figures(ikm.home) == before
    assert not (ikm.home / "warehouse" / UNFINISHED).exists()


def test_a_transaction_that_fails_changes_nothing(ikm: Officer, monkeypatch: pytest.MonkeyPatch) -> None:
    from warehouse import purge as in_warehouse

    state = digest(ikm.home / "warehouse" / "kerja.duckdb")
    monkeypatch.setattr(in_warehouse, "_TEXTS", (*in_warehouse._TEXTS, "SELECT tidak_ada FROM nirwana"))
    with pytest.raises(Exception, match="nirwana"):
        purge(ikm.home, LATER, yes)
    assert digest(ikm.home / "warehouse" / "kerja.duckdb") == state


def test_frozen_copies_keep_what_analysts_may_see(ikm: Officer) -> None:
    shown: Callable[[], int] = lambda: ikm("sql", "--beku", "LKPJ-2019", "SELECT sum(tenaga_kerja) FROM ikm")  # noqa: E731
    assert shown() == 0 and "15" in ikm.out
    purge(ikm.home, LATER, yes)
    assert shown() == 0 and "15" in ikm.out
    assert ikm("sql", "--terbatas", "--beku", "LKPJ-2019", "SELECT 1") == 2 and "sudah dihapus" in ikm.err
