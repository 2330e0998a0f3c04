"""Build the files that people read, and swap them in whole."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_EXCEPTION, Future, ThreadPoolExecutor, wait
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import duckdb

from schemas.base import ReportSpec
from schemas.clock import office_now

from .audit import frame as audit_frame
from .content import fill, learn_keys
from .ddl import connect, open_working, owner_only, quoted, suit_size
from .keys import content_salt
from .shell import build, kept_shell, statements
from .tables import report_fields
from .views import all_views

#: To be raised when the content of published files changes in a way that nothing below shows.
EDITION = 4


class PublishError(Exception):
    """The files cannot be published as configured; ``key`` names the message: ``kunci_tanpa_httpfs``."""

    def __init__(self, key: str, text: str) -> None:
        super().__init__(text)
        self.key = key

    def said(self, bahasa: str) -> str:
        """The sentence in one of its two languages."""
        meaning, _, english = str(self).partition(" | ")
        return english if bahasa == "en" and english else meaning


class Published(NamedTuple):
    """The two files, and whether they were made anew (False: nothing had changed)."""

    umum: Path
    terbatas: Path
    baru: bool


def publish(home: Path, specs: Sequence[ReportSpec], key: bytes, wait_seconds: float = 0) -> Published:
    """Publish the current state of ``home`` for analysts (masked) and for those allowed to see people.

    ``key`` is that of :func:`warehouse.keys.masking_key`. Readers keep what they have open and find the new
    state when they connect again. Raises :class:`~warehouse.lock.Locked` while a load runs, and
    :class:`PublishError` when ``IKM_KUNCI`` asks for encryption that this installation cannot do.
    """
    with open_working(home, specs, wait_seconds) as con:
        return publish_from(con, home, specs, key)


def publish_from(
    con: duckdb.DuckDBPyConnection, home: Path, specs: Sequence[ReportSpec], key: bytes
) -> Published:
    """:func:`publish` for whoever holds the working database of ``home`` open as ``con`` already."""
    folder = home / "warehouse"
    open_file, closed_file = folder / "ikm.duckdb", folder / "terbatas" / "ikm.duckdb"
    secret = os.environ.get("IKM_KUNCI") or None
    when = office_now()
    suit_size(con)
    if secret is not None:
        _load_encryption(con)
    closed_file.parent.mkdir(exist_ok=True, mode=0o700)
    closed_file.parent.chmod(0o700)
    mark = _mark(con, specs, key, secret)
    if _mark_of(folder, open_file, None) == mark == _mark_of(folder, closed_file, secret):
        return Published(open_file, closed_file, False)
    con.execute("CREATE OR REPLACE TABLE memory.main.garam AS SELECT ?::VARCHAR AS teks", [content_salt(key)])
    cursors = [con.cursor() for _ in range(3)]
    with owner_only(), ThreadPoolExecutor(3) as builders:
        keys = builders.submit(learn_keys, cursors[0], specs, key)
        made = [
            builders.submit(_build, own, specs, target, with_secret, mark, when, keys.result)
            for own, target, with_secret in zip(
                cursors[1:], (open_file, closed_file), (None, secret), strict=True
            )
        ]
        try:
            fresh = _both(made, cursors)
        except BaseException:
            # Half a file would keep a full disk full.
            for target in (open_file, closed_file):
                _remove(target.with_name(target.name + ".baru"))
            raise
    # Neither is shown before both are whole.
    for source, target in zip(fresh, (open_file, closed_file), strict=True):
        swap_in(source, target)
    return Published(open_file, closed_file, True)


def _both(made: Sequence[Future[Path]], cursors: Sequence[duckdb.DuckDBPyConnection]) -> list[Path]:
    """The files once both are built. A fault of one, or Ctrl-C, ends the building of the other too."""
    try:
        while not all(one.done() for one in made):
            # In a wait without end Ctrl-C is not heard on every system.
            ended, _ = wait(made, timeout=0.2, return_when=FIRST_EXCEPTION)
            for one in ended:
                one.result()
        return [one.result() for one in made]
    except BaseException:
        # Again and again: an interrupt that comes before a statement has begun is lost.
        while not all(one.done() for one in made):
            for cursor in cursors:
                # A builder that is done has closed its own.
                with suppress(duckdb.Error):
                    cursor.interrupt()
            wait(made, timeout=0.05)
        raise


def _build(
    con: duckdb.DuckDBPyConnection,
    specs: Sequence[ReportSpec],
    target: Path,
    secret: str | None,
    mark: str,
    when: datetime,
    keys_known: Callable[[], object],
) -> Path:
    """The new file beside ``target``, whole; ``con`` is this file's own and is closed."""
    masked = target.parent.name != "terbatas"
    fresh = target.with_name(target.name + ".baru")
    catalog = "terbit_umum" if masked else "terbit_terbatas"
    _remove(fresh)
    made = statements(specs, masked)
    shell = kept_shell(made) if secret is None else None
    if shell is not None:
        shutil.copyfile(shell, fresh)
    with closing(con):
        # Half a file is never opened again, so its log would be written for nobody.
        con.execute(
            f"ATTACH {quoted(str(fresh))} AS {catalog}{_options('RECOVERY_MODE NO_WAL_WRITES', secret)}"
        )
        if shell is None:
            con.execute(f"USE {catalog}")
            build(con, made)
        con.register("audit_masuk", audit_frame(target.parents[1 if masked else 2], masked))
        fill(con, specs, catalog, masked, mark, when, keys_known)
        con.execute(f"CHECKPOINT {catalog}")
        con.execute(f"DETACH {catalog}")
    fresh.chmod(0o444 if masked else 0o600)
    return fresh


def swap_in(fresh: Path, target: Path) -> None:
    """Put ``fresh`` in the place of ``target`` in one step, safe on the disk before readers see it.

    A write-ahead log that somebody left beside the old file would be played into the new one: it goes first.
    """
    sync(fresh)
    target.with_name(target.name + ".wal").unlink(missing_ok=True)
    os.replace(fresh, target)
    if os.name == "posix":
        sync(target.parent)


def sync(path: Path) -> None:
    """Have a file, or the names in a folder, safe on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _remove(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.with_name(path.name + ".wal").unlink(missing_ok=True)


def _mark(con: duckdb.DuckDBPyConnection, specs: Sequence[ReportSpec], key: bytes, secret: str | None) -> str:
    """A fingerprint of everything that the published files are made from."""
    state = con.execute(
        "SELECT (SELECT string_agg(concat_ws('|', kiriman_id, status, diterima_pada, berlaku_sampai), ';' "
        "ORDER BY kiriman_id) FROM gudang.main.kiriman), (SELECT count(*) FROM gudang.main.temuan), "
        "(SELECT count(*) FROM gudang.main.karantina), (SELECT count(*) FROM gudang.main.wilayah), "
        "(SELECT count(*) FROM gudang.main.masa_berlaku), (SELECT count(*) FROM gudang.main.penarikan), "
        "(SELECT count(*) FROM gudang.main.pembersihan), "
        "(SELECT sum(hash(kode_wilayah, laporan, periode, jatuh_tempo))::VARCHAR FROM gudang.main.kewajiban), "
        "(SELECT count(*) FROM gudang.main.perpanjangan)"
    ).fetchall()
    reports = [(s.name, s.title, s.title_en, s.meaning, s.meaning_en, report_fields(s)) for s in specs]
    personal = [(c.name, c.personal) for s in specs for c in s.columns]
    secrets = [hashlib.sha256(text).hexdigest() for text in (key, (secret or "").encode("utf-8"))]
    return hashlib.sha256(
        repr((EDITION, state, reports, personal, all_views(), secrets)).encode()
    ).hexdigest()


def _mark_of(folder: Path, path: Path, secret: str | None) -> str | None:
    """The fingerprint that a published file carries; None where there is none that can be read."""
    if not path.exists() or path.with_name(path.name + ".wal").exists():
        return None
    con = connect(folder)
    try:
        con.execute(f"ATTACH {quoted(str(path))} AS terbit{read_options(secret)}")
        rows = con.execute("SELECT jejak FROM terbit.main.terbitan").fetchall()
    except duckdb.Error:
        return None
    finally:
        con.close()
    return str(rows[0][0]) if rows else None


def read_options(secret: str | None) -> str:
    """How a published file is attached for reading."""
    return _options("READ_ONLY", secret)


def _options(first: str, secret: str | None) -> str:
    return f" ({first})" if secret is None else f" ({first}, ENCRYPTION_KEY {quoted(secret)})"


def _load_encryption(con: duckdb.DuckDBPyConnection) -> None:
    """DuckDB writes encrypted files only with its httpfs extension, which a package can bring."""
    for source in ("httpfs", *_packaged_httpfs()):
        try:
            con.execute(f"LOAD {quoted(source)}")
        except duckdb.Error:
            continue
        return
    raise PublishError(
        "kunci_tanpa_httpfs",
        "IKM_KUNCI meminta berkas terbatas disandikan, tetapi ekstensi httpfs DuckDB tidak terpasang: "
        "pasang paket duckdb-extension-httpfs, atau kosongkan IKM_KUNCI. | IKM_KUNCI asks for an encrypted file, "
        "but DuckDB's httpfs extension is missing: install duckdb-extension-httpfs, or unset IKM_KUNCI.",
    )


def _packaged_httpfs() -> list[str]:
    found = importlib.util.find_spec("duckdb_extension_httpfs")
    folders = found.submodule_search_locations or [] if found is not None else []
    return [str(path) for folder in folders for path in Path(folder).rglob("httpfs.duckdb_extension")]
