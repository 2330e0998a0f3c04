"""The settings file as ``ikm init`` writes it: every key with its default and its meaning in both languages."""

from __future__ import annotations

import re
import textwrap
from dataclasses import fields
from typing import Any

WIDTH = 100
# Commented or not.
_HEADER = re.compile(r"[#\s]*\[\s*(\w+)\s*\]")
_KEY = re.compile(r"[#\s]*(\w+)\s*=")
_HEAD = """\
# Pengaturan rekap-ikm. Ubah nilai di sebelah kanan tanda =, simpan, lalu hentikan dan jalankan lagi ikm serve.
# Baris yang diawali # hanya keterangan. Kunci yang dihapus memakai nilai bawaan.
# Kata sandi tidak ditulis di sini.
#
# Settings of rekap-ikm. Change what stands right of the =, save, then stop ikm serve and start it again.
# Lines that begin with # only explain. A key that is removed has its default.
# Passwords are not written here.
"""
_TAIL = """\
# == Pengingat: yang di bawah ini baru berlaku bila tanda # di depannya dihapus ==
# Reminders: what follows holds once the # before it is removed
# [pengingat]
# sebelum = [7, 1]        # hari sebelum jatuh tempo | days before the due date
# pada_hari = true
# sesudah = [3, 7]        # hari sesudahnya | days after it
# eskalasi = 14           # hari sesudahnya: atasan diberi tahu | days after it: the head is told
#
# [surel]                 # kata sandi dari variabel lingkungan | the password comes from the environment
# server = "mail.contoh.go.id"
# pengirim = "data@contoh.go.id"
# pengguna = "data"
# sandi_dari = "IKM_SUREL_SANDI"
#
# [webhook]
# alamat = "https://contoh.go.id/kait"
"""


def settings_text(settings: Any) -> str:
    """The text of ``ikm.toml`` for a dataclass of sections; reading it gives the same settings again."""
    parts = [_HEAD]
    for one in fields(settings):
        section = getattr(settings, one.name)
        parts.append("\n".join([*_comments(*_title(section)), f"[{one.name}]"]) + "\n")
        for key in fields(section):
            shown = key.metadata["kind"].show(getattr(section, key.name))
            parts.append("\n".join([*_comments(*key.metadata["meaning"]), f"{key.name} = {shown}"]) + "\n")
    return "\n".join([*parts, _TAIL])


def missing_keys(settings: Any, text: str) -> list[str]:
    """Keys that a settings file does not name, commented or not; their defaults hold."""
    named, section = set(), ""
    for line in text.splitlines():
        if header := _HEADER.match(line):
            section = header[1]
        elif key := _KEY.match(line):
            named.add(f"{section}.{key[1]}")
    wanted = (
        f"{one.name}.{key.name}" for one in fields(settings) for key in fields(getattr(settings, one.name))
    )
    return [name for name in wanted if name not in named]


def _title(section: Any) -> tuple[str, str]:
    meaning, _, en = (type(section).__doc__ or "").partition("|")
    return f"== {meaning.strip()} ==", en.strip()


def _comments(*texts: str) -> list[str]:
    return [line for text in texts if text for line in _wrapped(text)]


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent="# ", subsequent_indent="#   ", break_long_words=False)
