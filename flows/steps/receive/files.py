"""Which files there are to receive, and one file as received."""

from __future__ import annotations

import errno
import hashlib
import io
import os
import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from flows.grammar.shown import shown_name
from flows.shapes import Finding, Submission
from flows.steps.receive.kind import ZIP, Kind, kind_of_bytes, kind_of_zip, refused
from flows.steps.receive.opening import Changed, NotRegular, bytes_of
from flows.steps.receive.preflight import preflight

_NUMBER = re.compile(r"(\d+)")
_LATER = re.compile(r"(?<![a-z])(revisi\w*|rev\d*|perbaikan|diperbaiki|ralat|final\w*|fix)(?![a-z])")
_SKIPPED_NAMES = frozenset({"thumbs.db", "desktop.ini", ".ds_store"})


def workbooks_in(paths: Iterable[Path]) -> Iterator[tuple[Path, Path]]:
    """Every file below ``paths`` to receive, as (file, root its place is told from), each file once.

    A folder is its own root, a single file's root is its folder. Lock and system files are left out. Order:
    by path with numbers counted (2 before 10); within a folder, names that speak of a revision come last.
    """
    seen: set[Path] = set()
    for path in paths:
        found = [path] if not path.is_dir() else sorted(_files_below(path), key=lambda p: _order(p, path))
        root = path if path.is_dir() else path.parent
        for one in found:
            if one not in seen:
                seen.add(one)
                yield one, root


def _files_below(folder: Path) -> Iterator[Path]:
    closed: list[Path] = []
    for here, folders, names in os.walk(
        folder, onerror=lambda problem: closed.append(Path(problem.filename))
    ):
        folders[:] = [name for name in folders if not name.startswith(".") and name != "__MACOSX"]
        # Not entered, for they may lead in a ring; named, so that nobody takes them for loaded.
        names += [name for name in folders if Path(here, name).is_symlink()]
        for name in names:
            if not is_leftover(name):
                yield Path(here, name)
    # A folder that may not be opened is told like a file that may not.
    yield from closed


def is_leftover(name: str) -> bool:
    """Whether a file name belongs to an office program or system rather than to a person."""
    return name.startswith(("~$", ".")) or name.casefold() in _SKIPPED_NAMES or name.endswith(".tmp")


def _order(path: Path, root: Path) -> tuple[object, ...]:
    below = path.relative_to(root)
    folder = tuple(_natural(part) for part in below.parts[:-1])
    return (folder, bool(_LATER.search(below.name.casefold())), _natural(below.name))


def _natural(text: str) -> tuple[tuple[int, int | str], ...]:
    parts = _NUMBER.split(text.casefold())
    return tuple((0, int(part)) if place % 2 else (1, part) for place, part in enumerate(parts) if part)


def receive(path: Path, root: Path | None = None) -> tuple[Submission | None, list[Finding]]:
    """A file as received, or None with the one finding that says why it cannot be read.

    ``root`` is the folder that was loaded: ``jalur`` is told from it, and a link that leads out of it is not
    followed. Bad files never raise.
    """
    try:
        place = _place(path, root)
        if isinstance(place, Kind):
            return None, [_finding(place)]
        data = bytes_of(path)
    # Links that lead in a ring are a RuntimeError before Python 3.13.
    except (OSError, RuntimeError) as problem:
        return None, [_finding(_unreadable(problem))]
    if isinstance(data, int):
        megabytes = f"{data // 1_000_000} MB"
        return None, [_finding(refused("BERKAS_TERLALU_BESAR", megabytes, megabytes))]
    kind = kind_of(data, path.name)
    if kind.jenis is None:
        return None, [_finding(kind)]
    digest = hashlib.sha256(data).hexdigest()
    return Submission(shown_name(path.name), place, data, digest, kind.jenis), []


def kind_of(data: bytes, name: str) -> Kind:
    """What the bytes of a file truly are, or why they must not be read."""
    if not data:
        return Kind(None, "BERKAS_KOSONG")
    if not data.startswith(ZIP):
        return kind_of_bytes(data, name)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            kind = kind_of_zip(archive)
            if kind.jenis is None:
                return kind
            return preflight(archive, len(data)) or kind
    # A damaged archive makes zipfile and its decompressors raise nearly anything.
    except Exception:
        return refused("BERKAS_RUSAK", "isinya terpotong atau rusak", "its content is cut off or damaged")


def _place(path: Path, root: Path | None) -> str | Kind:
    if root is None:
        return shown_name(path.name)
    if not path.resolve().is_relative_to(root.resolve()):
        return refused("BERKAS_BERBAHAYA", "tautan ke luar folder", "a link out of the folder")
    below = (
        path.relative_to(root) if path.is_relative_to(root) else path.resolve().relative_to(root.resolve())
    )
    return shown_name(below.as_posix())


def _unreadable(problem: OSError | RuntimeError) -> Kind:
    if isinstance(problem, NotRegular):
        return refused("FORMAT_TAK_DIDUKUNG", "ini bukan berkas biasa", "this is no regular file")
    if isinstance(problem, Changed):
        return refused(
            "BERKAS_RUSAK", "berkas sedang ditulis ketika dibaca", "it was written to while it was read"
        )
    if isinstance(problem, IsADirectoryError):
        return refused("FORMAT_TAK_DIDUKUNG", "ini folder", "this is a folder")
    if isinstance(problem, PermissionError):
        return refused("BERKAS_RUSAK", "tidak ada izin membacanya", "no permission to read it")
    if isinstance(problem, FileNotFoundError):
        return refused("BERKAS_RUSAK", "berkas tidak ditemukan", "the file is not there")
    if isinstance(problem, RuntimeError) or problem.errno == errno.ELOOP:
        return refused("BERKAS_RUSAK", "tautannya berputar", "its link leads in a ring")
    reason = problem.strerror or type(problem).__name__
    return refused("BERKAS_RUSAK", f"tidak dapat dibuka: {reason}", f"it cannot be opened: {reason}")


def _finding(kind: Kind) -> Finding:
    return Finding(kind.kode, rincian=kind.rincian)
