"""What the warehouse already holds that has something in common with files that come in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

import duckdb

from .records import Delivery

Unit = tuple[str | None, str | None, str | None]  # laporan, kode_wilayah, periode


class Stored(NamedTuple):
    """A submission as it stands; ``loaded``: its rows are or once were in force."""

    kiriman_id: str
    berkas: str
    sha256: str
    isi_sha256: str
    laporan: str | None
    kode_wilayah: str | None
    periode: str | None
    status: str
    loaded: bool
    lembar: str | None = None


#: The columns of :class:`Stored` from ``kiriman k``.
STORED = (
    "k.kiriman_id, k.berkas, k.sha256, k.isi_sha256, k.laporan, k.kode_wilayah, k.periode, k.status, "
    "k.berlaku_dari IS NOT NULL, k.lembar"
)


class Known(NamedTuple):
    """Submissions, oldest first, by (sha256, berkas), by unit, and by content and unit; every id; those purged."""

    by_file: dict[tuple[str, str], list[Stored]]
    by_unit: dict[Unit, list[Stored]]
    by_content: dict[tuple[str, Unit], list[Stored]]
    ids: frozenset[str]
    purged: frozenset[str]


def unit_of(one: Delivery | Stored) -> Unit:
    """The unit that a submission reports on: a new one for the same unit may replace it."""
    return one.laporan, one.kode_wilayah, one.periode


def known_for(con: duckdb.DuckDBPyConnection, deliveries: Iterable[Delivery]) -> Known:
    """The stored submissions that share an id, bytes, content or unit with ``deliveries``.

    One question for many files: asked file by file, it would take longer than storing them.
    """
    asked = list(deliveries)
    marks = [
        sorted({one.kiriman_id for one in asked}),
        sorted({one.sha256 for one in asked}),
        sorted({one.isi_sha256 for one in asked} - {""}),
        sorted({_joined(one) for one in asked if one.good is not None}),
    ]
    rows = con.execute(
        f"SELECT {STORED} FROM gudang.main.kiriman k "
        "WHERE kiriman_id IN (SELECT unnest(?::VARCHAR[])) OR sha256 IN (SELECT unnest(?::VARCHAR[])) "
        "OR isi_sha256 IN (SELECT unnest(?::VARCHAR[])) "
        "OR laporan || '|' || coalesce(kode_wilayah, '') || '|' || periode IN (SELECT unnest(?::VARCHAR[])) "
        "ORDER BY diterima_pada, kiriman_id",
        marks,
    ).fetchall()
    purged = con.execute("SELECT kiriman_id FROM gudang.main.pembersihan").fetchall()
    return _by_mark([Stored(*row) for row in rows], frozenset(one for (one,) in purged))


def _joined(one: Delivery) -> str:
    return f"{one.laporan}|{one.kode_wilayah or ''}|{one.periode}"


def _by_mark(stored: list[Stored], purged: frozenset[str]) -> Known:
    by_file: dict[tuple[str, str], list[Stored]] = defaultdict(list)
    by_unit: dict[Unit, list[Stored]] = defaultdict(list)
    by_content: dict[tuple[str, Unit], list[Stored]] = defaultdict(list)
    for one in stored:
        by_file[one.sha256, one.berkas].append(one)
        by_unit[unit_of(one)].append(one)
        by_content[one.isi_sha256, unit_of(one)].append(one)
    return Known(by_file, by_unit, by_content, frozenset(one.kiriman_id for one in stored), purged)
