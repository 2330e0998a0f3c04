"""Frozen copies of what is published, so that a printed number can be made again."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
from collections.abc import Collection
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb

from .ddl import connect, named, quoted
from .lock import only_writer
from .publish import read_options, sync
from .records import Stamp

MANIFEST = "manifes.json"
FILES = ("ikm.duckdb", "terbatas/ikm.duckdb")
_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,58}[A-Za-z0-9_-])?")
# What Windows takes for a device, whatever its ending.
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


class FreezeError(Exception):
    """A copy that cannot be made or asked; ``key`` names the message, ``rincian`` its details."""

    def __init__(self, key: str, **rincian: str) -> None:
        super().__init__(f"{key} {rincian}")
        self.key = key
        self.rincian = rincian


def frozen_name(text: str) -> str:
    """``text`` as the name of a folder, blanks as hyphens. Raises :class:`FreezeError` where it cannot be one."""
    name = re.sub(r"\s+", "-", text.strip())
    if not _NAME.fullmatch(name) or _DEVICES.fullmatch(name):
        raise FreezeError("frozen.bad_name", nama=text)
    return name


def free_folder(home: Path, text: str) -> Path:
    """Where a copy named ``text`` goes. Raises :class:`FreezeError` where the name cannot be used or is taken."""
    name = frozen_name(text)
    target = home / "warehouse" / "beku" / name
    # Some file systems take names that differ in case only for one.
    if target.exists() or name.casefold() in {one.casefold() for one in frozen_names(home)}:
        raise FreezeError("frozen.exists", nama=name)
    return target


def freeze(home: Path, text: str, stamp: Stamp, wait_seconds: float = 0) -> Path:
    """Copy the published pair of ``home`` under ``warehouse/beku/<name>/`` with a manifest; the folder.

    Raises :class:`FreezeError` for a name that cannot be used or is taken, and
    :class:`~warehouse.lock.Locked` while a load runs: the two files must be of one state.
    """
    folder, target = home / "warehouse", free_folder(home, text)
    name = target.name
    fresh = folder / "beku" / f".{name}.baru"
    with only_writer(folder / "kerja.kunci", wait_seconds):
        shutil.rmtree(fresh, ignore_errors=True)
        (fresh / "terbatas").mkdir(parents=True)
        (fresh / "terbatas").chmod(0o700)
        for path, mode in zip(FILES, (0o444, 0o600), strict=True):
            _copy(folder / path, fresh / path, mode)
        manifest = json.dumps(_manifest(fresh, name, stamp), ensure_ascii=False, indent=1)
        (fresh / MANIFEST).write_text(manifest + "\n", encoding="utf-8")
        sync(fresh / MANIFEST)
        os.replace(fresh, target)
    return target


def frozen_names(home: Path) -> list[str]:
    """The frozen copies there are."""
    folder = home / "warehouse" / "beku"
    return sorted(one.parent.name for one in folder.glob(f"*/{MANIFEST}") if one.parent.name[0] != ".")


def frozen_file(home: Path, text: str, restricted: bool) -> Path:
    """A file of a frozen copy, once it is shown to be what was frozen. Raises :class:`FreezeError`."""
    name = frozen_name(text)
    folder = home / "warehouse" / "beku" / name
    if name not in frozen_names(home):
        raise FreezeError("frozen.unknown", nama=name, daftar=", ".join(frozen_names(home)))
    path = FILES[1] if restricted else FILES[0]
    said = _read(folder / MANIFEST)
    noted = {one["berkas"]: one["sha256"] for one in said.get("isi", ())}
    if path not in noted and "dibersihkan_pada" in said:
        raise FreezeError("frozen.purged", nama=name)
    if noted.get(path) != _hash_of(folder / path):
        raise FreezeError("frozen.changed", nama=name, berkas=path)
    return folder / path


def frozen_with(home: Path, kiriman: Collection[str], limit: date) -> list[str]:
    """The copies that have a restricted file and were frozen before ``limit`` or hold one of these submissions."""
    found = []
    for name in frozen_names(home):
        folder = home / "warehouse" / "beku" / name
        if not (folder / FILES[1]).exists():
            continue
        frozen = str(_read(folder / MANIFEST).get("dibekukan_pada", ""))[:10]
        if frozen < limit.isoformat() or _submissions(folder) & set(kiriman):
            found.append(name)
    return found


def _submissions(folder: Path) -> set[str]:
    """Those of the masked file: it is never encrypted, and holds the same ones."""
    con = connect(folder.parent)
    try:
        con.execute(f"ATTACH {quoted(str(folder / FILES[0]))} AS beku{read_options(None)}")
        return {one for (one,) in con.execute("SELECT kiriman_id FROM beku.main.kiriman").fetchall()}
    finally:
        con.close()


def drop_restricted(home: Path, name: str) -> None:
    """Remove the restricted file of a frozen copy, and say so in its manifest; the masked file stays as it is."""
    folder = home / "warehouse" / "beku" / name
    said = _read(folder / MANIFEST)
    said["isi"] = [one for one in said.get("isi", ()) if one["berkas"] != FILES[1]]
    said["dibersihkan_pada"] = datetime.now().isoformat(timespec="seconds")
    fresh = folder / f"{MANIFEST}.baru"
    fresh.write_text(json.dumps(said, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    sync(fresh)
    os.replace(fresh, folder / MANIFEST)
    (folder / FILES[1]).unlink(missing_ok=True)


def _read(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _copy(source: Path, target: Path, mode: int) -> None:
    # Born closed: the restricted file must not be readable for a moment.
    os.close(os.open(target, os.O_WRONLY | os.O_CREAT, 0o600))
    shutil.copyfile(source, target)
    sync(target)
    target.chmod(mode)


def _hash_of(path: Path) -> str | None:
    if not path.is_file():
        return None
    with path.open("rb") as data:
        return hashlib.file_digest(data, "sha256").hexdigest()


def _manifest(folder: Path, name: str, stamp: Stamp) -> dict[str, Any]:
    return {
        "nama": name,
        "dibekukan_pada": datetime.now().isoformat(timespec="seconds"),
        "versi_kode": stamp.code_version,
        "versi_skema": stamp.schema_hash,
        "versi_duckdb": duckdb.__version__,
        **_counts(folder),
        "isi": [
            {"berkas": path, "bita": (folder / path).stat().st_size, "sha256": _hash_of(folder / path)}
            for path in FILES
        ],
    }


def _counts(folder: Path) -> dict[str, Any]:
    """The state that the copy shows: when it was published, submissions by status, current rows by report."""
    con = connect(folder.parent)
    try:
        con.execute(f"ATTACH {quoted(str(folder / FILES[0]))} AS beku{read_options(None)}")
        published = con.execute("SELECT jejak, diterbitkan_pada FROM beku.main.terbitan").fetchall()
        status = con.execute(
            "SELECT status, count(*) FROM beku.main.kiriman GROUP BY ALL ORDER BY ALL"
        ).fetchall()
        reports = con.execute(
            "SELECT v.view_name FROM duckdb_views() v JOIN duckdb_tables() t ON t.table_name = v.view_name "
            "AND t.database_name = v.database_name AND t.schema_name = 'main' "
            "WHERE v.database_name = 'beku' AND v.schema_name = 'riwayat' ORDER BY ALL"
        ).fetchall()
        rows = {
            report: con.execute(f"SELECT count(*) FROM beku.main.{named(report)}").fetchall()[0][0]
            for (report,) in reports
        }
    finally:
        con.close()
    return {
        "jejak": published[0][0],
        "diterbitkan_pada": published[0][1].isoformat(timespec="seconds"),
        "kiriman": dict(status),
        "baris": rows,
    }
