"""The report types against the contract, and their vocabulary against itself."""

import csv
import doctest
import re
import subprocess
import sys
from collections import defaultdict
from datetime import date
from pathlib import Path

import pandera.errors
import polars as pl
import pytest

from schemas import foreign_headings, phrases, wordings
from schemas.base import Column, ReportSpec
from schemas.reports import REPORTS, model, spec, specs

CONTRACT = Path(__file__).with_name("contract_columns.csv")
SHARED = Path(__file__).parents[2] / "shared" / "contract" / "columns.csv"

# One word, two columns: only the values below can decide. "Komoditi" holds the product or the branch, "Dana"
# the source of the money or the amount.
AMBIGUOUS = {("ikm", "komoditas"), ("pembinaan", "dana"), ("anggaran", "dana")}

KIND_OF_TYPE = {
    "text": {"text", "category", "gender", "nik", "nib", "kbli", "phone", "desa", "kecamatan", "unit"},
    "integer": {"count", "money", "year"},
    "decimal": {"decimal", "percent"},
    "date": {"date"},
}


def contract() -> dict[str, list[dict[str, str]]]:
    with CONTRACT.open(encoding="utf-8", newline="") as file:
        tables: dict[str, list[dict[str, str]]] = defaultdict(list)
        for row in csv.DictReader(file):
            tables[row["table"]].append(row)
    del tables["*"]
    return tables


def normal(text: str) -> str:
    """A plain reading of a heading: words expanded, fillers dropped, order ignored."""
    words: set[str] = set()
    for token in re.findall(r"[a-z0-9]+", text.lower().replace("l+p", "total").replace("%", " persen ")):
        for word in wordings.ABBREVIATIONS.get(token, token).split():
            words.update(wordings.SYNONYMS.get(word, word).split())
    return " ".join(sorted(words - wordings.FILLERS))


def all_columns() -> list[tuple[ReportSpec, Column]]:
    return [(one, column) for one in specs() for column in one.columns]


COLUMNS = [pytest.param(one, column, id=f"{one.name}.{column.name}") for one, column in all_columns()]


def test_the_copied_contract_is_the_shared_one() -> None:
    if not SHARED.exists():
        pytest.skip("the shared contract is not beside the project")
    assert CONTRACT.read_text(encoding="utf-8") == SHARED.read_text(encoding="utf-8")


def test_the_report_types_are_those_of_the_contract() -> None:
    assert [one.name for one in specs()] == list(contract())
    assert len(REPORTS) == len(specs())


@pytest.mark.parametrize("name", list(contract()))
def test_columns_are_those_of_the_contract_in_its_order(name: str) -> None:
    declared = [
        (one.name, one.unit or "", "1" if one.required else "", one.personal or "")
        for one in spec(name).columns
    ]
    wanted = [(row["column"], row["unit"], row["required"], row["personal"]) for row in contract()[name]]
    assert declared == wanted
    for row in contract()[name]:
        assert spec(name).column(row["column"]).kind in KIND_OF_TYPE[row["type"]]


def canonical(table: str, meaning: str) -> list[str]:
    """The canonical words that the contract lists in a column's meaning; [] where it lists none."""
    other = re.fullmatch(r"as (\w+)\.(\w+)", meaning)
    if other:
        table, name = other.groups()
        meaning = next(row["meaning"] for row in contract()[table] if row["column"] == name)
    return [re.sub(r"\s*\(.*", "", word).strip() for word in meaning.split(" | ")] if " | " in meaning else []


@pytest.mark.parametrize(("one", "column"), COLUMNS)
def test_categories_are_the_canonical_words_of_the_contract(one: ReportSpec, column: Column) -> None:
    meaning = next(row["meaning"] for row in contract()[one.name] if row["column"] == column.name)
    assert list(column.categories or {}) == canonical(one.name, meaning)
    assert (column.categories is not None) == (column.kind == "category")


@pytest.mark.parametrize(("one", "column"), COLUMNS)
def test_every_column_explains_itself_in_both_languages(one: ReportSpec, column: Column) -> None:
    for text in (column.title, column.title_en, column.meaning, column.meaning_en):
        assert text.strip()
    assert column.meaning.endswith(".") and column.meaning_en.endswith(".")
    assert len(column.wordings) >= 8


@pytest.mark.parametrize(("one", "column"), COLUMNS)
def test_columns_refer_to_columns_of_their_report(one: ReportSpec, column: Column) -> None:
    assert column.range_end is None or one.column(column.range_end).kind == "date"
    assert column.unit_column is None or one.column(column.unit_column).kind == "unit"
    if column.kind == "year":
        assert (column.minimum, column.maximum) == (1900, 2100)


@pytest.mark.parametrize("one", specs(), ids=lambda one: one.name)
def test_a_wording_belongs_to_one_column_of_a_report(one: ReportSpec) -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for column in one.columns:
        for wording in column.wordings:
            # What stands in brackets is read as a unit or a scale, so it cannot tell columns apart.
            assert normal(wording) and "(" not in wording, wording
            owners[normal(wording)].add(column.name)
    shared = {(one.name, words) for words, names in owners.items() if len(names) > 1}
    assert shared == {case for case in AMBIGUOUS if case[0] == one.name}


@pytest.mark.parametrize(("one", "column"), COLUMNS)
def test_a_spelling_belongs_to_one_category(one: ReportSpec, column: Column) -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for word, spellings in (column.categories or {}).items():
        for spelling in (word, *spellings):
            owners[re.sub(r"[\W_]", "", spelling.lower())].add(word)
    assert {spelling: words for spelling, words in owners.items() if len(words) > 1} == {}


@pytest.mark.parametrize("one", specs(), ids=lambda one: one.name)
def test_reports_are_announced_and_their_rules_read_their_own_columns(one: ReportSpec) -> None:
    assert one.title and one.title_en and one.meaning and one.meaning_en
    assert len(one.title_words) >= 10
    for name in one.required_any:
        assert one.has(name)
    for rule in one.rules:
        assert rule.note
        assert {rule.column, *rule.needs} <= {column.name for column in one.columns}
        assert set(rule.broken.meta.root_names()) == set(rule.needs)


def test_no_two_reports_are_announced_by_the_same_words() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for one in specs():
        for words in one.title_words:
            owners[words].add(one.name)
    assert {words for words, names in owners.items() if len(names) > 1} == set()


@pytest.mark.parametrize("ambiguous", ["APBD", "DAK", "Hibah", "Dana Pusat"])
def test_words_that_could_mean_two_sources_are_not_listed(ambiguous: str) -> None:
    categories = spec("anggaran").column("sumber_dana").categories or {}
    assert all(ambiguous not in (word, *spellings) for word, spellings in categories.items())


@pytest.mark.parametrize(
    ("report", "heading", "name"),
    [
        ("ikm", "Nm. Perusahaan", "nama_usaha"),
        ("ikm", "TK Lk", "tenaga_kerja_l"),
        ("ikm", "Tenaga Kerja Wanita", "tenaga_kerja_p"),
        ("ikm", "Nilai BB/BP (Rp)", "nilai_bahan_baku"),
        ("ikm", "Thn. Ijin", "tahun_izin"),
        ("ikm", "Kap. Prod. Jlh", "kapasitas_produksi"),
        ("rekap", "Jlh Unit Usaha", "jumlah_unit"),
        ("pembinaan", "Jml Peserta Pr", "peserta_p"),
        ("pembinaan", "Real. Keu", "realisasi"),
        ("bantuan_alat", "Tgl. Serah Terima", "tanggal_serah"),
        ("sentra", "Jml. Workshop", "jumlah_workshop"),
        ("anggaran", "Realisasi Fisik (%)", "realisasi_fisik"),
        ("kerja_sama", "Masa Berlaku s/d", "berlaku_sampai"),
        ("potensi", "Komoditi Unggulan", "komoditas"),
        ("usulan", "Prkr. Biaya", "perkiraan_biaya"),
        ("kunjungan", "Hari / Tgl", "tanggal"),
    ],
)
def test_abbreviated_headings_read_as_declared_wordings(report: str, heading: str, name: str) -> None:
    owners = {normal(text): column.name for column in spec(report).columns for text in column.wordings}
    assert owners[normal(heading)] == name


def test_abbreviations_and_synonyms_are_single_tokens_that_lead_somewhere() -> None:
    for table in (wordings.ABBREVIATIONS, wordings.SYNONYMS):
        for token, words in table.items():
            assert re.fullmatch(r"[a-z0-9]+", token)
            assert re.fullmatch(r"[a-z0-9 ]+", words) and words != token
    assert not set(wordings.SYNONYMS) & set(wordings.ABBREVIATIONS)
    assert all(" " not in word for word in wordings.SYNONYMS.values())
    # A synonym that led to another synonym would depend on how often it is applied.
    assert not {word for words in wordings.SYNONYMS.values() for word in words.split()} & set(
        wordings.SYNONYMS
    )


def test_a_heading_is_not_both_ignored_and_a_district() -> None:
    ignored = {normal(text) for text in foreign_headings.IGNORED_HEADINGS}
    assert not ignored & {normal(text) for text in foreign_headings.DISTRICT_HEADINGS}
    assert "" not in ignored


def frame(report: str, rows: list[dict[str, object]]) -> pl.DataFrame:
    types = {column.name: column.polars_type for column in spec(report).columns}
    return pl.DataFrame(rows, schema=types)


def test_the_model_accepts_a_good_frame() -> None:
    rows: list[dict[str, object]] = [
        {"nama_usaha": "UD Contoh", "nik": "7311014107800001", "tenaga_kerja": 0, "status": "aktif"},
        {"nama_pemilik": "Fulan", "jenis_kelamin": "L", "bentuk_usaha": "PT", "telepon": "+6281234567890"},
    ]
    good = frame("ikm", rows)
    assert model("ikm").validate(good, lazy=True).equals(good)


def test_the_model_lists_every_failure_of_a_bad_frame() -> None:
    rows: list[dict[str, object]] = [
        {
            "nama_kegiatan": "Pelatihan",
            "sumber_dana": "APBN",
            "pagu": 5,
            "realisasi": 2,
            "realisasi_fisik": 40.0,
        },
        {"nama_kegiatan": None, "sumber_dana": "APBD", "pagu": -1, "realisasi": 2, "realisasi_fisik": 140.0},
        {"nama_kegiatan": "Magang", "sumber_dana": None, "pagu": None, "realisasi": -3},
    ]
    with pytest.raises(pandera.errors.SchemaErrors) as caught:
        model("anggaran").validate(frame("anggaran", rows), lazy=True)
    failures = caught.value.failure_cases
    found = set(zip(failures["column"].to_list(), failures["index"].to_list(), strict=True))
    assert found == {
        ("nama_kegiatan", 1),
        ("sumber_dana", 1),
        ("pagu", 1),
        ("realisasi_fisik", 1),
        ("sumber_dana", 2),
        ("pagu", 2),
        ("realisasi", 2),
    }


@pytest.mark.parametrize(
    ("report", "kode", "row", "broken"),
    [
        ("anggaran", "REALISASI_MELEBIHI_PAGU", {"pagu": 10, "realisasi": 11}, True),
        ("anggaran", "REALISASI_MELEBIHI_PAGU", {"pagu": 10, "realisasi": 10}, False),
        ("anggaran", "REALISASI_MELEBIHI_PAGU", {"realisasi": 10}, False),
        ("pembinaan", "REALISASI_MELEBIHI_PAGU", {"anggaran": 5, "realisasi": 6}, True),
        ("pembinaan", "NILAI_TIDAK_COCOK", {"jumlah_peserta": 30, "peserta_l": 10, "peserta_p": 19}, True),
        ("pembinaan", "NILAI_TIDAK_COCOK", {"jumlah_peserta": 30, "peserta_l": 10}, False),
        (
            "pembinaan",
            "SELESAI_SEBELUM_MULAI",
            {"tanggal_mulai": date(2022, 7, 2), "tanggal_selesai": date(2022, 7, 1)},
            True,
        ),
        ("bantuan_alat", "NILAI_TIDAK_COCOK", {"jumlah": 3, "harga_satuan": 1_000, "nilai": 3_000}, False),
        ("bantuan_alat", "NILAI_TIDAK_COCOK", {"jumlah": 3, "harga_satuan": 333, "nilai": 1_000}, False),
        ("bantuan_alat", "NILAI_TIDAK_COCOK", {"jumlah": 3, "harga_satuan": 1_000, "nilai": 3_100}, True),
        ("bantuan_alat", "NILAI_TIDAK_COCOK", {"jumlah": 3, "harga_satuan": 1_000, "nilai": 0}, True),
        ("bantuan_alat", "NILAI_TIDAK_COCOK", {"jumlah": 3, "nilai": 3_100}, False),
        ("ikm", "NILAI_TIDAK_COCOK", {"tenaga_kerja": 9, "tenaga_kerja_l": 4, "tenaga_kerja_p": 4}, True),
        ("ikm", "BAHAN_BAKU_MELEBIHI_PRODUKSI", {"nilai_bahan_baku": 9, "nilai_produksi": 8}, True),
        ("ikm", "KAPASITAS_TANPA_SATUAN", {"kapasitas_produksi": 9.0}, True),
        ("ikm", "KAPASITAS_TANPA_SATUAN", {"kapasitas_produksi": 9.0, "satuan_produksi": "kg"}, False),
        ("ikm", "KAPASITAS_TANPA_SATUAN", {}, False),
        ("ikm", "BUKAN_IKM", {"nilai_investasi": 16_000_000_000, "tenaga_kerja": 20}, True),
        ("ikm", "BUKAN_IKM", {"nilai_investasi": 16_000_000_000, "tenaga_kerja": 19}, False),
        ("ikm", "BUKAN_IKM", {"nilai_investasi": 16_000_000_000}, False),
        (
            "kerja_sama",
            "SELESAI_SEBELUM_MULAI",
            {"tanggal_tanda_tangan": date(2022, 7, 2), "berlaku_sampai": date(2021, 7, 2)},
            True,
        ),
    ],
)
def test_rules_find_what_they_are_for(report: str, kode: str, row: dict[str, object], broken: bool) -> None:
    rule = next(one for one in spec(report).rules if one.kode == kode)
    # A rule over an empty cell gives null: it neither holds nor fails.
    assert (frame(report, [row]).select(rule.broken).item() is True) == broken


def test_unknown_report_types_and_columns_are_key_errors() -> None:
    with pytest.raises(KeyError):
        spec("tidak_ada")
    with pytest.raises(KeyError):
        model("tidak_ada")
    with pytest.raises(KeyError):
        spec("ikm").column("tidak_ada")


def test_importing_the_package_loads_no_library() -> None:
    code = "import sys, schemas, schemas.wordings; print({'polars', 'pandera'} & set(sys.modules))"
    root = Path(__file__).parents[1]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_examples_in_the_docs_hold() -> None:
    assert doctest.testmod(phrases).failed == 0
