"""Send a text: as a file, by mail, to a webhook. What became of it is told; nothing is tried twice here."""

from __future__ import annotations

import hashlib
import json
import os
import re
import smtplib
import ssl
import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from email.message import EmailMessage
from email.policy import SMTP as WIRE
from email.utils import formatdate
from pathlib import Path
from typing import Literal, NamedTuple

from flows.outputs.names import folder_name, safe_name
from flows.outputs.reminder import Message
from schemas.district_names import districts

Security = Literal["starttls", "ssl", "tanpa"]
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_DOT = re.compile(rb"(?m)^\.")
_READY = 354


class Outcome(NamedTuple):
    """``takpasti``: it broke off when the other side may have had it. ``alasan``: the key of a sentence, or None;
    ``rinci``: what the other side answered, without addresses."""

    keadaan: Literal["terkirim", "gagal", "takpasti"]
    alasan: str | None = None
    rinci: str = ""


SENT = Outcome("terkirim")


@dataclass(frozen=True, slots=True)
class Surel:
    """A mail server. ``sandi_dari``: the environment variable with the password; ``sertifikat``: the authority of an
    office that has its own; ``provinsi``: where the summary goes."""

    server: str
    pengirim: str
    port: int = 587
    keamanan: Security = "starttls"
    pengguna: str = ""
    sandi_dari: str = "IKM_SUREL_SANDI"
    sertifikat: str = ""
    batas_detik: float = 30
    provinsi: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Webhook:
    """An address that takes JSON by POST. ``kepala``: header → the environment variable that holds its value."""

    alamat: str
    kepala: Mapping[str, str] = field(default_factory=dict)
    batas_detik: float = 15


class MailBox:
    """A mail server for the messages of one run; a line that breaks is opened again for the next message."""

    def __init__(self, settings: Surel) -> None:
        self._settings = settings
        self._line: smtplib.SMTP | None = None
        self._down: Outcome | None = None

    def send(self, message: Message, to: Sequence[str], today: date) -> Outcome:
        """Send one message; a server that cannot be reached is not called again in this run."""
        if not to:
            return Outcome("gagal", "post.no_address")
        if self._down is not None:
            return self._down
        try:
            line = self._connected()
        except (OSError, smtplib.SMTPException) as problem:
            self.close()
            self._down = Outcome("gagal", _why(problem), _said(problem))
            return self._down
        try:
            outcome = _transmit(line, self._settings.pengirim, to, _mail(message, self._settings, to, today))
        except (OSError, smtplib.SMTPException) as problem:
            outcome = Outcome("gagal", _why(problem), _said(problem))
        if outcome.keadaan != "terkirim":
            self.close()
        return outcome

    def close(self) -> None:
        """Hang up."""
        if self._line is not None:
            self._line.close()
            self._line = None

    def _connected(self) -> smtplib.SMTP:
        if self._line is not None:
            return self._line
        chosen = self._settings
        password = os.environ.get(chosen.sandi_dari, "") if chosen.pengguna else ""
        if chosen.pengguna and not password:
            raise smtplib.SMTPAuthenticationError(0, b"")
        context = ssl.create_default_context(cafile=chosen.sertifikat or None)
        if chosen.keamanan == "ssl":
            self._line = smtplib.SMTP_SSL(
                chosen.server, chosen.port, timeout=chosen.batas_detik, context=context
            )
        else:
            self._line = smtplib.SMTP(chosen.server, chosen.port, timeout=chosen.batas_detik)
        if chosen.keamanan == "starttls":
            self._line.starttls(context=context)
        self._line.ehlo_or_helo_if_needed()
        if chosen.pengguna:
            self._line.login(chosen.pengguna, password)
        return self._line


def _transmit(line: smtplib.SMTP, sender: str, to: Sequence[str], mail: bytes) -> Outcome:
    """One mail over an open line. ``smtplib.sendmail`` does not tell whether the text had gone when the line broke."""
    code, _ = line.mail(sender)
    if code != 250:
        return Outcome("gagal", "post.sender_refused", str(code))
    answers = [line.rcpt(one)[0] for one in to]
    refused = [code for code in answers if code not in (250, 251)]
    if len(refused) == len(to):
        return Outcome("gagal", "post.refused", str(refused[0]))
    code, _ = line.docmd("data")
    if code != _READY:
        return Outcome("gagal", "post.refused", str(code))
    try:
        line.send(_DOT.sub(b"..", mail) + (b"" if mail.endswith(b"\r\n") else b"\r\n") + b".\r\n")
        code, _ = line.getreply()
    except (OSError, smtplib.SMTPServerDisconnected):
        return Outcome("takpasti", "post.broke_off")
    if code != 250:
        return Outcome("gagal", "post.refused", str(code))
    return Outcome("terkirim", "post.some_refused", str(refused[0])) if refused else SENT


def _mail(message: Message, settings: Surel, to: Sequence[str], today: date) -> bytes:
    mail = EmailMessage()
    mail["From"] = settings.pengirim
    mail["To"] = ", ".join(to)
    mail["Subject"] = message.judul
    mail["Date"] = formatdate(localtime=True)
    mail["Message-ID"] = f"<{fingerprint(message, today)}@{settings.pengirim.rpartition('@')[2]}>"
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(message.teks, cte="quoted-printable")
    return mail.as_bytes(policy=WIRE)


def fingerprint(message: Message, today: date) -> str:
    """The same for the same message however often it is tried: receivers may tell a copy by it."""
    marks = "\n".join((message.jenis, message.kode_wilayah or "", today.isoformat(), *message.tanda))
    return hashlib.sha256(marks.encode()).hexdigest()[:32]


def post_webhook(settings: Webhook, message: Message, today: date) -> Outcome:
    """Send one message as JSON; anything but an answer of 2xx is a failure, and no redirection is followed."""
    headers = {"Content-Type": "application/json", "Idempotency-Key": fingerprint(message, today)}
    for name, variable in settings.kepala.items():
        if not os.environ.get(variable):
            return Outcome("gagal", "post.no_secret", variable)
        headers[name] = os.environ[variable]
    body = {
        "jenis": message.jenis, "hari": today.isoformat(), "kode_wilayah": message.kode_wilayah,
        "nama": message.nama, "judul": message.judul, "teks": message.teks,
    }  # fmt: skip
    data = json.dumps(body, ensure_ascii=False).encode()
    try:
        request = urllib.request.Request(settings.alamat, data, headers, method="POST")
        with urllib.request.build_opener(_NoRedirect).open(request, timeout=settings.batas_detik):
            return SENT
    except urllib.error.HTTPError as problem:
        problem.close()
        return Outcome("gagal", "post.refused", str(problem.code))
    except urllib.error.URLError as problem:
        reason = problem.reason
        return Outcome("gagal", _why(reason) if isinstance(reason, Exception) else "post.unreachable")
    except (OSError, ValueError, EOFError):
        # The request had gone; what became of it nobody said.
        return Outcome("takpasti", "post.broke_off")


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object, **__: object) -> None:
        return None


def write_text(folder: Path, message: Message, today: date) -> Outcome:
    """Put the text under ``folder``, a folder a day, ready to be pasted into a chat."""
    if message.kode_wilayah is None:
        stem = "ringkasan"
    else:
        stem = folder_name(message.kode_wilayah, districts()[message.kode_wilayah].nama)
        stem += " - kepala dinas" if message.jenis == "eskalasi" else ""
    target = folder / today.isoformat() / f"{safe_name(stem)}.txt"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh = target.with_name(target.name + ".baru")
        fresh.write_text(message.teks + "\n", encoding="utf-8")
        os.replace(fresh, target)
    except OSError as problem:
        return Outcome("gagal", "post.no_file", problem.strerror or "")
    return SENT


def _why(problem: Exception) -> str:
    if isinstance(problem, smtplib.SMTPAuthenticationError):
        return "post.no_secret" if problem.smtp_code == 0 else "post.login"
    if isinstance(problem, smtplib.SMTPNotSupportedError):
        return "post.no_tls"
    if isinstance(problem, ssl.SSLError):
        return "post.certificate"
    # smtplib says of a server that does not answer that it hung up.
    if isinstance(problem, TimeoutError) or isinstance(problem.__context__, TimeoutError):
        return "post.timeout"
    return "post.unreachable"


def _said(problem: Exception) -> str:
    """The code of an answer; its text may repeat an address."""
    return str(problem.smtp_code) if isinstance(problem, smtplib.SMTPResponseException) else ""
