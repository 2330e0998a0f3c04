"""The two processes of the service, each in a session of its own: begun, watched, ended, never left behind."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import IO

from flows.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
LOG = "layanan.log"
LARGEST_LOG = 5_000_000
END_SECONDS = 20.0
POLL_SECONDS = 10.0


def surroundings(home: Path, port: int, settings: Settings) -> dict[str, str]:
    """The environment of both processes: everything under the home, nothing leaves the machine, little is kept."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    folder = home / "prefect"
    days = settings.layanan.simpan_riwayat_hari
    kept = str(int(timedelta(days=days).total_seconds()))
    poll = min(POLL_SECONDS, settings.jadwal.kotak_masuk.total_seconds() / 2)
    return own | {
        "PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT), own.get("PYTHONPATH", "")])),
        "IKM_HOME": str(home),
        "DO_NOT_TRACK": "1",
        "PREFECT_HOME": str(folder),
        "PREFECT_PROFILES_PATH": str(folder / "profiles.toml"),
        "PREFECT_API_URL": f"http://127.0.0.1:{port}/api",
        "PREFECT_UI_API_URL": f"http://127.0.0.1:{port}/api",
        "PREFECT_SERVER_API_HOST": "127.0.0.1",
        "PREFECT_SERVER_API_PORT": str(port),
        "PREFECT_API_DATABASE_CONNECTION_URL": f"sqlite+aiosqlite:///{folder.as_posix()}/prefect.db",
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_CLI_PROMPT": "false",
        "PREFECT_SERVER_ALLOW_EPHEMERAL_MODE": "false",
        "PREFECT_LOGGING_LEVEL": "INFO",
        "PREFECT_LOGGING_SERVER_LEVEL": "WARNING",
        # One write for many events: a quarter of the work otherwise.
        "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_BATCH_SIZE": "200",
        "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_READ_BATCH_SIZE": "200",
        "PREFECT_SERVER_SERVICES_DB_VACUUM_ENABLED": "events,flow_runs",
        "PREFECT_SERVER_SERVICES_DB_VACUUM_RETENTION_PERIOD": kept,
        "PREFECT_SERVER_EVENTS_RETENTION_PERIOD": f"P{min(days, 7)}D",
        "PREFECT_RUNNER_POLL_FREQUENCY": str(max(2, round(poll))),
    }  # fmt: skip


class Part:
    """One process of the service; ``name`` as it is called to people."""

    def __init__(self, name: str, arguments: Sequence[str], around: Mapping[str, str], folder: Path) -> None:
        self.name = name
        self._arguments = [sys.executable, "-m", "flows.serve_child", *arguments]
        self._around, self._folder = dict(around), folder
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int | None:
        return None if self._process is None else self._process.pid

    def begin(self) -> None:
        with _log(self._folder / LOG) as log:
            self._process = subprocess.Popen(
                self._arguments, stdin=subprocess.PIPE, stdout=log, stderr=subprocess.STDOUT,
                cwd=self._folder, env=self._around, start_new_session=True,
            )  # fmt: skip

    def is_alive(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def end(self) -> None:
        """Ask it to stop; after a time stop it, with whatever it began."""
        process = self._process
        if process is None:
            return
        if process.poll() is None:
            process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(END_SECONDS)
        self.sweep_up()
        process.wait()
        if process.stdin is not None:
            with contextlib.suppress(OSError):
                process.stdin.close()
        self._process = None

    def sweep_up(self) -> None:
        """End what is left of its session: a runner that was killed leaves the run it had begun."""
        process = self._process
        if process is None:
            return
        if sys.platform == "win32":
            process.kill()
            return
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGTERM)
            deadline = time.monotonic() + 5
            while time.monotonic() < deadline:
                process.poll()
                os.killpg(process.pid, 0)
                time.sleep(0.1)
            os.killpg(process.pid, signal.SIGKILL)


def _log(path: Path) -> IO[bytes]:
    """The log, begun anew when it has grown large; the one before is kept."""
    if path.exists() and path.stat().st_size > LARGEST_LOG:
        os.replace(path, path.with_suffix(".lama.log"))
    return path.open("ab")
