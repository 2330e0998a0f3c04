"""The options of ``ikm status``, ``ikm extend`` and ``ikm remind``."""

from __future__ import annotations

import argparse
from typing import Any

from flows.messages import Language, say


def add_status(commands: Any, common: argparse.ArgumentParser, bahasa: Language) -> None:
    """Add the three commands."""
    status = commands.add_parser("status", parents=[common], help=say("status.help", bahasa))
    for name, sign in (("periode", "P"), ("laporan", "JENIS"), ("wilayah", "KODE")):
        status.add_argument(f"--{name}", metavar=sign, help=say(f"status.{name}.help", bahasa))
    formats = ("table", "csv", "json")
    status.add_argument("--format", choices=formats, default="table", help=say("diff.format.help", bahasa))
    status.add_argument("--hari", metavar="TANGGAL", help=say("status.hari.help", bahasa))
    extending = commands.add_parser("extend", parents=[common], help=say("extend.help", bahasa))
    for name, sign in (("wilayah", "KODE"), ("laporan", "JENIS"), ("periode", "P")):
        extending.add_argument(
            f"--{name}", metavar=sign, required=True, help=say(f"status.{name}.help", bahasa)
        )
    extending.add_argument(
        "--sampai", metavar="TANGGAL", required=True, help=say("extend.sampai.help", bahasa)
    )
    extending.add_argument("--alasan", metavar="TEKS", required=True, help=say("extend.alasan.help", bahasa))
    reminding = commands.add_parser("remind", parents=[common], help=say("remind.help", bahasa))
    reminding.add_argument("--coba", action="store_true", help=say("remind.coba.help", bahasa))
    reminding.add_argument("--hari", metavar="TANGGAL", help=say("status.hari.help", bahasa))
