"""Until when an answer is asked for."""

from __future__ import annotations

from datetime import date

from schemas.working_days import WorkingDays

_NATIONAL = WorkingDays()


def working_days_after(day: date, count: int, calendar: WorkingDays = _NATIONAL) -> date:
    """The ``count``-th working day after ``day``; without ``calendar`` the national one."""
    return calendar.after(day, count)
