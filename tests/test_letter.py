"""The letter and the chat text: what stands in them, what must not, and that a letter is one page."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.outputs.chat import LONGEST, chat_text
from flows.outputs.docx import TemplateFault, fill
from flows.outputs.letter import kinds_of, letter, words_of
from flows.outputs.letter_template import default_template
from flows.outputs.reply import Point, Reply, TableCount, point_id
from flows.outputs.tally import period_in_words, places, short_name
from schemas.findings import CODES, advice, message, split_message, title

WHEN, UNTIL = datetime(2026, 11, 21, 9), datetime(2026, 12, 1)
LONG = "Rekapitulasi Laporan Data Industri Kecil dan Menengah Kabupaten Pangkajene dan Kepulauan (belum lengkap).xlsx"


def point(kode: str = "BUKAN_ANGKA", tingkat: str = "peringatan", **more: Any) -> Point:
    given: dict[str, Any] = {
        "lembar": "IKM", "baris": 6, "sel": "H6", "kolom": "Nilai produksi", "nilai": "RAHASIA", "judul": title(kode),
        "pesan": "berisi RAHASIA", "tindakan": "RAHASIA",
    }  # fmt: skip
    return Point(kode, tingkat, **(given | more))


def table(masuk: int = 10, dimuat: int = 8, ditahan: int = 2, status: str = "dimuat_sebagian") -> TableCount:
    return TableCount("IKM", "Direktori IKM", "Kabupaten Barru", "2021-T2", status, masuk, dimuat, ditahan, 0)


def reply(*points: Point, **more: Any) -> Reply:
    given: dict[str, Any] = {
        "berkas": "Data IKM.xlsx", "jenis": "xlsx", "kode_wilayah": "73.11", "wilayah": "Kabupaten Barru",
        "diterima_pada": WHEN, "tabel": [table()], "temuan": list(points), "tenggat": UNTIL if points else None,
    }  # fmt: skip
    return Reply(**(given | more))


def text_of(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return " ".join(
            re.findall(r"<w:t[^>]*>([^<]*)</w:t>", package.read("word/document.xml").decode("utf-8"))
        )


def template(body: str, **parts: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr(
            "word/document.xml", f'<w:document xmlns:w="x" xmlns:w14="y"><w:body>{body}</w:body></w:document>'
        )
        for name, text in parts.items():
            package.writestr(f"word/{name}.xml", text)
        package.writestr("word/media/logo.png", b"\x89PNG logo")
    return made.getvalue()


def part(data: bytes, name: str = "document") -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(f"word/{name}.xml").decode("utf-8")


@pytest.mark.parametrize(
    ("body", "filled"),
    [
        ("<w:p><w:r><w:t>No. {{nomor}}.</w:t></w:r></w:p>", "No. 7 &amp; 8."),
        ("<w:p><w:r><w:t>No. {{no</w:t></w:r><w:r><w:t>mor}} x</w:t></w:r></w:p>", "No. 7 &amp; 8 x"),
        ("<w:p><w:r><w:t>{</w:t></w:r><w:r><w:t>{ nomor </w:t></w:r><w:r><w:t>}}{{hal}}</w:t></w:r></w:p>",
         "7 &amp; 8Hal"),
        ("<w:p><w:r><w:t>{{nomor}}{{no</w:t></w:r><w:r><w:t>mor}}{{h</w:t></w:r><w:r><w:t>al}}</w:t></w:r></w:p>",
         "7 &amp; 87 &amp; 8Hal"),
        ("<w:p><w:r><w:t>{{nomor</w:t></w:r></w:p><w:p><w:r><w:t>}}</w:t></w:r></w:p>", "{{nomor}}"),
        ("<w:p/><w:p w14:paraId='1'><w:r><w:t xml:space=\"preserve\">a {{hal}} b</w:t></w:r></w:p>", "a Hal b"),
    ],
)  # fmt: skip
def test_placeholders_are_filled_however_word_cut_them(body: str, filled: str) -> None:
    made = fill(template(body), {"nomor": "7 & 8", "hal": "Hal"}, [])
    assert "".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", part(made.data))) == filled


def test_all_else_stays_byte_for_byte() -> None:
    body = '<w:p w14:paraId="0A"><w:pPr><w:jc w:val="both"/></w:pPr><w:r><w:t>tetap</w:t></w:r></w:p>'
    source = template(
        body, header1="<w:hdr xmlns:w='x'><w:p><w:r><w:t>{{hal}}</w:t></w:r></w:p></w:hdr>", styles="<s/>"
    )
    made = fill(source, {"hal": "Hal"}, [])
    assert part(made.data) == part(source)
    assert part(made.data, "styles") == "<s/>"
    assert ">Hal<" in part(made.data, "header1")
    with zipfile.ZipFile(io.BytesIO(made.data)) as package:
        assert package.read("word/media/logo.png") == b"\x89PNG logo"


def test_the_marked_row_stands_once_for_each_kind() -> None:
    cells = "".join(
        f"<w:tc><w:p><w:r><w:t>{{{{{name}}}}}</w:t></w:r></w:p></w:tc>" for name in ("no", "temuan")
    )
    body = f"<w:tbl><w:tr><w:tc>Kepala</w:tc></w:tr><w:tr><w:trPr/>{cells}</w:tr></w:tbl>"
    made = fill(template(body), {}, [{"no": "1", "temuan": "A"}, {"no": "2", "temuan": "B < C"}])
    assert re.findall(r"<w:t>([^<]*)</w:t>", part(made.data)) == ["1", "A", "2", "B &lt; C"]
    assert part(made.data).count("<w:tr>") == 3
    assert "temuan" not in part(fill(template(body), {}, []).data)


def test_unknown_placeholders_are_named() -> None:
    assert fill(template("<w:p><w:r><w:t>{{entah}} {{hal}}</w:t></w:r></w:p>"), {"hal": ""}, []).unknown == (
        "entah",
    )


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "template.no_document"),
        (b"PK\x03\x04 rusak", "template.no_document"),
        (template("<w:p><w:r>"), "template.broken"),
        (template("</w:body>"), "template.broken"),
        (template('<!DOCTYPE x [<!ENTITY a "b">]>'), "template.no_document"),
    ],
)
def test_a_broken_template_is_refused(data: bytes, key: str) -> None:
    with pytest.raises(TemplateFault) as refused:
        fill(data, {}, [])
    assert refused.value.key == key


def test_a_zip_without_a_document_is_no_template() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("xl/workbook.xml", "<x/>")
    with pytest.raises(TemplateFault):
        fill(made.getvalue(), {}, [])


def test_the_default_template_knows_only_words_that_the_letter_has() -> None:
    made = letter(reply(point()), default_template(), "Data IKM - perbaikan.xlsx")
    assert made.unknown == ()
    assert "{{" not in text_of(made.data)


def test_the_letter_says_how_many_where_and_until_when() -> None:
    held = point("WAJIB_KOSONG", "galat", sel="B5", baris=5)
    many = [point(sel=f"H{row}", baris=row) for row in (6, 7, 8, 12)]
    said = text_of(letter(reply(held, *many), default_template(), "Data IKM - perbaikan.xlsx").data)
    for words in (
        "Kepala Dinas yang Membidangi Perindustrian", "Kabupaten Barru", "SULAWESI SELATAN",
        "Perbaikan Direktori IKM, Triwulan II 2021", "5 (1 harus diperbaiki, 4 diragukan)", "IKM B5", "IKM H6:H8, H12",
        "Selasa, 1 Desember 2026", "Data IKM - perbaikan.xlsx", "1 (satu) berkas", "kiriman pertama",
    ):  # fmt: skip
        assert words in said
    assert "RAHASIA" not in said


def test_the_gravest_come_first_and_answered_ones_not_at_all() -> None:
    points = [
        *(point(sel=f"H{row}") for row in range(4, 9)),
        point("WAJIB_KOSONG", "galat", sel="B5"),
        point("PERIODE_TAK_DIKENAL", "galat", sel=None, baris=None),
        point("DI_LUAR_RENTANG", keadaan="terjawab", penjelasan="benar"),
    ]
    found = kinds_of(reply(*points))
    assert [(one["temuan"], one["jumlah"]) for one in found] == [
        (title("PERIODE_TAK_DIKENAL"), "1"),
        (title("WAJIB_KOSONG"), "1"),
        (title("BUKAN_ANGKA"), "5"),
    ]
    assert "--periode" not in found[0]["cara"]


def test_a_file_that_answers_another_is_compared() -> None:
    points = [point(keadaan="masih"), point(sel="H7"), point(sel="H8", keadaan="terjawab")]
    one = reply(*points, menjawab="lama.xlsx", selesai=[point(keadaan="selesai")] * 3)
    assert words_of(one, None)["perbandingan"] == "3 selesai, 1 masih, 1 baru, 1 terjawab"
    assert "3 selesai, 1 masih, 1 baru, 1 terjawab" in chat_text(one)


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (reply(), "8 sudah dimuat, 2 ditahan"),
        (reply(tabel=[table(8, 8, 0, "dimuat")]), "Semua baris (8) sudah dimuat. Tidak ada yang perlu diperbaiki."),
        (reply(tabel=[table(8, 8, 0, "duplikat")]), "Isinya sama dengan kiriman yang sudah ada"),
        (reply(point(), tabel=[table(8, 8, 0, "dimuat")]), "beberapa isinya masih diragukan"),
        (reply(point("BERKAS_TERKUNCI", "galat", sel=None, baris=None, lembar=None), tabel=[]), "Hapus kata sandinya"),
        (reply(point(), wilayah=None, kode_wilayah=None), "Terima kasih, berkas"),
        (reply(point(), tabel=[table(8, 8, 0, "dimuat"), table(30, 0, 0, "ditolak")]), "30 belum dapat dimuat"),
    ],
)  # fmt: skip
def test_what_the_message_says(one: Reply, words: str) -> None:
    assert words in chat_text(one)


NAMES = st.text(st.characters(codec="utf-8"), max_size=200)
POINTS = st.builds(
    point,
    st.sampled_from(sorted(CODES)),
    st.sampled_from(["galat", "peringatan"]),
    lembar=st.none() | NAMES,
    sel=st.none() | st.from_regex(r"[A-Z]{1,3}[1-9][0-9]{0,6}", fullmatch=True),
    keadaan=st.sampled_from(["baru", "masih", "terjawab"]),
)


@settings(max_examples=60)
@given(st.lists(POINTS, max_size=40), NAMES, st.none() | NAMES, st.none() | NAMES)
def test_whatever_is_found_the_message_is_short_and_the_letter_a_document(
    points: list[Point], berkas: str, wilayah: str | None, marked: str | None
) -> None:
    one = reply(*points, berkas=berkas, wilayah=wilayah, menjawab=berkas)
    said = chat_text(one, marked)
    assert len(said) <= LONGEST
    letter(one, default_template(), marked)
    if "RAHASIA" not in f"{berkas}{wilayah}{marked}":
        assert "RAHASIA" not in said


@pytest.mark.parametrize(
    ("addresses", "said"),
    [
        (["C5"], "IKM C5"),
        (["C5", "C6", "C7", "D9"], "IKM C5:C7, D9"),
        (["C5", "C5"], "IKM C5"),
        ([None], "IKM baris 6"),
        ([f"C{row}" for row in range(5, 400, 2)], "IKM C5, C7, C9 dan 195 lagi"),
    ],
)
def test_addresses_are_gathered(addresses: list[str | None], said: str) -> None:
    assert places([point(sel=sel) for sel in addresses], 30) == said


def test_findings_about_a_file_stand_nowhere_in_it() -> None:
    assert places([point(lembar=None, baris=None, sel=None)], 30) == "seluruh berkas"


def test_names_keep_their_ending() -> None:
    assert short_name("a" * 90 + " - perbaikan.xlsx", 40).endswith("… - perbaikan.xlsx")
    assert len(short_name("a" * 90 + ".xlsx", 40)) == 40
    assert short_name("Data 7311014107850001.xlsx", 40) == "Data ….xlsx"


@pytest.mark.parametrize(
    ("kode", "words"),
    [
        ("2021", "Tahun 2021"),
        ("2021-T4", "Triwulan IV 2021"),
        ("2021-S1", "Semester I 2021"),
        ("2021-07", "Juli 2021"),
    ],
)
def test_periods_in_words(kode: str, words: str) -> None:
    assert period_in_words(kode) == words


def test_the_mark_of_a_finding_follows_from_what_it_says() -> None:
    assert point_id(point(nilai=None)) == point_id(point(nilai="")) != point_id(point(nilai="x"))
    assert re.fullmatch(r"BUKAN_ANGKA#[0-9a-f]{12}", point_id(point()))


@pytest.mark.parametrize("kode", sorted(CODES))
def test_a_message_can_be_taken_apart_again(kode: str) -> None:
    details = {
        "sel": "H6",
        "kolom": "Nilai produksi",
        "nilai": "3 (tiga)",
        "pilihan": "a, b",
        "alasan": "bukan angka",
    }
    for given_details in ({}, details):
        whole = message(kode, "id", **given_details)
        wrong, cure = split_message(kode, whole)
        assert f"{wrong} {cure}".strip() == whole
        assert cure == advice(kode, "id", **given_details)
    assert split_message(kode, "Pesan lain.") == ("Pesan lain.", advice(kode))


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_the_longest_letter_is_one_page(tmp_path: Path) -> None:
    grave = sorted(
        (one for one in CODES.values() if one.tingkat != "info"), key=lambda one: -len(one.id.cure)
    )
    points = [
        point(one.kode, "galat", lembar=f"Kecamatan Minasate'ne {row % 7}", baris=row, sel=f"AB{10000 + row * 2}",
              keadaan="masih" if row % 2 else "baru")
        for one in grave[:9]
        for row in range(150)
    ]  # fmt: skip
    tables = [
        table(300_000, 200_000, 90_000),
        table()._replace(periode="2022-12", laporan="Pembinaan dan pelatihan"),
    ]
    one = reply(
        *points, berkas=LONG, wilayah="Kabupaten Pangkajene dan Kepulauan", tabel=tables, menjawab=LONG,
        selesai=points[:999],
    )  # fmt: skip
    made = letter(one, default_template(), LONG.replace(".xlsx", " - perbaikan.xlsx"))
    (tmp_path / "surat.docx").write_bytes(made.data)
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profil", "--headless", "--convert-to", "pdf",
         "--outdir", str(tmp_path), str(tmp_path / "surat.docx")],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    pages = re.findall(rb"/Type\s*/Page(?!s)", (tmp_path / "surat.pdf").read_bytes())
    assert len(pages) == 1
