"""What was known at a time: twelve loads and two withdrawals on known days, and questions with known answers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest

from schemas.reports import spec, specs
from tests.deliveries import STAMP, ask, businesses, delivery
from warehouse.ddl import open_working
from warehouse.keys import masking_key
from warehouse.known import STORED, Stored
from warehouse.publish import Published, publish
from warehouse.records import ClaimRow, FindingRow, HeldRow, Ruling
from warehouse.store import store
from warehouse.withdraw import withdraw

LIST = businesses(0, 20)  # 80 workers
HELD = [HeldRow(40, {"nama_usaha": "Tanpa jumlah"}, ["BUKAN_ANGKA"])]
CLAIM = [ClaimRow("Sheet1", 30, "H30", "tenaga_kerja", 81.0, 80.0, 1.0)]
DOUBT = [
    FindingRow("a.xlsx", "Sheet1", 40, "tenaga_kerja", "H40", "BUKAN_ANGKA", "galat", "x", "Bukan angka.")
]
REFUSED = [FindingRow("r.xlsx", "Sheet1", None, None, None, "WILAYAH_TAK_DIKENAL", "galat", None, "Wilayah?")]


def workers(count: int) -> list[dict[str, Any]]:
    return [{**row, "tenaga_kerja": count} for row in LIST]


def on(day: int) -> datetime:
    return datetime(2022, 1, day, 8, 0)


def take_in(
    con: duckdb.DuckDBPyConnection, day: int, *files: Any, again: bool = False, ruling: Any = None
) -> Any:
    return store(con, specs(), files, on(day), STAMP, again, Ruling(ruling) if ruling else None)


def called(con: duckdb.DuckDBPyConnection, berkas: str) -> list[Stored]:
    rows = con.execute(
        f"SELECT {STORED} FROM gudang.main.kiriman k WHERE berkas = ? AND status LIKE 'dimuat%'", [berkas]
    ).fetchall()
    return [Stored(*row) for row in rows]


def story(con: duckdb.DuckDBPyConnection) -> None:
    """Fourteen days of January 2022, one event each at 08.00."""
    revised = delivery("ikm", workers(9), "b.xlsx", kiriman_id="b")
    take_in(con, 1, delivery("ikm", LIST, "a.xlsx", held=HELD, claims=CLAIM, findings=DOUBT))
    take_in(con, 2, delivery("ikm", businesses(0, 10), "g.xlsx", "73.10"))
    take_in(con, 3, revised)
    take_in(con, 4, delivery("ikm", businesses(100, 5), "c.xlsx"))
    withdraw(con, spec, called(con, "b.xlsx"), "salah kirim", on(5))
    take_in(con, 6, delivery("ikm", LIST, "a salinan.xlsx", held=HELD))
    take_in(con, 7, delivery("ikm", workers(7), "d.xlsx"))
    take_in(con, 8, delivery("ikm", workers(9), "b.xlsx", kiriman_id="b2"), ruling="ganti")
    withdraw(con, spec, called(con, "b.xlsx"), "tetap salah", on(9))
    settled = delivery("ikm", businesses(300, 4), "r.xlsx", "73.09")
    same = {"sha256": settled.sha256, "isi_sha256": settled.isi_sha256}
    take_in(con, 10, delivery("ikm", [], "r.xlsx", None, good=None, rows_in=6, findings=REFUSED, **same))
    take_in(con, 11, settled, again=True)
    part = delivery("ikm", businesses(0, 3), "e.xlsx", "73.10", kiriman_id="e")
    take_in(con, 12, part)
    take_in(con, 13, delivery("ikm", businesses(0, 3), "e.xlsx", "73.10", kiriman_id="e2"), ruling="ganti")
    take_in(con, 14, delivery("ikm", workers(9), "b lagi.xlsx"))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Published]:
    home = tmp_path_factory.mktemp("rumah")
    with open_working(home, specs()) as con:
        story(con)
    yield publish(home, specs(), masking_key(home))


BARRU = "SELECT count(*), coalesce(sum(tenaga_kerja), 0) FROM ikm_per({}) WHERE kode_wilayah = '73.11'"
PANGKEP = BARRU.replace("73.11", "73.10")
MAROS = BARRU.replace("73.11", "73.09")
STATES = (
    "SELECT berkas || ' ' || status FROM kiriman_per({}) WHERE berkas LIKE '_.xlsx' ORDER BY diterima_pada"
)
QUESTIONS: list[tuple[str, str, list[Any]]] = [
    (BARRU, "'2021-12-31'", [(0, 0)]),
    (BARRU, "TIMESTAMP '2022-01-01 07:59:59'", [(0, 0)]),
    # A day means all of it, however it is written; a moment means that moment.
    (BARRU, "'2022-01-01'", [(20, 80)]),
    (BARRU, "DATE '2022-01-01'", [(20, 80)]),
    (BARRU, "TIMESTAMP '2022-01-03 07:59:59.999999'", [(20, 80)]),
    (BARRU, "TIMESTAMP '2022-01-03 08:00:00'", [(20, 180)]),
    (BARRU, "'2022-01-03 08:00'", [(20, 180)]),
    (BARRU, "'2022-01-04'", [(25, 200)]),
    # The revision is withdrawn: the first list counts again, beside what was added since.
    (BARRU, "'2022-01-05'", [(25, 100)]),
    (BARRU, "'2022-01-06'", [(25, 100)]),
    (BARRU, "'2022-01-07'", [(25, 160)]),
    # By decree it replaces all that is there; withdrawn again it gives all of it back.
    (BARRU, "'2022-01-08'", [(20, 180)]),
    (BARRU, "'2022-01-09'", [(25, 160)]),
    (BARRU, "'2022-02-01'", [(25, 160)]),
    (PANGKEP, "'2022-01-11'", [(10, 40)]),
    (PANGKEP, "'2022-01-12'", [(13, 49)]),
    (PANGKEP, "'2022-01-13'", [(3, 9)]),
    (MAROS, "'2022-01-10'", [(0, 0)]),
    (MAROS, "'2022-01-11'", [(4, 14)]),
    ("SELECT count(*) FROM klaim_per({})", "'2022-01-02'", [(1,)]),
    ("SELECT count(*) FROM klaim_per({})", "'2022-01-03'", [(0,)]),
    ("SELECT count(*) FROM klaim_per({})", "'2022-01-05'", [(1,)]),
    ("SELECT count(*) FROM karantina_per({})", "'2022-01-06'", [(1,)]),
    ("SELECT count(*) FROM karantina_per({})", "'2022-01-07'", [(0,)]),
    (STATES, "'2022-01-03'", [("a.xlsx digantikan",), ("g.xlsx dimuat",), ("b.xlsx dimuat",)]),
    (STATES, "'2022-01-05'",
     [("a.xlsx dimuat_sebagian",), ("g.xlsx dimuat",), ("b.xlsx ditarik",), ("c.xlsx dimuat",)]),
    (STATES, "'2022-01-08'",
     [("a.xlsx digantikan",), ("g.xlsx dimuat",), ("b.xlsx ditarik",), ("c.xlsx digantikan",),
      ("d.xlsx digantikan",), ("b.xlsx dimuat",)]),
    (STATES + " OFFSET 6", "'2022-01-10'", [("r.xlsx ditolak",)]),
    (STATES + " OFFSET 6", "'2022-01-11'", [("r.xlsx digantikan",), ("r.xlsx dimuat",)]),
    ("SELECT kode FROM temuan_per({}) ORDER BY 1", "'2022-01-02'", [("BUKAN_ANGKA",)]),
    ("SELECT kode FROM temuan_per({}) ORDER BY 1", "'2022-01-10'",
     [("KIRIMAN_MENGGANTIKAN",), ("WILAYAH_TAK_DIKENAL",)]),
]  # fmt: skip


@pytest.mark.parametrize(("question", "when", "answer"), QUESTIONS)
def test_as_of(made: Published, question: str, when: str, answer: list[Any]) -> None:
    for path in made[:2]:
        assert ask(path, question.format(when)) == answer


def test_now_is_what_the_tables_show(made: Published) -> None:
    for table in ("ikm", "rekap", "klaim"):
        now = f"SELECT * FROM {table}_per(now()) ORDER BY ALL"
        current = f"SELECT * FROM {table} ORDER BY ALL"
        if table == "klaim":
            current = "SELECT k.* FROM klaim k JOIN kiriman USING (kiriman_id) WHERE status LIKE 'dimuat%'"
        assert ask(made.umum, now) == ask(made.umum, current)
    shown = "SELECT * EXCLUDE (berlaku_dari) FROM {} WHERE diterima_pada <= now() ORDER BY ALL"
    assert ask(made.umum, shown.format("kiriman_per(now())")) == ask(made.umum, shown.format("kiriman"))


def test_history_has_a_row_for_each_time_in_force(made: Published) -> None:
    times = ask(
        made.umum,
        "SELECT DISTINCT day(berlaku_dari), day(berlaku_sampai) FROM riwayat.ikm WHERE berkas = 'a.xlsx' ORDER BY 1",
    )
    assert times == [(1, 3), (5, 7)]
    then = "berlaku_dari <= '2022-01-06' AND (berlaku_sampai IS NULL OR berlaku_sampai > '2022-01-06')"
    assert ask(
        made.umum, f"SELECT sum(tenaga_kerja) FROM riwayat.ikm WHERE kode_wilayah = '73.11' AND {then}"
    ) == [(100,)]
    ends = ask(
        made.umum,
        "SELECT k.berkas, m.akhir, len(m.oleh) FROM masa_berlaku m JOIN kiriman k USING (kiriman_id) "
        "WHERE k.berkas IN ('b.xlsx', 'c.xlsx') ORDER BY m.berlaku_dari",
    )
    assert ends == [
        ("b.xlsx", "ditarik", 0), ("c.xlsx", "digantikan", 1), ("b.xlsx", "ditarik", 0), ("c.xlsx", None, None),
    ]  # fmt: skip


def test_withdrawals_are_recorded(made: Published) -> None:
    rows = ask(
        made.umum,
        "SELECT day(p.ditarik_pada), p.alasan, k.berkas FROM penarikan p "
        "JOIN kiriman k ON list_contains(p.dikembalikan, k.kiriman_id) ORDER BY ALL",
    )
    assert rows == [(5, "salah kirim", "a.xlsx"), (9, "tetap salah", "c.xlsx"), (9, "tetap salah", "d.xlsx")]
    last = "SELECT status, pilihan FROM kiriman WHERE berkas = 'b lagi.xlsx'"
    assert ask(made.umum, last) == [("ditolak", "ditolak")]


def test_a_macro_refuses_to_read_another_file(made: Published, tmp_path: Path) -> None:
    other = publish(tmp_path, (spec("ikm"),), masking_key(tmp_path)).umum
    con = duckdb.connect(":memory:")
    try:
        con.execute(f"ATTACH '{made.umum}' AS kini (READ_ONLY)")
        con.execute(f"ATTACH '{other}' AS lain (READ_ONLY)")
        con.execute("USE kini")
        assert con.execute("SELECT count(*) FROM kini.ikm_per('2022-01-01')").fetchall() == [(20,)]
        con.execute("USE lain")
        with pytest.raises(duckdb.Error, match="USE"):
            con.execute("SELECT count(*) FROM kini.kiriman_per('2022-01-01')").fetchall()
    finally:
        con.close()


def test_every_macro_says_what_it_is(made: Published) -> None:
    found = dict(
        ask(
            made.umum,
            "SELECT function_name, comment FROM duckdb_functions() "
            "WHERE database_name = 'ikm' AND function_type = 'table_macro' AND ends_with(function_name, '_per')",
        )
    )
    wanted = {f"{one.name}_per" for one in specs()} | {
        "kiriman_per",
        "temuan_per",
        "klaim_per",
        "karantina_per",
    }
    assert set(found) == wanted
    assert all(" | " in comment for comment in found.values())


def test_a_warehouse_from_before_gets_its_times(tmp_path: Path) -> None:
    with open_working(tmp_path, specs()) as con:
        take_in(con, 1, delivery("ikm", LIST, "a.xlsx", kiriman_id="a"))
        take_in(con, 2, delivery("ikm", workers(9), "b.xlsx", kiriman_id="b"))
        wanted = con.execute("SELECT * FROM masa_berlaku ORDER BY ALL").fetchall()
        con.execute("DROP TABLE gudang.main.masa_berlaku")
    with open_working(tmp_path, specs()) as con:
        assert con.execute("SELECT * FROM masa_berlaku ORDER BY ALL").fetchall() == wanted
        assert [row[0] for row in wanted] == ["a", "b"] and wanted[0][3:] == ("digantikan", ["b"])


def test_files_of_one_run_are_versions_one_after_the_other(tmp_path: Path) -> None:
    with open_working(tmp_path, specs()) as con:
        take_in(con, 1, delivery("ikm", LIST, "a.xlsx"), delivery("ikm", workers(9), "b.xlsx"))
        assert con.execute(
            "SELECT count(*) FROM masa_berlaku WHERE berlaku_sampai <= berlaku_dari"
        ).fetchall() == [(0,)]
