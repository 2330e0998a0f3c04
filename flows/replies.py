"""From what is stored about files to what their offices are told: one reply a file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, time
from typing import NamedTuple

import duckdb

from flows.kept import Kept, kept_findings, said
from flows.offices import Place, office_of, places_of
from flows.outputs.deadline import working_days_after
from flows.outputs.points import point_of
from flows.outputs.reply import Point, Reply, State, TableCount
from flows.resubmission import (
    FileKey,
    Register,
    Sent,
    answered_by,
    files_of,
    original_of,
    register_of,
    stands_for,
)
from flows.same_finding import SAME_FAULT, recognised
from schemas.regions import districts
from schemas.reports import spec
from schemas.working_days import WorkingDays
from warehouse.ddl import named

ASKED = frozenset({"galat", "peringatan"})
DAYS = 7
NATIONAL = WorkingDays()


class Answer(NamedTuple):
    """A reply, the file that it is about, where it is written, and whose answers it takes the place of."""

    reply: Reply
    sha256: str
    place: Place
    instead_of: frozenset[Place] = frozenset()


def answers_to(
    con: duckdb.DuckDBPyConnection, choose: Callable[[Sent], bool], calendar: WorkingDays = NATIONAL
) -> list[Answer]:
    """The answers to the files that ``choose`` picks by one of their tables, in the order in which they came.

    A file whose place another has taken since is left out: that one is answered.
    """
    register, places = _registered(con)
    waiting = _unanswered(register)
    in_use = {places[key] for key in waiting}
    wanted = [key for key in waiting if any(map(choose, register.by_file[key]))]
    earlier = {key: answered_by(register.by_file[key], register) for key in wanted}
    findings = _findings(con, register, wanted, earlier)
    # Looked up for every file: among a hundred thousand, looking through all of them each time takes hours.
    editions: dict[tuple[str, str], list[FileKey]] = defaultdict(list)
    for key in register.by_file:
        editions[key[:2]].append(key)
    made = []
    for key in wanted:
        tables = register.by_file[key]
        reply = _reply(tables, earlier[key], places[key], register, findings, calendar)
        made.append(
            Answer(
                reply,
                key[0],
                places[key],
                _instead_of(key, earlier[key], places, register, editions) - in_use,
            )
        )
    return made


def all_places(con: duckdb.DuckDBPyConnection) -> dict[FileKey, Place]:
    """Where the answer to every file ever taken in is written."""
    return _registered(con)[1]


def _registered(con: duckdb.DuckDBPyConnection) -> tuple[Register, dict[FileKey, Place]]:
    files = files_of(_sent(con))
    rows_of, unclear = _districts_in_rows(con, files), _unclear(con)
    offices = {key: office_of(tables, rows_of, unclear) for key, tables in files.items()}
    register = register_of(files, {key: office.kode for key, office in offices.items()})
    return register, places_of(register, offices)


def _sent(con: duckdb.DuckDBPyConnection) -> list[Sent]:
    rows = con.execute(
        "SELECT kiriman_id, berkas, jalur, coalesce(jenis, ''), sha256, isi_sha256, diterima_pada, lembar, laporan, "
        "kode_wilayah, periode, status, pilihan, menggantikan, baris_masuk, baris_dimuat, baris_karantina, "
        "baris_bukan_data, coalesce(baris_ditolak, 0), berlaku_dari IS NOT NULL "
        "FROM gudang.main.kiriman ORDER BY diterima_pada, kiriman_id"
    ).fetchall()
    return [Sent(*row)._replace(menggantikan=tuple(row[13] or ())) for row in rows]


def _districts_in_rows(
    con: duckdb.DuckDBPyConnection, files: Mapping[FileKey, Sequence[Sent]]
) -> dict[str, frozenset[str]]:
    """Kiriman → the districts that its rows name, for tables with a district column of their own."""
    asked: dict[str, list[str]] = defaultdict(list)
    for one in (one for tables in files.values() for one in tables):
        if one.kode_wilayah is None and one.laporan is not None and one.loaded:
            asked[one.laporan].append(one.kiriman_id)
    found: dict[str, frozenset[str]] = {}
    for laporan, kiriman in asked.items():
        rows = con.execute(
            "SELECT kiriman_id, list(DISTINCT kode_wilayah) FROM (SELECT kiriman_id, kode_wilayah FROM "
            f"gudang.riwayat.{named(spec(laporan).name)} UNION ALL SELECT kiriman_id, kode_wilayah FROM "
            "gudang.main.karantina) WHERE kode_wilayah IS NOT NULL AND kiriman_id IN "
            "(SELECT unnest(?::VARCHAR[])) GROUP BY kiriman_id",
            [kiriman],
        ).fetchall()
        found |= {one: frozenset(codes) for one, codes in rows}
    return found


def _unclear(con: duckdb.DuckDBPyConnection) -> frozenset[str]:
    rows = con.execute(
        "SELECT DISTINCT kiriman_id FROM gudang.main.temuan WHERE tingkat = 'galat' AND baris IS NULL "
        "AND kode LIKE 'WILAYAH~_%' ESCAPE '~'"
    ).fetchall()
    return frozenset(str(row[0]) for row in rows)


def _unanswered(register: Register) -> list[FileKey]:
    """Every file as it came last, but for those whose place another file has taken since."""
    last = {key[:2]: key for key in register.by_file}
    keys = [key for key in register.by_file if last[key[:2]] == key]
    gone = {
        one.file
        for key in keys
        for one in answered_by(register.by_file[key], register)
        if stands_for(register.by_file[key], one.file, register)
    }
    return [key for key in keys if key not in gone]


def _findings(
    con: duckdb.DuckDBPyConnection,
    register: Register,
    wanted: Sequence[FileKey],
    earlier: Mapping[FileKey, Sequence[Sent]],
) -> dict[str, list[Kept]]:
    """Kiriman → its findings, for the files and for what they answer; rows only where files are compared."""
    alone = [one.kiriman_id for key in wanted if not earlier[key] for one in register.by_file[key]]
    compared = [
        one.kiriman_id
        for key in wanted
        if earlier[key]
        for one in (*_speaking(register.by_file[key], register), *earlier[key])
    ]
    found: dict[str, list[Kept]] = defaultdict(list)
    for kiriman, rows in ((set(alone) - set(compared), False), (set(compared), True)):
        for kept in kept_findings(con, sorted(kiriman), rows=rows) if kiriman else ():
            found[kept.kiriman_id].append(kept)
    return found


def _speaking(tables: Sequence[Sent], register: Register) -> list[Sent]:
    """The tables whose findings are those of the file: for a copy, the table that it copies."""
    return [original_of(one, register) or one for one in tables]


def _reply(
    tables: Sequence[Sent],
    earlier: Sequence[Sent],
    place: Place,
    register: Register,
    findings: Mapping[str, list[Kept]],
    calendar: WorkingDays,
) -> Reply:
    first = tables[0]
    speaking = _speaking(tables, register)
    ids = list(dict.fromkeys(one.kiriman_id for one in speaking))
    own = [kept for kiriman in ids for kept in findings.get(kiriman, ())]
    copied = [
        kept for one in tables if one.kiriman_id not in ids for kept in findings.get(one.kiriman_id, ())
    ]
    asked = [kept for kept in own if kept.tingkat in ASKED]
    old = [kept for one in earlier for kept in findings.get(one.kiriman_id, ()) if kept.tingkat in ASKED]
    same = recognised([said(kept) for kept in old], [said(kept) for kept in asked], SAME_FAULT)
    gone = [kept for at, kept in enumerate(old) if at not in set(same.values()) and not _answered(kept)]
    temuan = [_point(kept, "masih" if at in same else "baru") for at, kept in enumerate(asked)]
    # What keeps rows out first, what is answered last.
    temuan.sort(key=lambda one: (one.keadaan == "terjawab", one.tingkat != "galat"))
    return Reply(
        first.berkas,
        next((one.jenis for one in tables if one.jenis), ""),
        place.office.kode,
        place.office.nama,
        first.diterima_pada,
        [_count(one, said_for) for one, said_for in zip(tables, speaking, strict=True) if one.laporan],
        temuan,
        [_point(kept) for kept in (*own, *copied) if kept.tingkat not in ASKED],
        [_point(kept, "selesai") for kept in gone],
        earlier[-1].berkas if earlier else None,
        _deadline(first.diterima_pada, calendar)
        if any(one.keadaan in {"baru", "masih"} for one in temuan)
        else None,
    )


def _answered(kept: Kept) -> bool:
    return kept.tingkat == "peringatan" and bool(kept.penjelasan)


def _point(kept: Kept, keadaan: State = "baru") -> Point:
    point = point_of(kept, kept.laporan)
    return point._replace(keadaan="terjawab" if _answered(kept) and keadaan != "selesai" else keadaan)


def _count(one: Sent, said_for: Sent) -> TableCount:
    """What became of a table; a copy has the rows of the table that it copies, which still count."""
    district = districts().get(one.kode_wilayah or "")
    return TableCount(
        one.lembar,
        spec(one.laporan).title if one.laporan else None,
        district.nama_lengkap if district else None,
        one.periode,
        one.status,
        said_for.baris_masuk + said_for.baris_ditolak,
        said_for.baris_dimuat,
        said_for.baris_karantina,
        said_for.baris_bukan_data,
    )


def _deadline(received: datetime, calendar: WorkingDays) -> datetime:
    return datetime.combine(working_days_after(received.date(), DAYS, calendar), time())


def _instead_of(
    key: FileKey,
    earlier: Sequence[Sent],
    places: Mapping[FileKey, Place],
    register: Register,
    editions: Mapping[tuple[str, str], Sequence[FileKey]],
) -> frozenset[Place]:
    """Where answers stand that nobody needs any more, now that ``key`` is answered; ``editions``: a file and its
    earlier comings."""
    answered = {one.file for one in earlier if stands_for(register.by_file[key], one.file, register)}
    itself = {other for other in editions[key[:2]] if other[2] < key[2]}
    return frozenset(places[other] for other in answered | itself) - {places[key]}
