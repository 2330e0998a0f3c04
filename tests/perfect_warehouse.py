"""A warehouse that holds exactly what ``kebenaran.json`` asks for: what the scoring itself is tested on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb

from tests.workbook_words import WORDINGS


def types(names: list[str]) -> str:
    return ", ".join(f"{name} {'INT' if name == 'baris' else 'TEXT'}" for name in names)


def perfect_warehouse(truth: list[dict[str, Any]], database: Path) -> None:
    """A warehouse that holds exactly what the truth asks for."""
    with duckdb.connect(str(database)) as con:
        for report, columns in WORDINGS.items():
            names = ["berkas", "lembar", "baris", "kode_wilayah", "periode", *columns]
            con.execute(f'CREATE TABLE "{report}" ({types(names)})')
        con.execute("CREATE TABLE karantina (berkas TEXT, lembar TEXT, baris INT)")
        con.execute(
            f"CREATE TABLE temuan ({types(['berkas', 'lembar', 'baris', 'kolom', 'sel', 'kode', 'tingkat', 'nilai'])})"
        )
        for entry in truth:
            for code in entry.get("berkas_temuan", ()):
                con.execute(
                    "INSERT INTO temuan (berkas, kode, tingkat) VALUES (?, ?, 'galat')",
                    [entry["berkas"], code],
                )
            for table in entry["tabel"]:
                fill_table(con, entry["berkas"], table)


def fill_table(con: duckdb.DuckDBPyConnection, berkas: str, table: dict[str, Any]) -> None:
    insert = "INSERT INTO temuan VALUES (?, ?, ?, ?, ?, ?, 'peringatan', NULL)"
    for row in table["baris"]:
        at = [berkas, table["lembar"], row["baris"]]
        if row["status"] == "karantina":
            con.execute("INSERT INTO karantina VALUES (?, ?, ?)", at)
        else:
            names = ", ".join(["berkas", "lembar", "baris", "kode_wilayah", "periode", *row["nilai"]])
            values = [
                *at,
                row.get("kode_wilayah") or table["kode_wilayah"],
                table["periode"],
                *row["nilai"].values(),
            ]
            con.execute(
                f"INSERT INTO {table['laporan']} ({names}) VALUES ({', '.join('?' * len(values))})", values
            )
        for one in row["temuan"]:
            con.execute(insert, [*at, one["kolom"], one.get("sel"), one["kode"]])
    for one in table["temuan"]:
        con.execute(insert, [berkas, table["lembar"], None, one["kolom"], one["sel"], one["kode"]])
