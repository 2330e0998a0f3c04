"""Faults of the installation, said in a sentence with the cure; the details go to a log under the home."""

from __future__ import annotations

import traceback
from datetime import datetime
from pathlib import Path

from flows.messages import Language, say
from flows.settings_read import SettingsError


def explain(problem: Exception, home: Path, bahasa: Language) -> str:
    """One or two sentences for the person at the keyboard, whatever went wrong."""
    kind = type(problem).__name__
    if kind == "Locked":
        return say("locked", bahasa, pid=getattr(problem, "pid", None) or "?")
    if isinstance(problem, SettingsError):
        return problem.said(bahasa)
    if isinstance(problem, FileNotFoundError) and problem.args and len(problem.args) == 1:
        return say("no_path", bahasa, path=problem.args[0])
    if isinstance(problem, OSError):
        return say("no_home", bahasa, home=home, alasan=problem.strerror or kind)
    return say("broken", bahasa, alasan=kind, catatan=_logged(problem, home))


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
