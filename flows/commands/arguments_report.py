"""What can be written after ``ikm report``."""

from __future__ import annotations

import argparse
from typing import Any

from flows.messages import Language, say


def add_report(commands: Any, common: argparse.ArgumentParser, bahasa: Language) -> None:
    """``ikm report``: no options of its own."""
    commands.add_parser("report", parents=[common], help=say("report.help", bahasa))
