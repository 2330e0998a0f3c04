"""Take in what an inbox holds: load a batch, answer the offices, put the files where they belong.

Plain functions, each safe to repeat: killed at any moment, the next run goes on where this one was.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from pathlib import Path

from flows.commands.feedback import answer
from flows.inbox import Looked, Waiting, is_unchanged
from flows.inbox_moves import drop_lone_reasons, settle
from flows.inbox_states import State, is_elsewhere, states_of
from flows.messages import Language
from flows.side_by_side import Progress
from flows.take_in import load_paths

#: Files of one batch: a task of the flow each, for a task costs more than understanding a workbook.
BATCH = 500


@dataclass(slots=True)
class Worked:
    """What a run did. ``files``: each file with its state; ``moved``: how many were put elsewhere; ``stuck``: files
    that could not be moved; ``trouble``: sentences, such as why the answers could not be written."""

    files: list[State] = field(default_factory=list)
    moved: int = 0
    stuck: list[str] = field(default_factory=list)
    trouble: list[str] = field(default_factory=list)


def batches(looked: Looked, home: Path) -> list[list[Waiting]]:
    """What is to be taken in, a folder's files in their order, at most :data:`BATCH` together.

    Among them are the refused ones that were changed where they lie.
    """
    changed: list[Waiting] = []
    if looked.refused:
        states = states_of(home, looked.refused)
        changed = [one for one, state in zip(looked.refused, states, strict=True) if not state.outcome]
    found: list[list[Waiting]] = []
    for _, group in groupby([*looked.ready, *changed], key=lambda one: one.root):
        files = list(group)
        found += [files[start : start + BATCH] for start in range(0, len(files), BATCH)]
    return found


def load_batch(files: Sequence[Waiting], home: Path, progress: Progress | None = None) -> None:
    """Load files of one folder that are still as they were; those refused before only from another place.

    Raises :class:`warehouse.lock.Locked`, and OSError where the home or a folder cannot be reached.
    """
    there = [one for one in files if is_unchanged(one)]
    if not there:
        return
    states = states_of(home, there)
    retry = {
        (state.sha256, state.berkas)
        for one, state in zip(there, states, strict=True)
        if state.outcome == "ditolak" and is_elsewhere(one, state)
    }
    load_paths([one.path for one in there], home, root=there[0].root, retry=retry, progress=progress)


def settle_batch(
    files: Sequence[Waiting], home: Path, bahasa: Language, when: datetime, *, remove: bool = False
) -> Worked:
    """Answer the offices of files that are loaded or refused, then put each file where it belongs."""
    worked = Worked()
    states = states_of(home, files)
    told = answer(home, [kiriman for state in states for kiriman in state.kiriman], bahasa)
    if isinstance(told, str):
        worked.trouble.append(told)
    _put_away(zip(files, states, strict=True), worked, home, when, remove)
    return worked


def settle_refused(looked: Looked, home: Path, when: datetime, *, remove: bool = False) -> Worked:
    """Put refused files that an officer settled meanwhile with the loaded ones; the others keep their reason."""
    worked = Worked()
    if looked.refused:
        there = [one for one in looked.refused if is_unchanged(one)]
        _put_away(zip(there, states_of(home, there), strict=True), worked, home, when, remove)
        worked.files = [one for one in worked.files if one.outcome != "ditolak"]
    return worked


def tidy(folders: Sequence[Path]) -> None:
    """Remove what only accompanied files that are gone."""
    for folder in folders:
        drop_lone_reasons(folder)


def _put_away(
    pairs: zip[tuple[Waiting, State]], worked: Worked, home: Path, when: datetime, remove: bool
) -> None:
    for one, state in pairs:
        if not state.outcome:
            continue
        worked.files.append(state)
        try:
            worked.moved += settle(one, state, when, home, remove=remove) not in (None, one.path)
        except OSError:
            # Open in a spreadsheet program, or a folder without leave to write: the next run tries again.
            worked.stuck.append(state.berkas)


def take_in_inbox(
    looked: Looked,
    home: Path,
    bahasa: Language,
    now: Callable[[], datetime],
    *,
    remove: bool = False,
) -> Worked:
    """All of it, one batch after the other, without the service: for tests and for a timer."""
    whole = Worked()
    for files in batches(looked, home):
        load_batch(files, home)
        add(whole, settle_batch(files, home, bahasa, now(), remove=remove))
    add(whole, settle_refused(looked, home, now(), remove=remove))
    return whole


def add(whole: Worked, part: Worked) -> None:
    """Count ``part`` into ``whole``."""
    whole.files += part.files
    whole.moved += part.moved
    whole.stuck += part.stuck
    whole.trouble += part.trouble
