"""The hunt: inputs are changed at random, those that reach new lines of ours are kept and changed again.

An input is tried in a process of its own with limits of memory and of processor time, so that a reader that aborts
or never ends is told from one that is slow because the machine is busy. What fails is made smaller while it fails in
the same place.
"""

from __future__ import annotations

import contextlib
import os
import random
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, NamedTuple

from flows.begin import context_for

ROOT = Path(__file__).resolve().parent.parent
OURS = tuple(f"{ROOT}/{part}/" for part in ("flows", "schemas", "warehouse"))
CPU_SECONDS = 20.0
MEMORY = 1_500_000_000
MOST_CHANGES = 4
SMALLER_SECONDS = 15.0
SMALLER_TRIES = 400


@dataclass(frozen=True, slots=True)
class Target:
    """One thing to fuzz. ``check`` raises what is wrong with an input; ``may_die``: a reader in native code may end
    the process, which the loader answers by refusing the file, so that only an endless loop is a fault."""

    name: str
    seeds: Callable[[], Iterable[Any]]
    changed: Callable[[random.Random, Any, Any], Any]
    check: Callable[[Any], None]
    smaller: Callable[[Any], Iterator[Any]]
    saved: Callable[[Any], tuple[str, bytes]]
    may_die: bool = False


class Fault(NamedTuple):
    """What went wrong, and where: ``kind`` the exception or how the process ended, ``place`` our innermost line."""

    kind: str
    place: str
    text: str


@dataclass(slots=True)
class Found:
    """What a hunt did. ``faults``: each kind and place once, with the smallest input that shows it."""

    runs: int = 0
    kept: int = 0
    lines: int = 0
    died: dict[str, int] = field(default_factory=dict)
    faults: dict[tuple[str, str], tuple[Fault, Any]] = field(default_factory=dict)


def target_of(module: str) -> Target:
    found: Target = import_module(module).TARGET
    return found


def hunt(
    module: str, seconds: float, seed: int, most_runs: int | None = None, most_seeds: int | None = None
) -> Found:
    """Try inputs of the target in ``module`` for so long, or so many; the seeds are all tried once in any case.

    ``most_seeds``: begin with so many of them, drawn by ``seed``.
    """
    target, chance = target_of(module), random.Random(seed)
    corpus = list(target.seeds())
    if most_seeds is not None and len(corpus) > most_seeds:
        corpus = chance.sample(corpus, most_seeds)
    found, ends = Found(), time.monotonic() + seconds
    with _Tester(module) as tester:
        for case in corpus:
            _try(tester, target, case, found)
        while time.monotonic() < ends and (most_runs is None or found.runs < most_runs):
            # Inputs that came late reached what no other did.
            place = max(chance.randrange(len(corpus)), chance.randrange(len(corpus)))
            case = corpus[place]
            for _ in range(chance.randint(1, MOST_CHANGES)):
                case = target.changed(chance, case, chance.choice(corpus))
            if _try(tester, target, case, found):
                corpus.append(case)
                found.kept += 1
        found.lines = len(tester.seen)
    return found


def _try(tester: _Tester, target: Target, case: Any, found: Found) -> bool:
    """Whether the input reached something new."""
    found.runs += 1
    fault, fresh = tester.tried(case)
    if fault is not None and target.may_die and fault.place == "" and fault.kind != "time":
        found.died[fault.kind] = found.died.get(fault.kind, 0) + 1
    elif fault is not None and fault[:2] not in found.faults:
        found.faults[fault[:2]] = (fault, None)
        found.faults[fault[:2]] = _smallest(tester, target, fault, case)
    return bool(fresh)


def _smallest(tester: _Tester, target: Target, fault: Fault, case: Any) -> tuple[Fault, Any]:
    ends, tries, better = time.monotonic() + SMALLER_SECONDS, 0, True
    while better:
        better = False
        for smaller in target.smaller(case):
            tries += 1
            if tries > SMALLER_TRIES or time.monotonic() > ends:
                return fault, case
            again, _ = tester.tried(smaller)
            if again is not None and again[:2] == fault[:2]:
                fault, case, better = again, smaller, True
                break
    return fault, case


class _Tester:
    """The process in which inputs are tried; a new one stands in for one that died."""

    def __init__(self, module: str) -> None:
        self.module = module
        self.seen: set[tuple[str, int]] = set()
        self.process: Any = None
        self.line: Any = None

    def __enter__(self) -> _Tester:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.join()
            self.line.close()

    def tried(self, case: Any) -> tuple[Fault | None, set[tuple[str, int]]]:
        if self.process is None:
            context = context_for(("flows.lean", "flows.line", "flows.deliver"))
            self.line, other = context.Pipe()
            self.process = context.Process(target=_serve, args=(other, self.module, self.seen), daemon=True)
            self.process.start()
            other.close()
        try:
            self.line.send(case)
            fault, fresh = self.line.recv()
        except (EOFError, ConnectionError):
            self.process.join()
            code, self.process = self.process.exitcode, None
            kind = {-signal.SIGPROF: "time", -signal.SIGKILL: "memory"}.get(code, f"exit {code}")
            return Fault(kind, "", "the process ended"), set()
        self.seen |= fresh
        return fault, fresh


def _serve(line: Connection, module: str, seen: set[tuple[str, int]]) -> None:
    _limited()
    target, lines = target_of(module), _Lines(seen)
    while True:
        try:
            case = line.recv()
        except EOFError:
            return
        fault = None
        signal.setitimer(signal.ITIMER_PROF, CPU_SECONDS)
        with lines:
            try:
                target.check(case)
            except BaseException as problem:  # a reader's panic is no Exception
                fault = _fault_of(problem)
        signal.setitimer(signal.ITIMER_PROF, 0)
        line.send((fault, lines.taken()))


def _limited() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What dying readers print is for nobody.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        used = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * os.sysconf(
            "SC_PAGE_SIZE"
        )
        resource.setrlimit(resource.RLIMIT_AS, (used + MEMORY, used + MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _fault_of(problem: BaseException) -> Fault:
    frames = traceback.extract_tb(problem.__traceback__)
    ours = [one for one in frames if one.filename.startswith(OURS)] or list(frames)
    last = ours[-1] if ours else None
    # A check of the fuzzer's own fails at the check, not where the fuzzer called us.
    if isinstance(problem, AssertionError) and frames and not frames[-1].filename.startswith(OURS):
        last = frames[-1]
    place = (
        f"{Path(last.filename).relative_to(ROOT) if ROOT in Path(last.filename).parents else last.filename}:"
    )
    return Fault(type(problem).__name__, f"{place}{last.lineno}" if last else "?", str(problem)[:2000])


class _Lines:
    """Which lines of ours run within the block, for the first time."""

    def __init__(self, seen: Iterable[tuple[str, int]]) -> None:
        self.seen = set(seen)
        self.fresh: set[tuple[str, int]] = set()
        self.open: dict[Any, int] = {}
        self.calls = 0
        if sys.version_info >= (3, 12):
            self._watch_lines()

    def taken(self) -> set[tuple[str, int]]:
        fresh, self.fresh = self.fresh, set()
        return fresh

    def note(self, file: str, number: int) -> None:
        if (file, number) not in self.seen:
            self.seen.add((file, number))
            self.fresh.add((file, number))

    def __enter__(self) -> None:
        if sys.version_info < (3, 12):
            sys.settrace(self._called)

    def __exit__(self, *_: object) -> None:
        if sys.version_info < (3, 12):
            sys.settrace(None)

    def _called(self, frame: Any, _event: str, _argument: object) -> Any:
        code = frame.f_code
        if not code.co_filename.startswith(OURS):
            return None
        # A function that has had its turns is looked into now and then only: following every line costs most.
        turns = self.open[code] = self.open.get(code, 0) + 1
        return self._stepped if turns < 50 or turns % 64 == 0 else None

    def _stepped(self, frame: Any, event: str, _argument: object) -> Any:
        if event == "line":
            self.note(frame.f_code.co_filename, frame.f_lineno)
        return self._stepped

    if sys.version_info >= (3, 12):

        def _watch_lines(self) -> None:
            watch = sys.monitoring
            watch.use_tool_id(watch.COVERAGE_ID, "fuzz")

            def reached(code: Any, number: int) -> Any:
                if code.co_filename.startswith(OURS):
                    self.note(code.co_filename, number)
                return watch.DISABLE

            watch.register_callback(watch.COVERAGE_ID, watch.events.LINE, reached)
            watch.set_events(watch.COVERAGE_ID, watch.events.LINE)


def halves(items: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """The sequence without one of its halves, quarters … single items."""
    size = len(items)
    part = size // 2
    while part:
        for start in range(0, size, part):
            yield items[:start] + items[start + part :]  # type: ignore[operator]
        part //= 2
