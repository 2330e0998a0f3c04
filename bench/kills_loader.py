"""python bench/kills_loader.py FOLDER HOME NOTES: ``ikm load``, noting every submission once it is acknowledged.

What ``store`` gives back is committed; its identifiers are on the disk in NOTES before the load goes on.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))


def main() -> int:
    folder, home, notes = sys.argv[1:]
    from flows import take_in
    from flows.cli import main as ikm

    real = take_in.store

    def noting(*given: Any, **more: Any) -> Any:
        outcomes = real(*given, **more)
        with open(notes, "a", encoding="ascii") as out:
            out.writelines(f"{one.kiriman_id}\n" for one in outcomes)
            out.flush()
            os.fsync(out.fileno())
        return outcomes

    take_in.store = noting
    return ikm(["load", folder, "--home", home])


if __name__ == "__main__":
    raise SystemExit(main())
