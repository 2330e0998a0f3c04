"""Regions as people write them: a district in a cell, districts in running text, kecamatan and desa.

Nothing here guesses: a name that may stand for several districts comes back with its candidates.
Codes are Kemendagri's (``73.11``, ``73.11.03``, ``73.11.03.2001``).
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

from schemas.district_names import District, closest, districts, groups
from schemas.district_text import Hit, codes_in, left_over, scan
from schemas.villages import (
    RegionMatch,
    fold_region,
    kecamatan_names,
    resolve_desa,
    resolve_kecamatan,
    villages_by_kecamatan,
)

__all__ = [
    "District",
    "DistrictMatch",
    "DistrictMention",
    "RegionMatch",
    "districts",
    "find_districts",
    "fold_region",
    "groups",
    "kecamatan_names",
    "resolve_desa",
    "resolve_district",
    "resolve_kecamatan",
    "villages_by_kecamatan",
]

Strength = Literal["kuat", "lemah"]


class DistrictMatch(NamedTuple):
    """What a cell that should hold a district says: its code, or the finding code and the candidates."""

    kode: str | None
    kode_temuan: Literal["WILAYAH_TAK_DIKENAL", "WILAYAH_AMBIGU"] | None
    pilihan: tuple[str, ...] = ()


class DistrictMention(NamedTuple):
    """A district named in running text, ``text[start:end]`` with its Kab. or Kota.

    ``strength``: ``kuat`` when Kab., Kota and the like stand before the name, or when it is a code; ``lemah``
    for a bare name. ``kode`` is None when the mention is doubtful; ``ambigu`` then has the candidates.
    """

    kode: str | None
    start: int
    end: int
    strength: Strength
    ambigu: tuple[str, ...] = ()


@lru_cache(maxsize=65536)
def find_districts(text: str) -> tuple[DistrictMention, ...]:
    """Every district that running text names (title, file, sheet or folder name, signature line), in order.

    The longest name wins (Luwu Utara, not Luwu). Names that are ordinary words need Kab. or Kota before them.
    """
    hits = scan(text, None, cell=False)
    sure = {hit.codes[0] for hit in hits if not hit.doubtful}
    found = [_mention(hit) for hit in hits]
    for codes, certain, start, end in codes_in(text, cell=False):
        settled = sure & set(codes)
        if len(settled) == 1:
            codes, certain = tuple(settled), True
        found.append(_mention(Hit(codes, start, end, kind_said=True, doubtful=not certain)))
    return tuple(sorted(found, key=lambda one: one.start))


@lru_cache(maxsize=65536)
def resolve_district(text: str, *, province: str | None = None) -> DistrictMatch:
    """The district that a cell, label value or title fragment names when it is meant to name one.

    ``province`` (its code) settles a name that several provinces have. A name with the wrong kind (Kabupaten
    Makassar) is not known; its candidate comes with it. A bare code that Kemendagri and BPS use for different
    districts is ambiguous unless a name beside it settles it.
    """
    hits = scan(text, province, cell=True)
    written = codes_in(text, cell=True)
    codes = tuple(dict.fromkeys(kode for hit in hits for kode in hit.codes))
    certain = len(codes) == 1 and not any(hit.doubtful for hit in hits)
    if any(hit.wrong_kind for hit in hits):
        return DistrictMatch(None, "WILAYAH_TAK_DIKENAL", codes)
    left = left_over(text, hits)
    if left and not any(hit.kind_said for hit in hits):
        guess = None if hits or written else closest(left)
        return DistrictMatch(guess, None if guess else "WILAYAH_TAK_DIKENAL")
    for meant, sure, _, _ in written:
        agreed = tuple(kode for kode in codes if kode in meant)
        certain = certain if agreed else sure and not codes
        codes = agreed or tuple(dict.fromkeys((*codes, *meant)))
    if certain:
        return DistrictMatch(codes[0], None)
    return DistrictMatch(None, "WILAYAH_AMBIGU" if codes else "WILAYAH_TAK_DIKENAL", codes)


def _mention(hit: Hit) -> DistrictMention:
    strength: Strength = "kuat" if hit.kind_said and not hit.wrong_kind else "lemah"
    if hit.doubtful:
        return DistrictMention(None, hit.start, hit.end, strength, hit.codes)
    return DistrictMention(hit.codes[0], hit.start, hit.end, strength)
