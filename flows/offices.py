"""To whom a file goes back, and under which name its answer is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple

from flows.outputs.names import folder_name, safe_name, stem_of
from flows.resubmission import FileKey, Register, Sent, stands_for
from schemas.district_names import provinces
from schemas.regions import districts, find_districts


class Office(NamedTuple):
    """A district (``73.11``, Kabupaten Barru), a province (``73``), or neither known; ``folder`` below feedback/."""

    kode: str | None
    nama: str | None
    folder: str


NOBODY = Office(None, None, folder_name(None, None))


class Place(NamedTuple):
    """Where the answer to a file is written: the folder and what its files' names begin with."""

    office: Office
    stem: str


def places_of(register: Register, offices: Mapping[FileKey, Office]) -> dict[FileKey, Place]:
    """The place of every file; two files that have nothing to do with each other never share one."""
    found: dict[FileKey, Place] = {}
    holders: dict[tuple[str, str], FileKey] = {}
    for key, tables in register.by_file.items():
        office = offices[key]
        stem = safe_name(stem_of(tables[0].berkas))
        holder = holders.get((office.folder, stem.casefold()))
        if holder is not None and holder[:2] != key[:2] and not stands_for(tables, holder, register):
            stem = f"{stem} ({key[0][:6] or key[2].strftime('%H%M%S')})"
        holders[office.folder, stem.casefold()] = key
        found[key] = Place(office, stem)
    return found


def office_of(
    tables: Sequence[Sent], rows_of: Mapping[str, frozenset[str]], unclear: frozenset[str]
) -> Office:
    """The office that sent a file: the one district that it reports on, or that its folder and name tell.

    ``rows_of``: kiriman → districts that its rows name; ``unclear``: kiriman whose district is in dispute. A file
    that reports on several districts and comes from a folder of none of them is the province's own. One whose
    district is in dispute belongs to nobody yet.
    """
    told = {one.kode_wilayah for one in tables if one.kode_wilayah is not None}
    told |= {kode for one in tables for kode in rows_of.get(one.kiriman_id, ())}
    if len(told) == 1:
        return _district(told.pop())
    if not told and any(one.kiriman_id in unclear for one in tables):
        return NOBODY
    named = _named_in(tables[0].jalur)
    if len(named) == 1:
        return _district(named.pop())
    above = {kode[:2] for kode in told}
    return _province(above.pop()) if len(above) == 1 else NOBODY


def _named_in(jalur: str) -> set[str]:
    """The districts that the folders say, from the innermost out; else those that the file's name says."""
    path = PurePosixPath(jalur)
    for part in (*reversed(path.parts[:-1]), stem_of(path.name)):
        said = find_districts(part)
        if said:
            return {one.kode for one in said if one.kode is not None} if all(m.kode for m in said) else set()
    return set()


def _district(kode: str) -> Office:
    district = districts().get(kode)
    if district is None:
        return NOBODY
    return Office(kode, district.nama_lengkap, folder_name(kode, district.nama))


def _province(kode: str) -> Office:
    nama = provinces().get(kode)
    return Office(kode, f"Provinsi {nama}", folder_name(kode, "provinsi")) if nama else NOBODY
