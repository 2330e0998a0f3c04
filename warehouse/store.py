"""Take understood reports into the working database: a file wholly or not at all, every version kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import groupby

import duckdb

from schemas.base import ReportSpec

from .compare import earlier_ones
from .decide import Decision, decide
from .faults import not_before_the_last
from .force import STATES_IN_FORCE, before, come_back, end_force
from .known import Known, Stored, Unit, known_for, unit_of
from .outcomes import Copy, outcome_of
from .records import Delivery, Outcome, Ruling, Stamp, StoreError
from .rows import write

IN_FORCE = "('dimuat', 'dimuat_sebagian')"
FILES_A_COMMIT = 100


def known_files(con: duckdb.DuckDBPyConnection) -> set[tuple[str, str]]:
    """(sha256, berkas) of every file already taken in, refused ones included."""
    return set(con.execute("SELECT DISTINCT sha256, berkas FROM gudang.main.kiriman").fetchall())


def refused_files(con: duckdb.DuckDBPyConnection) -> set[tuple[str, str]]:
    """(sha256, berkas) of the files of which nothing is loaded until somebody settles or corrects them."""
    asked = "SELECT sha256, berkas FROM gudang.main.kiriman GROUP BY ALL HAVING bool_and(status = 'ditolak')"
    return set(con.execute(asked).fetchall())


def withdrawn_files(con: duckdb.DuckDBPyConnection) -> set[tuple[str, str]]:
    """(sha256, berkas) of the files that an officer withdrew and of which nothing is in force since."""
    asked = (
        "SELECT sha256, berkas FROM gudang.main.kiriman GROUP BY ALL "
        f"HAVING bool_or(status = 'ditarik') AND NOT bool_or(status IN {IN_FORCE})"
    )
    return set(con.execute(asked).fetchall())


def store(
    con: duckdb.DuckDBPyConnection,
    specs: Sequence[ReportSpec],
    deliveries: Iterable[Delivery],
    when: datetime,
    stamp: Stamp,
    again: bool = False,
    ruling: Ruling | None = None,
) -> list[Outcome]:
    """Take in ``deliveries`` (those of one file side by side); a file is committed as a whole.

    ``when`` is the time of taking in, stored as the clock showed it, or the moment after the last one known
    where the clock was set back. ``again``: the files were understood anew (an officer settled the district,
    the program learnt): what they loaded before gives way, and what that had replaced is judged anew.
    ``ruling``: the same, and an officer says what they replace. Raises :class:`StoreError` for a delivery that
    contradicts itself; files already stored stay stored.
    """
    by_name = {spec.name: spec for spec in specs}
    moment = not_before_the_last(con, when.replace(tzinfo=None))
    files = [list(group) for _, group in groupby(deliveries, key=lambda one: (one.sha256, one.jalur))]
    outcomes: list[Outcome] = []
    again = again or ruling is not None
    # What comes back where a file leaves its old unit concerns other files of that unit.
    for place, batch in enumerate(([file] for file in files) if again else batches(files)):
        # One after the other also by the clock: a file and its revision in one folder are two versions.
        later = moment + timedelta(microseconds=place)
        done = _commit(con, by_name, batch, later, stamp, again, ruling)
        if ruling is not None:
            ruling.taken.update(one.kiriman_id for one in done)
        outcomes += done
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
    ruling: Ruling | None,
) -> list[Outcome]:
    con.execute("BEGIN TRANSACTION")
    try:
        known = known_for(con, (one for file in batch for one in file))
        outcomes = [
            outcome for file in batch for outcome in _judge(con, specs, file, known, when, again, ruling)
        ]
        write(con, specs, [one for file in batch for one in file], outcomes, when, stamp)
        con.execute("COMMIT")
        return outcomes
    except BaseException as fault:
        con.execute("ROLLBACK")
        # DuckDB tells of Ctrl-C in words of its own, which are no fault of a file.
        if len(batch) == 1 or not isinstance(fault, Exception) or _was_stopped(fault):
            raise
    # One of them is at fault: alone, it takes none of the others with it.
    return [one for file in batch for one in _commit(con, specs, [file], when, stamp, again, ruling)]


def _was_stopped(fault: Exception) -> bool:
    return isinstance(fault, duckdb.InterruptException) or str(fault) == "Query interrupted"


def _judge(
    con: duckdb.DuckDBPyConnection,
    specs: dict[str, ReportSpec],
    file: list[Delivery],
    known: Known,
    when: datetime,
    again: bool,
    ruling: Ruling | None,
) -> list[Outcome]:
    """Decide about the tables of one file, and let what they replace give way."""
    _assert_sound(known, specs, file)
    retaken = _give_way_to_itself(known, file, again)
    gone = {one.kiriman_id for one in retaken}
    back = before(con, [one for one in retaken if one.loaded]).back if again else []
    copies = {one.kiriman_id: _copy_of(known, one, gone, ruling) for one in file if one.good is not None}
    fresh = [one for one in file if one.good is not None and copies[one.kiriman_id] is None]
    ended = gone | _refused_as_withdrawn(known, fresh)
    end_force(con, ended, [one.kiriman_id for one in fresh], when)
    decisions: dict[str, Decision] = {}
    staying = {one.kiriman_id for one in back}
    for unit in {unit_of(one): None for one in fresh}:
        members = [one for one in fresh if unit_of(one) == unit]
        there = [*_in_force(known, unit, gone), *(one for one in back if unit_of(one) == unit)]
        beside = ruling.taken if ruling else ()
        earlier = earlier_ones(con, specs[str(unit[0])], there, members, beside)
        decision = decide(earlier, ruling.decree if ruling else None)
        replaced = set(decision.menggantikan)
        end_force(con, replaced - staying, [one.kiriman_id for one in members], when)
        staying -= replaced
        silent = decision._replace(sumber=())
        decisions |= {one.kiriman_id: silent for one in members} | {members[0].kiriman_id: decision}
    come_back(con, staying, when)
    return [outcome_of(one, copies.get(one.kiriman_id), decisions.get(one.kiriman_id)) for one in file]


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


def _give_way_to_itself(known: Known, file: list[Delivery], again: bool) -> list[Stored]:
    """An earlier refusal of the very same file is over when it comes again; with ``again`` its tables are too.

    Unless they cannot be understood this time: what is in force is not lost by asking once more.
    """
    same = known.by_file.get((file[0].sha256, file[0].berkas), ())
    said = {one.lembar for one in file if one.good is not None}
    refused = {(one.laporan, one.lembar) for one in file if one.good is None}
    return [
        one
        for one in same
        if one.status == "ditolak"
        or (
            again
            and one.status in STATES_IN_FORCE
            and one.lembar in said
            and (one.laporan, one.lembar) not in refused
        )
    ]


def _copy_of(known: Known, one: Delivery, gone: set[str], ruling: Ruling | None) -> Copy | None:
    """A submission of the same unit with identical content; None where ``one`` is to be taken in.

    An old file sent again must not bring old numbers back, nor what was withdrawn: unless an officer says so.
    """
    if not one.isi_sha256 or (ruling is not None and ruling.decree == "ganti"):
        return None
    same = [found for found in known.by_content.get((one.isi_sha256, unit_of(one)), ()) if found.loaded]
    for found in same:
        if found.status in STATES_IN_FORCE and found.kiriman_id not in gone:
            return Copy(found.berkas, found.status)
    if ruling is not None:
        return None
    if same and same[-1].kiriman_id not in gone:
        return Copy(same[-1].berkas, same[-1].status)
    # Without its names it cannot be told whether one that was purged is sent again.
    nameless = [found for found in _in_force(known, unit_of(one), gone) if found.kiriman_id in known.purged]
    return Copy(nameless[0].berkas, "dibersihkan") if nameless else None


def _refused_as_withdrawn(known: Known, fresh: list[Delivery]) -> set[str]:
    """Copies of a withdrawn content that were refused: that is over once the content itself is taken in."""
    marks = [(one.isi_sha256, unit_of(one)) for one in fresh if one.isi_sha256]
    same = [found for mark in marks for found in known.by_content.get(mark, ())]
    return {found.kiriman_id for found in same if found.status == "ditolak"}


def _in_force(known: Known, unit: Unit, gone: set[str]) -> list[Stored]:
    there = known.by_unit.get(unit, ())
    return [one for one in there if one.status in STATES_IN_FORCE and one.kiriman_id not in gone]
