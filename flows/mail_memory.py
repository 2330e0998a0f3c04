"""Which messages were taken, so that none is lost or taken twice: ``surat/diambil.jsonl`` under the home.

One line a step, on the disk before the next step begins: ``akan`` (its files lie under temporary names), ``ditaruh``
(they rest in the inbox), ``batal`` (they do not: take the message anew), ``lihat`` (an officer should look at it). A
line that a crash cut off never counted. Messages are known by digests: no address, no subject stands here.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

FOLDER, FILE = "surat", "diambil.jsonl"


class Place(NamedTuple):
    """Where a message lies: digest of server, user and folder; UIDVALIDITY; UID."""

    kotak: str
    keabsahan: int
    uid: int


class PutFile(NamedTuple):
    """A file of a message: its place below the inbox, its temporary name there, its SHA-256."""

    jalur: str
    sementara: str
    sha256: str


class Plan(NamedTuple):
    """What is about to be put into the inbox, numbered by arrival."""

    nomor: int
    berkas: tuple[PutFile, ...]


def digest(*parts: str) -> str:
    """A short fingerprint of several texts."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:32]


def content_digest(identity: str, files: Sequence[tuple[str, str]]) -> str:
    """The same message again, wherever it lies: what it calls itself and its files (path, SHA-256).

    Not its name alone: whoever sends another file under an old Message-ID must not be passed over.
    """
    return digest(identity, *(f"{path}\0{sha256}" for path, sha256 in sorted(files)))


class Memory:
    """The record of one home; whoever holds it must be the only one who takes mail."""

    def __init__(self, home: Path) -> None:
        self._path = home / FOLDER / FILE
        self.unfinished: dict[int, Plan] = {}
        self.last = 0
        self._said: dict[int, Mapping[str, Any]] = {}
        self._taken: set[tuple[Place, str]] = set()
        self._contents: set[str] = set()
        self._looked_at: set[tuple[Place, str]] = set()
        for line in self._lines():
            self._learn(line)

    def is_taken(self, place: Place, identity: str) -> bool:
        """Whether the files of the message that lies there rest in the inbox, or have gone on from there."""
        return (place, digest(identity)) in self._taken

    def is_known(self, content: str) -> bool:
        """Whether a message of that :func:`content_digest` was taken, from wherever."""
        return content in self._contents

    def is_to_be_looked_at(self, place: Place, identity: str) -> bool:
        """Whether an officer was told to look at the message that lies there."""
        return (place, digest(identity)) in self._looked_at

    def note_plan(
        self,
        plan: Plan,
        place: Place,
        identity: str,
        content: str,
        reasons: Sequence[str],
        when: datetime,
    ) -> None:
        """The files lie on the disk under temporary names, and are about to be put where the inbox sees them.

        ``reasons``: why an officer should look at the message nevertheless; they count once the files are put.
        """
        files = [list(one) for one in plan.berkas]
        more = {"nomor": plan.nomor, "isi": content, "berkas": files, "alasan": list(reasons)}
        self._write("akan", when, place, identity, **more)

    def note_put(self, nomor: int, when: datetime) -> None:
        """All files of this plan rest in the inbox."""
        self._write("ditaruh", when, nomor=nomor)

    def note_dropped(self, nomor: int, when: datetime) -> None:
        """A plan whose files are not all there: the message is to be taken anew."""
        self._write("batal", when, nomor=nomor)

    def note_again(
        self, place: Place, identity: str, content: str, reasons: Sequence[str], when: datetime
    ) -> None:
        """A message that was taken lies there too."""
        self._write("sudah", when, place, identity, isi=content, alasan=list(reasons))

    def note_look(self, place: Place, identity: str, reasons: Sequence[str], when: datetime) -> None:
        """An officer should look at the message that lies there."""
        self._write("lihat", when, place, identity, alasan=list(reasons))

    def _write(
        self, step: str, when: datetime, place: Place | None = None, identity: str = "", **more: Any
    ) -> None:
        line: dict[str, Any] = {"waktu": when.isoformat(timespec="seconds"), "langkah": step, **more}
        if place is not None:
            line |= {"tempat": list(place), "pesan": digest(identity)}
        self._append(json.dumps(line, ensure_ascii=False) + "\n")
        self._learn(line)

    def _append(self, text: str) -> None:
        if not self._path.parent.exists():
            self._path.parent.mkdir(parents=True)
        handle = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o600)
        try:
            size = os.fstat(handle).st_size
            os.lseek(handle, max(size - 1, 0), os.SEEK_SET)
            # What a crash left half written must not swallow this line.
            broken = size > 0 and os.read(handle, 1) != b"\n"
            data = (b"\n" if broken else b"") + text.encode("utf-8", "surrogatepass")
            try:
                if os.write(handle, data) != len(data):
                    raise OSError(28, "No space left on device")
                os.fsync(handle)
            except OSError:
                os.ftruncate(handle, size)
                raise
        finally:
            os.close(handle)

    def _lines(self) -> list[Mapping[str, Any]]:
        try:
            written = self._path.read_bytes().split(b"\n")
        except FileNotFoundError:
            return []
        found: list[Mapping[str, Any]] = []
        for one in written:
            try:
                line = json.loads(one)
            except ValueError:
                continue
            if isinstance(line, dict) and "langkah" in line:
                found.append(line)
        return found

    def _learn(self, line: Mapping[str, Any]) -> None:
        step, nomor = line["langkah"], line.get("nomor", 0)
        self.last = max(self.last, nomor)
        if step == "akan":
            self.unfinished[nomor] = Plan(nomor, tuple(PutFile(*one) for one in line["berkas"]))
            self._said[nomor] = line
        elif step in {"ditaruh", "batal"}:
            self.unfinished.pop(nomor, None)
            planned = self._said.pop(nomor, None)
            if step == "ditaruh" and planned is not None:
                self._count(planned)
        elif step == "sudah":
            self._count(line)
        elif step == "lihat":
            self._looked_at.add((Place(*line["tempat"]), line["pesan"]))

    def _count(self, line: Mapping[str, Any]) -> None:
        where = Place(*line["tempat"]), line["pesan"]
        self._taken.add(where)
        self._contents.add(line["isi"])
        if line.get("alasan"):
            self._looked_at.add(where)
