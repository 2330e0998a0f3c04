"""KBLI codes of section C (industri pengolahan) and the versions of the classification that have them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from schemas.district_names import code_rows


@cache
def known_kbli() -> Mapping[str, frozenset[str]]:
    """Five-digit code → versions that have it, out of ``2020`` and ``2025``."""
    found: dict[str, frozenset[str]] = {}
    for row in code_rows("kbli.csv"):
        found[row["kbli"]] = frozenset(year for year in ("2020", "2025") if row[f"in_{year}"] == "1")
    return MappingProxyType(found)
