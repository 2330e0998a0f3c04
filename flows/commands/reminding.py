"""``ikm remind``: tell districts what they owe, or show what they would be told."""

from __future__ import annotations

import argparse
import sys

from flows.commands.status import day_asked, print_mistakes
from flows.contacts import write_first_contacts
from flows.messages import Language, say
from flows.outputs.reminder import Message
from flows.outputs.tally import with_weekday
from flows.remind import Channels, Reminded, remind
from flows.remind_settings import Fault, read_channels
from schemas.regions import districts


def remind_command(options: argparse.Namespace, bahasa: Language) -> int:
    """Remind. 0: all went, or nothing was to go, 1: some did not go, 2: nothing could be done."""
    today = day_asked(options.hari, bahasa)
    if today is None:
        return 2
    channels, faults = read_channels(options.home)
    if faults:
        _print_faults(faults, bahasa)
        return 2
    if channels.surel is not None:
        write_first_contacts(options.home)
    told = remind(options.home, channels, today, trial=options.coba)
    if told.belum_ada:
        print(say("remind.no_list", bahasa), file=sys.stderr)
        return 2
    if told.salah:
        print_mistakes(told.salah, bahasa)
        return 2
    if told.libur:
        day = with_weekday(today) if bahasa == "id" else today.isoformat()
        print(say("remind.day_off", bahasa, hari=day))
    return _print_trial(told, bahasa) if options.coba else _print_sent(told, channels, bahasa)


def _print_trial(told: Reminded, bahasa: Language) -> int:
    """Each text once, with the channels over which it would go."""
    ways: dict[Message, list[str]] = {}
    for name, message in told.pesan:
        ways.setdefault(message, []).append(name)
    for message, names in ways.items():
        print(f"── {say(f'remind.{message.jenis}', bahasa)}: {message.nama} ({', '.join(names)})")
        print(f"{message.teks}\n")
    print(say("remind.trial", bahasa, jumlah=len(ways)) if ways else say("remind.nothing", bahasa))
    return 0


def _print_sent(told: Reminded, channels: Channels, bahasa: Language) -> int:
    if not told.hasil and not told.libur:
        print(say("remind.nothing", bahasa))
    for name in dict.fromkeys(name for name, _, _ in told.hasil):
        mine = [outcome for channel, _, outcome in told.hasil if channel == name]
        went = sum(one.keadaan == "terkirim" for one in mine)
        print(say("remind.went", bahasa, saluran=name, jumlah=went, semua=len(mine)))
    if any(name == "berkas" for name, _, _ in told.hasil):
        print(say("remind.folder", bahasa, folder=told.folder))
    if told.hasil and channels.surel is None and channels.webhook is None:
        print(say("remind.files_only", bahasa))
    troubled = [
        (name, message, outcome) for name, message, outcome in told.hasil if outcome.alasan is not None
    ]
    for name, message, outcome in troubled:
        why = say(outcome.alasan or "", bahasa, rinci=outcome.rinci)
        print(
            f"  - {message.nama} ({name}, {say(f'remind.{message.jenis}', bahasa)}): {why}", file=sys.stderr
        )
    for name, kode in told.takpasti:
        district = districts().get(kode)
        nama = district.nama_lengkap if district is not None else "provinsi"
        print(f"  - {nama} ({name}): {say('remind.unsure', bahasa)}", file=sys.stderr)
    return 1 if troubled else 0


def _print_faults(faults: list[Fault], bahasa: Language) -> None:
    print(say("setting.faults", bahasa), file=sys.stderr)
    for one in faults:
        print(f"  - {one.nama}: {say(one.key, bahasa, **one.rincian)}", file=sys.stderr)
