"""What can be written after ``ikm backup``, ``restore``, ``purge`` and ``audit``."""

from __future__ import annotations

import argparse
from typing import Any

from flows.messages import Language, say


def add_keeping(commands: Any, common: argparse.ArgumentParser, bahasa: Language) -> None:
    """Add the four commands."""
    backup = commands.add_parser("backup", parents=[common], help=say("backup.help", bahasa))
    backup.add_argument("folder", metavar="DIR", help=say("backup.folder.help", bahasa))
    backup.add_argument("--kunci", metavar="BERKAS", help=say("backup.key.help", bahasa))
    backup.add_argument(
        "--simpan", type=_positive, default=8, metavar="N", help=say("backup.keep.help", bahasa)
    )
    restore = commands.add_parser("restore", parents=[common], help=say("restore.help", bahasa))
    restore.add_argument("folder", metavar="DIR", help=say("backup.folder.help", bahasa))
    restore.add_argument("--kunci", metavar="BERKAS", help=say("restore.key.help", bahasa))
    restore.add_argument("--set", dest="nama", metavar="NAMA", help=say("restore.set.help", bahasa))
    restore.add_argument("--timpa", action="store_true", help=say("restore.over.help", bahasa))
    purge = commands.add_parser("purge", parents=[common], help=say("purge.help", bahasa))
    purge.add_argument("--lebih-tua", metavar="UMUR", required=True, help=say("purge.age.help", bahasa))
    purge.add_argument("--coba", action="store_true", help=say("purge.try.help", bahasa))
    purge.add_argument("--ya", action="store_true", help=say("purge.yes.help", bahasa))
    audit = commands.add_parser("audit", parents=[common], help=say("audit.help", bahasa))
    audit.add_argument("--periksa", action="store_true", help=say("audit.check.help", bahasa))
    audit.add_argument("--cadangan", metavar="DIR", help=say("audit.backup.help", bahasa))
    audit.add_argument("--semua", action="store_true", help=say("audit.all.help", bahasa))
    audit.add_argument(
        "--format", choices=("table", "csv", "json"), default="table", help=say("diff.format.help", bahasa)
    )


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError
    return number
