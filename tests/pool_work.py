"""What the processes of the pool are asked to do in the tests; it must be importable by name."""

import os
import random
import threading
import time
from pathlib import Path
from typing import Any

from flows.shapes import Submission
from flows.steps.read import read
from flows.steps.receive import receive

SAID: list[str] = []  # what the process knows from the one that it is a copy of


def work(task: tuple[str, Any]) -> Any:
    name, argument = task
    if name == "abort":
        os.abort()
    elif name == "leave":
        os._exit(3)
    elif name == "kill":
        os.kill(os.getpid(), 9)
    elif name == "sleep":
        time.sleep(60)
    elif name == "spin":
        while True:
            pass
    elif name == "sleep once":
        if not Path(argument).exists():
            Path(argument).touch()
            time.sleep(60)
    elif name == "eat":
        return len(bytearray(argument))
    elif name == "fail":
        raise BaseException("panicked")
    elif name == "unsendable":
        return lambda: None
    elif name == "process":
        return os.getpid()
    elif name == "end soon":
        threading.Timer(argument, os._exit, [5]).start()
    elif name == "said":
        return [*SAID, str(os.getppid())]
    elif name == "touch":
        Path(argument).touch()
    elif name == "shout":
        os.write(2, b"tidak untuk layar")
    return argument


def refuse_to_start(*_: object) -> None:
    os._exit(1)


def read_file(place: tuple[Path, Path]) -> tuple[int, list[str]]:
    submission, findings = receive(*place)
    sheets: list[Any] = []
    if submission is not None:
        sheets, findings = read(submission)
    return len(sheets), [finding.kode for finding in findings]


def read_measured(place: tuple[Path, Path]) -> tuple[list[str], float, float]:
    """Codes of the findings of a file, seconds of computing, and megabytes its process has ever held."""
    import resource

    began = time.process_time()
    _, kodes = read_file(place)
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return kodes, time.process_time() - began, held


def read_damaged(seed: int) -> tuple[int, list[str]]:
    """An old workbook with a few bytes changed: what its readers make of it."""
    chance = random.Random(seed)
    data = bytearray((Path(__file__).parent / "data" / "lama.xls").read_bytes())
    for _ in range(chance.randint(1, 8)):
        data[chance.randrange(1536, len(data))] = chance.choice([0, 1, 127, 255, chance.randrange(256)])
    sheets, findings = read(Submission("a", "a", bytes(data), "", "xls"))
    return len(sheets), [finding.kode for finding in findings]
