"""``ikm wording``: teach what a district's own heading means, see what was taught, take it back."""

from __future__ import annotations

import argparse
import sys
from datetime import date

from flows.messages import Language, say
from flows.taught import Entry, Fault, NotOurs, Taught, add_wording, read_entries, remove_wording
from flows.taught_file import FILE
from flows.taught_words import column_title, usual_meaning
from schemas.regions import districts


def wording_command(options: argparse.Namespace, bahasa: Language) -> int:
    """Add, list or remove wordings. 0: done, 1: the list has lines that cannot be used, 2: nothing done."""
    try:
        return {"add": _add, "list": _list, "remove": _remove}[options.what](options, bahasa)
    except NotOurs:
        print(say("taught.not_ours", bahasa, path=options.home / FILE), file=sys.stderr)
        return 2


def _add(options: argparse.Namespace, bahasa: Language) -> int:
    cells = {
        "laporan": options.laporan,
        "judul": options.header,
        "kolom": options.kolom,
        "wilayah": options.wilayah or "",
        "dari": options.dari or "",
        "sampai": options.sampai or "",
        "alasan": options.alasan,
    }
    meant = add_wording(options.home, cells, date.today())
    if isinstance(meant, Fault):
        print(fault_said(meant, bahasa), file=sys.stderr)
        return 2
    print(say("taught.added", bahasa, nomor=meant.nomor, isi=_said(meant, bahasa)))
    if usual_meaning(meant.laporan, meant.judul) == meant.kolom:
        print(say("taught.likely", bahasa))
    print(say("taught.added_next", bahasa, path=options.home / FILE))
    return 0


def _list(options: argparse.Namespace, bahasa: Language) -> int:
    entries = read_entries(options.home)
    if not entries:
        print(say("taught.none", bahasa))
        return 0
    for one in entries:
        if isinstance(one.meant, Taught):
            print(f"{one.nomor:>4}. {_said(one.meant, bahasa)}")
            print(f"      {say('taught.because', bahasa, alasan=one.meant.alasan)}")
    faults = faults_said(entries, bahasa)
    for sentence in faults:
        print(sentence, file=sys.stderr)
    return 1 if faults else 0


def _remove(options: argparse.Namespace, bahasa: Language) -> int:
    gone = remove_wording(options.home, options.nomor)
    if gone is None:
        print(say("taught.no_number", bahasa, nomor=options.nomor), file=sys.stderr)
        return 2
    said = _said(gone.meant, bahasa) if isinstance(gone.meant, Taught) else gone.cells.get("judul", "")
    print(say("taught.removed", bahasa, nomor=gone.nomor, isi=said))
    return 0


def faults_said(entries: list[Entry], bahasa: Language) -> list[str]:
    """A sentence for each line of the list that cannot be used."""
    return [
        say("taught.bad_line", bahasa, baris=one.baris, alasan=fault_said(one.meant, bahasa))
        for one in entries
        if isinstance(one.meant, Fault)
    ]


def fault_said(fault: Fault, bahasa: Language) -> str:
    return say(fault.pesan, bahasa, **fault.rincian)


def _said(one: Taught, bahasa: Language) -> str:
    """A wording in one line: heading → column, and where and when it holds."""
    column = say("taught.ignored", bahasa) if one.kolom == "-" else column_title(one.laporan, one.kolom)
    place = districts()[one.wilayah].nama_lengkap if one.wilayah else say("taught.everywhere", bahasa)
    return f'{one.laporan}: "{one.judul}" → {column}; {place}; {_years(one, bahasa)}'


def _years(one: Taught, bahasa: Language) -> str:
    if one.dari is None and one.sampai is None:
        return say("taught.always", bahasa)
    if one.dari == one.sampai:
        return str(one.dari)
    if one.sampai is None:
        return say("taught.since", bahasa, tahun=one.dari)
    if one.dari is None:
        return say("taught.until", bahasa, tahun=one.sampai)
    return f"{one.dari}–{one.sampai}"
