"""A process of the service: Prefect's server, or the runner. It ends when the one that began it is gone.

``python -m flows.serve_child server|runner``; standard input is a pipe that nobody writes to: its end tells that
the parent died, however it died.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time

SECONDS_TO_END = 15.0


def end_with_parent() -> None:
    """Watch the pipe; when it ends, ask this process to stop, and stop it where it does not listen."""
    threading.Thread(target=_watch, name="induk", daemon=True).start()


def _watch() -> None:
    try:
        while os.read(0, 1):
            pass
    except OSError:
        pass
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(SECONDS_TO_END)
    os._exit(1)


def run_server(port: int) -> None:
    """Prefect's server, on this machine only."""
    import uvicorn
    from prefect.server.api.server import create_app

    uvicorn.run(
        create_app(final=True), host="127.0.0.1", port=port, log_level="warning", timeout_graceful_shutdown=5
    )


def main() -> None:
    end_with_parent()
    if sys.argv[1] == "server":
        run_server(int(sys.argv[2]))
    else:
        from flows.runner import run

        run(sys.argv[2])


if __name__ == "__main__":
    main()
