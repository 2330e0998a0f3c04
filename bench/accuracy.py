"""How much of unseen workbooks is understood: overall, per kind of mess, and where it fails.

    python bench/accuracy.py [--count 500] [--seed 1] [--cases FOLDER] [-v]

Without ``--cases`` the workbooks are made up by seed (``tests/workbooks.py``). The home is a temporary folder.
Exit 1 when a cell is wrong without a word.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter, defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.scoring import FileScore, measure, share, total
from tests.workbooks import build

FIGURES = (
    ("cells right", "cells_right", "cells_wanted"),
    ("tables found", "tables_found", "tables_wanted"),
    ("columns named", "columns_named", "columns_wanted"),
    ("district and period right", "place_right", "place_wanted"),
    ("bad rows held back", "held_right", "held_wanted"),
    ("findings named", "findings_right", "findings_wanted"),
    ("findings at the right cell", "addresses_right", "addresses_wanted"),
    ("files refused with the right word", "refused_right", "refused_wanted"),
    ("files without any fault", "files_clean", "files"),
)
COUNTS = (
    "files",
    "rows_wanted",
    "rows_missing",
    "rows_extra",
    "cells_wanted",
    "cells_wrong",
    "cells_lost",
    "false_alarms",
)


def run(cases: Path, home: Path) -> tuple[list[FileScore], float]:
    """Loads the folder into a fresh home; returns the scores and the seconds it took."""
    from flows.take_in import load_paths

    start = time.perf_counter()
    load_paths([cases], home)
    seconds = time.perf_counter() - start
    return measure(cases, home / "warehouse" / "terbatas" / "ikm.duckdb"), seconds


def print_overall(scores: list[FileScore]) -> Counter[str]:
    counts = total(scores)
    for name in COUNTS:
        print(f"{name.replace('_', ' '):36}{counts[name]:>10}")
    for title, part, whole in FIGURES:
        print(f"{title:36}{share(counts, part, whole):>10}")
    return counts


def print_by_tag(scores: list[FileScore]) -> None:
    """One line a kind of mess, the worst first."""
    by_tag: dict[str, list[FileScore]] = defaultdict(list)
    for score in scores:
        for tag in score.tags:
            by_tag[tag].append(score)
    lines = []
    for tag, inside in by_tag.items():
        counts = total(inside)
        right = counts["cells_right"] / counts["cells_wanted"] if counts["cells_wanted"] else 0.0
        lines.append((right, tag, counts))
    print(
        f"\n{'kind of mess':28}{'files':>6}{'right':>10}{'wrong':>7}{'lost':>7}{'missing':>9}{'extra':>7}{'alarms':>8}"
    )
    for _, tag, counts in sorted(lines, key=lambda line: line[:2]):
        print(
            f"{tag:28}{counts['files']:>6}{share(counts, 'cells_right', 'cells_wanted'):>10}{counts['cells_wrong']:>7}"
            f"{counts['cells_lost']:>7}{counts['rows_missing']:>9}{counts['rows_extra']:>7}{counts['false_alarms']:>8}"
        )


def print_details(scores: list[FileScore], limit: int) -> None:
    """Headings whose column was lost, most frequent first; then the faults of each workbook."""
    lost = Counter(pair for score in scores for pair in score.lost_headings)
    print("\nheadings not understood")
    for (heading, column), times in lost.most_common(60):
        print(f"{times:>5}  {heading}  →  {column}")
    for score in scores:
        if score.faults:
            print(f"\n{score.berkas}  [{', '.join(score.tags)}]")
            for fault in score.faults[:limit]:
                print(f"    {fault}")
            if len(score.faults) > limit:
                print(f"    … {len(score.faults) - limit} more")


def main() -> int:
    parser = argparse.ArgumentParser(description="Accuracy on workbooks that nobody tuned for.")
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--cases", type=Path, help="a folder with workbooks and kebenaran.json")
    parser.add_argument("-v", "--verbose", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        cases = options.cases or Path(folder) / "kiriman"
        if options.cases is None:
            build(options.seed, cases, options.count)
        scores, seconds = run(cases, Path(folder) / "home")
    counts = print_overall(scores)
    print(f"{'workbooks a second':36}{len(scores) / seconds:>10.1f}")
    print_by_tag(scores)
    if options.verbose:
        print_details(scores, 12)
    return 1 if counts["cells_wrong"] else 0


if __name__ == "__main__":
    sys.exit(main())
