"""What was known at a time: table macros ``<table>_per(waktu)`` of a published file.

A macro reads its tables wherever it is called, not where it was made: with two files attached it would read
the wrong one without a word. Each therefore knows the fingerprint of its own file and refuses others.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from schemas.base import ReportSpec

from .ddl import named, quoted

#: A date, or a text that is one, means all of that day, as "per 31 Desember" does.
MOMENT = (
    "CASE WHEN length(waktu::VARCHAR) <= 10 "
    "THEN waktu::DATE::TIMESTAMP + INTERVAL 1 DAY - INTERVAL 1 MICROSECOND ELSE waktu::TIMESTAMP END"
)
ELSEWHERE = (
    "Fungsi ini milik berkas lain: jalankan USE untuk berkas itu dahulu. | "
    "This macro belongs to another file: USE that one first."
)
NOTE = (
    "waktu: tanggal (sampai akhir hari itu) atau saat. Jalankan di dalam berkasnya (USE bila di-ATTACH). | ",
    "waktu: a date (all of that day) or a timestamp. Call it inside its file (USE it where attached).",
)


HISTORY = ("berlaku_dari", "berlaku_sampai")


class Macro(NamedTuple):
    """A table macro of one parameter, ``waktu``; ``select`` is its text, ``comment`` in both languages.

    A lake takes the macro but, as yet, no comment on it.
    """

    name: str
    select: str
    comment: str

    @property
    def statements(self) -> tuple[str, str]:
        name = named(self.name)
        return (
            f"CREATE MACRO {name}(waktu) AS TABLE {self.select}",
            f"COMMENT ON MACRO TABLE {name} IS {quoted(self.comment)}",
        )


def superseded(report: str) -> str:
    """The table of the rows of a report that are no longer in force."""
    return f"riwayat.lama_{report}"


def history_view(report: str, columns: Iterable[str]) -> str:
    """Statement for ``riwayat.<report>``: every version of its rows, once for each time it was in force.

    ``columns`` of the report's table; a report's own berlaku_sampai is called isi_… there.
    """
    shown = ", ".join(
        f"r.{named(one)} AS {named(f'isi_{one}' if one in HISTORY else one)}" for one in columns
    )
    return (
        f"CREATE VIEW riwayat.{named(report)} AS SELECT m.berlaku_dari, m.berlaku_sampai, {shown} "
        f"FROM (SELECT * FROM main.{named(report)} UNION ALL SELECT * FROM {superseded(report)}) r "
        "JOIN main.masa_berlaku m ON m.kiriman_id = r.kiriman_id"
    )


def macros(specs: Sequence[ReportSpec], mark: str) -> list[Macro]:
    """Every macro, for the file whose fingerprint is ``mark``."""
    moment = (
        f"CASE WHEN (SELECT any_value(jejak) FROM main.terbitan) IS DISTINCT FROM {quoted(mark)} "
        f"THEN error({quoted(ELSEWHERE)}) ELSE {MOMENT} END"
    )
    made: list[Macro] = []
    for spec in specs:
        every = f"(SELECT * FROM main.{named(spec.name)} UNION ALL SELECT * FROM riwayat.lama_{spec.name})"
        known = f"{spec.title}: baris yang berlaku pada waktu itu.", f"{spec.title_en}: rows in force then."
        made.append(_macro(spec.name, _in_force_then(every, moment), *known))
    for name in ("klaim", "karantina"):
        known = f"Isi {name} kiriman yang berlaku pada waktu itu.", f"{name} of submissions in force then."
        made.append(_macro(name, _in_force_then(f"main.{name}", moment), *known))
    known = (
        "Kiriman yang sudah diterima pada waktu itu, dengan statusnya saat itu.",
        "Submissions received by then, with their status then.",
    )
    made.append(_macro("kiriman", SUBMISSIONS_THEN.format(saat=moment), *known))
    known = (
        "Temuan kiriman yang pada waktu itu berlaku atau ditolak.",
        "Findings about submissions in force or refused then.",
    )
    made.append(_macro("temuan", OPEN_FINDINGS_THEN.format(saat=moment), *known))
    return made


def _macro(table: str, select: str, meaning: str, english: str) -> Macro:
    return Macro(f"{table}_per", select, f"{meaning} {NOTE[0]}{english} {NOTE[1]}")


def _in_force_then(rows: str, moment: str) -> str:
    return (
        f"SELECT r.* FROM {rows} r SEMI JOIN (SELECT m.kiriman_id FROM main.masa_berlaku m, "
        f"(SELECT {moment} AS saat) w WHERE m.berlaku_dari <= w.saat "
        "AND (m.berlaku_sampai IS NULL OR m.berlaku_sampai > w.saat)) b ON b.kiriman_id = r.kiriman_id"
    )


_THEN = """
WITH w AS (SELECT {saat} AS saat),
dulu AS (
    SELECT m.kiriman_id, min(m.berlaku_dari) AS mulai,
        bool_or(m.berlaku_sampai IS NULL OR m.berlaku_sampai > w.saat) AS berlaku,
        max(m.berlaku_sampai) FILTER (m.berlaku_sampai <= w.saat) AS selesai,
        arg_max(m.akhir, m.berlaku_sampai) FILTER (m.berlaku_sampai <= w.saat) AS akhir
    FROM main.masa_berlaku m, w WHERE m.berlaku_dari <= w.saat GROUP BY m.kiriman_id
),
saat_itu AS (
    SELECT k.kiriman_id, d.mulai,
        CASE WHEN NOT d.berlaku THEN d.selesai
            WHEN d.kiriman_id IS NULL AND k.berlaku_sampai <= w.saat THEN k.berlaku_sampai END AS selesai,
        CASE WHEN d.berlaku AND k.baris_karantina > 0 THEN 'dimuat_sebagian' WHEN d.berlaku THEN 'dimuat'
            WHEN d.akhir IS NOT NULL THEN d.akhir
            WHEN k.status = 'digantikan' AND k.berlaku_sampai > w.saat THEN 'ditolak' ELSE k.status END AS status
    FROM main.kiriman k CROSS JOIN w LEFT JOIN dulu d ON d.kiriman_id = k.kiriman_id
    WHERE k.diterima_pada <= w.saat
)
"""
SUBMISSIONS_THEN = (
    _THEN + "SELECT k.* REPLACE (s.status AS status, s.mulai AS berlaku_dari, s.selesai AS berlaku_sampai) "
    "FROM main.kiriman k JOIN saat_itu s ON s.kiriman_id = k.kiriman_id"
)
OPEN_FINDINGS_THEN = (
    _THEN + "SELECT t.* FROM main.temuan t SEMI JOIN (SELECT kiriman_id FROM saat_itu "
    "WHERE status IN ('dimuat', 'dimuat_sebagian', 'ditolak')) s ON s.kiriman_id = t.kiriman_id"
)
