"""The generator of unseen workbooks is honest, and what is understood of its workbooks stays above a bound."""

from __future__ import annotations

import csv
import json
from collections import Counter
from pathlib import Path
from random import Random
from shutil import copyfile
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from flows.take_in import load_paths
from schemas.reports import specs
from tests.perfect_warehouse import perfect_warehouse
from tests.scoring import equal, measure, total
from tests.workbook_columns import mistyped
from tests.workbook_groups import GROUPS
from tests.workbook_kinds import KINDS
from tests.workbook_records_small import ALL_MAKERS, REQUIRED
from tests.workbook_values import Style, dotted, money
from tests.workbook_words import WORDINGS, wordings
from tests.workbooks import build

COUNT = 48


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kiriman")
    build(11, folder, COUNT)
    return folder


@pytest.fixture(scope="module")
def truth(cases: Path) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = json.loads((cases / "kebenaran.json").read_text(encoding="utf-8"))
    return entries


@pytest.fixture(scope="module")
def perfect(truth: list[dict[str, Any]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse that holds exactly what the truth asks for."""
    database = tmp_path_factory.mktemp("gudang") / "ikm.duckdb"
    perfect_warehouse(truth, database)
    return database


def grid(path: Path, sheet: str | None) -> list[list[Any]]:
    if path.suffix == ".csv":
        raw = path.read_bytes()
        text = raw.decode("utf-16" if raw[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig")
        counts = Counter({mark: text.count(mark) for mark in ";,\t"})
        return list(csv.reader(text.splitlines(), delimiter=counts.most_common(1)[0][0]))
    book = CalamineWorkbook.from_path(str(path))
    return book.get_sheet_by_name(sheet or "").to_python(skip_empty_area=False)


def file_of(cases: Path, name: str) -> Path:
    return next(path for path in cases.rglob("*") if path.name == name)


def test_same_seed_same_bytes(tmp_path: Path, cases: Path) -> None:
    build(11, tmp_path, COUNT)
    ours = {p.relative_to(tmp_path): p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    theirs = {p.relative_to(cases): p.read_bytes() for p in cases.rglob("*") if p.is_file()}
    assert ours == theirs


def test_other_seed_other_workbooks(tmp_path: Path, truth: list[dict[str, Any]]) -> None:
    build(12, tmp_path, 12)
    other = json.loads((tmp_path / "kebenaran.json").read_text(encoding="utf-8"))
    assert [one["tabel"] for one in other] != [one["tabel"] for one in truth[:12]]


def test_every_report_and_many_kinds_of_mess(truth: list[dict[str, Any]]) -> None:
    assert {table["laporan"] for one in truth for table in one["tabel"]} == set(ALL_MAKERS)
    tags = {tag for one in truth for tag in one["tanda"]}
    assert tags >= {
        "wording-fresh",
        "wording-typo",
        "layout-stacked",
        "layout-per-kecamatan",
        "csv",
        "faults",
        "totals",
    }
    assert len({one["berkas"] for one in truth}) == len(truth)


def test_truth_points_at_the_cell_that_holds_the_value(cases: Path, truth: list[dict[str, Any]]) -> None:
    """Names stand as written in the row that the truth names: the address of every row is right."""
    checked = 0
    for entry in truth:
        path = file_of(cases, entry["berkas"])
        for table in entry["tabel"]:
            rows = grid(path, table["lembar"])
            for row in table["baris"]:
                cells = {" ".join(str(cell).split()).casefold() for cell in rows[row["baris"] - 1]}
                for name in (
                    "nama_usaha",
                    "nama_peserta",
                    "nama_penerima",
                    "nama_sentra",
                    "uraian",
                    "asal",
                    "tentang",
                ):
                    value = row["nilai"].get(name)
                    if value is not None:
                        assert value.casefold() in cells, (entry["berkas"], row["baris"], name)
                        checked += 1
    assert checked > 300


def test_planted_findings_have_an_address_in_their_row(truth: list[dict[str, Any]]) -> None:
    planted = [(row, one) for e in truth for t in e["tabel"] for row in t["baris"] for one in row["temuan"]]
    assert len({one["kode"] for _, one in planted}) >= 8
    for row, one in planted:
        assert one.get("sel", f"A{row['baris']}").lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == str(row["baris"])
        if one["kode"] == "WAJIB_KOSONG":
            assert row["status"] == "karantina"


def test_every_column_has_three_fresh_wordings() -> None:
    for report, columns in WORDINGS.items():
        assert set(REQUIRED[report]) <= set(columns)
        for column in columns:
            assert len(set(wordings(report, column))) >= 4, (report, column)
        for group in GROUPS[report]:
            assert len(group.children) == len(group.columns) and set(group.columns) <= set(columns)


def test_words_are_those_of_the_contract_and_fresh_ones_are_news_to_it() -> None:
    """Every column is one of the report's; of the fresh wordings at least three in four stand in no schema."""
    fresh = known = 0
    for one in specs():
        assert set(WORDINGS[one.name]) <= {column.name for column in one.columns}
        for name in WORDINGS[one.name]:
            vocabulary = {letters_of(text) for text in (*one.column(name).wordings, one.column(name).title)}
            fresh += len(wordings(one.name, name)) - 1
            known += sum(letters_of(text) in vocabulary for text in wordings(one.name, name)[1:])
    assert known <= 0.25 * fresh, f"{known} of {fresh} fresh wordings are in the vocabulary"


def letters_of(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


@given(st.integers(1, 20_000), st.sampled_from(["number", "dots", "rp", "comma", "words"]), st.integers())
def test_money_text_names_the_value(halves: int, how: str, seed: int) -> None:
    """Whatever the form, the digits read back are the value."""
    value = halves * 500_000
    raw = str(money(value, Style(money=how), Random(seed)))
    if how == "words":
        assert any(word in raw.casefold() for word in ("j", "m")) or raw == dotted(value)
    else:
        digits = raw.removesuffix(",00").removesuffix(".00").removesuffix(",-")
        assert "".join(filter(str.isdigit, digits)) == str(value)


@given(
    st.sampled_from(sorted({w for r in WORDINGS for c in WORDINGS[r] for w in wordings(r, c)})), st.integers()
)
@settings(max_examples=50)
def test_a_typo_is_one_slip(text: str, seed: int) -> None:
    slipped = mistyped(text, Random(seed))
    assert abs(len(slipped) - len(text)) <= 1
    assert slipped.count(" ") == text.count(" ")


@pytest.mark.parametrize(
    ("loaded", "wanted", "same"),
    [
        ("  Tas   Rajut ", "tas rajut", True),
        (1_000_000, 1_000_000, True),
        (1_000, 1_000_000, False),
        (12.5, 12.5, True),
        ("12", 12, True),
        ("dua belas", 12, False),
        (None, None, True),
        ("", None, True),
        (0, None, False),
        (None, 0, False),
    ],
)
def test_scoring_compares(loaded: object, wanted: object, same: bool) -> None:
    assert equal(loaded, wanted) is same


def test_kinds_cover_the_columns_that_are_no_text() -> None:
    assert {name for name in KINDS if not any(name in columns for columns in WORDINGS.values())} == set()


def test_scoring_gives_full_marks_to_the_truth(cases: Path, perfect: Path) -> None:
    counts = total(measure(cases, perfect))
    assert counts["files_clean"] == counts["files"] == COUNT
    assert counts["cells_right"] == counts["cells_wanted"] > 3_000
    for part in ("cells_wrong", "cells_lost", "rows_missing", "rows_extra", "false_alarms"):
        assert counts[part] == 0
    for name in (
        "tables_found",
        "columns_named",
        "place_right",
        "held_right",
        "findings_right",
        "addresses_right",
    ):
        assert counts[name] == counts[f"{name.split('_')[0]}_wanted"] > 0


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ("UPDATE sentra SET jumlah_unit = jumlah_unit || '000'", "cells_wrong"),
        ("UPDATE sentra SET nama_sentra = NULL", "cells_lost"),
        ("DELETE FROM sentra", "rows_missing"),
        ("UPDATE sentra SET baris = baris + 1000", "rows_extra"),
        ("UPDATE temuan SET kode = 'KOLOM_GANDA'", "findings_wanted"),
    ],
)
def test_scoring_notices(cases: Path, perfect: Path, tmp_path: Path, change: str, part: str) -> None:
    copyfile(perfect, tmp_path / "ikm.duckdb")
    with duckdb.connect(str(tmp_path / "ikm.duckdb")) as con:
        con.execute(change)
    counts = total(measure(cases, tmp_path / "ikm.duckdb"))
    assert counts[part] > 0
    assert counts["files_clean"] < COUNT


def test_unseen_workbooks_are_understood(cases: Path, tmp_path: Path) -> None:
    load_paths([cases], tmp_path)
    scores = measure(cases, tmp_path / "warehouse" / "terbatas" / "ikm.duckdb")
    counts = total(scores)
    wrong = [fault for score in scores for fault in score.faults if "WRONG" in fault]
    assert not wrong, wrong[:20]
    assert counts["tables_found"] >= 0.95 * counts["tables_wanted"]
    assert counts["rows_wanted"] > 300
