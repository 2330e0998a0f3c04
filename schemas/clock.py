"""The time of the office: what is received, published, due and sent is told by it, whatever zone the machine is in."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

ZONE = "Asia/Makassar"


def office_now(zone: str = ZONE) -> datetime:
    """Now, as a clock on the wall of the office shows it."""
    return datetime.now(ZoneInfo(zone)).replace(tzinfo=None)
