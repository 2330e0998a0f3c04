"""``ikm mail``: take workbooks from the mailbox into the inbox, or show what would be taken."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from flows.mail_in import MailTold, take_mail
from flows.mail_senders import FILE as SENDERS
from flows.mail_senders import write_first_senders
from flows.mail_settings import FILE, Imap, read_imap
from flows.messages import Language, say
from schemas.obligations import Mistake

MOST_LINES = 20


def mail_command(options: argparse.Namespace, bahasa: Language) -> int:
    """Fetch. 0: all well, 1: somebody should look at something, 2: nothing could be done."""
    settings, wrong = read_imap(options.home)
    if wrong:
        print(say("mail.settings", bahasa, berkas=options.home / FILE), file=sys.stderr)
        for one in wrong:
            print(f"  - {one.kolom}: {_said(one, bahasa)}", file=sys.stderr)
        return 2
    if not settings.server:
        place = options.home / FILE
        print(say("mail.off", bahasa, berkas=place, variabel=settings.sandi_dari), file=sys.stderr)
        return 2
    if not options.coba and write_first_senders(options.home):
        print(say("mail.written", bahasa, berkas=options.home / SENDERS), file=sys.stderr)
        return 2
    told = take_mail(
        options.home, settings, os.environ.get(settings.sandi_dari, ""), trial=bool(options.coba)
    )
    for sentence in good_news(told, bahasa, trial=bool(options.coba)):
        print(sentence)
    for sentence in troubles(told, settings, bahasa):
        print(sentence, file=sys.stderr)
    if told.gangguan is not None and not told.diambil:
        return 2
    return 0 if told.is_quiet() else 1


def good_news(told: MailTold, bahasa: Language, *, trial: bool = False) -> list[str]:
    """What was taken: a sentence, then a line a message."""
    found = []
    if told.diselesaikan:
        found.append(say("mail.finished", bahasa, jumlah=told.diselesaikan))
    if told.diambil:
        files = sum(len(one.berkas) for one in told.diambil)
        key = "mail.would" if trial else "mail.taken"
        found.append(say(key, bahasa, surat=len(told.diambil), berkas=files))
    elif told.gangguan is None:
        found.append(say("mail.none", bahasa))
    for one in told.diambil[:MOST_LINES]:
        names = ", ".join(one.berkas) + (say("mail.others", bahasa, jumlah=one.lain) if one.lain else "")
        found.append(f"  - {say('mail.letter', bahasa, siapa=_who(one.wilayah, bahasa), berkas=names)}")
    found += _more(len(told.diambil), bahasa)
    if told.sudah:
        found.append(say("mail.again", bahasa, jumlah=told.sudah))
    if told.sisa:
        found.append(say("mail.left", bahasa, jumlah=told.sisa))
    return found


def troubles(told: MailTold, settings: Imap, bahasa: Language) -> list[str]:
    """What somebody should see to, and the strangers; no address, at most domains."""
    found = []
    if told.asing:
        domains = ", ".join(
            say("mail.stranger", bahasa, domain=name or say("mail.nameless", bahasa), jumlah=count)
            for name, count in told.asing.most_common(5)
        ) + (", …" if len(told.asing) > 5 else "")
        found.append(say("mail.strangers", bahasa, jumlah=told.asing.total(), berkas=SENDERS, domain=domains))
    for one in told.dilihat[:MOST_LINES]:
        why = "; ".join(say(f"mail.doubt.{alasan}", bahasa) for alasan in one.alasan)
        found.append(say("mail.look", bahasa, siapa=_who(one.wilayah, bahasa), alasan=why))
    found += _more(len(told.dilihat), bahasa)
    if told.menunggu:
        found.append(say("mail.waiting", bahasa, jumlah=told.menunggu))
    if told.tak_terbukti:
        found.append(say("mail.unproven", bahasa, jumlah=told.tak_terbukti, penjamin=settings.penjamin))
    if told.besar:
        found.append(say("mail.large", bahasa, jumlah=told.besar, batas=settings.batas_mb))
    if told.tak_dipindah:
        found.append(
            say("mail.stuck", bahasa, jumlah=told.tak_dipindah, folder=settings.folder_selesai or "-")
        )
    found += _mistakes(told.salah, bahasa)
    if told.gangguan is not None:
        key, details = told.gangguan
        found.append(say("mail.fault", bahasa, sebab=say(key, bahasa, **details)))
    return found


def _mistakes(mistakes: Sequence[Mistake], bahasa: Language) -> list[str]:
    found = [say("mail.mistakes", bahasa, jumlah=len(mistakes))] if mistakes else []
    for one in mistakes[:MOST_LINES]:
        where = say("mail.line", bahasa, berkas=SENDERS, baris=one.baris, kolom=one.kolom)
        found.append(f"  - {where}: {_said(one, bahasa)}")
    return found + _more(len(mistakes), bahasa)


def _more(count: int, bahasa: Language) -> list[str]:
    return [f"  {say('more', bahasa, jumlah=count - MOST_LINES)}"] if count > MOST_LINES else []


def _said(one: Mistake, bahasa: Language) -> str:
    place = 1 if bahasa == "en" else 0
    known = {name: value[place] if isinstance(value, tuple) else value for name, value in one.rincian.items()}
    return say(one.key, bahasa, **known)


def _who(kode: str | None, bahasa: Language) -> str:
    from schemas.regions import districts

    return say("mail.anyone", bahasa) if kode is None else f"{districts()[kode].nama_lengkap} ({kode})"
