"""Who did what, when: lines appended to ``audit/audit.jsonl`` under the home, each carrying the hash of the one before.

A file and not a table: it outlives the warehouse, can be written while a load holds that, and is opened for appending
only. Never personal data: names of options but not what was given to them, identifiers of submissions, counts.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from .lock import Locked, held_briefly

if TYPE_CHECKING:
    import polars as pl

FILE = Path("audit", "audit.jsonl")
WAIT_SECONDS = 10.0
#: More than the longest line: the last one is found without reading the others.
TAIL_BYTES = 65_536
LONGEST_DETAIL = 4_000
START = "0" * 64
_FIELDS = ("urut", "pada", "oleh", "mesin", "perintah", "pilihan", "berkas", "rincian", "sebelum", "jejak")


class CannotLog(Exception):
    """The log cannot be written, so what must be logged is not done; ``reason`` in the words of the system."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Fault(NamedTuple):
    """The first line that is not what was written: its number in the file (from 1) and a key of the messages."""

    line: int
    key: str


class Checked(NamedTuple):
    """A log that was looked through: good lines, the hash of the last, lines cut off by a crash, the first fault."""

    lines: int
    last: str
    cut_off: tuple[int, ...]
    fault: Fault | None


def note(
    home: Path, perintah: str, pilihan: Sequence[str] = (), berkas: str | None = None, rincian: str = ""
) -> None:
    """Append one line and have it safe on the disk. Raises :class:`CannotLog`.

    ``pilihan``: the names of the options given, never their values; ``berkas``: a file below ``home``.
    """
    path = home / FILE
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    except OSError as problem:
        raise CannotLog(problem.strerror or type(problem).__name__) from problem
    try:
        with held_briefly(handle, WAIT_SECONDS):
            _append(handle, (perintah, sorted(pilihan), berkas, rincian[:LONGEST_DETAIL]))
    except Locked as problem:
        raise CannotLog(f"{FILE.name}: {problem}") from problem
    except OSError as problem:
        raise CannotLog(problem.strerror or type(problem).__name__) from problem
    finally:
        os.close(handle)


def _append(handle: int, said: tuple[str, list[str], str | None, str]) -> None:
    size = os.fstat(handle).st_size
    tail = _tail(handle, size)
    last = next((found for raw in reversed(tail.split(b"\n")) if (found := _line(raw)) is not None), {})
    moment = datetime.now().astimezone().isoformat(timespec="milliseconds")
    values = (int(last.get("urut", 0)) + 1, moment, _user(), _host(), *said, last.get("jejak", START))
    line: dict[str, Any] = dict(zip(_FIELDS[:-1], values, strict=True))
    # What a killed process left behind stays where it is: nothing is ever taken out of this file.
    cut_off = bool(tail) and not tail.endswith(b"\n")
    if cut_off:
        line["terputus"] = True
    line["jejak"] = _hash(line)
    data = (b"\n" if cut_off else b"") + json.dumps(line, ensure_ascii=False).encode("utf-8") + b"\n"
    if os.write(handle, data) != len(data):
        raise OSError(28, os.strerror(28))
    os.fsync(handle)


def _tail(handle: int, size: int) -> bytes:
    os.lseek(handle, max(0, size - TAIL_BYTES), os.SEEK_SET)
    return os.read(handle, TAIL_BYTES)


def _line(raw: bytes) -> dict[str, Any] | None:
    try:
        found = json.loads(raw)
    except ValueError:
        return None
    if not isinstance(found, dict) or not set(_FIELDS) <= set(found):
        return None
    options, texts = found["pilihan"], [found[name] for name in _FIELDS if name not in ("urut", "pilihan")]
    well = (
        isinstance(found["urut"], int)
        and isinstance(options, list)
        and all(isinstance(one, str) for one in options)
        and all(one is None or isinstance(one, str) for one in texts)
    )
    return found if well else None


def _hash(line: dict[str, Any]) -> str:
    said = {name: value for name, value in line.items() if name != "jejak"}
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode("utf-8")).hexdigest()


def _user() -> str:
    """Of the process, not of the environment: that anybody may set."""
    if os.name == "posix":
        import pwd

        try:
            return pwd.getpwuid(os.getuid()).pw_name
        except KeyError:
            return str(os.getuid())
    import getpass

    return getpass.getuser()


def _host() -> str:
    return os.uname().nodename if os.name == "posix" else os.environ.get("COMPUTERNAME", "?")


def lines(home: Path) -> list[dict[str, Any]]:
    """Every line that can be read, oldest first: one that somebody spoilt keeps nothing from being published."""
    return [line for _, _, line in _read(home) if line is not None]


def _read(home: Path) -> Iterator[tuple[int, bool, dict[str, Any] | None]]:
    """Number, whether it ends as a line does, and what it says (None: it cannot be read)."""
    try:
        data = (home / FILE).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return
    for number, raw in enumerate(data.splitlines(keepends=True), start=1):
        yield number, raw.endswith(b"\n"), _line(raw)


def check(home: Path, anchor: tuple[int, str] | None = None) -> Checked:
    """Follow the chain from its first line.

    ``anchor``: number of lines and hash of the last, as a backup noted them: a log that was cut or written anew from
    its beginning is whole in itself, and is told only by this.
    """
    last, count = START, 0
    pending: list[int] = []
    cut_off: list[int] = []
    for number, ended, line in _read(home):
        if line is None:
            pending.append(number)
            if not ended:
                cut_off.append(number)
                pending.clear()
            continue
        if pending:
            if len(pending) > 1 or not line.get("terputus"):
                return Checked(count, last, tuple(cut_off), Fault(pending[0], "audit.unreadable"))
            cut_off += pending
            pending = []
        if line["jejak"] != _hash(line):
            return Checked(count, last, tuple(cut_off), Fault(number, "audit.altered"))
        if line["sebelum"] != last or line["urut"] != count + 1:
            return Checked(count, last, tuple(cut_off), Fault(number, "audit.gap"))
        last, count = line["jejak"], count + 1
        if anchor is not None and count == anchor[0] and last != anchor[1]:
            return Checked(count, last, tuple(cut_off), Fault(number, "audit.rewritten"))
    if pending:
        return Checked(count, last, tuple(cut_off), Fault(pending[0], "audit.unreadable"))
    if anchor is not None and count < anchor[0]:
        return Checked(count, last, tuple(cut_off), Fault(count + 1, "audit.shortened"))
    return Checked(count, last, tuple(cut_off), None)


def frame(home: Path, masked: bool) -> pl.DataFrame:
    """The log as rows of the table ``audit``.

    In the masked file without users and machines, and without the hashes, by which a user could be guessed.
    """
    import polars as pl

    open_names = ("urut", "pada", "perintah", "pilihan", "berkas", "rincian")
    shown = open_names if masked else (*open_names, "oleh", "mesin", "jejak")
    schema: dict[str, Any] = {
        "urut": pl.Int64, "pada": pl.Datetime("us"), "oleh": pl.String, "mesin": pl.String, "perintah": pl.String,
        "pilihan": pl.List(pl.String), "berkas": pl.String, "rincian": pl.String, "jejak": pl.String,
    }  # fmt: skip
    rows = [
        {name: _local(line["pada"]) if name == "pada" else line[name] for name in shown}
        for line in lines(home)
    ]
    return pl.DataFrame(rows, schema=schema)


def _local(said: Any) -> datetime | None:
    try:
        return datetime.fromisoformat(said).replace(tzinfo=None)
    except (TypeError, ValueError):
        return None
