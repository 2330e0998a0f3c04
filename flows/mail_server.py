"""A mailbox over IMAP: look, fetch, file away. Whatever goes wrong is a :class:`MailFault` with a sentence."""

from __future__ import annotations

import imaplib
import re
import socket
import ssl
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, NamedTuple

from flows.mail_memory import digest
from flows.mail_settings import Imap
from flows.post import LOOPBACK

LONGEST_SESSION = (
    900  # seconds: a server that sends a byte now and then never runs into the limit of one answer
)
_CHUNK = 100
_MOST_HEAD = 65_536
_HEAD = f"(UID RFC822.SIZE BODY.PEEK[HEADER.FIELDS (MESSAGE-ID FROM AUTHENTICATION-RESULTS)]<0.{_MOST_HEAD}>)"
_UID = re.compile(rb"\bUID (\d+)")
_SIZE = re.compile(rb"\bRFC822\.SIZE (\d+)")


class MailFault(Exception):
    """The mailbox cannot be read, or not written to; ``key``: the sentence, ``rincian``: what fills it."""

    def __init__(self, key: str, **rincian: object) -> None:
        super().__init__(key)
        self.key, self.rincian = key, rincian


class Head(NamedTuple):
    """A message without its content: UID, size in bytes, the headers asked for."""

    uid: int
    ukuran: int
    kepala: bytes


class Mailbox:
    """An open mailbox; ``kotak``: a digest of which it is, ``keabsahan``: its UIDVALIDITY."""

    def __init__(self, line: imaplib.IMAP4, settings: Imap, keabsahan: int) -> None:
        self._line, self._settings = line, settings
        self._filing = settings.folder_selesai
        # What a server can do it may say only to those it knows.
        self._can = frozenset(b" ".join(one or b"" for one in line.capability()[1]).upper().split())
        self.keabsahan = keabsahan
        self.kotak = digest(settings.server.casefold(), settings.pengguna, settings.folder)

    def uids(self) -> list[int]:
        """The messages in the folder that are not marked as deleted, in order of arrival."""
        found = self._said(self._line.uid("SEARCH", "UNDELETED"))
        return sorted(
            int(one) for part in found if isinstance(part, bytes) for one in part.split() if one.isdigit()
        )

    def heads(self, uids: Sequence[int]) -> Iterator[Head]:
        """Sizes and headers; a message that vanished meanwhile is left out."""
        for start in range(0, len(uids), _CHUNK):
            asked = ",".join(map(str, uids[start : start + _CHUNK]))
            yield from (Head(*one) for one in _fetched(self._said(self._line.uid("FETCH", asked, _HEAD))))

    def fetch(self, uid: int, most: int) -> bytes | None:
        """The bytes of a message, ``most`` at the most; None where it is gone. It is not marked as read."""
        told = _fetched(self._said(self._line.uid("FETCH", str(uid), f"(UID BODY.PEEK[]<0.{most}>)")))
        return next((data for found, _, data in told if found == uid), None)

    def file_away(self, uid: int) -> None:
        """Move a message to the folder of those that are done with, or mark it as read where there is none."""
        if not self._filing:
            self._said(self._line.uid("STORE", str(uid), "+FLAGS.SILENT", r"(\Seen)"))
        elif b"MOVE" in self._can:
            self._said(self._line.uid("MOVE", str(uid), _quoted(self._filing)))
        else:
            self._said(self._line.uid("COPY", str(uid), _quoted(self._filing)))
            self._said(self._line.uid("STORE", str(uid), "+FLAGS.SILENT", r"(\Seen \Deleted)"))
            # Without UIDPLUS it stays marked: a plain EXPUNGE would remove what others marked, too.
            if b"UIDPLUS" in self._can:
                self._said(self._line.uid("EXPUNGE", str(uid)))

    def mark(self, uid: int) -> None:
        """Mark a message for a person to look at."""
        self._said(self._line.uid("STORE", str(uid), "+FLAGS.SILENT", r"(\Flagged)"))

    def make_folder(self) -> None:
        """Make the folder of the messages that are done with, where it is missing."""
        if self._filing:
            code, found = self._line.list('""', _quoted(self._filing))
            if code == "OK" and found in ([None], []):
                self._line.create(_quoted(self._filing))

    def _said(self, answer: tuple[str, Sequence[Any]]) -> Sequence[Any]:
        code, data = answer
        if code != "OK":
            raise MailFault("mail.quota" if _is_full(data) else "mail.refused")
        return data


@contextmanager
def opened(settings: Imap, password: str, *, trial: bool = False) -> Iterator[Mailbox]:
    """The mailbox of the settings, hung up afterwards; read-only for a trial. Raises :class:`MailFault`."""
    if not password:
        raise MailFault("mail.no_secret", variabel=settings.sandi_dari)
    line: imaplib.IMAP4 | None = None
    limit: threading.Timer | None = None
    try:
        line = _connected(settings)
        limit = threading.Timer(LONGEST_SESSION, _hang_up, [line])
        limit.daemon = True
        limit.start()
        _log_in(line, settings, password)
        yield Mailbox(line, settings, _selected(line, settings, trial))
    except (OSError, imaplib.IMAP4.error) as problem:
        raise _fault(problem, settings) from problem
    finally:
        if limit is not None:
            limit.cancel()
        if line is not None:
            _bye(line)


def _connected(settings: Imap) -> imaplib.IMAP4:
    if settings.keamanan == "tanpa" and settings.server not in LOOPBACK:
        raise MailFault("mail.bare")
    try:
        context = ssl.create_default_context(cafile=settings.sertifikat or None)
    except OSError as problem:
        raise MailFault("mail.no_certificate") from problem
    wait = settings.batas_detik
    if settings.keamanan == "ssl":
        return imaplib.IMAP4_SSL(settings.server, settings.port, ssl_context=context, timeout=wait)
    line = imaplib.IMAP4(settings.server, settings.port, timeout=wait)
    if settings.keamanan == "starttls":
        try:
            line.starttls(context)
        except (OSError, imaplib.IMAP4.error) as problem:
            line.shutdown()
            if isinstance(problem, imaplib.IMAP4.error) and not isinstance(problem, imaplib.IMAP4.abort):
                raise MailFault("mail.no_tls") from problem
            raise
    return line


def _log_in(line: imaplib.IMAP4, settings: Imap, password: str) -> None:
    try:
        if password.isascii() and "LOGINDISABLED" not in line.capabilities:
            line.login(settings.pengguna, password)
        else:
            secret = f"\0{settings.pengguna}\0{password}".encode()
            line.authenticate("PLAIN", lambda _: secret)
    except imaplib.IMAP4.abort:
        raise
    except imaplib.IMAP4.error as problem:
        raise MailFault("mail.login") from problem


def _selected(line: imaplib.IMAP4, settings: Imap, trial: bool) -> int:
    try:
        code, _ = line.select(_quoted(settings.folder), readonly=trial)
    except imaplib.IMAP4.readonly as problem:
        raise MailFault("mail.read_only") from problem
    if code != "OK":
        raise MailFault("mail.no_folder", folder=settings.folder)
    said = line.response("UIDVALIDITY")[1]
    if not said or not said[0] or not said[0].isdigit():
        raise MailFault("mail.no_uids")
    return int(said[0])


def _fetched(data: Sequence[Any]) -> Iterator[tuple[int, int, bytes]]:
    """UID, size (0 where not asked) and literal of each message; what a server adds unasked is passed over."""
    for place, one in enumerate(data):
        if not isinstance(one, tuple):
            continue
        behind = data[place + 1] if place + 1 < len(data) and isinstance(data[place + 1], bytes) else b""
        said = one[0] + b" " + behind
        uid, size = _UID.search(said), _SIZE.search(said)
        if uid is not None:
            yield int(uid[1]), int(size[1]) if size else 0, one[1]


def _quoted(folder: str) -> str:
    inside = folder.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{inside}"'


def _is_full(data: Sequence[Any]) -> bool:
    return any(isinstance(one, bytes) and b"QUOTA" in one.upper() for one in data)


def _hang_up(line: imaplib.IMAP4) -> None:
    with suppress(OSError):
        line.socket().shutdown(socket.SHUT_RDWR)


def _bye(line: imaplib.IMAP4) -> None:
    # No CLOSE: it would expunge what others marked as deleted.
    try:
        line.logout()
    except (OSError, imaplib.IMAP4.error):
        line.shutdown()


def _fault(problem: Exception, settings: Imap) -> MailFault:
    if isinstance(problem, ssl.SSLCertVerificationError):
        return MailFault("mail.certificate", server=settings.server)
    if isinstance(problem, ssl.SSLError):
        return MailFault("mail.no_tls")
    if isinstance(problem, TimeoutError):
        return MailFault("mail.timeout", server=settings.server)
    if isinstance(problem, imaplib.IMAP4.abort | ConnectionError):
        reached = not isinstance(problem, ConnectionRefusedError)
        return MailFault("mail.broke_off" if reached else "mail.unreachable", server=settings.server)
    if isinstance(problem, imaplib.IMAP4.error):
        return MailFault("mail.refused")
    return MailFault("mail.unreachable", server=settings.server)
