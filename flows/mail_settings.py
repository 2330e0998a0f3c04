"""The mailbox that workbooks come to: section ``imap`` of the settings file.

The password never stands there, only the name of the environment variable that holds it.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, NamedTuple

from flows.post import LOOPBACK
from schemas.obligations import Mistake

FILE = "ikm.toml"
SECTION = "imap"
Words = tuple[str, str]  # Bahasa Indonesia, English


class Kind(NamedTuple):
    """``read`` makes the value of what TOML holds, and raises ``ValueError`` for what cannot be; ``show`` writes a
    value as TOML; ``expected`` says what can be written."""

    read: Callable[[object], Any]
    show: Callable[[Any], str]
    expected: Words


def _text(value: object) -> str:
    # IMAP sends what is no ASCII in an encoding of its own, and a line break would begin another command.
    if not isinstance(value, str) or not ((value.isascii() and value.isprintable()) or not value):
        raise ValueError
    return value.strip()


def _path(value: object) -> str:
    if not isinstance(value, str) or "\0" in value:
        raise ValueError
    return value.strip()


def _word(value: object) -> str:
    text = _text(value)
    if " " in text:
        raise ValueError
    return text


def _variable(value: object) -> str:
    text = _text(value)
    if not text.isidentifier():
        raise ValueError
    return text


def _security(value: object) -> str:
    text = _text(value).lower()
    if text not in {"ssl", "starttls", "tanpa"}:
        raise ValueError
    return text


def _number(least: int, most: int) -> Kind:
    def read(value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise ValueError
        return value

    return Kind(
        read,
        str,
        (f"bilangan bulat {least} sampai {most}", f"a whole number from {least} to {most}"),
    )


_TEXT = Kind(_text, json.dumps, ('teks ASCII, misalnya "contoh"', 'ASCII text, e.g. "example"'))
_WORD = Kind(_word, json.dumps, ('satu kata, misalnya "mail.dinas.go.id"', 'one word, "mail.dinas.go.id"'))
_NAME = Kind(_variable, json.dumps, ("nama variabel lingkungan", "the name of an environment variable"))
_SAFETY = Kind(
    _security, json.dumps, ('"ssl", "starttls", atau "tanpa"', '"ssl", "starttls", or "tanpa" (none)')
)


def _setting(default: Any, id: str, en: str, kind: Kind) -> Any:
    return field(default=default, metadata={"meaning": (id, en), "kind": kind})


@dataclass(frozen=True, slots=True)
class Imap:
    """Kotak surat tempat kiriman datang | The mailbox that workbooks come to"""

    server: str = _setting(
        "",
        "Server IMAP; kosong berarti surat tidak diambil.",
        "The IMAP server; empty: no mail is fetched.",
        _WORD,
    )
    port: int = _setting(993, "Port server.", "Its port.", _number(1, 65535))
    keamanan: str = _setting(
        "ssl",
        'Penyandian: "ssl" (port 993) atau "starttls" (port 143); "tanpa" hanya untuk komputer ini sendiri.',
        'Encryption: "ssl" (port 993) or "starttls" (port 143); "tanpa" (none) only for this computer itself.',
        _SAFETY,
    )
    pengguna: str = _setting("", "Nama pengguna kotak surat.", "The user of the mailbox.", _TEXT)
    sandi_dari: str = _setting(
        "IKM_IMAP_SANDI",
        "Variabel lingkungan yang berisi kata sandi; kata sandi tidak boleh ditulis di sini.",
        "The environment variable with the password; the password must not stand here.",
        _NAME,
    )
    sertifikat: str = _setting(
        "",
        "Berkas sertifikat (PEM) bila kantor memakai penerbit sertifikat sendiri.",
        "The file (PEM) of the authority where the office has its own.",
        Kind(_path, json.dumps, ("nama berkas", "the name of a file")),
    )
    folder: str = _setting("INBOX", "Folder surat yang dibaca.", "The mail folder that is read.", _TEXT)
    folder_selesai: str = _setting(
        "Selesai",
        "Folder tempat surat dipindahkan sesudah lampirannya ditaruh; kosong: surat hanya ditandai terbaca.",
        "Where messages go once their attachments are put down; empty: they are only marked as read.",
        _TEXT,
    )
    penjamin: str = _setting(
        "",
        "Server yang hasil pemeriksaannya (Authentication-Results) dipercaya; bila diisi, surat tanpa dmarc=pass "
        "atau dkim=pass dari server itu dibiarkan.",
        "The server whose Authentication-Results are believed; if set, messages without its dmarc=pass or "
        "dkim=pass are left.",
        _WORD,
    )
    batas_detik: int = _setting(
        30, "Lama menunggu satu jawaban server.", "How long to wait for one answer.", _number(1, 600)
    )
    batas_mb: int = _setting(
        40, "Surat yang lebih besar dibiarkan.", "Larger messages are left.", _number(1, 150)
    )
    paling_banyak: int = _setting(
        200, "Surat yang diambil sekali jalan.", "Messages taken in one run.", _number(1, 5000)
    )

    def problems(self) -> tuple[tuple[str, Words], ...]:
        """Settings that cannot go together: (key, why)."""
        found: list[tuple[str, Words]] = []
        if self.keamanan == "tanpa" and self.server not in LOOPBACK:
            found.append(
                (
                    "keamanan",
                    (
                        'kata sandi tidak boleh dikirim tanpa penyandian; pakai "ssl" atau "starttls"',
                        'a password must not go unencrypted; use "ssl" or "starttls"',
                    ),
                )
            )
        if self.folder_selesai and self.folder_selesai.casefold() == self.folder.casefold():
            found.append(
                (
                    "folder_selesai",
                    ("harus lain dari folder yang dibaca", "must be another than the folder that is read"),
                )
            )
        if self.server and not self.pengguna:
            found.append(("pengguna", ("harus diisi", "must be set")))
        return tuple(found)


def read_imap(home: Path) -> tuple[Imap, list[Mistake]]:
    """What the section sets, and its mistakes (line 0: of no line); with any mistake nothing should be fetched."""
    try:
        written = tomllib.loads((home / FILE).read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return Imap(), []
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return Imap(), [Mistake(0, FILE, "mail.no_toml", {})]
    given = written.get(SECTION, {})
    if not isinstance(given, Mapping):
        return Imap(), [Mistake(0, SECTION, "mail.no_section", {})]
    return _read(given)


def _read(given: Mapping[str, object]) -> tuple[Imap, list[Mistake]]:
    declared = {one.name: one for one in fields(Imap)}
    wrong: list[Mistake] = []
    values: dict[str, Any] = {}
    for key, value in given.items():
        if key in {"sandi", "password", "kata_sandi"}:
            wrong.append(Mistake(0, key, "mail.no_password", {}))
        elif key not in declared:
            wrong.append(Mistake(0, key, "mail.no_key", {"pilihan": ", ".join(declared)}))
        else:
            try:
                values[key] = declared[key].metadata["kind"].read(value)
            except ValueError:
                expected = declared[key].metadata["kind"].expected
                wrong.append(Mistake(0, key, "mail.bad_value", {"harapan": expected}))
    made = replace(Imap(), **values)
    wrong += [Mistake(0, key, "mail.contradiction", {"harapan": why}) for key, why in made.problems()]
    return made, wrong
