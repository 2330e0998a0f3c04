"""What a kill or a night without power leaves behind in Prefect's books, put right before work goes on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import UTC, datetime

from flows.messages import Language, say
from flows.serve_api import Api, ApiError, Run

Tell = Callable[[str], None]


def close_broken_runs(api: Api, bahasa: Language, tell: Tell) -> None:
    """Runs that nobody works at any more are marked as crashed; Prefect would show them running for ever."""
    runs = api.unfinished()
    for run in runs:
        api.end_run(run, "CRASHED", "Crashed", say("serve.crashed", bahasa), force=True)
    if runs:
        tell(say("serve.closed", bahasa, jumlah=len(runs)))


def drop_missed_runs(api: Api, bahasa: Language, tell: Tell, *, keep_newest: bool) -> list[str]:
    """Of the runs that a schedule missed at most the newest of each deployment stays; the ids of deployments that
    missed some. Without ``keep_newest`` none stays: one is to be started once they are registered again."""
    by_deployment: dict[str, list[Run]] = defaultdict(list)
    for run in api.missed(datetime.now(UTC)):
        by_deployment[run.deployment].append(run)
    names = api.deployments() if by_deployment else {}
    for deployment, runs in by_deployment.items():
        dropped = runs[:-1] if keep_newest else runs
        for run in dropped:
            api.end_run(run.id, "CANCELLED", "Skipped", say("serve.missed", bahasa))
        if dropped and len(runs) > 1:
            tell(say("serve.missed_runs", bahasa, nama=names.get(deployment, "?"), jumlah=len(runs)))
    return list(by_deployment)


def catch_up(api: Api, deployments: list[str], bahasa: Language) -> None:
    """Start one run for each deployment that missed some."""
    there = api.deployments()
    for deployment in deployments:
        if deployment in there:
            api.start_run(deployment, say("serve.catching_up", bahasa))


def keep_up(api: Api, bahasa: Language, tell: Tell) -> None:
    """While the service runs: a long load makes several runs late, and one of them is enough."""
    try:
        drop_missed_runs(api, bahasa, tell, keep_newest=True)
    except ApiError:
        return  # the server is being started again; there is a next time
