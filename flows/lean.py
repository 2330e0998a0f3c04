"""Keep pandas out of this process: nothing here uses it, but Pandera and DuckDB load it wherever it is installed.

It would cost each of our processes more than a second and 90 MB. Only the command line and its readers import
this module, before anything else; for whoever uses our modules from elsewhere nothing changes.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType


class _NotInstalled(MetaPathFinder):
    """What an import finds where pandas is not installed, as on the machine of most offices."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname == "pandas":
            raise ModuleNotFoundError("No module named 'pandas'", name="pandas")
        return None


if "pandas" not in sys.modules:
    sys.meta_path.insert(0, _NotInstalled())
