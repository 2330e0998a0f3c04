"""Deliveries for the tests of the warehouse, in a few words each. All people and businesses are invented."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from schemas.reports import spec, specs
from warehouse.ddl import open_working
from warehouse.records import Delivery, HeldRow, Outcome, Stamp
from warehouse.store import store

START = datetime(2022, 1, 10, 8, 0)
STAMP = Stamp("0.1.0", "skema")


def frame(laporan: str, rows: Sequence[dict[str, Any]], kode_wilayah: str | None = None) -> pl.DataFrame:
    """Typed rows of a report, from baris 5 on; columns not given are empty; ``mentah`` as the values read."""
    columns = spec(laporan).columns
    data = [
        {
            "baris": 5 + place,
            "kode_wilayah": row.get("kode_wilayah", kode_wilayah),
            **{column.name: row.get(column.name) for column in columns},
            "mentah": [None if row.get(column.name) is None else str(row[column.name]) for column in columns],
        }
        for place, row in enumerate(rows)
    ]
    schema = {"baris": pl.Int64, "kode_wilayah": pl.String}
    schema |= {column.name: column.polars_type for column in columns}
    return pl.DataFrame(data, schema={**schema, "mentah": pl.List(pl.String)})


def delivery(
    laporan: str,
    rows: Sequence[dict[str, Any]],
    berkas: str = "daftar.xlsx",
    kode_wilayah: str | None = "73.11",
    periode: str = "2021",
    held: Sequence[HeldRow] = (),
    **more: Any,
) -> Delivery:
    """A delivery whose hashes follow from its content; ``more`` overrides any field."""
    content = hashlib.sha256(repr((laporan, rows, held)).encode()).hexdigest()
    given: dict[str, Any] = {
        "kiriman_id": hashlib.sha256(repr((berkas, laporan, rows, held, more)).encode()).hexdigest()[:12],
        "berkas": berkas,
        "jalur": berkas,
        "sha256": hashlib.sha256((berkas + content).encode()).hexdigest(),
        "isi_sha256": content,
        "lembar": "Sheet1",
        "laporan": laporan,
        "kode_wilayah": kode_wilayah,
        "periode": periode,
        "jenis": "xlsx",
        "good": frame(laporan, rows, kode_wilayah),
        "held": list(held),
        "rows_in": len(rows) + len(held) + 2,
        "not_data": 2,
    }
    return Delivery(**{**given, **more})


def load(home: Path, *files: Delivery | Sequence[Delivery], again: bool = False) -> list[Outcome]:
    """Load files one after the other, a day apart after what is there."""
    outcomes = []
    with open_working(home, specs()) as con:
        for file in files:
            members = [file] if isinstance(file, Delivery) else file
            (taken,) = con.execute("SELECT count(DISTINCT diterima_pada) FROM kiriman").fetchall()
            outcomes += store(con, specs(), members, START + timedelta(days=taken[0]), STAMP, again)
    return outcomes


def ask(path: Path, query: str) -> list[tuple[Any, ...]]:
    """The answer of a database file, opened read-only in a connection of its own."""
    con = duckdb.connect(":memory:")
    try:
        con.execute(f"ATTACH '{path}' AS ikm (READ_ONLY)")
        con.execute("USE ikm")
        return con.execute(query).fetchall()
    finally:
        con.close()


def businesses(first: int, count: int, **more: Any) -> list[dict[str, Any]]:
    """``count`` different rows of ikm, numbered from ``first``."""
    return [
        {
            "nama_usaha": f"Usaha {number}",
            "nama_pemilik": f"Pemilik {number}",
            "nik": f"7311{number:012d}",
            "alamat": f"Jalan Rahasia {number}",
            "telepon": f"+62812345{number:05d}",
            "desa": f"Desa {number % 7}",
            "kecamatan": ["Barru", "Mallusetasi"][number % 2],
            "komoditas": "Abon ikan",
            "cabang_industri": "pangan",
            "tenaga_kerja": 2 + number % 5,
            "nilai_investasi": 1_000_000 * (number + 1),
            **more,
        }
        for number in range(first, first + count)
    ]
