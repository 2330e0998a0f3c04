"""Faults of the surroundings, in this process: what is said, what is kept, and that the next load is well."""

from __future__ import annotations

import errno
import os
import shutil
import struct
import threading
import time
import unicodedata
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pytest

from flows import archive, side_by_side
from flows.causes import cause_of
from flows.cli import main
from flows.commands import loading
from flows.feedback_files import put
from flows.messages_trouble import TROUBLE
from flows.pool import PoolBroken
from flows.trouble import explain
from schemas.clock import office_now
from tests.deliveries import ask
from tests.troubled import SECRET, book, leftovers, published
from warehouse.lock import held_by, only_writer

pytestmark = pytest.mark.usefixtures("in_this_process", "quiet_surroundings")


@pytest.fixture
def quiet_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("IKM_HOME", "IKM_BAHASA", "IKM_KUNCI", "IKM_JAM_BENAR"):
        monkeypatch.delenv(name, raising=False)


class Said:
    """The exit code of a command and what it printed."""

    def __init__(self, capsys: Any, *arguments: object) -> None:
        capsys.readouterr()
        self.code = main([str(one) for one in arguments])
        told = capsys.readouterr()
        self.out, self.err = told.out, told.err
        assert "Traceback" not in self.out + self.err and SECRET not in self.out + self.err


@pytest.fixture
def filled(inbox: Path, home: Path, capsys: Any) -> Path:
    """A home with one list, published."""
    book(inbox / "barru.xlsx")
    assert Said(capsys, "load", inbox, "--home", home).code == 0
    return home


def loaded(home: Path) -> list[tuple[str, str]]:
    return ask(
        home / "warehouse" / "ikm.duckdb", "SELECT berkas, status FROM kiriman ORDER BY diterima_pada, berkas"
    )


# --- causes ------------------------------------------------------------------------------------------------


def duck(words: str) -> duckdb.Error:
    return duckdb.IOException(f"IO Error: {words}")


CAUSES: list[tuple[Exception, str]] = [
    (OSError(errno.ENOSPC, "No space left on device", "a.xlsx"), "disk_full"),
    (OSError(errno.EDQUOT, "Disk quota exceeded"), "disk_full"),
    (OSError(errno.EFBIG, "File too large"), "disk_full"),
    (duck('Could not write file "/h/kerja.duckdb": No space left on device'), "disk_full"),
    (OSError(errno.EROFS, "Read-only file system", "/h"), "read_only"),
    (duck('Cannot open file "/h/kerja.duckdb": Read-only file system'), "read_only"),
    (PermissionError(errno.EACCES, "Permission denied", "/h"), "no_permission"),
    (duck('Cannot open file "/h/kerja.duckdb": Permission denied'), "no_permission"),
    (NotADirectoryError(errno.ENOTDIR, "Not a directory", "/h"), "in_the_way"),
    (FileExistsError(errno.EEXIST, "File exists", "/h"), "in_the_way"),
    (OSError(errno.ENAMETOOLONG, "File name too long", "/h"), "too_long"),
    (UnicodeEncodeError("utf-8", "\udcff", 0, 1, "surrogates not allowed"), "bad_name"),
    (OSError(errno.ENOTCONN, "Transport endpoint is not connected", "/net"), "disconnected"),
    (OSError(errno.ESTALE, "Stale file handle", "/net"), "disconnected"),
    (OSError(errno.EIO, "Input/output error", "/net"), "disconnected"),
    (OSError(errno.EHOSTDOWN, "Host is down", "/net"), "disconnected"),
    (duck('Could not read from file "/net/kerja.duckdb": Stale file handle'), "disconnected"),
    (OSError(errno.EMFILE, "Too many open files"), "too_many_open"),
    (OSError(errno.ENOMEM, "Cannot allocate memory"), "memory"),
    (BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable"), "memory"),
    (MemoryError(), "memory"),
    (RuntimeError("can't start new thread"), "memory"),
    (ImportError("libduckdb.so: failed to map: Cannot allocate memory"), "memory"),
    (duckdb.OutOfMemoryException("Out of Memory Error: could not allocate block"), "memory"),
    (PoolBroken("no process stays alive"), "readers"),
    (FileNotFoundError(errno.ENOENT, "No usable temporary directory found in ['/tmp']"), "no_temp"),
    (OSError("AF_UNIX path too long"), "temp_too_long"),
    (OSError(errno.ENOLCK, "No locks available", "/net"), "no_locks"),
    (FileNotFoundError(errno.ENOENT, "No such file or directory", "/h/a"), "vanished"),
    (ModuleNotFoundError("No module named 'polars'", name="polars"), "library"),
    (duck('Could not set lock on file "/h/kerja.duckdb": held (PID 12)'), "working_held"),
    (duck("Corrupt database file: computed checksum"), "database_damaged"),
]


@pytest.mark.parametrize(("problem", "key"), CAUSES, ids=lambda one: one if isinstance(one, str) else "")
def test_every_fault_has_its_cause_and_a_sentence_in_both_languages(
    problem: Exception, key: str, tmp_path: Path
) -> None:
    found = cause_of(problem)
    assert found is not None and found.key == key
    told = [explain(problem, tmp_path, "id"), explain(problem, tmp_path, "en")]
    assert told[0] != told[1] and not any("{" in text or "program, " in text for text in told)
    assert not (tmp_path / "catatan.log").exists()


@pytest.mark.parametrize(
    "problem", [KeyError("a"), ValueError("b"), RuntimeError("c"), duckdb.BinderException("d"), OSError("e")]
)
def test_a_fault_of_the_program_is_not_blamed_on_the_surroundings(problem: Exception, tmp_path: Path) -> None:
    assert cause_of(problem) is None
    assert "catatan.log" in explain(problem, tmp_path, "id") and (tmp_path / "catatan.log").exists()


def test_a_full_disk_is_named_behind_what_it_brought_about(tmp_path: Path) -> None:
    try:
        try:
            raise duck('Could not write file "/h/kerja.duckdb": No space left on device')
        except duckdb.Error:
            raise duckdb.TransactionException("cannot rollback - no transaction is active")  # noqa: B904
    except duckdb.Error as problem:
        assert "Disk penuh: /h/kerja.duckdb" in explain(problem, tmp_path, "id")


def test_each_sentence_tells_the_cure() -> None:
    cures = (
        "lalu", "pilih", "kembalikan", "hapus", "tutup", "kosongkan", "betulkan", "naikkan", "taruh", "menunggu",
        "sebutkan", "terbitkan",
    )  # fmt: skip
    told = {key: id for key, (id, _) in TROUBLE.items() if not key.startswith("lock.holder")}
    assert [key for key, text in told.items() if not any(word in text.casefold() for word in cures)] == []


# --- a home whose files are damaged or gone ------------------------------------------------------------------


def _checksum(block: bytes) -> int:
    """What DuckDB writes before a block of whole words."""
    result = 5381
    for (word,) in struct.iter_unpack("<Q", block):
        result ^= word * 0xBF58476D1CE4E5B9 & 0xFFFFFFFFFFFFFFFF
    return result


def newer(data: bytes) -> bytes:
    """A database file as a later DuckDB writes it: another number of its format, with a valid checksum."""
    head = data[8:4096]
    if struct.unpack("<Q", data[:8])[0] != _checksum(head):
        pytest.skip("the format of the file is another")
    head = head[:4] + struct.pack("<Q", 999) + head[12:]
    return struct.pack("<Q", _checksum(head)) + head + data[4096:]


def _turned(data: bytes) -> bytes:
    changed = bytearray(data)
    for place in range(3 * 4096 + 100, len(changed), 262_144):
        changed[place] ^= 255
    return bytes(changed)


DAMAGES: list[tuple[str, Callable[[bytes], bytes | None], str]] = [
    ("garbage", lambda data: os.urandom(100_000), "rusak"),
    ("zeros", lambda data: b"\0" * len(data), "rusak"),
    ("cut off", lambda data: data[: len(data) // 2], "rusak"),
    ("a few bytes", lambda data: data[:100], "rusak"),
    ("bits turned", _turned, "rusak"),
    ("a folder", lambda data: None, "rusak"),
    ("empty", lambda data: b"", "hilang atau kosong"),
    ("newer", newer, "versi DuckDB yang lebih baru"),
]


@pytest.mark.parametrize(("damage", "words"), [one[1:] for one in DAMAGES], ids=[one[0] for one in DAMAGES])
def test_a_damaged_working_database_stops_the_load_and_nothing_else(
    damage: Callable[[bytes], bytes | None], words: str, filled: Path, inbox: Path, capsys: Any
) -> None:
    path = filled / "warehouse" / "kerja.duckdb"
    data, before = path.read_bytes(), published(filled)
    made = damage(data)
    path.unlink()
    if made is None:
        path.mkdir()
    else:
        path.write_bytes(made)
    book(inbox / "gowa.xlsx", 50, district="GOWA")
    said = Said(capsys, "load", inbox, "--home", filled)
    assert said.code == 2 and words in said.err
    assert published(filled) == before
    doctor = Said(capsys, "doctor", "--home", filled)
    assert doctor.code == 1 and words in doctor.out and "✗ basis data kerja" in doctor.out
    if made is None:
        path.rmdir()
    path.with_name("kerja.duckdb.wal").unlink(missing_ok=True)
    path.write_bytes(data)
    assert Said(capsys, "load", inbox, "--home", filled).code == 0
    assert [name for name, _ in loaded(filled)] == ["barru.xlsx", "gowa.xlsx"]
    assert Said(capsys, "doctor", "--home", filled).code == 0


@pytest.mark.parametrize("command", [["load", "INBOX"], ["publish"], ["reload", "--semua"], ["feedback"]])
def test_a_lost_working_database_is_never_replaced_by_an_empty_one(
    command: list[str], filled: Path, inbox: Path, capsys: Any
) -> None:
    path = filled / "warehouse" / "kerja.duckdb"
    before = published(filled)
    path.unlink()
    said = Said(capsys, *[str(inbox) if word == "INBOX" else word for word in command], "--home", filled)
    assert said.code == 2 and not path.exists() and published(filled) == before
    doctor = Said(capsys, "doctor", "--home", filled, "--bahasa", "en")
    assert doctor.code == 1 and "working database" in doctor.out and "backup" in doctor.out


@pytest.mark.parametrize(("content", "words"), [(None, "hilang"), (b"", "rusak"), (b"x" * 31, "rusak")])
def test_a_masking_key_lost_or_damaged(
    content: bytes | None, words: str, filled: Path, inbox: Path, capsys: Any
) -> None:
    path = filled / "kunci" / "masker.key"
    key = path.read_bytes()
    path.unlink() if content is None else path.write_bytes(content)
    said = Said(capsys, "load", inbox, "--home", filled)
    assert said.code == 2 and words in said.err and "Kunci penyamaran" in said.err
    doctor = Said(capsys, "doctor", "--home", filled)
    assert doctor.code == 1 and "✗ kunci penyamaran" in doctor.out
    path.write_bytes(key)
    assert Said(capsys, "load", inbox, "--home", filled).code == 0


def test_the_named_cure_of_a_lost_key_works(filled: Path, inbox: Path, capsys: Any) -> None:
    (filled / "kunci" / "masker.key").unlink()
    for name in ("ikm.duckdb", "terbatas/ikm.duckdb"):
        (filled / "warehouse" / name).unlink()
    assert Said(capsys, "load", inbox, "--home", filled).code == 0
    assert loaded(filled) == [("barru.xlsx", "dimuat")]


@pytest.mark.parametrize("name", ["ikm.duckdb", "terbatas/ikm.duckdb"])
@pytest.mark.parametrize("how", ["damaged", "log"])
def test_a_published_file_damaged_or_with_a_log_beside_it_is_published_again(
    how: str, name: str, filled: Path, capsys: Any
) -> None:
    path, before = filled / "warehouse" / name, published(filled)
    if how == "damaged":
        path.chmod(0o600)
        path.write_bytes(path.read_bytes()[:50_000])
    else:
        path.with_name(path.name + ".wal").write_bytes(b"left behind")
    doctor = Said(capsys, "doctor", "--home", filled)
    assert doctor.code == 1 and "ikm publish" in doctor.out and f"✗ gudang {name}" in doctor.out
    assert Said(capsys, "publish", "--home", filled).code == 0
    assert published(filled) == before
    assert Said(capsys, "doctor", "--home", filled).code == 0


# --- two at once -------------------------------------------------------------------------------------------


def test_a_second_load_waits_says_for_whom_and_goes_on(filled: Path, inbox: Path, capsys: Any) -> None:
    book(inbox / "gowa.xlsx", 50, district="GOWA")
    held, let_go = threading.Event(), threading.Event()

    def hold() -> None:
        with only_writer(filled / "warehouse" / "kerja.kunci"):
            held.set()
            let_go.wait(60)

    other = threading.Thread(target=hold)
    other.start()
    held.wait(60)
    threading.Timer(1.5, let_go.set).start()
    said = Said(capsys, "load", inbox, "--home", filled)
    other.join()
    assert said.code == 0 and "menunggu" in said.err
    assert f"proses {os.getpid()}" in said.err and f"sejak {datetime.now():%Y-%m-%d}" in said.err
    assert [name for name, _ in loaded(filled)] == ["barru.xlsx", "gowa.xlsx"]


def test_a_second_load_gives_up_in_a_sentence(
    filled: Path, inbox: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "WAIT_SECONDS", 0.3)
    with only_writer(filled / "warehouse" / "kerja.kunci"):
        said = Said(capsys, "load", inbox, "--home", filled, "--bahasa", "en")
        assert Said(capsys, "doctor", "--home", filled).code == 0
    assert said.code == 2 and "in use by" in said.err and str(os.getpid()) in said.err


def test_who_holds_the_lock_is_told_without_what_it_was_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["/usr/bin/ikm", "load", "/rumah/Budi 7311014507850001.xlsx"])
    with only_writer(tmp_path / "kunci"):
        told = held_by(tmp_path / "kunci.pid")
        assert (told.pid, told.command) == (os.getpid(), "ikm load")
        assert told.since is not None and datetime.now() - told.since < timedelta(minutes=5)
        assert "Budi" not in (tmp_path / "kunci.pid").read_text()
    monkeypatch.setattr("sys.argv", ["/usr/bin/ikm", "7311014507850001"])
    with only_writer(tmp_path / "kunci"):
        assert held_by(tmp_path / "kunci.pid").command == "ikm"


def test_a_disk_without_locks_is_no_load_that_never_ends(
    filled: Path, inbox: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_locks(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fcntl.flock", no_locks)
    said = Said(capsys, "load", inbox, "--home", filled)
    assert said.code == 2 and "kunci berkas" in said.err


# --- the clock -----------------------------------------------------------------------------------------------


def at(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    for module in ("flows.take_in", "flows.withdraw", "flows.commands.doctor_warehouse"):
        monkeypatch.setattr(f"{module}.office_now", lambda: moment)


def test_a_clock_set_back_keeps_the_order_and_is_told(
    inbox: Path, home: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = datetime(2026, 3, 10, 8, 0)
    at(monkeypatch, start)
    book(inbox / "a.xlsx", 1, 4)
    assert Said(capsys, "load", inbox, "--home", home).code == 0
    at(monkeypatch, start - timedelta(days=30))
    book(inbox / "b.xlsx", 1, 5)
    said = Said(capsys, "load", inbox, "--home", home)
    assert said.code == 0 and "Betulkan jam komputer" in said.out and "2026-03-10 08:00" in said.out
    doctor = Said(capsys, "doctor", "--home", home)
    assert doctor.code == 1 and "✗ jam komputer" in doctor.out
    assert Said(capsys, "withdraw", "b.xlsx", "--alasan", "salah", "--home", home).code == 0
    path = home / "warehouse" / "ikm.duckdb"
    wrong = "SELECT count(*) FROM masa_berlaku WHERE berlaku_sampai <= berlaku_dari"
    assert ask(path, wrong) == [(0,)]
    assert loaded(home) == [("a.xlsx", "dimuat"), ("b.xlsx", "ditarik")]
    # What was known before the clock was set back stays what was known.
    asked = "SELECT count(*) FROM ikm_per('2026-03-10 08:00')"
    assert ask(path, asked) == [(4,)]


def test_a_clock_that_is_a_little_late_says_nothing(
    filled: Path, inbox: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, office_now() - timedelta(minutes=3))
    book(inbox / "gowa.xlsx", 50, district="GOWA")
    said = Said(capsys, "load", inbox, "--home", filled)
    assert said.code == 0 and "jam" not in said.out


@pytest.mark.parametrize(
    ("moment", "words"),
    [(datetime(1970, 1, 1, 7), "1970"), (datetime(2099, 1, 1), "2099-01-01 00:00")],
    ids=["battery empty", "far ahead"],
)
def test_a_clock_that_cannot_be_right_stops_the_load(
    moment: datetime, words: str, filled: Path, inbox: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    book(inbox / "gowa.xlsx", 50, district="GOWA")
    before = published(filled)
    with monkeypatch.context() as wrong:
        at(wrong, moment)
        said = Said(capsys, "load", inbox, "--home", filled)
        assert said.code == 2 and words in said.err and "jam" in said.err
        assert Said(capsys, "doctor", "--home", filled).code == 1
    assert published(filled) == before
    assert Said(capsys, "load", inbox, "--home", filled).code == 0


def test_who_says_that_the_clock_is_right_is_believed(
    filled: Path, inbox: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, datetime(2040, 1, 1))
    monkeypatch.setenv("IKM_JAM_BENAR", "1")
    assert Said(capsys, "load", inbox, "--home", filled).code == 0


# --- files that change, are gone, cannot be read ---------------------------------------------------------------


def meanwhile(monkeypatch: pytest.MonkeyPatch, name: str, do: Callable[[Path], object]) -> None:
    """``do`` happens to the file ``name`` once its bytes were read."""
    understand = side_by_side.understand

    def disturbed(job: Any) -> Any:
        made = understand(job)
        if Path(job.path).name == name:
            do(Path(job.path))
        return made

    monkeypatch.setattr(side_by_side, "understand", disturbed)


CHANGES: list[tuple[str, Callable[[Path], object]]] = [
    ("grows", lambda path: path.write_bytes(path.read_bytes() + b"more")),
    ("shrinks", lambda path: path.write_bytes(path.read_bytes()[:1000])),
    ("another content", lambda path: book(path, 20)),
    ("vanishes", lambda path: path.unlink()),
]


@pytest.mark.parametrize("do", [one[1] for one in CHANGES], ids=[one[0] for one in CHANGES])
def test_a_file_that_changes_while_it_is_read_is_left_for_the_next_load(
    do: Callable[[Path], object], inbox: Path, home: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = book(inbox / "barru.xlsx").read_bytes()
    book(inbox / "gowa.xlsx", 50, district="GOWA")
    with monkeypatch.context() as disturbed:
        meanwhile(disturbed, "barru.xlsx", do)
        said = Said(capsys, "load", inbox, "--home", home)
    assert said.code == 1 and "barru.xlsx" in said.out and "muat lagi" in said.out
    assert loaded(home) == [("gowa.xlsx", "dimuat")] and leftovers(home) == []
    (inbox / "barru.xlsx").write_bytes(whole)
    assert Said(capsys, "load", inbox, "--home", home).code == 0
    assert loaded(home) == [("gowa.xlsx", "dimuat"), ("barru.xlsx", "dimuat")]


def test_a_file_that_is_gone_before_it_is_read_is_not_refused(
    inbox: Path, home: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    book(inbox / "barru.xlsx")
    book(inbox / "gowa.xlsx", 50, district="GOWA")
    understand = side_by_side.understand

    def late(job: Any) -> Any:
        (inbox / "gowa.xlsx").unlink(missing_ok=True)
        return understand(job)

    monkeypatch.setattr(side_by_side, "understand", late)
    assert Said(capsys, "load", inbox, "--home", home).code == 1
    assert loaded(home) == [("barru.xlsx", "dimuat")]


def test_a_file_half_copied_is_refused_and_taken_once_it_is_whole(
    inbox: Path, home: Path, capsys: Any
) -> None:
    path = book(inbox / "barru.xlsx")
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    assert Said(capsys, "load", inbox, "--home", home).code == 1
    assert loaded(home) == [("barru.xlsx", "ditolak")]
    path.write_bytes(whole)
    assert Said(capsys, "load", inbox, "--home", home).code == 0
    assert loaded(home) == [("barru.xlsx", "ditolak"), ("barru.xlsx", "dimuat")]


def test_an_original_cut_off_in_the_archive_is_written_again(filled: Path, inbox: Path, capsys: Any) -> None:
    (kept,) = (filled / "archive").rglob("*.xlsx")
    kept.write_bytes(b"cut")
    path = filled / "warehouse"
    shutil.rmtree(path)
    assert Said(capsys, "load", inbox, "--home", filled).code == 0
    assert kept.read_bytes() == (inbox / "barru.xlsx").read_bytes()


@pytest.mark.parametrize("number", [errno.ENOTCONN, errno.ESTALE, errno.EIO])
def test_a_network_folder_that_goes_away_refuses_no_file(
    number: int, inbox: Path, home: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    book(inbox / "barru.xlsx")

    def gone(opened: Any) -> Any:
        def opening(path: Any, *given: Any, **more: Any) -> Any:
            if isinstance(path, str | Path) and Path(path).parent == inbox:
                raise OSError(number, os.strerror(number), str(path))
            return opened(path, *given, **more)

        return opening

    with monkeypatch.context() as away:
        away.setattr(Path, "open", gone(Path.open))
        away.setattr(os, "open", gone(os.open))
        said = Said(capsys, "load", inbox, "--home", home)
    assert said.code == 2 and "terputus" in said.err and str(inbox) in said.err
    assert ask(home / "warehouse" / "kerja.duckdb", "SELECT count(*) FROM kiriman") == [(0,)]
    assert Said(capsys, "load", inbox, "--home", home).code == 0


def test_names_in_other_forms_and_no_names_at_all_are_known_again(
    inbox: Path, home: Path, capsys: Any
) -> None:
    book(inbox / unicodedata.normalize("NFD", "daftar é.xlsx"))
    book(inbox / os.fsdecode(b"gowa \xff.xlsx"), 50, district="GOWA")
    assert Said(capsys, "load", inbox, "--home", home).code == 0
    again = Said(capsys, "load", inbox, "--home", home)
    assert again.code == 0 and "tidak berubah" in again.out
    assert {status for _, status in loaded(home)} == {"dimuat"}


@pytest.mark.parametrize(
    ("name", "words"),
    [("a" * 300, "terlalu panjang"), (os.fsdecode(b"\xff"), "bukan UTF-8"), ("berkas/data", "menghalangi")],
    ids=["too long", "no UTF-8", "below a file"],
)
def test_a_home_that_cannot_be(name: str, words: str, inbox: Path, tmp_path: Path, capsys: Any) -> None:
    (tmp_path / "berkas").write_text("sudah ada")
    book(inbox / "barru.xlsx")
    said = Said(capsys, "load", inbox, "--home", tmp_path / name)
    assert said.code == 2 and words in said.err
    doctor = Said(capsys, "doctor", "--home", tmp_path / name)
    assert doctor.code == 1 and words in doctor.out


# --- a disk that fills up -----------------------------------------------------------------------------------------


def full(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device", "di sini")


@pytest.mark.parametrize(
    "where",
    ["flows.archive.shutil.copyfile", "flows.take_in.store", "warehouse.publish.fill", "warehouse.publish.sync",
     "warehouse.publish.os.replace"],
)  # fmt: skip
def test_a_disk_full_at_any_step(
    where: str, filled: Path, inbox: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = published(filled)
    book(inbox / "gowa.xlsx", 50, district="GOWA")
    with monkeypatch.context() as fault:
        fault.setattr(where, full)
        said = Said(capsys, "load", inbox, "--home", filled)
    assert said.code == 2 and "Disk penuh: di sini" in said.err
    assert published(filled) == before
    assert Said(capsys, "load", inbox, "--home", filled).code == 0
    assert [name for name, _ in loaded(filled)] == ["barru.xlsx", "gowa.xlsx"] and leftovers(filled) == []


def test_a_disk_full_while_the_answers_are_written(
    inbox: Path, home: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    book(inbox / "barru.xlsx")
    with monkeypatch.context() as fault:
        fault.setattr("flows.feedback_files.put", full)
        said = Said(capsys, "load", inbox, "--home", home)
    assert said.code == 1 and "barru.xlsx" in said.out and loaded(home) == [("barru.xlsx", "dimuat")]
    assert Said(capsys, "feedback", "--home", home).code == 0
    assert list((home / "feedback").rglob("*.txt"))


def test_a_load_that_broke_off_before_it_answered_is_answered_by_the_next(
    inbox: Path, home: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    book(inbox / "barru.xlsx")
    with monkeypatch.context() as fault:
        fault.setattr("warehouse.publish.fill", full)
        assert Said(capsys, "load", inbox, "--home", home).code == 2
    assert not list((home / "feedback").rglob("barru*"))
    assert Said(capsys, "load", inbox, "--home", home).code == 0
    (answer,) = (home / "feedback").rglob("barru*")
    # What was answered and then put away is not written again.
    answer.unlink()
    assert Said(capsys, "load", inbox, "--home", home).code == 0
    assert not list((home / "feedback").rglob("barru*"))


def test_half_an_answer_is_not_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flows.feedback_files.os.replace", full)
    with pytest.raises(OSError, match="No space"):
        put(tmp_path / "surat.docx", b"isi")
    assert list(tmp_path.iterdir()) == []


def test_half_an_original_is_not_left_behind(
    inbox: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = book(inbox / "barru.xlsx")

    def half(_: object, target: Path) -> None:
        target.write_bytes(b"half")
        full()

    monkeypatch.setattr(archive.shutil, "copyfile", half)
    understood = side_by_side.understand(side_by_side.Job(str(path), str(inbox)))
    with pytest.raises(OSError, match="No space"):
        archive.keep_originals([path], [understood], home)
    assert [path for path in home.rglob("*") if path.is_file()] == []


def test_what_waits_for_the_publishing_of_two_files_ends_with_the_first_fault(
    filled: Path, inbox: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other file is being built by a statement that would run for hours."""
    from warehouse import publish

    real = publish.fill

    def slow(con: Any, specs: Any, catalog: str, masked: bool, *more: Any) -> None:
        if masked:
            con.execute("SELECT count(*) FROM range(1000000000000) a WHERE a.range % 7 = 3").fetchall()
        real(con, specs, catalog, masked, *more)
        full()

    book(inbox / "gowa.xlsx", 50, district="GOWA")
    started = time.monotonic()
    with monkeypatch.context() as fault:
        fault.setattr(publish, "fill", slow)
        said = Said(capsys, "load", inbox, "--home", filled)
    assert said.code == 2 and "Disk penuh" in said.err and time.monotonic() - started < 300
    assert leftovers(filled) == []
    assert Said(capsys, "load", inbox, "--home", filled).code == 0
