"""Write the list of holidays that the program carries, ``schemas/codes/hari_libur.csv``, to standard output.

The library imports every country of the world, which takes longer than a small load; the years that are asked
about every day therefore stand in a list of ours, and a test compares it with the library.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal, NamedTuple

YEARS = range(2016, 2028)
Jenis = Literal["libur nasional", "cuti bersama"]
#: How the library marks days that depend on the moon and are not decreed yet.
ESTIMATED = "(perkiraan)"


class Holiday(NamedTuple):
    """A day on which offices are closed; ``perkiraan``: its date is computed, not decreed yet."""

    tanggal: date
    nama: str
    jenis: Jenis
    perkiraan: bool


def holidays_of(years: Iterable[int]) -> Iterator[Holiday]:
    """National holidays and days of joint leave of these years, as the library ``holidays`` has them."""
    from holidays import country_holidays

    kinds: tuple[tuple[str, Jenis], ...] = (("public", "libur nasional"), ("government", "cuti bersama"))
    for year in years:
        found: dict[date, Holiday] = {}
        for category, jenis in reversed(kinds):
            days = country_holidays("ID", years=year, categories=category, language="id")
            for day, name in days.items():
                plain = name.replace(ESTIMATED, "").strip()
                found[day] = Holiday(day, plain, jenis, ESTIMATED in name)
        yield from (found[day] for day in sorted(found))


def main() -> None:
    """The list as CSV on standard output."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(["tanggal", "nama", "jenis", "perkiraan"])
    for one in holidays_of(YEARS):
        writer.writerow([one.tanggal.isoformat(), one.nama, one.jenis, "ya" if one.perkiraan else ""])


if __name__ == "__main__":
    main()
