"""Faults of the installation, said in a sentence with the cure; the details go to a log under the home."""

from __future__ import annotations

import traceback
from datetime import datetime
from pathlib import Path

from flows.causes import Cause, cause_of
from flows.limits import LEAST_MEMORY_MB
from flows.messages import Language, say
from flows.settings_read import SettingsError

WORKING = ("kerja.duckdb", "kerja.duckdb.wal")


def explain(problem: Exception, home: Path, bahasa: Language) -> str:
    """One or two sentences for the person at the keyboard, whatever went wrong."""
    kind = type(problem).__name__
    if kind == "Locked":
        return say("locked", bahasa, siapa=holder(problem, bahasa))
    if kind == "HomeFault":
        return say(f"trouble.{getattr(problem, 'key', '')}", bahasa, **getattr(problem, "details", {}))
    if kind == "NarrowMemory":
        megabytes = getattr(problem, "megabytes", "?")
        return say("trouble.memory_limited", bahasa, batas=megabytes, perlu=LEAST_MEMORY_MB)
    if kind == "CannotLog":
        return say("audit.no_log", bahasa, alasan=getattr(problem, "reason", kind))
    if isinstance(problem, SettingsError):
        return problem.said(bahasa)
    if isinstance(problem, FileNotFoundError) and problem.args and len(problem.args) == 1:
        return say("no_path", bahasa, path=problem.args[0])
    cause = cause_of(problem)
    if cause is not None:
        return sentence(cause, home, bahasa)
    return say("broken", bahasa, alasan=kind, catatan=_logged(problem, home))


def sentence(cause: Cause, home: Path, bahasa: Language) -> str:
    """Cause and cure of what was found out about an exception."""
    place = cause.tempat or str(home)
    key = cause.key
    if key == "database_damaged":
        key = "working_damaged" if Path(place).name in (*WORKING, home.name) else "published_damaged"
    return say(f"trouble.{key}", bahasa, tempat=place, alasan=cause.alasan or "?")


def holder(locked: object, bahasa: Language) -> str:
    """Who holds the lock, as far as is known: the command, its process, since when."""
    process = getattr(locked, "pid", None) or "?"
    since, command = getattr(locked, "since", None), getattr(locked, "command", None)
    if since is None or command is None:
        return say("lock.holder_unknown", bahasa, proses=process)
    return say("lock.holder", bahasa, perintah=command, proses=process, sejak=f"{since:%Y-%m-%d %H:%M:%S}")


def _logged(problem: Exception, home: Path) -> str:
    """Where the traceback was written: frames and the kind of fault only, for values may be personal data."""
    lines = [f"{datetime.now():%Y-%m-%d %H:%M:%S} {type(problem).__name__}"]
    frames = traceback.extract_tb(problem.__traceback__)
    lines += [f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    target = home / "catatan.log"
    try:
        home.mkdir(parents=True, exist_ok=True)
        with target.open("a", encoding="utf-8") as log:
            log.write("\n".join(lines) + "\n")
    except OSError:
        return "-"
    return str(target)
