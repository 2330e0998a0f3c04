"""A home with a few small lists, commands as an officer types them, and what can be found in the bytes of files."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from flows.cli import main
from tests.sheets import Row, write_workbook

HEAD: Row = ("No", "Nama Usaha", "Nama Pemilik", "NIK", "No HP", "Komoditi", "Jumlah Tenaga Kerja")
PEOPLE = (
    ("Abon Lestari", "Sitti Rahasiawati", "7311014508790001", "081255501234"),
    ("Tenun Melati", "Daeng Sembunyi Salasa", "7311015209810002", "081255505678"),
    ("Anyaman Jaya", "Rostina Tertutupsari", "7311016301840003", "081255507890"),
)
#: What must be nowhere once it is past its time. Numbers as written and as stored.
SECRETS = tuple(
    text for _, name, nik, phone in PEOPLE for text in (name, nik, phone, f"+62{phone[1:]}", f"62{phone[1:]}")
)


def book(path: Path, *workers: int | str, tahun: int = 2019, kabupaten: str = "BARRU") -> Path:
    """A list of businesses, one row for every number of workers."""
    rows: list[Row] = [
        (n, usaha, nama, nik, hp, "Abon ikan", count)
        for n, ((usaha, nama, nik, hp), count) in enumerate(zip(PEOPLE, workers, strict=False), 1)
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    title = (f"DAFTAR IKM KABUPATEN {kabupaten} TAHUN {tahun}",)
    return write_workbook(path, {"Data": [title, (), HEAD, *rows]})


def loaded(home: Path, *given: Path) -> Path:
    """A home into which an officer loaded ``given``, one command each; to be copied by the tests that change it."""
    for path in given:
        assert main(["load", str(path), "--home", str(home)]) in (0, 1)
    return home


class Officer:
    """Types commands for one home; keeps what was printed."""

    def __init__(self, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.home, self.capsys = home, capsys
        self.out = self.err = ""

    def __call__(self, *given: object, home: Path | None = None) -> int:
        self.capsys.readouterr()
        try:
            code = main([*map(str, given), "--home", str(home or self.home)])
        except SystemExit as end:
            code = int(str(end.code))
        told = self.capsys.readouterr()
        self.out, self.err = told.out, told.err
        assert "Traceback" not in self.out + self.err
        return code


def files_with(folder: Path, secrets: Iterable[str]) -> dict[str, list[str]]:
    """Every file below ``folder`` in whose bytes one of ``secrets`` stands."""
    wanted = list(secrets)
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            data = path.read_bytes()
            hits = [one for one in wanted if one.encode() in data]
            if hits:
                found[path.relative_to(folder).as_posix()] = hits
    return found
