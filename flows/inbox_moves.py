"""What becomes of the files of an inbox: loaded ones go to ``selesai``, refused ones to ``ditolak`` with the reason.

A file is moved only after the warehouse has it and its office is answered; killed in between, the next run finds
the file, knows it, and goes on. Nothing is ever overwritten.
"""

from __future__ import annotations

import contextlib
import errno
import filecmp
import os
from collections.abc import Iterator
from datetime import datetime
from itertools import count
from pathlib import Path

from flows.inbox import DONE, REASON_ENDING, REFUSED, Mark, Waiting, is_unchanged, mark_of
from flows.inbox_states import Reason, State
from flows.messages import Language, say
from schemas.findings import message, split_message, text_of

_NO_LINKS = frozenset({errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EACCES, errno.EMLINK, errno.EXDEV})


def settle(one: Waiting, state: State, when: datetime, home: Path, *, remove: bool = False) -> Path | None:
    """Put a file where its state says; its new place, None where it stays (changed meanwhile, not known).

    ``remove``: a loaded file is not kept in ``selesai``, once its copy rests in the archive. Raises OSError where
    the folder cannot be written.
    """
    if not state.outcome or not is_unchanged(one):
        return None
    inbox = one.root.parent if one.root.name == REFUSED else one.root
    below = one.path.parent.relative_to(one.root)
    if state.outcome == "ditolak":
        return _refuse(one, state, inbox / REFUSED / below)
    _forget_reason(one.path)
    if remove and _is_archived(one, home):
        one.path.unlink()
        return None
    return move(one.path, inbox / DONE / f"{when:%Y-%m}" / below, one.mark)


def _refuse(one: Waiting, state: State, folder: Path) -> Path | None:
    """Move a refused file, unless it lies there already, and say why beside it."""
    place = one.path if one.path.parent == folder else move(one.path, folder, one.mark)
    if place is not None:
        text = reason_text(place, state)
        beside = reason_place(place)
        if not beside.exists() or beside.read_text(encoding="utf-8-sig", errors="replace") != text:
            # Notepad of older Windows takes a text without this mark for another encoding.
            beside.write_text(text, encoding="utf-8-sig")
    return place


def reason_place(path: Path) -> Path:
    """The text that says why a file was refused."""
    return path.with_name(path.name + REASON_ENDING)


def _forget_reason(path: Path) -> None:
    reason_place(path).unlink(missing_ok=True)


def drop_lone_reasons(inbox: Path) -> None:
    """Remove reasons whose file an officer took away."""
    if (inbox / REFUSED).is_dir():
        for text in (inbox / REFUSED).rglob(f"*{REASON_ENDING}"):
            if not text.with_name(text.name.removesuffix(REASON_ENDING)).exists():
                with contextlib.suppress(OSError):
                    text.unlink()


def _is_archived(one: Waiting, home: Path) -> bool:
    if not one.sha256:
        return False
    kept = home / "archive" / one.sha256[:2] / f"{one.sha256}{one.path.suffix.lower()}"
    return kept.is_file() and kept.stat().st_size == one.mark.size


def move(path: Path, folder: Path, mark: Mark) -> Path | None:
    """Move a file into ``folder`` under its name or, where that is taken, ``name (2)`` …; None where it is no longer
    the file of ``mark``."""
    folder.mkdir(parents=True, exist_ok=True)
    for target in _names(folder, path):
        if target.exists():
            if not filecmp.cmp(target, path, shallow=False):
                continue
            # The same file came again, or this was killed between the two steps below.
            path.unlink()
            return target
        if mark_of(path) != mark:
            return None
        try:
            os.link(path, target, follow_symlinks=False)
        except FileExistsError:
            continue
        except OSError as problem:
            if problem.errno not in _NO_LINKS:
                raise
            # A network folder without links: only one run moves files here, so the name is still free.
            path.rename(target)
            return target
        path.unlink()
        return target
    return None


def _names(folder: Path, path: Path) -> Iterator[Path]:
    yield folder / path.name
    yield from (folder / f"{path.stem} ({number}){path.suffix}" for number in count(2))


def reason_text(place: Path, state: State) -> str:
    """Why a file was refused, what was expected and what to do; Bahasa Indonesia, below it English."""
    return "\n".join([_in_language(place, state, "id"), "-" * 72, _in_language(place, state, "en")])


def _in_language(place: Path, state: State, bahasa: Language) -> str:
    lines = [say("inbox.reason.head", bahasa, berkas=place.name), ""]
    for one in dict.fromkeys(state.reasons) or [Reason("", None, "")]:
        lines += _reason_lines(one, state.berkas, bahasa)
    lines += [say("inbox.reason.next", bahasa, tempat=place), ""]
    return "\n".join(lines)


def _reason_lines(one: Reason, berkas: str, bahasa: Language) -> list[str]:
    text = text_of(one.kode, bahasa)
    if text is None:
        return [say("inbox.reason.unknown", bahasa), ""]
    if bahasa == "id":
        wrong, cure = split_message(one.kode, one.pesan)
    else:
        wrong, cure = message(one.kode, "en", berkas=berkas, lembar=one.lembar), ""
    sheet = f" [{one.lembar}]" if one.lembar else ""
    lines = [f"* {text.title}{sheet} ({one.kode})", f"  {wrong}"]
    if cure:
        lines.append(f"  {say('inbox.reason.cure', bahasa, cara=cure)}")
    return [*lines, ""]
