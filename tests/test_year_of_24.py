"""A year of 24 districts, played from a script: what is owed, when it is due, what came when, what became of it.

Due dates and lateness are worked out by hand from the calendar of 2024 (SKB 3 Menteri): Idul Fitri on 10 and 11
April with joint leave on 8, 9, 12 and 15 April; 9 and 23 May with 10 and 24 May; 17 and 18 June; 16 September;
25 and 26 December 2024; 1, 27, 28 and 29 January 2025.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from flows.obligations import keep_obligations, read_duties
from flows.status import Asked, extend_due, read_status
from schemas.regions import districts
from schemas.reports import spec, specs
from tests.deliveries import STAMP, ask, businesses, delivery, frame
from warehouse.ddl import open_working
from warehouse.keys import masking_key
from warehouse.known import STORED, Stored
from warehouse.publish import publish
from warehouse.records import HeldRow
from warehouse.store import store
from warehouse.withdraw import withdraw

SULSEL = [kode for kode in districts() if kode.startswith("73.")]
LISTS = """laporan;frekuensi;jatuh_tempo;daerah;dari;sampai;keterangan
rekap;triwulanan;10 hari kerja;semua;2024;2024;
ikm;tahunan;30 hari;semua;2024;2024;
anggaran;bulanan;tanggal 15;Luwu Raya;2024-03;2024-05;
"""
#: Quarters of 2024 and the tenth working day after each, counted on the calendar.
QUARTERS = {
    "2024-T1": date(2024, 4, 22),  # 1-5 April five days, none until the 16th, then 16, 17, 18, 19, 22
    "2024-T2": date(2024, 7, 12),  # 1-5 and 8-12 July; 7 July is a Sunday
    "2024-T3": date(2024, 10, 14),
    "2024-T4": date(2025, 1, 15),  # 1 January is off
}
YEAR_DUE = date(2025, 1, 30)  # 30 January 2025, a Thursday after three days off
MONTHS = {
    "2024-03": date(2024, 4, 16),  # the 15th is joint leave
    "2024-04": date(2024, 5, 15),
    "2024-05": date(2024, 6, 19),  # the 15th a Saturday, then a Sunday, then two days off
}
HELD = [HeldRow(40, {"nama_usaha": "X"}, ["WAJIB_KOSONG"])]


def rekap(kode: str, periode: str, number: int = 1, **more: Any) -> Any:
    rows = [{"kelompok": f"Kelompok {place}", "jumlah_unit": number + place} for place in range(4)]
    return delivery("rekap", rows, f"rekap {kode} {periode} {number}.xlsx", kode, periode, **more)


def refused(kode: str, periode: str) -> Any:
    return delivery(
        "rekap", [], f"rusak {kode} {periode}.xlsx", kode, periode, good=None, rows_in=0, not_data=0
    )


class Expected(NamedTuple):
    status: str
    hari: int
    diterima: datetime | None = None
    ditahan: int = 0


ON_TIME = datetime(2024, 4, 22, 23, 59)
Script = list[tuple[datetime, Any]]


def first_quarter() -> tuple[Script, dict[str, Expected]]:
    """What each district did about the first quarter of 2024, and what is to be said of it on 30 April 2024."""
    script: Script = []
    told = {kode: Expected("belum_masuk", 8) for kode in SULSEL}

    def on(day: datetime, one: Any) -> None:
        script.append((day, one))

    for kode in SULSEL[:10]:  # on time, the last of them a minute before midnight of the last day
        day = datetime(2024, 4, 4, 9) if kode != SULSEL[9] else ON_TIME
        on(day, rekap(kode, "2024-T1"))
        told[kode] = Expected("tepat_waktu", 0, day)
    late, held, mended, revised = SULSEL[10], SULSEL[11], SULSEL[12], SULSEL[13]
    on(datetime(2024, 4, 23, 0, 0), rekap(late, "2024-T1"))
    told[late] = Expected("terlambat", 1, datetime(2024, 4, 23, 0, 0))
    on(datetime(2024, 4, 18, 10), rekap(held, "2024-T1", held=HELD))
    told[held] = Expected("tepat_waktu", 0, datetime(2024, 4, 18, 10), 1)
    # Refused in time, mended after it: only what could be loaded is a report.
    on(datetime(2024, 4, 17, 10), refused(mended, "2024-T1"))
    on(datetime(2024, 4, 25, 10), rekap(mended, "2024-T1"))
    told[mended] = Expected("terlambat", 3, datetime(2024, 4, 25, 10))
    # In time, then corrected long after: a revision makes no report late.
    on(datetime(2024, 4, 19, 10), rekap(revised, "2024-T1"))
    on(
        datetime(2024, 4, 29, 10),
        delivery(
            "rekap",
            [{"kelompok": f"Kelompok {place}", "jumlah_unit": 1 + place} for place in range(4)]
            + [{"kelompok": "Kelompok 9", "jumlah_unit": 3}],
            "rekap revisi.xlsx", revised, "2024-T1",
        ),
    )  # fmt: skip
    told[revised] = Expected("tepat_waktu", 0, datetime(2024, 4, 19, 10))
    still_refused, monthly, partly = SULSEL[14], SULSEL[15], SULSEL[16]
    on(datetime(2024, 4, 18, 10), refused(still_refused, "2024-T1"))
    told[still_refused] = Expected("ditolak", 8)
    # January to March one by one: whole with the last of them. March alone would do, a rekap being a state.
    for month, day in (("01", 5), ("02", 8), ("03", 24)):
        on(datetime(2024, 4, day, 10), rekap(monthly, f"2024-{month}"))
    told[monthly] = Expected("terlambat", 2, datetime(2024, 4, 24, 10))
    on(datetime(2024, 4, 5, 10), rekap(partly, "2024-01"))
    extended, extended_came = SULSEL[17], SULSEL[18]
    told[extended] = Expected("diperpanjang", 0)
    on(datetime(2024, 4, 29, 10), rekap(extended_came, "2024-T1"))
    told[extended_came] = Expected("tepat_waktu", 0, datetime(2024, 4, 29, 10))
    # A report on the whole year is none on its first quarter; one that was withdrawn is none at all.
    on(datetime(2024, 4, 5, 10), rekap(SULSEL[19], "2024"))
    on(datetime(2024, 4, 6, 10), rekap(SULSEL[20], "2024-T1"))
    on(datetime(2024, 4, 7, 10), rekap(SULSEL[21], "2024-T1", held=HELD, good=frame("rekap", []), rows_in=3))
    told[SULSEL[21]] = Expected("ditolak", 8, None, 1)  # every row of it held back
    return script, told


def play(home: Path, script: Script) -> None:
    with open_working(home, specs()) as con:
        for moment, one in sorted(script, key=lambda step: step[0]):
            store(con, specs(), [one], moment, STAMP)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    home = tmp_path_factory.mktemp("tahun24")
    (home / "kewajiban.csv").write_text(LISTS, encoding="cp1252")
    (home / "hari-libur.csv").write_text("tanggal;libur;keterangan\n", encoding="utf-8")
    script, _ = first_quarter()
    for kode in SULSEL[:23]:  # the yearly list: 20 in time, three late; the last never
        day = datetime(2025, 1, 30, 16) if kode not in SULSEL[20:23] else datetime(2025, 2, 14, 8)
        script.append((day, delivery("ikm", businesses(0, 2), f"ikm {kode}.xlsx", kode, "2024")))
    for kode, periode, day in (
        ("73.17", "2024-03", datetime(2024, 4, 16, 12)),
        ("73.17", "2024-04", datetime(2024, 5, 16, 12)),
        ("73.22", "2024-05", datetime(2024, 6, 19, 12)),
    ):
        rows = [{"nama_kegiatan": "Pelatihan", "pagu": 10_000_000}]
        script.append((day, delivery("anggaran", rows, f"a {kode} {periode}.xlsx", kode, periode)))
    play(home, script)
    owed = {one[:3]: one for one in read_duties(home, date(2025, 3, 1)).wajib}
    for kode in (SULSEL[17], SULSEL[18]):
        extend_due(home, owed[kode, "rekap", "2024-T1"], date(2024, 5, 3), "Banjir")
    with open_working(home, specs()) as con:
        rows = con.execute(
            f"SELECT {STORED} FROM gudang.main.kiriman k WHERE k.kode_wilayah = ? AND k.periode = '2024-T1'",
            [SULSEL[20]],
        ).fetchall()
        withdraw(con, spec, [Stored(*row) for row in rows], "Salah kirim", datetime(2024, 4, 26))
    publish(home, specs(), masking_key(home))
    yield home


def test_due_dates(home: Path) -> None:
    owed = read_duties(home, date(2025, 3, 1)).wajib
    assert len(SULSEL) == 24
    assert {one.periode: one.jatuh_tempo for one in owed if one.laporan == "rekap"} == QUARTERS
    assert {one.jatuh_tempo for one in owed if one.laporan == "ikm"} == {YEAR_DUE}
    assert {one.periode: one.jatuh_tempo for one in owed if one.laporan == "anggaran"} == MONTHS
    assert {one.kode_wilayah for one in owed if one.laporan == "anggaran"} == {
        "73.17",
        "73.22",
        "73.24",
        "73.73",
    }
    assert len(owed) == 24 * 4 + 24 + 4 * 3


def units(home: Path, today: date, laporan: str, periode: str) -> dict[str, Any]:
    found = read_status(home, today, Asked(periode, laporan)).units
    return {one.kode_wilayah: one for one in found if one.status != "tanpa_kewajiban"}


def test_the_first_quarter_of_every_district(home: Path) -> None:
    _, told = first_quarter()
    found = units(home, date(2024, 4, 30), "rekap", "2024-T1")
    shown = {
        kode: Expected(one.status, one.hari_terlambat, one.diterima_pada, one.baris_karantina)
        for kode, one in found.items()
    }
    assert shown == told
    counted = [one.status for one in found.values()]
    assert {state: counted.count(state) for state in set(counted)} == {
        "tepat_waktu": 13, "terlambat": 3, "ditolak": 2, "diperpanjang": 1, "belum_masuk": 5,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("today", "status", "days"),
    [
        (date(2024, 4, 22), "belum_jatuh_tempo", 0),
        (date(2024, 4, 23), "belum_masuk", 1),
        (date(2024, 5, 22), "belum_masuk", 30),
    ],
)
def test_what_is_missing_counts_from_the_day_after(home: Path, today: date, status: str, days: int) -> None:
    one = units(home, today, "rekap", "2024-T1")[SULSEL[23]]
    assert (one.status, one.hari_terlambat) == (status, days)


@pytest.mark.parametrize(
    ("today", "status", "days"),
    [
        (date(2024, 4, 22), "belum_jatuh_tempo", 0),
        (date(2024, 4, 23), "diperpanjang", 0),
        (date(2024, 5, 3), "diperpanjang", 0),
        (date(2024, 5, 4), "belum_masuk", 1),
    ],
)
def test_an_extension_moves_the_last_day(home: Path, today: date, status: str, days: int) -> None:
    one = units(home, today, "rekap", "2024-T1")[SULSEL[17]]
    assert (one.status, one.hari_terlambat) == (status, days)
    assert (one.jatuh_tempo, one.tenggat) == (date(2024, 4, 22), date(2024, 5, 3))


def test_the_yearly_list(home: Path) -> None:
    found = units(home, date(2025, 3, 1), "ikm", "2024")
    told: dict[str, tuple[str, int]] = dict.fromkeys(SULSEL[:20], ("tepat_waktu", 0))
    told |= dict.fromkeys(SULSEL[20:23], ("terlambat", 15))  # 30 January to 14 February
    told[SULSEL[23]] = ("belum_masuk", 30)  # 30 January to 1 March
    assert {kode: (one.status, one.hari_terlambat) for kode, one in found.items()} == told


def test_months_of_a_group(home: Path) -> None:
    found = read_status(home, date(2024, 7, 1), Asked("2024", "anggaran")).units
    told = {(one.kode_wilayah, one.periode): (one.status, one.hari_terlambat) for one in found}
    assert told["73.17", "2024-03"] == ("tepat_waktu", 0)
    assert told["73.17", "2024-04"] == ("terlambat", 1)
    assert told["73.22", "2024-05"] == ("tepat_waktu", 0)
    assert told["73.73", "2024-03"] == ("belum_masuk", 76)  # 16 April to 1 July
    assert len(told) == 12


def test_the_view_says_what_the_status_says(home: Path) -> None:
    """Analysts see today by their own clock; all of 2024 is long over."""
    columns = "kode_wilayah, laporan, periode, status, diterima_pada, tenggat"
    for path in (home / "warehouse" / "ikm.duckdb", home / "warehouse" / "terbatas" / "ikm.duckdb"):
        seen = ask(path, f"SELECT {columns} FROM v_ketepatan_waktu ORDER BY ALL")
        unoptimised = f"PRAGMA disable_optimizer; SELECT {columns} FROM v_ketepatan_waktu ORDER BY ALL"
        assert ask(path, unoptimised) == seen
        (today,) = ask(path, "SELECT hari FROM v_hari_ini")[0]
        assert abs((today - datetime.now().date()).days) <= 1
        told = [
            (one.kode_wilayah, one.laporan, one.periode, one.status, one.diterima_pada, one.tenggat)
            for one in read_status(home, today, Asked("2024")).semua
        ]
        assert sorted(told, key=lambda row: row[:3]) == seen
        assert ask(
            path,
            "SELECT DISTINCT kabkota_melapor, kabkota_tepat_waktu, kabkota_seluruhnya FROM v_ketepatan_waktu "
            "WHERE laporan = 'rekap' AND periode = '2024-T1'",
        ) == [(16, 13, 24)]


def test_the_same_state_is_published_once(home: Path) -> None:
    assert not publish(home, specs(), masking_key(home)).baru
    with open_working(home, specs()) as con:
        assert not keep_obligations(con, home, date(2025, 3, 1))
    assert not publish(home, specs(), masking_key(home)).baru
    (home / "hari-libur.csv").write_text("tanggal;libur\n23/4/2024;ya\n2024-04-22;ya\n", encoding="utf-8")
    with open_working(home, specs()) as con:
        assert keep_obligations(con, home, date(2025, 3, 1))
    assert publish(home, specs(), masking_key(home)).baru
    assert ask(
        home / "warehouse" / "ikm.duckdb",
        "SELECT DISTINCT jatuh_tempo FROM kewajiban WHERE periode = '2024-T1'",
    ) == [(date(2024, 4, 24),)]
    (home / "hari-libur.csv").write_text("tanggal;libur;keterangan\n", encoding="utf-8")


def test_a_table_of_several_districts_and_its_revision(tmp_path: Path) -> None:
    """The district is each row's: a revision of the whole table makes none of them late."""
    (tmp_path / "kewajiban.csv").write_text(LISTS, encoding="utf-8")
    rows: Sequence[dict[str, Any]] = [
        {"kelompok": f"Kelompok {place}", "jumlah_unit": place, "kode_wilayah": kode}
        for place, kode in enumerate(("73.01", "73.02", "73.03"), 1)
    ]
    more = [*rows, {"kelompok": "Kelompok 4", "jumlah_unit": 4, "kode_wilayah": "73.04"}]
    start = datetime(2024, 4, 22, 8)
    play(
        tmp_path,
        [
            (start, delivery("rekap", rows, "semua.xlsx", None, "2024-T1")),
            (start + timedelta(days=5), delivery("rekap", more, "semua (2).xlsx", None, "2024-T1")),
        ],
    )
    found = units(tmp_path, date(2024, 4, 30), "rekap", "2024-T1")
    told = {kode: (found[kode].status, found[kode].hari_terlambat) for kode in SULSEL[:4]}
    assert told == {
        "73.01": ("tepat_waktu", 0), "73.02": ("tepat_waktu", 0), "73.03": ("tepat_waktu", 0),
        "73.04": ("terlambat", 5),
    }  # fmt: skip


def test_a_file_moved_to_its_right_district_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "kewajiban.csv").write_text(LISTS, encoding="utf-8")
    with open_working(tmp_path, specs()) as con:
        wrong = rekap("73.01", "2024-T1")
        store(con, specs(), [wrong], datetime(2024, 4, 10), STAMP)
        rows = [{"kelompok": f"Kelompok {place}", "jumlah_unit": 1 + place} for place in range(4)]
        right = delivery("rekap", rows, wrong.berkas, "73.02", "2024-T1", sha256=wrong.sha256)
        store(con, specs(), [right], datetime(2024, 4, 12), STAMP, again=True)
        store(con, specs(), [rekap("73.01", "2024-T1", 7)], datetime(2024, 4, 26), STAMP)
    found = units(tmp_path, date(2024, 4, 30), "rekap", "2024-T1")
    assert (found["73.01"].status, found["73.01"].hari_terlambat) == ("terlambat", 4)
    assert found["73.02"].status == "tepat_waktu"


def test_a_file_read_anew_keeps_its_day(tmp_path: Path) -> None:
    (tmp_path / "kewajiban.csv").write_text(LISTS, encoding="utf-8")
    with open_working(tmp_path, specs()) as con:
        first = rekap("73.01", "2024-T1")
        store(con, specs(), [first], datetime(2024, 4, 22), STAMP)
        anew = rekap("73.01", "2024-T1", kiriman_id="dibaca-lagi")
        store(con, specs(), [anew], datetime(2024, 6, 1), STAMP, again=True)
    one = units(tmp_path, date(2024, 7, 1), "rekap", "2024-T1")["73.01"]
    assert (one.status, one.diterima_pada) == ("tepat_waktu", datetime(2024, 4, 22))


def test_activities_of_all_months_make_the_quarter(tmp_path: Path) -> None:
    """Unlike a state, what happened in March does not tell what happened in January."""
    line = "laporan;frekuensi;jatuh_tempo;daerah;dari;sampai\npembinaan;triwulanan;10 hari kerja;semua;2024;2024\n"
    (tmp_path / "kewajiban.csv").write_text(line, encoding="utf-8")
    days = {"2024-01": 26, "2024-02": 5, "2024-03": 8}
    play(
        tmp_path,
        [
            (
                datetime(2024, 4, day),
                delivery("pembinaan", [{"nama_kegiatan": month}], f"{kode} {month}.xlsx", kode, month),
            )
            for kode, months in (("73.01", days), ("73.02", ["2024-02", "2024-03"]))
            for month, day in ((one, days[one]) for one in months)
        ],
    )  # fmt: skip
    found = units(tmp_path, date(2024, 4, 30), "pembinaan", "2024-T1")
    whole, part = found["73.01"], found["73.02"]
    assert (whole.status, whole.hari_terlambat, whole.bulan_diterima) == ("terlambat", 4, 3)
    assert (part.status, part.hari_terlambat, part.bulan_diterima, part.baris_dimuat) == (
        "belum_masuk",
        8,
        2,
        2,
    )
