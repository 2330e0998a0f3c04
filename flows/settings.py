"""The settings of a province, in ``ikm.toml`` under the home: what there is to set, and what is set.

A section is a frozen dataclass whose fields are declared by :func:`flows.settings_kinds.setting`; it may live in
the module that uses it. To add one: declare it, and give it a line in :class:`Settings`. The file with its
comments, the reading and its sentences follow. Secrets do not belong here: they come from the environment.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import time, timedelta
from pathlib import Path

from flows.mail_settings import Imap
from flows.settings_kinds import (
    CLOCK,
    DAY,
    FOLDERS,
    TEXT,
    TIME_ZONE,
    WEB_ADDRESS,
    choice,
    duration,
    number,
    setting,
)  # fmt: skip
from flows.settings_read import read_sections

FILE = "ikm.toml"


@dataclass(frozen=True, slots=True)
class Umum:
    """Berlaku di semua bagian | Holds everywhere"""

    zona_waktu: str = setting(
        "Asia/Makassar",
        "Zona waktu semua jadwal dan jatuh tempo.",
        "The time zone of all schedules and due dates.",
        TIME_ZONE,
    )
    bahasa: str = setting(
        "id",
        "Bahasa catatan layanan: id (Indonesia) atau en (Inggris).",
        "Language of what the service writes: id (Indonesian) or en (English).",
        choice("id", "en"),
    )


@dataclass(frozen=True, slots=True)
class KotakMasuk:
    """Folder tempat kiriman ditaruh | The folders where what is sent in is put"""

    folder: tuple[str, ...] = setting(
        ("inbox",),
        "Folder kiriman; boleh lebih dari satu, boleh folder jaringan. Yang tidak diawali / ada di bawah folder "
        "kerja. Subfolder boleh bernama kabupaten/kota.",
        "The folders; network folders too. One that does not begin with / is below the working home. Subfolders "
        "may be named after districts.",
        FOLDERS,
    )
    tenang: timedelta = setting(
        timedelta(seconds=10),
        "Berkas dibiarkan sampai selama ini tidak berubah, supaya yang masih disalin tidak terbaca separuh.",
        "A file is left until it has not changed for so long, lest one still being copied is read by half.",
        duration(timedelta(seconds=1), timedelta(hours=1)),
    )
    sesudah_dimuat: str = setting(
        "pindahkan",
        'Berkas yang sudah dimuat: "pindahkan" ke subfolder selesai, atau "hapus" (salinannya selalu ada di arsip).',
        'What becomes of a loaded file: "pindahkan" moves it to the subfolder selesai, "hapus" removes it (its copy '
        "always rests in the archive).",
        choice("pindahkan", "hapus"),
    )


@dataclass(frozen=True, slots=True)
class Jadwal:
    """Kapan ikm serve mengerjakan apa | When ikm serve does what"""

    kotak_masuk: timedelta = setting(
        timedelta(minutes=15),
        "Kotak masuk diperiksa setiap.",
        "How often the inbox is looked into.",
        duration(timedelta(seconds=5), timedelta(days=1)),
    )
    pengingat: time = setting(
        time(8, 0),
        "Jam mengingatkan kabupaten/kota, Senin sampai Jumat.",
        "When districts are reminded, Monday to Friday.",
        CLOCK,
    )
    terbitan: time = setting(
        time(1, 30),
        "Jam menerbitkan gudang data dan laporan, setiap hari.",
        "When the warehouse and the report are published, every day.",
        CLOCK,
    )
    cadangan_hari: str = setting(
        "minggu", "Hari membuat cadangan.", "The day of the backup, in Indonesian: senin … minggu.", DAY
    )
    cadangan_jam: time = setting(time(3, 0), "Jam membuat cadangan.", "The time of the backup.", CLOCK)


@dataclass(frozen=True, slots=True)
class Layanan:
    """Layanan ikm serve dan halamannya | The service ikm serve and its page"""

    port: int = setting(
        4200,
        "Nomor port halaman layanan; hanya dapat dibuka dari komputer ini.",
        "The port of the service's page; it can be opened from this computer only.",
        number(1024, 65535),
    )
    simpan_riwayat_hari: int = setting(
        30,
        "Riwayat jalannya layanan disimpan selama sekian hari; data tidak ikut terhapus.",
        "For how many days the history of runs is kept; no data is removed with it.",
        number(2, 365),
    )


@dataclass(frozen=True, slots=True)
class Pemberitahuan:
    """Bila ada yang gagal atau tidak berjalan | When something fails or does not run"""

    webhook: str = setting(
        "",
        "Alamat yang diberi tahu (JSON); kosong berarti hanya dicatat di pemberitahuan.log.",
        "An address that is told (JSON); empty: it is only noted in pemberitahuan.log.",
        WEB_ADDRESS,
    )
    tidak_berjalan: timedelta = setting(
        timedelta(hours=2),
        "Kotak masuk yang selama ini tidak diperiksa dianggap macet.",
        "An inbox that was not looked into for so long is taken to be stuck.",
        duration(timedelta(hours=1), timedelta(days=7)),
    )


@dataclass(frozen=True, slots=True)
class Cadangan:
    """Cadangan mingguan | The weekly backup"""

    folder: str = setting(
        "",
        'Folder di disk lain atau di jaringan; "" berarti tidak ada cadangan terjadwal.',
        'A folder on another disk or on the network; "" for no backup on the schedule.',
        TEXT,
    )
    jumlah: int = setting(
        8, "Banyaknya cadangan yang disimpan.", "How many backups are kept.", number(1, 520)
    )


#: Sections that are there only where something is configured; the modules that use them read and judge them.
ELSEWHERE = ("pengingat", "surel", "webhook")


@dataclass(frozen=True, slots=True)
class Settings:
    """All that is set; one field a section, named as in the file."""

    umum: Umum = field(default_factory=Umum)
    kotak_masuk: KotakMasuk = field(default_factory=KotakMasuk)
    jadwal: Jadwal = field(default_factory=Jadwal)
    layanan: Layanan = field(default_factory=Layanan)
    pemberitahuan: Pemberitahuan = field(default_factory=Pemberitahuan)
    cadangan: Cadangan = field(default_factory=Cadangan)
    imap: Imap = field(default_factory=Imap)


def read_settings(home: Path) -> Settings:
    """What ``ikm.toml`` under ``home`` sets, and the defaults for the rest; all defaults where there is none.

    Raises :class:`flows.settings_read.SettingsError`, which holds a sentence for every mistake.
    """
    settings: Settings = read_sections(home / FILE, Settings(), ELSEWHERE)
    return settings
