"""The flows by the clock: publish and report, remind, back up. Each is a thin layer over a plain function."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from prefect import flow, task
from prefect.client.schemas import State as RunState

from flows.messages import Language, say
from flows.runs import RETRY_SECONDS, Trouble, in_a_sentence, run_alone, worth_retrying
from flows.seams import Work, backup_for, remind_for, report_for
from flows.settings import Settings
from schemas.reports import specs
from warehouse.keys import masking_key
from warehouse.publish import publish

WAIT_SECONDS = 30
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
def work_task(work: Callable[[], None], nama: str, home: Path, bahasa: Language) -> str:
    """Do a piece of work that another module offers."""
    with in_a_sentence(home, bahasa):
        work()
    return say("run.done", bahasa, nama=nama)


@flow(name="terbitan", log_prints=False, timeout_seconds=HOURS)
def publish_flow(home: str) -> RunState[None]:
    """Publish, then write the report where there is one to write."""
    place = Path(home)

    def work(settings: Settings, bahasa: Language) -> str:
        said = [publish_task(place, bahasa)]
        report = report_for(place, settings)
        if report is not None:
            said.append(work_task(report, say("job.report", bahasa), place, bahasa))
        return ", ".join(said)

    return run_alone(place, work)


@flow(name="pengingat", log_prints=False, timeout_seconds=HOURS)
def remind_flow(home: str) -> RunState[None]:
    """Remind the districts that owe a report."""
    return _run(home, "job.remind", remind_for)


@flow(name="cadangan", log_prints=False, timeout_seconds=HOURS)
def backup_flow(home: str) -> RunState[None]:
    """Make a backup where the settings name a place for it."""
    return _run(home, "job.backup", backup_for)


def _run(home: str, key: str, seam: Callable[[Path, Settings], Work | None]) -> RunState[None]:
    place = Path(home)

    def work(settings: Settings, bahasa: Language) -> str:
        found = seam(place, settings)
        if found is None:
            raise Trouble(say("job.not_set", bahasa, nama=say(key, bahasa)))
        return work_task(found, say(key, bahasa), place, bahasa)

    return run_alone(place, work)
