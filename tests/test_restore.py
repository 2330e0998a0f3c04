"""The restore drill: another home that says the same, and no home at all from a backup that is damaged."""

from __future__ import annotations

import shutil
from itertools import product
from pathlib import Path

import pytest

from flows import restore as restore_module
from flows.backup_sets import latest_set, set_names
from tests.deliveries import ask
from tests.keeping import PEOPLE, Officer, book, loaded
from warehouse import audit
from warehouse.digest import digest
from warehouse.publish import PublishError

pytestmark = pytest.mark.usefixtures("in_this_process", "quiet_environment")

SAMPLES = Path(__file__).parent.parent / "samples" / "inbox"
PUBLISHED = ("ikm.duckdb", "terbatas/ikm.duckdb")


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


def said(home: Path) -> list[dict[str, str]]:
    return [digest(home / "warehouse" / name) for name in PUBLISHED]


def test_the_drill(home: Path, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ikm, key = Officer(home, capsys), tmp_path / "kunci.txt"
    assert ikm("load", SAMPLES) == 1
    book(tmp_path / "a.xlsx", 1, 2, 3)
    book(tmp_path / "b.xlsx", 1, 2, 7)
    assert ikm("load", tmp_path / "a.xlsx") == 0 and ikm("load", tmp_path / "b.xlsx") == 0
    assert ikm("withdraw", "b.xlsx", "--alasan", "salah kirim") == 0
    assert ikm("publish", "--beku", "LKPJ-2019") == 0
    assert ikm("backup", folder, "--kunci", key) == 0
    before, other = said(home), tmp_path / "kantor lain" / "data"
    assert ikm("restore", folder, "--kunci", key, home=other) == 0
    assert "semuanya sama" in ikm.out and "Perhatian" not in ikm.out
    assert said(other) == before
    orang = "SELECT list(orang_kunci ORDER BY orang_kunci) FROM peserta"
    assert ask(other / "warehouse" / "ikm.duckdb", orang) == ask(home / "warehouse" / "ikm.duckdb", orang)
    assert ikm("sql", "--beku", "LKPJ-2019", "SELECT count(*) FROM kiriman", home=other) == 0
    assert ikm("load", SAMPLES, home=other) in (0, 1) and "Tidak ada berkas baru" in ikm.out
    assert said(other) == before
    assert ikm("feedback", "a.xlsx", home=other) in (0, 1)
    log = audit.lines(other)
    assert log[-1]["perintah"] == "restore" and audit.check(other).fault is None
    assert [line["jejak"] for line in log[: len(audit.lines(home)) - 1]] == [
        line["jejak"] for line in audit.lines(home)[:-1]
    ]
    assert (other / "kunci" / "masker.key").stat().st_mode & 0o777 == 0o600
    assert (other / "warehouse" / "kerja.duckdb").stat().st_mode & 0o777 == 0o600


def test_without_the_key_only_pseudonyms_change_and_that_is_said(
    ikm: Officer, folder: Path, tmp_path: Path
) -> None:
    assert ikm("backup", folder) == 0
    other = tmp_path / "baru"
    assert ikm("restore", folder, home=other) == 0
    assert "nama samaran" in ikm.out and "--kunci" in ikm.out and "semuanya sama" in ikm.out
    columns = ("orang_kunci", "usaha_kunci")
    for name in PUBLISHED:
        old, new = ikm.home / "warehouse" / name, other / "warehouse" / name
        assert digest(new, columns) == digest(old, columns)
        assert digest(new)["main.ikm"] != digest(old)["main.ikm"]
    # It is another home now, to pseudonyms: its backups do not mix with the former ones.
    assert ikm("backup", folder, home=other) == 2
    wrong = tmp_path / "salah.txt"
    wrong.write_text("00" * 32)
    for key in (wrong, folder / "set" / f"{set_names(folder)[0]}.json"):
        assert (
            ikm("restore", folder, "--kunci", key, home=tmp_path / "lagi") == 2 and "bukan kunci" in ikm.err
        )
    assert not (tmp_path / "lagi").exists()


def flipped(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(bytes(data))


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-30])


def test_a_damaged_backup_is_refused_naming_the_file(ikm: Officer, folder: Path, tmp_path: Path) -> None:
    assert ikm("backup", folder) == 0
    for number, (which, damage) in enumerate(
        product(("kerja.duckdb", ".xlsx", "set"), (flipped, cut, Path.unlink))
    ):
        copy = tmp_path / f"salinan {number}"
        shutil.copytree(folder, copy)
        files = {one.berkas: copy / one.simpan for one in latest_set(copy).files}
        path = next((path for berkas, path in files.items() if berkas.endswith(which)), None)
        path = path or copy / "set" / f"{set_names(copy)[0]}.json"
        damage(path)
        assert ikm("restore", copy, home=tmp_path / "baru") == 2
        assert (str(path) if path.exists() or which != "set" else "Tidak ada cadangan") in ikm.err
        assert not list(tmp_path.glob("baru*"))


def test_an_earlier_set_stands_in_for_a_damaged_one(ikm: Officer, folder: Path, tmp_path: Path) -> None:
    for text in ("satu", "dua"):
        (ikm.home / "istilah.csv").write_text(text, encoding="utf-8")
        assert ikm("backup", folder) == 0
    first, second = set_names(folder)
    cut(folder / "set" / f"{second}.json")
    assert ikm("restore", folder, home=tmp_path / "baru") == 2 and "--set" in ikm.err
    assert ikm("restore", folder, "--set", "0009_x", home=tmp_path / "baru") == 2 and first in ikm.err
    assert ikm("restore", folder, "--set", first, home=tmp_path / "baru") == 0
    assert (tmp_path / "baru" / "istilah.csv").read_text() == "satu"


def test_a_home_that_is_there_is_never_removed(ikm: Officer, folder: Path, tmp_path: Path) -> None:
    assert ikm("backup", folder) == 0
    (ikm.home / "catatan saya.txt").write_text("jangan hilang")
    assert ikm("restore", folder) == 2 and "tidak kosong" in ikm.err
    assert ikm("restore", folder, "--timpa") == 0 and "dipindahkan ke" in ikm.out
    (aside,) = tmp_path.glob("data.lama-*")
    assert (aside / "catatan saya.txt").read_text() == "jangan hilang"
    assert (aside / "warehouse" / "kerja.duckdb").exists()
    assert not (ikm.home / "catatan saya.txt").exists() and (ikm.home / "warehouse" / "ikm.duckdb").exists()
    empty = tmp_path / "kosong"
    empty.mkdir()
    assert ikm("restore", folder, home=empty) == 0
    assert (
        ikm("restore", tmp_path / "tidak ada", home=tmp_path / "x") == 2 and "Tidak ada cadangan" in ikm.err
    )


def test_a_restore_that_fails_leaves_the_home_as_it_was(
    ikm: Officer, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ikm("backup", folder) == 0
    before = said(ikm.home)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(restore_module.shutil, "copyfile", full)
        assert ikm("restore", folder, "--timpa") == 2 and "tidak disentuh" in ikm.err
    assert said(ikm.home) == before and not ikm.home.with_name("data.dipulihkan").exists()
    assert ikm("restore", folder, "--timpa") == 0 and said(ikm.home)[0].keys() == before[0].keys()


def test_an_encrypted_home_does_not_come_back_in_the_clear(
    ikm: Officer, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("duckdb_extension_httpfs")
    monkeypatch.setenv("IKM_KUNCI", "rahasia-uji")
    assert ikm("backup", folder) == 0 and "tanpa sandi" in ikm.out
    monkeypatch.delenv("IKM_KUNCI")
    assert ikm("restore", folder, home=tmp_path / "baru") == 2 and "IKM_KUNCI" in ikm.err
    monkeypatch.setenv("IKM_KUNCI", "rahasia-uji")
    assert ikm("restore", folder, home=tmp_path / "baru") == 0 and "semuanya sama" in ikm.out
    assert PEOPLE[0][1].encode() not in (tmp_path / "baru/warehouse/terbatas/ikm.duckdb").read_bytes()


def test_a_difference_is_said_table_by_table(
    ikm: Officer, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ikm("backup", folder) == 0
    real = restore_module.digests

    def other(home: Path, secret: str | None) -> dict[str, dict[str, dict[str, str]]]:
        found = real(home, secret)
        found["ikm.duckdb"]["utuh"]["main.klaim"] = "7:lain"
        return found

    monkeypatch.setattr(restore_module, "digests", other)
    assert ikm("restore", folder, home=tmp_path / "baru") == 1
    assert "ikm.duckdb: main.klaim" in ikm.out and "Versi programnya" not in ikm.out
    monkeypatch.setattr(restore_module, "code_version", lambda: "9.9.9")
    assert ikm("restore", folder, home=tmp_path / "lagi") == 1 and "Versi programnya" in ikm.out


def test_a_backup_folder_that_was_copied_elsewhere_serves_as_well(
    ikm: Officer, folder: Path, tmp_path: Path
) -> None:
    assert ikm("backup", folder) == 0
    shutil.copytree(folder, tmp_path / "flashdisk")
    shutil.rmtree(folder)
    assert ikm("restore", tmp_path / "flashdisk", home=tmp_path / "baru") == 0


def test_what_cannot_be_published_is_not_restored(
    ikm: Officer, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ikm("backup", folder) == 0

    def refuse(*_: object) -> None:
        raise PublishError("kunci_tanpa_httpfs", "tidak bisa")

    monkeypatch.setattr(restore_module, "publish", refuse)
    assert ikm("restore", folder, home=tmp_path / "baru") == 2 and "tidak bisa" in ikm.err
    assert not (tmp_path / "baru").exists()
