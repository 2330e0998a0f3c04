"""Fetching workbooks from a real IMAP server on loopback: each once, none lost, whatever dies in between."""

from __future__ import annotations

import hashlib
import io
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from flows import mail_in
from flows.cli import main
from flows.mail_in import MailTold, take_mail
from flows.mail_put import WAITING
from flows.mail_server import Mailbox, MailFault
from flows.mail_settings import Imap
from flows.messages import say
from flows.take_in import load_paths
from tests.imap_server import DOVECOT, PASSWORD, USER, Server, imap_server
from tests.mail_servers import free_port, server_of

pytestmark = pytest.mark.skipif(DOVECOT is None, reason="dovecot is not installed (dovecot-imapd)")

ROOT = Path(__file__).parent.parent
SENDERS = "pengirim;kode_wilayah\nikm@barru.example;73.11\n@makassar.example;Kota Makassar\npusat@prov.example;semua\n"


@pytest.fixture(scope="module")
def shared() -> Iterator[Server]:
    with imap_server() as server:
        yield server


@pytest.fixture
def server(shared: Server) -> Server:
    """The server with an empty mailbox."""
    with shared.login() as line:
        for folder in ("INBOX", "Selesai"):
            if line.select(folder)[0] == "OK":
                line.uid("STORE", "1:*", "+FLAGS", r"(\Deleted)")
                line.expunge()
                line.unselect()
        line.delete("Selesai")
    return shared


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = tmp_path / "data"
    home.mkdir()
    (home / "surat-masuk.csv").write_text(SENDERS, encoding="utf-8")
    return home


def settings(server: Server, **more: Any) -> Imap:
    plain = Imap(
        server="127.0.0.1",
        port=server.secure,
        pengguna=USER,
        sertifikat=str(server.certificate),
        batas_detik=20,
    )
    return replace(plain, **more)


def mail(
    number: int = 1, *files: tuple[str, bytes], sender: str = "ikm@barru.example", text: str = "Terlampir."
) -> bytes:
    message = EmailMessage()
    message["From"] = f"Dinas <{sender}>"
    message["To"] = "data@prov.example"
    message["Subject"] = "Laporan"
    message["Message-ID"] = f"<{number}@{sender.rpartition('@')[2]}>"
    message.set_content(text)
    for name, data in files:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def book(number: int) -> tuple[str, bytes]:
    return f"ikm {number}.csv", f"No;Nama\n1;usaha {number}\n".encode()


def arrived(home: Path) -> dict[str, bytes]:
    inbox = home / "inbox"
    return {
        path.relative_to(inbox).as_posix(): path.read_bytes()
        for path in sorted(inbox.rglob("*"))
        if path.is_file()
    }


def take(home: Path, server: Server, **more: Any) -> MailTold:
    return take_mail(home, settings(server, **more), PASSWORD)


@pytest.mark.parametrize("security", ["ssl", "starttls", "tanpa"])
def test_attachments_of_allowed_senders_rest_in_the_inbox_of_their_district(
    server: Server, home: Path, security: str
) -> None:
    server.put(
        mail(1, book(1), book(2)),
        mail(2, book(3), sender="budi@makassar.example"),
        mail(3, book(4), sender="pusat@prov.example"),
        mail(4, book(5), sender="siapa@asing.example"),
    )
    port = server.secure if security == "ssl" else server.port
    told = take(home, server, keamanan=security, port=port)
    assert told.gangguan is None
    assert arrived(home) == {
        "73.11-Kabupaten Barru/surat-0000001/ikm 1.csv": book(1)[1],
        "73.11-Kabupaten Barru/surat-0000001/ikm 2.csv": book(2)[1],
        "73.71-Kota Makassar/surat-0000002/ikm 3.csv": book(3)[1],
        "surat-masuk/surat-0000003/ikm 4.csv": book(4)[1],
    }
    assert dict(told.asing) == {"asing.example": 1}
    # The stranger's message is where it was, as it was.
    assert (server.count(), server.count("Selesai")) == (1, 3)
    assert not any(rb"\Seen" in one or rb"\Flagged" in one for one in server.flags())
    again = take(home, server)
    assert (again.diambil, again.sudah, again.surat) == ([], 0, 1)


def test_one_message_twice_is_taken_once_and_new_files_under_its_name_are_taken(
    server: Server, home: Path
) -> None:
    server.put(mail(1, book(1)))
    assert len(take(home, server).diambil) == 1
    server.put(mail(1, book(1)), mail(1, book(2)))
    told = take(home, server)
    assert (told.sudah, [one.berkas for one in told.diambil]) == (1, [("ikm 2.csv",)])
    assert len(arrived(home)) == 2
    assert (server.count(), server.count("Selesai")) == (0, 3)


def test_messages_get_their_numbers_in_order_of_arrival_and_nothing_is_overwritten(
    server: Server, home: Path
) -> None:
    server.put(*(mail(number, ("ikm.csv", str(number).encode())) for number in range(1, 13)))
    take(home, server)
    assert list(arrived(home).values()) == [str(number).encode() for number in range(1, 13)]
    (home / "surat" / "diambil.jsonl").unlink()
    server.put(mail(99, ("ikm.csv", b"baru")))
    take(home, server)
    assert arrived(home)["73.11-Kabupaten Barru/surat-0000013/ikm.csv"] == b"baru"


def test_other_numbers_of_the_server_take_nothing_twice_and_nothing_less(
    server: Server, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.put(mail(1, book(1)), mail(2, book(2)))
    with monkeypatch.context() as stuck:
        stuck.setattr(Mailbox, "file_away", lambda *_: None)
        take(home, server)
    server.forget_numbers()
    server.put(mail(3, book(3)))
    told = take(home, server)
    assert (told.sudah, len(told.diambil), len(arrived(home))) == (2, 1, 3)
    assert (server.count(), server.count("Selesai")) == (0, 3)


def test_the_same_numbers_in_another_mailbox_are_other_messages(server: Server, home: Path) -> None:
    with server.login() as line:
        line.create("Lain")
    server.put(mail(1, book(1)))
    server.put(mail(2, book(2)), folder="Lain")
    take(home, server, folder_selesai="")
    take(home, server, folder_selesai="", folder="Lain")
    assert len(arrived(home)) == 2
    with server.login() as line:
        line.delete("Lain")


def test_a_message_that_needs_a_person_is_flagged_and_told_once(server: Server, home: Path) -> None:
    server.put(
        mail(1, text="Berkas di https://drive.google.com/file/d/x"),
        mail(2),
        mail(3, book(1), ("winmail.dat", b"x\x9f>\x22")),
    )
    told = take(home, server)
    assert [one.alasan for one in told.dilihat] == [("tautan",), ("tanpa_lampiran",), ("winmail",)]
    assert len(arrived(home)) == 1
    assert sum(rb"\Flagged" in one for one in server.flags()) == 3
    again = take(home, server)
    assert (again.dilihat, again.menunggu, again.diambil, len(arrived(home))) == ([], 3, [], 1)


def test_limits_of_size_and_number(server: Server, home: Path) -> None:
    server.put(mail(1, ("besar.csv", os.urandom(900_000))), *(mail(one, book(one)) for one in (2, 3, 4)))
    told = take(home, server, batas_mb=1, paling_banyak=2)
    assert (told.besar, len(told.diambil), told.sisa) == (1, 2, 1)
    told = take(home, server, batas_mb=1)
    assert (told.besar, len(told.diambil), told.sisa) == (1, 1, 0)
    assert server.count() == 1


def test_senders_are_believed_only_if_the_server_named_vouches_for_them(server: Server, home: Path) -> None:
    proof = b"Authentication-Results: mx.prov.example; dmarc=pass header.from=barru.example\r\n"
    server.put(mail(1, book(1)), proof + mail(2, book(2)))
    told = take(home, server, penjamin="mx.prov.example")
    assert (told.tak_terbukti, [one.berkas for one in told.diambil]) == (1, [("ikm 2.csv",)])


def test_a_trial_changes_nothing(server: Server, home: Path) -> None:
    server.put(mail(1, book(1)))
    before = sorted(home.rglob("*"))
    told = take_mail(home, settings(server), PASSWORD, trial=True)
    assert [one.berkas for one in told.diambil] == [("ikm 1.csv",)]
    assert sorted(home.rglob("*")) == before
    assert (server.count(), server.count("Selesai")) == (1, 0)
    assert not any(rb"\Seen" in one for one in server.flags())


DIES = """
import os, signal, sys
from pathlib import Path
from dataclasses import replace
from flows import mail_in, mail_put
from flows.mail_memory import Memory
from flows.mail_server import Mailbox
from flows.mail_settings import Imap

def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)

def then_die(function):
    def called(*given, **more):
        function(*given, **more)
        die()
    return called

where = sys.argv[1]
if where == "written": mail_in.write_waiting = then_die(mail_in.write_waiting)
if where == "planned": Memory.note_plan = then_die(Memory.note_plan)
if where == "first renamed": mail_put.os = type("os", (), {**vars(os), "rename": staticmethod(then_die(os.rename))})
if where == "renamed": Memory.note_put = die
if where == "noted": Memory.note_put = then_die(Memory.note_put)
if where == "moved": Mailbox.file_away = then_die(Mailbox.file_away)
if where == "half a line":
    def half(self, text):
        with self._path.open("ab") as log: log.write(text.encode()[:40])
        die()
    Memory._append = half
home, port, known, secret = sys.argv[2:]
mail_in.take_mail(Path(home), Imap(server="127.0.0.1", port=int(port), pengguna="data", sertifikat=known), secret)
"""


@pytest.mark.parametrize(
    "where", ["written", "half a line", "planned", "first renamed", "renamed", "noted", "moved"]
)
def test_killed_anywhere_the_next_run_loses_and_doubles_nothing(
    server: Server, home: Path, where: str
) -> None:
    server.put(mail(1, book(1), book(2)), mail(2, book(3)))
    told = subprocess.run(
        [sys.executable, "-c", DIES, where, home, str(server.secure), server.certificate, PASSWORD],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False, timeout=300,
    )  # fmt: skip
    assert told.returncode == -signal.SIGKILL
    # What the inbox can see at this moment is whole.
    for path, data in arrived(home).items():
        assert path.startswith(WAITING) or data in {book(one)[1] for one in (1, 2, 3)}
    assert take(home, server).gangguan is None
    assert list(arrived(home).values()) == [book(one)[1] for one in (1, 2, 3)]
    assert (server.count(), server.count("Selesai")) == (0, 2)
    again = take(home, server)
    assert (again.diambil, again.sudah, len(arrived(home))) == ([], 0, 3)


def test_a_file_that_was_taken_in_between_is_not_put_again(server: Server, home: Path) -> None:
    server.put(mail(1, book(1)))
    subprocess.run(
        [sys.executable, "-c", DIES, "renamed", home, str(server.secure), server.certificate, PASSWORD],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False, timeout=300,
    )  # fmt: skip
    (path,) = (home / "inbox").rglob("*.csv")
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    kept = home / "archive" / sha256[:2]
    kept.mkdir(parents=True)
    path.rename(kept / f"{sha256}.csv")
    told = take(home, server)
    assert (told.diselesaikan, told.diambil, arrived(home)) == (1, [], {})
    assert (server.count(), server.count("Selesai")) == (0, 1)


def test_the_server_dies_in_the_middle_and_comes_back(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with imap_server() as server:
        server.put(*(mail(number, book(number)) for number in range(1, 7)))
        put, count = mail_in.put, 0

        def put_and_kill(*given: Any) -> None:
            nonlocal count
            put(*given)
            count += 1
            if count == 3:
                server.kill()

        with monkeypatch.context() as dying:
            dying.setattr(mail_in, "put", put_and_kill)
            told = take(home, server)
        assert told.gangguan is not None
        assert told.gangguan[0] in {"mail.broke_off", "mail.unreachable"}
        assert len(arrived(home)) == 3
        server.restart()
        told = take(home, server)
        assert (told.gangguan, told.sudah, len(told.diambil)) == (None, 1, 3)
        assert len(arrived(home)) == 6
        assert (server.count(), server.count("Selesai")) == (0, 6)


def test_a_server_that_cannot_move_copies(home: Path) -> None:
    with imap_server(capability="IMAP4rev1 UIDPLUS") as server:
        server.put(mail(1, book(1)), mail(2, sender="siapa@asing.example"))
        assert take(home, server).tak_dipindah == 0
        assert (server.count(), server.count("Selesai")) == (1, 1)


def test_a_full_mailbox_keeps_the_files_and_says_so(home: Path) -> None:
    quota = "plugin {\n  quota = count:User\n  quota_vsizes = yes\n  quota_rule = *:storage=10M\n"
    quota += "  quota_rule2 = Selesai:storage=1B\n}\nprotocol imap {\n  mail_plugins = quota\n}"
    with imap_server(plugins="quota", more=quota, capability="IMAP4rev1 UIDPLUS") as server:
        server.put(mail(1, ("ikm.csv", os.urandom(6_000_000))))
        told = take(home, server)
        assert (len(told.diambil), told.tak_dipindah, len(arrived(home))) == (1, 1, 1)
        again = take(home, server)
        assert (again.diambil, again.tak_dipindah, len(arrived(home))) == ([], 1, 1)


def workbook(rows: int) -> bytes:
    """A list of businesses that names no district."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.append(["DATA IKM TAHUN 2025"])
    sheet.append([])
    sheet.append(["No", "Nama Usaha", "Nama Pemilik", "Kecamatan", "Jenis Produk", "Nilai Investasi (Rp)"])
    for row in range(1, rows + 1):
        sheet.append([row, f"Usaha {row}", f"Pemilik {row}", "Barru", "Kue", 1_000_000 * row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.usefixtures("in_this_process", "quiet_environment")
def test_what_came_by_mail_is_loaded_for_the_sender_s_district_and_the_later_message_holds(
    server: Server, home: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    server.put(mail(1, ("IKM.xlsx", workbook(5))), mail(2, ("IKM.xlsx", workbook(6))))
    take(home, server)
    load_paths([home / "inbox"], home)
    capfd.readouterr()
    query = "SELECT kode_wilayah, periode, status, baris_dimuat FROM kiriman ORDER BY baris_dimuat"
    assert main(["sql", query, "--format", "csv", "--home", str(home)]) == 0
    assert capfd.readouterr().out.split() == [
        "kode_wilayah,periode,status,baris_dimuat",
        "73.11,2025,digantikan,5",
        "73.11,2025,dimuat,6",
    ]


def fault(told: MailTold) -> str:
    assert told.gangguan is not None
    key, details = told.gangguan
    for bahasa in ("id", "en"):
        assert "{" not in say(key, bahasa, **details)  # type: ignore[arg-type]
    return key


def test_what_can_be_wrong_with_a_server_is_a_sentence(server: Server, home: Path, tmp_path: Path) -> None:
    server.put(mail(1, book(1)))
    plain = settings(server)
    cases = {
        "mail.login": (plain, "salah"),
        "mail.no_secret": (plain, ""),
        "mail.no_folder": (replace(plain, folder="Tidak ada"), PASSWORD),
        "mail.certificate": (replace(plain, sertifikat=""), PASSWORD),
        "mail.no_certificate": (replace(plain, sertifikat=str(tmp_path / "x.pem")), PASSWORD),
        "mail.unreachable": (replace(plain, port=free_port()), PASSWORD),
        "mail.no_tls": (replace(plain, port=server.port), PASSWORD),
        "mail.bare": (replace(plain, server="imap.dinas.example", keamanan="tanpa"), PASSWORD),
    }
    for key, (chosen, password) in cases.items():
        assert fault(take_mail(home, chosen, password)) == key
    assert fault(take_mail(home, plain, PASSWORD, inbox=tmp_path / "jauh")) == "mail.no_inbox"
    assert arrived(home) == {}
    assert len(take(home, server).diambil) == 1


def test_a_read_only_mailbox_is_left_alone(home: Path) -> None:
    with imap_server() as server:
        server.put(mail(1, book(1)))
        folder = server.place / "mail" / USER
        acl = "plugin {\n  acl = vfile\n}\nprotocol imap {\n  mail_plugins = acl\n}"
        (folder / "dovecot-acl").write_text("owner lr\n")
        server.stop()
        config = server.place / "dovecot.conf"
        config.write_text(config.read_text() + acl)
        server.restart()
        assert fault(take(home, server)) == "mail.read_only"
        assert arrived(home) == {}


def test_a_server_that_talks_nonsense_or_says_nothing(home: Path) -> None:
    def silent(line: socket.socket) -> None:
        time.sleep(5)

    def noisy(line: socket.socket) -> None:
        line.sendall(b"\x00\xff selamat datang\r\n" * 10)

    plain = Imap(server="127.0.0.1", pengguna=USER, keamanan="tanpa", batas_detik=1)
    for talk, keys in ((silent, {"mail.timeout"}), (noisy, {"mail.broke_off", "mail.refused"})):
        with server_of(talk) as port:
            assert fault(take_mail(home, replace(plain, port=port), PASSWORD)) in keys


def test_a_message_that_the_server_does_not_give_keeps_no_other_back(
    server: Server, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.put(mail(1, book(1)), mail(2, book(2)))
    fetch, refused = Mailbox.fetch, []

    def refuses_the_first(box: Mailbox, uid: int, most: int) -> bytes | None:
        if not refused:
            refused.append(uid)
            raise MailFault("mail.refused")
        return fetch(box, uid, most)

    with monkeypatch.context() as broken:
        broken.setattr(Mailbox, "fetch", refuses_the_first)
        told = take(home, server)
    assert (len(told.diambil), [one.alasan for one in told.dilihat]) == (1, [("tak_terbaca",)])
    assert (server.count(), len(take(home, server).diambil), len(arrived(home))) == (1, 1, 2)


def test_a_full_disk_leaves_the_message_and_no_half_file(
    server: Server, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.put(mail(1, book(1)))

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr("flows.mail_memory.os.fsync", full)
        assert fault(take(home, server)) == "mail.disk"
    assert server.count() == 1
    assert len(take(home, server).diambil) == 1
    assert len(arrived(home)) == 1


def test_the_command_says_what_it_did_and_names_nobody(
    server: Server, home: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("IKM_IMAP_SANDI", PASSWORD)
    (home / "ikm.toml").write_text(
        f'[imap]\nserver = "127.0.0.1"\nport = {server.secure}\npengguna = "{USER}"\n'
        f'sertifikat = "{server.certificate}"\n'
    )
    server.put(mail(1, book(1)), mail(2, sender="rahasia@asing.example"))
    assert main(["mail", "--coba", "--home", str(home)]) == 0
    assert "akan diambil" in capfd.readouterr().out
    assert main(["mail", "--home", str(home)]) == 0
    said = capfd.readouterr()
    assert "1 surat diambil, 1 berkas" in said.out
    assert "Kabupaten Barru (73.11): ikm 1.csv" in said.out
    assert "asing.example (1)" in said.err
    (home / "surat-masuk.csv").write_text(f"{SENDERS}x;73.11\n@gmail.com;73.11\n", encoding="utf-8")
    server.put(mail(3, text="tanpa lampiran"))
    assert main(["mail", "--home", str(home), "--bahasa", "en"]) == 1
    more = capfd.readouterr()
    assert "line 5, column pengirim" in more.err
    assert "no workbook is attached" in more.err
    for text in (said, more):
        assert not any(name in text.out + text.err for name in ("rahasia@", "ikm@barru", "Traceback"))
    assert not any(b"@" in path.read_bytes() for path in (home / "surat").iterdir())
