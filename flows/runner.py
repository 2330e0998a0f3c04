"""The process that runs what is on the schedule: it registers the deployments, then waits for their time."""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from prefect.client.orchestration import get_client
from prefect.deployments.runner import RunnerDeployment
from prefect.flows import Flow
from prefect.runner import Runner
from prefect.schedules import Cron, Interval, Schedule
from prefect.types.entrypoint import EntrypointType

from flows.automations import set_automations
from flows.messages import Language, say
from flows.nightly import backup_flow, publish_flow, remind_flow
from flows.serve_notices import VARIABLE
from flows.settings import Settings, read_settings
from flows.settings_kinds import DAYS
from flows.watch import inbox_flow

READY = "terdaftar"


def run(home: str) -> None:
    """Register everything and run it until told to stop."""
    place = Path(home)
    settings = read_settings(place)
    bahasa: Language = "en" if settings.umum.bahasa == "en" else "id"
    # Paused at the end, a schedule would stay so where the machine restarts and nobody looks.
    runner = Runner(name="rekap-ikm", pause_on_shutdown=False, limit=1)
    registered = {runner.add_deployment(one) for one in _deployments(place, settings, bahasa)}
    _drop_others(registered)
    set_automations(settings, os.environ[VARIABLE], bahasa)
    (place / "prefect" / READY).write_text(str(os.getpid()), encoding="ascii")
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(runner.start())


def _deployments(home: Path, settings: Settings, bahasa: Language) -> Iterator[RunnerDeployment]:
    for flow, schedule in scheduled(settings):
        made = flow.to_deployment(
            name=flow.name,
            schedules=[schedule],
            parameters={"home": str(home)},
            description=say(f"job.{flow.name}", bahasa),
            entrypoint_type=EntrypointType.MODULE_PATH,
        )
        assert isinstance(made, RunnerDeployment)  # a coroutine only for those who await it
        yield made


def _drop_others(registered: set[Any]) -> None:
    """What is no longer on the schedule would be shown as late for ever."""
    with get_client(sync_client=True) as client:
        for there in client.read_deployments():
            if there.id not in registered:
                client.delete_deployment(there.id)


def scheduled(settings: Settings) -> Iterator[tuple[Flow[Any, Any], Schedule]]:
    """The flows of this installation and when they run; without a place for it there is no backup."""
    times, zone = settings.jadwal, settings.umum.zona_waktu
    yield inbox_flow, Interval(times.kotak_masuk, timezone=zone)
    yield publish_flow, Cron(f"{times.terbitan:%M} {times.terbitan:%H} * * *", timezone=zone)
    yield remind_flow, Cron(f"{times.pengingat:%M} {times.pengingat:%H} * * 1-5", timezone=zone)
    if settings.cadangan.folder:
        day = (DAYS.index(times.cadangan_hari) + 1) % 7
        yield backup_flow, Cron(f"{times.cadangan_jam:%M} {times.cadangan_jam:%H} * * {day}", timezone=zone)
