"""The work on the schedule beside the inbox, as plain functions that end with a sentence; no Prefect here."""

from __future__ import annotations

from pathlib import Path

from flows.messages import Language, say
from flows.settings import Settings
from schemas.clock import office_now


class Trouble(Exception):
    """What went wrong, as a sentence that may stand in a log: the fault itself might quote a cell."""


def write_report(home: Path, settings: Settings, bahasa: Language) -> str:
    """Write the page under ``site/``; the pages of the service lead there."""
    from flows.site import write_page

    if not (home / "warehouse" / "ikm.duckdb").exists():
        return say("run.no_warehouse", bahasa)
    write_page(home, bahasa, office_now(settings.umum.zona_waktu))
    return say("job.reported", bahasa)


def remind_districts(home: Path, settings: Settings, bahasa: Language) -> str:
    """Send the reminders that are due; raises :class:`Trouble` where lists or settings have mistakes."""
    from flows.remind import remind
    from flows.remind_settings import read_channels

    channels, faults = read_channels(home)
    if faults:
        raise Trouble(say("job.remind.settings", bahasa, jumlah=len(faults)))
    told = remind(home, channels, office_now(settings.umum.zona_waktu).date())
    if told.salah:
        raise Trouble(say("job.remind.lists", bahasa, jumlah=len(told.salah)))
    if told.belum_ada:
        return say("job.remind.none", bahasa)
    if told.libur:
        return say("job.remind.day_off", bahasa)
    failed = [outcome for _, _, outcome in told.hasil if outcome.alasan is not None]
    if failed:
        # Addresses are personal data: who did not get it is said by ikm remind and its log.
        raise Trouble(say("job.remind.failed", bahasa, gagal=len(failed), jumlah=len(told.hasil)))
    return say("job.reminded", bahasa, jumlah=len(told.hasil))


def back_up_home(home: Path, settings: Settings, bahasa: Language) -> str:
    """Add a set to the folder that the settings name; raises OSError where it cannot be reached."""
    from flows.backup import back_up

    folder = home / settings.cadangan.folder
    if not settings.cadangan.folder or not folder.parent.is_dir():
        raise Trouble(say("job.backup.no_folder", bahasa, folder=settings.cadangan.folder or "-"))
    done = back_up(home, folder, settings.cadangan.jumlah)
    if done.damaged:
        raise Trouble(say("job.backup.damaged", bahasa, nama=done.name, jumlah=len(done.damaged)))
    return say("job.backed_up", bahasa, nama=done.name)
