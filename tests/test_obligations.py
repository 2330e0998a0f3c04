"""Who owes what: the lists that officers keep, the due dates that follow, and the working calendar."""

from __future__ import annotations

import codecs
import csv
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from holidays import country_holidays

from flows.commands.status import print_mistakes
from flows.obligations import keep_obligations, read_calendar, read_duties, write_first_lists
from schemas.clock import office_now
from schemas.holiday_list import YEARS, holidays_of
from schemas.obligations import DueRule, Mistake, due_date, owed_by, places_in, read_obligations, rule_in
from schemas.period_codes import period_of
from schemas.regions import districts
from schemas.reports import specs
from schemas.working_days import WorkingDays, day_in, holidays_in
from warehouse.ddl import open_working
from warehouse.obligations import any_kept

PLAIN = WorkingDays()
HEAD = "laporan;frekuensi;jatuh_tempo;daerah;dari;sampai;keterangan"


def line(number: int = 2, **more: str) -> tuple[int, dict[str, str]]:
    given = {
        "laporan": "ikm",
        "frekuensi": "tahunan",
        "jatuh_tempo": "30 hari",
        "daerah": "semua",
        "dari": "2024",
    }
    return number, {**given, "sampai": "", **more}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("10 hari kerja", DueRule("hari kerja", 10)),
        (" 10  HARI  kerja ", DueRule("hari kerja", 10)),
        ("30 hari", DueRule("hari", 30)),
        ("tanggal 15", DueRule("tanggal", 15)),
        ("Tgl. 5", DueRule("tanggal", 5)),
        ("0 hari kerja", DueRule("hari kerja", 0)),
        ("tanggal 0", None),
        ("tanggal 32", None),
        ("15", None),
        ("10", None),
        ("10 hari kerja setelahnya", None),
        ("-3 hari", None),
        ("1,5 hari", None),
        ("999 hari", None),
        ("", None),
    ],
)
def test_rules_of_due_dates(text: str, rule: DueRule | None) -> None:
    assert rule_in(text) == rule


@pytest.mark.parametrize(
    ("periode", "rule", "due"),
    [
        # Idul Fitri 2024: 10 and 11 April, joint leave on 8, 9, 12 and 15.
        ("2024-T1", "5 hari kerja", date(2024, 4, 5)),
        ("2024-T1", "6 hari kerja", date(2024, 4, 16)),
        ("2024-T1", "10 hari kerja", date(2024, 4, 22)),
        ("2024-03", "tanggal 8", date(2024, 4, 16)),
        ("2024-03", "8 hari", date(2024, 4, 16)),
        ("2024-03", "tanggal 5", date(2024, 4, 5)),
        # 31 December 2023 is a Sunday, 1 January off.
        ("2023", "0 hari kerja", date(2024, 1, 2)),
        ("2023", "1 hari kerja", date(2024, 1, 2)),
        # February has no 31st; 29 February 2024 is a Thursday. 28 February 2026 a Saturday.
        ("2024-01", "tanggal 31", date(2024, 2, 29)),
        ("2026-01", "tanggal 31", date(2026, 3, 2)),
        # 14 February 2024: general election. 27 November 2024: election of heads of districts.
        ("2024-01", "tanggal 14", date(2024, 2, 15)),
        ("2024-10", "tanggal 27", date(2024, 11, 28)),
        # 17 August 2025 is a Sunday, 18 August was made joint leave.
        ("2025-07", "tanggal 17", date(2025, 8, 19)),
        ("2024-12", "tanggal 1", date(2025, 1, 2)),
    ],
)
def test_due_dates(periode: str, rule: str, due: date) -> None:
    given = rule_in(rule)
    assert given is not None
    assert due_date(period_of(periode), given, PLAIN) == due


def test_the_list_of_holidays_is_that_of_the_library() -> None:
    """Made anew with ``python -m schemas.holiday_list > schemas/codes/hari_libur.csv``."""
    for year in YEARS:
        assert [holidays_in(year)[day] for day in sorted(holidays_in(year))] == list(holidays_of([year]))


def test_years_beyond_the_list_come_from_the_library() -> None:
    after = YEARS.stop
    assert date(after, 8, 17) in holidays_in(after)
    told = country_holidays("ID", years=after, categories=("public", "government"), language="id")
    assert set(holidays_in(after)) == set(told)


def test_holidays_of_2024_as_decreed() -> None:
    """SKB 3 Menteri on holidays and joint leave of 2024, the elections, and the Sunday of Easter."""
    decreed = """01-01 02-08 02-09 02-10 02-14 03-11 03-12 03-29 03-31 04-08 04-09 04-10 04-11 04-12 04-15 05-01 05-09
    05-10 05-23 05-24 06-01 06-17 06-18 07-07 08-17 09-16 11-27 12-25 12-26""".split()
    assert sorted(holidays_in(2024)) == [date.fromisoformat(f"2024-{day}") for day in decreed]


def test_days_that_are_computed_are_told() -> None:
    estimated = {day for day, one in holidays_in(2027).items() if one.perkiraan}
    assert date(2027, 3, 10) in estimated
    assert not any(one.perkiraan for one in holidays_in(2024).values())


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-03-20", date(2026, 3, 20)),
        ("20/3/2026", date(2026, 3, 20)),
        ("3/4/2026", date(2026, 4, 3)),
        ("20.03.2026", date(2026, 3, 20)),
        ("20 Maret 2026", date(2026, 3, 20)),
        ("3/20/2026", None),
        ("31 Februari 2026", None),
        ("20/3/26", None),
        ("", None),
    ],
)
def test_days(text: str, day: date | None) -> None:
    assert day_in(text) == day


@pytest.mark.parametrize(
    ("text", "count", "width"),
    [
        ("semua", 24, 2),
        ("Sulawesi Selatan", 24, 2),
        ("Provinsi Sulawesi Tenggara", 17, 2),
        ("Luwu Raya", 4, 1),
        ("Barru + Maros", 2, 0),
        ("73.11,73.09", 2, 0),
        ("Luwu Raya, Barru", 5, 1),
        ("Kota Makassar", 1, 0),
        ("Luwu", 1, 0),
    ],
)
def test_places(text: str, count: int, width: int) -> None:
    told = places_in(text)
    assert not isinstance(told, str)
    assert (len(told[0]), told[1]) == (count, width)


@pytest.mark.parametrize("text", ["Toraja", "Atlantis", "73.1", "7308", "73.99", "Barru, Toraja"])
def test_places_that_nobody_can_know(text: str) -> None:
    told = places_in(text)
    assert isinstance(told, str) and told in text


def test_the_narrower_line_wins_on_the_last_day_of_a_period() -> None:
    lines, mistakes = read_obligations(
        [
            line(2),
            line(3, daerah="Luwu Raya", frekuensi="semesteran", dari="2025"),
            line(4, daerah="Palopo", frekuensi="triwulanan", dari="2025-T3", sampai="2025"),
        ]
    )
    assert mistakes == []
    owed = owed_by(lines, PLAIN, date(2026, 12, 31))

    def periods(kode: str) -> list[str]:
        return [one.periode for one in owed if one.kode_wilayah == kode]

    assert periods("73.11") == ["2024", "2025", "2026"]
    assert periods("73.17") == ["2024", "2025-S1", "2025-S2", "2026-S1", "2026-S2"]
    assert periods("73.73") == ["2024", "2025-S1", "2025-T3", "2025-T4", "2026-S1", "2026-S2"]
    assert len({one[:3] for one in owed}) == len(owed)


def test_only_whole_periods_between_from_and_until() -> None:
    lines, _ = read_obligations(
        [line(frekuensi="triwulanan", daerah="Barru", dari="2024-02", sampai="2024-11")]
    )
    assert [one.periode for one in owed_by(lines, PLAIN, date(2030, 12, 31))] == ["2024-T2", "2024-T3"]


@pytest.mark.parametrize(
    ("more", "column", "key"),
    [
        ({"laporan": "ikmm"}, "laporan", "owes.bad_report"),
        ({"frekuensi": "mingguan"}, "frekuensi", "owes.bad_frequency"),
        ({"jatuh_tempo": "secepatnya"}, "jatuh_tempo", "owes.bad_rule"),
        ({"daerah": "Toraja"}, "daerah", "owes.bad_place"),
        ({"daerah": ""}, "daerah", "owes.no_place"),
        ({"dari": "TW I"}, "dari", "owes.bad_period"),
        ({"dari": ""}, "dari", "owes.bad_period"),
        ({"sampai": "2024-T5"}, "sampai", "owes.bad_period"),
        ({"sampai": "2023"}, "sampai", "owes.ends_first"),
    ],
)
def test_a_mistake_names_line_and_column(
    more: dict[str, str], column: str, key: str, capsys: pytest.CaptureFixture[str]
) -> None:
    lines, mistakes = read_obligations([line(7, **more)])
    assert lines == []
    assert [(one.baris, one.kolom, one.key) for one in mistakes] == [(7, column, key)]
    for bahasa in ("id", "en"):
        print_mistakes([("kewajiban.csv", mistakes[0])], bahasa)  # type: ignore[arg-type]
        said = capsys.readouterr().err
        assert "7" in said and column in said and "{" not in said


def test_lines_of_the_same_width_contradict_each_other() -> None:
    _, mistakes = read_obligations(
        [
            line(2, daerah="Barru"),
            line(3, daerah="Barru + Maros", dari="2025"),
            line(4, daerah="Barru", dari="2020", sampai="2023"),
            line(5, daerah="Barru", laporan="rekap"),
        ]
    )
    assert mistakes == [Mistake(3, "daerah", "owes.twice", {"lain": 2, "nilai": "Kabupaten Barru"})]


def saved(text: str, how: str) -> bytes:
    if how == "cp1252":
        return text.encode("cp1252")
    if how == "bom":
        return codecs.BOM_UTF8 + text.encode()
    return codecs.BOM_UTF16_LE + text.encode("utf-16-le") if how == "utf-16" else text.encode()


@pytest.mark.parametrize("how", ["plain", "bom", "cp1252", "utf-16"])
@pytest.mark.parametrize("mark", [";", ",", "\t"])
@pytest.mark.parametrize("ends", ["\r\n", "\n"])
def test_the_list_as_excel_saves_it(tmp_path: Path, how: str, mark: str, ends: str) -> None:
    rows = [
        "# catatan – untuk petugas;;;",
        HEAD,
        "ikm;Tahunan;30 hari;Barru + Maros;2024;;kata “dinas”",
        ";;;;;;",
    ]
    text = ends.join(rows).replace(";", mark) + ends
    (tmp_path / "kewajiban.csv").write_bytes(saved(text, how))
    duties = read_duties(tmp_path, date(2024, 6, 1))
    assert duties.salah == []
    assert [one.kode_wilayah for one in duties.wajib] == ["73.09", "73.11"]
    assert duties.baris[0].baris == 3


def test_a_list_without_its_heading(tmp_path: Path) -> None:
    (tmp_path / "kewajiban.csv").write_text("ikm;tahunan;30 hari;semua;2024\n", encoding="utf-8")
    duties = read_duties(tmp_path, date(2024, 6, 1))
    assert [(name, one.key) for name, one in duties.salah] == [("kewajiban.csv", "owes.no_heading")]
    assert duties.wajib == []


def test_the_first_lists_can_be_used_as_they_are(tmp_path: Path) -> None:
    written = write_first_lists(tmp_path, date(2026, 2, 1))
    assert [path.name for path in written] == ["kewajiban.csv", "hari-libur.csv"]
    duties = read_duties(tmp_path, date(2026, 2, 1))
    assert duties.salah == []
    assert {one.laporan for one in duties.baris} == {one.name for one in specs()}
    assert {one.kode_wilayah for one in duties.wajib} == {kode for kode in districts() if kode[:3] == "73."}
    (tmp_path / "kewajiban.csv").write_text(HEAD + "\n", encoding="utf-8")
    assert write_first_lists(tmp_path, date(2026, 2, 1)) == []
    # Excel shows each note in one cell, whatever marks it holds.
    with (tmp_path / "hari-libur.csv").open(encoding="utf-8-sig", newline="") as text:
        assert all(len(row) == 1 for row in csv.reader(text, delimiter=";") if row[0].startswith("#"))


def test_days_off_of_the_office(tmp_path: Path) -> None:
    (tmp_path / "hari-libur.csv").write_text(
        "tanggal,libur,keterangan\n19/10/2026,ya,hari jadi\n2026-12-24,tidak,masuk\n24/10/2026,tidak,lembur\n",
        encoding="utf-8",
    )
    calendar, wrong = read_calendar(tmp_path)
    assert wrong == []
    assert not calendar.is_working(date(2026, 10, 19))
    assert calendar.is_working(date(2026, 12, 24)) and not PLAIN.is_working(date(2026, 12, 24))
    assert calendar.is_working(date(2026, 10, 24))  # a Saturday that is worked


def test_mistakes_in_the_days_off_keep_anything_from_being_computed(tmp_path: Path) -> None:
    write_first_lists(tmp_path, date(2026, 2, 1))
    (tmp_path / "hari-libur.csv").write_text(
        "tanggal;libur\n3/20/2026;ya\n2026-03-20;mungkin\n2026-05-05;ya\n5/5/2026;tidak\n", encoding="utf-8"
    )
    duties = read_duties(tmp_path, date(2026, 2, 1))
    assert [(name, one.baris, one.kolom, one.key) for name, one in duties.salah] == [
        ("hari-libur.csv", 2, "tanggal", "owes.bad_day"),
        ("hari-libur.csv", 3, "libur", "owes.bad_off"),
        ("hari-libur.csv", 5, "tanggal", "owes.both"),
    ]
    assert duties.wajib == []


def test_the_clock_of_the_office() -> None:
    """Eight hours before Greenwich, in whatever zone the machine is."""
    now = office_now()
    assert now.tzinfo is None
    assert abs(now - (datetime.now(UTC) + timedelta(hours=8)).replace(tzinfo=None)) < timedelta(minutes=5)


@pytest.mark.parametrize("text", ["", "\n", "# catatan saja\n"])
def test_an_empty_list_is_no_list(tmp_path: Path, text: str) -> None:
    """A file that was cut off must not say that nobody owes anything."""
    write_first_lists(tmp_path, date(2026, 2, 1))
    with open_working(tmp_path, specs()) as con:
        assert keep_obligations(con, tmp_path, date(2026, 2, 1))
        (tmp_path / "kewajiban.csv").write_text(text, encoding="utf-8")
        assert [one.key for _, one in read_duties(tmp_path, date(2026, 2, 1)).salah] == ["owes.no_heading"]
        assert not keep_obligations(con, tmp_path, date(2026, 2, 1))
        assert any_kept(con)
        # Taken away, it is meant.
        (tmp_path / "kewajiban.csv").unlink()
        assert keep_obligations(con, tmp_path, date(2026, 2, 1))
        assert not any_kept(con)


def test_a_list_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "kewajiban.csv").mkdir()
    assert [one.key for _, one in read_duties(tmp_path, date(2026, 2, 1)).salah] == ["owes.unreadable"]
