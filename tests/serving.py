"""A real ``ikm serve`` for tests: on an unused port, with short intervals, and never left behind."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from flows.serve_api import Api, ApiError

ROOT = Path(__file__).parent.parent
SETTINGS = """\
[jadwal]
kotak_masuk = "{setiap}"
[kotak_masuk]
tenang = "1 detik"
[layanan]
port = {port}
[pemberitahuan]
tidak_berjalan = "{macet}"
"""


def unused_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Service:
    """``ikm serve`` on a home of its own; what it prints is in ``said``."""

    def __init__(self, home: Path, setiap: str = "10 detik", macet: str = "1 jam") -> None:
        self.home, self.port = home, unused_port()
        home.mkdir(parents=True, exist_ok=True)
        text = SETTINGS.format(setiap=setiap, port=self.port, macet=macet)
        (home / "ikm.toml").write_text(text, encoding="utf-8")
        self.inbox = home / "inbox"
        self.inbox.mkdir(exist_ok=True)
        self.api = Api(f"http://127.0.0.1:{self.port}/api")
        self.out = home / "keluaran.txt"
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def said(self) -> str:
        return self.out.read_text(encoding="utf-8") if self.out.exists() else ""

    def command(self, *more: str) -> list[str]:
        return [sys.executable, "-m", "flows.cli", "serve", "--home", str(self.home), *more]

    def begin(self) -> None:
        before = self.said.count("Layanan berjalan")
        around = {name: value for name, value in os.environ.items() if name not in {"IKM_HOME", "IKM_BAHASA"}}
        around["PYTHONPATH"] = str(ROOT)
        with self.out.open("ab") as out:
            self.process = subprocess.Popen(
                self.command(),
                cwd=ROOT,
                env=around,
                stdout=out,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self.wait(lambda: self.said.count("Layanan berjalan") > before, "service is up", 240)

    def end(self, kind: int = signal.SIGTERM) -> int:
        assert self.process is not None
        self.process.send_signal(kind)
        return self.process.wait(90)

    def parts(self) -> dict[str, list[int]]:
        """Process ids of this home's processes, by what they are: server, runner, and runs of flows."""
        found: dict[str, list[int]] = {"server": [], "runner": [], "run": []}
        for folder in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                words = (folder / "cmdline").read_bytes().split(b"\0")
                around = (folder / "environ").read_bytes().split(b"\0")
                # Of two homes of tests that run at once each sees its own processes only.
                if b"PREFECT_HOME=" + str(self.home / "prefect").encode() not in around:
                    continue
                kind = "run"
                if b"flows.serve_child" in words:
                    kind = words[words.index(b"flows.serve_child") + 1].decode()
                found[kind].append(int(folder.name))
        return found

    def runs(self, **chosen: Any) -> list[dict[str, Any]]:
        """The runs of flows as the server tells them, oldest first."""
        asked = {"flow_runs": chosen, "limit": 200, "sort": "EXPECTED_START_TIME_ASC"}
        found: list[dict[str, Any]] = self.api.call("POST", "/flow_runs/filter", asked)
        return found

    def ended(self) -> list[dict[str, Any]]:
        return self.runs(state={"type": {"any_": ["COMPLETED", "FAILED", "CRASHED"]}})

    def wait(self, true: Callable[[], object], what: str, seconds: float = 300) -> None:
        """Wait until ``true()``; the server may be away for a while."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            with contextlib.suppress(ApiError):
                if true():
                    return
            if self.process is not None and self.process.poll() is not None:
                break
            time.sleep(0.3)
        log = self.home / "prefect" / "layanan.log"
        tail = log.read_text(encoding="utf-8", errors="replace")[-3000:] if log.exists() else ""
        raise AssertionError(f"not seen: {what}\n{self.said}\n{tail}")


@contextlib.contextmanager
def service(home: Path, **settings: str) -> Iterator[Service]:
    """A service for the block; whatever happens in it, no process of it is left."""
    running = Service(home, **settings)
    try:
        running.begin()
        yield running
    finally:
        if running.process is not None and running.process.poll() is None:
            running.process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                running.process.wait(60)
            running.process.kill()
            running.process.wait()
        for pid in [pid for pids in running.parts().values() for pid in pids]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
