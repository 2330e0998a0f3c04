"""To which addresses reminders go: ``kontak.csv`` under the home. Addresses never reach logs, messages or tables."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from flows.officer_csv import NoHeading, read_list, write_new_list
from schemas.obligations import Mistake
from schemas.regions import districts, resolve_district

FILE = "kontak.csv"
NEEDED = frozenset({"kode_wilayah", "surel"})
NOTES = (
    "Alamat surel untuk pengingat. Satu baris satu kabupaten/kota; beberapa alamat dipisah koma",
    "surel_atasan: alamat kepala dinas, dipakai bila laporan lama terlambat. Data pribadi: jangan disebarkan",
)
ROWS = (("kode_wilayah", "surel", "surel_atasan"),)
_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")


class Contact(NamedTuple):
    """The addresses of an office and of its head."""

    surel: tuple[str, ...]
    atasan: tuple[str, ...]


def is_address(text: str) -> bool:
    """Whether ``text`` is one mail address and nothing else."""
    return _ADDRESS.fullmatch(text) is not None and len(text) < 255


def read_contacts(home: Path) -> tuple[dict[str, Contact], list[Mistake]]:
    """District → addresses, and the lines that cannot be used; the sentences about them name no address."""
    try:
        records = read_list(home / FILE, NEEDED)
    except NoHeading as problem:
        return {}, [Mistake(1, problem.missing[0], problem.key, {"kolom": ", ".join(problem.missing)})]
    found: dict[str, Contact] = {}
    wrong: list[Mistake] = []
    for number, record in records:
        place = record["kode_wilayah"]
        kode = place if place in districts() else resolve_district(place).kode
        if kode is None:
            wrong.append(Mistake(number, "kode_wilayah", "owes.bad_place", {"bagian": place}))
            continue
        if kode in found:
            wrong.append(Mistake(number, "kode_wilayah", "contact.twice", {"nilai": kode}))
            continue
        office, head = (_addresses(record.get(name, "")) for name in ("surel", "surel_atasan"))
        for name, addresses in (("surel", office), ("surel_atasan", head)):
            if addresses is None:
                wrong.append(Mistake(number, name, "contact.bad", {}))
        found[kode] = Contact(office or (), head or ())
    return found, wrong


def write_first_contacts(home: Path) -> None:
    """Write the empty list where there is none, for its owner's eyes only."""
    if not (home / FILE).exists():
        write_new_list(home / FILE, NOTES, ROWS)
        (home / FILE).chmod(0o600)


def _addresses(text: str) -> tuple[str, ...] | None:
    parts = tuple(part for part in re.split(r"[,\s]+", text) if part)
    return parts if all(map(is_address, parts)) else None
