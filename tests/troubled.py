"""Commands run for real among faults: other users, narrow limits, small disks; and what is left afterwards."""

from __future__ import annotations

import contextlib
import ctypes
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.sheets import Row, write_workbook
from warehouse.digest import digest

ROOT = Path(__file__).parent.parent
_DROP_PRIVILEGE = 24
_OVERRIDE = (1, 2, 3)  # reading, writing and owning whatever the permissions say
ENOUGH_SECONDS = 240
HEAD: Row = ("No", "Nama Usaha", "Nama Pemilik", "Komoditi", "Jumlah Tenaga Kerja", "Nilai Produksi (Rp)")
SECRET = "Pemilik Rahasia"


def book(path: Path, first: int = 1, count: int = 3, district: str = "BARRU") -> Path:
    """A list of ``count`` businesses, numbered from ``first``."""
    rows: list[Row] = [
        (n, f"Usaha {n}", f"{SECRET} {n}", "Abon ikan", n % 9 + 1, 1_000_000 * n)
        for n in range(first, first + count)
    ]
    return write_workbook(path, {"Data": [(f"DAFTAR IKM KABUPATEN {district} TAHUN 2021",), (), HEAD, *rows]})


def ikm(
    *arguments: object,
    prepare: Callable[[], None] | None = None,
    env: dict[str, str] | None = None,
    **more: Any,
) -> subprocess.CompletedProcess[str]:
    """Run a command to its end; ``prepare`` runs in the new process first (limits, another user)."""
    given: dict[str, Any] = {"capture_output": True, "text": True, **more}
    said = subprocess.run(
        [sys.executable, "-m", "flows.cli", *map(str, arguments)],
        cwd=ROOT, env={**os.environ, **(env or {})}, preexec_fn=prepare, timeout=ENOUGH_SECONDS, check=False, **given,
    )  # fmt: skip
    assert "Traceback" not in f"{said.stdout}{said.stderr}", said.stderr
    return said


def begin(*arguments: object, program: Sequence[object] = ("-m", "flows.cli")) -> subprocess.Popen[str]:
    """Start a command in a process group of its own."""
    given: dict[str, Any] = {"preexec_fn": _hear_everybody, "start_new_session": True, "text": True}
    return subprocess.Popen(
        [sys.executable, *map(str, program), *map(str, arguments)],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, **given,
    )  # fmt: skip


def _hear_everybody() -> None:
    """Tests begun in the background of a shell, or by nohup, pass on that Ctrl-C or a closed terminal is ignored."""
    for number in (signal.SIGINT, signal.SIGHUP, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)


def group_is_empty(group: int) -> bool:
    """Whether no process of a group is left."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(group, 0)
        return False
    return True


def end_group(process: subprocess.Popen[str], number: int = signal.SIGKILL) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, number)


def without_privileges() -> None:
    """Root may read and write everything; from the next program on it may not, and is asked like everybody."""
    if os.geteuid() == 0:
        libc = ctypes.CDLL(None)
        for privilege in _OVERRIDE:
            if libc.prctl(_DROP_PRIVILEGE, privilege, 0, 0, 0):
                os._exit(77)


def small_files(megabytes: float) -> Callable[[], None]:
    """No file may grow beyond this: what a full disk looks like to a program, on every Linux and for every user."""
    size = int(megabytes * 1_000_000)

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

    return limit


@contextlib.contextmanager
def small_disk(place: Path, size: str) -> Iterator[Callable[[str], None]]:
    """A disk of its own at ``place``; yields what mounts it anew with other options. Skips where that is forbidden."""
    place.mkdir(parents=True, exist_ok=True)
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size},mode=777", "tmpfs", str(place)],
        capture_output=True, check=False,
    )  # fmt: skip
    if mounted.returncode:
        pytest.skip("this user may not mount a disk")

    def again(options: str) -> None:
        subprocess.run(["mount", "-o", f"remount,{options}", str(place)], check=True)

    try:
        yield again
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


def published(home: Path) -> dict[str, str]:
    """A fingerprint of what both published files say."""
    return {
        f"{name}:{table}": value
        for name in ("ikm.duckdb", "terbatas/ikm.duckdb")
        for table, value in digest(home / "warehouse" / name).items()
    }


def same_key(home: Path, other: Path) -> Path:
    """``home`` with the masking key of ``other``, so that their pseudonyms can be compared."""
    (home / "kunci").mkdir(parents=True)
    (home / "kunci" / "masker.key").write_bytes((other / "kunci" / "masker.key").read_bytes())
    (home / "kunci" / "masker.key").chmod(0o600)
    return home


def leftovers(home: Path) -> list[str]:
    """Half-made files below a home."""
    return sorted(path.name for path in home.rglob("*.baru*"))
