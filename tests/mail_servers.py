"""A real mail server on loopback for the tests of reminders, and servers that misbehave."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import Message
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, Envelope
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

USER, PASSWORD = "data", "rahasia-uji"
REFUSED = "tutup@dinas.example"


class Received:
    """Keeps what a server takes; refuses one address for ever."""

    def __init__(self) -> None:
        self.envelopes: list[Envelope] = []

    async def handle_RCPT(self, _server: Any, _session: Any, envelope: Envelope, address: str, _: Any) -> str:
        if address == REFUSED:
            return "550 tidak ada kotak seperti itu"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Envelope) -> str:
        self.envelopes.append(envelope)
        return "250 OK"

    def mails(self) -> list[Message]:
        return [message_from_bytes(one.content or b"") for one in self.envelopes]  # type: ignore[arg-type]


def certificate(folder: Path) -> tuple[Path, Path]:
    """A certificate of 127.0.0.1 and its key, which only those trust who are told to."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=2))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    paths = folder / "server.pem", folder / "server.key"
    paths[0].write_bytes(made.public_bytes(serialization.Encoding.PEM))
    plain = serialization.NoEncryption()
    form = serialization.PrivateFormat.TraditionalOpenSSL
    paths[1].write_bytes(key.private_bytes(serialization.Encoding.PEM, form, plain))
    return paths


@contextmanager
def mail_server(security: str, folder: Path) -> Iterator[tuple[Received, int, Path]]:
    """A server that takes mail from :data:`USER` alone, over TLS as ``security`` says; what it got, its port, its
    certificate."""
    public, private = certificate(folder)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(public, private)
    got = Received()

    def knows(_server: Any, _session: Any, _envelope: Any, _mechanism: str, data: Any) -> AuthResult:
        said = (data.login, data.password)
        return AuthResult(success=said == (USER.encode(), PASSWORD.encode()), handled=False)

    secured: dict[str, Any] = {"tls_context": context, "require_starttls": True}
    if security == "ssl":
        secured = {"ssl_context": context, "auth_require_tls": False}
    if security == "tanpa":
        secured = {"auth_require_tls": False, "auth_required": False}
    else:
        secured |= {"auth_required": True}
    server = Controller(got, hostname="127.0.0.1", port=free_port(), authenticator=knows, **secured)
    server.start()
    try:
        yield got, server.port, public
    finally:
        server.stop()


def free_port() -> int:
    with closing(socket.socket()) as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def server_of(talk: Callable[[socket.socket], None]) -> Iterator[int]:
    """A server that does ``talk`` with each who calls, and no more; its port."""
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                line, _ = listening.accept()
            except OSError:
                return
            with closing(line):
                try:
                    talk(line)
                except OSError:
                    continue

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield int(listening.getsockname()[1])
    finally:
        # A thread that waits in accept is woken by this, not by close.
        listening.shutdown(socket.SHUT_RDWR)
        listening.close()


def dies_after(command: bytes) -> Callable[[socket.socket], None]:
    """A mail server that hangs up when it has read ``command`` (``.`` for the end of the text)."""

    def talk(line: socket.socket) -> None:
        line.sendall(b"220 siap\r\n")
        text = line.makefile("rb")
        in_text = False
        for said in text:
            if said.strip().upper().startswith(command) and (in_text or command != b"."):
                return
            if in_text:
                continue
            if said.upper().startswith(b"DATA"):
                in_text = True
                line.sendall(b"354 teruskan\r\n")
            else:
                line.sendall(b"250 baik\r\n")

    return talk
