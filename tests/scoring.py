"""Holds a loaded warehouse against the truth in ``kebenaran.json``: what is right, lost, or wrong without a word.

The figures that matter, in this order: cells wrong without a word (must be 0), rows missing or extra, cells
lost, bad rows held back, findings at the right cell, false alarms.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from tests.workbook_words import WORDINGS

Key = tuple[str | None, int]
Rows = dict[Key, dict[str, Any]]


@dataclass(slots=True)
class FileScore:
    """One workbook: counts by measure, what went wrong in words, headings whose column was not found."""

    berkas: str
    tags: list[str]
    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    lost_headings: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the warehouse holds, by file: report rows, rows held back, findings."""

    rows: dict[str, dict[str, Rows]]
    held: dict[str, set[Key]]
    findings: dict[str, list[dict[str, Any]]]


def folded(value: Any) -> Any:
    """A value as it is compared: text without regard to case and blanks, dates as ISO text."""
    if isinstance(value, str):
        return " ".join(value.split()).casefold() or None
    return value.isoformat()[:10] if isinstance(value, date) else value


def equal(loaded: Any, wanted: Any) -> bool:
    loaded, wanted = folded(loaded), folded(wanted)
    if isinstance(wanted, int | float) and loaded is not None:
        try:
            return abs(float(loaded) - wanted) <= 1e-6 * max(1.0, abs(wanted))
        except (TypeError, ValueError):
            return False
    return bool(loaded == wanted)


def read_table(con: duckdb.DuckDBPyConnection, table: str) -> list[dict[str, Any]]:
    found = con.execute(f'SELECT * FROM "{table}"')
    names = [column[0] for column in found.description or ()]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def read_warehouse(database: Path) -> Loaded:
    """Everything the measures need; ``database`` is the unmasked published file."""
    rows: dict[str, dict[str, Rows]] = defaultdict(lambda: defaultdict(dict))
    held: dict[str, set[Key]] = defaultdict(set)
    findings: dict[str, list[dict[str, Any]]] = defaultdict(list)
    with duckdb.connect(str(database), read_only=True) as con:
        for report in WORDINGS:
            for row in read_table(con, report):
                rows[row["berkas"]][report][row["lembar"], row["baris"]] = row
        for row in read_table(con, "karantina"):
            held[row["berkas"]].add((row["lembar"], row["baris"]))
        for row in read_table(con, "temuan"):
            findings[row["berkas"]].append(row)
    return Loaded(rows, held, findings)


def measure(cases: Path, database: Path) -> list[FileScore]:
    """The score of every workbook of ``cases/kebenaran.json``."""
    loaded = read_warehouse(database)
    truth: list[dict[str, Any]] = json.loads((cases / "kebenaran.json").read_text(encoding="utf-8"))
    return [score_file(entry, loaded) for entry in truth]


def score_file(entry: dict[str, Any], loaded: Loaded) -> FileScore:
    name = entry["berkas"]
    score = FileScore(name, list(entry.get("tanda", ())))
    there = loaded.rows.get(name, {})
    if "berkas_temuan" in entry:
        score_refusal(entry, score, sum(map(len, there.values())), loaded.findings.get(name, []))
        return score
    wanted: set[tuple[str, Key]] = set()
    for table in entry["tabel"]:
        rows = there.get(table["laporan"], {})
        score_table(table, rows, score, loaded.held.get(name, set()))
        score_findings(table, score, loaded.findings.get(name, []))
        wanted |= {
            (table["laporan"], (table["lembar"], row["baris"]))
            for row in table["baris"]
            if row["status"] == "diterima"
        }
    score_alarms(entry, score, loaded.findings.get(name, []))
    for report, rows in there.items():
        for key in rows.keys() - {key for one, key in wanted if one == report}:
            score.counts["rows_extra"] += 1
            score.faults.append(f"{report} {key}: extra row")
    return score


def score_refusal(entry: dict[str, Any], score: FileScore, rows: int, findings: list[dict[str, Any]]) -> None:
    """A file that must be refused: nothing loaded, and the reason named."""
    codes = {finding["kode"] for finding in findings}
    for code in entry["berkas_temuan"]:
        score.counts["refused_wanted"] += 1
        score.counts["refused_right"] += code in codes and not rows
        if code not in codes:
            score.faults.append(f"no finding {code}; has {sorted(codes)}")
    score.counts["rows_extra"] += rows
    if rows:
        score.faults.append(f"{rows} rows loaded of a file to be refused")


def score_table(table: dict[str, Any], rows: Rows, score: FileScore, held: set[Key]) -> None:
    counts, report = score.counts, table["laporan"]
    filled: Counter[str] = Counter()
    hopes: Counter[str] = Counter()
    found = False
    for row in table["baris"]:
        key: Key = (table["lembar"], row["baris"])
        if row["status"] == "karantina":
            counts["held_wanted"] += 1
            counts["held_right"] += key in held
            if key not in held:
                score.faults.append(f"{report} {key}: not held back")
            continue
        counts["rows_wanted"] += 1
        hopes.update(column for column, value in row["nilai"].items() if value is not None)
        if key not in rows:
            counts["rows_missing"] += 1
            counts["cells_wanted"] += len(row["nilai"])
            counts["cells_lost"] += sum(value is not None for value in row["nilai"].values())
            score.faults.append(f"{report} {key}: row missing{' (held back)' if key in held else ''}")
            continue
        found = True
        score_row(table, row, rows[key], score, filled)
    counts["tables_wanted"] += 1
    counts["tables_found"] += found or not any(row["status"] == "diterima" for row in table["baris"])
    printed = table["kolom"] if isinstance(table.get("kolom"), dict) else {}
    for column in hopes.keys() & (printed.keys() or hopes.keys()):
        counts["columns_wanted"] += 1
        counts["columns_named"] += bool(filled[column])
        if found and not filled[column]:
            score.lost_headings.append((printed.get(column, column), f"{report}.{column}"))


def score_row(
    table: dict[str, Any], row: dict[str, Any], got: dict[str, Any], score: FileScore, filled: Counter[str]
) -> None:
    counts, where = score.counts, f"{table['laporan']} {(table['lembar'], row['baris'])}"
    for name, value in (
        ("kode_wilayah", row.get("kode_wilayah") or table["kode_wilayah"]),
        ("periode", table["periode"]),
    ):
        counts["place_wanted"] += 1
        counts["place_right"] += got.get(name) == value
        if got.get(name) != value:
            score.faults.append(f"{where} {name}: {got.get(name)!r} not {value!r}")
    for column, value in row["nilai"].items():
        counts["cells_wanted"] += 1
        loaded = got.get(column)
        filled[column] += folded(loaded) is not None
        if equal(loaded, value):
            counts["cells_right"] += 1
        elif folded(loaded) is None:
            counts["cells_lost"] += 1
            score.faults.append(f"{where} {column}: lost {value!r}")
        else:
            counts["cells_wrong"] += 1
            score.faults.append(f"{where} {column}: WRONG {loaded!r} not {value!r}")


def score_findings(table: dict[str, Any], score: FileScore, findings: list[dict[str, Any]]) -> None:
    """Planted findings that were named, and at the right cell."""
    sheet = table["lembar"]
    by_row = {(one["baris"], one["kode"]) for one in findings if one["lembar"] == sheet}
    by_cell = {(one["sel"], one["kode"]) for one in findings if one["lembar"] == sheet}
    codes = {code for _, code in by_row}
    for row in table["baris"]:
        for planted in row["temuan"]:
            expect(score, planted, (row["baris"], planted["kode"]) in by_row, by_cell)
    for planted in table.get("temuan", []):
        expect(score, planted, planted["kode"] in codes, by_cell)


def score_alarms(entry: dict[str, Any], score: FileScore, findings: list[dict[str, Any]]) -> None:
    """Alarms on rows where nothing is wrong. Two tables side by side share their rows."""
    rows = [(table["lembar"], row) for table in entry["tabel"] for row in table["baris"]]
    planted = {(sheet, row["baris"]) for sheet, row in rows if row["temuan"]}
    good = {(sheet, row["baris"]) for sheet, row in rows if row["status"] == "diterima"} - planted
    for one in findings:
        if (one["lembar"], one["baris"]) in good and one["tingkat"] in {"galat", "peringatan"}:
            score.counts["false_alarms"] += 1
            score.faults.append(
                f"false alarm {one['kode']} at {one['sel']} on {one['kolom']}: {one['nilai']!r}"
            )


def expect(score: FileScore, planted: dict[str, Any], named: bool, by_cell: set[tuple[str, str]]) -> None:
    score.counts["findings_wanted"] += 1
    score.counts["findings_right"] += named
    if not named:
        score.faults.append(f"no finding {planted['kode']} on {planted['kolom']}")
    if planted.get("sel"):
        score.counts["addresses_wanted"] += 1
        score.counts["addresses_right"] += (planted["sel"], planted["kode"]) in by_cell


def total(scores: Iterable[FileScore]) -> Counter[str]:
    """The counts of many workbooks in one."""
    counts: Counter[str] = Counter()
    for score in scores:
        counts.update(score.counts)
        counts["files"] += 1
        counts["files_clean"] += not score.faults
    return counts


def share(counts: Counter[str], part: str, whole: str) -> str:
    return f"{100 * counts[part] / counts[whole]:.2f} %" if counts[whole] else "-"
