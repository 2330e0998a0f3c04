"""Answer the offices: for every file a folder of its district with the marked workbook, a letter and a message.

The plain function behind the end of ``ikm load`` and behind ``ikm feedback``; nothing here needs Prefect.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path

from flows.begin import PRELOAD
from flows.feedback_files import Work, Written, retire, template_fault, unknown_words, write_answer
from flows.obligations import read_calendar
from flows.outputs.letter_template import default_template
from flows.outputs.reply import Reply
from flows.pool import Died, PoolBroken, run_pool
from flows.replies import Answer, answers_to
from flows.resubmission import Sent
from schemas.reports import specs
from warehouse.ddl import open_working

FOLDER = "feedback"
READABLE = frozenset({"xlsx", "xlsm", "xls", "xlsb", "ods", "csv"})
SECONDS_A_FILE = 120.0
MEMORY_MB = 1500

Choice = Callable[[Sent], bool]


@dataclass(slots=True)
class Feedback:
    """What was written under ``folder``: ``files`` answered, ``wanting`` of them with something to mend.

    ``faults``: (file, key of a sentence); ``template``: key of the sentence why the office's template is not
    used; ``unknown``: its placeholders that nobody knows.
    """

    folder: Path
    files: int = 0
    wanting: int = 0
    faults: list[tuple[str, str]] = field(default_factory=list)
    template: str | None = None
    unknown: tuple[str, ...] = ()


def taken_in(kiriman: Collection[str]) -> Choice:
    """The files of which these kiriman were just taken in."""
    there = frozenset(kiriman)
    return lambda one: one.kiriman_id in there


def called(names: Sequence[str]) -> Choice:
    """The files with one of these names, places below the folder received, or patterns; all where none is given."""
    said = [name.replace("\\", "/").casefold() for name in names]

    def chosen(one: Sent) -> bool:
        own = (one.berkas.casefold(), one.jalur.casefold())
        return not said or any(
            name in own or name.endswith("/" + own[1]) or any(fnmatchcase(text, name) for text in own)
            for name in said
        )

    return chosen


def write_feedback(home: Path, choose: Choice, *, wait_seconds: float = 30) -> Feedback:
    """Write the answers to the files that ``choose`` picks; one that fails does not keep the others.

    Raises :class:`warehouse.lock.Locked` where a load does not end within ``wait_seconds``.
    """
    with open_working(home, specs(), wait_seconds) as con:
        answers = answers_to(con, choose, read_calendar(home).hari)
    told = Feedback(home / FOLDER, len(answers))
    told.wanting = sum(answer.reply.tenggat is not None for answer in answers)
    template = _usable_template(home, told, answers)
    works = [_work(home, answer, template) for answer in answers]
    for answer in answers:
        for place in answer.instead_of:
            _retire(told.folder / place.office.folder, place.stem)
    written: dict[int, Written] = {}
    _write_all(works, written)
    told.faults = [
        (works[place].reply.berkas, one.fault)
        for place, one in sorted(written.items())
        if one.fault is not None
    ]
    return told


def office_template(home: Path) -> Path:
    """Where an office puts its own letter."""
    return home / "templat" / "surat.docx"


def write_template(home: Path) -> Path | None:
    """Put our letter where an office may change it; None where it has one already."""
    target = office_template(home)
    if target.exists():
        return None
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(default_template())
    return target


def _usable_template(home: Path, told: Feedback, answers: Sequence[Answer]) -> Path | None:
    path = office_template(home)
    if not path.exists():
        return None
    told.template = template_fault(path)
    if told.template is not None:
        return None
    told.unknown = unknown_words(path, answers[0].reply) if answers else ()
    return path


def _work(home: Path, answer: Answer, template: Path | None) -> Work:
    archived = _archived(home, answer) if answer.reply.jenis in READABLE else None
    folder = home / FOLDER / answer.place.office.folder
    return Work(
        answer.reply,
        str(folder),
        answer.place.stem,
        str(archived) if archived else None,
        str(template) if template else None,
    )


def _archived(home: Path, answer: Answer) -> Path | None:
    if not answer.sha256 or any(one.kode.startswith("BERKAS_") for one in answer.reply.temuan):
        return None
    folder = home / "archive" / answer.sha256[:2]
    kept = (folder / f"{answer.sha256}{ending}" for ending in _archived_endings(answer.reply))
    return next((path for path in kept if path.is_file()), None)


def _archived_endings(reply: Reply) -> Iterator[str]:
    """The ending under which a file was received, then those that another copy of it may have had."""
    yield Path(reply.berkas).suffix.lower()
    yield from (f".{one}" for one in sorted(READABLE))


def _retire(folder: Path, stem: str) -> None:
    try:
        retire(folder, stem)
    except OSError:
        # An old answer that stays where it was does no harm worth stopping for.
        return


def _write_all(works: Sequence[Work], written: dict[int, Written]) -> None:
    """Marking is done in other processes, for a workbook may be large or hostile; the rest is done here."""
    heavy = [place for place, work in enumerate(works) if work.archived and work.reply.tenggat]

    def keep(at: int, result: Written | Died) -> None:
        place = heavy[at]
        written[place] = _without_workbook(works[place]) if isinstance(result, Died) else result

    if heavy:
        with contextlib.suppress(PoolBroken):
            run_pool(
                write_answer, [works[place] for place in heavy], workers=os.cpu_count() or 1,
                timeout=SECONDS_A_FILE, memory_mb=MEMORY_MB, on_result=keep, preload=PRELOAD, weight=_size,
            )  # fmt: skip
    for place, work in enumerate(works):
        if place not in written:
            written[place] = _without_workbook(work) if place in heavy else write_answer(work)


def _without_workbook(work: Work) -> Written:
    done = write_answer(Work(work.reply, work.folder, work.stem, None, work.template))
    return Written(done.names, done.fault or "feedback.no_workbook")


def _size(work: Work) -> int:
    try:
        return Path(work.archived or "").stat().st_size
    except OSError:
        return 0
