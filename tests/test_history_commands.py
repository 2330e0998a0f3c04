"""Withdrawing, overruling, publishing and freezing, as an officer types them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from flows.cli import main
from tests.deliveries import ask
from tests.sheets import Row, write_workbook
from warehouse.freeze import FreezeError, frozen_name

HEAD: Row = ("No", "Nama Usaha", "Nama Pemilik", "Komoditi", "Jumlah Tenaga Kerja")

pytestmark = pytest.mark.usefixtures("in_this_process", "quiet_surroundings")


@pytest.fixture
def quiet_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("IKM_HOME", "IKM_BAHASA", "IKM_KUNCI"):
        monkeypatch.delenv(name, raising=False)


def book(path: Path, *workers: int, kabupaten: str = "BARRU") -> Path:
    rows: list[Row] = [
        (n, f"Usaha {n}", f"Pemilik {n}", "Abon ikan", count) for n, count in enumerate(workers, 1)
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    return write_workbook(
        path, {"Data": [(f"DAFTAR IKM KABUPATEN {kabupaten} TAHUN 2021",), (), HEAD, *rows]}
    )


class Officer:
    """Types commands for one home; keeps what was printed."""

    def __init__(self, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.home, self.capsys = home, capsys
        self.out = self.err = ""

    def __call__(self, *given: object) -> int:
        self.capsys.readouterr()
        try:
            code = main([*map(str, given), "--home", str(self.home)])
        except SystemExit as end:
            code = int(str(end.code))
        told = self.capsys.readouterr()
        self.out, self.err = told.out, told.err
        assert "Traceback" not in self.out + self.err
        return code

    def workers(self) -> int:
        return int(
            ask(self.home / "warehouse" / "ikm.duckdb", "SELECT coalesce(sum(tenaga_kerja), 0) FROM ikm")[0][
                0
            ]
        )


@pytest.fixture
def ikm(home: Path, capsys: pytest.CaptureFixture[str]) -> Officer:
    return Officer(home, capsys)


def test_withdrawn_and_brought_back(ikm: Officer, inbox: Path) -> None:
    book(inbox / "a.xlsx", 1, 2, 3)
    second = book(inbox / "b.xlsx", 1, 2, 7)
    assert ikm("load", inbox) == 0 and ikm.workers() == 10
    assert "2 dari 3" in ikm.out or "3 dari 3" in ikm.out  # the revision is shown, and how to overrule it
    assert "--tambah" in ikm.out
    assert ikm("withdraw", "b.xlsx", "--alasan", "salah kirim, hubungi 0812 5550 1234") == 0
    assert "Berlaku lagi" in ikm.out and "a.xlsx" in ikm.out and "--ganti" in ikm.out
    assert ikm.workers() == 6
    reasons = [
        ask(ikm.home / "warehouse" / name, "SELECT alasan FROM penarikan")[0][0]
        for name in ("ikm.duckdb", "terbatas/ikm.duckdb")
    ]
    assert reasons == ["salah kirim, hubungi [disembunyikan]", "salah kirim, hubungi 0812 5550 1234"]
    assert ikm("withdraw", "b.xlsx", "--alasan", "lagi") == 1 and "Tidak ada yang berubah" in ikm.out
    # The folder is loaded every day: what an officer withdrew stays withdrawn, and that is said.
    assert ikm("load", inbox) == 0 and "sudah ditarik" in ikm.out and ikm.workers() == 6
    copy = book(inbox / "sub" / "b kirim lagi.xlsx", 1, 2, 7)
    assert ikm("load", copy, "--bahasa", "en") == 1 and "withdrew" in ikm.out and ikm.workers() == 6
    assert ikm("load", second, "--ganti") == 0 and "Ditetapkan petugas" in ikm.out and ikm.workers() == 10
    assert ikm("load", second, "--tambah") == 0 and "terhitung dua kali" in ikm.out and ikm.workers() == 16
    assert ikm("load", inbox) == 0 and "masih ditolak" not in ikm.out and ikm.workers() == 16


@pytest.mark.parametrize("bahasa", ["id", "en"])
def test_what_cannot_be_withdrawn(bahasa: str, ikm: Officer, inbox: Path) -> None:
    assert ikm("withdraw", "a.xlsx", "--alasan", "x", "--bahasa", bahasa) == 2
    book(inbox / "barru" / "Data.xlsx", 1, 2, 3)
    gowa = book(inbox / "gowa" / "Data.xlsx", 4, 5, 6, kabupaten="GOWA")
    assert ikm("load", inbox) == 0
    assert ikm("withdraw", "Data.xlsx", "--alasan", "  ", "--bahasa", bahasa) == 2
    assert (
        ikm("withdraw", "tidak ada.xlsx", "--alasan", "x", "--bahasa", bahasa) == 2
        and "tidak ada.xlsx" in ikm.err
    )
    assert ikm("withdraw", "Data.xlsx", "--alasan", "x", "--bahasa", bahasa) == 2
    assert "Kabupaten Barru" in ikm.err and "Kabupaten Gowa" in ikm.err and ikm.workers() == 21
    # Its place, the file itself and its identifier are clear.
    assert (
        ikm("withdraw", "barru/Data.xlsx", "--alasan", "x", "--bahasa", bahasa) == 0 and ikm.workers() == 15
    )
    assert ikm("withdraw", gowa, "--alasan", "x", "--bahasa", bahasa) == 0 and ikm.workers() == 0
    assert ikm("load", gowa, "--tambah") == 0
    working = ikm.home / "warehouse" / "kerja.duckdb"
    ((kiriman,),) = ask(working, "SELECT kiriman_id FROM kiriman WHERE status = 'dimuat'")
    assert ikm("withdraw", kiriman, "--alasan", "x", "--bahasa", bahasa) == 0 and ikm.workers() == 0


def test_a_decree_is_one_or_the_other(ikm: Officer, inbox: Path) -> None:
    assert ikm("load", book(inbox / "a.xlsx", 1), "--ganti", "--tambah") == 2


def test_published_again_after_a_deletion(ikm: Officer, inbox: Path) -> None:
    assert ikm("publish") == 2
    ikm("load", book(inbox / "a.xlsx", 1, 2, 3))
    path = ikm.home / "warehouse" / "ikm.duckdb"
    path.unlink()
    assert ikm("publish") == 0 and "Diterbitkan" in ikm.out and ikm.workers() == 6
    assert ikm("publish") == 0 and "sudah sesuai" in ikm.out


def test_a_printed_number_can_be_made_again(ikm: Officer, inbox: Path) -> None:
    ikm("load", book(inbox / "a.xlsx", 1, 2, 3))
    assert ikm("publish", "--beku", "LKPJ 2021") == 0 and "LKPJ-2021" in ikm.out
    folder = ikm.home / "warehouse" / "beku" / "LKPJ-2021"
    told = json.loads((folder / "manifes.json").read_text(encoding="utf-8"))
    assert (told["kiriman"], told["baris"]["ikm"], told["baris"]["rekap"]) == ({"dimuat": 1}, 3, 0)
    assert {one["berkas"] for one in told["isi"]} == {"ikm.duckdb", "terbatas/ikm.duckdb"}
    assert (folder / "terbatas" / "ikm.duckdb").stat().st_mode & 0o777 == 0o600
    assert (folder / "terbatas").stat().st_mode & 0o777 == 0o700
    ikm("load", book(inbox / "b.xlsx", 1, 2, 9))
    asked = ("sql", "--format", "csv", "SELECT sum(tenaga_kerja) FROM ikm_per(now())")
    assert ikm(*asked) == 0 and ikm.out.split()[-1] == "12"
    assert ikm(*asked, "--beku", "LKPJ-2021") == 0 and ikm.out.split()[-1] == "6"
    assert ikm("sql", "SELECT count(nama_pemilik) FROM ikm", "--beku", "LKPJ-2021", "--terbatas") == 0
    # Neither overwritten nor asked once it is another.
    assert ikm("publish", "--beku", "lkpj-2021") == 2 and "sudah ada" in ikm.err
    assert ikm(*asked, "--beku", "lain") == 2 and "LKPJ-2021" in ikm.err
    frozen = folder / "ikm.duckdb"
    frozen.chmod(0o644)
    frozen.write_bytes(frozen.read_bytes() + b"x")
    assert ikm(*asked, "--beku", "LKPJ-2021") == 2 and "berubah" in ikm.err


@pytest.mark.parametrize(
    "name", ["", " ", "../x", "a/b", "a\\b", ".x", "x.", "con", "COM1.txt", "ä", "x" * 61, "a\0b", "a;b"]
)
def test_names_that_are_no_folders(name: str) -> None:
    with pytest.raises(FreezeError):
        frozen_name(name)


@pytest.mark.parametrize(
    ("text", "name"),
    [("LKPJ 2025", "LKPJ-2025"), (" a  b ", "a-b"), ("2025.1_x-y", "2025.1_x-y"), ("x" * 60, "x" * 60)],
)
def test_names_of_frozen_copies(text: str, name: str) -> None:
    assert frozen_name(text) == name


@pytest.mark.parametrize("command", ["withdraw", "diff", "publish"])
@pytest.mark.parametrize("bahasa", ["id", "en"])
def test_help(command: str, bahasa: str, ikm: Officer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IKM_BAHASA", bahasa)
    assert ikm(command, "--help") == 0 and len(ikm.out) > 100


def test_no_message_holds_a_name(ikm: Officer, inbox: Path) -> None:
    said: list[Any] = []
    first, second = book(inbox / "a.xlsx", 1, 2, 3), book(inbox / "b.xlsx", 1, 2, 7)
    for given in (("load", first), ("load", second), ("diff", "--wilayah", "73.11", "--laporan", "ikm"),
                  ("withdraw", "b.xlsx", "--alasan", "x")):  # fmt: skip
        assert ikm(*given) == 0
        said.append(ikm.out + ikm.err)
    assert "Pemilik 3" not in "".join(said)
