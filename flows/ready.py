"""What every reader needs, made once in the process that readers are begun from, so that each has it at birth.

Imported there and nowhere else. Nothing here may compute with Polars: its threads would be missing in the readers.
"""

from __future__ import annotations

from flows.shapes import Sheet
from flows.steps.locate import locate
from schemas.periods import find_periods
from schemas.regions import find_districts
from schemas.villages import kecamatan_names

_ROWS: list[list[str | int]] = [
    ["Daftar IKM Kabupaten Barru Tahun 2021", "", ""],
    ["No", "Nama Usaha", "Kecamatan"],
    [1, "Usaha A", "Barru"],
    [2, "Usaha B", "Balusu"],
]

# Vocabulary and matcher, districts, periods and villages are made when they are first asked for.
locate(Sheet("Data", [list(row) for row in _ROWS], [1, 2, 3, 4], ["A", "B", "C"]))
find_districts("Kabupaten Barru")
find_periods("Tahun 2021")
kecamatan_names("73.11")
