"""``ikm doctor``: the computer: memory, limits, temporary folder, terminal."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from flows.commands.doctor_look import Look, both
from flows.limits import LEAST_MEMORY_MB, limited_memory_mb, limited_to

LEAST_AVAILABLE_MB = 1000
LEAST_OPEN_FILES = 256
LEAST_FILE_MB = 2000
PROBE = 65_536
#: The readers are reached by a socket in the temporary folder, whose name a system keeps to some hundred letters.
LONGEST_TEMP = 70


def system_looks() -> Iterator[Look]:
    yield _memory()
    yield from _limits()
    yield _temporary()
    yield _terminal()


def _memory() -> Look:
    what = ("memori", "memory")
    available = _available_mb()
    if available is None:
        return Look(what, True)
    return Look(what, available >= LEAST_AVAILABLE_MB, f"{available} MB", both("trouble.memory"))


def _available_mb() -> int | None:
    try:
        lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
    except OSError:
        return None
    found = [line.split()[1] for line in lines if line.startswith("MemAvailable:")]
    return int(found[0]) // 1024 if found else None


def _limits() -> Iterator[Look]:
    """Limits of this session (``ulimit``), named only where they are too narrow."""
    memory = limited_memory_mb()
    if memory is not None and memory < LEAST_MEMORY_MB:
        cure = both("trouble.memory_limited", batas=memory, perlu=LEAST_MEMORY_MB)
        yield Look(("batas memori (ulimit -v)", "limit of memory (ulimit -v)"), False, f"{memory} MB", cure)
    for name, least, unit, what, option in (
        ("RLIMIT_FSIZE", LEAST_FILE_MB, 1_000_000, ("ukuran berkas", "size of a file"), "-f"),
        ("RLIMIT_NOFILE", LEAST_OPEN_FILES, 1, ("berkas terbuka", "open files"), "-n"),
    ):
        limit = limited_to(name)
        if limit is not None and limit < least * unit:
            label = (f"batas {what[0]} (ulimit {option})", f"limit of {what[1]} (ulimit {option})")
            cure = both("trouble.limited", pilihan=option)
            yield Look(label, False, str(limit // unit), cure)


def _temporary() -> Look:
    what = ("folder sementara", "temporary folder")
    try:
        folder = tempfile.gettempdir()
        with tempfile.TemporaryFile(buffering=0) as probe:
            well = probe.write(b"\0" * PROBE) == PROBE
    except OSError:
        return Look(what, False, "", both("trouble.no_temp"))
    if well and len(folder) > LONGEST_TEMP:
        return Look(what, False, folder, both("trouble.temp_too_long", tempat=folder))
    return Look(what, well, folder, both("trouble.no_temp"))


def _terminal() -> Look:
    """Never ill: signs that the terminal does not know are written in plain letters."""
    what = ("tulisan di terminal", "letters on the terminal")
    encoding = (getattr(sys.stdout, "encoding", None) or "-").lower()
    try:
        "✓".encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return Look(what, True, (f"{encoding}: tanda ✓ ditulis +", f"{encoding}: the sign ✓ is written +"))
    return Look(what, True, encoding)
