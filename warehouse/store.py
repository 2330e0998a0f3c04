"""Take understood reports into the working database: a file wholly or not at all, every version kept."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import groupby

import duckdb
import polars as pl

from schemas.base import ReportSpec
from schemas.findings import message, severity

from .decide import Decision, Earlier, decide
from .known import Known, Stored, Unit, known_for, unit_of
from .records import Delivery, FindingRow, Outcome, Stamp, Status, StoreError
from .repeats import image, overlap
from .rows import write

IN_FORCE = "('dimuat', 'dimuat_sebagian')"
STATES_IN_FORCE = frozenset({"dimuat", "dimuat_sebagian"})
FILES_A_COMMIT = 100


def known_files(con: duckdb.DuckDBPyConnection) -> set[tuple[str, str]]:
    """(sha256, berkas) of every file already taken in, refused ones included."""
    return set(con.execute("SELECT DISTINCT sha256, berkas FROM gudang.main.kiriman").fetchall())


def refused_files(con: duckdb.DuckDBPyConnection) -> set[tuple[str, str]]:
    """(sha256, berkas) of the files of which nothing is loaded until somebody settles or corrects them."""
    asked = "SELECT sha256, berkas FROM gudang.main.kiriman GROUP BY ALL HAVING bool_and(status = 'ditolak')"
    return set(con.execute(asked).fetchall())


def store(
    con: duckdb.DuckDBPyConnection,
    specs: Sequence[ReportSpec],
    deliveries: Iterable[Delivery],
    when: datetime,
    stamp: Stamp,
    again: bool = False,
) -> list[Outcome]:
    """Take in ``deliveries`` (those of one file side by side); a file is committed as a whole.

    ``when`` is the time of taking in, stored as the clock showed it. ``again``: the files were understood
    anew (an officer settled the district, the program learnt): what they loaded before gives way. Raises
    :class:`StoreError` for a delivery that contradicts itself; files already stored stay stored.
    """
    by_name = {spec.name: spec for spec in specs}
    moment = when.replace(tzinfo=None)
    files = [list(group) for _, group in groupby(deliveries, key=lambda one: (one.sha256, one.jalur))]
    outcomes: list[Outcome] = []
    for batch in batches(files):
        outcomes += _commit(con, by_name, batch, moment, stamp, again)
    return outcomes


def batches(files: Iterable[list[Delivery]]) -> Iterator[list[list[Delivery]]]:
    """Neighbouring files that say nothing about each other: no unit, bytes or content in common.

    What becomes of one cannot depend on another, so they can share a transaction; a commit for each of
    hundreds of small files would take longer than reading them.
    """
    batch: list[list[Delivery]] = []
    known: set[object] = set()
    for file in files:
        marks = {mark for one in file for mark in (unit_of(one), one.sha256, one.isi_sha256, one.kiriman_id)}
        if batch and (marks & known or len(batch) == FILES_A_COMMIT):
            yield batch
            batch, known = [], set()
        batch.append(file)
        known |= marks - {"", (None, None, None)}
    if batch:
        yield batch


def _commit(
    con: duckdb.DuckDBPyConnection,
    specs: dict[str, ReportSpec],
    batch: list[list[Delivery]],
    when: datetime,
    stamp: Stamp,
    again: bool,
) -> list[Outcome]:
    con.execute("BEGIN TRANSACTION")
    try:
        known, gone = known_for(con, (one for file in batch for one in file)), set[str]()
        outcomes = [
            outcome for file in batch for outcome in _judge(con, specs, file, known, gone, when, again)
        ]
        write(con, specs, [one for file in batch for one in file], outcomes, when, stamp)
        con.execute("COMMIT")
        return outcomes
    except BaseException as fault:
        con.execute("ROLLBACK")
        if len(batch) == 1 or not isinstance(fault, Exception):
            raise
    # One of them is at fault: alone, it takes none of the others with it.
    return [outcome for file in batch for outcome in _commit(con, specs, [file], when, stamp, again)]


def _judge(
    con: duckdb.DuckDBPyConnection,
    specs: dict[str, ReportSpec],
    file: list[Delivery],
    known: Known,
    gone: set[str],
    when: datetime,
    again: bool,
) -> list[Outcome]:
    """Decide about the tables of one file, and let what they replace give way: ``gone`` takes their ids."""
    _assert_sound(known, specs, file)
    retaken = _give_way_to_itself(known, file[0], again)
    _replace(con, retaken, gone, when)
    copies = {one.kiriman_id: _loaded_before(known, one, retaken) for one in file if one.good is not None}
    decisions: dict[str, Decision] = {}
    fresh = [one for one in file if one.good is not None and copies[one.kiriman_id] is None]
    for unit in {unit_of(one): None for one in fresh}:
        members = [one for one in fresh if unit_of(one) == unit]
        decision = decide(_earlier(con, specs[str(unit[0])], _in_force(known, unit, gone), members))
        _replace(con, decision.menggantikan, gone, when)
        silent = decision._replace(sumber=())
        decisions |= {one.kiriman_id: silent for one in members} | {members[0].kiriman_id: decision}
    return [_outcome(one, copies.get(one.kiriman_id), decisions.get(one.kiriman_id)) for one in file]


def _assert_sound(known: Known, specs: dict[str, ReportSpec], file: list[Delivery]) -> None:
    for one in file:
        if one.good is None:
            continue
        if one.laporan not in specs or one.periode is None:
            raise StoreError(f"{one.kiriman_id}: rows without a known report or period")
        if one.rows_in != one.good.height + len(one.held) + one.not_data:
            raise StoreError(
                f"{one.kiriman_id}: {one.rows_in} rows in, {one.good.height} loaded, "
                f"{len(one.held)} held back, {one.not_data} no data"
            )
    ids = [one.kiriman_id for one in file]
    if len(set(ids)) < len(ids) or known.ids & set(ids):
        raise StoreError(f"kiriman_id given twice: {', '.join(ids)}")


def _give_way_to_itself(known: Known, one: Delivery, again: bool) -> list[str]:
    """An earlier refusal of the very same file is over when it comes again; with ``again`` all of it is."""
    states = {"ditolak", *STATES_IN_FORCE} if again else {"ditolak"}
    same = known.by_file.get((one.sha256, one.berkas), ())
    return [earlier.kiriman_id for earlier in same if earlier.status in states]


def _replace(con: duckdb.DuckDBPyConnection, kiriman: Sequence[str], gone: set[str], when: datetime) -> None:
    gone.update(kiriman)
    if kiriman:
        con.execute(
            "UPDATE gudang.main.kiriman SET status = 'digantikan', berlaku_sampai = ? "
            "WHERE kiriman_id IN (SELECT unnest(?::VARCHAR[]))",
            [when, list(kiriman)],
        )


def _loaded_before(known: Known, one: Delivery, retaken: list[str]) -> str | None:
    """File name of a submission of the same unit with identical content, also of one replaced since."""
    if not one.isi_sha256:
        return None
    same = known.by_content.get((one.isi_sha256, unit_of(one)), ())
    return next(
        (earlier.berkas for earlier in same if earlier.loaded and earlier.kiriman_id not in retaken), None
    )


def _in_force(known: Known, unit: Unit, gone: set[str]) -> list[Stored]:
    there = known.by_unit.get(unit, ())
    return [one for one in there if one.status in STATES_IN_FORCE and one.kiriman_id not in gone]


def _earlier(
    con: duckdb.DuckDBPyConnection, spec: ReportSpec, in_force: list[Stored], members: list[Delivery]
) -> list[Earlier]:
    if not in_force:
        return []
    new = pl.concat(
        image(spec, one.good, [(held.kode_wilayah, held.isi) for held in one.held]) for one in members
    )
    if members[0].kode_wilayah is not None:
        new = new.with_columns(kode_wilayah=pl.lit(members[0].kode_wilayah))
    return [
        Earlier(one.kiriman_id, one.berkas, overlap(spec, _stored(con, spec, one.kiriman_id), new))
        for one in in_force
    ]


def _stored(con: duckdb.DuckDBPyConnection, spec: ReportSpec, kiriman: str) -> pl.DataFrame:
    """The rows of a stored submission, loaded and held back, for comparing."""
    good = con.sql(f'SELECT * FROM gudang.riwayat."{spec.name}" WHERE kiriman_id = ?', params=[kiriman]).pl()
    held = con.execute(
        "SELECT a.kode_wilayah, CAST(a.isi AS VARCHAR), k.kode_wilayah FROM gudang.main.karantina a "
        "JOIN gudang.main.kiriman k ON k.kiriman_id = a.kiriman_id WHERE a.kiriman_id = ?",
        [kiriman],
    ).fetchall()
    return image(spec, good, [(unit or place, json.loads(cells)) for place, cells, unit in held])


def _outcome(one: Delivery, copy_of: str | None, decision: Decision | None) -> Outcome:
    if copy_of is not None:
        told = _told(one, "DUPLIKAT", sumber=copy_of)
        reason = f"Isinya sama dengan {copy_of}: tidak ada yang dimuat."
        return Outcome(one.kiriman_id, one.berkas, "duplikat", "duplikat", reason, findings=(told,))
    if decision is None or one.good is None:
        reason = "Berkas atau tabel ditolak; lihat temuan."
        return Outcome(one.kiriman_id, one.berkas, "ditolak", "ditolak", reason)
    status: Status = "dimuat_sebagian" if one.held else "dimuat"
    return Outcome(
        one.kiriman_id,
        one.berkas,
        status,
        decision.pilihan,
        decision.alasan,
        decision.menggantikan,
        one.good.height,
        len(one.held),
        decision.berulang,
        _about(one, decision),
    )


def _about(one: Delivery, decision: Decision) -> tuple[FindingRow, ...]:
    """What the office is told where rows of an earlier file come again: replaced, or counted twice."""
    if not decision.sumber:
        return ()
    sumber = ", ".join(decision.sumber)
    if decision.berulang:
        return (_told(one, "KIRIMAN_MENAMBAH", sumber=sumber, jumlah=decision.berulang),)
    return (_told(one, "KIRIMAN_MENGGANTIKAN", sumber=sumber),)


def _told(one: Delivery, kode: str, **details: object) -> FindingRow:
    pesan = message(kode, "id", berkas=one.berkas, lembar=one.lembar, **details)
    return FindingRow(one.berkas, one.lembar, None, None, None, kode, severity(kode), None, pesan)
