"""Whether a file that comes for a unit already reported is a revision of it or an addition to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .records import Choice, Decree
from .repeats import Overlap


class Earlier(NamedTuple):
    """A submission in force for the same unit, and how far the new file says it again.

    ``beside``: it was taken in by the same command as the new file.
    """

    kiriman_id: str
    berkas: str
    overlap: Overlap
    beside: bool = False


class Decision(NamedTuple):
    """``pilihan``, what is replaced, the reason in words, and the rows that would now stand twice.

    ``sumber``: the files replaced; where rows stand twice, the files in which they stand already. ``ditetapkan``:
    an officer decided.
    """

    pilihan: Choice
    menggantikan: tuple[str, ...]
    alasan: str
    berulang: int
    sumber: tuple[str, ...] = ()
    ditetapkan: bool = False


def decide(earlier: Sequence[Earlier], decree: Decree | None = None) -> Decision:
    """Choose between baru, revisi and tambahan for the rows that one file brings to one unit.

    An earlier submission gives way when more than half of its rows come back (at least two, or its only
    one). What merely overlaps stays beside the new rows, and the reason says how much. With a ``decree`` of the
    officer everything that was there before the command gives way, or nothing.
    """
    said = "" if decree is None else f"Ditetapkan petugas: {decree}. "
    if not earlier:
        nothing = "Belum ada kiriman lain untuk wilayah, laporan, dan periode ini."
        return Decision("baru", (), said + nothing, 0)
    replaced = [one for one in earlier if _gives_way(one, decree)]
    staying = [one for one in earlier if not _gives_way(one, decree)]
    reasons = [said.strip()] if said else []
    reasons += [
        f"{one.overlap.repeated} dari {one.overlap.rows} baris {one.berkas} dikirim lagi: menggantikannya."
        for one in replaced
    ]
    reasons += [_why_beside(one, decree) for one in staying]
    twice = [one for one in staying if _said_again(one.overlap)]
    return Decision(
        "revisi" if replaced else "tambahan",
        tuple(one.kiriman_id for one in replaced),
        " ".join(reasons),
        sum(_said_again(one.overlap) for one in staying),
        tuple(dict.fromkeys(one.berkas for one in twice or replaced)),
        decree is not None,
    )


def _gives_way(one: Earlier, decree: Decree | None) -> bool:
    if decree == "tambah":
        return False
    return (decree == "ganti" and not one.beside) or _comes_back(one.overlap)


def _said_again(found: Overlap) -> int:
    return max(found.repeated, found.alike)


def _comes_back(found: Overlap) -> bool:
    return found.repeated * 2 > found.rows and (found.repeated >= 2 or found.rows == 1)


def _why_beside(one: Earlier, decree: Decree | None) -> str:
    found = one.overlap
    if found.alike == 0:
        return f"Barisnya lain dari {one.berkas}: ditambahkan."
    why = "tidak cukup untuk menggantikan: " if decree is None else ""
    return (
        f"{found.repeated} dari {found.rows} baris {one.berkas} dikirim lagi dan {found.alike} bernama sama, "
        f"{why}ditambahkan, mohon diperiksa."
    )
