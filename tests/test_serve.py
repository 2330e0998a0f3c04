"""``ikm serve`` for real: what lies in the inbox is loaded, answered, published and shown, whatever is killed."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from flows.cli import main
from tests.deliveries import ask
from tests.serving import ROOT, Service, service
from tests.sheets import Row, write_workbook

pytestmark = [
    pytest.mark.serve,
    pytest.mark.skipif(sys.platform != "linux", reason="looks for its processes in /proc"),
]

HEAD: Row = ("No", "Nama Usaha", "Nama Pemilik", "Komoditi", "Jumlah Tenaga Kerja", "Nilai Produksi (Rp)")
SECRET = "Pemilik Rahasia"
DISTRICTS = (
    "Barru",
    "Gowa",
    "Bone",
    "Wajo",
    "Maros",
    "Sinjai",
    "Takalar",
    "Bulukumba",
    "Pinrang",
    "Enrekang",
)


def book(inbox: Path, name: str, title: str, first: int = 1) -> None:
    """Put a workbook into the inbox in one step, as a copy that ended looks."""
    rows: list[Row] = [
        (n, f"Usaha {n}", f"{SECRET} {n}", "Kue", n, 1_000_000 + n) for n in range(first, first + 3)
    ]
    made = write_workbook(inbox.parent / f"{name}.baru.xlsx", {"Data": [(title,), (), HEAD, *rows]})
    os.replace(made, inbox / name)


def rows_by_district(home: Path) -> dict[str, int]:
    return dict(ask(home / "warehouse" / "ikm.duckdb", "SELECT kode_wilayah, count(*) FROM ikm GROUP BY ALL"))


def everything(home: Path) -> str:
    """All that the service wrote for people to see: what it printed, its log, Prefect's database."""
    texts = [path.read_bytes() for path in (home / "prefect").rglob("*") if path.is_file()]
    return b"".join([*texts, (home / "keluaran.txt").read_bytes()]).decode("utf-8", "replace")


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    with service(tmp_path_factory.mktemp("layanan") / "data") as running:
        yield running


def test_what_lies_in_the_inbox_is_loaded_answered_published_and_shown(served: Service) -> None:
    book(served.inbox, "barru.xlsx", "DAFTAR IKM KABUPATEN BARRU TAHUN 2021")
    book(served.inbox, "entah 081234567890.xlsx", "DAFTAR IKM TAHUN 2021", first=10)
    refused = served.inbox / "ditolak" / "entah 081234567890.xlsx.alasan.txt"
    served.wait(refused.exists, "the refused file and its reason")
    served.wait(lambda: list(served.inbox.glob("selesai/*/barru.xlsx")), "the loaded file in selesai")
    assert rows_by_district(served.home) == {"73.11": 3}
    assert list((served.home / "feedback" / "73.11-Barru").iterdir())
    served.wait(
        lambda: [one for one in served.ended() if "berkas" in one["name"]], "a run that says what it did"
    )
    run = next(one for one in served.ended() if "berkas" in one["name"])
    assert run["name"].startswith(("2 berkas: 1 dimuat, 1 ditolak", "1 berkas: 1 ")), run["name"]
    assert run["auto_scheduled"] and run["state"]["type"] == "COMPLETED", "a scheduled run must really appear"


def test_the_run_leaves_tables_progress_and_links(served: Service) -> None:
    served.wait(
        lambda: [one for one in served.ended() if "ditolak" in one["name"]], "the run of the first test"
    )
    made = served.api.call("POST", "/artifacts/filter", {"limit": 200})
    by_key: dict[str, list[Any]] = {}
    for one in made:
        by_key.setdefault(one["key"], []).append(one)
    assert {"berkas", "temuan", "balasan", "kemajuan"} <= set(by_key)
    files = [row for one in by_key["berkas"] for row in json.loads(one["data"])]
    assert {row["Keadaan"] for row in files} == {"dimuat", "ditolak"}
    assert any("73.11 Kabupaten Barru" in row["Kabupaten/kota"] for row in files)
    codes = {row["Kode"] for one in by_key["temuan"] for row in json.loads(one["data"])}
    assert "WILAYAH_TAK_DIKENAL" in codes
    assert any("73.11-Barru" in one["data"] for one in by_key["balasan"])
    assert max(float(one["data"]) for one in by_key["kemajuan"]) == 100
    shown = json.dumps(made)
    assert SECRET not in shown and "081234567890" not in shown


def test_nothing_of_a_person_and_no_telemetry_in_what_the_service_writes(served: Service) -> None:
    assert SECRET not in everything(served.home)
    settings = served.api.call("GET", "/admin/settings")
    assert settings["server"]["analytics_enabled"] is False
    assert served.home.joinpath("prefect", "prefect.db").is_file()


def test_only_what_is_there_is_on_the_schedule(served: Service) -> None:
    names = set(served.api.deployments().values())
    assert names == {"kotak-masuk", "terbitan", "pengingat"}, "without a place for it there is no backup"
    times = served.api.call("POST", "/deployments/filter", {})
    zones = {one["name"]: one["schedules"][0]["schedule"]["timezone"] for one in times}
    assert set(zones.values()) == {"Asia/Makassar"}


def test_the_nightly_flow_run_by_hand(served: Service) -> None:
    ident = next(one for one, name in served.api.deployments().items() if name == "terbitan")
    served.api.start_run(ident, "dengan tangan")

    def ended() -> list[dict[str, Any]]:
        return [one for one in served.ended() if one["deployment_id"] == ident]

    served.wait(ended, "the end of the nightly flow")
    assert [one["state"]["type"] for one in ended()] == ["COMPLETED"] * len(ended())
    assert "gudang data" in ended()[0]["name"]


def test_a_run_that_fails_says_why_and_is_noted(served: Service) -> None:
    text = (served.home / "ikm.toml").read_text(encoding="utf-8")
    try:
        (served.home / "ikm.toml").write_text(text + "[salah]\n", encoding="utf-8")
        noted = served.home / "pemberitahuan.log"
        served.wait(lambda: noted.exists() and "salah" in noted.read_text(encoding="utf-8"), "the notice")
    finally:
        (served.home / "ikm.toml").write_text(text, encoding="utf-8")
    chosen = {"type": {"any_": ["FAILED"]}}
    served.wait(lambda: served.runs(state=chosen), "the failed run")
    failed = served.runs(state=chosen)
    assert 'bagian "salah" tidak dikenal' in failed[0]["state"]["message"]
    before = len([one for one in served.ended() if one["state"]["type"] == "COMPLETED"])
    served.wait(
        lambda: len([one for one in served.ended() if one["state"]["type"] == "COMPLETED"]) > before,
        "runs go on once the settings are mended",
    )


def test_a_second_service_on_the_same_home_is_refused_with_a_sentence(served: Service, capsys: Any) -> None:
    assert main(["serve", "--home", str(served.home)]) == 2
    said = capsys.readouterr().err
    assert "sudah berjalan" in said and f"http://127.0.0.1:{served.port}" in said


def test_a_port_in_use_is_a_sentence(
    served: Service, tmp_path: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flows.serve.PORT_TRIES", 1)
    assert main(["serve", "--home", str(tmp_path / "lain"), "--port", str(served.port)]) == 2
    assert f"--port {served.port + 1}" in capsys.readouterr().err


@pytest.mark.parametrize("part", ["server", "runner", "runner"])
def test_a_part_that_is_killed_comes_back_and_nothing_is_lost_or_doubled(served: Service, part: str) -> None:
    already = len(rows_by_district(served.home))
    names = DISTRICTS[already : already + 2]
    for place, name in enumerate(names):
        book(
            served.inbox,
            f"{name}.xlsx",
            f"DAFTAR IKM KABUPATEN {name.upper()} TAHUN 2021",
            100 * already + 10 * place,
        )
    time.sleep(random.uniform(0, 12))
    pid = served.parts()[part][0]
    os.kill(pid, signal.SIGKILL)
    served.wait(lambda: not list(served.inbox.glob("*.xlsx")), "everything is taken in")
    served.wait(lambda: served.parts()[part] not in ([], [pid]), "the part is there again")
    assert set(rows_by_district(served.home).values()) == {3}
    assert len(rows_by_district(served.home)) == already + 2
    told = ask(served.home / "warehouse" / "ikm.duckdb", "SELECT berkas FROM kiriman WHERE status = 'dimuat'")
    assert max(Counter(told).values()) == 1


def test_missed_runs_cost_one_run(served: Service) -> None:
    """The runner stands still and dies while the server goes on: one run makes up for what it missed."""
    pid = served.parts()["runner"][0]
    served.wait(
        lambda: served.ended()[-1]["end_time"] and not served.parts()["run"], "a moment between two runs"
    )
    os.kill(pid, signal.SIGSTOP)
    began = datetime.now(UTC)
    try:
        time.sleep(45)  # four runs become due
    finally:
        os.kill(pid, signal.SIGCONT)
        os.kill(pid, signal.SIGKILL)
    over = datetime.now(UTC)
    served.wait(lambda: served.parts()["runner"] not in ([], [pid]), "the runner is there again")

    def made_up() -> list[dict[str, Any]]:
        return [one for one in served.ended() if not one["auto_scheduled"] and due(one) > over]

    def due(one: dict[str, Any]) -> datetime:
        return datetime.fromisoformat(one["expected_start_time"])

    served.wait(made_up, "the one run that makes up for them")
    missed = [one for one in served.runs() if one["auto_scheduled"] and began < due(one) < over]
    assert [one for one in missed if one["run_count"]] == [], "none of those missed is run"
    assert len(missed) >= 2 and {one["state"]["name"] for one in missed} <= {"Skipped"}
    assert len(made_up()) == 1 and "jadwal terlewat; dijalankan satu kali" in served.said


def test_ctrl_c_ends_everything_and_the_next_start_goes_on(served: Service) -> None:
    assert served.process is not None
    served.process.send_signal(signal.SIGINT)
    assert served.process.wait(90) == 0
    assert "Layanan berhenti" in served.said
    assert served.parts() == {"server": [], "runner": [], "run": []}
    with sqlite3.connect(served.home / "prefect" / "prefect.db") as con:
        paused = con.execute("SELECT count(*) FROM deployment WHERE paused").fetchall()
        assert paused == [(0,)], "a schedule paused at the end would stay so"
    book(served.inbox, "luwu timur.xlsx", "DAFTAR IKM KABUPATEN LUWU TIMUR TAHUN 2021", first=700)
    served.begin()
    served.wait(
        lambda: "73.24" in rows_by_district(served.home), "the next start takes in what came meanwhile"
    )


def test_the_whole_service_killed_leaves_nothing_in_the_way(served: Service) -> None:
    assert served.process is not None
    served.process.kill()
    served.process.wait()
    served.begin()
    assert "Layanan berjalan" in served.said and len(served.parts()["server"]) == 1


def test_a_home_that_cannot_be_made_is_a_sentence(tmp_path: Path, capsys: Any) -> None:
    (tmp_path / "berkas").write_text("bukan folder", encoding="utf-8")
    assert main(["serve", "--home", str(tmp_path / "berkas" / "data")]) == 2
    assert "--home" in capsys.readouterr().err


def test_the_timer_and_the_service_of_systemd_are_sound(tmp_path: Path) -> None:
    import shutil

    verify = shutil.which("systemd-analyze")
    if verify is None:
        pytest.skip("no systemd here")
    for name in ("ikm.service", "ikm.timer"):
        text = (ROOT / "packaging" / name).read_text(encoding="utf-8")
        # The program of the unit is not installed where this is tested.
        (tmp_path / name).write_text(
            text.replace("%h/rekap-ikm/.venv/bin/ikm", "/bin/true"), encoding="utf-8"
        )
    units = [str(path) for path in tmp_path.iterdir()]
    around = os.environ | {"XDG_RUNTIME_DIR": str(tmp_path)}
    told = subprocess.run(
        [verify, "--user", "verify", *units], capture_output=True, text=True, check=False, env=around
    )
    assert (told.returncode, told.stderr) == (0, "")
