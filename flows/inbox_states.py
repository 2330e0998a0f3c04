"""What became of files, as the working database has it: also of those taken in before this run began."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from flows.inbox import Waiting
from schemas.reports import specs
from warehouse.ddl import open_working

_TAKEN_IN = frozenset({"dimuat", "dimuat_sebagian", "digantikan", "duplikat", "ditarik"})


class Reason(NamedTuple):
    """Why a table was refused: the code, the sheet, the Indonesian message as stored."""

    kode: str
    lembar: str | None
    pesan: str


class Found(NamedTuple):
    """A finding code of a file, how often, and how grave; ``kode_wilayah`` of its table."""

    kode_wilayah: str | None
    kode: str
    tingkat: str
    banyak: int


@dataclass(slots=True)
class State:
    """What became of one file. ``outcome``: dimuat, dimuat_sebagian, duplikat, ditolak, or "" for one that is not
    known; counts are those of all its tables."""

    berkas: str
    sha256: str = ""
    outcome: str = ""
    jalur: set[str] = field(default_factory=set)
    kiriman: list[str] = field(default_factory=list)
    laporan: list[str] = field(default_factory=list)
    kode_wilayah: list[str] = field(default_factory=list)
    baris_dimuat: int = 0
    baris_ditahan: int = 0
    reasons: list[Reason] = field(default_factory=list)
    found: list[Found] = field(default_factory=list)


def states_of(home: Path, files: Sequence[Waiting], wait_seconds: float = 30) -> list[State]:
    """The state of each file, in the order given; that of the same bytes under another name where its own is not
    known. Raises :class:`warehouse.lock.Locked` where a load does not end within ``wait_seconds``."""
    hashes = sorted({one.sha256 for one in files if one.sha256})
    names = sorted({_name(one) for one in files if not one.sha256})
    with open_working(home, specs(), wait_seconds) as con:
        rows = con.execute(
            "SELECT kiriman_id, sha256, berkas, jalur, laporan, kode_wilayah, status, baris_dimuat, baris_karantina "
            "FROM gudang.main.kiriman WHERE (sha256 <> '' AND list_contains(?::VARCHAR[], sha256)) "
            "OR (sha256 = '' AND list_contains(?::VARCHAR[], berkas)) ORDER BY kiriman_id",
            [hashes, names],
        ).fetchall()
        ids = [row[0] for row in rows]
        reasons = con.execute(
            "SELECT t.kiriman_id, t.kode, t.lembar, t.pesan FROM gudang.main.temuan t "
            "JOIN gudang.main.kiriman k USING (kiriman_id) WHERE list_contains(?::VARCHAR[], t.kiriman_id) "
            "AND k.status = 'ditolak' AND t.tingkat = 'galat' AND NOT coalesce(t.pribadi, false) ORDER BY ALL",
            [ids],
        ).fetchall()
        found = con.execute(
            "SELECT t.kiriman_id, k.kode_wilayah, t.kode, t.tingkat, count(*) FROM gudang.main.temuan t "
            "JOIN gudang.main.kiriman k USING (kiriman_id) WHERE list_contains(?::VARCHAR[], t.kiriman_id) "
            "GROUP BY ALL ORDER BY ALL",
            [ids],
        ).fetchall()
    why: dict[str, list[Reason]] = defaultdict(list)
    for kiriman, *about in reasons:
        why[kiriman].append(Reason(*about))
    codes: dict[str, list[Found]] = defaultdict(list)
    for kiriman, *about in found:
        codes[kiriman].append(Found(*about))
    return [_state(one, rows, why, codes) for one in files]


def _state(
    one: Waiting,
    rows: Sequence[tuple[object, ...]],
    why: dict[str, list[Reason]],
    codes: dict[str, list[Found]],
) -> State:
    same = [row for row in rows if row[1] == one.sha256]
    own = [row for row in same if row[2] == _name(one)] or same
    state = State(_name(one), one.sha256)
    tables = set()
    for kiriman, _, _, jalur, laporan, kode_wilayah, status, loaded, held in own:
        tables.add(str(status))
        state.jalur.add(str(jalur))
        state.kiriman.append(str(kiriman))
        state.laporan += [str(laporan)] if laporan and laporan not in state.laporan else []
        state.kode_wilayah += [str(kode_wilayah)] if kode_wilayah not in (None, *state.kode_wilayah) else []
        state.baris_dimuat += _count(loaded)
        state.baris_ditahan += _count(held)
        state.reasons += why.get(str(kiriman), [])
        state.found += codes.get(str(kiriman), [])
    state.outcome = _outcome(tables)
    return state


def is_elsewhere(one: Waiting, state: State) -> bool:
    """Whether a file lies in another subfolder than when it was refused: its district may be told by that."""
    return unicodedata.normalize("NFC", one.path.relative_to(one.root).as_posix()) not in state.jalur


def _name(one: Waiting) -> str:
    return unicodedata.normalize("NFC", one.path.name)


def _count(value: object) -> int:
    return int(value) if isinstance(value, int) else 0


def _outcome(tables: set[str]) -> str:
    if not tables & _TAKEN_IN:
        return "ditolak" if tables else ""
    if tables & {"dimuat_sebagian"} or "ditolak" in tables:
        return "dimuat_sebagian"
    return "duplikat" if tables <= {"duplikat"} else "dimuat"
