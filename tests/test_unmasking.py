"""What an analyst with ``ikm.duckdb`` and a list of suspects can find out about a person: nothing.

Not looked at: a figure about so few businesses that everybody in the village knows whose it is; the hash of a file
as such (``sha256``), which tells whoever has the very file that it is the one.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest

from flows import cli
from flows.shapes import Submission
from flows.steps.read import content_sha256, read
from tests.deliveries import ask
from tests.test_masking import HEAD, book, business, relations
from warehouse.keys import masking_key

DAY = "731101450879"
SERIALS = [f"{number:04d}" for number in range(10_000)]
#: Invented; three words each, so that none stands by chance in what we write ourselves.
WORDS = (
    "Qaswarani", "Zulhifatma", "Wexandrina", "Ojulmaruqa", "Xaverlina", "Yuqhisanti", "Vanqilawati", "Jixamarani",
    "Ketzurahma", "Phaqirudin", "Dzawinoqa", "Fexirawati",
)  # fmt: skip
STREET, PHONE_TAIL = "Lorong Ujungqasih", "55{:05d}91"
PEOPLE = 60


def person(number: int) -> dict[str, str]:
    """One owner; the serial of the NIK has nothing to do with the place in the list."""
    words = [WORDS[(number * step + step) % len(WORDS)] for step in (1, 5, 7)]
    return {
        "NIK": f"{DAY}{(number * 7919 + 4127) % 10_000:04d}",
        "Nama Pemilik": " ".join(words),
        "Nama Usaha": f"UD Sinar {number}",
        "Alamat": f"{STREET} {number + 40}",
        "No HP": "0812" + PHONE_TAIL.format(number + 100),
    }


ALL = [person(number) for number in range(PEOPLE)]
#: Those who stand in odd places, and some who do not: enough to be looked for in everything.
LOOKED_FOR = (*range(13), 20, 40, PEOPLE - 1)


def row(number: int, **given: Any) -> list[Any]:
    made = business(number + 1)
    for name, value in {**ALL[number], **given}.items():
        made[HEAD.index(name)] = value
    return made


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """People in their columns, in free text of their own rows, in rows held back, in a list that was replaced."""
    home, folder = tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("masuk")
    rows = [row(number) for number in range(PEOPLE)]
    for number, column in enumerate(
        ("Produk", "Cabang Industri", "Satuan", "Status", "Desa", "Tahun Izin", "KBLI")
    ):
        one = ALL[number]
        rows[number][HEAD.index(column)] = f"milik {one['Nama Pemilik']} {one['NIK']} {one['No HP']}"
    rows[8] = row(8, **{"NIK": ALL[8]["NIK"][:15], "No HP": ALL[8]["No HP"] + "/" + ALL[9]["No HP"]})
    rows[10][HEAD.index("NIK")] = float(ALL[10]["NIK"])
    rows.append([99, *rows[11][1:]])
    book(folder / "daftar.xlsx", rows)
    code = ["load", str(folder), "--home", str(home)]
    assert cli.main(code) == 1
    # Rows of a list that was replaced, and what a second publishing might leave behind of the first.
    book(
        folder / "daftar.xlsx",
        [*rows[:-5], *(row(number, Produk="Dodol") for number in range(PEOPLE - 5, PEOPLE))],
    )
    alone = row(20, **{"Nama Usaha": "Tunggal Sendiri"})
    book(folder / "satu.xlsx", [alone], title=("DATA IKM KABUPATEN BARRU TAHUN 2019",))
    assert cli.main(code) in (0, 1)
    return home


def public(home: Path) -> Path:
    return home / "warehouse" / "ikm.duckdb"


def keys_in(home: Path) -> set[str]:
    asked = "SELECT DISTINCT orang_kunci FROM riwayat.ikm UNION SELECT DISTINCT usaha_kunci FROM riwayat.ikm"
    return {one for (one,) in ask(public(home), asked) if one}


def said_by_the_file(home: Path) -> set[str]:
    """Every short text of the public file that somebody could have taken for a key."""
    found: set[str] = {"", "masker", "masker.key", "kunci", "ikm", "rekap-ikm", "isi_sha256", "garam"}
    for schema, table in relations(public(home)):
        if table in {"kiriman", "terbitan", "kolom_asal"}:
            for one in ask(public(home), f'SELECT * FROM {schema}."{table}"'):
                found |= {str(value) for value in one if value is not None and len(str(value)) <= 64}
    return found


def constructions(keys: set[str]) -> Iterator[Callable[[bytes], str]]:
    for kind in ("sha256", "md5", "sha1", "sha512", "blake2b"):
        yield lambda text, kind=kind: hashlib.new(kind, text).hexdigest()  # type: ignore[misc]
    for key in sorted(keys):
        for secret in {
            key.encode(),
            *([bytes.fromhex(key)] if re.fullmatch(r"(?:[0-9a-f]{2})+", key) else []),
        }:
            state = hmac.new(secret, digestmod="sha256")

            def keyed(text: bytes, state: hmac.HMAC = state) -> str:
                made = state.copy()
                made.update(text)
                return made.hexdigest()

            yield keyed
            yield lambda text, secret=secret: hashlib.sha256(secret + text).hexdigest()  # type: ignore[misc]


def found_by(candidates: list[str], made: Callable[[bytes], str], wanted: set[str]) -> list[str]:
    """The candidates whose pseudonym, cut at either end, stands in the file."""
    found = []
    for text in candidates:
        told = made(text.encode())
        if told[:16] in wanted or told[-16:] in wanted:
            found.append(text)
    return found


def suspects() -> list[str]:
    """All NIK of a district and day, and all known names, as the program and as others might write them."""
    folded = [one["Nama Pemilik"].lower() for one in ALL]
    businesses = [one["Nama Usaha"].lower() for one in ALL]
    return [
        *(f"nik|{DAY}{serial}" for serial in SERIALS),
        *(DAY + one for one in SERIALS),
        *(f"nama|{name}|sumpang binangae|barru|73 11" for name in folded),
        *(f"nama|{name}|sumpang binangae|barru|73.11" for name in folded),
        *(f"usaha|{name}|barru|73.11" for name in businesses),
        *(f"usaha|{name}|barru|73 11" for name in businesses),
        *folded,
        *businesses,
        *(one["Nama Pemilik"] for one in ALL),
    ]


def test_with_the_key_every_suspect_is_found(home: Path) -> None:
    """The attack itself works: what it lacks below is the key."""
    key, wanted = masking_key(home), keys_in(home)
    found = found_by(suspects(), lambda text: hmac.new(key, text, "sha256").hexdigest(), wanted)
    assert len([one for one in found if one.startswith("nik|")]) >= PEOPLE - 3
    assert len([one for one in found if one.startswith("usaha|")]) >= PEOPLE - 3


def test_a_dictionary_of_everybody_finds_nobody_without_the_key(home: Path) -> None:
    wanted, candidates = keys_in(home), suspects()
    assert len(wanted) > PEOPLE
    for number, made in enumerate(constructions(said_by_the_file(home))):
        # All numbers of the day for the usual suspicions, the true ones for every text that the file holds.
        few = candidates if number < 12 else [f"nik|{one['NIK']}" for one in ALL] + candidates[-4 * PEOPLE :]
        assert found_by(few, made, wanted) == []


def test_duckdb_s_own_hashes_find_nobody(home: Path) -> None:
    wanted = keys_in(home)
    con = duckdb.connect()
    con.execute("CREATE TABLE dugaan AS SELECT unnest(?::VARCHAR[]) AS teks", [suspects()])
    for made in (
        "md5(teks)",
        "sha1(teks)",
        "sha256(teks)",
        "printf('%016x', hash(teks))",
        "hash(teks)::VARCHAR",
    ):
        told = con.execute(f"SELECT left({made}, 16), right({made}, 16) FROM dugaan").fetchall()
        assert not wanted & {one for pair in told for one in pair}
    con.close()


def test_the_hash_of_the_content_does_not_confirm_a_guess(home: Path) -> None:
    """A list of one business of which all is known but four figures of the NIK: its hash must not tell them."""
    asked = "SELECT isi_sha256 FROM kiriman WHERE berkas = 'satu.xlsx'"
    ((masked,),) = ask(public(home), asked)
    ((plain,),) = ask(home / "warehouse" / "terbatas" / "ikm.duckdb", asked)
    archived = next(path for path in (home / "archive").rglob("*.xlsx") if b"" != None and is_single(path))
    (sheet,), _ = read(Submission("satu.xlsx", "satu.xlsx", archived.read_bytes(), "", "xlsx"))
    line, column = next(
        (r, c)
        for r, cells in enumerate(sheet.values)
        for c, cell in enumerate(cells)
        if cell == ALL[20]["NIK"]
    )
    guesses = {}
    for serial in [*SERIALS[:20], ALL[20]["NIK"][-4:]]:
        sheet.values[line][column] = DAY + serial
        guesses[hashlib.sha256(f"{content_sha256(sheet)}|ikm|0".encode()).hexdigest()] = serial
    assert guesses.get(plain) == ALL[20]["NIK"][-4:], "the guess is made as the program makes it"
    assert masked not in guesses and len(masked) == 64


def is_single(path: Path) -> bool:
    opened = openpyxl.load_workbook(path, read_only=True)
    texts = [cell for line in opened.active.iter_rows(values_only=True) for cell in line]
    opened.close()
    return "Tunggal Sendiri" in texts


def traces(number: int) -> list[str]:
    """What would give a person away, in part too: last figures, day of birth, words of names, street."""
    one = ALL[number]
    return [
        one["NIK"], one["NIK"][:15], DAY, one["NIK"][6:], one["NIK"][-6:], one["No HP"], one["No HP"][1:],
        one["No HP"][-7:],
        one["Nama Pemilik"], *one["Nama Pemilik"].split(), STREET, "1979-08-05", "05/08/1979", "5 Agustus 1979",
    ]  # fmt: skip


def open_texts(home: Path) -> str:
    """Everything that SQL shows of the public file: cells, views, macros, comments, definitions, statistics."""
    path, parts = public(home), []
    for schema, table in relations(path):
        parts += [text for (text,) in ask(path, f'SELECT CAST(t AS VARCHAR) FROM {schema}."{table}" t')]
    for asked in (
        "SELECT * FROM duckdb_tables()", "SELECT * FROM duckdb_columns()", "SELECT * FROM duckdb_views()",
        "SELECT * FROM duckdb_functions() WHERE NOT internal", "SELECT * FROM duckdb_constraints()",
        "SELECT * FROM duckdb_types() WHERE NOT internal", "SELECT * FROM duckdb_indexes()",
        "SELECT * FROM duckdb_databases()", "SELECT * FROM duckdb_sequences()",
    ):  # fmt: skip
        parts += [str(one) for one in ask(path, asked)]
    tables = ask(path, "SELECT schema_name, table_name FROM duckdb_tables() WHERE database_name = 'ikm'")
    for schema, table in tables:
        parts += [str(one) for one in ask(path, f'SELECT * FROM (SUMMARIZE {schema}."{table}")')]
        parts += [str(one) for one in ask(path, f"SELECT * FROM pragma_storage_info('{schema}.{table}')")]
    return "\n".join(parts)


def test_nothing_that_sql_shows_gives_a_person_away(home: Path) -> None:
    text = open_texts(home)
    folded, bare = text.lower(), re.sub(r"(?<=\d)[ .\-()]+(?=\d)", "", text)
    assert len(text) > 100_000 and "sumpang binangae" in folded
    # Six figures may also stand in an amount or a hash by chance: as a number of their own they may not.
    numbers = set(re.findall(r"(?<![0-9a-f])\d{6,}(?![0-9a-f])", bare))
    given_away = {
        trace
        for number in LOOKED_FOR
        for trace in traces(number)
        if (trace in numbers if trace.isdigit() else trace.lower() in folded)
    }
    assert given_away == set()


def test_nothing_in_the_bytes_gives_a_person_away(home: Path) -> None:
    """Blocks that are free again, dictionaries of texts, statistics: whatever the file is made of."""
    raw = public(home).read_bytes()
    low = raw.lower()
    found = []
    wanted = {one for number in LOOKED_FOR for one in traces(number) if len(one) > 7 or not one.isdigit()}
    for trace in sorted(wanted):
        for encoding in ("utf-8", "utf-16-le"):
            if trace.lower().encode(encoding) in low:
                found.append((trace, encoding))
    for number in LOOKED_FOR:
        figures = int(ALL[number]["NIK"])
        found += [(str(figures), "BIGINT")] * (figures.to_bytes(8, "little") in raw)
    assert found == []


def test_the_restricted_file_holds_what_was_looked_for(home: Path) -> None:
    raw = (home / "warehouse" / "terbatas" / "ikm.duckdb").read_bytes().lower()
    for trace in (ALL[20]["NIK"], ALL[30]["Nama Pemilik"].lower(), STREET.lower(), ALL[40]["No HP"]):
        assert trace.encode() in raw


def test_the_order_of_rows_and_pseudonyms_tells_no_order_of_numbers(home: Path) -> None:
    """Neither does a pseudonym rise with the number behind it, nor are rows kept in the order of the numbers."""
    rows = ask(
        home / "warehouse" / "terbatas" / "ikm.duckdb",
        "SELECT nik, orang_kunci, usaha_kunci, row_number() OVER () AS urut, baris FROM ikm "
        "WHERE berkas = 'daftar.xlsx' AND nik IS NOT NULL",
    )
    assert len(rows) > PEOPLE - 8
    assert [one[4] for one in rows] == sorted(one[4] for one in rows), "rows stand as in the workbook"
    for column in (1, 2, 3):
        assert abs(agreement([one[0] for one in rows], [one[column] for one in rows])) < 0.35


def agreement(first: list[Any], second: list[Any]) -> float:
    """Spearman's rank correlation: 1 where both rise together, about 0 where neither knows of the other."""
    ranks = [{one: rank for rank, one in enumerate(sorted(values))} for values in (first, second)]
    size = len(first)
    apart = sum((ranks[0][a] - ranks[1][b]) ** 2 for a, b in zip(first, second, strict=True))
    return 1 - 6 * apart / (size * (size**2 - 1))


def test_two_homes_do_not_share_pseudonyms(home: Path, tmp_path: Path) -> None:
    """Who makes a warehouse of his own, with suspects in it, gets other pseudonyms for them."""
    book(tmp_path / "tebakan.xlsx", [row(number) for number in range(30)])
    other = tmp_path / "rumah"
    assert cli.main(["load", str(tmp_path / "tebakan.xlsx"), "--home", str(other)]) in (0, 1)
    assert keys_in(other) and not keys_in(other) & keys_in(home)
    hashes = "SELECT isi_sha256 FROM kiriman WHERE isi_sha256 <> ''"
    assert not set(ask(public(other), hashes)) & set(ask(public(home), hashes))
