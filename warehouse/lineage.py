"""From a value back to its cell: the view ``asal`` and what the masked file holds of raw texts.

Stored are the raw texts (one record a row), the columns (one record a column of a submission) and the cells
that stand elsewhere. The steps between raw text and value are told from comparing the two.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from schemas.base import Column, ReportSpec

from .ddl import named, quoted
from .lineage_steps import STEPS
from .masking import hidden_names, is_hidden
from .scrubbing import HIDDEN, IN_AMOUNTS, SHORTEST_NAME, scrubbed
from .tables import Field

#: Kinds whose raw text, where it is a plain figure, follows from the value and the scale of the heading.
FIGURES = frozenset({"count", "money", "decimal", "year"})
#: Kinds of which a plain figure does not tell the value.
READ = frozenset({"percent", "date"})
NOT_PLAIN = r"[^0-9\n]|(?:^|\n)0\d|\d{16}"

CELL_FIELDS = (
    Field("sel", "VARCHAR", "Alamat sel (A1).", "Cell address (A1)."),
    Field(
        "mentah",
        "VARCHAR",
        "Teks asli di sel itu; di berkas umum hanya untuk angka dan tanggal.",
        "Raw text of that cell; in the public file for numbers and dates only.",
    ),
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
        figures = [column.name for column in spec.columns if column.kind in FIGURES]
        figure = f"try_cast({_value(spec, hidden, 'coalesce(a.dari, a.kolom)')} AS DOUBLE) / a.skala"
        raw = (
            f"CASE WHEN a.kolom IN ({_listed(hidden)}) THEN {quoted(HIDDEN)} "
            f"WHEN m.kiriman_id IS NULL AND coalesce(a.dari, a.kolom) IN ({_listed(figures)}) "
            f"THEN coalesce(l.teks, round({figure})::BIGINT::VARCHAR) ELSE {raw} END"
        )
    return (
        f"SELECT r.kiriman_id, {quoted(spec.name)} AS laporan, r.baris, a.kolom, "
        f"coalesce(l.sel, a.huruf || r.baris::VARCHAR) AS sel, {raw} AS mentah, "
        f"{_value(spec, hidden, 'a.kolom')} AS nilai, "
        f"{_kind(spec)} AS jenis, a.skala, a.dari, a.cara AS cara_kolom, l.cara AS cara_sel, "
        "coalesce(l.cara, a.huruf) AS letak "
        f"FROM (SELECT * FROM main.{named(spec.name)} UNION ALL SELECT * FROM riwayat.lama_{spec.name}) r "
        "JOIN kolom_asal a ON a.kiriman_id = r.kiriman_id "
        "LEFT JOIN mentah m ON m.kiriman_id = r.kiriman_id AND m.baris = r.baris "
        "LEFT JOIN sel_lain l ON l.kiriman_id = r.kiriman_id AND l.baris = r.baris "
        "AND l.kolom = coalesce(a.dari, a.kolom)"
    )


def _value(spec: ReportSpec, hidden: Sequence[str], column: str) -> str:
    shown = ["kode_wilayah", *(one.name for one in spec.columns if one.name not in hidden)]
    branches = [f"WHEN {quoted(name)} THEN r.{named(name)}::VARCHAR" for name in shown]
    branches += [f"WHEN {quoted(name)} THEN {quoted(HIDDEN)}" for name in hidden]
    return f"CASE {column} {' '.join(branches)} END"


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
    """The raw texts of numbers and dates in the places they had; nothing for a row that holds plain figures only.

    Most rows of large lists do: their raw texts are the values, and to write them twice would cost as much as
    the rows. A row is looked through once for what looks like a number of a person: text by text takes four
    times as long. list_select gives NULL for place 0. A row whose raw texts were purged stays, so that none are made
    up from its values.
    """
    kept = [(spec.name, "kode_wilayah") for spec in specs]
    kept += [(spec.name, one.name) for spec in specs for one in spec.columns if _keeps(one, FIGURES | READ)]
    whole = [(spec.name, one.name) for spec in specs for one in spec.columns if _keeps(one, READ)]
    people = [(spec.name, one.name) for spec in specs for one in spec.columns if one.personal == "nama"]
    text = "array_to_string(angka, chr(10))"
    hidden = f"CASE WHEN {_names_one('teks')} THEN {quoted(HIDDEN)} ELSE {scrubbed('teks', IN_AMOUNTS)} END"
    return f"""
SELECT kiriman_id, baris,
       CASE WHEN regexp_matches({text}, {quoted(IN_AMOUNTS)}) OR {_names_one(text)}
            THEN list_transform(list_select(isi, letak), lambda teks: {hidden})
            ELSE list_select(isi, letak) END AS isi
FROM (
    SELECT m.kiriman_id, m.baris, m.isi, p.letak, p.utuh, list_select(m.isi, p.dipakai) AS angka,
           list_transform(list_select(m.isi, coalesce(p.nama, [])), lambda nama: lower(trim(nama))) AS sebutan
    FROM gudang.main.mentah m
    JOIN (
        SELECT a.kiriman_id, bool_or((k.laporan, a.kolom) IN ({_pairs(whole)})) AS utuh,
               list(a.urut) FILTER ((k.laporan, a.kolom) IN ({_pairs(people)})) AS nama,
               list(a.urut) FILTER ((k.laporan, a.kolom) IN ({_pairs(kept)})) AS dipakai,
               list(CASE WHEN (k.laporan, a.kolom) IN ({_pairs(kept)}) THEN a.urut ELSE 0 END ORDER BY a.urut) AS letak
        FROM gudang.main.kolom_asal a
        JOIN gudang.main.kiriman k ON k.kiriman_id = a.kiriman_id
        WHERE a.dari IS NULL AND a.huruf IS NOT NULL
        GROUP BY a.kiriman_id
    ) p ON p.kiriman_id = m.kiriman_id
)
WHERE utuh OR isi IS NULL OR regexp_matches({text}, {quoted(NOT_PLAIN)})"""


def _names_one(text: str) -> str:
    """Whether ``text`` has the full name of somebody in ``sebutan``, as :func:`without_names` looks for it."""
    full = f"contains(nama, ' ') AND length(nama) >= {SHORTEST_NAME}"
    return f"len(list_filter(sebutan, lambda nama: {full} AND contains(lower({text}), nama))) > 0"


def _pairs(columns: Sequence[tuple[str, str]]) -> str:
    return ", ".join(f"({quoted(report)}, {quoted(column)})" for report, column in columns) or "('', '')"


def _keeps(column: Column, kinds: frozenset[str]) -> bool:
    return column.kind in kinds and not is_hidden(column)
