"""Remind districts of what they owe: who is told what today, over which channels, and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from flows.contacts import FILE as CONTACTS
from flows.contacts import Contact, read_contacts
from flows.obligations import OBLIGATIONS
from flows.outputs.reminder import Message, Pengingat, messages_for, reached, subject_of, summary_for
from flows.outputs.status_matrix import Unit
from flows.post import MailBox, Outcome, Surel, Webhook, post_webhook, write_text
from flows.sent_log import SentLog
from flows.status import Asked, read_status
from schemas.clock import office_now
from schemas.obligations import Mistake
from warehouse.lock import only_writer

FOLDER = "pesan"
Send = Callable[[Message], Outcome]


@dataclass(frozen=True, slots=True)
class Channels:
    """When districts are reminded, and what is configured beside files."""

    pengingat: Pengingat = field(default_factory=Pengingat)
    surel: Surel | None = None
    webhook: Webhook | None = None


@dataclass(slots=True)
class Reminded:
    """``pesan``: every text that went, or with a trial would go, with the channel; ``hasil`` stays empty then.

    ``libur``: offices are closed today, so nothing goes. ``takpasti``: (channel, district) of earlier attempts
    of which nobody knows whether they arrived. ``salah``: mistakes in the lists, with which nothing goes.
    """

    pesan: list[tuple[str, Message]] = field(default_factory=list)
    hasil: list[tuple[str, Message, Outcome]] = field(default_factory=list)
    libur: bool = False
    belum_ada: bool = False
    takpasti: list[tuple[str, str]] = field(default_factory=list)
    salah: list[tuple[str, Mistake]] = field(default_factory=list)
    folder: Path = Path()


def remind(
    home: Path,
    channels: Channels,
    today: date | None = None,
    *,
    trial: bool = False,
    wait_seconds: float = 30,
) -> Reminded:
    """Send what is to be said on ``today`` and was not said yet; with ``trial`` send and note nothing.

    Nobody is reminded by lists that no officer has seen: without ``kewajiban.csv`` nothing happens. Raises
    :class:`warehouse.lock.Locked` while another reminding runs.
    """
    day = today or office_now().date()
    told = Reminded(folder=home / FOLDER)
    if not (home / OBLIGATIONS).exists():
        told.belum_ada = True
        return told
    status = read_status(home, day, Asked(), wait_seconds)
    contacts, wrong = read_contacts(home)
    told.salah = [*status.tugas.salah, *((CONTACTS, one) for one in wrong)]
    if told.salah:
        return told
    told.libur = not status.tugas.hari.is_working(day)
    if trial:
        log = SentLog(told.folder)
        for name in _names(channels):
            told.pesan += [(name, one) for one in _round(log, name, status.semua, channels, day)]
        return told
    if told.libur:
        return told
    told.folder.mkdir(parents=True, exist_ok=True)
    with only_writer(told.folder / "kirim.kunci", wait_seconds):
        log = SentLog(told.folder)
        told.takpasti = log.unsure()
        mail = MailBox(channels.surel) if channels.surel is not None else None
        try:
            for name, send in _senders(channels, told.folder, contacts, mail, day):
                for message in _round(log, name, status.semua, channels, day):
                    told.hasil.append((name, message, _sent(log, name, message, send, day)))
        finally:
            if mail is not None:
                mail.close()
    told.pesan = [(name, message) for name, message, _ in told.hasil]
    return told


def _round(log: SentLog, name: str, units: Sequence[Unit], channels: Channels, day: date) -> list[Message]:
    """What goes over one channel: texts with a stage that was not told yet, to districts not told yet today."""
    rule = channels.pengingat
    long_ago = day - timedelta(days=rule.eskalasi - max((0, *rule.sesudah)))

    def warned(one: Unit) -> bool:
        first = log.first_told(name, "pengingat", one.kode_wilayah, subject_of(one))
        return first is not None and first <= long_ago.isoformat()

    due = [
        one
        for one in messages_for(reached(units, rule, day), rule, day, warned)
        if not log.is_told(name, one.jenis, one.kode_wilayah or "", day)
        and not all(log.is_sent(name, one.jenis, one.kode_wilayah or "", mark) for mark in one.tanda)
    ]
    summary = summary_for(units, due, day)
    wanted = due and _is_summed(channels, name) and not log.is_told(name, summary.jenis, "", day)
    return [*due, summary] if wanted else due


def _sent(log: SentLog, name: str, message: Message, send: Send, day: date) -> Outcome:
    place = message.kode_wilayah or ""
    log.note(office_now(), day, name, message.jenis, place, "akan", message.tanda)
    outcome = send(message)
    log.note(office_now(), day, name, message.jenis, place, outcome.keadaan, message.tanda)
    return outcome


def _is_summed(channels: Channels, name: str) -> bool:
    """Whether the summary goes over a channel: by mail only where the province has an address."""
    return name != "surel" or (channels.surel is not None and bool(channels.surel.provinsi))


def _names(channels: Channels) -> list[str]:
    return [
        "berkas",
        *(["surel"] if channels.surel is not None else []),
        *(["webhook"] if channels.webhook is not None else []),
    ]


def _senders(
    channels: Channels, folder: Path, contacts: dict[str, Contact], mail: MailBox | None, day: date
) -> list[tuple[str, Send]]:
    found: list[tuple[str, Send]] = [("berkas", lambda one: write_text(folder, one, day))]
    if mail is not None and channels.surel is not None:
        office = channels.surel.provinsi
        found.append(("surel", lambda one: mail.send(one, _addresses(one, contacts, office), day)))
    if channels.webhook is not None:
        hook = channels.webhook
        found.append(("webhook", lambda one: post_webhook(hook, one, day)))
    return found


def _addresses(message: Message, contacts: dict[str, Contact], office: tuple[str, ...]) -> tuple[str, ...]:
    if message.kode_wilayah is None:
        return office
    contact = contacts.get(message.kode_wilayah, Contact((), ()))
    return contact.atasan if message.jenis == "eskalasi" else contact.surel
