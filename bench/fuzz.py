"""python bench/fuzz.py [--target sel judul lembar berkas paket] [--seconds 60] [--seed 1] [--runs N] [--keep FOLDER].

Random inputs against what reads and what writes workbooks, guided by the lines of ours that they reach.

    sel      any cells through the parsers of numbers, money, dates, identifiers, categories, places
    judul    paths of headings through the reader of headings
    lembar   whole sheets through locate, headers, values, check, and the sentences about them
    berkas   bytes of workbooks, changed, through receive and read and all that follows
    paket    packages, changed, through the marker of the workbooks that go back

Printed: inputs tried, lines of ours reached, processes that a reader ended, faults; the smallest input of each fault
is kept in FOLDER. Ends with 1 where there was a fault. The same seed tries the same inputs in the same order.

Why a hunt of our own: atheris (libFuzzer) is at home with bytes that one function reads; most of what is to be found
here lies behind sheets of cells, which bytes hardly ever become. It takes over the process, so that an abort inside
a native reader ends the hunt instead of an input, weighs 35 MB, and is built for one system. Hypothesis makes fine
cells, and the unit tests use it, but keeps nothing of what reached new code. Line coverage comes from
``sys.monitoring`` where Python has it (3.12) at hardly any cost, else from ``sys.settrace``.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.fuzz_guide import Found, hunt, target_of

TARGETS = {
    "sel": "bench.fuzz_cells",
    "judul": "bench.fuzz_headings",
    "lembar": "bench.fuzz_sheets",
    "berkas": "bench.fuzz_bytes",
    "paket": "bench.fuzz_packages",
}


def main() -> int:
    """Hunt in each target that was named; 1 where a fault was found."""
    options = _options()
    faults = 0
    for name in options.target:
        begun = time.monotonic()
        found = hunt(TARGETS[name], options.seconds, options.seed, options.runs)
        faults += len(found.faults)
        print(said(name, found, time.monotonic() - begun), flush=True)
        keep(name, found, options.keep)
    return 1 if faults else 0


def said(name: str, found: Found, seconds: float) -> str:
    """What a hunt found, in a few lines."""
    died = ", ".join(f"{count} × {kind}" for kind, count in sorted(found.died.items())) or "none"
    lines = [
        f"{name}: {found.runs} inputs in {seconds:.0f} s, {found.kept} kept, {found.lines} lines reached, "
        f"readers that died: {died}, faults: {len(found.faults)}"
    ]
    for fault, case in found.faults.values():
        lines += [f"  {fault.kind} at {fault.place}: {fault.text[:300]}", f"    {repr(case)[:600]}"]
    return "\n".join(lines)


def keep(name: str, found: Found, folder: Path | None) -> None:
    """Write the smallest input of each fault into ``folder``."""
    if folder is None:
        return
    folder.mkdir(parents=True, exist_ok=True)
    for number, (_, case) in enumerate(found.faults.values(), start=1):
        ending, data = target_of(TARGETS[name]).saved(case)
        (folder / f"{name}-{number}.{ending}").write_bytes(data)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--target", nargs="+", choices=TARGETS, default=list(TARGETS))
    parser.add_argument("--seconds", type=float, default=60, help="for each target")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--runs", type=int, help="at most so many inputs for each target")
    parser.add_argument("--keep", type=Path, help="folder for the inputs that failed")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
