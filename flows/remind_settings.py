"""When and how reminders go, from the settings file: sections ``pengingat``, ``surel``, ``webhook``.

A section that is not there is not configured: nothing goes over that channel. Passwords and keys never stand here,
only the names of the environment variables that hold them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from flows.contacts import is_address
from flows.outputs.reminder import Pengingat
from flows.post import LOOPBACK, Surel, Webhook
from flows.remind import Channels

FILE = "ikm.toml"
MOST_DAYS = 365


class Fault(NamedTuple):
    """A setting that cannot be used: ``surel.port``, the key of the sentence, its details."""

    nama: str
    key: str
    rincian: Mapping[str, object]


class _Section:
    """One section, read key by key; what is wrong or not known is noted, and the default stands."""

    def __init__(self, name: str, values: Mapping[str, Any], faults: list[Fault]) -> None:
        self._name, self._left, self._faults = name, dict(values), faults

    def take(self, key: str, default: Any, good: Callable[[Any], bool], meant: str) -> Any:
        if key not in self._left:
            return default
        value = self._left.pop(key)
        if good(value):
            return value
        self.wrong(key, "setting.bad", meant=meant)
        return default

    def wrong(self, key: str, sentence: str, **details: object) -> None:
        self._faults.append(Fault(f"{self._name}.{key}", sentence, details))

    def end(self) -> None:
        for key in self._left:
            self.wrong(key, "setting.unknown")


def channels_from(settings: Mapping[str, Any]) -> tuple[Channels, list[Fault]]:
    """The channels that these settings configure; with any fault nothing should be sent."""
    faults: list[Fault] = []
    sections = {name: settings.get(name) for name in ("pengingat", "surel", "webhook")}
    for name, values in sections.items():
        if values is not None and not isinstance(values, Mapping):
            faults.append(Fault(name, "setting.no_section", {}))
            sections[name] = None
    return Channels(
        _reminding(sections["pengingat"] or {}, faults),
        None if sections["surel"] is None else _mail(sections["surel"], faults),
        None if sections["webhook"] is None else _webhook(sections["webhook"], faults),
    ), faults


def read_channels(home: Path) -> tuple[Channels, list[Fault]]:
    """:func:`channels_from` the settings file of ``home``; nothing is configured where there is none."""
    try:
        text = (home / FILE).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return Channels(), []
    try:
        return channels_from(tomllib.loads(text))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        return Channels(), [Fault(FILE, "setting.no_toml", {"alasan": str(problem).splitlines()[0]})]


def _reminding(values: Mapping[str, Any], faults: list[Fault]) -> Pengingat:
    plain, section = Pengingat(), _Section("pengingat", values, faults)
    found = Pengingat(
        tuple(section.take("sebelum", plain.sebelum, _are_days, "[7, 1]")),
        section.take("pada_hari", plain.pada_hari, lambda one: isinstance(one, bool), "true"),
        tuple(section.take("sesudah", plain.sesudah, _are_days, "[3, 7]")),
        section.take("eskalasi", plain.eskalasi, _is_day, "14"),
    )
    section.end()
    if found.sesudah and found.eskalasi <= max(found.sesudah):
        section.wrong("eskalasi", "setting.too_soon", sesudah=max(found.sesudah))
    return found


def _mail(values: Mapping[str, Any], faults: list[Fault]) -> Surel:
    plain, section = Surel("", ""), _Section("surel", values, faults)
    found = Surel(
        server=section.take("server", "", _is_text, '"mail.dinas.go.id"'),
        pengirim=section.take("pengirim", "", _is_mail, '"data@dinas.go.id"'),
        port=section.take("port", plain.port, lambda one: _is_number(one, 65535), "587"),
        keamanan=section.take(
            "keamanan", plain.keamanan, lambda one: one in {"starttls", "ssl", "tanpa"}, '"starttls"'
        ),
        pengguna=section.take("pengguna", "", lambda one: isinstance(one, str), '"data"'),
        sandi_dari=section.take("sandi_dari", plain.sandi_dari, _is_name, '"IKM_SUREL_SANDI"'),
        sertifikat=section.take("sertifikat", "", lambda one: isinstance(one, str), '"ca.pem"'),
        batas_detik=section.take("batas_detik", plain.batas_detik, lambda one: _is_number(one, 600), "30"),
        provinsi=tuple(section.take("provinsi", (), _are_mails, '["kabid@dinas.go.id"]')),
    )
    if "sandi" in values or "password" in values:
        section.wrong("sandi", "setting.no_password", variabel=found.sandi_dari)
    section.end()
    for key, value in (("server", found.server), ("pengirim", found.pengirim)):
        if not value and key not in values:
            section.wrong(key, "setting.missing")
    if found.pengguna and found.keamanan == "tanpa" and found.server not in LOOPBACK:
        section.wrong("keamanan", "setting.bare_password")
    return found


def _webhook(values: Mapping[str, Any], faults: list[Fault]) -> Webhook:
    plain, section = Webhook(""), _Section("webhook", values, faults)
    found = Webhook(
        section.take("alamat", "", _is_safe_address, '"https://…"'),
        section.take("kepala", {}, _are_headers, '{ Authorization = "IKM_WEBHOOK_KUNCI" }'),
        section.take("batas_detik", plain.batas_detik, lambda one: _is_number(one, 600), "15"),
    )
    section.end()
    if not found.alamat and "alamat" not in values:
        section.wrong("alamat", "setting.missing")
    return found


def _is_number(value: object, most: int) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= most


def _is_day(value: object) -> bool:
    return isinstance(value, int) and _is_number(value, MOST_DAYS)


def _are_days(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_day, value))


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip()) and value == "".join(value.split())


def _is_name(value: object) -> bool:
    return isinstance(value, str) and value.isidentifier()


def _is_mail(value: object) -> bool:
    return isinstance(value, str) and is_address(value)


def _are_mails(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_mail, value))


def _is_safe_address(value: object) -> bool:
    """https, and http only to this machine: what is posted is nobody else's to read."""
    if not _is_text(value):
        return False
    try:
        parts = urlsplit(str(value))
    except ValueError:
        return False
    return bool(parts.hostname) and (
        parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK)
    )


def _are_headers(value: object) -> bool:
    return isinstance(value, dict) and all(
        _is_name(variable) and name.replace("-", "").isalnum() for name, variable in value.items()
    )
