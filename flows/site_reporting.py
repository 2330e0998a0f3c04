"""What arrived, who is missing and what is open, as the page asks the published warehouse."""

from __future__ import annotations

from datetime import datetime, timedelta

import duckdb

from flows.outputs.site.data import Arrival, Arrivals, Held, Problem, Quarter, Sent
from flows.site_questions import knows_due_dates

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


def standings(con: duckdb.DuckDBPyConnection) -> list[Sent]:
    """How every district stands with every report, for the last year that the province has of it."""
    found = con.execute("""
        WITH satu AS (
            SELECT provinsi, laporan, kode_wilayah, left(periode, 4) AS tahun,
                   CASE WHEN NOT bool_or(sudah_lapor) THEN CASE WHEN sum(jumlah_kiriman) > 0 THEN 'ditolak'
                   ELSE 'belum' END WHEN sum(baris_karantina) > 0 THEN 'sebagian' ELSE 'masuk' END AS keadaan
            FROM v_kelengkapan GROUP BY provinsi, laporan, kode_wilayah, tahun
        ),
        terakhir AS (
            SELECT provinsi, laporan, max(tahun) AS tahun FROM satu WHERE keadaan <> 'belum' GROUP BY ALL
        )
        SELECT s.laporan, s.kode_wilayah, s.tahun, s.keadaan
        FROM satu s JOIN terakhir t ON t.provinsi = s.provinsi AND t.laporan = s.laporan AND t.tahun = s.tahun
        ORDER BY s.laporan, s.kode_wilayah""").fetchall()
    return [Sent(*row) for row in found]


def owed(con: duckdb.DuckDBPyConnection) -> list[Sent]:
    """How every district stands with the last period of each report that was due anywhere in its province."""
    if not knows_due_dates(con):
        return []
    found = con.execute("""
        WITH terakhir AS (
            SELECT provinsi, laporan, arg_max(periode, jatuh_tempo) AS periode FROM v_ketepatan_waktu
            WHERE status <> 'belum_jatuh_tempo' GROUP BY provinsi, laporan
        )
        SELECT v.laporan, v.kode_wilayah, v.periode, v.status, nullif(v.hari_terlambat, 0), v.tenggat
        FROM v_ketepatan_waktu v JOIN terakhir t
            ON t.provinsi = v.provinsi AND t.laporan = v.laporan AND t.periode = v.periode
        ORDER BY v.laporan, v.kode_wilayah""").fetchall()
    return [Sent(*row) for row in found]


def arrivals(con: duckdb.DuckDBPyConnection, now: datetime) -> tuple[datetime | None, list[Arrivals]]:
    """The last day on which anything came, and what came then and lately, by status."""
    ((last,),) = con.execute(
        "SELECT date_trunc('day', max(diterima_pada))::TIMESTAMP FROM kiriman"
    ).fetchall()
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
    return [Quarter(*row)._replace(belum=row[-1] or ()) for row in found]


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
