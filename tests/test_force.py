"""Withdrawing and overruling: what leaves force, what comes back, what stays out."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.reports import spec, specs
from tests.deliveries import STAMP, START, ask, businesses, delivery
from warehouse.ddl import open_working
from warehouse.decide import Earlier, decide
from warehouse.known import STORED, Stored
from warehouse.records import Decree, Delivery, HeldRow, Outcome, Ruling
from warehouse.repeats import Overlap
from warehouse.store import store, withdrawn_files
from warehouse.withdraw import Withdrawn, withdraw

LIST = businesses(0, 20)


def revised(count: int) -> list[dict[str, Any]]:
    return [{**row, "tenaga_kerja": count} for row in LIST]


class Office:
    """A warehouse and an officer at it, an hour after the other."""

    def __init__(self, con: duckdb.DuckDBPyConnection) -> None:
        self.con = con
        self.now = START

    def load(
        self,
        *files: Delivery,
        again: bool = False,
        decree: Decree | None = None,
        ruling: Ruling | None = None,
    ) -> list[Outcome]:
        self.now += timedelta(hours=1)
        ruling = ruling or (Ruling(decree) if decree else None)
        return store(self.con, specs(), files, self.now, STAMP, again, ruling)

    def withdraw(self, *berkas: str, lembar: str | None = None) -> Withdrawn:
        self.now += timedelta(hours=1)
        found = [one for one in self.stored() if one.berkas in berkas and one.status.startswith("dimuat")]
        chosen = [one for one in found if lembar in {None, one.lembar}]
        return withdraw(self.con, spec, chosen, "keliru", self.now)

    def stored(self) -> list[Stored]:
        asked = f"SELECT {STORED} FROM gudang.main.kiriman k ORDER BY k.diterima_pada, k.kiriman_id"
        return [Stored(*row) for row in self.con.execute(asked).fetchall()]

    def in_force(self) -> set[str]:
        """kiriman_id of what counts, by the three tables that say so."""
        rows = self.con.execute(
            "SELECT kiriman_id FROM gudang.main.masa_berlaku WHERE berlaku_sampai IS NULL"
        )
        ids = [one for (one,) in rows.fetchall()]
        said = "SELECT kiriman_id FROM gudang.main.kiriman WHERE "
        by_status = self.con.execute(f"{said} status IN ('dimuat', 'dimuat_sebagian')").fetchall()
        by_time = self.con.execute(f"{said} berlaku_dari IS NOT NULL AND berlaku_sampai IS NULL").fetchall()
        assert len(ids) == len(set(ids))
        assert set(ids) == {one for (one,) in by_status} == {one for (one,) in by_time}
        return set(ids)


@pytest.fixture
def office(tmp_path: Path) -> Any:
    with open_working(tmp_path, specs()) as con:
        yield Office(con)


def a_file(name: str, rows: list[dict[str, Any]], *, edition: str = "", **more: Any) -> Delivery:
    given: dict[str, Any] = {"kiriman_id": f"{name}{edition}", **more}
    return delivery("ikm", rows, name, **given)


def test_each_withdrawal_gives_back_the_version_before(office: Office) -> None:
    office.load(a_file("a", LIST), a_file("b", revised(9)), a_file("c", revised(8)))
    assert office.in_force() == {"c"}
    done = office.withdraw("c")
    assert [one.kiriman_id for one in done.kembali] == ["b"] and office.in_force() == {"b"}
    office.withdraw("b")
    assert office.in_force() == {"a"}
    done = office.withdraw("a")
    assert done.kembali == [] and office.in_force() == set()
    assert withdrawn_files(office.con) == {(one.sha256, one.berkas) for one in office.stored()}


def test_a_held_row_makes_a_returning_submission_partial_again(office: Office) -> None:
    office.load(
        a_file("a", LIST, held=[HeldRow(40, {"nama_usaha": "x"}, ["GANDA"])]), a_file("b", revised(9))
    )
    office.withdraw("b")
    assert {one.kiriman_id: one.status for one in office.stored()}["a"] == "dimuat_sebagian"


def sheets(name: str, workers: int) -> list[Delivery]:
    return [
        a_file(
            name, businesses(100 * n, 6, tenaga_kerja=workers), lembar=f"Kec {n}", sha256=name,
            isi_sha256=f"{name}{n}", kiriman_id=f"{name}{n}",
        )
        for n in range(3)
    ]  # fmt: skip


def test_one_sheet_withdrawn_brings_nothing_back_while_its_fellows_stand(office: Office) -> None:
    office.load(*sheets("a", 3))
    office.load(*sheets("b", 4))
    done = office.withdraw("b", lembar="Kec 1")
    assert done.kembali == [] and [one.kiriman_id for one, _ in done.tertahan] == ["a0", "a1", "a2"]
    assert office.in_force() == {"b0", "b2"}
    office.withdraw("b")
    assert office.in_force() == {"a0", "a1", "a2"}


def test_what_comes_back_is_compared_with_what_came_since(office: Office) -> None:
    office.load(a_file("a", LIST))
    office.load(a_file("b", [*revised(9)[:12]]), decree="ganti")
    office.load(a_file("c", LIST[15:18]))
    done = office.withdraw("b")
    assert office.in_force() == {"a", "c"}
    assert [(one.kembali.kiriman_id, one.lain.kiriman_id, one.baris) for one in done.berulang] == [
        ("a", "c", 3)
    ]
    counted = "SELECT baris_berulang FROM gudang.main.kiriman WHERE kiriman_id = 'a'"
    assert office.con.execute(counted).fetchall() == [(3,)]


def test_copies_that_were_not_loaded_are_named_when_the_loaded_one_goes(office: Office) -> None:
    office.load(*sheets("a", 3))
    changed = [a_file("b", businesses(0, 6), lembar="Kec 0", sha256="b", isi_sha256="b0", kiriman_id="b0")]
    changed += [
        replace(one, berkas="b", sha256="b", kiriman_id=f"b-{one.lembar}") for one in sheets("a", 3)[1:]
    ]
    office.load(*changed)
    done = office.withdraw("a")
    assert [one.lembar for one in done.salinan] == ["Kec 1", "Kec 2"]
    assert {one.status for one in done.salinan} == {"duplikat"}


def test_a_withdrawn_content_does_not_slip_back(office: Office) -> None:
    office.load(a_file("a", LIST))
    office.withdraw("a")
    (copy,) = office.load(a_file("salinan", LIST))
    assert (copy.status, [one.kode for one in copy.findings]) == ("ditolak", ["ISI_DITARIK"])
    assert "a" in copy.findings[0].pesan and office.in_force() == set()
    # Nor when the program reads the very file again, but when an officer says so: that also ends the refusal.
    (again,) = office.load(a_file("a", LIST, edition="2"), again=True)
    assert again.status == "ditolak"
    (back,) = office.load(a_file("a", LIST, edition="3"), decree="tambah")
    assert back.status == "dimuat" and office.in_force() == {"a3"}
    assert {one.status for one in office.stored() if one.kiriman_id != "a3"} == {"ditarik", "digantikan"}
    (copy,) = office.load(a_file("salinan ketiga", LIST))
    assert copy.status == "duplikat"


def test_a_copy_of_a_replaced_version_says_so(office: Office) -> None:
    office.load(a_file("a", LIST), a_file("b", revised(9)))
    (copy,) = office.load(a_file("a lagi", LIST))
    assert copy.status == "duplikat" and "a (sudah digantikan)" in copy.findings[0].pesan
    (back,) = office.load(a_file("a lagi", LIST, edition="2"), decree="ganti")
    assert back.menggantikan == ("b",) and office.in_force() == {"a lagi2"}


def test_read_anew_again_and_again_a_file_stays(office: Office) -> None:
    office.load(a_file("lain", LIST), a_file("a", revised(9)))
    for edition in "234":
        (done,) = office.load(a_file("a", revised(9), edition=edition), again=True)
        assert done.menggantikan == ("lain",) and office.in_force() == {f"a{edition}"}
    # One time in force, not one for each reading.
    times = "SELECT count(*) FROM gudang.main.masa_berlaku WHERE kiriman_id = 'lain'"
    assert office.con.execute(times).fetchall() == [(1,)]
    office.withdraw("a")
    assert office.in_force() == {"lain"}


def test_a_file_moved_to_its_right_district_gives_back_what_it_had_replaced(office: Office) -> None:
    office.load(a_file("lain", LIST, kode_wilayah="73.10"), a_file("a", revised(9), kode_wilayah="73.10"))
    assert office.in_force() == {"a"}
    office.load(a_file("a", revised(9), edition="2", kode_wilayah="73.11"), again=True)
    assert office.in_force() == {"lain", "a2"}


def test_a_file_that_cannot_be_understood_this_time_keeps_what_it_loaded(office: Office) -> None:
    office.load(a_file("a", LIST))
    refused = replace(a_file("a", LIST, edition="2", kode_wilayah=None), good=None, rows_in=22)
    (done,) = office.load(refused, decree="tambah")
    assert done.status == "ditolak" and office.in_force() == {"a"}


@pytest.mark.parametrize(
    ("decree", "choice", "replaced", "twice"),
    [
        (None, "revisi", ["penuh"], 2),
        ("ganti", "revisi", ["penuh", "sebagian", "lain"], 0),
        ("tambah", "tambahan", [], 12),
    ],
)
def test_decree(decree: Decree | None, choice: str, replaced: list[str], twice: int) -> None:
    earlier = [
        Earlier("penuh", "p.xlsx", Overlap(10, 10, 10)),
        Earlier("sebagian", "s.xlsx", Overlap(10, 2, 2)),
        Earlier("lain", "l.xlsx", Overlap(10, 0, 0)),
    ]
    decision = decide(earlier, decree)
    assert (decision.pilihan, list(decision.menggantikan), decision.berulang) == (choice, replaced, twice)
    assert ("petugas" in decision.alasan) == (decree is not None)
    assert decide([], decree).pilihan == "baru"


def test_revision_overruled_to_addition_and_back(office: Office) -> None:
    office.load(a_file("a", LIST), a_file("b", revised(9)))
    (added,) = office.load(a_file("b", revised(9), edition="2"), decree="tambah")
    assert (added.pilihan, added.baris_berulang) == ("tambahan", 20) and office.in_force() == {"a", "b2"}
    assert [one.kode for one in added.findings] == ["KIRIMAN_MENAMBAH"]
    (back,) = office.load(a_file("b", revised(9), edition="3"), decree="ganti")
    assert back.menggantikan == ("a",) and office.in_force() == {"b3"}
    assert "b menggantikan a (ditetapkan petugas)" in back.findings[0].pesan
    office.withdraw("b")
    assert office.in_force() == {"a"}


def test_a_link_that_was_dissolved_blocks_nothing(office: Office) -> None:
    office.load(a_file("a", LIST), a_file("b", revised(9)))
    office.load(a_file("b", revised(9), edition="2"), decree="tambah")
    office.load(a_file("c", revised(5)), decree="ganti")
    assert office.in_force() == {"c"}
    office.withdraw("c")
    assert office.in_force() == {"a", "b2"}


def test_files_of_one_command_replace_what_was_there_and_not_each_other(office: Office) -> None:
    office.load(a_file("lama", businesses(500, 8)))
    ruling = Ruling("ganti")
    office.load(a_file("kec 1", businesses(0, 5)), a_file("kec 2", businesses(50, 5)), ruling=ruling)
    office.load(a_file("kec 3", businesses(80, 5)), ruling=ruling)
    assert office.in_force() == {"kec 1", "kec 2", "kec 3"}
    # Two versions of one list in that folder are still two versions.
    office.load(a_file("kec 3 rev", businesses(80, 6)), ruling=ruling)
    assert office.in_force() == {"kec 1", "kec 2", "kec 3 rev"}


def test_an_identical_list_is_not_added_to_itself(office: Office) -> None:
    office.load(a_file("a", LIST))
    (copy,) = office.load(a_file("salinan", LIST), decree="tambah")
    assert copy.status == "duplikat" and office.in_force() == {"a"}


def test_a_clock_set_back_never_makes_times_run_backwards(office: Office) -> None:
    office.load(a_file("a", LIST))
    office.now -= timedelta(days=2)
    office.load(a_file("b", revised(9)))
    office.withdraw("b")
    office.in_force()
    wrong = "SELECT count(*) FROM gudang.main.masa_berlaku WHERE berlaku_sampai < berlaku_dari"
    assert office.con.execute(wrong).fetchall() == [(0,)]


def test_a_fault_while_withdrawing_changes_nothing(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.load(a_file("a", LIST), a_file("b", revised(9)))

    def failing(*_: object) -> None:
        raise RuntimeError("listrik padam")

    monkeypatch.setattr("warehouse.withdraw.come_back", failing)
    with pytest.raises(RuntimeError):
        office.withdraw("b")
    assert office.in_force() == {"b"}


Step = tuple[str, int, int]
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["muat", "ganti", "tambah", "tarik", "baca lagi"]),
        st.integers(0, 3),
        st.integers(0, 2),
    ),
    min_size=3,
    max_size=9,
)


@settings(max_examples=10, deadline=None)
@given(STEPS)
def test_whatever_officers_do_times_never_overlap_and_the_tables_agree(
    tmp_path_factory: pytest.TempPathFactory, steps: list[Step]
) -> None:
    home = tmp_path_factory.mktemp("langkah")
    contents = [LIST, revised(9), businesses(100, 5), [*LIST[:15], *businesses(200, 3)]]
    seen: list[tuple[Any, set[str]]] = []
    with open_working(home, (spec("ikm"),)) as con:
        office = Office(con)
        for place, (what, which, name) in enumerate(steps):
            file = a_file(f"{which}{name}", contents[which], edition=f"-{place}")
            if what == "tarik":
                current = [one for one in office.stored() if one.berkas == file.berkas]
                if any(one.status.startswith("dimuat") for one in current):
                    office.withdraw(file.berkas)
            elif what == "muat":
                office.load(file)
            else:
                office.load(file, again=True, decree={"ganti": "ganti", "tambah": "tambah"}.get(what))  # type: ignore[arg-type]
            seen.append((office.now, office.in_force()))
        overlapping = con.execute(
            "SELECT count(*) FROM masa_berlaku a JOIN masa_berlaku b ON a.kiriman_id = b.kiriman_id "
            "AND a.berlaku_dari < b.berlaku_dari AND coalesce(a.berlaku_sampai, 'infinity') > b.berlaku_dari"
        ).fetchall()
        assert overlapping == [(0,)]
    for when, ids in seen:
        then = ask(
            home / "warehouse" / "kerja.duckdb",
            f"SELECT kiriman_id FROM masa_berlaku WHERE berlaku_dari <= TIMESTAMP '{when}' "
            f"AND (berlaku_sampai IS NULL OR berlaku_sampai > TIMESTAMP '{when}')",
        )
        assert {one for (one,) in then} == ids
