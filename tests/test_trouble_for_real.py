"""Faults injected from outside into commands that run as an officer runs them: full disks, other users, signals."""

from __future__ import annotations

import os
import resource
import signal
import sys
import textwrap
import time
from pathlib import Path

import pytest

from tests.deliveries import ask
from tests.troubled import (
    begin,
    book,
    end_group,
    group_is_empty,
    ikm,
    leftovers,
    published,
    same_key,
    small_disk,
    small_files,
    without_privileges,
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits, users and signals of POSIX systems")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three lists."""
    place = tmp_path_factory.mktemp("masuk")
    for number, district in enumerate(("BARRU", "GOWA", "WAJO")):
        book(place / f"{district.lower()}.xlsx", 100 * number, district=district)
    return place


@pytest.fixture(scope="module")
def whole(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of a load that nobody disturbed."""
    home = tmp_path_factory.mktemp("utuh") / "data"
    assert ikm("load", folder, "--home", home).returncode == 0
    return home


# --- disks ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", ["150k", "4m", "9m", "13m"])
def test_a_disk_that_fills_up_at_different_steps(
    size: str, folder: Path, whole: Path, tmp_path: Path
) -> None:
    """From the first original up to the second published file; then there is room, and the next load is well."""
    with small_disk(tmp_path / "disk", size) as mount:
        home = same_key(tmp_path / "disk" / "data", whole)
        said = ikm("load", folder, "--home", home)
        assert said.returncode == 2 and "Disk penuh" in said.stderr and "2 GB" in said.stderr
        doctor = ikm("doctor", "--home", home)
        assert doctor.returncode == 1 and "✗ ruang disk" in doctor.stdout
        mount("size=200m")
        again = ikm("load", folder, "--home", home)
        assert again.returncode == 0, again.stderr
        assert published(home) == published(whole) and leftovers(home) == []


@pytest.mark.parametrize("megabytes", [0.002, 1.5, 4.0])
def test_files_that_may_not_grow(megabytes: float, folder: Path, whole: Path, tmp_path: Path) -> None:
    home = same_key(tmp_path / "data", whole)
    said = ikm("load", folder, "--home", home, prepare=small_files(megabytes))
    assert said.returncode == 2 and "Disk penuh" in said.stderr
    again = ikm("load", folder, "--home", home)
    assert again.returncode == 0 and published(home) == published(whole)


def test_a_disk_mounted_read_only(folder: Path, whole: Path, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "200m") as mount:
        home = same_key(tmp_path / "disk" / "data", whole)
        assert ikm("load", folder / "barru.xlsx", "--home", home).returncode == 0
        mount("ro")
        said = ikm("load", folder, "--home", home)
        assert said.returncode == 2 and "hanya dapat dibaca" in said.stderr and "--home" in said.stderr
        assert "✗" in (doctor := ikm("doctor", "--home", home)).stdout and doctor.returncode == 1
        assert ikm("sql", "SELECT count(*) FROM ikm", "--home", home).returncode == 0
        mount("rw")
        assert ikm("load", folder, "--home", home).returncode == 0


# --- what another user may not --------------------------------------------------------------------------------


def test_a_home_that_belongs_to_another_user(folder: Path, tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    try:
        said = ikm("load", folder, "--home", tmp_path / "data", prepare=without_privileges)
        assert said.returncode == 2 and "Tidak ada izin" in said.stderr and "--home" in said.stderr
        doctor = ikm("doctor", "--home", tmp_path / "data", prepare=without_privileges)
        assert doctor.returncode == 1 and "Tidak ada izin" in doctor.stdout
    finally:
        tmp_path.chmod(0o755)


def test_files_and_folders_that_may_not_be_read(tmp_path: Path) -> None:
    """They are named, the others are loaded; and once they may be read they are taken."""
    inbox, home = tmp_path / "masuk", tmp_path / "data"
    (inbox / "tertutup").mkdir(parents=True)
    book(inbox / "barru.xlsx")
    closed = book(inbox / "gowa.xlsx", 50, district="GOWA")
    book(inbox / "tertutup" / "wajo.xlsx", 90, district="WAJO")
    closed.chmod(0)
    (inbox / "tertutup").chmod(0)
    asked = "SELECT berkas, status FROM kiriman ORDER BY berkas, status"
    for _ in range(2):
        said = ikm("load", inbox, "--home", home, prepare=without_privileges)
        assert said.returncode == 1, said.stderr
        assert ask(home / "warehouse" / "ikm.duckdb", asked) == [
            ("barru.xlsx", "dimuat"), ("gowa.xlsx", "ditolak"), ("tertutup", "ditolak"),
        ]  # fmt: skip
    told = ask(home / "warehouse" / "ikm.duckdb", "SELECT pesan FROM temuan WHERE tingkat = 'galat'")
    assert len(told) == 2 and all("izin" in text for (text,) in told)
    closed.chmod(0o644)
    (inbox / "tertutup").chmod(0o755)
    ikm("load", inbox, "--home", home, prepare=without_privileges)
    taken = ask(home / "warehouse" / "ikm.duckdb", "SELECT DISTINCT kode_wilayah FROM ikm ORDER BY ALL")
    assert taken == [("73.06",), ("73.11",), ("73.13",)]


# --- memory, temporary folder, terminal -------------------------------------------------------------------------


def test_memory_that_is_limited(folder: Path, tmp_path: Path) -> None:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (1_000_000_000, resource.RLIM_INFINITY))

    said = ikm("load", folder, "--home", tmp_path / "data", prepare=limit)
    assert said.returncode == 2 and "ulimit -v" in said.stderr and said.stderr.count("\n") == 1
    assert ikm("load", folder, "--home", tmp_path / "data").returncode == 0


def test_a_temporary_folder_that_is_missing_or_has_a_long_name(folder: Path, tmp_path: Path) -> None:
    missing = ikm("load", folder, "--home", tmp_path / "a", env={"TMPDIR": str(tmp_path / "tidak ada")})
    assert missing.returncode == 0
    long = tmp_path / ("sementara" * 12)
    long.mkdir()
    said = ikm("load", folder, "--home", tmp_path / "b", env={"TMPDIR": str(long)})
    assert said.returncode == 0 or "TMPDIR" in said.stderr
    doctor = ikm("doctor", "--home", tmp_path / "b", env={"TMPDIR": str(long)})
    assert doctor.returncode == 1 and "✗ folder sementara" in doctor.stdout


@pytest.mark.parametrize("options", ["size=4k,nr_inodes=1", "noexec,size=1m"])
def test_a_temporary_folder_that_is_full_or_runs_no_programs(
    options: str, folder: Path, tmp_path: Path
) -> None:
    with small_disk(tmp_path / "tmp", "1m") as mount:
        mount(options)
        said = ikm("load", folder, "--home", tmp_path / "data", env={"TMPDIR": str(tmp_path / "tmp")})
        # Python takes the next folder that it can write to.
        assert said.returncode == 0 or "Disk penuh" in said.stderr or "sementara" in said.stderr
    assert ikm("load", folder, "--home", tmp_path / "data").returncode == 0


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-16"])
def test_a_terminal_that_knows_few_signs(encoding: str, whole: Path) -> None:
    env = {"PYTHONIOENCODING": encoding, "LC_ALL": "C"}
    doctor = ikm("doctor", "--home", whole, env=env, encoding=encoding)
    assert doctor.returncode == 0 and ("+ " in doctor.stdout or "✓ " in doctor.stdout)
    asked = ikm("sql", "SELECT 'é→✓' AS a", "--format", "csv", "--home", whole, env=env, encoding=encoding)
    # What cannot be written is written as its code: a question mark would be a silently wrong name.
    assert asked.returncode == 0 and "?" not in asked.stdout


def test_without_a_home_variable_and_without_a_terminal(folder: Path, whole: Path, tmp_path: Path) -> None:
    def close_all() -> None:
        os.environ.pop("HOME", None)
        for number in (0, 1, 2):
            os.close(number)

    home = same_key(tmp_path / "data", whole)
    said = ikm("load", folder, "--home", home, prepare=close_all)
    assert said.returncode == 0
    assert published(home) == published(whole)


def test_an_output_that_is_full(whole: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    with open("/dev/full", "w") as target:
        said = ikm("doctor", "--home", whole, capture_output=False, stdout=target, stderr=-1)
    assert said.returncode == 2 and "Disk penuh" in said.stderr and said.stderr.count("\n") == 1


# --- Ctrl-C, a request to end, a closed terminal -----------------------------------------------------------------

SLOW_PUBLISH = """
import os
import sys
from flows.cli import main
from warehouse import publish
real = publish.fill
def slow(con, *given):
    os.write(1, b"menerbitkan\\n")  # in one piece: both files are begun at once
    con.execute("SELECT count(*) FROM range(1000000000000) a WHERE a.range % 7 = 3").fetchall()
    real(con, *given)
publish.fill = slow
if __name__ == "__main__":
    sys.exit(main())
"""
SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]


def stopped_well(process: object, sentence: str = "Dihentikan") -> None:
    out, err = process.communicate(timeout=120)  # type: ignore[attr-defined]
    assert process.returncode == 2, (process.returncode, out, err)  # type: ignore[attr-defined]
    assert sentence in err and "Traceback" not in out + err


def wait_for_empty_group(group: int) -> None:
    for _ in range(300):
        if group_is_empty(group):
            return
        time.sleep(0.1)
    raise AssertionError("a child was left behind")


def wait_for_children(process: int) -> None:
    """Until the program has begun its readers: before, it is Python that is stopped, not the program."""
    listed = Path(f"/proc/{process}/task/{process}/children")
    for _ in range(600):
        if listed.exists() and listed.read_text().strip():
            return
        time.sleep(0.05)


@pytest.mark.parametrize("number", SIGNALS, ids=lambda one: signal.Signals(one).name)
def test_stopped_while_publishing(number: int, folder: Path, whole: Path, tmp_path: Path) -> None:
    home = same_key(tmp_path / "data", whole)
    script = tmp_path / "lambat.py"
    script.write_text(textwrap.dedent(SLOW_PUBLISH))
    process = begin("load", folder, "--home", home, program=[script])
    try:
        assert process.stdout is not None and process.stdout.readline().strip() == "menerbitkan"
        time.sleep(0.5)
        end_group(process, number)
        stopped_well(process)
        wait_for_empty_group(process.pid)
    finally:
        end_group(process)
    assert leftovers(home) == []
    assert ikm("load", folder, "--home", home).returncode == 0
    assert published(home) == published(whole)


@pytest.mark.parametrize("number", SIGNALS, ids=lambda one: signal.Signals(one).name)
@pytest.mark.parametrize("after", [0.0, 0.8])
def test_stopped_at_any_moment(after: float, number: int, folder: Path, whole: Path, tmp_path: Path) -> None:
    home = same_key(tmp_path / "data", whole)
    process = begin("load", folder, "--home", home)
    try:
        wait_for_children(process.pid)
        time.sleep(after)
        end_group(process, number)
        out, err = process.communicate(timeout=120)
        assert "Traceback" not in out + err
        # A quick machine may have been through already.
        assert process.returncode == 0 or (process.returncode == 2 and "Dihentikan" in err)
        wait_for_empty_group(process.pid)
    finally:
        end_group(process)
    assert ikm("load", folder, "--home", home).returncode == 0
    assert published(home) == published(whole)


def test_killed_while_it_holds_the_lock(folder: Path, whole: Path, tmp_path: Path) -> None:
    home = same_key(tmp_path / "data", whole)
    script = tmp_path / "lambat.py"
    script.write_text(textwrap.dedent(SLOW_PUBLISH))
    process = begin("load", folder, "--home", home, program=[script])
    try:
        assert process.stdout is not None and process.stdout.readline()
        waiting = begin("load", folder, "--home", home)
        assert waiting.stderr is not None
        told = waiting.stderr.readline()
        assert "menunggu" in told and f"proses {process.pid}" in told and "sejak" in told
    finally:
        end_group(process)
        process.communicate()
    # The one that waited goes on where the killed one held the lock.
    waiting.communicate(timeout=240)
    assert waiting.returncode == 0
    assert published(home) == published(whole)
    assert "✗" not in ikm("doctor", "--home", home).stdout
