"""The settings file: written with its comments, read back, and every mistake said with its line and the cure."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import time, timedelta
from pathlib import Path
from typing import Any

import pytest

from flows.cli import main
from flows.settings import FILE, Jadwal, KotakMasuk, Settings, Umum, read_settings
from flows.settings_kinds import CLOCK, FOLDERS, TEXT, WEB_ADDRESS, duration, number, setting, spoken, words
from flows.settings_read import SettingsError, read_sections
from flows.settings_write import missing_keys, settings_text

OTHER = Settings(
    umum=Umum(zona_waktu="Asia/Jakarta", bahasa="en"),
    kotak_masuk=KotakMasuk(folder=('/mnt/kiriman "pusat"', r"D:\masuk"), tenang=timedelta(minutes=2)),
    jadwal=Jadwal(kotak_masuk=timedelta(seconds=90), pengingat=time(7, 5), cadangan_hari="jumat"),
)


@pytest.mark.parametrize("settings", [Settings(), OTHER], ids=["defaults", "others"])
def test_what_is_written_is_read_back(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(settings_text(settings), encoding="utf-8")
    assert read_settings(tmp_path) == settings


def test_every_key_is_explained_in_both_languages() -> None:
    text = settings_text(Settings())
    flat = " ".join(line.removeprefix("#").strip() for line in text.splitlines())
    for section in fields(Settings()):
        for key in fields(getattr(Settings(), section.name)):
            for meaning in key.metadata["meaning"]:
                assert meaning in flat, key.name
            assert all(key.metadata["kind"].expected), key.name
    assert max(map(len, text.splitlines())) <= 120


def test_no_file_and_an_empty_file_mean_the_defaults(tmp_path: Path) -> None:
    assert read_settings(tmp_path) == Settings()
    (tmp_path / FILE).write_text("# belum ada\r\n[umum]\r\n", encoding="utf-8-sig", newline="")
    assert read_settings(tmp_path) == Settings()


MISTAKES = [
    ("unknown section", "[jadwall]\n", 1, "Mungkin maksudnya [jadwal]?"),
    ("unknown key", "[jadwal]\n\npengingatt = '08:00'\n", 3, "Mungkin maksudnya pengingat?"),
    ("a key of no section", 'port = 4200\n', 1, "bagian"),
    ("wrong type", '[layanan]\nport = "4200"\n', 2, "bilangan bulat 1024 sampai 65535"),
    ("true is no number", "[layanan]\nport = true\n", 2, "port tidak dapat bernilai true"),
    ("impossible port", "[layanan]\nport = 80\n", 2, "1024"),
    ("impossible time", '[jadwal]\npengingat = "25:00"\n', 2, '"08:00"'),
    ("impossible zone", '[umum]\nzona_waktu = "WITA"\n', 2, "Asia/Makassar"),
    ("no length of time", '[jadwal]\nkotak_masuk = "sering"\n', 2, "15 menit"),
    ("too long", '[jadwal]\nkotak_masuk = "9 hari"\n', 2, "paling lama 1 hari"),
    ("no folder", "[kotak_masuk]\nfolder = []\n", 2, "satu folder atau lebih"),
    ("a folder twice", '[kotak_masuk]\nfolder = ["a", "a"]\n', 2, "satu folder atau lebih"),
    ("no such word", '[kotak_masuk]\nsesudah_dimuat = "buang"\n', 2, '"pindahkan", "hapus"'),
    ("an open web address", '[pemberitahuan]\nwebhook = "http://contoh.go.id/x"\n', 2, "https://"),
    ("no TOML", "[umum]\nbahasa = id\n", 2, "tanda kutip"),
    ("a Windows path", '[kotak_masuk]\nfolder = ["D:\\kiriman"]\n', 2, "'D:\\kiriman'"),
    ("the same key twice", '[umum]\nbahasa = "id"\nbahasa = "en"\n', 3, "sudah tertulis"),
    ("the same section twice", '[umum]\n[layanan]\n[umum]\n', 3, "sudah tertulis"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "line", "words"), [one[1:] for one in MISTAKES], ids=[m[0] for m in MISTAKES]
)
def test_a_mistake_is_said_with_its_line_and_the_cure(
    text: str, line: int, words: str, tmp_path: Path
) -> None:
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        read_settings(tmp_path)
    said = caught.value.said("id")
    assert f"baris {line}: " in said and words in said
    assert f"line {line}: " in caught.value.said("en")


def test_all_mistakes_are_said_at_once(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('[umum]\nbahasa = "fr"\n[layanan]\nport = 1\nprot = 2\n', encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        read_settings(tmp_path)
    assert [one.baris for one in caught.value.faults] == [2, 4, 5]


def test_a_file_of_another_encoding_is_said(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes("[umum]\n# catatan “resmi”\n".encode("cp1252"))
    with pytest.raises(SettingsError) as caught:
        read_settings(tmp_path)
    assert "baris 2: " in caught.value.said("id") and "UTF-8" in caught.value.said("id")


def test_a_web_address_that_is_wrong_is_not_said_again(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('[pemberitahuan]\nwebhook = "http://a.id/RAHASIA"\n', encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        read_settings(tmp_path)
    assert "RAHASIA" not in caught.value.said("id") + str(caught.value)


KINDS = [
    (CLOCK, "8.05", time(8, 5)),
    (CLOCK, time(8, 5, 3), time(8, 5)),
    (duration(timedelta(0), timedelta(days=9)), "2 hours", timedelta(hours=2)),
    (duration(timedelta(0), timedelta(days=9)), "1 menit", timedelta(minutes=1)),
    (FOLDERS, "inbox", ("inbox",)),
    (WEB_ADDRESS, "http://127.0.0.1:8000/x", "http://127.0.0.1:8000/x"),
    (WEB_ADDRESS, " ", ""),
    (number(1, 3), 3, 3),
    (words(2), [" a", "b"], ("a", "b")),
]


@pytest.mark.parametrize(("kind", "written", "value"), KINDS)
def test_what_can_be_written(kind: Any, written: object, value: object) -> None:
    assert kind.read(written) == value


@pytest.mark.parametrize(
    ("seconds", "text"), [(90, "90 detik"), (3600, "1 jam"), (86400, "1 hari"), (900, "15 menit")]
)
def test_a_length_of_time_is_written_in_its_largest_unit(seconds: int, text: str) -> None:
    assert spoken(timedelta(seconds=seconds)) == text


@dataclass(frozen=True, slots=True)
class Cuaca:
    """Contoh bagian lain | Another section, as an example"""

    aktif: str = setting("", "Tempatnya.", "Its place.", TEXT)
    jam: int = setting(1, "Jamnya.", "Its hour.", number(0, 23))

    def problems(self) -> list[tuple[str, tuple[str, str]]]:
        return (
            [("jam", ("jam 0 perlu tempat", "hour 0 needs a place"))] if not (self.jam or self.aktif) else []
        )


@dataclass(frozen=True, slots=True)
class WithCuaca:
    cuaca: Cuaca = Cuaca()


def test_another_section_is_a_dataclass_and_a_line(tmp_path: Path) -> None:
    path = tmp_path / FILE
    path.write_text(settings_text(WithCuaca(Cuaca("Barru", 3))), encoding="utf-8")
    assert read_sections(path, WithCuaca()) == WithCuaca(Cuaca("Barru", 3))
    path.write_text("[cuaca]\njam = 0\n", encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        read_sections(path, WithCuaca())
    assert "baris 2: jam 0 perlu tempat" in caught.value.said("id")


def test_init_writes_the_file_once(tmp_path: Path, capsys: Any) -> None:
    home = tmp_path / "kerja"
    assert main(["init", "--home", str(home)]) == 0
    assert (home / "inbox").is_dir() and read_settings(home) == Settings()
    changed = settings_text(replace(Settings(), umum=Umum(bahasa="en"))).replace("port = 4200\n", "")
    (home / FILE).write_text(changed.replace("Nomor port", "Nomor pintu"), encoding="utf-8")
    capsys.readouterr()
    assert main(["init", "--home", str(home)]) == 0
    assert "layanan.port" in capsys.readouterr().out
    assert (home / FILE).read_text(encoding="utf-8") == changed.replace("Nomor port", "Nomor pintu")


def test_init_on_settings_with_mistakes(tmp_path: Path, capsys: Any) -> None:
    (tmp_path / FILE).write_text("[umum]\nbahasa = 3\n", encoding="utf-8")
    assert main(["init", "--home", str(tmp_path)]) == 2
    said = capsys.readouterr()
    assert "baris 2: bahasa tidak dapat bernilai 3" in said.err and not (tmp_path / "inbox").exists()


def test_keys_a_file_does_not_name() -> None:
    text = settings_text(Settings()).replace("cadangan_jam", "")
    assert missing_keys(Settings(), text) == ["jadwal.cadangan_jam"]
