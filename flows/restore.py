"""Bring a home back from a backup: checked before, built beside, compared after."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import duckdb

from flows.backup import digests, key_mark
from flows.backup_sets import BackupError, BackupSet, Kept, is_whole, read_set, set_names
from flows.deliver import schema_hash
from flows.take_in import code_version
from schemas.reports import specs
from warehouse.keys import KEY_BYTES, masking_key
from warehouse.publish import publish

SHOWN = 5


@dataclass(slots=True)
class Restored:
    """What came back. ``tables``: how many say the same as before; ``differing``: those that do not; ``with_key``:
    the pseudonyms are those of before; ``aside``: where the home that was there went."""

    name: str = ""
    made: str = ""
    files: int = 0
    tables: int = 0
    differing: list[str] = field(default_factory=list)
    with_key: bool = False
    aside: Path | None = None
    other_version: bool = False


def restore(
    folder: Path, home: Path, key: Path | None = None, name: str | None = None, over: bool = False
) -> Restored:
    """Bring the set ``name`` (None: the newest) back as ``home``, which must be empty; with ``over`` what is there
    is moved aside, never removed.

    Everything is checked before the home is touched. Raises :class:`BackupError`, and OSError: then the home is as
    it was.
    """
    names = set_names(folder)
    if not names:
        raise BackupError("backup.none", folder=folder)
    chosen = read_set(folder, name or names[-1])
    secret = _secret(chosen)
    key_bytes = None if key is None else read_key(key, chosen)
    if _is_filled(home) and not over:
        raise BackupError("restore.not_empty", home=home)
    _check(folder, chosen)
    done = Restored(chosen.name, str(chosen.about["dibuat_pada"]), len(chosen.files))
    beside = home.with_name(f"{home.name}.dipulihkan")
    shutil.rmtree(beside, ignore_errors=True)
    try:
        _build(folder, chosen, beside, key_bytes)
        done.with_key = key_mark(masking_key(beside)) == chosen.about["sidik_kunci"]
        _compare(done, chosen.about["digest"], digests(beside, secret))
        done.other_version = bool(done.differing) and _versions(chosen.about) != _versions(_now())
        done.aside = _step_aside(home)
        os.replace(beside, home)
    except BaseException:
        # Half a home is of no use to anybody, and holds personal data.
        shutil.rmtree(beside, ignore_errors=True)
        raise
    return done


def _build(folder: Path, chosen: BackupSet, beside: Path, key: bytes | None) -> None:
    beside.mkdir(parents=True, mode=0o700)
    for one in chosen.files:
        _put(folder, one, beside)
    if key is not None:
        _put_key(beside, key)
    publish(beside, specs(), masking_key(beside))


def _secret(chosen: BackupSet) -> str | None:
    secret = os.environ.get("IKM_KUNCI") or None
    if chosen.about["terbatas_disandikan"] and secret is None:
        raise BackupError("restore.needs_secret")
    return secret


def read_key(path: Path, chosen: BackupSet) -> bytes:
    """The key of the pseudonyms from its file. Raises :class:`BackupError` where it is not that of the set."""
    data = path.read_bytes()
    try:
        key = data if len(data) == KEY_BYTES else bytes.fromhex(data.decode("ascii").strip())
    except ValueError:
        key = b""
    if len(key) != KEY_BYTES or key_mark(key) != chosen.about["sidik_kunci"]:
        raise BackupError("restore.other_key", berkas=path)
    return key


def _is_filled(home: Path) -> bool:
    return home.exists() and (not home.is_dir() or any(home.iterdir()))


def _check(folder: Path, chosen: BackupSet) -> None:
    damaged = [one for one in chosen.files if not is_whole(folder, one)]
    if damaged:
        shown = "\n".join(f"  - {folder / one.simpan} ({one.berkas})" for one in damaged[:SHOWN])
        raise BackupError("restore.damaged", nama=chosen.name, jumlah=len(damaged), berkas=shown)


def _put(folder: Path, one: Kept, home: Path) -> None:
    target = home / one.berkas
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    shutil.copyfile(folder / one.simpan, target)
    target.chmod(int(one.mode, 8))
    if not is_whole(home, Kept(one.berkas, one.berkas, one.bita, one.sha256, one.mode)):
        raise BackupError("backup.not_read_back", berkas=target)


def _put_key(home: Path, key: bytes) -> None:
    path = home / "kunci" / "masker.key"
    path.parent.mkdir(mode=0o700)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as out:
        out.write(key)


def _compare(
    done: Restored,
    before: Mapping[str, Mapping[str, Mapping[str, str]]],
    now: Mapping[str, Mapping[str, Mapping[str, str]]],
) -> None:
    for name in before:
        was, found = (_said(said[name], done.with_key) for said in (before, now))
        for table in sorted(was.keys() | found.keys()):
            same = was.get(table) == found.get(table)
            done.tables += same
            done.differing += [] if same else [f"{name}: {table}"]


def _said(of_file: Mapping[str, Mapping[str, str]], with_key: bool) -> dict[str, str]:
    return dict(of_file["utuh"]) | ({} if with_key else dict(of_file["tanpa_samaran"]))


def _versions(about: Mapping[str, object]) -> list[object]:
    return [about[name] for name in ("versi_kode", "versi_skema", "versi_duckdb")]


def _now() -> dict[str, object]:
    return {
        "versi_kode": code_version(),
        "versi_skema": schema_hash(),
        "versi_duckdb": duckdb.__version__,
    }


def _step_aside(home: Path) -> Path | None:
    """Make room for the new home; an empty folder is replaced."""
    if not _is_filled(home):
        return None
    aside = home.with_name(f"{home.name}.lama-{datetime.now():%Y-%m-%d_%H%M%S}")
    os.replace(home, aside)
    return aside
