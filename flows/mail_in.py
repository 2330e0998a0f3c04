"""Take workbooks out of a mailbox and put them into the inbox: each once, none lost, whatever dies in between.

A message is filed away only after its attachments rest in the inbox. What is told holds no addresses.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from flows.mail_memory import FOLDER as MEMORY_FOLDER
from flows.mail_memory import Memory, Place, content_digest
from flows.mail_message import Letter, identity_of, is_vouched, read_letter, sender_of
from flows.mail_put import finish_all, last_number, plan_of, put, write_waiting
from flows.mail_senders import Senders, read_senders
from flows.mail_server import Head, Mailbox, MailFault, opened
from flows.mail_settings import Imap
from schemas.clock import office_now
from schemas.obligations import Mistake
from warehouse.lock import Locked, only_writer

MEGABYTE = 1_000_000


class TakenLetter(NamedTuple):
    """A message whose files were put: its number (0 in a trial), the sender's district (None: any), its files, how
    many attachments were no workbooks."""

    nomor: int
    wilayah: str | None
    berkas: tuple[str, ...]
    lain: int


class LeftLetter(NamedTuple):
    """A message of an allowed sender that an officer should look at, and why."""

    wilayah: str | None
    alasan: tuple[str, ...]


@dataclass(slots=True)
class MailTold:
    """What a run did.

    ``surat``: messages in the folder; ``diselesaikan``: messages an earlier run had begun; ``sudah``: taken before,
    only filed away now; ``asing``: domain → messages of strangers ("" where no sender can be made out);
    ``tak_terbukti``: messages of allowed senders that the server named did not vouch for; ``besar``: too large;
    ``menunggu``: still waiting for an officer's look; ``tak_dipindah``: taken, but not filed away; ``sisa``: left
    for the next run; ``salah``: lines of the list of senders; ``gangguan``: (key, details) of what stopped it.
    """

    surat: int = 0
    diselesaikan: int = 0
    diambil: list[TakenLetter] = field(default_factory=list)
    sudah: int = 0
    asing: Counter[str] = field(default_factory=Counter)
    tak_terbukti: int = 0
    besar: int = 0
    dilihat: list[LeftLetter] = field(default_factory=list)
    menunggu: int = 0
    tak_dipindah: int = 0
    sisa: int = 0
    salah: list[Mistake] = field(default_factory=list)
    gangguan: tuple[str, Mapping[str, object]] | None = None

    def is_quiet(self) -> bool:
        """Whether there is nothing that somebody should see to."""
        troubled = self.dilihat or self.menunggu or self.tak_terbukti or self.besar or self.tak_dipindah
        return not (troubled or self.salah or self.gangguan)


def take_mail(
    home: Path, settings: Imap, password: str, *, inbox: Path | None = None, trial: bool = False
) -> MailTold:
    """Take the messages of allowed senders; nothing where no server is set.

    ``inbox``: the folder of files sent in (``inbox`` below ``home``, made where it is missing); ``trial``: only
    say what would be taken. What goes wrong outside is in ``gangguan``; the next run goes on where this one was.
    """
    told = MailTold()
    if not settings.server:
        return told
    try:
        senders, told.salah = read_senders(home)
        if trial:
            _Run(home, settings, senders, told, _inbox(home, inbox, make=False), None).take(password)
        else:
            folder = _inbox(home, inbox, make=True)
            (home / MEMORY_FOLDER).mkdir(parents=True, exist_ok=True)
            with only_writer(home / MEMORY_FOLDER / "kunci"):
                _Run(home, settings, senders, told, folder, Memory(home)).take(password)
    except MailFault as fault:
        told.gangguan = fault.key, fault.rincian
    except Locked:
        told.gangguan = "mail.busy", {}
    except OSError as problem:
        told.gangguan = "mail.disk", {"alasan": problem.strerror or type(problem).__name__}
    return told


def _inbox(home: Path, inbox: Path | None, *, make: bool) -> Path:
    folder = home / "inbox" if inbox is None else inbox
    if make and folder.is_relative_to(home):
        folder.mkdir(parents=True, exist_ok=True)
    # A network folder that is away must not be made anew on the disk below it.
    if make and not folder.is_dir():
        raise MailFault("mail.no_inbox", folder=folder)
    return folder


class _Run:
    """One run over one mailbox; ``memory`` is None for a trial, which changes nothing anywhere."""

    def __init__(
        self, home: Path, settings: Imap, senders: Senders, told: MailTold, inbox: Path, memory: Memory | None
    ) -> None:
        self._home, self._settings, self._senders = home, settings, senders
        self._told, self._inbox, self._memory = told, inbox, memory
        self._fetched = 0

    def take(self, password: str) -> None:
        if self._memory is not None:
            self._told.diselesaikan = finish_all(self._home, self._inbox, self._memory, office_now())
        if not self._senders.by_name:
            raise MailFault("mail.no_senders")
        with opened(self._settings, password, trial=self._memory is None) as box:
            uids = box.uids()
            self._told.surat = len(uids)
            if self._memory is not None and uids:
                box.make_folder()
            for head in box.heads(uids):
                self._one(box, head)

    def _one(self, box: Mailbox, head: Head) -> None:
        address = sender_of(head.kepala)
        sender = None if address is None else self._senders.of(address)
        if address is None or sender is None:
            self._told.asing[(address or "").rpartition("@")[2].casefold()] += 1
            return
        if self._settings.penjamin and not is_vouched(head.kepala, self._settings.penjamin, address):
            self._told.tak_terbukti += 1
            return
        place, identity = Place(box.kotak, box.keabsahan, head.uid), identity_of(head.kepala)
        if self._memory is not None and self._memory.is_to_be_looked_at(place, identity):
            self._told.menunggu += 1
        elif self._memory is not None and self._memory.is_taken(place, identity):
            self._told.sudah += 1
            self._file_away(box, head.uid)
        elif head.ukuran > self._settings.batas_mb * MEGABYTE:
            self._told.besar += 1
        elif self._fetched >= self._settings.paling_banyak:
            self._told.sisa += 1
        else:
            self._fetch(box, place, identity, sender.kode)

    def _fetch(self, box: Mailbox, place: Place, identity: str, kode: str | None) -> None:
        self._fetched += 1
        most = self._settings.batas_mb * MEGABYTE + 1
        try:
            raw = box.fetch(place.uid, most)
        except MailFault:
            # One message that the server cannot give must not keep the others back.
            self._told.dilihat.append(LeftLetter(kode, ("tak_terbaca",)))
            return
        if raw is None:
            return
        if len(raw) >= most:
            self._told.besar += 1
            return
        letter = read_letter(raw)
        if self._memory is None:
            self._tell(0, kode, letter)
            return
        if letter.pieces:
            self._put(self._memory, place, identity, kode, letter)
        elif letter.doubts:
            self._memory.note_look(place, identity, letter.doubts, office_now())
            self._tell(0, kode, letter)
        if letter.doubts:
            self._mark(box, place.uid)
        else:
            self._file_away(box, place.uid)

    def _put(self, memory: Memory, place: Place, identity: str, kode: str | None, letter: Letter) -> None:
        """Put the files into the inbox, unless they came before; afterwards they are there for good."""
        files = [(one.path, hashlib.sha256(one.data).hexdigest()) for one in letter.pieces]
        content = content_digest(f"{identity}\0{kode}", files)
        if memory.is_known(content):
            memory.note_again(place, identity, content, letter.doubts, office_now())
            self._told.sudah += 1
            return
        plan = plan_of(max(memory.last, last_number(self._inbox)) + 1, kode, letter.pieces)
        try:
            write_waiting(self._inbox, plan, letter.pieces)
            memory.note_plan(plan, place, identity, content, letter.doubts, office_now())
            put(self._inbox, plan)
            memory.note_put(plan.nomor, office_now())
        except OSError as problem:
            # Said here, for an error of the network is an OSError too.
            raise MailFault("mail.disk", alasan=problem.strerror or type(problem).__name__) from problem
        self._tell(plan.nomor, kode, letter)

    def _tell(self, nomor: int, kode: str | None, letter: Letter) -> None:
        if letter.pieces:
            names = tuple(one.path for one in letter.pieces)
            self._told.diambil.append(TakenLetter(nomor, kode, names, letter.others))
        if letter.doubts:
            self._told.dilihat.append(LeftLetter(kode, tuple(letter.doubts)))

    def _file_away(self, box: Mailbox, uid: int) -> None:
        try:
            box.file_away(uid)
        except MailFault:
            # The files are safe; the message is known and moved by a later run.
            self._told.tak_dipindah += 1

    def _mark(self, box: Mailbox, uid: int) -> None:
        try:
            box.mark(uid)
        except MailFault:
            self._told.tak_dipindah += 1
