"""Read a settings file into frozen dataclasses; every mistake becomes a sentence with its line and the cure."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from flows.messages import Language, say

_HEADER = re.compile(r"\s*\[\s*([^\]]+?)\s*\]")
_KEY = re.compile(r"\s*[\"']?([\w-]+)[\"']?\s*=")
_AT_LINE = re.compile(r"line (\d+)")


@dataclass(frozen=True, slots=True)
class Fault:
    """A mistake in the file: its line (None: of no line), which sentence says it, and what fills the sentence.

    Values of ``rincian`` that are a pair are said in the language asked for.
    """

    baris: int | None
    key: str
    rincian: Mapping[str, object]

    def said(self, bahasa: Language) -> str:
        place = 1 if bahasa == "en" else 0
        known = {name: one[place] if isinstance(one, tuple) else one for name, one in self.rincian.items()}
        where = "" if self.baris is None else say("settings.line", bahasa, baris=self.baris)
        return where + say(self.key, bahasa, **known)


class SettingsError(Exception):
    """The settings file has mistakes; nothing of it is used until they are mended."""

    def __init__(self, path: Path, faults: list[Fault]) -> None:
        super().__init__(path, faults)
        self.path = path
        self.faults = faults

    def __str__(self) -> str:
        return self.said("id")

    def said(self, bahasa: Language) -> str:
        """The file, then a line for each mistake."""
        lines = [f"  - {one.said(bahasa)}" for one in self.faults]
        return "\n".join([say("settings.wrong", bahasa, path=self.path), *lines])


def read_sections(path: Path, defaults: Any, elsewhere: Sequence[str] = ()) -> Any:
    """``defaults``, a frozen dataclass of sections, with what the file at ``path`` sets; raises SettingsError.

    ``elsewhere``: sections that others read.
    """
    text = _text(path)
    if text is None:
        return defaults
    given = _parsed(path, text)
    lines = _lines(text)
    faults: list[Fault] = []
    known = {one.name: getattr(defaults, one.name) for one in fields(defaults)}
    for name, value in given.items():
        if name in elsewhere:
            continue
        if name not in known or not isinstance(value, dict):
            line = lines.get((name, ""), lines.get(("", name)))
            faults.append(_unknown("settings.no_section", name, [*known, *elsewhere], line))
            continue
        known[name], found = _section(name, known[name], value, lines)
        faults += found
    if faults:
        raise SettingsError(path, sorted(faults, key=lambda one: one.baris or 0))
    return replace(defaults, **known)


def _text(path: Path) -> str | None:
    try:
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as problem:
        raise SettingsError(
            path, [Fault(None, "settings.unreadable", {"alasan": problem.strerror})]
        ) from None
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as problem:
        line = data[: problem.start].count(b"\n") + 1
        raise SettingsError(path, [Fault(line, "settings.not_utf8", {})]) from None


def _parsed(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        found = _AT_LINE.search(str(problem))
        line = int(found[1]) if found else text.count("\n") + 1
        written = text.split("\n")[line - 1] if line <= text.count("\n") + 1 else ""
        key = "settings.backslash" if "\\" in written else "settings.no_toml"
        if "overwrite" in str(problem) or "twice" in str(problem):
            key = "settings.twice"
        raise SettingsError(path, [Fault(line, key, {})]) from None


def _lines(text: str) -> dict[tuple[str, str], int]:
    """(section, key) → line; a section itself is (section, "")."""
    found: dict[tuple[str, str], int] = {}
    section = ""
    for line, written in enumerate(text.split("\n"), start=1):
        if header := _HEADER.match(written):
            section = header[1].strip("\"' ")
            found.setdefault((section, ""), line)
        elif key := _KEY.match(written):
            found.setdefault((section, key[1]), line)
    return found


def _section(
    name: str, default: Any, given: Mapping[str, object], lines: Mapping[tuple[str, str], int]
) -> tuple[Any, list[Fault]]:
    declared = {one.name: one for one in fields(default)}
    values: dict[str, object] = {}
    faults: list[Fault] = []
    for key, written in given.items():
        line = lines.get((name, key))
        if key not in declared:
            faults.append(_unknown("settings.no_key", f"{name}.{key}", list(declared), line, key))
            continue
        kind = declared[key].metadata["kind"]
        try:
            values[key] = kind.read(written)
        except ValueError:
            rincian = {"kunci": key, "nilai": _shown(written), "harapan": kind.expected}
            faults.append(Fault(line, "settings.bad_value", rincian))
    if faults:
        return default, faults
    made = replace(default, **values)
    look = getattr(made, "problems", tuple)
    return made, [
        Fault(lines.get((name, key), lines.get((name, ""))), "settings.contradiction", {"sebab": sebab})
        for key, sebab in look()
    ]


def _unknown(key: str, name: str, known: list[str], line: int | None, word: str | None = None) -> Fault:
    near = get_close_matches(word or name, known, n=1)
    rincian = {"nama": name, "calon": near[0] if near else "", "pilihan": ", ".join(known)}
    return Fault(line, f"{key}_near" if near else key, rincian)


def _shown(value: object) -> str:
    text = str(value).lower() if isinstance(value, bool) else str(value)
    if "://" in text:  # what follows may be a key to somebody's service
        return f"{text.partition('://')[0]}://…"
    return text if len(text) <= 40 else f"{text[:40]}…"
