"""The flow that takes in the inbox: what is whole is loaded and answered, then put where it belongs."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from prefect import flow, get_run_logger, task
from prefect.client.schemas import State as RunState

from flows.artifacts import Shown, show_answers, show_files, show_findings
from flows.commands.mailing import good_news, troubles
from flows.inbox import Looked, Waiting, folders_of, look
from flows.inbox_work import Worked, add, batches, load_batch, settle_batch, settle_refused, tidy
from flows.mail_in import take_mail
from flows.messages import Language, number, say
from flows.runs import RETRY_SECONDS, in_a_sentence, run_alone, worth_retrying
from flows.settings import Settings


@task(name="muat", retries=3, retry_delay_seconds=RETRY_SECONDS, retry_condition_fn=worth_retrying)
def load_task(files: list[Waiting], home: Path, before: int, total: int, bahasa: Language) -> None:
    """One task for a whole batch: a task run costs far more than understanding one workbook."""
    shown = Shown(before, total, bahasa)
    with in_a_sentence(home, bahasa):
        load_batch(files, home, shown.step)
    shown.at(before + len(files))


@task(name="balas", retries=3, retry_delay_seconds=RETRY_SECONDS, retry_condition_fn=worth_retrying)
def settle_task(files: list[Waiting], home: Path, bahasa: Language, zone: str, remove: bool) -> Worked:
    """Answer the offices and put the files away."""
    with in_a_sentence(home, bahasa):
        return settle_batch(files, home, bahasa, datetime.now(ZoneInfo(zone)), remove=remove)


@flow(name="kotak-masuk", log_prints=False, timeout_seconds=timedelta(hours=6).total_seconds())
def inbox_flow(home: str) -> RunState[None]:
    """Take in what lies in the inbox folders of ``home``; the run is named after what it did."""
    place = Path(home)
    return run_alone(place, lambda settings, bahasa: _take_in(place, settings, bahasa))


def _take_in(home: Path, settings: Settings, bahasa: Language) -> str:
    folders = folders_of(home, settings.kotak_masuk.folder)
    if settings.imap.server:
        _take_mail(home, folders[0], settings, bahasa)
    looked = look(folders, settings.kotak_masuk.tenang)
    for folder in looked.away:
        get_run_logger().warning("%s", say("inbox.away", bahasa, folder=folder))
    with in_a_sentence(home, bahasa):
        parts = batches(looked, home)
        worked = _work(parts, looked, home, settings, bahasa)
        tidy([folder for folder in folders if folder not in looked.away])
    for sentence in worked.trouble:
        get_run_logger().warning("%s", sentence)
    if worked.files:
        show_files(worked.files, bahasa)
        show_findings(worked.files, bahasa)
        show_answers(worked.files, home, bahasa)
    return summary(worked, looked, bahasa)


def _take_mail(home: Path, inbox: Path, settings: Settings, bahasa: Language) -> None:
    """What came by mail joins what lies in the inbox; trouble with the mailbox keeps nothing else back."""
    told = take_mail(home, settings.imap, os.environ.get(settings.imap.sandi_dari, ""), inbox=inbox)
    for sentence in good_news(told, bahasa):
        get_run_logger().info("%s", sentence)
    for sentence in troubles(told, settings.imap, bahasa):
        get_run_logger().warning("%s", sentence)


def _work(
    parts: Sequence[list[Waiting]], looked: Looked, home: Path, settings: Settings, bahasa: Language
) -> Worked:
    worked, zone = Worked(), settings.umum.zona_waktu
    remove = settings.kotak_masuk.sesudah_dimuat == "hapus"
    before, total = 0, sum(map(len, parts))
    for files in parts:
        load_task(files, home, before, total, bahasa)
        add(worked, settle_task(files, home, bahasa, zone, remove))
        before += len(files)
    add(worked, settle_refused(looked, home, datetime.now(ZoneInfo(zone)), remove=remove))
    return worked


def summary(worked: Worked, looked: Looked, bahasa: Language) -> str:
    """``12 berkas: 10 dimuat, 2 ditolak``; what is left for later and what is out of reach behind it."""
    count = Counter(one.outcome for one in worked.files)
    said = [
        say(f"run.{outcome}", bahasa, jumlah=number(count[outcome], bahasa))
        for outcome in ("dimuat", "dimuat_sebagian", "duplikat", "ditolak")
        if count[outcome]
    ]
    text = say("run.empty", bahasa)
    if worked.files:
        text = say("run.files", bahasa, jumlah=number(len(worked.files), bahasa), isi=", ".join(said))
    if looked.left:
        text += say("run.left", bahasa, jumlah=number(len(looked.left), bahasa))
    if worked.stuck:
        text += say("run.stuck", bahasa, jumlah=number(len(worked.stuck), bahasa))
    if looked.away:
        text += say("run.away", bahasa, jumlah=number(len(looked.away), bahasa))
    return text
