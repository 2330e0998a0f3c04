"""Put the files of a message into the inbox, all of them or none, also where the program dies in between.

They are written under temporary names in a folder that the inbox passes over, made safe on the disk, written down
(:mod:`flows.mail_memory`), and only then renamed. A temporary file that is written down and still there was not
renamed; one that is gone was: so the next run knows what is left to do without asking the mail server.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from flows.mail_memory import Memory, Plan, PutFile
from flows.mail_names import without_doubles
from flows.mail_parts import Piece
from flows.outputs.names import folder_name
from schemas.district_names import districts

WAITING = ".surat"  # below the inbox: the same disk, so that a rename is enough
ANY_DISTRICT = "surat-masuk"
_NUMBERED = re.compile(r"surat-(\d{7,})")


def folder_of(kode: str | None) -> str:
    """Where files of a sender go: ``73.11-Kabupaten Barru``, or the folder that names no district.

    With its kind, for a kabupaten and a kota may share a name.
    """
    return ANY_DISTRICT if kode is None else folder_name(kode, districts()[kode].nama_lengkap)


def numbered(nomor: int) -> str:
    """The folder of one message. Later messages sort behind earlier ones; seven digits are no year to anybody."""
    return f"surat-{nomor:07}"


def last_number(inbox: Path) -> int:
    """The highest number in use below an inbox: the record may have been lost."""
    found = [_NUMBERED.fullmatch(one.name) for one in inbox.glob("*/surat-*")]
    return max((int(one[1]) for one in found if one), default=0)


def plan_of(nomor: int, kode: str | None, pieces: Sequence[Piece]) -> Plan:
    """Where each file of a message goes."""
    base = f"{folder_of(kode)}/{numbered(nomor)}"
    paths = without_doubles([one.path for one in pieces])
    return Plan(
        nomor,
        tuple(
            PutFile(
                f"{base}/{path}",
                f"{WAITING}/{nomor:07}-{place:03}.baru",
                hashlib.sha256(one.data).hexdigest(),
            )
            for place, (path, one) in enumerate(zip(paths, pieces, strict=True))
        ),
    )


def write_waiting(inbox: Path, plan: Plan, pieces: Sequence[Piece]) -> None:
    """Write the files under their temporary names, safe on the disk; raises OSError and leaves nothing then."""
    (inbox / WAITING).mkdir(parents=True, exist_ok=True)
    try:
        for one, piece in zip(plan.berkas, pieces, strict=True):
            with (inbox / one.sementara).open("wb") as out:
                out.write(piece.data)
                out.flush()
                os.fsync(out.fileno())
        _sync(inbox / WAITING)
    except OSError:
        for one in plan.berkas:
            (inbox / one.sementara).unlink(missing_ok=True)
        raise


def put(inbox: Path, plan: Plan) -> None:
    """Rename the temporary files that are still there to where the inbox sees them."""
    for one in plan.berkas:
        if (inbox / one.sementara).exists():
            target = _free(inbox / one.jalur)
            target.parent.mkdir(parents=True, exist_ok=True)
            os.rename(inbox / one.sementara, target)
            _sync(target.parent)
    _sync(inbox / WAITING)


def finish_all(home: Path, inbox: Path, memory: Memory, when: datetime) -> int:
    """End what an earlier run began; how many messages that were."""
    finished = 0
    for plan in list(memory.unfinished.values()):
        if all(_is_safe(home, inbox, one) for one in plan.berkas):
            put(inbox, plan)
            memory.note_put(plan.nomor, when)
            finished += 1
        else:
            memory.note_dropped(plan.nomor, when)
    for left in (inbox / WAITING).glob("*.baru"):
        left.unlink(missing_ok=True)
    return finished


def _is_safe(home: Path, inbox: Path, one: PutFile) -> bool:
    """Whether a file of an unfinished plan is here, under either name, or was taken in already."""
    for path in (inbox / one.sementara, inbox / one.jalur):
        if path.exists():
            with path.open("rb") as file:
                if hashlib.file_digest(file, "sha256").hexdigest() == one.sha256:
                    return True
    return any((home / "archive" / one.sha256[:2]).glob(f"{one.sha256}*"))


def _free(path: Path) -> Path:
    """``path``, or the next free name beside it: nothing is ever overwritten."""
    fresh, number = path, 1
    while fresh.exists():
        number += 1
        fresh = path.with_name(f"{path.stem} ({number}){path.suffix}")
    return fresh


def _sync(folder: Path) -> None:
    """Have renames in a folder safe on the disk, where the system can do that for folders."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        pass
    finally:
        os.close(handle)
