"""The few things the service asks its own Prefect server for, in plain HTTP: Prefect itself takes 2.5 s to import."""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

TIMEOUT_SECONDS = 20.0
PAGE = 200
#: What the server answers while its database is locked by another of its own writers.
BUSY = frozenset({429, 502, 503})
RETRY_SECONDS = (0.5, 1.0, 2.0, 4.0)
#: No proxy of the surroundings stands between this machine and itself.
_OPEN = urllib.request.build_opener(urllib.request.ProxyHandler({})).open


class ApiError(OSError):
    """The server does not answer, or answers with a fault."""


class Run(NamedTuple):
    """A run of a deployment; ``due``: when it should have begun."""

    id: str
    deployment: str
    due: datetime


class Api:
    """The server at ``url`` (``http://127.0.0.1:4200/api``)."""

    def __init__(self, url: str) -> None:
        self.url = url

    def call(self, method: str, path: str, body: object = None, timeout: float = TIMEOUT_SECONDS) -> Any:
        data = None if body is None else json.dumps(body).encode()
        asked = urllib.request.Request(
            self.url + path, data, {"Content-Type": "application/json"}, method=method
        )
        for pause in (*RETRY_SECONDS, None):
            try:
                with _OPEN(asked, timeout=timeout) as answer:
                    text = answer.read()
                return json.loads(text) if text else None
            except urllib.error.HTTPError as problem:
                if problem.code not in BUSY or pause is None:
                    raise ApiError(f"{method} {path}: {problem.code}") from None
                time.sleep(pause)
            except (OSError, ValueError) as problem:
                raise ApiError(f"{method} {path}: {type(problem).__name__}") from None
        return None

    def is_healthy(self) -> bool:
        try:
            return self.call("GET", "/health", timeout=3) is True
        except ApiError:
            return False

    def wait_until_healthy(self, seconds: float, still_alive: Any) -> bool:
        """Wait for the server to answer; False after ``seconds``, or once ``still_alive()`` is false."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline and still_alive():
            if self.is_healthy():
                return True
            time.sleep(0.3)
        return False

    def deployments(self) -> dict[str, str]:
        """Id → name of every deployment."""
        return {one["id"]: one["name"] for one in self.call("POST", "/deployments/filter", {"limit": PAGE})}

    def unfinished(self) -> list[str]:
        """Ids of the runs that are at work as far as the server knows."""
        states = {"state": {"type": {"any_": ["RUNNING", "PENDING", "CANCELLING"]}}}
        return [one["id"] for one in self._runs(states)]

    def missed(self, before: datetime) -> list[Run]:
        """Runs of a schedule that should have begun before a moment and have not, oldest first."""
        chosen = {
            "state": {"type": {"any_": ["SCHEDULED"]}},
            "expected_start_time": {"before_": before.astimezone(UTC).isoformat()},
        }
        found = [
            Run(one["id"], one["deployment_id"], datetime.fromisoformat(one["expected_start_time"]))
            for one in self._runs(chosen)
            if one.get("auto_scheduled") and one.get("deployment_id")
        ]
        return sorted(found, key=lambda run: run.due)

    def _runs(self, chosen: Mapping[str, object]) -> Iterator[dict[str, Any]]:
        for offset in range(0, 100 * PAGE, PAGE):
            body = {"flow_runs": chosen, "limit": PAGE, "offset": offset}
            found = self.call("POST", "/flow_runs/filter", body)
            yield from found
            if len(found) < PAGE:
                return

    def end_run(self, run: str, kind: str, name: str, said: str, *, force: bool = False) -> None:
        """Put a run into a state it does not leave."""
        state = {"type": kind, "name": name, "message": said}
        self.call("POST", f"/flow_runs/{run}/set_state", {"state": state, "force": force})

    def start_run(self, deployment: str, name: str) -> None:
        """Put one run of a deployment next."""
        body = {"name": name, "state": {"type": "SCHEDULED", "name": "Scheduled"}}
        self.call("POST", f"/deployments/{deployment}/create_flow_run", body)
