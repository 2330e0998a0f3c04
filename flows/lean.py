"""Keep pandas and NumPy out of this process: nothing here uses them, but Pandera and DuckDB load what they find.

They would cost each of our processes more than a second and 90 MB. Only the command line and its readers import
this module, before anything else; for whoever uses our modules from elsewhere nothing changes.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

LEFT_OUT = frozenset({"pandas", "numpy"})


class _NotInstalled(MetaPathFinder):
    """What an import finds where they are not installed, as on the machine of most offices."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname in LEFT_OUT:
            raise ModuleNotFoundError(f"No module named '{fullname}'", name=fullname)
        return None


if not LEFT_OUT & sys.modules.keys():
    sys.meta_path.insert(0, _NotInstalled())
