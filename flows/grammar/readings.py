"""What reading one cell yields: a typed value, or the reason why there is none. Nothing is ever raised."""

from __future__ import annotations

from typing import Any, NamedTuple


class Reading(NamedTuple):
    """One cell, read.

    ``nilai``: the typed value, None where the cell is blank or unusable.
    ``kode``: a finding code of the contract, None where there is nothing to say. A code beside a value means
    that the value may be used but is doubted; a code without one, that the cell cannot be used.
    ``satuan``: the unit word behind a number ("orang", "kg"), lower case.
    ``skala``: the scale of money that the cell itself states (1_000, 1_000_000 …; 1 where it says plain Rp).
    ``rincian``: short phrases for the message, such as {"alasan": "bukan bilangan bulat"}.
    """

    nilai: Any = None
    kode: str | None = None
    satuan: str | None = None
    skala: int | None = None
    rincian: dict[str, str] = {}


BLANK = Reading()


def refused(kode: str, alasan: str) -> Reading:
    """A reading without a value: the finding code and a short phrase that says why."""
    return Reading(kode=kode, rincian={"alasan": alasan})
