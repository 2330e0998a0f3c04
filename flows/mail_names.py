"""Names of attachments as names of files: they lead nowhere else, keep their ending, and the inbox sees them."""

from __future__ import annotations

from collections.abc import Iterable

from flows.outputs.names import safe_name
from flows.steps.receive.files import is_leftover

_LONGEST_STEM = 110  # bytes
_LONGEST_ENDING = 12
_MOST_FOLDERS = 5
UNNAMED = "lampiran"


def clean_name(text: str) -> str:
    """The last part of a name or path, safe as a file name."""
    last = text.replace("\\", "/").rstrip("/ ").rpartition("/")[2]
    stem, dot, ending = last.rpartition(".")
    if not dot or not stem.strip(" .") or len(ending) > _LONGEST_ENDING:
        stem, dot, ending = last, "", ""
    short = stem.encode("utf-8", "replace")[:_LONGEST_STEM].decode("utf-8", "ignore")
    name = safe_name(f"{short.strip()}{dot}{ending.strip()}")
    name = UNNAMED if name == "_" else name
    # The inbox passes over what office programs leave behind; what was sent to us is no such thing.
    return f"_{name.lstrip('~$.')}" if is_leftover(name) else name


def clean_path(member: str) -> str:
    """The place of a file within an archive: its innermost folders and its name, each safe."""
    *folders, name = [part for part in member.replace("\\", "/").split("/") if part.strip(" .")]
    return "/".join([*map(clean_name, folders[-_MOST_FOLDERS:]), clean_name(name)])


def without_doubles(paths: Iterable[str]) -> list[str]:
    """Each path once, also where capitals do not count: ``a.xlsx``, ``a (2).xlsx``."""
    found: list[str] = []
    taken: set[str] = set()
    for path in paths:
        stem, dot, ending = path.rpartition(".")
        stem, ending = (stem, f".{ending}") if dot else (path, "")
        fresh, number = path, 1
        while fresh.casefold() in taken:
            number += 1
            fresh = f"{stem} ({number}){ending}"
        taken.add(fresh.casefold())
        found.append(fresh)
    return found
