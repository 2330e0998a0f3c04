"""What every flow of the service shares: one at a time, a name that says what was done, causes in a sentence.

Only the flow files import Prefect: it costs some 2.5 s, which a person at the command line should not pay.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from prefect import get_run_logger
from prefect.client.orchestration import get_client
from prefect.client.schemas import State
from prefect.runtime import flow_run
from prefect.states import Cancelled, Completed, Failed

from flows.jobs import Trouble
from flows.messages import Language, say
from flows.serve_notices import VARIABLE, send
from flows.settings import Settings, read_settings
from flows.settings_read import SettingsError
from flows.trouble import explain
from warehouse.lock import Locked, only_writer

RETRY_SECONDS: list[float] = [30, 120, 300]
LEASE = "alur.kunci"
LEASE_SECONDS = 60.0


def worth_retrying(_task: object, _run: object, state: object) -> bool:
    """Another load ends, a network folder comes back; anything else fails the same way again."""
    problem = getattr(getattr(state, "data", None), "exception", None) or getattr(state, "data", None)
    return isinstance(problem, (Locked, OSError)) and not isinstance(problem, FileNotFoundError)


@contextmanager
def in_a_sentence(home: Path, bahasa: Language) -> Iterator[None]:
    """What can be tried again passes through; of the rest only a sentence, the details are in catatan.log."""
    try:
        yield
    except (Locked, OSError, Trouble):
        raise
    except Exception as problem:
        raise Trouble(explain(problem, home, bahasa)) from None


class _Beside(Exception):
    """Another run is at work."""


@contextmanager
def _lease(folder: Path) -> Iterator[None]:
    with ExitStack() as held:
        try:
            held.enter_context(only_writer(folder / LEASE, LEASE_SECONDS))
        except Locked:
            raise _Beside from None
        yield


def run_alone(home: Path, work: Callable[[Settings, Language], str]) -> State[None]:
    """Do ``work``, no other run beside it, and end with the sentence it returns, which becomes the run's name.

    A run that finds another at work ends as skipped; one that fails ends with its cause in a sentence.
    """
    try:
        settings = read_settings(home)
    except SettingsError as problem:
        return _failed(str(problem), "id")
    bahasa: Language = "en" if settings.umum.bahasa == "en" else "id"
    try:
        folder = home / "prefect"
        folder.mkdir(parents=True, exist_ok=True)
        with _lease(folder):
            said = work(settings, bahasa)
    except _Beside:
        return _skipped(bahasa)
    except Exception as problem:
        return _failed(
            str(problem) if isinstance(problem, Trouble) else explain(problem, home, bahasa), bahasa
        )
    name_run(said)
    get_run_logger().info("%s", said)
    return Completed(message=said)


def _failed(said: str, bahasa: Language) -> State[None]:
    name_run(say("run.failed", bahasa, sebab=said))
    get_run_logger().error("%s", said)
    # Prefect's own automation learns of a scheduled run's end a quarter of an hour later, or never.
    if address := os.environ.get(VARIABLE):
        send(address, say("notice.failed", bahasa), f"{flow_run.flow_name}: {said}")
    return Failed(message=said)


def _skipped(bahasa: Language) -> State[None]:
    said = say("run.beside", bahasa)
    name_run(said)
    return Cancelled(message=said, name="Skipped")


def name_run(said: str) -> None:
    """Give the run a name that says what it did; a server that does not answer is no reason to fail."""
    ident = flow_run.id
    if ident:
        with suppress(Exception), get_client(sync_client=True) as client:
            client.update_flow_run(ident, name=said.splitlines()[0][:120])
