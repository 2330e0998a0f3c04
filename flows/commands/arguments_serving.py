"""What can be written after ``ikm init`` and ``ikm serve``."""

from __future__ import annotations

import argparse
from typing import Any

from flows.messages import Language, say


def add_serving(commands: Any, common: argparse.ArgumentParser, bahasa: Language) -> None:
    commands.add_parser("init", parents=[common], help=say("init.help", bahasa))
    serving = commands.add_parser("serve", parents=[common], help=say("serve.help", bahasa))
    serving.add_argument("--port", type=int, metavar="N", help=say("serve.port.help", bahasa))
