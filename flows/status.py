"""Who has sent what: what is owed by the lists as they are now, against what is published."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

import duckdb

from flows.obligations import Duties, keep_obligations, read_duties, write_first_lists
from flows.outputs.status_matrix import Unit
from schemas.obligations import Owed
from schemas.period_codes import contains
from schemas.reports import specs
from warehouse.ddl import open_working
from warehouse.keys import masking_key
from warehouse.obligations import extend, owed_frame
from warehouse.publish import publish_from
from warehouse.readers import published_file, reading
from warehouse.views import all_views

_VIEW = "v_ketepatan_waktu"
_UNOWED = """
SELECT v.kode_wilayah, v.nama_wilayah, v.laporan, v.periode, NULL::DATE AS jatuh_tempo,
       NULL::DATE AS diperpanjang_sampai, NULL::DATE AS tenggat, v.terakhir_diterima AS diterima_pada,
       'tanpa_kewajiban' AS status, 0 AS hari_terlambat, v.baris_dimuat, v.baris_karantina,
       0 AS bulan_diterima, 0 AS bulan_wajib, ?::DATE AS per
FROM v_kelengkapan v
LEFT JOIN kewajiban k ON k.kode_wilayah = v.kode_wilayah AND k.laporan = v.laporan AND k.periode = v.periode
WHERE v.sudah_lapor AND k.kode_wilayah IS NULL
ORDER BY v.periode, v.kode_wilayah, v.laporan
"""


class Asked(NamedTuple):
    """What an officer wants to see; None: all, and of the periods the latest that is due of each length."""

    periode: str | None = None
    laporan: str | None = None
    wilayah: str | None = None


class Status(NamedTuple):
    """``units``: what was asked for; ``semua``: everything that is owed; ``ada``: years with data; ``takjelas``: files
    refused because nobody knows whose they are; ``baru``: lists written just now; ``tugas``: what the lists say, with
    their mistakes."""

    units: list[Unit]
    semua: list[Unit]
    ada: list[str]
    takjelas: int
    baru: list[Path]
    tugas: Duties


def read_status(home: Path, today: date, asked: Asked, wait_seconds: float = 30) -> Status:
    """The status as of ``today``; writes the lists that are not there yet.

    Where a list has a mistake nothing is computed. Raises :class:`warehouse.lock.Locked` where what is published
    must be made first and a load does not end within ``wait_seconds``.
    """
    fresh = write_first_lists(home, today)
    duties = read_duties(home, today)
    if duties.salah:
        return Status([], [], [], 0, fresh, duties)
    _assure_published(home, wait_seconds)
    with reading(home, restricted=False) as con:
        owed = units_on(con, duties.wajib, today)
        beside = _unowed(con, today) if asked.periode is not None else []
        years = con.execute(
            "SELECT DISTINCT left(periode, 4) FROM kiriman_wilayah WHERE periode IS NOT NULL ORDER BY 1"
        ).fetchall()
        unclear = con.execute(
            "SELECT count(DISTINCT (sha256, jalur)) FROM kiriman WHERE status = 'ditolak' "
            "AND (laporan IS NULL OR kode_wilayah IS NULL OR periode IS NULL)"
        ).fetchall()
    chosen = [one for one in [*owed, *beside] if _is_asked(one, asked)]
    if asked.periode is None:
        chosen = latest_due(chosen, today)
    return Status(chosen, owed, [one[0] for one in years], int(unclear[0][0]), fresh, duties)


def units_on(con: duckdb.DuckDBPyConnection, owed: Sequence[Owed], today: date) -> list[Unit]:
    """Each report of ``owed`` and what became of it as of ``today``, by the view that analysts see.

    ``con`` reads a published file; what it says is owed, and which day it is, is put aside for this connection.
    """
    con.register("wajib_kini", owed_frame(owed))
    con.execute("CREATE OR REPLACE TEMP TABLE kewajiban AS SELECT * FROM wajib_kini")
    con.unregister("wajib_kini")
    con.execute("CREATE OR REPLACE TEMP TABLE v_hari_ini AS SELECT ?::DATE AS hari", [today])
    view = next(one for one in all_views() if one.name == _VIEW)
    columns = ", ".join(Unit._fields)
    return [Unit(*row) for row in con.execute(f"SELECT {columns} FROM ({view.sql})").fetchall()]


def latest_due(units: Iterable[Unit], today: date) -> list[Unit]:
    """Of each report and length of period those of the latest period that is due, else of the first that will be."""
    found: dict[tuple[str, int], dict[str, list[Unit]]] = {}
    for one in units:
        found.setdefault((one.laporan, one.bulan_wajib), {}).setdefault(one.periode, []).append(one)
    chosen: list[Unit] = []
    for periods in found.values():
        due = [kode for kode, there in periods.items() if min(_due(one) for one in there) <= today]
        chosen += periods[due[-1] if due else next(iter(periods))]
    return chosen


def extend_due(home: Path, one: Owed, until: date, reason: str, wait_seconds: float = 30) -> None:
    """Note an extension and publish it. Raises :class:`warehouse.lock.Locked` as a load does."""
    from schemas.clock import office_now

    key = masking_key(home)
    with open_working(home, specs(), wait_seconds) as con:
        extend(con, one, until, reason, office_now())
        keep_obligations(con, home)
        publish_from(con, home, specs(), key)


def _assure_published(home: Path, wait_seconds: float) -> None:
    """Publish where there is nothing yet, or where an earlier version of the program published it."""
    if published_file(home, restricted=False).exists():
        with reading(home, restricted=False) as con:
            known = con.execute(
                "SELECT count(*) FROM duckdb_tables() WHERE table_name IN ('kewajiban', 'kiriman_wilayah_lama')"
            ).fetchall()
        if known[0][0] == 2:
            return
    key = masking_key(home)
    with open_working(home, specs(), wait_seconds) as con:
        keep_obligations(con, home)
        publish_from(con, home, specs(), key)


def _unowed(con: duckdb.DuckDBPyConnection, today: date) -> list[Unit]:
    """What came for periods for which the lists ask nothing."""
    view = next(one for one in all_views() if one.name == "v_kelengkapan")
    query = _UNOWED.replace("v_kelengkapan v", f"({view.sql}) v")
    return [Unit(*row) for row in con.execute(query, [today]).fetchall()]


def _is_asked(one: Unit, asked: Asked) -> bool:
    return (
        (asked.periode is None or contains(asked.periode, one.periode))
        and asked.laporan in {None, one.laporan}
        and asked.wilayah in {None, one.kode_wilayah}
    )


def _due(one: Unit) -> date:
    return one.jatuh_tempo or date.max
