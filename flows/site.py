"""The nightly page: what the published warehouse says, as ``site/index.html`` under the home."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

from flows import site_questions as ask
from flows import site_reporting as reported
from flows.messages import Language
from flows.outputs.site.data import Facts
from flows.outputs.site.page import page
from warehouse.readers import reading

#: Arrivals that are listed.
MOST_ARRIVALS = 40


def write_page(home: Path, bahasa: Language = "id", now: datetime | None = None) -> Path:
    """Make the page anew from the masked published file; whoever has the old one open loses nothing.

    ``bahasa``: the language it opens in. ``now``: what "7 days" count back from. Raises
    :class:`~warehouse.readers.CannotOpen` where nothing has been published, OSError where it cannot be written.
    """
    target = home / "site" / "index.html"
    made = page(facts_of(home, now or datetime.now()), bahasa)
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_name(f"{target.name}.{os.getpid()}.baru")
    try:
        fresh.write_text(made, encoding="utf-8")
        os.replace(fresh, target)
    finally:
        fresh.unlink(missing_ok=True)
    return target


def facts_of(home: Path, now: datetime) -> Facts:
    """What the page tells, read from the masked published file in one go."""
    with reading(home, False) as con:
        published, mark = ask.state(con)
        last, arrived = reported.arrivals(con, now)
        return Facts(
            now, published, mark, ask.provinces(con), ask.values(con), ask.by_period(con), last, arrived,
            reported.latest(con, MOST_ARRIVALS), reported.quarters(con), reported.standings(con), reported.owed(con),
            reported.problems(con), reported.waiting(con), ask.meanings(con), ask.reports(con),
        )  # fmt: skip
