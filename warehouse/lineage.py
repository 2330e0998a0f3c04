"""From a value back to its cell: the view ``asal`` and what the masked file holds of raw texts.

Stored are the raw texts (one record a row), the columns (one record a column of a submission) and the cells
that stand elsewhere. The steps between raw text and value are told from comparing the two.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from schemas.base import Column, ReportSpec

from .ddl import named, quoted
from .lineage_steps import STEPS
from .masking import HIDDEN, hidden_names, is_hidden, scrub_pattern, scrubbed
from .tables import Field

#: Kinds whose raw text says more than the value: the masked file keeps it.
READ_KINDS = frozenset({"count", "money", "decimal", "percent", "year", "date", "category", "gender"})

CELL_FIELDS = (
    Field("sel", "VARCHAR", "Alamat sel (A1).", "Cell address (A1)."),
    Field("mentah", "VARCHAR", "Teks asli di sel itu.", "Raw text of that cell."),
    Field("nilai", "VARCHAR", "Nilai yang dimuat, sebagai teks.", "The value loaded, as text."),
    Field(
        "langkah",
        "VARCHAR",
        "Langkah dari teks asli ke nilai; kosong bila dipakai apa adanya.",
        "Steps from raw text to value; NULL where it was taken as it is.",
    ),
    Field("temuan", "VARCHAR", "Kode temuan pada sel itu.", "Codes of the findings about that cell."),
)
CELL_COLUMNS = (
    "kiriman_id", "berkas", "lembar", "laporan", "baris", "kolom", "sel", "mentah", "nilai", "langkah", "temuan",
    "skala", "status",
)  # fmt: skip


def cell_view(specs: Sequence[ReportSpec], masked: bool) -> str:
    """``CREATE VIEW asal``: one row = one cell behind a value of a loaded row, superseded versions included."""
    cells = " UNION ALL ".join(_cells(spec, masked) for spec in specs)
    return f"""
CREATE VIEW asal AS
SELECT s.kiriman_id, k.berkas, k.lembar, s.laporan, s.baris, s.kolom, s.sel, s.mentah, s.nilai,
       {STEPS} AS langkah, t.temuan, s.skala, k.status
FROM ({cells}) s
JOIN kiriman k ON k.kiriman_id = s.kiriman_id
LEFT JOIN (
    SELECT kiriman_id, baris, kolom, string_agg(DISTINCT kode, ', ' ORDER BY kode) AS temuan
    FROM temuan WHERE kolom IS NOT NULL GROUP BY ALL
) t ON t.kiriman_id = s.kiriman_id AND t.baris = s.baris AND t.kolom = s.kolom
WHERE NOT (s.nilai IS NULL AND (s.dari IS NOT NULL OR s.letak IS NULL AND s.sel IS NULL))
"""


def _cells(spec: ReportSpec, masked: bool) -> str:
    """The cells of one report: its rows beside the columns of their submission."""
    raw = "coalesce(l.teks, m.isi[a.urut])"
    hidden = [column.name for column in spec.columns if masked and is_hidden(column)]
    if masked:
        plain = [column.name for column in spec.columns if column.kind not in READ_KINDS]
        value = f"CASE WHEN a.dari IS NULL AND a.kolom IN ({_listed(plain)}) THEN {_value(spec, hidden)} END"
        raw = f"coalesce({raw}, {value})"
    if hidden:
        raw = f"CASE WHEN a.kolom IN ({_listed(hidden)}) THEN {quoted(HIDDEN)} ELSE {raw} END"
    return (
        f"SELECT r.kiriman_id, {quoted(spec.name)} AS laporan, r.baris, a.kolom, "
        f"coalesce(l.sel, a.huruf || r.baris::VARCHAR) AS sel, {raw} AS mentah, {_value(spec, hidden)} AS nilai, "
        f"{_kind(spec)} AS jenis, a.skala, a.dari, a.cara AS cara_kolom, coalesce(l.cara, a.huruf) AS letak, "
        f"l.cara AS cara_sel "
        f"FROM (SELECT * FROM main.{named(spec.name)} UNION ALL SELECT * FROM riwayat.lama_{spec.name}) r "
        "JOIN kolom_asal a ON a.kiriman_id = r.kiriman_id "
        "LEFT JOIN mentah m ON m.kiriman_id = r.kiriman_id AND m.baris = r.baris "
        "LEFT JOIN sel_lain l ON l.kiriman_id = r.kiriman_id AND l.baris = r.baris "
        "AND l.kolom = coalesce(a.dari, a.kolom)"
    )


def _value(spec: ReportSpec, hidden: Sequence[str]) -> str:
    shown = ["kode_wilayah", *(column.name for column in spec.columns if column.name not in hidden)]
    branches = [f"WHEN {quoted(name)} THEN r.{named(name)}::VARCHAR" for name in shown]
    branches += [f"WHEN {quoted(name)} THEN {quoted(HIDDEN)}" for name in hidden]
    return f"CASE a.kolom {' '.join(branches)} END"


def _kind(spec: ReportSpec) -> str:
    kinds: dict[str, list[str]] = {}
    for column in spec.columns:
        kinds.setdefault(column.kind, []).append(column.name)
    branches = [f"WHEN a.kolom IN ({_listed(names)}) THEN {quoted(kind)}" for kind, names in kinds.items()]
    return f"CASE {' '.join(branches)} ELSE 'district' END"


def _listed(names: Iterable[str]) -> str:
    return ", ".join(map(quoted, names)) or "''"


def masked_source(table: str, specs: Sequence[ReportSpec]) -> str:
    """The rows of a table of lineage as the masked file may hold them, to stand behind FROM."""
    if table == "mentah":
        return f"({_open_texts(specs)})"
    if table == "sel_lain":
        hidden = _listed(sorted(hidden_names(specs)))
        text = f"CASE WHEN kolom IN ({hidden}) THEN {quoted(HIDDEN)} ELSE {scrubbed('teks')} END"
        return f"(SELECT * REPLACE ({text} AS teks) FROM gudang.main.sel_lain)"
    return f"gudang.main.{table}"


def _open_texts(specs: Sequence[ReportSpec]) -> str:
    """The raw texts in the places they had; those of other columns are left out.

    A row is looked through once for numbers that belong to people: text by text takes four times as long.
    """
    kept = [(spec.name, column.name) for spec in specs for column in spec.columns if _keeps(column)]
    kept += [(spec.name, "kode_wilayah") for spec in specs]
    pairs = ", ".join(f"({quoted(report)}, {quoted(column)})" for report, column in kept)
    pattern = quoted(scrub_pattern())
    # list_select gives NULL for position 0.
    return f"""
SELECT kiriman_id, baris,
       CASE WHEN regexp_matches(array_to_string(terbuka, chr(10)), {pattern})
            THEN list_transform(terbuka, lambda teks: {scrubbed("teks")}) ELSE terbuka END AS isi
FROM (
    SELECT m.kiriman_id, m.baris, list_select(m.isi, p.letak) AS terbuka
    FROM gudang.main.mentah m
    JOIN (
        SELECT a.kiriman_id,
               list(CASE WHEN (k.laporan, a.kolom) IN ({pairs}) THEN a.urut ELSE 0 END ORDER BY a.urut) AS letak
        FROM gudang.main.kolom_asal a
        JOIN gudang.main.kiriman k ON k.kiriman_id = a.kiriman_id
        WHERE a.dari IS NULL AND a.huruf IS NOT NULL
        GROUP BY a.kiriman_id
    ) p ON p.kiriman_id = m.kiriman_id
)"""


def _keeps(column: Column) -> bool:
    return column.kind in READ_KINDS and not is_hidden(column)
