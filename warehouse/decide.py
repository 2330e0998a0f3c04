"""Whether a file that comes for a unit already reported is a revision of it or an addition to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .records import Choice
from .repeats import Overlap


class Earlier(NamedTuple):
    """A submission in force for the same unit, and how far the new file says it again."""

    kiriman_id: str
    berkas: str
    overlap: Overlap


class Decision(NamedTuple):
    """``pilihan``, what is replaced, the reason in words, and the rows that would now stand twice.

    ``sumber``: the files replaced; where rows stand twice, the files in which they stand already.
    """

    pilihan: Choice
    menggantikan: tuple[str, ...]
    alasan: str
    berulang: int
    sumber: tuple[str, ...] = ()


def decide(earlier: Sequence[Earlier]) -> Decision:
    """Choose between baru, revisi and tambahan for the rows that one file brings to one unit.

    An earlier submission gives way when more than half of its rows come back (at least two, or its only
    one). What merely overlaps stays beside the new rows, and the reason says how much.
    """
    if not earlier:
        return Decision("baru", (), "Belum ada kiriman lain untuk wilayah, laporan, dan periode ini.", 0)
    replaced = [one for one in earlier if _comes_back(one.overlap)]
    staying = [one for one in earlier if not _comes_back(one.overlap)]
    reasons = [
        f"{one.overlap.repeated} dari {one.overlap.rows} baris {one.berkas} dikirim lagi: menggantikannya."
        for one in replaced
    ]
    reasons += [_why_beside(one) for one in staying]
    twice = [one for one in staying if _said_again(one.overlap)]
    return Decision(
        "revisi" if replaced else "tambahan",
        tuple(one.kiriman_id for one in replaced),
        " ".join(reasons),
        sum(_said_again(one.overlap) for one in staying),
        tuple(dict.fromkeys(one.berkas for one in twice or replaced)),
    )


def _said_again(found: Overlap) -> int:
    return max(found.repeated, found.alike)


def _comes_back(found: Overlap) -> bool:
    return found.repeated * 2 > found.rows and (found.repeated >= 2 or found.rows == 1)


def _why_beside(one: Earlier) -> str:
    found = one.overlap
    if found.alike == 0:
        return f"Barisnya lain dari {one.berkas}: ditambahkan."
    return (
        f"{found.repeated} dari {found.rows} baris {one.berkas} dikirim lagi dan {found.alike} bernama sama, "
        "tidak cukup untuk menggantikan: ditambahkan, mohon diperiksa."
    )
