"""Reading: every cell at its own address, what is left out by the fast reader, and files that are damaged."""

from datetime import date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.shapes import Sheet, Submission
from flows.steps.read import content_sha256, read, second
from flows.steps.read import workbook as reading
from flows.steps.read.cells import MOST_CELLS, TooLarge, clean_value, column_index, column_letters, sheet_of
from flows.steps.read.separated import decode, rows_of, separator_of
from tests.bytes_of_files import ods, workbook, xlsx

DATA = Path(__file__).parent / "data"
OLD = (DATA / "lama.xls").read_bytes()


def submission(data: bytes, jenis: str) -> Submission:
    return Submission("a", "a", data, "", jenis)


def only_sheet(data: bytes, jenis: str) -> Sheet:
    sheets, findings = read(submission(data, jenis))
    assert findings == []
    assert len(sheets) == 1
    return sheets[0]


def cells(sheet: Sheet) -> dict[str | None, object]:
    return {
        sheet.address(r, c): value
        for r, row in enumerate(sheet.values)
        for c, value in enumerate(row)
        if value is not None
    }


def errors(sheet: Sheet) -> dict[str | None, str]:
    return {sheet.address(*place): text for place, text in sheet.errors.items()}


def test_an_ordinary_workbook() -> None:
    sheets, findings = read(submission(workbook(), "xlsx"))
    assert findings == []
    page, old = sheets
    assert (page.lembar, page.hidden, old.lembar, old.hidden) == ("Data IKM", False, "Tahun lalu", True)
    assert cells(page) == {
        "A1": "DATA IKM", "A3": "No", "B3": "Nama Usaha", "C3": "Tanggal",
        "A4": 1.0, "B4": "Tenun Melati", "C4": date(2021, 5, 27),
    }  # fmt: skip
    assert page.merged == [(0, 0, 0, 2)]
    assert errors(page) == {"B7": ""}
    assert page.letters == ["A", "B", "C"]
    assert page.row_numbers == [1, 2, 3, 4, 5, 6, 7]


def test_very_hidden_sheets_are_hidden() -> None:
    assert [sheet.hidden for sheet in read(submission(workbook("veryHidden"), "xlsx"))[0]] == [False, True]


@pytest.mark.parametrize("name", ["lama.xls", "lama_1904.xls"])
def test_old_workbooks_of_both_date_systems(name: str) -> None:
    data = (DATA / name).read_bytes()
    (page, old), findings = read(submission(data, "xls"))
    assert findings == []
    expected = {
        "A1": "DATA IKM", "A3": "No", "B3": "Nama Usaha", "C3": "Nilai", "A4": 1, "B4": "Tenun Melati",
        "C4": 70000000.5, "D4": date(2021, 5, 27), "E4": True, "A5": 2, "B5": "  Abon\nIkan ", "G9": "jauh",
    }  # fmt: skip
    assert cells(page) == expected
    assert page.merged == [(0, 0, 0, 2)]
    assert errors(page) == {"C5": "#DIV/0!"}
    assert old.hidden
    again = second.read_with_xlrd(data)[0]
    assert (cells(again), errors(again)) == (expected, {"C5": "#DIV/0!"})


@pytest.mark.parametrize(
    ("cell", "value", "error"),
    [
        ('<c r="B2"><v>5</v></c>', 5.0, None),
        ('<c r="B2"><v>1.5E3</v></c>', 1500.0, None),
        ('<c r="B2" t="b"><v>1</v></c>', True, None),
        ('<c r="B2" t="d"><v>2021-05-27</v></c>', date(2021, 5, 27), None),
        ('<c r="B2" t="d"><v>2021-05-27T08:30:00</v></c>', datetime(2021, 5, 27, 8, 30), None),
        ('<c r="B2" t="inlineStr"><is><r><t>te</t></r><r><t>bal</t></r></is></c>', "tebal", None),
        ('<c r="B2" t="inlineStr"><is><t>a_x000D_&#10;b_x0007_</t></is></c>', "a\nb", None),
        ('<c r="B2" t="inlineStr"><is><t>#REF!</t></is></c>', None, "#REF!"),
        ('<c r="B2" t="e"><v>#DIV/0!</v></c>', None, "#DIV/0!"),
        ('<c s="0" t="e" r="B2"><f>1/0</f><v>#N/A</v></c>', None, "#N/A"),
        ('<c r="B2"><f>A1</f></c>', None, ""),
        ('<c r="B2"><f>A1</f><v/></c>', None, ""),
        ('<c r="B2"><f>A1</f><v></v></c>', None, ""),
        ('<c r="B2"><f t="shared" si="0"/></c>', None, ""),
        ('<c r="B2" t="str"><f>A1</f></c>', None, ""),
        ('<c r="B2" t="str"><f>A1</f><v></v></c>', None, None),
        ('<c r="B2" t="str"><f>A1</f><v>teks</v></c>', "teks", None),
        ('<c r="B2"><f>A1</f><v>0</v></c>', 0.0, None),
    ],
)  # fmt: skip
def test_cells_of_a_sheet(cell: str, value: object, error: str | None) -> None:
    sheet = only_sheet(xlsx(f'<row r="1"><c r="A1"><v>7</v></c></row><row r="2">{cell}</row>'), "xlsx")
    assert cells(sheet) == {"A1": 7.0} | ({"B2": value} if value is not None else {})
    assert errors(sheet) == ({"B2": error} if error is not None else {})


def test_error_cells_without_an_address_are_found() -> None:
    sheet = only_sheet(xlsx('<row><c><v>1</v></c><c t="e"><v>#REF!</v></c></row>'), "xlsx")
    assert (cells(sheet), errors(sheet)) == ({"A1": 1}, {"B1": "#REF!"})


def test_cells_far_apart_are_read_without_the_blanks_between() -> None:
    rows = (
        '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row>'
        '<row r="1048576"><c r="A1048576"><v>3</v></c></row>'
    )
    merged = '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>'
    sheet = only_sheet(xlsx(rows, after=merged), "xlsx")
    assert cells(sheet) == {"A1": 1, "XFD1": 2, "A1048576": 3}
    assert len(sheet.values) * len(sheet.letters) < 10_000


def test_far_cells_that_only_have_a_format_do_not_count() -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="0"/></row>'
    assert cells(only_sheet(xlsx(rows), "xlsx")) == {"A1": 1.0}


def test_a_sheet_full_of_far_cells_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_CELLS", 1_000)
    monkeypatch.setattr(reading, "_SPARSE_CELLS", 1_000_000_000)
    rows = '<row r="20000"><c r="A20000"><v>1</v></c></row>'
    _, findings = read(submission(xlsx(rows), "xlsx"))
    assert [(finding.kode, finding.lembar) for finding in findings] == [("BERKAS_TERLALU_BESAR", "A")]


def test_marks_are_found_across_the_pieces_of_a_large_sheet(monkeypatch: pytest.MonkeyPatch) -> None:
    from flows.steps.read import xlsx as marking

    monkeypatch.setattr(marking, "_CHUNK", 500)
    rows = "".join(
        f'<row r="{r}"><c r="A{r}"><v>{r}</v></c><c r="B{r}" t="e"><v>#N/A</v></c><c r="C{r}"><f>1</f></c></row>'
        for r in range(1, 400)
    )
    sheet = only_sheet(xlsx(rows), "xlsx")
    assert set(errors(sheet).values()) == {"#N/A", ""}
    assert len(sheet.errors) == 2 * 399


def test_shared_text_without_end_is_refused() -> None:
    text = f"<sst><si><t>{'a' * 600_000}</t></si></sst>"
    data = xlsx('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', **{"xl/sharedStrings.xml": text})
    assert read(submission(data, "xlsx"))[1][0].kode == "BERKAS_TERLALU_BESAR"


def ods_cell(text: str, kind: str = "string", more: str = "") -> str:
    return f'<table:table-cell office:value-type="{kind}" {more}><text:p>{text}</text:p></table:table-cell>'


def test_opendocument_merges_errors_and_lengths_of_time() -> None:
    rows = (
        f"<table:table-row>{ods_cell('JUDUL', more='table:number-columns-spanned=' + chr(34) + '3' + chr(34))}"
        '<table:covered-table-cell table:number-columns-repeated="2"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>'
        f"<table:table-row>{ods_cell('x')}"
        f"{ods_cell('#N/A', more=chr(99) + 'alcext:value-type=' + chr(34) + 'error' + chr(34))}"
        f"{ods_cell('Err:502', more='table:formula=' + chr(34) + 'of:=1' + chr(34))}"
        '<table:table-cell table:formula="of:=2"/>'
        '<table:table-cell office:value-type="float" office:value="5"><text:p>5</text:p></table:table-cell>'
        '<table:table-cell office:value-type="time" office:time-value="PT36H05M00S"><text:p>36:05</text:p>'
        "</table:table-cell></table:table-row>"
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    )
    sheet = only_sheet(ods(rows), "ods")
    assert cells(sheet) == {"A1": "JUDUL", "A4": "x", "E4": 5.0, "F4": "36:05:00"}
    assert errors(sheet) == {"B4": "#N/A", "C4": "Err:502", "D4": ""}
    assert sheet.merged == [(0, 0, 0, 2)]


def test_opendocument_bombs_are_refused() -> None:
    cell = ods_cell("x", more='table:number-columns-repeated="16384"')
    many = f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>'
    assert read(submission(ods(many), "ods"))[1][0].kode == "BERKAS_TERLALU_BESAR"
    entity = ods("").replace(b"x", b"x")
    assert read(submission(entity, "ods"))[1][0].kode == "BERKAS_KOSONG"


@pytest.mark.parametrize(
    ("data", "jenis", "kode"),
    [
        (xlsx(""), "xlsx", "BERKAS_KOSONG"),
        (xlsx('<row r="1"><c r="A1" t="inlineStr"><is><t> </t></is></c></row>'), "xlsx", "BERKAS_KOSONG"),
        (b"", "csv", "BERKAS_KOSONG"),
        (b";;;\n;;;\n", "csv", "BERKAS_KOSONG"),
        (workbook()[:3000], "xlsx", "BERKAS_RUSAK"),
        (b"bukan zip", "ods", "BERKAS_RUSAK"),
        (b"bukan", "xlsb", "BERKAS_RUSAK"),
        (OLD[:2600], "xls", "BERKAS_RUSAK"),
        # The record that says "encrypted", where an ordinary one stands right behind the first.
        (OLD.replace(b"\xe1\x00\x02\x00", b"\x2f\x00\x02\x00", 1), "xls", "BERKAS_TERKUNCI"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_a_finding(data: bytes, jenis: str, kode: str) -> None:
    assert [finding.kode for finding in read(submission(data, jenis))[1]] == [kode]


def test_the_second_reader_takes_over(monkeypatch: pytest.MonkeyPatch) -> None:
    def panic(*_: object, **__: object) -> None:
        raise BaseException("panicked")

    monkeypatch.setattr(reading.python_calamine, "load_workbook", panic)
    for data, jenis in ((workbook(), "xlsx"), (OLD, "xls")):
        sheets, findings = read(submission(data, jenis))
        assert findings == []
        assert [sheet.hidden for sheet in sheets] == [False, True]
        assert cells(sheets[0])["B4"] == "Tenun Melati"


# CSV


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings(encoding: str) -> None:
    text = "No;Nama\n1;Café – “Mélati”\n2;Tenun\n"
    assert decode(text.encode(encoding)) == text


def test_one_damaged_byte_does_not_change_the_encoding() -> None:
    assert "Café" in decode("Café;Mélati;résumé;".encode() + b"\xff")


@pytest.mark.parametrize(
    ("text", "separator"),
    [
        ("No;Nama\n1;Tenun\n", ";"),
        ("No,Nama\n1,Tenun\n", ","),
        ("No\tNama\n1\tTenun, Abon\n", "\t"),
        ("No|Nama\n1|Tenun\n", "|"),
        ("1,5;2,5;3,5\n1,0;2,0;3,0\n", ";"),
        ('No,Alamat,Nilai\n1,"Jl. A; RT 1",5\n2,"Jl. B; RT 2",6\n', ","),
        ("DATA IKM, KAB. BARRU\n\nNo;Nama;Alamat\n1;Tenun;Jl. A, No 1\n2;Abon;Jl. B\n", ";"),
        ("satu\ndua\n", ";"),
    ],
)
def test_separators(text: str, separator: str) -> None:
    assert separator_of(text) == separator


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a;b\r\n1;2\r\n", [["a", "b"], ["1", "2"]]),
        ("a;b\r1;2\r", [["a", "b"], ["1", "2"]]),
        ("sep=,\na,b\n1,2\n", [["a", "b"], ["1", "2"]]),
        ('"a\nb";c\n\n1;2\n', [["a\nb", "c"], [], ["1", "2"]]),
        ('"No;Nama"\n"1;Tenun"\n"2;""Abon"""\n', [["No", "Nama"], ["1", "Tenun"], ["2", "Abon"]]),
        ('"No;Nama";;\n"1;Tenun";;\n', [["No", "Nama"], ["1", "Tenun"]]),
        (
            'No;Nama;Alamat\n"1;Tenun;Jl. A, 1"\n2;Abon;Jl. B\n',
            [["No", "Nama", "Alamat"], ["1", "Tenun", "Jl. A, 1"], ["2", "Abon", "Jl. B"]],
        ),
        (
            '"DATA; 2021";;\nNo;Nama;Alamat\n1;Tenun;Jl.\n',
            [["DATA; 2021", "", ""], ["No", "Nama", "Alamat"], ["1", "Tenun", "Jl."]],
        ),
        ('1;5" pipa;x\n2;6" pipa;y\n', [["1", '5" pipa', "x"], ["2", '6" pipa', "y"]]),
    ],
)  # fmt: skip
def test_rows_of_csv(text: str, rows: list[list[str]]) -> None:
    assert rows_of(text) == rows


def test_an_open_quotation_mark_does_not_swallow_the_file() -> None:
    lines = ["No;Nama;Desa"] + [f"{n};Usaha {n};Desa" for n in range(1, 60)]
    lines[3] = '3;";Desa'
    rows = rows_of("\n".join(lines))
    assert len(rows) == 60
    assert rows[3] == ["3", '"', "Desa"]
    assert rows[59] == ["59", "Usaha 59", "Desa"]


def test_row_numbers_of_csv_count_records_not_lines() -> None:
    sheet = only_sheet(b'DATA;;\r\n\r\n"No";"Nama\nUsaha";"Nilai\n(Rp)"\r\n1;Tenun;1.500,5\r\n', "csv")
    assert sheet.lembar is None
    assert cells(sheet) == {"A1": "DATA", "A3": "No", "B3": "Nama\nUsaha", "C3": "Nilai\n(Rp)",
                            "A4": "1", "B4": "Tenun", "C4": "1.500,5"}  # fmt: skip


@given(
    st.lists(
        st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0\r\n")), min_size=2, max_size=5)
    )
)
def test_any_text_is_read(rows: list[list[str]]) -> None:
    sheets, _ = read(submission("\n".join(";".join(row) for row in rows).encode(), "csv"))
    assert all(len(row) == len(sheets[0].letters) for row in sheets[0].values)


@given(st.binary(max_size=2000))
def test_any_bytes_are_read_as_csv(data: bytes) -> None:
    assert len(read(submission(data, "csv"))[0]) == 1


# Cells and sheets


@given(st.integers(0, 16383))
def test_letters_and_index_belong_together(index: int) -> None:
    assert column_index(column_letters(index)) == index


@pytest.mark.parametrize(
    ("value", "cleaned"),
    [
        ("", None),
        ("\0\x01", None),
        (" a ", " a "),
        ("a\r\nb\tc", "a\nb\tc"),
        ("PT1H02M03S", "1:02:03"),
        (float("nan"), None),
        (time(8, 30), time(8, 30)),
        (10**30, 10**30),
        (False, False),
    ],
)
def test_clean_value(value: object, cleaned: object) -> None:
    assert clean_value(value) == cleaned


def test_edges_are_cut_and_addresses_stay() -> None:
    sheet = sheet_of(
        "A", [[], ["", "x", "", ""], ["", "", ""]], merged=[(1, 1, 5, 9), (1, 1, 1, 1), (7, 0, 9, 0)]
    )
    assert sheet.values == [[None, None], [None, "x"]]
    assert sheet.address(1, 1) == "B2"
    assert sheet.merged == []


def test_a_rectangle_too_large_is_refused() -> None:
    wide = [["x"] * (MOST_CELLS // 1000)] + [["x"]] * 1001
    with pytest.raises(TooLarge):
        sheet_of("A", wide)


def test_content_hash_tells_cells_and_nothing_else() -> None:
    first = sheet_of("A", [["a", 5.0, date(2021, 5, 27)], ["", "#REF!"], [True]])
    same = sheet_of(None, [["a ", "5", datetime(2021, 5, 27), ""], ["", "#REF!"], ["TRUE"], []])
    assert content_sha256(first) == content_sha256(same)
    others = [
        [["a", 5.0, date(2021, 5, 28)], ["", "#REF!"], [True]],
        [["a5", "", date(2021, 5, 27)], ["", "#REF!"], [True]],
        [["a", 5.0, date(2021, 5, 27)], ["", "#N/A"], [True]],
        [["a", 5.0], [date(2021, 5, 27), "#REF!"], [True]],
    ]
    hashes = {content_sha256(sheet_of("A", rows)) for rows in others}
    assert len(hashes | {content_sha256(first)}) == 5
