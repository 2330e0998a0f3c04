"""python bench/query.py [--rows 1000000,4000000] [--quarters 20] [--keep DIR]: what questions cost as the data grows.

Makes lists of businesses of every district for each quarter, as many rows as asked for, through the real tables and
the real publication; then asks every view of the published file, and some ordinary questions, in a process of its
own: seconds the first time and again, and the most memory. Each quarter repeats the businesses of the first.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

ROOT = Path(__file__).resolve().parent.parent
FIRST_YEAR = 2020
QUESTIONS = {
    "province by year": "SELECT left(kode_wilayah, 2) AS provinsi, year(periode_mulai) AS tahun, count(*) AS unit, "
    "sum(tenaga_kerja) AS tenaga_kerja, sum(nilai_produksi) AS produksi FROM ikm GROUP BY ALL ORDER BY ALL",
    "province, latest quarter": "SELECT left(kode_wilayah, 2) AS provinsi, cabang_industri, count(*) AS unit, "
    "sum(nilai_investasi) AS investasi FROM ikm WHERE periode = (SELECT max(periode) FROM ikm) GROUP BY ALL",
    "one district, all quarters": "SELECT periode, count(*) AS unit, sum(tenaga_kerja) AS tenaga_kerja FROM ikm "
    "WHERE kode_wilayah = '73.11' GROUP BY ALL ORDER BY ALL",
    "one business through time": "SELECT periode, tenaga_kerja FROM ikm WHERE usaha_kunci = "
    "(SELECT usaha_kunci FROM ikm WHERE kode_wilayah = '73.11' LIMIT 1) ORDER BY ALL",
    "cells of one district (asal)": "SELECT sel, mentah, nilai, langkah FROM asal WHERE laporan = 'ikm' AND "
    "kolom = 'nilai_investasi' AND kiriman_id = (SELECT kiriman_id FROM ikm WHERE kode_wilayah = '73.11' LIMIT 1)",
}
COLUMNS = ("nama_usaha", "nama_pemilik", "kecamatan", "kbli", "komoditas", "cabang_industri", "tenaga_kerja",
           "nilai_investasi", "nilai_produksi")  # fmt: skip


def rows_sql(businesses: int, quarters: int) -> str:
    """The rows of ``quarters`` lists of each district, in the order in which a province receives them."""
    branches = (
        "['pangan', 'sandang', 'kerajinan', 'aneka', 'logam dan elektronika', 'kimia dan bahan bangunan']"
    )
    return f"""
SELECT 'K' || lpad(k.urut::VARCHAR, 4, '0') || lpad(q::VARCHAR, 2, '0') AS kiriman_id,
       'Data IKM ' || k.nama || '.xlsx' AS berkas, 'Data' AS lembar,
       5 + b.range - min(b.range) OVER (PARTITION BY k.urut, q) AS baris, k.kode_wilayah,
       ({FIRST_YEAR} + q // 4)::VARCHAR || '-T' || (q % 4 + 1)::VARCHAR AS periode,
       make_date({FIRST_YEAR} + q // 4, 1 + 3 * (q % 4), 1) AS periode_mulai,
       last_day(make_date({FIRST_YEAR} + q // 4, 3 + 3 * (q % 4), 1)) AS periode_selesai,
       'Usaha ' || b.range AS nama_usaha, 'Pemilik Nomor ' || b.range AS nama_pemilik,
       'Kecamatan ' || hash(b.range) % 12 AS kecamatan, (10000 + hash(b.range) % 400 * 55)::VARCHAR AS kbli,
       'Komoditas ' || hash(b.range, 1) % 300 AS komoditas,
       {branches}[1 + (hash(b.range, 2) % 6)::BIGINT] AS cabang_industri,
       (1 + hash(b.range, q) % 19)::BIGINT AS tenaga_kerja,
       (1000000 * (1 + hash(b.range, 3) % 900))::BIGINT AS nilai_investasi,
       (1000000 * (1 + hash(b.range, q, 4) % 2000))::BIGINT AS nilai_produksi
FROM range({quarters}) t(q), range({businesses}) b
JOIN (SELECT row_number() OVER (ORDER BY kode_wilayah) - 1 AS urut, kode_wilayah, nama, count(*) OVER () AS banyak
      FROM gudang.main.wilayah) k ON k.urut = b.range * k.banyak // {businesses}
"""


def fill(home: Path, rows: int, quarters: int) -> None:
    """The working database of ``home`` with the rows and what belongs to them."""
    from schemas.reports import specs
    from warehouse.ddl import open_working

    with open_working(home, specs()) as con:
        con.execute(f"INSERT INTO gudang.riwayat.ikm BY NAME {rows_sql(rows // quarters, quarters)}")
        con.execute(
            "INSERT INTO gudang.main.kiriman BY NAME SELECT kiriman_id, any_value(berkas) AS berkas, "
            "any_value(berkas) AS jalur, 'xlsx' AS jenis, kiriman_id AS sha256, kiriman_id AS isi_sha256, "
            "any_value(periode_selesai)::TIMESTAMP AS diterima_pada, 'Data' AS lembar, 'ikm' AS laporan, "
            "any_value(kode_wilayah) AS kode_wilayah, any_value(periode) AS periode, 'dimuat' AS status, "
            "'baru' AS pilihan, '' AS alasan_pilihan, count(*) AS baris_masuk, count(*) AS baris_dimuat, "
            "0 AS baris_karantina, 0 AS baris_bukan_data, 0 AS baris_ditolak, 0 AS baris_berulang, "
            "any_value(periode_selesai)::TIMESTAMP AS berlaku_dari FROM gudang.riwayat.ikm GROUP BY kiriman_id"
        )
        names = ", ".join(f"'{name}'" for name in COLUMNS)
        con.execute(
            "INSERT INTO gudang.main.kolom_asal BY NAME SELECT kiriman_id, urut, kolom, chr((65 + urut)::INTEGER) "
            "AS huruf, kolom AS tajuk, 1 AS skala, 1.0 AS skor FROM gudang.main.kiriman, "
            f"(SELECT unnest([{names}]) AS kolom, generate_subscripts([{names}], 1) AS urut)"
        )
        raw = ", ".join(f"{name}::VARCHAR" for name in COLUMNS)
        con.execute(
            f"INSERT INTO gudang.main.mentah SELECT kiriman_id, baris, [{raw}] FROM gudang.riwayat.ikm"
        )


def ask(home: Path) -> None:
    """Ask everything twice in this process; print seconds and the most memory as JSON."""
    from warehouse.readers import reading

    told: dict[str, object] = {}
    with reading(home, False) as con:
        found = con.execute(
            "SELECT view_name FROM duckdb_views() WHERE database_name = 'ikm' AND view_name LIKE 'v\\_%' ESCAPE '\\' "
            "ORDER BY 1"
        ).fetchall()
        asked = {name: f"SELECT * FROM {name}" for (name,) in found} | QUESTIONS
        for name, query in asked.items():
            seconds = []
            for _ in range(2):
                began = time.perf_counter()
                rows = len(con.execute(query).fetchall())
                seconds.append(time.perf_counter() - began)
            told[name] = (*seconds, rows)
    told["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(told))


def measure(home: Path, rows: int, quarters: int) -> None:
    """Make, publish, ask; print what each took."""
    from schemas.reports import specs
    from warehouse.keys import masking_key
    from warehouse.publish import publish

    began = time.perf_counter()
    fill(home, rows, quarters)
    made = time.perf_counter()
    published = publish(home, specs(), masking_key(home))
    done = time.perf_counter()
    print(
        f"\n{rows} rows, {quarters} quarters: made in {made - began:.1f} s, published in {done - made:.1f} s"
    )
    for name, path in (("ikm.duckdb", published.umum), ("terbatas/ikm.duckdb", published.terbatas)):
        size = path.stat().st_size
        print(f"  {name:40} {size / 1e6:8.1f} MB {size / rows:8.1f} bytes a row")
    command = [sys.executable, __file__, "--ask", str(home)]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    told = json.loads(said)
    memory = told.pop("memory")
    print(f"  {'question':40} {'first s':>8} {'again s':>8} {'rows':>8} {'us a row':>9}")
    for name, (first, again, count) in told.items():
        print(f"  {name:40} {first:8.3f} {again:8.3f} {count:8} {1e6 * again / rows:9.3f}")
    print(f"  {'most memory':40} {memory:8.0f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description="What questions cost as the data grows.")
    parser.add_argument("--rows", default="1000000,4000000", help="sizes to measure, with commas")
    parser.add_argument("--quarters", type=int, default=20)
    parser.add_argument("--keep", type=Path, help="make the warehouses here and keep them")
    parser.add_argument("--ask", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.ask:
        ask(asked.ask)
        return
    folder = asked.keep or Path(tempfile.mkdtemp(prefix="ikm-bench-"))
    try:
        for rows in map(int, asked.rows.split(",")):
            measure(folder / str(rows), rows, asked.quarters)
    finally:
        if asked.keep is None:
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
