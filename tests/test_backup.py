"""Backups: what is in them, what never is, and that a half-written one is never taken for whole."""

from __future__ import annotations

import errno
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from flows import backup_sets
from flows.backup import back_up
from flows.backup_sets import BackupError, drop_old, is_whole, latest_set, read_set, set_names
from flows.restore import restore
from tests.keeping import Officer, book, files_with, loaded
from warehouse.keys import masking_key

pytestmark = pytest.mark.usefixtures("in_this_process", "quiet_environment")

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def two_lists(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with two lists, one of them a revision of the other."""
    place = tmp_path_factory.mktemp("rumah")
    book(place / "masuk" / "a.xlsx", 1, 2, 3)
    book(place / "masuk" / "b.xlsx", 1, 2, 7)
    return loaded(place / "data", place / "masuk")


@pytest.fixture
def ikm(two_lists: Path, home: Path, capsys: pytest.CaptureFixture[str]) -> Officer:
    shutil.copytree(two_lists, home)
    return Officer(home, capsys)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cadangan"


def contents(folder: Path) -> set[str]:
    return {path.name for path in (folder / "isi").rglob("*") if path.is_file()}


def test_what_is_in_it_and_what_is_written_again(ikm: Officer, folder: Path, tmp_path: Path) -> None:
    (ikm.home / "istilah.csv").write_text("nomor;laporan\n", encoding="utf-8")
    assert ikm("feedback", "--templat") in (0, 1)
    assert ikm("publish", "--beku", "LKPJ-2019") == 0
    assert ikm("backup", folder) == 0
    assert "dibaca kembali" in ikm.out and "Kunci nama samaran tidak ikut" in ikm.out
    kept = {one.berkas for one in latest_set(folder).files}
    beside = {one for one in kept if not one.startswith("archive/")}
    assert beside == {
        "istilah.csv", "templat/surat.docx", "warehouse/kerja.duckdb", "warehouse/beku/LKPJ-2019/manifes.json",
        "warehouse/beku/LKPJ-2019/ikm.duckdb", "warehouse/beku/LKPJ-2019/terbatas/ikm.duckdb",
    }  # fmt: skip
    assert len(kept - beside) == 2
    before = contents(folder)
    book(tmp_path / "c.xlsx", 4, 5, kabupaten="BONE")
    assert ikm("load", tmp_path / "c.xlsx") == 0 and ikm("backup", folder) == 0
    # The new workbook, the working database, the log of the backup before.
    assert len(contents(folder) - before) == 3
    assert len(set_names(folder)) == 2
    modes = {path.stat().st_mode & 0o077 for path in [folder, *folder.rglob("*")]}
    assert modes == {0}


def test_the_list_says_what_the_home_said(ikm: Officer, folder: Path) -> None:
    assert ikm("backup", folder) == 0
    about = latest_set(folder).about
    assert about["kiriman"] == {"digantikan": 1, "dimuat": 1}
    assert about["digest"]["ikm.duckdb"]["utuh"]["main.ikm"].startswith("3:")
    assert about["audit"]["baris"] == 0 and about["versi_duckdb"] and about["versi_skema"]
    assert ikm("backup", folder) == 0 and latest_set(folder).about["audit"]["baris"] == 1
    assert ikm("audit", "--periksa", "--cadangan", folder) == 0 and "Cocok dengan cadangan" in ikm.out


def test_the_key_goes_apart(ikm: Officer, folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "brankas" / "kunci.txt"
    assert ikm("backup", folder, "--kunci", target) == 0
    key = masking_key(ikm.home)
    assert bytes.fromhex(target.read_text()) == key and target.stat().st_mode & 0o777 == 0o600
    assert not any(key in path.read_bytes() for path in folder.rglob("*") if path.is_file())
    assert files_with(folder, [key.hex()]) == {}
    assert ikm("backup", folder, "--kunci", target) == 0  # the same key once more is no change
    other = tmp_path / "lain.txt"
    other.write_text("catatan saya")
    inside = (
        folder / "kunci.txt",
        folder / "isi" / "k",
        ikm.home / "kunci.txt",
        tmp_path / "x" / ".." / "cadangan" / "k",
    )
    count = len(set_names(folder))
    for place, word in (*((one, "di luar") for one in inside), (other, "tidak ditimpa")):
        assert ikm("backup", folder, "--kunci", place) == 2 and word in ikm.err, place
    assert other.read_text() == "catatan saya" and len(set_names(folder)) == count
    # Without a line in the log the key does not leave the home.
    (ikm.home / "audit" / "audit.jsonl").unlink()
    (ikm.home / "audit").rmdir()
    (ikm.home / "audit").write_text("")
    assert (
        ikm("backup", folder, "--kunci", tmp_path / "baru.txt") == 2 and not (tmp_path / "baru.txt").exists()
    )


def test_places_that_cannot_be(ikm: Officer, tmp_path: Path) -> None:
    a_file = tmp_path / "berkas"
    a_file.write_text("")
    for place, word in (
        (ikm.home / "cadangan", "di dalam rumah data"),
        (ikm.home, "di dalam"),
        (a_file, "bukan folder"),
    ):
        assert ikm("backup", place) == 2 and word in ikm.err
    assert ikm("backup", tmp_path / "c", home=tmp_path / "kosong") == 2 and "Belum ada gudang" in ikm.err
    assert ikm("backup", tmp_path / "c", "--simpan", "0") == 2


@pytest.mark.parametrize("after", [1, 2, 4])
def test_a_full_disk_is_a_sentence_and_no_set(
    ikm: Officer, folder: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    assert ikm("backup", folder) == 0
    (ikm.home / "istilah.csv").write_text("satu", encoding="utf-8")
    (ikm.home / "lain.csv").write_text("dua", encoding="utf-8")
    (ikm.home / "lagi.csv").write_text("tiga", encoding="utf-8")
    real, written = os.fsync, []

    def full(handle: int) -> None:
        written.append(handle)
        if len(written) == after:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(handle)

    with monkeypatch.context() as patched:
        patched.setattr(backup_sets.os, "fsync", full)
        assert ikm("backup", folder) == 2
    assert "Cadangan tidak selesai" in ikm.err and "No space left" in ikm.err
    assert len(set_names(folder)) == 1 and not (folder / "isi" / "baru").exists()
    assert all(is_whole(folder, one) for one in latest_set(folder).files)
    assert ikm("backup", folder) == 0 and len(set_names(folder)) == 2


def test_killed_at_any_moment_every_set_is_whole(ikm: Officer, folder: Path) -> None:
    dice, command = (
        random.Random(7),
        [sys.executable, "-m", "flows.cli", "backup", str(folder), "--home", str(ikm.home)],
    )
    began = time.monotonic()
    assert subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=False).returncode == 0
    seconds = time.monotonic() - began
    for number in range(6):
        (ikm.home / "istilah.csv").write_text(f"ke-{number}", encoding="utf-8")
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(dice.uniform(0.4, 1.0) * seconds)
        process.send_signal(signal.SIGKILL)
        process.wait()
        for name in set_names(folder):
            assert all(is_whole(folder, one) for one in read_set(folder, name).files)
    assert ikm("backup", folder) == 0
    needed = {Path(one.simpan).name for name in set_names(folder) for one in read_set(folder, name).files}
    assert contents(folder) == needed  # what the killed ones left is cleared away


def test_the_newest_sets_are_kept_whatever_the_clock_says(
    ikm: Officer, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from datetime import datetime

    from flows import backup

    class Clock(datetime):
        year_now = 2030

        @classmethod
        def now(cls, tz: Any = None) -> datetime:
            return datetime(cls.year_now, 1, 1, tzinfo=tz)

    monkeypatch.setattr(backup, "datetime", Clock)
    for year in (2030, 2029, 2028, 2027):
        Clock.year_now = year
        (ikm.home / "istilah.csv").write_text(str(year), encoding="utf-8")
        back_up(ikm.home, folder, count=2)
    assert [name[:9] for name in set_names(folder)] == ["0003_2028", "0004_2027"]
    texts = {path.read_text() for path in (folder / "isi").rglob("*.csv")}
    assert texts == {"2028", "2027"}


def test_what_went_bad_in_the_backup_is_written_again(ikm: Officer, folder: Path) -> None:
    assert ikm("backup", folder) == 0
    one = next(one for one in latest_set(folder).files if one.berkas.startswith("archive/"))
    (folder / one.simpan).write_bytes(b"rusak")
    assert ikm("backup", folder) == 0 and is_whole(folder, one)


def test_what_went_bad_in_the_archive_is_said_and_the_good_copy_kept(
    ikm: Officer, folder: Path, tmp_path: Path
) -> None:
    first, second = sorted((ikm.home / "archive").rglob("*.xlsx"))
    good = first.read_bytes()
    assert ikm("backup", folder) == 0
    first.write_bytes(good[:100])
    assert ikm("backup", folder) == 1
    assert (
        "Rusak di rumah data" in ikm.err
        and "masih ada salinan yang baik" in ikm.err
        and first.name in ikm.err
    )
    restore(folder, tmp_path / "baru")
    assert (tmp_path / "baru" / first.relative_to(ikm.home)).read_bytes() == good
    second.write_bytes(b"")
    assert ikm("backup", tmp_path / "lain") == 1 and "tidak ada salinan yang baik" in ikm.err


def test_the_folder_of_another_home_is_left_alone(ikm: Officer, folder: Path, tmp_path: Path) -> None:
    assert ikm("backup", folder) == 0
    other = tmp_path / "rumah lain"
    assert ikm("load", book(tmp_path / "a.xlsx", 1, 2), home=other) == 0
    assert ikm("backup", folder, home=other) == 2 and "rumah data lain" in ikm.err
    assert len(set_names(folder)) == 1


def test_a_damaged_list_stops_neither_the_next_backup_nor_loses_contents(ikm: Officer, folder: Path) -> None:
    for text in ("satu", "dua"):
        (ikm.home / "istilah.csv").write_text(text, encoding="utf-8")
        assert ikm("backup", folder) == 0
    path = folder / "set" / f"{set_names(folder)[-1]}.json"
    path.write_bytes(path.read_bytes()[:-40])
    before = contents(folder)
    assert ikm("backup", folder, "--simpan", "2") == 0
    assert before <= contents(folder) and len(set_names(folder)) == 3
    assert ikm("backup", folder, "--simpan", "1") == 0 and len(set_names(folder)) == 1


def test_a_log_that_was_shortened_is_noticed_by_the_next_backup(ikm: Officer, folder: Path) -> None:
    for _ in range(2):
        assert ikm("sql", "--terbatas", "SELECT 1") == 0
    assert ikm("backup", folder) == 0
    path = ikm.home / "audit" / "audit.jsonl"
    path.write_bytes(path.read_bytes().splitlines(keepends=True)[0])
    assert ikm("backup", folder) == 1 and "Catatan audit berbeda" in ikm.err
    assert ikm("audit", "--periksa") == 0


def test_names_in_a_list_that_lead_out_of_the_home_are_refused(ikm: Officer, folder: Path) -> None:
    assert ikm("backup", folder) == 0
    path = folder / "set" / f"{set_names(folder)[-1]}.json"
    said = json.loads(path.read_text(encoding="utf-8"))
    said["isi"][0]["berkas"] = "../../lari"
    said.pop("sha256")
    path.write_text(json.dumps({**said, "sha256": backup_sets._mark(said)}), encoding="utf-8")
    with pytest.raises(BackupError, match="damaged_list"):
        read_set(folder, set_names(folder)[-1])
    assert drop_old(folder, 1) == 0
