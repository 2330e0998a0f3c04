"""The options of ``ikm mail``."""

from __future__ import annotations

import argparse
from typing import Any

from flows.messages import Language, say


def add_mail(commands: Any, common: argparse.ArgumentParser, bahasa: Language) -> None:
    """Add the command."""
    mailing = commands.add_parser("mail", parents=[common], help=say("mail.help", bahasa))
    mailing.add_argument("--coba", action="store_true", help=say("mail.coba.help", bahasa))
