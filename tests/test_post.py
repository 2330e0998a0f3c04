"""Sending: by mail to a real server on loopback, to a webhook, as files; and whatever can go wrong on the way."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from flows.messages import TEXTS, say
from flows.outputs.reminder import Message
from flows.post import MailBox, Outcome, Surel, Webhook, fingerprint, post_webhook, write_text
from tests.mail_servers import PASSWORD, REFUSED, USER, dies_after, free_port, mail_server, server_of

TODAY = date(2026, 11, 23)
TO = ("ikm@barru.example",)
LONG_LINE = "- Triwulan III 2026, terlambat 40 hari: " + "Anggaran dan realisasi, " * 20


def message(text: str = "Yth. dinas …\n.baris yang diawali titik\n", kode: str | None = "73.11") -> Message:
    return Message(
        "pengingat", kode, "Kabupaten Barru", "Laporan IKM Kabupaten Barru", text, ("ikm|2026|2027-02-01|3",)
    )


@pytest.fixture(autouse=True)
def password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IKM_SUREL_SANDI", PASSWORD)


def send(settings: Surel, *messages: Message, to: tuple[str, ...] = TO) -> list[Outcome]:
    box = MailBox(settings)
    try:
        return [box.send(one, to, TODAY) for one in messages]
    finally:
        box.close()


def settings(port: int, security: str = "starttls", **more: Any) -> Surel:
    given: dict[str, Any] = {"pengguna": USER, "keamanan": security, "batas_detik": 20}
    return Surel("127.0.0.1", "data@provinsi.example", port, **{**given, **more})


@pytest.mark.parametrize("security", ["starttls", "ssl"])
def test_a_mail_arrives_as_it_was_written(tmp_path: Path, security: str) -> None:
    text = f"Yth. dinas yang membidangi perindustrian – “Barru”.\n.titik di awal\n{LONG_LINE}\nTerima kasih."
    with mail_server(security, tmp_path) as (got, port, known):
        told = send(settings(port, security, sertifikat=str(known)), message(text), message("Kedua"))
        assert told == [Outcome("terkirim")] * 2
        first, second = got.mails()
    arrived = first.get_payload(decode=True)
    assert isinstance(arrived, bytes)
    assert arrived.decode().replace("\r\n", "\n").rstrip("\n") == text
    assert (first["To"], first["From"]) == (TO[0], "data@provinsi.example")
    assert first["Subject"] == "Laporan IKM Kabupaten Barru"
    assert first["Auto-Submitted"] == "auto-generated"
    assert (
        first["Message-ID"] == second["Message-ID"] == f"<{fingerprint(message(), TODAY)}@provinsi.example>"
    )
    assert got.envelopes[0].mail_from == "data@provinsi.example"


def test_a_relay_of_the_house_without_password(tmp_path: Path) -> None:
    with mail_server("tanpa", tmp_path) as (got, port, _):
        assert send(settings(port, "tanpa", pengguna=""), message()) == [Outcome("terkirim")]
    assert len(got.envelopes) == 1


def test_a_certificate_nobody_knows_is_not_trusted(tmp_path: Path) -> None:
    with mail_server("starttls", tmp_path) as (got, port, _):
        (told,) = send(settings(port), message())
    assert (told.keadaan, told.alasan) == ("gagal", "post.certificate")
    assert got.envelopes == []


def test_a_server_without_tls_gets_nothing(tmp_path: Path) -> None:
    with mail_server("tanpa", tmp_path) as (got, port, _):
        (told,) = send(settings(port), message())
    assert (told.keadaan, told.alasan) == ("gagal", "post.no_tls")
    assert got.envelopes == []


def test_a_wrong_password(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IKM_SUREL_SANDI", "salah")
    with mail_server("starttls", tmp_path) as (got, port, known):
        told = send(settings(port, sertifikat=str(known)), message(), message())
    assert told == [Outcome("gagal", "post.login", "535")] * 2
    assert got.envelopes == []


def test_no_password_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("IKM_SUREL_SANDI")
    assert send(settings(free_port()), message())[0].alasan == "post.no_secret"


def test_refused_addresses(tmp_path: Path) -> None:
    with mail_server("starttls", tmp_path) as (got, port, known):
        box = MailBox(settings(port, sertifikat=str(known)))
        told = [box.send(message(), to, TODAY) for to in ((REFUSED,), TO, (REFUSED, *TO), ())]
        box.close()
    assert told == [
        Outcome("gagal", "post.refused", "550"),
        Outcome("terkirim"),
        Outcome("terkirim", "post.some_refused", "550"),
        Outcome("gagal", "post.no_address"),
    ]
    assert [one.rcpt_tos for one in got.envelopes] == [list(TO), list(TO)]


@pytest.mark.parametrize(
    ("command", "keadaan"),
    [(b"EHLO", "gagal"), (b"MAIL", "gagal"), (b"RCPT", "gagal"), (b"DATA", "gagal"), (b".", "takpasti")],
)
def test_a_server_that_dies(command: bytes, keadaan: str) -> None:
    """Only when the whole text had gone may it have arrived."""
    with server_of(dies_after(command)) as port:
        told = send(settings(port, "tanpa", pengguna=""), message())
    assert told[0].keadaan == keadaan


def test_a_server_that_says_nothing() -> None:
    waiting = threading.Event()
    with server_of(lambda _: bool(waiting.wait(20)) and None) as port:
        told = send(settings(port, "tanpa", pengguna="", batas_detik=0.3), message(), message())
        waiting.set()
    # The second is not tried: a run of 24 districts does not wait 24 times.
    assert [(one.keadaan, one.alasan) for one in told] == [("gagal", "post.timeout")] * 2


def test_nobody_there() -> None:
    told = send(settings(free_port(), "tanpa", pengguna=""), message())
    assert (told[0].keadaan, told[0].alasan) == ("gagal", "post.unreachable")


class Hook(BaseHTTPRequestHandler):
    """Notes what is posted and answers as its server says."""

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.got.append((self.path, dict(self.headers), json.loads(body)))  # type: ignore[attr-defined]
        answer = self.server.answer  # type: ignore[attr-defined]
        if answer == "mati":
            self.connection.close()
            return
        self.send_response(int(answer))
        if answer.startswith("3"):
            self.send_header("Location", "/lain")
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        return


@contextmanager
def hook(answer: str) -> Iterator[tuple[list[Any], str]]:
    server = HTTPServer(("127.0.0.1", 0), Hook)
    server.got, server.answer = [], answer  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server.got, f"http://127.0.0.1:{server.server_port}/pesan"  # type: ignore[attr-defined]
    finally:
        server.shutdown()
        server.server_close()


def test_a_webhook_gets_the_text_and_the_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IKM_WEBHOOK_KUNCI", "Bearer abc")
    with hook("204") as (got, address):
        told = post_webhook(
            Webhook(address, {"Authorization": "IKM_WEBHOOK_KUNCI"}), message("Halo – Barru"), TODAY
        )
    assert told == Outcome("terkirim")
    (path, headers, body) = got[0]
    assert path == "/pesan"
    assert headers["Authorization"] == "Bearer abc"
    assert headers["Idempotency-Key"] == fingerprint(message(), TODAY)
    assert body == {
        "jenis": "pengingat", "hari": "2026-11-23", "kode_wilayah": "73.11", "nama": "Kabupaten Barru",
        "judul": "Laporan IKM Kabupaten Barru", "teks": "Halo – Barru",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("500", Outcome("gagal", "post.refused", "500")),
        ("403", Outcome("gagal", "post.refused", "403")),
        ("302", Outcome("gagal", "post.refused", "302")),
        ("307", Outcome("gagal", "post.refused", "307")),
        ("mati", Outcome("takpasti", "post.broke_off")),
    ],
)
def test_a_webhook_that_does_not_take_it(answer: str, told: Outcome) -> None:
    with hook(answer) as (got, address):
        assert post_webhook(Webhook(address), message(), TODAY) == told
    assert [path for path, _, _ in got] == ["/pesan"]


def test_a_webhook_that_says_nothing_or_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    waiting = threading.Event()
    with server_of(lambda _: bool(waiting.wait(20)) and None) as port:
        silent = post_webhook(Webhook(f"http://127.0.0.1:{port}/", batas_detik=0.3), message(), TODAY)
        waiting.set()
    assert silent.keadaan == "takpasti"
    gone = post_webhook(Webhook(f"http://127.0.0.1:{free_port()}/"), message(), TODAY)
    assert (gone.keadaan, gone.alasan) == ("gagal", "post.unreachable")
    monkeypatch.delenv("IKM_TIDAK_ADA", raising=False)
    unset = post_webhook(Webhook("https://127.0.0.1/", {"X-Kunci": "IKM_TIDAK_ADA"}), message(), TODAY)
    assert unset == Outcome("gagal", "post.no_secret", "IKM_TIDAK_ADA")


def test_texts_as_files(tmp_path: Path) -> None:
    head = message()._replace(jenis="eskalasi")
    summary = message(kode=None)._replace(jenis="ringkasan")
    for one in (message(), head, summary, message("Lagi")):
        assert write_text(tmp_path, one, TODAY) == Outcome("terkirim")
    folder = tmp_path / "2026-11-23"
    names = ["73.11-Barru - kepala dinas.txt", "73.11-Barru.txt", "ringkasan.txt"]
    assert sorted(path.name for path in folder.iterdir()) == names
    assert (folder / "73.11-Barru.txt").read_text(encoding="utf-8") == "Lagi\n"
    (tmp_path / "berkas").write_text("")
    assert write_text(tmp_path / "berkas", message(), TODAY).keadaan == "gagal"


def test_every_outcome_has_its_sentence() -> None:
    keys = [key for key in TEXTS if key.startswith("post.")]
    assert len(keys) == 12
    for key in keys:
        assert "{" not in say(key, "id", rinci="550") + say(key, "en", rinci="550")
