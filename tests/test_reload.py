"""Archived files understood again: which, under which name, and that nothing loaded is lost by it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from flows import reload as reload_module
from flows import side_by_side
from flows.cli import main
from flows.line import Job, Understood
from flows.reload import Archived, InForce, Reloaded, Which, chosen_files, reload_files
from flows.shapes import Settled
from flows.take_in import load_paths
from tests.deliveries import ask
from warehouse.publish import Published

NAMES = ("UD Sinar Bahari", "Mekar Jaya", "CV Karya Bambu", "Tunas Muda", "Rumah Abon")


pytestmark = pytest.mark.usefixtures("in_this_process")


@pytest.fixture
def unpublished(monkeypatch: pytest.MonkeyPatch) -> None:
    """Publishing takes most of the time of a small load; one test below does it all."""

    def nothing(*_: object) -> Published:
        return Published(Path(), Path(), baru=False)

    monkeypatch.setattr("flows.take_in.publish_from", nothing)
    monkeypatch.setattr("flows.reload.publish_from", nothing)


def workbook(
    folder: Path, name: str, *, title: str = "DAFTAR IKM KABUPATEN BARRU TAHUN 2021", names: Sequence[str] = NAMES,
    workers: Sequence[object] = (4, 3, 7, 5, 2),
) -> Path:  # fmt: skip
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in ([title], [], ["No", "Nama Usaha", "Jenis Produk", "Jumlah Tenaga Kerja"]):
        page.append(row)
    for number, (one, count) in enumerate(zip(names, workers, strict=False), 1):
        page.append([number, one, "Abon ikan", count])
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    book.save(path)
    return path


def again(home: Path, which: Which, *names: str, settled: Settled | None = None) -> Reloaded:
    return reload_files(home, lambda files: chosen_files(files, which, names), settled or Settled())


def working(home: Path, query: str) -> list[tuple[Any, ...]]:
    return ask(home / "warehouse" / "kerja.duckdb", query)


def in_force(home: Path) -> list[tuple[Any, ...]]:
    """(file, place, district, period, rows) of what counts now."""
    return working(
        home,
        "SELECT berkas, jalur, kode_wilayah, periode, baris_dimuat FROM kiriman "
        "WHERE status IN ('dimuat', 'dimuat_sebagian') ORDER BY berkas",
    )


def current_names(home: Path) -> list[str]:
    rows = working(
        home,
        "SELECT nama_usaha FROM riwayat.ikm JOIN kiriman USING (kiriman_id) "
        "WHERE kiriman.status IN ('dimuat', 'dimuat_sebagian') ORDER BY nama_usaha",
    )
    return [str(row[0]) for row in rows]


def archived(
    berkas: str, jalur: str, *, refused: bool = False, partial: bool = False, loaded: bool = False
) -> Archived:
    table = InForce("ikm", "Sheet1", "73.11", "2021")
    return Archived(berkas, berkas, jalur, datetime(2022, 1, 1), refused, partial, (table,) if loaded else ())


FILES = [
    archived("a.xlsx", "73.11-Barru/a.xlsx", refused=True),
    archived("b.xlsx", "b.xlsx", partial=True, loaded=True),
    archived("Data IKM.xlsx", "73.06-Gowa/Data IKM.xlsx", loaded=True),
    archived("lama.xlsx", "lama.xlsx"),
]


@pytest.mark.parametrize(
    ("which", "names", "chosen"),
    [
        ("ditolak", (), [0]),
        ("karantina", (), [1]),
        ("semua", (), [0, 1, 2]),
        ("bernama", ("data ikm.xlsx",), [2]),
        ("bernama", ("kiriman/2021/73.06-Gowa/Data IKM.xlsx",), [2]),
        ("bernama", ("73.11-Barru\\a.xlsx", "lama.xlsx"), [0, 3]),
        ("bernama", ("73.*",), [0, 2]),
        ("bernama", ("tidak ada.xlsx",), []),
    ],
)
def test_which_files_are_meant(which: Which, names: tuple[str, ...], chosen: list[int]) -> None:
    assert chosen_files(FILES, which, names) == [FILES[place] for place in chosen]


def test_a_refused_file_is_settled_from_the_archive_under_its_old_name(tmp_path: Path) -> None:
    home, inbox = tmp_path / "home", tmp_path / "kiriman"
    path = workbook(inbox / "73.11-Barru", "Data IKM.xlsx", title="DAFTAR IKM KABUPATEN BARRU")
    load_paths([inbox], home)
    assert in_force(home) == []
    path.unlink()
    done = again(home, "ditolak", settled=Settled(periode="2021"))
    assert in_force(home) == [("Data IKM.xlsx", "73.11-Barru/Data IKM.xlsx", "73.11", "2021", 5)]
    assert (done.taken.files, done.taken.published, done.skipped) == (1, True, [])
    assert again(home, "ditolak").taken.files == 0


@pytest.mark.usefixtures("unpublished")
def test_what_is_loaded_is_not_doubled(tmp_path: Path) -> None:
    home = tmp_path / "home"
    load_paths([workbook(tmp_path, "Data IKM.xlsx")], home)
    before = in_force(home)
    done = again(home, "semua")
    assert [one.status for one in done.taken.outcomes] == ["dimuat"]
    assert in_force(home) == before
    assert current_names(home) == sorted(NAMES)


@pytest.mark.usefixtures("unpublished")
def test_what_an_officer_settled_at_the_load_still_holds(tmp_path: Path) -> None:
    home = tmp_path / "home"
    workers = (4, "90 / 94 orang", 7, 5, 2)
    path = workbook(tmp_path, "IKM.xlsx", title="DAFTAR IKM", names=("", *NAMES[1:]), workers=workers)
    load_paths([path], home, Settled("73.11", "2021"))
    before = in_force(home)
    assert before == [("IKM.xlsx", "IKM.xlsx", "73.11", "2021", 4)]
    done = again(home, "karantina")
    assert done.skipped == []
    assert in_force(home) == before


@pytest.mark.usefixtures("unpublished")
def test_an_older_file_does_not_take_the_place_of_a_newer_one(tmp_path: Path) -> None:
    home, inbox = tmp_path / "home", tmp_path / "kiriman"
    load_paths([workbook(inbox, "lama.xlsx", title="DAFTAR IKM KABUPATEN BARRU")], home)
    load_paths([workbook(inbox, "baru.xlsx", workers=(9, 3, 7, 5, 2))], home)
    done = again(home, "ditolak", settled=Settled(periode="2021"))
    assert [(one.jalur, one.pesan, one.sumber) for one in done.skipped] == [
        ("lama.xlsx", "reload.newer", "baru.xlsx")
    ]
    assert [row[0] for row in in_force(home)] == ["baru.xlsx"]


@pytest.mark.usefixtures("unpublished")
def test_an_older_file_with_rows_of_its_own_is_added(tmp_path: Path) -> None:
    home, inbox = tmp_path / "home", tmp_path / "kiriman"
    load_paths(
        [workbook(inbox, "satu.xlsx", title="DAFTAR IKM KABUPATEN BARRU", names=("Anyam A", "Anyam B"))], home
    )
    load_paths([workbook(inbox, "dua.xlsx")], home)
    assert again(home, "ditolak", settled=Settled(periode="2021")).skipped == []
    assert current_names(home) == sorted((*NAMES, "Anyam A", "Anyam B"))


@pytest.mark.usefixtures("unpublished")
def test_what_was_replaced_does_not_come_back(tmp_path: Path) -> None:
    home, inbox = tmp_path / "home", tmp_path / "kiriman"
    load_paths([workbook(inbox, "lama.xlsx")], home)
    load_paths([workbook(inbox, "baru.xlsx", workers=(9, 3, 7, 5, 2))], home)
    assert [row[0] for row in in_force(home)] == ["baru.xlsx"]
    again(home, "bernama", "lama.xlsx")
    assert [row[0] for row in in_force(home)] == ["baru.xlsx"]
    assert current_names(home) == sorted(NAMES)


@pytest.mark.usefixtures("unpublished")
def test_a_file_that_is_understood_no_longer_keeps_what_is_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    load_paths([workbook(tmp_path, "Data IKM.xlsx")], home)

    def forgetful(jobs: Sequence[Job], progress: object = None) -> list[Understood]:
        made = understand_as_ever(jobs, None)
        return [replace(one, tables=[]) for one in made]

    understand_as_ever = side_by_side.understand_jobs
    monkeypatch.setattr(reload_module, "understand_jobs", forgetful)
    done = again(home, "semua")
    assert [one.pesan for one in done.skipped] == ["reload.would_lose"]
    assert current_names(home) == sorted(NAMES)


@pytest.mark.usefixtures("unpublished")
def test_a_copy_missing_from_the_archive_is_said(tmp_path: Path) -> None:
    home = tmp_path / "home"
    load_paths([workbook(tmp_path, "Data IKM.xlsx")], home)
    for copy in (home / "archive").rglob("*.xlsx"):
        copy.unlink()
    done = again(home, "semua")
    assert [one.pesan for one in done.skipped] == ["reload.no_archive"]
    assert current_names(home) == sorted(NAMES)


def test_the_command_tells_what_it_did(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home, inbox = tmp_path / "home", tmp_path / "kiriman"
    where = ["--home", str(home)]
    assert main(["reload", *where]) == 2
    assert main(["reload", "--semua", *where]) == 2
    assert "Belum ada gudang" in capsys.readouterr().err
    workbook(inbox / "a", "Data IKM.xlsx", title="DAFTAR IKM KABUPATEN BARRU")
    workbook(
        inbox / "b", "Data IKM.xlsx", title="DAFTAR IKM TAHUN 2021", names=("Anyam A", "Anyam B", "Anyam C")
    )
    assert main(["load", str(inbox), *where]) == 1
    assert main(["reload", "Data IKM.xlsx", "--periode", "2021", *where]) == 2
    assert "hanya untuk satu berkas" in capsys.readouterr().err
    assert main(["reload", "a/Data IKM.xlsx", "--periode", "2021", *where]) == 0
    assert "Ringkasan" in capsys.readouterr().out
    assert main(["reload", "--ditolak", "--semua", *where]) == 2
    assert main(["reload", "lain.xlsx", *where]) == 2
    assert main(["reload", "--karantina", *where]) == 0
    assert main(["reload", "--ditolak", *where]) == 1
