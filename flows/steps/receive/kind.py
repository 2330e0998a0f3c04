"""What a file truly is, by its content: the name and its extension are not believed."""

from __future__ import annotations

import re
import zipfile
from typing import NamedTuple

from flows.steps.receive.container import Broken, check_container

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = (b"PK\x03\x04", b"PK\x05\x06")
SPREADSHEET_ENDINGS = (".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlsb", ".ods", ".csv")
TEXT_ENDINGS = (*SPREADSHEET_ENDINGS, ".tsv", ".tab", ".txt")


class Advice(NamedTuple):
    """A short phrase for the officer, Indonesian and English."""

    id: str
    en: str


_AGAIN = Advice("simpan ulang sebagai .xlsx", "save it again as .xlsx")
_ORIGINAL = Advice("kirim berkas Excel aslinya", "send the original workbook")
_UNPACK = Advice("keluarkan dulu isinya dari arsip", "unpack the archive first")
_MAGIC = (
    (b"%PDF", "PDF", _ORIGINAL),
    (b"{\\rtf", "RTF", _ORIGINAL),
    (b"\x89PNG", "PNG", _ORIGINAL),
    (b"\xff\xd8\xff", "JPEG", _ORIGINAL),
    (b"GIF8", "GIF", _ORIGINAL),
    (b"Rar!", "RAR", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "7z", _UNPACK),
    (b"\x1f\x8b", "gzip", _UNPACK),
    (b"SQLite format 3", "SQLite", _AGAIN),
    (b"PAR1", "Parquet", _AGAIN),
    (b"MIME-Version:", "MHTML", _AGAIN),
)
# The oldest workbooks are a bare stream of records without a container: BIFF2, 3, 4, 5.
_BARE_BIFF = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08\x08\x00")
_CONTENT_TYPES = (
    (b"ms-excel.sheet.binary.macroenabled.main", "xlsb"),
    (b"ms-excel.sheet.macroenabled.main", "xlsm"),
    (b"ms-excel.template.macroenabled.main", "xlsm"),
    (b"spreadsheetml.sheet.main", "xlsx"),
    (b"spreadsheetml.template.main", "xlsx"),
)
_MEMBERS = (("xl/workbook.bin", "xlsb"), ("xl/workbook.xml", "xlsx"))
_OTHER_MEMBERS = (("word/", "Word"), ("ppt/", "PowerPoint"), ("index/document.iwa", "Numbers"))
_SPREADSHEET = b"application/vnd.oasis.opendocument.spreadsheet"
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|table|meta)\b", re.IGNORECASE)
_XML_SPREADSHEET = (b"urn:schemas-microsoft-com:office:spreadsheet", b"opendocument:xmlns:office")
# Some programs pad text with zeros: a few of them are no sign of something else.
_STRANGE = bytes([*range(1, 9), *range(14, 27), *range(28, 32), 127])


class Kind(NamedTuple):
    """``jenis`` of a file to read, or None with the finding code and the words that say why not."""

    jenis: str | None
    kode: str = ""
    rincian: dict[str, str] = {}


def refused(kode: str, reason: str, reason_en: str) -> Kind:
    """A file that is not read, with the reason in Indonesian and English."""
    return Kind(None, kode, {"alasan": reason, "alasan_en": reason_en})


def _unsupported(jenis: str, advice: Advice = _AGAIN, jenis_en: str = "") -> Kind:
    reason_en = f"it holds {jenis_en or jenis}; {advice.en}"
    return refused("FORMAT_TAK_DIDUKUNG", f"isinya {jenis}; {advice.id}", reason_en)


def _no_workbook() -> Kind:
    return refused("BERKAS_RUSAK", "isinya bukan buku kerja", "its content is no workbook")


def kind_of_zip(archive: zipfile.ZipFile) -> Kind:
    """What an opened zip archive holds. Raises what ``zipfile`` raises where a member cannot be unpacked."""
    names = {info.filename.replace("\\", "/").lower(): info for info in archive.infolist()}
    if any(info.flag_bits & 1 for info in names.values()):
        return Kind(None, "BERKAS_TERKUNCI")
    if "mimetype" in names or "content.xml" in names:
        return _kind_of_opendocument(archive, names)
    types = names.get("[content_types].xml")
    if types is not None:
        with archive.open(types) as part:
            declared = part.read(200_000).lower()
        for mark, jenis in _CONTENT_TYPES:
            if mark in declared:
                return Kind(jenis)
    for name, jenis in _MEMBERS:
        if name in names:
            return Kind(jenis)
    for start, program in _OTHER_MEMBERS:
        if any(name.startswith(start) for name in names):
            return _unsupported(program, _ORIGINAL)
    if types is not None and any(name.startswith("xl/") for name in names):
        return _no_workbook()
    return _unsupported("ZIP", _UNPACK)


def _kind_of_opendocument(archive: zipfile.ZipFile, names: dict[str, zipfile.ZipInfo]) -> Kind:
    declared = _SPREADSHEET
    if "mimetype" in names:
        with archive.open(names["mimetype"]) as part:
            declared = part.read(200).strip()
    if "meta-inf/manifest.xml" in names:
        with archive.open(names["meta-inf/manifest.xml"]) as part:
            if b"encryption-data" in part.read(1_000_000):
                return Kind(None, "BERKAS_TERKUNCI")
    if not declared.startswith(_SPREADSHEET):
        return _unsupported("OpenDocument", _ORIGINAL)
    return Kind("ods") if "content.xml" in names else _no_workbook()


def kind_of_bytes(data: bytes, name: str) -> Kind:
    """What a file that is no zip archive holds. ``name`` only decides how to call what nobody recognises."""
    if data.startswith(OLE2):
        return _kind_of_ole2(data)
    if data.startswith(_BARE_BIFF):
        return Kind("xls")
    head = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n")
    for mark, jenis, advice in _MAGIC:
        if head.startswith(mark):
            return _unsupported(jenis, advice)
    plain = _plain_text(data)
    if plain is None:
        if name.lower().endswith(SPREADSHEET_ENDINGS):
            return _no_workbook()
        return _unsupported("data biner", _ORIGINAL, "binary data")
    return _kind_of_text(plain, name)


def _kind_of_text(plain: bytes, name: str) -> Kind:
    start = plain[:4000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start:
        return Kind(None, "BERKAS_KOSONG")
    if start.startswith(b"<"):
        if any(mark in start for mark in _XML_SPREADSHEET):
            return _unsupported("XML Spreadsheet")
        return _unsupported("HTML" if _HTML.search(start) else "XML")
    separated = any(mark in plain for mark in (b";", b",", b"\t", b"|"))
    # Letters and notes hold commas too: text is taken for a table only where its name promises one.
    if not separated or start[:1] in b"{[" or not name.lower().endswith(TEXT_ENDINGS):
        return _unsupported("teks biasa", _ORIGINAL, "plain text")
    return Kind("csv")


def _kind_of_ole2(data: bytes) -> Kind:
    if _has_stream(data, "EncryptedPackage"):
        return Kind(None, "BERKAS_TERKUNCI")
    if _has_stream(data, "WordDocument") or _has_stream(data, "PowerPoint Document"):
        return _unsupported("Word/PowerPoint", _ORIGINAL)
    if _has_stream(data, "Workbook") or _has_stream(data, "Book"):
        try:
            check_container(data)
        except Broken:
            return refused("BERKAS_RUSAK", "isinya terpotong atau rusak", "its content is cut off or damaged")
        return Kind("xls")
    return _no_workbook()


def _has_stream(data: bytes, name: str) -> bool:
    # A directory entry is 128 bytes on a 128-byte boundary: the name, then its length at offset 64.
    wanted = (name + "\0").encode("utf-16-le")
    length = len(wanted).to_bytes(2, "little")
    place = data.find(wanted)
    while place >= 0:
        if place % 128 == 0 and data[place + 64 : place + 66] == length:
            return True
        place = data.find(wanted, place + 2)
    return False


def _plain_text(data: bytes) -> bytes | None:
    """The beginning of a text file with a byte a character; None where the file is no text."""
    head = data[:65536]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or head.count(0) > len(head) // 4:
        even, odd = head[::2], head[1::2]
        characters, zeros = (even, odd) if odd.count(0) > even.count(0) else (odd, even)
        if zeros.count(0) < len(zeros) * 0.7:
            return None
        head = characters.lstrip(b"\xff\xfe")
    strange = len(head) - len(head.translate(None, _STRANGE)) + max(head.count(0) - len(head) // 10, 0)
    return None if strange > len(head) // 100 else head
