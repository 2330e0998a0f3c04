"""The published files, opened so that a query can read them and nothing else."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import duckdb

from schemas.clock import ZONE

from .ddl import quoted
from .freeze import frozen_file

Result = TypeVar("Result")

#: Nothing outside the file: no other files, no extensions, no variables of this process, no way back.
LOCKED = (
    # What the tables say is told by the clock of the office, so now() must be too.
    f"SET TimeZone = '{ZONE}'",
    "SET autoinstall_known_extensions = false",
    "SET autoload_known_extensions = false",
    "SET allow_community_extensions = false",
    # It would stand among the rows.
    "SET enable_progress_bar = false",
    "SET python_enable_replacements = false",
    # What does not fit into memory would be left in the clear beside an encrypted file.
    "SET temp_directory = ''",
    "SET enable_external_access = false",
    "SET lock_configuration = true",
)


class CannotOpen(Exception):
    """A published file that cannot be opened; ``key`` names the message."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def published_file(home: Path, restricted: bool) -> Path:
    """Where the masked or the restricted file of ``home`` is."""
    folder = home / "warehouse"
    return folder / "terbatas" / "ikm.duckdb" if restricted else folder / "ikm.duckdb"


@contextmanager
def reading(
    home: Path, restricted: bool, frozen: str | None = None, opening: Callable[[Path], None] | None = None
) -> Iterator[duckdb.DuckDBPyConnection]:
    """A published file, or the copy of it frozen under a name, as the catalog ``ikm``, read-only and locked.

    ``opening`` is told of a restricted file before it is opened; what it raises keeps the file shut.
    Raises :class:`CannotOpen`: ``no_warehouse``, ``needs_key`` (IKM_KUNCI is not set), ``wrong_key``;
    :class:`~warehouse.freeze.FreezeError` for a copy that is not there or not what was frozen.
    """
    path = published_file(home, restricted) if frozen is None else frozen_file(home, frozen, restricted)
    if not path.exists():
        raise CannotOpen("no_warehouse")
    if restricted and opening is not None:
        opening(path)
    secret = os.environ.get("IKM_KUNCI") if restricted else None
    con = duckdb.connect(":memory:")
    try:
        _attach(con, path, secret)
        con.execute("USE ikm")
        for setting in LOCKED:
            con.execute(setting)
        yield con
    finally:
        con.close()


def interruptible(con: duckdb.DuckDBPyConnection, work: Callable[[], Result]) -> Result:
    """What ``work`` returns. Ctrl-C stops the query that it runs on ``con``, and is raised.

    DuckDB looks for signals between its tasks only, and was seen not to for minutes on a busy machine: so the
    query runs beside, and this thread waits for it or for Ctrl-C.
    """
    with ThreadPoolExecutor(1) as beside:
        running = beside.submit(work)
        try:
            return running.result()
        except KeyboardInterrupt:
            # Again and again: an interrupt that comes before the query has begun is lost.
            while not running.done():
                con.interrupt()
                wait([running], timeout=0.05)
            raise


def _attach(con: duckdb.DuckDBPyConnection, path: Path, secret: str | None) -> None:
    attach = f"ATTACH {quoted(str(path))} AS ikm (READ_ONLY"
    try:
        con.execute(f"{attach})")
        return
    except duckdb.CatalogException:
        # Encrypted: DuckDB wants a key for it.
        if not secret:
            raise CannotOpen("needs_key") from None
    try:
        con.execute(f"{attach}, ENCRYPTION_KEY {quoted(secret)})")
    except duckdb.InvalidInputException:
        raise CannotOpen("wrong_key") from None
