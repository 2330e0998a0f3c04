"""Which earlier file a file answers, to whom it goes back, and under which name."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from flows.offices import office_of, places_of
from flows.outputs.deadline import working_days_after
from flows.outputs.names import folder_name, safe_name, stem_of, without_numbers
from flows.resubmission import Register, Sent, answered_by, files_of, register_of, stands_for

START = datetime(2022, 1, 10, 8)


def sent(kiriman: str, day: int = 0, **more: Any) -> Sent:
    given: dict[str, Any] = {
        "kiriman_id": kiriman, "berkas": "Data IKM.xlsx", "jalur": more.get("berkas", "Data IKM.xlsx"), "jenis": "xlsx",
        "sha256": f"sha-{kiriman}", "isi_sha256": f"isi-{kiriman}", "diterima_pada": START + timedelta(days=day),
        "lembar": "IKM", "laporan": "ikm", "kode_wilayah": "73.11", "periode": "2021", "status": "dimuat",
        "pilihan": "baru", "menggantikan": (), "baris_masuk": 9, "baris_dimuat": 7, "baris_karantina": 0,
        "baris_bukan_data": 2, "baris_ditolak": 0, "loaded": True,
    }  # fmt: skip
    return Sent(**(given | more))


def register(*tables: Sent) -> Register:
    files = files_of(tables)
    return register_of(files, {key: office_of(one, {}, frozenset()).kode for key, one in files.items()})


COPY = {"status": "duplikat", "pilihan": "duplikat", "loaded": False}
NOTHING_READ = {"kode_wilayah": None, "laporan": None, "periode": None}
RETURNED = "Data IKM - perbaikan.xlsx"
REFUSED = {"status": "ditolak", "pilihan": "ditolak", "loaded": False}


@pytest.mark.parametrize(
    ("earlier", "later", "answered"),
    [
        # its rows replaced the earlier ones, whatever the names
        (sent("a", status="digantikan", berkas="x.xlsx"), sent("b", 1, menggantikan=("a",), pilihan="revisi"), True),
        # a copy of the content, with explanations
        (sent("a"), sent("b", 1, **COPY, isi_sha256="isi-a", berkas="y.xlsx"), True),
        # the same name, district, report and period
        (sent("a"), sent("b", 1, berkas="Data IKM - perbaikan.xlsx", pilihan="tambahan"), True),
        (sent("a", periode="2020"), sent("b", 1), False),
        (sent("a", kode_wilayah="73.06"), sent("b", 1), False),
        (sent("a", laporan="rekap"), sent("b", 1), False),
        # another workbook of the same unit that adds to it
        (sent("a", berkas="Kec. Barru.xlsx"), sent("b", 1, berkas="Kec. Balusu.xlsx", pilihan="tambahan"), False),
        # refused before for the same district and report
        (sent("a", **REFUSED, periode=None, berkas="x.xlsx"), sent("b", 1), True),
        (sent("a", **REFUSED, periode=None, berkas="x.xlsx", laporan="rekap"), sent("b", 1), False),
        # refused, and only its folder or name tells the district
        (sent("a", **REFUSED, **NOTHING_READ, jalur="73.11-Barru/Data IKM.xlsx"), sent("b", 1), True),
        (sent("a", **REFUSED, **NOTHING_READ, jalur="73.06-Gowa/Data IKM.xlsx"), sent("b", 1), False),
        # refused without a district: it has to come back under the name we gave it
        (sent("a", **REFUSED, kode_wilayah=None), sent("b", 1, berkas=RETURNED), True),
        (sent("a", **REFUSED, kode_wilayah=None), sent("b", 1), False),
        (sent("a", **REFUSED, kode_wilayah=None, jalur="x/Data IKM.xlsx"), sent("b", 1, berkas=RETURNED), False),
        (sent("a", **REFUSED, **NOTHING_READ), sent("b", 1, berkas=RETURNED), True),
        (sent("a", **REFUSED, kode_wilayah=None, berkas="lain.xlsx"), sent("b", 1, berkas=RETURNED), False),
        # settled by an officer: the very same bytes answer nothing
        (sent("a", **REFUSED, kode_wilayah=None, sha256="s"), sent("b", 1, sha256="s"), False),
        # what came later
        (sent("a", 2), sent("b", 1), False),
    ],
)  # fmt: skip
def test_what_a_file_answers(earlier: Sent, later: Sent, answered: bool) -> None:
    found = answered_by([later], register(earlier, later))
    assert [one.kiriman_id for one in found] == (["a"] if answered else [])


def test_only_the_sheets_that_come_again_are_answered() -> None:
    both = [sent("a", sha256="s", status="digantikan"), sent("b", sha256="s", laporan="rekap")]
    later = sent("c", 1, menggantikan=("a",), pilihan="revisi")
    found = register(*both, later)
    assert [one.kiriman_id for one in answered_by([later], found)] == ["a"]
    assert not stands_for([later], both[0].file, found)


def test_who_answers_a_file_answers_its_copies() -> None:
    first, copy = (
        sent("a", status="digantikan"),
        sent("b", 1, status="duplikat", isi_sha256="isi-a", loaded=False),
    )
    later = sent("c", 2, menggantikan=("a",), pilihan="revisi")
    found = register(first, copy, later)
    assert [one.kiriman_id for one in answered_by([later], found)] == ["a", "b"]
    assert stands_for([later], copy.file, found)


OWN = {"kode_wilayah": None, "laporan": "pembinaan"}


@pytest.mark.parametrize(
    ("tables", "rows", "unclear", "folder"),
    [
        ([sent("a")], {}, (), "73.11-Barru"),
        ([sent("a", jalur="73.06-Gowa/x.xlsx")], {}, (), "73.11-Barru"),
        ([sent("a", **OWN)], {"a": {"73.11", "73.06"}}, (), "73-provinsi"),
        ([sent("a", **OWN)], {"a": {"73.11"}}, (), "73.11-Barru"),
        ([sent("a", **OWN, jalur="73.06-Gowa/x.xlsx")], {"a": {"73.11", "73.06"}}, (), "73.06-Gowa"),
        ([sent("a", **OWN)], {"a": {"73.11", "74.71"}}, (), "belum-diketahui"),
        ([sent("a"), sent("b", kode_wilayah="73.06")], {}, (), "73-provinsi"),
        ([sent("a", **REFUSED, kode_wilayah=None, laporan=None, jalur="73.11-Barru/x.xlsx")], {}, (), "73.11-Barru"),
        ([sent("a", **REFUSED, kode_wilayah=None, berkas="Data Kab. Wajo.xlsx")], {}, (), "73.13-Wajo"),
        ([sent("a", **REFUSED, kode_wilayah=None, berkas="Data Kab. Wajo.xlsx")], {}, ("a",), "belum-diketahui"),
        ([sent("a", **REFUSED, kode_wilayah=None, berkas="Data Toraja.xlsx")], {}, (), "belum-diketahui"),
        ([sent("a", **REFUSED, kode_wilayah=None, berkas="Barru dan Gowa.xlsx")], {}, (), "belum-diketahui"),
    ],
)  # fmt: skip
def test_to_whom_a_file_goes_back(
    tables: list[Sent], rows: dict[str, set[str]], unclear: tuple[str, ...], folder: str
) -> None:
    named = {one: frozenset(codes) for one, codes in rows.items()}
    assert office_of(tables, named, frozenset(unclear)).folder == folder


def test_files_that_have_nothing_to_do_with_each_other_share_no_name() -> None:
    files = [
        sent("a", sha256="aaaaaaaa"),
        sent("b", 1, sha256="bbbbbbbb", periode="2022", jalur="b/Data IKM.xlsx"),
        sent("c", 2, sha256="cccccccc", berkas="data ikm.XLS", laporan="rekap", jalur="c/data ikm.XLS"),
    ]
    offices = {one.file: office_of([one], {}, frozenset()) for one in files}
    places = places_of(register(*files), offices)
    assert [place.stem for place in places.values()] == ["Data IKM", "Data IKM (bbbbbb)", "data ikm (cccccc)"]


@pytest.mark.parametrize(
    ("berkas", "stem"),
    [
        ("Data IKM.xlsx", "Data IKM"),
        ("Data IKM - perbaikan.xlsx", "Data IKM"),
        ("Data IKM - Perbaikan (2).xlsx", "Data IKM"),
        ("Data IKM - perbaikan - perbaikan.xlsx", "Data IKM"),
        ("data perbaikan.xlsx", "data perbaikan"),
        ("- perbaikan.xlsx", "- perbaikan"),
        ("tanpa akhiran", "tanpa akhiran"),
        (".xlsx", ".xlsx"),
    ],
)
def test_the_name_behind_what_we_added(berkas: str, stem: str) -> None:
    assert stem_of(berkas) == stem


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Data IKM", "Data IKM"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("..", "_"),
        ("", "_"),
        ("a\\b:c*d?", "a_b_c_d_"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("titik. ", "titik"),
        ("baris\nbaru\x00", "baris_baru_"),
        ("a\u202eb", "a_b"),
    ],
)
def test_names_lead_nowhere_else(text: str, name: str) -> None:
    assert safe_name(text) == name
    assert "/" not in folder_name("73.11", text)


def test_long_names_leave_room_for_what_is_put_behind_them() -> None:
    assert len(safe_name("é" * 400).encode()) <= 150


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("IKM 2021-2022 (3).xlsx", "IKM 2021-2022 (3).xlsx"),
        ("data 7311014107850001.xlsx", "data ….xlsx"),
        ("Sitti 0812-3456-7890", "Sitti …"),
        ("Sitti +62 812 3456 7890 baru", "Sitti … baru"),
    ],
)
def test_numbers_of_people_are_left_out(text: str, shown: str) -> None:
    assert without_numbers(text) == shown


@pytest.mark.parametrize(
    ("day", "until"),
    [
        (date(2026, 11, 21), date(2026, 12, 1)),  # a Saturday
        (date(2026, 11, 23), date(2026, 12, 2)),  # a Monday
        (date(2026, 11, 27), date(2026, 12, 8)),  # a Friday
    ],
)
def test_seven_working_days(day: date, until: date) -> None:
    assert working_days_after(day, 7) == until
