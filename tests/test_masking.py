"""Numbers and names of people, planted wherever an officer can put them: none comes out where analysts look."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from flows import cli
from schemas.reports import spec, specs
from tests.deliveries import ask, businesses, delivery, load
from warehouse.keys import masking_key
from warehouse.publish import PublishError, publish
from warehouse.scrubbing import HIDDEN, IN_AMOUNTS, scrubbed, scrubbed_text

NIK, OTHER_NIK = "7311014508790001", "7311024101900002"
PHONE, OTHER_PHONE, OFFICE = "081255501234", "085299887766", "0411871234"
OWNER, ADDRESS = "Sitti Rahasiawati", "Lorong Tersembunyi 9"
#: Looked for as figures alone, so that no separator hides them.
NUMBERS = (NIK, OTHER_NIK, PHONE[1:], OTHER_PHONE[1:], OFFICE)

HEAD = (
    "No", "Nama Usaha", "Nama Pemilik", "NIK", "Alamat", "Desa", "Kecamatan", "No HP", "KBLI", "Produk",
    "Cabang Industri", "Tenaga Kerja L", "Tenaga Kerja P", "Nilai Investasi (Rp)", "Kapasitas Produksi", "Satuan",
    "Nilai Produksi (Rp)", "Tahun Izin", "Status", "Bentuk Usaha", "NIB",
)  # fmt: skip
AMOUNTS = ("Nilai Investasi (Rp)", "Kapasitas Produksi", "Nilai Produksi (Rp)")
FORMS = (
    NIK, int(NIK), f"{NIK[:6]} {NIK[6:12]} {NIK[12:]}", f"{NIK[:6]}.{NIK[6:12]}.{NIK[12:]}", f"NIK{OTHER_NIK}",
    PHONE, "0812-5550-1234", "+62 812 5550 1234", "(0812) 5550 1234", f"HP.{PHONE} / {OTHER_PHONE}", "0411-871234",
    int(PHONE),
)  # fmt: skip


def business(number: int, **given: Any) -> list[Any]:
    """An ordinary row of a list, numbered so that no two are alike."""
    row = [
        number, f"Usaha {number} Maju", f"Pemilik Nomor {number}", f"7371014508{number:06d}", f"Jalan Raya {number}",
        "Sumpang Binangae", "Barru", f"0821777{number:05d}", "10750", "Abon ikan", "Pangan", 2, 3, 1_000_000 + number,
        100, "kg", 5_000_000 + number, 2015, "Aktif", "Perorangan", f"91200{number:08d}",
    ]  # fmt: skip
    for name, value in given.items():
        row[HEAD.index(name.replace("_", " "))] = value
    return row


def book(path: Path, rows: list[list[Any]], *, head: tuple[str, ...] = HEAD, **more: Any) -> None:
    """A workbook as districts send them: title, header, rows, notes."""
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.title = more.get("sheet", "Data")
    for line in more.get("title", ("DATA IKM KABUPATEN BARRU TAHUN 2021",)):
        sheet.append([line])
    sheet.append([])
    for row in [head, *rows]:
        sheet.append(row)
    for note in more.get("notes", ()):
        sheet.append([None, note])
    made.save(path)


def plant(folder: Path) -> None:
    """Proper columns, wrong ones, free text, titles, notes, held rows, unknown columns, names of files and sheets."""
    own = business(
        30, Nama_Pemilik=OWNER, NIK=NIK, Alamat=ADDRESS, No_HP=PHONE, Produk=f"Abon {OWNER.upper()}"
    )
    again = [31, *own[1:]]
    book(folder / "daftar.xlsx", [business(n) for n in range(1, 30)] + [own, again])
    wrong, number = [business(n) for n in range(101, 140)], 140
    for column in HEAD[1:]:
        for form in FORMS:
            # An amount of rupiah and a telephone number without its 0 are the same figures.
            if not (column in AMOUNTS and form == int(PHONE)):
                wrong.append(business(number))
                wrong[-1][HEAD.index(column)] = form
                number += 1
    book(folder / "salah kolom.xlsx", wrong)
    named = [[*business(n), OWNER, PHONE] for n in range(901, 930)]
    book(
        folder / f"Data {PHONE} {NIK}.xlsx", named, head=(*HEAD, "Nama Ibu Kandung", f"Lain {PHONE}"),
        sheet=f"Ibu {PHONE}", title=("DATA IKM KABUPATEN BARRU TAHUN 2021", f"Petugas: {OWNER} HP {PHONE} NIK {NIK}"),
        notes=(f"Ket: hubungi {OWNER}, {PHONE}",),
    )  # fmt: skip
    head = ("No", "Nama Kegiatan", "Tanggal", "Lokasi", "Jumlah Peserta", "Penyelenggara", "Keterangan")
    held = [[n, f"Pelatihan {n}", f"{n} Maret 2021", "Barru", 20 + n, "Dinas", f"HP {PHONE}; {NIK}; telp (0411) 871234"]
            for n in range(1, 6)]  # fmt: skip
    book(
        folder / "pembinaan.xlsx",
        held,
        head=head,
        title=("LAPORAN PEMBINAAN IKM KABUPATEN BARRU TAHUN 2021",),
    )
    book(
        folder / "lain.xlsx",
        [[OWNER, PHONE, NIK]] * 5,
        head=("Kolom A", "Kolom B", "Kolom C"),
        title=("Daftar",),
    )


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """A home with the planted workbooks loaded, and all that load and check had to say."""
    home, folder = tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("masuk")
    plant(folder)
    with pytest.MonkeyPatch.context() as patched, Told() as said:
        patched.setenv("COLUMNS", "400")
        assert cli.main(["load", str(folder), "--home", str(home)]) == 1
        assert cli.main(["check", str(folder), "--home", str(home)]) == 1
        log = home / "catatan.log"
        yield home, said.text() + (log.read_text() if log.exists() else "")


class Told:
    """What is printed meanwhile, on both streams."""

    def __enter__(self) -> Told:
        import contextlib
        import io

        self.said = io.StringIO()
        self.stack = contextlib.ExitStack()
        self.stack.enter_context(contextlib.redirect_stdout(self.said))
        self.stack.enter_context(contextlib.redirect_stderr(self.said))
        return self

    def __exit__(self, *fault: object) -> None:
        self.stack.close()

    def text(self) -> str:
        return self.said.getvalue()


def figures(text: str) -> str:
    """The text without what may stand between the figures of one number."""
    return re.sub(r"(?<=\d)[ .\-()]+(?=\d)", "", text)


def relations(path: Path) -> list[tuple[str, str]]:
    return ask(
        path,
        "SELECT table_schema, table_name FROM information_schema.tables WHERE table_catalog = 'ikm' ORDER BY ALL",
    )


def test_no_number_of_a_person_in_any_byte_of_the_public_file(told: tuple[Path, str]) -> None:
    raw = (told[0] / "warehouse" / "ikm.duckdb").read_bytes()
    assert [number for number in NUMBERS if number.encode() in raw] == []


@pytest.mark.parametrize("number", NUMBERS)
def test_no_number_of_a_person_in_any_cell_of_the_public_file(number: str, told: tuple[Path, str]) -> None:
    path = told[0] / "warehouse" / "ikm.duckdb"
    found = [
        (schema, table, row)
        for schema, table in relations(path)
        for (row,) in ask(path, f'SELECT CAST(t AS VARCHAR) FROM {schema}."{table}" t')
        if number in figures(row) or number in row
    ]
    assert found == []


def test_the_numbers_are_where_they_belong(told: tuple[Path, str]) -> None:
    """What is looked for above was there to be found."""
    path = told[0] / "warehouse" / "terbatas" / "ikm.duckdb"
    text = " ".join(
        row
        for schema, table in relations(path)
        for (row,) in ask(path, f'SELECT CAST(t AS VARCHAR) FROM {schema}."{table}" t')
    )
    assert [number for number in NUMBERS if number not in figures(text)] == []


def test_the_person_s_columns_are_gone_and_the_name_beside_them_too(told: tuple[Path, str]) -> None:
    path = told[0] / "warehouse" / "ikm.duckdb"
    assert ask(path, "SELECT komoditas FROM ikm WHERE berkas = 'daftar.xlsx' AND baris = 33") == [(HIDDEN,)]
    ((held,),) = ask(path, "SELECT CAST(isi AS VARCHAR) FROM karantina WHERE berkas = 'daftar.xlsx'")
    assert OWNER not in held and OWNER.upper() not in held and ADDRESS not in held and "Barru" in held
    for secret in (OWNER, ADDRESS, NIK):
        shown = "SELECT CAST(t AS VARCHAR) FROM ikm t WHERE berkas = 'daftar.xlsx'"
        assert not any(secret in row for (row,) in ask(path, shown))


def test_what_load_and_check_print_names_no_number(told: tuple[Path, str]) -> None:
    # Names of files and sheets are told as they are: the officer must find the file.
    text = told[1].replace(f"Data {PHONE} {NIK}.xlsx", "").replace(f"Ibu {PHONE}", "")
    assert len(text) > 5000
    assert [number for number in NUMBERS if number in figures(text)] == []


def test_names_of_files_without_such_numbers_stay(told: tuple[Path, str]) -> None:
    names = {name for (name,) in ask(told[0] / "warehouse" / "ikm.duckdb", "SELECT berkas FROM kiriman")}
    assert {"daftar.xlsx", "salah kolom.xlsx", f"Data {HIDDEN}.xlsx"} <= names


HIDES = (
    NIK, "7311 0145 0879 0001", "731101.450879.0001", f"NIK{NIK}", f"NIK.{NIK}", PHONE, "0812-5550-1234",
    "(0812) 5550-1234",
    "+62 812-5550-1234", "+6281255501234", f"HP{PHONE}", "WA:0812.5550.1234", "81255501234", "0411-871234",
    "(0411) 871234", "0411 - 871 234", "0811441234/085299887766", "021-5551234", "NIP 19700101 200501 1 001",
)  # fmt: skip
KEEPS = (
    "Rp 500.812.345.678", "1.500.000", "2021-07-19", "01/02/2021 s.d. 03/04/2021", "Rp. 81.255.501.234",
    "050/2345/Disperin",
    "2.11.03.2.01.0001", "9120012345678", "15 juta", "Jl. Poros km 081", "2021-2025", "1,5 M", "10750", "500812345678",
)  # fmt: skip


@pytest.mark.parametrize("text", [*HIDES, *KEEPS])
def test_numbers_of_people_are_told_from_others(text: str, tmp_path: Path) -> None:
    """By DuckDB and by Python alike."""
    import duckdb

    hidden = scrubbed_text(f"hubungi {text}, segera")
    assert (HIDDEN in hidden) == (text in HIDES)
    assert not (text in HIDES and re.search(r"\d{5}", figures(hidden)))
    con = duckdb.connect()
    assert con.execute(f"SELECT {scrubbed('?::VARCHAR')}", [f"hubungi {text}, segera"]).fetchall() == [
        (hidden,)
    ]
    con.close()


def test_an_amount_is_no_telephone_number() -> None:
    assert scrubbed_text("81255501234", IN_AMOUNTS) == "81255501234"
    assert scrubbed_text(PHONE, IN_AMOUNTS) == HIDDEN


def test_only_the_owner_can_read_what_is_restricted(told: tuple[Path, str]) -> None:
    home = told[0]
    assert (home / "warehouse" / "terbatas" / "ikm.duckdb").stat().st_mode & 0o777 == 0o600
    assert (home / "warehouse" / "kerja.duckdb").stat().st_mode & 0o777 == 0o600
    assert (home / "kunci" / "masker.key").stat().st_mode & 0o777 == 0o600


@pytest.fixture
def encrypted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home whose restricted file is encrypted, where this installation can do that."""
    load(tmp_path, delivery("ikm", businesses(0, 3), "a.xlsx"))
    monkeypatch.setenv("IKM_KUNCI", "kata sandi")
    try:
        publish(tmp_path, (spec("ikm"),), masking_key(tmp_path))
    except PublishError:
        pytest.skip("the package duckdb-extension-httpfs is not installed")
    return tmp_path


def test_an_encrypted_file_opens_with_its_key_alone(
    encrypted: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    asked = [
        "sql",
        "SELECT nik FROM ikm ORDER BY 1",
        "--terbatas",
        "--format",
        "csv",
        "--home",
        str(encrypted),
    ]
    raw = (encrypted / "warehouse" / "terbatas" / "ikm.duckdb").read_bytes()
    assert b"Jalan Rahasia" not in raw and b"Pemilik 1" not in raw
    assert cli.main(asked) == 0 and "7311000000000002" in capsys.readouterr().out
    monkeypatch.setenv("IKM_KUNCI", "lain")
    assert cli.main(asked) == 2 and "bukan kata sandi" in capsys.readouterr().err
    monkeypatch.delenv("IKM_KUNCI")
    assert cli.main(asked) == 2 and "IKM_KUNCI" in capsys.readouterr().err
    assert cli.main(["sql", "SELECT count(*) FROM ikm", "--home", str(encrypted)]) == 0


def test_the_key_is_no_part_of_what_is_published(told: tuple[Path, str]) -> None:
    key = masking_key(told[0])
    for path in (told[0] / "warehouse").rglob("*.duckdb"):
        assert key not in path.read_bytes() and key.hex().encode() not in path.read_bytes()


def test_every_report_has_its_personal_columns_marked() -> None:
    hidden = {
        column.name for one in specs() for column in one.columns if column.personal not in {None, "umum"}
    }
    assert hidden >= {"nik", "telepon", "alamat", "nama_pemilik", "nama_peserta", "pimpinan"}
