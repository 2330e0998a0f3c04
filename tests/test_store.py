"""The working database: what a file replaces, adds to or repeats; that nothing is half done."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.reports import spec, specs
from tests.deliveries import STAMP, START, ask, businesses, delivery, frame, load
from warehouse import store as store_module
from warehouse.ddl import open_working
from warehouse.decide import Earlier, decide
from warehouse.lock import Locked, only_writer
from warehouse.records import BorrowedCell, ClaimRow, ColumnOrigin, FindingRow, HeldRow, StoreError
from warehouse.repeats import Overlap, image, overlap
from warehouse.store import known_files, store


def statuses(home: Path) -> list[tuple[Any, ...]]:
    return ask(
        home / "warehouse" / "kerja.duckdb",
        "SELECT berkas, status FROM kiriman ORDER BY diterima_pada, berkas, lembar",
    )


def current(home: Path, laporan: str, what: str = "count(*)") -> Any:
    rows = ask(
        home / "warehouse" / "kerja.duckdb",
        f"SELECT {what} FROM riwayat.{laporan} r JOIN kiriman k ON k.kiriman_id = r.kiriman_id "
        "WHERE k.status IN ('dimuat', 'dimuat_sebagian')",
    )
    return rows[0][0]


@pytest.mark.parametrize(
    ("found", "choice"),
    [
        ([], "baru"),
        ([Overlap(10, 6, 6)], "revisi"),
        ([Overlap(10, 5, 10)], "tambahan"),
        ([Overlap(10, 0, 0)], "tambahan"),
        ([Overlap(1, 1, 1)], "revisi"),
        ([Overlap(2, 1, 1)], "tambahan"),
        ([Overlap(3, 2, 2)], "revisi"),
        ([Overlap(0, 0, 0)], "tambahan"),
        ([Overlap(10, 0, 0), Overlap(4, 4, 4)], "revisi"),
    ],
)
def test_decision(found: list[Overlap], choice: str) -> None:
    earlier = [Earlier(f"k{place}", f"{place}.xlsx", one) for place, one in enumerate(found)]
    decision = decide(earlier)
    assert decision.pilihan == choice
    assert decision.alasan
    kept = [one for one in earlier if one.kiriman_id not in decision.menggantikan]
    assert decision.berulang == sum(one.overlap.alike for one in kept)


def test_an_overlap_that_does_not_replace_is_said_in_the_reason() -> None:
    decision = decide([Earlier("k", "lama.xlsx", Overlap(100, 20, 20))])
    assert "20 dari 100" in decision.alasan and "diperiksa" in decision.alasan


def potential(village: str, volume: float, workers: int) -> list[dict[str, Any]]:
    return [
        {
            "kecamatan": "Barru", "desa": village, "komoditas": goods, "sektor": "perikanan", "satuan": "ton",
            "volume": volume + place, "jumlah_pelaku": workers + place, "kebutuhan_kompetensi": "Pengolahan",
        }
        for place, goods in enumerate(["Bandeng", "Udang", "Rumput laut"])
    ]  # fmt: skip


def people(*names: str, activity: str = "Pelatihan abon") -> list[dict[str, Any]]:
    return [
        {
            "nama_peserta": name, "nama_kegiatan": activity, "komoditas": "Abon", "kecamatan": "Barru",
            "metode": "pelatihan", "tanggal_mulai": date(2021, 3, 1), "tanggal_selesai": date(2021, 3, 4),
        }
        for name in names
    ]  # fmt: skip


def market(first: date, shops: dict[str, int]) -> list[dict[str, Any]]:
    return [
        {"lokasi": "Lapangan", "kecamatan": "Barru", "model": "diskon", "tanggal_mulai": first,
         "tanggal_selesai": first, "nama_retail": shop, "nilai_transaksi": sold}
        for shop, sold in shops.items()
    ]  # fmt: skip


def summary(values: dict[str, int], factor: int = 1) -> list[dict[str, Any]]:
    return [
        {"kelompok": name, "jumlah_unit": units * factor, "tenaga_kerja": 3 * units * factor,
         "nilai_investasi": 1_000_000 * units * factor}
        for name, units in values.items()
    ]  # fmt: skip


LIST = businesses(0, 20)
PAIRS: list[tuple[str, list[dict[str, Any]], list[dict[str, Any]], int]] = [
    # The same list again, grown, with every number of workers corrected, with some names spelt otherwise.
    ("ikm", LIST, [*LIST, *businesses(50, 5)], 20),
    ("ikm", LIST, [{**row, "tenaga_kerja": 9} for row in LIST], 20),
    ("ikm", LIST, [{**row, "nama_usaha": str(row["nama_usaha"]).upper() + " "} for row in LIST], 20),
    ("ikm", LIST, [{**row, "nama_usaha": None} for row in LIST], 20),
    ("ikm", LIST, LIST[:4], 4),
    # Other businesses of the same villages, goods and branches.
    ("ikm", LIST, businesses(100, 20), 0),
    # A column filled in later is no difference; one that was there and changed everywhere is.
    ("ikm", [{**row, "nik": None, "alamat": None} for row in LIST], LIST, 20),
    # The same commodities in another village, or of nowhere in particular.
    ("potensi", potential("Siddo", 10, 5), potential("Mangempang", 30, 50), 0),
    ("potensi", potential("Siddo", 10, 5), potential("Siddo", 10, 6), 3),
    ("potensi", [{**r, "desa": None} for r in potential("", 10, 5)],
     [{**r, "desa": None} for r in potential("", 30, 50)], 0),
    # More people at the same training; the same people at another.
    ("peserta", people("Ani", "Budi", "Cici"), people("Dodi", "Evi", "Fajar"), 0),
    ("peserta", people("Ani", "Budi", "Cici"), people("Ani", "Budi", "Cici", activity="Magang"), 0),
    ("peserta", people("Ani", "Budi", "Cici"), people("Ani", "Budi", "Cici", "Dodi"), 3),
    # The same shops on another day.
    ("pasar_murah", market(date(2021, 4, 1), {"A": 5, "B": 6}), market(date(2021, 8, 1), {"A": 7, "B": 8}), 0),
    # A summary by kecamatan beside one by branch.
    ("rekap", summary({"Barru": 4, "Balusu": 6}), summary({"Pangan": 7, "Sandang": 3}), 0),
]  # fmt: skip


@pytest.mark.parametrize(("laporan", "old", "new", "repeated"), PAIRS)
def test_repeated_rows(
    laporan: str, old: list[dict[str, Any]], new: list[dict[str, Any]], repeated: int
) -> None:
    one = spec(laporan)
    found = overlap(one, image(one, frame(laporan, old), []), image(one, frame(laporan, new), []))
    assert (found.rows, found.repeated) == (len(old), repeated)
    assert found.alike >= found.repeated


def test_rows_in_other_districts_never_repeat() -> None:
    one = spec("ikm")
    images = [image(one, frame("ikm", LIST, code), []) for code in ("73.11", "73.10")]
    assert overlap(one, *images).repeated == 0


def test_a_single_row_must_be_nearly_equal() -> None:
    one = spec("kerja_sama")
    row = {"mitra": "Politeknik ATI", "tentang": "Pelatihan", "status": "penjajakan"}
    signed = {**row, "tanggal_tanda_tangan": date(2021, 6, 1), "status": "ditandatangani"}
    other = {**row, "tentang": "Magang"}
    images = {
        key: image(one, frame("kerja_sama", [r]), []) for key, r in (("a", row), ("b", signed), ("c", other))
    }
    assert overlap(one, images["a"], images["b"]).repeated == 1
    assert overlap(one, images["a"], images["c"]).repeated == 0


def test_names_too_common_to_compare_stay_bounded() -> None:
    one = spec("usulan")
    rows = [{"uraian": "Bantuan alat", "desa": f"Desa {n % 3}", "volume": n} for n in range(900)]
    same = image(one, frame("usulan", rows), [])
    assert overlap(one, same, same).repeated == 900


@settings(deadline=None, max_examples=25)
@given(st.integers(1, 12), st.integers(0, 12), st.booleans())
def test_a_copy_repeats_every_row_and_more_rows_change_nothing(
    count: int, extra: int, shuffled: bool
) -> None:
    one = spec("ikm")
    old = image(one, frame("ikm", businesses(0, count)), [])
    new = image(one, frame("ikm", businesses(0, count + extra)), [])
    if shuffled:
        new = new.sort("nama_usaha", descending=True)
    assert overlap(one, old, new) == Overlap(count, count, count)


def test_held_rows_take_part() -> None:
    one = spec("sentra")
    rows = [
        {"nama_sentra": f"Sentra {n}", "komoditas": "Sutra", "desa": f"Desa {n}", "jumlah_unit": n}
        for n in range(4)
    ]
    held = [(None, {k: str(v) if k != "jumlah_unit" else "banyak" for k, v in row.items()}) for row in rows]
    assert overlap(one, image(one, None, held), image(one, frame("sentra", rows), [])).repeated == 4


def test_a_revision_takes_the_place_and_the_old_one_stays(tmp_path: Path) -> None:
    first = delivery("ikm", LIST, "januari.xlsx")
    second = delivery("ikm", [*LIST[:18], *businesses(90, 3)], "perbaikan.xlsx")
    outcomes = load(tmp_path, first, second)
    assert [one.pilihan for one in outcomes] == ["baru", "revisi"]
    assert outcomes[1].menggantikan == (first.kiriman_id,)
    assert statuses(tmp_path) == [("januari.xlsx", "digantikan"), ("perbaikan.xlsx", "dimuat")]
    assert current(tmp_path, "ikm") == 21
    working = tmp_path / "warehouse" / "kerja.duckdb"
    assert ask(working, "SELECT count(*) FROM riwayat.ikm") == [(41,)]
    assert ask(
        working,
        "SELECT berlaku_sampai FROM kiriman WHERE berlaku_sampai = (SELECT max(berlaku_dari) FROM kiriman)",
    )


def test_others_add_and_other_units_are_left_alone(tmp_path: Path) -> None:
    outcomes = load(
        tmp_path,
        delivery("ikm", LIST, "kec barru.xlsx"),
        delivery("ikm", businesses(200, 5), "kec balusu.xlsx"),
        delivery("ikm", LIST, "tahun depan.xlsx", periode="2022"),
        delivery("ikm", LIST, "tetangga.xlsx", kode_wilayah="73.10"),
    )
    assert [one.pilihan for one in outcomes] == ["baru", "tambahan", "baru", "baru"]
    assert current(tmp_path, "ikm") == 65


def test_sheets_of_one_file_add_up_and_each_is_replaced_by_its_own(tmp_path: Path) -> None:
    def book(name: str, workers: int) -> list[Any]:
        file = {"sha256": name, "jalur": name, "isi_sha256": name}
        return [
            delivery("ikm", businesses(100 * n, 6, tenaga_kerja=workers), name, lembar=f"Kec {n}", **file)
            for n in range(3)
        ]

    outcomes = load(tmp_path, book("a.xlsx", 3), book("b.xlsx", 4))
    assert [one.pilihan for one in outcomes] == ["baru"] * 3 + ["revisi"] * 3
    assert len(outcomes[-1].menggantikan) == 3
    assert [told.kode for one in outcomes for told in one.findings] == ["KIRIMAN_MENGGANTIKAN"]
    assert current(tmp_path, "ikm") == 18
    assert current(tmp_path, "ikm", "sum(r.tenaga_kerja)") == 72


def test_a_part_sent_again_is_added_and_marked(tmp_path: Path) -> None:
    _, second = load(tmp_path, delivery("ikm", LIST, "a.xlsx"), delivery("ikm", LIST[:5], "sebagian.xlsx"))
    assert (second.pilihan, second.baris_berulang) == ("tambahan", 5)
    (told,) = second.findings
    assert (told.kode, told.tingkat) == ("KIRIMAN_MENAMBAH", "peringatan")
    assert told.pesan.startswith("Di berkas sebagian.xlsx ada 5 baris yang sudah ada di a.xlsx")


def test_identical_content_changes_nothing(tmp_path: Path) -> None:
    held = [HeldRow(40, {"nama_usaha": None}, ["WAJIB_KOSONG"])]
    outcomes = load(
        tmp_path,
        delivery("ikm", LIST, "a.xlsx", held=held),
        delivery("ikm", LIST, "salinan.xlsx", held=held),
    )
    assert [one.status for one in outcomes] == ["dimuat_sebagian", "duplikat"]
    assert outcomes[1].findings[0].kode == "DUPLIKAT" and "a.xlsx" in outcomes[1].findings[0].pesan
    assert current(tmp_path, "ikm") == 20
    working = tmp_path / "warehouse" / "kerja.duckdb"
    assert ask(working, "SELECT count(*) FROM karantina") == [(1,)]
    assert ask(working, "SELECT count(*) FROM mentah") == [(20,)]
    assert ask(working, "SELECT kode FROM temuan") == [("DUPLIKAT",)]


def test_an_old_version_sent_again_does_not_come_back(tmp_path: Path) -> None:
    revised = [{**row, "tenaga_kerja": 9} for row in LIST]
    outcomes = load(
        tmp_path,
        delivery("ikm", LIST, "a.xlsx"),
        delivery("ikm", revised, "b.xlsx"),
        delivery("ikm", LIST, "a lagi.xlsx"),
    )
    assert outcomes[2].status == "duplikat"
    assert current(tmp_path, "ikm", "sum(r.tenaga_kerja)") == 180


def test_a_refused_file_that_is_settled_is_over(tmp_path: Path) -> None:
    settled = delivery("ikm", LIST, "tanpa daerah.xlsx")
    refused = delivery(
        "ikm", [], "tanpa daerah.xlsx", None, kiriman_id="ditolak-1", good=None, rows_in=22, not_data=2,
        sha256=settled.sha256, isi_sha256=settled.isi_sha256,
    )  # fmt: skip
    outcomes = load(tmp_path, refused, settled)
    assert [one.status for one in outcomes] == ["ditolak", "dimuat"]
    assert statuses(tmp_path) == [("tanpa daerah.xlsx", "digantikan"), ("tanpa daerah.xlsx", "dimuat")]


def test_a_file_understood_anew_gives_way_to_itself(tmp_path: Path) -> None:
    wrong = delivery("ikm", LIST, "a.xlsx", kode_wilayah="73.10", kiriman_id="salah")
    right = delivery("ikm", LIST, "a.xlsx", kiriman_id="benar")
    load(tmp_path, wrong)
    load(tmp_path, right, again=True)
    assert current(tmp_path, "ikm", "string_agg(DISTINCT r.kode_wilayah, ',')") == "73.11"


def test_every_row_is_accounted_for(tmp_path: Path) -> None:
    held = [HeldRow(30, {"nama_usaha": "x"}, ["GANDA"])]
    refused = replace(
        delivery("ikm", [], "b.xlsx", good=None, rows_in=9, not_data=1), laporan=None, periode=None
    )
    load(
        tmp_path,
        delivery("ikm", LIST, "a.xlsx", held=held),
        delivery("ikm", LIST, "c.xlsx", held=held),
        refused,
    )
    working = tmp_path / "warehouse" / "kerja.duckdb"
    counted = "baris_masuk, baris_dimuat, baris_karantina, baris_bukan_data, baris_ditolak"
    rows = ask(working, f"SELECT berkas, {counted} FROM kiriman ORDER BY berkas")
    assert rows == [("a.xlsx", 23, 20, 1, 2, 0), ("b.xlsx", 0, 0, 0, 0, 8), ("c.xlsx", 0, 0, 0, 0, 21)]


@pytest.mark.parametrize(
    "broken", [{"rows_in": 99}, {"laporan": "tidak_ada"}, {"periode": None}, {"kiriman_id": "sudah"}]
)
def test_a_delivery_that_contradicts_itself_is_a_bug(tmp_path: Path, broken: dict[str, Any]) -> None:
    load(tmp_path, delivery("ikm", LIST, "a.xlsx", kiriman_id="sudah"))
    with pytest.raises(StoreError):
        load(tmp_path, replace(delivery("ikm", businesses(50, 3), "b.xlsx"), **broken))
    assert statuses(tmp_path) == [("a.xlsx", "dimuat")]


def test_what_comes_with_the_rows_is_kept(tmp_path: Path) -> None:
    one = delivery(
        "ikm", LIST, "a.xlsx",
        findings=[FindingRow("a.xlsx", "Sheet1", 5, "nik", "D5", "NIK_TIDAK_SAH", "peringatan", "73", "Salah.", True)],
        claims=[ClaimRow("Sheet1", 30, "H30", "tenaga_kerja", 100.0, 90.0, 10.0)],
        columns=[ColumnOrigin("nama_usaha", "B", "Nama IKM")],
        elsewhere=[BorrowedCell(6, "kecamatan", "G5", "tanda sama")],
        held=[HeldRow(31, {"Catatan lain": "x", "nama_usaha": "U"}, ["GANDA", "WAJIB_KOSONG"])], rows_in=23,
    )  # fmt: skip
    load(tmp_path, one)
    working = tmp_path / "warehouse" / "kerja.duckdb"
    assert ask(working, "SELECT baris, kolom, sel, kode, pribadi FROM temuan") == [
        (5, "nik", "D5", "NIK_TIDAK_SAH", True)
    ]
    assert ask(working, "SELECT laporan, kolom, nilai, selisih FROM klaim") == [
        ("ikm", "tenaga_kerja", 100.0, 10.0)
    ]
    assert ask(working, "SELECT urut, kolom, huruf, tajuk, skala FROM kolom_asal") == [
        (1, "nama_usaha", "B", "Nama IKM", 1)
    ]
    assert ask(working, "SELECT isi->>'Catatan lain', kode, kode_wilayah FROM karantina") == [
        ("x", ["GANDA", "WAJIB_KOSONG"], "73.11")
    ]
    assert ask(working, "SELECT baris, kolom, sel, cara FROM sel_lain") == [
        (6, "kecamatan", "G5", "tanda sama")
    ]
    row = "SELECT periode_mulai, periode_selesai, kode_wilayah, nilai_investasi FROM riwayat.ikm WHERE baris = 5"
    assert ask(working, row) == [(date(2021, 1, 1), date(2021, 12, 31), "73.11", 1_000_000)]


def test_known_files(tmp_path: Path) -> None:
    one = delivery("ikm", LIST, "a.xlsx")
    refused = delivery("ikm", [], "rusak.xlsx", good=None, rows_in=0, not_data=0)
    load(tmp_path, one, refused)
    with open_working(tmp_path, specs()) as con:
        assert known_files(con) == {(one.sha256, "a.xlsx"), (refused.sha256, "rusak.xlsx")}


def test_a_fault_in_the_middle_leaves_the_earlier_state(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(tmp_path, delivery("ikm", LIST, "a.xlsx"))
    real = store_module.write

    def failing(*given: Any) -> None:
        real(*given)
        raise RuntimeError("listrik padam")

    monkeypatch.setattr(store_module, "write", failing)
    with pytest.raises(RuntimeError):
        load(tmp_path, delivery("ikm", [{**row, "tenaga_kerja": 9} for row in LIST], "b.xlsx"))
    assert statuses(tmp_path) == [("a.xlsx", "dimuat")]
    assert current(tmp_path, "ikm") == 20


def test_files_before_the_fault_stay(tmp_path: Path) -> None:
    bad = delivery("ikm", businesses(50, 3), "b.xlsx", rows_in=1)
    with open_working(tmp_path, specs()) as con, pytest.raises(StoreError):
        store(con, specs(), [delivery("ikm", LIST, "a.xlsx"), bad], START, STAMP)
    assert statuses(tmp_path) == [("a.xlsx", "dimuat")]


def test_one_writer_at_a_time(tmp_path: Path) -> None:
    told: list[int | None] = []
    second = open_working(tmp_path, specs(), wait_seconds=0.1, waiting=told.append)
    with open_working(tmp_path, specs()), pytest.raises(Locked) as refused, second:
        pass
    assert refused.value.pid is not None and [one.pid for one in told] == [refused.value.pid]
    with open_working(tmp_path, specs()):
        pass


def test_a_killed_holder_holds_nothing(tmp_path: Path) -> None:
    lock = tmp_path / "kunci"
    killed = (
        "import os, pathlib, sys; from warehouse.lock import only_writer\n"
        "with only_writer(pathlib.Path(sys.argv[1])): os._exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", killed, str(lock)], check=False).returncode == 9
    with only_writer(lock):
        pass


def test_a_newer_report_type_widens_its_table(tmp_path: Path) -> None:
    load(tmp_path, delivery("ikm", LIST))
    working = tmp_path / "warehouse" / "kerja.duckdb"
    with open_working(tmp_path, specs()) as con:
        con.execute("ALTER TABLE gudang.riwayat.ikm DROP COLUMN komoditas")
    with open_working(tmp_path, specs()) as con:
        assert con.sql("SELECT komoditas FROM gudang.riwayat.ikm").pl()["komoditas"].dtype == pl.String
    with open_working(tmp_path, specs()) as con:
        con.execute("ALTER TABLE gudang.riwayat.ikm ALTER COLUMN tenaga_kerja TYPE VARCHAR")
    with pytest.raises(StoreError, match="tenaga_kerja"), open_working(tmp_path, specs()):
        pass
    assert working.stat().st_mode & 0o077 == 0
