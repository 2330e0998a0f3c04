"""python -m samples.build: writes samples/inbox and samples/expected.json anew, always with the same contents.

The files are kept in the repository; this program is their documentation. It needs LibreOffice for .xls and .ods.
"""

from __future__ import annotations

import json
import shutil
from collections import Counter
from pathlib import Path

from samples import activities, aid, budgets, lists, refused, regions, rekaps, stories, untidy_lists
from samples.cells import Book
from samples.writers import write

HERE = Path(__file__).parent
FAMILIES = (lists, untidy_lists, rekaps, activities, aid, budgets, regions, stories, refused)
PLAIN = "73.11-Barru/DIREKTORI IKM KAB BARRU TAHUN 2021.xlsx"


def build(folder: Path) -> list[Book]:
    """Write every sample below ``folder``; returns what was written, with the truth about it."""
    made = [book for family in FAMILIES for book in family.books()]
    for book in made:
        write(book, folder)
    return made + refused.write_raw(folder, (folder / PLAIN).read_bytes())


def main() -> None:
    inbox = HERE / "inbox"
    shutil.rmtree(inbox, ignore_errors=True)
    made = build(inbox)
    names = Counter(book.path.rsplit("/", 1)[-1] for book in made)
    if max(names.values()) > 1:
        raise SystemExit(f"file names repeat: {names.most_common(1)}")
    truth = [book.truth() for book in made]
    lines = ",\n".join(json.dumps(one, ensure_ascii=False) for one in truth)
    (HERE / "expected.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    table = "\n".join(f"| `{book.path}` | {book.shows} |" for book in sorted(made, key=lambda one: one.path))
    print(table)


if __name__ == "__main__":
    main()
