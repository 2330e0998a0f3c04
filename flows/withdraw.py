"""Take a submission out of force: find what an officer means, record it, publish."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import duckdb

from flows.obligations import keep_obligations
from schemas.clock import office_now
from schemas.reports import spec, specs
from warehouse.ddl import open_working
from warehouse.keys import masking_key
from warehouse.known import STORED, Stored
from warehouse.publish import publish
from warehouse.withdraw import Withdrawn, withdraw


@dataclass(slots=True)
class Withdrawal:
    """``found``: the submissions that the name stands for, in force or not; ``unclear``: those of several files
    where one was meant; ``done``: what was withdrawn, None where nothing changed."""

    found: list[Stored] = field(default_factory=list)
    unclear: bool = False
    done: Withdrawn | None = None


def withdraw_named(
    home: Path, name: str, alasan: str, when: datetime | None = None, wait_seconds: float = 30
) -> Withdrawal:
    """Withdraw the submission, or all of the file, called ``name``, and publish.

    A file is called by its name or its place below the folder loaded. Raises
    :class:`warehouse.lock.Locked` where a load does not end within ``wait_seconds``.
    """
    key = masking_key(home)
    with open_working(home, specs(), wait_seconds) as con:
        result = Withdrawal(_called(con, name))
        current = [one for one in result.found if one.status in {"dimuat", "dimuat_sebagian"}]
        if len({(one.sha256, one.berkas) for one in current}) > 1:
            result.found, result.unclear = current, True
        elif current:
            result.done = withdraw(con, spec, current, alasan, when or office_now())
            keep_obligations(con, home)
    if result.done is not None:
        publish(home, specs(), key, wait_seconds)
    return result


def _called(con: duckdb.DuckDBPyConnection, name: str) -> list[Stored]:
    """By identifier, by the file's own bytes where it lies there, by its place, by its name alone."""
    said = name.replace("\\", "/").casefold().removeprefix("./")
    rows = con.execute(
        f"SELECT {STORED}, k.jalur FROM gudang.main.kiriman k ORDER BY k.diterima_pada, k.kiriman_id"
    ).fetchall()
    known = [(Stored(*row[:-1]), str(row[-1]).casefold()) for row in rows]
    exact = [one for one, _ in known if one.kiriman_id.casefold() == said]
    if exact:
        return exact
    path = Path(name)
    if path.is_file():
        sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
        return [one for one, _ in known if one.sha256 == sha256 and one.berkas == path.name]
    if "/" in said:
        return [one for one, place in known if place == said or said.endswith("/" + place)]
    return [one for one, _ in known if one.berkas.casefold() == said]
