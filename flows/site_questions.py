"""The figures that the page asks the published warehouse for; DuckDB does the adding up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import duckdb

from flows.outputs.site.data import Meaning, Province, Value
from flows.outputs.site.figures import TWICE

Rows = list[tuple[Any, ...]]

_YEARLY = """
    SELECT kode_wilayah, tahun, any_value(periode), max(per), {values} FROM {view} {where}
    GROUP BY kode_wilayah, tahun ORDER BY kode_wilayah, tahun"""
_GROWTH = (
    "any_value(jumlah_unit), any_value(tenaga_kerja), any_value(nilai_investasi), any_value(nilai_produksi)"
)
#: Indicators and the question whose columns from the fifth on are theirs.
_VALUES: tuple[tuple[tuple[str, ...], str], ...] = (
    (("daftar_unit", "daftar_tenaga_kerja", "daftar_investasi", "daftar_produksi", TWICE),
     _YEARLY.format(view="v_pertumbuhan", values=f"{_GROWTH}, any_value(unit_berulang)",
                    where="WHERE sumber = 'daftar'")),
    (("rekap_unit", "rekap_tenaga_kerja", "rekap_investasi", "rekap_produksi"),
     _YEARLY.format(view="v_pertumbuhan", values=_GROWTH, where="WHERE sumber = 'rekap'")),
    (("kegiatan", "terlaksana", "peserta"),
     _YEARLY.format(view="(SELECT *, NULL::VARCHAR AS periode FROM v_rencana_pelaksanaan)", where="",
                    values="sum(direncanakan), sum(terlaksana), sum(jumlah_peserta)")),
    (("pelatihan",),
     _YEARLY.format(view="v_pembinaan_kabkota", values="sum(jumlah_kegiatan)", where="WHERE metode = 'pelatihan'")),
    (("bantuan",),
     _YEARLY.format(view="(SELECT *, NULL::VARCHAR AS periode FROM v_bantuan_alat_kabkota)", values="sum(nilai)",
                    where="")),
    (("sentra",), _YEARLY.format(view="v_sentra_kabkota", values="any_value(beroperasi)", where="")),
    (("ditahan",), """
    SELECT kode_wilayah, left(periode, 4)::INTEGER AS tahun, NULL, max(terakhir_diterima),
           CASE WHEN sum(jumlah_kiriman) > 0 THEN sum(baris_karantina) END
    FROM v_kelengkapan GROUP BY kode_wilayah, tahun ORDER BY kode_wilayah, tahun"""),
)  # fmt: skip
_BY_PERIOD = (
    "daftar_unit", "daftar_tenaga_kerja", "daftar_investasi", "daftar_produksi",
    "rekap_unit", "rekap_tenaga_kerja", "rekap_investasi", "rekap_produksi",
)  # fmt: skip


def state(con: duckdb.DuckDBPyConnection) -> tuple[datetime | None, str]:
    """When the file was published, and the fingerprint of its state."""
    found = con.execute("SELECT diterbitkan_pada, jejak FROM terbitan").fetchall()
    return (found[0][0], str(found[0][1])) if found else (None, "")


def provinces(con: duckdb.DuckDBPyConnection) -> list[Province]:
    """The provinces that have sent anything, the one with most submissions in force first."""
    found = con.execute("""
        WITH kirim AS (
            SELECT kode_wilayah, kiriman_id FROM kiriman_wilayah
            UNION ALL SELECT kode_wilayah, NULL FROM kiriman WHERE kode_wilayah IS NOT NULL
            UNION ALL SELECT kode_wilayah, NULL FROM karantina WHERE kode_wilayah IS NOT NULL
        ),
        banyak AS (
            SELECT left(kode_wilayah, 2) AS provinsi, count(kiriman_id) AS kiriman FROM kirim GROUP BY ALL
        )
        SELECT b.provinsi, w.provinsi, w.kode_wilayah,
               CASE w.jenis WHEN 'kota' THEN 'Kota ' ELSE '' END || w.nama
        FROM banyak b JOIN wilayah w ON left(w.kode_wilayah, 2) = b.provinsi
        ORDER BY b.kiriman DESC, b.provinsi, w.kode_wilayah""").fetchall()
    named: dict[str, tuple[str, dict[str, str]]] = {}
    for provinsi, nama, kode, kabkota in found:
        named.setdefault(provinsi, (nama, {}))[1][kode] = kabkota
    return [Province(kode, nama, kabkota) for kode, (nama, kabkota) in named.items()]


def values(con: duckdb.DuckDBPyConnection) -> dict[str, dict[tuple[str, int], Value]]:
    """Indicator → (district, year) → value; only what is known."""
    found: dict[str, dict[tuple[str, int], Value]] = {}
    for keys, query in _VALUES:
        for kode, tahun, periode, per, *many in con.execute(query).fetchall():
            for kunci, nilai in zip(keys, many, strict=True):
                if nilai is not None:
                    found.setdefault(kunci, {})[kode, tahun] = Value(int(nilai), periode, per)
    found["kelengkapan"] = {
        (kode, tahun): Value(100 * ada / semua, None, per, (ada, semua))
        for kode, tahun, ada, semua, per in _completeness(con)
    }
    if knows_due_dates(con):
        found["tepat_waktu"] = _on_time(con)
    return found


def by_period(con: duckdb.DuckDBPyConnection) -> dict[str, dict[tuple[str, str], int | None]]:
    """Indicator → (district, period) → value, for lists and summaries."""
    found: dict[str, dict[tuple[str, str], int | None]] = {}
    asked = con.execute("""
        SELECT kode_wilayah, periode, daftar_jumlah_unit, daftar_tenaga_kerja, daftar_nilai_investasi,
               daftar_nilai_produksi, rekap_jumlah_unit, rekap_tenaga_kerja, rekap_nilai_investasi,
               rekap_nilai_produksi
        FROM v_rekap_kabkota ORDER BY periode, kode_wilayah""").fetchall()
    for kode, periode, *many in asked:
        for kunci, nilai in zip(_BY_PERIOD, many, strict=True):
            if nilai is not None:
                found.setdefault(kunci, {})[kode, periode] = int(nilai)
    return found


def _completeness(con: duckdb.DuckDBPyConnection) -> Rows:
    return con.execute("""
        WITH satu AS (
            SELECT kode_wilayah, left(periode, 4)::INTEGER AS tahun, laporan, bool_or(sudah_lapor) AS ada,
                   max(terakhir_diterima) AS per
            FROM v_kelengkapan GROUP BY ALL
        )
        SELECT kode_wilayah, tahun, count(*) FILTER (ada), count(*), max(per)
        FROM satu GROUP BY kode_wilayah, tahun ORDER BY kode_wilayah, tahun""").fetchall()


def _on_time(con: duckdb.DuckDBPyConnection) -> dict[tuple[str, int], Value]:
    found = con.execute("""
        SELECT kode_wilayah, left(periode, 4)::INTEGER AS tahun, count(*) FILTER (status = 'tepat_waktu'), count(*),
               max(diterima_pada)
        FROM v_ketepatan_waktu WHERE status NOT IN ('belum_jatuh_tempo', 'diperpanjang')
        GROUP BY kode_wilayah, tahun ORDER BY kode_wilayah, tahun""").fetchall()
    return {(kode, tahun): Value(100 * on_time / due, None, per, (on_time, due))
            for kode, tahun, on_time, due, per in found}  # fmt: skip


def knows_due_dates(con: duckdb.DuckDBPyConnection) -> bool:
    """Whether the published file has due dates; one of an older version has not."""
    return bool(con.execute("SELECT 1 FROM duckdb_views() WHERE view_name = 'v_ketepatan_waktu'").fetchall())


def meanings(con: duckdb.DuckDBPyConnection) -> dict[tuple[str, str], Meaning]:
    """(view, column) → what the dictionary says of it."""
    found = con.execute("""
        SELECT relasi, kolom, arti, meaning, satuan, unit FROM v_kamus WHERE jenis = 'pandangan'""").fetchall()
    caveats = {
        relasi: (_after(arti, "Catatan: "), _after(meaning, "Caveat: "))
        for relasi, kolom, arti, meaning, *_ in found
        if kolom is None
    }
    return dict(_meanings(found, caveats))


def reports(con: duckdb.DuckDBPyConnection) -> dict[str, tuple[str, str]]:
    """Report type, or table → its printed name in both languages, in the order of the dictionary."""
    found = con.execute("SELECT relasi, arti, meaning FROM v_kamus WHERE kolom IS NULL AND jenis = 'tabel'")
    return {
        relasi: (arti.partition(". ")[0], meaning.partition(". ")[0])
        for relasi, arti, meaning in found.fetchall()
    }


def _meanings(rows: Rows, caveats: dict[str, tuple[str, str]]) -> Iterator[tuple[tuple[str, str], Meaning]]:
    for relasi, kolom, arti, meaning, satuan, unit in rows:
        if kolom is not None:
            caveat = caveats.get(relasi, ("", ""))
            yield (relasi, kolom), Meaning((arti, meaning), (satuan or "", unit or ""), caveat)


def _after(text: str, word: str) -> str:
    return text.partition(word)[2]
