"""``ikm check``: the findings of files, nothing stored."""

from __future__ import annotations

import argparse
import sys

from flows.commands.loading import progress_bar
from flows.commands.options import paths_in, settled_in
from flows.messages import Language, say
from flows.take_in import check_paths
from schemas.findings import message
from warehouse.records import Delivery, FindingRow

_SIGNS = {"galat": "✗", "peringatan": "!", "info": "·"}


def check_command(options: argparse.Namespace, bahasa: Language) -> int:
    """Print the findings of each file. 0: none that needs mending, 1: some, 2: nothing could be checked."""
    paths = paths_in(options, bahasa)
    settled = settled_in(options, bahasa) if paths is not None else None
    if paths is None or settled is None:
        return 2
    if options.explain:
        from flows.commands.explaining import explain_files
        from flows.taught import read_taught

        return explain_files(paths, settled, bahasa, read_taught(options.home))
    with progress_bar(bahasa) as progress:
        deliveries = check_paths(paths, settled, home=options.home, progress=progress)
    if not deliveries:
        print(say("no_files", bahasa, path=", ".join(map(str, paths))), file=sys.stderr)
        return 2
    grave = [_print_delivery(one, bahasa) for one in deliveries]
    return 1 if any(grave) else 0


def _print_delivery(delivery: Delivery, bahasa: Language) -> bool:
    about = [delivery.laporan, delivery.kode_wilayah, delivery.periode, delivery.lembar]
    counts = "" if delivery.good is None else f" {len(delivery.good)} + {len(delivery.held)}"
    print(f"{delivery.jalur} ({', '.join(part for part in about if part) or '-'}){counts}")
    for finding in delivery.findings:
        place = f" {finding.sel}" if finding.sel else f" {finding.baris}" if finding.baris else ""
        print(f"  {_SIGNS[finding.tingkat]}{place} {_said(finding, bahasa)}")
    if not delivery.findings:
        print(f"    {say('checked.clean', bahasa)}")
    return any(one.tingkat == "galat" for one in delivery.findings)


def _said(finding: FindingRow, bahasa: Language) -> str:
    if bahasa == "id":
        return finding.pesan
    shown = None if finding.pribadi else finding.nilai
    return message(
        finding.kode, "en", berkas=finding.berkas, lembar=finding.lembar, sel=finding.sel, nilai=shown
    )
