"""The sample workbooks, loaded once: rows, values, findings and refusals are what samples/expected.json says."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

SAMPLES = Path(__file__).parent.parent / "samples"
EXPECTED: list[dict[str, Any]] = json.loads((SAMPLES / "expected.json").read_text(encoding="utf-8"))
REPORTS = (
    "ikm", "rekap", "pembinaan", "peserta", "bantuan_alat", "pasar_murah", "sentra", "anggaran", "kerja_sama",
    "potensi", "usulan", "kunjungan",
)  # fmt: skip
Key = tuple[str | None, int]


class Warehouse:
    """The published, unmasked warehouse, asked file by file."""

    def __init__(self, database: Path) -> None:
        self.connection = duckdb.connect(str(database), read_only=True)

    def rows(self, table: str, berkas: str) -> list[dict[str, Any]]:
        asked = self.connection.execute(f'SELECT * FROM "{table}" WHERE berkas = ?', [berkas])
        names = [column[0] for column in asked.description or ()]
        return [dict(zip(names, row, strict=True)) for row in asked.fetchall()]

    def loaded(self, berkas: str) -> dict[str, dict[Key, dict[str, Any]]]:
        """The current rows of a file: report → (sheet, row number) → row."""
        found = {report: self.rows(report, berkas) for report in REPORTS}
        return {
            name: {(row["lembar"], row["baris"]): row for row in rows} for name, rows in found.items() if rows
        }


@pytest.fixture(scope="module")
def loaded_samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warehouse]:
    """samples/inbox, loaded into a home of its own."""
    from flows.take_in import load_paths

    home = tmp_path_factory.mktemp("home")
    load_paths([SAMPLES / "inbox"], home)
    warehouse = Warehouse(home / "warehouse" / "terbatas" / "ikm.duckdb")
    yield warehouse
    warehouse.connection.close()


def named(book: dict[str, Any]) -> str:
    return str(book["berkas"])


def folded(value: Any) -> Any:
    """A value as the truth writes it: text without care for case and inner blanks, days as ISO text."""
    if isinstance(value, date):
        return value.isoformat()[:10]
    if isinstance(value, str):
        return re.sub(r"\s+", " ", value).strip().casefold() or None
    return float(value) if isinstance(value, int | float) else value


def by_status(book: dict[str, Any], status: str) -> dict[tuple[str, str | None, int], dict[str, Any]]:
    """The expected rows of a file with one status, with district and period of their own."""
    return {
        (table["laporan"], table["lembar"], row["baris"]): {
            "kode_wilayah": row.get("kode_wilayah", table["kode_wilayah"]), "periode": table["periode"], **row["nilai"],
        }
        for table in book["tabel"] for row in table["baris"] if row["status"] == status
    }  # fmt: skip


def sought(book: dict[str, Any]) -> list[tuple[str | None, int | None, str | None, str]]:
    """Every finding that a file must raise: sheet, row, address, code."""
    found: list[tuple[str | None, int | None, str | None, str]] = [
        (one["lembar"], None, None, one["kode"]) for one in book.get("temuan_berkas", ())
    ]
    for table in book["tabel"]:
        found += [(table["lembar"], None, one["sel"], one["kode"]) for one in table["temuan"]]
        for row in table["baris"]:
            found += [(table["lembar"], row["baris"], one.get("sel"), one["kode"]) for one in row["temuan"]]
    return found


REPORTED = [book for book in EXPECTED if "berkas_temuan" not in book]
REFUSED = [book for book in EXPECTED if "berkas_temuan" in book]


def test_the_truth_and_the_files_are_the_same_ones() -> None:
    there = {
        path.relative_to(SAMPLES / "inbox").as_posix()
        for path in (SAMPLES / "inbox").rglob("*")
        if path.is_file()
    }
    assert there == {book["jalur"] for book in EXPECTED}
    assert len({book["berkas"] for book in EXPECTED}) == len(EXPECTED) >= 36
    assert {table["laporan"] for book in EXPECTED for table in book["tabel"]} == set(REPORTS)


def test_every_sample_is_described() -> None:
    described = (SAMPLES / "README.md").read_text(encoding="utf-8")
    assert [book["jalur"] for book in EXPECTED if f"`{book['jalur']}`" not in described] == []


@pytest.mark.parametrize("book", REPORTED, ids=named)
def test_exactly_the_good_rows_are_loaded_with_the_right_values(
    book: dict[str, Any], loaded_samples: Warehouse
) -> None:
    want = by_status(book, "diterima")
    got = {
        (report, *key): row
        for report, rows in loaded_samples.loaded(named(book)).items()
        for key, row in rows.items()
    }
    assert got.keys() == want.keys()
    wrong = {
        (*key, column): (got[key].get(column), value)
        for key, values in want.items()
        for column, value in values.items()
        if folded(got[key].get(column)) != folded(value)
    }
    assert wrong == {}


@pytest.mark.parametrize("book", REPORTED, ids=named)
def test_the_bad_rows_are_held_back(book: dict[str, Any], loaded_samples: Warehouse) -> None:
    held = {(row["lembar"], row["baris"]) for row in loaded_samples.rows("karantina", named(book))}
    assert held == {(lembar, baris) for _, lembar, baris in by_status(book, "karantina")}


@pytest.mark.parametrize("book", [book for book in REPORTED if sought(book)], ids=named)
def test_every_fault_is_found_at_its_cell(book: dict[str, Any], loaded_samples: Warehouse) -> None:
    findings = loaded_samples.rows("temuan", named(book))
    missed = [
        (lembar, baris, sel, kode)
        for lembar, baris, sel, kode in sought(book)
        if not any(
            one["kode"] == kode
            and one["lembar"] == lembar
            and (baris is None or one["baris"] == baris)
            and (sel is None or one["sel"] == sel)
            for one in findings
        )
    ]
    assert missed == []


@pytest.mark.parametrize("book", REPORTED, ids=named)
def test_good_rows_raise_no_alarm(book: dict[str, Any], loaded_samples: Warehouse) -> None:
    faulty = {(lembar, baris) for lembar, baris, _, _ in sought(book)}
    good = {(lembar, baris) for _, lembar, baris in by_status(book, "diterima")} - faulty
    alarms = [
        (one["lembar"], one["sel"], one["kode"], one["nilai"])
        for one in loaded_samples.rows("temuan", named(book))
        if one["tingkat"] in {"galat", "peringatan"} and (one["lembar"], one["baris"]) in good
    ]
    assert alarms == []


@pytest.mark.parametrize("book", REFUSED, ids=named)
def test_a_file_to_be_refused_is_refused_with_the_right_word(
    book: dict[str, Any], loaded_samples: Warehouse
) -> None:
    codes = {one["kode"] for one in loaded_samples.rows("temuan", named(book))}
    assert set(book["berkas_temuan"]) <= codes
    assert loaded_samples.loaded(named(book)) == {}


def test_a_corrected_report_takes_the_place_of_the_first(loaded_samples: Warehouse) -> None:
    replaced = [book for book in EXPECTED if "digantikan_oleh" in book]
    assert replaced
    for book in replaced:
        assert {row["status"] for row in loaded_samples.rows("kiriman", named(book))} == {"digantikan"}
        assert loaded_samples.loaded(named(book)) == {}
        assert loaded_samples.loaded(book["digantikan_oleh"]) != {}
