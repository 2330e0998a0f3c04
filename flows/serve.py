"""``ikm serve``: Prefect's server and the runner of the schedule, kept alive by this process until it is stopped.

Nothing here imports Prefect. What a kill of any of the three leaves behind is put right at the next start, and
a part that dies is started again at once.
"""

from __future__ import annotations

import os
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import NoReturn
from zoneinfo import ZoneInfo

from flows.inbox import folders_of
from flows.messages import Language, say
from flows.serve_api import Api, ApiError
from flows.serve_notices import VARIABLE, listening, noting
from flows.serve_parts import LOG, Part, surroundings
from flows.serve_sweep import catch_up, close_broken_runs, drop_missed_runs, keep_up
from flows.settings import Settings
from warehouse.lock import only_writer

START_SECONDS = 180.0
#: A server that lost its parent a moment ago may still be ending; five looks a second.
PORT_TRIES = 100
LOOK_SECONDS = 1.0
KEEP_UP_SECONDS = 20.0
#: A part that dies so often within so many seconds will not get better by being started again.
MOST_DEATHS, WITHIN_SECONDS = 5, 300.0
ASKED = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
ADDRESS, READY = "alamat", "terdaftar"


class CannotServe(Exception):
    """A reason why the service does not start or go on, as a sentence."""


def serve(home: Path, settings: Settings, port: int, bahasa: Language, show: Callable[[str], None]) -> None:
    """Run the service of ``home`` until it is asked to end.

    Raises :class:`CannotServe`, and :class:`warehouse.lock.Locked` where it runs already.
    """
    home = home.absolute()
    folder = home / "prefect"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with only_writer(folder / "layanan.kunci"), _told_to_stop() as stop:
        _refuse_taken_port(port, bahasa)
        folders = folders_of(home, settings.kotak_masuk.folder)
        api = Api(f"http://127.0.0.1:{port}/api")
        tell = noting(home, settings.umum.zona_waktu, settings.pemberitahuan.webhook, show)
        with listening(tell) as notices:
            around = surroundings(home, port, settings) | {VARIABLE: notices}
            server = Part("server", ["server", str(port)], around, folder)
            runner = Part("jadwal", ["runner", str(home)], around, folder)
            service = _Service(api, server, runner, folder, bahasa, _logging(folder, settings, show))
            try:
                service.begin(stop)
                if not stop.is_set():
                    address = f"http://127.0.0.1:{port}"
                    (folder / ADDRESS).write_text(address, encoding="ascii")
                    where = ", ".join(map(str, folders))
                    show(say("serve.running", bahasa, alamat=address, folder=where, catatan=folder / LOG))
                    service.watch(stop)
            finally:
                show(say("serve.stopping", bahasa))
                runner.end()
                server.end()
                (folder / ADDRESS).unlink(missing_ok=True)
    show(say("serve.stopped", bahasa))


def address_of(home: Path) -> str:
    """The page of the service that runs for ``home``; "" where that is not known."""
    try:
        return (home / "prefect" / ADDRESS).read_text(encoding="ascii")
    except OSError:
        return ""


def _refuse_taken_port(port: int, bahasa: Language) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        if os.name != "nt":  # where it would mean that two may share the port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        for _ in range(PORT_TRIES):
            try:
                probe.bind(("127.0.0.1", port))
                return
            except OSError:
                time.sleep(0.2)
    raise CannotServe(say("serve.port_taken", bahasa, port=port, lain=port + 1))


@contextmanager
def _told_to_stop() -> Iterator[threading.Event]:
    """Set when somebody asks to end: Ctrl-C, a request, a window that is closed (but not with nohup)."""
    stop = threading.Event()
    asked = [number for name in ASKED if (number := getattr(signal, name, None)) is not None]
    before = {
        one: signal.signal(one, lambda *_: stop.set())
        for one in asked
        if one == signal.SIGINT or signal.getsignal(one) != signal.SIG_IGN
    }
    try:
        yield stop
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


def _logging(folder: Path, settings: Settings, show: Callable[[str], None]) -> Callable[[str], None]:
    """Show a sentence, and keep it beside what server and runner write."""

    def tell(sentence: str) -> None:
        show(sentence)
        moment = datetime.now(ZoneInfo(settings.umum.zona_waktu))
        with (folder / LOG).open("a", encoding="utf-8") as log:
            log.write(f"{moment:%Y-%m-%d %H:%M:%S} {sentence}\n")

    return tell


class _Service:
    def __init__(
        self,
        api: Api,
        server: Part,
        runner: Part,
        folder: Path,
        bahasa: Language,
        tell: Callable[[str], None],
    ) -> None:
        self.api, self.server, self.runner = api, server, runner
        self.folder, self.bahasa, self.tell = folder, bahasa, tell
        self.deaths: list[float] = []

    def begin(self, stop: threading.Event) -> None:
        self.tell(say("serve.starting", self.bahasa))
        self._begin_server(stop)
        while not stop.is_set() and not self._begin_runner(stop):
            self._count_death(self.runner if self.server.is_alive() else self.server)
            if not self.server.is_alive():
                self._begin_server(stop)

    def watch(self, stop: threading.Event) -> None:
        """Start again what dies, and keep the books of missed runs short."""
        next_look = time.monotonic() + KEEP_UP_SECONDS
        while not stop.wait(LOOK_SECONDS):
            if not self.server.is_alive():
                self._count_death(self.server)
                self._begin_server(stop)
            if not self.runner.is_alive() and not stop.is_set():
                self._count_death(self.runner)
                self._begin_runner(stop)
            if time.monotonic() >= next_look:
                keep_up(self.api, self.bahasa, self.tell)
                next_look = time.monotonic() + KEEP_UP_SECONDS

    def _begin_server(self, stop: threading.Event) -> None:
        self.server.end()
        self.server.begin()
        if (
            not self.api.wait_until_healthy(
                START_SECONDS, lambda: self.server.is_alive() and not stop.is_set()
            )
            and not stop.is_set()
        ):
            self._give_up()

    def _begin_runner(self, stop: threading.Event) -> bool:
        """Put the books right, register the schedule, and make up for what was missed; whether all that was done."""
        self.runner.end()
        ready = self.folder / READY
        ready.unlink(missing_ok=True)
        self.tell(say("serve.registering", self.bahasa))
        try:
            close_broken_runs(self.api, self.bahasa, self.tell)
            missed = drop_missed_runs(self.api, self.bahasa, self.tell, keep_newest=False)
            self.runner.begin()
            deadline = time.monotonic() + START_SECONDS
            while not ready.exists() and self.runner.is_alive() and not stop.is_set():
                if time.monotonic() > deadline:
                    self._give_up()
                stop.wait(0.2)
            if ready.exists():
                catch_up(self.api, missed, self.bahasa)
        except ApiError:
            return False  # the server died meanwhile
        return ready.exists()

    def _count_death(self, part: Part) -> None:
        now = time.monotonic()
        self.deaths = [one for one in self.deaths if now - one < WITHIN_SECONDS] + [now]
        if len(self.deaths) > MOST_DEATHS:
            catatan = self.folder / LOG
            raise CannotServe(say("serve.given_up", self.bahasa, bagian=part.name, catatan=catatan))
        self.tell(say("serve.again", self.bahasa, bagian=part.name))

    def _give_up(self) -> NoReturn:
        raise CannotServe(say("serve.no_server", self.bahasa, catatan=self.folder / LOG))
