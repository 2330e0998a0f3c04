"""Reminders: who is told what on which day, never twice, over whatever breaks; and nothing about people."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from flows import remind as reminding
from flows.cli import main
from flows.contacts import Contact, read_contacts
from flows.messages import TEXTS
from flows.outputs.reminder import LONGEST, Message, Pengingat, messages_for, reached, summary_for
from flows.outputs.status_matrix import Unit
from flows.post import Outcome, Surel, Webhook
from flows.remind import Channels, Reminded, remind
from flows.remind_settings import channels_from
from flows.sent_log import SentLog
from schemas.regions import districts
from schemas.reports import specs
from tests.deliveries import STAMP, businesses, delivery
from tests.mail_servers import PASSWORD, USER, mail_server
from warehouse.ddl import open_working
from warehouse.store import store

RULE = Pengingat(sebelum=(7, 1), sesudah=(3, 7), eskalasi=14)
DUE = date(2026, 10, 14)  # a Wednesday


def unit(**more: Any) -> Unit:
    given: dict[str, Any] = {
        "kode_wilayah": "73.11", "nama_wilayah": "Barru", "laporan": "rekap", "periode": "2026-T3",
        "jatuh_tempo": DUE, "diperpanjang_sampai": None, "tenggat": DUE, "diterima_pada": None,
        "status": "belum_masuk", "hari_terlambat": 0, "baris_dimuat": 0, "baris_karantina": 0, "bulan_diterima": 0,
        "bulan_wajib": 3, "per": DUE,
    }  # fmt: skip
    return Unit(**{**given, **more})


@pytest.mark.parametrize(
    ("day", "stage"),
    [
        (date(2026, 10, 6), None),
        (date(2026, 10, 7), -7),
        (date(2026, 10, 12), -7),  # a day on which nothing went is made up for
        (date(2026, 10, 13), -1),
        (DUE, 0),
        (date(2026, 10, 15), 0),
        (date(2026, 10, 17), 3),
        (date(2026, 10, 27), 7),
        (date(2026, 10, 28), 14),
        (date(2027, 10, 28), 14),
    ],
)
def test_the_stage_that_a_report_has_reached(day: date, stage: int | None) -> None:
    found = reached([unit()], RULE, day)
    assert [one.tahap for one in found] == ([] if stage is None else [stage])


@pytest.mark.parametrize("status", ["tepat_waktu", "terlambat", "tanpa_kewajiban"])
def test_what_came_is_not_reminded_of(status: Any) -> None:
    assert reached([unit(status=status)], RULE, date(2026, 10, 28)) == []


def test_an_extension_counts() -> None:
    longer = unit(tenggat=date(2026, 11, 2), diperpanjang_sampai=date(2026, 11, 2), status="diperpanjang")
    assert [one.tahap for one in reached([longer], RULE, date(2026, 10, 28))] == [-7]


def texts(units: list[Unit], day: date, warned: bool = True) -> dict[str, str]:
    return {
        one.jenis: one.teks for one in messages_for(reached(units, RULE, day), RULE, day, lambda _: warned)
    }


def test_what_an_office_is_told() -> None:
    some = [
        unit(),
        unit(laporan="anggaran"),
        unit(laporan="pembinaan", status="ditolak"),
        unit(laporan="kunjungan", periode="2026-S2", tenggat=date(2026, 10, 20), status="belum_jatuh_tempo"),
    ]
    assert texts(some, date(2026, 10, 19)) == {
        "pengingat": "Yth. dinas yang membidangi perindustrian Kabupaten Barru.\n"
        "Laporan berikut sudah lewat tenggat atau segera jatuh tempo:\n"
        "- Triwulan III 2026, terlambat 5 hari (tenggat 14 Oktober 2026): Anggaran dan realisasi, Rekap IKM\n"
        "- Triwulan III 2026, terlambat 5 hari (tenggat 14 Oktober 2026): Pembinaan IKM (kiriman terakhir ditolak, "
        "mohon diperbaiki)\n"
        "- Semester II 2026, tenggat Selasa, 20 Oktober 2026 (1 hari lagi): Kunjungan\n"
        "Mohon segera dikirim. Bila ada kendala, kabari kami. Abaikan pesan ini bila baru saja dikirim."
    }


def test_the_head_of_office_is_told_only_what_the_office_heard_before() -> None:
    day = date(2026, 10, 28)
    assert set(texts([unit()], day, warned=False)) == {"pengingat"}
    assert texts([unit()], day)["eskalasi"] == (
        "Yth. kepala dinas yang membidangi perindustrian Kabupaten Barru.\n"
        "Sampai hari ini laporan berikut belum kami terima, walau dinas sudah kami ingatkan:\n"
        "- Triwulan III 2026, terlambat 14 hari (tenggat 14 Oktober 2026): Rekap IKM\n"
        "Tanpa laporan ini angka provinsi tidak lengkap. Mohon bantuan Bapak/Ibu agar laporan segera dikirim."
    )


def test_texts_stay_short_however_much_is_owed() -> None:
    many = [
        unit(kode_wilayah=kode, nama_wilayah=one.nama, laporan=spec.name, periode=f"{year}-{month:02d}",
             tenggat=date(year + 1, month, 3))
        for kode, one in list(districts().items())[:40] for spec in specs()
        for year in (2023, 2024) for month in range(1, 13)
    ]  # fmt: skip
    day = date(2026, 10, 28)
    made = messages_for(reached(many, RULE, day), RULE, day, lambda _: True)
    assert len(made) == 80
    summary = summary_for(many, made, day)
    assert all(len(one.teks) <= LONGEST for one in (*made, summary))
    assert re.search(r"- dan \d+ lagi", made[0].teks)
    assert "Dari 11.520 laporan yang sudah jatuh tempo, 0 sudah masuk" in summary.teks


LIST = "laporan;frekuensi;jatuh_tempo;daerah;dari;sampai\nrekap;triwulanan;10 hari kerja;Barru+Maros;2026-T3;2026-T3\n"


@pytest.fixture
def owing(tmp_path: Path) -> Path:
    """Barru and Maros owe one report, due on 14 October 2026; Maros sent a list with people in it."""
    home = tmp_path / "data"
    home.mkdir()
    (home / "kewajiban.csv").write_text(LIST, encoding="utf-8")
    with open_working(home, specs()) as con:
        people = delivery("ikm", businesses(0, 3), "Daftar Pemilik 1.xlsx", "73.09", "2026")
        store(con, specs(), [people], datetime(2026, 9, 1), STAMP)
    return home


class Post:
    """Stands for every channel; ``answers`` what becomes of the next messages."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.went: list[tuple[str, str, str | None]] = []
        self.answers: list[Outcome | BaseException] = []
        monkeypatch.setattr(reminding, "_senders", self._senders)

    def _senders(self, channels: Channels, *_: Any) -> Any:
        return [(name, lambda one, name=name: self._take(name, one)) for name in reminding._names(channels)]

    def _take(self, name: str, one: Message) -> Outcome:
        answer = self.answers.pop(0) if self.answers else Outcome("terkirim")
        if isinstance(answer, BaseException):
            raise answer
        self.went.append((name, one.jenis, one.kode_wilayah))
        return answer


@pytest.fixture
def post(monkeypatch: pytest.MonkeyPatch) -> Post:
    return Post(monkeypatch)


FILES = Channels(RULE)
BOTH = Channels(RULE, Surel("127.0.0.1", "data@provinsi.example", provinsi=("kabid@provinsi.example",)))


def run(home: Path, day: date, channels: Channels = FILES, **more: Any) -> Reminded:
    return remind(home, channels, day, **more)


def test_a_day_and_a_stage_are_told_once(owing: Path, post: Post) -> None:
    first = [
        ("berkas", "pengingat", "73.09"),
        ("berkas", "pengingat", "73.11"),
        ("berkas", "ringkasan", None),
    ]
    for day in (date(2026, 10, 5), date(2026, 10, 6)):
        run(owing, day)
        assert post.went == []
    run(owing, date(2026, 10, 7))
    assert post.went == first
    for day in (date(2026, 10, 7), date(2026, 10, 8), date(2026, 10, 12)):
        run(owing, day)
    assert post.went == first
    run(owing, date(2026, 10, 13))
    assert post.went == first * 2


def test_a_whole_course_with_its_escalation(owing: Path, post: Post) -> None:
    told: dict[str, list[tuple[str, str | None]]] = {}
    for day in (date(2026, 10, number) for number in range(1, 32)):
        before = len(post.went)
        run(owing, day)
        if len(post.went) > before:
            told[day.isoformat()] = [(kind, kode) for _, kind, kode in post.went[before:]]
    both = [("pengingat", "73.09"), ("pengingat", "73.11"), ("ringkasan", None)]
    # The third day after is a Saturday: it is told on Monday the 19th.
    assert {day: kinds for day, kinds in told.items() if day != "2026-10-28"} == dict.fromkeys(
        ["2026-10-07", "2026-10-13", "2026-10-14", "2026-10-19", "2026-10-21"], both
    )
    assert told["2026-10-28"] == [
        ("pengingat", "73.09"), ("eskalasi", "73.09"), ("pengingat", "73.11"), ("eskalasi", "73.11"),
        ("ringkasan", None),
    ]  # fmt: skip


def test_no_head_of_office_hears_of_it_first(owing: Path, post: Post) -> None:
    run(owing, date(2026, 11, 23))
    assert {kind for _, kind, _ in post.went} == {"pengingat", "ringkasan"}
    run(owing, date(2026, 11, 27))
    assert "eskalasi" not in {kind for _, kind, _ in post.went}
    run(owing, date(2026, 11, 30))
    assert [one for one in post.went if one[1] == "eskalasi"] == [
        ("berkas", "eskalasi", "73.09"), ("berkas", "eskalasi", "73.11"),
    ]  # fmt: skip


def test_what_failed_for_certain_goes_again_and_nothing_else(owing: Path, post: Post) -> None:
    day = date(2026, 10, 7)
    post.answers = [Outcome("terkirim"), Outcome("gagal", "post.refused", "550")]
    run(owing, day)
    run(owing, day)
    assert post.went.count(("berkas", "pengingat", "73.09")) == 1
    assert post.went.count(("berkas", "pengingat", "73.11")) == 2
    post.answers = [Outcome("takpasti", "post.broke_off")]
    run(owing, date(2026, 10, 13))
    told = run(owing, date(2026, 10, 13))
    assert post.went.count(("berkas", "pengingat", "73.09")) == 2
    assert told.takpasti == [("berkas", "73.09")]


def test_a_crash_while_sending_sends_nothing_twice(owing: Path, post: Post) -> None:
    day = date(2026, 10, 7)
    post.answers = [Outcome("terkirim"), KeyboardInterrupt()]
    with pytest.raises(KeyboardInterrupt):
        run(owing, day)
    log = owing / "pesan" / "terkirim.csv"
    # The power went while the next line was being written, too.
    log.write_bytes(log.read_bytes() + b"2026-10-07T08:00:00;2026-10-07;berkas;peng")
    told = run(owing, day)
    assert post.went == [("berkas", "pengingat", "73.09")]
    assert told.takpasti == [("berkas", "73.11")]
    # The next stage goes to both.
    run(owing, date(2026, 10, 13))
    assert ("berkas", "pengingat", "73.11") in post.went


def test_each_channel_remembers_its_own(owing: Path, post: Post) -> None:
    day = date(2026, 10, 7)
    run(owing, day)
    post.went.clear()
    run(owing, day, BOTH)
    assert post.went == [
        ("surel", "pengingat", "73.09"), ("surel", "pengingat", "73.11"), ("surel", "ringkasan", None),
    ]  # fmt: skip


def test_a_trial_sends_and_notes_nothing(owing: Path, post: Post) -> None:
    told = run(owing, date(2026, 10, 7), BOTH, trial=True)
    assert [name for name, _ in told.pesan] == ["berkas"] * 3 + ["surel"] * 3
    assert post.went == []
    assert not (owing / "pesan").exists()


@pytest.mark.parametrize("day", [date(2026, 10, 10), date(2026, 12, 24), date(2026, 12, 25)])
def test_nobody_is_reminded_on_a_day_off(owing: Path, post: Post, day: date) -> None:
    assert run(owing, day).libur
    assert post.went == []


def test_nobody_is_reminded_by_lists_that_no_officer_has_seen(tmp_path: Path, post: Post) -> None:
    assert run(tmp_path, date(2026, 10, 7)).belum_ada
    assert list(tmp_path.iterdir()) == []


def test_mistakes_keep_anything_from_going(owing: Path, post: Post) -> None:
    (owing / "kontak.csv").write_text("kode_wilayah;surel\nBarru;bukan alamat\n", encoding="utf-8")
    told = run(owing, date(2026, 10, 7))
    assert [(name, one.baris, one.kolom) for name, one in told.salah] == [("kontak.csv", 2, "surel")]
    assert post.went == []


def test_contacts(tmp_path: Path) -> None:
    (tmp_path / "kontak.csv").write_text(
        "# catatan\nkode_wilayah;surel;surel_atasan\n73.11;a@b.example, c@d.example;\nMaros;;kadis@maros.example\n"
        "73.11;x@y.example;\n7308;x@y.example;\nGowa;x@y.example\\nBcc: z@z.example;\n",
        encoding="utf-8",
    )
    found, wrong = read_contacts(tmp_path)
    assert found["73.11"] == Contact(("a@b.example", "c@d.example"), ())
    assert found["73.09"] == Contact((), ("kadis@maros.example",))
    assert [(one.baris, one.kolom) for one in wrong] == [
        (5, "kode_wilayah"),
        (6, "kode_wilayah"),
        (7, "surel"),
    ]
    assert "@" not in str([one.rincian for one in wrong])


def test_the_whole_way_by_mail(
    owing: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """From the command line over TLS to a real server; the settings file holds no secret, no output an address."""
    monkeypatch.setenv("IKM_SUREL_SANDI", PASSWORD)
    (owing / "kontak.csv").write_text(
        "kode_wilayah;surel;surel_atasan\nBarru;ikm@barru.example;\n", encoding="utf-8"
    )
    with mail_server("starttls", tmp_path) as (got, port, known):
        (owing / "ikm.toml").write_text(
            f'[surel]\nserver = "127.0.0.1"\nport = {port}\npengirim = "data@provinsi.example"\npengguna = "{USER}"\n'
            f'sertifikat = "{known}"\nprovinsi = ["kabid@provinsi.example"]\n',
            encoding="utf-8",
        )
        assert main(["remind", "--home", str(owing), "--hari", "2026-10-07"]) == 1
        assert main(["remind", "--home", str(owing), "--hari", "2026-10-07"]) == 1
        assert [one.rcpt_tos for one in got.envelopes] == [["ikm@barru.example"], ["kabid@provinsi.example"]]
    said = capsys.readouterr()
    assert "surel: 2 dari 3 pesan terkirim" in said.out
    assert said.err.count("Kabupaten Maros (surel, pengingat): tidak ada alamat di kontak.csv") == 2
    written = (owing / "pesan" / "terkirim.csv").read_text(encoding="utf-8")
    assert "@" not in said.out + said.err + written
    assert PASSWORD not in said.out + said.err + written


def test_no_text_holds_anything_about_people(owing: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Maros sent a list with names, NIK, telephones and addresses; nothing of it gets into a text."""
    (owing / "kontak.csv").write_text("kode_wilayah;surel\nMaros;ikm@maros.example\n", encoding="utf-8")
    main(["status", "--home", str(owing), "--hari", "2026-10-28"])
    main(["status", "--home", str(owing), "--periode", "2026", "--format", "json"])
    for day in ("2026-10-07", "2026-10-14", "2026-10-21", "2026-10-28"):
        main(["remind", "--coba", "--home", str(owing), "--hari", day])
        main(["remind", "--home", str(owing), "--hari", day])
    said = capsys.readouterr()
    files = "".join(
        path.read_text(encoding="utf-8")
        for path in sorted((owing / "pesan").rglob("*"))
        if path.suffix in {".txt", ".csv"}
    )
    everything = said.out + said.err + files
    assert "Kabupaten Maros" in everything and "kepala dinas" in everything
    for row in businesses(0, 3):
        for column in ("nama_usaha", "nama_pemilik", "nik", "alamat", "telepon"):
            assert row[column] not in everything
    assert "Daftar Pemilik" not in everything and "@" not in everything
    assert not re.search(r"\d{9,}", everything.replace("-", ""))


def test_the_log_survives_what_it_does_not_know(tmp_path: Path) -> None:
    log = SentLog(tmp_path)
    log.note(
        datetime(2026, 10, 7, 8), date(2026, 10, 7), "surel", "pengingat", "73.11", "akan", ["a|1", "b|1"]
    )
    log.note(
        datetime(2026, 10, 7, 8), date(2026, 10, 7), "surel", "pengingat", "73.11", "gagal", ["a|1", "b|1"]
    )
    again = SentLog(tmp_path)
    assert not again.is_sent("surel", "pengingat", "73.11", "a|1")
    assert not again.is_told("surel", "pengingat", "73.11", date(2026, 10, 7))
    again.note(datetime(2026, 10, 8, 8), date(2026, 10, 8), "surel", "pengingat", "73.11", "akan", ["a|1"])
    last = SentLog(tmp_path)
    assert last.is_sent("surel", "pengingat", "73.11", "a|1") and not last.is_sent(
        "surel", "pengingat", "73.11", "b|1"
    )
    assert last.unsure() == [("surel", "73.11")]


def test_settings() -> None:
    channels, faults = channels_from({})
    assert (channels, faults) == (Channels(), [])
    given = {
        "pengingat": {"sebelum": [5], "sesudah": [2], "eskalasi": 10},
        "surel": {"server": "mail.dinas.example", "pengirim": "data@dinas.example", "pengguna": "data"},
        "webhook": {"alamat": "https://kait.example/x", "kepala": {"Authorization": "IKM_WEBHOOK_KUNCI"}},
        "lain": {"bukan": "urusan kami"},
    }
    channels, faults = channels_from(given)
    assert faults == []
    assert channels.pengingat == Pengingat((5,), True, (2,), 10)
    assert channels.surel == Surel("mail.dinas.example", "data@dinas.example", pengguna="data")
    assert channels.webhook == Webhook("https://kait.example/x", {"Authorization": "IKM_WEBHOOK_KUNCI"})


@pytest.mark.parametrize(
    ("section", "values", "name"),
    [
        ("pengingat", {"sebelum": 7}, "pengingat.sebelum"),
        ("pengingat", {"sesudah": [0]}, "pengingat.sesudah"),
        ("pengingat", {"eskalasi": True}, "pengingat.eskalasi"),
        ("pengingat", {"eskalasi": 5}, "pengingat.eskalasi"),
        ("pengingat", {"sesudahh": [3]}, "pengingat.sesudahh"),
        ("pengingat", "besok", "pengingat"),
        ("surel", {"pengirim": "a@b.example"}, "surel.server"),
        ("surel", {"server": "s", "pengirim": "bukan"}, "surel.pengirim"),
        ("surel", {"server": "s", "pengirim": "a@b.example", "port": 0}, "surel.port"),
        ("surel", {"server": "s", "pengirim": "a@b.example", "keamanan": "tls"}, "surel.keamanan"),
        ("surel", {"server": "s", "pengirim": "a@b.example", "sandi": "x"}, "surel.sandi"),
        (
            "surel",
            {"server": "s", "pengirim": "a@b.example", "pengguna": "a", "keamanan": "tanpa"},
            "surel.keamanan",
        ),
        ("webhook", {}, "webhook.alamat"),
        ("webhook", {"alamat": "http://kait.example"}, "webhook.alamat"),
        ("webhook", {"alamat": "file:///etc/passwd"}, "webhook.alamat"),
        ("webhook", {"alamat": "https://a.example", "kepala": {"X": "bukan variabel"}}, "webhook.kepala"),
    ],
)
def test_settings_that_cannot_be_used(section: str, values: Any, name: str, tmp_path: Path) -> None:
    _, faults = channels_from({section: values})
    assert name in {one.nama for one in faults}
    for one in faults:
        for place in (0, 1):
            said = TEXTS[one.key][place].format(**one.rincian)
            assert str(one.rincian.get("meant", "")) in said
