"""What was sent to whom, so that nothing goes twice: one line an attempt, in ``pesan/terkirim.csv`` under the home.

A line is on the disk before anything leaves (``akan``) and another after it (``terkirim``, ``gagal``, ``takpasti``).
An attempt whose end is not known, after a power cut say, counts as sent: a reminder that is missed is made up for by
the next stage, one that comes twice is not taken back. A failure that is certain is tried again. No addresses.
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Literal

FILE = "terkirim.csv"
COLUMNS = ("waktu", "hari", "saluran", "jenis", "wilayah", "keadaan", "tanda")
Keadaan = Literal["akan", "terkirim", "gagal", "takpasti"]


class SentLog:
    """The log of one home; whoever holds it must be the only one who sends."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        self._last: dict[tuple[str, str, str, str], str] = {}
        self._days: dict[tuple[str, str, str, str], str] = {}
        self._first: dict[tuple[str, str, str, str], str] = {}
        for line in self._lines():
            self._learn(line)

    def is_sent(self, saluran: str, jenis: str, wilayah: str, tanda: str) -> bool:
        """Whether this stage went out on this channel, or may have."""
        return self._last.get((saluran, jenis, wilayah, tanda), "gagal") != "gagal"

    def is_told(self, saluran: str, jenis: str, wilayah: str, day: date) -> bool:
        """Whether anything of this kind went out, or may have, to this district on this day."""
        return self._days.get((saluran, jenis, wilayah, day.isoformat()), "gagal") != "gagal"

    def first_told(self, saluran: str, jenis: str, wilayah: str, subject: str) -> str | None:
        """The day (ISO) on which a district was first told of a subject, at whatever stage; None if never."""
        return self._first.get((saluran, jenis, wilayah, subject))

    def unsure(self) -> list[tuple[str, str]]:
        """(channel, district) of the attempts of which nobody knows whether they arrived."""
        found = {key[:3:2] for key, state in self._last.items() if state in {"akan", "takpasti"}}
        return sorted((saluran, wilayah) for saluran, wilayah in found)

    def note(
        self,
        when: datetime,
        day: date,
        saluran: str,
        jenis: str,
        wilayah: str,
        keadaan: Keadaan,
        tanda: Sequence[str],
    ) -> None:
        """Write a line and have it safe on the disk before going on."""
        line = [when.isoformat(timespec="seconds"), day.isoformat(), saluran, jenis, wilayah, keadaan]
        line.append(" ".join(tanda))
        self._append(line)
        self._learn(line)

    def _append(self, line: Sequence[str]) -> None:
        out = io.StringIO(newline="")
        writer = csv.writer(out, delimiter=";")
        size = self._path.stat().st_size if self._path.exists() else 0
        if not size:
            writer.writerow(COLUMNS)
        elif self._path.read_bytes()[-1:] != b"\n":
            # What a crash left half written must not swallow this line.
            out.write("\r\n")
        writer.writerow(line)
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("ab") as log:
            log.write(out.getvalue().encode("utf-8"))
            log.flush()
            os.fsync(log.fileno())

    def _lines(self) -> list[list[str]]:
        if not self._path.exists():
            return []
        text = self._path.read_text(encoding="utf-8-sig", errors="replace")
        found = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
        return [line for line in found[1:] if len(line) == len(COLUMNS)]

    def _learn(self, line: Sequence[str]) -> None:
        _, day, saluran, jenis, wilayah, keadaan, marks = line
        self._days[saluran, jenis, wilayah, day] = keadaan
        for tanda in marks.split(" "):
            self._last[saluran, jenis, wilayah, tanda] = keadaan
            if keadaan == "terkirim":
                self._first.setdefault((saluran, jenis, wilayah, tanda.rpartition("|")[0]), day)
