"""Whose workbooks are taken from the mailbox: ``surat-masuk.csv`` under the home, an address or a domain a line.

Addresses are personal data: they never reach logs, messages or tables; at most the part behind the @ is shown.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from flows.contacts import is_address
from flows.officer_csv import NoHeading, read_list, write_new_list
from schemas.obligations import Mistake
from schemas.regions import districts, resolve_district

FILE = "surat-masuk.csv"
NEEDED = frozenset({"pengirim", "kode_wilayah"})
ANY = "semua"
NOTES = (
    "Pengirim yang lampirannya diambil dari kotak surat. Satu baris satu alamat, atau satu domain: @barru.example",
    "kode_wilayah: kode atau nama kabupaten/kota; semua = pengirim boleh mengirim untuk kabupaten/kota mana pun",
    "Pengirim yang tidak ada di sini dibiarkan di kotak surat. Data pribadi: jangan disebarkan",
)
ROWS = (("pengirim", "kode_wilayah", "keterangan"),)
_DOMAIN = re.compile(r"@[a-z0-9-]+(?:\.[a-z0-9-]+)+")
#: Whoever likes has an address there: such a domain says nothing of an office.
PUBLIC = frozenset(
    "gmail.com googlemail.com yahoo.com yahoo.co.id ymail.com rocketmail.com outlook.com outlook.co.id hotmail.com "
    "live.com msn.com icloud.com me.com proton.me protonmail.com mail.com aol.com zoho.com yandex.com gmx.com".split()
)


class Sender(NamedTuple):
    """Somebody who is allowed; ``kode``: the district, None for one who may send for any."""

    kode: str | None


class Senders(NamedTuple):
    """Address or ``@domain``, in small letters → who that is."""

    by_name: Mapping[str, Sender]

    def of(self, address: str) -> Sender | None:
        """Who an address is, the address going before its domain; None for a stranger."""
        folded = address.casefold()
        return self.by_name.get(folded) or self.by_name.get(f"@{folded.rpartition('@')[2]}")


def read_senders(home: Path) -> tuple[Senders, list[Mistake]]:
    """Who is allowed, and the lines that cannot be used; a name on two lines that differ is nobody."""
    try:
        records = read_list(home / FILE, NEEDED)
    except NoHeading as problem:
        mistake = Mistake(1, problem.missing[0], problem.key, {"kolom": ", ".join(problem.missing)})
        return Senders({}), [mistake]
    found: dict[str, Sender] = {}
    wrong: list[Mistake] = []
    doubtful: set[str] = set()
    for number, record in records:
        read = _line(number, record)
        if isinstance(read, Mistake):
            wrong.append(read)
            continue
        name, sender = read
        if found.get(name, sender) != sender:
            wrong.append(Mistake(number, "pengirim", "mail.twice", {}))
            doubtful.add(name)
        found[name] = sender
    return Senders({name: one for name, one in found.items() if name not in doubtful}), wrong


def _line(number: int, record: Mapping[str, str]) -> tuple[str, Sender] | Mistake:
    name, place = record.get("pengirim", "").casefold(), record.get("kode_wilayah", "")
    if not is_address(name) and not _DOMAIN.fullmatch(name):
        return Mistake(number, "pengirim", "mail.bad_sender", {})
    if name.removeprefix("@") in PUBLIC:
        return Mistake(number, "pengirim", "mail.public_domain", {"nilai": name})
    if place.casefold() == ANY:
        return name, Sender(None)
    kode = place if place in districts() else resolve_district(place).kode
    if kode is None:
        return Mistake(number, "kode_wilayah", "mail.bad_place", {"bagian": place})
    return name, Sender(kode)


def write_first_senders(home: Path) -> bool:
    """Write the empty list where there is none, for its owner's eyes only; whether it was written."""
    if (home / FILE).exists():
        return False
    write_new_list(home / FILE, NOTES, ROWS)
    (home / FILE).chmod(0o600)
    return True
