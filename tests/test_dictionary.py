"""The data dictionary: nothing that is published is missing from it, and its page is up to date."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from schemas.reports import spec, specs
from tests.deliveries import ask
from warehouse.dictionary import BOTH_FILES, entries
from warehouse.dictionary_page import page
from warehouse.keys import masking_key
from warehouse.publish import Published, publish

PAGE = Path(__file__).parent.parent / "docs" / "kamus-data.md"
PUBLISHED = """
SELECT CASE schema_name WHEN 'main' THEN '' ELSE schema_name || '.' END || table_name, column_name
FROM duckdb_columns() WHERE database_name = 'ikm' AND NOT internal
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Published]:
    home = tmp_path_factory.mktemp("kosong")
    yield publish(home, specs(), masking_key(home))


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(specs()), "make docs"


def test_everything_published_is_explained(made: Published) -> None:
    for path in (made.umum, made.terbatas):
        columns = set(ask(path, PUBLISHED))
        explained = set(ask(path, "SELECT relasi, kolom FROM kamus"))
        assert {(relation, None) for relation, _ in columns} <= explained
        # Of the history only what differs from the report's own table is listed.
        tables = {name: name.removeprefix("riwayat.").removeprefix("lama_") for name, _ in columns}
        missing = {
            (relation, column)
            for relation, column in columns
            if (relation, column) not in explained and (tables[relation], column) not in explained
        }
        assert missing == set()


def test_every_macro_is_explained(made: Published) -> None:
    named = {name for (name,) in ask(made.umum, "SELECT relasi FROM kamus WHERE jenis = 'makro'")}
    there = ask(
        made.umum,
        "SELECT DISTINCT function_name FROM duckdb_functions() WHERE database_name = 'ikm' AND NOT internal",
    )
    assert named == {name for (name,) in there}


def test_nothing_is_explained_that_is_not_there(made: Published) -> None:
    for path, where in ((made.umum, f"berkas = '{BOTH_FILES}'"), (made.terbatas, "true")):
        there = set(ask(path, PUBLISHED))
        told = ask(
            path,
            f"SELECT relasi, kolom FROM v_kamus WHERE {where} AND kolom IS NOT NULL AND jenis <> 'makro'",
        )
        assert set(told) - there == set()


def test_every_meaning_stands_in_both_languages(made: Published) -> None:
    assert (
        ask(made.umum, "SELECT relasi, kolom FROM kamus WHERE arti = '' OR meaning = '' OR arti = meaning")
        == []
    )
    assert ask(made.umum, "SELECT relasi, kolom FROM kamus WHERE (satuan IS NULL) <> (unit IS NULL)") == []
    twice = "SELECT relasi, kolom FROM kamus GROUP BY ALL HAVING count(*) > 1"
    assert ask(made.umum, twice) == []


def test_what_a_column_says(made: Published) -> None:
    columns = "arti, satuan, unit, kategori, kelas_pribadi, berkas"
    told = ask(made.umum, f"SELECT {columns} FROM v_kamus WHERE relasi = 'ikm' AND kolom = 'nik'")
    assert told[0][1:] == (None, None, None, "nik", "terbatas")
    ((meaning, *rest),) = ask(
        made.umum, f"SELECT {columns} FROM v_kamus WHERE relasi = 'kerja_sama' AND kolom = 'status'"
    )
    assert rest == [None, None, "penjajakan, pembahasan, ditandatangani, berakhir", None, BOTH_FILES]
    assert meaning.startswith("Status: ")
    told = ask(made.umum, f"SELECT {columns} FROM v_kamus WHERE relasi = 'v_dak' AND kolom = 'deviasi'")
    assert told == [
        (
            "persen keuangan dikurangi persen fisik, atas kegiatan yang menyebut keduanya.",
            "poin persen",
            "percentage points",
            None,
            None,
            BOTH_FILES,
        )
    ]
    told = ask(made.umum, f"SELECT {columns} FROM v_kamus WHERE relasi = 'ikm' AND kolom = 'orang_kunci'")
    assert told[0][4] == "samaran"


def test_only_what_can_be_made_is_explained() -> None:
    small = {entry.relasi for entry in entries((spec("ikm"),))}
    assert {"ikm", "v_cabang_industri", "riwayat.ikm"} <= small
    assert not {"pembinaan", "v_dak", "riwayat.pembinaan"} & small
