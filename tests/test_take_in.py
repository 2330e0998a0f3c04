"""Files from folder to published warehouse: loading, loading again, replacing, refusing, settling."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import duckdb
import pytest

from flows import side_by_side, take_in
from flows.commands.loading import has_news
from flows.line import Job, understand
from flows.shapes import Settled, Value
from flows.side_by_side import batches_of
from flows.take_in import Taken, check_paths, load_paths
from schemas.reports import specs
from tests.deliveries import ask
from tests.sheets import Row, write_workbook
from warehouse.keys import masking_key
from warehouse.publish import publish

ROOT = Path(__file__).parent.parent
HEAD: Row = (
    "No",
    "Nama Usaha",
    "Nama Pemilik",
    "NIK",
    "Kecamatan",
    "Komoditi",
    "Jumlah Tenaga Kerja",
    "Nilai Produksi (Rp)",
)
BARRU = "DAFTAR IKM KABUPATEN BARRU TAHUN 2021"


def business(number: int, **more: Any) -> Row:
    row: dict[str, Value] = {
        "no": number, "usaha": f"Usaha {number}", "pemilik": f"Pemilik Rahasia {number}",
        "nik": f"73110145078500{number:02}",
        "kecamatan": ("Barru", "Balusu")[number % 2], "komoditas": "Abon ikan", "orang": number % 9 + 1,
        "produksi": 1_000_000 + number,
    }  # fmt: skip
    return tuple((row | more).values())


def workbook(path: Path, numbers: Sequence[int], *extra: Row, title: str = BARRU) -> Path:
    return write_workbook(path, {"Data": [(title,), (), HEAD, *map(business, numbers), *extra]})


@pytest.fixture
def whole() -> None:
    """Asked for by a test that takes the whole way, with worker processes and publishing at the end of a load."""


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Understand in this process, and publish only when a test looks: it is most of a small load's time."""
    if "whole" in request.fixturenames:
        return

    request.getfixturevalue("in_this_process")
    monkeypatch.setattr(take_in, "publish_from", lambda *_: SimpleNamespace(baru=True))


def published(home: Path, query: str) -> list[tuple[Any, ...]]:
    publish(home, specs(), masking_key(home), 10)
    return ask(home / "warehouse" / "ikm.duckdb", query)


def count(home: Path, table: str = "ikm") -> int:
    (row,) = published(home, f"SELECT count(*) FROM {table}")
    return int(row[0])


def statuses(taken: Taken) -> list[str]:
    return [one.status for one in taken.outcomes]


def findings(taken: Taken) -> set[str]:
    return {one.kode for delivery in taken.deliveries for one in delivery.findings}


def test_a_folder_goes_into_a_warehouse(inbox: Path, home: Path, whole: None) -> None:
    workbook(inbox / "barru.xlsx", range(1, 6), ("JUMLAH", None, None, None, None, None, 20, 5_000_015))
    workbook(inbox / "lain" / "bone.xlsx", range(1, 4), title="DAFTAR IKM KABUPATEN BONE TAHUN 2021")
    taken = load_paths([inbox], home)
    assert statuses(taken) == ["dimuat", "dimuat"] and taken.published
    assert published(home, "SELECT kode_wilayah, count(*) FROM ikm GROUP BY 1 ORDER BY 1") == [
        ("73.08", 3),
        ("73.11", 5),
    ]
    assert published(
        home, "SELECT kolom, nilai, jumlah_baris, selisih FROM klaim WHERE kolom = 'tenaga_kerja'"
    ) == [("tenaga_kerja", 20.0, 20.0, 0.0)]
    row = "SELECT berkas, lembar, baris, periode, periode_mulai, periode_selesai, nilai_produksi"
    assert published(home, f"{row} FROM ikm WHERE kode_wilayah = '73.11' ORDER BY baris LIMIT 1") == [
        ("barru.xlsx", "Data", 4, "2021", date(2021, 1, 1), date(2021, 12, 31), 1_000_001)
    ]


def test_each_row_of_a_table_is_accounted_for(inbox: Path, home: Path) -> None:
    """Rows in = loaded + held back + no data."""
    extra: list[Row] = [
        (),
        business(3, no=6),
        ("JUMLAH", None, None, None, None, None, 20, 1),
        ("Ket: sementara",),
    ]
    load_paths([workbook(inbox / "barru.xlsx", range(1, 6), *extra)], home)
    counts = "baris_masuk, baris_dimuat, baris_karantina, baris_bukan_data, status"
    assert published(home, f"SELECT {counts} FROM kiriman") == [(9, 5, 1, 3, "dimuat_sebagian")]
    assert published(home, "SELECT baris, kode FROM karantina") == [(10, ["GANDA"])]


def test_a_second_load_changes_nothing(inbox: Path, home: Path, whole: None) -> None:
    workbook(inbox / "barru.xlsx", range(1, 6))
    load_paths([inbox], home)
    before = (home / "warehouse" / "ikm.duckdb").read_bytes()
    again = load_paths([inbox], home)
    assert (again.files, again.known, again.outcomes) == (1, 1, [])
    assert (home / "warehouse" / "ikm.duckdb").read_bytes() == before


def test_the_same_cells_in_another_file_are_acknowledged_and_change_nothing(inbox: Path, home: Path) -> None:
    load_paths([workbook(inbox / "barru.xlsx", range(1, 6))], home)
    copy = write_workbook(
        inbox / "barru lagi.xlsx", {"Data": [(BARRU,), (), HEAD, *map(business, range(1, 6))], "Kosong": []}
    )
    taken = load_paths([copy], home)
    assert statuses(taken) == ["duplikat"]
    assert count(home) == 5
    assert published(home, "SELECT count(*) FROM temuan WHERE kode = 'DUPLIKAT'") == [(1,)]


def test_a_revision_takes_the_place_of_what_it_revises(inbox: Path, home: Path) -> None:
    load_paths([workbook(inbox / "barru.xlsx", range(1, 7))], home)
    revised = write_workbook(
        inbox / "barru revisi.xlsx",
        {"Data": [(BARRU,), (), HEAD, *map(business, range(1, 6)), business(6, produksi=99)]},
    )
    taken = load_paths([revised], home)
    assert [one.pilihan for one in taken.outcomes] == ["revisi"]
    assert published(home, "SELECT berkas, count(*), min(nilai_produksi) FROM ikm GROUP BY 1") == [
        ("barru revisi.xlsx", 6, 99)
    ]
    assert published(home, "SELECT berkas, status FROM kiriman ORDER BY diterima_pada") == [
        ("barru.xlsx", "digantikan"), ("barru revisi.xlsx", "dimuat"),
    ]  # fmt: skip


def test_other_rows_of_the_same_district_are_added(inbox: Path, home: Path) -> None:
    load_paths([workbook(inbox / "barru.xlsx", range(1, 6))], home)
    taken = load_paths([workbook(inbox / "balusu.xlsx", range(11, 16))], home)
    assert [one.pilihan for one in taken.outcomes] == ["tambahan"]
    assert count(home) == 10


def test_two_files_in_one_load_do_as_two_loads(inbox: Path, home: Path, tmp_path: Path) -> None:
    for place, numbers in enumerate([range(1, 6), range(11, 16), range(1, 6)]):
        workbook(inbox / f"{place}.xlsx", numbers)
    load_paths([inbox], home)
    other = tmp_path / "lain"
    for place in range(3):
        load_paths([inbox / f"{place}.xlsx"], other)
    told = "SELECT berkas, status, baris_dimuat FROM kiriman ORDER BY berkas"
    assert published(home, told) == published(other, told)
    assert count(home) == count(other) == 10


REFUSED: list[tuple[str, str, str]] = [
    ("no district", "DAFTAR IKM TAHUN 2021", "WILAYAH_TAK_DIKENAL"),
    ("no period", "DAFTAR IKM KABUPATEN BARRU", "PERIODE_TAK_DIKENAL"),
    ("which district", "DAFTAR IKM LUWU RAYA TAHUN 2021", "WILAYAH_AMBIGU"),
    ("two districts", "DAFTAR IKM KAB. BARRU DAN KAB. BONE TAHUN 2021", "WILAYAH_BERTENTANGAN"),
]


@pytest.mark.parametrize(("title", "code"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_nothing_of_an_unsettled_file_is_loaded_until_an_officer_settles_it(
    title: str, code: str, inbox: Path, home: Path
) -> None:
    path = workbook(inbox / "kiriman.xlsx", range(1, 6), title=title)
    taken = load_paths([path], home)
    assert statuses(taken) == ["ditolak"] and code in findings(taken)
    assert [one.baris_dimuat for one in taken.outcomes] == [0]
    settled = load_paths([path], home, Settled("73.08", "2022-T1"))
    assert statuses(settled) == ["dimuat"]
    assert published(home, "SELECT DISTINCT kode_wilayah, periode FROM ikm") == [("73.08", "2022-T1")]
    assert count(home) == 5


def test_settling_again_moves_the_rows_and_never_doubles_them(inbox: Path, home: Path) -> None:
    path = workbook(inbox / "kiriman.xlsx", range(1, 6), title="DAFTAR IKM TAHUN 2021")
    load_paths([path], home, Settled(wilayah="73.08"))
    load_paths([path], home, Settled(wilayah="73.11"))
    assert published(home, "SELECT kode_wilayah, count(*) FROM ikm GROUP BY 1") == [("73.11", 5)]
    load_paths([path], home, Settled(wilayah="73.11"))
    assert published(home, "SELECT kode_wilayah, count(*) FROM ikm GROUP BY 1") == [("73.11", 5)]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("rusak.xlsx", b"PK\x03\x04 ini bukan buku kerja", "BERKAS_RUSAK"),
        ("kosong.xlsx", b"", "BERKAS_KOSONG"),
        ("surat.pdf", b"%PDF-1.7\n%%EOF", "FORMAT_TAK_DIDUKUNG"),
        ("cuaca.csv", b"Bulan;Hujan;Suhu\nJanuari;300;27\nFebruari;250;28\n", "TABEL_TAK_DIKENAL"),
    ],
)
def test_a_bad_file_never_stops_the_others(
    name: str, data: bytes, code: str, inbox: Path, home: Path
) -> None:
    workbook(inbox / "a baik.xlsx", range(1, 6))
    (inbox / name).write_bytes(data)
    workbook(inbox / "z baik.xlsx", range(11, 16))
    taken = load_paths([inbox], home)
    assert sorted(statuses(taken)) == ["dimuat", "dimuat", "ditolak"]
    assert count(home) == 10
    assert published(home, "SELECT berkas, laporan, status FROM kiriman WHERE status = 'ditolak'") == [
        (name, None, "ditolak")
    ]
    assert published(home, f"SELECT DISTINCT kode, tingkat FROM temuan WHERE berkas = '{name}'") == [
        (code, "galat")
    ]


def test_a_reader_that_dies_takes_only_its_file(
    inbox: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = understand

    def fragile(job: Any) -> Any:
        if job.path.endswith("jahat.xlsx"):
            raise RuntimeError("panic")
        return real(job)

    monkeypatch.setattr(side_by_side, "understand", fragile)
    workbook(inbox / "baik.xlsx", range(1, 6))
    workbook(inbox / "jahat.xlsx", range(11, 16))
    taken = load_paths([inbox], home)
    assert sorted(statuses(taken)) == ["dimuat", "ditolak"]
    assert "BERKAS_RUSAK" in findings(taken) and count(home) == 5


def test_one_sheet_a_kecamatan_and_one_that_gathers_them(inbox: Path, home: Path) -> None:
    title: list[Row] = [(BARRU,), (), HEAD]
    one, two = [business(n) for n in (2, 4, 6)], [business(n) for n in (1, 3, 5)]
    write_workbook(
        inbox / "barru.xlsx",
        {
            "REKAP": [*title, *one, *two],
            "Barru": [*title, *one],
            "Balusu": [*title, *two],
            "2020": [*title, *one],
        },
        hidden="2020",
    )
    taken = load_paths([inbox], home)
    assert count(home) == 6
    assert {"TABEL_DILEWATI", "LEMBAR_TERSEMBUNYI"} <= findings(taken)
    assert published(home, "SELECT DISTINCT lembar FROM ikm ORDER BY 1") == [("Balusu",), ("Barru",)]


def test_two_reports_in_one_file(inbox: Path, home: Path) -> None:
    market: list[Row] = [
        ("LAPORAN PASAR MURAH KABUPATEN BARRU TAHUN 2021",), (),
        ("No", "Tanggal", "Lokasi", "Nama Retail", "Nilai Transaksi (Rp)"),
        (1, "5 Mei 2021", "Lapangan", "Toko Makmur", "Rp 70 juta"),
    ]  # fmt: skip
    write_workbook(
        inbox / "barru.xlsx", {"IKM": [(BARRU,), (), HEAD, *map(business, range(1, 4))], "Pasar": market}
    )
    load_paths([inbox], home)
    assert published(home, "SELECT laporan, status FROM kiriman ORDER BY 1") == [
        ("ikm", "dimuat"),
        ("pasar_murah", "dimuat"),
    ]
    assert published(home, "SELECT nilai_transaksi FROM pasar_murah") == [(70_000_000,)]


def test_personal_data_stays_out_of_messages_and_of_what_analysts_see(inbox: Path, home: Path) -> None:
    secret = ["Pemilik Rahasia", "73110145078500", "7311014507"]
    extra = [business(7, nik="731101450785", usaha="Usaha 7"), business(8, nik="7399990145078500")]
    taken = load_paths([workbook(inbox / "barru.xlsx", range(1, 6), *extra)], home)
    said = [one.pesan for delivery in taken.deliveries for one in delivery.findings]
    said += [outcome.alasan for outcome in taken.outcomes]
    assert "NIK_TIDAK_SAH" in findings(taken)
    assert not [text for text in said if any(word in text for word in secret)]
    publish(home, specs(), masking_key(home), 10)
    con = duckdb.connect(str(home / "warehouse" / "ikm.duckdb"), read_only=True)
    for (table,) in con.sql(
        "SELECT table_name FROM information_schema.tables WHERE table_schema = 'main'"
    ).fetchall():
        seen = str(con.sql(f'SELECT * FROM "{table}"').fetchall())
        assert not [word for word in secret if word in seen], table
    con.close()
    restricted = ask(
        home / "warehouse" / "terbatas" / "ikm.duckdb", "SELECT nama_pemilik FROM ikm ORDER BY baris LIMIT 1"
    )
    assert restricted == [("Pemilik Rahasia 1",)]


def test_the_bytes_are_kept_under_their_hash(inbox: Path, home: Path) -> None:
    path = workbook(inbox / "barru.xlsx", range(1, 6))
    load_paths([path], home)
    ((sha256,),) = published(home, "SELECT sha256 FROM kiriman")
    assert (home / "archive" / sha256[:2] / f"{sha256}.xlsx").read_bytes() == path.read_bytes()


def test_a_path_that_does_not_exist(home: Path, inbox: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load_paths([inbox, inbox / "tidak ada.xlsx"], home)
    with pytest.raises(FileNotFoundError):
        check_paths([inbox / "tidak ada.xlsx"])
    assert not home.exists()


def test_an_empty_folder_is_no_load(inbox: Path, home: Path) -> None:
    taken = load_paths([inbox], home)
    assert (taken.files, taken.outcomes, taken.deliveries) == (0, [], [])


def test_check_stores_nothing(inbox: Path, home: Path) -> None:
    workbook(inbox / "barru.xlsx", range(1, 6), business(3, no=6))
    (delivery,) = check_paths([inbox])
    assert delivery.good is not None and (delivery.good.height, len(delivery.held)) == (5, 1)
    assert not home.exists()


def test_progress_counts_every_file(inbox: Path, home: Path) -> None:
    for place in range(3):
        workbook(inbox / f"{place}.xlsx", range(10 * place, 10 * place + 3))
    seen: list[tuple[int, int]] = []
    load_paths([inbox], home, progress=lambda done, all_, _: seen.append((done, all_)))
    assert seen == [(1, 3), (2, 3), (3, 3)]


def test_the_district_may_stand_in_the_folder(inbox: Path, home: Path) -> None:
    workbook(inbox / "Kab. Bone" / "2020" / "ikm.xlsx", range(1, 4), title="DAFTAR IKM")
    load_paths([inbox], home)
    assert published(home, "SELECT DISTINCT kode_wilayah, periode FROM ikm") == [("73.08", "2020")]


@pytest.mark.parametrize(
    ("sizes", "lengths"),
    [
        ([], []),
        ([5], [1]),
        ([1] * 500, [240, 240, 20]),
        ([600_000] * 5, [4, 1]),
        ([5_000_000] * 3, [2, 1]),
        ([10] * 79 + [2_500_000, 10], [80, 1]),
    ],
)
def test_batches_are_many_small_files_or_few_large_ones(sizes: list[int], lengths: list[int]) -> None:
    batches = batches_of(sizes, workers=2)
    assert [len(batch) for batch in batches] == lengths
    assert [place for batch in batches for place in batch] == list(range(len(sizes)))


def test_batches_are_delivered_in_order_whatever_is_understood_first(
    inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def backwards(function: Any, items: Sequence[Any], *, on_result: Any, **_: Any) -> None:
        for place in reversed(range(len(items))):
            on_result(place, function(items[place]))

    monkeypatch.setattr(side_by_side, "run_pool", backwards)
    monkeypatch.setattr(side_by_side, "BATCH", 2)
    jobs = [
        Job(str(workbook(inbox / f"{place}.xlsx", range(10 * place, 10 * place + 3))), str(inbox))
        for place in range(5)
    ]
    delivered: list[list[str]] = []
    side_by_side.understand_each(jobs, lambda made: delivered.append([one.berkas for one in made]))
    assert delivered == [["0.xlsx", "1.xlsx"], ["2.xlsx", "3.xlsx"], ["4.xlsx"]]


def test_processes_are_begun_early_only_where_something_is_new(inbox: Path, home: Path) -> None:
    assert not has_news([inbox], home)
    workbook(inbox / "barru.xlsx", range(1, 6))
    assert has_news([inbox], home)
    load_paths([inbox], home)
    assert not has_news([inbox], home)
    workbook(inbox / "lain.xlsx", range(6, 9))
    assert has_news([inbox], home)


def test_pandas_stays_out_of_a_load(inbox: Path, home: Path) -> None:
    workbook(inbox / "barru.xlsx", range(1, 6))
    program = (
        "import sys; from flows.cli import main\n"
        "if __name__ == '__main__':\n"
        f"    code = main(['load', {str(inbox)!r}, '--home', {str(home)!r}])\n"
        "    print(code, 'pandas' in sys.modules, 'duckdb' in sys.modules)\n"
    )
    (inbox.parent / "program.py").write_text(program, encoding="utf-8")
    told = subprocess.run(
        [sys.executable, inbox.parent / "program.py"],
        check=True, capture_output=True, text=True, timeout=120, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert told.stdout.splitlines()[-1] == "0 False True"
