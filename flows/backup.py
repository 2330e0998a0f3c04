"""Back up a home: what cannot be made again, checked by reading it back; the key of the pseudonyms apart."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb

from flows.backup_sets import (
    STORE,
    BackupError,
    Kept,
    drop_old,
    hash_of,
    keep,
    latest_set,
    set_names,
    write_set,
)
from flows.deliver import schema_hash
from flows.take_in import code_version
from schemas.reports import specs
from warehouse import audit
from warehouse.ddl import WORKING_FILE, attached
from warehouse.digest import digest
from warehouse.freeze import FILES
from warehouse.keys import masking_key
from warehouse.lock import only_writer
from warehouse.publish import publish_from

#: Below the home, what can be made again (feedback, site), belongs to others (inbox) or goes apart (kunci).
LEFT_OUT = frozenset({"feedback", "site", "inbox", "kunci", "prefect"})
PASSING = (".baru", ".wal", ".kunci", ".pid", ".tmp")
#: What a warehouse keeps for ever; the published files are built from it.
LASTING = frozenset({WORKING_FILE, "beku"})
PSEUDONYMS = ("orang_kunci", "usaha_kunci")


@dataclass(slots=True)
class BackedUp:
    """A backup that was made. ``damaged``: files of the archive that are not what was received, each with whether
    the backup has a good copy; ``dropped``: sets that had to go; ``anchor``: fault of the log against the last set."""

    name: str = ""
    files: int = 0
    bytes: int = 0
    written: int = 0
    written_bytes: int = 0
    dropped: int = 0
    damaged: list[tuple[str, bool]] = field(default_factory=list)
    log: audit.Fault | None = None


def back_up(home: Path, folder: Path, count: int = 8, wait_seconds: float = 30) -> BackedUp:
    """Add a set to ``folder`` and keep the newest ``count``.

    Raises :class:`BackupError`, :class:`~warehouse.lock.Locked` where a load does not end within
    ``wait_seconds``, and OSError: then no set was added.
    """
    _refuse_inside(folder, home)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    warehouse = home / "warehouse"
    done = BackedUp()
    with only_writer(warehouse / "cadangan.kunci"):
        anchor = _anchor(home, folder)
        # What is received never changes: most of the copying is done while loads may go on.
        received = {
            berkas: _keep(folder, path, berkas, done) for path, berkas in _files(home) if _is_received(berkas)
        }
        with only_writer(warehouse / "kerja.kunci", wait_seconds):
            about = _state(home)
            found = audit.check(home, anchor)
            kept = [
                received.get(berkas) or _keep(folder, path, berkas, done) for path, berkas in _files(home)
            ]
        done.log = found.fault
        about["audit"] = {"baris": found.lines, "jejak": found.last}
        done.files, done.bytes = len(kept), sum(one.bita for one in kept)
        done.name = write_set(folder, f"{datetime.now():%Y-%m-%d_%H%M}", about, kept)
        done.dropped = drop_old(folder, count)
    return done


def _refuse_inside(folder: Path, home: Path) -> None:
    if folder.resolve().is_relative_to(home.resolve()):
        raise BackupError("backup.inside_home", folder=folder)
    if folder.exists() and not folder.is_dir():
        raise BackupError("backup.no_folder", folder=folder)


def _anchor(home: Path, folder: Path) -> tuple[int, str] | None:
    """How far the log had come in the last set. Refuses a folder that holds the backups of another home."""
    if not set_names(folder):
        return None
    try:
        about = latest_set(folder).about
    except BackupError:
        return None  # a damaged list is no reason to go without a new one
    if about["sidik_kunci"] != key_mark(masking_key(home)):
        raise BackupError("backup.other_home", folder=folder)
    return int(about["audit"]["baris"]), str(about["audit"]["jejak"])


def key_mark(key: bytes) -> str:
    """What tells homes and keys apart without giving the key away."""
    return hashlib.sha256(b"rekap-ikm " + key).hexdigest()[:16]


def _files(home: Path) -> Iterator[tuple[Path, str]]:
    """The files of ``home`` that a backup holds, and their places below it; links are not followed."""
    for top in sorted(home.iterdir()):
        if top.name in LEFT_OUT or top.is_symlink():
            continue
        if top.name == "warehouse":
            inside = [one for name in sorted(LASTING) for one in _below(top / name)]
        else:
            inside = list(_below(top))
        yield from ((path, path.relative_to(home).as_posix()) for path in inside)


def _below(path: Path) -> Iterator[Path]:
    if path.name.endswith(PASSING) or path.is_symlink():
        return
    if path.is_dir():
        for one in sorted(path.iterdir()):
            yield from _below(one)
    elif path.exists() and stat.S_ISREG(path.stat().st_mode):
        yield path


def _is_received(berkas: str) -> bool:
    return berkas.startswith("archive/")


def _keep(folder: Path, path: Path, berkas: str, done: BackedUp) -> Kept:
    """Keep one file; of a damaged one in the archive the good copy that the folder may have, else what there is."""
    kept, written = keep(folder, path, berkas)
    done.written += written
    done.written_bytes += written * kept.bita
    if not _is_received(berkas) or kept.sha256 == path.stem:
        return kept
    good = f"{STORE}/{path.stem[:2]}/{path.name}"
    there = hash_of(folder / good) == path.stem
    done.damaged.append((berkas, there))
    size = (folder / good).stat().st_size if there else 0
    return kept._replace(simpan=good, sha256=path.stem, bita=size) if there else kept


def _state(home: Path) -> dict[str, Any]:
    """What the home says at this moment, published first so that it can be compared after a restore."""
    key = masking_key(home)
    warehouse = home / "warehouse"
    with attached(warehouse, specs()) as con:
        publish_from(con, home, specs(), key)
        status = con.execute(
            "SELECT status, count(*) FROM gudang.main.kiriman GROUP BY ALL ORDER BY ALL"
        ).fetchall()
    if (warehouse / f"{WORKING_FILE}.wal").exists():
        raise BackupError("backup.unsettled", berkas=warehouse / WORKING_FILE)
    secret = os.environ.get("IKM_KUNCI") or None
    return {
        "dibuat_pada": datetime.now().astimezone().isoformat(timespec="seconds"),
        "versi_kode": code_version(),
        "versi_skema": schema_hash(),
        "versi_duckdb": duckdb.__version__,
        "sidik_kunci": key_mark(key),
        "terbatas_disandikan": secret is not None,
        "kiriman": dict(status),
        "digest": digests(home, secret),
    }


def digests(home: Path, secret: str | None) -> dict[str, dict[str, dict[str, str]]]:
    """What the two published files say: whole, and where there are pseudonyms, which another key would change, also
    without them."""
    found: dict[str, dict[str, dict[str, str]]] = {}
    for name in FILES:
        with_secret = secret if name.startswith("terbatas") else None
        path = home / "warehouse" / name
        found[name] = {
            "utuh": digest(path, (), with_secret),
            "tanpa_samaran": digest(path, PSEUDONYMS, with_secret, concerned=True),
        }
    return found


def write_key(home: Path, folder: Path, target: Path) -> None:
    """Write the key of the pseudonyms to ``target``, readable by its owner alone.

    Raises :class:`BackupError` for a place in the backup folder or the home, and for a file that holds something else.
    """
    text = masking_key(home).hex() + "\n"
    refuse_key_place(home, folder, target)
    if target.exists():
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())


def refuse_key_place(home: Path, folder: Path, target: Path) -> None:
    """Raise :class:`BackupError` where the key must not be written."""
    place = target.resolve()
    if place.is_relative_to(folder.resolve()) or place.is_relative_to(home.resolve()):
        raise BackupError("backup.key_inside", berkas=target)
    if target.exists() and (
        target.is_dir() or target.read_bytes().strip() != masking_key(home).hex().encode()
    ):
        raise BackupError("backup.key_exists", berkas=target)
