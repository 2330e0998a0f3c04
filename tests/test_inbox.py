"""The inbox: what is whole, what becomes of each file, and that a kill between two steps loses and doubles nothing."""

from __future__ import annotations

import os
import shutil
import time
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from flows import inbox_moves, take_in
from flows.feedback import FOLDER
from flows.inbox import LOCK_FORGOTTEN_AFTER, Looked, folders_of, has_its_end, is_open_elsewhere, look
from flows.inbox_moves import move
from flows.inbox_work import Worked, batches, load_batch, take_in_inbox
from flows.take_in import load_paths
from tests.deliveries import ask
from tests.sheets import Row, write_workbook
from warehouse.publish import Published

pytestmark = pytest.mark.usefixtures("in_this_process")

HEAD: Row = ("No", "Nama Usaha", "Nama Pemilik", "Komoditi", "Jumlah Tenaga Kerja", "Nilai Produksi (Rp)")
QUIET = timedelta(seconds=1)
WHEN = datetime(2026, 11, 22, 8, 0)
BARRU = "DAFTAR IKM KABUPATEN BARRU TAHUN 2021"
NOWHERE = "DAFTAR IKM TAHUN 2021"
SECRET = "Pemilik Rahasia"


def book(path: Path, title: str = BARRU, count: int = 3, first: int = 1) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    rows: list[Row] = [
        (n, f"Usaha {n}", f"{SECRET} {n}", "Kue", n, 1_000_000 + n) for n in range(first, first + count)
    ]
    return write_workbook(path, {"Data": [(title,), (), HEAD, *rows]})


def seen(inbox: Path, quiet: timedelta = QUIET) -> Looked:
    return look([inbox], quiet, pause=lambda _: None)


def work(home: Path, inbox: Path, *, remove: bool = False) -> Worked:
    return take_in_inbox(seen(inbox), home, "id", lambda: WHEN, remove=remove)


def below(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


@pytest.fixture(autouse=True)
def unpublished(monkeypatch: pytest.MonkeyPatch) -> None:
    """Publishing has tests of its own and costs a second each time; here the working database is asked."""
    monkeypatch.setattr(take_in, "publish_from", lambda *_: Published(Path(), Path(), False))


def stored(home: Path, asked: str) -> list[tuple[Any, ...]]:
    return ask(home / "warehouse" / "kerja.duckdb", asked)


def rows_in(home: Path) -> int:
    in_force = (
        "SELECT count(*) FROM riwayat.ikm JOIN kiriman USING (kiriman_id) WHERE kiriman.status LIKE 'dimuat%'"
    )
    return int(stored(home, in_force)[0][0])


# --- what is whole ---------------------------------------------------------------------------------------


def test_files_that_are_whole_come_in_their_order(inbox: Path) -> None:
    for name in ("b 10.xlsx", "b 2.xlsx", "a revisi.xlsx", "sub/c.xlsx"):
        book(inbox / name)
    looked = seen(inbox)
    assert [one.path.name for one in looked.ready] == ["b 2.xlsx", "b 10.xlsx", "a revisi.xlsx", "c.xlsx"]
    assert {one.root for one in looked.ready} == {inbox} and looked.left == []


def test_a_file_that_grows_between_the_looks_is_left(inbox: Path) -> None:
    path = inbox / "barru.csv"
    path.write_text("Nama Usaha;Tahun\n", encoding="utf-8")

    def meanwhile(_: float) -> None:
        with path.open("a", encoding="utf-8") as more:
            more.write("Kue;2021\n")

    assert look([inbox], QUIET, meanwhile).left == [path]
    assert [one.path for one in seen(inbox).ready] == [path]


def test_a_file_that_appears_between_the_looks_is_left(inbox: Path) -> None:
    book(inbox / "ada.xlsx")
    looked = look([inbox], QUIET, lambda _: book(inbox / "baru.xlsx") and None)
    assert [one.path.name for one in looked.ready] == ["ada.xlsx"]
    assert [one.name for one in looked.left] == ["baru.xlsx"]


def test_a_file_that_is_gone_at_the_second_look_is_forgotten(inbox: Path) -> None:
    path = book(inbox / "barru.xlsx")
    looked = look([inbox], QUIET, lambda _: path.unlink())
    assert looked == Looked()


def test_a_workbook_without_its_end_is_still_being_copied(inbox: Path) -> None:
    data = book(inbox / "barru.xlsx").read_bytes()
    half = inbox / "barru.xlsx"
    half.write_bytes(data[: len(data) // 2])
    assert not has_its_end(half) and seen(inbox).left == [half]
    old = time.time() - 2 * 3600
    os.utime(half, (old, old))  # the time of writing here still tells that it is new
    assert seen(inbox).left == [half]
    half.write_bytes(data)
    assert [one.path for one in seen(inbox).ready] == [half]


def test_a_long_quiet_time_is_told_by_the_clock_of_the_file(inbox: Path) -> None:
    path = book(inbox / "barru.xlsx")
    assert seen(inbox, timedelta(minutes=10)).left == [path]


@pytest.mark.parametrize("lock", ["~$Data IKM.xlsx", "~$ta IKM.xlsx", ".~lock.Data IKM.xlsx#"])
def test_a_workbook_that_somebody_has_open_is_left(lock: str, inbox: Path) -> None:
    path = book(inbox / "Data IKM.xlsx")
    beside = inbox / lock
    beside.write_bytes(b"Petugas")
    assert is_open_elsewhere(path) and seen(inbox).left == [path]
    old = time.time() - LOCK_FORGOTTEN_AFTER.total_seconds() - 60
    os.utime(beside, (old, old))
    assert [one.path for one in seen(inbox).ready] == [path], (
        "a crash of Excel must not block a file for ever"
    )


@pytest.mark.parametrize("name", ["x.xlsx.part", "x.crdownload", ".x.xlsx", "Thumbs.db", "x.tmp"])
def test_what_is_no_file_of_a_person_is_passed_over(name: str, inbox: Path) -> None:
    (inbox / name).write_bytes(b"isi")
    assert seen(inbox) == Looked()


def test_a_folder_out_of_reach_is_said_and_the_others_are_read(inbox: Path, tmp_path: Path) -> None:
    book(inbox / "barru.xlsx")
    away = tmp_path / "jaringan"
    looked = look([away, inbox], QUIET, lambda _: None)
    assert looked.away == [away] and len(looked.ready) == 1


def test_a_folder_that_vanishes_between_the_looks(tmp_path: Path) -> None:
    away = tmp_path / "jaringan"
    book(away / "barru.xlsx")
    looked = look([away], QUIET, lambda _: shutil.rmtree(away))
    assert looked.away == [away] and looked.ready == []


def test_folders_below_the_home_are_made_others_are_not(home: Path, tmp_path: Path) -> None:
    away = tmp_path / "jaringan"
    assert folders_of(home, ["inbox", str(away)]) == [home / "inbox", away]
    assert (home / "inbox").is_dir() and not away.exists()


# --- what becomes of them --------------------------------------------------------------------------------


def test_loaded_files_go_and_refused_ones_stay_with_the_reason(inbox: Path, home: Path) -> None:
    book(inbox / "barru.xlsx")
    book(inbox / "entah" / "data.xlsx", NOWHERE, first=10)
    worked = work(home, inbox)
    assert {one.berkas: one.outcome for one in worked.files} == {
        "barru.xlsx": "dimuat",
        "data.xlsx": "ditolak",
    }
    assert below(inbox) == [
        "ditolak/entah/data.xlsx",
        "ditolak/entah/data.xlsx.alasan.txt",
        "selesai/2026-11/barru.xlsx",
    ]
    said = (inbox / "ditolak/entah/data.xlsx.alasan.txt").read_text(encoding="utf-8-sig")
    indonesian, _, english = said.partition("-" * 72)
    assert "WILAYAH_TAK_DIKENAL" in indonesian and "Cara memperbaiki" in indonesian
    assert "THIS FILE WAS REFUSED" in english and "was expected" in english
    assert SECRET not in said and "{" not in said
    assert (home / FOLDER / "73.11-Barru").is_dir() and rows_in(home) == 3
    again = work(home, inbox)
    assert (again.files, again.moved) == ([], 0)


def test_the_subfolder_names_the_district(inbox: Path, home: Path) -> None:
    book(inbox / "Barru" / "data.xlsx", NOWHERE)
    work(home, inbox)
    assert below(inbox) == ["selesai/2026-11/Barru/data.xlsx"]
    assert stored(home, "SELECT DISTINCT kode_wilayah FROM riwayat.ikm") == [("73.11",)]


def test_a_refused_file_put_into_a_district_s_folder_is_read_again(inbox: Path, home: Path) -> None:
    book(inbox / "data.xlsx", NOWHERE)
    work(home, inbox)
    (inbox / "Barru").mkdir()
    os.replace(inbox / "ditolak" / "data.xlsx", inbox / "Barru" / "data.xlsx")
    work(home, inbox)
    from flows.inbox_work import tidy

    tidy([inbox])
    assert below(inbox) == ["selesai/2026-11/Barru/data.xlsx"] and rows_in(home) == 3


def test_a_refused_file_that_an_officer_settles_moves_by_itself(inbox: Path, home: Path) -> None:
    from flows.shapes import Settled

    book(inbox / "data.xlsx", NOWHERE)
    work(home, inbox)
    load_paths([inbox / "ditolak" / "data.xlsx"], home, Settled(wilayah="73.11"))
    worked = work(home, inbox)
    assert [one.outcome for one in worked.files] == ["dimuat"]
    assert below(inbox) == ["selesai/2026-11/data.xlsx"] and rows_in(home) == 3


def test_a_refused_file_mended_where_it_lies_is_read_again(inbox: Path, home: Path) -> None:
    book(inbox / "data.xlsx", NOWHERE)
    work(home, inbox)
    book(inbox / "ditolak" / "data.xlsx", BARRU)
    work(home, inbox)
    assert below(inbox) == ["selesai/2026-11/data.xlsx"] and rows_in(home) == 3


def test_the_same_name_twice_overwrites_nothing(inbox: Path, home: Path) -> None:
    book(inbox / "data.xlsx")
    work(home, inbox)
    book(inbox / "data.xlsx", first=50, count=2)
    work(home, inbox)
    assert below(inbox) == ["selesai/2026-11/data (2).xlsx", "selesai/2026-11/data.xlsx"]
    for first in (NOWHERE, NOWHERE + " LAGI"):
        book(inbox / "kosong.xlsx", first)
        work(home, inbox)
    assert below(inbox / "ditolak") == [
        "kosong (2).xlsx",
        "kosong (2).xlsx.alasan.txt",
        "kosong.xlsx",
        "kosong.xlsx.alasan.txt",
    ]
    assert work(home, inbox).files == []


def test_the_same_file_again_leaves_one_copy(inbox: Path, home: Path) -> None:
    data = book(inbox / "data.xlsx").read_bytes()
    work(home, inbox)
    (inbox / "data.xlsx").write_bytes(data)
    work(home, inbox)
    assert below(inbox) == ["selesai/2026-11/data.xlsx"] and rows_in(home) == 3


def test_loaded_files_may_be_removed_once_the_archive_has_them(inbox: Path, home: Path) -> None:
    book(inbox / "data.xlsx")
    book(inbox / "entah.xlsx", NOWHERE)
    work(home, inbox, remove=True)
    assert below(inbox) == ["ditolak/entah.xlsx", "ditolak/entah.xlsx.alasan.txt"]
    book(inbox / "lain.xlsx", first=30)
    looked = seen(inbox)
    load_batch(batches(looked, home)[0], home)
    shutil.rmtree(home / "archive")
    take_in_inbox(looked, home, "id", lambda: WHEN, remove=True)
    assert "selesai/2026-11/lain.xlsx" in below(inbox), "without a copy in the archive the file stays"


def test_a_reason_whose_file_is_gone_goes_too(inbox: Path, home: Path) -> None:
    from flows.inbox_work import tidy

    book(inbox / "entah.xlsx", NOWHERE)
    work(home, inbox)
    (inbox / "ditolak" / "entah.xlsx").unlink()
    tidy([inbox])
    assert below(inbox) == []


def test_held_back_rows_are_no_refusal(inbox: Path, home: Path) -> None:
    row: Row = (1, "Usaha 1", "Pemilik", "Kue", 2, 5_000_000)
    write_workbook(inbox / "barru.xlsx", {"Data": [(BARRU,), (), HEAD, row, (2, *row[1:])]})
    worked = work(home, inbox)
    assert [(one.outcome, one.baris_dimuat, one.baris_ditahan) for one in worked.files] == [
        ("dimuat_sebagian", 1, 1)
    ]
    assert below(inbox) == ["selesai/2026-11/barru.xlsx"]
    assert any(path.name.endswith("perbaikan.xlsx") for path in (home / FOLDER).rglob("*"))


# --- killed, changed, out of reach ---------------------------------------------------------------------------


def test_killed_between_load_and_move_the_next_run_answers_and_moves(inbox: Path, home: Path) -> None:
    book(inbox / "barru.xlsx")
    book(inbox / "entah.xlsx", NOWHERE)
    load_batch(batches(seen(inbox), home)[0], home)
    assert not (home / FOLDER).exists() and rows_in(home) == 3
    worked = work(home, inbox)
    assert worked.moved == 2 and rows_in(home) == 3
    assert below(inbox) == [
        "ditolak/entah.xlsx",
        "ditolak/entah.xlsx.alasan.txt",
        "selesai/2026-11/barru.xlsx",
    ]
    assert (home / FOLDER / "73.11-Barru").is_dir()
    assert stored(home, "SELECT count(*) FROM kiriman") == [(2,)]


def test_killed_within_a_move_leaves_one_file(
    inbox: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book(inbox / "barru.xlsx")

    class Killed(BaseException):
        pass

    unlink = Path.unlink

    def killed(path: Path, missing_ok: bool = False) -> None:
        if path == inbox / "barru.xlsx":
            raise Killed
        unlink(path, missing_ok)

    with monkeypatch.context() as patch, pytest.raises(Killed):
        patch.setattr(Path, "unlink", killed)
        work(home, inbox)
    assert len(below(inbox)) == 2  # both names of the one file
    work(home, inbox)
    assert below(inbox) == ["selesai/2026-11/barru.xlsx"] and rows_in(home) == 3


def test_a_file_replaced_while_it_was_loaded_is_taken_in_next_time(inbox: Path, home: Path) -> None:
    book(inbox / "barru.xlsx")
    looked = seen(inbox)
    load_batch(batches(looked, home)[0], home)
    book(inbox / "barru.xlsx", count=5)
    take_in_inbox(looked, home, "id", lambda: WHEN)
    assert below(inbox) == ["barru.xlsx"], "the newer one must not be put away unread"
    work(home, inbox)
    assert below(inbox) == ["selesai/2026-11/barru.xlsx"] and rows_in(home) == 5


def test_a_folder_without_leave_to_write_is_said(
    inbox: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book(inbox / "barru.xlsx")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(inbox_moves, "move", refuse)
        worked = work(home, inbox)
    assert worked.stuck == ["barru.xlsx"] and below(inbox) == ["barru.xlsx"]
    assert work(home, inbox).moved == 1 and rows_in(home) == 3


def test_a_folder_without_links_is_moved_in_too(inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = book(inbox / "barru.xlsx")

    def no_links(*_: object, **__: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(os, "link", no_links)
    mark = seen(inbox).ready[0].mark
    assert move(path, inbox / "selesai", mark) == inbox / "selesai" / "barru.xlsx"
    assert below(inbox) == ["selesai/barru.xlsx"]


def test_a_link_out_of_the_inbox_is_refused_and_not_followed(inbox: Path, home: Path, tmp_path: Path) -> None:
    target = book(tmp_path / "luar" / "rahasia.xlsx")
    (inbox / "tautan.xlsx").symlink_to(target)
    worked = work(home, inbox)
    assert [one.outcome for one in worked.files] == ["ditolak"]
    assert (inbox / "ditolak" / "tautan.xlsx").is_symlink() and target.exists()
    assert work(home, inbox).files == []


def test_two_folders_and_many_files_are_parted_into_batches(
    inbox: Path, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flows.inbox_work.BATCH", 2)
    for number in range(3):
        book(inbox / f"barru {number}.xlsx", first=10 * number + 1)
    book(tmp_path / "lain" / "gowa.xlsx", "DAFTAR IKM KABUPATEN GOWA TAHUN 2021")
    looked = look([inbox, tmp_path / "lain"], QUIET, lambda _: None)
    assert [len(one) for one in batches(looked, home)] == [2, 1, 1]
    take_in_inbox(looked, home, "id", lambda: WHEN)
    assert rows_in(home) == 12 and below(tmp_path / "lain") == ["selesai/2026-11/gowa.xlsx"]
