"""Keep this process small: without pandas, NumPy and Hypothesis, which nothing here uses but Pandera and DuckDB load
where they find them; with few looks for garbage, and one thread of Polars.

The three would cost each of our processes more than a second and 90 MB. Only the command line and its readers import
this module, before anything else; for whoever uses our modules from elsewhere nothing changes.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

# Those of a group know each other: where one of them is here already, the others are let in too.
LEFT_OUT = (frozenset({"pandas", "numpy"}), frozenset({"hypothesis"}))


class _NotInstalled(MetaPathFinder):
    """What an import finds where they are not installed, as on the machine of most offices."""

    def __init__(self, names: frozenset[str]) -> None:
        self.names = names

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname in self.names:
            raise ModuleNotFoundError(f"No module named '{fullname}'", name=fullname)
        return None


for _names in LEFT_OUT:
    if not _names & sys.modules.keys():
        sys.meta_path.insert(0, _NotInstalled(_names))

# Rows, cells and imported modules hardly ever refer to each other in circles, and looking for those as often as
# Python does by itself takes longer than reading a workbook.
gc.set_threshold(100_000, 20, 20)

# There is a reader for every processor: more threads, here or there, only stand in each other's way.
os.environ.setdefault("POLARS_MAX_THREADS", "1")
