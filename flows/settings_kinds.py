"""What a setting can be: how it is written in ``ikm.toml``, what of it is accepted, and the words for the rest."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import field
from datetime import time, timedelta
from typing import Any, NamedTuple
from urllib.parse import urlsplit

Words = tuple[str, str]  # Bahasa Indonesia, English

DAYS = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
_SECONDS = {"detik": 1, "menit": 60, "jam": 3600, "hari": 86400}
_UNITS = {"second": "detik", "minute": "menit", "hour": "jam", "day": "hari"}
_LOCAL = ("localhost", "127.0.0.1", "::1")


class Kind(NamedTuple):
    """``read`` makes the value of what TOML holds, and raises ``ValueError`` for what cannot be; ``show`` writes
    a value as TOML; ``expected`` says what can be written."""

    read: Callable[[object], Any]
    show: Callable[[Any], str]
    expected: Words


def setting(default: Any, id: str, en: str, kind: Kind) -> Any:
    """A field of a section: its default, what it means in both languages, and what it can be."""
    return field(default=default, metadata={"meaning": (id, en), "kind": kind})


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError
    return value.strip()


def _quoted(value: object) -> str:
    """A TOML string; what JSON escapes, TOML reads alike."""
    return json.dumps(str(value), ensure_ascii=False)


TEXT = Kind(_text, _quoted, ('teks dalam tanda kutip, misalnya "contoh"', 'text in quotes, e.g. "example"'))


def _yes_no(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError
    return value


YES_NO = Kind(
    _yes_no,
    lambda value: str(value).lower(),
    ("true (ya) atau false (tidak), tanpa tanda kutip", "true or false, without quotes"),
)


def number(least: int, most: int) -> Kind:
    """A whole number between two bounds, both included."""

    def read(value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise ValueError
        return value

    expected = (
        f"bilangan bulat {least} sampai {most}, tanpa tanda kutip",
        f"a whole number from {least} to {most}, without quotes",
    )
    return Kind(read, str, expected)


def choice(*words: str) -> Kind:
    """One of some words; case does not matter."""

    def read(value: object) -> str:
        word = _text(value).lower()
        if word not in words:
            raise ValueError
        return word

    listed = ", ".join(f'"{word}"' for word in words)
    return Kind(read, _quoted, (f"salah satu dari {listed}", f"one of {listed}"))


def _zone(value: object) -> str:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    name = _text(value)
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, OSError):
        raise ValueError from None
    return name


TIME_ZONE = Kind(
    _zone,
    _quoted,
    (
        'nama zona waktu: "Asia/Jakarta" (WIB), "Asia/Makassar" (WITA), atau "Asia/Jayapura" (WIT)',
        'the name of a time zone, such as "Asia/Jakarta", "Asia/Makassar" or "Asia/Jayapura"',
    ),
)


def _clock(value: object) -> time:
    # Without quotes TOML makes a time of 08:00:00.
    if isinstance(value, time):
        return value.replace(second=0, microsecond=0)
    match = re.fullmatch(r"(\d{1,2})[.:](\d{2})", _text(value))
    if match is None:
        raise ValueError
    return time(int(match[1]), int(match[2]))


CLOCK = Kind(
    _clock,
    lambda value: _quoted(f"{value:%H:%M}"),
    ('jam dan menit dalam tanda kutip, misalnya "08:00"', 'hours and minutes in quotes, e.g. "08:00"'),
)


def duration(least: timedelta, most: timedelta) -> Kind:
    """A length of time such as "15 menit"; seconds, minutes, hours or days."""

    def read(value: object) -> timedelta:
        match = re.fullmatch(r"(\d{1,6})\s*([a-z]+)", _text(value).lower())
        unit = "" if match is None else _UNITS.get(match[2].removesuffix("s"), match[2])
        if match is None or unit not in _SECONDS:
            raise ValueError
        length = timedelta(seconds=int(match[1]) * _SECONDS[unit])
        if not least <= length <= most:
            raise ValueError
        return length

    low, high = spoken(least), spoken(most)
    expected = (
        f'lamanya dalam tanda kutip, misalnya "15 menit"; paling singkat {low}, paling lama {high}',
        f'a length of time in quotes, e.g. "15 menit" (minutes); from {low} to {high}',
    )
    return Kind(read, lambda value: _quoted(spoken(value)), expected)


def spoken(length: timedelta) -> str:
    """A length of time as the settings file writes it, in the largest unit that leaves nothing over."""
    seconds = int(length.total_seconds())
    unit = next(
        name
        for name, size in reversed(_SECONDS.items())
        if (seconds % size == 0 and seconds >= size) or size == 1
    )
    return f"{seconds // _SECONDS[unit]} {unit}"


DAY = choice(*DAYS)


def _folder(value: object) -> str:
    text = _text(value)
    if not text or "\0" in text:
        raise ValueError
    return text


FOLDER = Kind(
    _folder,
    _quoted,
    (
        'sebuah folder dalam tanda kutip, misalnya "inbox" (di bawah folder kerja) atau "/mnt/kiriman"',
        'a folder in quotes, e.g. "inbox" (below the working home) or "/mnt/kiriman"',
    ),
)


def _folders(value: object) -> tuple[str, ...]:
    folders = value if isinstance(value, list) else [value]
    found = tuple(_folder(one) for one in folders)
    if not found or len(set(found)) < len(found):
        raise ValueError
    return found


FOLDERS = Kind(
    _folders,
    lambda value: f"[{', '.join(map(_quoted, value))}]",
    (
        'satu folder atau lebih, tiap folder dalam tanda kutip, misalnya ["inbox", "/mnt/kiriman"]',
        'one or more folders, each in quotes, e.g. ["inbox", "/mnt/kiriman"]',
    ),
)


def _address(value: object) -> str:
    text = _text(value)
    if not text:
        return ""
    parts = urlsplit(text)
    if not parts.hostname or parts.scheme not in {"https", "http"}:
        raise ValueError
    if parts.scheme == "http" and parts.hostname not in _LOCAL:
        raise ValueError
    return text


WEB_ADDRESS = Kind(
    _address,
    _quoted,
    (
        'alamat https:// dalam tanda kutip, atau "" bila tidak dipakai',
        'an https:// address in quotes, or "" for none',
    ),
)


def words(most: int) -> Kind:
    """A list of texts, at most so many; an empty list is allowed."""

    def read(value: object) -> tuple[str, ...]:
        if not isinstance(value, list) or len(value) > most:
            raise ValueError
        return tuple(_text(one) for one in value)

    def show(value: Sequence[str]) -> str:
        return f"[{', '.join(map(_quoted, value))}]"

    return Kind(
        read, show, ('daftar teks, misalnya ["a", "b"] atau []', 'a list of texts, e.g. ["a", "b"] or []')
    )
