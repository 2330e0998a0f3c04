"""python bench/day.py [--loads 500] [--minutes 60] [--seed 1]: 24 hours of schedule, compressed.

Workbooks of 24 districts arrive step by step, with revisions, additions, copies, broken files and withdrawals. In one
home nothing disturbs the loads. In the other they are killed at random moments (kill -9 of the whole process group),
asked to end, begun again or left to the next run, and run two at once. What both have published must be equal in the
end, table by table.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.day_plan import Event, Step, arrive, counted, plan
from bench.kills import PUBLISHED, faults_in
from warehouse.digest import digest

ROOT = Path(__file__).resolve().parent.parent
ENOUGH_SECONDS = 1200
#: What happens to a load, of a hundred.
ODDS = {"killed": 40, "ended": 10, "two": 20, "two, one killed": 10, "left alone": 20}
#: How often a load that was ended is left to the next one of the schedule.
LEFT = 0.4


@dataclass
class Day:
    """What was done to the loads, what came of it, and every fault found."""

    seen: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    steps: int = 0
    seconds: float = 0.0


def live(steps: list[Step], place: Path, seed: int, until: float = float("inf")) -> Day:
    """The day twice, below ``place``: undisturbed and disturbed. ``until``: when (time.monotonic) to begin no more
    steps."""
    day, dice = Day(), random.Random(seed)
    calm, rough = _House(place / "tenang", Day(), dice), _House(place / "ramai", day, dice)
    for step in steps:
        if time.monotonic() > until:
            break
        day.steps += 1
        for house in (calm, rough):
            arrive(step, house.inbox)
        calm.load()
        if day.steps == 1:
            shutil.copytree(calm.home / "kunci", rough.home / "kunci")
        rough.disturbed_load()
        for one in step:
            if one.kind == "ditarik":
                calm.withdraw(one)
                rough.disturbed_withdrawal(one)
    rough.load()
    day.faults += differences(calm.home, rough.home)
    return day


def differences(calm: Path, rough: Path) -> list[str]:
    """Tables of the published files that are not equal, and half-made files that are left."""
    found = [f"left behind: {path.name}" for path in rough.rglob("*.baru*")]
    for name in PUBLISHED:
        should, there = digest(calm / "warehouse" / name), digest(rough / "warehouse" / name)
        found += [
            f"{name}: {table} is not that of an undisturbed day"
            for table in sorted(should.keys() | there.keys())
            if should.get(table) != there.get(table)
        ]
    return found


class _House:
    """A home with its inbox, and the loads that run in it."""

    def __init__(self, place: Path, day: Day, dice: random.Random) -> None:
        self.inbox, self.home, self.day, self.dice = place / "masuk", place / "data", day, dice
        self.inbox.mkdir(parents=True)
        self.reach = 5.0

    def load(self) -> None:
        start = time.monotonic()
        self._end(self._begin("load", self.inbox), (0, 1))
        self.reach = 0.7 * self.reach + 0.3 * (time.monotonic() - start)

    def withdraw(self, one: Event) -> None:
        # 1: an earlier, killed withdrawal has done it, or the file was replaced or refused.
        self._end(self._begin("withdraw", one.name, "--alasan", "salah kirim"), (0, 1, 2))

    def disturbed_load(self) -> None:
        what = self.dice.choices(list(ODDS), list(ODDS.values()))[0]
        self.day.seen[what] += 1
        if what == "left alone":
            self.load()
            return
        loads = [self._begin("load", self.inbox) for _ in range(2 if "two" in what else 1)]
        if what != "two":
            self._disturb(loads[0], signal.SIGTERM if what == "ended" else signal.SIGKILL)
        for one in loads[1:] if what != "two" else loads:
            # Where the other was killed this one goes on in its place; where it is slow, it gives up in a sentence.
            self._end(one, (0, 1, 2))
        self._look()
        if self.dice.random() > LEFT:
            self.day.seen["begun again"] += 1
            self.load()

    def disturbed_withdrawal(self, one: Event) -> None:
        """An officer withdraws what he sees loaded; when it is killed, he looks and does it again."""
        self.load()
        if self.dice.random() < 0.5:
            self._disturb(
                self._begin("withdraw", one.name, "--alasan", "salah kirim"), signal.SIGKILL, 0.5 * self.reach
            )
            self.day.seen["withdrawal killed"] += 1
        self.withdraw(one)

    def _begin(self, *words: object) -> subprocess.Popen[str]:
        self.day.seen[f"{words[0]} begun"] += 1
        return subprocess.Popen(
            [sys.executable, "-m", "flows.cli", *map(str, words), "--home", str(self.home)],
            cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, start_new_session=True,
        )  # fmt: skip

    def _disturb(self, process: subprocess.Popen[str], number: int, reach: float | None = None) -> None:
        try:
            process.wait(self.dice.uniform(0, reach or self.reach * 1.1))
            self.day.seen["through before it was disturbed"] += 1
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, number)
            self.day.seen["kill -9" if number == signal.SIGKILL else "SIGTERM"] += 1
        if number == signal.SIGKILL:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
        self._end(process, (0, 1, 2, -signal.SIGKILL, -signal.SIGTERM))

    def _end(self, process: subprocess.Popen[str], allowed: tuple[int, ...]) -> None:
        _, told = process.communicate(timeout=ENOUGH_SECONDS)
        if process.returncode not in allowed or "Traceback" in told:
            self.day.faults.append(f"step {self.day.steps}: ended with {process.returncode}: {told[-300:]}")

    def _look(self) -> None:
        """What analysts find right after: whole published files, or none yet."""
        for name in PUBLISHED:
            path = self.home / "warehouse" / name
            if path.exists():
                self.day.seen["published files opened"] += 1
                found = faults_in(path, "lama_", self.home)
                self.day.faults += [f"step {self.day.steps}: {name}: {fault}" for fault in found]


def main() -> None:
    parser = argparse.ArgumentParser(
        description="A day of loads, killed and begun again, ends as a calm one."
    )
    parser.add_argument("--loads", type=int, default=500, help="steps of the schedule, each with a load")
    parser.add_argument("--minutes", type=float, default=60, help="begin no step after so many minutes")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    place = Path(tempfile.mkdtemp(prefix="ikm-day-"))
    try:
        steps = plan(place / "rencana", asked.loads, asked.seed)
        start = time.monotonic()
        day = live(steps, place, asked.seed, start + 60 * asked.minutes)
        day.seconds = time.monotonic() - start
        print(f"{day.steps} steps, seed {asked.seed}")
        for what, number in (counted(steps[: day.steps]) | dict(sorted(day.seen.items()))).items():
            print(f"  {what:42} {number:6}")
        print(f"  {'seconds':42} {day.seconds:6.0f}")
        print(f"  {'faults':42} {len(day.faults):6}")
        for fault in day.faults[:20]:
            print(f"    {fault}")
    finally:
        shutil.rmtree(place, ignore_errors=True)
    raise SystemExit(1 if day.faults else 0)


if __name__ == "__main__":
    main()
