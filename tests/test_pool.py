"""The pool of reader processes: what dies, dies alone."""

import os
import signal
import subprocess
import sys
import textwrap
import time
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from flows import pool
from flows.pool import Died, PoolBroken, run_pool
from flows.steps.receive import workbooks_in
from schemas.findings import CODES
from tests import pool_work
from tests.pool_work import read_damaged, read_file, work

ROOT = Path(__file__).parent.parent
EVIL = ROOT.parent / "shared" / "evil"


def results(tasks: list[Any], workers: int = 2, timeout: float = 1.0, memory_mb: int = 400) -> dict[int, Any]:
    found: dict[int, Any] = {}
    run_pool(
        work, tasks, workers=workers, timeout=timeout, memory_mb=memory_mb,
        on_result=found.__setitem__, preload=["tests.pool_work"],
    )  # fmt: skip
    return found


def test_what_dies_dies_alone() -> None:
    tasks = [
        ("abort", 0), ("same", 1), ("sleep", 0), ("same", 3), ("eat", 4 << 30), ("same", 5), ("fail", 0),
        ("leave", 0), ("same", 8), ("unsendable", 0), ("kill", 0), ("same", 11), ("eat", 1000),
    ]  # fmt: skip
    found = results(tasks)
    assert {place: one.reason for place, one in found.items() if isinstance(one, Died)} == {
        0: "crash", 2: "time", 4: "memory", 6: "crash", 7: "crash", 9: "crash", 10: "memory",
    }  # fmt: skip
    assert {place: one for place, one in found.items() if not isinstance(one, Died)} == {
        1: 1, 3: 3, 5: 5, 8: 8, 11: 11, 12: 1000,
    }  # fmt: skip


def test_a_process_that_computes_without_end_is_stopped_and_one_that_slept_is_asked_again(
    tmp_path: Path,
) -> None:
    found = results([("spin", 0), ("sleep once", str(tmp_path / "tidur")), ("same", 2)])
    assert found[0] == Died("time")
    assert found[1] == str(tmp_path / "tidur")
    assert found[2] == 2


def test_a_large_item_is_given_more() -> None:
    found: dict[int, Any] = {}
    run_pool(
        work, [("eat", 200 << 20), ("eat", 200 << 20)], workers=1, timeout=5, memory_mb=100,
        on_result=found.__setitem__, preload=["tests.pool_work"], scale=partial(next_of, [1.0, 5.0]),
    )  # fmt: skip
    assert found == {0: Died("memory"), 1: 200 << 20}


def next_of(times: list[float], task: Any) -> float:
    """The next of ``times``, whatever the task."""
    return times.pop(0)


def test_processes_stay_and_an_item_costs_little() -> None:
    before = time.perf_counter()
    found = results([("process", None)] * 500)
    assert len(found) == 500
    assert len(set(found.values())) <= 2
    assert os.getpid() not in found.values()
    # 500 items at 2 ms, and the start of the processes on a busy machine.
    assert time.perf_counter() - before < 1 + 5


def test_results_come_as_they_are_ready_and_the_heaviest_begins_first() -> None:
    came: list[int] = []
    run_pool(
        work, [("same", 1), ("same", 3), ("same", 2)], workers=1, timeout=5, memory_mb=400,
        on_result=lambda place, _: came.append(place), weight=lambda task: task[1],
    )  # fmt: skip
    assert came == [1, 2, 0]


def test_nothing_to_do() -> None:
    assert results([]) == {}


def test_an_exception_of_the_receiver_ends_the_pool() -> None:
    def refuse(place: int, result: object) -> None:
        raise RuntimeError("berhenti")

    with pytest.raises(RuntimeError, match="berhenti"):
        run_pool(work, [("same", 1), ("sleep", 0)], workers=2, timeout=30, memory_mb=400, on_result=refuse)


def test_dying_processes_say_nothing_on_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    assert results([("shout", 1), ("abort", 0)])[0] == 1
    assert capfd.readouterr().err == ""


def test_the_keyboard_stops_it() -> None:
    program = textwrap.dedent(
        """
        from flows.pool import run_pool
        from tests.pool_work import work
        if __name__ == "__main__":
            tasks = [("process", None)] + [("sleep", 0)] * 4
            show = lambda place, result: print("mulai", flush=True)
            try:
                run_pool(work, tasks, workers=2, timeout=60, memory_mb=400, on_result=show)
            except KeyboardInterrupt:
                print("berhenti", flush=True)
        """
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program], cwd=ROOT, start_new_session=True, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == "mulai\n"
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=15)
    assert (out, err, process.returncode) == ("berhenti\n", "", 0)


def test_damaged_workbooks_end_as_sheets_or_findings() -> None:
    found: dict[int, Any] = {}
    run_pool(
        read_damaged, range(120), workers=2, timeout=2, memory_mb=400,
        on_result=found.__setitem__, preload=["tests.pool_work"],
    )  # fmt: skip
    read = [one for one in found.values() if not isinstance(one, Died)]
    assert len(found) == 120
    assert len(read) > 110
    assert all(sheets or kodes for sheets, kodes in read)


@pytest.mark.skipif(not EVIL.is_dir(), reason="the files that broke readers are not here")
def test_files_that_broke_readers_end_as_sheets_or_findings() -> None:
    places = list(workbooks_in([EVIL]))
    found: dict[int, Any] = {}
    run_pool(
        read_file, places, workers=2, timeout=20, memory_mb=1000,
        on_result=found.__setitem__, preload=["tests.pool_work"],
    )  # fmt: skip
    assert len(found) == len(places)
    assert {places[place][0].name for place, one in found.items() if isinstance(one, Died)} == set()
    for one in found.values():
        if not isinstance(one, Died):
            sheets, kodes = one
            assert sheets or kodes
            assert set(kodes) <= set(CODES)


def test_a_pool_whose_processes_end_while_idle_is_replaced() -> None:
    tasks = [("end soon", 0.2), *(("same", place) for place in range(1, 20))]
    found: dict[int, Any] = {}

    def slow(place: int, result: Any) -> None:
        found[place] = result
        time.sleep(0.8 if place == 0 else 0)

    # While the first is handed on, the one process has nothing to do, and ends.
    run_pool(
        work, tasks, workers=1, timeout=10, memory_mb=400, on_result=slow, preload=["tests.pool_work"],
        blocks=[range(1), range(1, 2), range(2, 20)],
    )  # fmt: skip
    assert [found[place] for place in range(1, 20)] == list(range(1, 20))


def test_processes_that_cannot_start_are_a_fault_and_not_a_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "prepare", pool_work.refuse_to_start)
    # More than fits into the pipe between the processes.
    with pytest.raises(PoolBroken):
        results([("same", "x" * 1000)] * 500)


def test_what_is_begun_stays_four_blocks_ahead_of_what_is_handed_on(tmp_path: Path) -> None:
    blocks = [range(start, start + 3) for start in range(0, 30, 3)]
    begun: list[int] = []

    def look(place: int, result: object) -> None:
        time.sleep(0.05)
        begun.append(len(list(tmp_path.iterdir())))

    run_pool(
        work, [("touch", str(tmp_path / str(place))) for place in range(30)], workers=2, timeout=10,
        memory_mb=400, on_result=look, preload=["tests.pool_work"], blocks=blocks,
    )  # fmt: skip
    assert len(begun) == 30
    assert all(there <= had + 1 + 12 for had, there in enumerate(begun))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux copies a process that has begun")
@pytest.mark.parametrize("threads", [0, 1])
def test_readers_are_copies_of_an_idle_process_and_end_with_it(threads: int) -> None:
    script = f"""
        import threading
        from flows.begin import start_early
        from flows.pool import run_pool
        from tests import pool_work

        pool_work.SAID.append("known")
        stop = threading.Event()
        for _ in range({threads}):
            threading.Thread(target=stop.wait).start()
        start_early(["tests.pool_work"])
        stop.set()
        run_pool(
            pool_work.work, [("said", None), ("kill", 0), ("said", None)], workers=1, timeout=20, memory_mb=500,
            on_result=lambda place, result: print(result), preload=["tests.pool_work"],
        )
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)],
        check=False,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    first, died, last = done.stdout.splitlines()
    assert "memory" in died
    # With a thread at work a copy would lack it: then a fresh process imports what it needs.
    assert ("known" in first) == ("known" in last) == (threads == 0)
    template = int(first.rsplit("'", 2)[1])
    for _ in range(100):
        if not Path(f"/proc/{template}").exists():
            break
        time.sleep(0.1)
    assert not Path(f"/proc/{template}").exists()
