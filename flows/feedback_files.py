"""The files of one answer: the marked workbook, the letter, the message. Made in a process of its own."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from pathlib import Path

from flows.grammar.returned import is_our_sheet
from flows.outputs.chat import chat_text
from flows.outputs.docx import TemplateFault, fill
from flows.outputs.letter import letter
from flows.outputs.letter_template import default_template
from flows.outputs.names import CHAT, LETTER, MARKED
from flows.outputs.reply import Reply
from flows.outputs.tally import open_points
from flows.shapes import Submission
from flows.steps.read import read

OLD = "lama"
MARKED_IN_PLACE = frozenset({"xlsx", "xlsm"})
ENDINGS = (f"{MARKED}.xlsx", f"{MARKED}.xlsm", LETTER, CHAT)


@dataclass(frozen=True, slots=True)
class Work:
    """One answer to write: where, from which archived file (None: not to be opened), and the letter's template."""

    reply: Reply
    folder: str
    stem: str
    archived: str | None
    template: str | None


@dataclass(frozen=True, slots=True)
class Written:
    """What was written; ``fault`` names a sentence of the catalogue where something is missing."""

    names: tuple[str, ...] = ()
    fault: str | None = None


def write_answer(work: Work) -> Written:
    """Write what belongs to one answer; what an earlier one left under the same name goes to ``lama``.

    A file that needs no answer gets a message of thanks and nothing else.
    """
    made: dict[str, bytes] = {}
    fault = None
    marked = None
    if open_points(work.reply):
        workbook, fault = _workbook(work)
        if workbook is not None:
            marked = f"{work.stem}{MARKED}.{workbook[1]}"
            made[marked] = workbook[0]
        made[f"{work.stem}{LETTER}"] = _letter(work, marked)
    made[f"{work.stem}{CHAT}"] = (chat_text(work.reply, marked) + "\n").encode("utf-8")
    try:
        folder = Path(work.folder)
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in made.items():
            put(folder / name, data)
        retire(folder, work.stem, keep=frozenset(made))
    except OSError:
        return Written((), "feedback.cannot_write")
    return Written(tuple(made), fault)


def put(target: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    fresh = target.with_name(f"{target.name}.{os.getpid()}.baru")
    try:
        fresh.write_bytes(data)
        os.replace(fresh, target)
    finally:
        fresh.unlink(missing_ok=True)


def retire(folder: Path, stem: str, keep: frozenset[str] = frozenset()) -> None:
    """Move the files of an answer that holds no more to the folder ``lama`` beside them."""
    for name in (f"{stem}{ending}" for ending in ENDINGS):
        if name not in keep and (folder / name).is_file():
            (folder / OLD).mkdir(exist_ok=True)
            os.replace(folder / name, folder / OLD / name)


def template_fault(path: Path) -> str | None:
    """The sentence about a template of the office that cannot be used; None where it can, or there is none."""
    try:
        fill(path.read_bytes(), {}, [])
    except FileNotFoundError:
        return None
    except OSError:
        return "template.no_document"
    except TemplateFault as problem:
        return problem.key
    return None


def unknown_words(path: Path, reply: Reply) -> tuple[str, ...]:
    """The placeholders of a template that no letter can fill."""
    return letter(reply, path.read_bytes()).unknown


def _letter(work: Work, marked: str | None) -> bytes:
    return letter(work.reply, _template(work.template), marked).data


def _template(path: str | None) -> bytes:
    return Path(path).read_bytes() if path is not None else default_template()


def _workbook(work: Work) -> tuple[tuple[bytes, str] | None, str | None]:
    """The workbook with its findings marked and its ending, and the sentence where it should be there and is not."""
    if work.archived is None:
        return None, None
    try:
        data = Path(work.archived).read_bytes()
        return make_workbook(data, work.reply), None
    # One workbook that cannot be marked must not keep the letter from being written.
    except Exception:
        return None, "feedback.no_workbook"


def make_workbook(data: bytes, reply: Reply) -> tuple[bytes, str]:
    """The office's own workbook, marked, and its ending; a new one with the same cells where it cannot be changed
    in place."""
    from flows.outputs.marking import NotPatchable, marked_workbook, rebuilt_workbook

    if reply.jenis in MARKED_IN_PLACE:
        # Whatever keeps it from being changed in place: the office gets its cells and our words all the same.
        with contextlib.suppress(NotPatchable, ValueError, LookupError, ArithmeticError, RecursionError):
            return marked_workbook(data, reply), reply.jenis
    sheets, _ = read(Submission(reply.berkas, reply.berkas, data, "", reply.jenis))
    theirs = [one for one in sheets if not (one.values and one.values[0] and is_our_sheet(one.values[0][0]))]
    return rebuilt_workbook(theirs, reply), "xlsx"
