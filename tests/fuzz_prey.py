"""A target with three faults, for the test of the hunter."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator

from bench import fuzz_guide
from bench.fuzz_texts import smaller_texts


def changed(chance: random.Random, case: str, other: str) -> str:
    return case + chance.choice("abxyz") + other[:1]


def check(case: str) -> None:
    if "x" in case:
        raise ValueError(case)
    if "y" in case:
        os._exit(3)
    while "z" in case:
        pass


def smaller(case: str) -> Iterator[str]:
    yield from smaller_texts(case)


# The loop is to be noticed soon.
fuzz_guide.CPU_SECONDS = 0.3
TARGET = fuzz_guide.Target(
    "mangsa", lambda: ["a", "b"], changed, check, smaller, lambda case: ("txt", case.encode())
)
