"""The status as an officer sees it: the matrix and its signs, the rates, and the commands around it."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from flows.cli import main
from flows.outputs.status_matrix import GRAVEST, TONES, Cell, Unit, cell_of, heading, rates_of, short_period
from schemas.reports import specs
from tests.deliveries import STAMP, ask, delivery
from warehouse.ddl import open_working
from warehouse.store import store

TODAY = date(2024, 5, 2)
LIST = """# catatan;;;;;
laporan;frekuensi;jatuh_tempo;daerah;dari;sampai
rekap;triwulanan;10 hari kerja;Luwu Raya;2024;2024
ikm;tahunan;30 hari;Luwu Raya;2023;2024
"""


def unit(status: Any, days: int = 0, held: int = 0, **more: Any) -> Unit:
    came = datetime(2024, 4, 3) if status in {"tepat_waktu", "terlambat"} else None
    given: dict[str, Any] = {
        "kode_wilayah": "73.17", "nama_wilayah": "Luwu", "laporan": "rekap", "periode": "2024-T1",
        "jatuh_tempo": date(2024, 4, 22), "diperpanjang_sampai": None, "tenggat": date(2024, 5, 10),
        "diterima_pada": came, "status": status, "hari_terlambat": days, "baris_dimuat": 3,
        "baris_karantina": held, "bulan_diterima": 3, "bulan_wajib": 3, "per": TODAY,
    }  # fmt: skip
    return Unit(**{**given, **more})


@pytest.mark.parametrize(
    ("units", "text", "tone"),
    [
        ([], "", "dim"),
        ([unit("tepat_waktu")], "✓", "green"),
        ([unit("tepat_waktu", held=2)], "✓!", "green"),
        ([unit("terlambat", 5)], "✓+5", "yellow"),
        ([unit("terlambat", 12, 1)], "✓+12!", "yellow"),
        ([unit("terlambat", 1234)], "✓+1234", "yellow"),
        ([unit("belum_masuk", 53)], "✗53", "bold red"),
        ([unit("ditolak", 3)], "tlk", "bold magenta"),
        ([unit("diperpanjang")], "→8", "cyan"),
        ([unit("belum_jatuh_tempo")], "·", "dim"),
        ([unit("tanpa_kewajiban")], "+", "green"),
        ([unit("tepat_waktu"), unit("belum_masuk", 3), unit("terlambat", 9)], "2/3", "bold red"),
        ([unit("tepat_waktu"), unit("terlambat", 9, 1)], "2/2!", "yellow"),
    ],
)
def test_cells(units: list[Unit], text: str, tone: str) -> None:
    assert cell_of(units) == Cell(text, tone)


def test_every_state_has_its_place_and_colour() -> None:
    assert set(GRAVEST) == set(TONES)
    assert len(GRAVEST) == len(TONES)


def test_rates_as_dhis2_counts_them() -> None:
    """Reporting rate: received of expected; on time: received in time of expected. Refused ones are none."""
    some = [
        unit("tepat_waktu"), unit("tepat_waktu"), unit("terlambat", 2), unit("ditolak", 2), unit("belum_masuk", 2),
        unit("diperpanjang"), unit("belum_jatuh_tempo"), unit("belum_jatuh_tempo"), unit("tanpa_kewajiban"),
    ]  # fmt: skip
    rates = rates_of(some)
    assert rates == (8, 3, 2)
    assert (rates.pelaporan, rates.ketepatan) == (37.5, 25.0)
    assert rates_of([]).pelaporan is None
    # A period that nobody has to have sent yet is not asked about.
    assert rates_of([*some, *[unit("belum_jatuh_tempo", periode="2024-T2")] * 5]) == rates


def test_narrow_headings() -> None:
    assert [heading(name) for name in ("ikm", "pembinaan", "pasar_murah")] == [
        "ikm\n",
        "pembi\nnaan",
        "pasar\nmurah",
    ]
    assert heading("kunjungan", 4) == "kunj\nunga"
    assert [short_period(kode) for kode in ("2026", "2026-T3", "2026-07")] == ["2026", "T3'26", "07'26"]
    assert short_period("2026-T3", 4) == "T3\n2026"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Four districts: Luwu in time with rows held back, Luwu Utara late, Luwu Timur refused, Palopo nothing."""
    home = tmp_path / "data"
    home.mkdir()
    (home / "kewajiban.csv").write_text(LIST, encoding="utf-8")
    from warehouse.records import HeldRow

    rows = [{"kelompok": "Pangan", "jumlah_unit": 3}]
    held = [HeldRow(9, {"kelompok": "X"}, ["WAJIB_KOSONG"])]
    with open_working(home, specs()) as con:
        for day, one in (
            (3, delivery("rekap", rows, "a.xlsx", "73.17", "2024-T1", held=held)),
            (27, delivery("rekap", rows, "b.xlsx", "73.22", "2024-T1")),
            (28, delivery("rekap", [], "c.xlsx", "73.24", "2024-T1", good=None, rows_in=0, not_data=0)),
            (29, delivery("rekap", rows, "d.xlsx", "73.11", "2024-T1")),
        ):
            store(con, specs(), [one], datetime(2024, 4, day), STAMP)
    return home


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main([*arguments])
    said = capsys.readouterr()
    return code, said.out, said.err


def row(text: str, kode: str) -> list[str]:
    (line,) = [one for one in text.splitlines() if one.startswith(kode)]
    return line.split()


def test_the_matrix(home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    code, text, _ = shown(capsys, "status", "--home", str(home), "--hari", "2 Mei 2024")
    assert code == 1
    assert max(map(len, text.splitlines())) <= 80
    # The list of 2023 was due on 30 January 2024, 93 days ago; the totals of the first quarter on 22 April.
    assert row(text, "73.17") == ["73.17", "Luwu", "✗93", "✓!"]
    assert row(text, "73.22") == ["73.22", "Luwu", "Utara", "✗93", "✓+5"]
    assert row(text, "73.24") == ["73.24", "Luwu", "Timur", "✗93", "tlk"]
    assert row(text, "73.73") == ["73.73", "Palopo", "✗93", "✗10"]
    assert "Masuk" in text and "Semua: masuk 2 dari 8 (25,0%), tepat waktu 1 (12,5%)" in text
    for part in ("✓+5 masuk, terlambat 5 hari", "tlk ditolak", "! sebagian baris ditahan", "per 2 Mei 2024"):
        assert part in text
    # Barru sent a report that it does not owe.
    assert "Barru" not in text
    assert "Jatuh tempo berikutnya 12 Juli 2024: rekap 2024-T2" in text


def test_a_period_that_is_asked_for(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, text, _ = shown(capsys, "status", "--home", str(home), "--hari", "2024-05-02", "--periode", "2024")
    assert code == 1
    assert row(text, "73.17") == ["73.17", "Luwu", "·", "1/4!"]
    assert row(text, "73.11") == ["73.11", "Barru", "+"]
    assert "beberapa periode: masuk/wajib" in text
    narrow = (
        "status",
        "--home",
        str(home),
        "--hari",
        "2024-05-02",
        "--periode",
        "2024-T1",
        "--wilayah",
        "73.17",
    )
    assert shown(capsys, *narrow)[0] == 0
    assert shown(capsys, *narrow[:-1], "73.24")[0] == 1


def test_for_other_programs(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = ("status", "--home", str(home), "--hari", "2024-05-02", "--laporan", "rekap", "--format")
    code, text, _ = shown(capsys, *given, "json")
    rows = json.loads(text)
    assert code == 1
    assert {one["kode_wilayah"]: (one["status"], one["hari_terlambat"]) for one in rows} == {
        "73.17": ("tepat_waktu", 0), "73.22": ("terlambat", 5), "73.24": ("ditolak", 10), "73.73": ("belum_masuk", 10),
    }  # fmt: skip
    assert {one["tenggat"] for one in rows} == {"2024-04-22"}
    _, text, _ = shown(capsys, *given, "csv")
    assert [one["status"] for one in csv.DictReader(io.StringIO(text))] == [one["status"] for one in rows]


def test_in_english(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, text, _ = shown(capsys, "status", "--home", str(home), "--hari", "2024-05-02", "--bahasa", "en")
    assert "as of 2024-05-02" in text and "received 5 days late" in text
    assert "All: 2 of 8 reported (25.0%), 1 on time (12.5%)" in text


def test_an_extension_with_its_history(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one = ("extend", "--home", str(home), "--wilayah", "73.73", "--laporan", "rekap", "--periode", "2024-T1")
    assert shown(capsys, *one, "--sampai", "2024-05-04", "--alasan", "Banjir")[0] == 0
    code, text, _ = shown(capsys, *one, "--sampai", "2024-05-11", "--alasan", "Banjir susulan, 081234567890")
    assert code == 0
    assert "Kota Palopo, rekap 2024-T1, sampai Sabtu, 11 Mei 2024" in text and "hari libur" in text
    _, text, _ = shown(capsys, "status", "--home", str(home), "--hari", "2024-05-02", "--laporan", "rekap")
    assert row(text, "73.73") == ["73.73", "Palopo", "→9"]
    said = "SELECT sampai, alasan FROM perpanjangan ORDER BY dicatat_pada"
    assert ask(home / "warehouse" / "terbatas" / "ikm.duckdb", said) == [
        (date(2024, 5, 4), "Banjir"), (date(2024, 5, 11), "Banjir susulan, 081234567890"),
    ]  # fmt: skip
    # A number of a person has no place in the masked file, whoever typed it.
    masked = ask(home / "warehouse" / "ikm.duckdb", said)
    assert masked[0] == (date(2024, 5, 4), "Banjir")
    assert "081234567890" not in str(masked[1])


@pytest.mark.parametrize(
    ("changed", "part"),
    [
        ({"--wilayah": "73.11"}, "tidak wajib"),
        (
            {"--periode": "2024-T2", "--sampai": "2024-07-12"},
            "harus setelah jatuh tempo rekap 2024-T2 (2024-07-12)",
        ),
        ({"--sampai": "besok"}, '"besok" bukan tanggal'),
        ({"--alasan": "  "}, "Alasannya kosong"),
        ({"--laporan": "ekspor"}, '"ekspor" bukan jenis laporan'),
    ],
)
def test_extensions_that_make_no_sense(
    home: Path, capsys: pytest.CaptureFixture[str], changed: dict[str, str], part: str
) -> None:
    given = {
        "--wilayah": "73.73", "--laporan": "rekap", "--periode": "2024-T1", "--sampai": "2024-05-11",
        "--alasan": "Banjir",
    }  # fmt: skip
    options = [word for pair in {**given, **changed}.items() for word in pair]
    code, _, told = shown(capsys, "extend", "--home", str(home), *options)
    assert code == 2
    assert part in told
    assert not (home / "warehouse" / "ikm.duckdb").exists()


def test_the_first_day(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is there: the lists are written and said to be, everything is owed, nothing has come."""
    home = tmp_path / "baru"
    code, text, told = shown(capsys, "status", "--home", str(home), "--hari", "2026-11-23")
    assert code == 1
    assert "kewajiban.csv. Periksa isinya di Excel" in told
    assert "Semua: masuk 0 dari 192 (0,0%)" in text
    assert (home / "hari-libur.csv").read_bytes().startswith(b"\xef\xbb\xbf#")
    assert shown(capsys, "status", "--home", str(home), "--hari", "2026-11-23")[2] == ""


def test_mistakes_are_told_and_nothing_is_shown(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "kewajiban.csv").write_text(LIST.replace("Luwu Raya", "Toraja", 1), encoding="utf-8")
    code, text, told = shown(capsys, "status", "--home", str(home))
    assert (code, text) == (2, "")
    assert 'kewajiban.csv baris 3, kolom daerah: "Toraja" bukan satu kabupaten/kota' in told


def test_a_published_file_of_an_earlier_version_is_made_anew(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import duckdb

    assert main(["publish", "--home", str(home)]) == 0
    path = home / "warehouse" / "ikm.duckdb"
    path.chmod(0o600)
    con = duckdb.connect(str(path))
    con.execute("DROP VIEW v_ketepatan_waktu")
    con.execute("DROP TABLE kewajiban")
    con.execute("UPDATE terbitan SET jejak = 'lama'")
    con.close()
    assert shown(capsys, "status", "--home", str(home), "--hari", "2024-05-02")[0] == 1
    assert ask(path, "SELECT count(*) FROM kewajiban") == [(24,)]
