"""What the page asks the published warehouse; DuckDB does the adding up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import duckdb

from flows.outputs.site.data import Arrival, Arrivals, Held, Meaning, Problem, Province, Quarter, Sent, Value
from flows.outputs.site.figures import TWICE

Rows = list[tuple[Any, ...]]

#: Submissions that still say something: in force, or refused and not followed by what settles them.
_OPEN = """
isi AS (SELECT isi_sha256, max(diterima_pada) AS nanti FROM kiriman GROUP BY isi_sha256),
jalan AS (
    SELECT jalur, max(diterima_pada) AS nanti, arg_max(sha256, diterima_pada) AS sha256 FROM kiriman
    WHERE NOT contains(jalur, '[disembunyikan]') GROUP BY jalur
),
satuan AS (
    SELECT laporan, kode_wilayah, periode, max(diterima_pada) AS nanti FROM kiriman
    WHERE berlaku_dari IS NOT NULL GROUP BY laporan, kode_wilayah, periode
),
terbuka AS (
    SELECT k.kiriman_id, k.kode_wilayah, k.status
    FROM kiriman k
    LEFT JOIN isi i ON i.isi_sha256 = k.isi_sha256
    LEFT JOIN jalan j ON j.jalur = k.jalur AND j.sha256 <> k.sha256
    LEFT JOIN satuan s ON s.laporan = k.laporan AND s.kode_wilayah = k.kode_wilayah AND s.periode = k.periode
    WHERE k.status IN ('dimuat', 'dimuat_sebagian')
       OR (k.status = 'ditolak' AND coalesce(greatest(i.nanti, j.nanti, s.nanti) <= k.diterima_pada, true))
)"""
_YEARLY = """
    SELECT kode_wilayah, tahun, any_value(periode), max(per), {values} FROM {view} {where}
    GROUP BY kode_wilayah, tahun ORDER BY kode_wilayah, tahun"""
_GROWTH = "any_value(jumlah_unit), any_value(tenaga_kerja), any_value(nilai_investasi), any_value(nilai_produksi)"
#: Indicators and the question whose columns from the fifth on are theirs.
_VALUES: tuple[tuple[tuple[str, ...], str], ...] = (
    (("daftar_unit", "daftar_tenaga_kerja", "daftar_investasi", "daftar_produksi", TWICE),
     _YEARLY.format(view="v_pertumbuhan", values=f"{_GROWTH}, any_value(unit_berulang)", where="WHERE sumber = 'daftar'")),
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


def standings(con: duckdb.DuckDBPyConnection) -> list[Sent]:
    """How every district stands with every report, for the last year that the province has of it."""
    found = con.execute("""
        WITH satu AS (
            SELECT provinsi, laporan, kode_wilayah, left(periode, 4)::INTEGER AS tahun,
                   CASE WHEN NOT bool_or(sudah_lapor) THEN CASE WHEN sum(jumlah_kiriman) > 0 THEN 'ditolak'
                   ELSE 'belum' END WHEN sum(baris_karantina) > 0 THEN 'sebagian' ELSE 'masuk' END AS keadaan,
                   string_agg(periode, ', ' ORDER BY periode) FILTER (sudah_lapor) AS periode,
                   max(terakhir_diterima) AS per
            FROM v_kelengkapan GROUP BY ALL
        ),
        terakhir AS (
            SELECT provinsi, laporan, max(tahun) AS tahun FROM satu WHERE keadaan <> 'belum' GROUP BY ALL
        )
        SELECT s.laporan, s.kode_wilayah, s.tahun, s.keadaan, s.periode, s.per
        FROM satu s JOIN terakhir t ON t.provinsi = s.provinsi AND t.laporan = s.laporan AND t.tahun = s.tahun
        ORDER BY s.laporan, s.kode_wilayah""").fetchall()
    return [Sent(*row) for row in found]


def arrivals(con: duckdb.DuckDBPyConnection, now: datetime) -> tuple[datetime | None, list[Arrivals]]:
    """The last day on which anything came, and what came then and lately, by status."""
    ((last,),) = con.execute("SELECT date_trunc('day', max(diterima_pada))::TIMESTAMP FROM kiriman").fetchall()
    if last is None:
        return None, []
    since = [last, now - timedelta(days=7), now - timedelta(days=30)]
    columns = ", ".join(
        f"count({what}) FILTER (diterima_pada >= ?)" for what in ("DISTINCT sha256", "*") for _ in since
    )
    asked = con.execute(f"SELECT status, {columns} FROM kiriman GROUP BY status ORDER BY status", since * 2)
    return last, [Arrivals(status, (a, b, c), (d, e, f)) for status, a, b, c, d, e, f in asked.fetchall()]


def latest(con: duckdb.DuckDBPyConnection, most: int) -> list[Arrival]:
    """The ``most`` last arrivals, newest first; no file is named."""
    found = con.execute(
        """
        WITH banyak AS (SELECT kiriman_id, count(*) AS kabkota FROM kiriman_wilayah GROUP BY kiriman_id)
        SELECT date_trunc('day', k.diterima_pada)::TIMESTAMP AS hari,
               coalesce(CASE w.jenis WHEN 'kota' THEN 'Kota ' ELSE '' END || w.nama,
                        CASE WHEN b.kabkota > 1 THEN '*' END) AS wilayah,
               k.laporan, k.periode, k.status, count(*), sum(k.baris_dimuat)::BIGINT, sum(k.baris_karantina)::BIGINT
        FROM kiriman k
        LEFT JOIN wilayah w ON w.kode_wilayah = k.kode_wilayah
        LEFT JOIN banyak b ON b.kiriman_id = k.kiriman_id
        GROUP BY hari, wilayah, k.laporan, k.periode, k.status
        ORDER BY hari DESC, wilayah NULLS LAST, k.laporan NULLS LAST, k.periode NULLS LAST, k.status LIMIT ?""",
        [most],
    ).fetchall()
    return [Arrival(*row) for row in found]


def quarters(con: duckdb.DuckDBPyConnection) -> list[Quarter]:
    """What each province received in each calendar quarter, and who has sent nothing in this one."""
    found = con.execute("""
        SELECT left(kode_wilayah, 2) AS kode_provinsi, tahun, triwulan, bool_or(triwulan_ini),
               any_value(kabkota_melapor), any_value(kabkota_seluruhnya), sum(jumlah_kiriman)::BIGINT,
               sum(kiriman_ditolak)::BIGINT,
               list(kode_wilayah ORDER BY kode_wilayah) FILTER (triwulan_ini AND NOT sudah_kirim)
        FROM v_penerimaan_triwulan GROUP BY kode_provinsi, tahun, triwulan
        ORDER BY kode_provinsi, tahun, triwulan""").fetchall()
    return [Quarter(*row[:-1], row[-1] or ()) for row in found]


def problems(con: duckdb.DuckDBPyConnection) -> list[Problem]:
    """Open findings by district and code; what an office has explained is not open."""
    found = con.execute(f"""
        WITH {_OPEN}, ditahan AS (
            SELECT kiriman_id, baris, any_value(kode_wilayah) AS kode_wilayah FROM karantina GROUP BY kiriman_id, baris
        )
        SELECT coalesce(k.kode_wilayah, q.kode_wilayah) AS wilayah, t.kode, t.tingkat, count(*)
        FROM temuan t
        JOIN terbuka k ON k.kiriman_id = t.kiriman_id
        LEFT JOIN ditahan q ON q.kiriman_id = t.kiriman_id AND q.baris = t.baris
        WHERE t.tingkat IN ('galat', 'peringatan') AND t.penjelasan IS NULL
        GROUP BY ALL ORDER BY ALL""").fetchall()
    return [Problem(*row) for row in found]


def waiting(con: duckdb.DuckDBPyConnection) -> list[Held]:
    """Rows held back and tables refused that still wait, by district."""
    found = con.execute(f"""
        WITH {_OPEN}, semua AS (
            SELECT coalesce(q.kode_wilayah, k.kode_wilayah) AS wilayah, count(*) AS baris, 0 AS ditolak
            FROM karantina q JOIN terbuka k ON k.kiriman_id = q.kiriman_id GROUP BY wilayah
            UNION ALL
            SELECT kode_wilayah, 0, count(*) FROM terbuka WHERE status = 'ditolak' GROUP BY kode_wilayah
        )
        SELECT wilayah, sum(baris)::BIGINT, sum(ditolak)::BIGINT FROM semua GROUP BY wilayah ORDER BY wilayah""")
    return [Held(*row) for row in found.fetchall()]


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


def _meanings(
    rows: Rows, caveats: dict[str, tuple[str, str]]
) -> Iterator[tuple[tuple[str, str], Meaning]]:
    for relasi, kolom, arti, meaning, satuan, unit in rows:
        if kolom is not None:
            caveat = caveats.get(relasi, ("", ""))
            yield (relasi, kolom), Meaning((arti, meaning), (satuan or "", unit or ""), caveat)


def _after(text: str, word: str) -> str:
    return text.partition(word)[2]
