"""What can be written after ``ikm init``."""

from __future__ import annotations

import argparse
from typing import Any

from flows.messages import Language, say


def add_serving(commands: Any, common: argparse.ArgumentParser, bahasa: Language) -> None:
    commands.add_parser("init", parents=[common], help=say("init.help", bahasa))
