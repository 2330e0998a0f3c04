"""A real IMAP server (dovecot) on loopback for the tests of mail, in a folder of its own, with users of its own."""

from __future__ import annotations

import contextlib
import getpass
import imaplib
import os
import shutil
import signal
import socket
import ssl
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.mail_servers import certificate, free_port

USER, PASSWORD = "data", "rahasia-uji"
DOVECOT = shutil.which("dovecot") or shutil.which("dovecot", path="/usr/sbin:/usr/local/sbin")
_CONFIG = """
protocols = imap
listen = 127.0.0.1
base_dir = {place}/run
state_dir = {place}/state
log_path = {place}/log
ssl = yes
ssl_cert = <{public}
ssl_key = <{private}
disable_plaintext_auth = no
auth_mechanisms = plain login
default_internal_user = {internal}
default_internal_group = {internal_group}
default_login_user = {login}
first_valid_uid = 0
first_valid_gid = 0
mail_location = maildir:{place}/mail/%u
mail_uid = {uid}
mail_gid = {gid}
mail_plugins = {plugins}
imap_capability = {capability}
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={place}/mail/%u
}}
namespace inbox {{
  inbox = yes
  separator = /
}}
service imap-login {{
  chroot = {chroot}
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {secure}
    ssl = yes
  }}
}}
service anvil {{
  chroot = {anvil}
}}
service stats {{
  chroot =
}}
service imap {{
  process_limit = 20
}}
{more}
"""


@dataclass(slots=True)
class Server:
    """A running server: its ports without and with TLS, its certificate, its folder."""

    port: int
    secure: int
    certificate: Path
    place: Path
    master: subprocess.Popen[bytes]
    start: Callable[[], subprocess.Popen[bytes]]
    lines: list[imaplib.IMAP4] = field(default_factory=list)

    def login(self) -> imaplib.IMAP4:
        """Somebody else at the same mailbox."""
        line = imaplib.IMAP4("127.0.0.1", self.port, timeout=30)
        line.login(USER, PASSWORD)
        self.lines.append(line)
        return line

    def put(self, *messages: bytes, folder: str = "INBOX") -> None:
        with self.login() as line:
            for message in messages:
                code, said = line.append(folder, "", "", message)
                assert code == "OK", said

    def count(self, folder: str = "INBOX") -> int:
        with self.login() as line:
            code, said = line.select(folder, readonly=True)
            return int(said[0] or 0) if code == "OK" else 0

    def flags(self, folder: str = "INBOX") -> list[bytes]:
        with self.login() as line:
            line.select(folder, readonly=True)
            found = line.fetch("1:*", "(FLAGS)")[1]
            return [one for one in found if isinstance(one, bytes)]

    def forget_numbers(self, folder: str = "") -> None:
        """Lose the numbers of the messages, as after a restored backup: UIDVALIDITY is another afterwards."""
        where = self.place / "mail" / USER / folder
        for name in ("dovecot-uidlist", "dovecot.index", "dovecot.index.cache", "dovecot.index.log"):
            (where / name).unlink(missing_ok=True)
        (self.place / "mail" / USER / "dovecot-uidvalidity").unlink(missing_ok=True)

    def kill(self) -> None:
        """As a power cut would."""
        for pid in [self.master.pid, *_children(self.master.pid)]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self.master.wait(30)

    def stop(self) -> None:
        self.master.terminate()
        self.master.wait(30)

    def restart(self) -> None:
        self.master = self.start()


@contextmanager
def imap_server(capability: str = "", plugins: str = "", more: str = "") -> Iterator[Server]:
    """Dovecot with one mailbox; ``capability``: what it says it can, all it can where empty."""
    assert DOVECOT is not None
    place = Path(tempfile.mkdtemp(prefix="ikm-imap-"))
    place.chmod(0o755)
    (place / "mail").mkdir()
    server = None
    try:
        server = _started(place, capability, plugins, more)
        yield server
    finally:
        if server is not None and server.master.poll() is None:
            server.stop()
        shutil.rmtree(place, ignore_errors=True)


def _started(place: Path, capability: str, plugins: str, more: str) -> Server:
    import grp
    import pwd  # neither is there on Windows, where these tests are skipped

    public, private = certificate(place)
    port, secure = free_port(), free_port()
    root = os.geteuid() == 0
    me = getpass.getuser()
    # Dovecot opens no mailbox as root.
    uid, gid = pwd.getpwnam("nobody")[2:4] if root else (os.geteuid(), os.getegid())
    os.chown(place / "mail", uid, gid)
    config = _CONFIG.format(
        place=place, public=public, private=private, port=port, secure=secure, password=PASSWORD,
        internal="dovecot" if root else me, internal_group="dovecot" if root else grp.getgrgid(os.getegid()).gr_name,
        login="dovenull" if root else me,
        uid=uid, gid=gid, chroot="login" if root else "", anvil="empty" if root else "",
        plugins=plugins, capability=capability, more=more,
    )  # fmt: skip
    (place / "dovecot.conf").write_text(config, encoding="ascii")

    def start() -> subprocess.Popen[bytes]:
        command = [str(DOVECOT), "-F", "-c", str(place / "dovecot.conf")]
        master = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        _wait(master, port, place)
        return master

    return Server(port, secure, public, place, start(), start)


def _wait(master: subprocess.Popen[bytes], port: int, place: Path) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        if master.poll() is not None:
            said = master.stderr.read() if master.stderr else b""
            raise RuntimeError(f"dovecot: {said.decode()}")
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=5) as line:
            if line.recv(4) == b"* OK":
                return
        time.sleep(0.1)
    log = place / "log"
    raise RuntimeError(f"dovecot does not answer: {log.read_text() if log.exists() else ''}")


def _children(pid: int) -> Sequence[int]:
    told = subprocess.run(
        ["ps", "--ppid", str(pid), "-o", "pid="], capture_output=True, text=True, check=False
    )
    return [int(one) for one in told.stdout.split()]


def trusting(path: Path) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(path))
