"""Where Prefect's automations tell of trouble: a place on this machine that notes it in a file and passes it on."""

from __future__ import annotations

import contextlib
import json
import secrets
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from zoneinfo import ZoneInfo

FILE = "pemberitahuan.log"
LARGEST = 64 * 1024
TIMEOUT_SECONDS = 15.0
#: The same notice is not noted again sooner.
AGAIN_SECONDS = 3600.0
#: Where a flow finds the address; it holds a secret, so it is no argument that others could see.
VARIABLE = "IKM_PEMBERITAHUAN"
_LOCAL = urllib.request.build_opener(urllib.request.ProxyHandler({})).open

Notice = Callable[[str, str], None]  # title, text


@contextmanager
def listening(tell: Notice) -> Iterator[str]:
    """Listen on an unused port of this machine for the block; the address, which holds a secret."""
    secret = secrets.token_urlsafe(16)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            if self.path != f"/{secret}" or not 0 < length <= LARGEST:
                self.send_error(404)
                return
            try:
                said = json.loads(self.rfile.read(length))
                tell(str(said.get("judul", "")), str(said.get("isi", "")))
            except (ValueError, AttributeError):
                self.send_error(400)
                return
            self.send_response(204)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, name="pemberitahuan", daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/{secret}"
    finally:
        server.shutdown()
        server.server_close()


def noting(home: Path, zone: str, webhook: str, show: Callable[[str], None]) -> Notice:
    """Note each notice under the home, show it, and pass it on where an address is configured."""

    told: dict[str, float] = {}

    def tell(title: str, text: str) -> None:
        # A run that fails tells by itself and, later, by Prefect's automation; every run may fail alike.
        now, said = time.monotonic(), f"{title} {' '.join(text.split())}"
        if now - told.get(said, -AGAIN_SECONDS) < AGAIN_SECONDS:
            return
        told[said] = now
        line = f"{datetime.now(ZoneInfo(zone)):%Y-%m-%d %H:%M} {title}: {' '.join(text.split())}"
        show(line)
        with (home / FILE).open("a", encoding="utf-8") as log:
            log.write(line + "\n")
        if webhook:
            threading.Thread(target=_pass_on, args=(webhook, title, text), daemon=True).start()

    return tell


def send(address: str, title: str, text: str) -> None:
    """Tell whoever listens at ``address``; nobody there is no reason to fail."""
    body = json.dumps({"judul": title, "isi": text}).encode()
    asked = urllib.request.Request(address, body, {"Content-Type": "application/json"})
    with contextlib.suppress(OSError, ValueError):
        _LOCAL(asked, timeout=TIMEOUT_SECONDS).close()


def _pass_on(webhook: str, title: str, text: str) -> None:
    body = json.dumps({"judul": title, "isi": text, "text": f"{title}: {text}"}).encode()
    asked = urllib.request.Request(webhook, body, {"Content-Type": "application/json"})
    try:
        urllib.request.urlopen(asked, timeout=TIMEOUT_SECONDS).close()
    except (OSError, ValueError):
        return  # it stands in the file; an address that does not answer must not stop the service
