"""The flows by the clock: publish and report, remind, back up. Each is a thin layer over a plain function."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from prefect import flow, task
from prefect.client.schemas import State as RunState

from flows.artifacts import show_matrix
from flows.jobs import back_up_home, remind_districts, write_report
from flows.messages import Language, say
from flows.runs import RETRY_SECONDS, in_a_sentence, run_alone, worth_retrying
from flows.settings import Settings
from schemas.reports import specs
from warehouse.keys import masking_key
from warehouse.publish import publish

WAIT_SECONDS = 30
Work = Callable[[Path, Settings, Language], str]
HOURS = timedelta(hours=3).total_seconds()


@task(name="terbitkan", retries=3, retry_delay_seconds=RETRY_SECONDS, retry_condition_fn=worth_retrying)
def publish_task(home: Path, bahasa: Language) -> str:
    """Publish what the warehouse holds, where that changed."""
    if not (home / "warehouse" / "kerja.duckdb").exists():
        return say("run.no_warehouse", bahasa)
    with in_a_sentence(home, bahasa):
        made = publish(home, specs(), masking_key(home), WAIT_SECONDS)
    return say("run.published" if made.baru else "run.same", bahasa)


@task(name="kerjakan", retries=3, retry_delay_seconds=RETRY_SECONDS, retry_condition_fn=worth_retrying)
def work_task(work: Work, home: Path, settings: Settings, bahasa: Language) -> str:
    """Do a piece of work; the sentence it ends with."""
    with in_a_sentence(home, bahasa):
        return work(home, settings, bahasa)


@flow(name="terbitan", log_prints=False, timeout_seconds=HOURS)
def publish_flow(home: str) -> RunState[None]:
    """Publish, then write the report where there is one to write."""
    place = Path(home)

    def work(settings: Settings, bahasa: Language) -> str:
        said = [publish_task(place, bahasa), work_task(write_report, place, settings, bahasa)]
        with in_a_sentence(place, bahasa):
            show_matrix(place, settings.umum.zona_waktu, bahasa)
        return ", ".join(dict.fromkeys(said))

    return run_alone(place, work)


@flow(name="pengingat", log_prints=False, timeout_seconds=HOURS)
def remind_flow(home: str) -> RunState[None]:
    """Remind the districts that owe a report."""
    return _run(home, remind_districts)


@flow(name="cadangan", log_prints=False, timeout_seconds=HOURS)
def backup_flow(home: str) -> RunState[None]:
    """Make a backup in the place that the settings name."""
    return _run(home, back_up_home)


def _run(home: str, work: Work) -> RunState[None]:
    place = Path(home)
    return run_alone(place, lambda settings, bahasa: work_task(work, place, settings, bahasa))
