"""Receiving: the true type of a file, what is refused with which word, and in which order files come."""

import hashlib
import os
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.steps.receive import files as receiving
from flows.steps.receive import opening, receive, workbooks_in
from tests.bytes_of_files import SHEET, ods, ole2, workbook, xlsx, zip_of
from tests.hostile_files import biff8, old_workbook

CELL = '<row r="1"><c r="A1"><v>1</v></c></row>'
ODS_CELL = "<table:table-row><table:table-cell/></table:table-row>"
XML_BOOK = b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'
ODT = "application/vnd.oasis.opendocument.text"
MACRO = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
BINARY = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"


@pytest.mark.parametrize(
    ("name", "data", "jenis"),
    [
        ("a.xlsx", workbook(), "xlsx"),
        ("a.xls", workbook(), "xlsx"),
        ("a.csv", xlsx(CELL), "xlsx"),
        ("a", xlsx(CELL, SHEET.replace("sheet.main", "template.main")), "xlsx"),
        ("a.xlsx", xlsx(CELL, MACRO), "xlsm"),
        ("a.xlsx", xlsx(CELL, BINARY), "xlsb"),
        ("a.xlsx", ods(ODS_CELL), "ods"),
        ("a.xlsx", old_workbook(biff8(2)), "xls"),
        ("a.doc", old_workbook(biff8(2), name="Book"), "xls"),
        ("a.xls", b"\x09\x08\x08\x00\x00\x05\x05\x00" + bytes(20), "xls"),
        ("a.csv", b"No;Nama\r\n1;Tenun\r\n", "csv"),
        ("a.xls", b"No\tNama\n1\tTenun\n", "csv"),
        ("a.txt", "No,Nama\n1,Tenun\n".encode("utf-16"), "csv"),
        ("a.csv", "No,Nama\n1,Tenun\n".encode("utf-16-le"), "csv"),
        ("a.csv", "No;Nama\n1;Café – “X”\n".encode("cp1252"), "csv"),
    ],
)
def test_type_is_told_by_content(tmp_path: Path, name: str, data: bytes, jenis: str) -> None:
    (tmp_path / name).write_bytes(data)
    submission, findings = receive(tmp_path / name, tmp_path)
    assert findings == []
    assert submission is not None
    assert (submission.jenis, submission.berkas, submission.jalur) == (jenis, name, name)
    assert submission.data == data
    assert submission.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("name", "data", "kode"),
    [
        ("a.xlsx", b"", "BERKAS_KOSONG"),
        ("a.csv", b" \r\n\r\n", "BERKAS_KOSONG"),
        ("a.csv", b"\xef\xbb\xbf", "BERKAS_KOSONG"),
        ("a.xlsx", ole2("Root Entry", "EncryptionInfo", "EncryptedPackage"), "BERKAS_TERKUNCI"),
        ("a.ods", ods(ODS_CELL, **{"META-INF/manifest.xml": "<m:encryption-data/>"}), "BERKAS_TERKUNCI"),
        ("a.xlsx", workbook()[:-400], "BERKAS_RUSAK"),
        ("a.xlsx", workbook()[:300], "BERKAS_RUSAK"),
        ("a.xlsx", bytes(range(256)) * 40, "BERKAS_RUSAK"),
        ("a.xls", ole2("Root Entry", "Lain"), "BERKAS_RUSAK"),
        ("a.bin", bytes(range(256)) * 40, "FORMAT_TAK_DIDUKUNG"),
        ("a.pdf", b"%PDF-1.4\n...", "FORMAT_TAK_DIDUKUNG"),
        ("a.xls", b"%PDF-1.4\n...", "FORMAT_TAK_DIDUKUNG"),
        ("a.xls", b"<html><table><tr><td>1</td></tr></table></html>", "FORMAT_TAK_DIDUKUNG"),
        ("a.xls", b"\xef\xbb\xbf<!DOCTYPE HTML><table>", "FORMAT_TAK_DIDUKUNG"),
        ("a.xls", XML_BOOK, "FORMAT_TAK_DIDUKUNG"),
        ("a.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(50), "FORMAT_TAK_DIDUKUNG"),
        ("a.xlsx", zip_of({"word/document.xml": "<w/>", "[Content_Types].xml": "<T/>"}), "FORMAT_TAK_DIDUKUNG"),
        ("a.xlsx", zip_of({"Barru.xlsx": workbook(), "Bone.xlsx": workbook()}), "FORMAT_TAK_DIDUKUNG"),
        ("a.ods", zip_of({"mimetype": ODT, "content.xml": "<x/>"}), "FORMAT_TAK_DIDUKUNG"),
        ("a.xls", ole2("Root Entry", "WordDocument", "Workbook"), "FORMAT_TAK_DIDUKUNG"),
        ("catatan.md", b"Rapat, lalu makan, lalu pulang.", "FORMAT_TAK_DIDUKUNG"),
        ("a.csv", b'{"a": 1, "b": 2}', "FORMAT_TAK_DIDUKUNG"),
        ("a.xlsx", xlsx(CELL, **{"xl/../../jahat.xml": "<x/>"}), "BERKAS_BERBAHAYA"),
        ("a.xlsx", xlsx(CELL, **{"XL/workbook.xml": "<x/>"}), "BERKAS_BERBAHAYA"),
        ("a.xlsx", xlsx(CELL, **{"xl/theme.xml": "<!DOCTYPE x [<!ENTITY a 'b'>]><x/>"}), "BERKAS_BERBAHAYA"),
        ("a.xlsx", xlsx(CELL, **{"xl/media.bin": bytes(101_000_000)}), "BERKAS_BERBAHAYA"),
    ],
)  # fmt: skip
def test_refused_with_the_right_word(tmp_path: Path, name: str, data: bytes, kode: str) -> None:
    (tmp_path / name).write_bytes(data)
    submission, findings = receive(tmp_path / name, tmp_path)
    assert submission is None
    assert [finding.kode for finding in findings] == [kode]
    assert kode not in {"BERKAS_RUSAK", "BERKAS_BERBAHAYA"} or findings[0].rincian["alasan_en"]


def test_html_saved_as_xls_is_told_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "a.xls").write_bytes(b"<html><table></table></html>")
    _, findings = receive(tmp_path / "a.xls")
    assert "HTML" in findings[0].rincian["alasan"]
    assert ".xlsx" in findings[0].rincian["alasan"]


def test_too_large_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "LARGEST_FILE", 10)
    (tmp_path / "a.csv").write_bytes(b"a;b\n" * 10)
    assert receive(tmp_path / "a.csv")[1][0].kode == "BERKAS_TERLALU_BESAR"


def test_places_that_are_no_files(tmp_path: Path) -> None:
    outside = tmp_path / "luar.csv"
    outside.write_bytes(b"a;b\n")
    root = tmp_path / "masuk"
    root.mkdir()
    (root / "tautan.csv").symlink_to(outside)
    os.mkfifo(root / "pipa.csv")
    (root / "putus.csv").symlink_to(root / "tidak ada.csv")
    kodes = {
        name: receive(root / name, root)[1][0].kode for name in ("tautan.csv", "pipa.csv", "putus.csv", "")
    }
    assert kodes == {
        "tautan.csv": "BERKAS_BERBAHAYA",
        "pipa.csv": "FORMAT_TAK_DIDUKUNG",
        "putus.csv": "BERKAS_RUSAK",
        "": "FORMAT_TAK_DIDUKUNG",
    }


def test_unreadable_file_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.csv").write_bytes(b"a;b\n")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    submission, findings = receive(tmp_path / "a.csv")
    assert submission is None
    assert findings[0].rincian["alasan"] == "tidak ada izin membacanya"


def test_place_below_the_root_and_plain_names(tmp_path: Path) -> None:
    folder = tmp_path / "Kab. Barru" / "2021"
    folder.mkdir(parents=True)
    name = unicodedata.normalize("NFD", "Café.csv")
    (folder / name).write_bytes(b"a;b\n")
    submission, _ = receive(folder / name, tmp_path)
    assert submission is not None
    assert (submission.jalur, submission.berkas) == ("Kab. Barru/2021/Café.csv", "Café.csv")


def test_order_and_leftovers(tmp_path: Path) -> None:
    names = [
        "Barru/lap 10.xlsx", "Barru/lap 2.xlsx", "Barru/lap 1 revisi.xlsx", "Barru/~$lap 2.xlsx",
        "Barru/.~lock.lap 2.xlsx#", "Barru/Thumbs.db", "Barru/lap 3 (final).xlsx", ".git/a.csv",
        "Bone/frevisa.xlsx", "Bone/xa.xlsx", "awal.csv", "__MACOSX/a.csv", ".DS_Store",
    ]  # fmt: skip
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    found = [
        path.relative_to(root).as_posix() for path, root in workbooks_in([tmp_path, tmp_path / "awal.csv"])
    ]
    assert found == [
        "awal.csv",
        "Barru/lap 2.xlsx", "Barru/lap 10.xlsx", "Barru/lap 1 revisi.xlsx", "Barru/lap 3 (final).xlsx",
        "Bone/frevisa.xlsx", "Bone/xa.xlsx",
    ]  # fmt: skip
    assert list(workbooks_in([tmp_path / "awal.csv"])) == [(tmp_path / "awal.csv", tmp_path)]


@given(st.binary(max_size=3000), st.sampled_from([b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]))
def test_any_bytes_end_as_a_kind_or_a_code(data: bytes, start: bytes) -> None:
    kind = receiving.kind_of(start + data, "a.xlsx")
    assert (kind.jenis is None) == bool(kind.kode)


@given(st.integers(0, 4000), st.integers(0, 255))
def test_damaged_workbooks_end_as_a_kind_or_a_code(place: int, byte: int) -> None:
    data = bytearray(DAMAGED)
    data[place % len(data)] = byte
    kind = receiving.kind_of(bytes(data), "a.xlsx")
    assert (kind.jenis is None) == bool(kind.kode)


DAMAGED = workbook()
