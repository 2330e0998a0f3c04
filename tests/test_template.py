"""Blank forms: filled in as a district would, they load without a single finding, whatever the report type."""

from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Mapping, Sequence
from copy import copy
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from flows.cli import main
from flows.grammar.own_sheets import EXAMPLE_ROWS, OWN_BEGINNINGS, is_ours
from flows.outputs.template import HEAD, ROWS, template_workbook
from flows.outputs.template_fields import Field, fields_of
from flows.outputs.template_words import period_said, periods_of
from flows.take_in import check_paths, load_paths
from schemas.base import Column, Kind, ReportSpec, Rule, column
from schemas.kbli import known_kbli
from schemas.periods import find_periods, period_of
from schemas.regions import districts, villages_by_kecamatan
from schemas.reports import spec, specs
from tests.deliveries import ask
from warehouse.records import Delivery

WILAYAH, PERIODE = "73.11", "2025-T2"
OFFICE = shutil.which("soffice")
REPORTS = [one.name for one in specs()]
Cell = str | int | float | date

pytestmark = pytest.mark.usefixtures("in_this_process")
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not at hand")


def made(name: str, wilayah: str | None = WILAYAH, periode: str | None = PERIODE, bahasa: str = "id") -> Any:
    data = template_workbook(spec(name), wilayah, periode, bahasa, tahun=2025)
    return openpyxl.load_workbook(io.BytesIO(data), rich_text=True)


def form_of(book: Any) -> Worksheet:
    sheet: Worksheet = book.worksheets[0]
    return sheet


def column_of(sheet: Worksheet, place: int) -> Any:
    """The format of a whole column, which neighbours may share; ``place`` counts from 1."""
    return next(one for one in sheet.column_dimensions.values() if one.min <= place <= one.max)


TEXTS: Mapping[str, Sequence[str]] = {
    "nama": ("Siti Rekaan", "Baso Rekaan", "Andi Khayal", "Rahma Contoh"),
    "alamat": ("Jl. Rekaan No. 3", "Dusun Khayal RT 2", "Lingkungan Contoh", "Jl. Poros Km 4"),
    "nama_usaha": ("UD Rekaan", "CV Khayal", "Kelompok Contoh Tani", "Rumah Abon"),
    "nama_kegiatan": (
        "Pelatihan abon ikan",
        "Magang tenun sutra",
        "Pendampingan kemasan",
        "Bimtek mutu garam",
    ),
    "komoditas": ("Abon ikan", "Kain tenun", "Garam", "Keripik pisang"),
    "lokasi": ("Aula kantor dinas", "Halaman kantor camat", "Pasar Mattirowalie", "Balai desa"),
}
OTHER_TEXTS = ("Kerupuk udang", "Gula aren", "Mesin jahit", "Anyaman bambu")


def plausible(one: Field, row: int, wilayah: str = WILAYAH) -> Cell:
    """A value as a district writes it in the ``row``-th line of the form."""
    declared = one.column
    places = list(villages_by_kecamatan(wilayah).items())
    kecamatan, desa = places[row % len(places)]
    begin = period_of(PERIODE).mulai
    words: Mapping[Kind, Sequence[Cell]] = {
        "gender": ("L", "P"),
        "nib": [f"91200012345{row:02}"],
        "kbli": list(known_kbli())[10:40:7],
        "phone": [f"08520000{row:04}", f"+62411555{row:03}"],
        "desa": [desa[row % len(desa)]],
        "kecamatan": [kecamatan],
        "unit": ("kg", "buah", "lembar", "m3"),
        "year": (2019, 2021, 2024),
        "decimal": (1200, 12.5, 0.75, 3),
        "percent": (100, 87.5, 40, 0),
        "date": [begin + timedelta(days=3 + 7 * row)],
        "count": (3, 1, 12, 7),
    }
    if declared.kind == "nik":
        sex = 40 if row % 2 else 0
        return f"731101{sex + 11 + row:02}0488{row + 1:04}"
    if declared.categories:
        return list(declared.categories)[row % len(declared.categories)]
    if declared.kind == "text":
        texts = TEXTS.get(declared.name) or TEXTS.get(declared.personal or "") or OTHER_TEXTS
        return f"{texts[row % len(texts)]} {'ABCDEFGH'[row]}"
    if declared.kind == "money":
        return 2_500_000 * (row + 1)
    listed = words[declared.kind]
    return listed[row % len(listed)]


def agreeing(report: ReportSpec, row: dict[str, Cell]) -> dict[str, Cell]:
    """The row with what its own rules ask for: totals that add up, amounts below their ceilings."""
    for total, parts in (("tenaga_kerja", "tenaga_kerja"), ("jumlah_peserta", "peserta")):
        if report.has(f"{parts}_l") and report.has(total):
            row[total] = int(str(row[f"{parts}_l"])) + int(str(row[f"{parts}_p"]))
    if report.has("harga_satuan"):
        row["nilai"] = int(str(row["jumlah"])) * int(str(row["harga_satuan"]))
    for less, more in (
        ("nilai_bahan_baku", "nilai_produksi"),
        ("realisasi", "pagu"),
        ("realisasi", "anggaran"),
    ):
        if report.has(less) and report.has(more):
            row[less] = int(str(row[more])) - 500_000
    for first, last in (("tanggal_mulai", "tanggal_selesai"), ("tanggal_tanda_tangan", "berlaku_sampai")):
        begin = row.get(first)
        if report.has(last) and isinstance(begin, date):
            row[last] = begin + timedelta(days=2)
    return row


def rows_for(report: ReportSpec, fields: Sequence[Field], count: int = 8) -> list[dict[str, Cell]]:
    return [
        agreeing(report, {one.column.name: plausible(one, row) for one in fields}) for row in range(count)
    ]


def fill(path: Path, name: str, rows: Sequence[Mapping[str, Cell]], *, numbered: bool = True) -> Path:
    """The form as a district saves it, with ``rows`` in it."""
    book = made(name)
    sheet = form_of(book)
    places = {one.column.name: one.place + 1 for one in fields_of(spec(name), WILAYAH, PERIODE)}
    for line, row in enumerate(rows):
        at = HEAD + 2 + line
        if numbered:
            sheet.cell(at, 1, line + 1)
        for kolom, value in row.items():
            cell = sheet.cell(at, places[kolom], value)
            cell._style = copy(column_of(sheet, cell.column)._style)  # as typed into the column
    book.save(path)
    return path


def loaded(path: Path) -> Delivery:
    """What the loader makes of a file that holds one table and nothing to find fault with."""
    deliveries = check_paths([path])
    assert [(one.kode, one.lembar, one.sel, one.nilai) for one in deliveries[0].findings] == []
    assert len(deliveries) == 1
    return deliveries[0]


def read_back(declared: Column, value: Cell | None) -> object:
    """A cell as the warehouse holds it."""
    if declared.kind == "phone" and value is not None:
        return re.sub(r"^0", "+62", str(value))
    return value


def expect(delivery: Delivery, name: str, rows: Sequence[Mapping[str, Cell]]) -> None:
    report = spec(name)
    assert (delivery.laporan, delivery.kode_wilayah, delivery.periode) == (name, WILAYAH, PERIODE)
    assert delivery.good is not None
    assert delivery.held == []
    got = delivery.good.select(one.name for one in report.columns).rows(named=True)
    wanted = [{one.name: read_back(one, row.get(one.name)) for one in report.columns} for row in rows]
    assert got == wanted


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("numbered", [True, False], ids=["numbered", "not numbered"])
def test_a_form_with_all_columns_filled_loads_without_findings(
    name: str, numbered: bool, inbox: Path
) -> None:
    rows = rows_for(spec(name), fields_of(spec(name), WILAYAH, PERIODE))
    expect(loaded(fill(inbox / "kiriman.xlsx", name, rows, numbered=numbered)), name, rows)


def test_a_section_that_is_written_into_a_form_is_no_business(inbox: Path) -> None:
    rows = [{"nama_usaha": name} for name in ("KECAMATAN BALUSU", "Kecap Rekaan", "Kec. Barru", "UD Rekaan")]
    wanted = [{**rows[1], "kecamatan": "Balusu"}, {**rows[3], "kecamatan": "Barru"}]
    delivery = loaded(fill(inbox / "kiriman.xlsx", "ikm", rows, numbered=False))
    assert delivery.good is not None
    got = delivery.good.select("nama_usaha", "kecamatan").rows(named=True)
    assert [{**row, "kecamatan": row["kecamatan"].title()} for row in got] == wanted


def only_required(name: str, rows: Sequence[Mapping[str, Cell]]) -> list[dict[str, Cell]]:
    report = spec(name)
    kept = {one.name for one in report.columns if one.required} | set(report.required_any[:1])
    return [{kolom: value for kolom, value in row.items() if kolom in kept} for row in rows]


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("numbered", [True, False], ids=["numbered", "not numbered"])
@pytest.mark.parametrize("count", [1, 8])
def test_a_form_with_only_the_required_columns_loads_without_findings(
    name: str, numbered: bool, count: int, inbox: Path
) -> None:
    rows = only_required(name, rows_for(spec(name), fields_of(spec(name), WILAYAH, PERIODE), count))
    delivery = loaded(fill(inbox / "kiriman.xlsx", name, rows, numbered=numbered))
    derived = [{**row, "metode": read} for row, read in zip(rows, methods(delivery), strict=True)]
    expect(delivery, name, derived if spec(name).has("metode") else rows)


def methods(delivery: Delivery) -> list[Cell]:
    """An activity's title may name its method: that is read where the column is left empty, and is not ours."""
    assert delivery.good is not None
    has = "metode" in delivery.good.columns
    return delivery.good["metode"].to_list() if has else [""] * len(delivery.good)


@pytest.mark.parametrize("name", REPORTS)
def test_the_example_row_is_valid(name: str, inbox: Path) -> None:
    row = {one.column.name: one.example for one in fields_of(spec(name), WILAYAH, PERIODE)}
    expect(loaded(fill(inbox / "kiriman.xlsx", name, [row])), name, [row])


@needs_office
def test_forms_saved_by_libreoffice_load_without_findings(inbox: Path, tmp_path: Path) -> None:
    rows = {name: rows_for(spec(name), fields_of(spec(name), WILAYAH, PERIODE)) for name in REPORTS}
    for name in REPORTS:
        fill(tmp_path / f"{name}.xlsx", name, rows[name])
    for kind in ("xlsx", "ods"):
        converted(sorted(tmp_path.glob("*.xlsx")), inbox / kind, kind)
        for name in REPORTS:
            expect(loaded(inbox / kind / f"{name}.{kind}"), name, rows[name])


def converted(paths: Sequence[Path], folder: Path, kind: str) -> None:
    assert OFFICE is not None
    profile = f"-env:UserInstallation=file://{folder.parent.parent}/lo"
    command = [OFFICE, profile, "--headless", "--convert-to", kind, "--outdir", str(folder), *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)


@needs_office
def test_libreoffice_prints_a_form_on_few_pages(tmp_path: Path) -> None:
    path = tmp_path / "formulir.xlsx"
    path.write_bytes(template_workbook(spec("ikm"), WILAYAH, PERIODE, tahun=2025))
    converted([path], tmp_path / "cetak", "pdf")
    pages = len(re.findall(rb"/Type\s*/Page\b", (tmp_path / "cetak" / "formulir.pdf").read_bytes()))
    assert 3 <= pages <= 6


@pytest.mark.parametrize("name", REPORTS)
def test_an_empty_form_is_refused_with_a_kind_word(name: str, inbox: Path) -> None:
    for wilayah, periode in ((WILAYAH, PERIODE), (None, None)):
        path = inbox / "kosong.xlsx"
        path.write_bytes(template_workbook(spec(name), wilayah, periode, tahun=2025))
        (delivery,) = check_paths([path])
        assert [one.kode for one in delivery.findings] == ["BERKAS_KOSONG"]
        assert "satu baris data" in delivery.findings[0].pesan


def test_a_form_that_asks_for_district_and_period_takes_the_answers(inbox: Path) -> None:
    book = made("ikm", None, None)
    sheet = form_of(book)
    asked = {sheet.cell(row, 1).value: sheet.cell(row, 3) for row in (2, 3)}
    assert list(asked) == ["Kabupaten/Kota", "Periode"]
    assert all(not cell.protection.locked for cell in asked.values())
    offered = choices(book, sheet, asked["Periode"].coordinate)
    assert offered[:2] == ["Tahun 2025", "Semester I Tahun 2025"]
    assert len(offered) == 2 * len(periods_of(2025))
    assert choices(book, sheet, asked["Kabupaten/Kota"].coordinate) == [
        one.nama_lengkap for one in districts().values()
    ]
    asked["Kabupaten/Kota"].value, asked["Periode"].value = "Kabupaten Barru", "Triwulan II Tahun 2025"
    sheet.cell(HEAD + 2, 2, "UD Rekaan")
    path = inbox / "kiriman.xlsx"
    book.save(path)
    expect(loaded(path), "ikm", [{"nama_usaha": "UD Rekaan"}])
    asked["Periode"].value = None
    book.save(path)
    assert [one.kode for one in check_paths([path])[0].findings] == ["PERIODE_TAK_DIKENAL"]


def test_periods_are_said_so_that_they_are_understood() -> None:
    for kode in [*periods_of(2021), *periods_of(2026)]:
        assert [one.kode for one in find_periods(period_said(kode))] == [kode]


def choices(book: Any, sheet: Worksheet, cell: str) -> list[str]:
    """The words that the dropdown of a cell offers, read through the range it names."""
    (rule,) = [one for one in sheet.data_validations.dataValidation if cell in one.sqref]
    assert rule.type == "list"
    lembar, _, cells = str(rule.formula1).partition("!")
    assert len(str(rule.formula1)) < 255
    return [str(row[0].value) for row in book[lembar][cells.replace("$", "")]]


@pytest.mark.parametrize("name", REPORTS)
def test_each_heading_has_its_note_and_each_list_its_canonical_words(name: str) -> None:
    book = made(name)
    sheet = form_of(book)
    fields = fields_of(spec(name), WILAYAH, PERIODE)
    assert {one.column.name for one in fields} == {one.name for one in spec(name).columns}
    for one in fields:
        head = sheet.cell(HEAD + 1, one.place + 1)
        assert one.column.title in str(head.value)
        assert str(head.value).endswith(" *") == one.column.required
        assert head.comment is not None and one.column.meaning in head.comment.text
        for row in (HEAD + 2, HEAD + 1 + ROWS):
            cell = f"{get_column_letter(one.place + 1)}{row}"
            if one.column.categories:
                assert choices(book, sheet, cell) == list(one.column.categories)
            if one.column.kind == "kecamatan":
                assert choices(book, sheet, cell) == sorted(villages_by_kecamatan(WILAYAH))
    assert sheet.auto_filter.ref == f"A{HEAD + 1}:{get_column_letter(len(fields) + 1)}{HEAD + 1 + ROWS}"


def test_a_list_longer_than_excel_takes_in_a_formula_goes_through_the_hidden_sheet(tmp_path: Path) -> None:
    words = tuple(f"pilihan panjang nomor {number}, dengan koma" for number in range(60))
    assert len(",".join(words)) > 255
    extended = with_column("keahlian", "category", categories=dict.fromkeys(words, ()))
    book = openpyxl.load_workbook(io.BytesIO(template_workbook(extended, WILAYAH, PERIODE, tahun=2025)))
    sheet = form_of(book)
    assert choices(book, sheet, f"{get_column_letter(len(extended.columns) + 1)}{HEAD + 2}") == list(words)
    assert book["Pilihan"].sheet_state == "veryHidden"


def with_column(name: str, kind: Kind, **more: Any) -> ReportSpec:
    """The kunjungan with one column more, as if its file declared it."""
    from dataclasses import replace

    report = spec("kunjungan")
    declared = column(
        kind, title="Keahlian khusus", title_en="Skill", meaning="Keahlian.", meaning_en="Skill.", **more
    )
    metadata = declared.properties["metadata"] if hasattr(declared, "properties") else declared.metadata
    one = Column(name=name, title="Keahlian khusus", **metadata)
    return replace(report, columns=(*report.columns, one), rules=tuple[Rule, ...]())


@pytest.mark.parametrize("kode", ["73.06", "73.24", "74.71", "53.15"])
def test_the_desa_of_a_row_are_those_of_its_kecamatan(kode: str) -> None:
    book = made("ikm", kode)
    sheet = form_of(book)
    fields = {one.column.kind: one for one in fields_of(spec("ikm"), kode, PERIODE)}
    assert fields["kecamatan"].place + 1 == fields["desa"].place
    cell = f"{get_column_letter(fields['desa'].place + 1)}{HEAD + 2}"
    (rule,) = [one for one in sheet.data_validations.dataValidation if cell in one.sqref]
    beside = f"${get_column_letter(fields['kecamatan'].place + 1)}{HEAD + 2}"
    formula = str(rule.formula1)
    assert formula.count(beside) == 3 and "OFFSET(" in formula
    desa, kecamatan = re.findall(r"Pilihan!(\$[A-Z]+\$\d+:\$[A-Z]+\$\d+)", formula)[:2]
    assert range_boundaries(desa.replace("$", ""))[1::2] == range_boundaries(kecamatan.replace("$", ""))[1::2]
    pairs = [
        (above[0].value, inside[0].value)
        for above, inside in zip(
            book["Pilihan"][kecamatan.replace("$", "")], book["Pilihan"][desa.replace("$", "")], strict=True
        )
    ]
    wanted = [(name, one) for name, inside in villages_by_kecamatan(kode).items() for one in inside]
    # A village called Sama would be read as "the same as above".
    assert pairs == [(name, "Desa Sama" if one == "Sama" else one) for name, one in wanted]
    assert len(pairs) == len({*pairs})
    assert rule.errorStyle == "warning"


@needs_office
def test_libreoffice_follows_the_formula_of_the_desa(tmp_path: Path) -> None:
    """The dropdown's formula, put into cells: as many desa as the row's kecamatan has, and the right first one."""
    book = made("ikm", "73.06")
    sheet = form_of(book)
    fields = {one.column.kind: one for one in fields_of(spec("ikm"), "73.06", PERIODE)}
    cell = f"{get_column_letter(fields['desa'].place + 1)}{HEAD + 2}"
    (rule,) = [one for one in sheet.data_validations.dataValidation if cell in one.sqref]
    asked = book.create_sheet("Hitung")
    kecamatan = list(villages_by_kecamatan("73.06"))
    for row, name in enumerate([*kecamatan, None], start=1):
        sheet.cell(HEAD + 1 + row, fields["kecamatan"].place + 1, name)
        formula = re.sub(
            rf"(\${get_column_letter(fields['kecamatan'].place + 1)}){HEAD + 2}",
            rf"'{sheet.title}'!\g<1>{HEAD + 1 + row}",
            str(rule.formula1),
        )
        asked.cell(row, 1, f"=ROWS({formula})")
        asked.cell(row, 2, f"=INDEX({formula},1)")
    book.move_sheet("Hitung", -len(book.sheetnames) + 1)
    book.active = 0
    path = tmp_path / "hitung.xlsx"
    book.security = None
    book.save(path)
    converted([path], tmp_path / "csv", "csv")
    got = list(csv.reader((tmp_path / "csv" / "hitung.csv").read_text(encoding="utf-8").splitlines()))
    places = villages_by_kecamatan("73.06")
    every = [desa for inside in places.values() for desa in inside]
    wanted = [[str(len(inside)), inside[0]] for inside in places.values()] + [[str(len(every)), every[0]]]
    assert got == wanted


CHECKED: Mapping[str, tuple[str, str]] = {  # column → type and formula of what its cells accept
    "nik": ("custom", "16"),
    "nib": ("custom", "13"),
    "kbli": ("custom", "5"),
    "tenaga_kerja": ("whole", "0"),
    "nilai_produksi": ("whole", "0"),
    "tahun_izin": ("whole", "1900"),
    "kapasitas_produksi": ("decimal", "0"),
}


def test_cells_accept_what_their_column_holds_and_keep_it() -> None:
    book = made("ikm")
    sheet = form_of(book)
    for one in fields_of(spec("ikm"), WILAYAH, PERIODE):
        letter = get_column_letter(one.place + 1)
        rules = [
            rule for rule in sheet.data_validations.dataValidation if f"{letter}{HEAD + 2}" in rule.sqref
        ]
        if one.column.name in CHECKED:
            kind, said = CHECKED[one.column.name]
            assert rules[0].type == kind and said in str(rules[0].formula1)
        if one.column.kind != "text":
            assert rules[0].promptTitle and rules[0].prompt and rules[0].error
        entry = column_of(sheet, one.place + 1)
        assert not entry.protection.locked
        texts = {"text", "nik", "nib", "kbli", "phone", "desa", "kecamatan", "unit", "category", "gender"}
        assert (entry.number_format == "@") == (one.column.kind in texts)


def test_the_structure_is_protected_and_the_cells_to_fill_are_open() -> None:
    data = template_workbook(spec("pembinaan"), WILAYAH, PERIODE, tahun=2025)
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = form_of(book)
    assert book.security.lockStructure
    assert sheet.protection.sheet and not sheet.protection.password
    assert not (sheet.protection.sort or sheet.protection.formatRows or sheet.protection.autoFilter)
    assert sheet.cell(HEAD + 1, 2).protection.locked
    assert sheet.freeze_panes == f"C{HEAD + 2}"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.print_title_rows == f"${HEAD + 1}:${HEAD + 1}"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert len(archive.namelist()) == len(set(archive.namelist()))


@pytest.mark.parametrize("name", REPORTS)
def test_english_is_added_on_request(name: str) -> None:
    book = made(name, bahasa="en")
    sheet = form_of(book)
    for one in fields_of(spec(name), WILAYAH, PERIODE):
        comment = sheet.cell(HEAD + 1, one.place + 1).comment
        assert comment is not None and one.column.meaning_en in comment.text
        assert one.column.title in str(sheet.cell(HEAD + 1, one.place + 1).value)


@pytest.mark.parametrize("beginning", OWN_BEGINNINGS)
def test_our_own_sheets_are_no_data(beginning: str) -> None:
    assert is_ours(f"  {beginning} dan seterusnya")
    assert not is_ours(beginning[:5])


def test_the_sheets_beside_the_form_carry_our_mark() -> None:
    book = made("potensi")
    assert [is_ours(str(sheet["A1"].value)) for sheet in book.worksheets] == [False, True, True, True]
    assert book["Contoh"].cell(HEAD + 2, 4).value == "Abon ikan"


def test_rows_that_were_written_below_the_example_are_not_passed_over_silently(inbox: Path) -> None:
    path = fill(inbox / "kiriman.xlsx", "potensi", [{"komoditas": "Garam"}])
    book = openpyxl.load_workbook(path)
    assert book["Contoh"].max_row == EXAMPLE_ROWS
    book["Contoh"].cell(EXAMPLE_ROWS + 1, 4, "Kopi")
    book.save(path)
    (delivery,) = check_paths([path])
    assert [(one.kode, one.lembar) for one in delivery.findings] == [("TABEL_TAK_DIPAHAMI", "Contoh")]
    assert delivery.good is not None and delivery.good["komoditas"].to_list() == ["Garam"]


def test_a_filled_form_is_stored(inbox: Path, home: Path) -> None:
    rows = rows_for(spec("potensi"), fields_of(spec("potensi"), WILAYAH, PERIODE))
    fill(inbox / "kiriman.xlsx", "potensi", rows)
    load_paths([inbox], home)
    warehouse = home / "warehouse" / "ikm.duckdb"
    assert ask(warehouse, "SELECT status, baris_masuk, baris_dimuat FROM kiriman") == [("dimuat", 8, 8)]
    assert ask(warehouse, "SELECT count(*) FROM temuan") == [(0,)]


def said(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = main([str(one) for one in arguments])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def test_the_command_writes_the_form_and_never_over_another(
    inbox: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(inbox)
    code, out, _ = said(capsys, "template", "ikm", "--wilayah", "barru", "--periode", "2025")
    path = inbox / "templat-ikm-73.11-2025.xlsx"
    assert code == 0 and path.name in out and "masih harus diisi" not in out
    assert form_of(openpyxl.load_workbook(path))["C2"].value == "Kabupaten Barru"
    before = path.read_bytes()
    code, _, err = said(capsys, "template", "ikm", "--wilayah", "73.11", "--periode", "2025")
    assert code == 2 and "sudah ada" in err and path.read_bytes() == before
    code, out, _ = said(capsys, "template", "Kerja Sama", "--keluar", inbox / "formulir", "--bahasa", "en")
    assert code == 0 and (inbox / "formulir.xlsx").exists() and "the district, the period" in out


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["ikn"], "ikm"),
        (["entah"], "pasar_murah"),
        (["ikm", "--wilayah", "toraja"], "Toraja Utara (73.26)"),
        (["ikm", "--wilayah", "entah"], "Kabupaten Barru"),
        (["ikm", "--periode", "TW2"], "2021-T2"),
        (["ikm", "--keluar", "formulir.pdf"], ".xlsx"),
        (["ikm", "--keluar", "tidak-ada/formulir.xlsx"], "tidak dapat ditulis"),
    ],
)
def test_what_cannot_be_is_said_with_what_can(
    arguments: list[str], expected: str, inbox: Path, capsys: pytest.CaptureFixture[str], monkeypatch: Any
) -> None:
    monkeypatch.chdir(inbox)
    code, out, err = said(capsys, "template", *arguments)
    assert code == 2 and expected in err and out == ""
    assert list(inbox.iterdir()) == []


def test_dates_are_dates() -> None:
    book = made("pembinaan")
    example = {
        one.value: cell.value
        for one, cell in zip(book["Contoh"][HEAD + 1], book["Contoh"][HEAD + 2], strict=True)
    }
    assert isinstance(example["Tanggal mulai"], datetime)
