"""What is read out of a message, however it was made: names, archives, tangles, forged senders; the list of senders."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from flows.mail_memory import Memory, Place, content_digest
from flows.mail_message import is_vouched, read_letter, sender_of
from flows.mail_names import clean_name, clean_path, without_doubles
from flows.mail_parts import Piece, sort_attachment
from flows.mail_put import folder_of, numbered, plan_of, put, write_waiting
from flows.mail_senders import read_senders
from flows.mail_settings import Imap, read_imap
from flows.messages import TEXTS
from flows.steps.receive import workbooks_in
from schemas.clock import office_now
from schemas.periods import find_periods
from schemas.regions import districts, find_districts

CSV = b"No;Nama\n1;usaha\n"


def archive(files: dict[str, bytes], *, encrypted: bool = False) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    data = out.getvalue()
    if encrypted:  # the flag alone is what is looked at
        data = bytearray(data)
        data[6] |= 1
        start = data.rfind(b"PK\x01\x02")
        data[start + 8] |= 1
        return bytes(data)
    return data


def part(
    disposition: str, data: str = "Tm87TmFtYQoxO3VzYWhhCg==", kind: str = "application/octet-stream"
) -> bytes:
    return (
        "From: a@barru.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=X\r\n\r\n"
        f"--X\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: base64\r\n"
        f"Content-Disposition: {disposition}\r\n\r\n{data}\r\n--X--\r\n"
    ).encode("utf-8", "surrogateescape")


@pytest.mark.parametrize(
    ("disposition", "path"),
    [
        ('attachment; filename="ikm.csv"', "ikm.csv"),
        ("attachment; filename*=utf-8''Rekap%20Triwulan%20II.xlsx", "Rekap Triwulan II.xlsx"),
        ("attachment; filename*0=\"rekap \"; filename*1=\"ikm.xlsx\"", "rekap ikm.xlsx"),
        ('attachment; filename="=?utf-8?B?RGF0YSBJS00ueGxzeA==?="', "Data IKM.xlsx"),
        ('attachment; filename="=?tidak-ada?Q?Data_IKM.xlsx?="', "Data IKM.xlsx"),
        ('attachment; filename="data é.xlsx"', "data é.xlsx"),
        ('attachment; filename="../../../etc/ikm.xlsx"', "ikm.xlsx"),
        ('attachment; filename="C:\\\\data\\\\ikm.xlsx"', "ikm.xlsx"),
        ('attachment; filename=".xlsx"', "xlsx.csv"),
        ('attachment; filename="~$ikm.xlsx"', "_ikm.xlsx"),
        ('attachment; filename="CON.xlsx"', "_CON.xlsx"),
        ('attachment; filename="ikm\u202exslx.csv"', "ikm_xslx.csv"),
        ('inline; filename="ikm.csv"', "ikm.csv"),
    ],
)  # fmt: skip
def test_names_however_they_are_written(disposition: str, path: str) -> None:
    kind = "text/csv" if path == "xlsx.csv" else "application/octet-stream"
    letter = read_letter(part(disposition, kind=kind))
    assert ([one.path for one in letter.pieces], letter.doubts) == ([path], [])


def test_a_long_name_keeps_its_ending() -> None:
    name = clean_name(f"{'laporan ' * 60}.xlsx")
    assert name.endswith(".xlsx")
    assert len(name.encode()) < 150


ATTACHED = {
    "a workbook": ("ikm.xlsx", b"rusak", "", ["ikm.xlsx"], 0, []),
    "text that promises a table": ("ikm.tsv", CSV, "", ["ikm.tsv"], 0, []),
    "a disclaimer": ("ATT00001.txt", b"rahasia, jangan disebarkan; terima kasih", "", [], 1, []),
    "a letter": ("surat pengantar.pdf", b"%PDF-1.7", "", [], 1, []),
    "old workbook without a name": ("", b"\x09\x08\x08\x00" + b"\0" * 40, "", ["lampiran.xls"], 0, []),
    "outlook": ("winmail.dat", b"x", "", [], 0, ["winmail"]),
    "tnef": ("", b"x", "application/ms-tnef", [], 0, ["winmail"]),
    "rar": ("data.rar", b"Rar!\x1a\x07", "", ["data.rar"], 0, []),
    "nothing in a workbook": ("ikm.xlsx", b"", "", ["ikm.xlsx"], 0, []),
    "zip": ("data.zip", archive({"a/ikm.csv": CSV, "b/ikm.csv": CSV}), "",
            ["a/ikm.csv", "b/ikm.csv"], 0, []),
    "zip called a workbook": ("ikm.xlsx", archive({"ikm.csv": CSV}), "", ["ikm.csv"], 0, []),
    "zip with other things": ("data.zip", archive({"ikm.csv": CSV, "x.pdf": b"%PDF", "__MACOSX/._ikm.csv": b"x",
                                                   "~$ikm.xlsx": b"x"}), "", ["ikm.csv"], 1, []),
    "zip in a zip": ("data.zip", archive({"dalam.zip": archive({"ikm.csv": CSV})}), "", ["dalam.zip"], 0, []),
    "zip that leads out": ("data.zip", archive({"../ikm.csv": CSV}), "", ["data.zip"], 0, []),
    "zip with too many": ("data.zip", archive({f"{one}.csv": b"" for one in range(600)}), "", ["data.zip"], 0, []),
    "bomb": ("data.zip", archive({"ikm.csv": b"0" * 150_000_000}), "", ["data.zip"], 0, []),
    "locked zip": ("data.zip", archive({"ikm.csv": CSV}, encrypted=True), "", ["data.zip"], 0, []),
    "damaged zip": ("data.zip", archive({"ikm.csv": CSV})[:-30], "", ["data.zip"], 0, []),
    "zip without an ending": ("data", archive({"ikm.csv": CSV}), "", ["ikm.csv"], 0, []),
    "hidden folders in a zip": ("data.zip", archive({".a/ikm.csv": CSV}), "", ["a/ikm.csv"], 0, []),
}  # fmt: skip


@pytest.mark.parametrize("case", ATTACHED)
def test_what_becomes_of_an_attachment(case: str) -> None:
    name, data, kind, paths, others, doubts = ATTACHED[case]
    found = sort_attachment(name, data, kind)
    assert ([one.path for one in found.pieces], found.others, found.doubts) == (paths, others, doubts)


def nested(depth: int) -> EmailMessage:
    inner = EmailMessage()
    inner["Subject"] = "dalam"
    inner.set_content("isi")
    inner.add_attachment(CSV, maintype="text", subtype="csv", filename=f"ikm {depth}.csv")
    for _ in range(depth):
        outer = EmailMessage()
        outer["From"] = "a@barru.example"
        outer.set_content("terusan")
        outer.add_attachment(inner)
        inner = outer
    return inner


def test_a_message_in_a_message_is_opened_one_level() -> None:
    assert [one.path for one in read_letter(nested(1).as_bytes()).pieces] == ["ikm 1.csv"]
    deep = read_letter(nested(2).as_bytes())
    assert (deep.pieces, deep.doubts) == ([], ["bersarang"])


def test_tangled_messages_are_told_and_not_followed() -> None:
    head = b"From: a@barru.example\r\nContent-Type: multipart/mixed; boundary=X\r\n\r\n"
    parts = b"--X\r\nContent-Type: text/csv; name=a.csv\r\n\r\n1;2\r\n"
    many = read_letter(head + parts * 5000 + b"--X--")
    assert many.doubts == ["kusut"]
    assert len(many.pieces) == 500
    deep = b"".join(
        b"Content-Type: multipart/mixed; boundary=%d\r\n\r\n--%d\r\n" % (one, one) for one in range(3000)
    )
    assert read_letter(deep).doubts == ["kusut"]
    assert read_letter(head + b"\n" * 3_000_000).doubts == ["kusut"]
    assert read_letter(b"").doubts == ["tanpa_lampiran"]


@pytest.mark.parametrize("missing", [3, 8, 11, 14, 30])
def test_a_message_that_was_cut_off_gives_no_file(missing: int) -> None:
    cut = read_letter(part('attachment; filename="ikm.csv"')[:-missing])
    assert (cut.pieces, cut.doubts) == ([], ["terpotong"])
    damaged = read_letter(part('attachment; filename="ikm.csv"', data="Tm87*TmFtYQoxO3VzYWhhCg"))
    assert (damaged.pieces, damaged.doubts) == ([], ["terpotong"])


def test_a_link_to_a_cloud_drive_is_told() -> None:
    message = EmailMessage()
    message.set_content("x")
    message.add_alternative('<a href="https://drive.google.com/x">data</a>', subtype="html")
    assert read_letter(message.as_bytes()).doubts == ["tautan"]


@pytest.mark.parametrize(
    ("head", "address"),
    [
        (b"From: Dinas <ikm@barru.example>\r\n", "ikm@barru.example"),
        (b'From: "a@asing.example" <ikm@barru.example>\r\n', "ikm@barru.example"),
        (b'From: "ikm@barru.example" <a@asing.example>\r\n', "a@asing.example"),
        (b"From: =?utf-8?q?ikm=40barru=2Eexample_=3C?= <a@asing.example>\r\n", "a@asing.example"),
        (b"From: ikm@barru.example\r\nFrom: a@asing.example\r\n", None),
        (b"From: ikm@barru.example, a@asing.example\r\n", None),
        (b"From: ikm@barru.example <a@asing.example>\r\n", None),
        (b"From: Dinas\r\n <ikm@barru.example>\r\n", "ikm@barru.example"),
        (b"From: \r\n", None),
        (b"", None),
        (b"From: <@a:b@c>\r\n", None),
        (b"From: \xff\xfe <ikm@barru.example>\r\n", "ikm@barru.example"),
    ],
)
def test_the_sender_is_one_address_or_nobody(head: bytes, address: str | None) -> None:
    assert sender_of(head + b"\r\n") == address


@pytest.mark.parametrize(
    ("results", "vouched"),
    [
        (["mx.prov.example; dmarc=pass (p=none) header.from=barru.example"], True),
        (["mx.prov.example 1; spf=fail; dkim=pass header.d=barru.example"], True),
        (["mx.prov.example; dkim=pass header.i=@asing.example header.d=asing.example"], False),
        (["mx.prov.example; dmarc=fail header.from=barru.example"], False),
        (["mx.prov.example; spf=pass smtp.mailfrom=barru.example"], False),
        (["mx.asing.example; dmarc=pass header.from=barru.example"], False),
        (["mx.prov.example; dmarc=fail", "mx.prov.example; dmarc=pass header.from=barru.example"], False),
        (['mx.prov.example; dkim=fail reason="; dmarc=pass header.from=barru.example"'], False),
        (["mx.prov.example; dkim=fail (; dmarc=pass header.from=barru.example)"], False),
        (["mx.prov.example; dkim=pass header.d=ru.example"], False),
        ([], False),
    ],
)
def test_only_the_named_server_vouches(results: list[str], vouched: bool) -> None:
    head = "".join(f"Authentication-Results: {one}\r\n" for one in results).encode()
    assert is_vouched(head, "mx.prov.example", "ikm@barru.example") is vouched


NAMES = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)


@given(NAMES)
@example("~$.tmp")
@example(".")
@example("a/..")
@example("Thumbs.db")
@example("x.tmp")
@example("\u200b.xlsx")
def test_any_name_is_one_that_the_inbox_sees(name: str) -> None:
    made = clean_name(name)
    assert "/" not in made
    assert "\\" not in made
    assert made not in {"", ".", ".."}
    assert not made.startswith((".", "~$"))
    assert len(made.encode()) <= 160
    for path in (clean_path(f"{name}/b.csv"), clean_path(f"../{name}/b.csv")):
        assert not any(part in {"", ".", ".."} or part.startswith(".") for part in path.split("/"))


@given(st.lists(st.sampled_from(["a.csv", "A.csv", "a (2).csv", "b/a.csv", "a"]), max_size=8))
def test_no_two_files_of_a_message_share_a_place(paths: list[str]) -> None:
    made = [one.casefold() for one in without_doubles(paths)]
    assert len(set(made)) == len(paths)


@given(st.binary(max_size=400))
@example(b"Content-Type: message/rfc822\r\n\r\n")
@example(b"Content-Type: multipart/mixed\r\n\r\nx")
@example(b"Content-Type: text/csv; name*=x'y\r\n\r\nx")
@example(b"Content-Type: text/csv; name*9999999999=x\r\nContent-Transfer-Encoding: x-uuencode\r\n\r\nbegin")
def test_no_bytes_make_the_reading_fail(raw: bytes) -> None:
    letter = read_letter(raw)
    assert letter.pieces or letter.doubts
    sender_of(raw)
    is_vouched(raw, "a", "a@b.example")


@given(
    st.lists(
        st.tuples(NAMES.filter(str.strip), st.binary(min_size=1, max_size=60), st.booleans()), max_size=5
    ),
    st.sampled_from(["base64", "quoted-printable"]),
)
def test_what_was_attached_comes_out_byte_for_byte(
    files: list[tuple[str, bytes, bool]], encoding: str
) -> None:
    message = EmailMessage()
    message.set_content("Terlampir.")
    for name, data, inline in files:
        plain = "".join(one for one in name if one.isprintable())
        message.add_attachment(
            data, maintype="application", subtype="octet-stream", cte=encoding,
            disposition="inline" if inline else "attachment", filename=f"{plain}x.csv",
        )  # fmt: skip
    letter = read_letter(message.as_bytes())
    assert [one.data for one in letter.pieces] == [data for _, data, _ in files]
    assert all(one.path.casefold().endswith(".csv") for one in letter.pieces)


def test_the_folder_names_its_district_and_nothing_else() -> None:
    for kode in districts():
        said = find_districts(folder_of(kode))
        assert {one.kode for one in said} == {kode}
        assert any(one.strength == "kuat" for one in said)
        assert not any(one.ambigu for one in said)


def test_the_folders_of_mail_name_no_period_and_no_district() -> None:
    for nomor in (1, 12, 2024, 2026, 20260, 202601, 2026011, 1234567):
        assert find_periods(numbered(nomor)) == ()
        assert find_districts(numbered(nomor)) in ((), [])
    assert not find_districts(folder_of(None))
    assert [numbered(one) for one in (9, 10)] == sorted(numbered(one) for one in (9, 10))


def test_the_inbox_sees_nothing_that_is_not_put_yet(tmp_path: Path) -> None:
    pieces = [Piece("ikm.csv", CSV), Piece("IKM.csv", CSV), Piece("a/ikm.csv", CSV)]
    plan = plan_of(1, "73.11", pieces)
    write_waiting(tmp_path, plan, pieces)
    assert list(workbooks_in([tmp_path])) == []
    put(tmp_path, plan)
    seen = {
        path.relative_to(tmp_path / "73.11-Kabupaten Barru/surat-0000001").as_posix()
        for path, _ in workbooks_in([tmp_path])
    }
    assert seen == {"ikm.csv", "IKM (2).csv", "a/ikm.csv"}


def test_the_record_outlives_cut_off_lines_and_holds_no_names(tmp_path: Path) -> None:
    place, identity = Place("k", 1, 7), "<1@barru.example>"
    content = content_digest(identity, [("a.csv", "00")])
    memory = Memory(tmp_path)
    plan = plan_of(3, "73.11", [Piece("a.csv", CSV)])
    memory.note_plan(plan, place, identity, content, ["winmail"], office_now())
    assert Memory(tmp_path).unfinished == {3: plan}
    assert not Memory(tmp_path).is_taken(place, identity)
    path = tmp_path / "surat" / "diambil.jsonl"
    path.write_bytes(path.read_bytes() + b'{"langkah": "dita')
    Memory(tmp_path).note_put(3, office_now())
    again = Memory(tmp_path)
    assert again.is_taken(place, identity)
    assert again.is_to_be_looked_at(place, identity)
    assert again.is_known(content)
    assert not again.is_taken(place, "<2@barru.example>")
    assert not again.is_taken(Place("k", 2, 7), identity)
    assert (again.unfinished, again.last) == ({}, 3)
    assert b"barru.example" not in path.read_bytes()


def test_the_list_of_senders_and_its_mistakes(tmp_path: Path) -> None:
    (tmp_path / "surat-masuk.csv").write_text(
        "# catatan\nPengirim;Kode Wilayah\nIKM@Barru.example;73.11\n@makassar.example;Kota Makassar\n"
        "pusat@makassar.example;semua\n@gmail.com;73.11\nbukan alamat;73.11\nx@a.example;Luwu Raya\n"
        "y@a.example;73.11\ny@a.example;73.71\n",
        encoding="cp1252",
    )
    senders, wrong = read_senders(tmp_path)
    who = {
        name: senders.of(name)
        for name in ("ikm@barru.example", "a@makassar.example", "pusat@makassar.example")
    }
    assert [one.kode if one else "-" for one in who.values()] == ["73.11", "73.71", None]
    for stranger in (
        "a@gmail.com",
        "y@a.example",
        "a@sub.makassar.example",
        "a@makassar.example.asing.example",
    ):
        assert senders.of(stranger) is None
    assert [(one.baris, one.kolom, one.key) for one in wrong] == [
        (6, "pengirim", "mail.public_domain"),
        (7, "pengirim", "mail.bad_sender"),
        (8, "kode_wilayah", "mail.bad_place"),
        (10, "pengirim", "mail.twice"),
    ]
    (tmp_path / "surat-masuk.csv").write_text("", encoding="ascii")
    assert len(read_senders(tmp_path)[1]) == 1


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ('[imap]\nserver = "a.example"\npengguna = "data"', []),
        ("", []),
        ('[imap]\nserver = "a.example"\npengguna = "d"\nsandi = "x"', ["mail.no_password"]),
        ('[imap]\nport = "993"', ["mail.bad_value"]),
        ('[imap]\nserfer = "a.example"', ["mail.no_key"]),
        ('[imap]\nserver = "a.example"\npengguna = "d"\nkeamanan = "tanpa"', ["mail.contradiction"]),
        ('[imap]\nserver = "a.example"\npengguna = "d"\nfolder_selesai = "inbox"', ["mail.contradiction"]),
        ('[imap]\nserver = "a.example"', ["mail.contradiction"]),
        ('[imap]\nfolder = "a\\r\\nb"', ["mail.bad_value"]),
        ("imap = 1", ["mail.no_section"]),
        ("[imap", ["mail.no_toml"]),
    ],
)
def test_the_settings_and_their_mistakes(tmp_path: Path, text: str, keys: list[str]) -> None:
    (tmp_path / "ikm.toml").write_text(text, encoding="utf-8")
    settings, wrong = read_imap(tmp_path)
    assert [one.key for one in wrong] == keys
    assert all(one.key in TEXTS for one in wrong)
    assert isinstance(settings, Imap)
